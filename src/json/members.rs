//! Structs whose members are named in JSON as in Rust: reading and writing from one list of names.
//!
//! The compiler sees to it that the list is whole; its order is the order of writing. Last names after two full stops
//! are parts whose members stand among the struct's own ([`Part`]).

use super::Object;
use serde_json::{Map, Value};

/// Some members of an object that make up a type of their own in Rust.
pub trait Part {
    fn read_members(object: &mut Object<'_>) -> Self;
    fn write_members(&self, object: &mut Map<String, Value>);
}

/// Reads structs by their members: `from_members! { Band { id, from, to } }`.
macro_rules! from_members {
    ($($type:ident { $($name:ident),* $(, ..$part:ident)* })*) => {
        $(impl $crate::json::FromJson for $type {
            fn from_json(place: $crate::json::Place<'_>) -> Self {
                let mut object = place.object();
                $type {
                    $($name: object.member(stringify!($name)),)*
                    $($part: $crate::json::Part::read_members(&mut object),)*
                }
            }
        })*
    };
}

/// Writes structs by their members, in this order.
macro_rules! to_members {
    ($($type:ident { $($name:ident),* $(, ..$part:ident)* })*) => {
        $(impl $crate::json::ToJson for $type {
            fn to_json(&self) -> serde_json::Value {
                let mut object = serde_json::Map::new();
                $($crate::json::set(&mut object, stringify!($name), $crate::json::ToJson::to_json(&self.$name));)*
                $($crate::json::Part::write_members(&self.$part, &mut object);)*
                serde_json::Value::Object(object)
            }
        }
        #[cfg(feature = "schema")]
        $crate::json::serialize_as_written!($type);)*
    };
}

/// Sets a member of an object that is being written.
pub fn set(object: &mut Map<String, Value>, name: &str, value: Value) {
    object.insert(name.to_owned(), value);
}

/// Hands a type to serde as it is written, so that defaults in a schema are those of the file.
#[cfg(feature = "schema")]
macro_rules! serialize_as_written {
    ($type:ty) => {
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                $crate::json::ToJson::to_json(self).serialize(serializer)
            }
        }
    };
}

#[cfg(feature = "schema")]
pub(crate) use serialize_as_written;
pub(crate) use {from_members, to_members};
