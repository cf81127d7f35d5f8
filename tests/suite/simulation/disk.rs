//! A database as browsers have it (Indexed Database API): ordered maps, changed by transactions that wait for each other where
//! they meet, that end by themselves when nobody asks anything of them, that take their time, and that fail.

use super::Rule;
use super::world::{Answer, MS, NOBODY, World};
use award_kit::saving::{JOURNAL, RECORDS, Row, StorageError};
use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::rc::Rc;

/// What lies under a key.
#[derive(Clone, Debug)]
pub enum Value {
    Row(Row),
    Text(String),
    /// Something that is no record.
    Garbled,
}

/// How much later than it is noted something of local storage lies on the disk, at most (Chromium: about five seconds).
const NOTES_LATE: u64 = 12_000 * MS;

/// A place: store and key.
pub type Place = (&'static str, String);
type Places = BTreeMap<Place, Lying>;

#[derive(Clone)]
pub struct Lying {
    pub value: Rc<Value>,
    /// Whether it is as it was written.
    pub whole: bool,
}

pub enum Request {
    Keys(&'static str, String),
    Row(Place),
    Rows(&'static str, String),
    Put(Place, Value),
    Delete(Place),
}

#[derive(Default)]
pub struct Reply {
    pub keys: Vec<String>,
    pub rows: Vec<Row>,
}

type Outcome<T> = Result<T, StorageError>;

struct Transaction {
    of: u32,
    stores: Vec<&'static str>,
    writes: bool,
    /// When it was begun.
    begun: u64,
    has_the_stores: bool,
    asked: VecDeque<(Request, Answer<Outcome<Reply>>)>,
    at_work: bool,
    changed: Vec<(Place, Option<Value>)>,
    /// Nothing more is taken.
    ending: bool,
    committing: bool,
    kept: Option<Answer<Outcome<()>>>,
}

pub struct Disk {
    pub world: Rc<World>,
    pub rule: Rule,
    /// What a reader sees; what lies on the disk is the same, where everything is strict.
    seen: RefCell<Places>,
    flushed: RefCell<Places>,
    transactions: RefCell<BTreeMap<u64, Transaction>>,
    count: Cell<u64>,
    /// All that writes fails like that until a moment.
    pub trouble: Cell<Option<(StorageError, u64)>>,
    /// Everything takes so many times as long until a moment.
    pub slow: Cell<(u64, u64)>,
    /// Nothing fails any more.
    pub healed: Cell<bool>,
    /// What must never happen and did.
    pub broken: RefCell<Vec<String>>,
    /// By window and record, or for all records, the moment from which on what it put down has not arrived.
    pub waiting: RefCell<BTreeMap<(u32, String), u64>>,
    /// Local storage, which the browser writes some seconds later: what is noted and when, by record and writer.
    pub notes: RefCell<BTreeMap<(String, String), (String, u64)>>,
    /// The assessments that were kept and that nobody has removed, in local storage.
    pub known: RefCell<BTreeSet<String>>,
    /// Windows that are there.
    pub alive: RefCell<Vec<u32>>,
    /// The assessment of which no full record can be kept.
    pub refused: RefCell<Option<String>>,
    /// How often a full record was to be kept, whether it was or not.
    pub tries: Cell<u32>,
}

impl Disk {
    pub fn of(world: &Rc<World>, rule: Rule) -> Rc<Disk> {
        Rc::new(Disk {
            world: world.clone(),
            rule,
            seen: RefCell::default(),
            flushed: RefCell::default(),
            transactions: RefCell::default(),
            count: Cell::new(0),
            trouble: Cell::new(None),
            slow: Cell::new((1, 0)),
            healed: Cell::new(false),
            broken: RefCell::default(),
            waiting: RefCell::default(),
            notes: RefCell::default(),
            known: RefCell::default(),
            alive: RefCell::default(),
            refused: RefCell::default(),
            tries: Cell::new(0),
        })
    }

    /// How long something takes: a few hundred microseconds, rarely much longer.
    fn delay(&self, most: u64) -> u64 {
        let (times, until) = self.slow.get();
        let times = if self.world.now() < until { times } else { 1 };
        self.world.draw(|chance| chance.between(most / 10, most)) * times
    }

    pub fn in_trouble(&self) -> Option<StorageError> {
        self.trouble
            .get()
            .filter(|(_, until)| self.world.now() < *until && !self.healed.get())
            .map(|(error, _)| error)
    }

    pub fn begin(&self, of: u32, stores: &[&'static str], writes: bool) -> u64 {
        self.count.set(self.count.get() + 1);
        let transaction = Transaction {
            of,
            stores: stores.to_vec(),
            writes,
            // What had to wait for the database to be opened was put down before.
            begun: self.waiting.borrow().get(&(of, String::new())).copied().unwrap_or(self.world.now()),
            has_the_stores: false,
            asked: VecDeque::new(),
            at_work: false,
            changed: Vec::new(),
            ending: false,
            committing: false,
            kept: None,
        };
        self.transactions.borrow_mut().insert(self.count.get(), transaction);
        self.count.get()
    }

    pub fn ask(self: &Rc<Self>, id: u64, request: Request) -> Answer<Outcome<Reply>> {
        let answer = Answer::default();
        match self.transactions.borrow_mut().get_mut(&id).filter(|transaction| !transaction.ending) {
            Some(transaction) => transaction.asked.push_back((request, answer.clone())),
            None => answer.give(Err(StorageError::Failed)),
        }
        self.go_on();
        answer
    }

    /// Nothing more will be asked.
    pub fn end(&self, id: u64) -> Answer<Outcome<()>> {
        let answer = Answer::default();
        match self.transactions.borrow_mut().get_mut(&id) {
            Some(transaction) => {
                transaction.ending = true;
                transaction.kept = Some(answer.clone());
            }
            None => answer.give(Err(StorageError::Failed)),
        }
        answer
    }

    pub fn give_up(self: &Rc<Self>, id: u64) {
        self.transactions.borrow_mut().remove(&id);
        self.go_on();
    }

    /// Has every transaction that may go on do so.
    pub fn go_on(self: &Rc<Self>) {
        let mut taken: Vec<(&'static str, bool)> = Vec::new();
        let mut at_work = Vec::new();
        for (id, transaction) in self.transactions.borrow_mut().iter_mut() {
            let meets = |store: &&'static str| taken.iter().any(|(other, writes)| other == store && (*writes || transaction.writes));
            transaction.has_the_stores = transaction.has_the_stores || !transaction.stores.iter().any(meets);
            taken.extend(transaction.stores.iter().map(|store| (*store, transaction.writes)));
            if transaction.has_the_stores && !transaction.at_work && !transaction.asked.is_empty() {
                transaction.at_work = true;
                at_work.push(*id);
            }
        }
        for id in at_work {
            let disk = self.clone();
            self.world.after(NOBODY, self.delay(400), move || disk.answer(id));
        }
    }

    fn answer(self: &Rc<Self>, id: u64) {
        let asked = self.transactions.borrow_mut().get_mut(&id).and_then(|transaction| {
            transaction.at_work = false;
            transaction.asked.pop_front()
        });
        if let Some((request, answer)) = asked {
            answer.give(Ok(self.reply(id, request)));
        }
        self.go_on();
    }

    fn reply(&self, id: u64, request: Request) -> Reply {
        let mut reply = Reply::default();
        let mut transactions = self.transactions.borrow_mut();
        let Some(transaction) = transactions.get_mut(&id) else { return reply };
        let seen = self.seen.borrow();
        let value = |place: &Place| match transaction.changed.iter().rev().find(|(changed, _)| changed == place) {
            Some((_, value)) => value.clone(),
            None => seen.get(place).map(|lying| (*lying.value).clone()),
        };
        let row = |place: &Place| match value(place) {
            Some(Value::Row(row)) => Some(row),
            _ => None,
        };
        match request {
            Request::Keys(store, start) => reply.keys = keys(&seen, store, &start),
            Request::Rows(store, start) => reply.rows = keys(&seen, store, &start).into_iter().filter_map(|key| row(&(store, key))).collect(),
            Request::Row(place) => reply.rows = row(&place).into_iter().collect(),
            Request::Put(place, value) => transaction.changed.push((place, Some(value))),
            Request::Delete(place) => transaction.changed.push((place, None)),
        }
        reply
    }

    /// Ends the transactions nobody asks anything of.
    pub fn between(self: &Rc<Self>) {
        let mut done = Vec::new();
        for (id, transaction) in self.transactions.borrow_mut().iter_mut() {
            if transaction.has_the_stores && transaction.asked.is_empty() && !transaction.at_work && !transaction.committing {
                (transaction.ending, transaction.committing) = (true, true);
                done.push((*id, transaction.writes));
            }
        }
        for (id, writes) in done {
            let disk = self.clone();
            let delay = if writes { self.delay(2 * MS) } else { 0 };
            self.world.after(NOBODY, delay, move || disk.commit(id));
        }
        self.go_on();
    }

    fn commit(self: &Rc<Self>, id: u64) {
        let Some(transaction) = self.transactions.borrow_mut().remove(&id) else {
            return;
        };
        let lives = self.alive.borrow().contains(&transaction.of);
        self.tries
            .set(self.tries.get() + u32::from(transaction.stores.contains(&RECORDS) && transaction.writes));
        let refused = |(store, key): &Place| *store == RECORDS && self.refused.borrow().as_deref() == key.split('/').next();
        let aborted = match self.in_trouble().filter(|_| lives && transaction.writes) {
            Some(error) => Some(error),
            None if transaction.changed.iter().any(|(place, _)| refused(place)) => Some(StorageError::Full),
            None => (lives && transaction.writes && !self.healed.get() && self.world.draw(|chance| chance.one_in(60))).then_some(StorageError::Full),
        };
        let journalled = transaction.changed.iter().filter(|((store, _), _)| *store == JOURNAL);
        let records: Vec<String> = journalled.filter_map(|((_, key), _)| Some(key.split_once('|')?.0.to_owned())).collect();
        let only_journal = transaction.stores == [JOURNAL];
        for record in records {
            let key = (transaction.of, record);
            match aborted {
                Some(_) if only_journal => {
                    self.waiting.borrow_mut().entry(key).or_insert(transaction.begun);
                }
                Some(_) => {}
                None => {
                    let mut waiting = self.waiting.borrow_mut();
                    waiting.remove(&key);
                    waiting.remove(&(key.0, String::new()));
                }
            }
        }
        if transaction.writes {
            self.world.note(format_args!(
                "window {} {} {:?}",
                transaction.of,
                if aborted.is_some() { "could not keep" } else { "has kept" },
                transaction
                    .changed
                    .iter()
                    .map(|((_, key), value)| match value {
                        Some(Value::Row(row)) => (key, super::oracle::tokens(&row.content)),
                        _ => (key, Default::default()),
                    })
                    .collect::<Vec<_>>()
            ));
        }
        if aborted.is_none() {
            self.lay(transaction.changed);
        }
        if let Some(kept) = transaction.kept {
            let delay = if transaction.writes { self.delay(MS) } else { 0 };
            self.world.after(transaction.of, delay, move || kept.give(aborted.map_or(Ok(()), Err)));
        }
        self.go_on();
    }

    fn lay(self: &Rc<Self>, changed: Vec<(Place, Option<Value>)>) {
        if changed.is_empty() {
            return;
        }
        let had = whole(&self.seen.borrow());
        let lying: Vec<(Place, Option<Lying>)> = changed
            .into_iter()
            .map(|(place, value)| {
                let lying = value.map(|value| Lying {
                    value: Rc::new(value),
                    whole: true,
                });
                (place, lying)
            })
            .collect();
        for (place, new) in &lying {
            let overwritten = place.0 == RECORDS && new.is_some() && self.seen.borrow().contains_key(place);
            if overwritten {
                self.broken.borrow_mut().push(format!("the record {} was overwritten", place.1));
            }
        }
        put(&mut self.seen.borrow_mut(), &lying);
        let has = whole(&self.seen.borrow());
        for id in had.into_iter().filter(|id| !has.contains(id)) {
            self.broken.borrow_mut().push(format!("no whole record of {id} is left"));
        }
        if self.rule == Rule::Relaxed {
            let disk = self.clone();
            let delay = self.world.draw(|chance| chance.between(4000 * MS, 12_000 * MS));
            self.world.after(NOBODY, delay, move || put(&mut disk.flushed.borrow_mut(), &lying));
        } else {
            put(&mut self.flushed.borrow_mut(), &lying);
        }
    }

    /// A window is gone: what it has begun to write and waits for no more is written, everything else is not, nor what waits for the
    /// turn of another window.
    pub fn gone(self: &Rc<Self>, of: u32) {
        self.alive.borrow_mut().retain(|window| *window != of);
        self.transactions
            .borrow_mut()
            .retain(|_, transaction| transaction.of != of || (transaction.writes && transaction.ending && transaction.has_the_stores));
        self.go_on();
    }

    /// Whether something of windows that are gone is still to be written, a note included.
    pub fn is_busy_for_the_dead(&self) -> bool {
        let alive = self.alive.borrow();
        self.transactions
            .borrow()
            .values()
            .any(|transaction| transaction.writes && !alive.contains(&transaction.of))
            || self.notes.borrow().values().any(|(_, at)| at + NOTES_LATE > self.world.now())
    }

    /// What waits for the database since some moment goes on waiting when a window keeps it under another id.
    pub fn goes_on_waiting(&self, window: u32, from: &str, to: &str) {
        let mut waiting = self.waiting.borrow_mut();
        if let Some(since) = waiting.get(&(window, from.to_owned())).copied() {
            waiting.insert((window, to.to_owned()), since);
        }
    }

    /// The power fails.
    pub fn power_cut(&self) {
        let transactions = self.transactions.take();
        self.never_arrives(transactions.values());
        self.alive.borrow_mut().clear();
        *self.seen.borrow_mut() = self.flushed.borrow().clone();
    }

    /// A window ends all at once: what it has put down and what waits for the turn of something else never arrives.
    pub fn breaks_off(&self, of: u32) {
        let transactions = self.transactions.borrow();
        self.never_arrives(transactions.values().filter(|transaction| transaction.of == of && !transaction.has_the_stores));
    }

    fn never_arrives<'a>(&self, transactions: impl Iterator<Item = &'a Transaction>) {
        for transaction in transactions.filter(|transaction| transaction.stores == [JOURNAL]) {
            let keys = transaction.asked.iter().filter_map(|(request, _)| match request {
                Request::Put((_, key), _) => Some(key),
                _ => None,
            });
            for key in keys.chain(transaction.changed.iter().map(|((_, key), _)| key)) {
                let record = key.split_once('|').expect("a key of the journal").0;
                let mut waiting = self.waiting.borrow_mut();
                let since = waiting.entry((transaction.of, record.to_owned())).or_insert(transaction.begun);
                *since = transaction.begun.min(*since);
            }
        }
    }

    /// The browser clears the whole database, as Chromium does where there is no room. What is under way fails.
    pub fn is_cleared(self: &Rc<Self>) {
        for transaction in self.transactions.take().into_values() {
            transaction.asked.iter().for_each(|(_, answer)| answer.give(Err(StorageError::Full)));
            transaction.kept.iter().for_each(|kept| kept.give(Err(StorageError::Full)));
        }
        self.seen.borrow_mut().clear();
        self.flushed.borrow_mut().clear();
    }

    /// What lies under keys that begin so.
    pub fn lying(&self, store: &'static str, start: &str) -> Vec<(String, Lying)> {
        let seen = self.seen.borrow();
        let of = |key: &String| seen[&(store, key.clone())].clone();
        keys(&seen, store, start).into_iter().map(|key| (key.clone(), of(&key))).collect()
    }

    pub fn damage(&self, key: &str, value: Value) {
        for places in [&self.seen, &self.flushed] {
            if let Some(lying) = places.borrow_mut().get_mut(&(RECORDS, key.to_owned())) {
                *lying = Lying {
                    value: Rc::new(value.clone()),
                    whole: false,
                };
            }
        }
    }
}

fn put(places: &mut Places, changed: &[(Place, Option<Lying>)]) {
    for (place, lying) in changed {
        match lying {
            Some(lying) => places.insert(place.clone(), lying.clone()),
            None => places.remove(place),
        };
    }
}

fn keys(places: &Places, store: &'static str, start: &str) -> Vec<String> {
    let from = places.range((store, start.to_owned())..);
    from.take_while(|((of, key), _)| *of == store && key.starts_with(start))
        .map(|((_, key), _)| key.clone())
        .collect()
}

/// The assessments of which there is a whole record.
fn whole(places: &Places) -> Vec<String> {
    let records = keys(places, RECORDS, "").into_iter().filter(|key| places[&(RECORDS, key.clone())].whole);
    let mut ids: Vec<String> = records.filter_map(|key| Some(key.split_once('/')?.0.to_owned())).collect();
    ids.dedup();
    ids
}
