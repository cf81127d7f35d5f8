//! The road to the award in the file: a member of its own, by stage id, written only where something was noted. A stage
//! the pack does not have is kept.

use super::error::ReadError;
use super::read::date;
use crate::assessment::{Road, StageRecord, text};
use crate::criteria::Pack;
use crate::json::{self, ById, Object, Part, ToJson, from_members, set, to_members};
use serde_json::{Map, Value};

/// The road of an assessment file.
#[derive(Debug, Clone, Default, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(default))]
pub struct RoadFile {
    /// By stage id of the pack.
    pub road: ById<StageFile>,
}

/// One stage.
#[derive(Debug, Clone, Default, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(default))]
pub struct StageFile {
    /// Its day as the user gave it, `YYYY-MM-DD`.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$")))]
    pub day: Option<String>,
    pub done: bool,
    pub note: String,
}

from_members! {
    StageFile { day, done, note }
}
to_members! {
    StageFile { day, done, note }
}

impl Part for RoadFile {
    fn read_members(object: &mut Object<'_>) -> RoadFile {
        RoadFile { road: object.member("road") }
    }
    fn write_members(&self, object: &mut Map<String, Value>) {
        if !self.road.0.is_empty() {
            set(object, "road", self.road.to_json());
        }
    }
}

#[cfg(feature = "schema")]
impl serde::Serialize for RoadFile {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Map::new();
        self.write_members(&mut object);
        serde::Serialize::serialize(&object, serializer)
    }
}

/// The road in the stages of a pack; pointers of stages it does not have are added to `unknown`.
pub(super) fn read(file: &RoadFile, pack: &Pack, blank: &Road, unknown: &mut Vec<String>) -> Result<Road, ReadError> {
    let mut road = blank.clone();
    for (id, stage) in &file.road.0 {
        let pointer = json::push("/road", id);
        let record = StageRecord {
            day: date(stage.day.as_deref(), &json::push(&pointer, "day"))?,
            done: stage.done,
            note: text(&stage.note),
        };
        match pack.structure().stages.iter().position(|known| known == id) {
            Some(at) => road.stages[at] = record,
            None => unknown.push(pointer),
        }
    }
    Ok(road)
}

/// What is written: stages of which something was noted, in their order.
pub(super) fn file_of(road: &Road, pack: &Pack) -> RoadFile {
    let stages = pack.structure().stages.iter().zip(&road.stages);
    let noted = stages.filter(|(_, stage)| **stage != StageRecord::default()).map(|(id, stage)| {
        let file = StageFile {
            day: stage.day.map(|day| day.to_string()),
            done: stage.done,
            note: String::from(&*stage.note),
        };
        (id.clone(), file)
    });
    RoadFile { road: ById(noted.collect()) }
}
