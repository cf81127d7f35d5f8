//! Reads JSON so that a fault can be placed: where the text stops being JSON, which member is of the wrong kind,
//! which members nobody knows and which stand twice. Places are JSON pointers (RFC 6901).
//!
//! Knows nothing of packs or assessments.

use serde::de::value::{MapDeserializer, SeqDeserializer};
use serde::de::{DeserializeOwned, DeserializeSeed, Deserializer, Error, IntoDeserializer, MapAccess, SeqAccess, Unexpected, Visitor};
use serde_json::{Map, Number, Value};
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

/// A member whose value is of another kind than the type asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrongKind {
    pub pointer: String,
    pub message: String,
}

/// A typed value and the pointers of the members it does not know.
#[derive(Debug)]
pub struct Typed<T> {
    pub content: T,
    pub unknown: Vec<String>,
}

/// Parses JSON text; nesting is limited to 128 levels.
pub fn parse(text: &str) -> Result<Parsed, NotJson> {
    let repeated = RefCell::new(Vec::new());
    let place = |error: serde_json::Error| NotJson {
        line: error.line(),
        column: error.column(),
    };
    let mut reader = serde_json::Deserializer::from_str(text);
    let value = Watch {
        pointer: String::new(),
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

/// Reads a value into a type, collecting the members the type does not know.
pub fn typed<T: DeserializeOwned>(value: &Value) -> Result<Typed<T>, WrongKind> {
    let mut unknown = Vec::new();
    let mut track = serde_path_to_error::Track::new();
    let mut collect = |path: serde_ignored::Path<'_>| unknown.push(ignored_pointer(&path));
    let located = serde_path_to_error::Deserializer::new(Strict(value), &mut track);
    let read = T::deserialize(serde_ignored::Deserializer::new(located, &mut collect));
    match read {
        Ok(content) => Ok(Typed { content, unknown }),
        Err(error) => Err(WrongKind {
            pointer: path_pointer(&track.path()),
            message: error.to_string(),
        }),
    }
}

/// Appends one segment to a JSON pointer: `push("/a", "b/c")` gives `/a/b~1c`.
pub fn push(pointer: &str, segment: &str) -> String {
    format!("{pointer}/{}", segment.replace('~', "~0").replace('/', "~1"))
}

/// Splits off the last segment of a pointer: `/a/b~1c` gives (`/a`, `b/c`); the root has none.
pub fn split_last(pointer: &str) -> Option<(&str, String)> {
    let (parent, last) = pointer.rsplit_once('/')?;
    Some((parent, last.replace("~1", "/").replace("~0", "~")))
}

fn path_pointer(path: &serde_path_to_error::Path) -> String {
    use serde_path_to_error::Segment;
    path.iter().fold(String::new(), |pointer, segment| match segment {
        Segment::Seq { index } => push(&pointer, &index.to_string()),
        Segment::Map { key } => push(&pointer, key),
        Segment::Enum { variant } => push(&pointer, variant),
        Segment::Unknown => pointer,
    })
}

fn ignored_pointer(path: &serde_ignored::Path<'_>) -> String {
    use serde_ignored::Path;
    match path {
        Path::Root => String::new(),
        Path::Seq { parent, index } => push(&ignored_pointer(parent), &index.to_string()),
        Path::Map { parent, key } => push(&ignored_pointer(parent), key),
        Path::Some { parent } | Path::NewtypeStruct { parent } | Path::NewtypeVariant { parent } => ignored_pointer(parent),
    }
}

/// Hands a value to serde, but no list where an object is asked for: serde would read it member by member.
struct Strict<'de>(&'de Value);

impl<'de> IntoDeserializer<'de, serde_json::Error> for Strict<'de> {
    type Deserializer = Self;
    fn into_deserializer(self) -> Self {
        self
    }
}

impl<'de> Deserializer<'de> for Strict<'de> {
    type Error = serde_json::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        match self.0 {
            Value::Object(members) => visitor.visit_map(MapDeserializer::new(members.iter().map(|(key, value)| (key.as_str(), Strict(value))))),
            Value::Array(list) => visitor.visit_seq(SeqDeserializer::new(list.iter().map(Strict))),
            single => single.deserialize_any(visitor),
        }
    }
    fn deserialize_struct<V: Visitor<'de>>(self, _: &'static str, _: &'static [&'static str], visitor: V) -> Result<V::Value, Self::Error> {
        match self.0 {
            Value::Array(_) => Err(Error::invalid_type(Unexpected::Seq, &visitor)),
            _ => self.deserialize_any(visitor),
        }
    }
    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        if self.0.is_null() { visitor.visit_none() } else { visitor.visit_some(self) }
    }
    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Self::Error> {
        visitor.visit_newtype_struct(self)
    }
    fn deserialize_enum<V: Visitor<'de>>(self, name: &'static str, variants: &'static [&'static str], visitor: V) -> Result<V::Value, Self::Error> {
        self.0.deserialize_enum(name, variants, visitor)
    }
    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple tuple_struct map identifier ignored_any
    }
}

/// Builds a [`Value`] while watching for members that stand twice, which `serde_json` would silently overwrite.
struct Watch<'a> {
    pointer: String,
    repeated: &'a RefCell<Vec<String>>,
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
    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }
    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }
    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(Number::from_f64(value).map_or(Value::Null, Value::Number))
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
        let mut list = Vec::new();
        loop {
            let pointer = push(&self.pointer, &list.len().to_string());
            match access.next_element_seed(Watch {
                pointer,
                repeated: self.repeated,
            })? {
                Some(element) => list.push(element),
                None => return Ok(Value::Array(list)),
            }
        }
    }
    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Value, A::Error> {
        let mut map = Map::new();
        while let Some(key) = access.next_key::<String>()? {
            let pointer = push(&self.pointer, &key);
            let value = access.next_value_seed(Watch {
                pointer: pointer.clone(),
                repeated: self.repeated,
            })?;
            if map.contains_key(&key) {
                self.repeated.borrow_mut().push(pointer);
            } else {
                map.insert(key, value);
            }
        }
        Ok(Value::Object(map))
    }
}
