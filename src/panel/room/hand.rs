//! What the facilitator has at hand in the room, and what each key does. A key is always a command: only `r` and `m` open a
//! field to write in, and nothing else does.

use super::digits::Digits;
use super::sequence::sequence;
use crate::assessment::Percent;
use crate::criteria::{ItemSlot, Pack};
use crate::panel::{Agreement, Panel, PanelAction, PanelReading};
use std::rc::Rc;

/// Which text is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Writing {
    Reason,
    Note,
}

/// What stands on the projected page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Showing {
    #[default]
    Item,
    /// All items, to jump to one: the position in the order of the room that is chosen.
    List(usize),
    /// The keys.
    Keys,
}

/// What a key asks for.
#[derive(Debug, Clone, PartialEq)]
pub enum Deed {
    /// The key is for nothing.
    Unknown,
    /// It changed what is at hand or shown.
    Shown,
    /// Steps of the session, one after the other.
    Acts(Vec<PanelAction>),
    /// A field is opened.
    Write(Writing),
    Leave,
    FullScreen,
}

/// What is at hand.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Hand {
    /// Position in the order of the room.
    pub at: usize,
    /// Set, and not agreed yet.
    pub percent: Option<Percent>,
    pub digits: Digits,
    pub showing: Showing,
    /// Which part of the comments is shown, counted from 0 and round again.
    pub part: usize,
    /// Items put off, in the order in which they were.
    pub later: Vec<ItemSlot>,
    /// What was agreed on an item before the last steps.
    before: Vec<(ItemSlot, Rc<Agreement>)>,
    /// Milliseconds worked, by item of the pack.
    pub(super) worked: Vec<f64>,
    /// Since when the clock runs; none while it stands.
    pub since: Option<f64>,
    /// Since when there is a break.
    pub pause: Option<f64>,
}

