//! The device's clock, in its own time zone, and how long something is waited for.

use crate::date::Date;
use js_sys::{Array, Promise};
use wasm_bindgen_futures::JsFuture;

/// Today.
pub fn today() -> Date {
    date_of(&js_sys::Date::new_0())
}

/// Milliseconds since 1970, for ordering only.
pub fn now() -> f64 {
    js_sys::Date::now()
}

/// Today and the moment in seconds since 1970, as the document worker takes them.
pub fn written() -> String {
    [&today().to_string(), " ", &((now() / 1000.0) as u64).to_string()].concat()
}

/// The day of a moment in milliseconds since 1970.
pub fn day(moment: f64) -> Date {
    date_of(&js_sys::Date::new(&moment.into()))
}

/// The day and the time `HH:MM` of a moment in milliseconds since 1970.
pub fn day_and_time(moment: f64) -> (Date, String) {
    let date = js_sys::Date::new(&moment.into());
    (date_of(&date), format!("{:02}:{:02}", date.get_hours(), date.get_minutes()))
}

/// The time `HH:MM` of a moment of today, else its day.
pub fn short(moment: f64) -> String {
    let (day, time) = day_and_time(moment);
    if day == today() { time } else { day.to_string() }
}

fn date_of(date: &js_sys::Date) -> Date {
    Date::from_ymd_opt(date.get_full_year() as i32, date.get_month() + 1, date.get_date()).unwrap_or_default()
}

/// What a promise comes to; nothing where that takes more milliseconds.
pub fn within(promise: &Promise, milliseconds: i32) -> Promise {
    let after = Promise::new(&mut |resolve, _| {
        let _ = gloo::utils::window().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds);
    });
    Promise::race(&Array::of2(promise, &after))
}

/// Lets the page do what is due before it goes on.
pub async fn breath() {
    let _ = JsFuture::from(within(&Promise::new(&mut |_, _| {}), 0)).await;
}
