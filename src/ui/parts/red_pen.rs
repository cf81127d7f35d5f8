//! What the red pen says on another page than its own; nothing until its part has come.

use crate::ui::app::{Pages, Part, given};
use crate::ui::kit::Kit;
use crate::ui::route::Route;
use yew::prelude::*;

/// What it says on the page of an address.
pub fn red_pen(kit: &Kit, route: &Route) -> Html {
    let pages = given::<Pages>(Part::Helps).zip(kit.store.snapshot());
    pages.and_then(|(pages, open)| (pages.draw)(route, Some(&open), kit)).unwrap_or_default()
}
