//! Asking for a passphrase: typed twice for a file that is to be locked, once for one that is to be opened. The code comes when
//! it is asked for, and stands in a layer of its own over whatever page there is.
//!
//! The passphrase is in the fields and in the message to the worker, and kept nowhere.

use crate::browser::documents::{self, Given, Made, Request, Ticket, Undone};
use crate::browser::{files, page};
use crate::language::{Language, Words, fill};
use crate::lock::ENDING;
use crate::ui::app::Workspace;
use crate::ui::frame::WORKSPACE;
use js_sys::Promise;
use std::pin::Pin;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::File;
use yew::prelude::*;

type Later<T> = Pin<Box<dyn Future<Output = Option<T>>>>;

/// What lies in the part.
pub struct Locks {
    /// Has a passphrase chosen; none where it was cancelled.
    pub choose: fn(Language) -> Later<String>,
    /// Opens a locked file; none where it was cancelled.
    pub open: fn(Language, File) -> Later<File>,
    /// The frame of the pages that ask.
    pub frame: &'static Workspace,
}

pub static LOCKS: Locks = Locks {
    choose: |language| Box::pin(async move { ask(language, None).await.as_string() }),
    open: |language, file| Box::pin(async move { ask(language, Some(file)).await.dyn_into().ok() }),
    frame: &WORKSPACE,
};

/// The passphrase, or the opened file where one is given; undefined where it was cancelled.
async fn ask(language: Language, file: Option<File>) -> JsValue {
    let place = page::add_layer();
    let mut shown = None;
    let answered = Promise::new(&mut |resolve, _| {
        let done = Callback::from(move |answer: JsValue| {
            let _ = resolve.call1(&JsValue::NULL, &answer);
        });
        let file = file.clone();
        let props = LockDialogProps { language, file, done };
        shown = Some(yew::Renderer::<LockDialog>::with_root_and_props(place.clone(), props).render());
    });
    let answer = JsFuture::from(answered).await;
    if let Some(shown) = shown {
        shown.destroy();
    }
    place.remove();
    answer.unwrap_or_default()
}

const DIALOG: &str = "lock-dialog";
const PASSPHRASE: &str = "lock-passphrase";
const AGAIN: &str = "lock-again";

#[derive(Properties, PartialEq)]
struct LockDialogProps {
    language: Language,
    /// What is to be opened; none to choose a passphrase.
    file: Option<File>,
    /// Told once.
    done: Callback<JsValue>,
}

/// Where it stands.
#[derive(Clone, PartialEq, Default)]
enum Stand {
    #[default]
    Asking,
    Refused(String),
    Opening(Ticket),
}

#[component]
fn LockDialog(LockDialogProps { language, file, done }: &LockDialogProps) -> Html {
    let words = language.words();
    let stand = use_state(Stand::default);
    let readable = use_state(|| false);
    use_effect_with((), |()| page::show_dialog(DIALOG));
    let submit = {
        let (language, file, done, stand) = (*language, file.clone(), done.clone(), stand.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if matches!(*stand, Stand::Opening(_)) {
                return;
            }
            let passphrase = page::value(PASSPHRASE);
            match (&file, refused(words, &passphrase, file.is_none())) {
                (_, Some(refused)) => {
                    stand.set(Stand::Refused(refused.to_owned()));
                    page::focus_text(PASSPHRASE);
                }
                (None, None) => done.emit(passphrase.into()),
                (Some(file), None) => stand.set(Stand::Opening(open(language, file.clone(), passphrase, &done, stand.setter()))),
            }
        })
    };
    let cancel = {
        let (done, stand) = (done.clone(), stand.clone());
        Callback::from(move |()| {
            if let Stand::Opening(ticket) = *stand {
                documents::cancel(ticket);
            }
            done.emit(JsValue::UNDEFINED);
        })
    };
    let escape = cancel.reform(|event: Event| event.prevent_default());
    let show = {
        let readable = readable.clone();
        Callback::from(move |_: Event| readable.set(!*readable))
    };
    let busy = matches!(*stand, Stand::Opening(_));
    let (title, note, label) = match file {
        Some(file) => (
            fill(words.lock_open_title(), &[("name", &file.name())]),
            words.lock_open_note(),
            words.lock_open(),
        ),
        None => (words.lock_save_title().to_owned(), words.lock_save_note(), words.lock_save()),
    };
    let kind = if *readable { "text" } else { "password" };
    let autocomplete = if file.is_some() { "current-password" } else { "new-password" };
    let field = |id: &'static str, label: &'static str| {
        html! { <div class="field"><label for={id}>{ label }</label><input class="input" {id} type={kind} {autocomplete} readonly={busy} spellcheck="false" autocapitalize="off" /></div> }
    };
    html! {
        <dialog id={DIALOG} class="sheet" aria-labelledby="lock-title" oncancel={escape}>
            <form class="stack-s" onsubmit={submit}>
                <h2 id="lock-title">{ title }</h2>
                <p class="small">{ note }</p>
                { field(PASSPHRASE, words.lock_passphrase()) }
                if file.is_none() { { field(AGAIN, words.lock_again()) } }
                <label class="row"><input type="checkbox" checked={*readable} onchange={show} /><span class="small">{ words.lock_show() }</span></label>
                <p role="alert">{ if let Stand::Refused(sentence) = &*stand { sentence.as_str() } else { "" } }</p>
                <div class="row">
                    <button type="submit" class="btn main" disabled={busy}>{ label }</button>
                    <button type="button" class="btn" onclick={cancel.reform(|_: MouseEvent| ())}>{ words.lock_cancel() }</button>
                    <span class="small" role="status">{ if busy { words.lock_working() } else { "" } }</span>
                </div>
            </form>
        </dialog>
    }
}

/// Why a passphrase cannot be taken, if so.
fn refused(words: &'static Words, passphrase: &str, twice: bool) -> Option<&'static str> {
    if passphrase.is_empty() {
        return Some(words.lock_empty());
    }
    (twice && passphrase != page::value(AGAIN)).then(|| words.lock_different())
}

/// Has the worker open a file; what it says otherwise is shown, and one may try again.
fn open(language: Language, file: File, passphrase: String, done: &Callback<JsValue>, stand: UseStateSetter<Stand>) -> Ticket {
    let name = file.name();
    let request = Request {
        task: "unlock",
        language,
        given: vec![Given::Blob(file.into()), Given::Text(passphrase)],
    };
    let (done, failure) = (done.clone(), language.words().document_failed());
    let answer = move |reply| match reply {
        Ok(Made::Parts(parts)) => match files::named(parts, name.strip_suffix(ENDING).unwrap_or(&name)) {
            Some(opened) => done.emit(opened.into()),
            None => stand.set(Stand::Refused(failure.to_owned())),
        },
        Err(Undone::Cancelled) => {}
        Err(Undone::Failed(sentence)) => {
            stand.set(Stand::Refused(sentence));
            page::focus_text(PASSPHRASE);
        }
        Ok(_) => stand.set(Stand::Refused(failure.to_owned())),
    };
    documents::ask(request, failure, |_, _| {}, answer)
}
