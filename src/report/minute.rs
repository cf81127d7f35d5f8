//! The minute of a consensus meeting: who was there, what each item was rated, what was agreed and why.

use super::document::{Alignment, Document, KeyValue, ParagraphStyle, Row, Weight};
use super::draft::Draft;
use super::minute_sentences;
use super::pinned::Pinned;
use super::say;
use crate::archive::fingerprint;
use crate::assessment::{Assessment, Text};
use crate::criteria::Pack;
use crate::date::Date;
use crate::language::{Language, fill, with_minus};
use crate::panel::room::is_key_slip;
use crate::panel::{COVERAGE, ItemReading, Panel, PanelReading, Reopening, read_shown};
use crate::scoring::{Maximum, Points, Tally};

/// The minute as a document. It can be made at any time; what is not agreed yet says so. Names of assessors stand in it
/// unless `anonymous`.
pub fn minute(pack: &Pack, panel: &Panel, language: Language, anonymous: bool) -> Document {
    let reading = read_shown(pack, panel, anonymous);
    let blank = Assessment::blank(pack);
    let mut pen = Minute {
        draft: Draft::new(pack, &blank, language),
        panel,
        reading: &reading,
        anonymous,
    };
    pen.write();
    let words = language.words();
    let organisation = or_dash(language, &panel.subject.organisation);
    Document {
        title: words.minute_title().to_owned(),
        author: organisation.clone(),
        language,
        header: fill(words.minute_header(), &[("organisation", &organisation)]),
        footer: words.minute_footer().to_owned(),
        mark: String::new(),
        blocks: pen.draft.blocks,
        pinned: Pinned::default(),
    }
}

struct Minute<'a> {
    draft: Draft<'a>,
    panel: &'a Panel,
    reading: &'a PanelReading,
    anonymous: bool,
}

