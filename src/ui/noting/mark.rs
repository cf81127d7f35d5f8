//! The mark: how many notes there are, and behind it the open ones, the settled ones and a form for a new one.

use super::About;
use super::acts::perform;
use super::entry::entry;
use super::form::form;
use crate::assessment::{Assessment, Field, Note, NotePlace, Notes};
use crate::language::fill;
use crate::report::say;
use crate::ui::kit::{Kit, use_kit};
use crate::ui::parts::on_button;
use crate::ui::store::Snapshot;
use std::rc::Rc;
use web_sys::Element;
use yew::prelude::*;

pub(super) fn mark(kit: &Kit, open: &Snapshot, about: About) -> Html {
    html! { <NoteMark key={element(kit, about)} {about} notes={open.assessment.notes.clone()} /> }
}

#[derive(Properties, PartialEq)]
struct NoteMarkProps {
    about: About,
    notes: Rc<Notes>,
}

/// Nothing is drawn of what is folded, until it was unfolded once: most marks never are.
#[component]
fn NoteMark(props: &NoteMarkProps) -> Html {
    let kit = use_kit();
    let words = kit.words();
    let unfolded = use_state(|| false);
    let Some(open) = kit.store.snapshot() else { return Html::default() };
    let (assessment, about) = (&*open.assessment, props.about);
    let Some(place) = place(&kit, assessment, about) else {
        return Html::default();
    };
    let here: Vec<(usize, &Rc<Note>)> = match about {
        About::Figure(slot) => {
            let all = props.notes.entries.iter().enumerate();
            all.filter(|(_, note)| note.place.indicator(&kit.pack, assessment) == Some(slot)).collect()
        }
        _ => props.notes.at(&place).collect(),
    };
    let (settled, unsettled): (Vec<_>, Vec<_>) = here.iter().partition(|(_, note)| note.done);
    let label = match here.len() {
        0 => words.notes_button().to_owned(),
        n => fill(words.notes_button_counted(), &[("n", &n.to_string())]),
    };
    let told = say::note_place(&kit.pack, kit.language, assessment, &place);
    let onclick = {
        let kit = kit.clone();
        on_button("data-note", move |act| perform(&kit, &act))
    };
    let ontoggle = {
        let unfolded = unfolded.setter();
        Callback::from(move |event: Event| {
            if event.target_unchecked_into::<Element>().has_attribute("open") {
                unfolded.set(true);
            }
        })
    };
    let list = |all: &[&(usize, &Rc<Note>)]| html! { <ol class="plain stack-s">{ for all.iter().map(|(at, note)| entry(&kit, *at, note, &told)) }</ol> };
    html! {
        <details class="noted" {onclick} {ontoggle}>
            <summary class={classes!("small", (!unsettled.is_empty()).then_some("open"))}>{ label }<span class="hidden">{ words.colon() }{ told.clone() }</span></summary>
            if *unfolded {
                <div class="stack-s">
                    if !unsettled.is_empty() { { list(&unsettled) } }
                    if !settled.is_empty() { { list(&settled) } }
                    { form(&kit, assessment, about, &place, &element(&kit, about), &told) }
                </div>
            }
        </details>
    }
}

/// What a new note is about; none where nothing can be.
fn place(kit: &Kit, assessment: &Assessment, about: About) -> Option<NotePlace> {
    match about {
        About::Item(slot) => Some(NotePlace::Item(kit.pack.item(slot).id.as_str().into())),
        About::Text(field) => NotePlace::of(&kit.pack, assessment, field),
        About::Figure(slot) => NotePlace::figure(&kit.pack, assessment, slot, None),
    }
}

/// What the ids of a mark begin with; a page has one of each.
fn element(kit: &Kit, about: About) -> String {
    let name = match about {
        About::Item(_) => "item".to_owned(),
        About::Figure(_) => "figure".to_owned(),
        About::Text(Field::Answer { item, scope, factor }) => {
            let factor = kit.pack.rubric_of(item).factors.get(factor).map_or("", |factor| &factor.id);
            [&scope.to_string(), "-", factor].concat()
        }
        About::Text(Field::Strengths(_)) => "strengths".to_owned(),
        About::Text(Field::Opportunities(_)) => "opportunities".to_owned(),
        About::Text(_) => "remark".to_owned(),
    };
    ["noted-", &name].concat()
}
