//! What is to be better: actions with owner, dates, effort and the gain expected of them, and a target for every item.
//!
//! Knows no clock: whether an action is late is found where today is an argument (`findings`).

mod action;
mod change;
mod opportunities;

pub use action::{ImprovementAction, Progress, Size};
pub use change::{ActionChange, ActionText, ImprovementChange};
pub use opportunities::{adopt_opportunities, new_opportunities};

use super::Percent;
use crate::criteria::{ItemSlot, Pack};
use std::rc::Rc;

/// The improvement plan of an assessment.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ImprovementPlan {
    /// In the order they were added.
    pub actions: Vec<Rc<ImprovementAction>>,
    /// By item of the pack: the percentage to be reached; none where there is no target.
    pub targets: Vec<Option<Percent>>,
}

impl ImprovementPlan {
    /// Without an action or target, in the slots of a pack.
    pub(super) fn blank(pack: &Pack) -> ImprovementPlan {
        ImprovementPlan {
            actions: Vec::new(),
            targets: vec![None; pack.items().len()],
        }
    }

    /// Whether there is neither an action nor a target.
    pub fn is_blank(&self) -> bool {
        self.actions.is_empty() && self.targets.iter().all(Option::is_none)
    }
    /// The percentage an item is to reach.
    pub fn target(&self, slot: ItemSlot) -> Option<Percent> {
        self.targets.get(slot.0).copied().flatten()
    }
    /// The actions for an item, by its id, with their positions.
    pub fn of_item<'a>(&'a self, item: &'a str) -> impl Iterator<Item = (usize, &'a ImprovementAction)> {
        self.actions.iter().map(Rc::as_ref).enumerate().filter(move |(_, action)| *action.item == *item)
    }
}
