//! What a trainee has done so far. Stands for itself: it names cases and items by id and needs no criteria to be read.

use super::accuracy::{Accuracy, accuracy};
use crate::assessment::Text;
use crate::date::Date;

/// All cases a trainee scored, in the order they were done; a case may stand there several times.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TrainingRecord {
    pub trainee: Text,
    pub entries: Vec<TrainingEntry>,
}

/// One case, scored once.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TrainingEntry {
    /// The key of the case.
    pub case: Text,
    /// Whose assessment the case is.
    pub title: Text,
    pub date: Option<Date>,
    /// Items with both a reference and a rating, in the order of the criteria.
    pub items: Vec<ItemOffset>,
}

/// One rating against its reference.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ItemOffset {
    /// Id of the item.
    pub item: Text,
    /// In percent.
    pub reference: u8,
    pub own: u8,
    /// The step of the criteria, in percentage points.
    pub step: u8,
    /// Whether both lie in the same band.
    pub same_band: bool,
    /// Factors with both a reference band and an own one.
    pub factors: Vec<FactorOffset>,
}

/// One factor's band against its reference.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FactorOffset {
    /// Id of the factor.
    pub factor: Text,
    /// Own band minus reference band, in bands.
    pub bands: i8,
}

impl ItemOffset {
    /// Own minus reference, in percentage points.
    pub fn offset(&self) -> i16 {
        i16::from(self.own) - i16::from(self.reference)
    }
}

impl TrainingEntry {
    /// How near this case came.
    pub fn accuracy(&self) -> Option<Accuracy> {
        accuracy(&self.items)
    }
}

impl TrainingRecord {
    /// With the entries of another record that do not stand in this one yet, behind the own ones; an entry that is the same
    /// in everything is the same entry. Nothing of either is lost or changed.
    pub fn merged(&self, other: &TrainingRecord) -> TrainingRecord {
        let mut all = self.clone();
        for entry in &other.entries {
            if !all.entries.contains(entry) {
                all.entries.push(entry.clone());
            }
        }
        all
    }
    /// How near all cases came together, every item counting the same.
    pub fn accuracy(&self) -> Option<Accuracy> {
        accuracy(self.entries.iter().flat_map(|entry| &entry.items))
    }
}
