//! The saving of an assessment as a model, checked in every order of events: two windows that type, put what is typed into
//! the journal, save, are killed and opened again, and the power that fails. What was put down is never lost.
//!
//! How an entry is put together with a record is the kit's own rule (`gather`); the rest says in few words what
//! `src/saving` does. Beside it stand rules that look right and lose text.

use award_kit::archive::journal::{Entry, Mark, Written, gather};
use stateright::{Checker, Model, Property};
use std::collections::{BTreeMap, BTreeSet};

/// What is typed: each time another letter. A content is the set of letters it has, a bit for each.
type Content = u8;

/// A window, by the order of their openings; 0: nobody.
type Writer = u8;

fn written(content: Content) -> String {
    content.to_string()
}

fn read(content: &str) -> Content {
    content.parse().expect("a content is a number")
}

/// A full record.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Default)]
struct Record {
    revision: u32,
    content: Content,
    writer: Writer,
    seq: u32,
}

/// An entry of the journal.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Put {
    writer: Writer,
    base: u32,
    seq: u32,
    content: Content,
}

/// What lies on the disk.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Default)]
struct Disk {
    record: Record,
    /// By the key of the entry.
    journal: BTreeMap<Writer, Put>,
    /// Versions of their own that were kept as assessments.
    copies: BTreeSet<Content>,
}

impl Disk {
    /// The letters that are somewhere.
    fn letters(&self) -> Content {
        let journal = self.journal.values().map(|put| put.content);
        journal
            .chain(self.copies.iter().copied())
            .fold(self.record.content, |all, content| all | content)
    }
}

/// A window with the assessment open.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Window {
    writer: Writer,
    base: u32,
    content: Content,
    seq: u32,
    /// The content on its way to the disk, with its mark.
    saving: Option<(Content, u32)>,
    /// Entries of windows that are gone, which the content holds.
    taken: Vec<(Writer, u32)>,
    /// Another window was faster: it saves no more.
    has_lost: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Default)]
struct State {
    /// What the system has been handed.
    system: Disk,
    /// What outlives a power cut; the same where everything is strict.
    disk: Disk,
    windows: [Option<Window>; 2],
    /// Letters typed so far, and those whose putting down or saving was called done.
    typed: u8,
    done: Content,
    opened: Writer,
}

/// What is tried: the kit's rule, or one that loses text.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Rule {
    Kept,
    /// Writes are called done when the system has them.
    Relaxed,
    /// Both windows put down under one key.
    OneNote,
    /// A full record cuts the entry, also one that was put down after it was made.
    CutsAll,
    /// What other windows wrote beside the record is let go of when it is found.
    DropsOthers,
}

struct Saving {
    rule: Rule,
    letters: u8,
    openings: Writer,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Event {
    Open(usize),
    Type(usize),
    PutDown(usize),
    BeginSave(usize),
    EndSave(usize),
    Kill(usize),
    /// What the system holds back reaches the disk.
    Flush,
    PowerCut,
}

impl Saving {
    fn key(&self, writer: Writer) -> Writer {
        if self.rule == Rule::OneNote { 0 } else { writer }
    }

    fn open(&self, state: &mut State, at: usize) {
        state.opened += 1;
        let writer = state.opened;
        let alive: Vec<Writer> = state.windows.iter().flatten().map(|window| window.writer).collect();
        let record = &state.system.record;
        let left = state.system.journal.values().filter(|put| !alive.contains(&put.writer));
        let mark = |writer: Writer, seq: u32| Mark {
            writer: writer.to_string(),
            seq,
        };
        let entry = |put: &Put| Entry {
            mark: mark(put.writer, put.seq),
            base: put.base,
            written: Written::Whole(written(put.content)),
        };
        let kept = written(record.content);
        let found = gather(Some(&kept), record.revision, &mark(record.writer, record.seq), left.map(entry).collect());
        let (base, content) = (record.revision, read(&found.content.unwrap_or(kept)));
        let by = |entry: &Entry| entry.mark.writer.parse().expect("a writer is a number");
        for copy in &found.others {
            if self.rule != Rule::DropsOthers {
                state.system.copies.insert(read(&copy.replayed(None).expect("entries hold the whole")));
            }
            state.system.journal.remove(&self.key(by(copy)));
        }
        state.windows[at] = Some(Window {
            writer,
            base,
            content,
            seq: 0,
            saving: None,
            taken: found.taken.iter().map(|entry| (by(entry), entry.mark.seq)).collect(),
            has_lost: false,
        });
    }

