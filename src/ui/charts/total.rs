//! The total on the scale of maturity bands, with the range it can still take and the reference line.

use crate::language::fill;
use crate::scoring::{Points, Score};
use crate::ui::kit::Kit;
use yew::prelude::*;

/// Where the scale begins and how long it is, in tenths of the chart's units.
const LEFT: u64 = 200;
const LENGTH: u64 = 6800;

/// A number of tenths as SVG takes it.
fn unit(tenths: u64) -> String {
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// The scale. `reference` is the line's whole points and name.
pub fn total_scale(kit: &Kit, score: &Score, reference: Option<(u32, String)>) -> Html {
    let structure = kit.pack.structure();
    let whole = Points::whole(structure.scoring.total.max(1)).hundredths();
    let at = |points: Points| LEFT + LENGTH * points.hundredths() / whole;
    let x = |points: u32| at(Points::whole(points));
    let (low, high) = (at(score.range.0), at(score.range.1));
    let label = fill(
        kit.words().chart_total(),
        &[
            ("total", &score.total.points.to_string()),
            ("low", &score.range.0.to_string()),
            ("high", &score.range.1.to_string()),
        ],
    );
    html! {
        <svg class="chart total-scale" viewBox="0 0 720 96" role="img" aria-label={label}>
            { for structure.maturity.iter().enumerate().map(|(at, band)| {
                let start = band.from.saturating_sub(1);
                let (from, to) = (x(start), x(band.to));
                html! { <>
                    <rect class={format!("band-{}", at.min(5))} x={unit(from)} y="40" width={unit((to - from).saturating_sub(20))} height="12" />
                    { label_at(from, "70", if at > 0 { "middle" } else { "start" }, start.to_string()) }
                </> }
            }) }
            { label_at(LEFT + LENGTH, "70", "end", structure.scoring.total.to_string()) }
            if high > low + 5 { <line class="range-line" x1={unit(low)} x2={unit(high)} y1="30" y2="30" /> }
            <path class="seal" d={format!("M{} 38l-6-12h12z", unit(low))} />
            <text class="lab strong" x={unit(low.clamp(400, 6800))} y="18" text-anchor="middle">{ score.total.points.to_string() }</text>
            { for reference.map(|(points, name)| {
                let line = x(points);
                html! { <>
                    <line class="reference" x1={unit(line)} x2={unit(line)} y1="36" y2="78" />
                    { label_at(line.clamp(1200, 6000), "92", "middle", name) }
                </> }
            }) }
        </svg>
    }
}

fn label_at(x: u64, y: &'static str, anchor: &'static str, text: String) -> Html {
    html! { <text class="axis" x={unit(x)} {y} text-anchor={anchor}>{ text }</text> }
}
