//! What can be asked: the criteria pack, its checking, and the packs that come with the kit.
//!
//! Knows nothing of answers, of the language chosen on the screen, or of screens. The format is described in
//! `criteria/README.md`; the types of [`structure`] are its truth.

mod adapt;
mod base;
mod builtin;
mod check;
mod checked_file;
mod content;
mod fault;
mod glossary;
mod hash;
mod index;
mod indicator;
mod interview;
mod kind;
mod library;
mod lineage;
mod operand;
mod pack;
mod pack_file;
mod places;
mod reading;
mod reference;
mod sources;
mod structure;
mod texts;

pub use adapt::{
    CaseList, Citation, Draft, DraftHistory, Edit, Listed, NewItem, NewPrompt, NewThing, Part, Sum, What, Wording, differences, differences_of, place_kinds,
};
pub use builtin::{BUILT_IN, BuiltIn, DEFAULT_PACK, built_in, built_in_packs};
pub use check::check_glossary;
pub use checked_file::{PAGE_PACKS, checked_file, read_checked_pack, write_checked_pack};
pub use content::{PackContent, PackFiles, PackView, not_json, place_of};
pub use fault::{Fault, FaultCode};
pub use glossary::{Term, read_glossary};
pub use index::{INDEX_FILE, Index, IndexEntry};
pub use indicator::{Aim, Formula, Identity, IdentityRule, Indicator, Input};
pub use interview::{
    BandRule, FactorRules, FiguresTell, Interview, InterviewFiles, InterviewWords, ItemInterview, ItemQuestions, Question, QuestionKind, Requirement, RuleSet,
    Told, interview_built_in,
};
pub use kind::Kind;
pub use library::{Held, Library, Origin, Refused};
pub use lineage::{Lineage, LineageStep, Note, PackName, Succession, SuccessionKind};
pub use operand::{IndicatorSlot, InputSlot, Operand};
pub use pack::{CategorySlot, ConditionSlot, EditionSlot, ItemSlot, MAX_BYTES, Pack, SelfCheckSlot};
pub use pack_file::{is_pack_file, read_kept_pack, read_pack_file, write_pack_file};
pub use places::names_taken;
pub use reference::PackReference;
pub use sources::{Attribution, Confidence, Sources, Status, figures};
pub use structure::{
    Adapted, Band, Category, Change, Condition, Edition, EligibilityRules, Fact, Factor, Item, Limit, MaturityBand, Measure, NotApplicable, Prompt,
    ReferenceLine, Rounding, Rubric, RubricLimit, Rule, ScoringRules, Sector, SelfCheck, SizeBounds, Structure,
};
pub use texts::Words;
