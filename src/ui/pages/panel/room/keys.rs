//! The keys of the projected page: what is at hand, and what the page does for each key.

use super::panel_address;
use crate::browser::{clock, page};
use crate::panel::room::{Course, Deed, Hand, Writing};
use crate::panel::{PanelReading, read_shown};
use crate::report::say;
use crate::typed::narrow;
use crate::ui::kit::Kit;
use crate::ui::pages::panel::desk::{Desk, Held};
use std::cell::RefCell;

/// What is at hand on the page.
#[derive(Default)]
pub(super) struct AtHand {
    pub hand: Hand,
    /// The text that is written at the moment.
    pub writing: Option<Writing>,
    /// Its field has not got the focus yet: the framework tells of what it has drawn a moment later.
    pub awaited: bool,
    /// Why the last step was refused.
    pub refused: Option<String>,
}

impl AtHand {
    /// Where the session stands.
    pub fn at(kit: &Kit, held: &Held, reading: &PanelReading) -> AtHand {
        AtHand {
            hand: held.course.hand(&kit.pack, reading, clock::now()),
            ..AtHand::default()
        }
    }
}

/// Does what a key is for; false where it is for nothing.
pub(super) fn pressed(kit: &Kit, desk: &Desk, at_hand: &RefCell<AtHand>, id: &str, key: &str) -> bool {
    let Some(held) = desk.held() else { return false };
    let panel = &held.record.panel;
    let reading = read_shown(&kit.pack, panel, held.anonymous);
    let mut at_hand = at_hand.borrow_mut();
    let key = narrow(key);
    let deed = at_hand.hand.press(&kit.pack, panel, &reading, &key, clock::now());
    if deed != Deed::Unknown {
        at_hand.refused = None;
    }
    match deed {
        Deed::Unknown => return false,
        Deed::Shown => {}
        Deed::Acts(actions) => {
            let refused = actions.iter().find_map(|action| desk.act(action).err());
            at_hand.refused = refused.map(|refused| say::refused(kit.language, refused).to_owned());
        }
        Deed::Write(writing) => {
            at_hand.writing = Some(writing);
            at_hand.awaited = true;
        }
        Deed::FullScreen => page::full_screen("room"),
        Deed::Leave => page::go(&panel_address(id)),
    }
    let course = Course::of(&at_hand.hand, &kit.pack, &reading);
    if course != held.course {
        desk.change(|held| held.course = course);
    }
    true
}
