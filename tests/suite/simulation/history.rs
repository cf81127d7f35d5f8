//! One history: windows that type, undo, are hidden, closed and opened again, a browser that fails in many ways, and what must
//! hold in the end.

use super::Rule;
use super::disk::{Disk, Value};
use super::oracle::{Oracle, Token, tokens};
use super::window::{Browser, SimulatedDevice, SimulatedPage};
use super::world::{MS, World};
use award_kit::archive::{self, Project};
use award_kit::assessment::{Action, Assessment, Field, ProfileText, text};
use award_kit::criteria::{ItemSlot, Pack, built_in};
use award_kit::saving::{self, CARDS, Copies, JOURNAL, RECORDS, Row, SaveState, StorageError, Store};
use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

thread_local! {
    static PACK: Rc<Pack> = Rc::new(built_in("demo-mini").expect("demo-mini loads"));
}

/// What came of a history.
#[derive(Debug, PartialEq)]
pub struct Outcome {
    /// The hash of its log.
    pub hash: u64,
    pub broken: Vec<String>,
    pub lines: Vec<String>,
}

/// A text field with what is being typed, as `ui/fields/text.rs` has it.
#[derive(Default)]
struct Typing {
    written: RefCell<BTreeMap<usize, String>>,
    composing: Cell<bool>,
    /// The assessment that is being read, which is not read a second time meanwhile.
    under_way: RefCell<Option<String>>,
}

struct Opened {
    number: u32,
    store: Store<SimulatedPage>,
    typing: Rc<Typing>,
}

struct History {
    browser: Rc<Browser>,
    world: Rc<World>,
    disk: Rc<Disk>,
    pack: Rc<Pack>,
    windows: Vec<Opened>,
    count: u32,
}

const FIELDS: u64 = 6;
/// The field of which the list of assessments shows what is written.
const NAME: usize = 5;

fn field(at: usize) -> Field {
    if at == NAME {
        return Field::Profile(ProfileText::Name);
    }
    let item = ItemSlot(at / 2);
    if at.is_multiple_of(2) { Field::Strengths(item) } else { Field::Remark(item) }
}

fn shown(assessment: &Assessment, at: usize) -> String {
    if at == NAME {
        return assessment.organisation.text(ProfileText::Name).to_string();
    }
    let item = assessment.item(ItemSlot(at / 2));
    let text = if at.is_multiple_of(2) { &item.strengths } else { &item.remark };
    text.to_string()
}

fn commit(store: &Store<SimulatedPage>, typing: &Typing, at: usize) {
    let written = typing.written.borrow_mut().remove(&at);
    if let Some(written) = written {
        store.draft(field(at), None);
        store.dispatch(field(at).write(text(written)));
    }
}

fn commit_all(store: &Store<SimulatedPage>, typing: &Typing) {
    let all: Vec<usize> = typing.written.borrow().keys().copied().collect();
    all.into_iter().for_each(|at| commit(store, typing, at));
}

/// Plays the history of a seed.
pub fn play(seed: u64, rule: Rule, told: bool) -> Outcome {
    let mut history = History::of(seed, rule, told);
    history.begin();
    let steps = history.world.draw(|chance| chance.between(5, 16));
    for _ in 0..steps {
        history.step();
    }
    history.end()
}

/// Something is composed in a field of one window for so long that it is saved meanwhile, and the other window, which shows it,
/// goes on in the same field.
pub fn compose_where_another_window_writes(seed: u64) -> Outcome {
    let mut history = History::of(seed, Rule::Kept, false);
    history.disk.healed.set(true);
    history.begin();
    let other = history.window();
    history.open(other, "a1");
    history.run(500);
    history.windows[0].typing.composing.set(true);
    history.write(0, 0, false);
    history.run(3000);
    history.write(other, 0, false);
    history.run(3000);
    history.windows[0].typing.composing.set(false);
    history.write(0, 0, false);
    let Opened { store, typing, .. } = &history.windows[0];
    commit_all(store, typing);
    history.run(3000);
    history.end()
}

