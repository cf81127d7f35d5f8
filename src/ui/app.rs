//! The app: the context, the open assessment that belongs to the address, and the page.

use super::elsewhere::Elsewhere;
use super::kit::{Kit, Notice};
use super::pages::{DraftPage, HomePage, IndicatorsPage, ItemPage, eligibility_page, figures_page, organisation_page, result_page, settings_page};
use super::route::Route;
use super::shelf::Shelf;
use super::shell::{Rail, foot, notice_bar, top, use_undo_keys};
use super::store::{Snapshot, Store, guard};
use crate::archive::{self, Opened, Project, ReadError};
use crate::browser::storage::StorageError;
use crate::browser::{clock, module, page, settings, storage};
use crate::criteria::{Library, Pack, read_pack_file};
use crate::language::fill;
use crate::report::say;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;
use yew_router::prelude::*;

/// Puts the app into the page, in the place of what was there before it.
pub fn mount() {
    let place = gloo::utils::document().get_element_by_id("kit").expect("the page has a place for the kit");
    place.set_inner_html("");
    yew::Renderer::<App>::with_root(place).render();
}

#[component]
pub fn App() -> Html {
    html! { <HashRouter><Frame /></HashRouter> }
}

/// Where the assessment of the address stands.
#[derive(Debug, Clone, PartialEq)]
enum Opening {
    Idle,
    /// Being read from storage.
    Reading(String),
    /// Nothing is kept under this id.
    Missing(String),
    /// Kept, but it cannot be read.
    Unreadable(String, ReadError),
    Failed(String, StorageError),
}

