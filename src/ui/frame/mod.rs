//! The frame: what stands around all pages but home and settings, with the open assessment that belongs to the address.
//!
//! It is a part of its own with the page of an item, and draws the others once their part has come.

mod arriving;
mod desk;
mod foreign;
mod managing;
mod opening;
mod pages;
mod recovery;
mod title;
mod trouble;

use super::app::{Arrivals, Pages, Part, Standing, WayBack, Workspace, fetch_ahead, given, held, message, use_part, use_part_when_idle};
use super::finder::Finder;
use super::kit::Kit;
use super::parts::back_up_open;
use super::route::Route;
use super::screen::{Notice, Screen, use_screen};
use super::shell::{Over, Rail, Returning, TopLine, foot, notice_bar, organisation_name, standing, storage_words, top_line, undo_tools, use_keys};
use super::store::{News, Snapshot, Store};
use crate::browser::page;
use crate::language::{Language, fill};
use desk::Desk;
use opening::{Opening, use_newer_criteria, use_opening};
use yew::prelude::*;

pub use arriving::pack_of;
pub use pages::{ADAPT, APPLICATION, COMPARE, CRITERIA, DEPARTMENTS, DESK, DRAFT, FIGURES, HELPS, PANEL, SCORING, TRAINING, VERSIONS, WORK};
pub use title::title;
pub use trouble::{TROUBLES, Troubles};

/// What the home page asks for.
pub static ARRIVALS: Arrivals = Arrivals {
    arrive: arriving::arrive,
    back_up: back_up_open,
    recover: recovery::recover,
    keep_copies: recovery::keep_copies,
    frame: &WORKSPACE,
};

/// What lies in the part.
pub static WORKSPACE: Workspace = Workspace {
    ahead: opening::ahead,
    draw: |address| html! { <Frame route={Route::at(address)} /> },
    leave: desk::leave,
    forget: desk::forget,
    trouble: storage_words,
    frame: &WORKSPACE,
};

#[derive(Properties, PartialEq)]
struct FrameProps {
    route: Route,
}

#[component]
fn Frame(FrameProps { route }: &FrameProps) -> Html {
    let Desk { store, shelf } = desk::desk();
    let screen = use_screen();
    let library = use_state(|| shelf.library());
    let snapshot = use_state(|| store.snapshot());
    let opening = use_state(|| Opening::Idle);
    let part = use_part(route.part());
    let over = use_state(|| Over::Nothing);
    {
        let (store, shelf) = (store.clone(), shelf.clone());
        let (snapshot, library) = (snapshot.clone(), library.clone());
        use_effect_with((), move |()| {
            // What has changed since the page was drawn has been told to nobody.
            if store.snapshot() != *snapshot {
                snapshot.set(store.snapshot());
            }
            if shelf.library() != *library {
                library.set(shelf.library());
            }
            store.listen(Callback::from(move |next| snapshot.set(next)));
            shelf.listen(Callback::from(move |next| library.set(next)));
            shelf.start();
            // The store is closed by whoever comes next: fields that go with the frame commit what is being written.
            move || {
                store.listen(Callback::noop());
                shelf.listen(Callback::noop());
            }
        });
    }
    // First what the user waits for, then what the host offers and what may be wanted next.
    {
        let waits = snapshot.is_none() && route.assessment().is_some() && !opening.has_failed();
        let shelf = shelf.clone();
        use_effect_with((!waits, route.is_of_criteria()), move |&(ready, all)| {
            if all {
                shelf.want_all();
            }
            if ready {
                page::when_idle(move || {
                    shelf.ask();
                    fetch_ahead(Part::Application);
                    fetch_ahead(Part::Figures);
                });
            }
        });
    }
    {
        let (shelf, used) = (shelf.clone(), snapshot.as_ref().map(|open| open.pack.id().to_owned()));
        use_effect_with(used, move |used| {
            if let Some(id) = used {
                shelf.confirm(id);
            }
        });
    }
    use_way_back(&store, snapshot.as_ref());
    use_news(&store, &screen);
    let find = use_keys(&store, &over);
    use_part(if *over == Over::Nothing { Part::First } else { Part::Finder });
    use_opening(&store, &shelf, &screen, &library, route.assessment(), &opening);
    use_newer_criteria(&store, &screen, &library);

    let open = snapshot.as_ref().filter(|snapshot| route.assessment() == Some(&*snapshot.id)).cloned();
    let pack = snapshot.as_ref().map(|open| &open.pack).or(library.default_pack()).cloned();
    let kit = pack.map(|pack| Kit::new(&screen, &shelf, &store, pack));
    use_title(kit.as_ref(), route, open.as_ref(), screen.language);
    use_wanted_field(open.is_some() && part == Standing::There, route);

    // What is rarely asked for comes when it is.
    let unreadable = matches!(&*opening, Opening::Unreadable(..)) || (kit.is_none() && !library.awaits());
    use_part(if unreadable { Part::Trouble } else { Part::First });
    let handed_out = open.as_ref().is_some_and(|open| open.part.is_some());
    use_part(if handed_out { Part::Returning } else { Part::First });

    let Some(kit) = kit else {
        let page = match library.refused().iter().find_map(|refused| refused.faults.first()) {
            Some(fault) if !library.awaits() => {
                let why = given::<Troubles>(Part::Trouble).map(|say| (say.fault)(screen.language, fault));
                message(screen.words().criteria_missing(), why, screen.words().nav_home())
            }
            _ => held(screen.words(), &Standing::Coming),
        };
        return html! { <div class="app bare">{ top_line(&screen, TopLine::default()) }{ page }{ notice_bar(&screen) }</div> };
    };
    let mark = given::<WayBack>(Part::WayBack).zip(open.as_ref());
    let mark = mark.map_or_else(String::new, |(way_back, open)| (way_back.mark)(screen.words(), open));
    let line = TopLine {
        name: open.as_ref().map(|open| organisation_name(&open.assessment, kit.words())),
        criteria: Some(kit.pack_words().short().to_owned()),
        tools: open.as_ref().map(|open| undo_tools(&kit, open, &find)),
        state: open.as_ref().map(|open| standing(&kit, open)).unwrap_or_default(),
    };
    let finder = given::<Finder>(Part::Finder).filter(|_| *over != Over::Nothing);
    let (asked, then) = (*over, over.setter());
    html! {
        <ContextProvider<Kit> context={kit.clone()}>
            <div class={classes!("app", open.is_none().then_some("bare"))}>
                <nav class="skip" aria-label={kit.words().rail_skip()}><button type="button" class="btn" onclick={|_: MouseEvent| page::enter()}>{ kit.words().rail_skip() }</button></nav>
                { top_line(&screen, line) }
                if let Some(open) = &open {
                    { for given::<Returning>(Part::Returning).map(|part| (part.line)(&kit, open, route)) }
                    <Rail assessment={open.assessment.clone()} id={open.id.clone()} route={route.clone()} part={open.part.clone()} out={open.out} mark={mark} />
                }
                { page_of(route, open.as_ref(), &opening, &part, &kit) }
                if let Some(open) = &open { { foot(&kit, &open.assessment, &open.id, route) } }
                { notice_bar(&screen) }
                // Not by `for`, which gives a child or none: all others would be made anew, and what has the focus with them.
                if let Some(finder) = finder { { (finder.draw)(&kit, open.as_ref(), route, asked, Callback::from(move |next| then.set(next))) } }
            </div>
        </ContextProvider<Kit>>
    }
}

