//! What the top line says of the open assessment: undo and redo, whether it is saved, how many points, how much is rated.

use super::record_words;
use crate::assessment::{Assessment, ProfileText};
use crate::browser::storage::StorageError;
use crate::browser::{clock, page};
use crate::language::{Words, fill};
use crate::scoring::score;
use crate::ui::app::{Arrivals, Part, given, load};
use crate::ui::kit::{Kit, Notice};
use crate::ui::parts::key_of;
use crate::ui::route::Route;
use crate::ui::store::{SaveState, Snapshot, Store};
use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::KeyboardEvent;
use yew::prelude::*;

/// Whether the open assessment is saved, and its total.
pub fn standing(kit: &Kit, open: &Snapshot) -> Html {
    html! {
        <>
            { saved(kit, &open.save) }
            if open.part.is_none() { { total(kit, open) } }
        </>
    }
}

fn total(kit: &Kit, open: &Snapshot) -> Html {
    let score = score(&kit.pack, &open.assessment);
    let rated = fill(
        kit.words().top_rated(),
        &[("rated", &score.rated().to_string()), ("items", &score.counted().to_string())],
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
    if name.is_empty() { words.unnamed_organisation().to_owned() } else { name }
}

/// Finding, undo, redo and the backup.
pub fn undo_tools(kit: &Kit, open: &Snapshot, find: &Callback<MouseEvent>) -> Html {
    let words = kit.words();
    let (back, forward, saver) = (kit.store.clone(), kit.store.clone(), kit.clone());
    html! {
        <>
            <button type="button" class="find icon" title={words.finder_keys_short()} onclick={find}>
                <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true"><path d="M8.5 3a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11M12.5 12.5 17 17" /></svg><span>{ words.finder_hint() }</span>
            </button>
            { icon_button(words.top_undo(), "M8 4 3.5 8.5 8 13M4 8.5h7.5a4.5 4.5 0 0 1 0 9H8", open.can_undo, Callback::from(move |_| back.undo())) }
            { icon_button(words.top_redo(), "m12 4 4.5 4.5L12 13M16 8.5H8.5a4.5 4.5 0 0 0 0 9H12", open.can_redo, Callback::from(move |_| forward.redo())) }
            if open.part.is_none() { { icon_button(words.backup_short(), "M10 3v9M6.5 8.5 10 12l3.5-3.5M3.5 13v3.5h13V13", true, Callback::from(move |_| back_up(saver.clone()))) } }
        </>
    }
}

/// Saves the ordinary backup, whose code comes when it is asked for.
fn back_up(kit: Kit) {
    spawn_local(async move {
        let arrivals = load(Part::Arrivals).await.ok().and_then(|()| given::<Arrivals>(Part::Arrivals));
        match arrivals {
            Some(arrivals) => (arrivals.back_up)(&kit),
            None => kit.notify.emit(Notice::bad(kit.words().part_missing_note())),
        }
    });
}

fn icon_button(label: &'static str, drawing: &'static str, enabled: bool, onclick: Callback<MouseEvent>) -> Html {
    html! {
        <button type="button" class="icon" title={label} aria-label={label} disabled={!enabled} {onclick}>
            <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true"><path d={drawing} /></svg>
        </button>
    }
}

fn saved(kit: &Kit, save: &SaveState) -> Html {
    let words = kit.words();
    let saved_at = |time: &str| fill(words.saved_at(), &[("time", time)]);
    let (class, text) = match save {
        SaveState::Pending => ("saving", words.saved_saving().to_owned()),
        SaveState::Saved(at) => {
            let at = if *at > 0.0 { *at } else { clock::now() };
            ("good", saved_at(&clock::short(at)))
        }
        SaveState::Failed(_) => ("bad", words.saved_not().to_owned()),
    };
    html! {
        <>
            <div class={classes!("saved", class)} role="status"><span class="dot" aria-hidden="true"></span><span class="steady" data-one={words.saved_saving()} data-other={saved_at("00:00")}>{ text }</span></div>
            if let SaveState::Failed(error) = save { { unsaved(kit, *error) } }
        </>
    }
}

/// What to do when something could not be saved.
fn unsaved(kit: &Kit, error: StorageError) -> Html {
    let words = kit.words();
    let (store, joiner, saver) = (kit.store.clone(), kit.store.clone(), kit.clone());
    let mend = move |_| match error {
        StorageError::Newer | StorageError::Gone => {
            if let Some(id) = store.keep_as_copy() {
                page::go(&Route::Overview { id }.href());
            }
        }
        _ => store.retry(),
    };
    let label = match error {
        StorageError::Newer | StorageError::Gone => words.saved_keep_copy(),
        _ => words.saved_retry(),
    };
    html! {
        <div class="alert" role="alert">
            <p>{ record_words(words, error) }</p>
            <div class="row">
                if error == StorageError::Newer { <button type="button" class="btn" onclick={move |_| joiner.join()}>{ words.windows_join() }</button> }
                <button type="button" class="btn" onclick={mend}>{ label }</button>
                <button type="button" class="btn" onclick={move |_| crate::ui::parts::download_backup(&saver)}>{ words.backup_save() }</button>
            </div>
        </div>
    }
}

/// What lies over the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Over {
    Nothing,
    Finder,
    Keys,
    /// The keys, where the question mark may open them.
    KeysByMark,
}

/// Ctrl+K, and outside of text fields, which have an undo of their own, Ctrl+Z and Ctrl+Y (Command on a Mac), and the question mark for
/// the keys. Gives what opens the finder.
#[hook]
pub fn use_keys(store: &Store, over: &UseStateHandle<Over>) -> Callback<MouseEvent> {
    let (store, find) = (store.clone(), over.setter());
    use_effect_with((), move |()| {
        let keys = EventListener::new_with_options(
            &gloo::utils::document(),
            "keydown",
            gloo::events::EventListenerOptions::enable_prevent_default(),
            move |event| {
                let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
                if event.alt_key() {
                    return;
                }
                let Some(key) = key_of(event) else { return };
                let with = event.ctrl_key() || event.meta_key();
                match (key.to_ascii_lowercase().as_str(), with, event.shift_key()) {
                    ("k", true, false) => find.set(Over::Finder),
                    _ if page::is_writing() => return,
                    ("?" | "？", false, _) => find.set(Over::KeysByMark),
                    ("z", true, false) => store.undo(),
                    ("z", true, true) | ("y", true, false) => store.redo(),
                    _ => return,
                }
                event.prevent_default();
            },
        );
        move || drop(keys)
    });
    let find = over.setter();
    Callback::from(move |_: MouseEvent| find.set(Over::Finder))
}
