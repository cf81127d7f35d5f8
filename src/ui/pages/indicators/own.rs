//! Indicators of one's own: added in one go, changed and taken away in their details.

use super::View;
use super::grid;
use crate::assessment::{Action, Field, FigureSlot, OwnChange, OwnIndicator, OwnText, text};
use crate::browser::chance::drawn;
use crate::browser::page;
use crate::criteria::Aim;
use crate::indicators::{Cell, CellColumn, CellRow, Refusal, read_number};
use crate::language::fill;
use crate::report::say;
use crate::ui::fields::{Entry, TextField, options, select};
use crate::ui::kit::{Kit, Notice};
use gloo::timers::callback::Timeout;
use std::rc::Rc;
use yew::prelude::*;

/// The form for a new one.
pub fn form(view: &View<'_>) -> Html {
    let words = view.kit.words();
    let text = |id: &'static str, label: &'static str| html! { <div class="field"><label for={id}>{ label }</label><input class="input" type="text" autocomplete="off" {id} /></div> };
    let list = |id: &'static str, label: &'static str, content: Html| html! { <div class="field"><label for={id}>{ label }</label><select class="input" {id}>{ content }</select></div> };
    let item = &view.kit.pack.item(view.item).id;
    let first = view.kit.pack.item(view.item).areas.first().map_or("", String::as_str);
    html! {
        <details class="sheet"><summary><h2>{ words.grid_own_add() }</h2></summary>
            <div class="stack-s"><div class="form">
                { text("own-name", words.grid_own_name()) }{ text("own-unit", words.grid_unit()) }
                { list("own-area", words.grid_own_place(), places(view.kit, item, first)) }{ list("own-aim", words.grid_own_aim(), aims(view.kit, Aim::Higher)) }
                { list("own-decimals", words.grid_own_decimals(), decimals(1)) }{ text("own-formula", words.grid_own_formula()) }
                { text("own-low", words.grid_own_low()) }{ text("own-high", words.grid_own_high()) }
            </div><div class="row"><button type="button" class="btn main" data-act="add own">{ words.grid_own_add_now() }</button></div></div>
        </details>
    }
}

/// The fields of one that is there, and the button that takes it away.
pub fn edit(view: &View<'_>, slot: FigureSlot) -> Html {
    let FigureSlot::Own(at) = slot else { return Html::default() };
    let Some(own) = view.assessment.figures.own.get(at) else {
        return Html::default();
    };
    let (kit, words) = (view.kit, view.kit.words());
    let id = |part: &str| ["own-", &at.to_string(), "-", part].concat();
    let text_field = |field: OwnText, part: &str, value: &Rc<str>, label: &'static str| {
        html! { <div class="field"><label aria-hidden="true">{ label }</label><TextField key={id(part)} id={id(part)} slot={Field::Own(at, field)} value={value.clone()} {label} /></div> }
    };
    let list = |part: &str, label: &'static str, content: Html, change: fn(&str) -> Option<OwnChange>| {
        let store = kit.store.clone();
        let chosen = move |value: String| {
            if let Some(change) = change(&value) {
                store.dispatch(Action::Own(at, change));
            }
        };
        html! { <div class="field"><label aria-hidden="true">{ label }</label>{ select(id(part), "", Some(label.to_owned()), content, chosen) }</div> }
    };
    let bound = |column: CellColumn, label: &'static str| {
        let field = grid::field(view, 1, Cell::new(CellRow::Figure(slot), column), label.to_owned(), false);
        html! { <div class="field"><label aria-hidden="true">{ label }</label>{ field }</div> }
    };
    html! {
        <><div class="form">
            { text_field(OwnText::Name, "name", &own.name, words.grid_own_name()) }{ text_field(OwnText::Unit, "unit", &own.unit, words.grid_unit()) }
            { list("area", words.grid_own_place(), places(kit, &own.item, &own.area), place) }{ list("aim", words.grid_own_aim(), aims(kit, own.direction), |word| Some(OwnChange::Direction(aim(word)?))) }
            { list("decimals", words.grid_own_decimals(), decimals(own.decimals), |n| Some(OwnChange::Decimals(n.parse().ok()?))) }{ text_field(OwnText::Formula, "formula", &own.formula, words.grid_own_formula()) }
            { bound(CellColumn::Least, words.grid_own_low()) }{ bound(CellColumn::Most, words.grid_own_high()) }
        </div><div class="row"><button type="button" class="btn danger" data-act={["remove ", &Cell::row_name(CellRow::Figure(slot))].concat()}>{ words.grid_own_remove() }</button></div></>
    }
}

