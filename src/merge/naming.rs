//! References by identity: while two states are merged, a number that stands in a text is the entry it names on its side.
//! So references follow an entry that is renumbered, wherever they were written, and two entries whose numbers were
//! exchanged are not taken for each other.

use super::numbers::number_of;
use crate::assessment::{EvidenceEntry, EvidenceRegister, Manner, NumberIndex, ProfileText, means, text};
use serde_json::{Map, Value};
use std::collections::BTreeSet;
use std::rc::Rc;

/// Stands before the position of an entry, and behind it how a text spells its number where that is in a way of its own; two characters no text is meant to hold. One that does is written with nothing
/// between them.
const BEGIN: char = '\u{fdd0}';
const END: char = '\u{fdd1}';
/// Stands between the position and the spelling.
const SPELT: char = ':';

/// The entries of all states, and the numbers of those that may be gone from what comes of them.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Naming {
    keys: Vec<String>,
    last: Vec<String>,
}

/// A reference whose entry is gone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unfollowed {
    /// JSON pointer of the text it stands in.
    pub pointer: String,
    /// The number it goes on naming.
    pub number: String,
}

/// How the text of a place names entries; none where it names none.
fn manner(path: &[&str]) -> Option<Manner> {
    match path {
        ["items", _, "evidence", _] | ["eligibility", "answers", _, "evidence"] => Some(Manner::Reference),
        ["indicators", _, "evidence"] | ["own_indicators", _, "figures", "evidence"] => Some(Manner::Reference),
        ["items", _, "answers", _, _] | ["items", _, "strengths" | "opportunities" | "remark"] => Some(Manner::Prose),
        ["organisation", key] if ProfileText::OVERVIEW.iter().any(|topic| topic.key() == *key) => Some(Manner::Prose),
        _ => None,
    }
}

fn entries(file: &Map<String, Value>) -> impl Iterator<Item = (&String, String)> {
    let entries = file.get("evidence").and_then(Value::as_object).into_iter().flatten();
    entries.map(|(key, entry)| (key, number_of(key, entry)))
}

impl Naming {
    pub fn of(base: Option<&Map<String, Value>>, ours: &Map<String, Value>, theirs: &Map<String, Value>) -> Naming {
        let states = || base.into_iter().chain([ours, theirs]);
        let keys: BTreeSet<String> = states().flat_map(entries).map(|(key, _)| key.clone()).collect();
        let number = |state: &Map<String, Value>, key: &str| entries(state).find(|(known, _)| *known == key).map(|(_, number)| number);
        let last = keys.iter().map(|key| {
            let was = base.and_then(|base| number(base, key));
            let new = [ours, theirs].map(|state| number(state, key)).into_iter().flatten();
            let changed = new.filter(|number| Some(number) != was.as_ref()).min();
            changed.or(was).unwrap_or_default()
        });
        Naming {
            last: last.collect(),
            keys: keys.into_iter().collect(),
        }
    }

    /// Writes entries for numbers in the texts of a state. A number that none of its entries bears names the one that does
    /// in the others, the first of them first.
    pub fn hold(&self, file: &mut Map<String, Value>, others: &[Option<&Map<String, Value>>]) {
        let mut register = EvidenceRegister::default();
        for (key, number) in std::iter::once(&*file).chain(others.iter().copied().flatten()).flat_map(entries) {
            if register.position(&number).is_none() {
                register.entries.push(Rc::new(EvidenceEntry {
                    key: text(key),
                    number: text(number),
                    ..EvidenceEntry::default()
                }));
            }
        }
        let index = NumberIndex::of(&register);
        let position = |at: usize| {
            self.keys
                .binary_search_by(|key| key.as_str().cmp(&register.entries[at].key))
                .unwrap_or_default()
        };
        each_text(file, &mut |path, content| {
            let mut held = String::new();
            let mut done = 0;
            let mentions = manner(path).map_or_else(Vec::new, |manner| index.mentions(content, manner));
            for mention in mentions {
                if let Some(at) = mention.entry {
                    let spelling = &content[mention.place.clone()];
                    held.push_str(&escaped(&content[done..mention.place.start]));
                    held.push(BEGIN);
                    held.push_str(&position(at).to_string());
                    if *spelling != *register.entries[at].number {
                        held.push(SPELT);
                        held.push_str(spelling);
                    }
                    held.push(END);
                    done = mention.place.end;
                }
            }
            held.push_str(&escaped(&content[done..]));
            held
        });
    }

