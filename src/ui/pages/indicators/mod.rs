//! The figures of one results item: a grid by year, what the figures say, what does not fit, and the bands they support.

mod cell;
mod details;
mod grid;
mod hints;

use crate::assessment::{Action, Assessment, FigureSlot, Window};
use crate::browser::page;
use crate::criteria::{ItemSlot, Pack};
use crate::indicators::{Results, read_results};
use crate::language::fill;
use crate::report::say;
use crate::ui::kit::{Kit, Notice, use_kit};
use crate::ui::parts::{on_button, on_value};
use crate::ui::route::Route;
use cell::Cell;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, HtmlInputElement, KeyboardEvent};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct IndicatorsPageProps {
    pub assessment: Rc<Assessment>,
    pub id: Rc<str>,
    /// The results item shown.
    pub item: ItemSlot,
}

/// What the parts of the page are made from.
struct View<'a> {
    kit: &'a Kit,
    assessment: &'a Assessment,
    item: ItemSlot,
    results: Results,
    years: Vec<i32>,
    /// The cell that is written in, and what stands there until it is left.
    writing: Option<(String, String)>,
    /// The indicator whose details are shown.
    chosen: Option<FigureSlot>,
}

/// The years shown: those asked for, else those that have a value, else three up to the one before the application.
fn years(assessment: &Assessment) -> Window {
    let figures = &assessment.figures;
    if let Some(window) = figures.window {
        return window;
    }
    let of_records = figures.indicators.iter().flat_map(|record| record.values.iter().map(|(year, _)| year));
    let all: Vec<i32> = of_records
        .chain(figures.inputs.iter().flat_map(|input| input.iter().map(|(year, _)| year)))
        .collect();
    let last = assessment
        .eligibility
        .application_date
        .map_or_else(|| crate::browser::clock::today().to_string(), |day| day.to_string());
    let before = last.get(..4).and_then(|year| year.parse::<i32>().ok()).unwrap_or(2016) - 1;
    let (first, last) = (all.iter().copied().min().unwrap_or(before - 2), all.iter().copied().max().unwrap_or(before));
    let count = u8::try_from(last - first + 1).unwrap_or(Window::MOST).clamp(3, Window::MOST);
    Window::new(first, count).or(Window::new(2014, 3)).expect("these years are within bounds")
}

#[component]
pub fn IndicatorsPage(props: &IndicatorsPageProps) -> Html {
    let kit = use_kit();
    let words = kit.words();
    let writing = use_mut_ref(|| None::<(String, String)>);
    let chosen = use_state(|| None::<FigureSlot>);
    let redraw = use_force_update();
    let window = years(&props.assessment);
    let view = View {
        kit: &kit,
        assessment: &props.assessment,
        item: props.item,
        results: read_results(&kit.pack, &props.assessment),
        years: window.years().collect(),
        writing: writing.borrow().clone(),
        chosen: *chosen,
    };
    let oninput = {
        let (kit, writing) = (kit.clone(), writing.clone());
        Callback::from(move |event: InputEvent| {
            if let Some((name, input)) = cell_of(&event) {
                write(&kit, &writing, &name, input.value());
            }
        })
    };
    let onfocusout = {
        let (kit, writing, redraw) = (kit.clone(), writing.clone(), redraw.clone());
        Callback::from(move |_: FocusEvent| {
            let left = writing.borrow_mut().take();
            if let Some((name, text)) = left {
                leave(&kit, &name, &text);
                redraw.force_update();
            }
        })
    };
    let onkeydown = {
        let names: Vec<Vec<String>> = grid::names(&view);
        Callback::from(move |event: KeyboardEvent| go(&event, &names))
    };
    let onpaste = {
        let (kit, names) = (kit.clone(), grid::names(&view));
        Callback::from(move |event: Event| paste(&kit, &event, &names))
    };
    let onclick = {
        let (chosen, kit) = (chosen.clone(), kit.clone());
        on_button("data-act", move |act| match act.split_once(' ') {
            Some(("details", name)) => {
                if let Some(Cell {
                    row: cell::Row::Figure(slot), ..
                }) = Cell::named(&[name, "/t"].concat())
                {
                    chosen.set(if *chosen == Some(slot) { None } else { Some(slot) });
                }
            }
            Some((act, value)) => {
                if let (Some(slot), Some(open)) = (*chosen, kit.store.snapshot())
                    && let Some(action) = details::press(&open.assessment, slot, act, value)
                {
                    kit.store.dispatch(action);
                }
            }
            None => {}
        })
    };
    html! {
        <main class="page wide" key="indicators"><div class="stack" {oninput} {onfocusout} {onkeydown} {onpaste} {onclick}>
            <div class="stack-xs"><h1>{ words.grid_title }</h1><p class="small">{ words.grid_intro }</p></div>
            { tabs(&view, &props.id) }
            { year_fields(&kit, window) }
            { grid::grid(&view) }
            { for view.chosen.iter().map(|slot| details::details(&view, *slot)) }
            { hints::hints(&view, &props.id) }
        </div></main>
    }
}

