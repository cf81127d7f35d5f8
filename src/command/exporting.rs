//! Writing a document: which of them, in what look, and what is to be asked for before it is handed in.

use super::{Call, Failure, bundling, files, panel};
use crate::archive::Project;
use crate::criteria::Pack;
use crate::date::Date;
use crate::eligibility::judge;
use crate::export::bundle::MAX_BUNDLE_BYTES;
use crate::export::{Options, PanelShown, StyleSet, Target, Variant, export, fill_template};
use crate::findings::findings;
use crate::report::{CLEAN_SECTIONS, Section, asked_before, say};
use serde_json::{Value, json};
use std::path::Path;

/// A document as it is asked for.
pub(super) struct Wanted<'a> {
    pub file: &'a Path,
    pub to: Target,
    pub output: &'a Path,
    pub draft_date: Option<Date>,
    pub evidence: Option<&'a Path>,
    pub section: Option<Section>,
    pub variant: Variant,
    pub minutes: Option<u32>,
    pub style: &'static StyleSet,
    pub template: Option<&'a Path>,
    pub panel: Option<&'a Path>,
    pub anonymous: bool,
}

/// Writes it; gives what a zip is without. Of a clean submission, what is missing or doubtful is told as JSON among the notes.
pub(super) fn export_file(wanted: &Wanted<'_>, pack: Option<&Path>, call: Call<'_>, today: Date) -> Result<String, Failure> {
    let language = call.language;
    let (project, pack) = files::assessment(wanted.file, pack, call)?;
    let record = wanted.panel.map(|record| panel::record_of(record, &pack, call)).transpose()?;
    let shown = record.as_ref().map(|record| PanelShown {
        panel: &record.panel,
        anonymous: wanted.anonymous,
    });
    let clean = wanted.variant == Variant::Submission;
    if let Some(section) = wanted.section.filter(|section| clean && !CLEAN_SECTIONS.contains(section)) {
        return Err(Failure::of(language, "section_not_clean", &[("name", section.name())]));
    }
    if let Some(section) = wanted.section.filter(|_| wanted.variant.is_outline()) {
        return Err(Failure::of(language, "section_not_outline", &[("name", section.name())]));
    }
    if wanted.minutes.is_some() && !wanted.variant.is_outline() {
        return Err(Failure::of(language, "minutes_only_outline", &[]));
    }
    let options = Options::new(language)
        .dated(wanted.draft_date)
        .only(wanted.section)
        .told_as(wanted.variant)
        .lasting(wanted.minutes)
        .in_style(wanted.style)
        .with_panel(shown);
    let mut told = if clean { asked(&project, &pack, call, today) } else { json!({}) };
    if let Some(template) = wanted.template {
        if !clean || wanted.to != Target::Docx || wanted.section.is_some() {
            return Err(Failure::of(language, "template_only_docx", &[]));
        }
        let bytes = files::whole(template, MAX_BUNDLE_BYTES, language)?;
        let filled = fill_template(&project, &pack, &options, &bytes);
        let (bytes, about) = filled.map_err(|error| files::in_file(template, &error.sentence(language), language))?;
        files::write(wanted.output, template, &bytes, call)?;
        told["template"] = json!({
            "unknown": about.unknown,
            "misplaced": about.misplaced,
            "empty": about.empty,
            "unplaced": about.unplaced,
            "appended": about.appended,
            "text": about.sentences(language),
        });
    }
    if clean {
        call.notes.borrow_mut().insert(told.to_string());
    }
    if wanted.template.is_some() {
        return Ok(String::new());
    }
    if wanted.to == Target::Zip {
        return bundling::bundle_file(wanted.file, &project, &pack, wanted.evidence, &options, wanted.output, call);
    }
    if wanted.evidence.is_some() {
        return Err(Failure::of(language, "evidence_without_zip", &[]));
    }
    let bytes = export(&project, &pack, wanted.to, &options).map_err(|error| Failure(error.sentence(language)))?;
    files::write(wanted.output, wanted.file, &bytes, call)?;
    Ok(String::new())
}

/// What the submission lacks: `missing` with `code` and `text`.
fn asked(project: &Project, pack: &Pack, call: Call<'_>, today: Date) -> Value {
    let record = &project.assessment.eligibility;
    let eligibility = judge(pack, &project.assessment, record.edition, record.application_date, today);
    let found = asked_before(findings(pack, &project.assessment, &eligibility));
    let missing = found
        .iter()
        .map(|finding| json!({ "code": finding.code(), "text": say::finding(pack, call.language, finding) }));
    json!({ "missing": missing.collect::<Vec<Value>>() })
}
