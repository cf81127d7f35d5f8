//! The criteria that are there: the kit's own as files of the build, what this device keeps, and what the host offers.
//!
//! Everything is fetched when it is asked for and once in a loading of the page ([`steps`]); how a pack is had stands in
//! [`loading`], what this device keeps in [`device`].

mod checker;
mod device;
mod loading;
mod steps;

use crate::browser::{host, page};
use crate::criteria::{DEFAULT_PACK, Index, Library, Origin, PAGE_PACKS, Pack};
use std::cell::RefCell;
use std::rc::Rc;
use steps::Steps;
use wasm_bindgen_futures::spawn_local;
use yew::Callback;

pub use checker::{CHECKER, Checker};

struct Inner {
    library: RefCell<Rc<Library>>,
    listener: RefCell<Callback<Rc<Library>>>,
    /// What the host offers, once it has answered.
    index: RefCell<Option<Index>>,
    steps: Steps,
}

/// A handle to the one shelf; equal to every other handle of it.
#[derive(Clone)]
pub struct Shelf(Rc<Inner>);

impl PartialEq for Shelf {
    fn eq(&self, other: &Shelf) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// An empty shelf that has asked for nothing yet.
impl Default for Shelf {
    fn default() -> Shelf {
        let mut library = Library::of_kit(Vec::new(), DEFAULT_PACK);
        library.set_awaits(true);
        Shelf(Rc::new(Inner {
            library: RefCell::new(Rc::new(library)),
            listener: RefCell::default(),
            index: RefCell::default(),
            steps: Steps::default(),
        }))
    }
}

impl Shelf {
    /// The packs that are there; none at all before [`start`](Shelf::start) has brought the first one.
    pub fn library(&self) -> Rc<Library> {
        self.0.library.borrow().clone()
    }

    /// Whether everything that was asked for is there, and device and host have answered: until then a pack may be on
    /// its way.
    pub fn is_settled(&self) -> bool {
        !self.library().awaits()
    }

    /// Who is told of every change.
    pub fn listen(&self, listener: Callback<Rc<Library>>) {
        *self.0.listener.borrow_mut() = listener;
    }

    /// Fetches the kit's default pack, as a file of the build; from the host's folder where there is no such file, or
    /// none that this build can read. Nothing else is asked for.
    pub fn start(&self) {
        self.try_again();
        let shelf = self.clone();
        spawn_local(async move { shelf.first().await });
    }

    /// Asks the device for its packs and the host for its index, the one request that tells whether its criteria are
    /// other ones. The pack of new assessments is fetched only where it is not there already with that content hash.
    pub fn ask(&self) {
        let shelf = self.clone();
        spawn_local(async move { shelf.answered().await });
    }

    /// Brings the pack that an assessment names, by id and edition: comes back when it is there or cannot be had.
    pub async fn bring(&self, id: &str, edition: &str) {
        self.try_again();
        let there = || self.library().edition(id, edition).is_some();
        self.of_kit(id).await;
        if !there() {
            self.device().await;
        }
        if !there() {
            self.index().await;
            self.hosted(id).await;
        }
    }

    /// The pack a new assessment is made with, after host and device were asked; none where none can be had.
    pub async fn default_pack(&self) -> Option<Rc<Pack>> {
        self.try_again();
        self.ask();
        self.first().await;
        self.answered().await;
        self.library().default_pack().cloned()
    }

    /// Says that a pack is in use. When the page is idle the host is asked for its files, whatever its index says: whoever
    /// edits a figure on a server by hand does not compute hashes.
    pub fn confirm(&self, id: &str) {
        let (shelf, id) = (self.clone(), id.to_owned());
        page::when_idle(move || {
            spawn_local(async move {
                shelf.index().await;
                shelf.hosted(&id).await;
            });
        });
    }

    /// Asks the host for its list and the criteria of new assessments, and whether something of them could not be read; true no more than once in a
    /// loading of the page.
    pub async fn finds_the_host_at_fault(&self) -> bool {
        self.answered().await;
        let is_at_fault = self.library().refused().iter().any(|refused| refused.origin == Origin::Host);
        let is_told_first = is_at_fault && self.0.steps.begin("fault told");
        self.0.steps.end("fault told");
        is_told_first
    }

    /// The score distribution of the host, where its index names one. Nothing is asked for elsewhere, so that a host without it answers no
    /// request with an error.
    pub async fn benchmark(&self) -> Option<String> {
        self.index().await;
        let name = self.0.index.borrow().as_ref()?.benchmark.clone()?;
        host::text(&["criteria/", &name].concat()).await
    }

    /// Asks for every pack there is, the host's as they lie there now.
    pub fn want_all(&self) {
        let shelf = self.clone();
        spawn_local(async move {
            shelf.once("all", shelf.everything()).await;
        });
    }

    async fn everything(&self) {
        self.answered().await;
        let offered = self
            .0
            .index
            .borrow()
            .as_ref()
            .map(|index| index.packs.iter().map(|entry| entry.id.clone()).collect());
        let offered: Vec<String> = offered.unwrap_or_default();
        // All are under way before the first is waited for.
        for id in PAGE_PACKS {
            let shelf = self.clone();
            spawn_local(async move { shelf.of_kit(id).await });
        }
        for id in offered.clone() {
            let shelf = self.clone();
            spawn_local(async move { shelf.hosted(&id).await });
        }
        for id in PAGE_PACKS {
            self.of_kit(id).await;
        }
        for id in &offered {
            self.hosted(id).await;
        }
    }

    /// Device and host have answered, and the pack of new assessments is there as the host has it.
    async fn answered(&self) {
        self.once("ask", async {
            let shelf = self.clone();
            spawn_local(async move { shelf.device().await });
            self.index().await;
            self.device().await;
            let default = self.library().default_id().to_owned();
            self.of_kit(&default).await;
            if !self.is_as_told(&default) {
                self.hosted(&default).await;
            }
        })
        .await;
    }

    /// Whether a pack with the content hash that the host tells is there.
    fn is_as_told(&self, id: &str) -> bool {
        let index = self.0.index.borrow();
        let Some(hash) = index.as_ref().and_then(|index| index.entry(id)?.hash.as_deref()) else {
            return false;
        };
        self.library().base(id).is_some_and(|pack| pack.hash() == hash)
    }

    /// Lets everything be asked for again where nothing at all could be had: the network may be there by now.
    fn try_again(&self) {
        if self.library().held().is_empty() && self.0.steps.all_ended() {
            self.0.steps.forget();
            self.0.index.borrow_mut().take();
        }
    }

    /// Does something once in a loading of the page; whoever comes later waits until it is done.
    async fn once(&self, name: &str, work: impl Future<Output = ()>) {
        if !self.0.steps.begin(name) {
            self.0.steps.ended(name).await;
            return;
        }
        self.settle();
        work.await;
        self.0.steps.end(name);
        self.settle();
    }

    /// Notes whether anything is still on its way.
    fn settle(&self) {
        let awaits = !(self.0.steps.has_ended("ask") && self.0.steps.all_ended());
        if self.library().awaits() != awaits {
            self.change(|library| library.set_awaits(awaits));
        }
    }

    fn change(&self, change: impl FnOnce(&mut Library)) {
        change(Rc::make_mut(&mut self.0.library.borrow_mut()));
        let listener = self.0.listener.borrow().clone();
        listener.emit(self.library());
    }
}
