//! The sheet of scores: every item with its maximum, the rating as the cell that may be changed, and points, subtotals
//! and total as formulas. What is not rated stays blank; bonus items stand apart below the total.

use super::book::Book;
use super::cell::{call, cell, fixed_rows, on, ranges, rows};
use super::looks::Look;
use super::page::{Cached, Fit, Page};
use super::{points, summary};
use crate::criteria::{ItemSlot, Pack, Rounding};
use crate::language::fill;
use crate::report::say;
use crate::scoring::{CategoryScore, ItemScore, Maximum, Score, Tally};
use rust_xlsxwriter::{DataValidation, Formula, Worksheet, XlsxError};

pub(super) const NUMBER: u16 = 0;
pub(super) const NAME: u16 = 1;
pub(super) const RUBRIC: u16 = 2;
pub(super) const MAX: u16 = 3;
pub(super) const RATING: u16 = 4;
pub(super) const POINTS: u16 = 5;
pub(super) const SHARE: u16 = 6;
pub(super) const OPEN: u16 = 7;
pub(super) const SOURCE: u16 = 8;
pub(super) const STATUS: u16 = 9;
const HEAD: u32 = 2;
/// Shares are shown to a tenth of a percent.
pub(super) const PERCENT: &str = "0.0%";

/// A category's rows: its own, and those of its items that are not bonus items.
pub(super) struct CategoryRows {
    pub slot: usize,
    pub row: u32,
    pub items: (u32, u32),
    /// How many of them count.
    pub counted: usize,
}

/// In which row what stands.
pub(super) struct Plan {
    /// By item slot.
    pub items: Vec<u32>,
    pub categories: Vec<CategoryRows>,
    /// The first rubric's row.
    pub rubrics: u32,
    pub total: u32,
    /// The row of the bonus items together, where the pack has any that apply.
    pub bonus: Option<u32>,
    /// The first row below the table.
    pub below: u32,
}

impl Plan {
    pub fn of(pack: &Pack, score: &Score) -> Plan {
        let bonus: Vec<usize> = score.items.iter().filter(|item| is_bonus(item)).map(|item| item.item.0).collect();
        let mut items = vec![0; score.items.len()];
        let mut categories = Vec::new();
        let mut row = HEAD + 1;
        for category in &score.categories {
            let own: Vec<ItemSlot> = pack.items_of(category.category).filter(|slot| !bonus.contains(&slot.0)).collect();
            if own.is_empty() {
                continue;
            }
            let first = row + 1;
            for (slot, row) in own.iter().zip(first..) {
                items[slot.0] = row;
            }
            categories.push(CategoryRows {
                slot: category.category.0,
                row,
                items: (first, first + own.len() as u32 - 1),
                counted: category.items,
            });
            row = first + own.len() as u32;
        }
        let rubrics = row;
        let total = rubrics + pack.structure().rubrics.len() as u32;
        let mut below = total + 1;
        if !bonus.is_empty() {
            for (slot, row) in bonus.iter().zip(total + 2..) {
                items[*slot] = row;
            }
            // The bonus items together, each of them, and the total with them.
            below = total + 3 + bonus.len() as u32;
        }
        Plan {
            items,
            categories,
            rubrics,
            total,
            bonus: (!bonus.is_empty()).then_some(total + 1),
            below,
        }
    }

    /// Rows of the items that count, in order.
    pub fn counted(&self, score: &Score) -> Vec<u32> {
        let counts = |item: &&ItemScore| matches!(item.maximum, Maximum::Counted(_));
        let mut rows: Vec<u32> = score.items.iter().filter(counts).map(|item| self.items[item.item.0]).collect();
        rows.sort_unstable();
        rows
    }
}

/// Bonus items that apply; one that does not apply stands in its category like any other.
pub(super) fn is_bonus(item: &ItemScore) -> bool {
    matches!(item.maximum, Maximum::Bonus(_))
}

/// How points and maxima are shown: with decimals only where there can be any.
pub(super) struct Shown {
    pub points: &'static str,
    pub max: &'static str,
    /// Points that may still come: none is a dash.
    pub open: &'static str,
}

