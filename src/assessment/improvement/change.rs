//! The changes of the improvement plan, each one small value.

use super::{ImprovementAction, ImprovementPlan, Progress, Size};
use crate::assessment::Percent;
use crate::assessment::identity::Identity;
use crate::assessment::record::Text;
use crate::criteria::ItemSlot;
use crate::date::Date;
use std::rc::Rc;

/// A change of the plan.
#[derive(Debug, Clone, PartialEq)]
pub enum ImprovementChange {
    /// Adds an action, under that identity where the id it brings is taken or empty.
    Add(Identity, Rc<ImprovementAction>),
    Remove(usize),
    Change(usize, ActionChange),
    /// What an item is to reach.
    Target(ItemSlot, Option<Percent>),
}

/// A change of one action.
#[derive(Debug, Clone, PartialEq)]
pub enum ActionChange {
    /// Id of the item.
    Item(Text),
    Start(Option<Date>),
    Due(Option<Date>),
    Progress(Progress),
    Days(Option<u32>),
    Size(Option<Size>),
    /// Percent points; more than 100 become 100.
    Gain(Option<u8>),
    Text(ActionText, Text),
}

/// A text field of an action.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ActionText {
    Title,
    Owner,
    Note,
}

impl ImprovementPlan {
    pub(in crate::assessment) fn change(&mut self, change: &ImprovementChange) {
        match change {
            ImprovementChange::Add(identity, action) => {
                let mut action = ImprovementAction::clone(action);
                action.id = identity.of_new("action-", &action.id, &|id| self.actions.iter().any(|there| *there.id == *id));
                self.actions.push(Rc::new(action));
            }
            ImprovementChange::Remove(at) => {
                if *at < self.actions.len() {
                    self.actions.remove(*at);
                }
            }
            ImprovementChange::Change(at, change) => {
                if let Some(action) = self.actions.get_mut(*at) {
                    change.apply(Rc::make_mut(action));
                }
            }
            ImprovementChange::Target(slot, percent) => {
                if let Some(target) = self.targets.get_mut(slot.0) {
                    *target = *percent;
                }
            }
        }
    }
}

impl ActionChange {
    fn apply(&self, action: &mut ImprovementAction) {
        match self {
            ActionChange::Item(item) => action.item = item.clone(),
            ActionChange::Start(date) => action.start = *date,
            ActionChange::Due(date) => action.due = *date,
            ActionChange::Progress(progress) => action.progress = *progress,
            ActionChange::Days(days) => action.days = *days,
            ActionChange::Size(size) => action.size = *size,
            ActionChange::Gain(gain) => action.gain = gain.map(|gain| gain.min(100)),
            ActionChange::Text(ActionText::Title, text) => action.title = text.clone(),
            ActionChange::Text(ActionText::Owner, text) => action.owner = text.clone(),
            ActionChange::Text(ActionText::Note, text) => action.note = text.clone(),
        }
    }
}
