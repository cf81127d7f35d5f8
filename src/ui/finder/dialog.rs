//! The field and the list under it, as the ARIA pattern of a combobox with a list: the focus stays in the field, the arrows go
//! through the list, Enter goes there and Escape closes.

use super::entries::{Collection, Line, collect, terms};
use super::goal::Goal;
use crate::browser::{host, page};
use crate::criteria::read_glossary;
use crate::language::fill;
use crate::search::{Entry, Found, Index, Initials};
use crate::ui::kit::use_kit;
use crate::ui::parts::key_of;
use crate::ui::route::Route;
use crate::ui::screen::use_screen;
use crate::ui::shell::Over;
use crate::ui::store::Snapshot;
use std::ops::Range;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlInputElement, InputEvent};
use yew::prelude::*;

const DIALOG: &str = "finder";
const QUERY: &str = "finder-query";
const LIST: &str = "finder-list";

/// How many lines are shown: as many as are seen without scrolling.
const MOST: usize = 12;
/// How many characters of a text are shown before and behind what was found in it.
const BEFORE: usize = 16;
const BEHIND: usize = 48;

#[derive(Properties, PartialEq)]
pub(super) struct FinderDialogProps {
    pub open: Option<Snapshot>,
    /// The page it stands over.
    pub route: Route,
    pub then: Callback<Over>,
}

/// What can be found, made ready once.
struct Ready {
    index: Index,
    lines: Vec<Line>,
    initials: Initials,
}

impl Ready {
    fn of(Collection { entries, lines }: Collection) -> Rc<Ready> {
        Rc::new(Ready {
            index: Index::of(entries),
            lines,
            initials: Initials::of(page::characters_by_pinyin().chars()),
        })
    }
    /// What is shown for a query: pages, and what one can do, before anything is asked for.
    fn found(&self, query: &str) -> Vec<Found> {
        if query.trim().is_empty() {
            return (0..self.lines.len().min(MOST)).map(|at| Found { at, inside: None }).collect();
        }
        self.index.find(query, &self.initials, MOST)
    }
}

