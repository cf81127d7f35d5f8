//! The second place beside the browser: a folder of the user's own, or the reminder of a backup file.

use crate::browser::{clock, folder as device};
use crate::language::fill;
use crate::ui::kit::{Kit, Notice};
use crate::ui::parts::back_up_open;
use crate::ui::way_back::folder::{self, Second};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

pub(super) fn second(kit: &Kit, state: &Second, overdue: Option<u32>) -> Html {
    let words = kit.words();
    let button = |act: &'static str, label: &'static str, class: &'static str| html! { <button type="button" {class} data-act={act}>{ label }</button> };
    let due = overdue.map(|days| fill(words.second_backup_due(), &[("n", &days.to_string())]));
    let body = match state {
        _ if !device::is_offered() => html! { <p>{ words.second_not_offered() }</p> },
        Second::Unknown => html! { <p class="muted">{ words.second_waiting() }</p> },
        Second::None => html! { <div class="row">{ button("choose", words.second_choose(), "btn main") }</div> },
        Second::Closed(folder) => html! {
            <><p>{ fill(words.second_closed(), &[("folder", folder)]) }</p>
                <div class="row">{ button("reopen", words.second_reopen(), "btn main") }{ button("stop", words.second_stop(), "btn quiet") }</div></>
        },
        Second::Written { folder, name, at } => html! {
            <><p>{ fill(words.second_written(), &[("folder", folder), ("name", name), ("time", &clock::short(*at))]) }</p>
                <div class="row">{ button("choose", words.second_other(), "btn quiet") }{ button("stop", words.second_stop(), "btn quiet") }</div></>
        },
        Second::Changed(name) => html! {
            <><p class="problem" role="alert">{ fill(words.second_changed(), &[("name", name)]) }</p>
                <div class="row">{ button("merge", words.second_merge(), "btn main") }{ button("stop", words.second_stop(), "btn quiet") }</div></>
        },
        Second::Failed(folder) => html! {
            <><p class="problem" role="alert">{ fill(words.second_failed(), &[("folder", folder)]) }</p>
                <div class="row">{ button("retry", words.second_retry(), "btn main") }{ button("choose", words.second_other(), "btn") }{ button("stop", words.second_stop(), "btn quiet") }</div></>
        },
    };
    html! {
        <section class="sheet stack-s" aria-labelledby="second"><h2 id="second">{ words.second_title() }</h2><p class="small">{ words.second_why() }</p>
            { body }
            { for due.map(|due| html! { <p>{ due }</p> }) }
            <div class="row">{ button("backup", words.second_backup(), "btn") }</div></section>
    }
}

pub(super) fn act(kit: &Kit, act: &str) {
    let (kit, words) = (kit.clone(), kit.words());
    match act {
        "backup" => back_up_open(&kit),
        "retry" => folder::write_now(&kit.store),
        "choose" => spawn_local(async move {
            if !folder::choose(kit.clone()).await {
                kit.notify.emit(Notice::bad(words.second_refused()));
            }
        }),
        "reopen" => spawn_local(folder::reopen(kit)),
        "stop" => spawn_local(folder::stop(kit)),
        "merge" => spawn_local(async move {
            kit.notify.emit(match folder::merge(kit.clone()).await {
                true => Notice::good(words.second_merged()),
                false => Notice::bad(words.second_not_merged()),
            });
        }),
        _ => {}
    }
}
