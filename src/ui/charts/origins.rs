//! How many indicators each origin speaks for: a bar for all of them, hatched where a claim rests on it alone, with an open end where
//! evidence is missing. The numbers stand at the bars and in the table beside.

use yew::prelude::*;

/// One origin.
pub struct OriginBar {
    pub name: &'static str,
    pub all: usize,
    /// Claims that rest on it alone.
    pub alone: usize,
    /// Without evidence.
    pub unproven: usize,
}

/// Title, description in words, and the legend: all, alone, without evidence.
pub struct OriginWords {
    pub title: &'static str,
    pub description: String,
    pub legend: [&'static str; 3],
}

const LEFT: usize = 130;
const LENGTH: usize = 470;

pub fn origin_bars(bars: &[OriginBar], words: &OriginWords) -> Html {
    let most = bars.iter().map(|bar| bar.all).max().unwrap_or(0).max(1);
    let long = |n: usize| (LENGTH * n / most).to_string();
    let text = |x: usize, y: usize, anchor: &'static str, text: String| html! { <text class="lab" x={x.to_string()} y={y.to_string()} text-anchor={anchor}>{ text }</text> };
    let rows = bars.iter().enumerate().map(|(at, bar)| {
        let y = 40 + 40 * at;
        let left = LEFT.to_string();
        html! {
            <g key={at}>{ text(LEFT - 10, y + 16, "end", bar.name.to_owned()) }
                <rect class="bar-all" x={left.clone()} y={y.to_string()} width={long(bar.all)} height="14" />
                <rect class="bar-alone" fill="url(#hatch)" x={left.clone()} y={y.to_string()} width={long(bar.alone)} height="14" />
                <rect class="bar-unproven" x={left} y={(y + 17).to_string()} width={long(bar.unproven)} height="6" />
                { text(LEFT + LENGTH + 12, y + 16, "start", [bar.all, bar.alone, bar.unproven].map(|n| n.to_string()).join(" / ")) }</g>
        }
    });
    let mut x = LEFT;
    let legend = words.legend.iter().enumerate().map(|(kind, word)| {
        let from = x;
        let letters: usize = word.chars().map(|letter| if letter.is_ascii() { 1 } else { 2 }).sum();
        x += 40 + 7 * letters;
        let (class, fill, height) = [("bar-all", None, "12"), ("bar-alone", Some("url(#hatch)"), "12"), ("bar-unproven", None, "6")][kind];
        html! { <><rect {class} {fill} x={from.to_string()} y="8" width="18" {height} />{ text(from + 24, 19, "start", (*word).to_owned()) }</> }
    });
    let height = (50 + 40 * bars.len()).to_string();
    html! {
        <svg class="chart origins" viewBox={["0 0 720 ", &height].concat()} role="img" aria-labelledby="origins-t origins-d">
            <title id="origins-t">{ words.title }</title><desc id="origins-d">{ words.description.clone() }</desc>
            <defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="hatch-ground" width="6" height="6" /><line class="hatch-line" x1="0" x2="0" y1="0" y2="6" /></pattern></defs>
            { for legend }{ for rows }
        </svg>
    }
}
