//! What is answered: the record one organisation fills, the actions that change it, and undo.
//!
//! Knows nothing of the text shown, of JSON, of time or of the browser.

mod action;
mod code;
mod evidence;
mod facts;
mod fields;
mod figures;
mod history;
mod identity;
mod improvement;
mod incident;
mod notes;
mod organisation;
mod percent;
mod record;
mod road;
mod rules_off;
mod spot;
mod unit;
mod wordings;

pub use action::{Action, Field, ItemChange};
pub use code::{bare_code, kept_code};
pub use evidence::{
    Confidentiality, EntryText, EvidenceEntry, EvidenceFile, EvidenceKind, EvidenceRegister, LONGEST_NUMBER, Links, Reference, Referrer, RegisterChange,
    entries_from_references, hexadecimal, is_evidence_number, links, reference, sha256,
};
pub(crate) use evidence::{Manner, NumberIndex, means, texts};
pub use facts::{Fact, Facts};
pub use fields::each_text;
pub use figures::{
    Benchmark, FigureBook, FigureChange, FigureRecord, FigureSlot, FigureText, Goal, Origin, Origins, OwnChange, OwnIndicator, OwnText, Whose, Window, Yearly,
};
pub use history::History;
pub use identity::Identity;
pub use improvement::{
    ActionChange, ActionText, ImprovementAction, ImprovementChange, ImprovementPlan, Progress, Size, adopt_opportunities, new_opportunities,
};
pub use incident::{Incident, IncidentChange, IncidentKind, IncidentText};
pub use notes::{Note, NoteChange, NotePlace, Notes};
#[cfg(feature = "schema")]
pub(crate) use organisation::with_profile_texts;
pub use organisation::{Division, LegalStatus, Organisation, ProfileText, Quantity};
pub use percent::Percent;
pub use record::{Answer, Assessment, ConditionRecord, EligibilityRecord, ItemRecord, SelfCheckAnswer, SelfCheckRecord, Text, text};
pub use road::{Road, StageChange, StageRecord};
pub use rules_off::RulesOff;
pub use unit::{ControlledUnit, UnitChange, UnitText};
pub use wordings::{side_by_side, undecided, without_undecided, wordings};
