//! May we apply: the verdict out of outcomes, the editions, and the laws. Worked cases stand in `tests/cases/eligibility.md`.

use crate::samples::{ANSWERS, BEIJING, DEMO, LEGAL_STATUSES, SELF_CHECK_ANSWERS, actions, after, cases, day, places, recent_days};
use award_kit::assessment::{Action, Answer, Assessment, Division, LegalStatus, ProfileText, SelfCheckAnswer, text};
use award_kit::criteria::{ConditionSlot, Pack, SelfCheckSlot};
use award_kit::date::Date;
use award_kit::eligibility::{Eligibility, Outcome, Reason, Verdict, anniversary, judge};
use award_kit::language::Language;
use award_kit::report::say;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

const TODAY: &str = "2026-01-15";

fn judged(pack: &Pack, assessment: &Assessment, edition: &str, application: Option<&str>) -> Eligibility {
    let edition = pack.edition_slot(edition).unwrap_or_else(|| panic!("{edition} is an edition"));
    judge(pack, assessment, edition, application.map(day), day(TODAY))
}

fn place(code: &str) -> Option<Division> {
    Some(Division::parse(code).expect("a division"))
}

/// Actions that meet every condition of a pack, registered on a day.
fn all_met(pack: &Pack, registered: &str) -> Vec<Action> {
    let mut actions = vec![
        Action::RegistrationPlace(place("110108")),
        Action::RegistrationDate(Some(day(registered))),
        Action::LegalStatus(Some(LegalStatus::LegalPerson)),
    ];
    let conditions = pack.structure().eligibility.conditions.len();
    actions.extend((0..conditions).map(|slot| Action::Condition(ConditionSlot(slot), Answer::Met)));
    actions
}

fn reason_of(result: &Eligibility, pack: &Pack, condition: &str) -> Reason {
    let slot = pack.condition_slot(condition).expect("a condition");
    result
        .conditions
        .iter()
        .find(|result| result.condition == slot)
        .expect("the edition has the condition")
        .reason
}

#[test]
fn years_beyond_the_calendar_have_no_anniversary() {
    assert_eq!(anniversary(day("2013-12-02"), 400_000), None);
    assert_eq!(anniversary(day("2013-12-02"), u32::MAX), None);
}

#[test]
fn the_verdict_follows_from_all_combinations_of_outcomes() {
    let places = [(Outcome::Met, place("110000")), (Outcome::NotMet, place("130100")), (Outcome::Undecided, None)];
    let dates = [
        (Outcome::Met, Some("2010-01-01")),
        (Outcome::NotMet, Some("2014-01-01")),
        (Outcome::Undecided, None),
    ];
    let answers = [
        (Outcome::Met, Answer::Met),
        (Outcome::NotMet, Answer::NotMet),
        (Outcome::Undecided, Answer::Undecided),
    ];
    let declared = DEMO.condition_slot("quality-system").expect("a condition");
    for (registered, place) in places {
        for (years, date) in dates {
            for (answered, answer) in answers {
                let actions = [
                    Action::RegistrationPlace(place),
                    Action::RegistrationDate(date.map(day)),
                    Action::Condition(declared, answer),
                ];
                let found = judged(&DEMO, &after(&DEMO, &actions), "demo", Some("2016-12-02"));
                let outcomes = [registered, years, answered];
                assert_eq!(found.conditions.iter().map(|result| result.outcome).collect::<Vec<_>>(), outcomes);
                let expected = if outcomes.contains(&Outcome::NotMet) {
                    Verdict::NotEligible
                } else if outcomes.contains(&Outcome::Undecided) {
                    Verdict::Undecided
                } else {
                    Verdict::Eligible
                };
                assert_eq!(found.verdict, expected, "{outcomes:?}");
                for outcome in Outcome::ALL {
                    assert_eq!(found.count(outcome), outcomes.iter().filter(|each| **each == outcome).count());
                }
                let only_years = years == Outcome::NotMet && registered != Outcome::NotMet && answered != Outcome::NotMet;
                assert_eq!(found.first_eligible_on, only_years.then(|| day("2017-01-01")), "{outcomes:?}");
            }
        }
    }
}

