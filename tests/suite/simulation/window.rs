//! A window of the page: the real store, in front of the simulated browser.

use super::Rule;
use super::disk::{Disk, Request, Value};
use super::oracle::Oracle;
use super::world::{Answer, MS, World};
use award_kit::archive::versions::Occasion;
use award_kit::date::Date;
use award_kit::merge::Sides;
use award_kit::saving::{
    CARDS, Device, Former, JOURNAL, Joining, News, Page, RECORDS, Row, SaveState, Snapshot, StorageError, Store, Trail, Transaction, Window, join,
};
use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::rc::{Rc, Weak};

/// When the world begins, in milliseconds since 1970: 20 minutes before midnight.
const BEGINNING: f64 = 20_424.0 * 86_400_000.0 - 1_200_000.0;

/// What all windows share.
pub struct Browser {
    pub world: Rc<World>,
    pub disk: Rc<Disk>,
    pub oracle: RefCell<Oracle>,
    pub windows: RefCell<Vec<(u32, Store<SimulatedPage>)>>,
    /// Whether windows can tell which others are open.
    pub has_locks: bool,
    pub ids: Cell<u32>,
}

/// Told once the database is open, or why it is not.
type Opening = Answer<Result<(), StorageError>>;

#[derive(Clone)]
pub struct SimulatedDevice {
    pub browser: Weak<Browser>,
    world: Rc<World>,
    disk: Rc<Disk>,
    pub number: u32,
    window: Rc<Window>,
    pub connected: Rc<Cell<bool>>,
    /// Who waits for it.
    opening: Rc<RefCell<Vec<Opening>>>,
    /// The records that lay there when the last hash was made, for a rule that looks at them too early.
    seen: Rc<RefCell<Vec<String>>>,
}

impl SimulatedDevice {
    pub fn of(browser: &Rc<Browser>, number: u32) -> SimulatedDevice {
        SimulatedDevice {
            browser: Rc::downgrade(browser),
            world: browser.world.clone(),
            disk: browser.disk.clone(),
            number,
            window: Rc::new(Window::new(format!("w{number}"))),
            connected: Rc::default(),
            opening: Rc::default(),
            seen: Rc::default(),
        }
    }
    fn browser(&self) -> Rc<Browser> {
        self.browser.upgrade().expect("the browser outlives its windows")
    }
    fn begin(&self, stores: &[&'static str], writes: bool) -> Asking {
        Asking {
            disk: self.disk.clone(),
            id: self.disk.begin(self.number, stores, writes),
            writes,
            seen: self.seen.clone(),
        }
    }
    /// Waits for the database to be open; all who wait go on in their order once it is.
    fn connection(&self) -> Answer<Result<(), StorageError>> {
        let answer = Answer::default();
        if self.connected.get() {
            answer.give(Ok(()));
            return answer;
        }
        self.opening.borrow_mut().push(answer.clone());
        if self.opening.borrow().len() == 1 {
            let delay = self.world.draw(|chance| {
                let most = if chance.one_in(8) { 400 } else { 20 };
                chance.between(1, most) * MS
            });
            let patience = if self.disk.in_trouble() == Some(StorageError::Silent) { 5000 * MS } else { 0 };
            let device = self.clone();
            self.world.after(self.number, delay + patience, move || device.opened());
        }
        answer
    }
    fn opened(&self) {
        let outcome = self.disk.in_trouble().map_or(Ok(()), Err);
        self.connected.set(outcome.is_ok());
        self.opening.take().iter().for_each(|waiting| waiting.give(outcome));
    }
}

impl Device for SimulatedDevice {
    type Timer = Timer;
    type Transaction = Asking;

