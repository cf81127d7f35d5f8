//! The ratings of one item as dots over the bands, the consensus as a triangle below. The figures stand beside it in words.

use super::View;
use crate::criteria::Pack;
use crate::language::fill;
use crate::panel::ItemReading;
use yew::prelude::*;

/// How far dots of the same rating stand apart, at most, and how high they may stand together.
const APART: usize = 12;
const HIGHEST: usize = 72;

/// Where a percentage lies, in hundredths of a unit of the drawing.
fn across(percent: u8) -> String {
    let hundredths = 1000 + u32::from(percent) * 380;
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

/// The drawing with its text alternative.
pub(super) fn dots(view: &View<'_>, item: &ItemReading) -> Html {
    let label = told(view, item);
    draw(&view.kit.pack, item, label)
}

/// Ratings, median, range and consensus in one sentence.
fn told(view: &View<'_>, item: &ItemReading) -> String {
    let words = view.kit.words();
    let name = view.item_name(item.item);
    let Some(spread) = item.spread else {
        return fill(words.workshop_dots_none(), &[("item", &name)]);
    };
    let ratings: Vec<String> = item
        .ratings
        .iter()
        .map(|rating| [&*view.name(rating.assessor), " ", &rating.percent.to_string()].concat())
        .collect();
    let ratings = ratings.join(words.list_separator());
    let (median, range) = (number(spread.median), spread.range().to_string());
    let values = [("item", name.as_str()), ("ratings", &ratings), ("median", &median), ("range", &range)];
    let agreed = item.standing.percent();
    let agreed = agreed.map(|percent| fill(words.workshop_dots_agreed(), &[("percent", &percent.to_string())]));
    fill(words.workshop_dots(), &values) + &agreed.unwrap_or_default()
}

/// A number to a tenth, without a tenth where it is whole.
pub(super) fn number(value: f64) -> String {
    let text = format!("{value:.1}");
    text.strip_suffix(".0").map(str::to_owned).unwrap_or(text)
}

pub(super) fn draw(pack: &Pack, item: &ItemReading, label: String) -> Html {
    let rubric = pack.rubric_of(item.item);
    let at = |percent: u8| item.ratings.iter().filter(|rating| rating.percent.value() == percent).count();
    let most = (0..=100).map(at).max().unwrap_or(0);
    let apart = if most < 2 { APART } else { APART.min(HIGHEST / (most - 1)).max(1) };
    let line = 12 + most.saturating_sub(1) * apart;
    let mut circles = Vec::new();
    for percent in 0..=100_u8 {
        for place in 0..at(percent) {
            circles.push(html! { <circle cx={across(percent)} cy={(line - place * apart).to_string()} r="5.5" /> });
        }
    }
    let bands = rubric.bands.iter().enumerate().map(|(at, band)| {
        let first = if at == 0 { band.from } else { rubric.bands[at - 1].to };
        let width = u32::from(band.to.saturating_sub(first)) * 38 / 10;
        html! { <rect class={format!("band-{}", at.min(5))} x={across(first)} y={(line - 4).to_string()} width={width.saturating_sub(1).max(2).to_string()} height="8" /> }
    });
    let agreed = item.standing.percent().map(|percent| {
        html! { <polygon class="seal" points="0,0 6,10 -6,10" transform={format!("translate({} {})", across(percent.value()), line + 8)} /> }
    });
    let height = line + 22;
    html! {
        <svg class="dots" viewBox={format!("0 0 400 {height}")} width="400" height={height.to_string()} role="img" aria-label={label}>
            { for bands }{ for circles }{ for agreed }
        </svg>
    }
}