#[test]
fn each_edition_judges_by_its_own_conditions() {
    let conditions = |edition: &str| -> Vec<&str> {
        let slot = BEIJING.edition_slot(edition).expect("an edition");
        BEIJING.edition_rules(slot).conditions.iter().map(String::as_str).collect()
    };
    for edition in ["2014", "2016"] {
        for condition in ["registered", "legal-personality", "three-years", "capital-positioning"] {
            assert!(conditions(edition).contains(&condition), "{edition} {condition}");
        }
    }
    assert!(conditions("session-3").contains(&"registered"));
    assert!(!conditions("session-3").contains(&"legal-personality"));
    assert!(!conditions("session-3").contains(&"three-years"));
}

#[test]
fn a_blank_assessment_is_undecided_in_every_edition() {
    for edition in ["2014", "2016", "session-3"] {
        let result = judged(&BEIJING, &Assessment::blank(&BEIJING), edition, None);
        assert_eq!(result.verdict, Verdict::Undecided, "{edition}");
        assert_eq!(result.count(Outcome::Undecided), result.conditions.len(), "{edition}");
        assert!(result.doubts.is_empty());
    }
}

#[test]
fn a_window_of_which_an_end_is_not_published_says_so() {
    let [opens, closes] = ["2014-10-28", "2014-11-26"].map(day);
    let table = [
        (Some(opens), Some(closes), "申报受理：2014年10月28日至2014年11月26日。"),
        (None, Some(closes), "申报受理：起始日未公开，截至2014年11月26日。"),
        (Some(opens), None, "申报受理：自2014年10月28日起，截止日未公开。"),
        (None, None, "受理起止日未公开。"),
    ];
    for (opens, closes, told) in table {
        assert_eq!(say::window(Language::Zh, opens, closes), told);
    }
}

/// What a person can tell that bears on eligibility.
fn facts() -> impl Strategy<Value = Vec<Action>> {
    let conditions = BEIJING.structure().eligibility.conditions.len();
    let fact = prop_oneof![
        places().prop_map(|place| Action::RegistrationPlace(Some(place))),
        Just(Action::RegistrationPlace(place("110105"))),
        recent_days().prop_map(|date| Action::RegistrationDate(Some(date))),
        Just(Action::RegistrationDate(Some(day("1850-01-01")))),
        select(&LEGAL_STATUSES[..]).prop_map(|status| Action::LegalStatus(Some(status))),
        (0..conditions, select(&ANSWERS[..])).prop_map(|(slot, answer)| Action::Condition(ConditionSlot(slot), answer)),
        Just(Action::Profile(ProfileText::CreditCode, text("91310000600000000"))),
    ];
    vec(fact, 0..16)
}

/// All ways of taking something back.
fn deletions() -> Vec<Action> {
    let rules = &BEIJING.structure().eligibility;
    let mut all = vec![
        Action::RegistrationPlace(None),
        Action::RegistrationDate(None),
        Action::LegalStatus(None),
        Action::Profile(ProfileText::CreditCode, text("")),
    ];
    all.extend((0..rules.conditions.len()).map(|slot| Action::Condition(ConditionSlot(slot), Answer::Undecided)));
    all
}

