//! Below the items: totals of the medians and of what was agreed, how each assessor lies to the others, and what no formula of
//! a sheet can tell: agreement of the panel and the interval of the total, as the kit computed them.

use super::super::cell::{call, cell, fixed_rows, ranges};
use super::super::looks::Look;
use super::super::page::{Cached, Page};
use super::plan::{After, FIRST, MAX, NAME, NUMBER, Plan};
use crate::language::fill;
use crate::panel::COVERAGE;
use crate::report::say;
use crate::scoring::{Maximum, Tally};

pub(super) fn write(page: &mut Page<'_, '_>, plan: &Plan<'_>) {
    let Some((top, bottom)) = plan.rows() else { return };
    totals(page, plan, bottom + 1);
    if !plan.assessors.is_empty() && plan.reading.lettered {
        shifts(page, plan, (top, bottom));
    }
    facts(page, plan, bottom + 5);
}

/// Bonus items are in no total.
fn totals(page: &mut Page<'_, '_>, plan: &Plan<'_>, row: u32) {
    let counted = |at: &usize| matches!(plan.reading.items[*at].maximum, Maximum::Counted(_));
    let rows: Vec<u32> = (0..plan.reading.items.len()).filter(counted).map(|at| plan.row(at)).collect();
    let words = page.book.words;
    for col in 0..=plan.col(After::Opportunities) {
        page.blank(row, col, Look::Total);
    }
    page.text(row, NAME, words.report_score_total(), Look::Total);
    let reading = &plan.reading;
    let max = ["=ROUND(", &call("SUM", &ranges(&rows, MAX)), ",2)"].concat();
    page.formula(row, MAX, &max, &Cached::Number(reading.start.max.to_f64()), Look::TotalNumber, "0.##");
    let any = |known: &dyn Fn(usize) -> bool| (0..reading.items.len()).filter(counted).any(known);
    let proposed = any(&|at| reading.items[at].proposal.is_some());
    let agreed = any(&|at| reading.items[at].standing.percent().is_some());
    let sums: [(After, &Tally, bool); 2] = [(After::Start, &reading.start, proposed), (After::Points, &reading.agreed, agreed)];
    for (after, tally, known) in sums {
        let places = ranges(&rows, plan.col(after));
        let formula = ["=IF(", &call("COUNT", &places), "=0,\"\",ROUND(", &call("SUM", &places), ",2))"].concat();
        let result = known.then(|| tally.points.to_f64());
        page.formula(row, plan.col(after), &formula, &result.into(), Look::TotalNumber, plan.points(page.book.pack));
    }
}

/// The mean of (own rating − mean of the others) over the items another one rated too, and how many these are.
fn shifts(page: &mut Page<'_, '_>, plan: &Plan<'_>, (top, bottom): (u32, u32)) {
    let words = page.book.words;
    let (row, items) = (bottom + 2, bottom + 3);
    let [count, sum] = [After::Count, After::Sum].map(|after| fixed_rows(top, bottom, plan.col(after)));
    for (row, name) in [(row, words.minute_shift()), (items, words.workbook_panel_shared())] {
        page.text(row, NUMBER, "", Look::Group);
        page.text(row, NAME, name, Look::Group);
        page.blank(row, MAX, Look::Group);
    }
    for (col, assessor) in (FIRST..).zip(&plan.assessors) {
        let shift = plan.reading.assessors.get(*assessor).and_then(|found| found.shift);
        let own = [cell(top, col), cell(bottom, col)].join(":");
        let shared = ["ISNUMBER(", &own, ")*(", &count, ">1)"].concat();
        let number = ["=SUMPRODUCT(", &shared, ")"].concat();
        let found = shift.map_or(0.0, |shift| shift.items as f64);
        page.formula(items, col, &number, &Cached::Number(found), Look::Number, "0");
        // Where nobody else has rated the divisor is not 0 and the product is.
        let others = ["(", &sum, "-", &own, ")/(", &count, "-1+2*(", &count, "<2))"].concat();
        let mean = ["SUMPRODUCT(", &shared, "*(", &own, "-", &others, "))/", &cell(items, col), "*100"].concat();
        let formula = ["=IF(", &cell(items, col), "=0,\"\",", &mean, ")"].concat();
        page.formula(row, col, &formula, &shift.map(|shift| shift.mean).into(), Look::Number, "+0.0;-0.0;0.0");
    }
}

