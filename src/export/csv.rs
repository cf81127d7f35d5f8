//! Scores, indicators and improvement targets as one table in long form, for spreadsheets and other programs: a line for
//! every figure, in UTF-8 with byte-order mark and CRLF, as Excel and WPS expect it (RFC 4180).
//!
//! Columns: `section` (`total`, `category`, `item`, `input`, `indicator`), `id`, `name`, `field`, `year` (empty where it
//! is of no year), `value` (a number with a point, empty for *not rated*), `unit`. A text that a spreadsheet would take for
//! a formula stands behind an apostrophe, so that it stays text.

use super::plain::legal;
use crate::assessment::{Assessment, FigureRecord, FigureSlot, Goal, Yearly};
use crate::criteria::Pack;
use crate::indicators::read_results;
use crate::language::Language;
use crate::scoring::{Points, Tally, score};

const HEAD: [&str; 7] = ["section", "id", "name", "field", "year", "value", "unit"];

/// The text of the finished file, byte-order mark included.
pub(super) fn write(pack: &Pack, assessment: &Assessment, language: Language) -> String {
    let mut sheet = Sheet::new();
    sheet.row(&HEAD.map(String::from));
    scores(pack, assessment, language, &mut sheet);
    figures(pack, assessment, language, &mut sheet);
    sheet.out
}

/// A table being written.
pub(super) struct Sheet {
    pub out: String,
}

/// What a line is about.
struct Subject<'a> {
    section: &'static str,
    id: &'a str,
    name: &'a str,
}

impl Sheet {
    /// An empty one, with the byte-order mark.
    pub fn new() -> Sheet {
        Sheet { out: String::from('\u{feff}') }
    }

    /// A line of cells, those that need it in quotation marks.
    pub fn row(&mut self, cells: &[String]) {
        for (at, cell) in cells.iter().enumerate() {
            if at > 0 {
                self.out.push(',');
            }
            if cell.contains([',', '"', '\r', '\n']) {
                self.out.push('"');
                self.out.push_str(&cell.replace('"', "\"\""));
                self.out.push('"');
            } else {
                self.out.push_str(cell);
            }
        }
        self.out.push_str("\r\n");
    }

    fn figure(&mut self, subject: &Subject<'_>, field: &str, year: Option<i32>, value: Option<String>, unit: &str) {
        let year = year.map_or_else(String::new, |year| year.to_string());
        let value = value.unwrap_or_default();
        self.row(&[
            subject.section.to_owned(),
            text(subject.id),
            text(subject.name),
            field.to_owned(),
            year,
            value,
            text(unit),
        ]);
    }

    fn tally(&mut self, subject: &Subject<'_>, tally: Tally, unit: &str) {
        self.figure(subject, "max", None, Some(tally.max.to_string()), unit);
        self.figure(subject, "points", None, Some(tally.points.to_string()), unit);
    }

    fn yearly(&mut self, subject: &Subject<'_>, field: &str, values: &Yearly<f64>, unit: &str) {
        for (year, value) in values.iter() {
            self.figure(subject, field, Some(year), Some(value.to_string()), unit);
        }
    }
}

/// A text on one line that no spreadsheet takes for a formula: one that begins like one, also after white space, stands
/// behind an apostrophe.
pub(super) fn text(text: &str) -> String {
    let plain: String = text
        .chars()
        .map(|character| if matches!(character, '\n' | '\r' | '\t') { ' ' } else { legal(character) })
        .collect();
    if plain.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']) {
        ["'", &plain].concat()
    } else {
        plain
    }
}

fn scores(pack: &Pack, assessment: &Assessment, language: Language, sheet: &mut Sheet) {
    let (words, unit) = (pack.words(language.tag()), language.words().csv_points());
    let score = score(pack, assessment);
    let total = |id, name| Subject { section: "total", id, name };
    sheet.tally(&total("total", language.words().total()), score.total, unit);
    for (rubric, tally) in pack.structure().rubrics.iter().zip(&score.rubrics) {
        sheet.tally(&total(&rubric.id, words.rubric(&rubric.id)), *tally, unit);
    }
    if score.has_bonus() {
        sheet.tally(&total("bonus", language.words().term_bonus()), score.bonus, unit);
    }
    for category in &score.categories {
        let id = &pack.category(category.category).id;
        let subject = Subject {
            section: "category",
            id,
            name: words.category(id),
        };
        sheet.tally(&subject, category.tally, unit);
    }
    for item in &score.items {
        let id = &pack.item(item.item).id;
        let subject = Subject {
            section: "item",
            id,
            name: words.item(id),
        };
        let points = |points: Option<Points>| points.map(|points| points.to_string());
        let percent = |percent: Option<crate::assessment::Percent>| percent.map(|percent| percent.value().to_string());
        sheet.figure(&subject, "max", None, points(item.maximum.points()), unit);
        sheet.figure(&subject, "percent", None, percent(item.percent), "%");
        sheet.figure(&subject, "points", None, points(item.points), unit);
        if let Some(target) = assessment.improvement.target(item.item) {
            sheet.figure(&subject, "target", None, percent(Some(target)), "%");
        }
    }
}

fn figures(pack: &Pack, assessment: &Assessment, language: Language, sheet: &mut Sheet) {
    let (words, book) = (pack.words(language.tag()), &assessment.figures);
    for (slot, input) in pack.inputs() {
        let subject = Subject {
            section: "input",
            id: &input.id,
            name: words.input(&input.id),
        };
        sheet.yearly(&subject, "value", book.input(slot), words.unit(&input.unit));
    }
    for reading in &read_results(pack, assessment).indicators {
        let Some(record) = book.record(reading.slot) else { continue };
        let name = match reading.slot {
            FigureSlot::Catalogue(slot) => words.indicator(&pack.indicator(slot).id).to_owned(),
            FigureSlot::Own(at) => book.own.get(at).map_or_else(String::new, |own| String::from(&*own.name)),
        };
        let (id, unit) = match reading.slot {
            FigureSlot::Catalogue(slot) => (pack.indicator(slot).id.as_str(), words.unit(&pack.indicator(slot).unit)),
            FigureSlot::Own(at) => book.own.get(at).map_or(("", ""), |own| (&*own.id, &*own.unit)),
        };
        let subject = Subject {
            section: "indicator",
            id,
            name: &name,
        };
        for &(year, value) in reading.series.known() {
            sheet.figure(&subject, "value", Some(year), Some(value.to_string()), unit);
        }
        indicator(&subject, record, unit, sheet);
    }
}

fn indicator(subject: &Subject<'_>, record: &FigureRecord, unit: &str, sheet: &mut Sheet) {
    let number = |value: f64| Some(value.to_string());
    match record.target {
        Some(Goal::Value(value)) => sheet.figure(subject, "target", None, number(value), unit),
        Some(Goal::Within { low, high }) => {
            sheet.figure(subject, "target_low", None, number(low), unit);
            sheet.figure(subject, "target_high", None, number(high), unit);
        }
        None => {}
    }
    sheet.yearly(subject, "benchmark", &record.benchmark.values, unit);
    if let Some((place, of)) = record.rank {
        sheet.figure(subject, "rank", None, Some(place.to_string()), "");
        sheet.figure(subject, "rank_of", None, Some(of.to_string()), "");
    }
    if let Some(value) = record.projected {
        sheet.figure(subject, "projected", None, number(value), unit);
    }
}
