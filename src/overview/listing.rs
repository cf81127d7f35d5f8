//! Which items are listed, and in which order.

use super::items::{ItemStanding, State};
use crate::criteria::{CategorySlot, Pack};
use crate::order;
use std::cmp::Ordering;

/// What the rows can be sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Column {
    /// The order of the pack.
    #[default]
    Item,
    State,
    Characters,
    Factors,
    /// By the rating, so that bands stand together.
    Percent,
    Points,
    Evidence,
    Figures,
    Findings,
    /// By the name of the department.
    Holder,
}

impl Column {
    /// All columns, in the order in which they are shown.
    pub const ALL: [Column; 10] = [
        Column::Item,
        Column::State,
        Column::Characters,
        Column::Factors,
        Column::Percent,
        Column::Points,
        Column::Evidence,
        Column::Figures,
        Column::Findings,
        Column::Holder,
    ];

    /// The word that stands for it.
    pub fn word(self) -> &'static str {
        match self {
            Column::Item => "item",
            Column::State => "state",
            Column::Characters => "characters",
            Column::Factors => "factors",
            Column::Percent => "percent",
            Column::Points => "points",
            Column::Evidence => "evidence",
            Column::Figures => "figures",
            Column::Findings => "findings",
            Column::Holder => "holder",
        }
    }

    /// What a row is sorted by; none where it has nothing of it.
    fn number(self, row: &ItemStanding) -> Option<u64> {
        let whole = |n: usize| Some(n as u64);
        match self {
            Column::Item => whole(row.item.0),
            Column::State => whole(row.state as usize),
            Column::Characters => whole(row.characters),
            // Shares, so that 3 of 4 comes before 3 of 3.
            Column::Factors => whole(row.answered * 1000 / row.factors.max(1)),
            Column::Percent => row.score.percent.map(|percent| percent.value().into()),
            Column::Points => row.score.points.map(|points| points.hundredths()),
            Column::Evidence => whole(row.evidence),
            Column::Figures => row.figures.and_then(|(there, all)| whole((there * 1000).checked_div(all)?)),
            Column::Findings => whole(row.findings),
            Column::Holder => None,
        }
    }

    fn compare(self, one: &ItemStanding, other: &ItemStanding, down: bool) -> Ordering {
        let turned = |order: Ordering| if down { order.reverse() } else { order };
        if self == Column::Holder {
            let name = |row: &ItemStanding| row.holders.first().map(|holder| holder.department.clone());
            return placed(name(one), name(other), turned);
        }
        placed(self.number(one), self.number(other), turned)
    }
}

/// What has nothing to be sorted by comes last, whichever way the others go.
fn placed<T: Ord>(one: Option<T>, other: Option<T>, turned: impl Fn(Ordering) -> Ordering) -> Ordering {
    match (one, other) {
        (Some(one), Some(other)) => turned(one.cmp(&other)),
        (one, other) => one.is_none().cmp(&other.is_none()),
    }
}

/// Which rows are wanted, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Listing {
    /// Only those in that state.
    pub state: Option<State>,
    /// Only those of that category.
    pub category: Option<CategorySlot>,
    pub by: Column,
    /// From the most to the least.
    pub down: bool,
}

impl Listing {
    /// Sorted by a column: upwards first, and the other way when it is asked for again.
    pub fn sorted_by(self, column: Column) -> Listing {
        Listing {
            by: column,
            down: self.by == column && !self.down,
            ..self
        }
    }
}

/// The rows that are wanted, in the order that is wanted; equal ones in the order of the pack.
pub fn listed<'a>(pack: &Pack, rows: &'a [ItemStanding], listing: Listing) -> Vec<&'a ItemStanding> {
    let is_wanted = |row: &&ItemStanding| {
        listing.state.is_none_or(|state| row.state == state) && listing.category.is_none_or(|category| pack.category_of(row.item) == category)
    };
    let mut wanted: Vec<&ItemStanding> = rows.iter().filter(is_wanted).collect();
    order::sort_by(&mut wanted, |one, other| listing.by.compare(one, other, listing.down));
    wanted
}
