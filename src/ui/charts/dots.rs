//! Ratings of one item as dots over the bands, and what they are held against as a triangle below.

use crate::criteria::Rubric;
use yew::prelude::*;

/// How far dots of the same rating stand apart, at most, and how high they may stand together.
const APART: usize = 12;
const HIGHEST: usize = 72;

/// What is drawn.
pub struct Dots<'a> {
    /// Whose bands lie behind.
    pub rubric: &'a Rubric,
    /// In percent.
    pub ratings: &'a [u8],
    /// The triangle, in percent.
    pub mark: Option<u8>,
    /// All of it in words.
    pub label: String,
}

/// Where a percentage lies, in hundredths of a unit of the drawing.
fn across(percent: u8) -> String {
    let hundredths = 1000 + u32::from(percent) * 380;
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

pub fn draw_dots(dots: &Dots<'_>) -> Html {
    let rubric = dots.rubric;
    let at = |percent: u8| dots.ratings.iter().filter(|rating| **rating == percent).count();
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
    let mark = dots.mark.map(|percent| {
        html! { <polygon class="seal" points="0,0 6,10 -6,10" transform={format!("translate({} {})", across(percent), line + 8)} /> }
    });
    let height = line + 22;
    html! {
        <svg class="dots" viewBox={format!("0 0 400 {height}")} width="400" height={height.to_string()} role="img" aria-label={dots.label.clone()}>
            { for bands }{ for circles }{ for mark }
        </svg>
    }
}
