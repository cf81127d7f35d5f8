//! Worked cases of series, trend and steadiness: the numbers of the documentation, and the verdicts a reader would give.

use super::{agree, known, series};
use award_kit::indicators::*;

use Direction::{HigherIsBetter, LowerIsBetter};

fn test(values: &[f64]) -> MannKendall {
    MannKendall::of(&known(values)).expect("three values or more")
}

#[test]
fn a_series_refuses_what_is_no_figure() {
    let table = [
        (Series::new(2012, [Some(1.0), Some(f64::NAN)]), SeriesFault::NotFinite { year: 2013 }),
        (Series::new(2012, [Some(f64::INFINITY)]), SeriesFault::NotFinite { year: 2012 }),
        (Series::new(2012, [Some(-1.1e15)]), SeriesFault::TooLarge { year: 2012 }),
        (Series::new(0, [Some(1.0)]), SeriesFault::NotAYear { year: 0 }),
        (Series::new(i32::MAX, [Some(1.0); 3]), SeriesFault::NotAYear { year: i32::MAX }),
        (Series::new(2000, [None; 21]), SeriesFault::TooLong { years: 21 }),
        (
            Series::from_pairs(&[(2013, None), (2012, None), (2013, Some(1.0))]),
            SeriesFault::Repeated { year: 2013 },
        ),
        (Series::from_pairs(&[(1900, None), (2012, None)]), SeriesFault::TooLong { years: 113 }),
        (Series::from_pairs(&[(2012, None), (i32::MIN, None)]), SeriesFault::NotAYear { year: i32::MIN }),
    ];
    for (found, fault) in table {
        assert_eq!(found, Err(fault));
    }
    assert_eq!(Series::from_pairs(&[]), Ok(Series::default()));
}

#[test]
fn a_year_between_that_is_not_given_is_missing() {
    let gap = Series::from_pairs(&[(2015, Some(3.0)), (2012, Some(1.0)), (2014, None)]).expect("a series");
    assert_eq!(gap, series(&[Some(1.0), None, None, Some(3.0)]));
    assert_eq!((gap.at(2013), gap.at(2015), gap.at(2016), gap.at(i32::MIN)), (None, Some(3.0), None, None));
    assert_eq!((gap.start(), gap.latest()), (Some((2012, 1.0)), Some((2015, 3.0))));
    assert_eq!(gap.known().len(), 2);
    assert!(known(&[-0.0]).at(2012).is_some_and(f64::is_sign_positive));
}

#[test]
fn three_years_prove_little() {
    let table: [(&[f64], i64, f64, f64); 6] = [
        (&[1.0, 2.0, 3.0], 3, 1.0 / 6.0, 1.0 / 6.0),
        (&[1.0, 3.0, 2.0], 1, 0.5, 1.0 / 6.0),
        (&[1.0, 1.0, 2.0], 2, 1.0 / 3.0, 1.0 / 3.0),
        (&[1.0, 2.0, 3.0, 4.0], 6, 1.0 / 24.0, 1.0 / 24.0),
        (&[2.0, 4.0, 3.0, 5.0], 4, 4.0 / 24.0, 1.0 / 24.0),
        (&[1.0, 2.0, 3.0, 5.0, 4.0], 8, 5.0 / 120.0, 1.0 / 120.0),
    ];
    for (values, s, p_rising, smallest) in table {
        let found = test(values);
        assert_eq!((found.s(), found.p_rising(), found.smallest_p()), (s, p_rising, smallest), "{values:?}");
        assert_eq!(found.p(), 2.0 * p_rising.min(0.5), "{values:?}");
    }
    assert_eq!((test(&[5.0; 4]).p(), test(&[5.0; 4]).smallest_p()), (1.0, 1.0));
    assert_eq!(MannKendall::of(&known(&[1.0, 2.0])), None);
    let longest: Vec<f64> = (0..20).map(f64::from).collect();
    assert_eq!(test(&longest).orders, 2_432_902_008_176_640_000);
}

