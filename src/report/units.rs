//! The controlled units as a table. Where none is listed there is no such part.

use super::document::{Alignment, Row, Weight};
use super::draft::{Draft, one_line};
use crate::assessment::{ControlledUnit, UnitText};

/// In the working draft; what was not stated says so. `asked` writes the title though no unit is listed.
pub(super) fn write(draft: &mut Draft<'_>, asked: bool) {
    let words = draft.words;
    if !draft.assessment.organisation.has_units() {
        if asked {
            draft.heading(2, words.units_title());
            draft.missing();
        }
        return;
    }
    draft.heading(2, words.units_title());
    table(draft, words.units_unstated());
}

/// The table alone, as it is handed in.
pub(super) fn given(draft: &mut Draft<'_>) {
    table(draft, "");
}

/// A unit a row; columns in which nothing is told stay away.
fn table(draft: &mut Draft<'_>, unstated: &str) {
    let words = draft.words;
    let units = &draft.assessment.organisation.units;
    let named = units.iter().enumerate().filter(|(_, unit)| !unit.is_blank());
    let mut rows: Vec<Row> = named
        .map(|(at, unit)| Row {
            weight: Weight::Plain,
            cells: cells(draft, at, unit, unstated),
        })
        .collect();
    let all = [
        (words.report_number(), 7, Alignment::Centre),
        (words.units_name(), 26, Alignment::Start),
        (words.units_relation(), 20, Alignment::Start),
        (words.units_activity(), 24, Alignment::Start),
        (words.units_employees(), 11, Alignment::Start),
        (words.units_in_scope(), 12, Alignment::Centre),
    ];
    let is_told: Vec<bool> = (0..all.len())
        .map(|at| at < 2 || rows.iter().any(|row| row.cells.get(at).is_some_and(|cell| !cell.is_empty())))
        .collect();
    for row in &mut rows {
        let mut told = is_told.iter();
        row.cells.retain(|_| told.next().copied().unwrap_or_default());
    }
    let columns: Vec<_> = all.into_iter().zip(&is_told).filter(|(_, told)| **told).map(|(column, _)| column).collect();
    draft.table(words.units_caption(), &columns, rows);
}

fn cells(draft: &Draft<'_>, at: usize, unit: &ControlledUnit, unstated: &str) -> Vec<String> {
    let words = draft.words;
    let in_scope = match unit.in_scope {
        Some(true) => words.answer_yes(),
        Some(false) => words.answer_no(),
        None => unstated,
    };
    let texts = UnitText::ALL.map(|field| one_line(unit.text(field)));
    let number = std::iter::once((at + 1).to_string());
    number.chain(texts).chain([in_scope.to_owned()]).collect()
}
