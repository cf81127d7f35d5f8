//! What is found, by what it is about and how much it weighs.

use crate::criteria::ItemSlot;
use crate::findings::{EvidenceFinding, Finding, Place};
use crate::order;

/// How much a finding weighs, the heaviest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// It stands against the application or contradicts itself.
    Serious,
    /// Something is not there yet.
    Missing,
    /// It may be right: somebody has to look.
    Doubt,
}

impl Weight {
    /// All weights.
    pub const ALL: [Weight; 3] = [Weight::Serious, Weight::Missing, Weight::Doubt];

    /// The code looked up for words.
    pub fn code(self) -> &'static str {
        match self {
            Weight::Serious => "serious",
            Weight::Missing => "missing",
            Weight::Doubt => "doubt",
        }
    }

    /// Of one finding.
    pub fn of(finding: &Finding) -> Weight {
        match finding {
            Finding::ConditionNotMet(_) | Finding::SelfCheckApplies(_) | Finding::RatedWithoutAnswer(..) | Finding::TooLong(_) => Weight::Serious,
            Finding::Undecided { .. } => Weight::Serious,
            Finding::RatedWithoutEvidence(..) if finding.code() == "rated_high_without_evidence" => Weight::Serious,
            Finding::Evidence(EvidenceFinding::Missing { .. } | EvidenceFinding::Expired { .. }) => Weight::Serious,
            Finding::Doubt(doubt) if !doubt.concerns_code() => Weight::Serious,
            Finding::ProfileMissing(_) | Finding::UnitIncomplete { .. } | Finding::ConditionUndecided(_) => Weight::Missing,
            Finding::ItemUnanswered(_) | Finding::FactorUnanswered(..) | Finding::ItemUnrated(_) | Finding::ResultsWithoutFigures(_) => Weight::Missing,
            Finding::RatedWithoutEvidence(..) | Finding::RatedAboveSuggestion { .. } | Finding::ActionWithoutOwner { .. } => Weight::Missing,
            Finding::Evidence(EvidenceFinding::Nowhere { .. }) => Weight::Missing,
            Finding::Doubt(_) | Finding::ProfileDoubtful(_) | Finding::FiguresDoubtful(..) | Finding::ActionLate { .. } => Weight::Doubt,
            Finding::Evidence(EvidenceFinding::Unlinked { .. } | EvidenceFinding::Old { .. }) => Weight::Doubt,
        }
    }
}

/// What findings are about: what has to be opened to mend them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    Profile,
    Eligibility,
    /// An item with its figures.
    Item(ItemSlot),
    /// Figures that belong to no item.
    Figures,
    Evidence,
    Plan,
    Road,
    Submission,
}

impl Subject {
    fn of(place: Place) -> Subject {
        match place {
            Place::Profile(_) | Place::Unit(_) => Subject::Profile,
            Place::ApplicationDate | Place::Condition(_) | Place::SelfCheck(_) => Subject::Eligibility,
            Place::Item(slot) | Place::Figures(Some(slot)) => Subject::Item(slot),
            Place::Figure(_) | Place::Figures(None) => Subject::Figures,
            Place::Evidence(_) => Subject::Evidence,
            Place::Action(_) => Subject::Plan,
            Place::Road => Subject::Road,
            Place::Submission => Subject::Submission,
        }
    }
}

/// Everything that is found about one subject.
#[derive(Debug, Clone, PartialEq)]
pub struct Heap<'a> {
    pub subject: Subject,
    /// That of its heaviest finding.
    pub weight: Weight,
    /// The heaviest first; equal ones in the order of the submission.
    pub findings: Vec<&'a Finding>,
}

/// Findings by subject, the heaviest subject first; equal ones in the order of the submission.
pub fn heaps<'a>(found: impl IntoIterator<Item = &'a Finding>) -> Vec<Heap<'a>> {
    let mut heaps: Vec<Heap<'a>> = Vec::new();
    for finding in found {
        let (subject, weight) = (Subject::of(finding.place()), Weight::of(finding));
        match heaps.iter_mut().find(|heap| heap.subject == subject) {
            Some(heap) => {
                heap.findings.push(finding);
                heap.weight = heap.weight.min(weight);
            }
            None => heaps.push(Heap {
                subject,
                weight,
                findings: vec![finding],
            }),
        }
    }
    for heap in &mut heaps {
        order::sort_by_key(&mut heap.findings, |finding| Weight::of(finding));
    }
    order::sort_by_key(&mut heaps, |heap| heap.weight);
    heaps
}
