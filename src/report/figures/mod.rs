//! The figures of a results item as the report tells them: a table with the years as columns, what the figures say, and
//! a chart of every indicator with three values or more.

mod analysis;
mod changed;
mod chart;
mod naming;
mod references;
mod submitted;
mod table;

pub(super) use analysis::{comparison_told, latest_told, level_told, trend_told};
pub(super) use changed::changed_figures;
pub(super) use submitted::{submitted, submitted_of_no_item};
pub(super) use table::{rows_by_year, year_columns, years};

use super::document::{Alignment, ParagraphStyle, Row, Weight};
use super::draft::{Draft, one_line};
use super::say;
use crate::assessment::{FigureRecord, FigureSlot};
use crate::criteria::ItemSlot;
use crate::indicators::IndicatorReading;
use crate::language::fill;
use naming::{Named, amount};

/// The areas of an item with their names, in its order.
fn areas<'a>(draft: &Draft<'a>, slot: ItemSlot) -> Vec<(usize, &'a str)> {
    let item = draft.pack.item(slot);
    let named = item.areas.iter().enumerate();
    named.map(|(at, area)| (at, draft.pack_words.area(&item.id, area))).collect()
}

/// Everything the figures of an item hold; nothing where there are none.
pub(super) fn of_item(draft: &mut Draft<'_>, slot: ItemSlot) {
    let shown = shown(draft, |reading| reading.place.is_some_and(|(item, _)| item == slot));
    if shown.is_empty() {
        return;
    }
    let item = draft.pack.item(slot);
    let name = draft.pack_words.item(&item.id).to_owned();
    draft.heading(4, draft.words.report_figures());
    let areas = areas(draft, slot);
    let at = draft.blocks.len();
    table::write(draft, &name, &shown, &areas);
    analysis::write(draft, &name, &shown);
    hints(draft, slot);
    chart::write(draft, &shown);
    references::write(draft, at);
}

/// Own indicators that belong to no item, and the quantities computed indicators stand on: what was entered is told.
pub(super) fn of_no_item(draft: &mut Draft<'_>) {
    let words = draft.words;
    let shown = shown(draft, |reading| reading.place.is_none());
    if !shown.is_empty() {
        draft.heading(2, words.report_figures_elsewhere());
        let at = draft.blocks.len();
        table::write(draft, words.report_figures_elsewhere(), &shown, &[]);
        analysis::write(draft, words.report_figures_elsewhere(), &shown);
        chart::write(draft, &shown);
        references::write(draft, at);
    }
    inputs(draft);
}

fn shown(draft: &Draft<'_>, belongs: impl Fn(&IndicatorReading) -> bool) -> Vec<IndicatorReading> {
    let blank = |slot: FigureSlot| match slot {
        FigureSlot::Own(_) => false,
        FigureSlot::Catalogue(_) => draft.assessment.figures.record(slot).is_none_or(FigureRecord::is_blank),
    };
    let all = draft.results.indicators.iter();
    all.filter(|reading| belongs(reading) && (reading.has_figure() || !blank(reading.slot)))
        .cloned()
        .collect()
}

/// How much of the item the figures cover and how they stand, a sentence for each factor.
fn hints(draft: &mut Draft<'_>, slot: ItemSlot) {
    let found = draft.results.items.iter().find(|reading| reading.item == slot);
    let Some(hint) = found.and_then(|reading| reading.hint.clone()) else { return };
    let told: Vec<String> = hint.factors.iter().map(|factor| say::hint(draft.language, factor.reason)).collect();
    draft.labelled(draft.words.report_figures_say(), ParagraphStyle::Entry, &told.join("\n"));
}

fn inputs(draft: &mut Draft<'_>) {
    let (pack, words) = (draft.pack, draft.words);
    let entered = |slot| draft.assessment.figures.input(slot);
    let filled: Vec<_> = pack.inputs().filter(|(slot, _)| !entered(*slot).is_empty()).collect();
    let ends = filled
        .iter()
        .filter_map(|(slot, _)| Some((entered(*slot).iter().next()?.0, entered(*slot).iter().next_back()?.0)));
    let Some((first, last)) = ends.reduce(|(first, last), (from, to)| (first.min(from), last.max(to))) else {
        return;
    };
    draft.heading(2, words.report_figures_inputs());
    // A file may hold any year; only those that have a value become columns.
    let years: Vec<i32> = (first..=last)
        .filter(|&year| filled.iter().any(|(slot, _)| entered(*slot).at(year).is_some()))
        .collect();
    for years in years.chunks(table::MOST_YEARS_ALONE) {
        let rows = filled.iter().map(|(slot, input)| {
            let name = Named::of_input(draft, *slot, &input.unit);
            let values = years.iter().map(|year| {
                entered(*slot)
                    .at(*year)
                    .map_or_else(|| words.none().to_owned(), |value| amount(*value, plain_digits(*value)))
            });
            Row {
                weight: Weight::Plain,
                cells: std::iter::once(name.with_unit(draft)).chain(values).collect(),
            }
        });
        let rows = rows.collect::<Vec<Row>>();
        let mut columns = vec![(words.report_figures_quantity().to_owned(), 30, Alignment::Start)];
        columns.extend(year_columns(years, &rows, 1));
        draft.table_of(words.report_figures_inputs(), columns, rows);
    }
}

/// Digits after the point of a number as it was typed, four at most: 2 for 1.25, none for 3.
fn plain_digits(value: f64) -> u8 {
    (0..4_u8).find(|&digits| format!("{value:.*}", digits.into()).parse() == Ok(value)).unwrap_or(4)
}

/// The name of an indicator, whole.
pub(super) fn indicator_name(draft: &Draft<'_>, slot: FigureSlot) -> String {
    Named::of(draft, slot).name
}

/// A note below a table: `供方准时交付率：…`.
fn note(draft: &mut Draft<'_>, name: &Named, text: &str) {
    let told = fill(draft.words.term_within(), &[("whole", &one_line(&name.name)), ("part", text)]);
    draft.paragraphs(ParagraphStyle::Note, &told);
}
