//! Opportunities written for an item, made into improvement actions.

use crate::assessment::{Action, adopt_opportunities};
use crate::browser::chance::drawn;
use crate::criteria::ItemSlot;
use crate::language::fill;
use crate::ui::kit::{Kit, Notice};

/// Makes what an item names as opportunities into actions, and says how many there are more.
pub fn adopt(kit: &Kit, slot: ItemSlot) {
    let Some(open) = kit.store.snapshot() else { return };
    let opportunities = &open.assessment.item(slot).opportunities;
    let told = match adopt_opportunities(&open.assessment.improvement, drawn(), &kit.pack.item(slot).id, opportunities) {
        Some(action) => {
            let n = if let Action::Several(new) = &action { new.len() } else { 1 };
            kit.store.dispatch(action);
            fill(kit.words().improvement_adopted(), &[("n", &n.to_string())])
        }
        None => kit.words().improvement_adopted_none().to_owned(),
    };
    kit.notify.emit(Notice::good(told));
}
