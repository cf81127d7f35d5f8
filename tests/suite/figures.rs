//! Figures in the record and in the file.

use crate::samples::{BEIJING, DEMO, NEW, after, counted};
use award_kit::archive::{Project, open, write};
use award_kit::assessment::{
    Action, Assessment, FigureChange, FigureSlot, FigureText, Goal, History, Origin, OwnChange, OwnIndicator, OwnText, Whose, Window, text,
};
use award_kit::criteria::Pack;
use proptest::prelude::*;
use serde_json::{Value, json};
use std::rc::Rc;

fn figure(id: &str, change: FigureChange) -> Action {
    Action::Figure(FigureSlot::Catalogue(BEIJING.indicator_slot(id).expect("an indicator")), change)
}

fn value(id: &str, year: i32, value: f64) -> Action {
    figure(id, FigureChange::Value { year, value: Some(value) })
}

fn filled() -> Assessment {
    let revenue = BEIJING.input_slot("revenue").expect("an input");
    let own = OwnIndicator {
        name: text("一次焊接合格率"),
        item: text("results.processes"),
        area: text("process-quality"),
        ..OwnIndicator::default()
    };
    let id = "customer-satisfaction";
    counted(after(
        &BEIJING,
        &[
            Action::Years(Window::new(2014, 3)),
            Action::Input {
                input: revenue,
                year: 2014,
                value: Some(81_200.0),
            },
            value(id, 2014, 88.0),
            value(id, 2016, 91.3),
            figure(id, FigureChange::Text(FigureText::Gap(2015), text("当年未调查"))),
            figure(id, FigureChange::Target(Some(Goal::Value(90.0)))),
            figure("debt-ratio", FigureChange::Target(Goal::within(40.0, 60.0))),
            figure(id, FigureChange::BenchmarkWhose(Some(Whose::Sector))),
            figure(id, FigureChange::Text(FigureText::BenchmarkName, text("行业平均"))),
            figure(id, FigureChange::BenchmarkValue { year: 2016, value: Some(89.5) }),
            figure(id, FigureChange::Rank(Some((3, 40)))),
            figure(id, FigureChange::Origin(Origin::ThirdParty, true)),
            figure(id, FigureChange::Origin(Origin::Enterprise, true)),
            figure(id, FigureChange::Text(FigureText::Evidence, text("附件 12"))),
            figure(id, FigureChange::Projected(Some(92.5))),
            figure("main-revenue", FigureChange::Computed(true)),
            Action::AddOwn(NEW, Rc::new(own)),
            Action::Figure(
                FigureSlot::Own(0),
                FigureChange::Value {
                    year: 2016,
                    value: Some(99.25),
                },
            ),
            Action::Own(0, OwnChange::Text(OwnText::Unit, text("%"))),
        ],
    ))
}

fn written(assessment: &Assessment, pack: &Pack) -> Value {
    serde_json::from_str(&write(&Project::new(assessment.clone()), pack)).expect("JSON")
}

fn reopened(file: &Value, pack: &Pack) -> Project {
    open(&file.to_string()).expect("a file").with_pack(pack).expect("it fits")
}

#[test]
fn figures_stand_in_members_of_their_own_and_come_back() {
    let assessment = filled();
    let file = written(&assessment, &BEIJING);
    assert_eq!(file["version"], "1.1");
    assert_eq!(file["years"], json!({ "first": 2014, "count": 3 }));
    assert_eq!(file["inputs"], json!({ "revenue": { "2014": 81200 } }));
    let satisfaction = json!({
        "values": { "2014": 88, "2016": 91.3 },
        "gaps": { "2015": "当年未调查" },
        "computed": false,
        "target": { "value": 90 },
        "benchmark": { "whose": "sector", "name": "行业平均", "values": { "2016": 89.5 } },
        "rank": { "place": 3, "of": 40 },
        "origins": ["enterprise", "third_party"],
        "evidence": "附件 12",
        "projected": 92.5,
    });
    assert_eq!(file["indicators"]["customer-satisfaction"], satisfaction);
    assert_eq!(file["indicators"]["debt-ratio"]["target"], json!({ "low": 40, "high": 60 }));
    assert_eq!(file["own_indicators"]["own-1"]["figures"]["values"], json!({ "2016": 99.25 }));
    assert_eq!(reopened(&file, &BEIJING).assessment, assessment);
}

#[test]
fn a_file_of_version_1_0_opens_and_without_figures_nothing_is_added() {
    let mut file = written(&Assessment::blank(&BEIJING), &BEIJING);
    for member in ["years", "inputs", "indicators", "own_indicators"] {
        assert!(file.get(member).is_none(), "{member}");
    }
    file["version"] = json!("1.0");
    let project = reopened(&file, &BEIJING);
    assert!(project.assessment.figures.is_blank());
    assert_eq!(serde_json::from_str::<Value>(&write(&project, &BEIJING)).expect("JSON"), file);
    let project = Project {
        assessment: filled(),
        ..project
    };
    assert!(write(&project, &BEIJING).contains("\"version\": \"1.1\""), "with figures it is a file of 1.1");
}

