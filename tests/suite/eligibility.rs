//! May we apply: the years, the verdict with its reasons, the editions, and the doubts beside it.

use crate::samples::{ANSWERS, BEIJING, DEMO, LEGAL_STATUSES, SELF_CHECK_ANSWERS, actions, after, cases, day, places, recent_days};
use award_kit::assessment::{Action, Answer, Assessment, Division, LegalStatus, ProfileText, SelfCheckAnswer, text};
use award_kit::criteria::{ConditionSlot, Pack, SelfCheckSlot};
use award_kit::date::Date;
use award_kit::eligibility::{Doubt, Elapsed, Eligibility, Outcome, Reason, Verdict, anniversary, elapsed, judge};
use award_kit::language::Language;
use award_kit::report::say;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use std::collections::BTreeSet;

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
fn three_years_are_reached_on_the_corresponding_day() {
    // Registered, first day on which three years are reached.
    let table = [
        ("2013-12-02", "2016-12-02"),
        ("2013-03-18", "2016-03-18"),
        ("2013-01-01", "2016-01-01"),
        ("2013-12-31", "2016-12-31"),
        // Month ends with a corresponding day.
        ("2013-01-31", "2016-01-31"),
        ("2013-04-30", "2016-04-30"),
        ("2013-08-31", "2016-08-31"),
        ("2011-02-28", "2014-02-28"),
        // The corresponding day is the 28th, though the month has 29 days.
        ("2013-02-28", "2016-02-28"),
        ("2012-02-28", "2015-02-28"),
        // 29 February has no corresponding day three years on: the last day of the month.
        ("2012-02-29", "2015-02-28"),
        ("2008-02-29", "2011-02-28"),
        // 1900 was no leap year; 2000 was.
        ("1997-02-28", "2000-02-28"),
        ("2000-02-29", "2003-02-28"),
        ("2013-03-01", "2016-03-01"),
    ];
    for (registered, first) in table {
        assert_eq!(anniversary(day(registered), 3), Some(day(first)), "{registered}");
        let assessment = after(&BEIJING, &all_met(&BEIJING, registered));
        let on = judge(&BEIJING, &assessment, BEIJING.default_edition(), Some(day(first)), day(TODAY));
        assert_eq!(on.verdict, Verdict::Eligible, "registered {registered}, applying {first}: {on:?}");
        assert_eq!(on.first_eligible_on, None, "{registered}");
        let eve = day(first).pred_opt().expect("a day before");
        let before = judge(&BEIJING, &assessment, BEIJING.default_edition(), Some(eve), day(TODAY));
        assert_eq!(before.verdict, Verdict::NotEligible, "registered {registered}, applying {eve}");
        assert_eq!(before.first_eligible_on, Some(day(first)), "{registered}");
    }
}

