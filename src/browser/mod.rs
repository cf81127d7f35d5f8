//! The only room that touches browser APIs: storage, files, the document worker, clock, settings and the page itself.

pub mod attachments;
pub mod chance;
pub mod clock;
pub mod compared;
mod database;
mod digest;
pub mod documents;
pub mod files;
pub mod host;
pub mod journal;
pub mod left_behind;
mod local;
pub mod mappings;
pub mod offline;
pub mod packs;
pub mod page;
pub mod panels;
pub mod parts;
pub mod samples;
pub mod settings;
pub mod storage;
pub mod styles;
pub mod training;
pub mod windows;
