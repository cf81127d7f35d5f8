//! The app: the language and the look, the page of the address, and what is told to the user. Home is drawn here;
//! every other page stands in the frame, which is a part that is loaded.

mod parts;
mod place;

use super::pages::HomePage;
use super::route::{self, Route, use_route};
use super::screen::{Notice, Screen};
use super::shell::{TopLine, notice_bar, top_line};
use crate::browser::{page, settings};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

pub use parts::{
    Arrival, Arrivals, Merging, Pages, Part, Recovering, Standing, WayBack, Workspace, fetch_ahead, given, load, use_part, use_part_when_idle, workspace,
};
pub use place::{held, message};

/// Puts the app into the page, in the place of what was there before it. Where the address asks for a page inside the frame,
/// what stands in the page stays until the frame has come, so that nothing is drawn in vain.
pub fn mount() {
    match route::here().part() {
        Part::First => draw(),
        _ => spawn_local(async {
            // Where it cannot be had the app says so.
            let _ = load(Part::Assessment).await;
            draw();
        }),
    }
}

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
    let route = use_route();
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
        use_effect_with(shown_page(&route), move |_| {
            page::scroll_to_top();
            if notice.as_ref().is_some_and(Notice::goes) {
                notice.set(None);
            }
        });
    }
    let framed = if route.part() == Part::First { Part::First } else { Part::Assessment };
    let standing = use_part(framed);
    // Home does so itself, because its list waits for what is being saved.
    use_effect_with(route == Route::NotFound, |&nowhere| {
        if let Some(workspace) = workspace().filter(|_| nowhere) {
            (workspace.leave)(Callback::noop());
        }
    });
    use_title(&screen, &route);
    let page = match workspace().filter(|_| framed == Part::Assessment) {
        Some(workspace) => (workspace.draw)(&route),
        None => html! {
            <div class="app bare">
                { top_line(&screen, TopLine::default()) }
                { match route {
                    Route::Home => html! { <HomePage /> },
                    Route::NotFound => message(screen.words().page_not_found(), None, screen.words().nav_home()),
                    _ => held(screen.words(), &standing),
                } }
                { notice_bar(&screen) }
            </div>
        },
    };
    html! { <ContextProvider<Screen> context={screen}>{ page }</ContextProvider<Screen>> }
}

/// The page as the window scrolls it: an entry is shown beside the list it was chosen from.
fn shown_page(route: &Route) -> Route {
    match route {
        Route::EvidenceEntry { id, .. } => Route::Evidence { id: id.clone() },
        Route::ImprovementAction { id, .. } => Route::Improvement { id: id.clone() },
        other => other.clone(),
    }
}

/// The window's title on the pages that stand in no frame.
#[hook]
fn use_title(screen: &Screen, route: &Route) {
    let framed = route.part() != Part::First;
    use_effect_with((framed, screen.language), |&(framed, language)| {
        if !framed {
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
