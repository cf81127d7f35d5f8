//! The native tests: one binary, a file per feature a user can see. Worked cases stand as tables, laws as properties.

mod archive;
mod carry;
#[cfg(feature = "cli")]
mod carry_command;
mod carry_laws;
mod carrying;
mod cases;
#[cfg(feature = "cli")]
mod command_line;
mod credit_code;
mod eligibility;
#[cfg(feature = "documents")]
mod export;
mod json;
mod library;
mod lineage;
mod packs;
mod record;
mod report;
mod samples;
mod scoring;
mod size;
mod suggestion;
