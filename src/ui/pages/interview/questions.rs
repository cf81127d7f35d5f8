//! The questions, each with the field its kind of answer asks for. One callback serves all buttons and ticks.

use super::View;
use crate::assessment::{Action, Fact, Facts, ItemChange, Text, text};
use crate::criteria::{ItemSlot, Question, QuestionKind};
use crate::interview::{Given, Said};
use crate::language::fill;
use crate::ui::fields::{KeptInput, Slot, TextField, Written, number_field};
use crate::ui::kit::Kit;
use crate::ui::parts::{on_button, on_value};
use crate::ui::store::Store;
use chrono::Datelike;
use web_sys::HtmlInputElement;
use yew::prelude::*;

pub(super) fn questions(view: &View<'_>) -> Html {
    let words = view.kit.words();
    let all = view.teller.item.questions().zip(&view.outcome.given);
    let clear = {
        let (store, slot) = (view.kit.store.clone(), view.slot);
        on_button("data-clear", move |question| answer(&store, slot, &question, None))
    };
    html! {
        <section class="sheet" aria-labelledby="facts">
            <h2 id="facts" class="hidden">{ words.interview_questions() }</h2>
            <ol class="facts" onchange={on_change(view.kit, view.slot)} onclick={clear}>
                { for all.map(|(question, given)| html! { <li key={question.id.clone()}>{ one(view, question, given) }</li> }) }
            </ol>
        </section>
    }
}

fn answer(store: &Store, slot: ItemSlot, question: &str, fact: Option<Fact>) {
    store.dispatch(Action::Item(slot, ItemChange::Fact(text(question), fact)));
}

fn present(store: &Store, slot: ItemSlot) -> Option<Facts> {
    store.snapshot().map(|open| open.assessment.item(slot).facts.clone())
}

/// What a button or a tick of the list does: its question, and its value, where an empty one says that there is nothing.
fn on_change(kit: &Kit, slot: ItemSlot) -> Callback<Event> {
    let store = kit.store.clone();
    Callback::from(move |event: Event| {
        let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
        let Some(question) = input.get_attribute("data-question") else { return };
        let (value, on) = (input.value(), input.checked());
        let fact = match input.get_attribute("data-nothing").as_deref() {
            Some("word") => on.then(|| Fact::Word(text(Fact::NONE))),
            Some(_) => on.then(|| Fact::Words(Vec::new())),
            None if input.type_() == "radio" => Some(Fact::Word(text(&value))),
            None => {
                let mut chosen = match present(&store, slot).as_ref().and_then(|facts| facts.get(&question)) {
                    Some(Fact::Words(words)) => words.clone(),
                    _ => Vec::new(),
                };
                chosen.retain(|word| **word != *value);
                if on {
                    chosen.push(text(&value));
                }
                // Without the last tick it is open again; that there is none is an answer of its own.
                (!chosen.is_empty()).then_some(Fact::Words(chosen))
            }
        };
        answer(&store, slot, &question, fact);
    })
}

fn one(view: &View<'_>, question: &Question, given: &Given) -> Html {
    let words = view.kit.words();
    let asked = view.teller.question(question);
    let id = ["fact-", &question.id].concat();
    let own = match given {
        Given::Answered(said) => Some(said),
        _ => None,
    };
    let notes = notes(view, question, given);
    let nothing = |label: &str, kind: &'static str, on: bool| {
        html! {
            <label class="tick"><input type="checkbox" data-question={question.id.clone()} data-nothing={kind} checked={on} /><span>{ label.to_owned() }</span></label>
        }
    };
    match question.kind {
        QuestionKind::Choice | QuestionKind::Several => {
            let several = question.kind == QuestionKind::Several;
            let options = view.teller.item.options(question);
            let chosen = |at: usize| match own {
                Some(Said::Choice(chosen)) => *chosen == at,
                Some(Said::Several(all)) => all.contains(&at),
                _ => false,
            };
            let fields: Html = options
                .iter()
                .enumerate()
                .map(|(at, option)| {
                    let (kind, name) = if several { ("checkbox", None) } else { ("radio", Some(id.clone())) };
                    html! {
                        <label class="tick"><input type={kind} {name} data-question={question.id.clone()} value={(*option).to_owned()} checked={chosen(at)} />
                            <span>{ view.teller.option(question, at).to_owned() }</span></label>
                    }
                })
                .collect();
            html! {
                <fieldset {id}><legend>{ asked }</legend>
                    { fields }
                    if several { { nothing(words.interview_none_of(), "words", own == Some(&Said::Several(Vec::new()))) } }
                    { notes }
                </fieldset>
            }
        }
        QuestionKind::Number => single(id.clone(), asked, number(view, question, id, own), Html::default(), notes),
        QuestionKind::Year => {
            let none = nothing(words.interview_not_yet(), "word", own == Some(&Said::Year(None)));
            single(id.clone(), asked, number(view, question, id, own), none, notes)
        }
        QuestionKind::Date => {
            let none = nothing(words.interview_never(), "word", own == Some(&Said::Date(None)));
            single(id.clone(), asked, day(view, question, id, own), none, notes)
        }
        QuestionKind::Names => {
            let none = nothing(words.interview_nobody(), "words", matches!(own, Some(Said::Names(names)) if names.is_empty()));
            single(id.clone(), asked, names(view, question, id), none, notes)
        }
    }
}

