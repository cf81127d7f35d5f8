//! The assessment of the address, read from storage.

use super::arriving::brought;
use super::desk::desk;
use crate::archive::{self, Project, ReadError};
use crate::browser::device::ThisDevice;
use crate::browser::{clock, page};
use crate::criteria::{Library, Pack, PackReference};
use crate::language::fill;
use crate::saving::{Copies, Found, StorageError, found};
use crate::ui::app::{Arrivals, Part, fetch_ahead, given, load};
use crate::ui::route::Route;
use crate::ui::screen::{Notice, Screen};
use crate::ui::shelf::Shelf;
use crate::ui::store::Store;
use js_sys::Promise;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, future_to_promise, spawn_local};
use yew::prelude::*;

/// Where the assessment of the address stands.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Opening {
    Idle,
    /// Being read from storage.
    Reading(String),
    /// Nothing is kept under this id.
    Missing(String),
    /// Kept, but it cannot be read.
    Unreadable(String, ReadError),
    Failed(String, StorageError),
}

impl Opening {
    /// Whether there is nothing more to wait for.
    pub(super) fn has_failed(&self) -> bool {
        matches!(self, Opening::Missing(_) | Opening::Unreadable(..) | Opening::Failed(..))
    }
}

/// What is read before anything is drawn.
struct Ahead {
    id: String,
    done: Promise,
    outcome: Rc<RefCell<Option<Result<Kept, Opening>>>>,
}

thread_local! {
    static AHEAD: RefCell<Option<Ahead>> = const { RefCell::new(None) };
}

/// How long nothing is drawn for the sake of what is read, in milliseconds; it goes on after that.
const PATIENCE: i32 = 1_000;

/// Begins with what an address needs, so that its page is drawn once and with everything; done when the assessment is read, or
/// takes too long to be waited for.
pub(super) fn ahead(address: &str) -> Promise {
    let route = Route::at(address);
    fetch_ahead(route.part());
    let reading = route.assessment().map(|id| begin(id.to_owned()));
    let done = reading
        .as_ref()
        .map_or_else(|| Promise::resolve(&JsValue::UNDEFINED), |reading| clock::within(&reading.done, PATIENCE));
    AHEAD.set(reading);
    done
}

fn begin(id: String) -> Ahead {
    let outcome = Rc::new(RefCell::new(None));
    let (place, wanted) = (outcome.clone(), id.clone());
    let done = future_to_promise(async move {
        let kept = read(&desk().shelf, &wanted).await;
        place.replace(Some(kept));
        Ok(JsValue::UNDEFINED)
    });
    Ahead { id, done, outcome }
}

/// What is being read of an assessment already, else from now on.
fn reading(id: &str) -> Ahead {
    AHEAD.take().filter(|ahead| ahead.id == id).unwrap_or_else(|| begin(id.to_owned()))
}

/// Opens the assessment of the address when another one, or none, is open; again when more criteria have come, as long
/// as those it names were not there.
#[hook]
pub(super) fn use_opening(store: &Store, shelf: &Shelf, screen: &Screen, library: &Rc<Library>, wanted: Option<&str>, opening: &UseStateHandle<Opening>) {
    let (store, shelf, screen, opening) = (store.clone(), shelf.clone(), screen.clone(), opening.setter());
    let under_way = use_mut_ref(|| None::<String>);
    use_effect_with((wanted.map(str::to_owned), library.clone()), move |(wanted, _)| {
        let Some(id) = wanted.clone() else {
            store.close();
            return;
        };
        let is_open = |store: &Store, id: &str| store.snapshot().is_some_and(|open| *open.id == *id);
        if is_open(&store, &id) || store.take_back(&id) {
            return;
        }
        if under_way.borrow_mut().replace(id.clone()).as_ref() == Some(&id) {
            // It waits for the criteria by itself.
            return;
        }
        opening.set(Opening::Reading(id.clone()));
        spawn_local(async move {
            let reading = reading(&id);
            let _ = JsFuture::from(reading.done).await;
            let Some(found) = reading.outcome.take() else { return };
            under_way.borrow_mut().take_if(|other| *other == id);
            // The user may have gone on to another assessment meanwhile, or an earlier reading may have opened it.
            if !page::is_at(&id) || is_open(&store, &id) {
                return;
            }
            opening.set(match found {
                Err(problem) => problem,
                Ok(kept) => {
                    tell(&shelf, &screen, &kept);
                    let (record, unsaved) = (kept.found.record(), kept.found.recovered.is_some());
                    let copies = Copies {
                        id: id.clone(),
                        pack: kept.pack.clone(),
                        record: kept.found.stored.map(|stored| stored.content),
                        others: kept.found.others,
                    };
                    store.open(&id, kept.pack, kept.project, record, unsaved);
                    keep_copies(&screen, copies);
                    Opening::Idle
                }
            });
        });
    });
}

