//! Which sheets are taken over and what their columns mean: guessed, to be corrected.

use super::picked::{Picked, Sheet};
use super::questions;
use crate::assessment::Window;
use crate::import::{Column, Meaning, Spot, Table};
use crate::language::{Words, codes, fill};
use crate::report::say;
use crate::ui::fields::{Entry, options};
use crate::ui::kit::Kit;
use std::collections::BTreeSet;
use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// What a column means, with its year.
pub fn label(words: &Words, column: Column) -> String {
    let name = words.by_code(&codes::SHEET_COLUMN, column.meaning.code());
    match column.year {
        Some(year) => fill(words.template_of_year(), &[("heading", name), ("year", &year.to_string())]),
        None => name.to_owned(),
    }
}

/// The file after a list of the panel was changed; none where it was another field.
pub fn changed(picked: &Picked, event: &Event) -> Option<Picked> {
    let list: HtmlSelectElement = event.target()?.dyn_into().ok()?;
    if let Some(place) = list.get_attribute("data-asked") {
        return questions::answered(picked, &place, &list.value());
    }
    let place = list.get_attribute("data-column")?;
    let (table, at) = place.split_once(' ')?;
    let table = table.parse().ok()?;
    match at {
        "heading" => picked.with_heading(table, list.value().parse().ok()?),
        at => picked.with_column(table, at.parse().ok()?, Column::from_code(&list.value())?),
    }
}

pub fn columns(kit: &Kit, picked: &Picked, years: Window) -> Html {
    let words = kit.words();
    let tables = || picked.book.tables.iter().zip(&picked.sheets).enumerate();
    let button = |(at, (table, sheet)): (usize, (&Table, &Sheet))| {
        let class = classes!("btn", sheet.counts.then_some("main"));
        html! { <button type="button" {class} aria-pressed={sheet.counts.to_string()} data-import={["sheet ", &at.to_string()].concat()}>{ name(kit, table) }</button> }
    };
    let unseen = tables().any(|(_, (table, sheet))| sheet.counts && !table.percents_seen);
    html! {
        <><h3>{ fill(words.import_file(), &[("name", &say::on_one_line(kit.language, &picked.name))]) }</h3>
            if picked.sheets.len() > 1 { <div class="row" role="group" aria-label={words.import_sheets()}><span class="small">{ words.import_sheets() }</span>{ for tables().map(button) }</div> }
            if !picked.book.hidden.is_empty() { <p class="small">{ hidden(kit, &picked.book.hidden) }</p> }
            if unseen { <p class="small">{ words.import_percent_unseen() }</p> }
            { for tables().filter(|(_, (_, sheet))| sheet.counts).map(|(at, (table, sheet))| meanings(kit, at, table, sheet, years)) }</>
    }
}

fn hidden(kit: &Kit, sheets: &[String]) -> String {
    let names: Vec<String> = sheets.iter().map(|name| say::on_one_line(kit.language, name)).collect();
    fill(kit.words().import_hidden_sheets(), &[("names", &names.join(kit.words().term_list()))])
}

pub fn name(kit: &Kit, table: &Table) -> String {
    if table.name.is_empty() {
        kit.words().import_only_sheet().to_owned()
    } else {
        say::on_one_line(kit.language, &table.name)
    }
}

/// A cell's text on one line.
pub fn in_words(kit: &Kit, text: &str) -> String {
    say::on_one_line(kit.language, &text.split_whitespace().collect::<Vec<&str>>().join(" "))
}

