//! The sheet of one assessor.

use super::judgement::{Confidence, Judgement};
use crate::assessment::{Assessment, ItemChange, ProfileText, Text, bare_code, text};
use crate::criteria::{ItemSlot, Kind, Pack};
use std::rc::Rc;

/// Which assessment is judged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// Tells assessments apart; the same while only ratings change. Made by the archive from everything an assessor gets
    /// to read (`assessment_key`).
    pub key: Text,
    /// Whose assessment it is, for people.
    pub organisation: Text,
    pub credit_code: Text,
    /// Decides which items apply.
    pub kind: Option<Kind>,
}

impl Subject {
    /// An assessment by its key.
    pub fn of(assessment: &Assessment, key: impl AsRef<str>) -> Subject {
        Subject {
            key: text(key),
            organisation: assessment.organisation.text(ProfileText::Name).clone(),
            credit_code: assessment.organisation.text(ProfileText::CreditCode).clone(),
            kind: assessment.organisation.kind,
        }
    }

    /// Whether another assessment is of the same organisation, as far as name and credit code tell.
    pub fn is_of_same_organisation(&self, other: &Subject) -> bool {
        let same_code = bare_code(&self.credit_code) == bare_code(&other.credit_code);
        !self.organisation.trim().is_empty() && self.organisation == other.organisation && same_code
    }
}

/// One assessor's judgements.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// Name or alias.
    pub assessor: Text,
    pub subject: Subject,
    /// How often it was handed back. Of two sheets of one assessor the higher one counts.
    pub counter: u32,
    /// The items this assessor is asked for, in the order of the pack.
    pub assigned: Vec<ItemSlot>,
    /// By item of the pack, assigned or not.
    pub judgements: Vec<Rc<Judgement>>,
}

impl Sheet {
    /// A sheet without a judgement. No items named means all of them that apply.
    pub fn blank(pack: &Pack, subject: Subject, assessor: impl AsRef<str>, items: &[ItemSlot]) -> Sheet {
        let asked = |slot: ItemSlot| match items {
            [] => Kind::among(subject.kind, &pack.item(slot).applies_to),
            items => items.contains(&slot),
        };
        Sheet {
            assessor: text(assessor.as_ref().trim()),
            assigned: pack.items().map(|(slot, _)| slot).filter(|slot| asked(*slot)).collect(),
            judgements: pack.items().map(|(slot, _)| Rc::new(Judgement::blank(pack, slot))).collect(),
            subject,
            counter: 0,
        }
    }

    /// The ratings of an assessment as the sheet of one assessor: for assessors who worked in a copy of the assessment
    /// itself.
    pub fn of_assessment(pack: &Pack, assessment: &Assessment, subject: Subject, assessor: impl AsRef<str>) -> Sheet {
        Sheet {
            judgements: assessment.items.iter().map(|record| Rc::new(Judgement::of_record(record))).collect(),
            ..Sheet::blank(pack, subject, assessor, &[])
        }
    }

    /// What the assessor reads with the own judgements in it, as an assessment that the pages of items can show.
    pub fn in_assessment(&self, read: &Assessment) -> Assessment {
        let mut assessment = read.clone();
        for (record, judgement) in assessment.items.iter_mut().zip(&self.judgements) {
            let record = Rc::make_mut(record);
            record.percent = judgement.percent;
            record.bands.clone_from(&judgement.bands);
            record.strengths = judgement.strengths.clone();
            record.opportunities = judgement.opportunities.clone();
            record.remark = judgement.remark.clone();
        }
        assessment
    }

    /// The judgement of an item.
    pub fn judgement(&self, item: ItemSlot) -> &Judgement {
        &self.judgements[item.0]
    }
    /// How many of the assigned items are rated.
    pub fn rated(&self) -> usize {
        self.assigned.iter().filter(|item| self.judgement(**item).percent.is_some()).count()
    }
    /// The sheet after a change of one item; an assessment's change that is none of judgement changes nothing.
    pub fn changed(&self, item: ItemSlot, change: &SheetChange) -> Sheet {
        let mut sheet = self.clone();
        if let Some(judgement) = sheet.judgements.get_mut(item.0) {
            change.apply(Rc::make_mut(judgement));
        }
        sheet
    }
    /// The sheet as it is handed back: the counter one up.
    pub fn handed_back(&self) -> Sheet {
        Sheet {
            counter: self.counter.saturating_add(1),
            ..self.clone()
        }
    }
}

/// A change of one judgement.
#[derive(Debug, Clone, PartialEq)]
pub enum SheetChange {
    /// What an item's page changes: percent, band, strengths, opportunities, remark. Other changes are none of a sheet.
    Item(ItemChange),
    Confidence(Option<Confidence>),
}

impl SheetChange {
    fn apply(&self, judgement: &mut Judgement) {
        match self {
            SheetChange::Confidence(confidence) => judgement.confidence = *confidence,
            SheetChange::Item(ItemChange::Percent(percent)) => judgement.percent = *percent,
            SheetChange::Item(ItemChange::Band { factor, band }) => {
                if let Some(chosen) = judgement.bands.get_mut(*factor) {
                    *chosen = *band;
                }
            }
            SheetChange::Item(ItemChange::Strengths(text)) => judgement.strengths = text.clone(),
            SheetChange::Item(ItemChange::Opportunities(text)) => judgement.opportunities = text.clone(),
            SheetChange::Item(ItemChange::Remark(text)) => judgement.remark = text.clone(),
            SheetChange::Item(_) => {}
        }
    }
}