#[component]
pub(super) fn FinderDialog(FinderDialogProps { open, route, then }: &FinderDialogProps) -> Html {
    let (kit, screen) = (use_kit(), use_screen());
    let words = kit.words();
    let ready = use_state(|| Ready::of(collect(&kit, open.as_ref())));
    let query = use_state(String::new);
    let chosen = use_state(|| 0_usize);
    use_effect_with((), |()| page::show_dialog(DIALOG));
    {
        let (kit, open, ready) = (kit.clone(), open.clone(), ready.setter());
        use_effect_with((), move |()| {
            spawn_local(async move {
                let text = host::text("criteria/glossary.json").await;
                if let Some(glossary) = text.and_then(|text| read_glossary(&text)) {
                    let mut collection = collect(&kit, open.as_ref());
                    terms(&kit, glossary, &mut collection);
                    ready.set(Ready::of(collection));
                }
            });
        });
    }
    let found = ready.found(&query);
    let reach = {
        let (kit, route, ready, then) = (kit.clone(), route.clone(), (*ready).clone(), then.clone());
        Callback::from(move |at: usize| {
            let line = ready.lines.get(at);
            then.emit(if line.is_some_and(|line| line.goal == Goal::Keys) {
                Over::Keys
            } else {
                Over::Nothing
            });
            if let Some(line) = line {
                line.goal.reach(&kit, &screen, &route);
            }
        })
    };
    let oninput = {
        let (query, chosen) = (query.setter(), chosen.setter());
        Callback::from(move |event: InputEvent| {
            let Some(field) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else {
                return;
            };
            // What an input method is given stands in the field with marks between the syllables.
            let written = field.value();
            query.set(if event.is_composing() { written.replace(['\'', ' '], "") } else { written });
            chosen.set(0);
        })
    };
    let onkeydown = {
        let (chosen, found, reach, ready, drawn) = (chosen.clone(), found.clone(), reach.clone(), (*ready).clone(), (*query).clone());
        Callback::from(move |event: KeyboardEvent| {
            let last = found.len().saturating_sub(1);
            match key_of(&event).as_deref() {
                Some("ArrowDown") => chosen.set(if *chosen < last { *chosen + 1 } else { 0 }),
                Some("ArrowUp") => chosen.set(if *chosen > 0 { *chosen - 1 } else { last }),
                Some("Enter") => {
                    // What was typed a moment ago may not be drawn yet.
                    let written = event.target_dyn_into::<HtmlInputElement>().map(|field| field.value()).unwrap_or_default();
                    let at = if written == drawn {
                        found.get(*chosen).cloned()
                    } else {
                        ready.found(&written).into_iter().next()
                    };
                    if let Some(Found { at, .. }) = at {
                        reach.emit(at);
                    }
                }
                _ => return,
            }
            event.prevent_default();
        })
    };
    let choose = Callback::from(move |event: MouseEvent| {
        let line = event
            .target_dyn_into::<Element>()
            .and_then(|element| element.closest("[data-at]").ok().flatten());
        if let Some(at) = line.and_then(|line| line.get_attribute("data-at")?.parse().ok()) {
            reach.emit(at);
        }
    });
    let option = |row: usize| [LIST, "-", &row.to_string()].concat();
    use_effect_with(option(*chosen), |chosen| page::bring(chosen));
    let told = match found.len() {
        _ if query.trim().is_empty() => String::new(),
        0 => words.finder_none().to_owned(),
        MOST => fill(words.finder_first(), &[("n", &MOST.to_string())]),
        n => fill(words.finder_found(), &[("n", &n.to_string())]),
    };
    html! {
        <dialog id={DIALOG} class="sheet finder" aria-label={words.finder_title()} onclose={then.reform(|_: Event| Over::Nothing)}>
            <input id={QUERY} class="input" type="text" role="combobox" autocomplete="off" autocapitalize="off" spellcheck="false"
                aria-label={words.finder_title()} placeholder={words.finder_hint()} aria-expanded={(!found.is_empty()).to_string()} aria-controls={LIST}
                aria-autocomplete="list" aria-activedescendant={(!found.is_empty()).then(|| option(*chosen))} {oninput} {onkeydown} />
            <ul id={LIST} role="listbox" aria-label={words.finder_list()} onclick={choose}>
                { for found.iter().enumerate().filter_map(|(row, found)| {
                    let (entry, line) = (ready.index.entry(found.at)?, ready.lines.get(found.at)?);
                    Some(html! {
                        <li key={found.at} id={option(row)} role="option" aria-selected={(row == *chosen).to_string()} data-at={found.at.to_string()}>
                            <span class="kind">{ line.kind }</span><b>{ &entry.name }</b>{ aside(entry, line, found) }
                        </li>
                    })
                }) }
            </ul>
            <p class="small muted" role="status">{ told }</p>
            <p class="small muted keys">{ words.finder_keys() }</p>
        </dialog>
    }
}

/// Where it stands in its text, or what is told of it.
fn aside(entry: &Entry, line: &Line, found: &Found) -> Html {
    match &found.inside {
        Some(inside) => {
            let [before, standing, behind] = around(&entry.text, inside);
            html! { <small>{ before }<mark>{ standing }</mark>{ behind }</small> }
        }
        None => html! { <small>{ &line.note }</small> },
    }
}

/// A part of a text with a few characters on both sides.
fn around(text: &str, inside: &Range<usize>) -> [String; 3] {
    let (before, behind) = (&text[..inside.start], &text[inside.end..]);
    let skipped = before.chars().count().saturating_sub(BEFORE);
    let mark = |cut: bool| if cut { "…" } else { "" };
    let lead: String = before.chars().skip(skipped).collect();
    let rest: String = behind.chars().take(BEHIND).collect();
    let cut = rest.len() < behind.len();
    [
        [mark(skipped > 0), &lead].concat(),
        text[inside.clone()].to_owned(),
        [&rest, mark(cut)].concat(),
    ]
}
