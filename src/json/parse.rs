//! Text to value, with the place where it stops being JSON and the members that stand twice.

use super::{ToJson, push};
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::map::Entry;
use serde_json::{Map, Value};
use std::cell::RefCell;
use std::fmt;

/// JSON text as a value, and the pointers of members that stand twice in the same object (the first one is kept).
#[derive(Debug, PartialEq)]
pub struct Parsed {
    pub value: Value,
    pub repeated: Vec<String>,
}

/// Where text stops being JSON; line and column count from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotJson {
    pub line: usize,
    pub column: usize,
}

/// The deepest nesting that is read, so that no file exhausts the stack.
pub const MAX_DEPTH: usize = 160;

/// Parses JSON text; nesting is limited to [`MAX_DEPTH`] levels. Half a character written as an escape, as some programs cut
/// texts, is read as U+FFFD.
pub fn parse(text: &str) -> Result<Parsed, NotJson> {
    read(text).or_else(|at| match without_halves(text) {
        Some(whole) => read(&whole),
        None => Err(at),
    })
}

/// The text with U+FFFD in the place of each escaped half of a surrogate pair whose other half is not beside it; none where there is
/// no such half. Places stay what they are.
fn without_halves(text: &str) -> Option<String> {
    let unit = |at: usize| match text.get(at..at + 6)?.strip_prefix("\\u") {
        Some(digits) => u16::from_str_radix(digits, 16).ok(),
        None => None,
    };
    let (mut whole, mut done, mut at) = (String::new(), 0, 0);
    while let Some(next) = text[at..].find('\\') {
        at += next;
        let width = match (unit(at), unit(at + 6)) {
            (Some(0xd800..=0xdbff), Some(0xdc00..=0xdfff)) => 12,
            (Some(0xd800..=0xdfff), _) => {
                whole.push_str(&text[done..at]);
                whole.push_str("\\ufffd");
                done = at + 6;
                6
            }
            (Some(_), _) => 6,
            // What is escaped may be a stroke itself.
            (None, _) => 1 + text[at + 1..].chars().next().map_or(0, char::len_utf8),
        };
        at += width;
    }
    whole.push_str(&text[done..]);
    (done > 0).then_some(whole)
}

fn read(text: &str) -> Result<Parsed, NotJson> {
    let repeated = RefCell::new(Vec::new());
    let place = |error: serde_json::Error| NotJson {
        line: error.line(),
        column: error.column(),
    };
    let mut reader = serde_json::Deserializer::from_str(text);
    // Counted here instead, a little further.
    reader.disable_recursion_limit();
    let value = Watch {
        text,
        trail: Trail::Root,
        depth: 0,
        repeated: &repeated,
    }
    .deserialize(&mut reader)
    .map_err(place)?;
    reader.end().map_err(place)?;
    Ok(Parsed {
        value,
        repeated: repeated.into_inner(),
    })
}

/// Builds a [`Value`] while watching for members that stand twice, which `serde_json` would silently overwrite.
struct Watch<'a> {
    /// What is being read.
    text: &'a str,
    trail: Trail<'a>,
    /// How many lists and objects it stands in.
    depth: usize,
    repeated: &'a RefCell<Vec<String>>,
}

impl Watch<'_> {
    /// The depth of what stands in this list or object.
    fn deeper<E: Error>(&self) -> Result<usize, E> {
        if self.depth < MAX_DEPTH {
            Ok(self.depth + 1)
        } else {
            Err(E::custom("nested too deeply"))
        }
    }
}

/// The way to a value, made into a pointer only where one is asked for.
enum Trail<'a> {
    Root,
    Element(&'a Trail<'a>, usize),
    Member(&'a Trail<'a>, &'a str),
}

impl Trail<'_> {
    fn pointer(&self) -> String {
        match self {
            Trail::Root => String::new(),
            Trail::Element(list, at) => push(&list.pointer(), &at.to_string()),
            Trail::Member(object, name) => push(&object.pointer(), name),
        }
    }
}

impl<'de> DeserializeSeed<'de> for Watch<'_> {
    type Value = Value;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Watch<'_> {
    type Value = Value;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("JSON")
    }
    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }
    // Numbers come as texts; these are here for a reader that gives them otherwise.
    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }
    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }
    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(value.to_json())
    }
    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(Value::String(value.to_owned()))
    }
    fn visit_string<E>(self, value: String) -> Result<Value, E> {
        Ok(Value::String(value))
    }
    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Value, A::Error> {
        let depth = self.deeper()?;
        let mut list = Vec::new();
        loop {
            let trail = Trail::Element(&self.trail, list.len());
            match access.next_element_seed(Watch {
                text: self.text,
                trail,
                depth,
                repeated: self.repeated,
            })? {
                Some(element) => list.push(element),
                None => return Ok(Value::Array(list)),
            }
        }
    }
    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Value, A::Error> {
        let mut map = Map::new();
        let mut depth = 0;
        while let Some(name) = access.next_key_seed(Name { text: self.text })? {
            let Some(name) = name else {
                let digits = access.next_value_seed(Watch { trail: Trail::Root, ..self })?;
                return digits
                    .as_str()
                    .and_then(|digits| digits.parse().ok())
                    .map(Value::Number)
                    .ok_or_else(|| A::Error::custom("no number"));
            };
            depth = self.deeper()?;
            let value = access.next_value_seed(Watch {
                text: self.text,
                trail: Trail::Member(&self.trail, &name),
                depth,
                repeated: self.repeated,
            })?;
            match map.entry(name) {
                Entry::Vacant(place) => {
                    place.insert(value);
                }
                Entry::Occupied(place) => self.repeated.borrow_mut().push(Trail::Member(&self.trail, place.key()).pointer()),
            }
        }
        if depth == 0 {
            self.deeper::<A::Error>()?;
        }
        Ok(Value::Object(map))
    }
}

/// The name of a member; none where it is what `serde_json` gives a number as, which is a map of one member whose name stands nowhere
/// in the text.
struct Name<'a> {
    text: &'a str,
}

impl<'de> DeserializeSeed<'de> for Name<'_> {
    type Value = Option<String>;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<String>, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'de> Visitor<'de> for Name<'_> {
    type Value = Option<String>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a name")
    }
    fn visit_borrowed_str<E>(self, name: &'de str) -> Result<Option<String>, E> {
        let is_of_text = name.is_empty() || self.text.as_bytes().as_ptr_range().contains(&name.as_ptr());
        Ok(is_of_text.then(|| name.to_owned()))
    }
    /// One with escapes.
    fn visit_str<E>(self, name: &str) -> Result<Option<String>, E> {
        Ok(Some(name.to_owned()))
    }
}
