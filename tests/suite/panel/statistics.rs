//! The statistics of a panel: equal to values made by other programs, and true to their laws.

use crate::samples::cases;
use award_kit::panel::statistics::{Ratings, Shift, Spread, Strength, alpha, calibrated, correlation, correlation_of_all, shifts, total_distribution};
use award_kit::scoring::Points;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use serde_json::Value;

/// As near as two ways of adding decimals come to each other.
fn near(ours: f64, reference: &Value) -> bool {
    reference
        .as_f64()
        .is_some_and(|reference| (ours - reference).abs() <= 1e-9 * reference.abs().max(1.0))
}

fn list(value: &Value) -> &Vec<Value> {
    value.as_array().expect("a list")
}

fn ratings(case: &Value) -> Ratings {
    let cell = |value: &Value| value.as_u64().map(|rating| u8::try_from(rating).expect("a rating"));
    let rows: Vec<Vec<Option<u8>>> = list(&case["ratings"]).iter().map(|row| list(row).iter().map(cell).collect()).collect();
    Ratings::of_rows(&rows)
}

fn references() -> Value {
    serde_json::from_str(&crate::cases::expected("panel-references/references.json")).expect("JSON")
}

#[test]
fn spread_agreement_correlation_and_shifts_agree_with_numpy_krippendorff_and_pingouin() {
    let references = references();
    for case in list(&references["cases"]) {
        let (name, ratings) = (case["name"].as_str().expect("a name"), ratings(case));
        for (item, expected) in list(&case["spread"]).iter().enumerate() {
            let Some(spread) = Spread::of(ratings.given(item)) else {
                assert!(expected.is_null(), "{name} {item}");
                continue;
            };
            assert_eq!(Value::from(spread.count), expected["count"], "{name} {item}");
            assert_eq!(
                (Value::from(spread.lowest), Value::from(spread.highest)),
                (expected["lowest"].clone(), expected["highest"].clone())
            );
            assert!(
                near(spread.median, &expected["median"]) && near(spread.mean, &expected["mean"]),
                "{name} {item}: {spread:?}"
            );
            match spread.deviation {
                Some(deviation) => assert!(near(deviation, &expected["deviation"]), "{name} {item}: {spread:?}"),
                None => assert!(expected["deviation"].is_null(), "{name} {item}"),
            }
        }
        match alpha(&ratings) {
            // The package refuses what does not differ at all; here it is 1 by definition.
            Some(alpha) if alpha.uniform => assert!(case["alpha"].is_null() && alpha.value == 1.0, "{name}"),
            Some(alpha) => assert!(near(alpha.value, &case["alpha"]), "{name}: {alpha:?}"),
            None => assert!(case["alpha"].is_null(), "{name}"),
        }
        match correlation(&ratings) {
            Some(found) => {
                let expected = &case["icc"];
                assert!(
                    near(found.single, &expected["single"]) && near(found.average, &expected["average"]),
                    "{name}: {found:?}"
                );
                assert_eq!(Value::from(found.items), expected["items"], "{name}");
            }
            None => assert!(case["icc"].is_null(), "{name}"),
        }
        for (shift, expected) in shifts(&ratings).iter().zip(list(&case["shift"])) {
            match shift {
                Some(shift) => assert!(near(shift.mean, expected), "{name}: {shift:?}"),
                None => assert!(expected.is_null(), "{name}"),
            }
        }
    }
}

#[test]
fn the_correlation_of_incomplete_ratings_agrees_with_fractions() {
    let cases: Value = serde_json::from_str(&crate::cases::expected("panel-references/incomplete.json")).expect("JSON");
    let mut incomplete = 0;
    for case in list(&cases) {
        let (name, ratings, expected) = (case["name"].as_str().expect("a name"), ratings(case), &case["icc"]);
        let Some(found) = correlation_of_all(&ratings) else {
            assert!(expected.is_null(), "{name}");
            continue;
        };
        assert!(
            near(found.single, &expected["single"]) && near(found.average, &expected["average"]) && near(found.per_item, &expected["per_item"]),
            "{name}: {found:?}"
        );
        for (count, member) in [(found.items, "items"), (found.ratings, "ratings"), (found.assessors, "assessors")] {
            assert_eq!(Value::from(count), expected[member], "{name} {member}");
        }
        incomplete += usize::from(found.ratings < found.items * found.assessors);
    }
    assert!(incomplete >= 5, "{incomplete}");
}

