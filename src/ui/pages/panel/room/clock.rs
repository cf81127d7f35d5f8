//! The clock of the projected page: what this item has, and how far behind the session is.

use super::keys::AtHand;
use crate::browser::clock;
use crate::criteria::ItemSlot;
use crate::language::fill;
use crate::panel::PanelReading;
use crate::panel::room::{Plan, agenda};
use crate::ui::kit::Kit;
use yew::prelude::*;

/// Minutes and seconds.
fn time(seconds: u64) -> String {
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

pub(super) fn told(kit: &Kit, plan: Plan, tolerance: u8, reading: &PanelReading, at_hand: &AtHand, slot: ItemSlot) -> Html {
    let words = kit.words();
    let now = clock::now();
    if let Some(since) = at_hand.hand.pause {
        let passed = ((now - since).max(0.0) / 1000.0) as u64;
        let told = match plan.pause {
            0 => fill(words.room_pause_free(), &[("time", &time(passed))]),
            pause => fill(words.room_pause(), &[("time", &time(passed)), ("planned", &pause.to_string())]),
        };
        return html! { <p class="clock" data-testid="timer"><b>{ told }</b></p> };
    }
    let (worked, own) = at_hand.hand.seconds(slot, now);
    let agenda = agenda(plan, reading, tolerance);
    if !agenda.is_set() {
        return html! { <p class="clock" data-testid="timer">{ fill(words.room_timer(), &[("time", &time(own))]) }</p> };
    }
    let place = reading.items.iter().position(|item| item.item == slot);
    let planned = place.and_then(|at| agenda.minutes.get(at)).copied().unwrap_or(0).to_string();
    let minutes = agenda.behind(reading, slot, worked, own) / 60;
    let n = minutes.unsigned_abs().to_string();
    let (class, state) = match minutes {
        1.. => ("late", fill(words.room_behind(), &[("n", &n)])),
        0 => ("", words.room_on_time().to_owned()),
        _ => ("", fill(words.room_ahead(), &[("n", &n)])),
    };
    html! { <p class="clock" data-testid="timer">{ fill(words.room_minutes(), &[("used", &time(own)), ("planned", &planned)]) }{ " · " }<b {class}>{ state }</b></p> }
}
