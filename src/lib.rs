//! The self-assessment kit for the Beijing Municipal People's Government Quality Management Award.
//!
//! A pure core that knows the award (data in, values out, no clock, no browser, no text), with thin rooms around it
//! that keep, tell, export and show. ARCHITECTURE.md tells which room may know which.

pub mod archive;
pub mod assessment;
pub mod benchmark;
pub mod comparison;
pub mod criteria;
pub mod date;
pub mod desk;
pub mod eligibility;
pub mod export;
pub mod findings;
pub mod import;
pub mod indicators;
pub mod interview;
pub mod json;
pub mod language;
pub mod lock;
pub mod manuscript;
pub mod merge;
pub mod order;
pub mod overview;
pub mod panel;
pub mod receipt;
pub mod received;
pub mod red_pen;
pub mod report;
#[cfg(feature = "documents")]
pub mod returned;
pub mod saving;
pub mod scoring;
pub mod search;
pub mod typed;
pub mod worked;

#[cfg(feature = "cli")]
pub mod command;
#[cfg(feature = "documents")]
pub mod worker;

#[cfg(feature = "web")]
pub mod browser;
#[cfg(feature = "web")]
pub mod ui;