/// The results items, each with how many of its indicators have a figure.
fn tabs(view: &View<'_>, id: &str) -> Html {
    let (kit, words) = (view.kit, view.kit.words());
    let tab = |slot: ItemSlot| {
        let of_item = view
            .results
            .indicators
            .iter()
            .filter(|reading| reading.applies && reading.place.is_some_and(|(item, _)| item == slot));
        let (all, n) = (of_item.clone().count(), of_item.filter(|reading| reading.has_figure()).count());
        let name = say::item_name(&kit.pack, kit.language, slot);
        let label = fill(words.grid_tab, &[("name", &name), ("n", &n.to_string()), ("all", &all.to_string())]);
        let here = slot == view.item;
        let address = Route::indicators(id, &kit.pack, slot).href();
        html! { <li key={slot.0}><a class={classes!("tag", here.then_some("o"))} href={address} aria-current={here.then_some("page")}>{ label }</a></li> }
    };
    html! { <nav aria-label={words.grid_items}><ul class="chips">{ for kit.pack.results_items().map(tab) }</ul></nav> }
}

/// First year and number of years.
fn year_fields(kit: &Kit, window: Window) -> Html {
    let words = kit.words();
    let store = kit.store.clone();
    let first = on_value(move |year| {
        if let Some(window) = year.parse().ok().and_then(|first| Window::new(first, window.count())) {
            store.dispatch(Action::Years(Some(window)));
        }
    });
    let store = kit.store.clone();
    let count = on_value(move |count| {
        if let Some(window) = count.parse().ok().and_then(|count| Window::new(window.first(), count)) {
            store.dispatch(Action::Years(Some(window)));
        }
    });
    html! {
            <div class="row"><label for="first-year">{ words.grid_first_year }</label>
    <select class="input short" id="first-year" onchange={first}>{ for (window.first() - 12..=window.first() + 12).map(|year| html! { <option value={year.to_string()} selected={year == window.first()}>{ year.to_string() }</option> }) }</select>
                <label for="year-count">{ words.grid_years }</label>
                <select class="input short" id="year-count" onchange={count}>{ for (3..=window.count().max(5)).map(|n| html! { <option value={n.to_string()} selected={n == window.count()}>{ n.to_string() }</option> }) }</select></div>
        }
}

/// The cell an event comes from: its name and its field.
fn cell_of(event: &web_sys::Event) -> Option<(String, HtmlInputElement)> {
    let input: HtmlInputElement = event.target()?.dyn_into().ok()?;
    Some((input.get_attribute("data-cell")?, input))
}

/// What is typed counts as soon as it is a figure; until the cell is left, it stands there as it was typed.
fn write(kit: &Kit, writing: &RefCell<Option<(String, String)>>, name: &str, text: String) {
    *writing.borrow_mut() = Some((name.to_owned(), text.clone()));
    let (Some(cell), Some(open)) = (Cell::named(name), kit.store.snapshot()) else {
        return;
    };
    if let Ok(reading) = cell.read(&kit.pack, &open.assessment, &text)
        && let Some(action) = cell.action(reading.map(|reading| reading.value))
    {
        kit.store.dispatch(action);
    }
}

