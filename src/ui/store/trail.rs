//! What leads back from the open assessment: earlier versions that are kept of it, and the steps that undo and redo lead
//! through, kept when it is left and given back when it is opened again. What does the keeping is a part that is loaded.

use super::{Open, Store};
use crate::archive::Project;
use crate::archive::journal::Written;
use crate::archive::versions::Occasion;
use crate::assessment::History;
use crate::browser::storage::Card;
use crate::criteria::Pack;
use crate::ui::app::{Part, WayBack, given, load};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;

/// An assessment as it stood at a moment, to be kept as an earlier version.
pub struct Former {
    pub card: Card,
    pub content: String,
    /// Hashes of the evidence files it names.
    pub files: Vec<String>,
}

/// An assessment as a whole: under the criteria it was judged by, with all that stands beside it.
#[derive(Clone)]
pub struct Whole {
    pub pack: Rc<Pack>,
    pub history: History,
    pub project: Project,
}

/// Leads from a state by a step to another one of the same criteria.
type Take = fn(&Project, &Written, &Pack) -> Option<Project>;

/// Steps from before the assessment was opened here.
#[derive(Default)]
pub struct Remembered {
    /// Whether they were asked for: what is kept must not give way to less before.
    pub recalled: bool,
    pub back: Vec<Written>,
    pub forth: Vec<Written>,
    /// How one is taken; none where there are none.
    pub take: Option<Take>,
}

/// Everything undo and redo lead through.
pub struct Trail<'a> {
    pub id: &'a str,
    pub now: Whole,
    /// What it was before it was carried or joined, the latest last.
    pub earlier: &'a [Whole],
    /// What it was when that was undone, the latest last.
    pub later: &'a [Whole],
    pub remembered: &'a Remembered,
}

/// Keeps a version where the part that does it is there or can be had.
pub(super) fn keep(former: Former, occasion: Occasion) {
    spawn_local(async move {
        if load(Part::WayBack).await.is_ok()
            && let Some(way_back) = given::<WayBack>(Part::WayBack)
        {
            // What storage cannot take it cannot take of the record either, which is told.
            let _ = (way_back.keep)(former, occasion, String::new()).await;
        }
    });
}

/// Tells that a record was kept.
pub(super) fn saved(store: &Store) {
    if let Some(way_back) = given::<WayBack>(Part::WayBack) {
        (way_back.saved)(store);
    }
}

/// Puts down the steps of what is left.
pub(super) fn put_down(open: &Open) {
    if let Some(way_back) = given::<WayBack>(Part::WayBack)
        && open.is_recalled()
    {
        (way_back.put_down)(&open.trail());
    }
}

impl Store {
    /// The open assessment as it stands.
    pub fn former(&self) -> Option<Former> {
        self.0.open.borrow().as_ref().map(Open::former)
    }

    /// Keeps the open assessment as it stands as an earlier version.
    pub fn keep_version(&self, occasion: Occasion) {
        if let Some(former) = self.former() {
            keep(former, occasion);
        }
    }

    /// Gives the open assessment the steps it had when it was left, where they lead from what it was opened with.
    pub fn remember(&self, id: &str, leads: impl FnOnce(&Project, &Pack) -> Option<Remembered>) {
        if let Some(open) = self.0.open.borrow_mut().as_mut().filter(|open| *open.id == *id) {
            open.remember(leads);
        }
        self.tell();
    }
}
