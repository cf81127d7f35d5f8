//! The foot of narrow screens: the item before, its rating, the next one, always in reach.

use crate::assessment::Assessment;
use crate::criteria::Kind;
use crate::ui::kit::Kit;
use crate::ui::parts::{jump, neighbours_of};
use crate::ui::route::Route;
use yew::prelude::*;

pub fn foot(kit: &Kit, assessment: &Assessment, id: &str, route: &Route) -> Html {
    let words = kit.words();
    let Route::Item { item, .. } = route else { return Html::default() };
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
