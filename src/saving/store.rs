//! The open assessment: changed by actions, kept by itself within a second, never overwritten by something older. What is
//! typed goes into the journal long before that.
//!
//! The store is asked synchronously, outside of rendering, so that what was typed is saved also in the moment the page
//! is hidden.

use super::open::Open;
use super::patience::Patience;
use super::record::{Kept, Saving, save};
use super::{Card, Device, Former, News, Page, Record, Remembered, Snapshot, StorageError, journal};
use crate::archive::journal::Mark;
use crate::archive::versions::Occasion;
use crate::archive::{self, Project};
use crate::assessment::{Action, Field, History, Text};
use crate::criteria::Pack;
use crate::merge::PartOf;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// How long the store waits for more changes before it saves, in milliseconds.
const REST: u32 = 300;
/// How long what is typed in a field may wait for the full record. The field hands it over before.
const TYPING: u32 = 550;
/// How long what is typed or chosen waits for more before it is put into the journal, in milliseconds.
const PAUSE: u32 = 20;
/// How long a record may be under way, in milliseconds, before it is said that the storage does not answer. It goes on being waited for: a
/// disk that is only slow has it in the end, and then it is saved.
const SILENCE: u32 = 8_000;

pub(super) type Timer<P> = <<P as Page>::Device as Device>::Timer;

struct Inner<P: Page> {
    page: P,
    open: RefCell<Option<Open>>,
    /// Assessments let go of while something of them was still to be saved.
    parked: RefCell<Vec<Open>>,
    timer: RefCell<Option<Timer<P>>>,
    pause: RefCell<Option<Timer<P>>>,
    saving: Cell<bool>,
    /// Ends when the browser has said what became of the record under way.
    silence: RefCell<Option<Timer<P>>>,
    /// Whether the browser could not keep something or has cleared its storage since the page was opened: what is kept is noted beside it from then on.
    wary: Cell<bool>,
    /// Waits for room.
    patience: Patience<Timer<P>>,
    /// Who waits for the end of saving.
    idle: RefCell<Vec<Box<dyn FnOnce()>>>,
}

/// A handle to the one store; equal to every other handle of it.
pub struct Store<P: Page>(Rc<Inner<P>>);

impl<P: Page> Clone for Store<P> {
    fn clone(&self) -> Self {
        Store(self.0.clone())
    }
}

impl<P: Page> PartialEq for Store<P> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<P: Page + Default> Default for Store<P> {
    fn default() -> Self {
        Store::of_page(P::default())
    }
}

impl<P: Page> Store<P> {
    pub fn of_page(page: P) -> Self {
        Store(Rc::new(Inner {
            page,
            open: RefCell::default(),
            parked: RefCell::default(),
            timer: RefCell::default(),
            pause: RefCell::default(),
            saving: Cell::default(),
            silence: RefCell::default(),
            wary: Cell::default(),
            patience: Patience::default(),
            idle: RefCell::default(),
        }))
    }

    /// The page it belongs to.
    pub fn page(&self) -> &P {
        &self.0.page
    }

    pub(super) fn device(&self) -> P::Device {
        self.0.page.device()
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
        let id = self.device().new_id();
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
        left.iter().for_each(|open| self.put_down_steps(open));
        if let Some(left) = left.filter(Open::is_unsaved) {
            self.put_down_of(&left);
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
        self.be_patient();
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
        } else if let Some(id) = self
            .of_open(|open| (open.has_lost_its_record() && !open.has_drafts()).then(|| open.id.to_string()))
            .flatten()
        {
            // What another window saved meanwhile waited for the field.
            self.rejoin(id, false);
        }
    }

    /// Sees to its being put down in a moment and saved in another. The first change starts the clocks: changes without
    /// end must not put anything off.
    fn keep_soon(&self, rest: u32) {
        let (saver, writer, device) = (self.clone(), self.clone(), self.device());
        self.0.timer.borrow_mut().get_or_insert_with(|| device.after(rest, move || saver.save_now()));
        let pause = move || {
            writer.put_down();
            writer.tell();
        };
        self.0.pause.borrow_mut().get_or_insert_with(|| device.after(PAUSE, pause));
    }

