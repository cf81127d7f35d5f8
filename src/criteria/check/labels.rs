//! What is printed beside the texts: edition, numbers, letters, and where an adapted pack comes from.

use super::ids::is_id;
use super::{FORM, Report, element};
use crate::criteria::structure::{Adapted, Category, Structure};
use crate::criteria::{FaultCode, lineage};

pub(super) fn check(pack: &Structure, report: &mut Report<'_>) {
    check_label(&pack.edition, "/edition", report);
    if let Some(adapted) = &pack.adapted {
        check_adapted(adapted, report);
        check_succession(pack, adapted, report);
    }
    for (at, rubric) in pack.rubrics.iter().enumerate() {
        let factors = element("/rubrics", at, "/factors");
        for (at, factor) in rubric.factors.iter().enumerate() {
            let pointer = element(&factors, at, "/letter");
            check_label(&factor.letter, &pointer, report);
            if factor.letter.chars().count() > 2 {
                report.unusable(&pointer, &factor.letter, "A, Le");
            }
        }
    }
    for (at, category) in pack.categories.iter().enumerate() {
        check_category(category, &element("/categories", at, ""), report);
    }
}

fn check_category(category: &Category, pointer: &str, report: &mut Report<'_>) {
    check_label(&category.number, &[pointer, "/number"].concat(), report);
    let items = [pointer, "/items"].concat();
    for (at, item) in category.items.iter().enumerate() {
        check_label(&item.number, &element(&items, at, "/number"), report);
        let prompts = element(&items, at, "/prompts");
        for (at, prompt) in item.prompts.iter().enumerate() {
            if let Some(number) = &prompt.number {
                check_label(number, &element(&prompts, at, "/number"), report);
            }
        }
    }
}

/// A short text of `pack.json`: plain, and not blank.
fn check_label(label: &str, pointer: &str, report: &mut Report<'_>) {
    if label.trim().is_empty() {
        report.unusable(pointer, &["\"", label, "\""].concat(), "\"…\"");
    }
    report.plain(pointer, label);
}

/// What items have become: sound as an entry of the lineage, and of items that are here.
fn check_succession(pack: &Structure, adapted: &Adapted, report: &mut Report<'_>) {
    lineage::check_entries(&adapted.items, "/adapted/items", &report.file, report.faults);
    let known = |id: &String| pack.categories.iter().flat_map(|category| &category.items).any(|item| item.id == *id);
    for (at, entry) in adapted.items.iter().enumerate() {
        let to = element("/adapted/items", at, "/to");
        for (at, id) in entry.to.iter().enumerate().filter(|(_, id)| !known(id)) {
            report.unknown_id(&element(&to, at, ""), id);
        }
    }
}

fn check_adapted(adapted: &Adapted, report: &mut Report<'_>) {
    let from = &adapted.from;
    if !is_id(&from.id) {
        report.add(FaultCode::MalformedId, "/adapted/from/id", &from.id, FORM);
    }
    check_label(&from.edition, "/adapted/from/edition", report);
    let digits = from.hash.strip_prefix("sha256:").unwrap_or_default();
    if digits.len() != 64 || !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        report.unusable("/adapted/from/hash", &from.hash, "sha256:…");
    }
    for (at, change) in adapted.changes.iter().enumerate() {
        let place = |member: &str| element("/adapted/changes", at, member);
        check_label(&change.place, &place("/place"), report);
        for (member, text) in [("/old", &change.old), ("/new", &change.new), ("/why", &change.why), ("/source", &change.source)] {
            report.plain(&place(member), text);
        }
    }
}
