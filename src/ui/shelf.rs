//! The criteria that are there: the built-in ones at once, then what this device keeps and what the host offers. The
//! rest of the host's packs is fetched when a page asks for all of them.

use crate::browser::packs::{self, KeptPack};
use crate::browser::storage::StorageError;
use crate::browser::{clock, host};
use crate::criteria::{
    BUILT_IN, BuiltIn, DEFAULT_PACK, Fault, FaultCode, Index, IndexEntry, Library, Origin, Pack, PackFiles, PackReference, built_in, read_pack_file,
    write_pack_file,
};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::Callback;

/// The languages asked for beside a pack's structure.
const LANGUAGES: [&str; 2] = ["zh", "en"];

struct Inner {
    library: RefCell<Rc<Library>>,
    listener: RefCell<Callback<Rc<Library>>>,
    /// What the host offers and was not fetched yet.
    offered: RefCell<Vec<IndexEntry>>,
    /// Whether a page asked for all packs.
    all: Cell<bool>,
    fetching: Cell<bool>,
    /// Whether device and host have been asked.
    started: Cell<bool>,
    /// Whether device and host have answered once.
    answered: Cell<bool>,
}

/// A handle to the one shelf; equal to every other handle of it.
#[derive(Clone)]
pub struct Shelf(Rc<Inner>);

impl PartialEq for Shelf {
    fn eq(&self, other: &Shelf) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// The shelf with the built-in default pack; the other built-in ones come when all packs are asked for.
impl Default for Shelf {
    fn default() -> Shelf {
        Shelf(Rc::new(Inner {
            library: RefCell::new(Rc::new(Library::of_kit(
                built_in(DEFAULT_PACK).map(Rc::new).into_iter().collect(),
                DEFAULT_PACK,
            ))),
            listener: RefCell::default(),
            offered: RefCell::default(),
            all: Cell::new(false),
            fetching: Cell::new(false),
            started: Cell::new(false),
            answered: Cell::new(false),
        }))
    }
}

impl Shelf {
    pub fn library(&self) -> Rc<Library> {
        self.0.library.borrow().clone()
    }

    /// The pack a new assessment is made with; none where it cannot be had.
    pub async fn default_pack(&self) -> Option<Rc<Pack>> {
        self.library().default_pack().cloned()
    }

    /// Whether everything that was asked for is there: until then a pack may be on its way.
    pub fn is_settled(&self) -> bool {
        let all_there = !self.0.all.get() || self.0.offered.borrow().is_empty();
        self.0.answered.get() && !self.0.fetching.get() && all_there
    }

    /// Who is told of every change.
    pub fn listen(&self, listener: Callback<Rc<Library>>) {
        *self.0.listener.borrow_mut() = listener;
    }

    /// Asks the device and the host, unless they were asked already.
    pub fn start_once(&self) {
        if !self.0.started.get() {
            self.start();
        }
    }

    /// Asks the device and the host.
    pub fn start(&self) {
        self.0.started.set(true);
        let shelf = self.clone();
        spawn_local(async move {
            for kept in packs::list().await.unwrap_or_default() {
                shelf.hold(&kept);
            }
            match host::text("criteria/index.json").await.map(|text| Index::read(&text)) {
                Some(Ok(index)) => shelf.offered(index),
                Some(Err(faults)) => shelf.change(|library| library.offer(Origin::Host, "index.json", Err(faults))),
                None => {}
            }
            shelf.0.answered.set(true);
            shelf.tell();
            shelf.fetch();
        });
    }

    /// Asks for every pack of the host.
    pub fn want_all(&self) {
        if self.0.all.replace(true) {
            return;
        }
        for BuiltIn { id, .. } in BUILT_IN.iter().filter(|pack| pack.id != DEFAULT_PACK) {
            if let Some(pack) = built_in(id) {
                self.change(|library| library.offer(Origin::BuiltIn, id, Ok(pack)));
            }
        }
        if self.0.answered.get() {
            self.fetch();
        }
    }

    fn offered(&self, index: Index) {
        self.change(|library| library.set_default(&index.default));
        *self.0.offered.borrow_mut() = index.packs;
    }