impl Shown {
    pub fn of(book: &Book<'_>) -> Shown {
        let fractional = book.score.has_fractional_maximum();
        let exact = book.pack.structure().scoring.rounding == Rounding::Exact;
        Shown {
            points: if exact || fractional { "0.00" } else { "0" },
            max: if fractional { "0.00" } else { "0" },
            open: if fractional { "0.00;-0.00;\"–\"" } else { "0;-0;\"–\"" },
        }
    }
}

pub(super) fn write(book: &Book<'_>, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let words = book.words;
    let widths = [9.0, 34.0, 13.0, 10.0, 10.0, 11.0, 11.0, 11.0, 9.0, 12.0];
    let mut page = Page::new(sheet, book, words.workbook_sheet_scores, &widths);
    page.across(0, 0, words.workbook_sheet_scores, Look::Title);
    let step = book.pack.structure().scoring.step.to_string();
    let rounding = say::rounding(book.language, book.pack.structure().scoring.rounding);
    let rule = fill(words.report_score_rule, &[("rounding", rounding)]);
    let note = fill(words.workbook_scores_note, &[("step", &step), ("rule", &rule)]);
    page.across(1, 0, &note, Look::Note);
    page.head(
        HEAD,
        &[
            words.report_score_clause,
            words.report_score_name,
            words.workbook_rubric,
            words.report_score_maximum,
            words.report_score_percent,
            words.report_score_points,
            words.workbook_share,
            words.workbook_open,
            words.workbook_source,
            words.workbook_status,
        ],
    );
    for category in &book.scores.categories {
        category_row(&mut page, category);
    }
    for item in &book.score.items {
        item_row(&mut page, item);
    }
    totals(&mut page);
    validation(&mut page)?;
    let last = summary::write(&mut page);
    page.across(last, 0, words.workbook_sources_note, Look::Note);
    // A table this long still reads well on one page.
    page.finish(if last < 62 { Fit::Page } else { Fit::Width })
}

fn points_or_blank(tally: &Tally, rated: bool) -> Cached {
    Cached::from(rated.then(|| tally.points.to_f64()))
}

/// Earned points out of possible ones; blank while something is not rated.
pub(super) fn share(tally: &Tally, complete: bool) -> Cached {
    let max = tally.max.to_f64();
    Cached::from((complete && max > 0.0).then(|| tally.points.to_f64() / max))
}

fn category_row(page: &mut Page<'_, '_>, rows_of: &CategoryRows) {
    let book = page.book;
    let shown = Shown::of(book);
    let score: &CategoryScore = &book.score.categories[rows_of.slot];
    let category = book.pack.category(score.category);
    let (row, (first, last)) = (rows_of.row, rows_of.items);
    page.text(row, NUMBER, &category.number, Look::Group);
    page.text(row, NAME, book.pack_words.category(&category.id), Look::Group);
    for col in [RUBRIC, RATING, SOURCE, STATUS] {
        page.blank(row, col, Look::Group);
    }
    if rows_of.counted == 0 {
        for col in [MAX, POINTS, SHARE, OPEN] {
            page.blank(row, col, Look::GroupNumber);
        }
        return page.text(row, RATING, book.words.term_not_applicable, Look::Group);
    }
    let complete = score.rated == score.items;
    let points = rows(first, last, POINTS);
    let max = Cached::Number(score.tally.max.to_f64());
    let sum = |col: u16| ["=ROUND(SUM(", &rows(first, last, col), "),2)"].concat();
    page.formula(row, MAX, &sum(MAX), &max, Look::GroupNumber, shown.max);
    let earned = ["=IF(COUNT(", &points, ")=0,\"\",ROUND(SUM(", &points, "),2))"].concat();
    page.formula(
        row,
        POINTS,
        &earned,
        &points_or_blank(&score.tally, score.rated > 0),
        Look::GroupNumber,
        shown.points,
    );
    let counted = ["COUNT(", &points, ")=", &rows_of.counted.to_string()].concat();
    let (own, all) = (cell(row, POINTS), cell(row, MAX));
    let part = ["=IF(AND(", &counted, ",", &all, ">0),", &own, "/", &all, ",\"\")"].concat();
    page.formula(row, SHARE, &part, &share(&score.tally, complete), Look::GroupNumber, PERCENT);
    let open = open_of(&book.score, |item| book.pack.category_of(item.item) == score.category);
    page.formula(row, OPEN, &sum(OPEN), &Cached::Number(open), Look::GroupNumber, shown.open);
}