    fn end_save(&self, state: &mut State, at: usize) {
        let Some(window) = &mut state.windows[at] else { return };
        let Some((content, seq)) = window.saving.take() else { return };
        if state.system.record.revision != window.base {
            window.has_lost = true;
            return;
        }
        window.base += 1;
        state.done |= content;
        state.system.record = Record {
            revision: window.base,
            content,
            writer: window.writer,
            seq,
        };
        let own = (window.writer, if self.rule == Rule::CutsAll { u32::MAX } else { seq });
        for (writer, seq) in window.taken.iter().chain([&own]) {
            let key = self.key(*writer);
            if state.system.journal.get(&key).is_some_and(|put| put.seq <= *seq) {
                state.system.journal.remove(&key);
            }
        }
    }
}

impl Model for Saving {
    type State = State;
    type Action = Event;

    fn init_states(&self) -> Vec<State> {
        vec![State::default()]
    }

    fn actions(&self, state: &State, events: &mut Vec<Event>) {
        for (at, window) in state.windows.iter().enumerate() {
            let Some(window) = window else {
                if state.opened < self.openings {
                    events.push(Event::Open(at));
                }
                continue;
            };
            if state.typed < self.letters {
                events.push(Event::Type(at));
            }
            if window.seq < 3 {
                events.push(Event::PutDown(at));
                if window.saving.is_none() && !window.has_lost {
                    events.push(Event::BeginSave(at));
                }
            }
            if window.saving.is_some() {
                events.push(Event::EndSave(at));
            }
            events.push(Event::Kill(at));
        }
        if self.rule == Rule::Relaxed && state.disk != state.system {
            events.push(Event::Flush);
        }
        // Where everything is strict, a power cut is the end of all windows, one after the other.
        if self.rule == Rule::Relaxed && state.windows.iter().any(Option::is_some) {
            events.push(Event::PowerCut);
        }
    }

    fn next_state(&self, state: &State, event: Event) -> Option<State> {
        let mut next = state.clone();
        match event {
            Event::Open(at) => self.open(&mut next, at),
            Event::Type(at) => {
                next.windows[at].as_mut()?.content |= 1 << next.typed;
                next.typed += 1;
            }
            Event::PutDown(at) => {
                let window = next.windows[at].as_mut()?;
                // Nothing is put down where nothing has changed.
                if window.content == next.system.record.content {
                    return None;
                }
                window.seq += 1;
                next.done |= window.content;
                let put = Put {
                    writer: window.writer,
                    base: window.base,
                    seq: window.seq,
                    content: window.content,
                };
                let key = self.key(put.writer);
                next.system.journal.insert(key, put);
            }
            Event::BeginSave(at) => {
                let window = next.windows[at].as_mut()?;
                window.seq += 1;
                window.saving = Some((window.content, window.seq));
            }
            Event::EndSave(at) => self.end_save(&mut next, at),
            Event::Kill(at) => next.windows[at] = None,
            Event::Flush => {}
            Event::PowerCut => {
                next.windows = [None, None];
                next.system = next.disk.clone();
            }
        }
        if self.rule != Rule::Relaxed || event == Event::Flush {
            next.disk = next.system.clone();
        }
        Some(next)
    }

    fn properties(&self) -> Vec<Property<Self>> {
        vec![
            Property::always("what was called done is there", |_, state: &State| state.done & !state.system.letters() == 0),
            Property::sometimes("two windows write and both versions are kept", |_, state: &State| {
                !state.system.copies.is_empty()
            }),
        ]
    }
}

fn lost(rule: Rule) -> bool {
    let model = Saving { rule, letters: 2, openings: 3 };
    let checked = model.checker().threads(2).spawn_bfs().join();
    checked.discovery("what was called done is there").is_some()
}

#[test]
fn in_no_order_of_events_is_anything_lost_that_was_put_down_or_saved() {
    let model = Saving {
        rule: Rule::Kept,
        letters: 2,
        openings: 3,
    };
    let checked = model.checker().threads(2).spawn_bfs().join();
    checked.assert_properties();
    assert!(checked.unique_state_count() > 10_000, "{} states", checked.unique_state_count());
}

#[test]
fn rules_that_look_right_are_found_to_lose_text() {
    for rule in [Rule::Relaxed, Rule::OneNote, Rule::CutsAll, Rule::DropsOthers] {
        assert!(lost(rule), "{rule:?}");
    }
}
