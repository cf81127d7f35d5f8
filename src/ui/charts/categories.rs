//! Categories against their full marks. The figures stand beside the bars, so the chart is its own table.

use crate::language::fill;
use crate::scoring::Score;
use crate::ui::kit::use_kit;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct CategoryBarsProps {
    pub score: Rc<Score>,
}

#[component]
pub fn CategoryBars(props: &CategoryBarsProps) -> Html {
    let kit = use_kit();
    let text = kit.pack_words();
    html! {
        <ul class="bars">{ for props.score.categories.iter().map(|category| {
            let content = kit.pack.category(category.category);
            let share = 100.0 * category.tally.points.to_f64() / category.tally.max.to_f64().max(1.0);
            let open = category.items - category.rated;
            html! {
                <li key={content.id.clone()}>
                    <span class="name">{ format!("{} {}", content.number, text.category(&content.id)) }</span>
                    <svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect class="band-0" width="100" height="10" /><rect class="band-4" width={format!("{share:.2}")} height="10" /></svg>
                    <span class="figures"><b>{ category.tally.points.to_string() }</b>{ format!(" / {}", category.tally.max) }
                        if open > 0 { <small>{ fill(kit.words().category_open, &[("n", &open.to_string())]) }</small> }</span>
                </li>
            }
        }) }</ul>
    }
}
