//! The sheet of sources: every source with the number the other sheets name it by, what it is used for, and the status of
//! those figures.

use super::book::Book;
use super::looks::Look;
use super::page::{Fit, Page};
use crate::criteria::{Status, figures};
use crate::language::fill;
use crate::report::say;
use rust_xlsxwriter::{Worksheet, XlsxError};

pub(super) fn write(book: &Book<'_>, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let words = book.words;
    let mut page = Page::new(sheet, book, words.workbook_sheet_sources(), &[8.0, 86.0, 60.0]);
    page.across(0, 0, words.workbook_sheet_sources(), Look::Title);
    let mut row = 1;
    for told in told(book) {
        page.across(row, 0, &told, Look::Note);
        row += 1;
    }
    page.head(row, &[words.workbook_number(), words.report_sources_source(), words.report_sources_used_for()]);
    let uses = uses(book);
    for (number, source) in (1..).zip(book.pack.source_ids()) {
        row += 1;
        let used = Status::ALL.into_iter().filter_map(|status| {
            let figures: Vec<&str> = uses
                .iter()
                .filter(|(id, found, _)| id == source && *found == status)
                .map(|(_, _, kind)| *kind)
                .collect();
            let text = figures.join(words.term_list());
            (!figures.is_empty()).then(|| fill(words.report_status(), &[("text", &text), ("status", say::status(book.language, status))]))
        });
        let used = used.collect::<Vec<String>>().join(words.term_figure_separator());
        let number = ["[", &i32::to_string(&number), "]"].concat();
        page.texts(
            row,
            &[
                (&number, Look::Centre),
                (book.pack_words.source(source), Look::Text),
                (if used.is_empty() { words.workbook_not_used() } else { &used }, Look::Text),
            ],
        );
    }
    page.finish(Fit::Width)
}

/// Which criteria these are, and what the statuses mean.
fn told(book: &Book<'_>) -> Vec<String> {
    let words = book.words;
    let mut told = vec![fill(
        words.report_sources_criteria(),
        &[("id", book.pack.id()), ("edition", book.pack_words.edition_name()), ("hash", book.pack.hash())],
    )];
    if let Some(adapted) = &book.pack.structure().adapted {
        let (from, n) = (&adapted.from, adapted.changes.len().to_string());
        told.push(fill(words.report_sources_adapted(), &[("id", &from.id), ("edition", &from.edition), ("n", &n)]));
    }
    told.push(words.report_sources_note().to_owned());
    told
}

/// Source, status and kind of every figure of the pack that stands in the workbook, each combination once.
fn uses<'a>(book: &Book<'a>) -> Vec<(&'a str, Status, &'static str)> {
    let edition = ["edition/", &book.pack.edition_rules(book.eligibility.edition).id, "/"].concat();
    let stands = |figure: &str| {
        let kind = figure.split('/').next().unwrap_or_default();
        match kind {
            "edition" => figure.starts_with(&edition),
            "total" | "step" | "rounding" | "points" | "rubric" | "rubric_limit" | "maturity" | "reference" | "self_check" => true,
            "indicator" => !book.indicators.rows.is_empty(),
            _ => false,
        }
    };
    let mut uses = Vec::new();
    for figure in figures(book.pack.structure()).iter().filter(|figure| stands(figure)) {
        let Some(attribution) = book.pack.attribution(figure) else { continue };
        let entry = (attribution.source.as_str(), attribution.status, say::figure_kind(book.language, figure));
        if !uses.contains(&entry) {
            uses.push(entry);
        }
    }
    uses
}
