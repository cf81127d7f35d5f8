//! Places in texts: where a sentence of a pack says one of the pack's own figures, it names the figure in braces, and the
//! figure is filled in when the pack is read. So the sentence follows the figure.
//!
//! `"近 {years} 年内无重大投诉"` beside a rule of 2 years is `近 2 年内无重大投诉`. The table of names is in
//! `criteria/README.md`; a name that stands for nothing stays as it is written, and the checker says so.

use super::content::text_file;
use super::fault::{Fault, FaultCode};
use super::pack::Pack;
use super::structure::{Rule, Structure};
use crate::json;
use serde_json::{Map, Value};

/// Figures from this one on are written in groups of three.
const LONG: u64 = 10_000;

/// The texts that have places, filled, by language and id; null where there are none.
pub(super) fn filled(pack: &Structure, texts: &[(String, Value)]) -> Value {
    let mut all = Map::new();
    for (language, texts) in texts {
        let mut of_language = Map::new();
        for (id, text) in texts.as_object().into_iter().flatten() {
            if let Some(text) = text.as_str().filter(|text| has_places(text)) {
                json::set(&mut of_language, id, shown(pack, texts, id, text).into());
            }
        }
        if !of_language.is_empty() {
            json::set(&mut all, language, Value::Object(of_language));
        }
    }
    if all.is_empty() { Value::Null } else { Value::Object(all) }
}

/// A text of an id as it is shown, beside the other texts of its language.
pub(super) fn shown(pack: &Structure, texts: &Value, id: &str, text: &str) -> String {
    fill(text, &|place| match place {
        "name" if id != "pack.name" => Some(name(pack, texts)),
        place => figure(pack, id, place),
    })
}

/// Whether a text has anything in braces.
fn has_places(text: &str) -> bool {
    names(text).next().is_some()
}

/// What stands in the braces of a text, in order.
pub(super) fn names(text: &str) -> impl Iterator<Item = &str> {
    text.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0))
}

/// A text with its places filled; one that stands for nothing stays.
fn fill(text: &str, find: &dyn Fn(&str) -> Option<String>) -> String {
    let mut whole = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((place, behind)) = after.split_once('}') else { break };
        whole.push_str(before);
        match find(place) {
            Some(figure) => whole.push_str(&figure),
            None => whole.push_str(&["{", place, "}"].concat()),
        }
        rest = behind;
    }
    whole.push_str(rest);
    whole
}

/// The pack's name in the language of some texts; of places it knows the figures alone.
fn name(pack: &Structure, texts: &Value) -> String {
    let text = texts.get("pack.name").and_then(Value::as_str).unwrap_or_default();
    fill(text, &|place| figure(pack, "pack.name", place))
}

/// Whether a place stands for something in a text: a figure that is known, or the name of the pack, which its name alone
/// cannot hold.
pub(super) fn stands(pack: &Structure, id: &str, place: &str) -> bool {
    figure(pack, id, place).is_some() || place == "name" && id != "pack.name"
}

/// The figure that a place stands for in the text of an id; none where there is no such figure, or nobody knows it.
pub(super) fn figure(pack: &Structure, id: &str, place: &str) -> Option<String> {
    let (group, rest) = id.split_once('.').unwrap_or((id, ""));
    let own = rest.split('.').next().unwrap_or_default();
    let (kind, of) = place.split_once('.').unwrap_or((place, ""));
    match (kind, of) {
        ("edition", "") => Some(pack.edition.clone()),
        ("total", "") => Some(grouped(pack.scoring.total)),
        ("step", "") => Some(grouped(pack.scoring.step)),
        ("years", "") if group == "condition" => years(pack, own).map(grouped),
        ("condition", of) => years(pack, of).map(grouped),
        ("years", "") if group == "self_check" => look_back(pack, own).map(grouped),
        ("self_check", of) => look_back(pack, of).map(grouped),
        ("division", "") if group == "condition" => pack.eligibility.conditions.iter().find_map(|known| match &known.rule {
            Rule::RegisteredIn { division } if known.id == own => Some(division.clone()),
            _ => None,
        }),
        ("points", "") if group == "reference" => line(pack, own),
        ("reference", of) => line(pack, of),
        ("points", of) => points(pack, of),
        ("characters", "") if group == "limit" => limit(pack, own),
        ("limit", of) => limit(pack, of),
        ("from" | "to", "") if group == "maturity" => {
            let band = pack.maturity.iter().find(|band| band.id == own)?;
            Some(grouped(if kind == "from" { band.from } else { band.to }))
        }
        ("fact", of) => pack.facts.iter().find(|fact| fact.id == of)?.value.map(grouped),
        ("opens" | "closes", of) => {
            let wanted = if of.is_empty() && group == "edition" { own } else { of };
            let edition = pack.eligibility.editions.iter().find(|edition| edition.id == wanted)?;
            let day = if kind == "opens" { edition.opens } else { edition.closes };
            day.map(|day| day.to_string())
        }
        _ => None,
    }
}

/// The years a condition's rule asks for.
pub(super) fn years(pack: &Structure, condition: &str) -> Option<u32> {
    let condition = pack.eligibility.conditions.iter().find(|known| known.id == condition)?;
    match condition.rule {
        Rule::YearsSinceRegistration { years } | Rule::FreeOf { years } => Some(years),
        Rule::RegisteredIn { .. } | Rule::LegalPerson | Rule::Declared => None,
    }
}

/// The years a self-check looks back.
pub(super) fn look_back(pack: &Structure, check: &str) -> Option<u32> {
    pack.eligibility.self_checks.iter().find(|known| known.id == check)?.look_back_years
}

fn line(pack: &Structure, id: &str) -> Option<String> {
    let line = pack.scoring.reference_lines.iter().find(|line| line.id == id)?;
    Some(grouped(line.points))
}

fn limit(pack: &Structure, id: &str) -> Option<String> {
    let limit = pack.limits.iter().find(|limit| limit.id == id)?;
    Some(grouped(limit.characters))
}

/// The points of a category or an item.
fn points(pack: &Structure, id: &str) -> Option<String> {
    let category = pack.categories.iter().find(|category| category.id == id).map(|category| category.points);
    let mut items = pack.categories.iter().flat_map(|category| &category.items);
    let points = category.or_else(|| items.find(|item| item.id == id).map(|item| item.points));
    points.map(grouped)
}

/// A figure as sentences have it: 3, 1000, 30,000.
fn grouped(figure: impl Into<u64>) -> String {
    let figure = figure.into();
    let digits = figure.to_string();
    if figure < LONG {
        return digits;
    }
    let mut whole = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at) % 3 == 0 {
            whole.push(',');
        }
        whole.push(digit);
    }
    whole
}

/// Where a pack has the short name of another one that it is not the same edition of, by which nobody could tell them apart.
pub fn names_taken(pack: &Pack, other: &Pack) -> Vec<Fault> {
    let same = pack.id() == other.id() && pack.edition() == other.edition();
    let languages = pack.languages().filter(|_| !same);
    let taken = languages.filter(|language| other.languages().any(|known| known == *language) && pack.words(language).short() == other.words(language).short());
    taken
        .map(|language| Fault {
            given: pack.words(language).short().to_owned(),
            wanted: other.key(),
            ..Fault::new(FaultCode::NameTaken, &text_file(language), "/pack.short")
        })
        .collect()
}
