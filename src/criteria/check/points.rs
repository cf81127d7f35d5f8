//! Figures: points that add up, a usable step, and ranges without gap or overlap.

use super::{Report, element};
use crate::criteria::FaultCode;
use crate::criteria::structure::{Rubric, Structure};

pub(super) fn check(pack: &Structure, report: &mut Report<'_>) {
    let scoring = &pack.scoring;
    if scoring.step == 0 || 100 % scoring.step != 0 {
        let step = scoring.step.to_string();
        report.add(FaultCode::UnusableStep, "/scoring/step", &step, "1, 2, 4, 5, 10, 20, 25, 50, 100");
    }
    check_sum(pack.categories.iter().map(|category| category.points), scoring.total, "/scoring/total", report);
    for (at, line) in scoring.reference_lines.iter().enumerate() {
        if line.points > scoring.total {
            let pointer = element("/scoring/reference_lines", at, "/points");
            let wanted = ["0–", &scoring.total.to_string()].concat();
            report.add(FaultCode::UnusableRule, &pointer, &line.points.to_string(), &wanted);
        }
    }
    let ranges: Vec<(u32, u32)> = pack.maturity.iter().map(|band| (band.from, band.to)).collect();
    check_cover(&ranges, 1, scoring.total, "/maturity", report);
    for (at, rubric) in pack.rubrics.iter().enumerate() {
        check_rubric(rubric, scoring.step.max(1).into(), &element("/rubrics", at, ""), report);
    }
    for (at, category) in pack.categories.iter().enumerate() {
        let items = category.items.iter().filter(|item| !item.bonus).map(|item| item.points);
        check_sum(items, category.points, &element("/categories", at, "/points"), report);
    }
}

fn check_sum(parts: impl Iterator<Item = u32>, whole: u32, pointer: &str, report: &mut Report<'_>) {
    let sum = parts.fold(0, u32::saturating_add);
    if sum != whole {
        report.add_number(FaultCode::PointsDoNotAddUp, pointer, whole, sum);
    }
}

fn check_rubric(rubric: &Rubric, step: u32, pointer: &str, report: &mut Report<'_>) {
    let ranges: Vec<(u32, u32)> = rubric.bands.iter().map(|band| (band.from.into(), band.to.into())).collect();
    check_cover(&ranges, step, 100, &[pointer, "/bands"].concat(), report);
    if rubric.factors.is_empty() {
        report.add(FaultCode::UnusableRule, &[pointer, "/factors"].concat(), "[]", "1–");
    }
}

/// Ranges follow each other upwards from 0 to `end`, each beginning one step above the end of the one before.
fn check_cover(ranges: &[(u32, u32)], step: u32, end: u32, pointer: &str, report: &mut Report<'_>) {
    let mut next = 0;
    for (at, &(from, to)) in ranges.iter().enumerate() {
        let place = |member: &str| element(pointer, at, member);
        if from > next {
            report.add_number(FaultCode::BandGap, &place("/from"), from, next);
        } else if from < next {
            report.add_number(FaultCode::BandOverlap, &place("/from"), from, next);
        }
        if to < from {
            report.add_number(FaultCode::BandOverlap, &place("/to"), to, from);
        }
        if to % step != 0 {
            report.add(FaultCode::UnusableRule, &place("/to"), &to.to_string(), &["× ", &step.to_string()].concat());
        }
        next = to.saturating_add(step);
    }
    if next != end.saturating_add(step) {
        report.add_number(FaultCode::BandGap, pointer, ranges.last().map_or(0, |range| range.1), end);
    }
}
