//! The changes a person can make to a draft: one small value each. Things are named by their ids.

use super::cases::CaseList;
use super::items::{NewItem, NewPrompt};
use super::listed::Listed;
use super::succession::Part;
use super::things::NewThing;
use super::wording::Wording;
use crate::criteria::kind::Kind;
use crate::criteria::sources::Status;
use crate::criteria::structure::{NotApplicable, Rounding, RubricLimit, Rule, SizeBounds};
use crate::date::Date;
use serde_json::Value;

/// A change of a draft. One that names something the draft does not have changes nothing.
#[derive(Debug, Clone, PartialEq)]
pub enum Edit {
    /// The pack's id.
    PackId(String),
    /// The pack's edition.
    PackEdition(String),
    /// Any text, by its id: `item.leadership.governance`, `pack.name`.
    Text {
        language: String,
        id: String,
        text: String,
    },
    /// Points of an item; those of its category follow.
    Points {
        item: String,
        points: u32,
    },
    /// What all points shall add up to; the last maturity band ends there.
    Total(u32),
    /// The printed number of an item or category.
    Number {
        id: String,
        number: String,
    },
    /// Whether an item is a bonus item, whose points come on top.
    Bonus {
        item: String,
        bonus: bool,
    },
    /// Kinds of applicant an item or one of its prompts is meant for; none: all.
    AppliesTo {
        item: String,
        prompt: Option<String>,
        kinds: Vec<Kind>,
    },
    /// A new item, the last of its category.
    NewItem(NewItem),
    /// Takes an item away; its id is never used again.
    Retire(String),
    /// Brings back an item of the original, as it was there.
    Restore(String),
    /// A new prompt, the last of its item.
    NewPrompt {
        item: String,
        prompt: NewPrompt,
    },
    RemovePrompt {
        item: String,
        prompt: String,
    },
    /// Percent steps of ratings.
    Step(u8),
    Rounding(Rounding),
    NotApplicable(NotApplicable),
    /// Where a maturity band begins; the one before it ends a point earlier.
    Maturity {
        band: String,
        from: u32,
    },
    /// Where a band of a rubric begins, in percent; the one before it ends a step earlier.
    Band {
        rubric: String,
        band: String,
        from: u8,
    },
    /// Points of a reference line.
    Reference {
        line: String,
        points: u32,
    },
    /// A new reference line with the name it is shown by; its id is made from `name`.
    NewReference {
        name: String,
        points: u32,
        text: Wording,
    },
    RemoveReference(String),
    /// Whether an edition asks for a condition.
    InEdition {
        edition: String,
        condition: String,
        on: bool,
    },
    /// Years of a condition's rule, where it has any.
    Years {
        condition: String,
        years: u32,
    },
    /// First and last day for applications of an edition.
    EditionDates {
        edition: String,
        opens: Option<Date>,
        closes: Option<Date>,
    },
    /// The edition of the conditions in force.
    DefaultEdition(String),
    /// Years a self-check looks back; none where the present counts.
    LookBack {
        check: String,
        years: Option<u32>,
    },
    /// A figure of the award; none where nobody knows.
    Fact {
        fact: String,
        value: Option<u64>,
    },
    /// A length limit, in characters as they are counted in Chinese practice.
    Limit {
        limit: String,
        characters: u32,
    },
    /// Where a figure comes from. The place of a rule or a bonus item stands for the figures that follow from it.
    Attribution {
        figure: String,
        citation: Citation,
        status: Status,
    },
    /// Why something was changed, by its place; an empty text takes the reason back.
    Reason {
        place: String,
        why: String,
    },
    /// Something new in one of the pack's lists.
    New(NewThing),
    /// Takes something out of a list, with what names it. Of an item it is [`Edit::Retire`].
    Take {
        list: Listed,
        id: String,
    },
    /// Brings something of the original back, as it was there.
    BringBack {
        list: Listed,
        id: String,
    },
    /// Moves something a place up or down in its list.
    Move {
        list: Listed,
        id: String,
        up: bool,
    },
    /// How a condition is judged.
    Rule {
        condition: String,
        rule: Rule,
    },
    /// The rubric an item is judged by.
    JudgedBy {
        item: String,
        rubric: String,
    },
    /// The orientations an item or one of its prompts is tagged with.
    Tags {
        item: String,
        prompt: Option<String>,
        orientations: Vec<String>,
    },
    /// The printed number of a prompt that can be answered on its own; none for guidance only.
    PromptNumber {
        item: String,
        prompt: String,
        number: Option<String>,
    },
    /// How far a factor holds the suggestion down; none where it does not.
    RubricLimit {
        rubric: String,
        factor: String,
        limit: Option<RubricLimit>,
    },
    /// Lower bounds of the size classes of a sector by one measure.
    SizeBounds {
        sector: String,
        bounds: SizeBounds,
    },
    /// Makes several items of one, in its place.
    Split {
        item: String,
        parts: Vec<Part>,
        /// What has changed, for whoever carries an assessment over.
        note: Wording,
    },
    /// Makes one item of several, in the place of the first.
    Merge {
        items: Vec<String>,
        into: Part,
        note: Wording,
    },
    /// A worked case more, as `cases.json` has it, the last of its list.
    NewCase {
        list: CaseList,
        case: Value,
    },
    /// Takes a worked case away; cases count from 0.
    RemoveCase {
        list: CaseList,
        at: usize,
    },
    /// What a worked case should come to, as `cases.json` has it.
    CaseResult {
        list: CaseList,
        at: usize,
        result: Value,
    },
}

