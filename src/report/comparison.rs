//! Two assessments compared, as a document: totals and categories, every item, and what was written, measured, proved and planned
//! differently.

use super::document::{Alignment, Document, KeyValue, ParagraphStyle, Row, Weight};
use super::draft::{Draft, one_line};
use super::figures::changed_figures;
use super::pinned::Pinned;
use super::say;
use crate::assessment::{Assessment, ProfileText};
use crate::comparison::{
    ActionDifference, Difference, FigureDifference, ItemDifference, Piece, TallyChange, TextDifference, difference, is_rewritten, wording,
};
use crate::criteria::{ItemSlot, Pack};
use crate::date::Date;
use crate::language::{Language, codes, fill};
use crate::scoring::ItemScore;

/// What is compared.
#[derive(Debug, Clone, Copy)]
pub struct Compared<'a> {
    pub before: &'a Assessment,
    pub after: &'a Assessment,
    /// What the first one is called, such as the name of its file; empty where the second is the first with its targets reached.
    pub name: &'a str,
    /// A remark on how it came to be comparable; may be empty.
    pub note: &'a str,
}

/// The comparison as a document. The same assessments, language and day give the same document.
pub fn comparison(pack: &Pack, compared: &Compared<'_>, language: Language, date: Option<Date>) -> Document {
    let found = difference(pack, compared.before, compared.after);
    let mut pen = Comparison {
        draft: Draft::new(pack, compared.after, language),
        compared,
        found: &found,
        heads: say::sides(language, compared.name.is_empty()),
    };
    pen.write(date);
    let words = language.words();
    let organisation = pen.organisation();
    let header = fill(words.compare_header(), &[("organisation", &organisation)]);
    let blocks = pen.draft.blocks;
    Document {
        title: words.compare_document().to_owned(),
        author: organisation,
        language,
        header,
        footer: words.report_page().to_owned(),
        mark: String::new(),
        blocks,
        pinned: Pinned::default(),
    }
}

struct Comparison<'a> {
    draft: Draft<'a>,
    compared: &'a Compared<'a>,
    found: &'a Difference,
    heads: [&'static str; 3],
}

