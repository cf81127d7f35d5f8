//! Answers of one id made into those of several, and of several into one.

use serde_json::{Map, Value};

/// The members that hold text, by item or condition.
const TEXTS: [&str; 5] = ["answers", "strengths", "opportunities", "evidence", "remark"];

/// The members that judge.
const RATINGS: [&str; 3] = ["percent", "bands", "answer"];

/// Whether there is anything in a value: a text that is not blank, a number, a choice.
pub(super) fn holds(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::String(text) => !text.trim().is_empty(),
        Value::Array(list) => list.iter().any(holds),
        Value::Object(members) => members.values().any(holds),
        Value::Bool(_) | Value::Number(_) => true,
    }
}

/// What one of several successors takes over: the texts, but no rating. What this version does not know goes to the
/// first of them.
pub(super) fn share(value: &Value, first: bool) -> Value {
    let Value::Object(members) = value else { return value.clone() };
    let taken = members.iter().filter(|(name, _)| {
        let name = name.as_str();
        TEXTS.contains(&name) || (first && !RATINGS.contains(&name))
    });
    Value::Object(taken.map(|(name, value)| (name.clone(), value.clone())).collect())
}

/// Several answers as one: texts one after the other, each with its heading before it; evidence joined; a rating where
/// all agree. What this version does not know is the first one's.
pub(super) fn join(parts: &[(String, Value)]) -> Value {
    let mut joined = Map::new();
    for name in names(parts.iter().map(|(_, value)| value)) {
        let members: Vec<(&str, Option<&Value>)> = parts.iter().map(|(heading, value)| (heading.as_str(), value.get(&name))).collect();
        let member = match name.as_str() {
            "percent" | "answer" => agreed(&members),
            "bands" => {
                let values = members.iter().filter_map(|(_, value)| *value);
                let bands = names(values).into_iter().map(|factor| {
                    let bands: Vec<(&str, Option<&Value>)> = below(&members, &factor);
                    (factor, agreed(&bands))
                });
                Value::Object(bands.filter(|(_, band)| !band.is_null()).collect())
            }
            known if TEXTS.contains(&known) => texts(&members),
            _ => members.iter().find_map(|(_, value)| *value).cloned().unwrap_or_default(),
        };
        joined.insert(name, member);
    }
    Value::Object(joined)
}

/// The names of the members of some objects, each once.
fn names<'a>(values: impl Iterator<Item = &'a Value>) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for members in values.filter_map(Value::as_object) {
        for name in members.keys() {
            if !names.contains(name) {
                names.push(name.clone());
            }
        }
    }
    names
}

fn below<'a>(members: &[(&'a str, Option<&'a Value>)], name: &str) -> Vec<(&'a str, Option<&'a Value>)> {
    members
        .iter()
        .map(|(heading, value)| (*heading, value.and_then(|value| value.get(name))))
        .collect()
}

/// The value all of them have, else null.
fn agreed(members: &[(&str, Option<&Value>)]) -> Value {
    let first = members.first().and_then(|(_, value)| *value);
    match first {
        Some(value) if members.iter().all(|(_, other)| *other == first) => value.clone(),
        _ => Value::Null,
    }
}

/// Texts, lists of texts, or objects of them, joined place by place.
fn texts(members: &[(&str, Option<&Value>)]) -> Value {
    let there: Vec<(&str, &Value)> = members.iter().filter_map(|(heading, value)| value.map(|value| (*heading, value))).collect();
    if there.iter().all(|(_, value)| value.is_object()) {
        let names = names(there.iter().map(|(_, value)| *value));
        return Value::Object(
            names
                .into_iter()
                .map(|name| {
                    let inside = below(members, &name);
                    (name, texts(&inside))
                })
                .collect(),
        );
    }
    if there.iter().all(|(_, value)| value.is_array()) {
        let mut list: Vec<Value> = Vec::new();
        for element in there.iter().filter_map(|(_, value)| value.as_array()).flatten() {
            if !list.contains(element) {
                list.push(element.clone());
            }
        }
        return Value::Array(list);
    }
    let mut distinct: Vec<(&str, &str)> = Vec::new();
    for (heading, text) in there.iter().filter_map(|(heading, value)| Some((*heading, value.as_str()?))) {
        if !text.trim().is_empty() && !distinct.iter().any(|(_, before)| *before == text) {
            distinct.push((heading, text));
        }
    }
    match distinct.as_slice() {
        [] => Value::String(String::new()),
        [(_, only)] => Value::String((*only).to_owned()),
        several => {
            let blocks: Vec<String> = several.iter().map(|(heading, text)| [heading, "\n", text].concat()).collect();
            Value::String(blocks.join("\n\n"))
        }
    }
}
