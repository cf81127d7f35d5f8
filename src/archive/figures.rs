//! Figures between the file's types and the record. What the pack has no slot for, and what is no year, is kept.

use super::error::ReadError;
use super::figures_file::{BenchmarkFile, FigureFile, FiguresFile, OwnFile, RankFile, TargetFile, YearsFile};
use crate::assessment::{Benchmark, FigureBook, FigureRecord, Goal, OwnIndicator, Window, Yearly, text};
use crate::criteria::Pack;
use crate::json::{self, ById};
use std::rc::Rc;

/// The figures in the slots of a pack; pointers of what is not understood are added to `unknown`.
pub(super) fn read(file: &FiguresFile, pack: &Pack, blank: &FigureBook, unknown: &mut Vec<String>) -> Result<FigureBook, ReadError> {
    let mut book = blank.clone();
    book.window = file.years.map(window).transpose()?;
    for (id, values) in &file.inputs.0 {
        let pointer = json::push("/inputs", id);
        match pack.input_slot(id) {
            Some(slot) => book.inputs[slot.0] = Rc::new(numbers(values, &pointer, unknown)),
            None => unknown.push(pointer),
        }
    }
    for (id, figures) in &file.indicators.0 {
        let pointer = json::push("/indicators", id);
        // Read also where it has no slot, so that a file opens under every pack or under none.
        let mut odd = Vec::new();
        let record = record(figures, &pointer, &mut odd)?;
        match pack.indicator_slot(id) {
            Some(slot) => {
                book.indicators[slot.0] = Rc::new(record);
                unknown.append(&mut odd);
            }
            None => unknown.push(pointer),
        }
    }
    for (id, own) in &file.own_indicators.0 {
        let pointer = json::push("/own_indicators", id);
        book.own.push(Rc::new(OwnIndicator {
            id: text(id),
            name: text(&own.name),
            item: text(&own.item),
            area: text(&own.area),
            unit: text(&own.unit),
            direction: own.direction.unwrap_or_default(),
            decimals: decimals(own.decimals, &pointer)?,
            low: own.low,
            high: own.high,
            formula: text(&own.formula),
            record: record(&own.figures, &json::push(&pointer, "figures"), unknown)?,
        }));
    }
    Ok(book)
}

fn bad(pointer: &str, member: &str, value: String) -> ReadError {
    ReadError::BadValue {
        pointer: json::push(pointer, member),
        value,
    }
}

fn window(years: YearsFile) -> Result<Window, ReadError> {
    let (first, count) = (i32::try_from(years.first).ok(), u8::try_from(years.count).ok());
    let window = first.zip(count).and_then(|(first, count)| Window::new(first, count));
    window.ok_or_else(|| bad("", "years", [years.first.to_string(), years.count.to_string()].join(" ")))
}

fn decimals(given: u32, pointer: &str) -> Result<u8, ReadError> {
    let small = u8::try_from(given).ok().filter(|decimals| *decimals <= 4);
    small.ok_or_else(|| bad(pointer, "decimals", given.to_string()))
}

fn record(file: &FigureFile, pointer: &str, unknown: &mut Vec<String>) -> Result<FigureRecord, ReadError> {
    Ok(FigureRecord {
        values: numbers(&file.values, &json::push(pointer, "values"), unknown),
        gaps: yearly(&file.gaps, &json::push(pointer, "gaps"), unknown, |reason| {
            (!reason.is_empty()).then(|| text(reason))
        }),
        computed: file.computed,
        target: file.target.map(|target| goal(target, pointer)).transpose()?,
        benchmark: Benchmark {
            whose: file.benchmark.whose,
            name: text(&file.benchmark.name),
            values: numbers(&file.benchmark.values, &json::push(&json::push(pointer, "benchmark"), "values"), unknown),
        },
        rank: file.rank.map(|rank| (rank.place, rank.of)),
        origins: file.origins.iter().copied().collect(),
        evidence: text(&file.evidence),
        projected: file.projected.map(unsigned_zero),
    })
}

