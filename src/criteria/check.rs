//! The one checker of packs: built-in, hosted and imported ones pass through the same code.

use super::fault::{Fault, FaultCode};
use super::sources::{self, Sources};
use super::structure::{Category, Rubric, RubricLimit, Rule, Structure};
use super::texts;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// Checks what reading alone cannot see; `file` is what `pack` was read from. Faults are added in the order of the files.
pub(super) fn check(pack: &Structure, file: &Value, sources: &Sources, texts: &[(String, BTreeMap<String, String>)], faults: &mut Vec<Fault>) {
    let mut report = Report {
        file: "pack.json".into(),
        faults,
    };
    check_members(pack, file, &mut report);
    check_format(pack, &mut report);
    check_ids(pack, &mut report);
    check_scoring(pack, &mut report);
    for (at, rubric) in pack.rubrics.iter().enumerate() {
        check_rubric(rubric, pack.scoring.step, &format!("/rubrics/{at}"), &mut report);
    }
    check_categories(pack, &mut report);
    check_eligibility(pack, &mut report);
    check_sources(pack, sources, &mut report);
    check_texts(pack, sources, texts, &mut report);
}

struct Report<'a> {
    file: String,
    faults: &'a mut Vec<Fault>,
}

impl Report<'_> {
    fn add(&mut self, code: FaultCode, pointer: impl Into<String>, given: impl ToString, wanted: impl ToString) {
        self.faults.push(Fault {
            code,
            file: self.file.clone(),
            pointer: pointer.into(),
            given: given.to_string(),
            wanted: wanted.to_string(),
        });
    }
}

/// Members nobody knows in limits and rules: serde reads values told apart by their `kind` from a buffer, which hides
/// such members from the reader of the rest.
fn check_members(pack: &Structure, file: &Value, report: &mut Report<'_>) {
    let mut known: Vec<(String, &[&str])> = Vec::new();
    for (at, rubric) in pack.rubrics.iter().enumerate() {
        for (place, limit) in rubric.limits.iter().enumerate() {
            let members: &[&str] = match limit {
                RubricLimit::OwnBand { .. } => &["kind", "factor"],
                RubricLimit::Ceiling { .. } => &["kind", "factor", "below", "band"],
            };
            known.push((format!("/rubrics/{at}/limits/{place}"), members));
        }
    }
    for (at, condition) in pack.eligibility.conditions.iter().enumerate() {
        let members: &[&str] = match &condition.rule {
            Rule::RegisteredIn { .. } => &["kind", "division"],
            Rule::YearsSinceRegistration { .. } => &["kind", "years"],
            Rule::LegalPerson | Rule::Declared => &["kind"],
        };
        known.push((format!("/eligibility/conditions/{at}/rule"), members));
    }
    for (pointer, members) in known {
        let Some(object) = file.pointer(&pointer).and_then(Value::as_object) else {
            report.add(FaultCode::WrongKind, pointer, "[…]", "{…}");
            continue;
        };
        for member in object.keys() {
            if !members.contains(&member.as_str()) {
                report.add(FaultCode::UnknownField, crate::json::push(&pointer, member), "", "");
            }
        }
    }
}

fn check_format(pack: &Structure, report: &mut Report<'_>) {
    if pack.format != "award-kit.pack" {
        report.add(FaultCode::UnknownFormat, "/format", &pack.format, "award-kit.pack");
    }
    if pack.version.split('.').next() != Some("1") {
        report.add(FaultCode::UnknownFormat, "/version", &pack.version, "1.0");
    }
    if pack.categories.is_empty() || pack.rubrics.is_empty() {
        report.add(FaultCode::UnusableRule, "", "[]", "categories, rubrics");
    }
}

fn well_formed(id: &str) -> bool {
    !id.is_empty()
        && id
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-' || byte == b'.')
}

/// Ids are well formed, and unique in their list.
fn check_list<'a>(ids: impl Iterator<Item = &'a String>, pointer: &str, report: &mut Report<'_>) {
    let mut seen = BTreeSet::new();
    for (at, id) in ids.enumerate() {
        if !well_formed(id) {
            report.add(FaultCode::MalformedId, format!("{pointer}/{at}"), id, "a-z 0-9 - .");
        }
        if !seen.insert(id) {
            report.add(FaultCode::DuplicateId, format!("{pointer}/{at}"), id, "");
        }
    }
}

