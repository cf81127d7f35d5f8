//! What a carry would do, as proposals for the user to accept or decline.

use super::Both;
use super::rules::EDITION;
use super::ways::Section;
use crate::criteria::{Note, PackReference};
use crate::json::push;

/// What a carry would do.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    pub from: PackReference,
    pub to: PackReference,
    /// The tag of the language in which joined texts name the items they come from.
    pub language: String,
    /// Whatever there is something to say about: items in the new pack's order, then those without successor; then
    /// conditions and self-checks in the same way; then the edition of the rules.
    pub proposals: Vec<Proposal>,
    /// Ids of the items that carry as they are, in the new pack's order.
    pub unchanged: Vec<String>,
    /// Whether this undoes the carry before it: what was not changed since becomes as it was.
    pub returns: bool,
    pub(super) ways: Both,
}

/// What becomes of some answers.
#[derive(Debug, Clone, PartialEq)]
pub struct Proposal {
    pub about: About,
    pub kind: CarryKind,
    /// Ids in the old pack; for the edition, its id.
    pub from: Vec<String>,
    /// Ids in the new pack.
    pub to: Vec<String>,
    /// What the lineage says.
    pub note: Option<Note>,
    /// Whether there is an old rating or answer.
    pub rated: bool,
    /// The old ratings of items, in percent.
    pub ratings: Vec<i64>,
    /// Whether there is old text.
    pub written: bool,
    /// What becomes of the rating, or of the answer to a condition.
    pub rating: RatingFate,
    /// What has no place in the new item and is kept, not counted.
    pub left: Vec<Left>,
    /// Ids of numbered sub-clauses that only the new item has, where it follows one old item.
    pub new_prompts: Vec<String>,
    /// Ids of numbered sub-clauses that only the old item has and in which nothing was written.
    pub gone_prompts: Vec<String>,
    /// The new id has answers of its own already, which the old ones are joined to.
    pub joins: bool,
    /// What is carried must be checked against the new wording or rule.
    pub to_check: bool,
    /// Whether declining makes a difference: there is something that would be carried.
    pub declinable: bool,
    /// Set to false to leave the old answers where they are, not counted.
    pub accepted: bool,
}

/// What a proposal is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    Item,
    Condition,
    SelfCheck,
    /// The edition of the eligibility rules.
    Edition,
}

/// How ids stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CarryKind {
    /// The same id, but not everything has a place, or it must be checked.
    Changed,
    Renamed,
    Split,
    Merged,
    /// Gone in the new pack; kept, not counted.
    Retired,
    /// Not in the old pack.
    New,
    /// Answers that were kept without being counted count again.
    Revived,
}

/// What becomes of a rating, or of the answer to a condition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RatingFate {
    /// There is none.
    Unrated,
    Carried,
    /// No step of the new pack: set down, never rounded.
    NotAStep,
    /// The old ones differ: set down.
    Differ,
    /// Not divided among several: set down.
    Split,
    /// Kept with its item.
    Kept,
    /// Becomes again what it was before the last carry.
    Restored,
}

/// A part of an item's answers that has no place in the new item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Left {
    /// The text answering a prompt.
    Prompt(String),
    /// The text on a factor.
    Factor(String),
    /// The band chosen for a factor.
    Band(String),
}

impl CarryKind {
    /// All kinds.
    pub const ALL: [CarryKind; 7] = [
        CarryKind::Changed,
        CarryKind::Renamed,
        CarryKind::Split,
        CarryKind::Merged,
        CarryKind::Retired,
        CarryKind::New,
        CarryKind::Revived,
    ];

    /// The code printed and looked up for words.
    pub fn code(self) -> &'static str {
        match self {
            CarryKind::Changed => "changed",
            CarryKind::Renamed => "renamed",
            CarryKind::Split => "split",
            CarryKind::Merged => "merged",
            CarryKind::Retired => "retired",
            CarryKind::New => "new",
            CarryKind::Revived => "revived",
        }
    }
}

impl RatingFate {
    /// All fates.
    pub const ALL: [RatingFate; 7] = [
        RatingFate::Unrated,
        RatingFate::Carried,
        RatingFate::NotAStep,
        RatingFate::Differ,
        RatingFate::Split,
        RatingFate::Kept,
        RatingFate::Restored,
    ];

    /// The code printed and looked up for words.
    pub fn code(self) -> &'static str {
        match self {
            RatingFate::Unrated => "unrated",
            RatingFate::Carried => "carried",
            RatingFate::NotAStep => "not_a_step",
            RatingFate::Differ => "differ",
            RatingFate::Split => "split",
            RatingFate::Kept => "kept",
            RatingFate::Restored => "restored",
        }
    }
}

impl Proposal {
    pub(super) fn new(about: About, kind: CarryKind, from: &[&str], to: &[&str]) -> Proposal {
        let owned = |ids: &[&str]| ids.iter().map(|id| String::from(*id)).collect();
        Proposal {
            about,
            kind,
            from: owned(from),
            to: owned(to),
            note: None,
            rated: false,
            ratings: Vec::new(),
            written: false,
            rating: RatingFate::Unrated,
            left: Vec::new(),
            new_prompts: Vec::new(),
            gone_prompts: Vec::new(),
            joins: false,
            to_check: false,
            declinable: false,
            accepted: true,
        }
    }
}

impl Plan {
    /// Pointers of what the user declined.
    pub(super) fn declined(&self) -> Vec<String> {
        let mut declined = Vec::new();
        for proposal in self.proposals.iter().filter(|proposal| !proposal.accepted) {
            let section = match proposal.about {
                About::Item => Section::Items,
                About::Condition => Section::Conditions,
                About::SelfCheck => Section::SelfChecks,
                About::Edition => {
                    declined.push(EDITION.to_owned());
                    continue;
                }
            };
            let ids = if proposal.from.is_empty() { &proposal.to } else { &proposal.from };
            declined.extend(ids.iter().map(|id| push(section.pointer(), id)));
        }
        declined
    }
}
