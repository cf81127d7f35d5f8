//! In which row of the sheet of scores what stands, and how points are shown.

use super::super::book::Book;
use crate::criteria::{ItemSlot, Pack, Rounding};
use crate::scoring::{ItemScore, Maximum, Score};

pub(in super::super) const NUMBER: u16 = 0;
pub(in super::super) const NAME: u16 = 1;
pub(in super::super) const RUBRIC: u16 = 2;
pub(in super::super) const MAX: u16 = 3;
pub(in super::super) const RATING: u16 = 4;
pub(in super::super) const POINTS: u16 = 5;
pub(in super::super) const SHARE: u16 = 6;
pub(in super::super) const OPEN: u16 = 7;
pub(in super::super) const SOURCE: u16 = 8;
pub(in super::super) const STATUS: u16 = 9;
pub(super) const HEAD: u32 = 2;
/// Shares are shown to a tenth of a percent.
pub(in super::super) const PERCENT: &str = "0.0%";

/// A category's rows: its own, and those of its items that are not bonus items.
pub(in super::super) struct CategoryRows {
    pub slot: usize,
    pub row: u32,
    pub items: (u32, u32),
    /// How many of them count.
    pub counted: usize,
}

/// In which row what stands.
pub(in super::super) struct Plan {
    /// By item slot.
    pub items: Vec<u32>,
    pub categories: Vec<CategoryRows>,
    /// The first rubric's row.
    pub rubrics: u32,
    pub total: u32,
    /// The row of the bonus items together, where the pack has any that apply.
    pub bonus: Option<u32>,
    /// The first row below the table.
    pub below: u32,
}

impl Plan {
    pub fn of(pack: &Pack, score: &Score) -> Plan {
        let bonus: Vec<usize> = score.items.iter().filter(|item| is_bonus(item)).map(|item| item.item.0).collect();
        let mut items = vec![0; score.items.len()];
        let mut categories = Vec::new();
        let mut row = HEAD + 1;
        for category in &score.categories {
            let own: Vec<ItemSlot> = pack.items_of(category.category).filter(|slot| !bonus.contains(&slot.0)).collect();
            if own.is_empty() {
                continue;
            }
            let first = row + 1;
            for (slot, row) in own.iter().zip(first..) {
                items[slot.0] = row;
            }
            categories.push(CategoryRows {
                slot: category.category.0,
                row,
                items: (first, first + own.len() as u32 - 1),
                counted: category.items,
            });
            row = first + own.len() as u32;
        }
        let rubrics = row;
        let total = rubrics + pack.structure().rubrics.len() as u32;
        let mut below = total + 1;
        if !bonus.is_empty() {
            for (slot, row) in bonus.iter().zip(total + 2..) {
                items[*slot] = row;
            }
            // The bonus items together, each of them, and the total with them.
            below = total + 3 + bonus.len() as u32;
        }
        Plan {
            items,
            categories,
            rubrics,
            total,
            bonus: (!bonus.is_empty()).then_some(total + 1),
            below,
        }
    }

    /// Rows of the items that count, in order.
    pub fn counted(&self, score: &Score) -> Vec<u32> {
        let counts = |item: &&ItemScore| matches!(item.maximum, Maximum::Counted(_));
        let mut rows: Vec<u32> = score.items.iter().filter(counts).map(|item| self.items[item.item.0]).collect();
        rows.sort_unstable();
        rows
    }
}

/// Bonus items that apply; one that does not apply stands in its category like any other.
pub(in super::super) fn is_bonus(item: &ItemScore) -> bool {
    matches!(item.maximum, Maximum::Bonus(_))
}

/// How points and maxima are shown: with decimals only where there can be any.
pub(in super::super) struct Shown {
    pub points: &'static str,
    pub max: &'static str,
    /// Points that may still come: none is a dash.
    pub open: &'static str,
}

impl Shown {
    pub fn of(book: &Book<'_>) -> Shown {
        let fractional = book.score.has_fractional_maximum();
        let exact = book.pack.structure().scoring.rounding == Rounding::Exact;
        Shown {
            points: if exact || fractional { "0.00" } else { "0" },
            max: if fractional { "0.00" } else { "0" },
            open: if fractional { "0.00;-0.00;\"–\"" } else { "0;-0;\"–\"" },
        }
    }
}