fn goal(target: TargetFile, pointer: &str) -> Result<Goal, ReadError> {
    let goal = match target {
        TargetFile {
            value: Some(value),
            low: None,
            high: None,
        } => Some(Goal::Value(unsigned_zero(value))),
        TargetFile {
            value: None,
            low: Some(low),
            high: Some(high),
        } => Goal::within(unsigned_zero(low), unsigned_zero(high)),
        _ => None,
    };
    let shown = |part: Option<f64>| part.map_or_else(String::new, |part| part.to_string());
    goal.ok_or_else(|| bad(pointer, "target", [shown(target.value), shown(target.low), shown(target.high)].join(" ")))
}

fn unsigned_zero(value: f64) -> f64 {
    value + 0.0
}

fn numbers(file: &ById<Option<f64>>, pointer: &str, unknown: &mut Vec<String>) -> Yearly<f64> {
    yearly(file, pointer, unknown, |value| value.map(unsigned_zero))
}

fn yearly<F, T>(file: &ById<F>, pointer: &str, unknown: &mut Vec<String>, read: fn(&F) -> Option<T>) -> Yearly<T> {
    let mut all = Yearly::default();
    for (key, value) in &file.0 {
        match year(key) {
            Some(year) => all.set(year, read(value)),
            None => unknown.push(json::push(pointer, key)),
        }
    }
    all
}

/// A year as it stands in files: four digits, not `0000`.
fn year(key: &str) -> Option<i32> {
    let digits = key.len() == 4 && key.bytes().all(|byte| byte.is_ascii_digit());
    key.parse().ok().filter(|year| digits && *year > 0)
}

/// What is written: only what holds something, in the order of the pack.
pub(super) fn file_of(book: &FigureBook, pack: &Pack) -> FiguresFile {
    let inputs = pack.inputs().filter(|(slot, _)| !book.input(*slot).is_empty());
    let indicators = pack.indicators().filter(|(slot, _)| !book.indicator(*slot).is_blank());
    FiguresFile {
        years: book.window.map(|window| YearsFile {
            first: window.first().into(),
            count: window.count().into(),
        }),
        inputs: ById(inputs.map(|(slot, input)| (input.id.clone(), written(book.input(slot)))).collect()),
        indicators: ById(
            indicators
                .map(|(slot, indicator)| (indicator.id.clone(), figure_file(book.indicator(slot))))
                .collect(),
        ),
        own_indicators: ById(book.own.iter().map(|own| (String::from(&*own.id), own_file(own))).collect()),
    }
}

fn own_file(own: &OwnIndicator) -> OwnFile {
    OwnFile {
        name: String::from(&*own.name),
        item: String::from(&*own.item),
        area: String::from(&*own.area),
        unit: String::from(&*own.unit),
        direction: Some(own.direction),
        decimals: own.decimals.into(),
        low: own.low,
        high: own.high,
        formula: String::from(&*own.formula),
        figures: figure_file(&own.record),
    }
}

fn figure_file(record: &FigureRecord) -> FigureFile {
    FigureFile {
        values: written(&record.values),
        gaps: ById(record.gaps.iter().map(|(year, reason)| (key(year), String::from(&**reason))).collect()),
        computed: record.computed,
        target: record.target.map(|goal| match goal {
            Goal::Value(value) => TargetFile {
                value: Some(value),
                ..TargetFile::default()
            },
            Goal::Within { low, high } => TargetFile {
                value: None,
                low: Some(low),
                high: Some(high),
            },
        }),
        benchmark: BenchmarkFile {
            whose: record.benchmark.whose,
            name: String::from(&*record.benchmark.name),
            values: written(&record.benchmark.values),
        },
        rank: record.rank.map(|(place, of)| RankFile { place, of }),
        origins: record.origins.iter().collect(),
        evidence: String::from(&*record.evidence),
        projected: record.projected,
    }
}

fn written(values: &Yearly<f64>) -> ById<Option<f64>> {
    ById(values.iter().map(|(year, value)| (key(year), Some(*value))).collect())
}

fn key(year: i32) -> String {
    format!("{year:04}")
}
