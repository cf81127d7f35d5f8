//! What differs in `pack.json`, found by walking both side by side; what has an id is found by it, wherever it stands.

use super::places::{How, leads_on, named_at, shown};
use crate::criteria::adapt::reach::id_of;
use crate::criteria::structure::Change;
use crate::order;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// On which side the thing stands that a value belongs to.
#[derive(Clone, Copy, PartialEq)]
enum Parent {
    Both,
    /// It came: what is not said of it needs no telling.
    Came,
    /// It is gone: nothing of it is told but what counted.
    Gone,
}

/// Adds what differs between two `pack.json`; the record of adaptation is none of it.
pub(super) fn compare(old: &Value, new: &Value, changes: &mut Vec<Change>) {
    let mut walk = Walk { path: Vec::new(), changes };
    match (old, new) {
        (Value::Object(old), Value::Object(new)) => walk.members(Some(old), Some(new), &["adapted"], Parent::Both),
        _ => walk.value(Some(old), Some(new), Parent::Both),
    }
    // That the id of an item that is gone is kept goes without saying.
    let gone: Vec<String> = changes
        .iter()
        .filter(|change| change.new.is_empty())
        .map(|change| change.place.clone())
        .collect();
    changes.retain(|change| match change.place.strip_prefix("retired/") {
        Some(id) => change.new.is_empty() || !gone.contains(&["item/", id].concat()),
        None => true,
    });
}

struct Walk<'a, 'c> {
    /// Names of members and ids of elements.
    path: Vec<&'a str>,
    changes: &'c mut Vec<Change>,
}

