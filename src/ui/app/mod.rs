//! The app of one module: the context, the open assessment that belongs to the address, and the page.
//!
//! Both modules are this app with other pages. While the other one's are shown this one draws nothing and has let go of
//! the assessment, which is kept, so that only one of them ever changes it.

mod elsewhere;
mod opening;
mod pages;

use super::kit::{Kit, Notice};
use super::route::Route;
use super::shelf::Shelf;
use super::shell::{Rail, foot, notice_bar, organisation_name, part_line, storage_words, top, use_undo_keys};
use super::store::{Snapshot, Store, guard};
use crate::browser::{page, settings};
use crate::criteria::Library;
use crate::language::fill;
use crate::report::say;
use elsewhere::Elsewhere;
use opening::{Opening, use_newer_criteria, use_opening};
use std::marker::PhantomData;
use std::rc::Rc;
use yew::prelude::*;
use yew_router::prelude::*;

pub use opening::pack_of;
pub use pages::{FirstPages, FurtherPages, Pages};

/// Puts the app into the page, in the place of what was there before it.
pub fn mount() {
    let place = gloo::utils::document().get_element_by_id("kit").expect("the page has a place for the kit");
    place.set_inner_html("");
    let props = AppProps {
        shown: true,
        left: Callback::noop(),
        pages: PhantomData,
    };
    yew::Renderer::<App<FirstPages>>::with_root_and_props(place, props).render();
}

/// What a module is told by the page it draws into.
#[derive(Properties)]
pub struct AppProps<P: Pages> {
    /// Whether the pages of this module are shown, if the address is one of theirs.
    pub shown: bool,
    /// Told once they are no longer shown and everything is kept.
    pub left: Callback<()>,
    #[prop_or_default]
    pub pages: PhantomData<P>,
}

impl<P: Pages> PartialEq for AppProps<P> {
    fn eq(&self, other: &AppProps<P>) -> bool {
        self.shown == other.shown && self.left == other.left
    }
}

#[component]
pub fn App<P: Pages>(props: &AppProps<P>) -> Html {
    let (shown, left) = (props.shown, props.left.clone());
    let shelf = use_memo((), |()| Shelf::default());
    let library = use_state(|| shelf.library());
    {
        let (shelf, library) = (shelf.clone(), library.setter());
        use_effect_with((), move |()| {
            shelf.listen(Callback::from(move |next| library.set(next)));
            shelf.start();
        });
    }
    if library.default_pack().is_some() {
        let (shelf, library, pages) = (Shelf::clone(&shelf), Rc::clone(&library), PhantomData);
        return html! { <HashRouter><Frame<P> {shown} {left} {shelf} {library} {pages} /></HashRouter> };
    }
    let (language, refused) = (settings::language(), library.refused().first());
    match refused {
        _ if !shown => Html::default(),
        None => html! { <main class="page wide" aria-busy="true"><p class="muted">{ language.words().criteria_waiting() }</p></main> },
        Some(refused) => {
            let fault = refused.faults.first().map(|fault| say::fault(language, fault));
            let title = fill(language.words().criteria_refused_host(), &[("name", &refused.name)]);
            message(&title, fault, language.words().nav_home())
        }
    }
}

/// What a module is told by its app, with the criteria that are there.
#[derive(Properties)]
struct FrameProps<P: Pages> {
    shown: bool,
    left: Callback<()>,
    shelf: Shelf,
    library: Rc<Library>,
    pages: PhantomData<P>,
}

impl<P: Pages> PartialEq for FrameProps<P> {
    fn eq(&self, other: &FrameProps<P>) -> bool {
        let same = self.shown == other.shown && self.left == other.left && self.shelf == other.shelf;
        same && self.library == other.library
    }
}

