//! Items chosen on another page, to be handed out here. Small and apart, because that page lies in another part of the program.

use crate::criteria::ItemSlot;
use std::cell::RefCell;

/// The assessment's id and its items.
type Wanted = (String, Vec<ItemSlot>);

thread_local! {
    static WANTED: RefCell<Option<Wanted>> = const { RefCell::new(None) };
}

/// Notes items of an assessment for when this page is shown.
pub fn choose(id: &str, items: &[ItemSlot]) {
    WANTED.set(Some((id.to_owned(), items.to_vec())));
}

/// The items noted, once; none where they are of another assessment.
pub(super) fn take(id: &str) -> Vec<ItemSlot> {
    WANTED.take().filter(|(of, _)| of == id).map_or_else(Vec::new, |(_, items)| items)
}