#[component]
fn Frame() -> Html {
    let store = use_memo((), |()| Store::default());
    let shelf = use_memo((), |()| Shelf::default());
    let library = use_state(|| shelf.library());
    let snapshot = use_state(|| None::<Snapshot>);
    let opening = use_state(|| Opening::Idle);
    let language = use_state(settings::language);
    let appearance = use_state(settings::appearance);
    let notice = use_state(|| None::<Notice>);
    let route = use_route::<Route>().unwrap_or(Route::NotFound);

    {
        let (store, snapshot) = (store.clone(), snapshot.setter());
        use_effect_with((), move |()| {
            store.listen(Callback::from(move |next| snapshot.set(next)));
            let guard = guard(&store);
            move || drop(guard)
        });
    }
    {
        let (shelf, library) = (shelf.clone(), library.setter());
        use_effect_with((), move |()| {
            shelf.listen(Callback::from(move |next| library.set(next)));
        });
    }
    // First what the user waits for, then what the host offers.
    {
        let shelf = Shelf::clone(&shelf);
        let given_up = matches!(*opening, Opening::Missing(_) | Opening::Unreadable(..) | Opening::Failed(..));
        let waits = snapshot.is_none() && route.assessment().is_some() && !given_up;
        use_effect_with(waits, move |waits| {
            if !waits {
                page::when_idle(move || shelf.start_once());
            }
        });
    }
    use_effect_with((*language, *appearance), |&(language, appearance)| page::present(language, appearance));
    use_undo_keys(&store);

    let kit = Kit {
        pack: match &*snapshot {
            Some(open) => open.pack.clone(),
            None => library.default_pack().expect("the built-in packs pass their checks, which is a test").clone(),
        },
        library: Rc::clone(&library),
        shelf: Shelf::clone(&shelf),
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
    // Pages that are drawn elsewhere have no rail.
    let inside = open.clone().filter(|_| !is_elsewhere(&route));
    use_opening(&kit, route.assessment(), &opening);
    use_carrying(&kit);
    use_newer_criteria(&kit);
    use_title(&route, open.as_ref(), &kit);
    use_top_of_page(&route);

    html! {
        <ContextProvider<Kit> context={kit.clone()}>
            <div class={classes!("app", inside.is_none().then_some("bare"), is_elsewhere(&route).then_some("elsewhere"))}>
                { top(&kit, open.as_ref()) }
                if let Some(open) = &inside { <Rail assessment={open.assessment.clone()} id={open.id.clone()} route={route.clone()} /> }
                { page_of(&route, open.as_ref(), &opening, &kit) }
                if let Some(open) = &inside { { foot(&kit, &open.assessment, &open.id, &route) } }
                { notice_bar(&kit, notice.as_ref(), close_notice) }
            </div>
        </ContextProvider<Kit>>
    }
}

fn page_of(route: &Route, open: Option<&Snapshot>, opening: &Opening, kit: &Kit) -> Html {
    let words = kit.words();
    match (route, open) {
        (Route::Home, _) => html! { <HomePage /> },
        (Route::Settings, _) => settings_page(kit),
        (Route::Criteria | Route::Pack { .. } | Route::Adapt { .. }, _) | (Route::Under { .. }, Some(_)) => html! { <Elsewhere /> },
        (Route::NotFound, _) => message(words.page_not_found, None, words.nav_home),
        (Route::Organisation { .. }, Some(open)) => organisation_page(kit, &open.assessment.organisation),
        (Route::Eligibility { .. }, Some(open)) => eligibility_page(kit, &open.assessment),
        (Route::Item { item, .. }, Some(open)) => match kit.pack.item_slot(item) {
            Some(slot) => {
                html! { <ItemPage key={item.clone()} kind={open.assessment.organisation.kind} {slot} record={open.assessment.item(slot).clone()} id={open.id.clone()} /> }
            }
            None => message(words.page_not_found, None, words.nav_home),
        },
        (Route::Indicators { item, .. }, Some(open)) => match kit.pack.item_slot(item) {
            Some(item) => html! { <IndicatorsPage key={item.0} assessment={open.assessment.clone()} id={open.id.clone()} {item} /> },
            None => message(words.page_not_found, None, words.nav_home),
        },
        (Route::Figures { .. }, Some(open)) => figures_page(kit, &open.assessment, &open.id),
        (Route::Result { .. }, Some(open)) => result_page(kit, &open.assessment, &open.id),
        (Route::Draft { .. }, Some(open)) => html! { <DraftPage assessment={open.assessment.clone()} id={open.id.clone()} /> },
        (_, None) => match opening {
            Opening::Missing(_) => message(words.open_missing, None, words.nav_home),
            Opening::Unreadable(_, error) => message(words.open_unreadable, Some(say::read_error(kit.language, error)), words.nav_home),
            Opening::Failed(_, error) => message(super::shell::storage_words(words, *error), None, words.nav_home),
            Opening::Idle | Opening::Reading(_) => html! { <main class="page wide" aria-busy="true"><p class="muted">{ words.open_reading }</p></main> },
        },
    }
}

fn message(text: &str, detail: Option<String>, home: &str) -> Html {
    html! {
        <main class="page wide"><section class="sheet stack-s"><h1>{ text.to_owned() }</h1>{ for detail.map(|detail| html! { <p>{ detail }</p> }) }
            <p><a href={Route::Home.href()}>{ home.to_owned() }</a></p></section></main>
    }
}

/// Opens the assessment of the address when another one, or none, is open; again when more criteria have come, as long
/// as those it names were not there.
#[hook]
fn use_opening(kit: &Kit, wanted: Option<&str>, opening: &UseStateHandle<Opening>) {
    let (kit, opening) = (kit.clone(), opening.setter());
    use_effect_with((wanted.map(str::to_owned), kit.library.clone()), move |(wanted, _)| {
        let store = kit.store.clone();
        let Some(id) = wanted.clone() else {
            store.close();
            return;
        };
        let is_open = move |store: &Store, id: &str| store.snapshot().is_some_and(|open| *open.id == *id);
        if is_open(&store, &id) || store.take_back(&id) {
            return;
        }
        opening.set(Opening::Reading(id.clone()));
        spawn_local(async move {
            let read = read(&kit, &id).await;
            // The user may have gone on to another assessment meanwhile, or an earlier reading may have opened it.
            if !page::is_at(&id) || is_open(&store, &id) {
                return;
            }
            opening.set(match read {
                Err(Opening::Unreadable(_, ReadError::UnknownPack { .. })) if !kit.shelf.is_settled() => {
                    kit.shelf.want_all();
                    kit.shelf.start_once();
                    Opening::Reading(id)
                }
                Err(problem) => problem,
                Ok(kept) => {
                    let time = clock::day_and_time(clock::now()).1;
                    let open_pack = kept.pack.clone();
                    store.open(&id, kept.pack, kept.project, kept.revision, time, kept.unsaved);
                    let library = kit.shelf.library();
                    if let Some(newer) = library.pack(open_pack.id()).filter(|pack| pack.edition() != open_pack.edition()) {
                        let edition = newer.words(kit.language.tag()).edition_name();
                        kit.notify.emit(Notice::good(fill(kit.words().under_newer, &[("edition", edition)])));
                    }
                    if kept.criteria_changed {
                        kit.notify.emit(Notice::good(kit.words().criteria_changed));
                    }
                    Opening::Idle
                }
            });
        });
    });
}

/// Takes over what the page of other criteria has made of the open assessment.
#[hook]
fn use_carrying(kit: &Kit) {
    let kit = kit.clone();
    use_effect_with((kit.store.clone(), kit.language), move |_| {
        let listener = module::on_carried(move |id, pack, content| {
            let Some(open) = kit.store.snapshot().filter(|open| *open.id == *id) else {
                return;
            };
            let pack = read_pack_file("", &pack).ok().map(Rc::new);
            let read = pack.and_then(|pack| Some((archive::open(&content).ok()?.with_pack(&pack).ok()?, pack)));
            let Some((project, pack)) = read else { return };
            let name = pack.words(kit.language.tag()).short().to_owned();
            kit.store.carry(pack, project);
            page::go(&Route::Result { id: open.id.to_string() }.href());
            kit.notify.emit(Notice::good(fill(kit.words().under_carried, &[("name", &name)])));
        });
        move || drop(listener)
    });
}

/// Goes on under the host's or the device's criteria when they have come, where they are those of the open assessment
/// with another content.
#[hook]
fn use_newer_criteria(kit: &Kit) {
    let kit = kit.clone();
    use_effect_with(kit.library.clone(), move |library| {
        let Some(open) = kit.store.snapshot() else { return };
        if let Some(pack) = library.edition(open.pack.id(), open.pack.edition())
            && pack.hash() != open.pack.hash()
        {
            kit.store.adopt(pack);
            kit.notify.emit(Notice::good(kit.words().criteria_changed));
        }
    });
}

/// An assessment as it was found in storage.
struct Kept {
    pack: Rc<Pack>,
    project: Project,
    revision: u32,
    /// It holds changes that were noted when the page was left and are not saved yet.
    unsaved: bool,
    criteria_changed: bool,
}

async fn read(kit: &Kit, id: &str) -> Result<Kept, Opening> {
    let stored = storage::load(id).await.map_err(|error| Opening::Failed(id.to_owned(), error))?;
    let revision = stored.as_ref().map_or(0, |stored| stored.revision);
    let noted = storage::noted(id, revision);
    let unsaved = noted.is_some();
    let content = noted.or(stored.map(|stored| stored.content)).ok_or_else(|| Opening::Missing(id.to_owned()))?;
    let unreadable = |error| Opening::Unreadable(id.to_owned(), error);
    let opened = archive::open(&content).map_err(unreadable)?;
    let pack = pack_of(&kit.shelf.library(), &opened).map_err(unreadable)?;
    let criteria_changed = opened.criteria_changed(&pack);
    let project = opened.with_pack(&pack).map_err(unreadable)?;
    Ok(Kept {
        pack,
        project,
        revision,
        unsaved,
        criteria_changed,
    })
}

/// The criteria a file names, among those that are there.
pub fn pack_of(library: &Library, opened: &Opened) -> Result<Rc<Pack>, ReadError> {
    let reference = opened.pack();
    let unknown = || ReadError::UnknownPack {
        id: reference.id.clone(),
        edition: reference.edition.clone(),
    };
    library.edition(&reference.id, &reference.edition).cloned().ok_or_else(unknown)
}

/// A callback that keeps a choice and shows it.
#[hook]
fn use_setter<T: PartialEq + Copy + 'static>(setter: UseStateSetter<T>, keep: fn(T)) -> Callback<T> {
    use_callback((), move |value, ()| {
        keep(value);
        setter.set(value);
    })
}

