//! Categories against their full marks and their targets. The figures stand beside the bars, so the chart is its own table.

use crate::language::fill;
use crate::scoring::{Points, Score};
use crate::ui::kit::Kit;
use yew::prelude::*;

/// The bars; `targets` is what the assessment is worth with its targets reached, where there are any.
pub fn category_bars(kit: &Kit, score: &Score, targets: Option<&Score>) -> Html {
    let text = kit.pack_words();
    html! {
        <ul class="bars">{ for score.categories.iter().map(|category| {
            let content = kit.pack.category(category.category);
            let share = |points: Points| 1000 * points.hundredths() / category.tally.max.hundredths().max(1);
            let target = targets.map(|targets| targets.categories[category.category.0].tally.points).filter(|points| *points > category.tally.points);
            let open = category.items - category.rated;
            let figures = match category.items {
                0 if score.category_applies(&kit.pack, category.category) => html! { kit.words().term_bonus() },
                0 => html! { kit.words().term_not_applicable() },
                _ => html! { <><b>{ category.tally.points.to_string() }</b>{ format!(" / {}", category.tally.max) }</> },
            };
            html! {
                <li key={content.id.clone()}>
                    <span class="name">{ format!("{} {}", content.number, text.category(&content.id)) }</span>
                    <svg class="bar" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true"><rect class="band-0" width="1000" height="10" /><rect class="band-4" width={share(category.tally.points).to_string()} height="10" />
                        { for target.map(|points| html! { <rect class="goal-mark" x={share(points).saturating_sub(6).to_string()} width="6" height="10" /> }) }</svg>
                    <span class="figures">{ figures }
                        { for target.map(|points| html! { <small>{ fill(kit.words().result_target_points(), &[("points", &points.to_string())]) }</small> }) }
                        if open > 0 { <small>{ fill(kit.words().category_open(), &[("n", &open.to_string())]) }</small> }</span>
                </li>
            }
        }) }</ul>
    }
}
