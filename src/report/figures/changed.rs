//! Figures that differ between two assessments, year by year, as a table.

use super::naming::Named;
use crate::assessment::Assessment;
use crate::comparison::{FigureDifference, YearChange};
use crate::language::fill;
use crate::report::document::{Alignment, Row, Weight};
use crate::report::draft::Draft;

/// The table; nothing where no figure differs. `heads` are the names of the two sides and of what lies between them.
pub fn changed_figures(draft: &mut Draft<'_>, before: &Assessment, caption: &str, all: &[&FigureDifference], heads: [&'static str; 3]) {
    let words = draft.words;
    let mut rows: Vec<Row> = Vec::new();
    for found in all {
        let named = named(draft, before, found);
        let label = named.with_unit(draft);
        let number = |value: Option<f64>| value.map_or_else(|| words.none().to_owned(), |value| named.number(value));
        let mut years = |label: &str, changes: &[YearChange]| {
            for (at, change) in changes.iter().enumerate() {
                let difference = change.before.zip(change.after).map(|(before, after)| named.difference(after - before));
                let name = if at == 0 { label.to_owned() } else { String::new() };
                rows.push(Row {
                    weight: Weight::Plain,
                    cells: vec![
                        name,
                        change.year.to_string(),
                        number(change.before),
                        number(change.after),
                        difference.unwrap_or_default(),
                    ],
                });
            }
        };
        years(&label, &found.values);
        years(&fill(words.compare_benchmark_of(), &[("name", &named.name)]), &found.benchmark);
        let notes = [
            (found.target, words.compare_figure_target()),
            (found.rank, words.compare_figure_rank()),
            (found.other, words.compare_figure_other()),
        ];
        let notes: Vec<&str> = notes.into_iter().filter(|(there, _)| *there).map(|(_, text)| text).collect();
        if !notes.is_empty() {
            let told = fill(words.term_within(), &[("whole", &named.name), ("part", &notes.join(words.term_list()))]);
            rows.push(Row {
                weight: Weight::Plain,
                cells: vec![told, String::new(), String::new(), String::new(), String::new()],
            });
        }
    }
    let columns = [
        (words.grid_indicator(), 46, Alignment::Start),
        (words.compare_year(), 12, Alignment::Centre),
        (heads[0], 14, Alignment::End),
        (heads[1], 14, Alignment::End),
        (words.compare_change(), 14, Alignment::End),
    ];
    let caption = fill(words.term_within(), &[("whole", caption), ("part", words.compare_figures_title())]);
    draft.table(&caption, &columns, rows);
}

fn named(draft: &Draft<'_>, before: &Assessment, found: &FigureDifference) -> Named {
    let gone = || before.figures.own.iter().find(|own| own.name == found.own);
    match found.slot {
        Some(slot) => Named::of(draft, slot),
        None => Named {
            name: found.own.trim().to_owned(),
            unit: gone().map_or_else(String::new, |own| own.unit.trim().to_owned()),
            decimals: gone().map_or(0, |own| own.decimals),
        },
    }
}
