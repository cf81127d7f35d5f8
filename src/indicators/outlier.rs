//! Which year stands out: by its value, or by the step that leads to it.
//!
//! Modified z-score of Iglewicz and Hoaglin (1993): 0.6745 × (x − median) ÷ MAD, out where its magnitude is above 3.5. In short
//! steady series the MAD can be next to nothing and harmless years get huge scores, so a year must also be out by a size
//! that matters; that size is our own choice. Where all values lie on the same side of zero, the logarithms of their magnitudes are
//! compared, so that twice and half are equally far; otherwise the values as they stand.

use super::arithmetic::{ln, magnitude, median, middle_and_deviation};
use super::series::Series;
use super::tolerance::at_most;
use std::f64::consts::LN_2;

/// The scale on which a year stands out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scale {
    /// All values are positive, or all negative: logarithms of their magnitudes.
    Logarithmic,
    Linear,
}

/// A year that stands out.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Outlier {
    pub year: i32,
    pub scale: Scale,
    /// How far from the usual: a difference of natural logarithms (ln 2 = 0.693 is twice) or in the unit. Of a step: per year.
    pub deviation: f64,
    /// The modified z-score; none where more than half are alike, so that the MAD is zero.
    pub z: Option<f64>,
}

/// Modified z-scores; none with fewer than three values, or where the MAD is zero (to rounding).
/// 10, 11, 12, 13, 40: median 12, MAD 1, so −1.349, −0.6745, 0, 0.6745, 18.886.
pub fn modified_z_scores(values: &[f64]) -> Option<Vec<f64>> {
    let (middle, spread) = middle_and_deviation(values)?;
    let widest = values.iter().fold(0.0_f64, |widest, value| widest.max((value - middle).abs()));
    if values.len() < 3 || at_most(spread, 1e-9 * widest.max(middle.abs())) {
        return None;
    }
    Some(values.iter().map(|value| 0.6745 * (value - middle) / spread).collect())
}

/// Years whose value stands out from the others', at least four values given. It must be twice or half the median, or, on the
/// linear scale, off by the median magnitude. 100, 104, 310, 107, 110: the third is 2.9 times the median, z = 25.
pub fn outlying_years(series: &Series) -> Vec<Outlier> {
    let (scale, scaled, usual) = on_scale(series);
    let floor = if scale == Scale::Logarithmic { LN_2 } else { usual };
    if scaled.known().len() < 4 || series.counts_few() {
        Vec::new()
    } else {
        standing_out(scaled.known(), scale, floor)
    }
}

/// Years that a sudden step leads to, at least three steps given; the step over a missing year is spread over its years. The
/// step must differ from the usual one by the factor 1.5, or, on the linear scale, by half the median magnitude. Neither few counted things
/// are judged, nor the step after a zero.
/// 100, 102, 104, 208, 212: steps of 2 %, but 100 % into the fourth year.
pub fn sudden_steps(series: &Series) -> Vec<Outlier> {
    let (scale, scaled, usual) = on_scale(series);
    // ln 1.5
    let floor = if scale == Scale::Logarithmic { 0.405_465_108_108_164_4 } else { usual / 2.0 };
    let step = |pair: &[(i32, f64)]| (pair[1].0, (pair[1].1 - pair[0].1) / f64::from(pair[1].0 - pair[0].0));
    let steps: Vec<(i32, f64)> = scaled.known().windows(2).map(step).collect();
    if steps.len() < 3 || series.counts_few() {
        return Vec::new();
    }
    // What comes after a zero has no size to be compared with.
    let after_zero = |year: i32| series.known().windows(2).any(|pair| pair[1].0 == year && pair[0].1 == 0.0);
    let mut found = standing_out(&steps, scale, floor);
    found.retain(|step| !after_zero(step.year));
    found
}

fn on_scale(series: &Series) -> (Scale, Series, f64) {
    let usual = magnitude(series.known());
    let all = |sign: f64| series.known().iter().all(|&(_, value)| value.is_normal() && value * sign > 0.0);
    if all(1.0) || all(-1.0) {
        return (Scale::Logarithmic, series.map(|_, value| ln(value.abs())), usual);
    }
    (Scale::Linear, series.clone(), usual)
}

fn standing_out(points: &[(i32, f64)], scale: Scale, floor: f64) -> Vec<Outlier> {
    let values: Vec<f64> = points.iter().map(|&(_, value)| value).collect();
    let Some(middle) = median(&values).filter(|_| floor > 0.0) else {
        return Vec::new();
    };
    let scores = modified_z_scores(&values);
    let outlier = |(at, &(year, value)): (usize, &(i32, f64))| Outlier {
        year,
        scale,
        deviation: value - middle,
        z: scores.as_ref().and_then(|scores| scores.get(at).copied()),
    };
    let far = |found: &Outlier| at_most(floor, found.deviation.abs()) && found.z.is_none_or(|z| !at_most(z.abs(), 3.5));
    points.iter().enumerate().map(outlier).filter(far).collect()
}
