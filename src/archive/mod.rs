//! How an assessment is kept: the versioned file format, reading with every fault placed, and writing byte for byte
//! the same.
//!
//! The types of [`format`] are the file's truth and stand apart from the core's types. Knows nothing of storage.

mod carry;
mod encoding;
mod envelope;
mod error;
mod evidence;
mod evidence_file;
mod facts;
mod figures;
mod figures_file;
mod fingerprint;
mod format;
mod gathering;
mod improvement;
mod improvement_file;
pub mod journal;
mod kept;
mod notes;
mod panel;
mod profile_texts;
mod read;
mod road;
mod rules_off;
mod scoring;
pub mod steps;
mod training;
mod units;
pub mod versions;
mod words;
mod write;

pub use carry::{About, CarryKind, Left, Plan, Proposal, RatingFate, carried_from, carry, carry_as_proposed, kept_pointers, plan};
#[cfg(feature = "documents")]
pub use encoding::as_utf8;
pub use encoding::{is_ours, other_encoding};
pub use error::ReadError;
pub use evidence_file::{AttachedFile, EntryFile, RegisterFile};
pub use facts::{FactFile, FactsFile};
pub use figures_file::{BenchmarkFile, FigureFile, FiguresFile, OwnFile, RankFile, TargetFile, YearsFile};
pub use fingerprint::fingerprint;
pub use format::{AssessmentFile, ConditionFile, EligibilityFile, ItemFile, OrganisationFile, SelfCheckFile};
pub use gathering::{Dropped, Gathering, Taken, Unreadable, gather_files, gather_taken, pack_named, take_file};
pub use improvement_file::{ActionFile, ImprovementFile};
pub use kept::Kept;
pub use notes::{NoteFile, NotesFile};
pub use panel::{
    AgreementFile, AsideFile, OpenedPanel, PanelFile, PanelRecord, ReopeningFile, SentenceFile, SentencesFile, SheetFile, SignatureFile, SourceFile, ThemeFile,
    VisitFile, open_panel, write_panel,
};
pub use read::{MAX_BYTES, MAX_VALUES, Opened, from_value, open, open_bytes};
pub use road::{IncidentFile, RoadFile, StageFile};
pub use rules_off::RulesOffFile;
pub use scoring::{OpenedScoring, ScoringCopy, ScoringFile, SubjectFile, assessment_key, is_scoring, open_scoring, subject_of, write_scoring};
pub use training::{CaseFile, KeptTraining, OffsetFile, TrainingFile, read_training, write_training};
pub use units::{UnitFile, UnitsFile};
pub use write::{to_value, write};

use crate::assessment::Assessment;
use crate::criteria::Pack;

/// The format version this kit writes: major 1, minor 1. Figures came with minor 1; what came later raises the minor version
/// only where it is there.
pub const MAJOR: u32 = 1;
const MINOR: u32 = 1;
/// The minor version of a file that holds an evidence register, an improvement plan or a road.
const LATER_MINOR: u32 = 2;
/// The minor version of a file that holds a summary of the management model or controlled units.
const PARTS_MINOR: u32 = 3;
/// The minor version of a file that holds answers of the interview, or in which rules of the red pen are turned off.
const HELPS_MINOR: u32 = 4;
/// The minor version of a file that holds notes.
const NOTES_MINOR: u32 = 5;

/// An assessment as it is kept: what the kit understands, and what it carries along for a newer minor version.
#[derive(Debug, Clone, PartialEq)]
pub struct Project {
    pub assessment: Assessment,
    /// Members this version does not know; written back where they stood.
    pub kept: Vec<Kept>,
    /// Minor version of the file it came from.
    pub minor: u32,
}

impl Project {
    /// A project with a blank assessment.
    pub fn blank(pack: &Pack) -> Project {
        Project::new(Assessment::blank(pack))
    }
    pub fn new(assessment: Assessment) -> Project {
        Project {
            assessment,
            kept: Vec::new(),
            minor: MINOR,
        }
    }
}