    fn now(&self) -> f64 {
        BEGINNING + (self.world.now() / MS) as f64
    }
    fn day(&self, moment: f64) -> Date {
        Date::default() + chrono::Days::new((moment / 86_400_000.0) as u64 - (BEGINNING / 86_400_000.0) as u64)
    }
    fn new_id(&self) -> String {
        let browser = self.browser();
        browser.ids.set(browser.ids.get() + 1);
        format!("a{}", browser.ids.get())
    }
    fn after(&self, milliseconds: u32, call: impl FnOnce() + 'static) -> Timer {
        let timer = Timer(Rc::new(Cell::new(true)));
        let wanted = timer.0.clone();
        let late = self.world.draw(|chance| chance.below(2 * MS));
        self.world.after(self.number, u64::from(milliseconds) * MS + late, move || {
            if wanted.get() {
                call();
            }
        });
        timer
    }
    fn spawn(&self, task: impl Future<Output = ()> + 'static) {
        self.world.spawn(self.number, task);
    }
    fn window(&self) -> Rc<Window> {
        self.window.clone()
    }
    async fn open_windows(&self) -> BTreeSet<String> {
        let delay = self.world.draw(|chance| chance.below(5 * MS));
        self.world.pause(self.number, delay).await;
        let browser = self.browser();
        let open = browser.disk.alive.borrow().clone();
        open.into_iter()
            .filter(|number| browser.has_locks || *number == self.number)
            .map(|number| format!("w{number}"))
            .collect()
    }
    fn tell_saved(&self, id: &str, revision: u32) {
        let windows = self.browser().windows.borrow().clone();
        for (number, store) in windows.into_iter().filter(|(number, _)| *number != self.number) {
            let (delay, lost) = self.world.draw(|chance| {
                let most = if chance.one_in(6) { 2000 } else { 30 };
                (chance.below(most * MS), chance.one_in(20))
            });
            let id = id.to_owned();
            if !lost {
                self.world.after(number, delay, move || store.follow(&id, revision));
            }
        }
    }
    async fn reading(&self, store: &'static str) -> Result<Asking, StorageError> {
        self.connection().await?;
        Ok(self.begin(&[store], false))
    }
    async fn writing(&self, stores: &'static [&'static str]) -> Result<Asking, StorageError> {
        self.connection().await?;
        if self.disk.rule == Rule::CutsEarly && stores.contains(&RECORDS) {
            let early = self.begin(&[JOURNAL], true);
            for (key, _) in self.disk.lying(JOURNAL, "").into_iter().filter(|(key, _)| key.ends_with(self.window.name())) {
                early.disk.ask(early.id, Request::Delete((JOURNAL, key)));
            }
            early.disk.end(early.id);
        }
        Ok(self.begin(stores, true))
    }
    fn writing_at_once(&self, stores: &'static [&'static str]) -> Option<Asking> {
        if !self.connected.get() {
            // What is put down has to wait for the database to be opened.
            let key = (self.number, String::new());
            self.disk.waiting.borrow_mut().entry(key).or_insert(self.world.now());
            return None;
        }
        Some(self.begin(stores, true))
    }
    async fn hash(&self, text: &str) -> Option<String> {
        *self.seen.borrow_mut() = self.disk.lying(RECORDS, "").into_iter().map(|(key, _)| key).collect();
        let hash = fingerprint(text);
        let delay = self.world.draw(|chance| chance.below(3 * MS));
        self.world.pause(self.number, delay).await;
        (self.disk.rule != Rule::Unhashed).then_some(hash)
    }
    fn notes(&self, record: &str) -> Vec<(String, String)> {
        let notes = self.disk.notes.borrow();
        let of = notes.iter().filter(|((of, _), _)| of == record);
        of.map(|((_, writer), (text, _))| (writer.clone(), text.clone())).collect()
    }
    fn note(&self, record: &str, writer: &str, text: &str) {
        let place = (record.to_owned(), writer.to_owned());
        self.disk.notes.borrow_mut().insert(place, (text.to_owned(), self.world.now()));
    }
    fn remove_note(&self, record: &str, writer: &str) {
        self.disk.notes.borrow_mut().remove(&(record.to_owned(), writer.to_owned()));
    }
    fn is_meant_to_be_here(&self, id: &str) -> bool {
        self.disk.known.borrow().contains(id)
    }
}

/// What stands for SHA-256, which the browser makes.
fn fingerprint(text: &str) -> String {
    let mix = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    format!("{:016x}", text.bytes().fold(0xcbf2_9ce4_8422_2325, mix))
}

/// A call that is to come.
pub struct Timer(Rc<Cell<bool>>);

impl Drop for Timer {
    fn drop(&mut self) {
        self.0.set(false);
    }
}

/// A transaction of a window.
pub struct Asking {
    disk: Rc<Disk>,
    id: u64,
    writes: bool,
    seen: Rc<RefCell<Vec<String>>>,
}

