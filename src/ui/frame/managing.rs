//! What is done with an assessment of the list beside opening and saving it: another name, a copy, a locked backup; and the recycle bin.
//! It stands in a layer of its own over the home page.

use crate::browser::bin::{self, Binned};
use crate::browser::storage::{self, Saving};
use crate::browser::{clock, journal, labels, page};
use crate::language::{Language, fill};
use crate::ui::parts::on_button;
use crate::ui::screen::{Notice, Screen};
use crate::ui::shell::storage_words;
use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use yew::prelude::*;

const DIALOG: &str = "manage-dialog";
const NAME: &str = "manage-name";

/// Asks what is to be done with an assessment and does it; tells whether its backup is to be locked, which is done elsewhere.
pub(super) async fn manage(screen: &Screen, id: &str, name: &str) -> bool {
    let shown = Shown::Assessment(name.to_owned());
    let answer = ask(screen.language, shown).await;
    let words = screen.words();
    match answer.split_once(' ') {
        Some(("rename", given)) => labels::set(id, given),
        Some(("copy", _)) => screen.notify.emit(match copy(screen, id, name).await {
            Ok(true) => Notice::good(fill(words.home_copied(), &[("name", name)])),
            Ok(false) => Notice::bad(words.open_missing()),
            Err(error) => Notice::bad(storage_words(words, error)),
        }),
        Some(("lock", _)) => return true,
        _ => {}
    }
    false
}

/// Keeps a copy of an assessment under an id and a name of its own; false where it is not there.
async fn copy(screen: &Screen, id: &str, name: &str) -> Result<bool, storage::StorageError> {
    let cards = storage::list().await?;
    let (Some(card), Some(stored)) = (cards.into_iter().find(|card| card.id == id), storage::load(id).await?) else {
        return Ok(false);
    };
    let mut card = card;
    card.id = storage::new_id();
    card.modified = clock::now();
    let saving = Saving {
        card: &card,
        content: &stored.content,
        base: 0,
        mark: &journal::next_mark(),
    };
    storage::save(&saving).await?;
    labels::set(&card.id, &fill(screen.words().home_copy_name(), &[("name", name)]));
    Ok(true)
}

/// Shows what lies in the bin, until one is put back or removed for good, or the bin is closed.
pub(super) async fn show_bin(screen: &Screen) {
    let words = screen.words();
    let told = match bin::list().await {
        Ok(binned) => {
            let answer = ask(screen.language, Shown::Bin(binned.clone())).await;
            let Some((act, id)) = answer.split_once(' ') else { return };
            let Some(found) = binned.iter().find(|binned| binned.id == id) else { return };
            let (done, sentence) = match act {
                "restore" => (bin::restore(found).await, words.bin_restored()),
                _ if page::confirm(&fill(words.bin_purge_question(), &[("name", &found.name)])) => (bin::purge(found).await, words.erased()),
                _ => return,
            };
            done.map(|()| fill(sentence, &[("name", &found.name)]))
        }
        Err(error) => Err(error),
    };
    screen.notify.emit(match told {
        Ok(sentence) => Notice::good(sentence),
        Err(error) => Notice::bad(storage_words(words, error)),
    });
}

/// What the dialog is about.
#[derive(Clone, PartialEq)]
enum Shown {
    Assessment(String),
    Bin(Vec<Binned>),
}

/// What was chosen, a word and what it is about; empty where nothing was.
async fn ask(language: Language, about: Shown) -> String {
    let place = page::add_layer();
    let mut shown = None;
    let answered = Promise::new(&mut |resolve, _| {
        let done = Callback::from(move |answer: String| {
            let _ = resolve.call1(&JsValue::NULL, &answer.into());
        });
        let props = ManageDialogProps {
            language,
            about: about.clone(),
            done,
        };
        shown = Some(yew::Renderer::<ManageDialog>::with_root_and_props(place.clone(), props).render());
    });
    let answer = JsFuture::from(answered).await;
    if let Some(shown) = shown {
        shown.destroy();
    }
    place.remove();
    answer.ok().and_then(|answer| answer.as_string()).unwrap_or_default()
}

#[derive(Properties, PartialEq)]
struct ManageDialogProps {
    language: Language,
    about: Shown,
    /// Told once.
    done: Callback<String>,
}

#[component]
fn ManageDialog(ManageDialogProps { language, about, done }: &ManageDialogProps) -> Html {
    let words = language.words();
    use_effect_with((), |()| page::show_dialog(DIALOG));
    let escape = {
        let done = done.clone();
        Callback::from(move |event: Event| {
            event.prevent_default();
            done.emit(String::new());
        })
    };
    let onclick = {
        let done = done.clone();
        on_button("data-do", move |act| done.emit(act))
    };
    let onsubmit = {
        let done = done.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            done.emit(["rename ", &page::value(NAME)].concat());
        })
    };
    let close = html! { <button type="button" class="btn" data-do="close">{ words.notice_close() }</button> };
    let content = match about {
        Shown::Assessment(name) => html! { <>
            <h2 id="manage-title">{ name.clone() }</h2>
            <form class="stack-s" {onsubmit}>
                <div class="field"><label for={NAME}>{ words.home_name_label() }</label><input class="input" id={NAME} value={name.clone()} autocomplete="off" /><small>{ words.home_name_note() }</small></div>
                <div class="row"><button type="submit" class="btn main">{ words.home_rename() }</button></div>
            </form>
            <div class="row"><button type="button" class="btn" data-do="copy ">{ words.home_copy() }</button>
                <button type="button" class="btn" data-do="lock ">{ words.backup_lock_short() }</button>{ close }</div>
        </> },
        Shown::Bin(binned) => html! { <>
            <h2 id="manage-title">{ words.bin_title() }</h2>
            <p class="small">{ if binned.is_empty() { words.bin_empty() } else { words.bin_note() } }</p>
            <ul class="plain stack-xs">{ for binned.iter().map(|binned| {
                let days = fill(words.bin_days(), &[("n", &binned.days_left().to_string())]);
                let named = |text: &str| fill(text, &[("name", &binned.name)]);
                html! { <li class="row" key={binned.id.clone()}><b>{ binned.name.clone() }</b><small>{ days }</small>
                    <button type="button" class="btn" data-do={["restore ", &binned.id].concat()} aria-label={named(words.bin_restore_of())}>{ words.bin_restore() }</button>
                    <button type="button" class="btn quiet" data-do={["purge ", &binned.id].concat()} aria-label={named(words.bin_purge_of())}>{ words.bin_purge() }</button></li> }
            }) }</ul>
            <div class="row">{ close }</div>
        </> },
    };
    html! { <dialog id={DIALOG} class="sheet stack" aria-labelledby="manage-title" oncancel={escape} {onclick}>{ content }</dialog> }
}
