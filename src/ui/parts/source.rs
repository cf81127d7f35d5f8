//! Where a figure comes from and how sure that is, as one quiet line.

use crate::criteria::Status;
use crate::report::say;
use crate::ui::kit::Kit;
use yew::prelude::*;

/// The source and status of a figure by its key in the pack's sources, such as `points/leadership.governance`.
pub fn source_note(kit: &Kit, figure: &str) -> Html {
    let Some(attribution) = kit.pack.attribution(figure) else {
        return Html::default();
    };
    let class = if attribution.status == Status::Published { "tag" } else { "tag w" };
    html! {
        <span class="source">
            <small>{ kit.words().source_label() }{ kit.pack_words().source(&attribution.source).to_owned() }</small>
            <span {class}>{ say::status(kit.language, attribution.status) }</span>
        </span>
    }
}
