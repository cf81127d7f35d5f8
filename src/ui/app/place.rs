//! What stands in the place of a page: while its part comes, where that cannot be had, and where there is no page.

use super::parts::Standing;
use crate::language::Words;
use crate::ui::address::HOME;
use yew::prelude::*;

/// The place of a page whose part is not there yet.
pub fn held(words: &Words, standing: &Standing) -> Html {
    match standing {
        Standing::Missing(retry) => html! {
            <main class="page wide"><section class="sheet stack-s" role="alert"><h1>{ words.part_missing() }</h1><p>{ words.part_missing_note() }</p>
                <div class="row"><button type="button" class="btn main" onclick={retry}>{ words.part_retry() }</button></div></section></main>
        },
        _ => html! { <main class="page wide" aria-busy="true"><p class="muted">{ words.open_reading() }</p></main> },
    }
}

/// One sentence in the place of a page, and the way home.
pub fn message(text: &str, detail: Option<String>, home: &str) -> Html {
    html! {
        <main class="page wide"><section class="sheet stack-s"><h1>{ text.to_owned() }</h1>{ for detail.map(|detail| html! { <p>{ detail }</p> }) }
            <p><a href={HOME}>{ home.to_owned() }</a></p></section></main>
    }
}
