//! What is shown of the open assessment, and what is told of it.

use super::StorageError;
use crate::assessment::Assessment;
use crate::criteria::Pack;
use crate::merge::PartOf;
use std::rc::Rc;

/// Whether what is on the screen is kept.
#[derive(Debug, Clone, PartialEq)]
pub enum SaveState {
    /// Changed, about to be saved or being saved.
    Pending,
    /// Saved at a moment, in milliseconds since 1970; 0 where it is not known when.
    Saved(f64),
    /// Not saved, until a later try succeeds.
    Failed(StorageError),
}

/// What the pages show of the store.
#[derive(Debug, Clone, PartialEq)]
pub struct Snapshot {
    pub id: Rc<str>,
    /// The criteria it is judged by.
    pub pack: Rc<Pack>,
    pub assessment: Rc<Assessment>,
    /// Whose part it is, where it was handed out.
    pub part: Option<Rc<PartOf>>,
    /// How many parts of it are out.
    pub out: usize,
    /// Counts changes, also of what stands beside the assessment.
    pub changes: u32,
    pub can_undo: bool,
    pub can_redo: bool,
    pub save: SaveState,
}

/// What the user is to know of what happens behind the pages.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum News {
    /// What two windows wrote was made into one.
    Joined,
    /// The browser has cleared its storage, and what is open was kept anew.
    KeptAnew,
    /// The room for this page's storage is taken to that many per cent.
    NearlyFull(u32),
}

/// The record an assessment is opened from.
#[derive(Debug, Clone, Copy, Default)]
pub struct Record {
    pub revision: u32,
    /// When it was written, in milliseconds since 1970; 0 where that is not known.
    pub at: f64,
}
