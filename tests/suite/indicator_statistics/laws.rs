//! Laws of the statistics: direction, unit, order and missing years.

use super::{agree, series};
use crate::samples::cases;
use award_kit::indicators::*;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

/// Figures as tables hold them: two decimals, some missing; small steps, so that ties are common.
fn figures() -> impl Strategy<Value = Vec<Option<f64>>> {
    let cell = prop_oneof![-400..400_i32, 1..60_i32, 9_000..11_000_i32].prop_map(|hundredths| f64::from(hundredths) / 100.0);
    vec(option::weighted(0.85, cell), 0..=8)
}

/// Positive figures, sometimes with a year in another unit.
fn positive() -> impl Strategy<Value = Vec<Option<f64>>> {
    let cell = (200..900_i32, select(vec![1.0, 1.0, 1.0, 1.0, 10.0, 1000.0])).prop_map(|(hundredths, slip)| f64::from(hundredths) / 100.0 * slip);
    vec(option::weighted(0.9, cell), 0..=6)
}

fn any_figures() -> impl Strategy<Value = Vec<Option<f64>>> {
    prop_oneof![figures(), positive()]
}

fn direction() -> impl Strategy<Value = Direction> {
    let range = (-300..300_i32, 0..300_i32).prop_map(|(low, width)| Direction::Range {
        low: f64::from(low) / 100.0,
        high: f64::from(low + width) / 100.0,
    });
    prop_oneof![Just(Direction::HigherIsBetter), Just(Direction::LowerIsBetter), range]
}

fn times(values: &[Option<f64>], factor: f64) -> Vec<Option<f64>> {
    values.iter().map(|value| value.map(|value| value * factor)).collect()
}

fn scaled(direction: Direction, factor: f64) -> Direction {
    match direction {
        Direction::Range { low, high } => Direction::Range {
            low: low * factor,
            high: high * factor,
        },
        other => other,
    }
}

/// Everything that is judged, without figures in the indicator's unit.
fn verdicts(own: &Series, benchmark: &Series, direction: Direction) -> String {
    let trend = trend(own, direction);
    let comparison = compare(own, benchmark, direction);
    let met = own
        .known()
        .iter()
        .filter_map(|&(year, value)| Some(against(value, benchmark.at(year)?, direction).met));
    let judged = (trend.judgement, trend.evidence, trend.better_share, trend.worse_share);
    let compared = comparison.map(|found| (found.first, found.latest, found.course, found.closes()));
    let slips: Vec<(i32, i32)> = unit_slips(own).iter().map(|slip| (slip.year, slip.power)).collect();
    format!("{judged:?} {compared:?} {:?} {slips:?}", met.collect::<Vec<bool>>())
}

fn outstanding(own: &Series) -> String {
    let years = |found: Vec<Outlier>| {
        found
            .iter()
            .map(|outlier| (outlier.year, outlier.scale, outlier.z.is_some()))
            .collect::<Vec<_>>()
    };
    format!("{:?} {:?}", years(outlying_years(own)), years(sudden_steps(own)))
}

/// All orders of the values, as lists, one for each permutation.
fn permutations(values: &[i32]) -> Vec<Vec<i32>> {
    if values.is_empty() {
        return vec![Vec::new()];
    }
    let mut all = Vec::new();
    for at in 0..values.len() {
        let mut rest = values.to_vec();
        let head = rest.remove(at);
        all.extend(permutations(&rest).into_iter().map(|tail| [vec![head], tail].concat()));
    }
    all
}

fn s_of(order: &[i32]) -> i64 {
    let pairs = order
        .iter()
        .enumerate()
        .flat_map(|(at, earlier)| order[at + 1..].iter().map(move |later| i64::from((later - earlier).signum())));
    pairs.sum()
}