fn page_of(route: &Route, open: Option<&Snapshot>, opening: &Opening, part: &Standing, kit: &Kit) -> Html {
    let words = kit.words();
    let waits = open.is_none() && route.assessment().is_some();
    match opening {
        Opening::Missing(_) if waits => message(words.open_missing(), None, words.nav_home()),
        Opening::Unreadable(_, error) if waits => {
            let why = given::<Troubles>(Part::Trouble).map(|say| (say.read_error)(kit.language, error));
            message(words.open_unreadable(), why, words.nav_home())
        }
        Opening::Failed(_, error) if waits => message(storage_words(words, *error), None, words.nav_home()),
        _ if waits => held(words, &Standing::Coming),
        _ => {
            let page = match (part, route, open) {
                (Standing::There, Route::Item { item, .. }, Some(open)) => pages::item_page(item, open, kit),
                (Standing::There, ..) => given::<Pages>(route.part()).and_then(|pages| (pages.draw)(route, open, kit)),
                (waiting, ..) => Some(held(words, waiting)),
            };
            page.unwrap_or_else(|| message(words.page_not_found(), None, words.nav_home()))
        }
    }
}

/// Says what the user is to know of what happens behind the pages.
#[hook]
fn use_news(store: &Store, screen: &Screen) {
    let (store, screen) = (store.clone(), screen.clone());
    use_effect_with(screen.language, move |_| {
        store.on_news(Callback::from(move |news| {
            let words = screen.words();
            screen.notify.emit(match news {
                News::KeptAnew => Notice::bad(words.windows_kept_anew()),
                News::Joined => Notice::good(words.windows_joined()),
                News::NearlyFull(percent) => Notice::bad(fill(words.room_nearly_full(), &[("percent", &percent.to_string())])),
            });
        }));
    });
}

/// Has the part come that keeps earlier versions and the steps of undo, and asks it for those of what is open.
#[hook]
fn use_way_back(store: &Store, open: Option<&Snapshot>) {
    // What is open comes first.
    use_part_when_idle(if open.is_some() { Part::WayBack } else { Part::First });
    let store = store.clone();
    let way_back = given::<WayBack>(Part::WayBack);
    use_effect_with((open.map(|open| open.id.clone()), way_back.is_some()), move |(id, _)| {
        if let (Some(id), Some(way_back)) = (id, way_back) {
            (way_back.recall)(&store, id.to_string());
        }
    });
}

/// The window's title: the page, the organisation, the kit.
#[hook]
fn use_title(kit: Option<&Kit>, route: &Route, open: Option<&Snapshot>, language: Language) {
    let words = language.words();
    let page_name = kit.and_then(|kit| title(route, kit));
    let organisation = open.map(|open| organisation_name(&open.assessment, words));
    let title: Vec<String> = [page_name, organisation, Some(words.kit_name().to_owned())].into_iter().flatten().collect();
    use_effect_with(title.join(" · "), |title| page::set_title(title));
}

/// Shows the field a link wanted, once its page is drawn.
#[hook]
fn use_wanted_field(drawn: bool, route: &Route) {
    use_effect_with((drawn, route.clone()), |(drawn, _)| {
        if *drawn {
            page::show_wanted();
        }
    });
}
