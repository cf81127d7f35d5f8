//! The certificate of a trainee's record: what was scored, how far off and how steadily, as a document to sign.
//!
//! It says on every page and first of all that it is the kit's own record and no official certificate, and it does not judge whether
//! anybody has passed: no award body has published what would be enough.

use super::document::{Alignment, Block, Document, KeyValue, ParagraphStyle, Row, Weight};
use super::draft::{Draft, pair};
use super::pinned::Pinned;
use super::say;
use crate::archive::{KeptTraining, fingerprint, write_training};
use crate::assessment::Assessment;
use crate::criteria::Pack;
use crate::date::Date;
use crate::language::{Language, Words, fill};
use crate::order;
use crate::panel::{Accuracy, ItemOffset, TrainingEntry};

/// The certificate as a document. Items are named by the criteria; one they do not know stands under its id.
pub fn certificate(pack: &Pack, kept: &KeptTraining, language: Language) -> Document {
    let blank = Assessment::blank(pack);
    let mut pen = Certificate {
        draft: Draft::new(pack, &blank, language),
        kept,
        entries: in_time(kept),
    };
    pen.write();
    let words = language.words();
    let trainee = named(words, language, &kept.record.trainee);
    Document {
        title: words.certificate_title().to_owned(),
        author: trainee.clone(),
        language,
        header: fill(words.certificate_header(), &[("trainee", &trainee)]),
        footer: words.minute_footer().to_owned(),
        mark: String::new(),
        blocks: pen.draft.blocks,
        pinned: Pinned::default(),
    }
}

/// The day of the last case, which the file is dated with.
pub fn certified_on(kept: &KeptTraining) -> Option<Date> {
    kept.record.entries.iter().filter_map(|entry| entry.date).max()
}

/// What was done, by day; what has none first.
fn in_time(kept: &KeptTraining) -> Vec<&TrainingEntry> {
    let mut entries: Vec<&TrainingEntry> = kept.record.entries.iter().collect();
    order::sort_by_key(&mut entries, |entry| entry.date);
    entries
}

fn named(words: &Words, language: Language, name: &str) -> String {
    match say::on_one_line(language, name.trim()) {
        name if name.is_empty() => words.training_trainee_unnamed().to_owned(),
        name => name,
    }
}

struct Certificate<'a> {
    draft: Draft<'a>,
    kept: &'a KeptTraining,
    entries: Vec<&'a TrainingEntry>,
}

