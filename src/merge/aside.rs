//! Versions that were set aside, because they could neither be joined nor were chosen: read from the file, put in place or
//! let go.

use super::conflict::{self, SET_ASIDE};
use crate::archive::{Project, ReadError, from_value, to_value};
use crate::criteria::Pack;
use crate::json::put;
use serde_json::Value;

/// Where texts are set aside that belong nowhere, so that they are kept with the assessment until somebody lets go of them.
pub const NOT_PLACED: &str = "/not_placed";

/// A version that was set aside.
#[derive(Debug, Clone, PartialEq)]
pub struct Aside {
    /// JSON pointer of its place in the assessment file.
    pub pointer: String,
    /// Whose it is.
    pub from: String,
    pub value: Value,
}

/// All versions that are set aside, in the order of the file.
pub fn set_aside(project: &Project) -> Vec<Aside> {
    let own = ["/", SET_ASIDE].concat();
    let kept = project.kept.iter().find(|kept| kept.pointer == own);
    let by_place = kept.and_then(|kept| kept.value.as_object()).into_iter().flatten();
    let mut all = Vec::new();
    for (pointer, notes) in by_place {
        for note in notes.as_array().into_iter().flatten() {
            if let (Some(from), Some(value)) = (note.get("from").and_then(Value::as_str), note.get("value")) {
                all.push(Aside {
                    pointer: pointer.clone(),
                    from: from.to_owned(),
                    value: value.clone(),
                });
            }
        }
    }
    all
}

/// The assessment with a text set aside for a place, as from somebody.
pub fn put_aside(pack: &Pack, project: &Project, pointer: &str, from: &str, version: &str) -> Result<Project, ReadError> {
    let mut value = to_value(project, pack);
    conflict::set_aside(&mut value, pointer, from, &Value::from(version));
    reread(pack, project, value)
}

/// The assessment without a version that was set aside.
pub fn drop_aside(pack: &Pack, project: &Project, aside: &Aside) -> Result<Project, ReadError> {
    let mut value = to_value(project, pack);
    forget(&mut value, aside);
    reread(pack, project, value)
}

/// The assessment with a version that was set aside in its place; what stood there gives way.
pub fn use_aside(pack: &Pack, project: &Project, aside: &Aside) -> Result<Project, ReadError> {
    let mut value = to_value(project, pack);
    put(&mut value, &aside.pointer, Some(aside.value.clone()));
    forget(&mut value, aside);
    reread(pack, project, value)
}

fn reread(pack: &Pack, project: &Project, value: Value) -> Result<Project, ReadError> {
    Ok(Project {
        minor: project.minor,
        ..from_value(value, pack)?
    })
}

fn forget(file: &mut Value, aside: &Aside) {
    let Some(Value::Object(members)) = file.get_mut(SET_ASIDE) else { return };
    if let Some(Value::Array(notes)) = members.get_mut(&aside.pointer) {
        let is_it = |note: &Value| note.get("from").and_then(Value::as_str) == Some(&aside.from) && note.get("value") == Some(&aside.value);
        if let Some(at) = notes.iter().position(is_it) {
            notes.remove(at);
        }
        if notes.is_empty() {
            members.shift_remove(&aside.pointer);
        }
    }
    if members.is_empty()
        && let Value::Object(file) = file
    {
        file.shift_remove(SET_ASIDE);
    }
}
