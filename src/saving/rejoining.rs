//! What becomes of an assessment that another window has saved: shown where nothing was written here; while this one wrote made into one
//! where the two changed different places, and where they did not only when it is asked for.

use super::open::Open;
use super::record::load;
use super::{Device, News, Page, Store};
use crate::archive::versions::Occasion;
use crate::archive::{self, Project};
use crate::criteria::Pack;
use crate::merge::{Sides, merge};

/// Makes one of the state two sides went on from, what was saved elsewhere and what was written here; of places both changed
/// only where there are names for both sides.
pub type Join = fn(&Pack, Option<&Project>, &Project, &Project, Option<Sides<'_>>) -> Option<Project>;

/// What makes one of what two windows wrote, with what the two are called in it.
pub struct Joining {
    pub join: Join,
    pub sides: Sides<'static>,
}

/// What comes of what was saved elsewhere and what was written here, both going on from `base`; none where both changed the
/// same place, unless `both` versions of it are wanted, under these names, or where what comes of it cannot be read.
pub fn join(pack: &Pack, base: Option<&Project>, saved: &Project, own: &Project, both: Option<Sides<'_>>) -> Option<Project> {
    let merge = merge(pack, base, saved, own);
    match both {
        None if !merge.conflicts.is_empty() => None,
        sides => merge.keeping_both(pack, sides.unwrap_or(Sides { ours: "", theirs: "" })).ok(),
    }
}

impl<P: Page> Store<P> {
    /// Joins what is open here with what another window has saved; where both changed the same place, with both versions of
    /// it.
    pub fn join(&self) {
        if let Some(id) = self.id() {
            self.rejoin(id, true);
        }
    }

    /// The same of an assessment by its id, which may have been let go of; `both` where both versions of a place are wanted.
    /// Where it cannot be done everything stays as it is, and the page says that there are two versions.
    pub(super) fn rejoin(&self, id: String, both: bool) {
        let store = self.clone();
        self.device().spawn(async move {
            let device = store.device();
            let Some(joining) = store.page().joining().await else { return };
            let Ok(Some(stored)) = load(&device, &id).await else { return };
            let joined = store.of(&id, |open| {
                // What a field hands over goes on from what stood there when that was begun, and would take away again what was joined.
                if !open.has_lost_its_record() || stored.revision <= open.revision || open.has_drafts() {
                    return false;
                }
                let saved = archive::open(&stored.content).and_then(|opened| opened.with_pack(&open.pack));
                let (Some((base, own)), Ok(saved)) = (open.since(), saved) else {
                    return false;
                };
                let Some(joined) = (joining.join)(&open.pack, Some(&base), &saved, &own, both.then_some(joining.sides)) else {
                    return false;
                };
                store.page().keep_version(open.former(device.now()), Occasion::Merge);
                open.rejoin(saved, joined, stored.revision, stored.at);
                true
            });
            if joined {
                store.page().say(News::Joined);
                store.tell();
                store.save_now();
            }
        });
    }

    /// Shows what another window has saved of the open assessment, unless something is written here that is not kept yet:
    /// then saving tells that there are two versions.
    pub fn follow(&self, id: &str, revision: u32) {
        let behind = |open: &Open| *open.id == *id && open.revision < revision && !open.is_written_into();
        if !self.of_open(behind).unwrap_or_default() {
            return;
        }
        let (store, id) = (self.clone(), id.to_owned());
        self.device().spawn(async move {
            let Ok(Some(stored)) = load(&store.device(), &id).await else { return };
            let followed = store.of(&id, |open| {
                if open.revision >= stored.revision || open.is_written_into() {
                    return false;
                }
                let read = archive::open(&stored.content).and_then(|opened| opened.with_pack(&open.pack));
                // Carried to other criteria, say: it is told when something is to be saved here.
                let Ok(project) = read else { return false };
                open.follow(project, stored.revision, stored.at);
                true
            });
            if followed {
                store.tell();
            }
        });
    }
}
