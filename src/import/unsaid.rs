//! Figures beside which no unit stands anywhere: no caption, heading, format, column or cell tells it. Where offices write the same thing in several
//! scales (元, 千元, 万元, 亿元), in which one it stands is asked once for a sheet and all that is kept in one unit, and nothing of it is taken over before.
//!
//! Asked of money, of money per person, of shares in ‰ or ppm (which may be fractions of one as well), and of standard coal per money. Persons, pieces, points and hours are written in one
//! scale; so is per cent, where shares of one have a question of their own. What stands in the assessment answers too: where figures are within a
//! factor of [`NEAR`] of the nearest year that is entered, and none is further off, no other usual scale is possible, since the nearest is ten times
//! as large.

use crate::assessment::{Assessment, Goal};
use crate::indicators::{Measure, Subject};

use super::column::Column;
use super::table::Spot;
use super::value::Taken;

/// So many times as large, or so small a part, is the same scale at most; scales are ten times apart at least.
const NEAR: f64 = 3.0;

/// A question about the unit of figures beside which none stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitAsked {
    pub table: usize,
    /// What is kept in one unit and asked for together; the key of the [answers](super::Mapping::units).
    pub family: String,
    /// The cells it is about.
    pub cells: Vec<Spot>,
    /// The unit they are said to stand in.
    pub answer: Option<String>,
}

impl UnitAsked {
    /// The units it is usually written in, from the smallest to the largest; in Chinese, or in English.
    pub fn choices(&self, english: bool) -> Vec<String> {
        let measure = of_family(&self.family);
        measure.map_or_else(Vec::new, |measure| scales(&measure, english))
    }

    /// The unit that the assessment keeps it in; in Chinese, or in English.
    pub fn kept_in(&self, english: bool) -> String {
        let own = of_family(&self.family);
        self.choices(english).into_iter().find(|unit| Measure::read(unit) == own).unwrap_or_default()
    }

    /// Which of some units is an answer: the one it is kept in, else the first that counts the same thing.
    pub fn answered_by<'a>(&self, units: &'a [String]) -> Option<&'a String> {
        let own = of_family(&self.family)?;
        let read = |unit: &String| Measure::read(unit);
        let same = units.iter().find(|unit| read(unit).as_ref() == Some(&own));
        same.or_else(|| units.iter().find(|unit| read(unit).is_some_and(|measure| measure.is_of(&own))))
    }
}

/// A figure that stands without a unit.
pub(super) struct Unsaid {
    pub(super) spot: Spot,
    pub(super) family: String,
    /// Whether it is as large as what is entered; none where nothing is.
    pub(super) agrees: Option<bool>,
}

/// The family of an indicator's unit, by its names; none where it is written in one scale alone.
pub(super) fn family(units: &[&str]) -> Option<String> {
    let measure = units.iter().find_map(|unit| Measure::read(unit))?;
    (!scales(&measure, false).is_empty()).then(|| [&measure.power.to_string(), " ", measure.base.as_str()].concat())
}

fn of_family(family: &str) -> Option<Measure> {
    let (power, base) = family.split_once(' ')?;
    Some(Measure {
        power: power.parse().ok()?,
        base: base.to_owned(),
    })
}

/// Money, by its base and its name in English.
const MONEY: &[(&str, &str)] = &[
    ("元", "yuan"),
    ("美元", "US dollars"),
    ("欧元", "euros"),
    ("港元", "HK dollars"),
    ("日元", "yen"),
    ("英镑", "pounds"),
];
/// The scales it is written in.
const MULTIPLIED: &[(&str, &str)] = &[("", ""), ("千", "thousand "), ("万", "10,000 "), ("百万", "million "), ("亿", "100 million ")];

/// The units that what is measured so is usually written in; none where there is one alone.
fn scales(own: &Measure, english: bool) -> Vec<String> {
    let written = |chinese: &str, in_english: &str| if english { in_english.to_owned() } else { chinese.to_owned() };
    if let Some((money, named)) = MONEY.iter().find(|(money, _)| *money == own.base) {
        let all = MULTIPLIED.iter();
        return all.map(|(times, by)| written(&[*times, *money].concat(), &[*by, *named].concat())).collect();
    }
    let of = |list: &[(&str, &str)]| list.iter().map(|(chinese, in_english)| written(chinese, in_english)).collect();
    match own.base.as_str() {
        "元/人" => of(&[("元/人", "yuan/person"), ("千元/人", "thousand yuan/person"), ("万元/人", "10,000 yuan/person")]),
        "克标准煤/元" => of(&[("千克标准煤/万元", "kgce/10,000 yuan"), ("吨标准煤/万元", "tce/10,000 yuan")]),
        "1" if own.power < -2 => of(&[("小数", "fraction of one"), ("%", "%"), ("‰", "‰"), ("ppm", "ppm")]),
        _ => Vec::new(),
    }
}

/// Whether a figure is as large as the nearest year that is entered for the same thing; none where nothing is, or where either is zero.
pub(super) fn agrees(assessment: &Assessment, subject: Subject, column: Column, value: &Taken) -> Option<bool> {
    let figure = match value {
        Taken::Number(value) | Taken::Goal(Goal::Value(value)) => *value,
        Taken::Goal(Goal::Within { low, high }) => (low + high) / 2.0,
        _ => return None,
    };
    let year = column.year.unwrap_or(i32::MAX);
    let figures = &assessment.figures;
    let series = match subject {
        Subject::Input(slot) => figures.input(slot),
        Subject::Indicator(slot) => &figures.record(slot)?.values,
    };
    let (_, there) = series.iter().min_by_key(|(other, _)| other.abs_diff(year))?;
    let times = figure / there;
    (times.is_finite() && times != 0.0).then(|| (NEAR.recip()..=NEAR).contains(&times))
}