/// A question with one field, and the tick beside it that says that there is nothing.
fn single(id: String, asked: String, field: Html, none: Html, notes: Html) -> Html {
    html! { <div class="field"><label for={id}>{ asked }</label><div class="row">{ field }{ none }</div>{ notes }</div> }
}

/// What is told below a question: what the figures say, that an answer is none, and the way to take an answer back. It has its room before
/// there is anything, so that nothing moves away from under a click when the field before it is left.
fn notes(view: &View<'_>, question: &Question, given: &Given) -> Html {
    html! { <div class="note">{ note(view, question, given) }</div> }
}

fn note(view: &View<'_>, question: &Question, given: &Given) -> Html {
    let words = view.kit.words();
    match given {
        Given::Open => Html::default(),
        Given::ByFigures(said) => {
            let known = view.teller.item.questions().find(|known| known.id == question.id);
            let value = known.map(|question| view.teller.answer(question, said)).unwrap_or_default();
            html! { <p class="small">{ fill(words.interview_by_figures(), &[("value", &value)]) }</p> }
        }
        Given::Odd => html! { <p class="small" role="alert">{ words.interview_odd() }</p> },
        Given::Answered(_) => {
            let label = fill(words.interview_clear_of(), &[("name", view.teller.name(question))]);
            html! { <button type="button" class="btn quiet" data-clear={question.id.clone()} aria-label={label}>{ words.interview_clear() }</button> }
        }
    }
}

/// A number, or a year.
fn number(view: &View<'_>, question: &Question, id: String, own: Option<&Said>) -> Html {
    let words = view.kit.words();
    let (value, refused, most) = match own {
        Some(Said::Year(year)) => (year.map(|year| year as u64), words.interview_year_refused(), None),
        Some(Said::Number(number)) => (Some(u64::from(*number)), words.interview_number_refused(), question.most),
        _ if question.kind == QuestionKind::Year => (None, words.interview_year_refused(), None),
        _ => (None, words.interview_number_refused(), question.most),
    };
    let most = most.map_or(view.teller.on.year() as u64, u64::from);
    let refusal = fill(refused, &[("name", view.teller.name(question)), ("most", &most.to_string())]);
    let (store, slot, name) = (view.kit.store.clone(), view.slot, question.id.clone());
    number_field(view.kit, id, value, most, refusal, move |number| {
        answer(&store, slot, &name, number.map(|number| Fact::Number(number as i64)));
    })
}

fn day(view: &View<'_>, question: &Question, id: String, own: Option<&Said>) -> Html {
    let value = match own {
        Some(Said::Date(Some(day))) => day.to_string(),
        _ => String::new(),
    };
    let (store, slot, name) = (view.kit.store.clone(), view.slot, question.id.clone());
    let onchange = on_value(move |written| answer(&store, slot, &name, (!written.is_empty()).then(|| Fact::Word(text(&written)))));
    html! { <KeptInput {id} written={Written::Day} {value} {onchange} /> }
}

/// Names of departments, one after the other. What is typed stands between the marks as it is typed, also an empty name, so that a mark that
/// was just set stays.
fn names(view: &View<'_>, question: &Question, id: String) -> Html {
    let mark = view.kit.words().term_list();
    let written = match view.record.facts.get(&question.id) {
        Some(Fact::Words(names)) => names.iter().map(|name| String::from(&**name)).collect::<Vec<String>>().join(mark),
        _ => String::new(),
    };
    let (store, slot, name) = (view.kit.store.clone(), view.slot, question.id.clone());
    let write = Callback::from(move |written: Text| {
        let parts = written.split(['、', '，', ',', '；', ';']).map(|part| text(part.trim_start()));
        let fact = (!written.trim().is_empty()).then(|| Fact::Words(parts.collect()));
        answer(&store, slot, &name, fact);
    });
    let place = Slot::Other(AttrValue::from(format!("{id}-{}", view.slot.0)), write);
    html! { <div class="grow"><TextField {id} slot={place} value={text(&written)} hint={view.kit.words().interview_names_hint()} /></div> }
}
