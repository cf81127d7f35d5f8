//! The keys of the page there is, over it. The question mark opens the list; it is a single character, which someone who speaks to the
//! machine may say unawares (WCAG 2.1.4), so it can be turned off here. The finder opens the list all the same.

use crate::browser::{page, settings};
use crate::ui::frame::title;
use crate::ui::kit::use_kit;
use crate::ui::route::Route;
use yew::prelude::*;

const DIALOG: &str = "keys";

#[derive(Properties, PartialEq)]
pub(super) struct KeysDialogProps {
    /// The page it stands over.
    pub route: Route,
    /// Whether it was the question mark that asked for it.
    pub by_mark: bool,
    pub close: Callback<()>,
}

#[component]
pub(super) fn KeysDialog(KeysDialogProps { route, by_mark, close }: &KeysDialogProps) -> Html {
    let kit = use_kit();
    let words = kit.words();
    let on = use_state(settings::has_key_mark);
    // The projected page has a card of its own for the same key.
    let shown = *use_memo((), |()| !by_mark || (*on && !matches!(route, Route::Room { .. })));
    {
        let close = close.clone();
        use_effect_with((), move |()| if shown { page::show_dialog(DIALOG) } else { close.emit(()) });
    }
    if !shown {
        return Html::default();
    }
    let own = match route {
        Route::Item { .. } | Route::ScoringItem { .. } | Route::TrainingItem { .. } => words.keys_ladder(),
        Route::Indicators { .. } => words.keys_grid(),
        Route::Panel { .. } => words.keys_panel(),
        Route::Room { .. } => words.room_card(),
        _ => "",
    };
    let own = Some(own).filter(|rows| !rows.is_empty());
    let onchange = {
        let on = on.clone();
        Callback::from(move |_: Event| {
            settings::set_key_mark(!*on);
            on.set(!*on);
        })
    };
    html! {
        <dialog id={DIALOG} class="sheet finder of-keys" aria-labelledby="keys-title" onclose={close.reform(|_: Event| ())}>
            <h2 id="keys-title">{ words.keys_title() }</h2>
            { for own.map(|rows| html! { <><h3>{ title(route, &kit).unwrap_or_default() }</h3>{ list(rows) }</> }) }
            <h3>{ words.keys_everywhere() }</h3>{ list(words.keys_common()) }
            <label class="row small"><input type="checkbox" checked={*on} {onchange} />{ words.keys_mark() }</label>
            <div class="row"><button type="button" class="btn" onclick={|_: MouseEvent| page::close_dialog(DIALOG)}>{ words.keys_close() }</button></div>
        </dialog>
    }
}

/// A key and what it does a line, with a stroke between.
fn list(rows: &'static str) -> Html {
    let rows = rows.lines().filter_map(|row| row.split_once('|'));
    html! { <dl>{ for rows.map(|(key, what)| html! { <div><dt><kbd>{ key }</kbd></dt><dd>{ what }</dd></div> }) }</dl> }
}
