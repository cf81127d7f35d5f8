//! What to do next: one thing, chosen from what is found and from the road.
//!
//! The order is that of the work: what the conditions are judged by, the conditions, the profile, what was written twice, texts before ratings, ratings
//! before figures and evidence, then lengths and the submission. A finding that may rightly stay (a doubt, a condition that is
//! not met) is never waited for: it would hide everything that comes after it.

use crate::assessment::{Assessment, ProfileText};
use crate::criteria::{ConditionSlot, ItemSlot, Pack};
use crate::eligibility::{Eligibility, Reason};
use crate::findings::{EvidenceFinding, Finding, Place, ProfilePart, grouped};
use crate::scoring::{Maximum, Points, maxima};

/// What kind of work comes next, in the order in which it is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// What conditions are judged by: name, code, kind, registration, legal status.
    Profile,
    /// Conditions nobody has answered, and dates that cannot be.
    Conditions,
    /// Conditions that are not met or that the authority decides, as long as nothing was written for an item.
    NotMet,
    /// The written profile and the controlled units.
    Describe,
    /// Texts of which several wordings stand side by side.
    Decide,
    /// Items without an answer.
    Write,
    /// Items that are answered and not rated.
    Rate,
    /// Factors without an answer.
    Factors,
    /// Results items without a figure.
    Figures,
    /// Ratings without evidence, and evidence that is named and not there.
    Evidence,
    /// Ratings above the suggestion without a reason.
    Reasons,
    /// Improvement actions that are late or nobody's.
    Plan,
    /// Parts over their limit.
    Lengths,
    /// Everything is there: the submission is read through.
    Draft,
    /// The application is handed in: the stage of the road that is not done.
    Stage,
    /// Every stage is done.
    After,
    /// A part that was handed out has all it was asked for.
    Return,
}

impl Step {
    /// All steps.
    pub const ALL: [Step; 17] = [
        Step::Profile,
        Step::Conditions,
        Step::NotMet,
        Step::Describe,
        Step::Decide,
        Step::Write,
        Step::Rate,
        Step::Factors,
        Step::Figures,
        Step::Evidence,
        Step::Reasons,
        Step::Plan,
        Step::Lengths,
        Step::Draft,
        Step::Stage,
        Step::After,
        Step::Return,
    ];

    /// The code looked up for words.
    pub fn code(self) -> &'static str {
        match self {
            Step::Profile => "profile",
            Step::Conditions => "conditions",
            Step::NotMet => "not_met",
            Step::Describe => "describe",
            Step::Decide => "decide",
            Step::Write => "write",
            Step::Rate => "rate",
            Step::Factors => "factors",
            Step::Figures => "figures",
            Step::Evidence => "evidence",
            Step::Reasons => "reasons",
            Step::Plan => "plan",
            Step::Lengths => "lengths",
            Step::Draft => "draft",
            Step::Stage => "stage",
            Step::After => "after",
            Step::Return => "return",
        }
    }
}

/// One thing to do, and how much of its kind there is.
#[derive(Debug, Clone, PartialEq)]
pub struct Next {
    pub step: Step,
    /// The first finding of the step; none for [`Step::Draft`] and what comes after it.
    pub finding: Option<Finding>,
    /// The stage of [`Step::Stage`], by its position.
    pub stage: Option<usize>,
    /// How many findings the step has. Of [`Step::Draft`]: how many groups are left to be looked at, as they are counted elsewhere.
    pub count: usize,
    /// What the items of [`Step::Write`] and [`Step::Rate`] can be worth at most, without bonus items.
    pub points: Points,
}

