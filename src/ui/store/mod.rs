//! The open assessment: changed by actions, kept by itself within a second, never overwritten by something older. What is
//! typed goes into the journal long before that.
//!
//! The store is asked synchronously, outside of rendering, so that what was typed is saved also in the moment the page
//! is hidden.

mod open;
mod rejoining;
mod trail;

use crate::archive::journal::Mark;
use crate::archive::versions::Occasion;
use crate::archive::{self, Project};
use crate::assessment::{Action, Assessment, Field, History, Text};
use crate::browser::storage::{self, Card, Saving, StorageError};
use crate::browser::{journal, known, page, windows};
use crate::criteria::Pack;
use crate::merge::PartOf;
use gloo::timers::callback::Timeout;
use open::Open;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use yew::Callback;

pub use trail::{Former, Remembered, Trail, Whole};

/// How long the store waits for more changes before it saves, in milliseconds.
const REST: u32 = 300;
/// How long what is typed in a field may wait for the full record. The field hands it over before.
const TYPING: u32 = 550;
/// How long what is typed or chosen waits for more before it is put into the journal, in milliseconds.
const PAUSE: u32 = 20;

/// Whether what is on the screen is kept.
#[derive(Debug, Clone, PartialEq)]
pub enum SaveState {
    /// Changed, about to be saved or being saved.
    Pending,
    /// Saved at a moment, in milliseconds since 1970; 0 where it is not known when.
    Saved(f64),
    /// Not saved, until a later try succeeds.
    Failed(StorageError),
}

/// What the pages show of the store.
#[derive(Debug, Clone, PartialEq)]
pub struct Snapshot {
    pub id: Rc<str>,
    /// The criteria it is judged by.
    pub pack: Rc<Pack>,
    pub assessment: Rc<Assessment>,
    /// Whose part it is, where it was handed out.
    pub part: Option<Rc<PartOf>>,
    /// How many parts of it are out.
    pub out: usize,
    /// Counts changes, also of what stands beside the assessment.
    pub changes: u32,
    pub can_undo: bool,
    pub can_redo: bool,
    pub save: SaveState,
}

/// What the user is to know of what happens behind the pages.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum News {
    /// What two windows wrote was made into one.
    Joined,
    /// The room for this page's storage is taken to that many per cent.
    NearlyFull(u32),
}

/// The record an assessment is opened from.
#[derive(Debug, Clone, Copy, Default)]
pub struct Record {
    pub revision: u32,
    /// When it was written, in milliseconds since 1970; 0 where that is not known.
    pub at: f64,
}

#[derive(Default)]
struct Inner {
    open: RefCell<Option<Open>>,
    /// Assessments let go of while something of them was still to be saved.
    parked: RefCell<Vec<Open>>,
    listener: RefCell<Callback<Option<Snapshot>>>,
    timer: RefCell<Option<Timeout>>,
    pause: RefCell<Option<Timeout>>,
    saving: Cell<bool>,
    /// Who is told what the user is to know.
    told: RefCell<Callback<News>>,
    /// Who waits for the end of saving.
    idle: RefCell<Vec<Callback<()>>>,
}

/// A handle to the one store; equal to every other handle of it.
#[derive(Clone, Default)]
pub struct Store(Rc<Inner>);

