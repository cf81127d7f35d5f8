//! The findings themselves, each with the place where it can be mended.

use super::evidence::{EvidenceFinding, evidence};
use super::figures::{self, FigureDoubts};
use super::improvement::improvement;
use super::length::{Length, lengths};
use super::profile::{ProfileDoubt, profile_doubts};
use super::wordings;
use crate::assessment::{Assessment, Field, FigureSlot, Percent, ProfileText, Quantity, SelfCheckAnswer, Text};
use crate::criteria::{ConditionSlot, ItemSlot, Kind, Pack, SelfCheckSlot};
use crate::date::Date;
use crate::eligibility::{Doubt, Eligibility, Outcome};
use crate::scoring::suggest;

/// From this percentage on a rating without any evidence is a finding.
const EVIDENCE_EXPECTED_FROM: u8 = 50;
/// From this percentage on a rating stands for mature results, and without evidence it is told as contradictory.
const EVIDENCE_NEEDED_FROM: u8 = 80;

/// A part of the profile the submission needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProfilePart {
    Kind,
    RegistrationDate,
    RegistrationPlace,
    LegalStatus,
    Text(ProfileText),
    Quantity(Quantity),
}

impl ProfilePart {
    /// The part's name in the file.
    pub fn key(self) -> &'static str {
        match self {
            ProfilePart::Kind => "kind",
            ProfilePart::RegistrationDate => "registration_date",
            ProfilePart::RegistrationPlace => "registration_place",
            ProfilePart::LegalStatus => "legal_status",
            ProfilePart::Text(field) => field.key(),
            ProfilePart::Quantity(quantity) => quantity.key(),
        }
    }
}

/// Where a finding can be mended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    Profile(ProfilePart),
    ApplicationDate,
    /// A controlled unit, by its position.
    Unit(usize),
    Condition(ConditionSlot),
    SelfCheck(SelfCheckSlot),
    Item(ItemSlot),
    Figure(FigureSlot),
    /// An entry of the evidence register, by its position.
    Evidence(usize),
    /// The figures of a results item; of all of them without one.
    Figures(Option<ItemSlot>),
    /// An improvement action, by its position.
    Action(usize),
    /// The way to the award, with its stages and what happens after it.
    Road,
    /// The submission as a whole.
    Submission,
}

/// Something missing or contradictory.
#[derive(Debug, Clone, PartialEq)]
pub enum Finding {
    ProfileMissing(ProfilePart),
    /// A controlled unit without a name, without its relation, or of which nobody said whether the application covers it.
    UnitIncomplete {
        unit: usize,
        name: Text,
    },
    Doubt(Doubt),
    /// A field of the profile is probably a slip.
    ProfileDoubtful(ProfileDoubt),
    ConditionNotMet(ConditionSlot),
    ConditionUndecided(ConditionSlot),
    /// A bar elsewhere applies, whatever was declared of the conditions.
    SelfCheckApplies(SelfCheckSlot),
    /// No answer at all; that such an item is not rated either goes without saying.
    ItemUnanswered(ItemSlot),
    /// Answers, but none to this factor in any scope.
    FactorUnanswered(ItemSlot, usize),
    ItemUnrated(ItemSlot),
    /// Rated above 0 % without an answer.
    RatedWithoutAnswer(ItemSlot, Percent),
    /// Rated high without evidence.
    RatedWithoutEvidence(ItemSlot, Percent),
    /// Rated above the suggestion, without a remark.
    RatedAboveSuggestion {
        item: ItemSlot,
        percent: Percent,
        high: Percent,
    },
    Evidence(EvidenceFinding),
    /// A results item that is answered or rated, without any figure.
    ResultsWithoutFigures(ItemSlot),
    /// So many things do not fit in the figures of a results item, or in those that belong to no item: what indicators are
    /// computed from.
    FiguresDoubtful(Option<ItemSlot>, usize),
    /// To be done still, although its last day is over.
    ActionLate {
        action: usize,
        title: Text,
        due: Date,
    },
    ActionWithoutOwner {
        action: usize,
        title: Text,
    },
    TooLong(Length),
    /// Several wordings of one text stand side by side, and nobody has decided.
    Undecided {
        field: Field,
        /// Of the entry, the unit, the action or the indicator it belongs to; empty where it has none.
        name: Text,
        /// Whose the wordings are, in their order.
        whose: Vec<Text>,
    },
}

