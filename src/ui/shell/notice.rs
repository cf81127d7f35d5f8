//! One sentence for the user, until it is dismissed or the next one comes.

use crate::ui::kit::{Kit, Notice};
use yew::prelude::*;

pub fn notice_bar(kit: &Kit, notice: Option<&Notice>, close: Callback<MouseEvent>) -> Html {
    let words = kit.words();
    html! {
        <div class="notices" role="status">
            if let Some(notice) = notice {
                <div class={classes!("notice", notice.bad.then_some("bad"))}>
                    <p>{ &notice.text }</p>
                    <button type="button" class="btn quiet" onclick={close}>{ words.notice_close() }</button>
                </div>
            }
        </div>
    }
}
