//! Parts that several pages share.

mod backup;
mod document;
mod ladder;
mod links;
mod ring;
mod source;

pub use backup::{download_backup, download_document};
pub use document::Preview;
pub use ladder::Ladder;
pub use links::{HomeLink, JumpLink};
pub use ring::Ring;
pub use source::SourceNote;
