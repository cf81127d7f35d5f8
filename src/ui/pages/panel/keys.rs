//! The keys of the projector view: what is at hand for one item, and what each key does to it.

use super::desk::Desk;
use super::room::panel_address;
use crate::assessment::Percent;
use crate::browser::{clock, page};
use crate::panel::{PanelAction, Standing, read_panel};
use crate::report::say;
use crate::typed::narrow;
use crate::ui::kit::Kit;
use std::cell::RefCell;

/// What is at hand.
#[derive(Default)]
pub(super) struct Hand {
    /// Position in the order of disagreement.
    pub at: usize,
    /// Set, and not agreed yet.
    pub percent: Option<Percent>,
    /// The digits that were typed for it.
    digits: String,
    /// Milliseconds the timer has run for this item, and since when it runs.
    run: f64,
    pub since: Option<f64>,
    /// Why the last step was refused.
    pub refused: Option<&'static str>,
}

impl Hand {
    /// Goes to another item, where everything begins anew.
    fn go(&mut self, at: usize) {
        *self = Hand { at, ..Hand::default() };
    }
    pub fn time(&self) -> String {
        let running = self.since.map_or(0.0, |since| clock::now() - since);
        let seconds = ((self.run + running) / 1000.0) as u64;
        format!("{}:{:02}", seconds / 60, seconds % 60)
    }
    fn toggle_timer(&mut self) {
        match self.since.take() {
            Some(since) => self.run += clock::now() - since,
            None => self.since = Some(clock::now()),
        }
    }
    /// A digit more, the percentage in the pack's steps; digits that make more than 100 begin anew.
    fn digit(&mut self, digit: &str, step: u8) {
        self.digits += digit;
        if self.digits.parse::<u16>().is_ok_and(|value| value > 100) {
            self.digits = digit.to_owned();
        }
        let value = self.digits.parse::<u16>().unwrap_or(0);
        let step = u16::from(step.max(1));
        self.percent = Percent::new(((value + step / 2) / step * step).min(100) as u8, step as u8);
    }
}

/// Does what a key is for; false where it is for nothing.
pub(super) fn pressed(kit: &Kit, desk: &Desk, hand: &RefCell<Hand>, id: &str, key: &str) -> bool {
    let Some(held) = desk.held() else { return false };
    let panel = &held.record.panel;
    let reading = read_panel(&kit.pack, panel);
    let mut hand = hand.borrow_mut();
    let Some(item) = reading.by_disagreement.get(hand.at).map(|at| &reading.items[*at]) else {
        return false;
    };
    let step = kit.pack.structure().scoring.step;
    let present = hand.percent.or(panel.agreement(item.item).percent).or(item.proposal);
    hand.refused = None;
    match key {
        "n" | "ArrowRight" => {
            let next = (hand.at + 1).min(reading.items.len() - 1);
            hand.go(next);
        }
        "p" | "ArrowLeft" => {
            let before = hand.at.saturating_sub(1);
            hand.go(before);
        }
        "ArrowUp" | "ArrowDown" => {
            let by = if key == "ArrowUp" { 1 } else { -1 };
            hand.percent = present.map(|percent| percent.moved(by, step)).or(Percent::new(0, step));
            hand.digits.clear();
        }
        "Enter" => {
            let outcome = desk.act(&PanelAction::Agree(item.item, present));
            hand.refused = outcome.err().map(|refused| say::refused(kit.language, refused));
            hand.digits.clear();
            let after = desk.held();
            let standing = after.map(|held| held.record.panel.standing(&kit.pack, item.item));
            if let Some(Standing::ReasonNeeded(..)) = standing {
                page::focus("reason");
            }
        }
        "m" => page::focus("note"),
        "r" => page::focus("reason"),
        "t" => hand.toggle_timer(),
        "full" => page::full_screen("room"),
        "Escape" => page::go(&panel_address(id)),
        digit => match narrow(digit).as_str() {
            digit if digit.len() == 1 && digit.as_bytes()[0].is_ascii_digit() => hand.digit(digit, step),
            _ => return false,
        },
    }
    true
}
