//! Packs that build on another one: the files of the base with a pack's own laid over them.
//!
//! In `pack.json` a top-level member that stands in the pack replaces the base's whole member. Sources, their entries
//! and texts are joined by id, and the pack's own win. What is inherited and not needed is left out; what is the pack's
//! own and not needed stays, so that the checker finds it.

use super::content::PackContent;
use super::indicator::fitting;
use super::sources::{Sources, accounted, figures};
use super::structure::Structure;
use super::texts::required;
use serde_json::{Map, Value};
use std::collections::BTreeSet;

/// `pack.json` of the base with the pack's own members over it; without `base`, and without what tells of the base
/// itself.
pub(super) fn structure(own: &Value, base: &Value) -> Value {
    let (Value::Object(own), Value::Object(base)) = (own, base) else {
        return own.clone();
    };
    let mut whole = Map::new();
    for name in ["format", "version", "id", "edition"] {
        if let Some(value) = own.get(name) {
            whole.insert(name.into(), value.clone());
        }
    }
    for (name, value) in base {
        if !matches!(name.as_str(), "format" | "version" | "id" | "edition" | "adapted" | "retired") {
            whole.insert(name.clone(), own.get(name).unwrap_or(value).clone());
        }
    }
    // Inherited indicators are those the pack's own categories have a place for.
    if !own.contains_key("indicators") && own.contains_key("categories") {
        let part = |name: &str| whole.get(name).cloned().unwrap_or_default();
        let (indicators, identities) = fitting(&part("categories"), &part("inputs"), &part("indicators"), &part("identities"));
        let inherited = [("indicators", indicators), ("identities", identities)];
        for (name, value) in inherited.into_iter().filter(|(name, _)| !own.contains_key(*name)) {
            if let Some(member) = whole.get_mut(name) {
                *member = value;
            }
        }
    }
    for (name, value) in own {
        if name != "base" && !whole.contains_key(name) {
            whole.insert(name.clone(), value.clone());
        }
    }
    Value::Object(whole)
}

/// `sources.json` of the base with the pack's own entries over it.
pub(super) fn sources(own: &Value, base: &Sources, pack: &Structure) -> Value {
    let Value::Object(own) = own else { return own.clone() };
    let none = Map::new();
    let (listed, entered) = (own.get("sources"), own.get("figures"));
    if listed.is_some_and(|list| !list.is_array()) || entered.is_some_and(|figures| !figures.is_object()) {
        // What is of another kind cannot be joined; the checker says so.
        return Value::Object(own.clone());
    }
    let own_figures = entered.and_then(Value::as_object).unwrap_or(&none);
    let figures = figures(pack);
    let needed = accounted(&figures);
    let mut entries = Map::new();
    let mut cited = BTreeSet::new();
    for (key, attribution) in &base.figures.0 {
        if !own_figures.contains_key(key) && needed.contains(key.as_str()) {
            cited.insert(attribution.source.as_str());
            entries.insert(key.clone(), attribution.to_value());
        }
    }
    for (key, value) in own_figures {
        cited.extend(value.get("source").and_then(Value::as_str));
        entries.insert(key.clone(), value.clone());
    }
    let own_sources = listed.and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    let mut list: Vec<Value> = Vec::new();
    for id in &base.sources {
        let listed = own_sources.iter().any(|own| own.as_str() == Some(id));
        if cited.contains(id.as_str()) && !listed {
            list.push(Value::String(id.clone()));
        }
    }
    list.extend(own_sources.iter().cloned());
    let mut whole = own.clone();
    whole.insert("sources".into(), Value::Array(list));
    whole.insert("figures".into(), Value::Object(entries));
    Value::Object(whole)
}

/// The texts of every language of the pack or its base.
pub(super) fn texts(own: &PackContent, base: &PackContent, pack: &Structure, sources: &Sources) -> Vec<(String, Value)> {
    let needed = required(pack, sources);
    let none = Map::new();
    let mut languages: Vec<&String> = base.texts.iter().map(|(tag, _)| tag).collect();
    languages.extend(own.texts.iter().map(|(tag, _)| tag).filter(|tag| base.texts_of(tag).is_none()));
    let mut all = Vec::new();
    for language in languages {
        // What is not an object cannot be joined; the checker says so.
        if let Some((_, odd)) = own.texts.iter().find(|(tag, texts)| tag == language && !texts.is_object()) {
            all.push((language.clone(), odd.clone()));
            continue;
        }
        let over = own.texts_of(language).unwrap_or(&none);
        let under = base.texts_of(language).unwrap_or(&none);
        let mut whole = Map::new();
        for id in &needed {
            if let Some(text) = over.get(id).or_else(|| under.get(id)) {
                whole.insert(id.clone(), text.clone());
            }
        }
        for (id, text) in over {
            if !whole.contains_key(id) {
                whole.insert(id.clone(), text.clone());
            }
        }
        all.push((language.clone(), Value::Object(whole)));
    }
    all
}
