//! Which assessments this device is meant to hold, noted in local storage: a browser that runs out of room may empty its
//! database as a whole and say nothing, and then this tells what is missing.

use super::local;
use super::storage::Card;

const START: &str = "award-kit.known.";

/// Notes that an assessment is kept here, under the name it goes by.
pub fn note(id: &str, name: &str) {
    local::set(&[START, id].concat(), name);
}

pub(super) fn is_noted(id: &str) -> bool {
    local::get(&[START, id].concat()).is_some()
}

/// It was removed here on purpose.
pub fn forget(id: &str) {
    local::remove(&[START, id].concat());
}

/// All were.
pub(super) fn forget_all() {
    for key in local::keys(START) {
        local::remove(&key);
    }
}

/// The ids of those that are not on the list.
pub fn missing(cards: &[Card]) -> impl Iterator<Item = String> {
    let mut noted = local::keys(START);
    noted.retain(|key| cards.iter().all(|card| key[START.len()..] != *card.id));
    noted.into_iter().map(|key| key[START.len()..].to_owned())
}

/// The name of one.
pub fn name(id: &str) -> String {
    local::get(&[START, id].concat()).unwrap_or_default()
}
