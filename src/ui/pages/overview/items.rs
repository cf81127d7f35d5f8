//! Every item in a table: filtered by category and state, sorted by its heads, chosen by its ticks.

use super::View;
use crate::criteria::{CategorySlot, ItemSlot};
use crate::language::{codes, fill, grouped};
use crate::overview::{Column, ItemStanding, Listing, State};
use crate::report::say;
use crate::ui::fields::{Entry, options, select};
use crate::ui::parts::on_value;
use crate::ui::route::Route;
use yew::prelude::*;

/// Sorts by the column whose head was pressed.
pub(super) fn sort(listing: &UseStateHandle<Listing>, word: &str) {
    if let Some(column) = Column::ALL.into_iter().find(|column| column.word() == word) {
        listing.set(listing.sorted_by(column));
    }
}

/// Which items are listed, and how many those are.
pub(super) fn filters(view: &View<'_>, listing: &UseStateHandle<Listing>, shown: usize) -> Html {
    let (kit, words) = (view.kit, view.kit.words());
    let entry = |value: String, label: String, chosen: bool| Entry { value, label, chosen };
    let rows = &view.known.rows;
    let categories = kit
        .pack
        .categories()
        .filter(|(slot, _)| rows.iter().any(|row| kit.pack.category_of(row.item) == *slot));
    let categories = categories.map(|(slot, category)| {
        let name = [&category.number, " ", kit.pack_words().category(&category.id)].concat();
        entry(slot.0.to_string(), name, listing.category == Some(slot))
    });
    let states = State::ALL.into_iter().filter(|state| rows.iter().any(|row| row.state == *state));
    let states = states.map(|state| entry(state.code().to_owned(), state_word(view, state).to_owned(), listing.state == Some(state)));
    let all = |chosen: bool| std::iter::once(entry(String::new(), words.overview_all().to_owned(), chosen));
    let by_category = {
        let listing = listing.clone();
        move |value: String| {
            let category = value.parse().ok().map(CategorySlot);
            listing.set(Listing { category, ..*listing });
        }
    };
    let by_state = {
        let listing = listing.clone();
        move |value: String| {
            let state = State::ALL.into_iter().find(|state| state.code() == value);
            listing.set(Listing { state, ..*listing });
        }
    };
    let told = [("n", &*shown.to_string()), ("all", &rows.len().to_string())];
    html! {
        <>
            <div class="row controls"><label for="of-category">{ words.overview_category() }</label>{ select("of-category".to_owned(), "short", None, options(all(listing.category.is_none()).chain(categories)), by_category) }
                <label for="of-state">{ words.overview_state() }</label>{ select("of-state".to_owned(), "short", None, options(all(listing.state.is_none()).chain(states)), by_state) }
                <span class="small" role="status">{ fill(words.overview_shown(), &told) }</span></div>
            <p class="small muted controls">{ words.overview_sort_note() }</p>
        </>
    }
}

