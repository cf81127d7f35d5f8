//! From opportunities for improvement, as an item's text names them, to actions.

use super::{ImprovementAction, ImprovementChange, ImprovementPlan};
use crate::assessment::record::text;
use crate::assessment::{Action, Identity};
use std::rc::Rc;

/// The lines of an item's opportunities that are no actions of that item yet, each once.
pub fn new_opportunities<'a>(plan: &'a ImprovementPlan, item: &'a str, opportunities: &'a str) -> Vec<&'a str> {
    let mut titles: Vec<&str> = plan.of_item(item).map(|(_, action)| action.title.trim()).collect();
    let there = titles.len();
    for line in opportunities.split(['\n', '\r', '\u{2028}', '\u{2029}']).map(str::trim) {
        if !line.is_empty() && !titles.contains(&line) {
            titles.push(line);
        }
    }
    titles.split_off(there)
}

/// One action for every line of an item's opportunities that is none yet, as one step; none where there is nothing new.
///
/// Two lines, of which one is an action of that item already, give one action. A line becomes its title as it stands.
pub fn adopt_opportunities(plan: &ImprovementPlan, identity: Identity, item: &str, opportunities: &str) -> Option<Action> {
    let new = new_opportunities(plan, item, opportunities);
    let added = new.iter().zip(identity.further()).map(|(title, identity)| {
        let action = ImprovementAction {
            item: text(item),
            title: text(title),
            ..ImprovementAction::default()
        };
        Action::Improve(ImprovementChange::Add(identity, Rc::new(action)))
    });
    (!new.is_empty()).then(|| Action::Several(added.collect()))
}
