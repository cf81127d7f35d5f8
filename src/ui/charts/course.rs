//! The course of an indicator: own values with their points, the benchmark dashed, the target as a line. Small, without
//! colour alone: lines differ in their strokes, and the values stand in the table beside.

use crate::indicators::Series;
use yew::prelude::*;

const WIDTH: f64 = 150.0;
const HEIGHT: f64 = 44.0;
const EDGE: f64 = 5.0;

/// The chart; `target` is drawn where there is one. Nothing where there is no value.
pub fn course(own: &Series, benchmark: &Series, target: Option<f64>, label: String) -> Html {
    let (values, others) = (own.known(), benchmark.known());
    let all = || values.iter().chain(others).map(|(_, value)| *value).chain(target);
    let years = || values.iter().chain(others).map(|(year, _)| *year);
    let (Some(first), Some(last)) = (years().min(), years().max()) else {
        return Html::default();
    };
    let low = all().fold(f64::INFINITY, f64::min);
    let high = all().fold(f64::NEG_INFINITY, f64::max);
    let x = |year: i32| {
        let share = if last > first {
            f64::from(year - first) / f64::from(last - first)
        } else {
            0.5
        };
        round(EDGE + share * (WIDTH - 2.0 * EDGE))
    };
    let y = |value: f64| {
        let share = if high > low { (value - low) / (high - low) } else { 0.5 };
        round(HEIGHT - EDGE - share * (HEIGHT - 2.0 * EDGE))
    };
    let points = |known: &[(i32, f64)]| {
        let points: Vec<String> = known.iter().map(|(year, value)| [x(*year), y(*value)].join(",")).collect();
        points.join(" ")
    };
    html! {
        <svg class="course" width="150" height="44" viewBox="0 0 150 44" role="img" aria-label={label}>
            if let Some(target) = target { <line class="goal" x1="0" x2="150" y1={y(target)} y2={y(target)} /> }
            <polyline class="beside" points={points(others)} />
            <polyline class="own" points={points(values)} />
            { for values.iter().map(|(year, value)| html! { <circle cx={x(*year)} cy={y(*value)} r="2.6" /> }) }
        </svg>
    }
}

/// A length as SVG takes it, with one decimal place.
fn round(length: f64) -> String {
    format!("{length:.1}")
}
