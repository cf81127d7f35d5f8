//! The rows of categories and of their items, bonus items included.

use super::super::cell::{cell, rows};
use super::super::looks::Look;
use super::super::page::{Cached, Page};
use super::super::points;
use super::plan::{CategoryRows, MAX, NAME, NUMBER, OPEN, PERCENT, POINTS, RATING, RUBRIC, SHARE, SOURCE, STATUS, Shown, is_bonus};
use crate::scoring::{CategoryScore, ItemScore, Maximum, Score, Tally};

pub(super) fn points_or_blank(tally: &Tally, rated: bool) -> Cached {
    Cached::from(rated.then(|| tally.points.to_f64()))
}

/// Earned points out of possible ones; blank while something is not rated.
pub(in super::super) fn share(tally: &Tally, complete: bool) -> Cached {
    let max = tally.max.to_f64();
    Cached::from((complete && max > 0.0).then(|| tally.points.to_f64() / max))
}

pub(super) fn category_row(page: &mut Page<'_, '_>, rows_of: &CategoryRows) {
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
        return page.text(row, RATING, book.words.term_not_applicable(), Look::Group);
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
pub(in super::super) fn open_of(score: &Score, among: impl Fn(&ItemScore) -> bool) -> f64 {
    let open = score.items.iter().filter(|item| item.points.is_none() && among(item));
    let hundredths: u64 = open
        .map(|item| match item.maximum {
            Maximum::Counted(max) => max.hundredths(),
            _ => 0,
        })
        .sum();
    hundredths as f64 / 100.0
}

pub(super) fn item_row(page: &mut Page<'_, '_>, score: &ItemScore) {
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
        page.text(row, RATING, book.words.term_not_applicable(), Look::Centre);
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