/// The maxima of items that count and are not rated.
pub(super) fn open_of(score: &Score, among: impl Fn(&ItemScore) -> bool) -> f64 {
    let open = score.items.iter().filter(|item| item.points.is_none() && among(item));
    let hundredths: u64 = open
        .map(|item| match item.maximum {
            Maximum::Counted(max) => max.hundredths(),
            _ => 0,
        })
        .sum();
    hundredths as f64 / 100.0
}

fn item_row(page: &mut Page<'_, '_>, score: &ItemScore) {
    let book = page.book;
    let shown = Shown::of(book);
    let item = book.pack.item(score.item);
    let row = book.scores.items[score.item.0];
    let (source, status) = book.source(&["points/", &item.id].concat());
    page.texts(
        row,
        &[
            (&item.number, Look::Text),
            (book.pack_words.item(&item.id), Look::Text),
            (book.pack_words.rubric(&book.pack.rubric_of(score.item).id), Look::Centre),
        ],
    );
    page.text(row, SOURCE, &source, Look::Centre);
    page.text(row, STATUS, status, Look::Centre);
    let Some(max) = score.maximum.points() else {
        page.text(row, RATING, book.words.term_not_applicable, Look::Centre);
        return [MAX, POINTS, SHARE, OPEN].into_iter().for_each(|col| page.blank(row, col, Look::Number));
    };
    page.number(row, MAX, max.to_f64(), Look::Number, shown.max);
    let rating = score.percent.map(|percent| f64::from(percent.value()) / 100.0);
    page.maybe(row, RATING, rating, Look::Input, "0%");
    let points = points::formula(book.pack.structure().scoring.rounding, book.score.has_fractional_maximum(), row, MAX, RATING);
    let earned = score.points.map(|points| points.to_f64());
    page.formula(row, POINTS, &points, &earned.into(), Look::Number, shown.points);
    let (own, all) = (cell(row, POINTS), cell(row, MAX));
    let part = ["=IF(AND(ISNUMBER(", &own, "),", &all, ">0),", &own, "/", &all, ",\"\")"].concat();
    let tally = Tally {
        points: score.points.unwrap_or_default(),
        max,
    };
    page.formula(row, SHARE, &part, &share(&tally, score.points.is_some()), Look::Number, PERCENT);
    if is_bonus(score) {
        return page.blank(row, OPEN, Look::Number);
    }
    let open = ["=IF(ISNUMBER(", &cell(row, RATING), "),0,", &all, ")"].concat();
    let left = if score.points.is_some() { 0.0 } else { max.to_f64() };
    page.formula(row, OPEN, &open, &Cached::Number(left), Look::Number, shown.open);
}

/// Rubrics, total, and the bonus items together and with the total.
fn totals(page: &mut Page<'_, '_>) {
    let book = page.book;
    let (plan, score) = (&book.scores, &book.score);
    for ((rubric, tally), row) in book.pack.structure().rubrics.iter().zip(&score.rubrics).zip(plan.rubrics..) {
        let counts = |item: &&ItemScore| book.pack.item(item.item).rubric == rubric.id && matches!(item.maximum, Maximum::Counted(_));
        let members: Vec<&ItemScore> = score.items.iter().filter(counts).collect();
        let rows: Vec<u32> = members.iter().map(|item| plan.items[item.item.0]).collect();
        let rated = members.iter().filter(|item| item.points.is_some()).count();
        sum_row(page, row, book.pack_words.rubric(&rubric.id), tally, &rows, (rated, members.len()), Look::Group);
    }
    let categories: Vec<u32> = plan
        .categories
        .iter()
        .filter(|category| category.counted > 0)
        .map(|category| category.row)
        .collect();
    sum_row(
        page,
        plan.total,
        book.words.report_score_total,
        &score.total,
        &categories,
        (score.rated(), score.counted()),
        Look::Total,
    );
    let (source, status) = book.source("total");
    page.text(plan.total, SOURCE, &source, Look::TotalCentre);
    page.text(plan.total, STATUS, status, Look::TotalCentre);
    let Some(row) = plan.bonus else { return };
    let bonus: Vec<&ItemScore> = score.items.iter().filter(|item| is_bonus(item)).collect();
    let rows: Vec<u32> = bonus.iter().map(|item| plan.items[item.item.0]).collect();
    let rated = bonus.iter().filter(|item| item.points.is_some()).count();
    sum_row(page, row, book.words.term_bonus, &score.bonus, &rows, (rated, usize::MAX), Look::Group);
    let both = Tally {
        points: score.total.points + score.bonus.points,
        max: score.total.max + score.bonus.max,
    };
    let rated = (rated + score.rated(), usize::MAX);
    sum_row(page, plan.below - 1, book.words.term_bonus_total, &both, &[plan.total, row], rated, Look::Total);
}