/// Whether the page is drawn by the module about criteria.
fn is_elsewhere(route: &Route) -> bool {
    matches!(route, Route::Criteria | Route::Pack { .. } | Route::Adapt { .. } | Route::Under { .. })
}

/// The window's title: the page, the organisation, the kit.
#[hook]
fn use_title(route: &Route, open: Option<&Snapshot>, kit: &Kit) {
    let words = kit.words();
    let page_name = match route {
        Route::Home | Route::NotFound => None,
        Route::Settings => Some(words.settings_title.to_owned()),
        Route::Criteria | Route::Pack { .. } | Route::Adapt { .. } | Route::Under { .. } => None,
        Route::Organisation { .. } => Some(words.organisation_title.to_owned()),
        Route::Eligibility { .. } => Some(words.eligibility_title.to_owned()),
        Route::Item { item, .. } => kit
            .pack
            .item_slot(item)
            .map(|slot| format!("{} {}", kit.pack.item(slot).number, kit.pack_words().item(item))),
        Route::Indicators { .. } => Some(words.grid_title.to_owned()),
        Route::Figures { .. } => Some(words.figures_title.to_owned()),
        Route::Result { .. } => Some(words.result_title.to_owned()),
        Route::Draft { .. } => Some(words.draft_title.to_owned()),
    };
    let organisation = open.map(|open| super::shell::organisation_name(&open.assessment, words));
    let title: Vec<String> = [page_name, organisation, Some(words.kit_name.to_owned())].into_iter().flatten().collect();
    // A module that draws its pages names them, too.
    use_effect_with((title.join(" · "), is_elsewhere(route)), |(title, elsewhere)| {
        if !elsewhere {
            page::set_title(title);
        }
    });
}

/// A new page begins at its top.
#[hook]
fn use_top_of_page(route: &Route) {
    use_effect_with(route.clone(), |_| page::scroll_to_top());
}