impl Hand {
    /// The item at hand; none where there is none.
    pub fn item<'a>(&self, reading: &'a PanelReading) -> Option<&'a crate::panel::ItemReading> {
        let order = sequence(reading, &self.later);
        order.get(self.at).and_then(|at| reading.items.get(*at))
    }

    /// What would be agreed: what was set by keys, else what is agreed, else the median.
    pub fn present(&self, reading: &PanelReading, panel: &Panel) -> Option<Percent> {
        let item = self.item(reading)?;
        self.percent.or(panel.agreement(item.item).percent).or(item.proposal)
    }

    /// Does what a key is for.
    pub fn press(&mut self, pack: &Pack, panel: &Panel, reading: &PanelReading, key: &str, now: f64) -> Deed {
        let Some(slot) = self.item(reading).map(|item| item.item) else {
            return Deed::Unknown;
        };
        let last = reading.items.len().saturating_sub(1);
        if let Showing::List(chosen) = self.showing {
            return self.in_list(chosen, last, slot, key, now);
        }
        if self.showing == Showing::Keys {
            self.showing = Showing::Item;
            return Deed::Shown;
        }
        let step = pack.structure().scoring.step;
        match key {
            "n" | "ArrowRight" | "PageDown" => self.go((self.at + 1).min(last), slot, now),
            "p" | "ArrowLeft" | "PageUp" => self.go(self.at.saturating_sub(1), slot, now),
            "ArrowUp" | "ArrowDown" => {
                let by = if key == "ArrowUp" { 1 } else { -1 };
                let present = self.present(reading, panel);
                self.percent = present.map(|percent| percent.moved(by, step)).or(Percent::new(0, step));
                self.digits = Digits::default();
                Deed::Shown
            }
            "Enter" => {
                let Some(percent) = self.present(reading, panel) else { return Deed::Shown };
                self.remember(panel, slot);
                self.digits = Digits::default();
                Deed::Acts(vec![PanelAction::Agree(slot, Some(percent))])
            }
            "u" => self.undo(),
            "l" => {
                self.later.retain(|known| *known != slot);
                self.later.push(slot);
                self.begin(self.at, slot, now);
                Deed::Shown
            }
            "s" => {
                self.part += 1;
                Deed::Shown
            }
            "j" => {
                self.showing = Showing::List(self.at);
                Deed::Shown
            }
            "h" | "?" | "？" => {
                self.showing = Showing::Keys;
                Deed::Shown
            }
            "t" => {
                match self.since {
                    Some(_) => self.stop(slot, now),
                    None => (self.since, self.pause) = (Some(now), None),
                }
                Deed::Shown
            }
            "b" => {
                match self.pause.take() {
                    Some(_) => self.since = Some(now),
                    None => {
                        self.stop(slot, now);
                        self.pause = Some(now);
                    }
                }
                Deed::Shown
            }
            "r" => self.write(panel, slot, Writing::Reason),
            "m" => self.write(panel, slot, Writing::Note),
            "full" | "f" => Deed::FullScreen,
            "Escape" => Deed::Leave,
            digit => match digit.as_bytes() {
                [digit @ b'0'..=b'9'] => {
                    self.percent = self.digits.type_one(digit - b'0', now, step);
                    Deed::Shown
                }
                _ => Deed::Unknown,
            },
        }
    }

    fn in_list(&mut self, chosen: usize, last: usize, slot: ItemSlot, key: &str, now: f64) -> Deed {
        match key {
            "ArrowDown" | "ArrowRight" | "n" => self.showing = Showing::List((chosen + 1).min(last)),
            "ArrowUp" | "ArrowLeft" | "p" => self.showing = Showing::List(chosen.saturating_sub(1)),
            "Home" => self.showing = Showing::List(0),
            "End" => self.showing = Showing::List(last),
            "Enter" => {
                self.go(chosen, slot, now);
            }
            "Escape" | "j" => self.showing = Showing::Item,
            _ => return Deed::Unknown,
        }
        Deed::Shown
    }

    /// Goes to a position, where what is at hand begins anew.
    pub fn go(&mut self, at: usize, from: ItemSlot, now: f64) -> Deed {
        if at != self.at {
            self.begin(at, from, now);
        }
        self.showing = Showing::Item;
        Deed::Shown
    }

    /// Another item comes to a position; a clock that runs goes on for it.
    fn begin(&mut self, at: usize, from: ItemSlot, now: f64) {
        let runs = self.since.is_some();
        self.stop(from, now);
        self.since = runs.then_some(now);
        self.at = at;
        self.percent = None;
        self.digits = Digits::default();
        self.part = 0;
    }

    /// The clock stops, and what ran is the item's.
    fn stop(&mut self, slot: ItemSlot, now: f64) {
        if let Some(since) = self.since.take() {
            self.add(slot, now - since);
        }
    }

    /// Milliseconds more were worked on an item.
    pub(super) fn add(&mut self, slot: ItemSlot, worked: f64) {
        if self.worked.len() <= slot.0 {
            self.worked.resize(slot.0 + 1, 0.0);
        }
        self.worked[slot.0] += worked;
    }

    /// Seconds worked on everything, and on the item at hand.
    pub fn seconds(&self, slot: ItemSlot, now: f64) -> (u64, u64) {
        let running = self.since.map_or(0.0, |since| now - since);
        let whole: f64 = self.worked.iter().sum::<f64>() + running;
        let own = self.worked.get(slot.0).copied().unwrap_or(0.0) + running;
        ((whole / 1000.0) as u64, (own / 1000.0) as u64)
    }

    fn write(&mut self, panel: &Panel, slot: ItemSlot, writing: Writing) -> Deed {
        self.remember(panel, slot);
        Deed::Write(writing)
    }

    fn remember(&mut self, panel: &Panel, slot: ItemSlot) {
        if let Some(agreement) = panel.agreements.get(slot.0) {
            self.before.push((slot, agreement.clone()));
        }
    }

    /// What was agreed and written of an item before the last step, as steps.
    fn undo(&mut self) -> Deed {
        let Some((slot, agreement)) = self.before.pop() else { return Deed::Shown };
        self.percent = None;
        Deed::Acts(vec![
            PanelAction::Agree(slot, agreement.percent),
            PanelAction::Reason(slot, agreement.reason.clone()),
            PanelAction::Note(slot, agreement.note.clone()),
        ])
    }
}