impl Asking {
    fn store(name: &str) -> &'static str {
        [RECORDS, CARDS, JOURNAL].into_iter().find(|store| *store == name).expect("a store")
    }
    fn place(&self, store: &str, key: &str) -> (&'static str, String) {
        let one_note = self.disk.rule == Rule::OneNote && store == JOURNAL;
        let record = key.split_once('|').filter(|_| one_note).map(|(record, _)| format!("{record}|all"));
        (Self::store(store), record.unwrap_or_else(|| key.to_owned()))
    }
}

impl Transaction for Asking {
    async fn keys_of(&self, store: &str, start: &str) -> Result<Vec<String>, StorageError> {
        let reply = self.disk.ask(self.id, Request::Keys(Self::store(store), start.to_owned())).await?;
        if self.disk.rule == Rule::LooksEarly && self.writes && store == RECORDS {
            return Ok(self.seen.borrow().iter().filter(|key| key.starts_with(start)).cloned().collect());
        }
        Ok(reply.keys)
    }
    async fn row(&self, store: &str, key: &str) -> Result<Option<Row>, StorageError> {
        Ok(self.disk.ask(self.id, Request::Row(self.place(store, key))).await?.rows.pop())
    }
    async fn rows(&self, store: &str, start: &str) -> Result<Vec<Row>, StorageError> {
        Ok(self.disk.ask(self.id, Request::Rows(Self::store(store), start.to_owned())).await?.rows)
    }
    async fn lay(&self, store: &str, key: &str, row: &Row) -> Result<(), StorageError> {
        let put = Request::Put(self.place(store, key), Value::Row(row.clone()));
        self.disk.ask(self.id, put).await.map(drop)
    }
    async fn lay_text(&self, store: &str, key: &str, text: &str) -> Result<(), StorageError> {
        let put = Request::Put(self.place(store, key), Value::Text(text.to_owned()));
        self.disk.ask(self.id, put).await.map(drop)
    }
    async fn take_away(&self, store: &str, key: &str) -> Result<(), StorageError> {
        self.disk.ask(self.id, Request::Delete(self.place(store, key))).await.map(drop)
    }
    fn lay_and_end(self, store: &str, key: &str, row: &Row) {
        self.disk.ask(self.id, Request::Put(self.place(store, key), Value::Row(row.clone())));
        self.disk.end(self.id);
    }
    fn give_up(self) {
        self.disk.give_up(self.id);
    }
    async fn kept(self) -> Result<(), StorageError> {
        self.disk.end(self.id).await
    }
}

/// The page in a window.
pub struct SimulatedPage {
    pub device: SimulatedDevice,
    pub hidden: Cell<bool>,
}

impl Page for SimulatedPage {
    type Device = SimulatedDevice;

    fn device(&self) -> SimulatedDevice {
        self.device.clone()
    }
    fn is_hidden(&self) -> bool {
        self.hidden.get()
    }
    fn show(&self, open: Option<Snapshot>) {
        if let Some(open) = open
            && matches!(open.save, SaveState::Saved(_))
        {
            self.device.browser().oracle.borrow_mut().called_saved(self.device.number);
        }
    }
    fn say(&self, news: News) {
        self.device.world.note(format_args!("window {} says {news:?}", self.device.number));
    }
    async fn joining(&self) -> Option<Joining> {
        let (delay, missing) = self.device.world.draw(|chance| (chance.between(0, 200) * MS, chance.one_in(20)));
        let missing = missing && !self.device.disk.healed.get();
        self.device.world.pause(self.device.number, delay).await;
        (!missing).then_some(Joining {
            join,
            sides: Sides {
                ours: "the other window",
                theirs: "this window",
            },
        })
    }
    fn keep_version(&self, _: Former, occasion: Occasion) {
        self.device
            .world
            .note(format_args!("window {} keeps a version: {occasion:?}", self.device.number));
    }
    fn put_down_steps(&self, _: &Trail<'_>) {}
    fn saved(&self, store: &Store<SimulatedPage>) {
        let open = store.snapshot().filter(|open| matches!(open.save, SaveState::Saved(_)));
        self.device.disk.known.borrow_mut().extend(open.map(|open| open.id.to_string()));
    }
    fn forget(&self, id: &str) {
        self.device.disk.known.borrow_mut().remove(id);
    }
}
