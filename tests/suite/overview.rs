//! The overview of an assessment: what to do next, how every item stands, the days ahead, what is found by weight.

use crate::samples::{BEIJING, DEMO, assessments, cases, day, percent, slot};
use award_kit::archive::{Project, open};
use award_kit::assessment::{Action, Answer, Assessment, Division, ImprovementAction, ItemRecord, LegalStatus, ProfileText, StageChange, side_by_side, text};
use award_kit::criteria::{CategorySlot, ConditionSlot, ItemSlot, Kind, Pack};
use award_kit::date::Date;
use award_kit::eligibility::{Eligibility, judge};
use award_kit::findings::{FigureDoubts, Finding, Place, findings, findings_with, grouped, lengths};
use award_kit::indicators::read_results;
use award_kit::language::{Language, codes, fill};
use award_kit::merge::{Wanted, ask, hand_out, handed_out, list_part, listed_parts};
use award_kit::overview::{Column, Event, ItemStanding, Listing, State, Step, Subject, Weight, ahead, heaps, item_standings, listed, next};
use award_kit::scoring::{Points, score};
use proptest::prelude::*;
use std::rc::Rc;

const GOVERNANCE: &str = "leadership.governance";
const FINANCE: &str = "results.finance";

fn sample() -> Project {
    let content = std::fs::read_to_string(format!("{}/assets/samples/manufacturing.zh.json", env!("CARGO_MANIFEST_DIR"))).expect("the sample");
    open(&content).expect("a file").with_pack(&BEIJING).expect("under its pack")
}

fn judged(pack: &Pack, assessment: &Assessment) -> Eligibility {
    let record = &assessment.eligibility;
    judge(pack, assessment, record.edition, record.application_date, day("2026-01-01"))
}

fn found(pack: &Pack, assessment: &Assessment) -> Vec<Finding> {
    findings(pack, assessment, &judged(pack, assessment))
}

fn item<'a>(assessment: &'a mut Assessment, id: &str) -> &'a mut ItemRecord {
    Rc::make_mut(&mut assessment.items[slot(&BEIJING, id).0])
}

fn unanswer(assessment: &mut Assessment, id: &str) {
    let record = item(assessment, id);
    for scope in 0..record.scopes() {
        for factor in 0..record.bands.len() {
            record.set_answer(scope, factor, text(""));
        }
    }
}

fn set(assessment: &mut Assessment, action: Action) {
    *assessment = action.apply(assessment);
}

fn declared() -> ConditionSlot {
    BEIJING.condition_slot("capital-positioning").expect("a condition")
}

fn elsewhere(assessment: &mut Assessment) {
    set(assessment, Action::RegistrationPlace(Division::parse("310000")));
}

fn registered(assessment: &mut Assessment, written: &str) {
    set(assessment, Action::RegistrationDate(Some(day(written))));
}

fn unit_of_another(assessment: &mut Assessment) {
    set(assessment, Action::LegalStatus(Some(LegalStatus::UnitOfLegalPerson)));
}

fn without_items(assessment: &mut Assessment) {
    assessment.items = Assessment::blank(&BEIJING).items;
}

fn without_figures(assessment: &mut Assessment, id: &str) {
    let figures = Rc::make_mut(&mut assessment.figures);
    for (at, indicator) in BEIJING.indicators() {
        if indicator.item == id {
            figures.indicators[at.0] = Rc::default();
        }
    }
    figures.own.retain(|own| *own.item != *id);
}

/// What is changed in the sample, which is complete but for figures to be checked.
type Change = fn(&mut Assessment);

