//! The native tests: one binary, a file per feature a user can see. Worked cases stand as tables, laws as properties.

mod archive;
mod cases;
#[cfg(feature = "cli")]
mod command_line;
mod credit_code;
mod eligibility;
#[cfg(feature = "documents")]
mod export;
mod indicator_statistics;
mod json;
mod kinds;
mod library;
mod packs;
mod record;
mod report;
mod samples;
mod scoring;
mod size;
mod suggestion;
