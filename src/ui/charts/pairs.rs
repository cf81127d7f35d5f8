//! Two values of one thing against full marks, one bar below the other: hatched before, full after, and a mark where the target
//! is. They differ in shape as well as in colour; the figures stand beside them.

use yew::prelude::*;

/// Thousandths of full marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PairBars {
    pub before: u64,
    pub after: u64,
    pub mark: Option<u64>,
}

/// The bars, as wide as there is room: lengths are percentages, so that nothing is distorted.
pub fn pair_bars(bars: &PairBars) -> Html {
    let long = |thousandths: u64| {
        let shown = thousandths.min(1000);
        [&(shown / 10).to_string(), ".", &(shown % 10).to_string(), "%"].concat()
    };
    html! {
        <svg class="pair" width="100%" height="26" aria-hidden="true">
            <rect class="band-0" x="0" y="2" width="100%" height="22" rx="2" />
            <rect class="bar-alone" fill="url(#pair-hatch)" x="0.5" y="3.5" width={long(bars.before)} height="7" />
            <rect class="band-4" x="0" y="13" width={long(bars.after)} height="9" />
            { for bars.mark.map(|mark| html! { <svg class="goal-mark" x={long(mark)} overflow="visible"><path d="M-5 0h10l-5 7zM-1 5h2v20h-2z" /></svg> }) }
        </svg>
    }
}

/// What the bars are; it also holds the hatching they are filled with.
pub fn pair_legend(before: &'static str, after: &'static str, mark: Option<&'static str>) -> Html {
    let sample = |content: Html| html! { <svg width="26" height="14" viewBox="0 0 26 14" aria-hidden="true">{ content }</svg> };
    html! {
        <p class="row small legend">
            <span class="kind">{ sample(html! { <><defs><pattern id="pair-hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="hatch-ground" width="5" height="5" /><line class="hatch-line" x1="0" x2="0" y1="0" y2="5" /></pattern></defs><rect class="bar-alone" fill="url(#pair-hatch)" x="1" y="3" width="24" height="8" /></> }) }{ before }</span>
            <span class="kind">{ sample(html! { <rect class="band-4" x="1" y="2" width="24" height="10" /> }) }{ after }</span>
            { for mark.map(|word| html! { <span class="kind">{ sample(html! { <g class="goal-mark" transform="translate(13 1)"><path d="M-5 0h10l-5 7zM-1 5h2v8h-2z" /></g> }) }{ word }</span> }) }
        </p>
    }
}
