//! What several assessors agree on: their scoring copies gathered, the spread of their ratings, the consensus, and
//! training against a reference.
//!
//! The way through it: [`Sheet::blank`] for every assessor, [`gather`] what comes back, [`Panel::new`], a
//! [`PanelAction`] for every step of the session, [`read_panel`] for all that a page shows, [`agreed_ratings`] into the
//! assessment. Knows nothing of the text shown, of JSON, of the clock or of the browser.

mod assessor;
mod code;
mod consensus;
mod gather;
mod reading;
pub mod room;
pub mod sentences;
mod shown;
pub mod statistics;
mod training;

pub use assessor::{Confidence, Judgement, Sheet, SheetChange, Subject, blind};
pub use code::{CodeFault, Coded, group_category, read_code, write_code};
pub use consensus::{
    Agreement, Panel, PanelAction, REFERENCE_TOLERANCE, Refused, Reopening, Signature, Standing, Treatment, Why, agreed_ratings, standing, treatment,
};
pub use gather::{Arrival, Collected, Gathered, Problem, Question, counting, gather};
pub use reading::{AssessorReading, COVERAGE, Comment, GivenRating, ItemReading, PanelReading, read_panel};
pub use shown::read_shown;
pub use training::{
    Accuracy, Examined, FactorDeviation, FactorOffset, GroupItem, GroupTrainee, ItemOffset, Missed, MissedFact, MissedFactor, MissedRule, Pull, TrainingEntry,
    TrainingGroup, TrainingItem, TrainingRecord, TrainingResult, accuracy, missed_rules, training_groups, training_result,
};
