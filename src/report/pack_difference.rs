//! What differs between two packs, as a document an agency can publish: old and new side by side in groups, with reasons
//! and sources, and which items have become which.

use super::caption::{Caption, CaptionKind, Label};
use super::document::{Alignment, Block, Column, Document, KeyValue, ParagraphStyle, Row, Table, Weight};
use super::pinned::Pinned;
use super::say;
use crate::assessment::EvidenceRegister;
use crate::criteria::{Change, Lineage, Pack, SuccessionKind, differences};
use crate::language::{Language, fill};

/// The groups of places, in the order of the document, by what a place begins with. What is in none comes last.
const GROUPS: [&[&str]; 4] = [
    &[
        "total",
        "step",
        "rounding",
        "not_applicable",
        "points_unknown",
        "category",
        "item",
        "points",
        "number",
        "judged_by",
        "bonus",
        "applies_to",
        "prompt",
        "area",
        "tags",
        "orientation",
        "rubric",
        "rubric_limit",
        "factor",
        "maturity",
        "reference",
        "order/categories",
        "order/rubrics",
        "retired",
    ],
    &[
        "default_edition",
        "edition/",
        "edition_dates",
        "rule",
        "self_check",
        "order/eligibility",
        "size",
    ],
    &["stage", "fact", "unit", "limit", "idea", "missing", "indicator", "input", "identity", "order"],
    &["text", "language"],
];

/// The table of what differs from one pack to another. The same packs and language give the same document.
pub fn pack_difference(from: &Pack, to: &Pack, lineage: &Lineage, language: Language) -> Document {
    let words = language.words();
    let title = words.difference_title().to_owned();
    let mut pen = Pen {
        language,
        from,
        to,
        blocks: vec![Block::Heading { level: 1, text: title.clone() }],
        tables: 0,
    };
    let sides = [(words.difference_before(), from), (words.difference_after(), to)];
    pen.blocks.push(Block::KeyValues(
        sides
            .into_iter()
            .map(|(label, pack)| KeyValue {
                label: label.to_owned(),
                value: Some(named(pack, language)),
                written: None,
            })
            .collect(),
    ));
    pen.changes();
    pen.lineage(lineage);
    Document {
        header: [words.difference_title(), &named(to, language)].join(" · "),
        title,
        author: String::new(),
        language,
        footer: words.report_page().to_owned(),
        mark: String::new(),
        pinned: Pinned::of(&EvidenceRegister::default()),
        blocks: pen.blocks,
    }
}

/// A pack by name and edition.
fn named(pack: &Pack, language: Language) -> String {
    let own = pack.words(language.tag());
    [own.name(), own.edition_name()].join(" · ")
}

/// The group a place belongs to.
fn group(place: &str) -> usize {
    let begins = |start: &&str| match place.strip_prefix(*start) {
        Some(rest) => rest.is_empty() || rest.starts_with('/') || start.ends_with('/'),
        None => false,
    };
    GROUPS.iter().position(|group| group.iter().any(&begins)).unwrap_or(GROUPS.len())
}

struct Pen<'a> {
    language: Language,
    from: &'a Pack,
    to: &'a Pack,
    blocks: Vec<Block>,
    tables: u32,
}

impl Pen<'_> {
    fn changes(&mut self) {
        let words = self.language.words();
        let titles = [
            words.difference_items(),
            words.difference_conditions(),
            words.difference_award(),
            words.difference_texts(),
            words.difference_others(),
        ];
        let mut changes = differences(self.from.content(), self.to.content());
        let record = self.to.structure().adapted.as_ref().filter(|adapted| adapted.from == self.from.reference());
        for change in &mut changes {
            let recorded = record.and_then(|record| record.changes.iter().find(|known| known.place == change.place));
            change.why = recorded.map_or_else(String::new, |recorded| recorded.why.clone());
        }
        if changes.is_empty() {
            self.blocks.push(Block::Paragraph {
                style: ParagraphStyle::Body,
                text: words.difference_none().to_owned(),
            });
        }
        let columns = [
            (words.criteria_change_place(), 26),
            (words.difference_before(), 26),
            (words.difference_after(), 26),
            (words.difference_basis(), 22),
        ];
        for (at, title) in titles.into_iter().enumerate() {
            let rows: Vec<Row> = changes
                .iter()
                .filter(|change| group(&change.place) == at)
                .map(|change| self.row(change))
                .collect();
            self.table(title, &columns, rows);
        }
    }

    fn row(&self, change: &Change) -> Row {
        let packs = [self.to.view(), self.from.view()];
        let value = |value: &str| say::place_value(self.language, &change.place, value, &packs);
        let source = self.to.words(self.language.tag()).source(&change.source);
        let basis = [change.why.as_str(), source].into_iter().filter(|text| !text.is_empty());
        Row {
            weight: Weight::Plain,
            cells: vec![
                say::place(self.language, &change.place, &packs),
                value(&change.old),
                value(&change.new),
                basis.collect::<Vec<&str>>().join("\n"),
            ],
        }
    }

    /// What items of the first pack have become in the second.
    fn lineage(&mut self, lineage: &Lineage) {
        let words = self.language.words();
        let step = lineage.between_packs(self.from, self.to).unwrap_or_default();
        let names = |pack: &Pack, ids: &[String]| {
            let names = ids.iter().map(|id| match pack.item_slot(id) {
                Some(slot) => say::item_name(pack, self.language, slot),
                None => id.clone(),
            });
            names.collect::<Vec<String>>().join(words.term_list())
        };
        let told = step.items.iter().filter(|entry| entry.kind != SuccessionKind::Retired);
        let rows = told.map(|entry| Row {
            weight: Weight::Plain,
            cells: vec![
                names(self.from, &entry.from),
                names(self.to, &entry.to),
                entry.note.text(self.language.tag()).to_owned(),
            ],
        });
        let columns = [(words.difference_from(), 30), (words.difference_to(), 30), (words.difference_note(), 40)];
        self.table(words.difference_lineage(), &columns, rows.collect());
    }

    /// A table under its own heading; nothing where it has no rows.
    fn table(&mut self, title: &str, columns: &[(&str, u32)], rows: Vec<Row>) {
        if rows.is_empty() {
            return;
        }
        self.tables += 1;
        self.blocks.push(Block::Heading {
            level: 2,
            text: title.to_owned(),
        });
        let caption = fill(self.language.words().difference_caption(), &[("title", title)]);
        self.blocks.push(Block::Table(Table {
            caption: Caption {
                label: Label {
                    kind: CaptionKind::Table,
                    chapter: None,
                    number: self.tables,
                },
                text: caption,
            },
            entries: false,
            columns: columns
                .iter()
                .map(|(title, width)| Column {
                    title: (*title).to_owned(),
                    width: *width,
                    alignment: Alignment::Start,
                })
                .collect(),
            rows,
        }));
    }
}
