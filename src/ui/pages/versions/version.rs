//! One earlier version to look at: what it holds as the submission shows it, which cannot be changed, and what can be done
//! with it.

use super::{called, compare, restoring};
use crate::archive::Project;
use crate::browser::page;
use crate::browser::versions::{self, Version};
use crate::criteria::Pack;
use crate::language::fill;
use crate::report::{Options, submission};
use crate::ui::fields::AskedField;
use crate::ui::kit::{Kit, Notice, use_kit};
use crate::ui::parts::{day_and_time, long_document, on_button};
use crate::ui::route::Route;
use crate::ui::shell::storage_words;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// Id of the field with its name.
const NAME: &str = "version-name";

#[derive(Properties, PartialEq)]
pub struct VersionPageProps {
    pub id: Rc<str>,
    /// The moment that names it.
    pub at: f64,
}

/// What was read of it.
#[derive(Clone, PartialEq)]
struct Read {
    /// None where the list has it no more.
    version: Option<Version>,
    /// Or why it cannot be read, in a sentence.
    content: Result<(Rc<Pack>, Project), String>,
}

#[component]
pub fn VersionPage(props: &VersionPageProps) -> Html {
    let kit = use_kit();
    let words = kit.words();
    let read = use_state(|| None::<Read>);
    {
        let (kit, id, at, setter) = (kit.clone(), props.id.clone(), props.at, read.setter());
        use_effect_with((), move |()| {
            spawn_local(async move {
                let content = restoring::read(&kit, &id, at).await;
                let all = versions::list(&id).await.unwrap_or_default();
                let version = all.into_iter().find(|version| version.at == at);
                setter.set(Some(Read { version, content }));
            });
        });
    }
    let document = {
        let kit = kit.clone();
        use_memo(((*read).clone(), kit.language), move |(read, language)| {
            let (pack, project) = read.as_ref()?.content.as_ref().ok()?;
            Some(Rc::new(submission(pack, &project.assessment, *language, &Options::default())))
        })
    };
    let when = day_and_time(kit.language, props.at);
    let onclick = {
        let (kit, id, at) = (kit.clone(), props.id.clone(), props.at);
        on_button("data-act", move |act| match &*act {
            "restore" => restoring::restore(&kit, &id, at),
            "compare" => compare(&kit, &id, at),
            "rename" => rename(&kit, &id, at),
            _ => remove(&kit, &id, at),
        })
    };
    let list = Route::Versions { id: props.id.to_string() }.href();
    html! {
        <main class="page wide" key="version" aria-busy={read.is_none().to_string()}><div class="stack" {onclick}>
            <div class="stack-xs"><p class="crumbs"><a href={list}>{ words.versions_title() }</a></p><h1>{ fill(words.versions_of(), &[("when", &when)]) }</h1></div>
            { match &*read {
                None => html! { <p class="muted">{ words.open_reading() }</p> },
                Some(Read { version, content }) => html! {
                    <>
                        if let Some(version) = version { { told(&kit, version, content.is_ok()) } }
                        if let Err(sentence) = content { <p class="problem" role="alert">{ sentence.clone() }</p> }
                    </>
                },
            } }
            { for (*document).iter().map(|document| html! { <section class="stack-s printed" aria-labelledby="preview"><h2 id="preview" class="hidden">{ words.draft_preview() }</h2>{ long_document(document, words.not_written()) }</section> }) }
        </div></main>
    }
}

/// What the list knows of it, and what can be done with it.
fn told(kit: &Kit, version: &Version, readable: bool) -> Html {
    let words = kit.words();
    html! {
        <section class="sheet stack-s" aria-label={called(words, version)}>
            <div class="row told"><b>{ called(words, version) }</b><span>{ format!("{} {}", words.versions_points(), version.points) }</span><span>{ format!("{} {} / {}", words.versions_rated(), version.rated, version.items) }</span></div>
            <p class="small">{ words.versions_read_only() }</p>
            <div class="row">
                <button type="button" class="btn main" data-act="restore" disabled={!readable}>{ words.versions_restore() }</button>
                <button type="button" class="btn" data-act="compare" disabled={!readable}>{ words.versions_compare() }</button>
                <button type="button" class="btn quiet" data-act="remove">{ words.versions_remove() }</button></div>
            <div class="field"><label for={NAME}>{ words.versions_name() }</label><div class="row"><AskedField id={NAME} class="input short" value={version.name.clone()} />
                <button type="button" class="btn" data-act="rename">{ words.versions_rename() }</button></div></div>
        </section>
    }
}

fn rename(kit: &Kit, id: &Rc<str>, at: f64) {
    let name = page::value(NAME).split_whitespace().collect::<Vec<&str>>().join(" ");
    let (kit, id) = (kit.clone(), id.clone());
    spawn_local(async move {
        let words = kit.words();
        kit.notify.emit(match versions::rename(&id, at, &name).await {
            Ok(()) => Notice::good(words.versions_renamed()),
            Err(error) => Notice::bad(storage_words(words, error)),
        });
    });
}

fn remove(kit: &Kit, id: &Rc<str>, at: f64) {
    let words = kit.words();
    let when = day_and_time(kit.language, at);
    if !page::confirm(&fill(words.versions_remove_question(), &[("when", &when)])) {
        return;
    }
    let (kit, id) = (kit.clone(), id.clone());
    spawn_local(async move {
        let words = kit.words();
        kit.notify.emit(match versions::remove(&id, at).await {
            Ok(()) => {
                page::go(&Route::Versions { id: id.to_string() }.href());
                Notice::good(words.versions_removed())
            }
            Err(error) => Notice::bad(storage_words(words, error)),
        });
    });
}
