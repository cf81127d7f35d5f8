//! Figures: points that add up, a usable step, and ranges without gap or overlap.

use super::{Report, element};
use crate::criteria::FaultCode;
use crate::criteria::structure::{Category, Rubric, Structure};

/// The most points of a pack or a bonus item: with them, every product and sum of the scoring stays exact.
const MOST_POINTS: u64 = 1_000_000;

/// The most factors of a rubric: each has a letter.
const MOST_FACTORS: u64 = 26;

/// The most places for an answer, one for each item and prompt and factor: a full record of them still fits a device.
/// The default pack has about 400.
const MOST_ANSWERS: u64 = 200_000;

pub(super) fn check(pack: &Structure, report: &mut Report<'_>) {
    let scoring = &pack.scoring;
    if scoring.step == 0 || 100 % scoring.step != 0 {
        let step = scoring.step.to_string();
        report.add(FaultCode::UnusableStep, "/scoring/step", &step, "1, 2, 4, 5, 10, 20, 25, 50, 100");
    }
    report.within("/scoring/total", scoring.total.into(), 1, MOST_POINTS);
    let categories = &mut pack.categories.iter().map(|category| category.points);
    check_sum(categories, scoring.total, "/scoring/total", report);
    for (at, line) in scoring.reference_lines.iter().enumerate() {
        let pointer = element("/scoring/reference_lines", at, "/points");
        report.within(&pointer, line.points.into(), 0, scoring.total.into());
    }
    let ranges: Vec<(u32, u32)> = pack.maturity.iter().map(|band| (band.from, band.to)).collect();
    check_cover(&ranges, 1, scoring.total, "/maturity", report);
    for (at, rubric) in pack.rubrics.iter().enumerate() {
        check_rubric(rubric, scoring.step.max(1).into(), &element("/rubrics", at, ""), report);
    }
    for (at, category) in pack.categories.iter().enumerate() {
        check_category(category, &element("/categories", at, ""), report);
    }
    check_answers(pack, report);
    for (at, sector) in pack.size.iter().enumerate() {
        let bounds = element("/size", at, "/bounds");
        report.not_empty(&bounds, sector.bounds.len());
        for (at, bound) in sector.bounds.iter().enumerate() {
            let (small, medium, large) = (bound.small, bound.medium, bound.large);
            for (member, below, above) in [("/medium", small, medium), ("/large", medium, large)] {
                if below > above {
                    report.unusable(&element(&bounds, at, member), &above.to_string(), &["≥ ", &below.to_string()].concat());
                }
            }
        }
    }
    for (at, limit) in pack.limits.iter().enumerate() {
        if limit.characters == 0 {
            report.unusable(&element("/limits", at, "/characters"), "0", "1–");
        }
    }
}

fn check_category(category: &Category, pointer: &str, report: &mut Report<'_>) {
    let items = [pointer, "/items"].concat();
    report.not_empty(&items, category.items.len());
    let counted = category.items.iter().filter(|item| !item.bonus);
    check_sum(&mut counted.map(|item| item.points), category.points, &[pointer, "/points"].concat(), report);
    for (at, item) in category.items.iter().enumerate() {
        report.within(&element(&items, at, "/points"), item.points.into(), 1, MOST_POINTS);
    }
}

fn check_sum(parts: &mut dyn Iterator<Item = u32>, whole: u32, pointer: &str, report: &mut Report<'_>) {
    let sum = parts.map(u64::from).sum();
    if sum != u64::from(whole) {
        report.add_number(FaultCode::PointsDoNotAddUp, pointer, whole.into(), sum);
    }
}

/// How many answers an assessment can hold.
fn check_answers(pack: &Structure, report: &mut Report<'_>) {
    let most = pack.rubrics.iter().map(|rubric| rubric.factors.len()).max().unwrap_or(0);
    let items = pack.categories.iter().flat_map(|category| &category.items);
    let scopes: u64 = items.map(|item| item.prompts.len() as u64 + 1).sum();
    report.within("/categories", scopes * most as u64, 0, MOST_ANSWERS);
}

fn check_rubric(rubric: &Rubric, step: u32, pointer: &str, report: &mut Report<'_>) {
    let ranges: Vec<(u32, u32)> = rubric.bands.iter().map(|band| (band.from.into(), band.to.into())).collect();
    check_cover(&ranges, step, 100, &[pointer, "/bands"].concat(), report);
    let factors = rubric.factors.len() as u64;
    report.within(&[pointer, "/factors"].concat(), factors, 1, MOST_FACTORS);
}

/// Ranges follow each other upwards from 0 to `end`, each beginning one step above the end of the one before.
fn check_cover(ranges: &[(u32, u32)], step: u32, end: u32, pointer: &str, report: &mut Report<'_>) {
    let mut next = 0;
    for (at, &(from, to)) in ranges.iter().enumerate() {
        let place = |member: &str| element(pointer, at, member);
        if from > next {
            report.add_number(FaultCode::BandGap, &place("/from"), from.into(), next.into());
        } else if from < next {
            report.add_number(FaultCode::BandOverlap, &place("/from"), from.into(), next.into());
        }
        if to < from {
            report.add_number(FaultCode::BandOverlap, &place("/to"), to.into(), from.into());
        }
        if to % step != 0 {
            report.unusable(&place("/to"), &to.to_string(), &["× ", &step.to_string()].concat());
        }
        next = to.saturating_add(step);
    }
    if next != end.saturating_add(step) {
        let last = ranges.last().map_or(0, |range| range.1);
        report.add_number(FaultCode::BandGap, pointer, last.into(), end.into());
    }
}
