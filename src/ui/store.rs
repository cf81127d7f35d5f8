//! The open assessment: changed by actions, kept by itself within a second, never overwritten by something older.
//!
//! The store is asked synchronously, outside of rendering, so that what was typed is saved also in the moment the page
//! is hidden.

use crate::archive::{self, Project};
use crate::assessment::{Action, Assessment, History, ProfileText};
use crate::browser::storage::{self, Card, StorageError};
use crate::browser::{clock, page};
use crate::criteria::Pack;
use crate::scoring::score;
use gloo::timers::callback::Timeout;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use yew::Callback;

/// How long the store waits for more changes before it saves, in milliseconds.
const REST: u32 = 300;

/// Whether what is on the screen is kept.
#[derive(Debug, Clone, PartialEq)]
pub enum SaveState {
    /// Changed, about to be saved.
    Pending,
    Saving,
    /// Saved at a time of day.
    Saved(String),
    Failed(StorageError),
}

/// What the pages show of the store.
#[derive(Debug, Clone, PartialEq)]
pub struct Snapshot {
    pub id: Rc<str>,
    pub assessment: Rc<Assessment>,
    pub can_undo: bool,
    pub can_redo: bool,
    pub save: SaveState,
}

struct Open {
    id: Rc<str>,
    history: History,
    /// Everything of the file but the assessment, which lives in the history.
    project: Project,
    revision: u32,
    save: SaveState,
    /// Counts changes; a save that finishes knows whether others came meanwhile.
    changes: u32,
}

struct Inner {
    pack: Rc<Pack>,
    open: RefCell<Option<Open>>,
    /// Assessments let go of while something of them was still to be saved.
    parked: RefCell<Vec<Open>>,
    listener: RefCell<Callback<Option<Snapshot>>>,
    timer: RefCell<Option<Timeout>>,
    saving: Cell<bool>,
}

/// A handle to the one store; equal to every other handle of it.
#[derive(Clone)]
pub struct Store(Rc<Inner>);

