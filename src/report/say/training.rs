//! What is said of a trainee's ratings: how lenient or harsh, and how steady.

use crate::language::{Language, fill};

/// Half of what the shown tenths can tell.
const LEVEL: f64 = 0.05;

/// Lenient or harsh, by how much: to a tenth of a percentage point.
pub fn bias(language: Language, bias: f64) -> String {
    let words = language.words();
    let text = match bias {
        bias if bias >= LEVEL => words.training_bias_lenient(),
        bias if bias <= -LEVEL => words.training_bias_harsh(),
        _ => words.training_bias_level(),
    };
    fill(text, &[("points", &tenth(bias.abs()))])
}

/// How steady, to a tenth of a percentage point.
pub fn consistency(language: Language, consistency: Option<f64>) -> String {
    let words = language.words();
    match consistency {
        Some(points) => fill(words.training_consistency_value(), &[("points", &tenth(points))]),
        None => words.training_consistency_none().to_owned(),
    }
}

/// A deviation with its sign, to a tenth: `+4.5`, `−10`, `0`.
pub fn signed(deviation: f64) -> String {
    let sign = match deviation {
        above if above >= LEVEL => "+",
        below if below <= -LEVEL => "\u{2212}",
        _ => return String::from("0"),
    };
    [sign, &tenth(deviation.abs())].concat()
}

/// A number to a tenth, without a tenth where it is whole.
fn tenth(value: f64) -> String {
    let text = format!("{value:.1}");
    text.strip_suffix(".0").map(str::to_owned).unwrap_or(text)
}