/// The columns of one table. What is not understood at first sight stands open.
fn meanings(kit: &Kit, at: usize, table: &Table, sheet: &Sheet, window: Window) -> Html {
    let (words, mapping) = (kit.words(), &sheet.mapping);
    let of_columns = mapping.columns.iter().filter_map(|column| column.year);
    let years: BTreeSet<i32> = window.years().chain(of_columns).collect();
    let headings = mapping.headings(table);
    let row = |(column, meaning): (usize, &Column)| {
        let letter = letter(table, at, column);
        let heading = in_words(kit, headings.get(column).map_or("", String::as_str));
        let below = (mapping.heading + 1..table.rows.len()).map(|row| table.cell(row, column));
        let sample = below.into_iter().find(|cell| !cell.is_empty()).map_or_else(String::new, |cell| cell.shown());
        let label = fill(words.import_meaning_of(), &[("column", &letter)]);
        let place = [at.to_string(), column.to_string()].join(" ");
        html! {
            <tr><th scope="row">{ letter }</th><td>{ heading }</td><td>{ in_words(kit, &sample) }</td>
                <td><select class="input" data-column={place} aria-label={label}>{ choices(words, *meaning, &years) }</select></td></tr>
        }
    };
    let open: Vec<String> = mapping.open_columns(table).into_iter().map(|column| letter(table, at, column)).collect();
    let left: Vec<String> = mapping.left_columns(table).into_iter().map(|column| letter(table, at, column)).collect();
    let title = fill(words.import_columns(), &[("name", &name(kit, table))]);
    let rows = options((0..table.rows.len().clamp(1, 40)).map(|row| Entry {
        value: row.to_string(),
        label: (table.row_in_file(row) + 1).to_string(),
        chosen: row == mapping.heading,
    }));
    let heading = ["heading-", &at.to_string()].concat();
    let own = ["own ", &at.to_string()].concat();
    html! {
        <div class="stack-s" key={at}>
        if mapping.is_usable() && !left.is_empty() { <p class="small">{ fill(words.import_left_columns(), &[("name", &name(kit, table)), ("columns", &left.join(words.term_list()))]) }</p> }
        <details open={!mapping.is_usable() || !open.is_empty()}><summary>{ title.clone() }</summary>
            <div class="stack-s">
                if !mapping.is_usable() { <p>{ words.import_unusable() }</p> }
                if !open.is_empty() { <p>{ fill(words.import_open_columns(), &[("columns", &open.join(words.term_list()))]) }</p> }
                if table.turned { <p class="small">{ words.import_turned() }</p> }
                if sheet.remembered { <p class="small">{ words.import_remembered() }</p> }
                <div class="row"><label for={heading.clone()}>{ words.import_heading_row() }</label><select class="input short" id={heading} data-column={[&at.to_string(), " heading"].concat()}>{ rows }</select>
                    <button type="button" class={classes!("btn", mapping.add_own.then_some("main"))} aria-pressed={mapping.add_own.to_string()} data-import={own}>{ words.import_add_own() }</button></div>
                <div class="scroll" tabindex="0" role="group" aria-label={title}><table><thead><tr><th scope="col">{ words.import_column() }</th><th scope="col">{ words.import_heading() }</th><th scope="col">{ words.import_sample() }</th><th scope="col">{ words.import_meaning() }</th></tr></thead>
                    <tbody>{ for mapping.columns.iter().enumerate().map(row) }</tbody></table></div>
            </div>
        </details></div>
    }
}

/// What a column is called in the file: its letter, or the number of its row where the table was turned.
fn letter(table: &Table, at: usize, column: usize) -> String {
    if table.turned {
        return (column + 1).to_string();
    }
    Spot { table: at, row: 0, column }.name().trim_end_matches('1').to_owned()
}

/// Every meaning; one that is about a year for each of the years, and for the year of the row.
fn choices(words: &Words, chosen: Column, years: &BTreeSet<i32>) -> Html {
    let of_years = |meaning: Meaning| {
        let years = years.iter().map(move |year| Column::of(meaning, *year));
        std::iter::once(Column::plain(meaning)).chain(years.filter(move |_| meaning.has_year()))
    };
    let all = Meaning::ALL.iter().copied().flat_map(of_years);
    options(all.map(|column| Entry {
        value: column.code(),
        label: label(words, column),
        chosen: column == chosen,
    }))
}
