//! What is told: the core's values as sentences, and the draft submission as a neutral document.
//!
//! Knows nothing of file formats, of the clock or of the browser.

mod completeness;
mod document;
mod draft;
mod eligibility_statement;
mod minute;
mod profile;
pub mod say;
mod score_reading;
mod score_table;
mod self_evaluation;
mod sources;
mod submission;

pub use document::{Alignment, Block, Column, Cover, Document, KeyValue, ParagraphStyle, Row, Table, Weight};
pub use minute::minute;
pub use submission::{Options, submission};
