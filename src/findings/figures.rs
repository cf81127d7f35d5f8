//! What is amiss with the figures of the results items, told once for each item; the page of indicators tells it one by
//! one.

use super::Finding;
use crate::assessment::{Assessment, FigureBook, FigureRecord, FigureSlot};
use crate::criteria::{ItemSlot, Kind, Pack};
use crate::indicators::{FigureDoubt, FigureFinding, Subject, read_results};

/// How many things verification finds in the figures of each item, by item of the pack: impossible values, slips of the
/// unit, sudden steps, years copied or missing, broken identities, ranks that cannot be, benchmarks without a name, claims
/// on one origin or without evidence. Series that are merely short are not among them, because time alone mends them.
///
/// What inputs alone do not fit counts for the first results item. Reads every figure, so whoever asks at each change keeps
/// the answer as long as the figures and the kind of applicant are the same.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FigureDoubts(Vec<(ItemSlot, usize)>);

impl FigureDoubts {
    pub fn of(pack: &Pack, assessment: &Assessment) -> FigureDoubts {
        let mut counts: Vec<(ItemSlot, usize)> = pack.results_items().map(|slot| (slot, 0)).collect();
        let matters = |finding: &&FigureFinding| !matches!(finding.doubt, FigureDoubt::TooShort { .. });
        if assessment.figures.is_blank() {
            return FigureDoubts::default();
        }
        for finding in read_results(pack, assessment).findings.iter().filter(matters) {
            let item = item_of(pack, &assessment.figures, finding.subject);
            let place = item.and_then(|item| counts.iter().position(|(slot, _)| *slot == item)).unwrap_or(0);
            if let Some((_, count)) = counts.get_mut(place) {
                *count += 1;
            }
        }
        counts.retain(|(_, count)| *count > 0);
        FigureDoubts(counts)
    }

    pub(super) fn in_item(&self, slot: ItemSlot) -> Option<Finding> {
        let found = self.0.iter().find(|(item, _)| *item == slot)?;
        Some(Finding::FiguresDoubtful(slot, found.1))
    }
}

fn item_of(pack: &Pack, book: &FigureBook, subject: Subject) -> Option<ItemSlot> {
    match subject {
        Subject::Indicator(FigureSlot::Catalogue(slot)) => pack.item_slot(&pack.indicator(slot).item),
        Subject::Indicator(FigureSlot::Own(at)) => pack.item_slot(&book.own.get(at)?.item),
        Subject::Input(_) => None,
    }
}

/// Whether a results item for which the pack has indicators has no figure at all: no value of an indicator meant for the
/// kind of applicant, typed or computed, and none of one's own.
pub(super) fn has_none(pack: &Pack, assessment: &Assessment, slot: ItemSlot) -> bool {
    let id = &pack.item(slot).id;
    let book = &assessment.figures;
    let kind = assessment.organisation.kind;
    let has_value = |record: &FigureRecord| record.computed || !record.values.is_empty();
    let mut meant = pack
        .indicators()
        .filter(|(_, indicator)| indicator.item == *id && Kind::among(kind, &indicator.applies_to))
        .peekable();
    meant.peek().is_some() && !meant.any(|(slot, _)| has_value(book.indicator(slot))) && !book.own.iter().any(|own| *own.item == **id && has_value(&own.record))
}
