//! Training: a case with reference ratings and reasons is scored like any assessment, and the trainee sees how far off the
//! own ratings are, in each item and factor, on average, and over several cases.
//!
//! A case is an assessment file: its ratings and bands are the reference, its remarks the reasons. A trainee gets a scoring
//! copy of it, which holds neither.

mod accuracy;
mod record;
mod result;

pub use accuracy::{Accuracy, accuracy};
pub use record::{FactorOffset, ItemOffset, TrainingEntry, TrainingRecord};
pub use result::{FactorDeviation, TrainingItem, TrainingResult, training_result};
