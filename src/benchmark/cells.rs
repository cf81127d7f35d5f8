//! Cells: all cards, those of a kind of applicant, those of a kind and a size class. They are nested, never crossed, so that what can be
//! computed from several of them is known ([`super::disclosure`]).

use super::card::ScoreCard;
use crate::criteria::Kind;
use crate::eligibility::SizeClass;

/// Whom a cell holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell {
    /// None for all kinds of applicant; then `size` is none too.
    pub kind: Option<Kind>,
    /// None for all sizes, also those that are not known.
    pub size: Option<SizeClass>,
}

/// Size classes from large to small.
const SIZES: [SizeClass; 4] = [SizeClass::Large, SizeClass::Medium, SizeClass::Small, SizeClass::Micro];

impl Cell {
    /// All cards.
    pub const WHOLE: Cell = Cell { kind: None, size: None };

    /// Whether a card is one of the cell.
    pub fn holds(self, card: &ScoreCard) -> bool {
        self.kind.is_none_or(|kind| kind == card.kind) && self.size.is_none_or(|size| Some(size) == card.size)
    }

    /// The cells a cell is divided into. A card may be in none of them: one without a size class.
    pub fn parts(self) -> Vec<Cell> {
        match (self.kind, self.size) {
            (None, _) => Kind::ALL.into_iter().map(|kind| Cell { kind: Some(kind), size: None }).collect(),
            (kind, None) => SIZES.into_iter().map(|size| Cell { kind, size: Some(size) }).collect(),
            _ => Vec::new(),
        }
    }

    /// From the cell of an applicant outwards, the nearest first.
    pub fn outwards(kind: Option<Kind>, size: Option<SizeClass>) -> Vec<Cell> {
        let own = Cell { kind, size: kind.and(size) };
        let mut cells = vec![own, Cell { kind, size: None }, Cell::WHOLE];
        cells.dedup();
        cells
    }
}