impl PartialEq for Store {
    fn eq(&self, other: &Store) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Store {
    /// Who is told of every change.
    pub fn listen(&self, listener: Callback<Option<Snapshot>>) {
        *self.0.listener.borrow_mut() = listener;
    }

    /// Who is told what the user is to know.
    pub fn on_news(&self, told: Callback<News>) {
        *self.0.told.borrow_mut() = told;
    }

    /// Lets the user know something.
    pub fn say(&self, news: News) {
        self.0.told.borrow().emit(news);
    }

    /// The id of what is open.
    pub fn id(&self) -> Option<String> {
        self.0.open.borrow().as_ref().map(|open| open.id.to_string())
    }

    /// Has what is shown drawn again, because something beside the assessment is another.
    pub fn redraw(&self) {
        self.tell();
    }

    /// What is open.
    pub fn snapshot(&self) -> Option<Snapshot> {
        self.0.open.borrow().as_ref().map(Open::snapshot)
    }

    /// Takes over a project of which a record is kept; `changed` where it holds more than that.
    pub fn open(&self, id: &str, pack: Rc<Pack>, project: Project, record: Record, changed: bool) {
        self.put(Open::new(id, pack, project, record, changed));
        self.save_now();
    }

    /// Opens an assessment again that was let go of and could not be kept; false where there is none.
    pub fn take_back(&self, id: &str) -> bool {
        let found = {
            let mut parked = self.0.parked.borrow_mut();
            let at = parked.iter().position(|open| *open.id == *id);
            at.map(|at| parked.remove(at))
        };
        let taken = found.is_some();
        if let Some(open) = found {
            self.put(open);
        }
        taken
    }

    /// Takes over a new project, keeps it under a new id and tells that id.
    pub fn add(&self, pack: Rc<Pack>, project: Project) -> String {
        let id = storage::new_id();
        self.put(Open::new(&id, pack, project, Record::default(), true));
        self.save_now();
        id
    }

    fn put(&self, open: Open) {
        self.park();
        *self.0.open.borrow_mut() = Some(open);
        self.tell();
    }

    /// Lets go of the open assessment; what is not kept yet is saved first.
    pub fn close(&self) {
        self.park();
        self.tell();
    }

    fn park(&self) {
        let left = self.0.open.borrow_mut().take();
        left.iter().for_each(trail::put_down);
        if let Some(left) = left.filter(Open::is_unsaved) {
            put_down(&left);
            self.0.parked.borrow_mut().push(left);
            self.save_now();
        }
    }

    /// Forgets the open assessment and what is still to be saved of others, because it was erased.
    pub fn forget(&self) {
        *self.0.timer.borrow_mut() = None;
        *self.0.pause.borrow_mut() = None;
        *self.0.open.borrow_mut() = None;
        self.0.parked.borrow_mut().clear();
        self.tell();
    }

    /// Makes a change.
    pub fn dispatch(&self, action: Action) {
        self.change(|history| history.after(&action));
    }
    /// What is being typed in a field, long before it is a change; none once the field has made it one.
    pub fn draft(&self, field: Field, written: Option<Text>) {
        let typed = written.is_some();
        if let Some(open) = self.0.open.borrow_mut().as_mut() {
            open.draft(field, written);
        }
        if typed {
            self.keep_soon(TYPING);
        }
    }

    /// Sees to its being put down in a moment and saved in another. The first change starts the clocks: changes without
    /// end must not put anything off.
    fn keep_soon(&self, rest: u32) {
        let (saver, writer) = (self.clone(), self.clone());
        self.0.timer.borrow_mut().get_or_insert_with(|| Timeout::new(rest, move || saver.save_now()));
        let pause = move || {
            writer.put_down();
            writer.tell();
        };
        self.0.pause.borrow_mut().get_or_insert_with(|| Timeout::new(PAUSE, pause));
    }

    /// Puts down what is not kept yet, without waiting.
    fn put_down(&self) {
        *self.0.pause.borrow_mut() = None;
        let (parked, open) = (self.0.parked.borrow(), self.0.open.borrow());
        parked.iter().chain(open.as_ref()).for_each(put_down);
    }

    /// What is written next is a step of undo of its own, also in the same place.
    pub fn settle(&self) {
        if let Some(open) = self.0.open.borrow_mut().as_mut() {
            open.settle();
        }
    }
    /// One step back; before the first one, back to what it was before it was carried or joined.
    pub fn undo(&self) {
        self.rewrite(Open::undo);
    }
    pub fn redo(&self) {
        self.rewrite(Open::redo);
    }

    /// Changes what stands beside the assessment, such as the list of parts that are out: no step of undo.
    pub fn keep(&self, change: impl FnOnce(&mut Project)) {
        self.rewrite(|open| open.keep(change));
    }

    /// Goes on as `project`, under other criteria, joined with files or as it was earlier, as one step. Undo leads back, and
    /// what it was before is kept as a version.
    pub fn carry(&self, pack: Rc<Pack>, project: Project, occasion: Occasion) {
        self.keep_version(occasion);
        self.rewrite(|open| {
            open.carry(pack, project);
            Some(())
        });
    }

    /// Goes on under the same edition of the criteria with another content, which has arrived meanwhile. Nothing of the
    /// record is changed by that alone; what cannot be read under it leaves everything as it is.
    pub fn adopt(&self, pack: &Rc<Pack>) {
        let adopted = self.0.open.borrow_mut().as_mut().and_then(|open| open.adopt(pack));
        if adopted.is_some() {
            self.tell();
        }
    }

    fn change(&self, next: impl FnOnce(&History) -> Option<History>) {
        self.rewrite(|open| open.step(next));
    }

    /// Changes what is open and sees to its being kept; nothing happens where nothing is changed.
    fn rewrite(&self, change: impl FnOnce(&mut Open) -> Option<()>) {
        {
            let mut open = self.0.open.borrow_mut();
            let Some(open) = open.as_mut() else { return };
            if change(open).is_none() {
                return;
            }
            open.changes += 1;
        }
        // A hidden page may never wake again.
        if page::is_hidden() {
            self.leave();
        } else {
            self.keep_soon(REST);
        }
        self.tell();
    }

    /// The file's text of what is on the screen.
    pub fn content(&self) -> Option<String> {
        let open = self.0.open.borrow();
        open.as_ref().map(|open| archive::write(&open.current(), &open.pack))
    }

    /// Whose part the open assessment is, where it was handed out.
    pub fn part(&self) -> Option<PartOf> {
        self.0.open.borrow().as_ref().and_then(Open::part)
    }

    /// The open project as it is now.
    pub fn project(&self) -> Option<Project> {
        self.0.open.borrow().as_ref().map(Open::current)
    }

    /// Whether something is not kept yet.
    pub fn is_unsaved(&self) -> bool {
        self.0.open.borrow().as_ref().is_some_and(Open::is_unsaved) || !self.0.parked.borrow().is_empty()
    }

    /// Saves what is not kept yet, and puts it into the journal before: the page may be gone before the record is written.
    pub fn leave(&self) {
        self.put_down();
        self.0.open.borrow().iter().for_each(trail::put_down);
        self.save_now();
    }

    /// Calls back once nothing is being saved.
    pub fn when_idle(&self, call: Callback<()>) {
        if self.0.saving.get() {
            self.0.idle.borrow_mut().push(call);
        } else {
            call.emit(());
        }
    }

    /// Keeps this window's version as an assessment of its own, when another window has saved since or the record is gone.
    pub fn keep_as_copy(&self) -> Option<String> {
        let open = self.0.open.borrow_mut().take()?;
        journal::withdraw(&open.id);
        known::forget(&open.id);
        Some(self.add(open.pack.clone(), open.current()))
    }

    /// Saves what is not kept yet, without waiting.
    pub fn save_now(&self) {
        *self.0.timer.borrow_mut() = None;
        if self.0.saving.get() {
            return;
        }
        self.need_no_saving();
        let Some(Next {
            card,
            content,
            base,
            mark,
            changes,
            ended,
        }) = self.to_save()
        else {
            return;
        };
        if let Some(ended) = ended {
            trail::keep(ended, Occasion::DayEnd);
        }
        self.0.saving.set(true);
        self.tell();
        let store = self.clone();
        wasm_bindgen_futures::spawn_local(async move {
            let saving = Saving {
                card: &card,
                content: &content,
                base,
                mark: &mark,
            };
            let outcome = storage::save(&saving).await;
            store.0.saving.set(false);
            store.saved(&card, changes, outcome);
        });
    }

    /// Counts as kept what its record has already, and shows what another window has saved while it did not.
    fn need_no_saving(&self) {
        let mut found = Vec::new();
        {
            let mut parked = self.0.parked.borrow_mut();
            let mut open = self.0.open.borrow_mut();
            for kept in parked.iter_mut().chain(open.as_mut()).filter(|open| open.is_in_its_record()) {
                kept.need_no_saving();
                journal::withdraw(&kept.id);
                found.push(kept.id.clone());
            }
            parked.retain(Open::is_unsaved);
        }
        for id in found {
            self.tell();
            self.follow(&id, u32::MAX);
        }
    }

    fn to_save(&self) -> Option<Next> {
        let mut parked = self.0.parked.borrow_mut();
        let mut open = self.0.open.borrow_mut();
        let open = parked.iter_mut().chain(open.as_mut()).find(|open| open.is_to_be_saved())?;
        Some(Next {
            ended: open.day_that_ended(),
            content: open.begin_saving(),
            card: open.card(),
            base: open.revision,
            mark: journal::next_mark(),
            changes: open.changes,
        })
    }

    fn saved(&self, card: &Card, changes: u32, outcome: Result<u32, StorageError>) {
        {
            let mut parked = self.0.parked.borrow_mut();
            let mut open = self.0.open.borrow_mut();
            if let Some(open) = parked.iter_mut().chain(open.as_mut()).find(|open| *open.id == *card.id) {
                open.failure = outcome.err();
                open.end_saving(outcome.is_ok());
                if let Ok(revision) = outcome {
                    open.revision = revision;
                    open.kept = changes;
                    open.kept_at = card.modified;
                }
            }
            parked.retain(Open::is_unsaved);
        }
        if outcome.is_ok() {
            trail::saved(self);
        }
        if outcome == Err(StorageError::Newer) {
            self.rejoin(card.id.clone(), false);
        }
        self.tell();
        self.save_now();
        if !self.0.saving.get() {
            let waiting = std::mem::take(&mut *self.0.idle.borrow_mut());
            waiting.iter().for_each(|call| call.emit(()));
        }
    }

    /// Tries again after a failure.
    pub fn retry(&self) {
        if let Some(open) = self.0.open.borrow_mut().as_mut() {
            open.tried = open.kept;
        }
        self.save_now();
    }

    /// Shows what another window has saved of the open assessment, unless something is written here that is not kept yet:
    /// then saving tells that there are two versions.
    fn follow(&self, id: &str, revision: u32) {
        let behind = |open: &Open| *open.id == *id && open.revision < revision && !open.is_unsaved();
        if !self.0.open.borrow().as_ref().is_some_and(behind) {
            return;
        }
        let (store, id) = (self.clone(), id.to_owned());
        wasm_bindgen_futures::spawn_local(async move {
            let Ok(Some(stored)) = storage::load(&id).await else { return };
            {
                let mut open = store.0.open.borrow_mut();
                let Some(open) = open
                    .as_mut()
                    .filter(|open| *open.id == *id && open.revision < stored.revision && !open.is_unsaved())
                else {
                    return;
                };
                let read = archive::open(&stored.content).and_then(|opened| opened.with_pack(&open.pack));
                // Carried to other criteria, say: it is told when something is to be saved here.
                let Ok(project) = read else { return };
                open.follow(project, stored.revision, stored.at);
            }
            store.tell();
        });
    }

    fn tell(&self) {
        let listener = self.0.listener.borrow().clone();
        listener.emit(self.snapshot());
    }
}

/// A full record about to be written.
struct Next {
    card: Card,
    content: String,
    base: u32,
    mark: Mark,
    changes: u32,
    /// What it was when the day before ended, where this is the first record of a day.
    ended: Option<Former>,
}

/// Puts into the journal what is not kept yet.
fn put_down(open: &Open) {
    if let Some(written) = open.unkept() {
        journal::put_down(&open.id, open.revision, written);
    }
}

/// Keeps a project under an id of its own without opening it; `what` stands beside its name in the list.
pub async fn keep_beside(pack: Rc<Pack>, project: Project, what: &str) -> Result<(), StorageError> {
    let mut copy = Open::new(&storage::new_id(), pack, project, Record::default(), true);
    let content = copy.begin_saving();
    let mut card = copy.card();
    card.name = [&card.name, " · ", what].concat();
    let saving = Saving {
        card: &card,
        content: &content,
        base: 0,
        mark: &journal::next_mark(),
    };
    storage::save(&saving).await.map(drop)
}

/// Saves whenever the page is hidden or left, lets the browser ask while something is unsaved, follows the other windows, and
/// keeps a file dropped beside its place from taking the page away.
pub fn guard(store: &Store) -> impl Sized + use<> {
    let (hidden, leaving, other) = (store.clone(), store.clone(), store.clone());
    windows::enter();
    (
        windows::on_saved(move |id, revision| other.follow(id, revision)),
        page::on_hidden(move || hidden.leave()),
        page::on_leaving(move || {
            // Not only once the page is hidden: WebKit gives up what a page begins in the moment it goes.
            leaving.put_down();
            leaving.is_unsaved()
        }),
        page::refuse_drops(),
    )
}
