//! The improvement plan: actions by their gain for the effort, one of them beside the list with its fields, targets for the
//! items, and what the total would be.

mod form;
mod list;
mod outlook;
mod targets;

use crate::assessment::{Action, Assessment, ImprovementChange, new_opportunities};
use crate::browser::chance::drawn;
use crate::browser::page;
use crate::criteria::ItemSlot;
use crate::language::fill;
use crate::report::say;
use crate::ui::kit::{Kit, Notice};
use crate::ui::parts::{adopt, on_button};
use crate::ui::route::Route;
use std::rc::Rc;
use yew::prelude::*;

/// What the parts of the page are made from.
struct View<'a> {
    kit: &'a Kit,
    assessment: &'a Assessment,
    id: &'a str,
    /// The action shown, by its position.
    chosen: Option<usize>,
}

/// The page; `action` is the id of the action shown.
pub fn improvement_page(kit: &Kit, assessment: &Assessment, id: &str, action: Option<&str>) -> Html {
    let words = kit.words();
    let actions = &assessment.improvement.actions;
    let view = View {
        kit,
        assessment,
        id,
        chosen: action.and_then(|id| actions.iter().position(|action| *action.id == *id)),
    };
    let onclick = {
        let (kit, id, chosen) = (kit.clone(), id.to_owned(), view.chosen);
        on_button("data-act", move |act| perform(&kit, &id, chosen, &act))
    };
    html! {
        <main class="page" key="improvement" {onclick}>
            <div class="stack-s lead"><h1>{ words.improvement_title() }</h1><p class="small">{ words.improvement_intro() }</p>
                <div class="row"><button type="button" class="btn main" data-act="add">{ words.improvement_add() }</button></div></div>
            <div class="stack">{ list::list(&view) }{ outlook::outlook(&view) }{ opportunities(&view) }{ targets::targets(&view) }</div>
            <aside class="aside first">{ form::form(&view) }</aside>
        </main>
    }
}

/// The items whose opportunities are no actions yet, each with a button that makes them some.
fn opportunities(view: &View<'_>) -> Html {
    let (kit, words, plan) = (view.kit, view.kit.words(), &view.assessment.improvement);
    let rows = kit.pack.items().filter_map(|(slot, item)| {
        let text = &view.assessment.item(slot).opportunities;
        let new = new_opportunities(plan, &item.id, text);
        if new.is_empty() {
            return None;
        }
        let name = say::item_name(&kit.pack, kit.language, slot);
        let label = fill(words.improvement_adopt_of(), &[("item", &name)]);
        Some(html! {
            <li key={slot.0}><div class="title"><a href={Route::item(view.id, &kit.pack, slot).href()}>{ name }</a>
                <span class="pts"><button type="button" class="btn" data-act={["adopt ", &slot.0.to_string()].concat()} aria-label={label}>{ fill(words.improvement_adopt(), &[("n", &new.len().to_string())]) }</button></span></div>
                <p class="small">{ text.to_string() }</p></li>
        })
    });
    let rows: Vec<Html> = rows.collect();
    if rows.is_empty() {
        return Html::default();
    }
    html! {
        <section class="sheet"><details open={plan.actions.is_empty()}>
            <summary><h2>{ words.improvement_opportunities() }</h2>{ " " }<span class="small muted">{ rows.len() }</span></summary>
            <p class="small">{ words.improvement_opportunities_note() }</p><ul class="plain packs">{ for rows }</ul></details></section>
    }
}

/// What the buttons of the page do.
fn perform(kit: &Kit, id: &str, chosen: Option<usize>, act: &str) {
    let Some(open) = kit.store.snapshot() else { return };
    let plan = &open.assessment.improvement;
    if let Some(slot) = act.strip_prefix("adopt ").and_then(|at| at.parse().ok()).map(ItemSlot) {
        adopt(kit, slot);
        return;
    }
    match (act, chosen.and_then(|at| Some((at, plan.actions.get(at)?)))) {
        ("add", _) => {
            kit.store.dispatch(Action::Improve(ImprovementChange::Add(drawn(), Rc::default())));
            let Some(open) = kit.store.snapshot() else { return };
            if let Some(new) = open.assessment.improvement.actions.last() {
                page::go(&Route::improvement(id, &new.id).href());
            }
        }
        ("remove", Some((at, action))) => {
            let told = fill(
                kit.words().improvement_removed(),
                &[("action", &say::action_name(kit.language, at, &action.title))],
            );
            kit.store.dispatch(Action::Improve(ImprovementChange::Remove(at)));
            page::go(&Route::Improvement { id: id.to_owned() }.href());
            kit.notify.emit(Notice::good(told));
        }
        _ => {}
    }
}