    /// The numbers of a state; of the entries it has not, the last ones they had.
    pub fn numbers(&self, file: &Map<String, Value>) -> Numbers {
        let mut numbers = Numbers {
            of: self.last.clone(),
            borne: Vec::new(),
        };
        for (key, number) in entries(file) {
            if let Ok(at) = self.keys.binary_search(key) {
                numbers.of[at] = number.clone();
            }
            numbers.borne.push(number);
        }
        numbers
    }

    /// The references of a state that name entries it has not.
    pub fn unfollowed(&self, file: &Map<String, Value>) -> Vec<Unfollowed> {
        let there: BTreeSet<&String> = entries(file).map(|(key, _)| key).collect();
        let mut found = Vec::new();
        each_text(&mut file.clone(), &mut |path, content| {
            for at in named(content).filter(|at| self.keys.get(*at).is_some_and(|key| !there.contains(key))) {
                found.push(Unfollowed {
                    pointer: path.iter().fold(String::new(), |pointer, segment| crate::json::push(&pointer, segment)),
                    number: self.last[at].clone(),
                });
            }
            content.to_owned()
        });
        found
    }
}

/// The numbers of a state.
pub(super) struct Numbers {
    /// Of every entry, by position.
    of: Vec<String>,
    /// Those that entries of the state bear.
    borne: Vec<String>,
}

impl Numbers {
    /// Writes numbers for entries again.
    pub fn tell(&self, value: &mut Value) {
        match value {
            Value::String(content) => *content = self.told(content),
            Value::Array(list) => list.iter_mut().for_each(|inner| self.tell(inner)),
            Value::Object(members) => members.values_mut().for_each(|inner| self.tell(inner)),
            _ => {}
        }
    }

    /// Whether a spelling goes on meaning a number, and no other one.
    fn is_told(&self, spelling: &str, number: &str) -> bool {
        means(spelling, number) && !self.borne.iter().any(|other| other != number && means(spelling, other))
    }

    fn told(&self, held: &str) -> String {
        let mut pieces = held.split(BEGIN);
        let mut told = pieces.next().unwrap_or_default().to_owned();
        for piece in pieces {
            let (name, rest) = piece.split_once(END).unwrap_or(("", piece));
            let (at, spelling) = parted(name);
            match at.and_then(|at| self.of.get(at)) {
                Some(number) => told.push_str(spelling.filter(|spelling| self.is_told(spelling, number)).unwrap_or(number)),
                None => told.push(BEGIN),
            }
            told.push_str(rest);
        }
        told
    }
}

/// The position of an entry, and how its number is spelt.
fn parted(name: &str) -> (Option<usize>, Option<&str>) {
    let (at, spelling) = name.split_once(SPELT).map_or((name, None), |(at, spelling)| (at, Some(spelling)));
    (at.parse().ok(), spelling)
}

fn named(held: &str) -> impl Iterator<Item = usize> {
    held.split(BEGIN).skip(1).filter_map(|piece| parted(piece.split_once(END)?.0).0)
}

/// A text in which nothing stands for an entry.
pub(super) fn escaped(content: &str) -> String {
    content.replace(BEGIN, &[BEGIN, END].iter().collect::<String>())
}

/// Replaces every text of a state, with the names of the members it stands in; of one in a list, its position.
fn each_text(file: &mut Map<String, Value>, change: &mut dyn FnMut(&[&str], &str) -> String) {
    fn inside(value: &mut Value, path: &[&str], change: &mut dyn FnMut(&[&str], &str) -> String) {
        match value {
            Value::String(content) => *content = change(path, content),
            Value::Array(list) => {
                for (at, inner) in list.iter_mut().enumerate() {
                    inside(inner, &[path, &[&*at.to_string()]].concat(), change);
                }
            }
            Value::Object(members) => {
                for (name, inner) in members {
                    inside(inner, &[path, &[name.as_str()]].concat(), change);
                }
            }
            _ => {}
        }
    }
    for (name, value) in file {
        inside(value, &[name.as_str()], change);
    }
}
