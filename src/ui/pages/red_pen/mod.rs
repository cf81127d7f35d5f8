//! What the red pen marks: all of it on a page of its own, what concerns an item beside its text, and how much it is in the list of
//! what is missing.

mod aside;
mod found;
mod help;
mod hits;
mod off;

use crate::assessment::{Action, Assessment, text};
use crate::browser::page;
use crate::language::fill;
use crate::ui::kit::{Kit, Notice, use_kit};
use crate::ui::parts::{on_button, wanted_link};
use crate::ui::route::Route;
use std::rc::Rc;
use yew::prelude::*;

pub use aside::ItemMarks;

#[derive(Properties, PartialEq)]
pub struct RedPenPageProps {
    pub assessment: Rc<Assessment>,
    pub id: Rc<str>,
}

#[component]
pub fn RedPenPage(props: &RedPenPageProps) -> Html {
    let kit = use_kit();
    let words = kit.words();
    // The hit whose rule is explained, by its position.
    let explained = use_state(|| None::<usize>);
    let found = found::found(&kit.pack, &props.assessment);
    let onclick = {
        let (kit, explained) = (kit.clone(), explained.clone());
        on_button("data-red", move |act| {
            let (act, of) = act.split_once(':').unwrap_or_default();
            match act {
                "why" => {
                    let at = of.parse().ok();
                    explained.set(at.filter(|at| *explained != Some(*at)));
                }
                "off" => turn_off(&kit, of),
                _ => kit.store.dispatch(Action::RuleOff(text(of), None)),
            }
        })
    };
    let count = match found.len() {
        0 => words.red_none().to_owned(),
        n => fill(words.red_count(), &[("n", &n.to_string())]),
    };
    let view = hits::View {
        kit: &kit,
        assessment: &props.assessment,
        id: &props.id,
        explained: *explained,
    };
    html! {
        <main class="page wide" key="red-pen" {onclick}><div class="stack" onclick={wanted_link()}>
            <div class="stack-s"><h1>{ words.red_title() }</h1><p class="small">{ words.red_note() }</p><p role="status"><b>{ count }</b></p></div>
            { for hits::groups(&view, &found) }
            { off::off(&kit, &props.assessment) }
            { help::all(&kit) }
        </div></main>
    }
}

/// Turns a rule off with the reason in its field; without one it is asked for.
fn turn_off(kit: &Kit, code: &str) {
    let field = help::reason_field(code);
    let reason = page::value(&field);
    if reason.trim().is_empty() {
        kit.notify.emit(Notice::bad(kit.words().red_reason_asked()));
        page::focus(&field);
    } else {
        kit.store.dispatch(Action::RuleOff(text(code), Some(text(reason.trim()))));
    }
}

/// How much is marked, in a line that leads to it; nothing where nothing is.
pub fn red_pen_line(kit: &Kit, assessment: &Rc<Assessment>, id: &str) -> Html {
    let count = found::found(&kit.pack, assessment).len();
    if count == 0 {
        return Html::default();
    }
    let told = fill(kit.words().red_line(), &[("n", &count.to_string())]);
    html! { <p class="red-line"><a href={Route::RedPen { id: id.to_owned() }.href()}>{ told }</a></p> }
}
