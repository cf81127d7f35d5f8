//! The latest versions: how it stood, and what changed since.

use super::View;
use crate::browser::storage::StorageError;
use crate::browser::versions::Version;
use crate::language::fill;
use crate::ui::pages::versions::called;
use crate::ui::parts::day_and_time;
use crate::ui::route::Route;
use crate::ui::shell::storage_words;
use yew::prelude::*;

/// How many are shown.
const LATEST: usize = 5;

pub(super) fn versions(view: &View<'_>, found: Option<&Result<Vec<Version>, StorageError>>) -> Html {
    let words = view.kit.words();
    let id = || view.id.to_owned();
    let listed = match found {
        None => html! { <p class="muted">{ words.open_reading() }</p> },
        Some(Err(error)) => html! { <p class="problem">{ storage_words(words, *error) }</p> },
        Some(Ok(all)) if all.is_empty() => html! { <p>{ words.versions_none() }</p> },
        Some(Ok(all)) => html! { <ul class="plain heaps">{ for all.iter().take(LATEST).map(|version| entry(view, version)) }</ul> },
    };
    html! {
        <section class="sheet stack-s" aria-labelledby="versions"><h2 id="versions">{ words.overview_versions() }</h2>{ listed }
            <p class="small"><a href={Route::Versions { id: id() }.href()}>{ words.overview_versions_all() }</a></p></section>
    }
}

fn entry(view: &View<'_>, version: &Version) -> Html {
    let words = view.kit.words();
    let when = day_and_time(view.kit.language, version.at);
    let at = version.at.to_string();
    let told = [
        ("what", &*called(words, version)),
        ("points", &version.points),
        ("rated", &version.rated.to_string()),
        ("items", &version.items.to_string()),
    ];
    let route = Route::Version {
        id: view.id.to_owned(),
        at: at.clone(),
    };
    html! {
        <li key={at.clone()}><a href={route.href()}>{ when.clone() }</a>{ " " }<span class="small">{ fill(words.overview_version_told(), &told) }</span>{ " " }
            <button type="button" class="btn quiet" data-act={["compare ", &at].concat()} aria-label={fill(words.versions_compare_of(), &[("when", &when)])}>{ words.versions_compare() }</button></li>
    }
}