impl Finding {
    /// Every code of its own, for tests and for documentation; doubts of both kinds and what is found in the evidence bring their own.
    pub const CODES: [&'static str; 19] = [
        "profile_missing",
        "unit_incomplete",
        "condition_not_met",
        "condition_undecided",
        "self_check_applies",
        "item_unanswered",
        "factor_unanswered",
        "item_unrated",
        "rated_without_answer",
        "rated_without_evidence",
        "rated_high_without_evidence",
        "rated_above_suggestion",
        "results_without_figures",
        "figures_doubtful",
        "shared_figures_doubtful",
        "action_late",
        "action_without_owner",
        "too_long",
        "undecided",
    ];

    /// The code printed and looked up for words.
    pub fn code(&self) -> &'static str {
        match self {
            Finding::ProfileMissing(_) => "profile_missing",
            Finding::UnitIncomplete { .. } => "unit_incomplete",
            Finding::Doubt(doubt) => doubt.code(),
            Finding::ProfileDoubtful(doubt) => doubt.code(),
            Finding::ConditionNotMet(_) => "condition_not_met",
            Finding::ConditionUndecided(_) => "condition_undecided",
            Finding::SelfCheckApplies(_) => "self_check_applies",
            Finding::ItemUnanswered(_) => "item_unanswered",
            Finding::FactorUnanswered(..) => "factor_unanswered",
            Finding::ItemUnrated(_) => "item_unrated",
            Finding::RatedWithoutAnswer(..) => "rated_without_answer",
            Finding::RatedWithoutEvidence(_, percent) if percent.value() >= EVIDENCE_NEEDED_FROM => "rated_high_without_evidence",
            Finding::RatedWithoutEvidence(..) => "rated_without_evidence",
            Finding::RatedAboveSuggestion { .. } => "rated_above_suggestion",
            Finding::Evidence(found) => found.code(),
            Finding::ResultsWithoutFigures(_) => "results_without_figures",
            Finding::FiguresDoubtful(Some(_), _) => "figures_doubtful",
            Finding::FiguresDoubtful(None, _) => "shared_figures_doubtful",
            Finding::ActionLate { .. } => "action_late",
            Finding::ActionWithoutOwner { .. } => "action_without_owner",
            Finding::TooLong(_) => "too_long",
            Finding::Undecided { .. } => "undecided",
        }
    }

    pub fn place(&self) -> Place {
        match self {
            Finding::ProfileMissing(part) => Place::Profile(*part),
            Finding::ProfileDoubtful(doubt) => Place::Profile(match doubt {
                ProfileDoubt::Postcode(field) | ProfileDoubt::Mobile(field) | ProfileDoubt::Email(field) => ProfilePart::Text(*field),
                ProfileDoubt::Quantity(quantity, _) => ProfilePart::Quantity(*quantity),
            }),
            Finding::UnitIncomplete { unit, .. } => Place::Unit(*unit),
            Finding::Doubt(doubt) if doubt.concerns_code() => Place::Profile(ProfilePart::Text(ProfileText::CreditCode)),
            Finding::Doubt(doubt) if doubt.concerns_application() => Place::ApplicationDate,
            Finding::Doubt(_) => Place::Profile(ProfilePart::RegistrationDate),
            Finding::ConditionNotMet(slot) | Finding::ConditionUndecided(slot) => Place::Condition(*slot),
            Finding::SelfCheckApplies(slot) => Place::SelfCheck(*slot),
            Finding::ItemUnanswered(slot) | Finding::ItemUnrated(slot) | Finding::FactorUnanswered(slot, _) => Place::Item(*slot),
            Finding::RatedWithoutAnswer(slot, _) | Finding::RatedWithoutEvidence(slot, _) => Place::Item(*slot),
            Finding::RatedAboveSuggestion { item, .. } => Place::Item(*item),
            Finding::Evidence(found) => found.place(),
            Finding::ResultsWithoutFigures(slot) => Place::Figures(Some(*slot)),
            Finding::FiguresDoubtful(item, _) => Place::Figures(*item),
            Finding::ActionLate { action, .. } | Finding::ActionWithoutOwner { action, .. } => Place::Action(*action),
            Finding::TooLong(_) => Place::Submission,
            Finding::Undecided { field, .. } => wordings::place_of(*field),
        }
    }
}

/// All findings, in the order of the submission: profile, eligibility, items with their figures, evidence, improvement plan,
/// lengths.
pub fn findings(pack: &Pack, assessment: &Assessment, eligibility: &Eligibility) -> Vec<Finding> {
    findings_with(pack, assessment, eligibility, &FigureDoubts::of(pack, assessment))
}

