//! The verdict: every condition of one edition judged, three-valued, and what follows from them together.

use super::doubt::{Doubt, doubts, window_doubt};
use super::years::{Elapsed, anniversary, elapsed};
use crate::assessment::{Answer, Assessment, LegalStatus};
use crate::criteria::{ConditionSlot, EditionSlot, Pack, Rule};
use crate::date::Date;

/// Whether one condition is met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    Met,
    NotMet,
    Undecided,
}

impl Outcome {
    /// All outcomes.
    pub const ALL: [Outcome; 3] = [Outcome::Met, Outcome::NotMet, Outcome::Undecided];

    /// The code printed and looked up for words.
    pub fn code(self) -> &'static str {
        match self {
            Outcome::Met => "met",
            Outcome::NotMet => "not_met",
            Outcome::Undecided => "undecided",
        }
    }
}

/// Whether the organisation may apply.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Every condition is met.
    Eligible,
    /// At least one condition is not met.
    NotEligible,
    /// No condition is known not to be met, but some are open.
    Undecided,
}

impl Verdict {
    /// All verdicts.
    pub const ALL: [Verdict; 3] = [Verdict::Eligible, Verdict::NotEligible, Verdict::Undecided];

    /// The code printed.
    pub fn code(self) -> &'static str {
        match self {
            Verdict::Eligible => "eligible",
            Verdict::NotEligible => "not_eligible",
            Verdict::Undecided => "undecided",
        }
    }
}

/// Why a condition is judged as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    DeclaredMet,
    DeclaredNotMet,
    Unanswered,
    RegisteredHere,
    RegisteredElsewhere,
    PlaceMissing,
    LegalPerson,
    /// A unit of a legal person: there is a precedent of a nominee, so the award office decides.
    UnitOfLegalPerson,
    NotLegalPerson,
    LegalStatusMissing,
    YearsReached {
        elapsed: Elapsed,
        reached_on: Date,
    },
    YearsNotReached {
        elapsed: Elapsed,
        reached_on: Date,
    },
    /// The application date lies before the registration date, so that no time has passed at all.
    AppliesBeforeRegistration {
        reached_on: Date,
    },
    RegistrationDateMissing,
    /// The registration date lies in the future or before 1900.
    RegistrationDateDoubtful,
    ApplicationDateMissing,
}

impl Reason {
    /// Every code, for tests and for documentation.
    pub const CODES: [&'static str; 16] = [
        "declared_met",
        "declared_not_met",
        "unanswered",
        "registered_here",
        "registered_elsewhere",
        "place_missing",
        "legal_person",
        "unit_of_legal_person",
        "not_legal_person",
        "legal_status_missing",
        "years_reached",
        "years_not_reached",
        "applies_before_registration",
        "registration_date_missing",
        "registration_date_doubtful",
        "application_date_missing",
    ];

    /// The code printed and looked up for words.
    pub fn code(self) -> &'static str {
        match self {
            Reason::DeclaredMet => "declared_met",
            Reason::DeclaredNotMet => "declared_not_met",
            Reason::Unanswered => "unanswered",
            Reason::RegisteredHere => "registered_here",
            Reason::RegisteredElsewhere => "registered_elsewhere",
            Reason::PlaceMissing => "place_missing",
            Reason::LegalPerson => "legal_person",
            Reason::UnitOfLegalPerson => "unit_of_legal_person",
            Reason::NotLegalPerson => "not_legal_person",
            Reason::LegalStatusMissing => "legal_status_missing",
            Reason::YearsReached { .. } => "years_reached",
            Reason::YearsNotReached { .. } => "years_not_reached",
            Reason::AppliesBeforeRegistration { .. } => "applies_before_registration",
            Reason::RegistrationDateMissing => "registration_date_missing",
            Reason::RegistrationDateDoubtful => "registration_date_doubtful",
            Reason::ApplicationDateMissing => "application_date_missing",
        }
    }

    fn outcome(self) -> Outcome {
        match self {
            Reason::DeclaredMet | Reason::RegisteredHere | Reason::LegalPerson | Reason::YearsReached { .. } => Outcome::Met,
            Reason::DeclaredNotMet
            | Reason::RegisteredElsewhere
            | Reason::NotLegalPerson
            | Reason::YearsNotReached { .. }
            | Reason::AppliesBeforeRegistration { .. } => Outcome::NotMet,
            Reason::Unanswered
            | Reason::PlaceMissing
            | Reason::UnitOfLegalPerson
            | Reason::LegalStatusMissing
            | Reason::RegistrationDateMissing
            | Reason::RegistrationDateDoubtful
            | Reason::ApplicationDateMissing => Outcome::Undecided,
        }
    }
}

/// One condition judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ConditionResult {
    pub condition: ConditionSlot,
    pub outcome: Outcome,
    pub reason: Reason,
}

/// The verdict of one edition.
#[derive(Debug, Clone, PartialEq)]
pub struct Eligibility {
    pub verdict: Verdict,
    pub edition: EditionSlot,
    /// The day it was judged on; none where `today` was not known (`Date::MAX`).
    pub judged_on: Option<Date>,
    /// In the edition's order.
    pub conditions: Vec<ConditionResult>,
    /// The first day on which the years are reached, where years are the only thing known to be missing.
    pub first_eligible_on: Option<Date>,
    /// The last day on which the edition takes applications, where it is known.
    pub closes: Option<Date>,
    pub doubts: Vec<Doubt>,
}

