//! Typed values against what their formula gives: how far they may be off, and what is then told.

use crate::samples::{BEIJING, after};
use award_kit::assessment::{Action, FigureChange, FigureSlot, Window};
use award_kit::indicators::{FigureDoubt, Results, read_results};
use award_kit::language::Language;
use award_kit::report::say;

fn catalogue(id: &str) -> FigureSlot {
    FigureSlot::Catalogue(BEIJING.indicator_slot(id).expect("an indicator"))
}

fn typed(id: &str, all: &[(i32, f64)]) -> Vec<Action> {
    let value = |&(year, value): &(i32, f64)| Action::Figure(catalogue(id), FigureChange::Value { year, value: Some(value) });
    all.iter().map(value).collect()
}

fn input(id: &str, all: &[(i32, f64)]) -> Vec<Action> {
    let input = BEIJING.input_slot(id).expect("an input");
    let value = |&(year, value): &(i32, f64)| Action::Input {
        input,
        year,
        value: Some(value),
    };
    all.iter().map(value).collect()
}

fn read(actions: &[Vec<Action>]) -> Results {
    read_results(&BEIJING, &after(&BEIJING, actions.iter().flatten()))
}

/// Years that do not fit, with what stands there and what the formula gives.
fn told(results: &Results) -> Vec<(i32, f64, f64)> {
    let all = results.findings.iter().filter_map(|finding| match finding.doubt {
        FigureDoubt::FormulaMismatch { value, expected } => Some((finding.year?, value, expected)),
        _ => None,
    });
    all.collect()
}

#[test]
fn a_typed_value_may_be_rounded_at_its_last_digit_and_no_further() {
    // 9 of 12 goals are 75 %; 10 of 12 are 83.3 %; 1 of 16 is 6.25 %, which may be rounded both ways.
    for (met, set, value, fits) in [
        (9.0, 12.0, 75.0, true),
        (9.0, 12.0, 75.1, false),
        (10.0, 12.0, 83.3, true),
        (10.0, 12.0, 83.4, false),
        (10.0, 12.0, 83.0, false),
        (1.0, 16.0, 6.2, true),
        (1.0, 16.0, 6.3, true),
        (1.0, 16.0, 6.4, false),
        (0.0, 12.0, 0.0, true),
        (0.0, 12.0, 0.1, false),
    ] {
        let results = read(&[
            input("goals-met", &[(2015, met)]),
            input("goals-set", &[(2015, set)]),
            typed("goal-achievement", &[(2015, value)]),
        ]);
        let wanted = if fits { vec![] } else { vec![(2015, value, met / set * 100.0)] };
        assert_eq!(told(&results), wanted, "{met} of {set} as {value}");
    }
}

#[test]
fn nothing_is_told_where_a_quantity_is_missing_or_the_value_is_computed() {
    let (met, set) = (input("goals-met", &[(2014, 9.0), (2015, 9.0)]), input("goals-set", &[(2015, 12.0)]));
    let value = typed("goal-achievement", &[(2013, 50.0), (2014, 50.0), (2015, 50.0)]);
    assert_eq!(told(&read(&[met.clone(), set.clone(), value.clone()])), [(2015, 50.0, 75.0)]);
    let computed = vec![Action::Figure(catalogue("goal-achievement"), FigureChange::Computed(true))];
    assert_eq!(told(&read(&[met, set, value, computed])), []);
}

#[test]
fn growth_of_a_typed_series_allows_for_the_rounding_of_that_series() {
    // 0.0769 after 0.0823 is a fall of 6.56 %; each may be off by 0.00005, which makes 0.12 of it.
    for (fall, fits) in [(6.6, true), (6.4, true), (6.7, true), (7.0, false)] {
        let results = read(&[
            typed("energy-intensity", &[(2014, 0.0823), (2015, 0.0769)]),
            typed("energy-fall", &[(2015, fall)]),
        ]);
        assert_eq!(told(&results).is_empty(), fits, "{fall}");
    }
}

#[test]
fn the_year_before_the_first_one_asked_for_is_computed_with() {
    let years = vec![Action::Years(Window::new(2015, 1))];
    let revenue = input("revenue", &[(2014, 100_000.0), (2015, 110_000.0)]);
    let computed = vec![Action::Figure(catalogue("main-revenue"), FigureChange::Computed(true))];
    let results = read(&[years, revenue, computed, typed("revenue-growth", &[(2015, 10.4)])]);
    assert_eq!(
        told(&results).iter().map(|found| (found.0, found.2.round())).collect::<Vec<_>>(),
        [(2015, 10.0)]
    );
}

#[test]
fn what_an_identity_tells_of_a_year_the_formula_does_not_tell_again() {
    let results = read(&[
        input("quality-staff", &[(2015, 58.0)]),
        input("staff", &[(2015, 860.0)]),
        typed("quality-staff-share", &[(2015, 7.6)]),
    ]);
    let codes: Vec<&str> = results.findings.iter().map(|finding| finding.doubt.code()).collect();
    assert_eq!(codes, ["too_short", "broken_identity"]);
}

#[test]
fn what_the_formula_gives_is_there_beside_typed_values_too() {
    let results = read(&[input("goals-met", &[(2015, 9.0)]), input("goals-set", &[(2015, 12.0)])]);
    let goals = results
        .indicators
        .iter()
        .find(|reading| reading.slot == catalogue("goal-achievement"))
        .expect("read");
    assert_eq!((goals.series.at(2015), goals.by_formula.at(2015)), (None, Some(75.0)));
}

#[test]
fn the_sentence_names_both_values() {
    let actions = [
        input("goals-met", &[(2015, 9.0)]),
        input("goals-set", &[(2015, 12.0)]),
        typed("goal-achievement", &[(2015, 57.0)]),
    ];
    let assessment = after(&BEIJING, actions.iter().flatten());
    let results = read_results(&BEIJING, &assessment);
    let found = results
        .findings
        .iter()
        .find(|finding| finding.doubt.code() == "formula_mismatch")
        .expect("told");
    for language in Language::ALL {
        let said = say::figure_finding(&BEIJING, &assessment, *language, found);
        assert!(said.contains("57") && said.contains("75") && said.contains("2015"), "{said}");
    }
}
