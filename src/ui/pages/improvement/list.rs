//! The actions in the order of their gain for the effort.

use super::View;
use crate::assessment::ImprovementAction;
use crate::browser::clock;
use crate::language::{codes, fill};
use crate::report::say;
use crate::scoring::{Points, RankedAction, rank_actions};
use crate::ui::route::Route;
use yew::prelude::*;

pub(super) fn list(view: &View<'_>) -> Html {
    let words = view.kit.words();
    let ranked = rank_actions(&view.kit.pack, view.assessment);
    if ranked.is_empty() {
        return html! { <section class="sheet stack-s"><h2>{ words.improvement_actions() }</h2><p>{ words.improvement_none() }</p></section> };
    }
    let head = [
        (words.improvement_action(), ""),
        (words.improvement_effort(), "r"),
        (words.improvement_points(), "r"),
        (words.improvement_per_day(), "r"),
    ];
    html! {
        <section class="sheet stack-s"><div class="title"><h2>{ words.improvement_actions() }</h2><span class="pts small">{ words.improvement_by_rank() }</span></div>
            <div class="scroll" tabindex="0" role="group" aria-label={words.improvement_actions()}><table class="ranked">
                <thead><tr>{ for head.into_iter().map(|(title, class)| html! { <th scope="col" {class}>{ title }</th> }) }</tr></thead>
                <tbody>{ for ranked.iter().map(|ranked| row(view, ranked)) }</tbody></table></div>
            <p class="small">{ words.improvement_order() }</p></section>
    }
}

fn row(view: &View<'_>, ranked: &RankedAction) -> Html {
    let kit = view.kit;
    let Some(action) = view.assessment.improvement.actions.get(ranked.at) else {
        return Html::default();
    };
    let points = |points: Option<Points>| points.map_or_else(|| "–".to_owned(), |points| points.to_string());
    let here = view.chosen == Some(ranked.at);
    html! {
        <tr key={action.id.to_string()} class={here.then_some("group")}>
            <th scope="row"><a href={Route::improvement(view.id, &action.id).href()} aria-current={here.then_some("true")}>{ say::action_title(kit.language, ranked.at, &action.title) }</a>
                <div class="inline small">{ for ranked.item.map(|slot| html! { <span>{ say::item_name(&kit.pack, kit.language, slot) }</span> }) }{ about(view, action) }</div></th>
            <td class="r">{ effort(view, action) }</td><td class="r">{ points(ranked.points) }</td><td class="r">{ points(ranked.points_per_day()) }</td>
        </tr>
    }
}

/// How far it is, owner and last day, and what is amiss with them.
fn about(view: &View<'_>, action: &ImprovementAction) -> Html {
    let words = view.kit.words();
    let late = action.is_late(view.assessment.present_day(clock::today()));
    html! {
        <>
            <span class="tag">{ words.by_code(&codes::PROGRESS, action.progress.word()) }</span>
            { match action.owner.trim() {
                "" if action.is_live() => html! { <span class="tag w">{ words.improvement_no_owner() }</span> },
                owner => html! { <span>{ owner.to_owned() }</span> },
            } }
            { for action.due.map(|due| html! { <span>{ fill(words.improvement_due_on(), &[("due", &due.to_string())]) }</span> }) }
            if late { <span class="tag b">{ words.improvement_late() }</span> }
        </>
    }
}

fn effort(view: &View<'_>, action: &ImprovementAction) -> String {
    match (action.days, action.size) {
        (Some(days), _) => fill(view.kit.words().improvement_days_short(), &[("n", &days.to_string())]),
        (None, Some(size)) => say::action_size(view.kit.words(), size).to_owned(),
        (None, None) => "–".to_owned(),
    }
}
