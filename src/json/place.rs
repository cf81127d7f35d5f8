//! A place in a file, and what stands there read as what it should be. What is amiss is noted and reading goes on, so
//! that one pass finds every fault; a value that cannot be read gives a stand-in, and the whole is then thrown away.

use super::object::Object;
use super::push;
use super::spelling::{MARK, number};
use super::typed::Notes;
use serde_json::{Map, Value};
use std::rc::Rc;

#[derive(Debug, Clone, Copy)]
pub(super) enum Stands<'a> {
    Value(&'a Value),
    /// A member that is not there.
    Missing,
    /// Nothing, and that is no fault, or one that is noted already.
    Nothing,
}

impl<'a> Stands<'a> {
    pub(super) fn members(self) -> Option<&'a Map<String, Value>> {
        match self {
            Stands::Value(value) => value.as_object(),
            Stands::Missing | Stands::Nothing => None,
        }
    }
}

/// The last step on the way to a place.
#[derive(Debug, Clone, Copy)]
pub(super) enum Step<'a> {
    /// It is the whole file.
    None,
    Member(&'a str),
    Element(usize),
}

/// A place in a file and what stands there. Its pointer is made only where one is asked for: most places have nothing amiss, and a file may
/// have very many.
#[derive(Debug)]
pub struct Place<'a> {
    pub(super) stands: Stands<'a>,
    /// The pointer of the object or list it stands in, which all beside it share.
    pub(super) within: Rc<str>,
    pub(super) step: Step<'a>,
    pub(super) notes: &'a Notes,
}

