//! Agreement to 1e-9 with scipy, numpy and pymannkendall; `tests/cases/indicator-references/make.py` tells how the values were made.

use super::agree;
use crate::cases::expected;
use award_kit::indicators::*;
use serde_json::Value;
use std::sync::LazyLock;

static REFERENCES: LazyLock<Value> = LazyLock::new(|| {
    let text = expected("indicator-references/references.json");
    serde_json::from_str(&text).expect("references are JSON")
});

fn rows(name: &str) -> &'static [Value] {
    let rows = REFERENCES[name].as_array().expect("rows");
    assert!(!rows.is_empty());
    rows
}

fn numbers(value: &Value) -> Option<Vec<Option<f64>>> {
    Some(value.as_array()?.iter().map(Value::as_f64).collect())
}

fn series(row: &Value, name: &str) -> Option<Series> {
    let first = row["first"].as_i64().and_then(|year| i32::try_from(year).ok()).unwrap_or(2001);
    Some(Series::new(first, numbers(&row[name])?).expect("a series"))
}

#[track_caller]
fn same(row: &Value, name: &str, found: Option<f64>) {
    match (found, row[name].as_f64()) {
        (Some(found), Some(expected)) => assert!(agree(found, expected), "{name}: {found}, expected {expected}, of {row}"),
        (found, expected) => assert_eq!(found, expected, "{name} of {row}"),
    }
}

#[track_caller]
fn same_list(row: &Value, name: &str, found: Option<Vec<f64>>) {
    let expected = numbers(&row[name]).map(|list| list.into_iter().flatten().collect::<Vec<f64>>());
    let (Some(found), Some(expected)) = (&found, &expected) else {
        return assert_eq!(found, expected, "{name} of {row}");
    };
    assert_eq!(found.len(), expected.len());
    assert!(
        found.iter().zip(expected).all(|(found, expected)| agree(*found, *expected)),
        "{name}: {found:?} of {row}"
    );
}

fn same_test(row: &Value, series: &Series) {
    let test = MannKendall::of(series).expect("three values or more");
    assert_eq!(Some(test.s()), row["s"].as_i64(), "{row}");
    same(row, "p", Some(test.p()));
    same(row, "p_rising", Some(test.p_rising()));
    same(row, "p_falling", Some(test.p_falling()));
}

#[test]
fn statistics_of_a_series_agree_with_scipy_and_pymannkendall() {
    for row in rows("series") {
        let series = series(row, "values").expect("values");
        let values = series.values();
        let line = theil_sen(&series).expect("two values or more");
        same(row, "slope", Some(line.slope));
        same(row, "height", Some(line.height));
        same_test(row, &series);
        same(row, "median", median(&values));
        same(row, "mad", median_deviation(&values));
        same(row, "variation", coefficient_of_variation(&series));
        same(row, "residual_spread", residual_spread(&series));
        let since_first = since_first(&series, Direction::HigherIsBetter).expect("two values or more");
        same(row, "compound_rate", since_first.yearly);
        same_list(row, "z", modified_z_scores(&values));
    }
}

#[test]
fn slopes_of_the_gap_to_the_benchmark_agree_with_scipy() {
    let mut compared = 0;
    for row in rows("series") {
        let (Some(own), Some(benchmark)) = (series(row, "values"), series(row, "benchmark")) else {
            continue;
        };
        let slope = |direction| compare(&own, &benchmark, direction).and_then(|comparison| comparison.slope);
        same(row, "gap_slope", slope(Direction::HigherIsBetter));
        same(row, "gap_slope", slope(Direction::LowerIsBetter).map(|slope| -slope));
        compared += 1;
    }
    assert!(compared >= 40);
}

#[test]
fn years_that_stand_out_on_the_logarithmic_scale_have_the_scores_of_numpys_logarithms() {
    let mut compared = 0;
    for row in rows("series") {
        let series = series(row, "values").expect("values");
        for found in outlying_years(&series).iter().filter(|found| found.scale == Scale::Logarithmic) {
            let Some(z) = found.z else { continue };
            let at = series.known().iter().position(|&(year, _)| year == found.year).expect("a year with a value");
            let expected = row["log_z"][at].as_f64().expect("a score");
            assert!(agree(z, expected), "{z}, expected {expected}, of {row}");
            compared += 1;
        }
    }
    assert!(compared > 0);
}

#[test]
fn exact_probabilities_for_3_to_10_values_agree_with_scipy() {
    assert_eq!(rows("kendall").len(), (3..=10).map(|n| n * (n - 1) / 2 + 1).sum::<usize>());
    for row in rows("kendall") {
        same_test(row, &series(row, "order").expect("an order"));
    }
}

#[test]
fn percentiles_of_ranks_agree_with_scipy() {
    for row in rows("places") {
        let whole = |name: &str| row[name].as_u64().and_then(|whole| u32::try_from(whole).ok()).expect("a whole number");
        let found = placement(whole("rank"), whole("field")).expect("a place in the field");
        same(row, "percentile", Some(found.percentile));
    }
}
