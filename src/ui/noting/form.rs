//! The form for a new note: what it says, of which year where it is about a figure, and who writes it, which the browser remembers.

use super::About;
use crate::assessment::{Action, Assessment, Note, NoteChange, NotePlace, text};
use crate::browser::chance::drawn;
use crate::browser::{clock, page, settings};
use crate::language::fill;
use crate::ui::fields::{Entry, KeptInput, Written, options};
use crate::ui::kit::{Kit, Notice};
use crate::ui::parts::on_value;
use std::rc::Rc;
use yew::prelude::*;

/// `id` is what the ids of its mark begin with, `told` the place in words.
pub(super) fn form(kit: &Kit, assessment: &Assessment, about: About, place: &NotePlace, id: &str, told: &str) -> Html {
    let words = kit.words();
    let [new, author, year] = ["new", "author", "year"].map(|part| [id, "-", part].concat());
    let onsubmit = {
        let (kit, place, new, year) = (kit.clone(), place.clone(), new.clone(), year.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            add(&kit, &place, &new, &year);
        })
    };
    let written = settings::author();
    html! {
        <form class="stack-xs" {onsubmit}>
            <textarea class="input" id={new} rows="2" placeholder={words.notes_new()} aria-label={fill(words.notes_new_of(), &[("place", told)])} />
            <div class="row">
                if let About::Figure(_) = about { { years(kit, assessment, year) } }
                <label class="small" for={author.clone()}>{ words.notes_author() }</label><KeptInput id={author} written={Written::Word} value={written} onchange={on_value(|name| settings::set_author(&name))} />
                <button type="submit" class="btn">{ words.notes_add() }</button></div>
        </form>
    }
}

/// All years, or one of those the page shows.
fn years(kit: &Kit, assessment: &Assessment, id: String) -> Html {
    let words = kit.words();
    let window = crate::ui::pages::shown_years(assessment);
    let of_year = window.years().map(|year| Entry {
        value: year.to_string(),
        label: fill(words.member_year(), &[("year", &year.to_string())]),
        chosen: false,
    });
    let all = Entry {
        value: String::new(),
        label: words.notes_all_years().to_owned(),
        chosen: true,
    };
    html! { <select class="input short" {id} aria-label={words.notes_year()}>{ options(std::iter::once(all).chain(of_year)) }</select> }
}

/// Adds what was written; without a word the form asks for one.
fn add(kit: &Kit, place: &NotePlace, new: &str, year: &str) {
    if page::value(new).trim().is_empty() {
        kit.notify.emit(Notice::bad(kit.words().notes_empty()).of_typed());
        page::focus(new);
        return;
    }
    let place = match place {
        NotePlace::Figure { indicator, own, .. } => NotePlace::Figure {
            indicator: indicator.clone(),
            own: *own,
            year: page::value(year).parse().ok(),
        },
        other => other.clone(),
    };
    let note = Note {
        id: text(""),
        place,
        author: text(settings::author()),
        day: Some(clock::today()),
        text: text(page::take_text(new).trim()),
        done: false,
    };
    kit.store.dispatch(Action::Note(NoteChange::Add(drawn(), Rc::new(note))));
}
