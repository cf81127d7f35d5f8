//! The items before and after one: among those of the part where the open assessment is one, else among all.

use crate::criteria::ItemSlot;
use crate::ui::kit::Kit;

/// None at either end.
pub fn neighbours_of(kit: &Kit, slot: ItemSlot) -> (Option<ItemSlot>, Option<ItemSlot>) {
    let own = kit.store.part().map(|part| part.slots(&kit.pack)).filter(|own| own.contains(&slot));
    let own = own.unwrap_or_else(|| (0..kit.pack.items().len()).map(ItemSlot).collect());
    let at = own.iter().position(|own| *own == slot);
    let neighbour = |at: Option<usize>| at.and_then(|at| own.get(at).copied());
    (neighbour(at.and_then(|at| at.checked_sub(1))), neighbour(at.map(|at| at + 1)))
}