/// What a figure is taken from.
#[derive(Debug, Clone, PartialEq)]
pub enum Citation {
    /// A source of the pack, by id.
    Known(String),
    /// A source in words; one that is cited already is used again.
    Given(Wording),
}

impl Edit {
    /// The field this edit writes into; writing on in the same field is one step of undo. None for choices.
    pub fn field(&self) -> Option<String> {
        let parts: &[&str] = match self {
            Edit::PackId(_) => &["id"],
            Edit::PackEdition(_) => &["edition"],
            Edit::Text { language, id, .. } => &["text", language, id],
            Edit::Points { item, .. } => &["points", item],
            Edit::Total(_) => &["total"],
            Edit::Number { id, .. } => &["number", id],
            Edit::Maturity { band, .. } => &["maturity", band],
            Edit::Band { rubric, band, .. } => &["rubric", rubric, band],
            Edit::Reference { line, .. } => &["reference", line],
            Edit::Years { condition, .. } => &["rule", condition],
            Edit::EditionDates { edition, .. } => &["edition_dates", edition],
            Edit::LookBack { check, .. } => &["self_check", check],
            Edit::Fact { fact, .. } => &["fact", fact],
            Edit::Limit { limit, .. } => &["limit", limit],
            Edit::Attribution { figure, .. } => &["source", figure],
            Edit::Reason { place, .. } => &["why", place],
            Edit::Rule { condition, .. } => &["rule", condition],
            Edit::PromptNumber { item, prompt, .. } => &["number", item, prompt],
            Edit::SizeBounds { sector, .. } => &["size", sector],
            Edit::Bonus { .. }
            | Edit::AppliesTo { .. }
            | Edit::NewItem(_)
            | Edit::Retire(_)
            | Edit::Restore(_)
            | Edit::NewPrompt { .. }
            | Edit::RemovePrompt { .. }
            | Edit::Step(_)
            | Edit::Rounding(_)
            | Edit::NotApplicable(_)
            | Edit::NewReference { .. }
            | Edit::RemoveReference(_)
            | Edit::InEdition { .. }
            | Edit::DefaultEdition(_)
            | Edit::New(_)
            | Edit::Take { .. }
            | Edit::BringBack { .. }
            | Edit::Move { .. }
            | Edit::JudgedBy { .. }
            | Edit::Tags { .. }
            | Edit::RubricLimit { .. }
            | Edit::Split { .. }
            | Edit::Merge { .. }
            | Edit::NewCase { .. }
            | Edit::RemoveCase { .. }
            | Edit::CaseResult { .. } => return None,
        };
        Some(parts.join("/"))
    }
}