impl PartialEq for Store {
    fn eq(&self, other: &Store) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Store {
    pub fn new(pack: Rc<Pack>) -> Store {
        Store(Rc::new(Inner {
            pack,
            open: RefCell::default(),
            parked: RefCell::default(),
            listener: RefCell::default(),
            timer: RefCell::default(),
            saving: Cell::new(false),
        }))
    }

    /// The criteria everything here is judged by.
    pub fn pack(&self) -> &Rc<Pack> {
        &self.0.pack
    }

    /// Who is told of every change.
    pub fn listen(&self, listener: Callback<Option<Snapshot>>) {
        *self.0.listener.borrow_mut() = listener;
    }

    pub fn snapshot(&self) -> Option<Snapshot> {
        self.0.open.borrow().as_ref().map(|open| Snapshot {
            id: open.id.clone(),
            assessment: open.history.present().clone(),
            can_undo: open.history.can_undo(),
            can_redo: open.history.can_redo(),
            save: open.save.clone(),
        })
    }

    /// Takes over a project that is kept at a revision.
    pub fn open(&self, id: &str, project: Project, revision: u32, saved_at: String) {
        self.put(Open {
            id: id.into(),
            history: History::new(project.assessment.clone()),
            project,
            revision,
            save: SaveState::Saved(saved_at),
            changes: 0,
        });
    }

    /// Takes over a new project, keeps it under a new id and tells that id.
    pub fn add(&self, project: Project) -> String {
        let id = storage::new_id();
        self.put(Open {
            id: id.as_str().into(),
            history: History::new(project.assessment.clone()),
            project,
            revision: 0,
            save: SaveState::Pending,
            changes: 1,
        });
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
        if let Some(left) = left.filter(|open| !matches!(open.save, SaveState::Saved(_) | SaveState::Failed(StorageError::Newer))) {
            self.0.parked.borrow_mut().push(left);
            self.save_now();
        }
    }

    /// Forgets the open assessment without saving, because it was erased.
    pub fn forget(&self) {
        *self.0.timer.borrow_mut() = None;
        *self.0.open.borrow_mut() = None;
        self.tell();
    }

    /// Makes a change.
    pub fn dispatch(&self, action: Action) {
        self.change(|history| history.after(&action));
    }
    pub fn undo(&self) {
        self.change(History::undone);
    }
    pub fn redo(&self) {
        self.change(History::redone);
    }

    fn change(&self, next: impl FnOnce(&History) -> Option<History>) {
        {
            let mut open = self.0.open.borrow_mut();
            let Some(open) = open.as_mut() else { return };
            let Some(history) = next(&open.history) else { return };
            open.history = history;
            open.changes += 1;
            // A window that lost the race for this record must not take part in it again.
            if open.save != SaveState::Failed(StorageError::Newer) {
                open.save = SaveState::Pending;
            }
        }
        // A hidden page may never wake again.
        if page::is_hidden() {
            self.save_now();
        } else {
            let store = self.clone();
            *self.0.timer.borrow_mut() = Some(Timeout::new(REST, move || store.save_now()));
        }
        self.tell();
    }

    /// The file's text of what is on the screen.
    pub fn content(&self) -> Option<String> {
        let open = self.0.open.borrow();
        open.as_ref().map(|open| archive::write(&open.current(), &self.0.pack))
    }

    /// The open project as it is now.
    pub fn project(&self) -> Option<Project> {
        self.0.open.borrow().as_ref().map(Open::current)
    }

    /// Whether something is not kept yet.
    pub fn is_unsaved(&self) -> bool {
        self.0.open.borrow().as_ref().is_some_and(|open| !matches!(open.save, SaveState::Saved(_)))
    }

    /// Keeps this window's version as an assessment of its own, when another window has saved since.
    pub fn keep_as_copy(&self) -> Option<String> {
        let project = self.project()?;
        self.forget();
        Some(self.add(project))
    }

    /// Saves what is not kept yet, without waiting.
    pub fn save_now(&self) {
        *self.0.timer.borrow_mut() = None;
        if self.0.saving.get() {
            return;
        }
        let Some((card, content, revision, changes)) = self.to_save() else { return };
        self.0.saving.set(true);
        self.tell();
        let store = self.clone();
        wasm_bindgen_futures::spawn_local(async move {
            let outcome = storage::save(&card, &content, revision).await;
            store.0.saving.set(false);
            store.saved(&card, changes, outcome);
        });
    }

    fn to_save(&self) -> Option<(Card, String, u32, u32)> {
        let mut parked = self.0.parked.borrow_mut();
        let mut open = self.0.open.borrow_mut();
        let open = parked.iter_mut().chain(open.as_mut()).find(|open| matches!(open.save, SaveState::Pending))?;
        open.save = SaveState::Saving;
        let project = open.current();
        let card = card(&self.0.pack, &open.id, &project.assessment);
        Some((card, archive::write(&project, &self.0.pack), open.revision, open.changes))
    }

    fn saved(&self, card: &Card, changes: u32, outcome: Result<u32, StorageError>) {
        {
            let mut parked = self.0.parked.borrow_mut();
            let mut open = self.0.open.borrow_mut();
            if let Some(open) = parked.iter_mut().chain(open.as_mut()).find(|open| *open.id == *card.id) {
                if let Ok(revision) = outcome {
                    open.revision = revision;
                }
                open.save = match outcome {
                    Ok(_) if open.changes != changes => SaveState::Pending,
                    Ok(_) => SaveState::Saved(clock::day_and_time(card.modified).1),
                    Err(error) => SaveState::Failed(error),
                };
            }
            parked.retain(|open| open.save == SaveState::Pending);
        }
        self.tell();
        self.save_now();
    }

    /// Tries again after a failure.
    pub fn retry(&self) {
        if let Some(open) = self.0.open.borrow_mut().as_mut()
            && matches!(open.save, SaveState::Failed(_))
        {
            open.save = SaveState::Pending;
        }
        self.save_now();
    }

    fn tell(&self) {
        let listener = self.0.listener.borrow().clone();
        listener.emit(self.snapshot());
    }
}

impl Open {
    fn current(&self) -> Project {
        Project {
            assessment: Assessment::clone(self.history.present()),
            ..self.project.clone()
        }
    }
}

fn card(pack: &Pack, id: &str, assessment: &Assessment) -> Card {
    let score = score(pack, assessment);
    Card {
        id: id.to_owned(),
        name: assessment.organisation.text(ProfileText::Name).to_string(),
        pack: pack.id().to_owned(),
        fictional: assessment.fictional,
        rated: score.rated(),
        items: score.items.len(),
        points: score.total.points.to_string(),
        modified: clock::now(),
    }
}

/// Saves whenever the page is hidden or left, and lets the browser ask while something is unsaved.
pub fn guard(store: &Store) -> impl Sized + use<> {
    let (hidden, leaving) = (store.clone(), store.clone());
    (page::on_hidden(move || hidden.save_now()), page::on_leaving(move || leaving.is_unsaved()))
}
