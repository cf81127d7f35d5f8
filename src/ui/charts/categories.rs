//! Categories against their full marks. The figures stand beside the bars, so the chart is its own table.

use crate::language::fill;
use crate::scoring::Score;
use crate::ui::kit::Kit;
use yew::prelude::*;

pub fn category_bars(kit: &Kit, score: &Score) -> Html {
    let text = kit.pack_words();
    html! {
        <ul class="bars">{ for score.categories.iter().map(|category| {
            let content = kit.pack.category(category.category);
            let share = 1000 * category.tally.points.hundredths() / category.tally.max.hundredths().max(1);
            let open = category.items - category.rated;
            let figures = match category.items {
                0 if score.category_applies(&kit.pack, category.category) => html! { kit.words().term_bonus() },
                0 => html! { kit.words().term_not_applicable() },
                _ => html! { <><b>{ category.tally.points.to_string() }</b>{ format!(" / {}", category.tally.max) }</> },
            };
            html! {
                <li key={content.id.clone()}>
                    <span class="name">{ format!("{} {}", content.number, text.category(&content.id)) }</span>
                    <svg class="bar" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true"><rect class="band-0" width="1000" height="10" /><rect class="band-4" width={share.to_string()} height="10" /></svg>
                    <span class="figures">{ figures }
                        if open > 0 { <small>{ fill(kit.words().category_open(), &[("n", &open.to_string())]) }</small> }</span>
                </li>
            }
        }) }</ul>
    }
}