/// What a person holds against an eligible organisation, so that the laws also see verdicts other than "not eligible".
fn records() -> impl Strategy<Value = Assessment> {
    (any::<bool>(), facts()).prop_map(|(start_eligible, facts)| {
        let start = if start_eligible { all_met(&BEIJING, "2010-01-01") } else { Vec::new() };
        let facts = if start_eligible { facts.into_iter().take(2).collect() } else { facts };
        after(&BEIJING, start.iter().chain(&facts))
    })
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn deleting_data_never_turns_not_met_into_met(
        assessment in records(),
        deleted in subsequence(deletions(), 0..=13),
        application in option::of(recent_days()),
        keeps_application in any::<bool>(),
        edition in select(vec!["2014", "2016", "session-3"]),
    ) {
        let edition = BEIJING.edition_slot(edition).expect("an edition");
        let before = judge(&BEIJING, &assessment, edition, application, day(TODAY));
        let poorer = deleted.iter().fold(assessment, |assessment, action| action.apply(&assessment));
        let application = application.filter(|_| keeps_application);
        let after = judge(&BEIJING, &poorer, edition, application, day(TODAY));
        for (before, after) in before.conditions.iter().zip(&after.conditions) {
            prop_assert!(after.outcome == before.outcome || after.outcome == Outcome::Undecided, "{before:?} became {after:?}");
        }
        if before.verdict != Verdict::Eligible {
            prop_assert_ne!(after.verdict, Verdict::Eligible);
        }
    }

    #[test]
    fn a_later_application_never_loses_the_years(assessment in records(), first in recent_days(), later in 0..4000_u64) {
        let second = first + chrono::Days::new(later);
        let [on_first, on_second] = [first, second].map(|application| {
            let result = judge(&BEIJING, &assessment, BEIJING.default_edition(), Some(application), day(TODAY));
            reason_of(&result, &BEIJING, "three-years")
        });
        if matches!(on_first, Reason::YearsReached { .. }) {
            prop_assert!(matches!(on_second, Reason::YearsReached { .. }), "{first}: {on_first:?}, {second}: {on_second:?}");
        }
    }

    #[test]
    fn the_first_eligible_day_is_the_first(registered in recent_days(), application in recent_days()) {
        let judged_on = |date: Date| {
            let mut actions = all_met(&BEIJING, "2010-01-01");
            actions.push(Action::RegistrationDate(Some(registered)));
            judge(&BEIJING, &after(&BEIJING, &actions), BEIJING.default_edition(), Some(date), day(TODAY))
        };
        let result = judged_on(application);
        match result.first_eligible_on {
            Some(first) => {
                prop_assert_eq!(result.verdict, Verdict::NotEligible);
                prop_assert_eq!(judged_on(first).verdict, Verdict::Eligible);
                prop_assert_eq!(judged_on(first.pred_opt().expect("a day before")).verdict, Verdict::NotEligible);
            }
            None => prop_assert_eq!(result.verdict, Verdict::Eligible),
        }
    }

    #[test]
    fn self_checks_never_change_the_verdict(
        assessment in records(),
        answers in vec(select(&SELF_CHECK_ANSWERS[..]), 12),
        application in option::of(recent_days()),
    ) {
        let answered = answers.iter().enumerate().fold(assessment.clone(), |assessment, (slot, answer)| {
            let noted = Action::SelfCheckNote(SelfCheckSlot(slot), text("处罚")).apply(&assessment);
            Action::SelfCheck(SelfCheckSlot(slot), *answer).apply(&noted)
        });
        let judged = |assessment: &Assessment| judge(&BEIJING, assessment, BEIJING.default_edition(), application, day(TODAY));
        prop_assert_eq!(judged(&assessment), judged(&answered));
    }

    #[test]
    fn any_record_can_be_judged(actions in vec(actions(&BEIJING), 0..20), application in option::of(crate::samples::days()), today in crate::samples::days()) {
        let assessment = after(&BEIJING, &actions);
        let result = judge(&BEIJING, &assessment, assessment.eligibility.edition, application, today);
        let outcomes = Outcome::ALL.map(|outcome| result.count(outcome));
        prop_assert_eq!(outcomes.iter().sum::<usize>(), result.conditions.len());
    }
}

#[test]
fn every_self_check_of_the_pack_applying_leaves_an_eligible_organisation_eligible() {
    let mut actions = all_met(&BEIJING, "2010-01-01");
    let checks = BEIJING.structure().eligibility.self_checks.len();
    actions.extend((0..checks).map(|slot| Action::SelfCheck(SelfCheckSlot(slot), SelfCheckAnswer::Applies)));
    assert_eq!(
        judged(&BEIJING, &after(&BEIJING, &actions), "2016", Some("2016-12-02")).verdict,
        Verdict::Eligible
    );
}