#[component]
fn Frame<P: Pages>(props: &FrameProps<P>) -> Html {
    let (shelf, library) = (&props.shelf, &props.library);
    let store = use_memo((), |()| Store::default());
    let snapshot = use_state(|| None::<Snapshot>);
    let opening = use_state(|| Opening::Idle);
    let language = use_state(settings::language);
    let appearance = use_state(settings::appearance);
    let notice = use_state(|| None::<Notice>);
    let route = use_route::<Route>().unwrap_or(Route::NotFound);
    let shown = props.shown && P::FIRST != route.is_further();

    {
        let (store, snapshot) = (store.clone(), snapshot.setter());
        use_effect_with((), move |()| {
            store.listen(Callback::from(move |next| snapshot.set(next)));
            let guard = guard(&store);
            move || drop(guard)
        });
    }
    // First what the user waits for, then what the host offers.
    {
        let shelf = shelf.clone();
        let waits = snapshot.is_none() && route.assessment().is_some() && !opening.has_failed();
        let ready = if shown { !waits } else { P::FIRST };
        use_effect_with((ready, shown && route.is_of_criteria()), move |&(ready, all)| {
            if all {
                shelf.want_all();
            }
            if ready {
                page::when_idle(move || shelf.ask());
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
    // The other module's pages may have chosen anew.
    {
        let (language, appearance) = (language.setter(), appearance.setter());
        use_effect_with(shown, move |&shown| {
            if shown {
                language.set(settings::language());
                appearance.set(settings::appearance());
            }
        });
    }
    {
        let (store, left) = (store.clone(), props.left.clone());
        use_effect_with((props.shown, left), move |(shown, left)| {
            if !shown {
                store.suspend(left.clone());
            }
        });
    }
    use_effect_with((*language, *appearance), |&(language, appearance)| page::present(language, appearance));
    use_undo_keys(&store, shown);

    let kit = Kit {
        pack: match &*snapshot {
            Some(open) => open.pack.clone(),
            None => library.default_pack().expect("the app shows its frame once a pack is there").clone(),
        },
        library: Rc::clone(library),
        shelf: shelf.clone(),
        language: *language,
        appearance: *appearance,
        store: Store::clone(&store),
        set_language: use_setter(language.setter(), settings::set_language),
        set_appearance: use_setter(appearance.setter(), settings::set_appearance),
        notify: {
            let setter = notice.setter();
            use_callback((), move |notice, ()| setter.set(Some(notice)))
        },
    };
    let close_notice = {
        let setter = notice.setter();
        Callback::from(move |_: MouseEvent| setter.set(None))
    };
    let open = snapshot.as_ref().filter(|snapshot| route.assessment() == Some(&*snapshot.id)).cloned();
    use_opening(&kit, shown, route.assessment(), &opening);
    use_newer_criteria(&kit);
    use_title(shown, P::title(&route, &kit), open.as_ref(), &kit);
    use_top_of_page(shown, &route);
    use_wanted_field(shown && open.is_some(), &route);

    if !shown {
        let elsewhere = P::FIRST && props.shown;
        return html! { <ContextProvider<Kit> context={kit}>if elsewhere { <Elsewhere /> }</ContextProvider<Kit>> };
    }
    html! {
        <ContextProvider<Kit> context={kit.clone()}>
            <div class={classes!("app", open.is_none().then_some("bare"))}>
                { top(&kit, open.as_ref()) }
                if let Some(open) = &open {
                    { part_line(&kit, open, &route) }
                    <Rail assessment={open.assessment.clone()} id={open.id.clone()} route={route.clone()} part={open.part.clone()} out={open.out} />
                }
                { page_of::<P>(&route, open.as_ref(), &opening, &kit) }
                if let Some(open) = &open { { foot(&kit, &open.assessment, &open.id, &route) } }
                { notice_bar(&kit, notice.as_ref(), close_notice) }
            </div>
        </ContextProvider<Kit>>
    }
}

fn page_of<P: Pages>(route: &Route, open: Option<&Snapshot>, opening: &Opening, kit: &Kit) -> Html {
    let words = kit.words();
    let page = match open {
        Some(open) => P::of(route, open, kit),
        None => P::free(route, kit),
    };
    match (page, opening) {
        (Some(page), _) => page,
        (None, _) if open.is_some() || route.assessment().is_none() => message(words.page_not_found(), None, words.nav_home()),
        (None, Opening::Missing(_)) => message(words.open_missing(), None, words.nav_home()),
        (None, Opening::Unreadable(_, error)) => message(words.open_unreadable(), Some(say::read_error(kit.language, error)), words.nav_home()),
        (None, Opening::Failed(_, error)) => message(storage_words(words, *error), None, words.nav_home()),
        (None, Opening::Idle | Opening::Reading(_)) => {
            html! { <main class="page wide" aria-busy="true"><p class="muted">{ words.open_reading() }</p></main> }
        }
    }
}

fn message(text: &str, detail: Option<String>, home: &str) -> Html {
    html! {
        <main class="page wide"><section class="sheet stack-s"><h1>{ text.to_owned() }</h1>{ for detail.map(|detail| html! { <p>{ detail }</p> }) }
            <p><a href={Route::Home.href()}>{ home.to_owned() }</a></p></section></main>
    }
}

/// A callback that keeps a choice and shows it.
#[hook]
fn use_setter<T: PartialEq + Copy + 'static>(setter: UseStateSetter<T>, keep: fn(T)) -> Callback<T> {
    use_callback((), move |value, ()| {
        keep(value);
        setter.set(value);
    })
}

/// The window's title: the page, the organisation, the kit. The module that draws the page names it.
#[hook]
fn use_title(shown: bool, page_name: Option<String>, open: Option<&Snapshot>, kit: &Kit) {
    let words = kit.words();
    let organisation = open.map(|open| organisation_name(&open.assessment, words));
    let title: Vec<String> = [page_name, organisation, Some(words.kit_name().to_owned())].into_iter().flatten().collect();
    use_effect_with((title.join(" · "), shown), |(title, shown)| {
        if *shown {
            page::set_title(title);
        }
    });
}

/// A new page begins at its top.
#[hook]
fn use_top_of_page(shown: bool, route: &Route) {
    // An entry of the register is shown beside the list it was chosen from.
    let page = match route {
        Route::EvidenceEntry { id, .. } => Route::Evidence { id: id.clone() },
        Route::ImprovementAction { id, .. } => Route::Improvement { id: id.clone() },
        other => other.clone(),
    };
    use_effect_with((shown, page), |(shown, _)| {
        if *shown {
            page::scroll_to_top();
        }
    });
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
