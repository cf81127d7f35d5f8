//! The consensus in the assessment.

use super::record::Panel;
use crate::assessment::{Action, Assessment, ItemChange, text};
use crate::criteria::Pack;
use crate::panel::sentences::Side;

/// One action that gives an assessment the agreed ratings, and the panel's sentences as strengths and opportunities; items without
/// an agreement that counts keep their rating, sides without a sentence their text. None where nothing would change.
pub fn agreed_ratings(pack: &Pack, panel: &Panel, assessment: &Assessment) -> Option<Action> {
    let mut actions = Vec::new();
    for (item, _) in pack.items() {
        let agreed = panel.standing(pack, item).percent();
        if agreed.is_some() && assessment.item(item).percent != agreed {
            actions.push(Action::Item(item, ItemChange::Percent(agreed)));
        }
        let (sentences, record) = (panel.sentences_of(item), assessment.item(item));
        let strengths = text(sentences.told(Side::Strength));
        if !strengths.is_empty() && strengths != record.strengths {
            actions.push(Action::Item(item, ItemChange::Strengths(strengths)));
        }
        let opportunities = text(sentences.told(Side::Opportunity));
        if !opportunities.is_empty() && opportunities != record.opportunities {
            actions.push(Action::Item(item, ItemChange::Opportunities(opportunities)));
        }
    }
    (!actions.is_empty()).then_some(Action::Several(actions))
}
