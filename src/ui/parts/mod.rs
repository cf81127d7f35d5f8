//! Parts that several pages share.

mod backup;
mod document;
mod events;
mod ladder;
mod links;
mod ring;
mod source;

pub use backup::{download_backup, download_document};
pub use document::preview;
pub use events::{on_button, on_value};
pub use ladder::ladder;
pub use links::jump;
pub use ring::ring;
pub use source::source_note;
