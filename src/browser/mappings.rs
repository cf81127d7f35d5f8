//! What the columns of tables mean, by the signature of their headings: remembered in local storage, so that the next table of the same
//! shape needs no second choice.

use super::local;

const START: &str = "award-kit.table.";

/// The mapping remembered for a signature.
pub fn of(signature: &str) -> Option<String> {
    local::get(&[START, signature].concat())
}

pub fn remember(signature: &str, mapping: &str) {
    local::set(&[START, signature].concat(), mapping);
}

/// Forgets them all.
pub fn forget() {
    for key in local::keys(START) {
        local::remove(&key);
    }
}