#[test]
fn where_every_rating_is_there_both_ways_give_the_same_correlation() {
    let references = references();
    let mut compared = 0;
    for case in list(&references["cases"]) {
        let ratings = ratings(case);
        let complete = (0..ratings.items()).all(|item| ratings.given(item).count() == ratings.assessors());
        if let (true, Some(one)) = (complete, correlation(&ratings)) {
            let other = correlation_of_all(&ratings).expect("it is complete");
            assert!(
                (one.single - other.single).abs() < 1e-9 && (one.average - other.average).abs() < 1e-9,
                "{one:?} {other:?}"
            );
            compared += 1;
        }
    }
    assert!(compared >= 2, "{compared}");
}

#[test]
fn the_distribution_of_the_total_agrees_with_fractions() {
    let references = references();
    let level = |level: &Value| {
        let (part, whole) = level.as_str().and_then(|level| level.split_once('/')).expect("a fraction");
        part.parse::<f64>().expect("a number") / whole.parse::<f64>().expect("a number")
    };
    let levels: Vec<f64> = list(&references["levels"]).iter().map(level).collect();
    for case in list(&references["cases"]) {
        let (name, ratings) = (case["name"].as_str().expect("a name"), ratings(case));
        let maxima: Vec<u64> = list(&case["maxima"]).iter().filter_map(Value::as_u64).collect();
        for expected in list(&case["total"]) {
            let half_up = expected["half_up"].as_bool().expect("a flag");
            let points = |item: usize, rating: u8| match maxima[item] * u64::from(rating) {
                exact if half_up => Points::of_hundredths((exact + 50) / 100 * 100),
                exact => Points::of_hundredths(exact),
            };
            let items: Vec<Vec<Points>> = (0..ratings.items())
                .map(|item| ratings.given(item).map(|rating| points(item, rating)).collect())
                .collect();
            let total = total_distribution(&items).expect("a rating");
            let hundredths = |member: &Value| Points::of_hundredths(member.as_u64().expect("hundredths"));
            assert_eq!(
                (total.lowest, total.highest),
                (hundredths(&expected["lowest"]), hundredths(&expected["highest"])),
                "{name}"
            );
            assert_eq!(Value::from(total.iter().count()), expected["values"], "{name}");
            assert!(near(total.mean(), &expected["mean"]), "{name}: {}", total.mean());
            for (level, expected) in levels.iter().zip(list(&expected["quantiles"])) {
                assert_eq!(total.quantile(*level), hundredths(expected), "{name} {level}");
            }
            for expected in list(&expected["probabilities"]) {
                let at = hundredths(&expected["total"]);
                let found = total.iter().find(|(total, _)| *total == at).map_or(0.0, |(_, probability)| probability);
                assert!(near(found, &expected["probability"]), "{name} {at}: {found}");
                assert!(near(total.at_most(at), &expected["at_most"]), "{name} {at}");
            }
        }
    }
}

#[test]
fn worked_numbers_of_the_documentation() {
    let spread = Spread::of([35, 45, 50, 75]).expect("ratings");
    assert_eq!((spread.median, spread.range(), spread.rounded_median(5)), (47.5, 40, 50));
    assert_eq!(Spread::of([40, 50, 60]).and_then(|spread| spread.deviation), Some(10.0));
    assert_eq!(Spread::of([40, 45]).map(|spread| spread.rounded_median(5)), Some(45));
    assert_eq!(Spread::of([40, 45]).map(|spread| spread.rounded_median(10)), Some(40));
    assert_eq!(Spread::of([]), None);
    let two = alpha(&Ratings::of_rows(&[[Some(40), Some(50)], [Some(60), Some(60)]])).expect("pairs");
    assert!((two.value - (1.0 - 300.0 / 1100.0)).abs() < 1e-15);
    assert_eq!(two.strength(), Strength::Tentative);
    let shift = shifts(&Ratings::of_rows(&[[Some(60), Some(50), Some(40)], [Some(50), Some(50), None]]));
    assert_eq!(shift[0].map(|shift| (shift.mean, shift.items)), Some((7.5, 2)));
    let whole = Points::whole;
    let total = total_distribution(&[vec![whole(10), whole(20)], vec![whole(5), whole(5), whole(15)], vec![]]).expect("points");
    let found: Vec<(Points, f64)> = total.iter().collect();
    assert_eq!(found.iter().map(|(total, _)| *total).collect::<Vec<_>>(), [whole(15), whole(25), whole(35)]);
    assert!((found[1].1 - 0.5).abs() < 1e-15 && total.items == 2);
    assert_eq!((total.quantile(0.5), total.interval(0.95)), (whole(25), (whole(15), whole(35))));
}