impl Minute<'_> {
    fn write(&mut self) {
        let words = self.draft.words;
        self.draft.heading(1, words.minute_title());
        self.session();
        self.result();
        self.items();
        self.reasons();
        minute_sentences::write(&mut self.draft, self.panel, self.anonymous);
        self.reopenings();
        self.files();
        self.draft.labelled(words.minute_remark(), ParagraphStyle::Body, &self.panel.remark);
        self.signatures();
    }

    fn session(&mut self) {
        let (words, panel) = (self.draft.words, self.panel);
        let language = self.draft.language;
        let edition = [self.draft.pack_words.name(), self.draft.pack_words.edition_name()].join(" · ");
        let assessors: Vec<String> = (0..self.reading.assessors.len()).map(|at| self.name(at)).collect();
        let assessors = if self.anonymous {
            fill(words.minute_assessors_unnamed(), &[("n", &assessors.len().to_string())])
        } else {
            self.listed(&assessors)
        };
        let tolerance = fill(words.minute_tolerance_value(), &[("points", &panel.tolerance.to_string())]);
        let state = if panel.opened { words.minute_locked() } else { words.minute_open() };
        let pairs = [
            (words.minute_organisation(), or_dash(language, &panel.subject.organisation)),
            (words.minute_criteria(), edition),
            (
                words.minute_date(),
                panel
                    .date
                    .map_or_else(|| words.report_not_filled().to_owned(), |date| say::date(language, date)),
            ),
            (words.minute_place(), or_dash(language, &panel.place)),
            (words.minute_facilitator(), or_dash(language, &panel.facilitator)),
            (words.minute_assessors(), assessors),
            (words.minute_absent(), self.listed(&panel.absent)),
            (words.minute_tolerance(), tolerance),
            (words.minute_opened(), state.to_owned()),
        ];
        self.draft.heading(2, words.minute_session());
        self.draft.key_values(pairs.into_iter().map(pair).collect());
        self.draft.paragraphs(ParagraphStyle::Note, words.panel_tolerance_source());
    }

    fn result(&mut self) {
        let (words, reading, language) = (self.draft.words, self.reading, self.draft.language);
        let coverage = format!("{:.0}", COVERAGE * 100.0);
        let none = || words.none().to_owned();
        let interval = |(low, high): (Points, Points)| {
            let (low, high) = (low.to_string(), high.to_string());
            fill(words.minute_interval_value(), &[("low", &low), ("high", &high), ("coverage", &coverage)])
        };
        let alpha = reading.alpha.as_ref().map(|alpha| {
            let value = format!("{:.2}", alpha.value);
            fill(words.minute_alpha_value(), &[("value", &value), ("meaning", say::agreement(language, alpha))])
        });
        let correlation = reading.correlation.as_ref().map(|found| {
            let (single, average) = (format!("{:.2}", found.single), format!("{:.2}", found.average));
            fill(words.minute_correlation_value(), &[("single", &single), ("average", &average)])
        });
        let pairs = [
            (words.minute_total(), self.total()),
            (words.minute_start(), say::start(language, reading, self.draft.pack.structure().scoring.step)),
            (words.minute_interval(), reading.interval.map_or_else(none, interval)),
            (words.minute_alpha(), alpha.unwrap_or_else(none)),
            (words.minute_correlation(), correlation.unwrap_or_else(none)),
        ];
        let mut pairs: Vec<(&str, String)> = pairs.into();
        if let Some(found) = &reading.correlation_of_all {
            pairs.push((words.minute_correlation_of_all(), say::correlation_of_all(language, found)));
        }
        self.draft.heading(2, words.minute_result());
        self.draft.key_values(pairs.into_iter().map(pair).collect());
        if let Some(told) = say::reconciled(language, reading) {
            self.draft.paragraphs(ParagraphStyle::Note, &told);
        }
        let meaning = fill(words.panel_interval_meaning(), &[("coverage", &coverage)]);
        self.draft.paragraphs(ParagraphStyle::Note, &meaning);
        self.draft.paragraphs(ParagraphStyle::Note, words.panel_alpha_meaning());
        if let Some(found) = &reading.correlation {
            let meaning = fill(words.panel_correlation_meaning(), &[("items", &found.items.to_string())]);
            self.draft.paragraphs(ParagraphStyle::Note, &meaning);
        }
        if reading.correlation_of_all.is_some() {
            self.draft.paragraphs(ParagraphStyle::Note, words.panel_correlation_of_all_meaning());
        }
    }

    /// What the total covers; none where it covers everything.
    fn covered(&self) -> Option<String> {
        let (agreed, all) = (self.reading.agreed_items, self.reading.items.len());
        let values = [("n", &*agreed.to_string()), ("all", &*all.to_string())];
        (agreed < all).then(|| fill(self.draft.words.minute_covers(), &values))
    }

    /// The total with what it covers: the same here and at the foot of the table.
    fn total(&self) -> String {
        let (words, agreed) = (self.draft.words, &self.reading.agreed);
        if self.reading.agreed_items == 0 {
            return words.none().to_owned();
        }
        let told = fill(
            words.minute_total_of(),
            &[("points", &agreed.points.to_string()), ("max", &agreed.max.to_string())],
        );
        match self.covered() {
            Some(covered) => fill(words.report_status(), &[("text", &told), ("status", &covered)]),
            None => told,
        }
    }

    fn items(&mut self) {
        let words = self.draft.words;
        let mut rows: Vec<Row> = self.reading.items.iter().map(|item| self.item(item)).collect();
        let total = |name: &str, tally: &Tally| Row {
            weight: Weight::Total,
            cells: vec![
                name.to_owned(),
                String::new(),
                String::new(),
                String::new(),
                String::new(),
                String::new(),
                tally.points.to_string(),
            ],
        };
        if self.reading.agreed_items > 0 {
            let name = match self.covered() {
                Some(covered) => fill(words.report_status(), &[("text", words.minute_total()), ("status", &covered)]),
                None => words.minute_total().to_owned(),
            };
            rows.push(total(&name, &self.reading.agreed));
        }
        let columns = [
            (words.minute_item(), 28, Alignment::Start),
            (words.minute_ratings(), 26, Alignment::Start),
            (words.minute_median(), 9, Alignment::End),
            (words.minute_range(), 8, Alignment::End),
            (words.minute_treatment(), 12, Alignment::Start),
            (words.minute_agreed(), 9, Alignment::End),
            (words.minute_points(), 8, Alignment::End),
        ];
        self.draft.heading(2, words.minute_items());
        if !self.reading.lettered {
            self.draft.paragraphs(ParagraphStyle::Note, words.panel_unlettered());
        }
        self.draft.table(words.minute_items(), &columns, rows);
    }

    fn item(&self, item: &ItemReading) -> Row {
        let (pack, language, words) = (self.draft.pack, self.draft.language, self.draft.words);
        let none = || words.none().to_owned();
        let ratings: Vec<String> = item
            .ratings
            .iter()
            .map(|rating| say::rating(language, self.reading, rating, self.anonymous, "\u{a0}"))
            .collect();
        let agreed = item.standing.percent();
        let mut name = say::item_name(pack, language, item.item);
        if matches!(item.maximum, Maximum::Bonus(_)) {
            name = [&name, words.term_bonus()].join(" · ");
        }
        Row {
            weight: Weight::Plain,
            cells: vec![
                name,
                if ratings.is_empty() { none() } else { ratings.join(words.term_list()) },
                item.spread.map_or_else(none, |spread| spread.median.to_string()),
                item.spread.map_or_else(none, |spread| spread.range().to_string()),
                say::treatment(language, item.treatment).to_owned(),
                agreed.map_or_else(none, |percent| percent.to_string()),
                agreed.map_or_else(none, |percent| item.points(pack, percent).to_string()),
            ],
        }
    }

    fn reasons(&mut self) {
        let (words, reading) = (self.draft.words, self.reading);
        self.draft.heading(2, words.minute_reasons());
        let mut told = false;
        for item in &reading.items {
            // A key that went astray is neither a reason nor a note.
            let written = [(words.minute_reason(), &item.reason), (words.minute_note(), &item.note)];
            let mut written = written.into_iter().filter(|(_, text)| !text.trim().is_empty() && !is_key_slip(text)).peekable();
            if written.peek().is_none() {
                continue;
            }
            told = true;
            let name = say::item_name(self.draft.pack, self.draft.language, item.item);
            self.draft.heading(3, name);
            for (label, text) in written {
                self.draft.labelled(label, ParagraphStyle::Body, text);
            }
        }
        if !told {
            self.draft.paragraphs(ParagraphStyle::Body, words.minute_no_reasons());
        }
    }

    /// The times the session went a step back, with the reason and who had signed until then.
    fn reopenings(&mut self) {
        let (words, language) = (self.draft.words, self.draft.language);
        let row = |reopening: &Reopening| {
            let names: Vec<&str> = reopening.signatures.iter().map(|signature| &*signature.name).collect();
            let what = if reopening.unlocked_scores() {
                words.minute_reopened_scores()
            } else {
                words.minute_reopened_consensus()
            };
            Row {
                weight: Weight::Plain,
                cells: vec![
                    day(language, reopening.date),
                    what.to_owned(),
                    reopening.reason.trim().to_owned(),
                    self.listed(&names),
                ],
            }
        };
        let rows: Vec<Row> = self.panel.reopenings.iter().map(row).collect();
        if rows.is_empty() {
            return;
        }
        let columns = [
            (words.minute_reopened_on(), 16, Alignment::Start),
            (words.minute_reopened_what(), 24, Alignment::Start),
            (words.minute_reopened_reason(), 40, Alignment::Start),
            (words.minute_reopened_signatures(), 20, Alignment::Start),
        ];
        self.draft.heading(2, words.minute_reopenings());
        self.draft.table(words.minute_reopenings(), &columns, rows);
    }

    /// What was received: by assessor with the hash of each file, or without names, where a file would be one.
    fn files(&mut self) {
        let words = self.draft.words;
        let anonymous = self.anonymous;
        let row = |(at, assessor): (usize, &crate::panel::AssessorReading)| {
            let shift = assessor
                .shift
                .map_or_else(|| words.none().to_owned(), |shift| with_minus(format!("{:+.1}", shift.mean + 0.0)));
            let cells = if anonymous {
                vec![self.name(at), shift]
            } else {
                let (rated, asked) = (assessor.rated.to_string(), assessor.assigned.to_string());
                let hash = self.panel.sheets.get(at).map_or("", |sheet| bare(&sheet.hash));
                vec![
                    self.name(at),
                    fill(words.minute_count_of(), &[("n", &rated), ("all", &asked)]),
                    shift,
                    hash.to_owned(),
                ]
            };
            Row { weight: Weight::Plain, cells }
        };
        let rows: Vec<Row> = self.reading.assessors.iter().enumerate().map(row).collect();
        let columns = [
            (words.minute_assessor(), 20, Alignment::Start),
            (words.minute_rated(), 14, Alignment::End),
            (words.minute_shift(), 18, Alignment::End),
            (words.minute_hash(), 48, Alignment::Start),
        ];
        let unnamed = [(words.minute_assessor(), 50, Alignment::Start), (words.minute_shift(), 50, Alignment::End)];
        if rows.is_empty() {
            return;
        }
        self.draft.heading(2, words.minute_files());
        let columns = if anonymous { &unnamed[..] } else { &columns[..] };
        self.draft.table(words.minute_files(), columns, rows);
        if anonymous {
            // One value over all files, in the order of their own: it proves the same, and leads to nobody.
            let mut hashes: Vec<&str> = self.panel.sheets.iter().map(|sheet| bare(&sheet.hash)).collect();
            hashes.sort_unstable();
            let whole = fingerprint(hashes.join("\n").as_bytes());
            let told = fill(words.minute_hash_of_all(), &[("hash", bare(&whole))]);
            self.draft.paragraphs(ParagraphStyle::Note, &told);
        }
    }

    /// A line for every signature, else one for each assessor and the facilitator to sign on paper.
    fn signatures(&mut self) {
        let (words, language) = (self.draft.words, self.draft.language);
        let row = |name: String, role: String, date: String| Row {
            weight: Weight::Plain,
            cells: vec![name, role, String::new(), date],
        };
        let mut rows: Vec<Row> = Vec::new();
        for signature in &self.panel.signatures {
            let name = String::from(&*signature.name);
            rows.push(row(name, String::from(&*signature.role), day(language, signature.date)));
        }
        self.draft.heading(2, words.minute_signatures());
        if rows.is_empty() {
            self.draft.paragraphs(ParagraphStyle::Missing, words.minute_unsigned());
            if !self.panel.facilitator.trim().is_empty() {
                let name = String::from(&*self.panel.facilitator);
                rows.push(row(name, words.minute_facilitator().to_owned(), String::new()));
            }
            for at in 0..self.reading.assessors.len() {
                // A letter beside a signature would be a name.
                let name = if self.anonymous { String::new() } else { self.name(at) };
                rows.push(row(name, words.minute_assessor().to_owned(), String::new()));
            }
        }
        let columns = [
            (words.minute_name(), 28, Alignment::Start),
            (words.minute_role(), 22, Alignment::Start),
            (words.minute_signature(), 28, Alignment::Start),
            (words.minute_signed_on(), 22, Alignment::Start),
        ];
        self.draft.table(words.minute_signatures(), &columns, rows);
    }

    fn name(&self, assessor: usize) -> String {
        let language = self.draft.language;
        self.reading
            .assessors
            .get(assessor)
            .map_or_else(String::new, |found| say::assessor(language, found, self.anonymous))
    }

    fn listed<T: AsRef<str>>(&self, names: &[T]) -> String {
        let names: Vec<String> = names.iter().map(|name| say::on_one_line(self.draft.language, name.as_ref())).collect();
        match names.as_slice() {
            [] => self.draft.words.minute_nobody().to_owned(),
            names => names.join(self.draft.words.term_list()),
        }
    }
}

/// A hash without the name of its kind.
fn bare(hash: &str) -> &str {
    hash.strip_prefix("sha256:").unwrap_or(hash)
}

fn pair((label, value): (&str, String)) -> KeyValue {
    KeyValue {
        label: label.to_owned(),
        value: Some(value),
        written: None,
    }
}

fn day(language: Language, date: Option<Date>) -> String {
    date.map_or_else(|| language.words().none().to_owned(), |date| say::date(language, date))
}

fn or_dash(language: Language, text: &Text) -> String {
    match text.trim() {
        "" => language.words().none().to_owned(),
        text => say::on_one_line(language, text),
    }
}
