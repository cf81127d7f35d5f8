//! The total on the scale of maturity bands, with the range it can still take and the reference line.

use crate::language::fill;
use crate::scoring::{Points, Score};
use crate::ui::kit::use_kit;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct TotalScaleProps {
    pub score: Rc<Score>,
    /// Whole points and what the line is called.
    pub reference: Option<(u32, AttrValue)>,
}

/// Where the scale begins and how long it is, in the chart's own units.
const LEFT: f64 = 20.0;
const LENGTH: f64 = 680.0;

#[component]
pub fn TotalScale(props: &TotalScaleProps) -> Html {
    let kit = use_kit();
    let structure = kit.pack.structure();
    let score = &props.score;
    let whole = f64::from(structure.scoring.total.max(1));
    let x = |points: f64| LEFT + LENGTH * points / whole;
    let at = |points: Points| x(points.to_f64());
    let (low, high) = (at(score.range.0), at(score.range.1));
    let label = fill(
        kit.words().chart_total,
        &[
            ("total", &score.total.points.to_string()),
            ("low", &score.range.0.to_string()),
            ("high", &score.range.1.to_string()),
        ],
    );
    html! {
        <svg class="chart total-scale" viewBox="0 0 720 96" role="img" aria-label={label}>
            { for structure.maturity.iter().enumerate().map(|(at, band)| {
                let (from, to) = (x(f64::from(band.from.saturating_sub(1).min(band.from))), x(f64::from(band.to)));
                let shade = at.min(5);
                html! { <>
                    <rect class={format!("band-{shade}")} x={format!("{from:.1}")} y="40" width={format!("{:.1}", (to - from - 2.0).max(0.5))} height="12" />
                    if at > 0 { <text class="axis" x={format!("{from:.1}")} y="70" text-anchor="middle">{ band.from.saturating_sub(1) }</text> }
                </> }
            }) }
            <text class="axis" x="20" y="70">{ "0" }</text>
            <text class="axis" x="700" y="70" text-anchor="end">{ structure.scoring.total }</text>
            if high - low > 0.5 { <line class="range-line" x1={format!("{low:.1}")} x2={format!("{high:.1}")} y1="30" y2="30" /> }
            <path class="seal" d={format!("M{low:.1} 38l-6-12h12z")} />
            <text class="lab strong" x={format!("{:.1}", low.clamp(40.0, 680.0))} y="18" text-anchor="middle">{ score.total.points.to_string() }</text>
            { for props.reference.iter().map(|(points, name)| {
                let line = x(f64::from(*points));
                html! { <>
                    <line class="reference" x1={format!("{line:.1}")} x2={format!("{line:.1}")} y1="36" y2="78" />
                    <text class="axis" x={format!("{:.1}", line.clamp(120.0, 600.0))} y="90" text-anchor="middle">{ name }</text>
                </> }
            }) }
        </svg>
    }
}
