//! The road to the award: for every stage of the pack its day, whether it is done, and a note; and what happened after it.
//! The days are those the user gives; nothing is known of them otherwise.

use super::incident::Incident;
use super::record::Text;
use crate::criteria::Pack;
use crate::date::Date;
use std::rc::Rc;

/// Stages and incidents.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Road {
    /// By stage of the pack.
    pub stages: Vec<StageRecord>,
    /// In the order they were noted.
    pub incidents: Vec<Rc<Incident>>,
}

/// One stage.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct StageRecord {
    pub day: Option<Date>,
    pub done: bool,
    pub note: Text,
}

/// A change of one stage.
#[derive(Debug, Clone, PartialEq)]
pub enum StageChange {
    Day(Option<Date>),
    Done(bool),
    Note(Text),
}

impl Road {
    /// Without a day or note, in the stages of a pack.
    pub(super) fn blank(pack: &Pack) -> Road {
        Road {
            stages: vec![StageRecord::default(); pack.structure().stages.len()],
            incidents: Vec::new(),
        }
    }
    /// Whether nothing was noted of any stage, and no incident.
    pub fn is_blank(&self) -> bool {
        self.incidents.is_empty() && self.stages.iter().all(|stage| *stage == StageRecord::default())
    }
    /// The first stage that is not done; none where all are.
    pub fn next(&self) -> Option<usize> {
        self.stages.iter().position(|stage| !stage.done)
    }
    pub(super) fn change(&mut self, at: usize, change: &StageChange) {
        let Some(stage) = self.stages.get_mut(at) else { return };
        match change {
            StageChange::Day(day) => stage.day = *day,
            StageChange::Done(done) => stage.done = *done,
            StageChange::Note(note) => stage.note = note.clone(),
        }
    }
}
