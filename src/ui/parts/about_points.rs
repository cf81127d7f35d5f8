//! What whoever sees points has to know of them: that the host's criteria could not be used, or that nobody knows the weights.

use crate::ui::kit::Kit;
use crate::ui::route::Route;
use yew::prelude::*;

/// One line, with the way to where it is told at length; nothing where the points are what they seem.
pub fn about_points(kit: &Kit) -> Html {
    let words = kit.words();
    let to = if kit.library.has_fallen_back(&kit.pack) {
        (words.criteria_fallen_back(), Route::Criteria)
    } else if kit.pack.structure().scoring.points_unknown {
        (words.criteria_points_unknown(), Route::Pack { pack: kit.pack.key() })
    } else {
        return Html::default();
    };
    html! { <a class="tag b" href={to.1.href()}>{ to.0 }</a> }
}
