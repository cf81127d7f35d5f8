//! Eligibility rules: usable values, and editions made of conditions that are there.

use super::{Report, element, ids};
use crate::criteria::structure::{Rule, Structure};

pub(super) fn check(pack: &Structure, report: &mut Report<'_>) {
    let rules = &pack.eligibility;
    let conditions = ids::list(&mut rules.conditions.iter().map(|condition| &condition.id), "/eligibility/conditions", report);
    let editions = ids::list(&mut rules.editions.iter().map(|edition| &edition.id), "/eligibility/editions", report);
    ids::list(&mut rules.self_checks.iter().map(|check| &check.id), "/eligibility/self_checks", report);
    for (at, condition) in rules.conditions.iter().enumerate() {
        check_rule(&condition.rule, &element("/eligibility/conditions", at, "/rule"), report);
    }
    for (at, edition) in rules.editions.iter().enumerate() {
        let place = |member: &str| element("/eligibility/editions", at, member);
        let listed = place("/conditions");
        ids::unique(&mut edition.conditions.iter().map(String::as_str), &listed, report);
        for (at, id) in edition.conditions.iter().enumerate() {
            if !conditions.contains(id.as_str()) {
                report.unknown_id(&element(&listed, at, ""), id);
            }
        }
        if let (Some(opens), Some(closes)) = (edition.opens, edition.closes)
            && closes < opens
        {
            report.unusable(&place("/closes"), &closes.to_string(), &["≥ ", &opens.to_string()].concat());
        }
    }
    if !editions.contains(rules.default.as_str()) {
        report.unknown_id("/eligibility/default", &rules.default);
    }
    for (at, check) in rules.self_checks.iter().enumerate() {
        if let Some(years) = check.look_back_years {
            check_years(years, &element("/eligibility/self_checks", at, "/look_back_years"), report);
        }
    }
}

/// Years that a person can look back on.
fn check_years(years: u32, pointer: &str, report: &mut Report<'_>) {
    report.within(pointer, years.into(), 1, 100);
}

fn check_rule(rule: &Rule, pointer: &str, report: &mut Report<'_>) {
    match rule {
        Rule::RegisteredIn { division } => {
            if !matches!(division.len(), 2 | 4 | 6) || !division.bytes().all(|byte| byte.is_ascii_digit()) {
                report.unusable(&[pointer, "/division"].concat(), division, "GB/T 2260");
            }
        }
        Rule::YearsSinceRegistration { years } | Rule::FreeOf { years } => check_years(*years, &[pointer, "/years"].concat(), report),
        Rule::LegalPerson | Rule::Declared => {}
    }
}
