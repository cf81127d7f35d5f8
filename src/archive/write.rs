//! Writing: the same assessment gives the same bytes, in the pack's order, with what was kept put back.

use super::format::{AssessmentFile, ConditionFile, EligibilityFile, FORMAT, ItemFile, OrganisationFile, SelfCheckFile};
use super::kept::Kept;
use super::profile_texts::ProfileTexts;
use super::{HELPS_MINOR, LATER_MINOR, MAJOR, MINOR, NOTES_MINOR, PARTS_MINOR, Project, evidence, facts, figures, improvement, notes, road, rules_off, units};
use crate::assessment::{
    Answer, Assessment, ConditionRecord, EligibilityRecord, ItemRecord, Organisation, ProfileText, SelfCheckAnswer, SelfCheckRecord, Text,
};
use crate::criteria::{ItemSlot, Pack, PackReference};
use crate::json::{self, ById, ToJson};
use crate::order;
use serde_json::Value;

/// The file's text: JSON indented by two spaces, with a line feed at the end.
pub fn write(project: &Project, pack: &Pack) -> String {
    let mut written = json::unmarked(format!("{:#}", to_value(project, pack)));
    written.push('\n');
    written
}

/// The file as JSON. What is kept comes last in its object, in the order of its pointers, so that its order does not
/// depend on the criteria it was kept under.
pub fn to_value(project: &Project, pack: &Pack) -> Value {
    let mut value = file_of(&project.assessment, pack, project.minor).to_json();
    let mut kept: Vec<&Kept> = project.kept.iter().collect();
    // What stood inside an action, an incident, a unit or a note goes with it.
    let assessment = &project.assessment;
    kept.retain(|kept| {
        let pointer = &kept.pointer;
        !improvement::is_of_removed(pointer, &assessment.improvement)
            && !road::is_of_removed(pointer, &assessment.road)
            && !units::is_of_removed(pointer, &assessment.organisation.units)
            && !notes::is_of_removed(pointer, &assessment.notes)
    });
    order::sort_by(&mut kept, |one, other| one.pointer.cmp(&other.pointer));
    kept.retain(|kept| !evidence::is_of_removed(&kept.pointer, &value));
    for kept in kept {
        kept.put_back(&mut value);
    }
    value
}

fn file_of(assessment: &Assessment, pack: &Pack, minor: u32) -> AssessmentFile {
    let figures = figures::file_of(&assessment.figures, pack);
    let improvement = improvement::file_of(&assessment.improvement, pack);
    // What a kit of version 1.0 does not count must not say 1.0.
    let minor = if figures.is_empty() { minor } else { minor.max(MINOR) };
    let register = evidence::file_of(&assessment.evidence);
    let road = road::file_of(&assessment.road, pack);
    let later = !(register.evidence.0.is_empty() && improvement.is_empty() && road.is_empty());
    let minor = if later { minor.max(LATER_MINOR) } else { minor };
    let minor = if has_parts(&assessment.organisation) { minor.max(PARTS_MINOR) } else { minor };
    let minor = if has_helps(assessment) { minor.max(HELPS_MINOR) } else { minor };
    let minor = if assessment.notes.is_empty() { minor } else { minor.max(NOTES_MINOR) };
    AssessmentFile {
        format: FORMAT.into(),
        version: format!("{MAJOR}.{minor}"),
        pack: PackReference {
            id: pack.id().into(),
            edition: pack.edition().into(),
            hash: pack.hash().into(),
        },
        fictional: assessment.fictional,
        organisation: organisation(&assessment.organisation),
        eligibility: eligibility(&assessment.eligibility, pack),
        reference_points: assessment.reference_points,
        items: ById(
            pack.items()
                .map(|(slot, item)| (item.id.clone(), item_file(assessment.item(slot), pack, slot)))
                .collect(),
        ),
        figures,
        register,
        improvement,
        road,
        units: units::file_of(&assessment.organisation.units),
        rules_off: rules_off::file_of(&assessment.rules_off),
        notes: notes::file_of(&assessment.notes),
    }
}

/// Whether what came with version 1.3 is there: anything of the management model, or a controlled unit.
pub(super) fn has_parts(organisation: &Organisation) -> bool {
    !organisation.units.is_empty() || ProfileText::MODEL.iter().any(|field| !organisation.text(*field).is_empty())
}

/// Whether what came with version 1.4 is there: an answer of the interview, or a rule of the red pen that is turned off.
pub(super) fn has_helps(assessment: &Assessment) -> bool {
    !assessment.rules_off.is_empty() || assessment.items.iter().any(|item| !item.facts.is_empty())
}

fn organisation(organisation: &Organisation) -> OrganisationFile {
    OrganisationFile {
        kind: organisation.kind,
        registration_date: organisation.registration_date.map(|date| date.to_string()),
        registration_place: organisation.registration_place.map(|place| place.code()),
        legal_status: organisation.legal_status,
        sector: organisation.sector.as_ref().map(written),
        staff: organisation.staff,
        revenue: organisation.revenue,
        assets: organisation.assets,
        texts: ProfileTexts(ProfileText::ALL.iter().map(|field| written(organisation.text(*field))).collect()),
    }
}

/// Only what was answered stands in the file.
fn eligibility(record: &EligibilityRecord, pack: &Pack) -> EligibilityFile {
    let rules = &pack.structure().eligibility;
    let mut answers = ById::default();
    for (condition, record) in rules.conditions.iter().zip(&record.conditions) {
        if *record != ConditionRecord::default() {
            let file = ConditionFile {
                answer: (record.answer != Answer::Undecided).then_some(record.answer),
                evidence: written(&record.evidence),
            };
            answers.0.push((condition.id.clone(), file));
        }
    }
    let mut self_checks = ById::default();
    for (check, record) in rules.self_checks.iter().zip(&record.self_checks) {
        if *record != SelfCheckRecord::default() {
            let file = SelfCheckFile {
                answer: (record.answer != SelfCheckAnswer::Unanswered).then_some(record.answer),
                note: written(&record.note),
            };
            self_checks.0.push((check.id.clone(), file));
        }
    }
    EligibilityFile {
        edition: Some(pack.edition_rules(record.edition).id.clone()),
        application_date: record.application_date.map(|date| date.to_string()),
        answers,
        self_checks,
    }
}

fn item_file(record: &ItemRecord, pack: &Pack, slot: ItemSlot) -> ItemFile {
    let rubric = pack.rubric_of(slot);
    let prompts = &pack.item(slot).prompts;
    let mut answers = ById::default();
    for scope in 0..record.scopes() {
        let mut by_factor = ById::default();
        for (at, factor) in rubric.factors.iter().enumerate() {
            let answer = record.answer(scope, at);
            if !answer.is_empty() {
                by_factor.0.push((factor.id.clone(), written(answer)));
            }
        }
        if !by_factor.0.is_empty() {
            let prompt = scope.checked_sub(1).map_or_else(String::new, |prompt| prompts[prompt].id.clone());
            answers.0.push((prompt, by_factor));
        }
    }
    let mut bands = ById::default();
    for (factor, band) in rubric.factors.iter().zip(&record.bands) {
        if let Some(band) = band {
            bands.0.push((factor.id.clone(), rubric.bands[*band].id.clone()));
        }
    }
    ItemFile {
        percent: record.percent.map(|percent| percent.value().into()),
        answers,
        strengths: written(&record.strengths),
        opportunities: written(&record.opportunities),
        evidence: record.evidence.iter().map(written).collect(),
        bands,
        remark: written(&record.remark),
        facts: facts::file_of(&record.facts),
    }
}

fn written(text: &Text) -> String {
    String::from(&**text)
}
