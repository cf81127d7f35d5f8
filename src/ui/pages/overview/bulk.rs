//! What is done to several items at once: handing them out, one rating for all of them, taking their ratings away. Each is one step
//! of undo and asks before it is done.

use super::View;
use crate::assessment::{Action, ItemChange, Percent};
use crate::browser::page;
use crate::criteria::ItemSlot;
use crate::language::fill;
use crate::ui::fields::{Entry, options, select};
use crate::ui::kit::{Kit, Notice};
use crate::ui::pages::departments;
use crate::ui::route::Route;
use yew::prelude::*;

/// Id of the list with the rating for all.
const PERCENT: &str = "bulk-percent";

pub(super) fn bar(view: &View<'_>, picked: &[ItemSlot]) -> Html {
    let words = view.kit.words();
    let step = view.kit.pack.structure().scoring.step;
    let none = Entry {
        value: String::new(),
        label: words.not_chosen().to_owned(),
        // Else the browser takes the last one, a full rating.
        chosen: true,
    };
    let entries = (0..=100).filter_map(|value| Percent::new(value, step)).map(|percent| Entry {
        value: percent.value().to_string(),
        label: percent.to_string(),
        chosen: false,
    });
    let disabled = picked.is_empty();
    let button = |act: &'static str, label: &'static str| html! { <button type="button" class="btn" data-act={act} {disabled}>{ label }</button> };
    html! {
        <div class="row bulk controls" role="group" aria-label={words.overview_bulk()}>
            <span class="small" role="status">{ fill(words.overview_picked(), &[("n", &picked.len().to_string())]) }</span>
            { button("hand-out", words.departments_hand_out()) }
            <span class="row pair">{ select(PERCENT.to_owned(), "short", Some(words.overview_percent().to_owned()), options(std::iter::once(none).chain(entries)), |_| {}) }{ button("rate", words.overview_rate()) }</span>
            { button("unrate", words.overview_unrate()) }
        </div>
    }
}

pub(super) fn perform(kit: &Kit, id: &str, act: &str, picked: &[ItemSlot]) {
    match act {
        "hand-out" => {
            departments::choose(id, picked);
            page::want(departments::NAME);
            page::go(&Route::Departments { id: id.to_owned() }.href());
        }
        "rate" => {
            let percent = page::value(PERCENT).parse().ok();
            match percent.and_then(|value| Percent::new(value, kit.pack.structure().scoring.step)) {
                Some(percent) => rate(kit, picked, percent),
                None => page::focus(PERCENT),
            }
        }
        "unrate" => unrate(kit, picked),
        _ => {}
    }
}

/// How many of the items are rated as it is now, not as it was drawn.
fn rated(kit: &Kit, picked: &[ItemSlot]) -> Vec<ItemSlot> {
    let open = kit.store.snapshot();
    let is_rated = |slot: &&ItemSlot| open.as_ref().is_some_and(|open| open.assessment.item(**slot).percent.is_some());
    picked.iter().filter(is_rated).copied().collect()
}

fn rate(kit: &Kit, picked: &[ItemSlot], percent: Percent) {
    let words = kit.words();
    let rated = rated(kit, picked).len();
    let values = [
        ("n", &*picked.len().to_string()),
        ("percent", &percent.to_string()),
        ("rated", &rated.to_string()),
    ];
    let question = if rated == 0 {
        words.overview_rate_question()
    } else {
        words.overview_rate_question_rated()
    };
    if page::confirm(&fill(question, &values)) {
        set(kit, picked, Some(percent));
        kit.notify.emit(Notice::good(fill(words.overview_rated(), &values)));
    }
}

fn unrate(kit: &Kit, picked: &[ItemSlot]) {
    let words = kit.words();
    let rated = rated(kit, picked);
    let n = [("n", &*rated.len().to_string())];
    if rated.is_empty() {
        kit.notify.emit(Notice::bad(words.overview_nothing_rated()));
    } else if page::confirm(&fill(words.overview_unrate_question(), &n)) {
        set(kit, &rated, None);
        kit.notify.emit(Notice::good(fill(words.overview_unrated(), &n)));
    }
}

/// As one step of undo.
fn set(kit: &Kit, items: &[ItemSlot], percent: Option<Percent>) {
    let actions = items.iter().map(|slot| Action::Item(*slot, ItemChange::Percent(percent)));
    kit.store.dispatch(Action::Several(actions.collect()));
}