/// There is no room for some milliseconds from the moment on in which something is typed, and nobody asks for another try; where `let_go`
/// another assessment is begun meanwhile. With how often a full record was tried.
pub fn room_comes_later(seed: u64, without: u64, let_go: bool) -> (Outcome, u32) {
    let mut history = History::of(seed, Rule::Kept, false);
    history.disk.healed.set(true);
    history.begin();
    history.run(1000);
    history.disk.healed.set(false);
    history.disk.trouble.set(Some((StorageError::Full, u64::MAX)));
    let before = history.disk.tries.get();
    history.write(0, 0, false);
    let Opened { store, typing, .. } = &history.windows[0];
    if let_go {
        commit_all(store, typing);
        store.add(history.pack.clone(), Project::blank(&history.pack));
    }
    history.run(without);
    let state = |store: &Store<SimulatedPage>| store.snapshot().map(|open| open.save);
    let told = state(store) == Some(SaveState::Failed(StorageError::Full));
    history.disk.healed.set(true);
    history.run(65_000);
    let kept = !store.is_unsaved() && matches!(state(store), Some(SaveState::Saved(_)));
    let tries = history.disk.tries.get() - before;
    let mut outcome = history.end();
    for (holds, what) in [(told, "that there was no room was not told"), (kept, "it was not kept once there was room")] {
        if !holds {
            outcome.broken.push(what.to_owned());
        }
    }
    (outcome, tries)
}

/// The browser clears the database of two windows that have an assessment open, in the moment something is typed and there is no
/// room, or, where it is `removed`, somebody has removed it. What is typed into the first is kept once there is room, with all the
/// rest of it, or it stays told that it is gone. Where it is cleared `again` after the windows are gone, what was kept anew is still noted.
pub fn the_database_is_cleared(seed: u64, removed: bool, again: bool) -> Outcome {
    let mut history = History::of(seed, Rule::Kept, false);
    history.disk.healed.set(true);
    history.begin();
    for place in 0..3 {
        history.write(0, place, false);
    }
    history.run(2000);
    let other = history.window();
    history.open(other, "a1");
    history.run(1000);
    history.disk.healed.set(false);
    history.disk.trouble.set(Some((StorageError::Full, u64::MAX)));
    history.write(0, 0, false);
    history.run(history.draw(700));
    history.disk.is_cleared();
    if removed {
        history.disk.known.borrow_mut().clear();
    }
    history.run(history.draw(3000));
    history.disk.healed.set(true);
    history.run(65_000);
    history.write(other, 4, false);
    history.run(5_000);
    let states: Vec<_> = history.windows.iter().filter_map(|opened| Some(opened.store.snapshot()?.save)).collect();
    let right = |state: &SaveState| match state {
        SaveState::Failed(error) => removed && *error == StorageError::Gone,
        SaveState::Saved(_) => !removed,
        SaveState::Pending => false,
    };
    if removed {
        for Opened { store, .. } in &history.windows {
            store.keep_as_copy();
        }
        history.run(1000);
    }
    if again {
        history.kill(0);
        history.kill(0);
        history.disk.is_cleared();
        let last = history.window();
        history.open(last, "a1");
        history.run(3000);
    }
    let mut outcome = history.end();
    if !states.iter().all(right) {
        outcome.broken.push(format!("{states:?}"));
    }
    outcome
}

/// A copy of what another window's record does not have cannot be kept, and the window is killed: what was typed is still there.
pub fn a_copy_finds_no_room(seed: u64) -> Outcome {
    let mut history = History::of(seed, Rule::Kept, false);
    history.disk.healed.set(true);
    history.begin();
    let other = history.window();
    history.open(other, "a1");
    history.run(1000);
    history.write(0, 0, false);
    history.write(other, 0, false);
    history.run(2000);
    *history.disk.refused.borrow_mut() = Some("a2".to_owned());
    for at in [0, other] {
        let Opened { number, store, typing } = &history.windows[at];
        if store.snapshot().is_some_and(|open| open.save == SaveState::Failed(StorageError::Newer)) {
            commit_all(store, typing);
            let copy = store.keep_as_copy().expect("something is open");
            history.browser.oracle.borrow_mut().renamed(*number, "a1", &copy);
        }
    }
    history.run(history.draw(3000));
    history.kill(0);
    history.kill(0);
    *history.disk.refused.borrow_mut() = None;
    history.end()
}

