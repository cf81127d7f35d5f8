//! One note: its state, who wrote it and when, its text to be written on, and what is done with it.

use super::acts::{by, changed};
use crate::assessment::{Note, NoteChange, NotePlace, Text};
use crate::language::fill;
use crate::ui::fields::{Slot, TextField};
use crate::ui::kit::Kit;
use yew::prelude::*;

/// The note at a position; `place` says in words where its mark stands.
pub(super) fn entry(kit: &Kit, at: usize, note: &Note, place: &str) -> Html {
    let words = kit.words();
    let values = [("n", &*(at + 1).to_string()), ("place", place)];
    let (class, state) = if note.done {
        ("tag g", words.notes_done())
    } else {
        ("tag w", words.notes_open())
    };
    let (settle, settle_of) = if note.done {
        (words.notes_reopen(), words.notes_reopen_of())
    } else {
        (words.notes_settle(), words.notes_settle_of())
    };
    let year = match &note.place {
        NotePlace::Figure { year: Some(year), .. } => Some(fill(words.member_year(), &[("year", &year.to_string())])),
        _ => None,
    };
    let write = {
        let (kit, id) = (kit.clone(), note.id.clone());
        Callback::from(move |text: Text| changed(&kit, &id, |at, _| NoteChange::Text(at, text)))
    };
    let act = |act: &str| [act, " ", &*note.id].concat();
    let field = note.id.to_string();
    html! {
        <li class="well stack-xs" key={field.clone()}>
            <div class="row"><span {class}>{ state }</span><span class="small">{ by(kit, note) }{ for year.map(|year| html! { <>{ " · " }{ year }</> }) }</span></div>
            <TextField key={field.clone()} id={field.clone()} slot={Slot::Other(AttrValue::from(field.clone()), write)} value={note.text.clone()} lines={2} label={fill(words.notes_text_of(), &values)} />
            <div class="row"><button type="button" class="btn quiet" data-note={act("settle")} aria-label={fill(settle_of, &values)}>{ settle }</button>
                <button type="button" class="btn quiet" data-note={act("remove")} aria-label={fill(words.notes_remove_of(), &values)}>{ words.notes_remove() }</button></div>
        </li>
    }
}