/// A row that adds others. `rated`: how many of the items are rated, and how many there are; more than there can be where
/// no share is shown.
fn sum_row(page: &mut Page<'_, '_>, row: u32, name: &str, tally: &Tally, added: &[u32], rated: (usize, usize), look: Look) {
    let shown = Shown::of(page.book);
    let number = if look == Look::Total { Look::TotalNumber } else { Look::GroupNumber };
    for col in [NUMBER, RUBRIC, RATING, SHARE, OPEN, SOURCE, STATUS] {
        page.blank(row, col, look);
    }
    page.text(row, NAME, name, look);
    let (max, points) = (ranges(added, MAX), ranges(added, POINTS));
    let sum = |places: &[String]| ["ROUND(", &call("SUM", places), ",2)"].concat();
    let all = Cached::Number(tally.max.to_f64());
    page.formula(row, MAX, &["=", &sum(&max)].concat(), &all, number, shown.max);
    let earned = ["=IF(", &call("COUNT", &points), "=0,\"\",", &sum(&points), ")"].concat();
    page.formula(row, POINTS, &earned, &points_or_blank(tally, rated.0 > 0), number, shown.points);
    if rated.1 == usize::MAX {
        return;
    }
    let complete = rated.0 == rated.1;
    // What can still come is known for the items and the categories alike.
    let open = ["=", &sum(&ranges(added, OPEN))].concat();
    let left = open_of(&page.book.score, |item| {
        look == Look::Total || added.contains(&page.book.scores.items[item.item.0])
    });
    page.formula(row, OPEN, &open, &Cached::Number(left), number, shown.open);
    let counted = page.book.scores.counted(&page.book.score);
    let counted: Vec<u32> = if look == Look::Total { counted } else { added.to_vec() };
    let count = [call("COUNT", &ranges(&counted, POINTS)), counted.len().to_string()].join("=");
    let (own, max) = (cell(row, POINTS), cell(row, MAX));
    let part = ["=IF(AND(", &count, ",", &max, ">0),", &own, "/", &max, ",\"\")"].concat();
    page.formula(row, SHARE, &part, &share(tally, complete), number, PERCENT);
}

/// The ratings the pack allows, as a list to choose from.
fn validation(page: &mut Page<'_, '_>) -> Result<(), XlsxError> {
    let book = page.book;
    let (first, last) = book.scale.steps;
    let list = ["=", &on(book.words.workbook_sheet_scale, &fixed_rows(first, last, 0))].concat();
    let step = book.pack.structure().scoring.step.to_string();
    let message = fill(book.words.workbook_rating_wrong, &[("step", &step)]);
    let allowed = DataValidation::new()
        .allow_list_formula(Formula::new(list))
        .ignore_blank(true)
        .set_input_title(book.words.report_score_percent)?
        .set_input_message(fill(book.words.workbook_rating_prompt, &[("step", &step)]))?
        .set_error_title(book.words.report_score_percent)?
        .set_error_message(message)?;
    let applies = book.score.items.iter().filter(|item| item.maximum.applies());
    let mut places: Vec<u32> = applies.map(|item| book.scores.items[item.item.0]).collect();
    places.sort_unstable();
    let all = ranges(&places, RATING);
    let (Some(first), Some(last)) = (places.first(), places.last()) else {
        return Ok(());
    };
    let allowed = allowed.set_multi_range(all.join(" "));
    page.sheet.add_data_validation(*first, RATING, *last, RATING, &allowed)?;
    Ok(())
}