/// Two windows that are gone have both typed into one record; whoever opens it can keep the one as a copy, and the other in no record.
pub fn copies_are_kept_where_the_record_cannot_be(seed: u64, rule: Rule) -> Outcome {
    let mut history = History::of(seed, rule, false);
    history.disk.healed.set(true);
    history.begin();
    let other = history.window();
    history.open(other, "a1");
    history.run(500);
    for (at, place) in [(0, 0), (other, 2)] {
        history.write(at, place, false);
        history.run(80);
    }
    history.kill(0);
    history.kill(0);
    *history.disk.refused.borrow_mut() = Some("a1".to_owned());
    let last = history.window();
    history.open(last, "a1");
    history.run(3000);
    history.kill(last);
    *history.disk.refused.borrow_mut() = None;
    history.end()
}

impl History {
    fn of(seed: u64, rule: Rule, told: bool) -> History {
        let world = World::of(seed, told);
        let disk = Disk::of(&world, rule);
        let has_locks = world.draw(|chance| !chance.one_in(8));
        let browser = Rc::new(Browser {
            world: world.clone(),
            disk: disk.clone(),
            oracle: RefCell::new(Oracle::default()),
            windows: RefCell::default(),
            has_locks,
            ids: Cell::new(0),
        });
        History {
            browser,
            world,
            disk,
            pack: PACK.with(Rc::clone),
            windows: Vec::new(),
            count: 0,
        }
    }

    fn run(&self, milliseconds: u64) {
        let disk = self.disk.clone();
        self.world.run(self.world.now() + milliseconds * MS, || disk.between());
    }

    fn draw(&self, below: u64) -> u64 {
        self.world.draw(|chance| chance.below(below))
    }

    fn window(&mut self) -> usize {
        self.count += 1;
        let number = self.count;
        let page = SimulatedPage {
            device: SimulatedDevice::of(&self.browser, number),
            hidden: Cell::new(false),
        };
        let store = Store::of_page(page);
        self.disk.alive.borrow_mut().push(number);
        self.browser.windows.borrow_mut().push((number, store.clone()));
        self.windows.push(Opened {
            number,
            store,
            typing: Rc::default(),
        });
        self.windows.len() - 1
    }

    fn begin(&mut self) {
        let first = self.window();
        self.windows[first].store.add(self.pack.clone(), Project::blank(&self.pack));
        self.run(100);
    }

    /// Opens an assessment in a window, as `ui/frame/opening.rs` does.
    fn open(&self, at: usize, id: &str) {
        let Opened { number, store, typing } = &self.windows[at];
        self.browser.oracle.borrow_mut().left(*number);
        if store.id().as_deref() == Some(id) || store.take_back(id) {
            return;
        }
        if typing.under_way.borrow_mut().replace(id.to_owned()).as_deref() == Some(id) {
            return;
        }
        let typing = typing.clone();
        let (store, id, pack, world) = (store.clone(), id.to_owned(), self.pack.clone(), self.world.clone());
        let (rule, number, healed) = (self.disk.rule, *number, self.disk.healed.get());
        self.world.spawn(number, async move {
            let device = store.page().device.clone();
            let missing = !healed && world.draw(|chance| chance.one_in(20));
            let recover = async |id: String, stored| match missing {
                true => None,
                false => Some(saving::recover(&device, &id, stored).await),
            };
            let found = saving::found(&device, &id, recover).await;
            typing.under_way.borrow_mut().take_if(|other| *other == id);
            if store.id().as_deref() == Some(&*id) {
                return;
            }
            let found = match found {
                Ok(Some(found)) => found,
                other => return world.note(format_args!("window {number} cannot open {id}: {:?}", other.err())),
            };
            let read = archive::open(found.content()).and_then(|opened| opened.with_pack(&pack));
            let Ok(project) = read else {
                return world.note(format_args!("window {number} cannot read {id}"));
            };
            let record = found.record();
            world.note(format_args!(
                "window {number} opens {id} at {} with {:?}, {} beside",
                record.revision,
                tokens(found.content()),
                found.others.len()
            ));
            store.open(&id, pack.clone(), project, record, found.recovered.is_some());
            let copies = Copies {
                id,
                pack,
                record: found.stored.map(|stored| stored.content),
                others: found.others,
            };
            if rule == Rule::DropsOthers {
                copies.others.iter().for_each(|entry| device_takes(&device, &copies.id, entry));
                saving::withdraw(&device, &copies.id);
            } else if saving::keep_copies(&device, &copies, "copy").await > 0 && rule == Rule::LetsGoOfAll {
                copies.others.iter().for_each(|entry| device_takes(&device, &copies.id, entry));
                saving::withdraw(&device, &copies.id);
            }
        });
    }

