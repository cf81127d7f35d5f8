//! The row of an item: ratings, their spread, how it is dealt with, what was agreed.

use super::super::cell::{cell, fixed};
use super::super::looks::Look;
use super::super::page::{Cached, Page};
use super::super::points;
use super::plan::{After, FIRST, MAX, Plan, TOLERANCE};
use crate::assessment::Percent;
use crate::panel::sentences::Side;
use crate::panel::{ItemReading, Standing, Treatment};
use crate::report::say;
use crate::scoring::Maximum;

const SHARE: &str = "0%";
const HALF: &str = "0.0%";

pub(super) fn item(page: &mut Page<'_, '_>, plan: &Plan<'_>, at: usize) {
    let book = page.book;
    let Some(reading) = plan.reading.items.get(at) else { return };
    let (row, item) = (plan.row(at), book.pack.item(reading.item));
    let mut name = book.pack_words.item(&item.id).to_owned();
    if matches!(reading.maximum, Maximum::Bonus(_)) {
        name = [&name, " · ", book.words.term_bonus()].concat();
    }
    page.texts(row, &[(&item.number, Look::Text), (&name, Look::Text)]);
    let max = reading.maximum.points().unwrap_or_default();
    page.number(row, MAX, max.to_f64(), Look::Number, if plan.is_fractional() { "0.00" } else { "0" });
    for (col, assessor) in (FIRST..).zip(&plan.assessors) {
        let given = reading.ratings.iter().find(|rating| rating.assessor == *assessor);
        page.maybe(row, col, given.map(|rating| share(rating.percent)), Look::Input, SHARE);
    }
    spread(page, plan, row, reading);
    treatment(page, plan, row, reading);
    agreed(page, plan, row, reading);
}

fn share(percent: Percent) -> f64 {
    f64::from(percent.value()) / 100.0
}

/// The places of a row's ratings; a cell that is always blank where there is no assessor.
fn ratings(plan: &Plan<'_>, row: u32) -> String {
    match plan.assessors.len() {
        0 => "0+\"\"".to_owned(),
        _ => [cell(row, FIRST), cell(row, plan.last_assessor())].join(":"),
    }
}

fn spread(page: &mut Page<'_, '_>, plan: &Plan<'_>, row: u32, reading: &ItemReading) {
    if plan.assessors.is_empty() {
        return (plan.col(After::Count)..=plan.col(After::Deviation)).for_each(|col| page.blank(row, col, Look::Number));
    }
    let all = ratings(plan, row);
    let count = cell(row, plan.col(After::Count));
    let found = reading.spread.as_ref();
    let number = found.map_or(0.0, |spread| spread.count as f64);
    page.formula(
        row,
        plan.col(After::Count),
        &["=COUNT(", &all, ")"].concat(),
        &Cached::Number(number),
        Look::Number,
        "0",
    );
    let sum: f64 = reading.ratings.iter().map(|rating| f64::from(rating.percent.value())).sum();
    page.formula(
        row,
        plan.col(After::Sum),
        &["=SUM(", &all, ")"].concat(),
        &Cached::Number(sum / 100.0),
        Look::Number,
        SHARE,
    );
    let functions = [
        (After::Median, "MEDIAN", found.map(|spread| spread.median), HALF),
        (After::Mean, "AVERAGE", found.map(|spread| spread.mean), HALF),
        (After::Lowest, "MIN", found.map(|spread| f64::from(spread.lowest)), SHARE),
        (After::Highest, "MAX", found.map(|spread| f64::from(spread.highest)), SHARE),
    ];
    for (after, function, result, shown) in functions {
        let formula = ["=IF(", &count, "=0,\"\",", function, "(", &all, "))"].concat();
        page.formula(row, plan.col(after), &formula, &result.map(|value| value / 100.0).into(), Look::Number, shown);
    }
    let formula = ["=IF(", &count, "<2,\"\",STDEV(", &all, ")*100)"].concat();
    let deviation = found.and_then(|spread| spread.deviation);
    page.formula(row, plan.col(After::Deviation), &formula, &deviation.into(), Look::Number, "0.0");
}

