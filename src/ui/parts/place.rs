//! Where a finding can be mended, and where a reference stands, as addresses.

use crate::assessment::{Assessment, FigureSlot, Referrer};
use crate::findings::Place;
use crate::ui::kit::Kit;
use crate::ui::route::Route;

/// The page on which a finding can be mended.
pub fn place_route(kit: &Kit, assessment: &Assessment, id: &str, place: Place) -> Route {
    match place {
        Place::Profile(_) => Route::Organisation { id: id.to_owned() },
        Place::Condition(_) | Place::SelfCheck(_) => Route::Eligibility { id: id.to_owned() },
        Place::Item(slot) => Route::item(id, &kit.pack, slot),
        Place::Figure(slot) => figures(kit, assessment, id, slot),
        Place::Evidence(at) => match assessment.evidence.entries.get(at) {
            Some(entry) => Route::evidence(id, &entry.number),
            None => Route::Evidence { id: id.to_owned() },
        },
        Place::Figures(slot) => Route::indicators(id, &kit.pack, slot),
        Place::Action(_) | Place::Submission => Route::Draft { id: id.to_owned() },
    }
}

/// The page on which a reference to evidence stands.
pub fn referrer_route(kit: &Kit, assessment: &Assessment, id: &str, place: Referrer) -> Route {
    match place {
        Referrer::Condition(_) => Route::Eligibility { id: id.to_owned() },
        Referrer::Item(slot, _) => Route::item(id, &kit.pack, slot),
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