    fn step(&mut self) {
        let gap = match self.draw(8) {
            0 => self.draw(1500),
            1 | 2 => self.draw(400),
            _ => self.draw(60),
        };
        if self.windows.is_empty() {
            let at = self.window();
            self.open_some(at);
        } else {
            let at = self.draw(self.windows.len() as u64) as usize;
            match self.draw(40) {
                0..18 => {
                    let (place, anew) = (self.draw(FIELDS) as usize, self.draw(12) == 0);
                    self.write(at, place, anew);
                }
                18..20 => self.undo(at),
                20 => self.choose(at),
                21..23 if self.windows.len() < 3 => {
                    let at = self.window();
                    self.open_some(at);
                }
                23 => self.hide(at),
                24 => self.close(at),
                25 | 26 => self.kill(at),
                27 => self.power_cut(),
                28 => {
                    let Opened { store, typing, .. } = &self.windows[at];
                    commit_all(store, typing);
                    store.close();
                    self.open_some(at);
                }
                29 => self.damage(),
                30 => self.trouble(),
                31 => {
                    let (times, long) = (self.draw(60) + 2, self.draw(2000) * MS);
                    self.disk.slow.set((times, self.world.now() + long));
                }
                32 => self.windows[at].store.page().device.connected.set(false),
                33 => {
                    let typing = &self.windows[at].typing;
                    typing.composing.set(!typing.composing.get());
                }
                _ => self.remedy(at),
            }
        }
        self.run(gap);
    }

    fn open_some(&self, at: usize) {
        let mut ids: Vec<String> = self
            .disk
            .lying(RECORDS, "")
            .into_iter()
            .filter_map(|(key, _)| Some(key.split_once('/')?.0.to_owned()))
            .collect();
        ids.extend(
            self.disk
                .lying(JOURNAL, "")
                .into_iter()
                .filter_map(|(key, _)| Some(key.split_once('|')?.0.to_owned())),
        );
        ids.sort();
        ids.dedup();
        if !ids.is_empty() {
            // Mostly the same one.
            let chosen = if self.draw(4) == 0 { self.draw(ids.len() as u64) as usize } else { 0 };
            self.open(at, &ids[chosen]);
        }
    }

    /// Types into a field, after what stands there or in its place.
    fn write(&self, at: usize, place: usize, anew: bool) {
        let Opened { number, store, typing } = &self.windows[at];
        let Some(open) = store.snapshot() else { return };
        let there = typing.written.borrow().get(&place).cloned();
        let was_being_typed = there.is_some();
        let there = there.unwrap_or_else(|| shown(&open.assessment, place));
        let mut oracle = self.browser.oracle.borrow_mut();
        let token = oracle.typed(*number, &open.id, self.world.now());
        let written = if anew {
            oracle.release(tokens(&there));
            format!("<{token}>")
        } else {
            format!("{there}<{token}>")
        };
        drop(oracle);
        self.world.note(format_args!("window {number} types <{token}> into {place}"));
        store.draft(field(place), Some(text(&written)));
        typing.written.borrow_mut().insert(place, written);
        if !was_being_typed {
            let (store, typing) = (store.clone(), typing.clone());
            self.world.after(*number, 250 * MS, move || {
                if !typing.composing.get() {
                    commit(&store, &typing, place);
                }
            });
        }
    }

