//! What can be asked: the criteria pack, its checking, and the packs built into the kit.
//!
//! Knows nothing of answers, of the language chosen on the screen, or of screens. The format is described in
//! `criteria/README.md`; the types of [`structure`] are its truth.

mod builtin;
mod check;
mod fault;
mod hash;
mod pack;
mod reading;
mod sources;
mod structure;
mod texts;

pub use builtin::{BUILT_IN, DEFAULT_PACK, built_in};
pub use fault::{Fault, FaultCode};
pub use pack::{CategorySlot, ConditionSlot, EditionSlot, ItemSlot, Pack, PackFiles, SelfCheckSlot};
pub use sources::{Attribution, Confidence, Sources, Status};
pub use structure::{
    Band, Category, Condition, Edition, EligibilityRules, Fact, Factor, Item, Limit, MaturityBand, Measure, Prompt, ReferenceLine, Rounding, Rubric,
    RubricLimit, Rule, ScoringRules, Sector, SelfCheck, SizeBounds, Structure,
};
pub use texts::Words;
