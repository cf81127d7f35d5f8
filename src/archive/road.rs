//! The road to the award in the file: a member of its own, by stage id, and one for the incident log, each written only
//! where something was noted. A stage the pack does not have is kept.

use super::error::ReadError;
use super::read::date;
use crate::assessment::{Incident, IncidentKind, Road, StageRecord, text};
use crate::criteria::Pack;
use crate::json::{self, ById, FromJson, Object, Part, Place, ToJson, from_members, set, to_members};
use serde_json::{Map, Value};
use std::rc::Rc;

/// The road of an assessment file.
#[derive(Debug, Clone, Default, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(default))]
pub struct RoadFile {
    /// By stage id of the pack.
    pub road: ById<StageFile>,
    /// What happened after the award, by id, in the order it was noted.
    pub incidents: ById<IncidentFile>,
}

/// One incident.
#[derive(Debug, Clone, Default, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(default))]
pub struct IncidentFile {
    /// `YYYY-MM-DD`.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$")))]
    pub day: Option<String>,
    /// What it was about; null where that is not stated.
    #[cfg_attr(feature = "schema", schemars(with = "Option<IncidentKindName>"))]
    pub kind: Option<IncidentKind>,
    /// What happened.
    pub what: String,
    /// Whether the competent authority was told; null where that is not stated.
    pub reported: Option<bool>,
    pub note: String,
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
    IncidentFile { day, kind, what, reported, note }
}
to_members! {
    StageFile { day, done, note }
    IncidentFile { day, kind, what, reported, note }
}

impl FromJson for IncidentKind {
    fn from_json(place: Place<'_>) -> IncidentKind {
        place.choice(&IncidentKind::ALL.map(|kind| (kind.word(), kind)))
    }
}

impl ToJson for IncidentKind {
    fn to_json(&self) -> Value {
        Value::String(self.word().into())
    }
}

#[cfg(feature = "schema")]
crate::json::serialize_as_written!(IncidentKind);

#[cfg(feature = "schema")]
#[derive(schemars::JsonSchema)]
#[schemars(rename_all = "snake_case")]
#[expect(dead_code, reason = "stands for the words in the schema")]
pub enum IncidentKindName {
    Quality,
    Safety,
    Environment,
    Health,
    Other,
}

impl RoadFile {
    /// Whether nothing of it is written.
    pub fn is_empty(&self) -> bool {
        self.road.0.is_empty() && self.incidents.0.is_empty()
    }
}

impl Part for RoadFile {
    fn read_members(object: &mut Object<'_>) -> RoadFile {
        RoadFile {
            road: object.member("road"),
            incidents: object.member("incidents"),
        }
    }
    fn write_members(&self, object: &mut Map<String, Value>) {
        if !self.road.0.is_empty() {
            set(object, "road", self.road.to_json());
        }
        if !self.incidents.0.is_empty() {
            set(object, "incidents", self.incidents.to_json());
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
    for (id, file) in &file.incidents.0 {
        road.incidents.push(Rc::new(Incident {
            id: text(id),
            day: date(file.day.as_deref(), &json::push(&json::push("/incidents", id), "day"))?,
            kind: file.kind,
            what: text(&file.what),
            reported: file.reported,
            note: text(&file.note),
        }));
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
    let incidents = road.incidents.iter().map(|incident| {
        let file = IncidentFile {
            day: incident.day.map(|day| day.to_string()),
            kind: incident.kind,
            what: String::from(&*incident.what),
            reported: incident.reported,
            note: String::from(&*incident.note),
        };
        (String::from(&*incident.id), file)
    });
    RoadFile {
        road: ById(noted.collect()),
        incidents: ById(incidents.collect()),
    }
}

/// Whether a pointer leads into an incident that is no longer there.
pub(super) fn is_of_removed(pointer: &str, road: &Road) -> bool {
    let inside = pointer.strip_prefix("/incidents/").and_then(|rest| rest.split_once('/'));
    inside.is_some_and(|(id, _)| road.incidents.iter().all(|incident| *incident.id != *json::segment(id)))
}
