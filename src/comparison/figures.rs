//! Figures that differ.

use crate::assessment::{Benchmark, FigureBook, FigureRecord, FigureSlot, OwnIndicator, Text, Yearly};
use crate::criteria::{IndicatorSlot, ItemSlot, Pack};
use std::collections::BTreeSet;
use std::rc::Rc;

/// One indicator of which something differs.
#[derive(Debug, Clone, PartialEq)]
pub struct FigureDifference {
    /// Its place in the later assessment; none where only the earlier one has it.
    pub slot: Option<FigureSlot>,
    /// Name of an own indicator; empty for one of the catalogue.
    pub own: Text,
    /// The item it belongs to; none where an own indicator belongs to none.
    pub item: Option<ItemSlot>,
    /// Typed values that differ, upwards.
    pub values: Vec<YearChange>,
    /// Values of the benchmark that differ.
    pub benchmark: Vec<YearChange>,
    /// The goal, the rank, the projection, the origins, the evidence or whose benchmark it is differ.
    pub target: bool,
    pub rank: bool,
    pub other: bool,
}

/// A value of a year before and after; none is missing, which is not zero.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct YearChange {
    pub year: i32,
    pub before: Option<f64>,
    pub after: Option<f64>,
}

/// Indicators of the catalogue by their place, own ones by their id.
pub(super) fn figure_differences(pack: &Pack, before: &FigureBook, after: &FigureBook) -> Vec<FigureDifference> {
    let mut all = Vec::new();
    for (at, (one, other)) in before.indicators.iter().zip(&after.indicators).enumerate() {
        let slot = IndicatorSlot(at);
        let subject = Subject {
            slot: Some(FigureSlot::Catalogue(slot)),
            own: Text::default(),
            item: pack.item_slot(&pack.indicator(slot).item),
        };
        all.extend(compared(subject, one, other));
    }
    let of_own = |slot: Option<FigureSlot>, own: &OwnIndicator| Subject {
        slot,
        own: own.name.clone(),
        item: pack.item_slot(&own.item),
    };
    let blank = FigureRecord::default();
    for (at, own) in after.own.iter().enumerate() {
        let earlier = before.own.iter().find(|earlier| earlier.id == own.id);
        let one = earlier.map_or(&blank, |earlier| &earlier.record);
        all.extend(compared(of_own(Some(FigureSlot::Own(at)), own), one, &own.record));
    }
    let gone = |earlier: &&Rc<OwnIndicator>| after.own.iter().all(|own| own.id != earlier.id);
    for earlier in before.own.iter().filter(gone) {
        all.extend(compared(of_own(None, earlier), &earlier.record, &blank));
    }
    all
}

/// What a difference is about.
struct Subject {
    slot: Option<FigureSlot>,
    own: Text,
    item: Option<ItemSlot>,
}

fn compared(subject: Subject, before: &FigureRecord, after: &FigureRecord) -> Option<FigureDifference> {
    if before == after {
        return None;
    }
    let rest = |record: &FigureRecord| FigureRecord {
        values: Yearly::default(),
        target: None,
        rank: None,
        benchmark: Benchmark {
            values: Yearly::default(),
            ..record.benchmark.clone()
        },
        ..record.clone()
    };
    Some(FigureDifference {
        slot: subject.slot,
        own: subject.own,
        item: subject.item,
        values: years(&before.values, &after.values),
        benchmark: years(&before.benchmark.values, &after.benchmark.values),
        target: before.target != after.target,
        rank: before.rank != after.rank,
        other: rest(before) != rest(after),
    })
}

fn years(before: &Yearly<f64>, after: &Yearly<f64>) -> Vec<YearChange> {
    let all: BTreeSet<i32> = before.iter().chain(after.iter()).map(|(year, _)| year).collect();
    let change = |year| YearChange {
        year,
        before: before.at(year).copied(),
        after: after.at(year).copied(),
    };
    all.into_iter().map(change).filter(|change| change.before != change.after).collect()
}
