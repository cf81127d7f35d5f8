//! How much room is taken on this device, and by what.

use crate::browser::room::{self, Room, Taken};
use crate::language::fill;
use crate::ui::screen::use_screen;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// Megabytes with one decimal.
fn megabytes(bytes: f64) -> String {
    format!("{:.1} MB", bytes / 1_000_000.0)
}

#[component]
pub fn RoomTaken() -> Html {
    let words = use_screen().words();
    let found = use_state(|| None::<(Room, Taken)>);
    {
        let found = found.setter();
        use_effect_with((), move |()| {
            spawn_local(async move {
                if let (Some(room), Ok(taken)) = (room::room().await, room::taken().await) {
                    found.set(Some((room, taken)));
                }
            });
        });
    }
    let Some((room, taken)) = *found else { return Html::default() };
    let values = [
        ("used", &*megabytes(room.used)),
        ("quota", &*megabytes(room.quota)),
        ("percent", &*room.percent().to_string()),
    ];
    let rows = [
        (words.room_assessments(), taken.assessments),
        (words.room_versions(), taken.versions),
        (words.room_evidence(), taken.evidence),
        (words.room_panels(), taken.panels),
    ];
    html! {
        <>
            <p class={classes!("small", room.is_nearly_full().then_some("problem"))}>{ fill(words.room_used(), &values) }</p>
            <dl class="pairs">{ for rows.into_iter().map(|(name, bytes)| html! { <><dt>{ name }</dt><dd>{ megabytes(bytes) }</dd></> }) }</dl>
        </>
    }
}