fn check_ids(pack: &Structure, report: &mut Report<'_>) {
    if !well_formed(&pack.id) {
        report.add(FaultCode::MalformedId, "/id", &pack.id, "a-z 0-9 - .");
    }
    check_list(pack.orientations.iter(), "/orientations", report);
    check_list(pack.maturity.iter().map(|band| &band.id), "/maturity", report);
    check_list(pack.scoring.reference_lines.iter().map(|line| &line.id), "/scoring/reference_lines", report);
    check_list(pack.rubrics.iter().map(|rubric| &rubric.id), "/rubrics", report);
    for (at, rubric) in pack.rubrics.iter().enumerate() {
        check_list(rubric.factors.iter().map(|factor| &factor.id), &format!("/rubrics/{at}/factors"), report);
        check_list(rubric.bands.iter().map(|band| &band.id), &format!("/rubrics/{at}/bands"), report);
    }
    check_list(pack.categories.iter().map(|category| &category.id), "/categories", report);
    for (at, category) in pack.categories.iter().enumerate() {
        check_list(category.items.iter().map(|item| &item.id), &format!("/categories/{at}/items"), report);
        for (place, item) in category.items.iter().enumerate() {
            check_list(
                item.prompts.iter().map(|prompt| &prompt.id),
                &format!("/categories/{at}/items/{place}/prompts"),
                report,
            );
        }
    }
    let rules = &pack.eligibility;
    check_list(rules.conditions.iter().map(|condition| &condition.id), "/eligibility/conditions", report);
    check_list(rules.editions.iter().map(|edition| &edition.id), "/eligibility/editions", report);
    check_list(rules.self_checks.iter().map(|check| &check.id), "/eligibility/self_checks", report);
    check_list(pack.size.iter().map(|sector| &sector.id), "/size", report);
    check_list(pack.stages.iter(), "/stages", report);
    check_list(pack.facts.iter().map(|fact| &fact.id), "/facts", report);
    check_list(pack.limits.iter().map(|limit| &limit.id), "/limits", report);
}

fn check_scoring(pack: &Structure, report: &mut Report<'_>) {
    let scoring = &pack.scoring;
    if scoring.step == 0 || 100 % scoring.step != 0 {
        report.add(FaultCode::UnusableStep, "/scoring/step", scoring.step, "1, 2, 4, 5, 10, 20, 25, 50, 100");
    }
    let sum: u32 = pack.categories.iter().fold(0, |sum, category| sum.saturating_add(category.points));
    if sum != scoring.total {
        report.add(FaultCode::PointsDoNotAddUp, "/scoring/total", scoring.total, sum);
    }
    for (at, line) in scoring.reference_lines.iter().enumerate() {
        if line.points > scoring.total {
            report.add(
                FaultCode::UnusableRule,
                format!("/scoring/reference_lines/{at}/points"),
                line.points,
                format!("0–{}", scoring.total),
            );
        }
    }
    let ranges: Vec<(u32, u32)> = pack.maturity.iter().map(|band| (band.from, band.to)).collect();
    check_cover(&ranges, 1, scoring.total, "/maturity", report);
}

/// Ranges follow each other upwards from 0 to `end`, each beginning one step above the end of the one before.
fn check_cover(ranges: &[(u32, u32)], step: u32, end: u32, pointer: &str, report: &mut Report<'_>) {
    let mut next = 0;
    for (at, &(from, to)) in ranges.iter().enumerate() {
        let place = format!("{pointer}/{at}");
        if from > next {
            report.add(FaultCode::BandGap, format!("{place}/from"), from, next);
        } else if from < next {
            report.add(FaultCode::BandOverlap, format!("{place}/from"), from, next);
        }
        if to < from {
            report.add(FaultCode::BandOverlap, format!("{place}/to"), to, from);
        }
        if to % step != 0 {
            report.add(FaultCode::UnusableRule, format!("{place}/to"), to, format!("× {step}"));
        }
        next = to.saturating_add(step);
    }
    if next != end.saturating_add(step) {
        report.add(FaultCode::BandGap, pointer, ranges.last().map_or(0, |range| range.1), end);
    }
}

fn check_rubric(rubric: &Rubric, step: u8, pointer: &str, report: &mut Report<'_>) {
    let ranges: Vec<(u32, u32)> = rubric.bands.iter().map(|band| (band.from.into(), band.to.into())).collect();
    check_cover(&ranges, step.max(1).into(), 100, &format!("{pointer}/bands"), report);
    if rubric.factors.is_empty() {
        report.add(FaultCode::UnusableRule, format!("{pointer}/factors"), "[]", "1–");
    }
    for (at, limit) in rubric.limits.iter().enumerate() {
        let place = format!("{pointer}/limits/{at}");
        if !rubric.factors.iter().any(|factor| factor.id == limit.factor()) {
            report.add(FaultCode::UnknownId, format!("{place}/factor"), limit.factor(), "");
        }
        if let RubricLimit::Ceiling { below, band, .. } = limit {
            for (member, id) in [("below", below), ("band", band)] {
                if !rubric.bands.iter().any(|band| band.id == *id) {
                    report.add(FaultCode::UnknownId, format!("{place}/{member}"), id, "");
                }
            }
        }
    }
}