impl<'a> Place<'a> {
    /// The place itself, or none where nothing or null stands there.
    pub fn if_any(self) -> Option<Place<'a>> {
        match self.stands {
            Stands::Value(Value::Null) | Stands::Missing | Stands::Nothing => None,
            Stands::Value(_) => Some(self),
        }
    }

    /// The place itself, or none where nothing stands there.
    pub fn if_there(self) -> Option<Place<'a>> {
        match self.stands {
            Stands::Missing | Stands::Nothing => None,
            Stands::Value(_) => Some(self),
        }
    }

    /// What stands there, for whoever takes it in one of several forms; nothing is noted.
    pub fn look(&self) -> Option<&'a Value> {
        match self.stands {
            Stands::Value(value) => Some(value),
            Stands::Missing | Stands::Nothing => None,
        }
    }
    /// The value as it is; null where nothing stands there.
    pub fn as_it_is(self) -> Value {
        self.value().cloned().unwrap_or_default()
    }
    /// A text.
    pub fn text(self) -> String {
        let text = |value: &'a Value| value.as_str().filter(|text| !text.starts_with(MARK));
        self.is(text, "\"…\"").unwrap_or_default().to_owned()
    }
    /// True or false.
    pub fn flag(self) -> bool {
        self.is(Value::as_bool, "true, false").unwrap_or_default()
    }
    /// A whole number from 0 to `most`, also where it is written 50.0 or 5e1.
    pub fn whole(self, most: u64) -> u64 {
        let whole = |value: &Value| value.as_u64().or_else(|| u64::try_from(integer(value)?).ok());
        match self.value() {
            Some(value) => whole(value).filter(|number| *number <= most).unwrap_or_else(|| {
                self.wrong(&["0–", &most.to_string()].concat());
                0
            }),
            None => 0,
        }
    }
    /// A whole number, positive or negative, however it is written.
    pub fn integer(self) -> i64 {
        self.is(integer, "1").unwrap_or_default()
    }
    /// Any number.
    pub fn number(self) -> f64 {
        self.is(number, "0.5").unwrap_or_default()
    }

    /// A text in a form of its own, such as a date.
    pub fn read<T>(self, read: fn(&str) -> Option<T>, wanted: &str) -> Option<T> {
        let found = read(self.value()?.as_str().unwrap_or_default());
        if found.is_none() {
            self.wrong(wanted);
        }
        found
    }

    /// One of some words; none, and noted, where another value stands there.
    pub fn word(self, words: &[&'static str]) -> Option<&'static str> {
        self.among(&mut words.iter().copied()).map(|at| words[at])
    }
    /// One of a closed list of words: what it means. The stand-in is the first of them.
    pub fn choice<T: Copy>(self, words: &[(&'static str, T)]) -> T {
        words[self.among(&mut words.iter().map(|(word, _)| *word)).unwrap_or(0)].1
    }

    /// The position among some words.
    fn among(self, words: &mut dyn Iterator<Item = &'static str>) -> Option<usize> {
        let given = self.value()?;
        let mut known = String::new();
        for (at, word) in words.enumerate() {
            if given.as_str() == Some(word) {
                return Some(at);
            }
            if at > 0 {
                known.push_str(", ");
            }
            known.push_str(word);
        }
        self.wrong(&known);
        None
    }

    /// An object, to be read member by member.
    pub fn object(self) -> Object<'a> {
        Object::new(self.is(Value::as_object, "{…}"), self.pointer().into(), self.notes)
    }
    /// The members of an object that is a map, in the order of the file.
    pub fn entries(self) -> impl Iterator<Item = (&'a str, Place<'a>)> {
        let members = self.is(Value::as_object, "{…}");
        let (within, notes): (Rc<str>, _) = (self.pointer().into(), self.notes);
        let entries = members.into_iter().flatten();
        entries.map(move |(key, value)| (key.as_str(), Place::below(&within, Step::Member(key), Stands::Value(value), notes)))
    }
    /// The elements of a list.
    pub fn list(self) -> Elements<'a> {
        Elements {
            rest: self.is(Value::as_array, "[…]").map_or(&[], Vec::as_slice),
            at: 0,
            within: self.pointer().into(),
            notes: self.notes,
        }
    }

    pub(super) fn below(within: &Rc<str>, step: Step<'a>, stands: Stands<'a>, notes: &'a Notes) -> Place<'a> {
        let within = within.clone();
        Place { stands, within, step, notes }
    }

    fn pointer(&self) -> String {
        match self.step {
            Step::None => String::new(),
            Step::Member(name) => push(&self.within, name),
            Step::Element(at) => push(&self.within, &at.to_string()),
        }
    }

    /// What stands here; a member that is missing and must not be is noted.
    fn value(&self) -> Option<&'a Value> {
        match self.stands {
            Stands::Value(value) => Some(value),
            Stands::Nothing => None,
            Stands::Missing => {
                if let Step::Member(name) = self.step {
                    self.notes.wrong(self.within.to_string(), "{…}".to_owned(), ["{\"", name, "\": …}"].concat());
                }
                None
            }
        }
    }

    fn is<T>(&self, kind: fn(&'a Value) -> Option<T>, wanted: &str) -> Option<T> {
        let found = kind(self.value()?);
        if found.is_none() {
            self.wrong(wanted);
        }
        found
    }

    fn wrong(&self, wanted: &str) {
        let given = match self.stands {
            Stands::Value(Value::Array(_)) => "[…]".to_owned(),
            Stands::Value(Value::Object(_)) => "{…}".to_owned(),
            Stands::Value(single) => single.to_string(),
            Stands::Missing | Stands::Nothing => String::new(),
        };
        self.notes.wrong(self.pointer(), given, wanted.to_owned());
    }
}

/// A number that is whole, as JSON Schema means it: 60, 60.0 and 6e1 are the same, and -0 is 0. Beyond 2^53 only what is
/// written without a point or exponent is known to be whole.
fn integer(value: &Value) -> Option<i64> {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    let whole = |number: &f64| number.fract() == 0.0 && number.abs() <= EXACT;
    value.as_i64().or_else(|| number(value).filter(whole).map(|number| number as i64))
}

/// The places of a list's elements, in order.
#[derive(Debug)]
pub struct Elements<'a> {
    rest: &'a [Value],
    at: usize,
    within: Rc<str>,
    notes: &'a Notes,
}

impl<'a> Iterator for Elements<'a> {
    type Item = Place<'a>;

    fn next(&mut self) -> Option<Place<'a>> {
        let (element, rest) = self.rest.split_first()?;
        let place = Place::below(&self.within, Step::Element(self.at), Stands::Value(element), self.notes);
        self.rest = rest;
        self.at += 1;
        Some(place)
    }
}