impl Eligibility {
    /// How many conditions have an outcome.
    pub fn count(&self, outcome: Outcome) -> usize {
        self.conditions.iter().filter(|condition| condition.outcome == outcome).count()
    }

    /// Whether the edition takes no applications on the application date, as far as its window is known.
    pub fn is_outside_window(&self) -> bool {
        self.doubts.iter().any(Doubt::concerns_window)
    }

    /// Whether the window closes before the first day on which the years are reached.
    pub fn closes_too_early(&self) -> bool {
        self.first_eligible_on.zip(self.closes).is_some_and(|(first, closes)| first > closes)
    }
}

/// Judges an assessment by one edition of the rules on the application date.
///
/// `today` decides only which dates lie in the future; `Date::MAX` where nobody knows it. Years count from the registration date; the corresponding day
/// counts as reached: registered 2013-12-02, three years are reached on 2016-12-02 and not on 2016-12-01. Rules without
/// any condition decide nothing. The verdict is about the conditions alone; that the edition takes no applications on that day is a doubt
/// beside it, which whoever tells the verdict tells with it ([`Eligibility::is_outside_window`]).
pub fn judge(pack: &Pack, assessment: &Assessment, edition: EditionSlot, application: Option<Date>, today: Date) -> Eligibility {
    let rules = pack.edition_rules(edition);
    let mut doubts = doubts(assessment, application, today);
    doubts.extend(application.and_then(|application| window_doubt(rules, application)));
    let conditions: Vec<ConditionResult> = rules
        .conditions
        .iter()
        .filter_map(|id| pack.condition_slot(id))
        .map(|condition| {
            let reason = reason(pack, assessment, condition, application, &doubts);
            ConditionResult {
                condition,
                outcome: reason.outcome(),
                reason,
            }
        })
        .collect();
    let not_met: Vec<&ConditionResult> = conditions.iter().filter(|condition| condition.outcome == Outcome::NotMet).collect();
    let verdict = if !not_met.is_empty() {
        Verdict::NotEligible
    } else if conditions.is_empty() || conditions.iter().any(|condition| condition.outcome == Outcome::Undecided) {
        Verdict::Undecided
    } else {
        Verdict::Eligible
    };
    let reached: Option<Vec<Date>> = not_met
        .iter()
        .map(|condition| match condition.reason {
            Reason::YearsNotReached { reached_on, .. } | Reason::AppliesBeforeRegistration { reached_on } => Some(reached_on),
            _ => None,
        })
        .collect();
    let first_eligible_on = reached.and_then(|days| days.into_iter().max());
    Eligibility {
        verdict,
        edition,
        judged_on: (today < Date::MAX).then_some(today),
        conditions,
        first_eligible_on,
        closes: rules.closes,
        doubts,
    }
}

fn reason(pack: &Pack, assessment: &Assessment, slot: ConditionSlot, application: Option<Date>, doubts: &[Doubt]) -> Reason {
    let organisation = &assessment.organisation;
    match &pack.condition(slot).rule {
        Rule::Declared | Rule::FreeOf { .. } => match assessment.eligibility.conditions[slot.0].answer {
            Answer::Met => Reason::DeclaredMet,
            Answer::NotMet => Reason::DeclaredNotMet,
            Answer::Undecided => Reason::Unanswered,
        },
        Rule::RegisteredIn { division } => match organisation.registration_place {
            Some(place) if place.lies_in(division) => Reason::RegisteredHere,
            Some(_) => Reason::RegisteredElsewhere,
            None => Reason::PlaceMissing,
        },
        Rule::LegalPerson => match organisation.legal_status {
            Some(LegalStatus::LegalPerson) => Reason::LegalPerson,
            Some(LegalStatus::UnitOfLegalPerson) => Reason::UnitOfLegalPerson,
            Some(LegalStatus::NotLegalPerson) => Reason::NotLegalPerson,
            None => Reason::LegalStatusMissing,
        },
        Rule::YearsSinceRegistration { years } => {
            let doubtful = doubts
                .iter()
                .any(|doubt| matches!(doubt, Doubt::RegistrationInFuture(_) | Doubt::RegistrationBefore1900(_)));
            match (organisation.registration_date, application) {
                (None, _) => Reason::RegistrationDateMissing,
                (Some(_), _) if doubtful => Reason::RegistrationDateDoubtful,
                (Some(_), None) => Reason::ApplicationDateMissing,
                (Some(registered), Some(application)) => match anniversary(registered, *years) {
                    None => Reason::RegistrationDateDoubtful,
                    Some(reached_on) => {
                        let elapsed = elapsed(registered, application);
                        if application >= reached_on {
                            Reason::YearsReached { elapsed, reached_on }
                        } else if application < registered {
                            Reason::AppliesBeforeRegistration { reached_on }
                        } else {
                            Reason::YearsNotReached { elapsed, reached_on }
                        }
                    }
                },
            }
        }
    }
}
