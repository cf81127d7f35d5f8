//! Writing: the same assessment gives the same bytes, in the pack's order, with what was kept put back.

use super::format::{
    AnswerName, AssessmentFile, ConditionFile, EligibilityFile, FORMAT, ItemFile, KindName, LegalStatusName, OrganisationFile, PackReference, SelfCheckFile,
    SelfCheckName,
};
use super::{MAJOR, Project};
use crate::assessment::{
    Answer, Assessment, ConditionRecord, EligibilityRecord, ItemRecord, Kind, LegalStatus, Organisation, ProfileText, SelfCheckAnswer, SelfCheckRecord,
};
use crate::criteria::{ItemSlot, Pack};
use indexmap::IndexMap;

/// The file's text: JSON indented by two spaces, with a line feed at the end.
pub fn write(project: &Project, pack: &Pack) -> String {
    let file = file_of(&project.assessment, pack, project.minor);
    let mut value = serde_json::to_value(file).unwrap_or_default();
    for kept in &project.kept {
        kept.put_back(&mut value);
    }
    let mut written = format!("{value:#}");
    written.push('\n');
    written
}

fn file_of(assessment: &Assessment, pack: &Pack, minor: u32) -> AssessmentFile {
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
        items: pack
            .items()
            .map(|(slot, item)| (item.id.clone(), item_file(assessment.item(slot), pack, slot)))
            .collect(),
    }
}

fn organisation(organisation: &Organisation) -> OrganisationFile {
    let mut file = OrganisationFile {
        kind: organisation.kind.map(|kind| match kind {
            Kind::Manufacturing => KindName::Manufacturing,
            Kind::Service => KindName::Service,
            Kind::PublicWelfare => KindName::PublicWelfare,
        }),
        registration_date: organisation.registration_date.map(|date| date.to_string()),
        registration_place: organisation.registration_place.map(|place| place.code()),
        legal_status: organisation.legal_status.map(|status| match status {
            LegalStatus::LegalPerson => LegalStatusName::LegalPerson,
            LegalStatus::UnitOfLegalPerson => LegalStatusName::UnitOfLegalPerson,
            LegalStatus::NotLegalPerson => LegalStatusName::NotLegalPerson,
        }),
        sector: organisation.sector.as_deref().map(String::from),
        staff: organisation.staff,
        revenue: organisation.revenue,
        assets: organisation.assets,
        ..OrganisationFile::default()
    };
    for &field in ProfileText::ALL {
        file.set_text(field, organisation.text(field).to_string());
    }
    file
}

fn eligibility(record: &EligibilityRecord, pack: &Pack) -> EligibilityFile {
    let rules = &pack.structure().eligibility;
    let answered = rules
        .conditions
        .iter()
        .zip(&record.conditions)
        .filter(|(_, answer)| **answer != ConditionRecord::default());
    let checked = rules
        .self_checks
        .iter()
        .zip(&record.self_checks)
        .filter(|(_, answer)| **answer != SelfCheckRecord::default());
    EligibilityFile {
        edition: Some(pack.edition_rules(record.edition).id.clone()),
        application_date: record.application_date.map(|date| date.to_string()),
        answers: answered.map(|(condition, answer)| (condition.id.clone(), condition_file(answer))).collect(),
        self_checks: checked.map(|(check, answer)| (check.id.clone(), self_check_file(answer))).collect(),
    }
}

fn condition_file(record: &ConditionRecord) -> ConditionFile {
    let answer = match record.answer {
        Answer::Met => Some(AnswerName::Met),
        Answer::NotMet => Some(AnswerName::NotMet),
        Answer::Undecided => None,
    };
    ConditionFile {
        answer,
        evidence: record.evidence.to_string(),
    }
}

fn self_check_file(record: &SelfCheckRecord) -> SelfCheckFile {
    let answer = match record.answer {
        SelfCheckAnswer::Clear => Some(SelfCheckName::Clear),
        SelfCheckAnswer::Applies => Some(SelfCheckName::Applies),
        SelfCheckAnswer::Unanswered => None,
    };
    SelfCheckFile {
        answer,
        note: record.note.to_string(),
    }
}

fn item_file(record: &ItemRecord, pack: &Pack, slot: ItemSlot) -> ItemFile {
    let rubric = pack.rubric_of(slot);
    let prompts = &pack.item(slot).prompts;
    let mut answers = IndexMap::new();
    for scope in 0..record.scopes() {
        let written: IndexMap<String, String> = rubric
            .factors
            .iter()
            .enumerate()
            .filter(|(factor, _)| !record.answer(scope, *factor).is_empty())
            .map(|(factor, content)| (content.id.clone(), record.answer(scope, factor).to_string()))
            .collect();
        if !written.is_empty() {
            let name = scope.checked_sub(1).map_or_else(String::new, |prompt| prompts[prompt].id.clone());
            answers.insert(name, written);
        }
    }
    let bands = rubric
        .factors
        .iter()
        .zip(&record.bands)
        .filter_map(|(factor, band)| band.map(|band| (factor.id.clone(), rubric.bands[band].id.clone())));
    ItemFile {
        percent: record.percent.map(|percent| percent.value().into()),
        answers,
        strengths: record.strengths.to_string(),
        opportunities: record.opportunities.to_string(),
        evidence: record.evidence.iter().map(|reference| reference.to_string()).collect(),
        bands: bands.collect(),
        remark: record.remark.to_string(),
    }
}
