//! Ids: well formed, unique in their list, and there where something refers to them.

use super::{Report, element};
use crate::criteria::FaultCode;
use crate::criteria::structure::{Category, Item, Rubric, RubricLimit, Structure};

const FORM: &str = "a-z 0-9 - .";

pub(super) fn check(pack: &Structure, report: &mut Report<'_>) {
    if !well_formed(&pack.id) {
        report.add(FaultCode::MalformedId, "/id", &pack.id, FORM);
    }
    list(&mut pack.orientations.iter(), "/orientations", report);
    list(&mut pack.maturity.iter().map(|band| &band.id), "/maturity", report);
    list(
        &mut pack.scoring.reference_lines.iter().map(|line| &line.id),
        "/scoring/reference_lines",
        report,
    );
    list(&mut pack.rubrics.iter().map(|rubric| &rubric.id), "/rubrics", report);
    for (at, rubric) in pack.rubrics.iter().enumerate() {
        check_rubric(rubric, &element("/rubrics", at, ""), report);
    }
    list(&mut pack.categories.iter().map(|category| &category.id), "/categories", report);
    for (at, category) in pack.categories.iter().enumerate() {
        let items = element("/categories", at, "/items");
        list(&mut category.items.iter().map(|item| &item.id), &items, report);
        for (at, item) in category.items.iter().enumerate() {
            check_item(pack, category, item, &element(&items, at, ""), report);
        }
    }
    list(&mut pack.size.iter().map(|sector| &sector.id), "/size", report);
    list(&mut pack.stages.iter(), "/stages", report);
    list(&mut pack.facts.iter().map(|fact| &fact.id), "/facts", report);
    list(&mut pack.limits.iter().map(|limit| &limit.id), "/limits", report);
    list(&mut pack.ideas.iter(), "/ideas", report);
    list(&mut pack.missing.iter(), "/missing", report);
    list(&mut pack.retired.iter(), "/retired", report);
    for (at, id) in pack.retired.iter().enumerate() {
        let mut items = pack.categories.iter().flat_map(|category| &category.items);
        if items.any(|item| item.id == *id) {
            report.add(FaultCode::DuplicateId, &element("/retired", at, ""), id, "");
        }
    }
}

/// The ids of one list are well formed and stand once.
pub(super) fn list(ids: &mut dyn Iterator<Item = &String>, pointer: &str, report: &mut Report<'_>) {
    let mut seen: Vec<&String> = Vec::new();
    for (at, id) in ids.enumerate() {
        if !well_formed(id) {
            report.add(FaultCode::MalformedId, &element(pointer, at, ""), id, FORM);
        }
        if seen.contains(&id) {
            report.add(FaultCode::DuplicateId, &element(pointer, at, ""), id, "");
        }
        seen.push(id);
    }
}

fn well_formed(id: &str) -> bool {
    !id.is_empty() && id.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.'))
}

fn check_rubric(rubric: &Rubric, pointer: &str, report: &mut Report<'_>) {
    let within = |member: &str| [pointer, member].concat();
    list(&mut rubric.factors.iter().map(|factor| &factor.id), &within("/factors"), report);
    list(&mut rubric.bands.iter().map(|band| &band.id), &within("/bands"), report);
    for (at, limit) in rubric.limits.iter().enumerate() {
        let place = |member: &str| element(&within("/limits"), at, member);
        if !rubric.factors.iter().any(|factor| factor.id == limit.factor()) {
            report.unknown_id(&place("/factor"), limit.factor());
        }
        if let RubricLimit::Ceiling { below, band, .. } = limit {
            for (member, id) in [("/below", below), ("/band", band)] {
                if !rubric.bands.iter().any(|band| band.id == *id) {
                    report.unknown_id(&place(member), id);
                }
            }
        }
    }
}

fn check_item(pack: &Structure, category: &Category, item: &Item, pointer: &str, report: &mut Report<'_>) {
    let within = |member: &str| [pointer, member].concat();
    let below = item.id.strip_prefix(category.id.as_str()).and_then(|rest| rest.strip_prefix('.'));
    if below.is_none_or(str::is_empty) {
        report.add(FaultCode::MalformedId, &within("/id"), &item.id, &[&category.id, ".…"].concat());
    }
    if !pack.rubrics.iter().any(|rubric| rubric.id == item.rubric) {
        report.unknown_id(&within("/rubric"), &item.rubric);
    }
    check_tags(pack, &item.orientations, &within("/orientations"), report);
    let prompts = within("/prompts");
    list(&mut item.prompts.iter().map(|prompt| &prompt.id), &prompts, report);
    for (at, prompt) in item.prompts.iter().enumerate() {
        check_tags(pack, &prompt.orientations, &element(&prompts, at, "/orientations"), report);
    }
}

fn check_tags(pack: &Structure, tags: &[String], pointer: &str, report: &mut Report<'_>) {
    for (at, id) in tags.iter().enumerate() {
        if !pack.orientations.contains(id) {
            report.unknown_id(&element(pointer, at, ""), id);
        }
    }
}
