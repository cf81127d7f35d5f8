//! The file an assessor gets and gives back: `award-kit.scoring`, format version 1.
//!
//! What an assessor gets holds what is to be read; what comes back may leave that out and is small. Nobody else's
//! judgement is in either.

mod format;
mod key;
mod read;
mod write;

pub(super) use format::JudgementFile;
pub use format::{ScoringFile, SubjectFile};
pub use key::{assessment_key, subject_of};
pub use read::{OpenedScoring, open_scoring};
pub(super) use read::{judgements, opened_scoring, percent, subject};
pub use write::write_scoring;
pub(super) use write::{assigned, finished, judgement_files, subject_file, written};

use super::kept::Kept;
use super::{MAJOR, Project};
use crate::assessment::{Assessment, Facts};
use crate::criteria::{ItemSlot, Pack};
use crate::panel::{Sheet, blind};
use std::rc::Rc;

/// What `format` says in every scoring copy.
pub(super) const FORMAT: &str = "award-kit.scoring";

/// Whether a file says of itself that it is a scoring copy; whether it can be read is another matter.
pub fn is_scoring(bytes: &[u8]) -> bool {
    let text = std::str::from_utf8(bytes).unwrap_or_default();
    let parsed = crate::json::parse(text.strip_prefix('\u{feff}').unwrap_or(text));
    parsed.is_ok_and(|parsed| parsed.value.get("format").and_then(|format| format.as_str()) == Some(FORMAT))
}
/// The newest minor version this kit writes.
const MINOR: u32 = 0;

/// A scoring copy: one assessor's sheet, and what there is to read.
#[derive(Debug, Clone, PartialEq)]
pub struct ScoringCopy {
    pub sheet: Sheet,
    /// The assessment without anybody's judgement; none in a copy that was handed back.
    pub read: Option<Assessment>,
    /// Members this version does not know; written back where they stood.
    pub kept: Vec<Kept>,
    /// Minor version of the file it came from.
    pub minor: u32,
}

impl ScoringCopy {
    /// A copy for one assessor to fill. No items named means all that apply to the kind of applicant.
    pub fn for_assessor(pack: &Pack, project: &Project, assessor: &str, items: &[ItemSlot]) -> ScoringCopy {
        let subject = subject_of(pack, &project.assessment);
        ScoringCopy {
            sheet: Sheet::blank(pack, subject, assessor, items),
            read: Some(blind(pack, &project.assessment)),
            kept: Vec::new(),
            minor: MINOR,
        }
    }

    /// A copy of a training case for a trainee: as for an assessor, and without the facts of the interview, which are part of the
    /// reference. Whoever reads them in a list cannot overlook them in the text.
    pub fn for_trainee(pack: &Pack, project: &Project, trainee: &str, items: &[ItemSlot]) -> ScoringCopy {
        let mut copy = ScoringCopy::for_assessor(pack, project, trainee, items);
        if let Some(read) = &mut copy.read {
            for item in &mut read.items {
                if !item.facts.is_empty() {
                    Rc::make_mut(item).facts = Facts::default();
                }
            }
        }
        copy
    }

    /// What came back without the kit, from paper or a table: nothing to read in it.
    pub fn of_sheet(sheet: Sheet) -> ScoringCopy {
        ScoringCopy {
            sheet,
            read: None,
            kept: Vec::new(),
            minor: MINOR,
        }
    }

    /// The small file that goes back: without what was to be read, and counted one up.
    pub fn handed_back(&self) -> ScoringCopy {
        ScoringCopy {
            sheet: self.sheet.handed_back(),
            read: None,
            ..self.clone()
        }
    }
}

fn version(minor: u32) -> String {
    [MAJOR.to_string(), minor.to_string()].join(".")
}