/// What comes next: the step, the item it is about, and how many things it has; none where that is no matter.
type Expected = (Step, Option<&'static str>, Option<usize>);

const NEXT: &[(&str, Change, Expected)] = &[
    ("nothing", |_| {}, (Step::Draft, None, Some(2))),
    ("the kind is not known", |a| set(a, Action::Kind(None)), (Step::Profile, None, Some(1))),
    (
        "there is no code",
        |a| set(a, Action::Profile(ProfileText::CreditCode, text(" "))),
        (Step::Profile, None, Some(1)),
    ),
    (
        "there is no application date",
        |a| set(a, Action::ApplicationDate(None)),
        (Step::Conditions, None, Some(1)),
    ),
    (
        "a condition is open",
        |a| set(a, Action::Condition(declared(), Answer::Undecided)),
        (Step::Conditions, None, Some(1)),
    ),
    (
        "it was registered after it applies",
        |a| registered(a, "2017-01-01"),
        (Step::Conditions, None, Some(1)),
    ),
    // What is so and cannot be done about is not waited for once the work has begun.
    ("only time is missing", |a| registered(a, "2014-03-18"), (Step::Draft, None, None)),
    ("it is registered elsewhere", elsewhere, (Step::Draft, None, None)),
    ("it is a unit of a legal person", unit_of_another, (Step::Draft, None, None)),
    (
        "it is registered elsewhere, and nothing is written",
        |a| {
            without_items(a);
            elsewhere(a);
        },
        (Step::NotMet, None, Some(1)),
    ),
    (
        "it is a unit of a legal person, and nothing is written",
        |a| {
            without_items(a);
            unit_of_another(a);
        },
        (Step::NotMet, None, Some(1)),
    ),
    (
        "only time is missing, and nothing is written",
        |a| {
            without_items(a);
            registered(a, "2014-03-18");
        },
        (Step::Write, Some("leadership.senior-leaders"), Some(23)),
    ),
    (
        "a topic of the profile is empty",
        |a| set(a, Action::Profile(ProfileText::Challenges, text(""))),
        (Step::Describe, None, Some(1)),
    ),
    (
        "two departments wrote differently",
        |a| item(a, GOVERNANCE).set_answer(0, 0, text(side_by_side(&[("Quality", "Every month."), ("Sales", "Every week.")], true))),
        (Step::Decide, Some(GOVERNANCE), Some(1)),
    ),
    (
        "a rated item has no answer",
        |a| unanswer(a, GOVERNANCE),
        (Step::Write, Some(GOVERNANCE), Some(1)),
    ),
    (
        "two items are neither answered nor rated",
        |a| {
            for id in [FINANCE, GOVERNANCE] {
                unanswer(a, id);
                item(a, id).percent = None;
            }
        },
        (Step::Write, Some(GOVERNANCE), Some(2)),
    ),
    (
        "an item is not rated",
        |a| item(a, "strategy.development").percent = None,
        (Step::Rate, Some("strategy.development"), Some(1)),
    ),
    (
        "a factor has no answer",
        |a| item(a, GOVERNANCE).set_answer(0, 2, text("")),
        (Step::Factors, Some(GOVERNANCE), Some(1)),
    ),
    (
        "a results item has no figure",
        |a| without_figures(a, FINANCE),
        (Step::Figures, Some(FINANCE), Some(1)),
    ),
    (
        "a rating of 55 % has no evidence",
        |a| item(a, GOVERNANCE).evidence.clear(),
        (Step::Evidence, Some(GOVERNANCE), None),
    ),
    (
        "a rating is above the suggestion",
        |a| {
            item(a, GOVERNANCE).percent = Some(percent(95));
            item(a, GOVERNANCE).remark = text("");
        },
        (Step::Reasons, Some(GOVERNANCE), Some(1)),
    ),
    (
        "an action is nobody's",
        |a| {
            let plan = Rc::make_mut(&mut a.improvement);
            plan.actions.push(Rc::new(ImprovementAction {
                id: text("action-new"),
                title: text("Something"),
                ..ImprovementAction::default()
            }));
        },
        (Step::Plan, None, Some(1)),
    ),
    (
        "the answers are too long",
        |a| item(a, GOVERNANCE).set_answer(0, 0, text("长".repeat(40_000))),
        (Step::Lengths, None, Some(1)),
    ),
    (
        "the application is handed in, whatever is missing",
        |a| {
            unanswer(a, GOVERNANCE);
            set(a, Action::Stage(0, StageChange::Done(true)));
        },
        (Step::Stage, None, Some(0)),
    ),
    (
        "every stage is done",
        |a| {
            for at in 0..BEIJING.structure().stages.len() {
                set(a, Action::Stage(at, StageChange::Done(true)));
            }
        },
        (Step::After, None, Some(0)),
    ),
    ("nothing is there at all", |a| *a = Assessment::blank(&BEIJING), (Step::Profile, None, Some(6))),
];

#[test]
fn one_thing_is_next_in_the_order_of_the_work() {
    for (what, change, (step, about, count)) in NEXT {
        let mut assessment = sample().assessment;
        change(&mut assessment);
        let found = found(&BEIJING, &assessment);
        let told = next(&BEIJING, &assessment, &judged(&BEIJING, &assessment), &found, None);
        let item = told.item().map(|slot| &*BEIJING.item(slot).id);
        assert_eq!((told.step, item), (*step, *about), "{what}: {told:?}");
        assert!(count.is_none_or(|count| told.count == count), "{what}: {told:?}");
        // What is left to be looked at is counted as the rail and the draft count it.
        assert!(*step != Step::Draft || told.count == grouped(&found).len(), "{what}: {told:?}");
        assert_eq!(told.finding.is_some(), *step < Step::Draft, "{what}: {told:?}");
        assert!(told.finding.iter().all(|finding| found.contains(finding)), "{what}: {told:?}");
    }
    let told: Vec<Step> = NEXT.iter().map(|(.., (step, ..))| *step).collect();
    for step in Step::ALL.iter().filter(|step| **step != Step::Return) {
        assert!(told.contains(step), "no row for {step:?}");
    }
}

#[test]
fn what_items_are_worth_is_told_with_them() {
    let mut assessment = sample().assessment;
    unanswer(&mut assessment, GOVERNANCE);
    unanswer(&mut assessment, "leadership.senior-leaders");
    let told = next(&BEIJING, &assessment, &judged(&BEIJING, &assessment), &found(&BEIJING, &assessment), None);
    assert_eq!((told.step, told.points), (Step::Write, Points::whole(80)));
}

#[test]
fn a_stage_is_told_by_its_place() {
    let mut assessment = sample().assessment;
    for at in [0, 1, 3] {
        set(&mut assessment, Action::Stage(at, StageChange::Done(true)));
    }
    let told = next(&BEIJING, &assessment, &judged(&BEIJING, &assessment), &[], None);
    assert_eq!((told.step, told.stage), (Step::Stage, Some(2)));
}

#[test]
fn a_part_knows_its_items_alone() {
    let own = [slot(&BEIJING, GOVERNANCE), slot(&BEIJING, FINANCE)];
    let rows: &[(&str, Change, Step)] = &[
        ("nothing", |_| {}, Step::Return),
        ("an item of its own has no answer", |a| unanswer(a, GOVERNANCE), Step::Write),
        ("an item of others has no answer", |a| unanswer(a, "leadership.senior-leaders"), Step::Return),
        ("its item is not rated", |a| item(a, GOVERNANCE).percent = None, Step::Return),
        ("its item has no figure", |a| without_figures(a, FINANCE), Step::Figures),
        ("the kind is not known", |a| set(a, Action::Kind(None)), Step::Return),
        (
            "the application is handed in",
            |a| set(a, Action::Stage(0, StageChange::Done(true))),
            Step::Return,
        ),
    ];
    for (what, change, step) in rows {
        let mut assessment = sample().assessment;
        change(&mut assessment);
        let told = next(&BEIJING, &assessment, &judged(&BEIJING, &assessment), &found(&BEIJING, &assessment), Some(&own));
        assert_eq!(told.step, *step, "{what}: {told:?}");
    }
}

#[test]
fn every_code_has_words_in_every_language() {
    for language in Language::ALL {
        let words = language.words();
        for step in Step::ALL {
            assert!(words.has_code(&codes::NEXT_STEP, step.code()), "{step:?}");
            assert!(words.has_code(&codes::NEXT_WHY, step.code()), "{step:?}");
            let values = ["item", "stage", "n", "points"].map(|name| (name, "x"));
            for told in [words.by_code(&codes::NEXT_STEP, step.code()), words.by_code(&codes::NEXT_WHY, step.code())] {
                assert!(!fill(told, &values).contains('{'), "{told}");
            }
        }
        assert!(words.has_code(&codes::NEXT_WHY, "draft_clear"));
        assert!(State::ALL.iter().all(|state| words.has_code(&codes::ITEM_STATE, state.code())));
        assert!(Weight::ALL.iter().all(|weight| words.has_code(&codes::WEIGHT, weight.code())));
    }
}

fn standings(pack: &Pack, project: &Project) -> Vec<ItemStanding> {
    let assessment = &project.assessment;
    let found = found(pack, assessment);
    item_standings(
        pack,
        assessment,
        &score(pack, assessment),
        &read_results(pack, assessment),
        &found,
        &listed_parts(project),
    )
}

#[test]
fn the_numbers_of_the_rows_are_those_shown_elsewhere() {
    let project = sample();
    let assessment = &project.assessment;
    let rows = standings(&BEIJING, &project);
    assert_eq!(rows.len(), 23);
    // The submission's length against its limit.
    let report = lengths(&BEIJING, assessment)
        .into_iter()
        .find(|length| BEIJING.structure().limits[length.limit].id == "report");
    assert_eq!(rows.iter().map(|row| row.characters).sum::<usize>(), report.map_or(0, |report| report.written));
    // The total, and what the draft says is missing in items.
    assert_eq!(
        rows.iter().filter_map(|row| row.score.points).sum::<Points>(),
        score(&BEIJING, assessment).total.points
    );
    let found = found(&BEIJING, assessment);
    let in_items = found
        .iter()
        .filter(|finding| matches!(finding.place(), Place::Item(_) | Place::Figures(Some(_))));
    assert_eq!(rows.iter().map(|row| row.findings).sum::<usize>(), in_items.count());
    for row in &rows {
        let record = assessment.item(row.item);
        assert_eq!(row.evidence, record.evidence.len());
        assert_eq!((row.answered, row.factors), (4, 4), "{:?}", row.item);
        // Every indicator the catalogue has for a manufacturer and one's own, as the record holds them.
        let id = &BEIJING.item(row.item).id;
        let catalogue = BEIJING
            .indicators()
            .filter(|(_, indicator)| indicator.item == *id && Kind::among(Some(Kind::Manufacturing), &indicator.applies_to));
        let own = assessment.figures.own.iter().filter(|own| *own.item == **id).count();
        let all = catalogue.count() + own;
        assert_eq!(row.figures.map(|(_, all)| all), (all > 0).then_some(all), "{id}");
    }
    let doubted: Vec<&str> = rows
        .iter()
        .filter(|row| row.state != State::Complete)
        .map(|row| &*BEIJING.item(row.item).id)
        .collect();
    assert_eq!(doubted, ["results.products", "results.resources"]);
}

#[test]
fn an_item_has_few_states() {
    let rows: &[(&str, Change, State)] = &[
        ("as it is", |_| {}, State::Complete),
        ("without an answer", |a| unanswer(a, GOVERNANCE), State::Begun),
        ("without a rating", |a| item(a, GOVERNANCE).percent = None, State::Begun),
        ("without evidence", |a| item(a, GOVERNANCE).evidence.clear(), State::Begun),
        (
            "without an answer and a rating",
            |a| {
                unanswer(a, GOVERNANCE);
                item(a, GOVERNANCE).percent = None;
            },
            State::Empty,
        ),
    ];
    for (what, change, state) in rows {
        let mut project = sample();
        change(&mut project.assessment);
        let of_item = standings(&BEIJING, &project)[slot(&BEIJING, GOVERNANCE).0].state;
        assert_eq!(of_item, *state, "{what}");
    }
}

#[test]
fn figures_are_counted_as_they_come_and_go() {
    let mut project = sample();
    let at = slot(&BEIJING, FINANCE).0;
    let before = standings(&BEIJING, &project)[at].figures.expect("a results item");
    assert!(before.0 > 0 && before.0 <= before.1, "{before:?}");
    without_figures(&mut project.assessment, FINANCE);
    let (there, all) = standings(&BEIJING, &project)[at].figures.expect("a results item");
    assert_eq!(there, 0);
    assert!(all <= before.1);
    // Read once for both, as the page does.
    let assessment = &project.assessment;
    let doubts = FigureDoubts::among(&BEIJING, assessment, &read_results(&BEIJING, assessment));
    let eligibility = judged(&BEIJING, assessment);
    assert_eq!(findings_with(&BEIJING, assessment, &eligibility, &doubts), found(&BEIJING, assessment));
}

#[test]
fn who_has_an_item_is_told_with_it() {
    let mut whole = sample();
    let items = [slot(&BEIJING, GOVERNANCE)];
    for (department, written, due) in [("Quality", "2016-11-01", None), ("Finance", "2016-11-02", Some(day("2016-11-20")))] {
        let mut part = hand_out(&BEIJING, &whole, department, &items);
        let wanted = Wanted {
            deadline: due,
            ..Wanted::default()
        };
        ask(&mut part, &wanted);
        let noted = handed_out(&part).expect("a part");
        list_part(&mut whole, &noted, day(written));
    }
    let rows = standings(&BEIJING, &whole);
    let names: Vec<(&str, bool)> = rows[items[0].0].holders.iter().map(|holder| (&*holder.department, holder.is_back)).collect();
    assert_eq!(names, [("Quality", false), ("Finance", false)]);
    let due: Vec<_> = rows[items[0].0].holders.iter().map(|holder| holder.deadline).collect();
    assert_eq!(due, [None, Some(day("2016-11-20"))]);
    assert_eq!(rows.iter().filter(|row| !row.holders.is_empty()).count(), 1);
}

#[test]
fn rows_are_sorted_by_every_column_and_what_has_nothing_comes_last() {
    let mut project = sample();
    let assessment = &mut project.assessment;
    item(assessment, GOVERNANCE).percent = None;
    unanswer(assessment, "strategy.development");
    let rows = standings(&BEIJING, &project);
    let numbers = |listing: Listing| -> Vec<&str> {
        let shown = listed(&BEIJING, &rows, listing);
        assert_eq!(shown.len(), rows.len());
        shown.iter().map(|row| &*BEIJING.item(row.item).number).collect()
    };
    let by = |by: Column, down: bool| {
        numbers(Listing {
            by,
            down,
            ..Listing::default()
        })
    };
    let ends = |list: Vec<&'static str>| (list[0], list[list.len() - 1]);
    assert_eq!(ends(by(Column::Item, false)), ("4.1.2", "4.7.7"));
    assert_eq!(ends(by(Column::Item, true)), ("4.7.7", "4.1.2"));
    // 4.4.4 has 35 %, 4.4.5 has 70 %; 4.1.3 is not rated.
    assert_eq!(ends(by(Column::Percent, false)), ("4.4.4", "4.1.3"));
    assert_eq!(ends(by(Column::Percent, true)), ("4.4.5", "4.1.3"));
    assert_eq!(by(Column::Points, true).last(), Some(&"4.1.3"));
    assert_eq!(by(Column::Characters, false)[0], "4.2.2");
    assert_eq!(by(Column::Factors, false)[0], "4.2.2");
    assert_eq!(by(Column::State, false)[0], "4.1.3");
    // Process items have no figures.
    assert!(by(Column::Figures, false)[..6].iter().all(|number| number.starts_with("4.7")));
    assert!(by(Column::Figures, true)[..6].iter().all(|number| number.starts_with("4.7")));
}

#[test]
fn rows_are_filtered_by_state_and_category() {
    let rows = standings(&BEIJING, &sample());
    let count = |state, category| {
        let listing = Listing {
            state,
            category,
            ..Listing::default()
        };
        listed(&BEIJING, &rows, listing).len()
    };
    assert_eq!(count(None, None), 23);
    assert_eq!(count(Some(State::Complete), None), 21);
    assert_eq!(count(Some(State::Begun), Some(CategorySlot(6))), 2);
    assert_eq!(count(None, Some(CategorySlot(0))), 3);
    assert_eq!(count(Some(State::Empty), None), 0);
}

#[test]
fn a_column_is_sorted_upwards_first_and_turned_when_asked_again() {
    let mut listing = Listing::default();
    let mut told = Vec::new();
    for column in [Column::Percent, Column::Percent, Column::Percent, Column::Findings] {
        listing = listing.sorted_by(column);
        told.push((listing.by, listing.down));
    }
    assert_eq!(
        told,
        [
            (Column::Percent, false),
            (Column::Percent, true),
            (Column::Percent, false),
            (Column::Findings, false)
        ]
    );
}

#[test]
fn the_days_ahead_are_those_that_were_set_the_next_one_first() {
    struct Row {
        today: &'static str,
        application: Option<&'static str>,
        /// Days of stages by their position.
        stages: &'static [(usize, &'static str)],
        done: usize,
        told: &'static [(Event, i64)],
    }
    let rows = [
        Row {
            today: "2016-11-20",
            application: None,
            stages: &[],
            done: 0,
            told: &[(Event::Closes, 12)],
        },
        Row {
            today: "2016-11-20",
            application: Some("2016-11-30"),
            stages: &[(2, "2017-01-10"), (1, "2016-11-15")],
            done: 0,
            told: &[(Event::Application, 10), (Event::Closes, 12), (Event::Stage(2), 51), (Event::Stage(1), -5)],
        },
        Row {
            today: "2016-12-02",
            application: Some("2016-12-02"),
            stages: &[],
            done: 0,
            told: &[(Event::Application, 0), (Event::Closes, 0)],
        },
        Row {
            today: "2016-12-10",
            application: Some("2016-12-02"),
            stages: &[(0, "2016-12-01"), (1, "2016-12-20")],
            done: 1,
            told: &[(Event::Stage(1), 10)],
        },
        Row {
            today: "2016-12-10",
            application: Some("2016-12-01"),
            stages: &[],
            done: 0,
            told: &[(Event::Closes, -8), (Event::Application, -9)],
        },
    ];
    for row in rows {
        let mut assessment = Assessment::blank(&BEIJING);
        set(&mut assessment, Action::ApplicationDate(row.application.map(day)));
        for (at, written) in row.stages {
            set(&mut assessment, Action::Stage(*at, StageChange::Day(Some(day(written)))));
        }
        for at in 0..row.done {
            set(&mut assessment, Action::Stage(at, StageChange::Done(true)));
        }
        let told: Vec<(Event, i64)> = ahead(&BEIJING, &assessment, day(row.today))
            .iter()
            .map(|ahead| (ahead.event, ahead.days))
            .collect();
        assert_eq!(told, row.told, "{} {:?}", row.today, row.application);
    }
}

