//! What stands below a page: of an item the one before, its rating and the next one, always in reach in narrow windows; of every other
//! page of an assessment the way on along the road.

use crate::assessment::Assessment;
use crate::criteria::{ItemSlot, Kind};
use crate::language::fill;
use crate::ui::frame::title;
use crate::ui::kit::Kit;
use crate::ui::parts::{jump, neighbours_of};
use crate::ui::route::Route;
use yew::prelude::*;

pub fn foot(kit: &Kit, assessment: &Assessment, id: &str, route: &Route) -> Html {
    let words = kit.words();
    let Route::Item { item, .. } = route else { return onward(kit, id, route) };
    let Some(slot) = kit.pack.item_slot(item) else { return Html::default() };
    let (before, after) = neighbours_of(kit, slot);
    let [before, after] = [before, after].map(|slot| slot.map(|slot| Route::item(id, &kit.pack, slot)));
    let percent = match assessment.item(slot).percent {
        _ if !Kind::among(assessment.organisation.kind, &kit.pack.item(slot).applies_to) => words.term_not_applicable().to_owned(),
        Some(percent) => percent.to_string(),
        None => words.not_rated().to_owned(),
    };
    html! {
        <nav class="foot" aria-label={words.foot_label()}>
            if let Some(route) = before { <a href={route.href()} class="btn">{ words.item_previous() }</a> } else { <span></span> }
            { jump("ladder", format!("{} {percent}", words.item_rating())) }
            if let Some(route) = after { <a href={route.href()} class="btn">{ words.item_next() }</a> } else { <span></span> }
        </nav>
    }
}

fn onward(kit: &Kit, id: &str, route: &Route) -> Html {
    let words = kit.words();
    let next = following(kit, id, route).and_then(|next| Some((next.href(), title(&next, kit)?)));
    let Some((href, page)) = next else { return Html::default() };
    html! { <nav class="onward" aria-label={words.onward_label()}><a class="btn" {href}>{ fill(words.onward_next(), &[("page", &page)]) }</a></nav> }
}

/// The page that follows on the road, in the order of the rail; a page beside the road leads back to it. The overview says itself what
/// is next, and the room is for the projector. A part has its items, their figures, the evidence and the improvement plan.
fn following(kit: &Kit, id: &str, route: &Route) -> Option<Route> {
    let id = id.to_owned();
    let part = kit.store.part();
    let first = || match &part {
        Some(part) => part.slots(&kit.pack).first().copied(),
        None => Some(ItemSlot(0)),
    };
    Some(match route {
        Route::Organisation { .. } if part.is_none() => Route::Eligibility { id },
        Route::Organisation { .. } | Route::Eligibility { .. } | Route::Report { .. } => Route::item(&id, &kit.pack, first()?),
        Route::Interview { item, .. } => Route::Item { id, item: item.clone() },
        Route::Indicators { .. } | Route::Figures { .. } => Route::Evidence { id },
        Route::Evidence { .. } | Route::EvidenceEntry { .. } | Route::Departments { .. } if part.is_none() => Route::Result { id },
        Route::Evidence { .. } | Route::EvidenceEntry { .. } | Route::Result { .. } | Route::Next { .. } => Route::Improvement { id },
        Route::Improvement { .. } | Route::ImprovementAction { .. } if part.is_none() => Route::Draft { id },
        Route::Compare { .. } | Route::Under { .. } | Route::Panel { .. } | Route::RedPen { .. } => Route::Draft { id },
        Route::Draft { .. } => Route::Road { id },
        Route::Improvement { .. } | Route::ImprovementAction { .. } | Route::Road { .. } | Route::Versions { .. } | Route::Version { .. } => {
            Route::Overview { id }
        }
        Route::Overview { .. } | Route::Room { .. } | Route::Departments { .. } | Route::Item { .. } => return None,
        // Pages of no assessment.
        Route::Home
        | Route::Settings
        | Route::Criteria
        | Route::Pack { .. }
        | Route::Adapt { .. }
        | Route::ScoringCopies
        | Route::Scoring { .. }
        | Route::ScoringItem { .. }
        | Route::Desk
        | Route::Training
        | Route::TrainingRun { .. }
        | Route::TrainingResult { .. }
        | Route::TrainingItem { .. }
        | Route::NotFound => return None,
    })
}
