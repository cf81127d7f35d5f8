//! One sentence for the user, until it is dismissed or the next one comes.

use crate::browser::page;
use crate::ui::route::Route;
use crate::ui::screen::Screen;
use yew::prelude::*;

pub fn notice_bar(screen: &Screen) -> Html {
    html! {
        <div class="notices" role="status">
            if let Some(notice) = &screen.notice {
                <div class={classes!("notice", notice.bad.then_some("bad"))}>
                    <p>{ &notice.text }</p>
                    if notice.asks_for_file { <button type="button" class="btn" onclick={choose}>{ screen.words().home_open() }</button> }
                    <button type="button" class="btn quiet" onclick={&screen.close_notice}>{ screen.words().notice_close() }</button>
                </div>
            }
        </div>
    }
}

/// Opens a file as the home page does, which is gone to first.
fn choose(_: MouseEvent) {
    page::go(&Route::Home.href());
    page::click("file");
}
