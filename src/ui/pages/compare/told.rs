//! The totals of both in words: gained and lost, and what makes them hard to compare.

use super::View;
use crate::report::say;
use yew::prelude::*;

pub(super) fn told(view: &View<'_>) -> Html {
    let (language, found, targets) = (view.kit.language, view.found, view.other.is_none());
    html! {
        <section class="sheet stack-s" aria-labelledby="total"><h2 id="total">{ say::totals(language, found) }</h2>
            <p>{ say::gains(language, found, targets) }</p>
            { for say::reservations(language, view.before, view.after, found, targets).into_iter().map(|told| html! { <p class="small">{ told }</p> }) }
        </section>
    }
}
