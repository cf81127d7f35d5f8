//! Notes in the file: a member of its own by id, which came with version 1.5 and is written only where there are any. A note about
//! something this kit does not know is kept whole.

use super::error::ReadError;
use super::read::date;
use crate::assessment::{Note, NotePlace, Notes, Text, text};
use crate::json::{self, ById, Object, Part, ToJson, from_members, set, to_members};
use serde_json::{Map, Value};
use std::rc::Rc;

/// The notes of an assessment file.
#[derive(Debug, Clone, Default, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(default))]
pub struct NotesFile {
    /// By id, in the order they were written.
    pub notes: ById<NoteFile>,
}

/// One note.
#[derive(Debug, Clone, Default, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(default))]
pub struct NoteFile {
    pub text: String,
    /// Who wrote it; may be empty.
    pub author: String,
    /// The day it was written, `YYYY-MM-DD`.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$")))]
    pub day: Option<String>,
    /// Whether it is settled.
    pub done: bool,
    #[cfg_attr(feature = "schema", schemars(flatten))]
    pub place: NotePlaceFile,
}

/// What a note is about: `item` alone is the item as a whole, with `factor` an answer, with `field` another text of it; `indicator` or
/// `own_indicator` are figures. Only what is there is written.
#[derive(Debug, Clone, Default, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(default))]
pub struct NotePlaceFile {
    /// Id of an item of the pack.
    pub item: String,
    /// Id of a prompt; the item as a whole where it is not there.
    pub prompt: String,
    /// Id of a factor.
    pub factor: String,
    /// `strengths`, `opportunities` or `remark`.
    pub field: String,
    /// Id of an indicator of the pack.
    pub indicator: String,
    /// Id of an own indicator of the file.
    pub own_indicator: String,
    /// The year of the figure; all of them where it is not there.
    pub year: Option<i64>,
}

from_members! {
    NoteFile { text, author, day, done, ..place }
}
to_members! {
    NoteFile { text, author, day, done, ..place }
}

impl Part for NotesFile {
    fn read_members(object: &mut Object<'_>) -> NotesFile {
        NotesFile { notes: object.member("notes") }
    }
    fn write_members(&self, object: &mut Map<String, Value>) {
        if !self.notes.0.is_empty() {
            set(object, "notes", self.notes.to_json());
        }
    }
}

impl Part for NotePlaceFile {
    fn read_members(object: &mut Object<'_>) -> NotePlaceFile {
        NotePlaceFile {
            item: object.member("item"),
            prompt: object.member("prompt"),
            factor: object.member("factor"),
            field: object.member("field"),
            indicator: object.member("indicator"),
            own_indicator: object.member("own_indicator"),
            year: object.member("year"),
        }
    }
    fn write_members(&self, object: &mut Map<String, Value>) {
        let ids = [
            ("item", &self.item),
            ("prompt", &self.prompt),
            ("factor", &self.factor),
            ("field", &self.field),
            ("indicator", &self.indicator),
            ("own_indicator", &self.own_indicator),
        ];
        for (name, id) in ids.into_iter().filter(|(_, id)| !id.is_empty()) {
            set(object, name, id.to_json());
        }
        if let Some(year) = self.year {
            set(object, "year", year.into());
        }
    }
}

#[cfg(feature = "schema")]
impl serde::Serialize for NotesFile {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Map::new();
        self.write_members(&mut object);
        serde::Serialize::serialize(&object, serializer)
    }
}

#[cfg(feature = "schema")]
impl serde::Serialize for NotePlaceFile {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Map::new();
        self.write_members(&mut object);
        serde::Serialize::serialize(&object, serializer)
    }
}

/// The notes in their order; pointers of those about something else are added to `unknown`.
pub(super) fn read(file: &NotesFile, unknown: &mut Vec<String>) -> Result<Notes, ReadError> {
    let mut notes = Notes::default();
    for (id, file) in &file.notes.0 {
        let pointer = json::push("/notes", id);
        let day = date(file.day.as_deref(), &json::push(&pointer, "day"))?;
        match place(&file.place) {
            Some(place) => notes.entries.push(Rc::new(Note {
                id: text(id),
                place,
                author: text(&file.author),
                day,
                text: text(&file.text),
                done: file.done,
            })),
            None => unknown.push(pointer),
        }
    }
    Ok(notes)
}

/// The place, where it is one of those there are and would be written as it is.
fn place(file: &NotePlaceFile) -> Option<NotePlace> {
    let item = || text(&file.item);
    let place = match (file.field.as_str(), file.factor.as_str()) {
        _ if !file.indicator.is_empty() || !file.own_indicator.is_empty() => NotePlace::Figure {
            indicator: text([&*file.indicator, &*file.own_indicator].concat()),
            own: file.indicator.is_empty(),
            year: file.year.map(i32::try_from).transpose().ok()?,
        },
        ("strengths", _) => NotePlace::Strengths(item()),
        ("opportunities", _) => NotePlace::Opportunities(item()),
        ("remark", _) => NotePlace::Remark(item()),
        ("", "") => NotePlace::Item(item()),
        (_, factor) => NotePlace::Answer {
            item: item(),
            prompt: text(&file.prompt),
            factor: text(factor),
        },
    };
    let names_something = !file.item.is_empty() || matches!(place, NotePlace::Figure { .. });
    (names_something && place_file(&place) == *file).then_some(place)
}

fn place_file(place: &NotePlace) -> NotePlaceFile {
    let written = |text: &Text| String::from(&**text);
    let mut file = NotePlaceFile::default();
    match place {
        NotePlace::Item(item) => file.item = written(item),
        NotePlace::Answer { item, prompt, factor } => {
            file.item = written(item);
            file.prompt = written(prompt);
            file.factor = written(factor);
        }
        NotePlace::Strengths(item) | NotePlace::Opportunities(item) | NotePlace::Remark(item) => {
            file.item = written(item);
            file.field = match place {
                NotePlace::Strengths(_) => "strengths",
                NotePlace::Opportunities(_) => "opportunities",
                _ => "remark",
            }
            .into();
        }
        NotePlace::Figure { indicator, own, year } => {
            let id = if *own { &mut file.own_indicator } else { &mut file.indicator };
            *id = written(indicator);
            file.year = year.map(i64::from);
        }
    }
    file
}

/// What is written.
pub(super) fn file_of(notes: &Notes) -> NotesFile {
    let notes = notes.entries.iter().map(|note| {
        let file = NoteFile {
            text: String::from(&*note.text),
            author: String::from(&*note.author),
            day: note.day.map(|day| day.to_string()),
            done: note.done,
            place: place_file(&note.place),
        };
        (String::from(&*note.id), file)
    });
    NotesFile { notes: ById(notes.collect()) }
}

/// Whether a pointer leads into a note that is no longer there.
pub(super) fn is_of_removed(pointer: &str, notes: &Notes) -> bool {
    let inside = pointer.strip_prefix("/notes/").and_then(|rest| rest.split_once('/'));
    inside.is_some_and(|(id, _)| notes.entries.iter().all(|note| *note.id != *json::segment(id)))
}