#[test]
fn a_worked_sample_lives_in_its_own_time() {
    let told = ahead(&BEIJING, &sample().assessment, day("2026-01-01"));
    assert_eq!(
        told.iter().map(|ahead| (ahead.event, ahead.days)).collect::<Vec<_>>(),
        [(Event::Application, 0), (Event::Closes, 0)]
    );
}

#[test]
fn what_is_found_stands_by_subject_the_heaviest_first() {
    let mut assessment = sample().assessment;
    elsewhere(&mut assessment);
    item(&mut assessment, GOVERNANCE).percent = None;
    item(&mut assessment, GOVERNANCE).set_answer(0, 1, text(""));
    let found = found(&BEIJING, &assessment);
    let told: Vec<(Subject, Weight, usize)> = heaps(&found).iter().map(|heap| (heap.subject, heap.weight, heap.findings.len())).collect();
    assert_eq!(
        told,
        [
            (Subject::Eligibility, Weight::Serious, 1),
            (Subject::Item(slot(&BEIJING, GOVERNANCE)), Weight::Missing, 2),
            // The code was given out in Beijing.
            (Subject::Profile, Weight::Doubt, 1),
            (Subject::Item(slot(&BEIJING, "results.products")), Weight::Doubt, 1),
            (Subject::Item(slot(&BEIJING, "results.resources")), Weight::Doubt, 1),
        ]
    );
}