    /// Takes a step back or forward; what goes by that was wanted to go.
    fn undo(&self, at: usize) {
        let Opened { number, store, typing } = &self.windows[at];
        commit_all(store, typing);
        let texts = |store: &Store<SimulatedPage>| {
            let open = store.snapshot();
            let shown = |at: u64| open.iter().map(|open| shown(&open.assessment, at as usize)).collect::<String>();
            tokens(&(0..FIELDS).map(shown).collect::<String>())
        };
        let before = texts(store);
        if self.draw(3) == 0 {
            store.redo()
        } else {
            store.undo()
        }
        let gone: BTreeSet<Token> = before.difference(&texts(store)).copied().collect();
        self.world.note(format_args!("window {number} takes back {gone:?}"));
        self.browser.oracle.borrow_mut().release(gone);
    }

    fn choose(&self, at: usize) {
        let points = self.draw(100) as u32;
        self.windows[at].store.dispatch(Action::ReferencePoints(Some(points)));
    }

    fn hide(&self, at: usize) {
        let Opened { number, store, typing } = &self.windows[at];
        let hidden = &store.page().hidden;
        hidden.set(!hidden.get());
        self.world.note(format_args!("window {number} is hidden: {}", hidden.get()));
        if hidden.get() {
            commit_all(store, typing);
            store.leave();
        }
    }

    /// What a user does who reads what the page says.
    fn remedy(&self, at: usize) {
        let Opened { number, store, typing } = &self.windows[at];
        let Some(open) = store.snapshot() else { return self.open_some(at) };
        let SaveState::Failed(error) = open.save else { return };
        commit_all(store, typing);
        self.world.note(format_args!("window {number} meets {error:?}"));
        match error {
            StorageError::Newer if self.draw(2) == 0 => store.join(),
            StorageError::Newer | StorageError::Gone => {
                if let Some(copy) = store.keep_as_copy() {
                    self.browser.oracle.borrow_mut().renamed(*number, &open.id, &copy);
                    self.disk.goes_on_waiting(*number, &open.id, &copy);
                }
            }
            _ => store.retry(),
        }
    }

    fn close(&mut self, at: usize) {
        let Opened { number, store, typing } = &self.windows[at];
        self.world.note(format_args!("window {number} is closed"));
        store.put_down();
        store.leave_behind();
        commit_all(store, typing);
        store.leave();
        self.gone(at, u64::MAX);
    }

    fn kill(&mut self, at: usize) {
        self.world.note(format_args!("window {} is killed", self.windows[at].number));
        self.disk.breaks_off(self.windows[at].number);
        self.gone(at, self.world.now());
    }

    fn gone(&mut self, at: usize, until: u64) {
        let Opened { number, .. } = self.windows.remove(at);
        self.browser.windows.borrow_mut().retain(|(window, _)| *window != number);
        self.browser.oracle.borrow_mut().ends(number, until, &self.disk.waiting.borrow());
        self.world.end(number);
        self.disk.gone(number);
    }

    fn power_cut(&mut self) {
        if self.disk.is_busy_for_the_dead() {
            return;
        }
        self.world.note(format_args!("the power fails"));
        self.disk.power_cut();
        while let Some(Opened { number, .. }) = self.windows.pop() {
            self.browser.windows.borrow_mut().clear();
            self.browser.oracle.borrow_mut().ends(number, self.world.now(), &self.disk.waiting.borrow());
            self.world.end(number);
        }
    }

    fn trouble(&self) {
        const ALL: [StorageError; 5] = [
            StorageError::Full,
            StorageError::Blocked,
            StorageError::Broken,
            StorageError::Failed,
            StorageError::Silent,
        ];
        let error = ALL[self.draw(5) as usize];
        let until = self.world.now() + self.draw(1500) * MS;
        self.world.note(format_args!("{error:?} until {until}"));
        self.disk.trouble.set(Some((error, until)));
    }

