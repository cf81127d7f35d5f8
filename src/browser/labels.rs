//! What assessments are called in the list of this device, where somebody gave them a name of their own: noted in local storage. Losing the
//! note shows the name of the organisation again.

use super::local;

const START: &str = "award-kit.label.";

/// The name somebody gave; none where nobody did.
pub fn of(id: &str) -> Option<String> {
    local::get(&[START, id].concat())
}

/// Gives a name, or takes it away with an empty one.
pub fn set(id: &str, name: &str) {
    let key = [START, id].concat();
    match name.trim() {
        "" => local::remove(&key),
        name => local::set(&key, name),
    }
}
