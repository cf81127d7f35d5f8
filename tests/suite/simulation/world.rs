//! A world with a clock of its own: what is to happen lies on an agenda by its time, tasks run until none of them can go on, and
//! then the next thing happens. One thread, and nothing that does not follow from the seed.
//!
//! Written here rather than taken from a crate: it is a hundred lines over the standard library's futures, and what a browser
//! does between two events (every task first, then the transactions nobody asks anything of) is part of it.

use super::chance::Chance;
use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, VecDeque};
use std::fmt::{self, Write};
use std::pin::Pin;
use std::rc::Rc;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Wake, Waker};

/// Microseconds of a millisecond: the clock counts microseconds.
pub const MS: u64 = 1000;

/// Something of the world itself, which no crash takes away.
pub const NOBODY: u32 = 0;

struct Event {
    of: u32,
    act: Box<dyn FnOnce()>,
}

struct Task {
    of: u32,
    future: Pin<Box<dyn Future<Output = ()>>>,
}

struct Ready {
    task: u64,
    queue: Arc<Mutex<VecDeque<u64>>>,
}

impl Wake for Ready {
    fn wake(self: Arc<Self>) {
        self.queue.lock().expect("one thread").push_back(self.task);
    }
}

/// The hash of all that has happened, and its lines where they are asked for.
pub struct Log {
    hash: u64,
    lines: Option<Vec<String>>,
}

impl Write for Log {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for byte in text.bytes() {
            self.hash = (self.hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
        if let Some(lines) = &mut self.lines {
            lines.last_mut().expect("a line was begun").push_str(text);
        }
        Ok(())
    }
}

pub struct World {
    now: Cell<u64>,
    count: Cell<u64>,
    agenda: RefCell<BTreeMap<(u64, u64), Event>>,
    tasks: RefCell<BTreeMap<u64, Task>>,
    ready: Arc<Mutex<VecDeque<u64>>>,
    chance: RefCell<Chance>,
    log: RefCell<Log>,
}

impl World {
    pub fn of(seed: u64, told: bool) -> Rc<World> {
        Rc::new(World {
            now: Cell::new(0),
            count: Cell::new(0),
            agenda: RefCell::default(),
            tasks: RefCell::default(),
            ready: Arc::default(),
            chance: RefCell::new(Chance::of(seed)),
            log: RefCell::new(Log {
                hash: 0xcbf2_9ce4_8422_2325,
                lines: told.then(Vec::new),
            }),
        })
    }
    /// Microseconds since the beginning.
    pub fn now(&self) -> u64 {
        self.now.get()
    }
    pub fn draw<T>(&self, draw: impl FnOnce(&mut Chance) -> T) -> T {
        draw(&mut self.chance.borrow_mut())
    }
    pub fn note(&self, what: fmt::Arguments<'_>) {
        let mut log = self.log.borrow_mut();
        if let Some(lines) = &mut log.lines {
            lines.push(String::new());
        }
        let _ = write!(log, "{:>9} {what}", self.now.get());
    }
    /// The hash of the log, and its lines where they were asked for.
    pub fn told(&self) -> (u64, Vec<String>) {
        let log = self.log.borrow();
        (log.hash, log.lines.clone().unwrap_or_default())
    }
    fn counted(&self) -> u64 {
        self.count.set(self.count.get() + 1);
        self.count.get()
    }
    /// Has something happen after some microseconds, unless whose it is has gone by then.
    pub fn after(&self, of: u32, delay: u64, act: impl FnOnce() + 'static) {
        let key = (self.now() + delay, self.counted());
        self.agenda.borrow_mut().insert(key, Event { of, act: Box::new(act) });
    }
    pub fn spawn(&self, of: u32, future: impl Future<Output = ()> + 'static) {
        let task = self.counted();
        let future = Box::pin(future);
        self.tasks.borrow_mut().insert(task, Task { of, future });
        self.ready.lock().expect("one thread").push_back(task);
    }
    /// Ends all that belongs to somebody.
    pub fn end(&self, of: u32) {
        let (events, rest) = self.agenda.take().into_iter().partition(|(_, event)| event.of == of);
        *self.agenda.borrow_mut() = rest;
        let (tasks, rest) = self.tasks.take().into_iter().partition(|(_, task)| task.of == of);
        *self.tasks.borrow_mut() = rest;
        // They are let go of when nothing is borrowed: what they hold may ask for something when it goes.
        drop::<(BTreeMap<_, Event>, BTreeMap<_, Task>)>((events, tasks));
    }
    /// Waits some microseconds.
    pub fn pause(self: &Rc<Self>, of: u32, delay: u64) -> impl Future<Output = ()> + use<> {
        let answer = Answer::default();
        let over = answer.clone();
        self.after(of, delay, move || over.give(()));
        answer
    }
    /// Lets things happen until a moment; `between` is done whenever all tasks wait.
    pub fn run(&self, until: u64, between: impl Fn()) {
        loop {
            loop {
                let next = self.ready.lock().expect("one thread").pop_front();
                let Some(id) = next else { break };
                let Some(mut task) = self.tasks.borrow_mut().remove(&id) else { continue };
                let waker = Waker::from(Arc::new(Ready {
                    task: id,
                    queue: self.ready.clone(),
                }));
                if task.future.as_mut().poll(&mut Context::from_waker(&waker)).is_pending() {
                    self.tasks.borrow_mut().insert(id, task);
                }
            }
            between();
            let next = self.agenda.borrow_mut().first_key_value().map(|(key, _)| *key);
            match next.filter(|(at, _)| *at <= until) {
                Some(key) => {
                    self.now.set(key.0);
                    let event = self.agenda.borrow_mut().remove(&key);
                    if let Some(event) = event {
                        (event.act)();
                    }
                }
                None => break self.now.set(until),
            }
        }
    }
}

/// Something that is waited for.
pub struct Answer<T>(Rc<RefCell<(Option<T>, Option<Waker>)>>);

impl<T> Default for Answer<T> {
    fn default() -> Self {
        Answer(Rc::new(RefCell::new((None, None))))
    }
}

impl<T> Clone for Answer<T> {
    fn clone(&self) -> Self {
        Answer(self.0.clone())
    }
}

impl<T> Answer<T> {
    pub fn give(&self, value: T) {
        let waker = {
            let mut there = self.0.borrow_mut();
            there.0 = Some(value);
            there.1.take()
        };
        if let Some(waker) = waker {
            waker.wake();
        }
    }
}

impl<T> Future for Answer<T> {
    type Output = T;
    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<T> {
        let mut there = self.0.borrow_mut();
        match there.0.take() {
            Some(value) => Poll::Ready(value),
            None => {
                there.1 = Some(context.waker().clone());
                Poll::Pending
            }
        }
    }
}
