//! An indicator the organisation adds: the same fields as in a pack, its words given by the user.

use super::FigureRecord;
use crate::assessment::record::Text;
use crate::criteria::Aim;

/// An indicator of one's own.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct OwnIndicator {
    pub id: Text,
    pub name: Text,
    /// Id of the results item it belongs to; empty, or one the pack does not have: none, and it is not counted.
    pub item: Text,
    /// Id of one of that item's areas.
    pub area: Text,
    /// The unit in words.
    pub unit: Text,
    pub direction: Aim,
    /// Digits shown after the decimal point, 0 to 4.
    pub decimals: u8,
    /// The least that is possible at all.
    pub low: Option<f64>,
    /// The most that is possible at all.
    pub high: Option<f64>,
    /// How it is computed, in words; its values are typed.
    pub formula: Text,
    pub record: FigureRecord,
}
