//! Improvement actions that differ.

use crate::assessment::{ImprovementAction, ImprovementPlan, Progress, Text};
use crate::criteria::{ItemSlot, Pack};

/// An action that is new, gone, or at another stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActionDifference {
    /// The item it is for; none where it is for none, or for one the pack does not have.
    pub item: Option<ItemSlot>,
    pub title: Text,
    /// How far it was; none where it is new.
    pub before: Option<Progress>,
    /// How far it is; none where it is gone.
    pub after: Option<Progress>,
}

/// Actions by title and item, because another file may number its own as this one does; those of the plan after come first.
/// Where several have the same title they are taken in their order.
pub(super) fn action_differences(pack: &Pack, before: &ImprovementPlan, after: &ImprovementPlan) -> Vec<ActionDifference> {
    let mut left: Vec<&ImprovementAction> = before.actions.iter().map(AsRef::as_ref).collect();
    let mut all = Vec::new();
    let mut differs = |action: &ImprovementAction, before: Option<Progress>, after: Option<Progress>| {
        if before != after {
            all.push(ActionDifference {
                item: pack.item_slot(&action.item),
                title: action.title.clone(),
                before,
                after,
            });
        }
    };
    for action in &after.actions {
        let same = |earlier: &&ImprovementAction| earlier.title.trim() == action.title.trim() && earlier.item == action.item;
        let earlier = left.iter().position(same).map(|at| left.remove(at).progress);
        differs(action, earlier, Some(action.progress));
    }
    for action in left {
        differs(action, Some(action.progress), None);
    }
    all
}
