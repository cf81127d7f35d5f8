//! Writing a scoring copy: the same copy gives the same bytes.

use super::format::{AsItIs, JudgementFile, ScoringFile, SubjectFile};
use super::{FORMAT, ScoringCopy, version};
use crate::archive::Project;
use crate::archive::kept::Kept;
use crate::archive::write::to_value;
use crate::assessment::Text;
use crate::criteria::{Pack, Rubric};
use crate::json::{ById, ToJson, unmarked};
use crate::panel::{Judgement, Sheet, Subject};
use serde_json::Value;

/// The file's text: JSON indented by two spaces, with a line feed at the end.
pub fn write_scoring(copy: &ScoringCopy, pack: &Pack) -> String {
    let sheet = &copy.sheet;
    let read = copy.read.as_ref().map(|read| to_value(&Project::new(read.clone()), pack));
    let file = ScoringFile {
        format: FORMAT.into(),
        version: version(copy.minor),
        pack: pack.reference(),
        assessment: subject_file(&sheet.subject),
        assessor: written(&sheet.assessor),
        counter: sheet.counter,
        items: assigned(sheet, pack),
        scores: judgement_files(sheet, pack),
        answers: AsItIs(read.unwrap_or_default()),
    };
    finished(file.to_json(), &copy.kept)
}

/// JSON with what was kept put back, as text.
pub(in crate::archive) fn finished(mut value: Value, kept: &[Kept]) -> String {
    for kept in kept {
        kept.put_back(&mut value);
    }
    let mut text = unmarked(format!("{value:#}"));
    text.push('\n');
    text
}

pub(in crate::archive) fn subject_file(subject: &Subject) -> SubjectFile {
    SubjectFile {
        key: written(&subject.key),
        organisation: written(&subject.organisation),
        credit_code: written(&subject.credit_code),
        kind: subject.kind,
    }
}

pub(in crate::archive) fn assigned(sheet: &Sheet, pack: &Pack) -> Vec<String> {
    sheet.assigned.iter().map(|slot| pack.item(*slot).id.clone()).collect()
}

/// Only what was said, in the order of the pack.
pub(in crate::archive) fn judgement_files(sheet: &Sheet, pack: &Pack) -> ById<JudgementFile> {
    let said = pack.items().filter(|(slot, _)| !sheet.judgement(*slot).is_blank());
    ById(
        said.map(|(slot, item)| (item.id.clone(), judgement_file(sheet.judgement(slot), pack.rubric_of(slot))))
            .collect(),
    )
}

fn judgement_file(judgement: &Judgement, rubric: &Rubric) -> JudgementFile {
    let mut bands = ById::default();
    for (factor, band) in rubric.factors.iter().zip(&judgement.bands) {
        if let Some(band) = band.and_then(|band| rubric.bands.get(band)) {
            bands.0.push((factor.id.clone(), band.id.clone()));
        }
    }
    JudgementFile {
        percent: judgement.percent.map(|percent| percent.value().into()),
        bands,
        strengths: written(&judgement.strengths),
        opportunities: written(&judgement.opportunities),
        remark: written(&judgement.remark),
        confidence: judgement.confidence,
    }
}

pub(in crate::archive) fn written(text: &Text) -> String {
    String::from(&**text)
}