fn state_word(view: &View<'_>, state: State) -> &'static str {
    view.kit.words().by_code(&codes::ITEM_STATE, state.code())
}

fn head(view: &View<'_>, column: Column) -> &'static str {
    let words = view.kit.words();
    match column {
        Column::Item => words.column_item(),
        Column::State => words.overview_state(),
        Column::Characters => words.overview_characters(),
        Column::Factors => words.overview_factors(),
        Column::Percent => words.column_percent(),
        Column::Points => words.column_points(),
        Column::Evidence => words.overview_evidence(),
        Column::Figures => words.overview_figures(),
        Column::Findings => words.overview_findings(),
        Column::Holder => words.overview_holder(),
    }
}

/// The class of a column's cells: numbers stand at the end.
fn class(column: Column) -> &'static str {
    match column {
        Column::Item | Column::State | Column::Holder => "",
        _ => "r",
    }
}

pub(super) fn table(view: &View<'_>, listing: Listing, shown: &[&ItemStanding], ticked: &UseStateHandle<Vec<ItemSlot>>) -> Html {
    let words = view.kit.words();
    if shown.is_empty() {
        return html! { <p>{ words.overview_nothing() }</p> };
    }
    let whole = view.known.own.is_none();
    // Parts handed out have no column where there are none.
    let holders = view.known.rows.iter().any(|row| !row.holders.is_empty());
    let columns: Vec<Column> = Column::ALL.into_iter().filter(|column| *column != Column::Holder || holders).collect();
    let choosable: Vec<ItemSlot> = shown.iter().filter(|row| row.state != State::NotApplicable).map(|row| row.item).collect();
    let all = !choosable.is_empty() && choosable.iter().all(|slot| ticked.contains(slot));
    let onchange = {
        let (ticked, choosable) = (ticked.clone(), choosable.clone());
        on_value(move |value| ticked.set(turned(&ticked, &choosable, &value)))
    };
    let heads = columns.iter().map(|column| {
        let sort = match (listing.by == *column, listing.down) {
            (false, _) => "none",
            (true, false) => "ascending",
            (true, true) => "descending",
        };
        html! { <th scope="col" class={class(*column)} aria-sort={sort}><button type="button" class="sort" data-sort={column.word()}>{ head(view, *column) }</button></th> }
    });
    html! {
        <div class="scroll" tabindex="0" role="group" aria-label={words.overview_items()} {onchange}><table class="standings">
            <thead><tr>if whole { <th scope="col" class="tick"><input type="checkbox" value="all" checked={all} aria-label={words.overview_tick_all()} /></th> }{ for heads }</tr></thead>
            <tbody>{ for shown.iter().map(|row| {
                let name = say::item_name(&view.kit.pack, view.kit.language, row.item);
                let tick = (row.state != State::NotApplicable).then(|| html! {
                    <input type="checkbox" value={row.item.0.to_string()} checked={ticked.contains(&row.item)} aria-label={fill(words.overview_tick_of(), &[("item", &name)])} />
                });
                html! { <tr key={row.item.0}>if whole { <td class="tick">{ for tick }</td> }{ for columns.iter().map(|column| cell(view, row, *column, &name)) }</tr> }
            }) }</tbody></table></div>
    }
}

/// The ticks after one was turned: all of them where one is missing, else none; or that of one item.
fn turned(ticked: &[ItemSlot], choosable: &[ItemSlot], value: &str) -> Vec<ItemSlot> {
    let mut turned = ticked.to_vec();
    let asked: Vec<ItemSlot> = match value.parse().map(ItemSlot) {
        Ok(slot) => vec![slot],
        Err(_) => choosable.to_vec(),
    };
    let all = asked.iter().all(|slot| ticked.contains(slot));
    turned.retain(|slot| !asked.contains(slot));
    if !all {
        turned.extend(asked);
    }
    turned
}

fn cell(view: &View<'_>, row: &ItemStanding, column: Column, name: &str) -> Html {
    let (kit, words) = (view.kit, view.kit.words());
    let of = |some: usize, all: usize| [some.to_string(), " / ".to_owned(), all.to_string()].concat();
    let nothing = || "—".to_owned();
    let text = match column {
        Column::Item => {
            return html! { <th scope="row"><a href={Route::item(view.id, &kit.pack, row.item).href()}>{ name.to_owned() }</a></th> };
        }
        Column::State => {
            let class = match row.state {
                State::Complete => "tag g",
                State::Begun => "tag w",
                State::Empty | State::NotApplicable => "tag",
            };
            return html! { <td><span {class}>{ state_word(view, row.state) }</span></td> };
        }
        Column::Percent => {
            let band = row.score.band.and_then(|at| kit.pack.rubric_of(row.item).bands.get(at));
            let rated = match row.score.percent {
                Some(percent) => percent.to_string(),
                None if row.score.maximum.applies() => words.not_rated_short().to_owned(),
                None => nothing(),
            };
            return html! { <td class="r">{ rated }{ for band.map(|band| html! { <small>{ kit.language.band(band.from, band.to) }</small> }) }</td> };
        }
        Column::Figures => match row.figures {
            Some((there, all)) => {
                let to = Route::indicators(view.id, &kit.pack, row.item);
                return html! { <td class="r"><a href={to.href()}>{ of(there, all) }</a></td> };
            }
            None => nothing(),
        },
        Column::Characters => grouped(row.characters as u64),
        Column::Factors => of(row.answered, row.factors),
        Column::Points => match row.score.maximum.points() {
            Some(max) => [
                row.score.points.map_or_else(nothing, |points| points.to_string()),
                " / ".to_owned(),
                max.to_string(),
            ]
            .concat(),
            None => nothing(),
        },
        Column::Evidence => row.evidence.to_string(),
        Column::Findings => row.findings.to_string(),
        Column::Holder => {
            let holders = row.holders.iter().map(|holder| {
                let name = say::on_one_line(kit.language, &holder.department);
                match holder.deadline {
                    _ if holder.is_back => fill(words.overview_back(), &[("department", &name)]),
                    Some(day) => fill(words.overview_due(), &[("department", &name), ("date", &say::date(kit.language, day))]),
                    None => name,
                }
            });
            holders.collect::<Vec<String>>().join(words.list_separator())
        }
    };
    html! { <td class={class(column)}>{ text }</td> }
}
