//! All notes: the open ones first, each with the way to what it is about, and the settled ones folded.

use super::View;
use crate::assessment::Note;
use crate::language::fill;
use crate::report::say;
use crate::ui::noting::{by, goal};
use std::rc::Rc;
use yew::prelude::*;

/// How many open ones are shown at once.
const FEW: usize = 8;

pub(super) fn notes(view: &View<'_>) -> Html {
    let words = view.kit.words();
    let all = &view.assessment.notes.entries;
    if all.is_empty() {
        return Html::default();
    }
    let (done, open): (Vec<_>, Vec<_>) = all.iter().enumerate().partition(|(_, note)| note.done);
    let counts = [("open", &*open.len().to_string()), ("done", &*done.len().to_string())];
    let (few, more) = open.split_at(open.len().min(FEW));
    let list = |notes: &[(usize, &Rc<Note>)]| html! { <ul class="plain stack-s">{ for notes.iter().map(|(at, note)| entry(view, *at, note)) }</ul> };
    html! {
        <section class="sheet stack-s" aria-labelledby="notes"><h2 id="notes">{ words.notes_title() }</h2>
            <p class="small">{ fill(words.notes_counts(), &counts) }</p><p class="small">{ words.notes_intro() }</p>
            if !few.is_empty() { { list(few) } }
            if !more.is_empty() { <details><summary>{ fill(words.overview_found_more(), &[("n", &more.len().to_string())]) }</summary>{ list(more) }</details> }
            if !done.is_empty() { <details><summary>{ fill(words.notes_settled(), &[("n", &done.len().to_string())]) }</summary>{ list(&done) }</details> }
        </section>
    }
}

fn entry(view: &View<'_>, at: usize, note: &Note) -> Html {
    let (kit, words) = (view.kit, view.kit.words());
    let place = say::note_place(&kit.pack, kit.language, view.assessment, &note.place);
    let (settle, settle_of) = if note.done {
        (words.notes_reopen(), words.notes_reopen_of())
    } else {
        (words.notes_settle(), words.notes_settle_of())
    };
    let name = fill(settle_of, &[("n", &(at + 1).to_string()), ("place", &place)]);
    let about = match goal(kit, view.assessment, view.id, &note.place) {
        Some((route, field)) => html! { <a href={route.href()} data-wanted={field}>{ place }</a> },
        None => html! { <b>{ place }</b> },
    };
    html! {
        <li class="well stack-xs" key={note.id.to_string()}><div class="row">{ about }<span class="small">{ by(kit, note) }</span></div>
            <p class="written">{ note.text.to_string() }</p>
            <div class="row"><button type="button" class="btn quiet" data-note={["settle ", &note.id].concat()} aria-label={name}>{ settle }</button></div></li>
    }
}
