//! Where a figure comes from and how sure that is, as one quiet line.

use crate::criteria::Status;
use crate::report::say;
use crate::ui::kit::use_kit;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct SourceNoteProps {
    /// Key of the figure in the pack's sources, such as `points/leadership.governance`.
    pub figure: AttrValue,
}

#[component]
pub fn SourceNote(props: &SourceNoteProps) -> Html {
    let kit = use_kit();
    let Some(attribution) = kit.pack.attribution(&props.figure) else {
        return Html::default();
    };
    let class = if attribution.status == Status::Published { "tag" } else { "tag w" };
    html! {
        <span class="source">
            <small>{ format!("{}{}", kit.words().source_label, kit.pack_words().source(&attribution.source)) }</small>
            <span {class}>{ say::status(kit.language, attribution.status) }</span>
        </span>
    }
}
