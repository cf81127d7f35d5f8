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

/// The same, told by the formula or by an identity.
fn unlike(results: &Results) -> Vec<(i32, f64, f64)> {
    let all = results.findings.iter().filter_map(|finding| match finding.doubt {
        FigureDoubt::FormulaMismatch { value, expected } | FigureDoubt::BrokenIdentity { value, expected, .. } => Some((finding.year?, value, expected)),
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
        (10.0, 12.0, 83.0, true), // typed without decimals
        (10.0, 12.0, 84.0, false),
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
    // 0.0769 after 0.0823 is a fall of 6.56 %; each may be off by 0.00005, which makes 0.12 of it; 7 was typed without decimals.
    for (fall, fits) in [(6.6, true), (6.4, true), (6.7, true), (7.0, true), (7.1, false), (8.0, false)] {
        let results = read(&[
            typed("energy-intensity", &[(2014, 0.0823), (2015, 0.0769)]),
            typed("energy-fall", &[(2015, fall)]),
        ]);
        assert_eq!(unlike(&results).is_empty(), fits, "{fall}");
    }
}

#[test]
fn the_year_before_the_first_one_asked_for_is_computed_with() {
    let years = vec![Action::Years(Window::new(2015, 1))];
    let revenue = input("revenue", &[(2014, 100_000.0), (2015, 110_000.0)]);
    let computed = vec![Action::Figure(catalogue("main-revenue"), FigureChange::Computed(true))];
    let results = read(&[years, revenue, computed, typed("revenue-growth", &[(2015, 10.4)])]);
    assert_eq!(
        unlike(&results).iter().map(|found| (found.0, found.2.round())).collect::<Vec<_>>(),
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

/// Indicator, years and values, quantities, and whether they fit: data typed with one decimal fewer does, a slip does not.
#[test]
fn what_was_typed_with_fewer_digits_fits_as_far_as_those_digits_say() {
    type Case = (&'static str, &'static [f64], &'static [(&'static str, &'static [f64])], &'static [i32]);
    let table: [Case; 9] = [
        ("return-on-equity", &[15.0], &[("net-profit", &[154.0]), ("average-equity", &[1000.0])], &[]),
        ("return-on-equity", &[16.0], &[("net-profit", &[154.0]), ("average-equity", &[1000.0])], &[2013]),
        (
            "return-on-equity",
            &[14.1, 14.8, 15.0],
            &[("net-profit", &[1410.0, 1480.0, 1546.0]), ("average-equity", &[10_000.0; 3])],
            &[2015],
        ),
        (
            "return-on-equity",
            &[14.1, 1.48, 15.5],
            &[("net-profit", &[1410.0, 1480.0, 1546.0]), ("average-equity", &[10_000.0; 3])],
            &[2014],
        ),
        ("labour-productivity", &[4.3], &[("value-added", &[434.0]), ("average-staff", &[100.0])], &[]),
        (
            "labour-productivity",
            &[4.35, 4.4],
            &[("value-added", &[439.0, 440.0]), ("average-staff", &[100.0; 2])],
            &[2013],
        ),
        // 29 of 430 persons are 6.744 %; persons are exact, money is not.
        (
            "quality-staff-share",
            &[6.7, 6.8],
            &[("quality-staff", &[29.0; 2]), ("staff", &[430.0; 2])],
            &[2014],
        ),
        (
            "quality-staff-share",
            &[7.0, 6.0],
            &[("quality-staff", &[29.0; 2]), ("staff", &[430.0; 2])],
            &[2014],
        ),
        (
            "current-asset-turnover",
            &[1.4, 1.5],
            &[("revenue", &[137.0, 137.0]), ("average-current-assets", &[98.0; 2])],
            &[2014],
        ),
    ];
    for (id, values, quantities, years) in table {
        let by_year = |values: &[f64]| (2013..).zip(values.iter().copied()).collect::<Vec<(i32, f64)>>();
        let mut actions = vec![typed(id, &by_year(values))];
        actions.extend(quantities.iter().map(|(id, values)| input(id, &by_year(values))));
        let found: Vec<i32> = unlike(&read(&actions)).into_iter().map(|(year, ..)| year).collect();
        assert_eq!(found, years, "{id} {values:?}");
    }
}

/// The year whose neighbour gives it away.
#[test]
fn the_year_that_is_out_is_named_and_not_the_one_computed_from_it() {
    type Case = (&'static str, &'static [f64], &'static [f64], &'static [(&'static str, i32)]);
    let table: [Case; 6] = [
        ("all fits", &[48_300.0, 54_600.0, 61_200.0], &[13.0, 12.1], &[]),
        ("the first year", &[15_800.0, 54_600.0, 61_200.0], &[13.0, 12.1], &[("main-revenue", 2013)]),
        ("the second", &[48_300.0, 56_400.0, 61_200.0], &[13.0, 12.1], &[("revenue-growth", 2014)]),
        ("the last", &[48_300.0, 54_600.0, 66_200.0], &[13.0, 12.1], &[("revenue-growth", 2015)]),
        (
            "a growth in the middle",
            &[48_300.0, 54_600.0, 61_200.0, 68_500.0],
            &[13.0, 21.1, 11.9],
            &[("revenue-growth", 2015)],
        ),
        ("the first growth", &[48_300.0, 54_600.0, 61_200.0], &[31.0, 12.1], &[("revenue-growth", 2014)]),
    ];
    for (what, revenue, growth, wanted) in table {
        let revenue: Vec<(i32, f64)> = (2013..).zip(revenue.iter().copied()).collect();
        let growth: Vec<(i32, f64)> = (2014..).zip(growth.iter().copied()).collect();
        let results = read(&[
            vec![Action::Years(Window::new(2013, revenue.len() as u8))],
            typed("main-revenue", &revenue),
            typed("revenue-growth", &growth),
        ]);
        let found: Vec<(FigureSlot, i32)> = results
            .findings
            .iter()
            .filter(|finding| matches!(finding.doubt, FigureDoubt::BrokenIdentity { .. } | FigureDoubt::FormulaMismatch { .. }))
            .filter_map(|finding| match finding.subject {
                award_kit::indicators::Subject::Indicator(slot) => Some((slot, finding.year?)),
                award_kit::indicators::Subject::Input(_) => None,
            })
            .collect();
        let wanted: Vec<(FigureSlot, i32)> = wanted.iter().map(|(id, year)| (catalogue(id), *year)).collect();
        assert_eq!(found, wanted, "{what}");
    }
    // A step from the first year to all others is the first year's.
    for (values, year) in [
        ([310.0, 104.0, 107.0, 110.0, 113.0], 2011),
        ([100.0, 102.0, 104.0, 106.0, 212.0], 2015),
        ([100.0, 102.0, 104.0, 208.0, 212.0], 2014),
    ] {
        let by_year: Vec<(i32, f64)> = (2011..).zip(values).collect();
        let results = read(&[typed("exports", &by_year)]);
        let found: Vec<(&str, Option<i32>)> = results.findings.iter().map(|finding| (finding.doubt.code(), finding.year)).collect();
        assert_eq!(found, [("sudden_step", Some(year))], "{values:?}");
    }
}

/// A typed revenue keeps the year before: growth of the first year is checked and computed with it, and nothing else lacks that year.
#[test]
fn a_typed_revenue_keeps_the_year_before() {
    let years = vec![Action::Years(Window::new(2014, 2))];
    let revenue = typed("main-revenue", &[(2013, 48_300.0), (2014, 54_600.0), (2015, 61_200.0)]);
    let growth = |first: f64| typed("revenue-growth", &[(2014, first), (2015, 12.1)]);
    assert_eq!(unlike(&read(&[years.clone(), revenue.clone(), growth(13.0)])), []);
    let found = unlike(&read(&[years.clone(), revenue.clone(), growth(15.0)]));
    assert_eq!(found.iter().map(|found| found.0).collect::<Vec<_>>(), [2014]);
    // The year before as a quantity alone, beside a typed series that begins later.
    let quantity = input("revenue", &[(2013, 48_300.0), (2014, 54_600.0), (2015, 61_200.0)]);
    let typed_later = typed("main-revenue", &[(2014, 54_600.0), (2015, 61_200.0)]);
    let computed = vec![Action::Figure(catalogue("revenue-growth"), FigureChange::Computed(true))];
    let results = read(&[years, quantity, typed_later, computed.clone()]);
    let growth = results
        .indicators
        .iter()
        .find(|reading| reading.slot == catalogue("revenue-growth"))
        .expect("read");
    assert!(
        growth.series.at(2014).is_some_and(|growth| (growth - 13.04).abs() < 0.01),
        "{:?}",
        growth.series
    );
    // No years asked for: 2012 is the base of growth and asked of nothing else.
    let loyalty = typed("customer-loyalty", &[(2013, 84.1), (2014, 85.7), (2015, 87.2)]);
    let revenue = typed("main-revenue", &[(2012, 43_514.0), (2013, 48_300.0), (2014, 54_600.0), (2015, 61_200.0)]);
    let results = read(&[revenue, loyalty, computed]);
    assert_eq!(results.findings, []);
}