    /// Fetches what is wanted, one pack after the other.
    fn fetch(&self) {
        if self.0.fetching.get() {
            return;
        }
        let Some(entry) = self.next() else {
            self.tell();
            return;
        };
        self.0.fetching.set(true);
        let shelf = self.clone();
        spawn_local(async move {
            let pack = shelf.fetched(&entry).await;
            shelf.0.fetching.set(false);
            shelf.change(|library| library.offer(Origin::Host, &entry.id, pack));
            shelf.fetch();
        });
    }

    /// The next pack that is wanted: the default one and those before it, which it may build on; all of them once asked.
    fn next(&self) -> Option<IndexEntry> {
        let mut offered = self.0.offered.borrow_mut();
        let default = self.library().default_id().to_owned();
        let wanted = self.0.all.get() || offered.iter().any(|entry| entry.id == default);
        (wanted && !offered.is_empty()).then(|| offered.remove(0))
    }

    async fn fetched(&self, entry: &IndexEntry) -> Result<Pack, Vec<Fault>> {
        let missing = |file: &str| vec![Fault::new(FaultCode::FileMissing, file, "")];
        let pack = match &entry.file {
            Some(file) => {
                let text = host::text(&["criteria/", file].concat()).await;
                read_pack_file(file, &text.ok_or_else(|| missing(file))?)?
            }
            None => self.folder(&entry.id).await?,
        };
        if pack.id() != entry.id {
            let fault = Fault::new(FaultCode::UnknownId, "pack.json", "/id");
            return Err(vec![Fault {
                given: pack.id().to_owned(),
                wanted: entry.id.clone(),
                ..fault
            }]);
        }
        Ok(pack)
    }

    async fn folder(&self, id: &str) -> Result<Pack, Vec<Fault>> {
        let mut faults = Vec::new();
        let mut files = Vec::new();
        for name in ["pack.json", "sources.json", "text.zh.json", "text.en.json"] {
            match host::text(&["criteria/", id, "/", name].concat()).await {
                Some(text) => files.push(text),
                None => faults.push(Fault::new(FaultCode::FileMissing, name, "")),
            }
        }
        let [structure, sources, texts @ ..] = files.as_slice() else {
            return Err(faults);
        };
        if !faults.is_empty() {
            return Err(faults);
        }
        let texts: Vec<(&str, &str)> = LANGUAGES.into_iter().zip(texts.iter().map(String::as_str)).collect();
        let files = PackFiles {
            structure,
            sources,
            texts: &texts,
        };
        let library = self.library();
        let base = files.base();
        let there = base.as_deref().and_then(|base| library.pack(base)).cloned();
        // A base the host does not offer may be one of the kit's own.
        let there = there.or_else(|| built_in(&base?).map(Rc::new));
        Pack::load_on(&files, there.as_deref())
    }

    /// Takes a pack of the device onto the shelf, as far as it is finished.
    pub fn hold(&self, kept: &KeptPack) {
        if let Some(file) = &kept.file {
            let pack = read_pack_file(&kept.key, file);
            self.change(|library| library.offer(Origin::Device, &kept.key, pack));
        }
    }

    /// Keeps a pack on this device; what was kept under the same id and edition is replaced.
    pub async fn keep(&self, pack: &Pack) -> Result<(), StorageError> {
        let kept = KeptPack {
            key: pack.key(),
            file: Some(write_pack_file(pack)),
            draft: None,
            modified: clock::now(),
        };
        packs::save(&kept).await?;
        self.hold(&kept);
        Ok(())
    }

    /// Takes a pack of the device away.
    pub async fn remove(&self, reference: &PackReference) -> Result<(), StorageError> {
        packs::remove(&reference.key()).await?;
        self.change(|library| library.remove(reference));
        Ok(())
    }

    fn change(&self, change: impl FnOnce(&mut Library)) {
        change(Rc::make_mut(&mut self.0.library.borrow_mut()));
        self.tell();
    }

    fn tell(&self) {
        let listener = self.0.listener.borrow().clone();
        listener.emit(self.library());
    }
}
