//! The consensus in the assessment.

use super::record::Panel;
use crate::assessment::{Action, Assessment, ItemChange};
use crate::criteria::Pack;

/// One action that gives an assessment the agreed ratings; items without an agreement that counts keep theirs. None where
/// nothing would change.
pub fn agreed_ratings(pack: &Pack, panel: &Panel, assessment: &Assessment) -> Option<Action> {
    let mut actions = Vec::new();
    for (item, _) in pack.items() {
        let agreed = panel.standing(pack, item).percent();
        if agreed.is_some() && assessment.item(item).percent != agreed {
            actions.push(Action::Item(item, ItemChange::Percent(agreed)));
        }
    }
    (!actions.is_empty()).then_some(Action::Several(actions))
}
