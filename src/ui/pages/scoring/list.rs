//! The scoring copies of this device.

use crate::archive::open_scoring;
use crate::browser::page;
use crate::browser::panels::{self, Kind};
use crate::browser::storage::StorageError;
use crate::language::fill;
use crate::report::say;
use crate::ui::kit::{Kit, Notice, use_kit};
use crate::ui::parts::on_button;
use crate::ui::route::Route;
use crate::ui::shell::storage_words;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

type Copies = Result<Vec<(String, String)>, StorageError>;

#[component]
pub fn ScoringList() -> Html {
    let kit = use_kit();
    let words = kit.words();
    let copies = use_state(|| None::<Copies>);
    let reload = {
        let setter = copies.setter();
        use_callback((), move |(), ()| {
            let setter = setter.clone();
            spawn_local(async move { setter.set(Some(panels::list(Kind::Scoring).await)) });
        })
    };
    {
        let (reload, shelf) = (reload.clone(), kit.shelf.clone());
        use_effect_with((), move |()| {
            shelf.want_all();
            reload.emit(());
        });
    }
    let onclick = {
        let kit = kit.clone();
        on_button("data-remove", move |key| {
            if page::confirm(kit.words().scoring_remove_question()) {
                let (kit, reload) = (kit.clone(), reload.clone());
                spawn_local(async move {
                    if let Err(error) = panels::remove(Kind::Scoring, &key).await {
                        kit.notify.emit(Notice::bad(storage_words(kit.words(), error)));
                    }
                    reload.emit(());
                });
            }
        })
    };
    html! {
        <main class="page wide" key="copies" {onclick}><div class="stack">
            <div class="stack-s"><h1>{ words.scoring_list_title() }</h1><p class="small">{ words.scoring_list_note() }</p></div>
            <section class="sheet">{ match &*copies {
                None => html! { <p class="muted">{ words.open_reading() }</p> },
                Some(Err(error)) => html! { <p role="alert">{ storage_words(words, *error) }</p> },
                Some(Ok(copies)) if copies.is_empty() => html! { <p>{ words.scoring_list_empty() }</p> },
                Some(Ok(copies)) => html! { <ul class="figures plain">{ for copies.iter().map(|(key, content)| line(&kit, key, content)) }</ul> },
            } }</section>
            <p><a href={Route::Home.href()}>{ words.nav_home() }</a></p>
        </div></main>
    }
}

fn line(kit: &Kit, key: &str, content: &str) -> Html {
    let words = kit.words();
    let read = open_scoring(content.as_bytes()).and_then(|opened| {
        let reference = opened.pack().clone();
        let unknown = crate::archive::ReadError::UnknownPack {
            id: reference.id.clone(),
            edition: reference.edition.clone(),
        };
        opened.with_pack(kit.library.edition(&reference.id, &reference.edition).ok_or(unknown)?)
    });
    let (name, state) = match read {
        Ok(copy) => {
            let sheet = &copy.sheet;
            let values = [("assessor", &*sheet.assessor), ("organisation", &*sheet.subject.organisation)];
            let counts = [("rated", &*sheet.rated().to_string()), ("assigned", &*sheet.assigned.len().to_string())];
            (fill(words.scoring_of(), &values), fill(words.scoring_progress(), &counts))
        }
        Err(error) => (key[..key.len().min(12)].to_owned(), say::read_error(kit.language, &error)),
    };
    let label = [words.scoring_remove(), words.colon(), &name].concat();
    html! {
        <li key={key.to_owned()}><span><a href={Route::Scoring { key: key.to_owned() }.href()}><b>{ name }</b></a>{ " " }<small>{ state }</small></span>
            <button type="button" class="btn quiet" data-remove={key.to_owned()} aria-label={label}>{ words.scoring_remove() }</button></li>
    }
}
