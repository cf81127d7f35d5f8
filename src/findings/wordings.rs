//! Texts of which several wordings stand side by side, because two people changed them differently, and nobody has decided.

use super::finding::{Finding, Place, ProfilePart};
use crate::assessment::{Assessment, Field, FigureSlot, Text, text, undecided, wordings};

/// Each of them, in the order of the submission.
pub(super) fn undecided_wordings(assessment: &Assessment) -> impl Iterator<Item = Finding> {
    undecided(assessment).into_iter().map(|(field, written)| Finding::Undecided {
        field,
        name: name_beside(assessment, field),
        whose: wordings(&written).unwrap_or_default().iter().map(|(whose, _)| text(whose)).collect(),
    })
}

/// The name of the entry a text field belongs to, where the field alone does not say it; empty otherwise.
pub fn name_beside(assessment: &Assessment, field: Field) -> Text {
    let named = match field {
        Field::Unit(at, _) => assessment.organisation.units.get(at).map(|unit| &unit.name),
        Field::Figure(FigureSlot::Own(at), _) | Field::Own(at, _) => assessment.figures.own.get(at).map(|own| &own.name),
        Field::Register(at, _) => assessment.evidence.entries.get(at).map(|entry| &entry.number),
        Field::Improvement(at, _) => assessment.improvement.actions.get(at).map(|action| &action.title),
        _ => None,
    };
    // A name that is itself undecided would be told twice.
    named.filter(|name| wordings(name).is_none()).cloned().unwrap_or_else(|| text(""))
}

/// Where a text field can be mended.
pub fn place_of(field: Field) -> Place {
    match field {
        Field::Profile(field) => Place::Profile(ProfilePart::Text(field)),
        Field::ConditionEvidence(slot) => Place::Condition(slot),
        Field::SelfCheckNote(slot) => Place::SelfCheck(slot),
        Field::Answer { item, .. } | Field::Strengths(item) | Field::Opportunities(item) | Field::Remark(item) => Place::Item(item),
        Field::Figure(slot, _) => Place::Figure(slot),
        Field::Own(at, _) => Place::Figure(FigureSlot::Own(at)),
        Field::Register(at, _) => Place::Evidence(at),
        Field::Improvement(at, _) => Place::Action(at),
        Field::StageNote(_) | Field::Incident(..) => Place::Road,
        Field::Unit(at, _) => Place::Unit(at),
    }
}
