//! From opportunities for improvement, as an item's text names them, to actions.

use super::{ImprovementAction, ImprovementChange, ImprovementPlan};
use crate::assessment::Action;
use crate::assessment::record::text;
use std::rc::Rc;

/// One action for every line of an item's opportunities that is none yet, as one step; none where there is nothing new.
///
/// Two lines, of which one is an action of that item already, give one action. A line becomes its title as it stands.
pub fn adopt_opportunities(plan: &ImprovementPlan, item: &str, opportunities: &str) -> Option<Action> {
    let mut titles: Vec<&str> = plan.of_item(item).map(|(_, action)| action.title.trim()).collect();
    let mut added = Vec::new();
    for line in opportunities.split(['\n', '\r', '\u{2028}', '\u{2029}']).map(str::trim) {
        if line.is_empty() || titles.contains(&line) {
            continue;
        }
        titles.push(line);
        added.push(Action::Improve(ImprovementChange::Add(Rc::new(ImprovementAction {
            item: text(item),
            title: text(line),
            ..ImprovementAction::default()
        }))));
    }
    (!added.is_empty()).then_some(Action::Several(added))
}
