//! A rank in the sector as a percentile.

use super::arithmetic::ratio;

/// Why a rank says nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RankFault {
    /// Ranks begin at 1.
    Zero,
    /// Ranked behind the last.
    BeyondTheField,
    /// A field of one.
    Alone,
}

/// A rank out of so many.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Placement {
    /// The share of the others that are placed behind: (field − rank) ÷ (field − 1), from 0 for the last to 1 for the first.
    /// The convention of spreadsheets' PERCENTRANK.INC; it does not flatter a small field.
    pub percentile: f64,
    /// Rank ÷ field: among the best so much. Place 3 of 40 is among the best 7.5 %.
    pub top: f64,
}

/// Place 3 of 21 has 18 of the 20 others behind it: percentile 0.9, among the best 14.3 %.
pub fn placement(rank: u32, field: u32) -> Result<Placement, RankFault> {
    if rank == 0 {
        return Err(RankFault::Zero);
    }
    if rank > field {
        return Err(RankFault::BeyondTheField);
    }
    let share = |part: u32, whole: u32| ratio(f64::from(part), f64::from(whole)).ok_or(RankFault::Alone);
    Ok(Placement {
        percentile: share(field - rank, field - 1)?,
        top: share(rank, field)?,
    })
}