/// Says what has happened to an assessment and its criteria since it was kept.
fn tell(shelf: &Shelf, screen: &Screen, kept: &Kept) {
    if kept.found.is_damaged() {
        screen.notify.emit(Notice::bad(screen.words().open_damaged()));
    }
    let library = shelf.library();
    if let Some(newer) = library.pack(kept.pack.id()).filter(|pack| pack.edition() != kept.pack.edition()) {
        let edition = newer.words(screen.language.tag()).edition_name();
        screen.notify.emit(Notice::good(fill(screen.words().under_newer(), &[("edition", edition)])));
    }
    // A host's or a device's criteria are hashed for it, which takes longer than reading them, and nobody waits for it.
    let (named, pack, screen) = (kept.named.clone(), kept.pack.clone(), screen.clone());
    page::when_idle(move || {
        if named.has_changed(&pack) {
            screen.notify.emit(Notice::good(screen.words().criteria_changed()));
        }
    });
}

/// Goes on under the host's or the device's criteria when they have come, where they are those of the open assessment
/// with another content.
#[hook]
pub(super) fn use_newer_criteria(store: &Store, screen: &Screen, library: &Rc<Library>) {
    let (store, screen) = (store.clone(), screen.clone());
    use_effect_with(library.clone(), move |library| {
        let Some(open) = store.snapshot() else { return };
        if let Some(pack) = library.edition(open.pack.id(), open.pack.edition())
            && pack.hash() != open.pack.hash()
        {
            store.adopt(pack);
            screen.notify.emit(Notice::good(screen.words().criteria_changed()));
        }
    });
}

/// An assessment as it was found in storage.
struct Kept {
    pack: Rc<Pack>,
    project: Project,
    /// The criteria it was kept with.
    named: PackReference,
    found: Found,
}

async fn arrivals() -> Option<&'static Arrivals> {
    load(Part::Arrivals).await.ok()?;
    given(Part::Arrivals)
}

async fn read(shelf: &Shelf, id: &str) -> Result<Kept, Opening> {
    let recover = async |id, stored| Some((arrivals().await?.recover)(id, stored).await);
    let found = found(&ThisDevice, id, recover).await.map_err(|error| Opening::Failed(id.to_owned(), error))?;
    let found = found.ok_or_else(|| Opening::Missing(id.to_owned()))?;
    let unreadable = |error| Opening::Unreadable(id.to_owned(), error);
    let opened = archive::open(found.content()).map_err(unreadable)?;
    let pack = brought(shelf, &opened).await.map_err(unreadable)?;
    let named = opened.pack().clone();
    let project = opened.with_pack(&pack).map_err(unreadable)?;
    Ok(Kept { pack, project, named, found })
}

/// Sees to it that what other windows have typed is kept; the journal holds it until then.
fn keep_copies(screen: &Screen, copies: Copies) {
    if !copies.others.is_empty()
        && let Some(arrivals) = given::<Arrivals>(Part::Arrivals)
    {
        (arrivals.keep_copies)(copies, screen);
    }
}
