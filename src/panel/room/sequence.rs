//! In which order the items come in the room.

use crate::criteria::ItemSlot;
use crate::panel::PanelReading;

/// Positions in the reading's items: by disagreement, those put off behind all others in the order in which they were put off.
pub fn sequence(reading: &PanelReading, later: &[ItemSlot]) -> Vec<usize> {
    let put_off = |at: &usize| later.iter().position(|slot| *slot == reading.items[*at].item);
    let now = reading.by_disagreement.iter().copied().filter(|at| put_off(at).is_none());
    let mut all: Vec<usize> = now.collect();
    all.extend(later.iter().filter_map(|slot| reading.items.iter().position(|item| item.item == *slot)));
    all
}