#[test]
fn a_calibrated_median_is_that_of_ratings_put_right_by_shifts() {
    let shift = |mean| Some(Shift { mean, items: 9 });
    let ratings = Ratings::of_rows(&[[Some(60), Some(50), Some(40)], [Some(60), None, None], [Some(100), Some(0), None], [None; 3]]);
    let found = calibrated(&ratings, &[shift(7.5), shift(-2.0), shift(-8.0)]);
    // The second has one rating only; the third is held within 0 and 100: 92.5 and 2.
    assert_eq!(found, [Some(52.0), None, Some(47.25), None]);
    let without = calibrated(&ratings, &[shift(7.5), None, None]);
    assert_eq!(without, [None; 4]);
}

#[test]
fn where_nothing_differs_the_panel_agrees_by_definition_and_no_correlation_is_claimed() {
    let same = Ratings::of_rows(&[[Some(50); 3]; 4]);
    assert!(alpha(&same).is_some_and(|alpha| alpha.uniform && alpha.value == 1.0 && alpha.ratings == 12));
    assert_eq!(correlation(&same), None);
    assert_eq!(alpha(&Ratings::of_rows(&[[Some(50), None], [None, Some(40)]])), None);
    assert_eq!(alpha(&Ratings::blank(0, 0)), None);
}

fn rows() -> impl Strategy<Value = Vec<Vec<Option<u8>>>> {
    (1..6_usize).prop_flat_map(|assessors| vec(vec(option::weighted(0.8, (0..=20_u8).prop_map(|steps| steps * 5)), assessors), 1..8))
}

fn turned(rows: &[Vec<Option<u8>>]) -> Vec<Vec<Option<u8>>> {
    rows.iter().map(|row| row.iter().rev().copied().collect()).collect()
}

proptest! {
    #![proptest_config(cases(128))]

    #[test]
    fn the_order_of_the_assessors_is_irrelevant_to_the_last_bit(rows in rows()) {
        let (one, other) = (Ratings::of_rows(&rows), Ratings::of_rows(&turned(&rows)));
        prop_assert_eq!(alpha(&one), alpha(&other));
        prop_assert_eq!(correlation(&one), correlation(&other));
        prop_assert_eq!(correlation_of_all(&one), correlation_of_all(&other));
        let mut shifted = shifts(&other);
        shifted.reverse();
        prop_assert_eq!(shifts(&one), shifted);
        for item in 0..one.items() {
            prop_assert_eq!(Spread::of(one.given(item)), Spread::of(other.given(item)));
        }
        let points = |ratings: &Ratings| -> Vec<Vec<Points>> {
            (0..ratings.items()).map(|item| ratings.given(item).map(|rating| Points::of_hundredths(u64::from(rating) * 37)).collect()).collect()
        };
        prop_assert_eq!(total_distribution(&points(&one)), total_distribution(&points(&other)));
    }

    #[test]
    fn identical_assessors_have_spread_0_alpha_1_and_shift_0(row in vec((0..=20_u8).prop_map(|steps| steps * 5), 1..8), assessors in 2..6_usize) {
        let rows: Vec<Vec<Option<u8>>> = row.iter().map(|rating| vec![Some(*rating); assessors]).collect();
        let ratings = Ratings::of_rows(&rows);
        prop_assert!(alpha(&ratings).is_some_and(|alpha| alpha.value == 1.0));
        prop_assert!(shifts(&ratings).iter().all(|shift| shift.is_some_and(|shift| shift.mean == 0.0)));
        for item in 0..ratings.items() {
            prop_assert!(Spread::of(ratings.given(item)).is_some_and(|spread| spread.range() == 0 && spread.deviation == Some(0.0)));
        }
        if let Some(found) = correlation(&ratings) {
            prop_assert_eq!((found.single, found.average), (1.0, 1.0));
        }
    }

    #[test]
    fn the_median_in_steps_lies_between_the_lowest_and_the_highest(ratings in vec((0..=20_u8).prop_map(|steps| steps * 5), 1..9)) {
        let spread = Spread::of(ratings).expect("a rating");
        prop_assert!((spread.lowest..=spread.highest).contains(&spread.rounded_median(5)));
    }

    #[test]
    fn probabilities_add_up_and_quantiles_rise(rows in rows()) {
        let items: Vec<Vec<Points>> = rows.iter().map(|row| row.iter().flatten().map(|rating| Points::of_hundredths(u64::from(*rating) * 30)).collect()).collect();
        let Some(total) = total_distribution(&items) else {
            prop_assert!(rows.iter().flatten().all(Option::is_none));
            return Ok(());
        };
        prop_assert!((total.iter().map(|(_, probability)| probability).sum::<f64>() - 1.0).abs() < 1e-12);
        let quantiles: Vec<Points> = (0..=20).map(|at| total.quantile(f64::from(at) / 20.0)).collect();
        prop_assert!(quantiles.is_sorted());
        prop_assert_eq!((quantiles[0], quantiles[20]), (total.lowest, total.highest));
    }
}
