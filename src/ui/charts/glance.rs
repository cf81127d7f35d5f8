//! All results at a glance: for each item three rows of signs, level, trend and comparison, an indicator a column.

use super::mark::sign;
use crate::indicators::{Glance, Mark};
use yew::prelude::*;

/// One results item.
pub struct GlanceItem {
    /// Its printed number.
    pub number: String,
    pub indicators: Vec<Glance>,
}

/// The words of the chart.
pub struct GlanceWords {
    pub title: &'static str,
    /// What the signs tell, in numbers.
    pub description: String,
    /// Level, trend, comparison.
    pub rows: [&'static str; 3],
    /// In the order of [`Mark::ALL`].
    pub marks: [&'static str; 5],
}

const STEP: i32 = 18;
const LEFT: i32 = 150;

pub fn glance(items: &[GlanceItem], words: &GlanceWords) -> Html {
    let most = items.iter().map(|item| item.indicators.len()).max().unwrap_or(0) as i32;
    let width = (LEFT + STEP * most + 12).max(560);
    let block = 3 * STEP + 14;
    let height = 34 + block * items.len() as i32;
    let text = |class: &'static str, x: i32, y: i32, anchor: &'static str, text: String| html! { <text {class} x={x.to_string()} y={y.to_string()} text-anchor={anchor}>{ text }</text> };
    let rows = items.iter().enumerate().map(|(at, item)| {
        let top = 34 + block * at as i32;
        let line = |(row, label): (usize, &&'static str)| {
            let y = top + 14 + STEP * row as i32;
            let marks = item.indicators.iter().enumerate().map(|(column, glance)| {
                let mark = [glance.level, glance.trend, glance.comparison][row];
                sign(mark, LEFT + STEP * column as i32 + 8, y)
            });
            html! { <>{ text("axis", LEFT - 8, y + 4, "end", (*label).to_owned()) }{ for marks }</> }
        };
        let across = (top + 2).to_string();
        html! {
            <g key={at}><line class="base" x1="0" x2={width.to_string()} y1={across.clone()} y2={across} />
                { text("lab strong", 4, top + 18, "start", item.number.clone()) }
                { for words.rows.iter().enumerate().map(line) }</g>
        }
    });
    let mut x = 8;
    let legend = Mark::ALL.iter().zip(words.marks).map(|(mark, word)| {
        let from = x;
        let letters: i32 = word.chars().map(|letter| if letter.is_ascii() { 1 } else { 2 }).sum();
        x += 34 + 7 * letters;
        html! { <>{ sign(*mark, from + 6, 14) }{ text("axis", from + 16, 18, "start", word.to_owned()) }</> }
    });
    html! {
        <svg class="glance" width={width.to_string()} height={height.to_string()} viewBox={format!("0 0 {width} {height}")} role="img" aria-labelledby="glance-t glance-d">
            <title id="glance-t">{ words.title }</title><desc id="glance-d">{ words.description.clone() }</desc>
            { for legend }{ for rows }
        </svg>
    }
}