fn check_categories(pack: &Structure, report: &mut Report<'_>) {
    for (at, category) in pack.categories.iter().enumerate() {
        let place = format!("/categories/{at}");
        let sum: u32 = category.items.iter().fold(0, |sum, item| sum.saturating_add(item.points));
        if sum != category.points {
            report.add(FaultCode::PointsDoNotAddUp, format!("{place}/points"), category.points, sum);
        }
        check_items(pack, category, &place, report);
    }
}

fn check_items(pack: &Structure, category: &Category, place: &str, report: &mut Report<'_>) {
    for (at, item) in category.items.iter().enumerate() {
        let place = format!("{place}/items/{at}");
        let below = item.id.strip_prefix(category.id.as_str()).and_then(|rest| rest.strip_prefix('.'));
        if below.is_none_or(str::is_empty) {
            report.add(FaultCode::MalformedId, format!("{place}/id"), &item.id, format!("{}.…", category.id));
        }
        if !pack.rubrics.iter().any(|rubric| rubric.id == item.rubric) {
            report.add(FaultCode::UnknownId, format!("{place}/rubric"), &item.rubric, "");
        }
        let own = item
            .orientations
            .iter()
            .enumerate()
            .map(|(tag, id)| (format!("{place}/orientations/{tag}"), id));
        let prompts = item.prompts.iter().enumerate().flat_map(|(prompt, content)| {
            let place = format!("{place}/prompts/{prompt}/orientations");
            content.orientations.iter().enumerate().map(move |(tag, id)| (format!("{place}/{tag}"), id))
        });
        for (pointer, id) in own.chain(prompts) {
            if !pack.orientations.contains(id) {
                report.add(FaultCode::UnknownId, pointer, id, "");
            }
        }
    }
}

fn check_eligibility(pack: &Structure, report: &mut Report<'_>) {
    let rules = &pack.eligibility;
    for (at, condition) in rules.conditions.iter().enumerate() {
        let place = format!("/eligibility/conditions/{at}/rule");
        match &condition.rule {
            Rule::RegisteredIn { division } => {
                if !matches!(division.len(), 2 | 4 | 6) || !division.bytes().all(|byte| byte.is_ascii_digit()) {
                    report.add(FaultCode::UnusableRule, format!("{place}/division"), division, "GB/T 2260");
                }
            }
            Rule::YearsSinceRegistration { years } => {
                if !(1..=100).contains(years) {
                    report.add(FaultCode::UnusableRule, format!("{place}/years"), years, "1–100");
                }
            }
            Rule::LegalPerson | Rule::Declared => {}
        }
    }
    for (at, edition) in rules.editions.iter().enumerate() {
        check_list(edition.conditions.iter(), &format!("/eligibility/editions/{at}/conditions"), report);
        for (place, id) in edition.conditions.iter().enumerate() {
            if !rules.conditions.iter().any(|condition| condition.id == *id) {
                report.add(FaultCode::UnknownId, format!("/eligibility/editions/{at}/conditions/{place}"), id, "");
            }
        }
    }
    if !rules.editions.iter().any(|edition| edition.id == rules.default) {
        report.add(FaultCode::UnknownId, "/eligibility/default", &rules.default, "");
    }
}

fn check_sources(pack: &Structure, sources: &Sources, report: &mut Report<'_>) {
    report.file = "sources.json".into();
    check_list(sources.sources.iter(), "/sources", report);
    let figures = sources::figures(pack);
    for figure in &figures {
        if sources.of(figure).is_none() {
            report.add(FaultCode::SourceMissing, "/figures", figure, "");
        }
    }
    for (key, attribution) in &sources.figures {
        let pointer = crate::json::push("/figures", key);
        let group = format!("{key}/");
        if !figures.iter().any(|figure| figure == key || figure.starts_with(&group)) {
            report.add(FaultCode::SourceUnknown, &pointer, key, "");
        }
        if !sources.sources.contains(&attribution.source) {
            report.add(FaultCode::UnknownId, format!("{pointer}/source"), &attribution.source, "");
        }
    }
}

fn check_texts(pack: &Structure, sources: &Sources, texts: &[(String, BTreeMap<String, String>)], report: &mut Report<'_>) {
    let required = texts::required(pack, sources);
    let known: BTreeSet<&str> = required.iter().map(String::as_str).collect();
    for (language, words) in texts {
        report.file = format!("text.{language}.json");
        for id in &required {
            if words.get(id).is_none_or(|text| text.trim().is_empty()) {
                report.add(FaultCode::TextMissing, "", id, language);
            }
        }
        for id in words.keys() {
            if !known.contains(id.as_str()) {
                report.add(FaultCode::TextUnknown, crate::json::push("", id), id, "");
            }
        }
    }
}
