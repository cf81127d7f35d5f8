//! Reading a scoring copy.

use super::format::{JudgementFile, ScoringFile, SubjectFile};
use super::{FORMAT, ScoringCopy};
use crate::archive::envelope::{self, Envelope};
use crate::archive::error::ReadError;
use crate::archive::kept::Kept;
use crate::archive::read::opened;
use crate::assessment::{Percent, text};
use crate::criteria::{ItemSlot, Pack, PackReference};
use crate::json::{self, ById};
use crate::order;
use crate::panel::{Judgement, Sheet, Subject};
use serde_json::Value;
use std::rc::Rc;

/// A scoring copy whose criteria are known by name, before they are applied.
#[derive(Debug)]
pub struct OpenedScoring {
    file: ScoringFile,
    value: Value,
    unknown: Vec<String>,
    minor: u32,
}

/// Reads the bytes of a scoring copy as far as that is possible without its criteria.
pub fn open_scoring(bytes: &[u8]) -> Result<OpenedScoring, ReadError> {
    opened_scoring(envelope::parse(envelope::text_of(bytes)?)?)
}

pub(in crate::archive) fn opened_scoring(envelope: Envelope) -> Result<OpenedScoring, ReadError> {
    let minor = envelope.minor(FORMAT, ReadError::NotScoring)?;
    let (file, unknown) = envelope::members::<ScoringFile>(&envelope.value)?;
    Ok(OpenedScoring {
        file,
        value: envelope.value,
        unknown,
        minor,
    })
}

impl OpenedScoring {
    /// The criteria it was made with.
    pub fn pack(&self) -> &PackReference {
        &self.file.pack
    }
    /// Whose it is.
    pub fn assessor(&self) -> &str {
        &self.file.assessor
    }
    /// Whether the content of the criteria has changed since.
    pub fn criteria_changed(&self, pack: &Pack) -> bool {
        self.file.pack.has_changed(pack)
    }

    /// The copy in the slots of its pack. Judgements of items the pack does not have are kept, not counted.
    pub fn with_pack(mut self, pack: &Pack) -> Result<ScoringCopy, ReadError> {
        let PackReference { id, edition, .. } = &self.file.pack;
        if id != pack.id() || edition != pack.edition() {
            return Err(ReadError::UnknownPack {
                id: id.clone(),
                edition: edition.clone(),
            });
        }
        let subject = subject(&self.file.assessment);
        let mut assigned: Vec<ItemSlot> = self.file.items.iter().filter_map(|id| pack.item_slot(id)).collect();
        order::sort(&mut assigned);
        assigned.dedup();
        let sheet = Sheet {
            judgements: judgements(pack, &std::mem::take(&mut self.file.scores), "/scores", &mut self.unknown)?,
            assessor: text(&self.file.assessor),
            subject,
            counter: self.file.counter,
            assigned,
        };
        let read = match std::mem::take(&mut self.file.answers.0) {
            Value::Null => None,
            answers => Some(opened(Envelope::of(answers)).map_err(within_answers)?.with_pack(pack).map_err(within_answers)?),
        };
        let mut kept = Kept::take(&self.value, self.unknown);
        for inner in read.iter().flat_map(|project| &project.kept) {
            kept.push(Kept {
                pointer: ["/answers", &inner.pointer].concat(),
                value: inner.value.clone(),
            });
        }
        order::sort_by(&mut kept, |one, other| one.pointer.cmp(&other.pointer));
        Ok(ScoringCopy {
            sheet,
            read: read.map(|project| project.assessment),
            kept,
            minor: self.minor,
        })
    }
}

pub(in crate::archive) fn subject(file: &SubjectFile) -> Subject {
    Subject {
        key: text(&file.key),
        organisation: text(&file.organisation),
        credit_code: text(&file.credit_code),
        kind: file.kind,
    }
}

/// Judgements in the slots of a pack; pointers of what it has no slot for are added to `unknown`.
pub(in crate::archive) fn judgements(
    pack: &Pack,
    scores: &ById<JudgementFile>,
    pointer: &str,
    unknown: &mut Vec<String>,
) -> Result<Vec<Rc<Judgement>>, ReadError> {
    let mut all: Vec<Rc<Judgement>> = pack.items().map(|(slot, _)| Rc::new(Judgement::blank(pack, slot))).collect();
    for (id, file) in &scores.0 {
        let pointer = json::push(pointer, id);
        match pack.item_slot(id) {
            Some(slot) => all[slot.0] = Rc::new(judgement(pack, slot, file, &pointer, unknown)?),
            None => unknown.push(pointer),
        }
    }
    Ok(all)
}

fn judgement(pack: &Pack, slot: ItemSlot, file: &JudgementFile, pointer: &str, unknown: &mut Vec<String>) -> Result<Judgement, ReadError> {
    let rubric = pack.rubric_of(slot);
    let mut judgement = Judgement::blank(pack, slot);
    for (factor, band) in &file.bands.0 {
        let place = rubric.factors.iter().position(|known| known.id == *factor);
        let chosen = rubric.bands.iter().position(|known| known.id == *band);
        match (place, chosen) {
            (Some(factor), Some(band)) => judgement.bands[factor] = Some(band),
            _ => unknown.push(json::push(&json::push(pointer, "bands"), factor)),
        }
    }
    judgement.percent = percent(pack, file.percent, pointer)?;
    judgement.strengths = text(&file.strengths);
    judgement.opportunities = text(&file.opportunities);
    judgement.remark = text(&file.remark);
    judgement.confidence = file.confidence;
    Ok(judgement)
}

/// A rating in the pack's steps.
pub(in crate::archive) fn percent(pack: &Pack, given: Option<i64>, pointer: &str) -> Result<Option<Percent>, ReadError> {
    let Some(given) = given else { return Ok(None) };
    let step = pack.structure().scoring.step;
    let legal = u8::try_from(given).ok().and_then(|value| Percent::new(value, step));
    let bad = || ReadError::BadValue {
        pointer: json::push(pointer, "percent"),
        value: given.to_string(),
    };
    legal.map(Some).ok_or_else(bad)
}

/// An error inside `answers` with its place in the whole file.
fn within_answers(error: ReadError) -> ReadError {
    let within = |pointer: String| ["/answers", &pointer].concat();
    match error {
        ReadError::Repeated { pointer } => ReadError::Repeated { pointer: within(pointer) },
        ReadError::WrongKind { pointer } => ReadError::WrongKind { pointer: within(pointer) },
        ReadError::BadValue { pointer, value } => ReadError::BadValue {
            pointer: within(pointer),
            value,
        },
        ReadError::NotAssessment => ReadError::WrongKind { pointer: "/answers".into() },
        other => other,
    }
}
