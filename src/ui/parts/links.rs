//! Small links: home, and jumps within the page, whose address must not change.

use crate::browser::page;
use crate::ui::kit::use_kit;
use crate::ui::route::Route;
use yew::prelude::*;

#[component]
pub fn HomeLink() -> Html {
    let kit = use_kit();
    html! { <a href={Route::Home.href()}>{ kit.words().nav_home }</a> }
}

#[derive(Properties, PartialEq)]
pub struct JumpLinkProps {
    /// Id of the element to go to.
    pub target: AttrValue,
    pub label: AttrValue,
}

#[component]
pub fn JumpLink(props: &JumpLinkProps) -> Html {
    let target = props.target.clone();
    html! { <button type="button" class="btn main" onclick={move |_| page::show(&target)}>{ &props.label }</button> }
}
