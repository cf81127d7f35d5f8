//! Controlled units: holdings and other bodies under the applicant. Some awards ask for a list of them, because head office and
//! every controlled unit must meet the conditions (domain facts 9.1); what counts as controlled, the notice of the award says.

use super::identity::Identity;
use super::organisation::Organisation;
use super::record::{Text, text};
use std::rc::Rc;

/// One unit.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ControlledUnit {
    /// Its name in the file; never changes.
    pub id: Text,
    pub name: Text,
    /// How it belongs to the applicant, with the share held: `全资子公司`, `控股 51%`.
    pub relation: Text,
    /// What it does.
    pub activity: Text,
    /// Employees as they are told, `120` or `约 120 人`; may be empty.
    pub employees: Text,
    /// Whether the application covers it; none: not stated, which is not no.
    pub in_scope: Option<bool>,
}

/// A change of the list.
#[derive(Debug, Clone, PartialEq)]
pub enum UnitChange {
    Add(Identity),
    Remove(usize),
    InScope(usize, Option<bool>),
    Text(usize, UnitText, Text),
}

/// A text field of a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnitText {
    Name,
    Relation,
    Activity,
    Employees,
}

impl UnitText {
    /// All of them, in the order of the list.
    pub const ALL: [UnitText; 4] = [UnitText::Name, UnitText::Relation, UnitText::Activity, UnitText::Employees];

    /// The field's name in the file.
    pub fn key(self) -> &'static str {
        match self {
            UnitText::Name => "name",
            UnitText::Relation => "relation",
            UnitText::Activity => "activity",
            UnitText::Employees => "employees",
        }
    }
}

impl ControlledUnit {
    pub fn text(&self, field: UnitText) -> &Text {
        match field {
            UnitText::Name => &self.name,
            UnitText::Relation => &self.relation,
            UnitText::Activity => &self.activity,
            UnitText::Employees => &self.employees,
        }
    }
    /// Whether nothing at all is told of it.
    pub fn is_blank(&self) -> bool {
        self.in_scope.is_none() && UnitText::ALL.iter().all(|field| self.text(*field).trim().is_empty())
    }
    fn text_mut(&mut self, field: UnitText) -> &mut Text {
        match field {
            UnitText::Name => &mut self.name,
            UnitText::Relation => &mut self.relation,
            UnitText::Activity => &mut self.activity,
            UnitText::Employees => &mut self.employees,
        }
    }
}

impl Organisation {
    /// Whether anything is told of a controlled unit.
    pub fn has_units(&self) -> bool {
        self.units.iter().any(|unit| !unit.is_blank())
    }
    pub(super) fn change_unit(&mut self, change: &UnitChange) {
        match change {
            UnitChange::Add(identity) => {
                let id = identity.of_new("unit-", &text(""), &|id| self.units.iter().any(|there| *there.id == *id));
                self.units.push(Rc::new(ControlledUnit {
                    id,
                    ..ControlledUnit::default()
                }));
            }
            UnitChange::Remove(at) if *at < self.units.len() => {
                self.units.remove(*at);
            }
            UnitChange::Remove(_) => {}
            UnitChange::InScope(at, in_scope) => self.with_unit(*at, |unit| unit.in_scope = *in_scope),
            UnitChange::Text(at, field, text) => self.with_unit(*at, |unit| *unit.text_mut(*field) = text.clone()),
        }
    }

    fn with_unit(&mut self, at: usize, change: impl FnOnce(&mut ControlledUnit)) {
        if let Some(unit) = self.units.get_mut(at) {
            change(Rc::make_mut(unit));
        }
    }
}
