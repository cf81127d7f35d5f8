//! What is still to be found out or noted before a site review.

use crate::assessment::EvidenceEntry;
use crate::date::Date;
use crate::eligibility::judge;
use crate::findings::{Finding, findings};
use crate::language::fill;
use crate::report::document::ParagraphStyle;
use crate::report::draft::{Draft, one_line};
use crate::report::say;
use crate::report::submission::Options;

/// The stage of a pack that is the site review.
const STAGE: &str = "site-review";

pub fn write(draft: &mut Draft<'_>, options: &Options) {
    let words = draft.words;
    draft.heading(1, words.site_review_open());
    let mut told = vec![day(draft), words.site_review_unknown().to_owned()];
    told.extend(units(draft));
    let without = |has: fn(&EvidenceEntry) -> &str, text: &str| {
        let entries = draft.assessment.evidence.entries.iter().filter(|entry| has(entry).trim().is_empty());
        let numbers: Vec<&str> = entries.map(|entry| &*entry.number).collect();
        (!numbers.is_empty()).then(|| fill(text, &[("list", &numbers.join(words.term_list()))]))
    };
    told.extend(without(|entry| &entry.place, words.site_review_without_place()));
    told.extend(without(|entry| &entry.owner, words.site_review_without_keeper()));
    let record = &draft.assessment.eligibility;
    let today = options.draft_date.or(record.application_date).unwrap_or(Date::MAX);
    let eligibility = judge(draft.pack, draft.assessment, record.edition, record.application_date, today);
    let found = findings(draft.pack, draft.assessment, &eligibility);
    let of_evidence = found.iter().filter(|finding| matches!(finding, Finding::Evidence(_)));
    told.extend(of_evidence.map(|finding| say::finding(draft.pack, draft.language, finding)));
    draft.paragraphs(ParagraphStyle::Entry, &told.join("\n"));
}

/// The day as it is noted on the road to the award.
fn day(draft: &Draft<'_>) -> String {
    let stages = draft.pack.structure().stages.iter().zip(&draft.assessment.road.stages);
    let day = stages.filter(|(stage, _)| *stage == STAGE).find_map(|(_, record)| record.day);
    match day {
        Some(day) => fill(draft.words.site_review_day(), &[("date", &say::date(draft.language, day))]),
        None => draft.words.site_review_no_day().to_owned(),
    }
}

/// The units the application covers, which may be visited too.
fn units(draft: &Draft<'_>) -> Option<String> {
    let units = draft.assessment.organisation.units.iter().enumerate();
    let covered = units.filter(|(_, unit)| unit.in_scope == Some(true));
    let names: Vec<String> = covered.map(|(at, unit)| one_line(&say::unit_name(draft.language, at, &unit.name))).collect();
    (!names.is_empty()).then(|| fill(draft.words.site_review_units(), &[("list", &names.join(draft.words.term_list()))]))
}
