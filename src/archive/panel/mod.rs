//! The record of a panel as it is kept: `award-kit.panel`, format version 1.

mod format;
mod read;
mod sentences;
mod write;

pub use format::{AgreementFile, AsideFile, PanelFile, ReopeningFile, SentenceFile, SentencesFile, SheetFile, SignatureFile, SourceFile, ThemeFile, VisitFile};
pub use read::{OpenedPanel, open_panel};
pub use write::write_panel;

use super::kept::Kept;
use crate::panel::Panel;

/// What `format` says in every record of a panel.
pub(super) const FORMAT: &str = "award-kit.panel";
/// The minor version this kit writes.
const MINOR: u32 = 0;
/// The minor version of a record that went a step back.
const LATER_MINOR: u32 = 1;
/// The minor version of a record with sentences, themes or a site-visit list.
const SENTENCES_MINOR: u32 = 2;

/// The record of a panel, and what the kit carries along for a newer minor version.
#[derive(Debug, Clone, PartialEq)]
pub struct PanelRecord {
    pub panel: Panel,
    /// Members this version does not know; written back where they stood.
    pub kept: Vec<Kept>,
    /// Minor version of the file it came from.
    pub minor: u32,
}

impl PanelRecord {
    pub fn new(panel: Panel) -> PanelRecord {
        PanelRecord {
            panel,
            kept: Vec::new(),
            minor: MINOR,
        }
    }
}
