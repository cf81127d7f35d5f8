//! The top line: which organisation, under which criteria, is it saved, how many points, how much is rated.

use crate::assessment::{Assessment, ProfileText};
use crate::browser::page;
use crate::browser::storage::StorageError;
use crate::language::{Language, Words, fill};
use crate::scoring::score;
use crate::ui::kit::{Kit, use_kit};
use crate::ui::route::Route;
use crate::ui::store::{SaveState, Snapshot};
use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;
use yew::prelude::*;
use yew_router::prelude::*;

#[derive(Properties, PartialEq)]
pub struct TopProps {
    pub snapshot: Option<Snapshot>,
}

#[component]
pub fn Top(props: &TopProps) -> Html {
    let kit = use_kit();
    let words = kit.words();
    use_undo_keys(&kit);
    let name = props.snapshot.as_ref().map(|open| organisation_name(&open.assessment, words));
    html! {
        <header class="top">
            <a href={Route::Home.href()} class="mark-link"><span class="mark" aria-hidden="true">{ "质" }</span><span class="hidden">{ words.nav_home }</span></a>
            <div class="org">
                <b>{ name.unwrap_or_else(|| words.kit_name.to_owned()) }</b>
                <small class="muted">{ kit.pack_words().short().to_owned() }</small>
            </div>
            <div class="tools">
                if let Some(open) = &props.snapshot {
                    <Undo can_undo={open.can_undo} can_redo={open.can_redo} />
                }
                if props.snapshot.is_none() { <a class="icon" href={Route::Settings.href()}>{ words.settings_title }</a> }
                <LanguageSwitch />
            </div>
            if let Some(open) = &props.snapshot {
                <Saved save={open.save.clone()} />
                { total(&kit, open) }
            }
        </header>
    }
}

fn total(kit: &Kit, open: &Snapshot) -> Html {
    let score = score(&kit.pack, &open.assessment);
    let rated = fill(
        kit.words().top_rated,
        &[("rated", &score.rated().to_string()), ("items", &score.items.len().to_string())],
    );
    html! {
        <div class="total">
            <span><b data-testid="total">{ score.total.points.to_string() }</b><span class="small">{ format!(" / {}", score.total.max) }</span></span>
            <small>{ rated }</small>
        </div>
    }
}

/// The organisation's name, or that it has none yet.
pub fn organisation_name(assessment: &Assessment, words: &Words) -> String {
    let name = assessment.organisation.text(ProfileText::Name).trim().to_owned();
    if name.is_empty() { words.unnamed_organisation.to_owned() } else { name }
}

#[derive(Properties, PartialEq)]
struct UndoProps {
    can_undo: bool,
    can_redo: bool,
}

#[component]
fn Undo(props: &UndoProps) -> Html {
    let kit = use_kit();
    let words = kit.words();
    let (back, forward) = (kit.store.clone(), kit.store.clone());
    html! {
        <>
            <button type="button" class="icon" title={words.top_undo} aria-label={words.top_undo} disabled={!props.can_undo} onclick={move |_| back.undo()}>
                <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true"><path d="M8 4 3.5 8.5 8 13M4 8.5h7.5a4.5 4.5 0 0 1 0 9H8" /></svg>
            </button>
            <button type="button" class="icon" title={words.top_redo} aria-label={words.top_redo} disabled={!props.can_redo} onclick={move |_| forward.redo()}>
                <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true"><path d="m12 4 4.5 4.5L12 13M16 8.5H8.500a4.500 4.500 0 0 0 0 9H12" /></svg>
            </button>
        </>
    }
}

#[component]
fn LanguageSwitch() -> Html {
    let kit = use_kit();
    let other = if kit.language == Language::Zh { Language::En } else { Language::Zh };
    let set = kit.set_language.clone();
    html! { <button type="button" class="icon lang" lang={other.tag()} onclick={move |_| set.emit(other)}>{ other.words().language_name }</button> }
}

#[derive(Properties, PartialEq)]
struct SavedProps {
    save: SaveState,
}

#[component]
fn Saved(props: &SavedProps) -> Html {
    let kit = use_kit();
    let words = kit.words();
    let (class, text) = match &props.save {
        SaveState::Pending | SaveState::Saving => ("saving", words.saved_saving.to_owned()),
        SaveState::Saved(time) => ("good", fill(words.saved_at, &[("time", time)])),
        SaveState::Failed(_) => ("bad", words.saved_not.to_owned()),
    };
    html! {
        <>
            <div class={classes!("saved", class)} role="status"><span class="dot" aria-hidden="true"></span><span>{ text }</span></div>
            if let SaveState::Failed(error) = &props.save { <Unsaved error={*error} /> }
        </>
    }
}

#[derive(Properties, PartialEq)]
struct UnsavedProps {
    error: StorageError,
}

/// What to do when something could not be saved.
#[component]
fn Unsaved(props: &UnsavedProps) -> Html {
    let kit = use_kit();
    let words = kit.words();
    let navigator = use_navigator();
    let retry = {
        let store = kit.store.clone();
        move |_| store.retry()
    };
    let copy = {
        let store = kit.store.clone();
        move |_| {
            if let (Some(id), Some(navigator)) = (store.keep_as_copy(), &navigator) {
                navigator.push(&Route::Organisation { id });
            }
        }
    };
    let backup = {
        let kit = kit.clone();
        move |_| crate::ui::parts::download_backup(&kit)
    };
    html! {
        <div class="alert" role="alert">
            <p>{ storage_words(words, props.error) }</p>
            <div class="row">
                if props.error == StorageError::Newer {
                    <button type="button" class="btn" onclick={copy}>{ words.saved_keep_copy }</button>
                } else {
                    <button type="button" class="btn" onclick={retry}>{ words.saved_retry }</button>
                }
                <button type="button" class="btn" onclick={backup}>{ words.backup_save }</button>
            </div>
        </div>
    }
}

/// What a failure of storage means and what to do now.
pub fn storage_words(words: &Words, error: StorageError) -> &'static str {
    match error {
        StorageError::Blocked => words.storage_blocked,
        StorageError::Full => words.storage_full,
        StorageError::Newer => words.storage_newer,
        StorageError::Failed => words.storage_failed,
    }
}

/// Ctrl+Z and Ctrl+Y (Command on a Mac) outside of text fields, which have an undo of their own.
#[hook]
fn use_undo_keys(kit: &Kit) {
    let store = kit.store.clone();
    use_effect_with((), move |()| {
        let keys = EventListener::new_with_options(
            &gloo::utils::document(),
            "keydown",
            gloo::events::EventListenerOptions::enable_prevent_default(),
            move |event| {
                let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
                if !(event.ctrl_key() || event.meta_key()) || event.alt_key() || page::is_writing() {
                    return;
                }
                match (event.key().to_ascii_lowercase().as_str(), event.shift_key()) {
                    ("z", false) => store.undo(),
                    ("z", true) | ("y", false) => store.redo(),
                    _ => return,
                }
                event.prevent_default();
            },
        );
        move || drop(keys)
    });
}
