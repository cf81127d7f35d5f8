//! One sentence for the user, until it is dismissed or the next one comes; its style takes away what is no error after the time to
//! read it.

use crate::ui::screen::Screen;
use yew::prelude::*;

pub fn notice_bar(screen: &Screen) -> Html {
    html! {
        <div class="notices" role="status">
            if let Some(notice) = &screen.notice {
                // Another element for each, so that each is read out and has its own time.
                <div key={notice.told as u64} class={classes!("notice", notice.bad.then_some("bad"))}>
                    <p>{ &notice.text }</p>
                    <button type="button" class="btn quiet" onclick={&screen.close_notice}>{ screen.words().notice_close() }</button>
                </div>
            }
        </div>
    }
}
