//! What the training keeps in this browser: cases that are scored, and the records of trainees, in one store.

use super::storage;
use crate::json::{self, Absent, ToJson, from_members, to_members};

/// One case as it is scored.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct KeptRun {
    /// The reference: the text of an assessment file.
    pub reference: String,
    /// The trainee's scoring copy of it, as `archive` writes it.
    pub copy: String,
    /// The day it was finished, `YYYY-MM-DD`; empty while it is being scored.
    pub finished: String,
}

from_members! { KeptRun { reference, copy, finished } }
to_members! { KeptRun { reference, copy, finished } }

impl KeptRun {
    /// None where the text is no such record.
    pub fn read(content: &str) -> Option<KeptRun> {
        let parsed = json::parse(content).ok()?;
        json::typed(&parsed.value, Absent::Default).content
    }
    pub fn write(&self) -> String {
        self.to_json().to_string()
    }
}

/// Where something of the training lies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// A case, by the id it was given here.
    Run(String),
    /// A record, by the trainee's name.
    Record(String),
}

impl Place {
    /// An id no other case has; later ones come later in order.
    pub fn new_id() -> String {
        storage::new_id()
    }
    /// The key in the store.
    pub fn key(&self) -> String {
        match self {
            Place::Run(id) => ["run/", id].concat(),
            Place::Record(trainee) => ["record/", trainee].concat(),
        }
    }
    /// None for a key this kit does not know.
    pub fn of(key: &str) -> Option<Place> {
        let (kind, name) = key.split_once('/')?;
        match kind {
            "run" => Some(Place::Run(name.to_owned())),
            "record" => Some(Place::Record(name.to_owned())),
            _ => None,
        }
    }
}
