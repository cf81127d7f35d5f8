//! The old and new values of a change as they are shown: `50` is `50 分`.

use super::figures::{band, rule, size_bounds, window};
use super::place::Namer;
use super::terms::{kind as kind_name, rounding, status};
use crate::criteria::{Kind, Measure, PackView, Rounding, Rule, SizeBounds, Status};
use crate::date::parse_date;
use crate::language::{Language, fill, grouped};
use serde_json::Value;

/// A value of a change at a place. Texts are given back whole. Names are looked up in the packs in turn.
pub fn place_value(language: Language, place: &str, value: &str, packs: &[PackView<'_>]) -> String {
    let words = language.words();
    let namer = Namer { language, packs };
    let (kind, rest) = place.split_once('/').unwrap_or((place, ""));
    let number = |text: &str| fill(text, &[("n", value)]);
    match (kind, value) {
        ("applies_to", "") => words.changed_all_kinds().to_owned(),
        (_, "") | ("number", "null") => words.changed_nothing().to_owned(),
        ("order", _) => each(language, value, &|id| namer.in_list(rest, id)),
        ("text" | "id" | "version" | "other" | "number", _) => value.to_owned(),
        ("edition", _) if rest.is_empty() => value.to_owned(),
        ("bonus", on) => if on == "on" { words.changed_yes() } else { words.changed_no() }.to_owned(),
        ("rubric", _) if rest.contains('/') => band(language, value),
        ("total" | "category" | "points" | "reference", _) => number(words.criteria_points_value()),
        ("maturity", _) => {
            let (from, to) = value.split_once('–').unwrap_or((value, ""));
            fill(words.criteria_range_value(), &[("from", from), ("to", to)])
        }
        ("step", _) => number(words.criteria_step_value()),
        ("limit", _) => number(words.criteria_limit_value()),
        ("rounding", _) => {
            let found = Rounding::ALL.into_iter().find(|rule| rule.word() == value);
            found.map_or(value, |rule| rounding(language, rule)).to_owned()
        }
        ("not_applicable", "reduce") => words.criteria_not_applicable_reduce().to_owned(),
        ("not_applicable", "redistribute_in_category") => words.criteria_not_applicable_in_category().to_owned(),
        ("not_applicable", _) => words.criteria_not_applicable_all().to_owned(),
        ("applies_to", _) => each(language, value, &|word| {
            let kind = Kind::ALL.into_iter().find(|kind| kind.word() == word);
            kind.map_or(word, |kind| kind_name(language, kind)).to_owned()
        }),
        ("tags", _) => each(language, value, &|id| namer.word(id, &|words| words.orientation(id))),
        ("judged_by", id) => namer.word(id, &|words| words.rubric(id)),
        ("default_edition", id) => namer.word(id, &|words| words.edition(id)),
        ("unit" | "input", id) => namer.word(id, &|words| words.unit(id)),
        ("rule", _) => rule_of(value).map_or_else(|| value.to_owned(), |found| rule(language, &found)),
        ("rubric_limit", _) => limit(language, value),
        ("size", _) => each(language, value, &|bounds| {
            bounds_of(bounds).map_or_else(|| bounds.to_owned(), |found| size_bounds(language, &found))
        }),
        ("edition_dates", _) => {
            let (opens, closes) = value.split_once('–').unwrap_or((value, ""));
            window(language, parse_date(opens), parse_date(closes))
        }
        ("fact", "null") => words.changed_unknown().to_owned(),
        ("fact", _) => {
            let unit = namer
                .find(&|pack| pack.at(&["facts", rest, "unit"]))
                .and_then(Value::as_str)
                .unwrap_or_default();
            let value = value.parse().map_or_else(|_| value.to_owned(), grouped);
            fill(
                words.term_quantity(),
                &[("value", &value), ("unit", &namer.word(unit, &|words| words.unit(unit)))],
            )
        }
        ("self_check", "null") => words.criteria_look_back_now().to_owned(),
        ("self_check", _) => fill(words.criteria_look_back_years(), &[("years", value)]),
        ("source", _) => source(namer, value),
        ("edition", "on") if rest.contains('/') => words.criteria_on().to_owned(),
        ("edition", "off") => words.criteria_off().to_owned(),
        (_, "on") => words.changed_included().to_owned(),
        _ => value.to_owned(),
    }
}

/// Each of several values, joined as in a sentence.
fn each(language: Language, values: &str, say: &dyn Fn(&str) -> String) -> String {
    let said: Vec<String> = values.split(", ").map(say).collect();
    said.join(language.words().term_list())
}

/// A rule as a change writes it: `years_since_registration 3`.
fn rule_of(value: &str) -> Option<Rule> {
    let (kind, rest) = value.split_once(' ').unwrap_or((value, ""));
    Some(match kind {
        "registered_in" => Rule::RegisteredIn { division: rest.to_owned() },
        "legal_person" => Rule::LegalPerson,
        "years_since_registration" => Rule::YearsSinceRegistration { years: rest.parse().ok()? },
        "free_of" => Rule::FreeOf { years: rest.parse().ok()? },
        "declared" => Rule::Declared,
        _ => return None,
    })
}

/// How a factor limits the suggestion: `ceiling trend 30-45 30-45`.
fn limit(language: Language, value: &str) -> String {
    let words = language.words();
    match value.split(' ').collect::<Vec<&str>>().as_slice() {
        ["own_band", _] => words.criteria_own_band().to_owned(),
        ["ceiling", _, below, band] => fill(words.criteria_ceiling(), &[("below", below), ("band", band)]),
        _ => value.to_owned(),
    }
}

/// Bounds of the size classes: `staff 1000 300 20`.
fn bounds_of(value: &str) -> Option<SizeBounds> {
    let mut parts = value.split(' ');
    let word = parts.next()?;
    let measure = Measure::ALL.into_iter().find(|measure| measure.word() == word)?;
    let mut bound = || parts.next()?.parse().ok();
    Some(SizeBounds {
        measure,
        large: bound()?,
        medium: bound()?,
        small: bound()?,
    })
}

/// A source as it is cited, with its status.
fn source(namer: Namer<'_>, value: &str) -> String {
    let mut parts = value.split('/');
    let source = parts.next().unwrap_or_default();
    let word = parts.next().unwrap_or_default();
    let status = Status::ALL
        .into_iter()
        .find(|known| known.word() == word)
        .map_or(word, |known| status(namer.language, known));
    let text = namer.word(source, &|words| words.source(source));
    fill(namer.language.words().report_status(), &[("text", &text), ("status", status)])
}
