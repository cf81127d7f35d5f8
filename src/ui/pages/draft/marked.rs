//! How much the red pen marks, in one line. A component of its own, so that the preview is not drawn again when the part comes that counts.

use super::DraftPageProps;
use crate::ui::app::{Part, use_part_when_idle};
use crate::ui::kit::use_kit;
use crate::ui::parts::red_pen;
use crate::ui::route::Route;
use yew::prelude::*;

#[component]
pub(super) fn Marked(props: &DraftPageProps) -> Html {
    let kit = use_kit();
    use_part_when_idle(Part::Helps);
    red_pen(&kit, &Route::Draft { id: props.id.to_string() })
}