    /// Damages the last record of an assessment that has an earlier one; what only it held is gone.
    fn damage(&self) {
        let rows = self.disk.lying(RECORDS, "");
        let Some(at) = (1..rows.len()).rev().find(|at| {
            let id = |at: usize| rows[at].0.split_once('/').map(|(id, _)| id);
            rows[*at].1.whole && rows[at - 1].1.whole && id(*at) == id(at - 1)
        }) else {
            return;
        };
        let (key, Value::Row(row)) = (&rows[at].0, &*rows[at].1.value) else { return };
        let Value::Row(before) = &*rows[at - 1].1.value else { return };
        let lost: BTreeSet<Token> = tokens(&row.content).difference(&tokens(&before.content)).copied().collect();
        self.world.note(format_args!("{key} is damaged, {lost:?} with it"));
        self.browser.oracle.borrow_mut().release(lost);
        let content = match self.draw(3) {
            0 => None,
            1 => Some(row.content.replace('<', "(")),
            _ => Some(row.content[..row.content.len() / 2].to_owned()),
        };
        let damaged = content.map(|content| Value::Row(Row { content, ..row.clone() }));
        self.disk.damage(key, damaged.unwrap_or(Value::Garbled));
    }

    /// All windows end, everything works again, and each assessment is opened in a window of its own, one after the other.
    fn end(mut self) -> Outcome {
        if self.draw(2) == 0 {
            self.power_cut();
        }
        while !self.windows.is_empty() {
            self.kill(0);
        }
        self.disk.healed.set(true);
        self.run(60_000);
        let mut opened = BTreeSet::new();
        loop {
            let rows = self.disk.lying(RECORDS, "").into_iter().chain(self.disk.lying(JOURNAL, ""));
            let next = rows
                .filter_map(|(key, _)| Some(key.split_once(['/', '|'])?.0.to_owned()))
                .find(|id| !opened.contains(id));
            let Some(id) = next else { break };
            opened.insert(id.clone());
            let at = self.window();
            self.open(at, &id);
            self.run(5000);
            self.kill(at);
            self.run(100);
        }
        let mut there = BTreeSet::new();
        let mut broken = self.disk.broken.take();
        for (key, lying) in self.disk.lying(RECORDS, "") {
            let id = key.split_once('/').expect("a key").0;
            let later: Vec<_> = self.disk.lying(RECORDS, id).into_iter().filter(|(other, _)| *other > key).collect();
            if let Value::Row(row) = &*lying.value
                && lying.whole
                && !later.iter().any(|(_, lying)| lying.whole)
            {
                there.extend(tokens(&row.content));
                if later.is_empty() {
                    broken.extend(self.listed_otherwise(id, &row.content));
                }
            }
        }
        broken.extend(self.browser.oracle.borrow().missing(&there));
        let (hash, lines) = self.world.told();
        Outcome { hash, broken, lines }
    }

    /// What the list says of an assessment, where it is not what the record says.
    fn listed_otherwise(&self, id: &str, content: &str) -> Option<String> {
        let cards = self.disk.lying(CARDS, id);
        let Value::Text(card) = &*cards.first()?.1.value else { return None };
        let listed = serde_json::from_str::<Listed>(card).expect("a card").name;
        let kept = archive::open(content).and_then(|opened| opened.with_pack(&self.pack)).expect("a record");
        let kept = shown(&kept.assessment, NAME);
        let listed = listed.trim_end_matches(" · copy");
        (listed != kept).then(|| format!("the list calls {id} {listed:?}, the record {kept:?}"))
    }
}

#[derive(serde::Deserialize)]
struct Listed {
    name: String,
}

fn device_takes(device: &SimulatedDevice, id: &str, entry: &archive::journal::Entry) {
    use award_kit::saving::Device;
    device.window().take(id, entry);
}
