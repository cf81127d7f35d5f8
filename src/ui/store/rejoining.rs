//! What becomes of an assessment that another window has saved while this one wrote: made into one where the two changed
//! different places, and where they did not only when it is asked for.

use super::{News, Open, Store, trail};
use crate::archive;
use crate::archive::versions::Occasion;
use crate::browser::settings;
use crate::browser::storage;
use crate::merge::Sides;
use crate::ui::app::{Merging, Part, given, load};
use wasm_bindgen_futures::spawn_local;

impl Store {
    /// Joins what is open here with what another window has saved; where both changed the same place, with both versions of
    /// it.
    pub fn join(&self) {
        let id = self.0.open.borrow().as_ref().map(|open| open.id.to_string());
        if let Some(id) = id {
            self.rejoin(id, true);
        }
    }

    /// The same of an assessment by its id, which may have been let go of; `both` where both versions of a place are wanted.
    /// Where it cannot be done everything stays as it is, and the page says that there are two versions.
    pub(super) fn rejoin(&self, id: String, both: bool) {
        let store = self.clone();
        spawn_local(async move {
            if load(Part::Merging).await.is_err() {
                return;
            }
            let (Some(joining), Ok(Some(stored))) = (given::<Merging>(Part::Merging), storage::load(&id).await) else {
                return;
            };
            let joined = store.of(&id, |open| {
                if !open.has_lost_its_record() || stored.revision <= open.revision {
                    return false;
                }
                let saved = archive::open(&stored.content).and_then(|opened| opened.with_pack(&open.pack));
                let (Some((base, own)), Ok(saved)) = (open.since(), saved) else {
                    return false;
                };
                let words = settings::language().words();
                let sides = Sides {
                    ours: words.windows_other(),
                    theirs: words.windows_this(),
                };
                let Some(joined) = (joining.join)(&open.pack, Some(&base), &saved, &own, both.then_some(sides)) else {
                    return false;
                };
                trail::keep(open.former(), Occasion::Merge);
                open.rejoin(saved, joined, stored.revision, stored.at);
                true
            });
            if joined {
                store.say(News::Joined);
                store.tell();
                store.save_now();
            }
        });
    }

    /// Does something with the assessment of an id, open or let go of; false where it is neither.
    fn of(&self, id: &str, act: impl FnOnce(&mut Open) -> bool) -> bool {
        let (mut parked, mut open) = (self.0.parked.borrow_mut(), self.0.open.borrow_mut());
        let found = parked.iter_mut().chain(open.as_mut()).find(|open| *open.id == *id);
        found.is_some_and(act)
    }
}
