//! The list of earlier versions, the latest first, and the way to keep one now.

use super::{called, compare, restoring, second};
use crate::archive::versions::Occasion;
use crate::assessment::Assessment;
use crate::browser::page;
use crate::browser::storage::StorageError;
use crate::browser::versions::{self, Version};
use crate::language::fill;
use crate::ui::app::{Part, WayBack, given, load};
use crate::ui::kit::{Kit, Notice, use_kit};
use crate::ui::parts::{day_and_time, on_button};
use crate::ui::route::Route;
use crate::ui::shell::storage_words;
use crate::ui::way_back::folder::Second;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// Id of the field with the name of a version that is kept now.
const NAME: &str = "version-name";

#[derive(Properties, PartialEq)]
pub struct VersionsPageProps {
    pub id: Rc<str>,
    /// What stands now: when it is restored, a version more is there.
    pub assessment: Rc<Assessment>,
    pub second: Second,
    /// For how many days there was no backup outside of the browser, where that is long.
    pub overdue: Option<u32>,
}

#[component]
pub fn VersionsPage(props: &VersionsPageProps) -> Html {
    let kit = use_kit();
    let words = kit.words();
    let found = use_state(|| None::<Result<Vec<Version>, StorageError>>);
    let reload = {
        let (found, id) = (found.setter(), props.id.clone());
        use_callback((), move |(), ()| {
            let (found, id) = (found.clone(), id.clone());
            spawn_local(async move { found.set(Some(versions::list(&id).await)) });
        })
    };
    {
        let reload = reload.clone();
        use_effect_with(props.assessment.clone(), move |_| reload.emit(()));
    }
    let onclick = {
        let (kit, id) = (kit.clone(), props.id.clone());
        on_button("data-act", move |act| {
            match act.split_once(' ').map(|(act, at)| (act, at.parse().unwrap_or(0.0))) {
                Some(("restore", at)) => restoring::restore(&kit, &id, at),
                Some((_, at)) => compare(&kit, &id, at),
                None if act == "keep" => keep(&kit, reload.clone()),
                None => second::act(&kit, &act),
            }
        })
    };
    let listed = match &*found {
        None => html! { <p class="muted">{ words.open_reading() }</p> },
        Some(Err(error)) => html! { <p class="problem" role="alert">{ storage_words(words, *error) }</p> },
        Some(Ok(all)) if all.is_empty() => html! { <p>{ words.versions_none() }</p> },
        Some(Ok(all)) => table(&kit, &props.id, all),
    };
    html! {
        <main class="page wide" key="versions"><div class="stack" {onclick}>
            <div class="stack-xs"><h1>{ words.versions_title() }</h1><p>{ words.versions_intro() }</p></div>
            <section class="sheet stack-s" aria-labelledby="keep"><h2 id="keep">{ words.versions_keep_title() }</h2>
                <div class="field"><label for={NAME}>{ words.versions_name() }</label><div class="row"><input id={NAME} class="input short" maxlength="80" aria-describedby="version-hint" />
                    <button type="button" class="btn main" data-act="keep">{ words.versions_keep() }</button></div>
                    <p class="small muted" id="version-hint">{ words.versions_name_hint() }</p></div></section>
            { second::second(&kit, &props.second, props.overdue) }
            <section class="sheet stack-s" aria-labelledby="list"><h2 id="list">{ words.versions_list() }</h2>
                { listed }<p class="small muted">{ words.versions_rule() }</p></section>
        </div></main>
    }
}

fn table(kit: &Kit, id: &Rc<str>, all: &[Version]) -> Html {
    let words = kit.words();
    html! {
        <div class="scroll" tabindex="0" role="group" aria-label={words.versions_list()}><table class="facts parts">
            <thead><tr><th scope="col">{ words.versions_when() }</th><th scope="col">{ words.versions_what() }</th><th scope="col" class="r">{ words.versions_points() }</th><th scope="col" class="r">{ words.versions_rated() }</th><th scope="col"><span class="hidden">{ words.column_actions() }</span></th></tr></thead>
            <tbody>{ for all.iter().map(|version| {
                let when = day_and_time(kit.language, version.at);
                let of = |text: &str| fill(text, &[("when", &when)]);
                let route = Route::Version { id: id.to_string(), at: version.at.to_string() };
                html! {
                    <tr key={version.at.to_string()}><th scope="row"><a href={route.href()} aria-label={of(words.versions_look_of())}>{ when.clone() }</a></th>
                        <td>{ called(words, version) }</td><td class="r">{ version.points.clone() }</td><td class="r">{ format!("{} / {}", version.rated, version.items) }</td>
                        <td class="r acts"><button type="button" class="btn quiet" data-act={format!("compare {}", version.at)} aria-label={of(words.versions_compare_of())}>{ words.versions_compare() }</button>
                            <button type="button" class="btn quiet" data-act={format!("restore {}", version.at)} aria-label={of(words.versions_restore_of())}>{ words.versions_restore() }</button></td></tr>
                }
            }) }</tbody></table></div>
    }
}

/// Keeps what stands now, under the name in the field.
fn keep(kit: &Kit, kept: Callback<()>) {
    let name = page::value(NAME).split_whitespace().collect::<Vec<&str>>().join(" ");
    let kit = kit.clone();
    spawn_local(async move {
        let words = kit.words();
        let outcome = match load(Part::WayBack).await {
            Ok(()) => given::<WayBack>(Part::WayBack).zip(kit.store.former()),
            Err(_) => None,
        };
        let told = match outcome {
            None => Notice::bad(words.part_missing_note()),
            Some((way_back, former)) => match (way_back.keep)(former, Occasion::Asked, name).await {
                Ok(()) => {
                    page::take_value(NAME);
                    kept.emit(());
                    Notice::good(words.versions_kept())
                }
                Err(error) => Notice::bad(storage_words(words, error)),
            },
        };
        kit.notify.emit(told);
    });
}