/// Says what was understood of a cell that is left, or that it was not.
fn leave(kit: &Kit, name: &str, text: &str) {
    let (Some(cell), Some(open)) = (Cell::named(name), kit.store.snapshot()) else {
        return;
    };
    let words = kit.words();
    let row = grid::row_name(kit, &open.assessment, cell.row);
    match cell.read(&kit.pack, &open.assessment, text) {
        Ok(Some(reading)) if !reading.is_plain() => {
            let value = cell.shown(&kit.pack, &open.assessment);
            let told = fill(
                words.grid_understood,
                &[("name", &row), ("text", &say::on_one_line(kit.language, text)), ("value", &value)],
            );
            kit.notify.emit(Notice::good(told));
        }
        Ok(_) => {}
        Err(_) => {
            let told = fill(words.grid_refused, &[("name", &row), ("text", &say::on_one_line(kit.language, text))]);
            kit.notify.emit(Notice::bad(told));
        }
    }
}

/// Enter and the arrows up and down go along a column, as in a spreadsheet; left and right at the ends of a text.
fn go(event: &KeyboardEvent, names: &[Vec<String>]) {
    let Some((name, input)) = cell_of(event) else { return };
    let Some((row, column)) = place(names, &name) else { return };
    let caret = input.selection_start().ok().flatten().unwrap_or(0);
    let end = input.value().chars().map(|character| character.len_utf16() as u32).sum::<u32>();
    let target = match event.key().as_str() {
        "Enter" | "ArrowDown" if !event.is_composing() => names.get(row + 1).and_then(|row| row.get(column)),
        "ArrowUp" => row.checked_sub(1).and_then(|row| names[row].get(column)),
        "ArrowLeft" if caret == 0 => column.checked_sub(1).and_then(|column| names[row].get(column)),
        "ArrowRight" if caret == end => names[row].get(column + 1),
        _ => return,
    };
    if let Some(target) = target {
        event.prevent_default();
        page::focus(target);
    }
}

fn place(names: &[Vec<String>], name: &str) -> Option<(usize, usize)> {
    names
        .iter()
        .enumerate()
        .find_map(|(at, row)| Some((at, row.iter().position(|known| known == name)?)))
}

/// A block from a spreadsheet goes into the grid from the cell on, as one step of undo; a single value is left to the cell.
fn paste(kit: &Kit, event: &Event, names: &[Vec<String>]) {
    let Some(clipboard) = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data) else {
        return;
    };
    let text = clipboard.get_data("text/plain").unwrap_or_default();
    let block: Vec<Vec<&str>> = text
        .trim_end_matches(['\r', '\n'])
        .split('\n')
        .map(|line| line.trim_end_matches('\r').split('\t').collect())
        .collect();
    let single = block.len() == 1 && block[0].len() == 1;
    let (Some((name, _)), Some(open), false) = (cell_of(event), kit.store.snapshot(), single) else {
        return;
    };
    let Some((row, column)) = place(names, &name) else { return };
    event.prevent_default();
    let (mut actions, mut refused) = (Vec::new(), 0);
    for (down, line) in block.iter().enumerate() {
        for (right, text) in line.iter().enumerate() {
            let Some(cell) = names.get(row + down).and_then(|row| row.get(column + right)).and_then(|name| Cell::named(name)) else {
                continue;
            };
            match cell.read(&kit.pack, &open.assessment, text) {
                Ok(reading) => actions.extend(cell.action(reading.map(|reading| reading.value))),
                Err(_) => refused += 1,
            }
        }
    }
    let n = actions.len().to_string();
    kit.store.dispatch(Action::Several(actions));
    let text = if refused == 0 {
        kit.words().grid_pasted
    } else {
        kit.words().grid_pasted_some
    };
    let told = fill(text, &[("n", &n), ("m", &refused.to_string())]);
    kit.notify.emit(Notice { text: told, bad: refused > 0 });
}

/// The unit of a quantity in the language of the screen.
fn unit<'a>(pack: &'a Pack, kit: &Kit, unit: &str) -> &'a str {
    pack.words(kit.language.tag()).unit(unit)
}