impl<'a> Walk<'a, '_> {
    fn tell(&mut self, place: &str, old: String, new: String) {
        self.changes.push(Change {
            place: place.to_owned(),
            old,
            new,
            ..Change::default()
        });
    }

    /// Tells what has no name of its own.
    fn tell_other(&mut self, old: Option<&Value>, new: Option<&Value>) {
        let mut place = String::from("other/pack.json");
        for segment in &self.path {
            place.push('/');
            place.push_str(segment);
        }
        let shown = |value: Option<&Value>| value.map_or_else(String::new, shown);
        self.tell(&place, shown(old), shown(new));
    }

    fn value(&mut self, old: Option<&'a Value>, new: Option<&'a Value>, parent: Parent) {
        if old == new {
            return;
        }
        match named_at(&self.path) {
            Some((named, _)) if parent == Parent::Gone && !named.told_of_the_gone() => {}
            Some((named, place)) => self.named(&place, named.how, old, new, parent),
            None => self.unnamed(old, new, parent),
        }
    }

    fn named(&mut self, place: &str, how: How, old: Option<&'a Value>, new: Option<&'a Value>, parent: Parent) {
        let told = self.changes.len();
        let whole = |absent: &str| {
            let show = |value: Option<&Value>| value.map_or_else(|| absent.to_owned(), shown);
            (show(old), show(new))
        };
        let part = |show: &dyn Fn(&Value) -> String| {
            let show = |value: Option<&Value>| value.map_or_else(String::new, show);
            (show(old), show(new))
        };
        let member = |value: &Value, name: &str| value.get(name).map_or_else(String::new, shown);
        match how {
            How::Whole => self.tell_values(place, whole("")),
            How::Or(absent) => match whole(absent) {
                (was, now) if was != now && parent == Parent::Came => self.tell(place, String::new(), now),
                values => self.tell_values(place, values),
            },
            How::Member(name) => {
                self.tell_values(place, part(&|value| member(value, name)));
                self.rest(old, new, &["id", name]);
            }
            How::Range => {
                self.tell_values(place, part(&|value| [member(value, "from"), member(value, "to")].join("–")));
                self.rest(old, new, &["id", "from", "to"]);
            }
            How::There | How::Dates => {
                self.tell_values(place, part(&|_| "on".into()));
                if how == How::Dates {
                    let dates = place.replacen("edition", "edition_dates", 1);
                    self.tell_values(&dates, part(&dates_of));
                    self.rest(old, new, &["id", "opens", "closes"]);
                } else {
                    self.rest(old, new, &["id"]);
                }
            }
            How::Each(absent) => self.ids(place, absent, old, new),
        }
        if self.changes.len() == told && parent == Parent::Both {
            self.tell_other(old, new);
        }
    }

    fn tell_values(&mut self, place: &str, (old, new): (String, String)) {
        if old != new {
            self.tell(place, old, new);
        }
    }

    /// The other members of a thing that was told.
    fn rest(&mut self, old: Option<&'a Value>, new: Option<&'a Value>, but: &[&str]) {
        let parent = match (old, new) {
            (Some(_), Some(_)) => Parent::Both,
            (None, _) => Parent::Came,
            (_, None) => Parent::Gone,
        };
        self.members(old.and_then(Value::as_object), new.and_then(Value::as_object), but, parent);
    }

    fn members(&mut self, old: Option<&'a Map<String, Value>>, new: Option<&'a Map<String, Value>>, but: &[&str], parent: Parent) {
        let names_old = old.into_iter().flat_map(Map::keys);
        let names_new = new
            .into_iter()
            .flat_map(Map::keys)
            .filter(|name| !old.is_some_and(|old| old.contains_key(*name)));
        for name in names_old.chain(names_new) {
            if but.contains(&name.as_str()) {
                continue;
            }
            self.path.push(name);
            self.value(old.and_then(|old| old.get(name)), new.and_then(|new| new.get(name)), parent);
            self.path.pop();
        }
    }

    fn unnamed(&mut self, old: Option<&'a Value>, new: Option<&'a Value>, parent: Parent) {
        let told = self.changes.len();
        if leads_on(&self.path) {
            match (old, new) {
                (Some(Value::Object(_)), Some(Value::Object(_)) | None) | (None, Some(Value::Object(_))) => {
                    self.members(old.and_then(Value::as_object), new.and_then(Value::as_object), &[], parent);
                }
                (Some(Value::Array(_)), Some(Value::Array(_)) | None) | (None, Some(Value::Array(_))) => {
                    if let (Some(old), Some(new)) = (by_id(old), by_id(new)) {
                        self.elements(&old, &new, parent);
                    }
                }
                _ => {}
            }
        }
        if self.changes.len() == told && parent == Parent::Both {
            self.tell_other(old, new);
        }
    }

    /// The elements of lists of things with ids.
    fn elements(&mut self, old: &[(&'a str, &'a Value)], new: &[(&'a str, &'a Value)], parent: Parent) {
        let find = |list: &[(&'a str, &'a Value)]| list.iter().copied().collect::<BTreeMap<&'a str, &'a Value>>();
        let (in_old, in_new) = (find(old), find(new));
        let added = new.iter().filter(|(id, _)| !in_old.contains_key(id));
        for (id, _) in old.iter().chain(added) {
            self.path.push(id);
            self.value(in_old.get(id).copied(), in_new.get(id).copied(), parent);
            self.path.pop();
        }
        let kept = |list: &[(&'a str, &'a Value)], other: &BTreeMap<&str, &Value>| -> Vec<&'a str> {
            list.iter().map(|(id, _)| *id).filter(|id| other.contains_key(id)).collect()
        };
        self.order(&kept(old, &in_new), &kept(new, &in_old));
    }

    /// Each id of two lists of ids.
    fn ids(&mut self, place: &str, absent: &str, old: Option<&'a Value>, new: Option<&'a Value>) {
        let (Some(old), Some(new)) = (by_id(old), by_id(new)) else { return };
        let ids = |list: &[(&'a str, &'a Value)]| list.iter().map(|(id, _)| *id).collect::<Vec<&'a str>>();
        let (old, new) = (ids(&old), ids(&new));
        let below = |id: &str| [place, "/", id].concat();
        for id in old.iter().filter(|id| !new.contains(id)) {
            self.tell(&below(id), "on".into(), absent.into());
        }
        for id in new.iter().filter(|id| !old.contains(id)) {
            self.tell(&below(id), absent.into(), "on".into());
        }
        let kept = |list: &[&'a str], other: &[&str]| list.iter().copied().filter(|id| other.contains(id)).collect::<Vec<&'a str>>();
        self.order(&kept(&old, &new), &kept(&new, &old));
    }

    fn order(&mut self, old: &[&str], new: &[&str]) {
        if old != new {
            let place = ["order/", &self.path.join("/")].concat();
            self.tell(&place, old.join(", "), new.join(", "));
        }
    }
}

/// A list by the ids of its elements; none where something has no id or shares it.
fn by_id(list: Option<&Value>) -> Option<Vec<(&str, &Value)>> {
    let mut all = Vec::new();
    for element in list.into_iter().filter_map(Value::as_array).flatten() {
        all.push((id_of(element)?, element));
    }
    let mut ids: Vec<&str> = all.iter().map(|(id, _)| *id).collect();
    order::sort(&mut ids);
    ids.windows(2).all(|pair| pair[0] != pair[1]).then_some(all)
}

/// From the day applications opened to the last day: `2016-11-03–2016-12-02`; empty where neither is known.
fn dates_of(edition: &Value) -> String {
    let day = |name: &str| edition.get(name).and_then(Value::as_str).unwrap_or_default();
    match (day("opens"), day("closes")) {
        ("", "") => String::new(),
        (opens, closes) => [opens, "–", closes].concat(),
    }
}
