//! The figures of the table by what texts call them, and texts held against them.

use super::names::{CALLED, variants};
use super::unit::Unit;
use super::{Stated, What};
use crate::assessment::{Assessment, FigureSlot, Yearly};
use crate::criteria::{IndicatorSlot, InputSlot, Pack};
use crate::indicators::{Series, Subject, read_results};
use crate::order;
use std::collections::BTreeMap;

/// One thing of the table: several where an indicator and an input are called the same.
pub(in crate::red_pen) struct Known {
    pub(super) subjects: Vec<Subject>,
    pub(super) unit: Unit,
    /// Values by year; those of several subjects one after the other.
    values: Vec<(Subject, i32, f64)>,
}

/// The table, to be found by name.
pub(in crate::red_pen) struct Figures {
    pub(super) known: Vec<Known>,
    /// By the last character of a name: the names that end so, longer first.
    by_ending: BTreeMap<char, Vec<(String, usize)>>,
    /// The years asked for; those that have values, where none are.
    pub(super) years: Option<(i32, i32)>,
}

impl Figures {
    pub fn of(pack: &Pack, assessment: &Assessment) -> Figures {
        let book = &assessment.figures;
        let mut figures = Figures {
            known: Vec::new(),
            by_ending: BTreeMap::new(),
            years: None,
        };
        let mut names = BTreeMap::new();
        let tags: Vec<&str> = pack.languages().collect();
        let computed = book.indicators.iter().any(|record| record.computed).then(|| read_results(pack, assessment));
        for (slot, indicator) in pack.indicators() {
            let series = computed
                .as_ref()
                .and_then(|results| results.indicators.get(slot.0))
                .map(|reading| &reading.series);
            let record = book.indicator(slot);
            let values = match series.filter(|_| record.computed) {
                Some(series) => of_series(series),
                None => of_years(&record.values),
            };
            let called = tags.iter().map(|tag| pack.words(tag).indicator(&indicator.id));
            let units: Vec<&str> = tags.iter().map(|tag| pack.words(tag).unit(&indicator.unit)).collect();
            figures.add(
                &mut names,
                Subject::Indicator(FigureSlot::Catalogue(IndicatorSlot(slot.0))),
                &indicator.id,
                called,
                &units,
                values,
            );
        }
        for (slot, input) in pack.inputs() {
            let called = tags.iter().map(|tag| pack.words(tag).input(&input.id));
            let units: Vec<&str> = tags.iter().map(|tag| pack.words(tag).unit(&input.unit)).collect();
            figures.add(
                &mut names,
                Subject::Input(InputSlot(slot.0)),
                &input.id,
                called,
                &units,
                of_years(book.input(slot)),
            );
        }
        for (at, own) in book.own.iter().enumerate() {
            let called = std::iter::once(&*own.name).filter(|name| name.chars().count() > 2);
            figures.add(
                &mut names,
                Subject::Indicator(FigureSlot::Own(at)),
                &own.id,
                called,
                &[&own.unit],
                of_years(&own.record.values),
            );
        }
        for (name, at) in names {
            if let Some(last) = name.chars().next_back() {
                figures.by_ending.entry(last).or_default().push((name, at));
            }
        }
        for names in figures.by_ending.values_mut() {
            order::sort_by(names, |(one, _), (other, _)| other.len().cmp(&one.len()));
        }
        let all = || figures.known.iter().flat_map(|known| &known.values).map(|(_, year, _)| *year);
        figures.years = book
            .window
            .map(|window| (window.first(), window.last()))
            .or_else(|| Some((all().min()?, all().max()?)));
        figures
    }