/// Within the tolerance the median can be taken, in the pack's steps, halves up.
fn treatment(page: &mut Page<'_, '_>, plan: &Plan<'_>, row: u32, reading: &ItemReading) {
    let book = page.book;
    let told = |treatment| ["\"", &say::treatment(book.language, treatment).replace('"', "\"\""), "\""].concat();
    let at = |after| cell(row, plan.col(after));
    if plan.assessors.is_empty() {
        page.text(row, plan.col(After::Treatment), say::treatment(book.language, Treatment::Unrated), Look::Centre);
        return (plan.col(After::Proposal)..=plan.col(After::Start)).for_each(|col| page.blank(row, col, Look::Number));
    }
    let range = ["ROUND((", &at(After::Highest), "-", &at(After::Lowest), ")*100,6)"].concat();
    let formula = [
        "=IF(",
        &at(After::Count),
        "=0,",
        &told(Treatment::Unrated),
        ",IF(",
        &at(After::Count),
        "=1,",
        &told(Treatment::Single),
        ",IF(",
        &range,
        "<=",
        &fixed(TOLERANCE, MAX),
        ",",
        &told(Treatment::Propose),
        ",",
        &told(Treatment::Discuss),
        ")))",
    ]
    .concat();
    let found = Cached::Text(say::treatment(book.language, reading.treatment).to_owned());
    page.formula(row, plan.col(After::Treatment), &formula, &found, Look::Centre, "General");
    let scoring = &book.pack.structure().scoring;
    let (median, step) = (at(After::Median), scoring.step.to_string());
    let steps = ["INT(ROUND(", &median, "*100/", &step, ",6)+0.5)*", &step, "/100"].concat();
    let formula = ["=IF(ISNUMBER(", &median, "),", &steps, ",\"\")"].concat();
    page.formula(
        row,
        plan.col(After::Proposal),
        &formula,
        &reading.proposal.map(share).into(),
        Look::Number,
        SHARE,
    );
    earned(page, plan, row, reading, (After::Proposal, After::Start), reading.proposal);
}

fn agreed(page: &mut Page<'_, '_>, plan: &Plan<'_>, row: u32, reading: &ItemReading) {
    let book = page.book;
    let agreed = reading.standing.percent();
    page.maybe(row, plan.col(After::Agreed), agreed.map(share), Look::Input, SHARE);
    earned(page, plan, row, reading, (After::Agreed, After::Points), agreed);
    let mut told = Vec::new();
    if let Standing::ReasonNeeded(percent, why) = reading.standing {
        told.push([&percent.to_string(), ": ", say::why(book.language, why)].concat());
    }
    told.extend([&reading.reason, &reading.note].map(|text| text.trim().to_owned()));
    told.retain(|text| !text.is_empty());
    page.text(row, plan.col(After::Reason), &told.join("\n"), Look::Text);
    page.maybe(
        row,
        plan.col(After::Calibrated),
        reading.calibrated.map(|median| median / 100.0),
        Look::Number,
        HALF,
    );
    let sentences = plan.panel.sentences_of(reading.item);
    for (after, side) in [(After::Strengths, Side::Strength), (After::Opportunities, Side::Opportunity)] {
        page.text(row, plan.col(after), &sentences.told(side), Look::Text);
    }
}

/// The points of a percentage in the same row, by the pack's rule.
fn earned(page: &mut Page<'_, '_>, plan: &Plan<'_>, row: u32, reading: &ItemReading, (from, to): (After, After), percent: Option<Percent>) {
    let pack = page.book.pack;
    let rounding = pack.structure().scoring.rounding;
    let formula = points::formula(rounding, plan.is_fractional(), row, MAX, plan.col(from));
    let result = percent.map(|percent| reading.points(pack, percent).to_f64());
    page.formula(row, plan.col(to), &formula, &result.into(), Look::Number, plan.points(pack));
}