#[test]
fn elapsed_years_and_months_are_told() {
    let table = [
        ("2014-03-18", "2016-12-02", (2, 8)),
        ("2013-12-02", "2016-12-02", (3, 0)),
        ("2013-12-02", "2016-12-01", (2, 11)),
        ("2013-12-02", "2016-11-30", (2, 11)),
        ("2013-12-03", "2016-12-02", (2, 11)),
        ("2012-02-29", "2015-02-28", (3, 0)),
        ("2012-02-29", "2015-02-27", (2, 11)),
        ("2012-02-29", "2016-02-28", (3, 11)),
        ("2012-02-29", "2016-02-29", (4, 0)),
        ("2016-01-31", "2016-02-29", (0, 1)),
        ("2016-01-31", "2016-02-28", (0, 0)),
        ("2016-12-02", "2016-12-02", (0, 0)),
        ("2016-12-02", "2013-12-02", (0, 0)),
        ("1901-01-01", "2026-01-01", (125, 0)),
    ];
    for (start, end, (years, months)) in table {
        assert_eq!(elapsed(day(start), day(end)), Elapsed { years, months }, "{start} to {end}");
    }
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
fn every_reason_is_given_in_its_case() {
    let met = all_met(&BEIJING, "2010-01-01");
    let capital = BEIJING.condition_slot("capital-positioning").expect("a condition");
    let applying = Some("2016-12-02");
    // Condition, what is different from an eligible organisation, application date, reason.
    let table: Vec<(&str, Option<Action>, Option<&str>, &str)> = vec![
        ("registered", None, applying, "registered_here"),
        ("registered", Some(Action::RegistrationPlace(place("110000"))), applying, "registered_here"),
        ("registered", Some(Action::RegistrationPlace(place("120000"))), applying, "registered_elsewhere"),
        ("registered", Some(Action::RegistrationPlace(place("211100"))), applying, "registered_elsewhere"),
        ("registered", Some(Action::RegistrationPlace(None)), applying, "place_missing"),
        ("legal-personality", None, applying, "legal_person"),
        (
            "legal-personality",
            Some(Action::LegalStatus(Some(LegalStatus::UnitOfLegalPerson))),
            applying,
            "unit_of_legal_person",
        ),
        (
            "legal-personality",
            Some(Action::LegalStatus(Some(LegalStatus::NotLegalPerson))),
            applying,
            "not_legal_person",
        ),
        ("legal-personality", Some(Action::LegalStatus(None)), applying, "legal_status_missing"),
        ("three-years", None, applying, "years_reached"),
        (
            "three-years",
            Some(Action::RegistrationDate(Some(day("2014-01-01")))),
            applying,
            "years_not_reached",
        ),
        (
            "three-years",
            Some(Action::RegistrationDate(Some(day("2016-12-03")))),
            applying,
            "applies_before_registration",
        ),
        ("three-years", Some(Action::RegistrationDate(None)), applying, "registration_date_missing"),
        ("three-years", Some(Action::RegistrationDate(None)), None, "registration_date_missing"),
        ("three-years", None, None, "application_date_missing"),
        (
            "three-years",
            Some(Action::RegistrationDate(Some(day("1899-12-31")))),
            applying,
            "registration_date_doubtful",
        ),
        (
            "three-years",
            Some(Action::RegistrationDate(Some(day("2026-01-16")))),
            applying,
            "registration_date_doubtful",
        ),
        (
            "three-years",
            Some(Action::RegistrationDate(Some(day("2026-01-16")))),
            Some("2030-01-16"),
            "registration_date_doubtful",
        ),
        ("capital-positioning", None, applying, "declared_met"),
        (
            "capital-positioning",
            Some(Action::Condition(capital, Answer::NotMet)),
            applying,
            "declared_not_met",
        ),
        (
            "capital-positioning",
            Some(Action::Condition(capital, Answer::Undecided)),
            applying,
            "unanswered",
        ),
    ];
    for (condition, change, application, code) in &table {
        let result = judged(&BEIJING, &after(&BEIJING, met.iter().chain(change)), "2016", *application);
        assert_eq!(reason_of(&result, &BEIJING, condition).code(), *code, "{condition} {change:?}");
    }
    let shown: BTreeSet<&str> = table.iter().map(|row| row.3).collect();
    assert_eq!(shown, BTreeSet::from(Reason::CODES), "every reason has a case");
}

#[test]
fn a_unit_of_a_legal_person_is_undecided_and_not_refused() {
    let mut actions = all_met(&BEIJING, "2010-01-01");
    actions.push(Action::LegalStatus(Some(LegalStatus::UnitOfLegalPerson)));
    let result = judged(&BEIJING, &after(&BEIJING, &actions), "2016", Some("2016-12-02"));
    assert_eq!(result.verdict, Verdict::Undecided);
    assert_eq!(result.count(Outcome::Undecided), 1);
}

#[test]
fn an_answer_counts_for_declared_conditions_only() {
    let mut actions = all_met(&BEIJING, "2015-01-01");
    let years = BEIJING.condition_slot("three-years").expect("a condition");
    actions.push(Action::Condition(years, Answer::Met));
    let result = judged(&BEIJING, &after(&BEIJING, &actions), "2016", Some("2016-12-02"));
    assert_eq!(result.verdict, Verdict::NotEligible);
    assert_eq!(result.first_eligible_on, Some(day("2018-01-01")));
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

    // One year old and not a legal person: barred in 2014 and 2016, welcome in the third round.
    let mut actions = all_met(&BEIJING, "2015-12-02");
    actions.push(Action::LegalStatus(Some(LegalStatus::NotLegalPerson)));
    let young = after(&BEIJING, &actions);
    for (edition, verdict) in [("2014", Verdict::NotEligible), ("2016", Verdict::NotEligible), ("session-3", Verdict::Eligible)] {
        let result = judged(&BEIJING, &young, edition, Some("2016-12-02"));
        assert_eq!(result.verdict, verdict, "{edition}");
        assert_eq!(result.first_eligible_on, None, "{edition}: time is not all that is missing, or nothing is");
        assert_eq!(result.conditions.len(), conditions(edition).len());
    }
}

#[test]
fn no_date_is_needed_where_the_edition_asks_for_no_years() {
    let mut actions = all_met(&BEIJING, "2010-01-01");
    actions.push(Action::RegistrationDate(None));
    let result = judged(&BEIJING, &after(&BEIJING, &actions), "session-3", None);
    assert_eq!(result.verdict, Verdict::Eligible);
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
fn impossible_dates_are_doubts() {
    // Registered, applying, codes of the doubts.
    let table: [(Option<&str>, Option<&str>, &[&str]); 11] = [
        (Some("2013-12-02"), Some("2016-12-02"), &[]),
        (Some("2016-12-02"), Some("2016-12-02"), &[]),
        (Some("2016-12-03"), Some("2016-12-02"), &["registration_after_application"]),
        (Some(TODAY), None, &[]),
        (Some("2026-01-16"), None, &["registration_in_future"]),
        (
            Some("2026-01-16"),
            Some("2016-12-02"),
            &["registration_in_future", "registration_after_application"],
        ),
        (Some("1900-01-01"), Some("2016-12-02"), &[]),
        (Some("1899-12-31"), Some("2016-12-02"), &["registration_before_1900"]),
        (None, Some("1899-12-31"), &["application_before_1900"]),
        (None, Some("2016-12-03"), &["application_after_window"]),
        (None, Some("2040-01-01"), &["application_after_window"]),
    ];
    for (registered, application, expected) in table {
        let assessment = after(&BEIJING, &[Action::RegistrationDate(registered.map(day))]);
        let result = judged(&BEIJING, &assessment, "2016", application);
        let codes: Vec<&str> = result.doubts.iter().map(Doubt::code).collect();
        assert_eq!(codes, expected, "{registered:?} {application:?}");
        assert!(result.doubts.iter().all(|doubt| !doubt.concerns_code()));
    }
}

#[test]
fn the_window_of_the_edition_is_part_of_the_answer() {
    // Edition, application date, doubts; the days at both ends lie within.
    let table: [(&str, Option<&str>, &[&str]); 9] = [
        ("2014", Some("2014-10-27"), &["application_before_window"]),
        ("2014", Some("2014-10-28"), &[]),
        ("2014", Some("2014-11-26"), &[]),
        ("2014", Some("2014-11-27"), &["application_after_window"]),
        ("2014", None, &[]),
        // Nobody knows when it opened.
        ("2016", Some("2016-01-01"), &[]),
        ("2016", Some("2016-12-02"), &[]),
        ("2016", Some("2016-12-03"), &["application_after_window"]),
        ("2016", Some("2026-12-02"), &["application_after_window"]),
    ];
    let assessment = after(&BEIJING, &all_met(&BEIJING, "2010-01-01"));
    for (edition, application, expected) in table {
        let result = judged(&BEIJING, &assessment, edition, application);
        let codes: Vec<&str> = result.doubts.iter().map(Doubt::code).collect();
        assert_eq!(codes, expected, "{edition} {application:?}");
        assert_eq!(result.is_outside_window(), !expected.is_empty(), "{edition} {application:?}");
        for language in [Language::Zh, Language::En] {
            let notes = say::verdict_notes(language, &result);
            let told = notes.iter().any(|note| note == language.words().report_eligibility_outside_window());
            assert_eq!(told, !expected.is_empty(), "{edition} {application:?}: {notes:?}");
        }
    }
    // The years are reached after the window has closed.
    let late = judged(&BEIJING, &after(&BEIJING, &all_met(&BEIJING, "2014-01-01")), "2016", Some("2016-12-01"));
    assert!(late.closes_too_early(), "{late:?}");
    let notes = say::verdict_notes(Language::Zh, &late);
    assert_eq!(notes, ["目前仅年限条件不符合，自2017年1月1日起满足，晚于受理截止日2016年12月2日。"]);
    let soon = judged(&BEIJING, &after(&BEIJING, &all_met(&BEIJING, "2013-12-02")), "2016", Some("2016-12-01"));
    assert!(!soon.closes_too_early(), "{soon:?}");
}

#[test]
fn no_sentence_counts_years_that_are_none() {
    // Registered, applying on 2016-12-02: what the sentence says of the time that has passed.
    let table = [
        ("2016-12-03", "申报日期早于登记日期"),
        ("2016-12-02", "不足 1 个月"),
        ("2016-11-03", "不足 1 个月"),
        ("2016-11-02", "1 个月"),
        ("2015-12-02", "1 年"),
    ];
    for (registered, told) in table {
        let result = judged(&BEIJING, &after(&BEIJING, &all_met(&BEIJING, registered)), "2016", Some("2016-12-02"));
        let reason = say::reason(Language::Zh, reason_of(&result, &BEIJING, "three-years"));
        assert!(reason.contains(told) && !reason.contains("0 年"), "{registered}: {reason}");
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

#[test]
fn a_doubtful_registration_date_leaves_the_years_open() {
    for registered in ["1899-12-31", "2026-01-16"] {
        let result = judged(&BEIJING, &after(&BEIJING, &all_met(&BEIJING, registered)), "2016", Some("2016-12-02"));
        assert_eq!(result.verdict, Verdict::Undecided, "{registered}");
        assert_eq!(result.first_eligible_on, None, "{registered}");
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
