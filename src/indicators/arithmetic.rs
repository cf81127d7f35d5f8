//! The few operations the statistics share: median, ratio, whole root and logarithm.
//!
//! Only the operations that IEEE 754 defines to the last bit are used (+ − × ÷). The standard library's `ln` and `powf`
//! come from the platform and may differ by a bit between the page and the command line.

use std::f64::consts::{LN_2, SQRT_2};

/// The median: the middle value, or the mean of the two in the middle; none without values. Of 3, 1, 8 and 2 it is 2.5.
pub fn median(values: &[f64]) -> Option<f64> {
    middle(&mut values.to_vec())
}

/// The median distance from the median (MAD). Of 1, 2, 4 and 9 it is 1.5: the median is 3, the distances 2, 1, 1 and 6.
pub fn median_deviation(values: &[f64]) -> Option<f64> {
    middle_and_deviation(values).map(|(_, deviation)| deviation)
}

/// The median and the MAD.
pub(super) fn middle_and_deviation(values: &[f64]) -> Option<(f64, f64)> {
    let mut distances = values.to_vec();
    let median = middle(&mut distances)?;
    distances.iter_mut().for_each(|value| *value = (*value - median).abs());
    Some((median, middle(&mut distances)?))
}

/// The median of values that may be put in order.
pub(super) fn middle(values: &mut [f64]) -> Option<f64> {
    values.sort_unstable_by(f64::total_cmp);
    let middle = values.len() / 2;
    let upper = *values.get(middle)?;
    if values.len() % 2 == 1 {
        return Some(upper);
    }
    let lower = *values.get(middle.checked_sub(1)?)?;
    Some((lower + upper) / 2.0)
}

/// The median of the magnitudes: how large the values of an indicator usually are; zero without values.
pub(super) fn magnitude(known: &[(i32, f64)]) -> f64 {
    let mut sizes: Vec<f64> = known.iter().map(|&(_, value)| value.abs()).collect();
    middle(&mut sizes).unwrap_or_default()
}

/// `part ÷ whole`; none where the whole is zero or the quotient no longer finite.
pub(super) fn ratio(part: f64, whole: f64) -> Option<f64> {
    // Negative zero becomes zero.
    Some(part / whole + 0.0).filter(|quotient| quotient.is_finite())
}

/// The `degree`-th root of a positive number by Newton's method: the third root of 1.331 is 1.1.
pub(super) fn root(value: f64, degree: u32) -> Option<f64> {
    if degree == 0 || !value.is_normal() || value < 0.0 {
        return None;
    }
    // Dividing the exponent bits comes within a few per cent of the root.
    let one = 1.0_f64.to_bits() as i64;
    let mut guess = f64::from_bits((one + (value.to_bits() as i64 - one) / i64::from(degree)) as u64);
    let power = |base: f64| (1..degree).fold(1.0, |product, _| product * base);
    for _ in 0..12 {
        guess += (value / power(guess) - guess) / f64::from(degree);
    }
    Some(guess)
}

/// The natural logarithm of a positive number, to a few units of the last place; none for others.
///
/// The number is m × 2ᵉ with m between √½ and √2; ln m = 2 (s + s³/3 + s⁵/5 + …) with s = (m − 1) ÷ (m + 1) ≤ 0.1716, so
/// twelve terms reach the precision of a float.
pub(super) fn ln(value: f64) -> Option<f64> {
    if !value.is_normal() || value < 0.0 {
        return None;
    }
    let bits = value.to_bits();
    let mut exponent = (bits >> 52) as i32 - 1023;
    let mut mantissa = f64::from_bits((bits & ((1 << 52) - 1)) | 1.0_f64.to_bits());
    if mantissa > SQRT_2 {
        mantissa /= 2.0;
        exponent += 1;
    }
    let s = (mantissa - 1.0) / (mantissa + 1.0);
    let sum = (0..12).rev().fold(0.0, |sum, term| sum * (s * s) + 1.0 / f64::from(2 * term + 1));
    Some(f64::from(exponent) * LN_2 + 2.0 * s * sum)
}
