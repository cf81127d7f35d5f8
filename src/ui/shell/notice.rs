//! One sentence for the user, until it is dismissed or the next one comes.

use crate::ui::kit::{Notice, use_kit};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct NoticeBarProps {
    pub notice: Option<Notice>,
    pub close: Callback<()>,
}

#[component]
pub fn NoticeBar(props: &NoticeBarProps) -> Html {
    let words = use_kit().words();
    let close = props.close.reform(|_: MouseEvent| ());
    html! {
        <div class="notices" role="status">
            if let Some(notice) = &props.notice {
                <div class={classes!("notice", notice.bad.then_some("bad"))}>
                    <p>{ &notice.text }</p>
                    <button type="button" class="btn quiet" onclick={close}>{ words.notice_close }</button>
                </div>
            }
        </div>
    }
}
