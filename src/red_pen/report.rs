//! The whole report as the rules read it.

use super::figures::{Figures, Stated};
use super::passage::{Part, Passage};
use crate::assessment::{Assessment, Field, NumberIndex, ProfileText};
use crate::criteria::{ItemSlot, Kind, Pack};

/// The texts of the profile and of the items that apply, in their order.
pub(super) struct Report<'a> {
    pub pack: &'a Pack,
    pub assessment: &'a Assessment,
    pub passages: Vec<Passage>,
    /// What the table holds.
    pub figures: Figures,
    /// What the texts say of figures, in the order of the texts.
    pub stated: Vec<Stated>,
}

impl<'a> Report<'a> {
    pub fn of(pack: &'a Pack, assessment: &'a Assessment) -> Report<'a> {
        let passages = passages(pack, assessment);
        let figures = Figures::of(pack, assessment);
        let stated = figures.stated(&passages);
        Report {
            pack,
            assessment,
            passages,
            figures,
            stated,
        }
    }

    /// The passages of some parts.
    pub fn parts<'r>(&'r self, parts: &'r [Part]) -> impl Iterator<Item = &'r Passage> {
        self.passages.iter().filter(|passage| parts.contains(&passage.part))
    }

    /// The items that apply to the kind of applicant.
    pub fn items(&self) -> impl Iterator<Item = ItemSlot> {
        applicable(self.pack, self.assessment)
    }
}

fn applicable(pack: &Pack, assessment: &Assessment) -> impl Iterator<Item = ItemSlot> {
    let kind = assessment.organisation.kind;
    pack.items().filter(move |(_, item)| Kind::among(kind, &item.applies_to)).map(|(slot, _)| slot)
}

fn passages(pack: &Pack, assessment: &Assessment) -> Vec<Passage> {
    let index = NumberIndex::of(&assessment.evidence);
    let mut all = Vec::new();
    let mut add = |place, part, item, text: &str| {
        if !text.trim().is_empty() {
            all.push(Passage::of(place, part, item, text, &index));
        }
    };
    for topic in ProfileText::OVERVIEW {
        add(Field::Profile(topic), Part::Profile, None, assessment.organisation.text(topic));
    }
    for item in applicable(pack, assessment) {
        let (record, rubric) = (assessment.item(item), pack.rubric_of(item));
        for scope in 0..record.scopes() {
            for (factor, named) in rubric.factors.iter().enumerate() {
                let place = Field::Answer { item, scope, factor };
                add(place, Part::of_factor(&named.id), Some(item), record.answer(scope, factor));
            }
        }
        add(Field::Strengths(item), Part::Strengths, Some(item), &record.strengths);
        add(Field::Opportunities(item), Part::Opportunities, Some(item), &record.opportunities);
    }
    all
}
