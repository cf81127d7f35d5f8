//! How much of each results item the figures cover: which of its areas have a figure, a trend, a comparison.
//!
//! Only areas count that have an indicator for the applicant's kind, of the catalogue or of one's own.

use super::hint::{Hint, hint};
use super::reading::IndicatorReading;
use crate::assessment::Assessment;
use crate::criteria::{ItemSlot, Kind, Pack};

/// What the figures say of a results item.
#[derive(Debug, Clone, PartialEq)]
pub struct ItemReading {
    pub item: ItemSlot,
    /// The areas that count, in the order of the pack.
    pub areas: Vec<AreaReading>,
    /// None without any figure, and where the rubric has other factors than level, trend, comparison and integration.
    pub hint: Option<Hint>,
}

/// What the figures say of an area.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AreaReading {
    /// Its position among the item's areas.
    pub area: usize,
    /// There is a value.
    pub figure: bool,
    /// An indicator has three values or more.
    pub trend: bool,
    /// An indicator is compared with others.
    pub comparison: bool,
    /// Positions of its indicators among all that were read.
    pub indicators: Vec<usize>,
}

pub(super) fn all(pack: &Pack, assessment: &Assessment, indicators: &[IndicatorReading]) -> Vec<ItemReading> {
    let kind = assessment.organisation.kind;
    let counts = |item: &ItemSlot| Kind::among(kind, &pack.item(*item).applies_to);
    let items = pack.results_items().filter(counts);
    items.map(|item| of_item(pack, assessment, item, indicators)).collect()
}

fn of_item(pack: &Pack, assessment: &Assessment, item: ItemSlot, indicators: &[IndicatorReading]) -> ItemReading {
    let mut by_area: Vec<Vec<usize>> = vec![Vec::new(); pack.item(item).areas.len()];
    for (at, reading) in indicators.iter().enumerate() {
        if let Some((_, area)) = reading.place.filter(|(of, _)| *of == item && reading.applies) {
            by_area[area].push(at);
        }
    }
    let mut areas = Vec::new();
    for (area, members) in by_area.into_iter().enumerate().filter(|(_, members)| !members.is_empty()) {
        let any = |has: fn(&IndicatorReading) -> bool| members.iter().any(|&at| has(&indicators[at]));
        areas.push(AreaReading {
            area,
            figure: any(IndicatorReading::has_figure),
            trend: any(IndicatorReading::has_trend),
            comparison: any(IndicatorReading::has_comparison),
            indicators: members,
        });
    }
    ItemReading {
        item,
        hint: hint(pack, assessment, item, &areas, indicators),
        areas,
    }
}