/// What to do next. `found` are all findings of the assessment in the order of the submission; `part` are the items of a part
/// that was handed out: such a part knows only them, is not asked for ratings, and has no road.
pub fn next(pack: &Pack, assessment: &Assessment, eligibility: &Eligibility, found: &[Finding], part: Option<&[ItemSlot]>) -> Next {
    if part.is_none()
        && let Some(next) = on_the_road(assessment)
    {
        return next;
    }
    let began = assessment.items.iter().any(|item| item.percent.is_some() || !item.is_unanswered());
    let step_of = |finding: &Finding| {
        let step = step(finding, eligibility, began)?;
        let own = part.is_none_or(|items| step != Step::Rate && item_of(finding).is_some_and(|slot| items.contains(&slot)));
        own.then_some(step)
    };
    let Some(first) = found.iter().filter_map(step_of).min() else {
        return match part {
            Some(_) => Next::bare(Step::Return, 0),
            None => Next::bare(Step::Draft, grouped(found).len()),
        };
    };
    let of_step: Vec<&Finding> = found.iter().filter(|finding| step_of(finding) == Some(first)).collect();
    let maxima = maxima(pack, assessment.organisation.kind);
    let worth = |finding: &&Finding| match (first, item_of(finding).map(|slot| maxima[slot.0])) {
        (Step::Write | Step::Rate, Some(Maximum::Counted(points))) => points,
        _ => Points::default(),
    };
    Next {
        step: first,
        finding: of_step.first().map(|finding| (*finding).clone()),
        stage: None,
        count: of_step.len(),
        points: of_step.iter().map(worth).sum(),
    }
}

impl Next {
    fn bare(step: Step, count: usize) -> Next {
        Next {
            step,
            finding: None,
            stage: None,
            count,
            points: Points::default(),
        }
    }

    /// The item it is about.
    pub fn item(&self) -> Option<ItemSlot> {
        item_of(self.finding.as_ref()?)
    }
}

/// Once the first stage, the application, is done, the stages say what comes.
fn on_the_road(assessment: &Assessment) -> Option<Next> {
    let road = &assessment.road;
    if !road.stages.first()?.done {
        return None;
    }
    let stage = road.next();
    let step = if stage.is_some() { Step::Stage } else { Step::After };
    Some(Next { stage, ..Next::bare(step, 0) })
}

fn item_of(finding: &Finding) -> Option<ItemSlot> {
    match finding.place() {
        Place::Item(slot) | Place::Figures(Some(slot)) => Some(slot),
        _ => None,
    }
}

/// The step in which a finding is mended; none where it may rightly stay, so that it is looked at with the submission.
fn step(finding: &Finding, eligibility: &Eligibility, began: bool) -> Option<Step> {
    Some(match finding {
        Finding::ProfileMissing(ProfilePart::Text(field)) if !matches!(field, ProfileText::Name | ProfileText::CreditCode) => Step::Describe,
        Finding::ProfileMissing(_) => Step::Profile,
        Finding::UnitIncomplete { .. } => Step::Describe,
        Finding::Doubt(doubt) if doubt.concerns_window() || doubt.concerns_code() => return None,
        Finding::Doubt(_) => Step::Conditions,
        Finding::ConditionUndecided(slot) if !is_with_the_authority(eligibility, *slot) => Step::Conditions,
        // Where time alone is missing there is nothing to be done about it.
        Finding::ConditionNotMet(_) if eligibility.first_eligible_on.is_some() => return None,
        Finding::ConditionNotMet(_) | Finding::ConditionUndecided(_) if !began => Step::NotMet,
        Finding::Undecided { .. } => Step::Decide,
        Finding::ItemUnanswered(_) | Finding::RatedWithoutAnswer(..) => Step::Write,
        Finding::ItemUnrated(_) => Step::Rate,
        Finding::FactorUnanswered(..) => Step::Factors,
        Finding::ResultsWithoutFigures(_) => Step::Figures,
        Finding::RatedWithoutEvidence(..) => Step::Evidence,
        Finding::Evidence(EvidenceFinding::Unlinked { .. } | EvidenceFinding::Missing { .. } | EvidenceFinding::Nowhere { .. }) => Step::Evidence,
        Finding::RatedAboveSuggestion { .. } => Step::Reasons,
        Finding::ActionLate { .. } | Finding::ActionWithoutOwner { .. } => Step::Plan,
        Finding::TooLong(_) => Step::Lengths,
        Finding::ProfileDoubtful(_)
        | Finding::ConditionNotMet(_)
        | Finding::ConditionUndecided(_)
        | Finding::SelfCheckApplies(_)
        | Finding::FiguresDoubtful(..)
        | Finding::Evidence(_) => return None,
    })
}

/// Whether no answer of the applicant decides a condition.
fn is_with_the_authority(eligibility: &Eligibility, slot: ConditionSlot) -> bool {
    let result = eligibility.conditions.iter().find(|result| result.condition == slot);
    result.is_some_and(|result| result.reason == Reason::UnitOfLegalPerson)
}
