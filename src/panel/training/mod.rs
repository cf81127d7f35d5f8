//! Training: a case with reference ratings and reasons is scored like any assessment, and the trainee sees how far off the
//! own ratings are, in each item and factor, on average, and over several cases.
//!
//! A case is an assessment file: its ratings and bands are the reference, its remarks the reasons, its facts of the interview what the
//! reference rests on. A trainee gets a scoring copy of it, which holds none of these. Which rule a rating missed follows from them
//! ([`missed_rules`]); several trainees stand side by side by their records ([`training_groups`]).

mod accuracy;
mod group;
mod missed;
mod record;
mod result;

pub use accuracy::{Accuracy, accuracy};
pub use group::{GroupItem, GroupTrainee, TrainingGroup, training_groups};
pub use missed::{Examined, Missed, MissedFact, MissedFactor, MissedRule, Pull, missed_rules};
pub use record::{FactorOffset, ItemOffset, TrainingEntry, TrainingRecord};
pub use result::{FactorDeviation, TrainingItem, TrainingResult, training_result};
