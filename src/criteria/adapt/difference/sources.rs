//! What differs in `sources.json` and is not told with the figure itself.

use super::Side;
use super::places::shown;
use crate::criteria::sources::{Attribution, Sources, is_below};
use crate::criteria::structure::Change;
use serde_json::{Map, Value};
use std::collections::BTreeSet;

/// Whether a figure changes with a place: with its own, a condition in an edition with the condition's rule, an item's
/// points with its being a bonus item.
pub(in crate::criteria::adapt) fn follows_from(figure: &str, place: &str) -> bool {
    if figure == place {
        return true;
    }
    let id = |kind: &str| place.strip_prefix(kind);
    match figure.split_once('/') {
        Some(("edition", rest)) => id("rule/").is_some_and(|rule| rest.split_once('/').is_some_and(|(_, condition)| condition == rule)),
        Some(("points", item)) => id("bonus/") == Some(item),
        _ => false,
    }
}

/// The figures a place stands for: those that change with it, or those whose source it is the place of.
pub(in crate::criteria::adapt) fn figures_at<'f>(figures: &'f [String], place: &str) -> impl Iterator<Item = &'f String> {
    figures.iter().filter(move |figure| match place.strip_prefix("source/") {
        Some(key) => is_below(figure, key),
        None => follows_from(figure, place),
    })
}

/// Adds what is told of sources beside the figures in `changes`.
pub(super) fn compare(old: &Side<'_>, new: &Side<'_>, changes: &mut Vec<Change>) {
    if old.view.sources == new.view.sources {
        return;
    }
    let (Some(from), Some(to)) = (old.sources, new.sources) else {
        tell(changes, "other/sources.json", String::new(), String::new());
        return;
    };
    let places: BTreeSet<String> = changes.iter().map(|change| change.place.clone()).collect();
    let by_place: Vec<&str> = places
        .iter()
        .map(String::as_str)
        .filter(|place| place.starts_with("rule/") || place.starts_with("bonus/"))
        .collect();
    let told = |figure: &str| places.contains(figure) || by_place.iter().any(|place| follows_from(figure, place));
    let mut citing_new = BTreeSet::new();
    let mut citing_old = BTreeSet::new();
    let mut told_here = BTreeSet::new();
    let before: BTreeSet<&str> = old.figures.iter().map(String::as_str).collect();
    let after: BTreeSet<&str> = new.figures.iter().map(String::as_str).collect();
    for figure in &new.figures {
        let is_told = told(figure);
        let (key_to, now) = entry(to, figure);
        if !before.contains(figure.as_str()) {
            citing_new.extend(now.map(|now| now.source.as_str()));
            continue;
        }
        let (key_from, was) = entry(from, figure);
        if was == now {
            continue;
        }
        citing_new.extend(now.map(|now| now.source.as_str()));
        citing_old.extend(was.map(|was| was.source.as_str()));
        let key = if key_from == key_to { key_to } else { figure };
        if !is_told && told_here.insert(key) {
            tell(changes, &["source/", key].concat(), said(was), said(now));
        }
    }
    for figure in old.figures.iter().filter(|figure| !after.contains(figure.as_str())) {
        citing_old.extend(entry(from, figure).1.map(|was| was.source.as_str()));
    }
    for id in &from.sources {
        if !to.sources.contains(id) && !citing_old.contains(id.as_str()) {
            tell(changes, &["cited/", id].concat(), "on".into(), String::new());
        }
    }
    for id in &to.sources {
        if !from.sources.contains(id) && !citing_new.contains(id.as_str()) {
            tell(changes, &["cited/", id].concat(), String::new(), "on".into());
        }
    }
    let explained = |key: &str| told(key) || told_here.contains(key) || places.iter().any(|place| is_below(place, key) || is_below(key, place));
    entries(old, new, &explained, changes);
}

/// Entries that differ without any figure being attributed otherwise.
fn entries(old: &Side<'_>, new: &Side<'_>, explained: &dyn Fn(&str) -> bool, changes: &mut Vec<Change>) {
    let none = Map::new();
    let read = |side: &Side<'_>| side.view.sources.get("figures").and_then(Value::as_object).cloned();
    let (from, to) = (read(old), read(new));
    let (from, to) = (from.as_ref().unwrap_or(&none), to.as_ref().unwrap_or(&none));
    let show = |value: Option<&Value>| value.map_or_else(String::new, shown);
    for key in from.keys().chain(to.keys().filter(|key| !from.contains_key(*key))) {
        let (was, now) = (from.get(key), to.get(key));
        if was != now && !explained(key) {
            tell(changes, &["other/sources.json/", key].concat(), show(was), show(now));
        }
    }
}

/// The key that attributes a figure, and its attribution.
fn entry<'a>(sources: &'a Sources, figure: &'a str) -> (&'a str, Option<&'a Attribution>) {
    let mut key = figure;
    loop {
        if let Some(found) = sources.figures.get(key) {
            return (key, Some(found));
        }
        match key.rsplit_once('/') {
            Some((group, _)) => key = group,
            None => return (figure, None),
        }
    }
}

/// An attribution as source, status and, where it stands there, confidence: `national-table/unverified/medium`.
fn said(attribution: Option<&Attribution>) -> String {
    let Some(attribution) = attribution else { return String::new() };
    let mut said = [&attribution.source, "/", attribution.status.word()].concat();
    if let Some(confidence) = attribution.confidence {
        said.push('/');
        said.push_str(confidence.word());
    }
    said
}

fn tell(changes: &mut Vec<Change>, place: &str, old: String, new: String) {
    changes.push(Change {
        place: place.to_owned(),
        old,
        new,
        ..Change::default()
    });
}
