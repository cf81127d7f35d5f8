//! The sheet of actions: who does what until when, in the order of their gain for the effort; and the targets, whose
//! percentages may be changed, with the points they would earn by the pack's rule.

use super::book::Book;
use super::cell::{cell, on};
use super::looks::Look;
use super::page::{Cached, Fit, Page};
use super::points;
use super::scores::{MAX, POINTS, RATING, Shown};
use crate::assessment::{ImprovementAction, Percent};
use crate::criteria::ItemSlot;
use crate::language::{codes, fill};
use crate::report::say;
use crate::scoring::{Points, RankedAction, rank_actions};
use rust_xlsxwriter::{Worksheet, XlsxError};

const WIDTHS: [f64; 9] = [8.0, 34.0, 30.0, 13.0, 12.0, 12.0, 11.0, 11.0, 11.0];

pub(super) fn any(book: &Book<'_>) -> bool {
    !book.assessment.improvement.is_blank()
}

pub(super) fn write(book: &Book<'_>, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let words = book.words;
    let mut page = Page::new(sheet, book, words.workbook_sheet_actions(), &WIDTHS);
    page.across(0, 0, words.workbook_sheet_actions(), Look::Title);
    let mut row = 1;
    let ranked = rank_actions(book.pack, book.assessment);
    if !ranked.is_empty() {
        page.across(row, 0, words.improvement_order(), Look::Note);
        row += 1;
        page.head(
            row,
            &[
                words.workbook_number(),
                words.improvement_action(),
                words.report_improvement_item(),
                words.improvement_owner(),
                words.improvement_start(),
                words.improvement_due(),
                words.improvement_progress(),
                words.improvement_effort(),
                words.improvement_points(),
            ],
        );
        for (number, ranked) in (1..).zip(&ranked) {
            row += 1;
            page.number(row, 0, f64::from(number), Look::Centre, "0");
            action(&mut page, row, ranked, &book.assessment.improvement.actions[ranked.at]);
        }
        row += 2;
    }
    targets(&mut page, row);
    page.finish(Fit::Width)
}

fn action(page: &mut Page<'_, '_>, row: u32, ranked: &RankedAction, action: &ImprovementAction) {
    let book = page.book;
    let words = book.words;
    let title = say::action_title(book.language, ranked.at, &action.title);
    let told = [title.as_str(), action.note.trim()].join("\n");
    let item = ranked.item.map_or_else(String::new, |slot| say::item_name(book.pack, book.language, slot));
    let day = |date: Option<crate::date::Date>| date.map_or_else(String::new, |date| date.to_string());
    let effort = match (action.days, action.size) {
        (Some(days), _) => fill(words.improvement_days_of(), &[("n", &days.to_string())]),
        (None, Some(size)) => say::action_size(words, size).to_owned(),
        (None, None) => String::new(),
    };
    page.text(row, 1, told.trim(), Look::Text);
    page.text(row, 2, &item, Look::Text);
    page.text(row, 3, action.owner.trim(), Look::Text);
    page.text(row, 4, &day(action.start), Look::Centre);
    page.text(row, 5, &day(action.due), Look::Centre);
    page.text(row, 6, words.by_code(&codes::PROGRESS, action.progress.word()), Look::Centre);
    page.text(row, 7, &effort, Look::Centre);
    page.maybe(row, 8, ranked.points.map(Points::to_f64), Look::Number, "0.00");
}

/// A target in a row, with the maximum and the present rating from the sheet of scores.
fn targets(page: &mut Page<'_, '_>, mut row: u32) {
    let book = page.book;
    let words = book.words;
    let set = |(slot, _): (ItemSlot, _)| Some((slot, book.assessment.improvement.target(slot)?));
    let targets: Vec<(ItemSlot, Percent)> = book.pack.items().filter_map(set).collect();
    if targets.is_empty() {
        return;
    }
    page.text(row, 0, words.improvement_targets(), Look::Section);
    row += 1;
    let titles = [
        words.report_score_clause(),
        words.report_score_name(),
        words.report_score_maximum(),
        words.improvement_now(),
        words.improvement_target(),
        words.improvement_target_points(),
        words.improvement_more(),
    ];
    for (col, title) in (0..).zip(titles) {
        page.text(row, col, title, Look::Head);
    }
    for (slot, percent) in targets {
        row += 1;
        target(page, row, slot, percent);
    }
}

fn target(page: &mut Page<'_, '_>, row: u32, slot: ItemSlot, percent: Percent) {
    let book = page.book;
    let (item, score) = (book.pack.item(slot), &book.score.items[slot.0]);
    let shown = Shown::of(book);
    page.text(row, 0, &item.number, Look::Text);
    page.text(row, 1, book.pack_words.item(&item.id), Look::Text);
    let Some(max) = score.maximum.points() else {
        page.text(row, 2, book.words.term_not_applicable(), Look::Centre);
        return (3..7).for_each(|col| page.blank(row, col, Look::Number));
    };
    let there = |col| on(book.words.workbook_sheet_scores(), &cell(book.scores.items[slot.0], col));
    page.formula(row, 2, &["=", &there(MAX)].concat(), &Cached::Number(max.to_f64()), Look::Number, shown.max);
    let rating = there(RATING);
    let now = ["=IF(ISNUMBER(", &rating, "),", &rating, ",\"\")"].concat();
    let share = |percent: Percent| f64::from(percent.value()) / 100.0;
    page.formula(row, 3, &now, &score.percent.map(share).into(), Look::Number, "0%");
    page.number(row, 4, share(percent), Look::Input, "0%");
    let rounding = book.pack.structure().scoring.rounding;
    let earned = Points::earned(max, percent, rounding);
    let rule = points::formula(rounding, book.score.has_fractional_maximum(), row, 2, 4);
    page.formula(row, 5, &rule, &Cached::Number(earned.to_f64()), Look::Number, shown.points);
    let (goal, own) = (cell(row, 5), there(POINTS));
    let more = ["=IF(AND(ISNUMBER(", &goal, "),ISNUMBER(", &own, ")),ROUND(", &goal, "-", &own, ",2),\"\")"].concat();
    let gain = score.points.map(|points| (earned.hundredths() as f64 - points.hundredths() as f64) / 100.0);
    page.formula(row, 6, &more, &gain.into(), Look::Number, shown.points);
}
