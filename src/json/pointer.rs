//! JSON pointers (RFC 6901) as text.

use serde_json::{Map, Value};

/// Appends one segment to a JSON pointer: `push("/a", "b/c")` gives `/a/b~1c`.
pub fn push(pointer: &str, segment: &str) -> String {
    let mut longer = String::with_capacity(pointer.len() + segment.len() + 1);
    longer.push_str(pointer);
    longer.push('/');
    if !segment.bytes().any(|byte| matches!(byte, b'~' | b'/')) {
        longer.push_str(segment);
        return longer;
    }
    for character in segment.chars() {
        match character {
            '~' => longer.push_str("~0"),
            '/' => longer.push_str("~1"),
            other => longer.push(other),
        }
    }
    longer
}

/// Splits off the last segment of a pointer: `/a/b~1c` gives (`/a`, `b/c`); the root has none.
pub fn split_last(pointer: &str) -> Option<(&str, String)> {
    let (parent, last) = pointer.rsplit_once('/')?;
    Some((parent, segment(last)))
}

/// A segment as it is meant: `b~1c` is `b/c`.
pub(crate) fn segment(written: &str) -> String {
    written.replace("~1", "/").replace("~0", "~")
}

/// Puts a value at a pointer, in objects that are made where they are missing, or takes away what stands there.
pub fn put(file: &mut Value, pointer: &str, value: Option<Value>) {
    let Some((parent, key)) = split_last(pointer) else { return };
    let mut object = file;
    for name in parent.split('/').skip(1) {
        let Value::Object(members) = object else { return };
        object = members.entry(segment(name)).or_insert_with(|| Value::Object(Map::new()));
    }
    if let Value::Object(members) = object {
        match value {
            Some(value) => drop(members.insert(key, value)),
            None => drop(members.shift_remove(&key)),
        }
    }
}
