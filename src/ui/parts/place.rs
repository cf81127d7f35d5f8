//! Where a finding can be mended, and where a reference stands, as addresses.

use crate::assessment::{Assessment, FigureSlot, Referrer};
use crate::browser::page;
use crate::criteria::ItemSlot;
use crate::findings::{Finding, Place, ProfilePart};
use crate::ui::kit::Kit;
use crate::ui::route::Route;
use yew::prelude::*;

/// The page on which a finding can be mended.
pub fn place_route(kit: &Kit, assessment: &Assessment, id: &str, place: Place) -> Route {
    match place {
        Place::Profile(_) | Place::Unit(_) => Route::Organisation { id: id.to_owned() },
        Place::ApplicationDate | Place::Condition(_) | Place::SelfCheck(_) => Route::Eligibility { id: id.to_owned() },
        Place::Item(slot) => Route::item(id, &kit.pack, slot),
        Place::Figure(slot) => figures(kit, assessment, id, slot),
        Place::Evidence(at) => match assessment.evidence.entries.get(at) {
            Some(entry) => Route::evidence(id, &entry.number),
            None => Route::Evidence { id: id.to_owned() },
        },
        Place::Figures(Some(slot)) => Route::indicators(id, &kit.pack, slot),
        Place::Figures(None) => Route::Figures { id: id.to_owned() },
        Place::Action(at) => match assessment.improvement.actions.get(at) {
            Some(action) => Route::improvement(id, &action.id),
            None => Route::Improvement { id: id.to_owned() },
        },
        Place::Road => Route::Road { id: id.to_owned() },
        Place::Submission => Route::Draft { id: id.to_owned() },
    }
}

/// The page on which a reference to evidence stands.
pub fn referrer_route(kit: &Kit, assessment: &Assessment, id: &str, place: Referrer) -> Route {
    match place {
        Referrer::Condition(_) => Route::Eligibility { id: id.to_owned() },
        Referrer::Overview(_) => Route::Organisation { id: id.to_owned() },
        Referrer::Item(slot, _) | Referrer::Texts(slot) => Route::item(id, &kit.pack, slot),
        Referrer::Figure(slot) => figures(kit, assessment, id, slot),
    }
}

/// The figures of the item an indicator belongs to.
fn figures(kit: &Kit, assessment: &Assessment, id: &str, slot: FigureSlot) -> Route {
    let item = match slot {
        FigureSlot::Catalogue(slot) => Some(&*kit.pack.indicator(slot).item),
        FigureSlot::Own(at) => assessment.figures.own.get(at).map(|own| &*own.item),
    };
    let slot = item.and_then(|item| kit.pack.item_slot(item)).or(kit.pack.results_items().next());
    match slot {
        Some(slot) => Route::indicators(id, &kit.pack, slot),
        None => Route::Result { id: id.to_owned() },
    }
}

/// Id of the field in which a finding can be mended, on the page of its place; none where the page as a whole is meant.
pub fn place_field(kit: &Kit, finding: &Finding) -> Option<String> {
    let answer = |slot: ItemSlot, factor: usize| Some(["answer-0-", &kit.pack.rubric_of(slot).factors.get(factor)?.id].concat());
    match (finding, finding.place()) {
        (_, Place::Profile(part @ (ProfilePart::Kind | ProfilePart::LegalStatus))) => Some(["profile-", part.key(), "-0"].concat()),
        (_, Place::Unit(at)) => Some(["unit-", &at.to_string(), "-name"].concat()),
        (_, Place::Profile(part)) => Some(["profile-", part.key()].concat()),
        (_, Place::ApplicationDate) => Some("application-date".to_owned()),
        (_, Place::Condition(slot)) => Some(["condition-", &kit.pack.condition(slot).id].concat()),
        (_, Place::SelfCheck(slot)) => Some(["note-", &kit.pack.self_check(slot).id].concat()),
        (Finding::FactorUnanswered(slot, factor), _) => answer(*slot, *factor),
        (Finding::ItemUnanswered(slot) | Finding::RatedWithoutAnswer(slot, _), _) => answer(*slot, 0),
        (Finding::ItemUnrated(_), _) => Some("ladder".to_owned()),
        (Finding::RatedWithoutEvidence(..), _) => Some("evidence-new".to_owned()),
        (Finding::RatedAboveSuggestion { .. }, _) => Some("remark".to_owned()),
        (Finding::ActionLate { .. }, _) => Some("action-due".to_owned()),
        (Finding::ActionWithoutOwner { .. }, _) => Some("action-owner".to_owned()),
        _ => None,
    }
}

/// Notes the field a link inside the element wants, for the page it leads to.
pub fn wanted_link() -> Callback<MouseEvent> {
    Callback::from(|event: MouseEvent| {
        let target = event.target_dyn_into::<web_sys::Element>();
        let link = target.and_then(|element| element.closest("a[data-wanted]").ok().flatten());
        if let Some(field) = link.and_then(|link| link.get_attribute("data-wanted")) {
            page::want(&field);
        }
    })
}
