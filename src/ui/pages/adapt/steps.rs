//! The steps from a pack to a new session, each a button that opens its part of the page.

use crate::ui::kit::Kit;
use yew::prelude::*;

pub fn steps(kit: &Kit) -> Html {
    let words = kit.words();
    let steps = [
        ("step-identity", words.adapt_identity()),
        ("step-rules", words.adapt_rules()),
        ("step-checks", words.adapt_self_checks_title()),
        ("step-points", words.adapt_points()),
        ("step-item", words.adapt_item_title()),
        ("step-scoring", words.adapt_scoring()),
        ("step-facts", words.adapt_award()),
        ("step-cases", words.adapt_cases()),
        ("step-texts", words.adapt_texts()),
        ("step-publish", words.adapt_publish()),
    ];
    html! {
        <nav aria-label={words.adapt_steps()}><ol class="plain row">{ for steps.into_iter().enumerate().map(|(at, (id, title))| {
            html! { <li key={id}><button type="button" class="btn quiet" data-edit={["show/", id].concat()}>{ format!("{} {title}", at + 1) }</button></li> }
        }) }</ol></nav>
    }
}
