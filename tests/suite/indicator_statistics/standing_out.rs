//! Worked cases of years that stand out: slips of unit, outlying years, sudden steps; and the arithmetic beneath.

use super::{agree, known, series};
use award_kit::indicators::*;

#[test]
fn a_year_in_another_unit_is_found() {
    // Values, the slip's year, power of ten, value if undone.
    let table: [(&[f64], i32, i32, f64); 6] = [
        (&[0.214, 0.203, 0.196, 1.88, 0.181], 2015, 1, 0.188),
        (&[98.1, 0.986, 98.9], 2013, -2, 98.6),
        (&[5_120.0, 5_480.0, 58_900_000.0, 6_150.0, 6_480.0], 2014, 4, 5_890.0),
        (&[-1_200.0, -1_310.0, -1.4], 2014, -3, -1_400.0),
        (&[3.2, 3.5, 3.7, 410_000_000.0], 2015, 8, 4.1),
        (&[100.0, 150.0, 2_250.0, 337.0, 506.0], 2014, 1, 225.0),
    ];
    for (values, year, power, corrected) in table {
        let found = unit_slips(&known(values));
        assert_eq!(found.len(), 1, "{values:?}: {found:?}");
        assert_eq!((found[0].year, found[0].power), (year, power), "{values:?}");
        assert!(
            agree(found[0].corrected, corrected) && found[0].usual * corrected > 0.0,
            "{values:?}: {found:?}"
        );
    }
    for harmless in [
        &[1.0, 10.0][..],                // which of two?
        &[1.0, 3.0, 10.0, 30.0, 100.0],  // grows tenfold in two years anyway
        &[100.0, 1000.0, 105.0, 1050.0], // no majority
        &[0.0, 0.0, 10.0, 1.0],
        &[-10.0, 1.0, 1.0, 1.0],
        &[100.0, 104.0, 500.0, 107.0],
        &[100.0, 104.0, 1900.0, 107.0],
    ] {
        assert_eq!(unit_slips(&known(harmless)), [], "{harmless:?}");
    }
}

#[test]
fn a_year_that_stands_out_is_found() {
    let years = |found: Vec<Outlier>| found.iter().map(|outlier| outlier.year).collect::<Vec<i32>>();
    let spike = known(&[100.0, 104.0, 310.0, 107.0, 110.0]);
    let found = outlying_years(&spike);
    assert_eq!((found.len(), found[0].year, found[0].scale), (1, 2014, Scale::Logarithmic));
    assert!(agree(found[0].deviation, (310.0_f64 / 107.0).ln()) && found[0].z.is_some_and(|z| (25.0..26.0).contains(&z)));
    // A spike is two opposite steps, neither unusual beside the other.
    assert_eq!(years(sudden_steps(&spike)), Vec::<i32>::new());
    assert_eq!(years(sudden_steps(&known(&[100.0, 102.0, 104.0, 208.0, 212.0]))), [2015]);
    assert_eq!(years(sudden_steps(&known(&[100.0, 102.0, 104.0, 208.0]))), [2015]);
    assert_eq!(years(outlying_years(&known(&[100.0, 101.0, 102.0, 160.0, 103.0]))), Vec::<i32>::new());
    // A doubling a year, also over a missing one.
    let doubling = [Some(1.0), Some(2.0), Some(4.0), None, Some(16.0), Some(32.0)];
    assert_eq!(years(sudden_steps(&series(&doubling))), Vec::<i32>::new());
    assert_eq!(years(sudden_steps(&known(&[-1.0, 10.0, 20.0, 30.0, 55.0]))), [2016]);
    // Exactly the same growth but for one year: no spread to divide by.
    let doubled = sudden_steps(&known(&[1.0, 2.0, 4.0, 32.0, 64.0]));
    assert_eq!((doubled.len(), doubled[0].year, doubled[0].z), (1, 2015, None));
    // Tiny movements are no jumps, however steady the rest.
    for steady in [
        &[100.0, 100.1, 100.2, 100.3, 103.0][..],
        &[98.1, 98.6, 98.9, 99.2, 99.4],
        &[1.0, 2.0, 4.0, 8.0, 16.0],
    ] {
        assert_eq!(
            (years(outlying_years(&known(steady))), years(sudden_steps(&known(steady)))),
            (vec![], vec![]),
            "{steady:?}"
        );
    }
    let losses = outlying_years(&known(&[-2.0, 3.0, 5.0, 1.0, 80.0]));
    assert_eq!((losses.len(), losses[0].year, losses[0].scale), (1, 2016, Scale::Linear));
    assert_eq!(outlying_years(&known(&[0.0, 0.0, 5.0, 0.0])), []);
    assert_eq!(outlying_years(&known(&[1.0, 1.0, 50.0])), []);
}

#[test]
fn roots_and_logarithms_reach_the_precision_of_a_float() {
    for years in 1..=19 {
        for ratio in [1e-6, 0.003, 0.5, 0.999, 1.0, 1.001, 1.9, 2.0, 17.3, 4096.0, 1e6] {
            let found = 1.0 + compound_rate(3.0, 3.0 * ratio, years).expect("a rate");
            let expected = ratio.powf(1.0 / f64::from(years));
            assert!(
                (found - expected).abs() <= 1e-14 * expected.max(1.0),
                "{ratio} in {years} years: {found}, expected {expected}"
            );
        }
    }
    for factor in [2.1, 2.7, 3.0, 3.99, 5.6, 7.9, 1e4, 1e9, 0.4, 0.26, 1e-7] {
        let found = outlying_years(&known(&[1.0, 1.0, 1.0, factor]));
        let expected: f64 = factor.ln();
        assert!(
            (found[0].deviation - expected).abs() <= 4.0 * f64::EPSILON * expected.abs(),
            "{factor}: {found:?}"
        );
    }
}

#[test]
fn values_below_zero_stand_out_as_their_magnitudes_do() {
    let values = [100.0, 102.0, 104.0, 208.0, 212.0];
    let series = |sign: f64| Series::new(2011, values.map(|value| Some(value * sign))).expect("a series");
    let years = |sign: f64| sudden_steps(&series(sign)).iter().map(|step| (step.year, step.z)).collect::<Vec<_>>();
    assert_eq!(years(-1.0), years(1.0));
    assert_eq!(years(-1.0).len(), 1);
}