proptest! {
    #![proptest_config(cases(512))]

    #[test]
    fn direction_flipped_and_values_negated_is_judged_the_same(own in any_figures(), benchmark in any_figures(), direction in direction()) {
        let before = verdicts(&series(&own), &series(&benchmark), direction);
        let after = verdicts(&series(&times(&own, -1.0)), &series(&times(&benchmark, -1.0)), direction.flipped());
        prop_assert_eq!(before, after);
    }

    #[test]
    fn another_unit_changes_no_verdict(
        own in any_figures(),
        benchmark in any_figures(),
        direction in direction(),
        factor in prop_oneof![select(vec![0.0001, 0.001, 0.01, 0.1, 10.0, 100.0, 1000.0, 10_000.0]), 1e-6..1e6_f64],
    ) {
        let [own_before, own_after] = [own.clone(), times(&own, factor)].map(|values| series(&values));
        let [beside_before, beside_after] = [benchmark.clone(), times(&benchmark, factor)].map(|values| series(&values));
        prop_assert_eq!(verdicts(&own_before, &beside_before, direction), verdicts(&own_after, &beside_after, scaled(direction, factor)));
        prop_assert_eq!(outstanding(&own_before), outstanding(&own_after));
    }

    #[test]
    fn the_order_in_which_years_are_given_is_irrelevant(
        (pairs, shuffled) in any_figures().prop_map(|values| (2012..).zip(values).collect::<Vec<_>>()).prop_flat_map(|pairs| (Just(pairs.clone()), Just(pairs).prop_shuffle())),
    ) {
        prop_assert_eq!(Series::from_pairs(&pairs), Series::from_pairs(&shuffled));
    }

    /// Missing years before, behind and not given at all say nothing.
    #[test]
    fn missing_is_not_zero(own in any_figures(), direction in direction(), before in 0..3_i32, behind in 0..3_usize) {
        let bare = series(&own);
        let padded = Series::new(2012 - before, std::iter::repeat_n(None, before as usize).chain(own.clone()).chain(vec![None; behind])).expect("a series");
        let left_out: Vec<(i32, Option<f64>)> = bare.known().iter().map(|&(year, value)| (year, Some(value))).collect();
        let left_out = Series::from_pairs(&left_out).expect("a series");
        let all = |series: &Series| statistics(&Figures { series, direction, target: Some(Target::Value(3.0)), benchmark: Some(&bare), rank: None });
        prop_assert_eq!(all(&bare), all(&padded));
        prop_assert_eq!(all(&bare), all(&left_out));
        prop_assert_eq!(bare.values().len(), own.iter().flatten().count());
        let found = all(&bare);
        let named = found.unit_slips.iter().map(|slip| slip.year).chain(found.outlying_years.iter().chain(&found.sudden_steps).map(|outlier| outlier.year));
        prop_assert!(named.into_iter().all(|year| bare.at(year).is_some()));
    }

    /// The orders counted by their formula are those that a list of all permutations holds, also with ties.
    #[test]
    fn exact_probabilities_are_those_of_all_permutations(values in vec(0..5_i32, 3..=6)) {
        let test = MannKendall::of(&series(&values.iter().map(|&value| Some(f64::from(value))).collect::<Vec<_>>())).expect("three values or more");
        let found = s_of(&values);
        let all: Vec<i64> = permutations(&values).iter().map(|order| s_of(order)).collect();
        let share = |fits: &dyn Fn(i64) -> bool| all.iter().filter(|&&s| fits(s)).count() as f64 / all.len() as f64;
        prop_assert_eq!(test.s(), found);
        prop_assert!(agree(test.p_rising(), share(&|s| s >= found)));
        prop_assert!(agree(test.p_falling(), share(&|s| s <= found)));
        prop_assert!(agree(test.p(), share(&|s| s.abs() >= found.abs())));
    }

    /// Whatever finite figures come, every statistic that is given is finite.
    #[test]
    fn no_statistic_is_infinite_or_no_number(
        own in vec(option::of(prop_oneof![-1e15..1e15_f64, any::<f64>().prop_filter("a figure", |value| value.abs() <= Series::LIMIT)]), 0..=20),
        benchmark in figures(),
        direction in direction(),
        target in -1e15..1e15_f64,
    ) {
        let written = written(&own, &benchmark, direction, target);
        prop_assert!(!written.contains("inf") && !written.contains("NaN"), "{}", written);
    }

    /// A zero is never shown with a sign.
    #[test]
    fn no_statistic_of_a_table_is_negative_zero(own in any_figures(), benchmark in any_figures(), direction in direction(), target in -300..300_i32) {
        let written = written(&times(&own, -1.0), &benchmark, direction, f64::from(target) / 100.0);
        prop_assert!(!written.contains("-0.0,") && !written.contains("-0.0)") && !written.contains("-0.0 "), "{}", written);
    }
}

fn written(own: &[Option<f64>], benchmark: &[Option<f64>], direction: Direction, target: f64) -> String {
    let (series, benchmark) = (&series(own), Some(&series(benchmark)));
    let target = Some(Target::Value(target));
    format!(
        "{:?}",
        statistics(&Figures {
            series,
            direction,
            target,
            benchmark,
            rank: Some((3, 9))
        })
    )
}
