//! Eligibility rules: usable values, and editions made of conditions that are there.

use super::{Report, element, ids};
use crate::criteria::FaultCode;
use crate::criteria::structure::{Rule, Structure};

pub(super) fn check(pack: &Structure, report: &mut Report<'_>) {
    let rules = &pack.eligibility;
    ids::list(&mut rules.conditions.iter().map(|condition| &condition.id), "/eligibility/conditions", report);
    ids::list(&mut rules.editions.iter().map(|edition| &edition.id), "/eligibility/editions", report);
    ids::list(&mut rules.self_checks.iter().map(|check| &check.id), "/eligibility/self_checks", report);
    for (at, condition) in rules.conditions.iter().enumerate() {
        check_rule(&condition.rule, &element("/eligibility/conditions", at, "/rule"), report);
    }
    for (at, edition) in rules.editions.iter().enumerate() {
        let conditions = element("/eligibility/editions", at, "/conditions");
        ids::list(&mut edition.conditions.iter(), &conditions, report);
        for (at, id) in edition.conditions.iter().enumerate() {
            if !rules.conditions.iter().any(|condition| condition.id == *id) {
                report.unknown_id(&element(&conditions, at, ""), id);
            }
        }
    }
    if !rules.editions.iter().any(|edition| edition.id == rules.default) {
        report.unknown_id("/eligibility/default", &rules.default);
    }
}

fn check_rule(rule: &Rule, pointer: &str, report: &mut Report<'_>) {
    match rule {
        Rule::RegisteredIn { division } => {
            if !matches!(division.len(), 2 | 4 | 6) || !division.bytes().all(|byte| byte.is_ascii_digit()) {
                report.add(FaultCode::UnusableRule, &[pointer, "/division"].concat(), division, "GB/T 2260");
            }
        }
        Rule::YearsSinceRegistration { years } | Rule::FreeOf { years } => {
            if !(1..=100).contains(years) {
                report.add(FaultCode::UnusableRule, &[pointer, "/years"].concat(), &years.to_string(), "1–100");
            }
        }
        Rule::LegalPerson | Rule::Declared => {}
    }
}