proptest! {
    #![proptest_config(cases(96))]

    /// Whatever is filled in: nothing is lost in the heaps, what is next is among what is found, and the rows can be sorted by every
    /// column without losing one.
    #[test]
    fn whatever_is_filled_in_all_of_it_is_there(assessment in assessments(&DEMO)) {
        let eligibility = judge(&DEMO, &assessment, assessment.eligibility.edition, assessment.eligibility.application_date, Date::MAX);
        let found = findings(&DEMO, &assessment, &eligibility);
        let heaps = heaps(&found);
        prop_assert_eq!(heaps.iter().map(|heap| heap.findings.len()).sum::<usize>(), found.len());
        prop_assert!(heaps.iter().all(|heap| heap.findings.iter().all(|finding| heap.weight <= Weight::of(finding))));
        let told = next(&DEMO, &assessment, &eligibility, &found, None);
        prop_assert_eq!(told.finding.is_some(), told.step < Step::Draft);
        prop_assert!(told.finding.iter().all(|finding| found.contains(finding)) && told.count <= found.len());
        prop_assert_ne!(told.step, Step::Return);
        let results = read_results(&DEMO, &assessment);
        let rows = item_standings(&DEMO, &assessment, &score(&DEMO, &assessment), &results, &found, &[]);
        for by in Column::ALL {
            for down in [false, true] {
                let mut items: Vec<ItemSlot> = listed(&DEMO, &rows, Listing { by, down, ..Listing::default() }).iter().map(|row| row.item).collect();
                items.sort();
                prop_assert_eq!(items, rows.iter().map(|row| row.item).collect::<Vec<_>>());
            }
        }
        for row in &rows {
            let figures = row.figures.unwrap_or_default();
            prop_assert!(figures.0 <= figures.1 && row.answered <= row.factors);
            prop_assert!(row.state != State::Complete || row.findings == 0);
        }
    }
}
