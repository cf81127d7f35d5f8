//! Findings by what has to be opened to mend them: all that an item and its figures lack is one thing to do.

use super::finding::{Finding, Place};
use crate::criteria::ItemSlot;

/// What is found in one item, or one finding that belongs to none.
#[derive(Debug, Clone, PartialEq)]
pub struct Group<'a> {
    pub item: Option<ItemSlot>,
    pub findings: Vec<&'a Finding>,
}

/// Findings in groups, in the order of the first of each. How many there are is what is said to be missing: whoever rates or writes in
/// an item that lacks something never raises it, because the item counts once for as long as it lacks anything.
pub fn grouped(found: &[Finding]) -> Vec<Group<'_>> {
    let mut groups: Vec<Group<'_>> = Vec::new();
    for finding in found {
        let item = match finding.place() {
            Place::Item(slot) | Place::Figures(Some(slot)) => Some(slot),
            _ => None,
        };
        match groups.iter_mut().find(|group| item.is_some() && group.item == item) {
            Some(group) => group.findings.push(finding),
            None => groups.push(Group { item, findings: vec![finding] }),
        }
    }
    groups
}