/// What was computed by the kit, and by whom and when it was agreed.
fn facts(page: &mut Page<'_, '_>, plan: &Plan<'_>, mut row: u32) {
    let (words, language) = (page.book.words, page.book.language);
    let (panel, reading) = (plan.panel, &plan.reading);
    page.text(row, NUMBER, words.minute_result(), Look::Section);
    let coverage = format!("{:.0}", COVERAGE * 100.0);
    let count = [("n", &*reading.agreed_items.to_string()), ("all", &*reading.items.len().to_string())];
    let interval = reading.interval.map(|(low, high)| {
        let values = [("low", &*low.to_string()), ("high", &*high.to_string()), ("coverage", &*coverage)];
        [
            &fill(words.minute_interval_value(), &values),
            " ",
            &fill(words.panel_interval_meaning(), &[("coverage", &coverage)]),
        ]
        .concat()
    });
    let alpha = reading
        .alpha
        .as_ref()
        .map(|alpha| [say::agreement(language, alpha), " ", words.panel_alpha_meaning()].concat());
    let correlation = reading.correlation.as_ref().map(|found| {
        let values = [("single", &*format!("{:.3}", found.single)), ("average", &*format!("{:.3}", found.average))];
        let meaning = fill(words.panel_correlation_meaning(), &[("items", &found.items.to_string())]);
        [&fill(words.minute_correlation_value(), &values), " ", &meaning].concat()
    });
    let absent: Vec<String> = panel.absent.iter().map(|name| say::on_one_line(language, name)).collect();
    let none = || words.none().to_owned();
    let written = |text: &str| if text.trim().is_empty() { none() } else { say::on_one_line(language, text) };
    let state = if panel.opened { words.minute_locked() } else { words.minute_open() };
    let absent = if absent.is_empty() {
        words.minute_nobody().to_owned()
    } else {
        absent.join(words.term_list())
    };
    let step = page.book.pack.structure().scoring.step;
    let of_all = reading.correlation_of_all.as_ref();
    let of_all = of_all.map(|found| [&say::correlation_of_all(language, found), " ", words.panel_correlation_of_all_meaning()].concat());
    let lines = [
        (words.minute_agreed_items(), fill(words.minute_count_of(), &count), None),
        (words.minute_start(), say::start(language, reading, step), None),
        (words.minute_interval(), interval.unwrap_or_else(none), None),
        (
            words.minute_alpha(),
            alpha.unwrap_or_else(none),
            reading.alpha.as_ref().map(|alpha| alpha.value),
        ),
        (words.minute_correlation(), correlation.unwrap_or_else(none), None),
        (words.minute_correlation_of_all(), of_all.unwrap_or_else(none), None),
        (words.workshop_calibrated(), words.workshop_calibrated_note().to_owned(), None),
        (words.minute_together(), say::reconciled(language, reading).unwrap_or_else(none), None),
        (words.minute_date(), panel.date.map_or_else(none, |date| say::date(language, date)), None),
        (words.minute_facilitator(), written(&panel.facilitator), None),
        (words.minute_absent(), absent, None),
        (words.minute_opened(), state.to_owned(), None),
    ];
    for (label, told, value) in lines {
        row += 1;
        page.span(row, NUMBER, NAME, label, Look::Group);
        page.maybe(row, MAX, value, Look::Number, "0.000");
        page.across(row, FIRST, &told, Look::Text);
    }
}