/// The same for those who keep what is found in the figures from one change to the next.
pub fn findings_with(pack: &Pack, assessment: &Assessment, eligibility: &Eligibility, doubts: &FigureDoubts) -> Vec<Finding> {
    let mut found = Vec::new();
    profile(assessment, &mut found);
    found.extend(profile_doubts(assessment).into_iter().map(Finding::ProfileDoubtful));
    found.extend(eligibility.doubts.iter().cloned().map(Finding::Doubt));
    for condition in &eligibility.conditions {
        match condition.outcome {
            Outcome::Met => {}
            Outcome::NotMet => found.push(Finding::ConditionNotMet(condition.condition)),
            Outcome::Undecided => found.push(Finding::ConditionUndecided(condition.condition)),
        }
    }
    let checks = assessment.eligibility.self_checks.iter().enumerate();
    let apply = checks.filter(|(_, check)| check.answer == SelfCheckAnswer::Applies);
    found.extend(apply.map(|(at, _)| Finding::SelfCheckApplies(SelfCheckSlot(at))));
    for (slot, _) in pack.items() {
        item(pack, assessment, slot, &mut found);
        found.extend(doubts.at(Some(slot)));
    }
    found.extend(doubts.at(None));
    found.extend(evidence(assessment).into_iter().map(Finding::Evidence));
    improvement(assessment, eligibility.judged_on, &mut found);
    found.extend(wordings::undecided_wordings(assessment));
    found.extend(
        lengths(pack, assessment)
            .into_iter()
            .filter(|length| length.written > length.allowed)
            .map(Finding::TooLong),
    );
    found
}

fn profile(assessment: &Assessment, found: &mut Vec<Finding>) {
    let organisation = &assessment.organisation;
    let mut missing = |part| found.push(Finding::ProfileMissing(part));
    for field in [ProfileText::Name, ProfileText::CreditCode] {
        if organisation.text(field).trim().is_empty() {
            missing(ProfilePart::Text(field));
        }
    }
    if organisation.kind.is_none() {
        missing(ProfilePart::Kind);
    }
    if organisation.registration_date.is_none() {
        missing(ProfilePart::RegistrationDate);
    }
    if organisation.registration_place.is_none() {
        missing(ProfilePart::RegistrationPlace);
    }
    if organisation.legal_status.is_none() {
        missing(ProfilePart::LegalStatus);
    }
    let is_open = |field: &ProfileText| organisation.text(*field).trim().is_empty();
    for topic in ProfileText::OVERVIEW.into_iter().filter(is_open) {
        missing(ProfilePart::Text(topic));
    }
    // Nobody has to tell of a management model; one that is begun is asked for whole.
    if organisation.has_model() {
        for part in ProfileText::MODEL.into_iter().filter(is_open) {
            missing(ProfilePart::Text(part));
        }
    }
    for (unit, known) in organisation.units.iter().enumerate() {
        if known.in_scope.is_none() || [&known.name, &known.relation].iter().any(|text| text.trim().is_empty()) {
            let name = known.name.clone();
            found.push(Finding::UnitIncomplete { unit, name });
        }
    }
}

/// What one item lacks: nothing where it does not apply to the kind of applicant, and nothing where it is a bonus item
/// that is not rated, because nobody has to answer that.
fn item(pack: &Pack, assessment: &Assessment, slot: ItemSlot, found: &mut Vec<Finding>) {
    let record = assessment.item(slot);
    let rubric = pack.rubric_of(slot);
    let item = pack.item(slot);
    if !Kind::among(assessment.organisation.kind, &item.applies_to) || item.bonus && record.percent.is_none() {
        return;
    }
    if record.is_unanswered() {
        match record.percent.filter(|percent| percent.value() > 0) {
            Some(percent) => found.push(Finding::RatedWithoutAnswer(slot, percent)),
            None => found.push(Finding::ItemUnanswered(slot)),
        }
    } else {
        let open = (0..rubric.factors.len()).filter(|&factor| (0..record.scopes()).all(|scope| record.answer(scope, factor).trim().is_empty()));
        found.extend(open.map(|factor| Finding::FactorUnanswered(slot, factor)));
    }
    if !(record.is_unanswered() && record.percent.is_none()) && figures::has_none(pack, assessment, slot) {
        found.push(Finding::ResultsWithoutFigures(slot));
    }
    let Some(percent) = record.percent else {
        if !record.is_unanswered() {
            found.push(Finding::ItemUnrated(slot));
        }
        return;
    };
    if percent.value() >= EVIDENCE_EXPECTED_FROM && record.evidence.is_empty() {
        found.push(Finding::RatedWithoutEvidence(slot, percent));
    }
    if let Some(suggestion) = suggest(rubric, &record.bands, pack.structure().scoring.step)
        && percent > suggestion.high
        && record.remark.trim().is_empty()
    {
        found.push(Finding::RatedAboveSuggestion {
            item: slot,
            percent,
            high: suggestion.high,
        });
    }
}