    fn add<'a>(
        &mut self,
        names: &mut BTreeMap<String, usize>,
        subject: Subject,
        id: &str,
        called: impl Iterator<Item = &'a str>,
        units: &[&str],
        values: Vec<(i32, f64)>,
    ) {
        let mut all: Vec<String> = called.flat_map(variants).collect();
        for (_, zh, en) in CALLED.iter().filter(|(known, ..)| *known == id) {
            all.extend(zh.iter().chain(*en).map(|name| (*name).to_owned()));
        }
        // The first that is called so: 利润总额 is an indicator and an input, and both are looked at.
        let at = all
            .iter()
            .find_map(|name| names.get(name).copied())
            .filter(|at| !self.known[*at].subjects.contains(&subject));
        let at = at.unwrap_or_else(|| {
            self.known.push(Known {
                subjects: Vec::new(),
                unit: Unit::of(units),
                values: Vec::new(),
            });
            self.known.len() - 1
        });
        let known = &mut self.known[at];
        known.subjects.push(subject);
        known.values.extend(values.into_iter().map(|(year, value)| (subject, year, value)));
        for name in all.into_iter().filter(|name| !name.is_empty()) {
            names.entry(name).or_insert(at);
        }
    }

    /// The longest name that a text ends with: where it begins, and what it is.
    pub(super) fn name_at_end(&self, text: &str) -> Option<(usize, usize)> {
        let names = self.by_ending.get(&text.chars().next_back()?)?;
        let is_whole = |name: &str| {
            let latin = name.starts_with(|sign: char| sign.is_ascii_alphanumeric());
            !latin || !text[..text.len() - name.len()].ends_with(|sign: char| sign.is_ascii_alphanumeric())
        };
        let (name, at) = names.iter().find(|(name, _)| text.ends_with(name.as_str()) && is_whole(name))?;
        Some((text.len() - name.len(), *at))
    }

    /// What is stated beside what the table holds of it; nothing of rows without years of which no number agrees.
    pub fn compared<'s>(&self, stated: &'s [Stated]) -> Vec<(&'s Stated, Subject, f64, bool)> {
        let mut all = Vec::new();
        for one in stated {
            let What::Known(at) = one.what else { continue };
            let values = &self.known[at].values;
            let there = values.iter().filter(|(_, year, _)| *year == one.year);
            // 75 among 83.3 and 91.7 was typed as 75.0.
            let digit = |subject: Subject| {
                let of_series = values.iter().filter(|(other, ..)| *other == subject);
                of_series.map(|(_, _, value)| half_of_last_digit(*value)).fold(0.5, f64::min)
            };
            let agreeing = there.clone().find(|(subject, _, value)| agrees(one, *value, digit(*subject)));
            if let Some((subject, _, value)) = agreeing.or_else(|| there.clone().next()) {
                all.push((one, *subject, *value, agreeing.is_some()));
            }
        }
        let believed: Vec<usize> = all.iter().filter(|(one, _, _, agrees)| one.dated || *agrees).map(|(one, ..)| one.row).collect();
        all.retain(|(one, ..)| one.dated || believed.contains(&one.row));
        // Beside the one that agrees, another of the same year in the same text is that of a part.
        let told: Vec<(usize, &What, i32)> = all
            .iter()
            .filter(|(.., agrees)| *agrees)
            .map(|(one, ..)| (one.passage, &one.what, one.year))
            .collect();
        all.retain(|(one, _, _, agrees)| *agrees || !told.contains(&(one.passage, &one.what, one.year)));
        all
    }

    /// Whether the table has a value for what is stated.
    pub fn holds(&self, stated: &Stated) -> bool {
        matches!(stated.what, What::Known(at) if self.known[at].values.iter().any(|(_, year, _)| *year == stated.year))
    }
}

/// Whether what is stated is the value of the table: rounded as it is written, or the other way round, with half of the last digit that
/// was typed.
fn agrees(stated: &Stated, table: f64, digit: f64) -> bool {
    let room = stated.room.max(digit);
    (stated.value - table).abs() <= room * 1.000_001
}

/// Half of the last digit a number needs: 0.05 of 99.5, 0.5 of 860.
fn half_of_last_digit(value: f64) -> f64 {
    let mut unit = 1.0;
    for _ in 0..8 {
        let digits = value / unit;
        if (digits - digits.round()).abs() < 1e-6 {
            break;
        }
        unit /= 10.0;
    }
    unit / 2.0
}

fn of_years(values: &Yearly<f64>) -> Vec<(i32, f64)> {
    values.iter().map(|(year, value)| (year, *value)).collect()
}

fn of_series(series: &Series) -> Vec<(i32, f64)> {
    series.known().to_vec()
}
