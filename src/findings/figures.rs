//! What is amiss with the figures of the results items, told once for each item and once for what belongs to none; the page of
//! indicators tells it one by one.

use super::Finding;
use crate::assessment::{Assessment, FigureBook, FigureRecord, FigureSlot};
use crate::criteria::{ItemSlot, Kind, Pack};
use crate::indicators::{FigureDoubt, FigureFinding, Results, Subject, read_results};

/// How many things verification finds in the figures of each item, by item of the pack: impossible values, slips of the
/// unit, sudden steps, years copied or missing, broken identities, ranks that cannot be, benchmarks without a name, claims
/// on one origin or without evidence. Series that are merely short are not among them, because time alone mends them.
///
/// What inputs alone do not fit, and own indicators of an item the pack does not have, count for no item. Reads every figure, so whoever asks at each change keeps
/// the answer as long as the figures and the kind of applicant are the same.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FigureDoubts(Vec<(Option<ItemSlot>, usize)>);

impl FigureDoubts {
    pub fn of(pack: &Pack, assessment: &Assessment) -> FigureDoubts {
        if assessment.figures.is_blank() {
            return FigureDoubts::default();
        }
        FigureDoubts::among(pack, assessment, &read_results(pack, assessment))
    }

    /// The same for those who have read the figures already.
    pub fn among(pack: &Pack, assessment: &Assessment, results: &Results) -> FigureDoubts {
        let mut counts: Vec<(Option<ItemSlot>, usize)> = pack.results_items().map(Some).chain([None]).map(|item| (item, 0)).collect();
        let matters = |finding: &&FigureFinding| !matches!(finding.doubt, FigureDoubt::TooShort { .. });
        for finding in results.findings.iter().filter(matters) {
            let item = item_of(pack, &assessment.figures, finding.subject);
            let place = counts.iter().position(|(other, _)| *other == item).unwrap_or(counts.len() - 1);
            counts[place].1 += 1;
        }
        counts.retain(|(_, count)| *count > 0);
        FigureDoubts(counts)
    }

    /// What is found in an item, or in what belongs to no item.
    pub(super) fn at(&self, item: Option<ItemSlot>) -> Option<Finding> {
        let found = self.0.iter().find(|(other, _)| *other == item)?;
        Some(Finding::FiguresDoubtful(item, found.1))
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
