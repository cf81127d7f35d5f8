//! The incident log: what happened after the award, noted by the user day by day. The kit draws no conclusion from it.

use super::identity::Identity;
use super::record::{Text, text};
use super::road::Road;
use crate::date::Date;
use std::rc::Rc;

/// One incident.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Incident {
    /// Its name in the file; never changes.
    pub id: Text,
    pub day: Option<Date>,
    /// None: not stated.
    pub kind: Option<IncidentKind>,
    /// What happened.
    pub what: Text,
    /// Whether the competent authority was told; none: not stated, which is not no.
    pub reported: Option<bool>,
    pub note: Text,
}

/// What an incident was about: the kinds of accident for which the rules of the award speak of withdrawal, and any other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IncidentKind {
    Quality,
    Safety,
    Environment,
    Health,
    Other,
}

impl IncidentKind {
    /// All of them, in their order.
    pub const ALL: [IncidentKind; 5] = [
        IncidentKind::Quality,
        IncidentKind::Safety,
        IncidentKind::Environment,
        IncidentKind::Health,
        IncidentKind::Other,
    ];

    /// The word in the file, also looked up for words.
    pub fn word(self) -> &'static str {
        match self {
            IncidentKind::Quality => "quality",
            IncidentKind::Safety => "safety",
            IncidentKind::Environment => "environment",
            IncidentKind::Health => "health",
            IncidentKind::Other => "other",
        }
    }
}

/// A change of the log.
#[derive(Debug, Clone, PartialEq)]
pub enum IncidentChange {
    /// Adds an incident of that day.
    Add(Identity, Option<Date>),
    Remove(usize),
    Day(usize, Option<Date>),
    Kind(usize, Option<IncidentKind>),
    Reported(usize, Option<bool>),
    Text(usize, IncidentText, Text),
}

/// A text field of an incident.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IncidentText {
    What,
    Note,
}

impl Road {
    pub(super) fn change_incident(&mut self, change: &IncidentChange) {
        match change {
            IncidentChange::Add(identity, day) => {
                let incident = Incident {
                    id: identity.of_new("incident-", &text(""), &|id| self.incidents.iter().any(|there| *there.id == *id)),
                    day: *day,
                    ..Incident::default()
                };
                self.incidents.push(Rc::new(incident));
            }
            IncidentChange::Remove(at) if *at < self.incidents.len() => {
                self.incidents.remove(*at);
            }
            IncidentChange::Remove(_) => {}
            IncidentChange::Day(at, day) => self.with_incident(*at, |incident| incident.day = *day),
            IncidentChange::Kind(at, kind) => self.with_incident(*at, |incident| incident.kind = *kind),
            IncidentChange::Reported(at, reported) => self.with_incident(*at, |incident| incident.reported = *reported),
            IncidentChange::Text(at, field, text) => self.with_incident(*at, |incident| match field {
                IncidentText::What => incident.what = text.clone(),
                IncidentText::Note => incident.note = text.clone(),
            }),
        }
    }

    fn with_incident(&mut self, at: usize, change: impl FnOnce(&mut Incident)) {
        if let Some(incident) = self.incidents.get_mut(at) {
            change(Rc::make_mut(incident));
        }
    }
}
