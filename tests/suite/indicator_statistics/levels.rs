//! Worked cases of change, level, comparison and rank: the numbers of the documentation, and the verdicts a reader would give.

use super::{agree, known, series};
use award_kit::indicators::*;

use Direction::{HigherIsBetter, LowerIsBetter};

#[test]
fn change_counts_the_real_years_between() {
    let gap = series(&[Some(100.0), None, Some(80.0), None, Some(96.0)]);
    let previous = since_previous(&gap, LowerIsBetter).expect("two values");
    assert_eq!((previous.from, previous.to, previous.absolute, previous.better), (2014, 2016, 16.0, -16.0));
    assert!(agree(previous.relative.expect("a share"), 0.2));
    assert!(agree(previous.yearly.expect("a rate"), 1.2_f64.sqrt() - 1.0));
    let first = since_first(&gap, HigherIsBetter).expect("two values");
    assert_eq!((first.from, first.to, first.absolute), (2012, 2016, -4.0));
    assert!(agree(compound_rate(100.0, 133.1, 3).expect("a rate"), 0.1));
    let loss = since_first(&known(&[-50.0, -40.0]), HigherIsBetter).expect("two values");
    assert_eq!((loss.relative, loss.yearly), (Some(0.2), None));
    assert_eq!((compound_rate(0.0, 1.0, 1), compound_rate(1.0, 2.0, 0)), (None, None));
    assert_eq!(since_first(&known(&[0.0, 3.0]), HigherIsBetter).and_then(|change| change.relative), None);
    assert_eq!(since_previous(&known(&[3.0]), HigherIsBetter), None);
    assert_eq!(since_first(&series(&[None, Some(3.0)]), HigherIsBetter), None);
}

#[test]
fn attainment_follows_the_direction() {
    let within = Target::Within { low: 40.0, high: 60.0 };
    // Value, target, direction, gap, attainment, met.
    let table = [
        (95.0, Target::Value(100.0), HigherIsBetter, -5.0, Some(0.95), false),
        (100.0, Target::Value(100.0), HigherIsBetter, 0.0, Some(1.0), true),
        (0.6, Target::Value(0.5), LowerIsBetter, -0.1, Some(0.8), false),
        (0.1 + 0.2, Target::Value(0.3), LowerIsBetter, 0.0, Some(1.0), true),
        (0.0, Target::Value(0.5), LowerIsBetter, 0.5, Some(2.0), true),
        (-4.0, Target::Value(-5.0), HigherIsBetter, 1.0, Some(1.2), true),
        (1.0, Target::Value(0.0), LowerIsBetter, -1.0, None, false),
        (0.0, Target::Value(0.0), LowerIsBetter, 0.0, None, true),
        (63.0, within, HigherIsBetter, -3.0, Some(0.95), false),
        (0.1 + 0.2, Target::Within { low: 0.1, high: 0.3 }, LowerIsBetter, 0.0, Some(1.0), true),
        (60.0, within, LowerIsBetter, 0.0, Some(1.0), true),
        (38.0, within, LowerIsBetter, -2.0, Some(0.95), false),
        (0.0, Target::Within { low: 0.0, high: 0.0 }, LowerIsBetter, 0.0, Some(1.0), true),
    ];
    for (value, target, direction, gap, attainment, met) in table {
        let found = against_target(value, target, direction);
        assert!(agree(found.gap, gap) && found.met == met, "{value} {target:?}: {found:?}");
        assert_eq!(found.attainment.is_some(), attainment.is_some(), "{value} {target:?}");
        assert!(found.attainment.zip(attainment).is_none_or(|(found, expected)| agree(found, expected)));
    }
    let own = series(&[Some(95.0), None, Some(97.0), Some(1.0)]);
    let targets = series(&[Some(94.0), Some(95.0), Some(98.0)]);
    assert_eq!(attained(&own, &targets, HigherIsBetter), Attained { met: 1, of: 2 });
}

#[test]
fn the_comparison_tells_where_it_stands_and_whether_the_gap_closes() {
    use Course::{Gaining, Holding, Losing, TooShort};
    use Standing::{Behind, Leads, Level};
    // Own, benchmark, direction, standing first and last, course, whether it closes.
    let table = [
        (
            &[80.0, 84.0, 88.0][..],
            &[90.0, 91.0, 92.0][..],
            HigherIsBetter,
            (Behind, Behind, Gaining, true),
        ),
        (&[80.0, 84.0, 88.0], &[90.0, 91.0, 92.0], LowerIsBetter, (Leads, Leads, Losing, false)),
        (&[80.0, 90.0, 99.0], &[90.0, 90.0, 90.0], HigherIsBetter, (Behind, Leads, Gaining, true)),
        (&[5.0, 5.0, 5.0], &[4.0, 4.0, 4.0], LowerIsBetter, (Behind, Behind, Holding, false)),
        (&[99.5, 99.4, 99.6], &[99.1, 99.0, 99.1], HigherIsBetter, (Level, Level, Holding, false)),
        (&[95.0, 97.0, 99.0], &[90.0, 90.0, 90.0], HigherIsBetter, (Leads, Leads, Gaining, false)),
        (&[1.0, 2.0], &[1.0, 1.0], HigherIsBetter, (Level, Leads, TooShort, false)),
    ];
    for (own, benchmark, direction, verdict) in table {
        let found = compare(&known(own), &known(benchmark), direction).expect("common years");
        assert_eq!((found.first, found.latest, found.course, found.closes()), verdict, "{own:?}");
    }
    let shifted = series(&[None, Some(84.0), Some(88.0)]);
    let found = compare(&shifted, &series(&[Some(90.0), None, Some(92.0)]), HigherIsBetter).expect("one common year");
    assert_eq!((found.gaps, found.slope, found.course), (vec![(2014, -4.0)], None, TooShort));
    assert_eq!(compare(&shifted, &series(&[Some(90.0)]), HigherIsBetter), None);
    // One per cent is level in every unit.
    for (value, benchmark) in [(0.99, 1.0), (99.0, 100.0), (9.9, 10.0), (0.000_099, 0.0001), (101.0, 100.0), (1.01, 1.0)] {
        assert_eq!(standing(value, benchmark, HigherIsBetter), Level, "{value} {benchmark}");
    }
    assert_eq!((standing(98.5, 100.0, HigherIsBetter), standing(98.5, 100.0, LowerIsBetter)), (Behind, Leads));
    assert_eq!((standing(0.0, 0.0, LowerIsBetter), standing(1.0, 0.0, LowerIsBetter)), (Level, Behind));
}

#[test]
fn a_rank_becomes_a_percentile() {
    let found = placement(3, 21).expect("a place");
    assert!(agree(found.percentile, 0.9) && agree(found.top, 3.0 / 21.0));
    let table = [
        (0, 5, RankFault::Zero),
        (6, 5, RankFault::BeyondTheField),
        (1, 1, RankFault::Alone),
        (1, 0, RankFault::BeyondTheField),
    ];
    for (rank, field, fault) in table {
        assert_eq!(placement(rank, field), Err(fault));
    }
}
