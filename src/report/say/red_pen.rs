//! What the red pen marks, in words: the sentence of a hit, and what a rule says of itself. The words come from the rules' own files.

use super::field_place::field_place;
use super::indicators::{figure_number, indicator_name};
use super::quoting::quoted;
use crate::assessment::{Assessment, FigureSlot};
use crate::criteria::Pack;
use crate::indicators::Subject;
use crate::language::{Language, fill};
use crate::red_pen::{Hit, Said, Value, Weight};

/// A text of a rule in a language.
pub fn said(language: Language, said: Said) -> &'static str {
    match language {
        Language::Zh => said.zh,
        Language::En => said.en,
    }
}

/// How much an examiner minds.
pub fn weight(language: Language, weight: Weight) -> &'static str {
    let words = language.words();
    match weight {
        Weight::Heavy => words.red_weight_heavy(),
        Weight::Medium => words.red_weight_medium(),
        Weight::Light => words.red_weight_light(),
    }
}

/// What is the matter with the text, without where it stands.
pub fn red_pen_hit(pack: &Pack, assessment: &Assessment, language: Language, hit: &Hit) -> String {
    let figure = hit
        .values
        .iter()
        .find_map(|(_, value)| if let Value::Figure(subject) = value { Some(*subject) } else { None });
    let told = hit.values.iter().map(|(name, value)| {
        let told = match value {
            Value::Words(text) => quoted(language, text),
            Value::Count(count) => count.to_string(),
            Value::Year(year) => year.to_string(),
            Value::Number(number) => with_unit(pack, assessment, language, *number, figure),
            Value::Figure(subject) => figure_name(pack, assessment, language, *subject),
            Value::Place(place) => field_place(pack, language, *place, ""),
        };
        (*name, told)
    });
    let told: Vec<(&str, String)> = told.collect();
    let told: Vec<(&str, &str)> = told.iter().map(|(name, value)| (*name, value.as_str())).collect();
    fill(said(language, hit.rule.told), &told)
}

/// The same with where it stands, as a line of a list.
pub fn red_pen_line(pack: &Pack, assessment: &Assessment, language: Language, hit: &Hit) -> String {
    let (place, told) = (field_place(pack, language, hit.place, ""), red_pen_hit(pack, assessment, language, hit));
    fill(language.words().term_within(), &[("whole", &place), ("part", &told)])
}

fn figure_name(pack: &Pack, assessment: &Assessment, language: Language, subject: Subject) -> String {
    match subject {
        Subject::Indicator(slot) => indicator_name(pack, assessment, language, slot),
        Subject::Input(slot) => pack.words(language.tag()).input(&pack.input(slot).id).to_owned(),
    }
}

/// A number of the table as it was typed, with the unit of its figure.
fn with_unit(pack: &Pack, assessment: &Assessment, language: Language, number: f64, subject: Option<Subject>) -> String {
    let written = figure_number(number, decimals(number));
    let words = pack.words(language.tag());
    let unit = match subject {
        Some(Subject::Indicator(FigureSlot::Catalogue(slot))) => words.unit(&pack.indicator(slot).unit).to_owned(),
        Some(Subject::Indicator(FigureSlot::Own(at))) => assessment.figures.own.get(at).map_or_else(String::new, |own| quoted(language, &own.unit)),
        Some(Subject::Input(slot)) => words.unit(&pack.input(slot).unit).to_owned(),
        None => String::new(),
    };
    match unit.trim() {
        "" => written,
        sign @ ("%" | "‰") => [&written, sign].concat(),
        unit => fill(language.words().term_quantity(), &[("value", &written), ("unit", unit)]),
    }
}

/// How many digits behind the point a number needs, four at most.
fn decimals(number: f64) -> u8 {
    let mut digits = 0;
    let mut rest = number;
    while digits < 4 && (rest - rest.round()).abs() > 1e-6 {
        digits += 1;
        rest = number * 10_f64.powi(i32::from(digits));
    }
    digits
}