#[test]
fn what_the_pack_has_no_slot_for_is_kept_and_not_counted() {
    let file = written(&filled(), &BEIJING);
    let mut under_demo = file.clone();
    for (member, value) in [("id", DEMO.id()), ("edition", DEMO.edition()), ("hash", DEMO.hash())] {
        under_demo["pack"][member] = json!(value);
    }
    under_demo["eligibility"]["edition"] = Value::Null;
    let project = reopened(&under_demo, &DEMO);
    let pointers: Vec<&str> = project.kept.iter().map(|kept| kept.pointer.as_str()).collect();
    assert!(
        pointers.contains(&"/indicators/customer-satisfaction") && pointers.contains(&"/inputs/revenue"),
        "{pointers:?}"
    );
    let again: Value = serde_json::from_str(&write(&project, &DEMO)).expect("JSON");
    assert_eq!(again["indicators"], file["indicators"]);
    assert_eq!(again["own_indicators"], file["own_indicators"]);
}

#[test]
fn values_that_cannot_be_are_refused_with_their_place_and_odd_years_are_kept() {
    let file = written(&filled(), &BEIJING);
    let cases = [
        ("/years/count", json!(21), "/years"),
        ("/years/first", json!(0), "/years"),
        (
            "/indicators/debt-ratio/target",
            json!({ "low": 60, "high": 40 }),
            "/indicators/debt-ratio/target",
        ),
        (
            "/indicators/debt-ratio/target",
            json!({ "value": 60, "high": 40 }),
            "/indicators/debt-ratio/target",
        ),
        ("/indicators/debt-ratio/target", json!({}), "/indicators/debt-ratio/target"),
        ("/own_indicators/own-1/decimals", json!(5), "/own_indicators/own-1/decimals"),
        ("/indicators/debt-ratio/origins", json!(["hearsay"]), "/indicators/debt-ratio/origins/0"),
        ("/indicators/debt-ratio/values", json!({ "2014": "1" }), "/indicators/debt-ratio/values/2014"),
    ];
    for (pointer, value, place) in cases {
        let mut file = file.clone();
        *file.pointer_mut(pointer).expect("a member") = value;
        let error = open(&file.to_string()).and_then(|opened| opened.with_pack(&BEIJING)).expect_err(pointer);
        assert!(error.to_string().contains(&format!("{place:?}")), "{pointer}: {error}");
    }
    let mut odd = file.clone();
    odd["indicators"]["customer-satisfaction"]["values"]["2014 上半年"] = json!(87);
    let project = reopened(&odd, &BEIJING);
    assert_eq!(project.assessment, filled());
    assert_eq!(serde_json::from_str::<Value>(&write(&project, &BEIJING)).expect("JSON"), odd);
}

#[test]
fn a_pasted_block_is_one_step_of_undo_and_untouched_records_are_shared() {
    let before = History::new(filled());
    let block = Action::Several(vec![value("customer-loyalty", 2014, 61.0), value("customer-loyalty", 2015, 63.0)]);
    let after = before.after(&block).expect("a change");
    let (old, new) = (&before.present().figures, &after.present().figures);
    let shared = old.indicators.iter().zip(&new.indicators).filter(|(old, new)| Rc::ptr_eq(old, new)).count();
    assert_eq!(shared, new.indicators.len() - 1);
    assert_eq!(after.undone().expect("a step").present(), before.present());
    assert!(
        before.after(&value("customer-satisfaction", 2014, 88.0)).is_none(),
        "the same value is no change"
    );
    assert!(
        before.after(&value("customer-satisfaction", 2015, f64::NAN)).is_none(),
        "what is no number is none"
    );
}

#[test]
fn a_missing_year_is_not_zero() {
    let slot = BEIJING.indicator_slot("customer-satisfaction").expect("an indicator");
    let zero = value("customer-satisfaction", 2015, 0.0).apply(&filled());
    assert_eq!(filled().figures.indicator(slot).values.at(2015), None);
    assert_eq!(zero.figures.indicator(slot).values.at(2015), Some(&0.0));
    let none = figure("customer-satisfaction", FigureChange::Value { year: 2015, value: None }).apply(&zero);
    assert_eq!(none, filled());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever a figure is, to its last binary digit: a workbook's 0.30000000000000004 as well.
    #[test]
    fn every_figure_comes_back_from_the_file_as_it_was(bits in any::<u64>()) {
        let written = f64::from_bits(bits);
        prop_assume!(written.is_finite());
        let assessment = after(&BEIJING, &[value("customer-satisfaction", 2015, written)]);
        let file = write(&Project::new(assessment.clone()), &BEIJING);
        let read = open(&file).expect("it opens").with_pack(&BEIJING).expect("it fits its pack");
        prop_assert_eq!(write(&read, &BEIJING), file);
        prop_assert!(read.assessment == assessment);
    }
}
