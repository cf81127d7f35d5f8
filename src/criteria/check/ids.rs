//! Ids: well formed, unique in their list, and there where something refers to them.

use super::{FORM, Report, element};
use crate::criteria::FaultCode;
use crate::criteria::structure::{Category, Item, Rubric, RubricLimit, Structure};
use std::collections::BTreeSet;

pub(super) fn check(pack: &Structure, report: &mut Report<'_>) {
    if !is_id(&pack.id) {
        report.add(FaultCode::MalformedId, "/id", &pack.id, FORM);
    }
    let lines = &pack.scoring.reference_lines;
    list(&mut lines.iter().map(|line| &line.id), "/scoring/reference_lines", report);
    list(&mut pack.maturity.iter().map(|band| &band.id), "/maturity", report);
    let known = Known {
        orientations: list(&mut pack.orientations.iter(), "/orientations", report),
        rubrics: list(&mut pack.rubrics.iter().map(|rubric| &rubric.id), "/rubrics", report),
    };
    for (at, rubric) in pack.rubrics.iter().enumerate() {
        check_rubric(rubric, &element("/rubrics", at, ""), report);
    }
    list(&mut pack.categories.iter().map(|category| &category.id), "/categories", report);
    let mut all = BTreeSet::new();
    for (at, category) in pack.categories.iter().enumerate() {
        let items = element("/categories", at, "/items");
        unique(&mut category.items.iter().map(|item| item.id.as_str()), &items, report);
        for (at, item) in category.items.iter().enumerate() {
            all.insert(item.id.as_str());
            check_item(&known, category, item, &element(&items, at, ""), report);
        }
    }
    list(&mut pack.size.iter().map(|sector| &sector.id), "/size", report);
    list(&mut pack.stages.iter(), "/stages", report);
    list(&mut pack.facts.iter().map(|fact| &fact.id), "/facts", report);
    for (at, fact) in pack.facts.iter().enumerate() {
        if !is_id(&fact.unit) {
            report.add(FaultCode::MalformedId, &element("/facts", at, "/unit"), &fact.unit, FORM);
        }
    }
    list(&mut pack.limits.iter().map(|limit| &limit.id), "/limits", report);
    list(&mut pack.ideas.iter(), "/ideas", report);
    list(&mut pack.missing.iter(), "/missing", report);
    unique(&mut pack.retired.iter().map(String::as_str), "/retired", report);
    for (at, id) in pack.retired.iter().enumerate() {
        let pointer = element("/retired", at, "");
        if !id.split_once('.').is_some_and(|(category, name)| is_id(category) && is_id(name)) {
            report.add(FaultCode::MalformedId, &pointer, id, "….…");
        }
        if all.contains(id.as_str()) {
            report.add(FaultCode::DuplicateId, &pointer, id, "");
        }
    }
}

/// What items refer to.
struct Known<'a> {
    rubrics: BTreeSet<&'a str>,
    orientations: BTreeSet<&'a str>,
}

/// The ids of one list, which are well formed and stand once.
pub(in crate::criteria) fn list<'a>(ids: &mut dyn Iterator<Item = &'a String>, pointer: &str, report: &mut Report<'_>) -> BTreeSet<&'a str> {
    let mut seen = BTreeSet::new();
    for (at, id) in ids.enumerate() {
        if !is_id(id) {
            report.add(FaultCode::MalformedId, &element(pointer, at, ""), id, FORM);
        }
        if !seen.insert(id.as_str()) {
            report.add(FaultCode::DuplicateId, &element(pointer, at, ""), id, "");
        }
    }
    seen
}

/// The words of one list, which stand once.
pub(in crate::criteria) fn unique<'a>(words: &mut dyn Iterator<Item = &'a str>, pointer: &str, report: &mut Report<'_>) -> BTreeSet<&'a str> {
    let mut seen = BTreeSet::new();
    for (at, word) in words.enumerate() {
        if !seen.insert(word) {
            report.add(FaultCode::DuplicateId, &element(pointer, at, ""), word, "");
        }
    }
    seen
}

/// Whether an id is one: lower-case letters, digits and hyphens, and at least one of them. It is safe as the name of a
/// folder or file and inside the ids of texts and figures.
pub(in crate::criteria) fn is_id(id: &str) -> bool {
    !id.is_empty() && id.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'))
}

fn check_rubric(rubric: &Rubric, pointer: &str, report: &mut Report<'_>) {
    let within = |member: &str| [pointer, member].concat();
    let factors = list(&mut rubric.factors.iter().map(|factor| &factor.id), &within("/factors"), report);
    let bands = list(&mut rubric.bands.iter().map(|band| &band.id), &within("/bands"), report);
    for (at, limit) in rubric.limits.iter().enumerate() {
        let place = |member: &str| element(&within("/limits"), at, member);
        if !factors.contains(limit.factor()) {
            report.unknown_id(&place("/factor"), limit.factor());
        }
        if let RubricLimit::Ceiling { below, band, .. } = limit {
            for (member, id) in [("/below", below), ("/band", band)] {
                if !bands.contains(id.as_str()) {
                    report.unknown_id(&place(member), id);
                }
            }
        }
    }
}

fn check_item(known: &Known<'_>, category: &Category, item: &Item, pointer: &str, report: &mut Report<'_>) {
    let within = |member: &str| [pointer, member].concat();
    let below = item.id.strip_prefix(category.id.as_str()).and_then(|rest| rest.strip_prefix('.'));
    if !below.is_some_and(is_id) {
        report.add(FaultCode::MalformedId, &within("/id"), &item.id, &[&category.id, ".…"].concat());
    }
    if !known.rubrics.contains(item.rubric.as_str()) {
        report.unknown_id(&within("/rubric"), &item.rubric);
    }
    check_tags(known, &item.orientations, &within("/orientations"), report);
    let prompts = within("/prompts");
    list(&mut item.prompts.iter().map(|prompt| &prompt.id), &prompts, report);
    for (at, prompt) in item.prompts.iter().enumerate() {
        check_tags(known, &prompt.orientations, &element(&prompts, at, "/orientations"), report);
    }
}

fn check_tags(known: &Known<'_>, tags: &[String], pointer: &str, report: &mut Report<'_>) {
    unique(&mut tags.iter().map(String::as_str), pointer, report);
    for (at, id) in tags.iter().enumerate() {
        if !known.orientations.contains(id.as_str()) {
            report.unknown_id(&element(pointer, at, ""), id);
        }
    }
}