impl Comparison<'_> {
    fn organisation(&self) -> String {
        let name = one_line(self.compared.after.organisation.text(ProfileText::Name));
        if name.is_empty() {
            self.draft.words.report_name_missing().to_owned()
        } else {
            name
        }
    }

    fn write(&mut self, date: Option<Date>) {
        let (words, language, targets) = (self.draft.words, self.draft.language, self.compared.name.is_empty());
        self.draft.heading(1, words.compare_document());
        let other = if targets {
            words.compare_own_targets().to_owned()
        } else {
            one_line(self.compared.name)
        };
        let edition = [self.draft.pack_words.name(), self.draft.pack_words.edition_name()].join(" · ");
        let mut pairs = vec![
            (words.minute_organisation(), self.organisation()),
            (words.compare_other(), other),
            (words.minute_criteria(), edition),
        ];
        pairs.extend(date.map(|date| (words.minute_date(), say::date(language, date))));
        let pair = |(label, value): (&str, String)| KeyValue {
            label: label.to_owned(),
            value: Some(value),
            written: None,
        };
        self.draft.key_values(pairs.into_iter().map(pair).collect());
        self.draft.paragraphs(ParagraphStyle::Note, self.compared.note);
        self.draft.heading(2, say::totals(language, self.found));
        self.draft.paragraphs(ParagraphStyle::Body, &say::gains(language, self.found, targets));
        for told in say::reservations(language, self.compared.before, self.compared.after, self.found, targets) {
            self.draft.paragraphs(ParagraphStyle::Note, &told);
        }
        self.categories();
        self.items();
        let changed = self.found.items.iter().filter(|item| self.found.touches(item));
        let written: Vec<&ItemDifference> = changed.collect();
        for item in written {
            self.item(item);
        }
        self.rest();
    }

    fn categories(&mut self) {
        let words = self.draft.words;
        let row = |weight: Weight, name: String, change: &TallyChange| Row {
            weight,
            cells: vec![
                name,
                change.before.points.to_string(),
                change.after.points.to_string(),
                say::gained(change.gained()),
                change.after.max.to_string(),
            ],
        };
        let mut rows: Vec<Row> = Vec::new();
        for (slot, change) in &self.found.categories {
            let category = self.draft.pack.category(*slot);
            let name = [&category.number, " ", self.draft.pack_words.category(&category.id)].concat();
            rows.push(row(Weight::Plain, name, change));
        }
        for (rubric, change) in self.draft.pack.structure().rubrics.iter().zip(&self.found.rubrics) {
            rows.push(row(Weight::Group, self.draft.pack_words.rubric(&rubric.id).to_owned(), change));
        }
        rows.push(row(Weight::Total, words.total().to_owned(), &self.found.total));
        let columns = [
            (words.column_category(), 40, Alignment::Start),
            (self.heads[0], 15, Alignment::End),
            (self.heads[1], 15, Alignment::End),
            (self.heads[2], 15, Alignment::End),
            (words.compare_full(), 15, Alignment::End),
        ];
        self.draft.table(words.compare_categories(), &columns, rows);
    }

    fn items(&mut self) {
        let (pack, language, words) = (self.draft.pack, self.draft.language, self.draft.words);
        let percent = |item: &ItemScore| match item.percent {
            _ if !item.maximum.applies() => words.term_not_applicable().to_owned(),
            Some(percent) => percent.to_string(),
            None => words.not_rated_short().to_owned(),
        };
        let points = |item: &ItemScore| item.points.map_or_else(|| words.none().to_owned(), |points| points.to_string());
        let row = |found: &ItemDifference| Row {
            weight: Weight::Plain,
            cells: vec![
                say::item_name(pack, language, found.item),
                [percent(&found.before), points(&found.before)].join(" · "),
                [percent(&found.after), points(&found.after)].join(" · "),
                say::gained(found.gained()),
            ],
        };
        let rows = self.found.items.iter().map(row).collect();
        let columns = [
            (words.column_item(), 46, Alignment::Start),
            (self.heads[0], 20, Alignment::End),
            (self.heads[1], 20, Alignment::End),
            (self.heads[2], 14, Alignment::End),
        ];
        self.draft.heading(2, words.compare_items());
        self.draft.paragraphs(ParagraphStyle::Note, words.compare_brackets());
        self.draft.table(words.compare_items_caption(), &columns, rows);
    }

    /// What differs at one item beside its rating.
    fn item(&mut self, found: &ItemDifference) {
        let here = Some(found.item);
        let figures: Vec<&FigureDifference> = self.found.figures.iter().filter(|figure| figure.item == here).collect();
        let actions: Vec<&ActionDifference> = self.found.actions.iter().filter(|action| action.item == here).collect();
        let evidence = !found.evidence_added.is_empty() || !found.evidence_gone.is_empty();
        if found.texts.is_empty() && figures.is_empty() && actions.is_empty() && !evidence {
            return;
        }
        let name = say::item_name(self.draft.pack, self.draft.language, found.item);
        self.draft.heading(3, name.clone());
        self.texts(here, &name, &found.texts);
        changed_figures(&mut self.draft, self.compared.before, &name, &figures, self.heads);
        let words = self.draft.words;
        for (label, references) in [(words.compare_new(), &found.evidence_added), (words.compare_removed(), &found.evidence_gone)] {
            for reference in references {
                self.entry(words.compare_evidence_title(), label, reference);
            }
        }
        self.actions(&actions);
    }

    fn entry(&mut self, kind: &str, label: &str, text: &str) {
        let words = self.draft.words;
        let marked = fill(words.report_status(), &[("text", kind), ("status", label)]);
        let told = fill(words.term_within(), &[("whole", &marked), ("part", &one_line(text))]);
        self.draft.paragraphs(ParagraphStyle::Entry, &told);
    }

    fn texts(&mut self, item: Option<ItemSlot>, caption: &str, all: &[TextDifference]) {
        let (pack, language, words) = (self.draft.pack, self.draft.language, self.draft.words);
        let row = |found: &TextDifference| {
            let (before, after) = marked(found);
            Row {
                weight: Weight::Plain,
                cells: vec![say::text_place(pack, language, item, found.place), before, after],
            }
        };
        let columns = [
            (words.compare_texts_title(), 18, Alignment::Start),
            (self.heads[0], 41, Alignment::Start),
            (self.heads[1], 41, Alignment::Start),
        ];
        let caption = fill(words.term_within(), &[("whole", caption), ("part", words.compare_texts_title())]);
        self.draft.table(&caption, &columns, all.iter().map(row).collect());
    }

    fn actions(&mut self, all: &[&ActionDifference]) {
        let words = self.draft.words;
        for action in all {
            let stage = |progress: crate::assessment::Progress| words.by_code(&codes::PROGRESS, progress.word());
            let label = match (action.before, action.after) {
                (Some(before), Some(after)) => [stage(before), stage(after)].join(" → "),
                (None, _) => words.compare_new().to_owned(),
                (_, None) => words.compare_removed().to_owned(),
            };
            self.entry(words.compare_actions_title(), &label, &action.title);
        }
    }

    /// The profile, and what belongs to no item.
    fn rest(&mut self) {
        let words = self.draft.words;
        let figures: Vec<&FigureDifference> = self.found.figures.iter().filter(|figure| figure.item.is_none()).collect();
        let actions: Vec<&ActionDifference> = self.found.actions.iter().filter(|action| action.item.is_none()).collect();
        if self.found.profile.is_empty() && figures.is_empty() && actions.is_empty() {
            return;
        }
        self.draft.heading(2, words.compare_rest());
        self.texts(None, words.compare_rest(), &self.found.profile);
        changed_figures(&mut self.draft, self.compared.before, words.compare_rest(), &figures, self.heads);
        self.actions(&actions);
    }
}

/// Both texts, with what only one of them has in brackets; without brackets where that would be nearly all of it.
fn marked(found: &TextDifference) -> (String, String) {
    let pieces = wording(found.before.trim(), found.after.trim());
    if found.before.trim().is_empty() || found.after.trim().is_empty() || is_rewritten(&pieces) {
        return (found.before.trim().to_owned(), found.after.trim().to_owned());
    }
    let (mut before, mut after) = (String::new(), String::new());
    for piece in pieces {
        match piece {
            Piece::Same(text) => {
                before.push_str(&text);
                after.push_str(&text);
            }
            Piece::Gone(text) => before.extend(["〔", &text, "〕"]),
            Piece::New(text) => after.extend(["〔", &text, "〕"]),
        }
    }
    (before, after)
}