    /// Puts down what is not kept yet, without waiting.
    pub fn put_down(&self) {
        *self.0.pause.borrow_mut() = None;
        let (parked, open) = (self.0.parked.borrow(), self.0.open.borrow());
        parked.iter().chain(open.as_ref()).for_each(|open| self.put_down_of(open));
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
        if self.page().is_hidden() {
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
        self.0.open.borrow().iter().for_each(|open| self.put_down_steps(open));
        self.save_now();
    }

    /// Leaves what is not kept yet behind as the page goes.
    pub fn leave_behind(&self) {
        let (parked, open) = (self.0.parked.borrow(), self.0.open.borrow());
        for open in parked.iter().chain(open.as_ref()) {
            if let Some(written) = open.unkept() {
                // Changes are of no use where the record may be gone.
                let written = if self.0.wary.get() { open.whole() } else { written };
                journal::leave_behind(&self.device(), &open.id, open.revision, written);
            }
        }
    }

    /// Calls back once nothing is being saved.
    pub fn once_idle(&self, call: impl FnOnce() + 'static) {
        if self.0.saving.get() {
            self.0.idle.borrow_mut().push(Box::new(call));
        } else {
            call();
        }
    }

    /// Keeps this window's version as an assessment of its own, when another window has saved since or the record is gone. The journal
    /// has it under the old id until it lies under the new one.
    pub fn keep_as_copy(&self) -> Option<String> {
        let left = self.0.open.borrow_mut().take()?;
        self.page().forget(&left.id);
        let id = self.device().new_id();
        let mut copy = Open::new(&id, left.pack.clone(), left.current(), Record::default(), true);
        copy.instead_of = Some(left.id);
        self.put(copy);
        self.save_now();
        Some(id)
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
            self.page().keep_version(ended, Occasion::DayEnd);
        }
        self.0.saving.set(true);
        self.tell();
        let (silent, id) = (self.clone(), card.id.clone());
        let unanswered = move || {
            silent.of(&id, |open| {
                open.unanswered = true;
                true
            });
            silent.tell();
        };
        *self.0.silence.borrow_mut() = Some(self.device().after(SILENCE, unanswered));
        let store = self.clone();
        self.device().spawn(async move {
            let saving = Saving {
                card: &card,
                content: &content,
                base,
                mark: &mark,
            };
            let device = store.device();
            let outcome = save(&device, &saving).await;
            match outcome {
                Ok(Kept { revision, anew }) => {
                    // Another window may have met it.
                    let wary = anew || store.0.wary.get() || !device.notes(&card.id).is_empty();
                    store.0.wary.set(wary);
                    if wary {
                        journal::note_kept(&device, &card.id, revision, &mark, &content);
                    }
                }
                Err(StorageError::Newer | StorageError::Gone) => {}
                Err(_) => store.0.wary.set(true),
            }
            store.0.saving.set(false);
            *store.0.silence.borrow_mut() = None;
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
                journal::withdraw(&self.device(), &kept.id);
                found.push(kept.id.clone());
            }
            parked.retain(Open::is_unsaved);
        }
        for id in found {
            self.page().saved(self);
            self.tell();
            self.follow(&id, u32::MAX);
        }
    }

    fn to_save(&self) -> Option<Next> {
        let device = self.device();
        let mut parked = self.0.parked.borrow_mut();
        let mut open = self.0.open.borrow_mut();
        let open = parked.iter_mut().chain(open.as_mut()).find(|open| open.is_to_be_saved())?;
        Some(Next {
            ended: open.day_that_ended(&device),
            content: open.begin_saving(),
            card: open.card(device.now()),
            base: open.revision,
            mark: device.window().next_mark(),
            changes: open.changes,
        })
    }

    fn saved(&self, card: &Card, changes: u32, outcome: Result<Kept, StorageError>) {
        {
            let mut parked = self.0.parked.borrow_mut();
            let mut open = self.0.open.borrow_mut();
            if let Some(open) = parked.iter_mut().chain(open.as_mut()).find(|open| *open.id == *card.id) {
                open.failure = outcome.err();
                open.unanswered = false;
                open.end_saving(outcome.map(drop));
                if let Ok(Kept { revision, .. }) = outcome {
                    if let Some(left) = open.instead_of.take() {
                        journal::withdraw(&self.device(), &left);
                    }
                    open.revision = revision;
                    open.kept = changes;
                    open.kept_at = card.modified;
                }
            }
            parked.retain(Open::is_unsaved);
        }
        if let Ok(Kept { anew, .. }) = outcome {
            self.page().saved(self);
            if anew {
                self.page().say(News::KeptAnew);
            }
        }
        match outcome {
            Err(StorageError::Newer) => self.rejoin(card.id.clone(), false),
            Err(StorageError::Gone) => self.put_down(),
            _ => {}
        }
        self.be_patient();
        self.tell();
        self.save_now();
        if !self.0.saving.get() {
            let waiting = std::mem::take(&mut *self.0.idle.borrow_mut());
            waiting.into_iter().for_each(|call| call());
        }
    }

    pub(super) fn tell(&self) {
        self.page().show(self.snapshot());
    }

    /// Puts into the journal what is not kept yet.
    fn put_down_of(&self, open: &Open) {
        if let Some(written) = open.unkept() {
            journal::put_down(&self.device(), &open.id, open.revision, written);
        }
    }

    /// Something of what is open.
    pub(super) fn of_open<T>(&self, of: impl FnOnce(&Open) -> T) -> Option<T> {
        self.0.open.borrow().as_ref().map(of)
    }

    /// Does something with the assessment of an id, open or let go of; false where it is neither.
    pub(super) fn of(&self, id: &str, act: impl FnOnce(&mut Open) -> bool) -> bool {
        let (mut parked, mut open) = (self.0.parked.borrow_mut(), self.0.open.borrow_mut());
        let found = parked.iter_mut().chain(open.as_mut()).find(|open| *open.id == *id);
        found.is_some_and(act)
    }

    /// Does something with what is open and what was let go of and is not kept yet.
    pub(super) fn each(&self, act: impl FnMut(&mut Open)) {
        let (mut parked, mut open) = (self.0.parked.borrow_mut(), self.0.open.borrow_mut());
        parked.iter_mut().chain(open.as_mut()).for_each(act);
    }

    pub(super) fn patience(&self) -> &Patience<Timer<P>> {
        &self.0.patience
    }

    pub(super) fn recall(&self, id: &str, leads: impl FnOnce(&Project, &Pack) -> Option<Remembered>) {
        if let Some(open) = self.0.open.borrow_mut().as_mut().filter(|open| *open.id == *id) {
            open.remember(leads);
        }
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