/// Every area of every results item, one chosen.
fn places(kit: &Kit, item: &str, area: &str) -> Html {
    let text = kit.pack_words();
    let known = kit
        .pack
        .item_slot(item)
        .is_some_and(|slot| kit.pack.item(slot).areas.iter().any(|known| known == area));
    html! {
        <>if !known { <option value="" selected=true>{ kit.words().grid_own_nowhere() }</option> }
            { for kit.pack.results_items().map(|slot| {
                let content = kit.pack.item(slot);
                let areas = options(content.areas.iter().map(|one| Entry {
                    value: [content.id.as_str(), one].join("/"),
                    label: text.area(&content.id, one).to_owned(),
                    chosen: content.id == item && one == area,
                }));
                html! { <optgroup label={say::item_name(&kit.pack, kit.language, slot)}>{ areas }</optgroup> }
            }) }</>
    }
}

fn aims(kit: &Kit, chosen: Aim) -> Html {
    options(Aim::ALL.into_iter().map(|aim| {
        let (sign, label) = grid::aim_words(kit.words(), aim);
        Entry {
            value: aim.word().to_owned(),
            label: [sign, " ", label].concat(),
            chosen: aim == chosen,
        }
    }))
}

fn decimals(chosen: u8) -> Html {
    options((0..=4_u8).map(|n| Entry {
        value: n.to_string(),
        label: n.to_string(),
        chosen: n == chosen,
    }))
}

fn aim(word: &str) -> Option<Aim> {
    Aim::ALL.into_iter().find(|aim| aim.word() == word)
}

fn place(value: &str) -> Option<OwnChange> {
    let (item, area) = value.split_once('/')?;
    Some(OwnChange::Place(text(item), text(area)))
}

/// Adds what the form says, and goes to the first year of it.
pub fn add(kit: &Kit) {
    let words = kit.words();
    let refuse = |id: &'static str, sentence: String| {
        kit.notify.emit(Notice::bad(sentence));
        page::focus(id);
    };
    let value = |id: &str| page::value(id).trim().to_owned();
    let (name, unit) = (value("own-name"), value("own-unit"));
    if name.is_empty() {
        return refuse("own-name", words.grid_own_unnamed().to_owned());
    }
    let mut bounds = [None; 2];
    for (bound, id) in bounds.iter_mut().zip(["own-low", "own-high"]) {
        match read_number(&value(id), &[&unit]) {
            Ok(reading) => *bound = Some(reading.value),
            Err(Refusal::Empty | Refusal::NoValue) => {}
            Err(_) => {
                return refuse(
                    id,
                    fill(words.grid_refused(), &[("name", &say::on_one_line(kit.language, &name)), ("text", &value(id))]),
                );
            }
        }
    }
    let [low, high] = bounds;
    if low.is_some_and(|low| high.is_some_and(|high| low > high)) {
        return refuse("own-low", words.grid_own_bounds().to_owned());
    }
    let area = value("own-area");
    let (item, area) = area.split_once('/').unwrap_or_default();
    let own = OwnIndicator {
        name: text(&name),
        item: text(item),
        area: text(area),
        unit: text(&unit),
        direction: aim(&value("own-aim")).unwrap_or_default(),
        decimals: value("own-decimals").parse().unwrap_or(1),
        low,
        high,
        formula: text(value("own-formula")),
        ..OwnIndicator::default()
    };
    kit.store.dispatch(Action::AddOwn(drawn(), Rc::new(own)));
    for id in ["own-name", "own-unit", "own-formula", "own-low", "own-high"] {
        page::take_value(id);
    }
    let told = fill(words.grid_own_added(), &[("name", &say::on_one_line(kit.language, &name))]);
    kit.notify.emit(Notice::good(told));
    let Some(open) = kit.store.snapshot() else { return };
    let slot = FigureSlot::Own(open.assessment.figures.own.len().saturating_sub(1));
    let year = super::years::window(&open.assessment).first();
    let first = Cell::new(CellRow::Figure(slot), CellColumn::Year(year)).name();
    // Its row is drawn first.
    Timeout::new(0, move || page::focus_text(&first)).forget();
}

/// Takes one away; undo brings it back with its figures.
pub fn remove(kit: &Kit, at: usize) {
    let Some(open) = kit.store.snapshot() else { return };
    let name = say::indicator_name(&kit.pack, &open.assessment, kit.language, FigureSlot::Own(at));
    kit.store.dispatch(Action::RemoveOwn(at));
    kit.notify.emit(Notice::good(fill(kit.words().grid_own_removed(), &[("name", &name)])));
}