impl Certificate<'_> {
    fn write(&mut self) {
        let words = self.draft.words;
        self.draft.heading(1, words.certificate_title());
        self.draft.labelled(words.certificate_mark(), ParagraphStyle::Body, words.certificate_own());
        self.record();
        if self.kept.record.accuracy().is_none() {
            self.draft.paragraphs(ParagraphStyle::Missing, words.certificate_none());
            self.signatures();
        } else {
            self.results();
            self.signatures();
            self.items();
            self.meaning();
        }
    }

    fn record(&mut self) {
        let (words, language) = (self.draft.words, self.draft.language);
        let days = || self.entries.iter().filter_map(|entry| entry.date);
        let period = days().min().zip(days().max()).map(|(first, last)| match first == last {
            true => say::date(language, first),
            false => fill(
                words.certificate_period_value(),
                &[("from", &say::date(language, first)), ("to", &say::date(language, last))],
            ),
        });
        let (cases, attempts) = (self.last().len().to_string(), self.entries.len().to_string());
        let pairs = [
            (words.certificate_trainee(), named(words, language, &self.kept.record.trainee)),
            (
                words.certificate_cases(),
                fill(words.certificate_cases_value(), &[("n", &cases), ("attempts", &attempts)]),
            ),
            (words.certificate_period(), period.unwrap_or_else(|| words.none().to_owned())),
            (words.certificate_hash(), fingerprint(write_training(self.kept).as_bytes())),
        ];
        self.draft.heading(2, words.certificate_record());
        self.draft.key_values(pairs.into_iter().map(|(label, value)| pair(label, &value)).collect());
    }

    fn results(&mut self) {
        let words = self.draft.words;
        let mut rows = Vec::new();
        for (at, entry) in self.entries.iter().enumerate() {
            let attempt = self.entries[..=at].iter().filter(|before| before.case == entry.case).count();
            let title = named_case(self.draft.language, entry);
            let case = match attempt {
                0 | 1 => title,
                n => [&*title, " · ", &fill(words.training_attempt(), &[("n", &n.to_string())])].concat(),
            };
            let day = entry.date.map_or_else(|| words.none().to_owned(), |day| say::date(self.draft.language, day));
            rows.push(self.figures(case, day, entry.accuracy(), Weight::Plain));
        }
        if rows.len() > 1 {
            rows.push(self.figures(
                words.training_record_all().to_owned(),
                String::new(),
                self.kept.record.accuracy(),
                Weight::Total,
            ));
        }
        let columns = [
            (words.training_column_case(), 20, Alignment::Start),
            (words.certificate_signed_on(), 13, Alignment::Start),
            (words.training_column_compared(), 13, Alignment::End),
            (words.training_bias(), 17, Alignment::Start),
            (words.training_column_consistency(), 16, Alignment::Start),
            (words.training_within_step(), 11, Alignment::End),
            (words.training_within_band(), 10, Alignment::End),
        ];
        self.draft.heading(2, words.certificate_results());
        self.draft.table(words.certificate_results(), &columns, rows);
    }

    fn figures(&self, case: String, day: String, found: Option<Accuracy>, weight: Weight) -> Row {
        let (words, language) = (self.draft.words, self.draft.language);
        let none = || words.none().to_owned();
        let of = |count: fn(&Accuracy) -> usize| found.map_or_else(none, |found| [count(&found).to_string(), found.compared.to_string()].join(" / "));
        Row {
            weight,
            cells: vec![
                case,
                day,
                found.map_or_else(none, |found| found.compared.to_string()),
                found.map_or_else(none, |found| say::bias(language, found.bias)),
                found.map_or_else(none, |found| say::consistency(language, found.consistency)),
                of(|found| found.within_step),
                of(|found| found.within_band),
            ],
        }
    }

    /// The last attempt at each case, in the order in which cases were first done.
    fn last(&self) -> Vec<&TrainingEntry> {
        let mut last: Vec<&TrainingEntry> = Vec::new();
        for entry in &self.entries {
            match last.iter_mut().find(|known| known.case == entry.case) {
                Some(known) => *known = entry,
                None => last.push(entry),
            }
        }
        last
    }

    fn items(&mut self) {
        let (words, language) = (self.draft.words, self.draft.language);
        let columns = [
            (words.training_column_item(), 42, Alignment::Start),
            (words.training_column_reference(), 16, Alignment::End),
            (words.training_column_own(), 13, Alignment::End),
            (words.training_column_offset(), 15, Alignment::End),
            (words.training_column_band(), 14, Alignment::Start),
        ];
        let tables: Vec<(String, Vec<Row>)> = self
            .last()
            .into_iter()
            .filter(|entry| !entry.items.is_empty())
            .map(|entry| (named_case(language, entry), entry.items.iter().map(|item| self.item(item)).collect()))
            .collect();
        self.draft.heading(2, words.certificate_items());
        for (case, rows) in tables {
            self.draft.table(&fill(words.certificate_items_of(), &[("case", &case)]), &columns, rows);
        }
    }

    fn item(&self, item: &ItemOffset) -> Row {
        let (words, pack) = (self.draft.words, self.draft.pack);
        let name = pack
            .item_slot(&item.item)
            .map_or_else(|| item.item.to_string(), |slot| say::item_name(pack, self.draft.language, slot));
        let band = if item.same_band {
            words.training_same_band()
        } else {
            words.training_other_band()
        };
        let percent = |value: u8| [&value.to_string(), "%"].concat();
        Row {
            weight: Weight::Plain,
            cells: vec![
                name,
                percent(item.reference),
                percent(item.own),
                say::signed(f64::from(item.offset())),
                band.to_owned(),
            ],
        }
    }

    fn meaning(&mut self) {
        let words = self.draft.words;
        let steps = self.entries.iter().flat_map(|entry| &entry.items).map(|item| item.step);
        let step = steps.max().unwrap_or_default().to_string();
        let within = fill(words.training_within_step_meaning(), &[("step", &step)]);
        let all = [
            (words.training_bias(), words.training_bias_meaning()),
            (words.training_consistency(), words.training_consistency_meaning()),
            (words.training_within_step(), &*within),
            (words.training_within_band(), words.training_within_band_meaning()),
        ];
        self.draft.heading(2, words.certificate_meaning());
        for (name, meaning) in all {
            self.draft.paragraphs(ParagraphStyle::Entry, &[name, words.colon(), meaning].concat());
        }
    }

    /// Room for two hands and a day.
    fn signatures(&mut self) {
        let words = self.draft.words;
        let line = |label: &str| KeyValue {
            label: label.to_owned(),
            value: None,
            written: None,
        };
        let lines = [words.certificate_trainee(), words.certificate_facilitator(), words.certificate_signed_on()];
        self.draft.heading(2, words.certificate_signatures());
        self.draft.blocks.push(Block::Lines(lines.map(line).into()));
    }
}

fn named_case(language: Language, entry: &TrainingEntry) -> String {
    match say::on_one_line(language, entry.title.trim()) {
        title if title.is_empty() => language.words().none().to_owned(),
        title => title,
    }
}
