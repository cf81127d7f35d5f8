//! Controlled units in the file: a member of its own by id, which came with version 1.3 and is written only where there are any.

use crate::assessment::{ControlledUnit, text};
use crate::json::{self, ById, Object, Part, ToJson, from_members, set, to_members};
use serde_json::{Map, Value};
use std::rc::Rc;

/// The controlled units of an assessment file.
#[derive(Debug, Clone, Default, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(default))]
pub struct UnitsFile {
    /// By id, in the order they were added.
    pub units: ById<UnitFile>,
}

/// One unit under the applicant.
#[derive(Debug, Clone, Default, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(default))]
pub struct UnitFile {
    pub name: String,
    /// How it belongs to the applicant, with the share held.
    pub relation: String,
    /// What it does.
    pub activity: String,
    /// Employees as they are told.
    pub employees: String,
    /// Whether the application covers it; null where that is not stated.
    pub in_scope: Option<bool>,
}

from_members! {
    UnitFile { name, relation, activity, employees, in_scope }
}
to_members! {
    UnitFile { name, relation, activity, employees, in_scope }
}

impl Part for UnitsFile {
    fn read_members(object: &mut Object<'_>) -> UnitsFile {
        UnitsFile { units: object.member("units") }
    }
    fn write_members(&self, object: &mut Map<String, Value>) {
        if !self.units.0.is_empty() {
            set(object, "units", self.units.to_json());
        }
    }
}

#[cfg(feature = "schema")]
impl serde::Serialize for UnitsFile {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Map::new();
        self.write_members(&mut object);
        serde::Serialize::serialize(&object, serializer)
    }
}

/// The units in their order.
pub(super) fn read(file: &UnitsFile) -> Vec<Rc<ControlledUnit>> {
    let units = file.units.0.iter().map(|(id, file)| {
        Rc::new(ControlledUnit {
            id: text(id),
            name: text(&file.name),
            relation: text(&file.relation),
            activity: text(&file.activity),
            employees: text(&file.employees),
            in_scope: file.in_scope,
        })
    });
    units.collect()
}

/// What is written.
pub(super) fn file_of(units: &[Rc<ControlledUnit>]) -> UnitsFile {
    let units = units.iter().map(|unit| {
        let file = UnitFile {
            name: String::from(&*unit.name),
            relation: String::from(&*unit.relation),
            activity: String::from(&*unit.activity),
            employees: String::from(&*unit.employees),
            in_scope: unit.in_scope,
        };
        (String::from(&*unit.id), file)
    });
    UnitsFile { units: ById(units.collect()) }
}

/// Whether a pointer leads into a unit that is no longer there.
pub(super) fn is_of_removed(pointer: &str, units: &[Rc<ControlledUnit>]) -> bool {
    let inside = pointer.strip_prefix("/units/").and_then(|rest| rest.split_once('/'));
    inside.is_some_and(|(id, _)| units.iter().all(|unit| *unit.id != *json::segment(id)))
}
