//! The rows that add others: rubrics, total, and the bonus items together and with the total.

use super::super::cell::{call, cell, ranges};
use super::super::looks::Look;
use super::super::page::{Cached, Page};
use super::plan::{MAX, NAME, NUMBER, OPEN, PERCENT, POINTS, RATING, RUBRIC, SHARE, SOURCE, STATUS, Shown, is_bonus};
use super::rows::{open_of, points_or_blank, share};
use crate::scoring::{ItemScore, Maximum, Tally};

/// Rubrics, total, and the bonus items together and with the total.
pub(super) fn totals(page: &mut Page<'_, '_>) {
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
        book.words.report_score_total(),
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
    sum_row(page, row, book.words.term_bonus(), &score.bonus, &rows, (rated, usize::MAX), Look::Group);
    let both = Tally {
        points: score.total.points + score.bonus.points,
        max: score.total.max + score.bonus.max,
    };
    let rated = (rated + score.rated(), usize::MAX);
    sum_row(
        page,
        plan.below - 1,
        book.words.term_bonus_total(),
        &both,
        &[plan.total, row],
        rated,
        Look::Total,
    );
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
