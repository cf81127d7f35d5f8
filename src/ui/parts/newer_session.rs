//! That a new session of the award is there, for whoever works under the criteria of an older one.

use crate::language::fill;
use crate::ui::kit::Kit;
use crate::ui::route::Route;
use yew::prelude::*;

/// One line with the way to the page that shows what carrying over would do; nothing where there is no new session.
pub fn newer_session(kit: &Kit, id: &str) -> Html {
    let Some(newer) = kit.library.newer_session(&kit.pack) else {
        return Html::default();
    };
    let name = newer.words(kit.language.tag()).short();
    let to = Route::Under { id: id.to_owned() }.href();
    html! { <p class="told"><a href={to}>{ fill(kit.words().under_newer_session(), &[("name", name)]) }</a></p> }
}
