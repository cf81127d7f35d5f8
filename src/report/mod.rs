//! What is told: the core's values as sentences, and draft submission and feedback report as neutral documents.
//!
//! Knows nothing of file formats, of the clock or of the browser.

mod caption;
mod chart;
mod clean;
mod comparison;
mod completeness;
mod defence;
mod document;
mod draft;
mod eligibility_statement;
mod evidence;
mod feedback;
mod figures;
mod form;
mod frame;
mod improvement;
mod item;
mod minute;
mod model;
mod own_words;
mod pinned;
mod profile;
pub mod say;
mod score_chart;
mod score_reading;
mod score_table;
mod section;
mod self_evaluation;
mod site_review;
mod skeleton;
mod sources;
mod submission;
mod timetable;
mod tracked;
mod units;
mod written;

pub use caption::{Caption, CaptionKind, Label, Piece};
pub use chart::{Chart, ChartSeries, ChartShape, SeriesRole};
pub use clean::{CLEAN_SECTIONS, Placed, Placing, asked_before, clean_submission, placing};
pub use comparison::{Compared, comparison};
pub use defence::{DEFENCE_MINUTES, defence};
pub use document::{Alignment, Block, Column, Cover, Document, KeyValue, Orientation, ParagraphStyle, Row, Table, Weight};
pub use feedback::feedback;
pub use item::item_document;
pub use minute::minute;
pub use own_words::word;
pub use pinned::{Pinned, Pins, Span, row_place};
pub use profile::profile_document;
pub use section::Section;
pub use site_review::{SITE_REVIEW_MINUTES, site_review};
pub use skeleton::skeleton;
pub use submission::{Options, submission};
pub use tracked::tracked;
pub use written::{Written, carried, hashed, marked_fields, place_of, read_mark, text_of};
