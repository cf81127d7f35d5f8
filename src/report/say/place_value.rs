//! The old and new values of a change as they are shown: `50` is `50 分`, `on` is `列入`.

use super::judgement::date;
use super::place::Namer;
use super::terms::{kind as kind_name, rounding, status};
use crate::criteria::{Kind, PackView, Rounding, Status};
use crate::date::parse_date;
use crate::language::{Language, fill};
use serde_json::Value;

/// A value of a change at a place. Texts are given back whole.
pub fn place_value(language: Language, place: &str, value: &str, packs: &[PackView<'_>]) -> String {
    let words = language.words();
    let namer = Namer { language, packs };
    let (kind, rest) = place.split_once('/').unwrap_or((place, ""));
    let number = |text: &str| fill(text, &[("n", value)]);
    match (kind, value) {
        ("text" | "id" | "version" | "other" | "order", "") => words.changed_nothing.to_owned(),
        ("text" | "id" | "version" | "other" | "order", _) => value.to_owned(),
        ("edition", _) if rest.is_empty() => value.to_owned(),
        ("applies_to", "") => words.changed_all_kinds.to_owned(),
        (_, "") => words.changed_nothing.to_owned(),
        ("number", "null") => words.changed_nothing.to_owned(),
        ("bonus", on) => if on == "on" { words.changed_yes } else { words.changed_no }.to_owned(),
        ("rubric", _) if rest.contains('/') => number(words.changed_percent),
        ("total" | "category" | "points" | "maturity" | "reference", _) => number(words.changed_points),
        ("step", _) => number(words.changed_percent),
        ("limit", _) => number(words.changed_characters),
        ("rounding", _) => Rounding::ALL
            .into_iter()
            .find(|rule| rule.word() == value)
            .map_or(value, |rule| rounding(language, rule))
            .to_owned(),
        ("not_applicable", "reduce") => words.changed_reduce.to_owned(),
        ("not_applicable", "redistribute_in_category") => words.changed_in_category.to_owned(),
        ("not_applicable", _) => words.changed_redistribute.to_owned(),
        ("applies_to", _) => each(language, value, &|word| {
            let kind = Kind::ALL.into_iter().find(|kind| kind.word() == word);
            kind.map_or(word, |kind| kind_name(language, kind)).to_owned()
        }),
        ("tags", _) => each(language, value, &|id| namer.word(id, &|words| words.orientation(id))),
        ("judged_by", id) => namer.word(id, &|words| words.rubric(id)),
        ("default_edition", id) => namer.word(id, &|words| words.edition(id)),
        ("unit", id) => namer.word(id, &|words| words.unit(id)),
        ("rule", _) => rule(language, value),
        ("edition_dates", _) => dates(language, value),
        ("fact", "null") => words.changed_unknown.to_owned(),
        ("fact", _) => {
            let unit = namer
                .find(&|pack| pack.at(&["facts", rest, "unit"]))
                .and_then(Value::as_str)
                .unwrap_or_default();
            fill(words.changed_quantity, &[("n", value), ("unit", &namer.word(unit, &|words| words.unit(unit)))])
        }
        ("self_check", "null") => words.changed_present.to_owned(),
        ("self_check", _) => number(words.changed_look_back),
        ("source", _) => source(namer, value),
        (_, "on") => words.changed_included.to_owned(),
        (_, "off") => words.changed_not_included.to_owned(),
        _ => value.to_owned(),
    }
}

/// Each of several values, joined as in a sentence.
fn each(language: Language, values: &str, say: &dyn Fn(&str) -> String) -> String {
    let said: Vec<String> = values.split(", ").map(say).collect();
    said.join(language.words().term_list)
}

/// How a condition is judged.
fn rule(language: Language, value: &str) -> String {
    let words = language.words();
    let (kind, rest) = value.split_once(' ').unwrap_or((value, ""));
    let text = match kind {
        "registered_in" => words.changed_rule_registered_in,
        "legal_person" => words.changed_rule_legal_person,
        "years_since_registration" => words.changed_rule_years,
        "free_of" => words.changed_rule_free_of,
        "declared" => words.changed_rule_declared,
        _ => return value.to_owned(),
    };
    fill(text, &[("n", rest), ("region", words.by_code("region", rest))])
}

/// From the first to the last day for applications.
fn dates(language: Language, value: &str) -> String {
    let words = language.words();
    let (opens, closes) = value.split_once('–').unwrap_or((value, ""));
    let say = |day: &str| parse_date(day).map_or_else(|| words.changed_unknown.to_owned(), |day| date(language, day));
    fill(words.changed_dates, &[("opens", &say(opens)), ("closes", &say(closes))])
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
    fill(namer.language.words().report_status, &[("text", &text), ("status", status)])
}
