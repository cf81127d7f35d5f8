//! The app: the language and the look, the page of the address, and what is told to the user. Home is drawn here;
//! every other page stands in the frame, which is a part that is loaded.

mod parts;
mod place;

use super::address::{is_home, scrolled, use_address};
use super::pages::HomePage;
use super::screen::{Notice, Screen};
use super::shell::{TopLine, notice_bar, top_line};
use crate::browser::{page, settings, storage};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::prelude::*;

pub use parts::{
    Arrival, Arrivals, Merging, Pages, Part, Recovering, Standing, WayBack, Workspace, fetch_ahead, given, load, use_part, use_part_when_idle, workspace,
};
pub use place::{held, message};

/// Puts the app into the page, in the place of what was there before it. Where the address asks for a page inside the frame,
/// what stands in the page stays until the frame and what it shows have come, so that nothing is drawn in vain.
pub fn mount() {
    if is_home(&page::address()) {
        return draw();
    }
    storage::prepare();
    spawn_local(async {
        // Where it cannot be had the app says so.
        let _ = load(Part::Assessment).await;
        while let Some(workspace) = workspace() {
            let address = page::address();
            let _ = JsFuture::from((workspace.ahead)(&address)).await;
            if page::address() == address {
                break;
            }
        }
        draw();
    });
}

#[expect(clippy::disallowed_methods, reason = "the static head goes; nothing is put in its place here")]
fn draw() {
    let place = gloo::utils::document().get_element_by_id("kit").expect("the page has a place for the kit");
    place.set_inner_html("");
    yew::Renderer::<App>::with_root(place).render();
}

#[component]
pub fn App() -> Html {
    let language = use_state(settings::language);
    let appearance = use_state(settings::appearance);
    let notice = use_state(|| None::<Notice>);
    let address = use_address();
    let home = is_home(&address);
    let screen = Screen {
        language: *language,
        appearance: *appearance,
        set_language: use_setter(language.setter(), settings::set_language),
        set_appearance: use_setter(appearance.setter(), settings::set_appearance),
        notify: {
            let setter = notice.setter();
            use_callback((), move |notice, ()| setter.set(Some(notice)))
        },
        notice: (*notice).clone(),
        close_notice: {
            let setter = notice.setter();
            use_callback((), move |_: MouseEvent, ()| setter.set(None))
        },
    };
    use_effect_with((*language, *appearance), |&(language, appearance)| page::present(language, appearance));
    {
        let notice = notice.clone();
        use_effect_with(scrolled(&address).to_owned(), move |_| {
            page::scroll_to_top();
            if notice.as_ref().is_some_and(Notice::goes) {
                notice.set(None);
            }
        });
    }
    let standing = use_part(if home { Part::First } else { Part::Assessment });
    use_title(&screen, home);
    let page = match workspace().filter(|_| !home) {
        Some(workspace) => (workspace.draw)(&address),
        None => html! {
            <div class="app bare">
                { top_line(&screen, TopLine::default()) }
                if home { <HomePage /> } else { { held(screen.words(), &standing) } }
                { notice_bar(&screen) }
            </div>
        },
    };
    html! { <ContextProvider<Screen> context={screen}>{ page }</ContextProvider<Screen>> }
}

/// The window's title on the page that stands in no frame.
#[hook]
fn use_title(screen: &Screen, home: bool) {
    use_effect_with((home, screen.language), |&(home, language)| {
        if home {
            page::set_title(language.words().kit_name());
        }
    });
}

/// A callback that keeps a choice and shows it.
#[hook]
fn use_setter<T: PartialEq + Copy + 'static>(setter: UseStateSetter<T>, keep: fn(T)) -> Callback<T> {
    use_callback((), move |value, ()| {
        keep(value);
        setter.set(value);
    })
}
