//! Where a place of the file is on the pages.

use crate::assessment::Assessment;
use crate::json::split_last;
use crate::ui::kit::Kit;
use crate::ui::route::Route;

/// The page on which what stands at a JSON pointer is shown; none where no page shows it.
pub(super) fn pointer_route(kit: &Kit, assessment: &Assessment, id: &str, pointer: &str) -> Option<Route> {
    let own = || id.to_owned();
    let mut parts = pointer.split('/').skip(1);
    let (section, key) = (parts.next()?, parts.next().unwrap_or_default());
    // An id with a slash is written otherwise in a pointer.
    let key = split_last(&["/", key].concat()).map(|(_, key)| key).unwrap_or_default();
    let figures = |item: Option<&str>| {
        let slot = item.and_then(|item| kit.pack.item_slot(item)).or_else(|| kit.pack.results_items().next());
        slot.map(|slot| Route::indicators(id, &kit.pack, slot))
    };
    match section {
        "organisation" | "units" => Some(Route::Organisation { id: own() }),
        "eligibility" => Some(Route::Eligibility { id: own() }),
        "items" => kit.pack.item_slot(&key).map(|slot| Route::item(id, &kit.pack, slot)),
        "years" | "inputs" => figures(None),
        "indicators" => figures(kit.pack.indicator_slot(&key).map(|slot| &*kit.pack.indicator(slot).item)),
        "own_indicators" => figures(assessment.figures.own.iter().find(|own| *own.id == *key).map(|own| &*own.item)),
        "evidence" => Some(match assessment.evidence.entries.iter().find(|entry| *entry.key == *key) {
            Some(entry) => Route::evidence(id, &entry.number),
            None => Route::Evidence { id: own() },
        }),
        "actions" if assessment.improvement.actions.iter().any(|action| *action.id == *key) => Some(Route::improvement(id, &key)),
        "actions" | "targets" => Some(Route::Improvement { id: own() }),
        "road" => Some(Route::Road { id: own() }),
        _ => None,
    }
}
