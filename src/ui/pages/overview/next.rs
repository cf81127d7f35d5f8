//! What to do next: one thing, why, and the way there.

use super::View;
use crate::criteria::Pack;
use crate::language::{codes, fill};
use crate::overview::{Next, Step, next as next_of};
use crate::report::say;
use crate::ui::frame::title;
use crate::ui::parts::{place_field, place_route};
use crate::ui::route::Route;
use yew::prelude::*;

pub(super) fn next(view: &View<'_>) -> Html {
    let (kit, words) = (view.kit, view.kit.words());
    let next = next_of(
        &kit.pack,
        view.assessment,
        &view.known.eligibility,
        &view.known.found,
        view.known.own.as_deref(),
    );
    let item = next.item().map(|slot| say::item_name(&kit.pack, kit.language, slot)).unwrap_or_default();
    let stage = next.stage.map(|at| kit.pack_words().stage(stage(&kit.pack, at))).unwrap_or_default();
    let code = match next.step {
        Step::Draft if next.count == 0 => "draft_clear",
        step => step.code(),
    };
    let values = [
        ("item", item.as_str()),
        ("stage", stage),
        ("n", &next.count.to_string()),
        ("points", &next.points.to_string()),
    ];
    let what = fill(words.by_code(&codes::NEXT_STEP, next.step.code()), &values);
    let link = route(view, &next).map(|route| {
        let page = title(&route, kit).unwrap_or_default();
        let field = next.finding.as_ref().and_then(|finding| place_field(kit, finding)).unwrap_or_default();
        html! { <div class="row"><a class="btn main" href={route.href()} data-wanted={field}>{ fill(words.overview_go(), &[("page", &page)]) }</a></div> }
    });
    html! {
        <section class="sheet stack-s" aria-labelledby="next-step">
            <h2 id="next-step">{ fill(words.overview_next(), &[("what", &what)]) }</h2>
            <p>{ fill(words.by_code(&codes::NEXT_WHY, code), &values) }</p>{ for link }</section>
    }
}

fn stage(pack: &Pack, at: usize) -> &str {
    pack.structure().stages.get(at).map_or("", String::as_str)
}

/// Where it is done; a part is given back by the line above it.
fn route(view: &View<'_>, next: &Next) -> Option<Route> {
    let id = view.id.to_owned();
    match (&next.finding, next.step) {
        (Some(finding), _) => Some(place_route(view.kit, view.assessment, view.id, finding.place())),
        (None, Step::Return) => None,
        (None, Step::Stage | Step::After) => Some(Route::Road { id }),
        (None, _) => Some(Route::Draft { id }),
    }
}
