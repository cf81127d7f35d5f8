//! Training of assessors: cases begun, being scored and finished on this device, and what every trainee has done so far. A
//! case is scored on the page of scoring copies ([`super::scoring`]), blind to its reference.

mod begin;
mod certificate;
mod ending;
mod group;
mod items;
mod missed;
mod record;
mod records;
mod result;
mod runs;
mod several;

pub(super) use ending::{ending, finished};
pub(super) use result::result;

use crate::browser::page;
use crate::browser::panels::{self, Kind};
use crate::browser::storage::StorageError;
use crate::browser::training::Place;
use crate::ui::fields::{KeptInput, Written};
use crate::ui::kit::{Kit, use_kit};
use crate::ui::parts::{files_target, on_button};
use crate::ui::route::Route;
use crate::ui::shell::storage_words;
use records::{Kept, kept_records};
use runs::{Run, kept_runs};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// Id of the input that picks files.
const FILES: &str = "training-file";
/// Id of the field with the trainee's name.
const TRAINEE: &str = "trainee";

/// What this device keeps of the training, as keys and contents.
type Stored = Rc<Vec<(String, String)>>;

#[component]
pub fn TrainingPage() -> Html {
    let kit = use_kit();
    let words = kit.words();
    let stored = use_state(|| None::<Result<Stored, StorageError>>);
    let reload = {
        let setter = stored.setter();
        use_callback((), move |(), ()| {
            let setter = setter.clone();
            spawn_local(async move { setter.set(Some(panels::list(Kind::Training).await.map(Rc::new))) });
        })
    };
    {
        let (reload, shelf) = (reload.clone(), kit.shelf.clone());
        use_effect_with((), move |()| {
            shelf.want_all();
            reload.emit(());
        });
    }
    let (runs, records): (Vec<Run>, Vec<Kept>) = match &*stored {
        Some(Ok(stored)) => (kept_runs(&kit, stored), kept_records(stored)),
        _ => (Vec::new(), Vec::new()),
    };
    let target = {
        let (kit, reload) = (kit.clone(), reload.clone());
        files_target(FILES, ".json,application/json", move |files| begin::take(&kit, files, &reload))
    };
    let onclick = {
        let (kit, reload) = (kit.clone(), reload.clone());
        let stored = stored.as_ref().and_then(|stored| stored.clone().ok()).unwrap_or_default();
        on_button("data-act", move |act| perform(&kit, &stored, &reload, &act))
    };
    html! {
        <main class="page wide" key="training" {onclick} ondragover={target.over} ondrop={target.drop}><div class="stack">
            <div class="stack-s"><h1>{ words.training_title() }</h1><p class="small">{ words.training_intro() }</p></div>
            { target.input }
            { beginning(&kit, runs.first().map(|run| run.trainee.clone()).unwrap_or_default()) }
            { match &*stored {
                None => html! { <p class="muted">{ words.open_reading() }</p> },
                Some(Err(error)) => html! { <section class="sheet"><p role="alert">{ storage_words(words, *error) }</p></section> },
                Some(Ok(_)) => html! { <>{ runs::list(&kit, &runs) }{ records::section(&kit, &records) }{ group::section(&kit, &records) }</> },
            } }
            <p><a href={Route::Home.href()}>{ words.nav_home() }</a></p>
        </div></main>
    }
}

fn beginning(kit: &Kit, trainee: String) -> Html {
    let words = kit.words();
    html! {
        <section class="sheet stack-s" aria-labelledby="begin"><h2 id="begin">{ words.training_begin() }</h2>
            <div class="field narrow"><label for={TRAINEE}>{ words.training_trainee() }</label><KeptInput id={TRAINEE} written={Written::Word} value={trainee} onchange={Callback::noop()} /></div>
            <div class="row"><button type="button" class="btn main" data-act="begin manufacturing">{ words.training_case_manufacturing() }</button>
                <button type="button" class="btn main" data-act="begin service">{ words.training_case_service() }</button>
                <button type="button" class="btn" data-act="own">{ words.training_case_own() }</button></div>
            <p class="small">{ words.training_cases_note() }</p>
        </section>
    }
}

fn perform(kit: &Kit, stored: &Stored, reload: &Callback<()>, act: &str) {
    let (act, name) = act.split_once(' ').unwrap_or((act, ""));
    let content = |place: &Place| {
        let key = place.key();
        stored.iter().find(|(known, _)| *known == key).map(|(_, content)| content.clone())
    };
    let (run, record) = (Place::Run(name.to_owned()), Place::Record(name.to_owned()));
    match act {
        "begin" => begin::shipped(kit, name),
        "own" if begin::trainee(kit).is_some() => page::click(FILES),
        "open" => page::click(FILES),
        "again" => begin::again(kit, content(&run)),
        "remove" => runs::remove(kit, run, content(&Place::Run(name.to_owned())), reload),
        "save" => records::save(kit, name, content(&record)),
        "certificate" => certificate::make(kit, content(&record)),
        "erase" => records::erase(kit, name, reload),
        _ => {}
    }
}