#[test]
fn a_trend_is_called_by_the_rule() {
    use Evidence::{Firm, None as Nothing, Weak};
    use Judgement::{Flat, Improving, Mixed, TooShort, Worsening};
    let range = Direction::range(40.0, 60.0).expect("a range");
    let table: [(&[f64], Direction, Judgement, Evidence); 20] = [
        (&[98.1, 98.6, 98.9, 99.2, 99.4], HigherIsBetter, Improving, Firm),
        (&[98.1, 98.6, 98.9, 99.2, 99.4], LowerIsBetter, Worsening, Firm),
        (&[12.4, 13.0, 13.1, 12.8, 13.6], HigherIsBetter, Improving, Weak),
        (&[1.2, 0.9, 0.9, 0.6, 0.4], LowerIsBetter, Improving, Firm),
        (&[3.0, 2.0, 1.0], LowerIsBetter, Improving, Weak),
        (&[1.0, 2.0, 3.0, 5.0, 4.0], HigherIsBetter, Improving, Weak), // 5/120, two-sided 0.083
        (&[1.0, 3.0, 2.0, 7.0, 6.0, 5.0, 4.0], HigherIsBetter, Mixed, Nothing), // 961/5040
        (&[5.0, 5.0, 5.0, 6.0], HigherIsBetter, Flat, Nothing),        // half of the pairs tied
        (&[1.0, 3.0, 2.0], HigherIsBetter, Mixed, Nothing),
        (&[1.0, 1.0, 2.0], HigherIsBetter, Improving, Weak), // tied, and nothing contradicts
        (&[1.0, 3.0, 1.0], HigherIsBetter, Mixed, Nothing),
        (&[5.0, 5.0, 5.0], HigherIsBetter, Flat, Nothing),
        (&[100.0, 100.4, 99.8, 100.1], HigherIsBetter, Flat, Nothing),
        (&[100.0, 104.0, 99.8, 100.1], HigherIsBetter, Mixed, Nothing),
        (&[0.0, 0.0, 1.0, 0.0, 0.0], LowerIsBetter, Flat, Nothing),
        (&[3.0, 2.0], HigherIsBetter, TooShort, Nothing),
        (&[], HigherIsBetter, TooShort, Nothing),
        (&[70.0, 66.0, 62.0], range, Improving, Weak),
        (&[30.0, 45.0, 63.0], range, Mixed, Nothing),
        (&[41.0, 52.0, 59.0], range, Flat, Nothing),
    ];
    for (values, direction, judgement, evidence) in table {
        let found = trend(&known(values), direction);
        assert_eq!((found.judgement, found.evidence), (judgement, evidence), "{values:?} {direction:?}");
    }
    // As far below the range as above it, in either unit.
    for (values, low, high) in [([9.3, 20.7, 9.3, 20.7], 10.0, 20.0), ([0.93, 2.07, 0.93, 2.07], 1.0, 2.0)] {
        let found = trend(&known(&values), Direction::Range { low, high });
        assert_eq!((found.judgement, found.better_share), (Flat, Some(0.0)), "{values:?}");
    }
    let share = trend(&known(&[12.4, 13.0, 13.1, 12.8, 13.6]), HigherIsBetter);
    assert_eq!((share.better_share, share.worse_share), (Some(0.8), Some(0.2)));
}

#[test]
fn steadiness_is_defined_only_where_it_means_something() {
    assert!(agree(coefficient_of_variation(&known(&[90.0, 100.0, 110.0])).expect("a share"), 0.1));
    assert!(agree(coefficient_of_variation(&known(&[-90.0, -100.0, -110.0])).expect("a share"), 0.1));
    let residuals = residual_spread(&known(&[10.0, 14.0, 13.0, 19.0, 18.0])).expect("a spread");
    assert!(agree(residuals, 1.5 * 1.482_602_218_505_602));
    assert!(agree(
        relative_residual_spread(&known(&[10.0, 14.0, 13.0, 19.0, 18.0])).expect("a share"),
        residuals / 14.0
    ));
    for crossing in [&[-1.0, 1.0][..], &[0.0, 1.0], &[3.0], &[]] {
        assert_eq!(coefficient_of_variation(&known(crossing)), None);
        assert_eq!(residual_spread(&known(crossing)), None);
    }
}
