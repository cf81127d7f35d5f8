//! What leads back from the open assessment: earlier versions that are kept of it, and the steps that undo and redo lead
//! through, kept when it is left and given back when it is opened again.

use super::open::Open;
use super::{Card, Device, Page, Store};
use crate::archive::Project;
use crate::archive::journal::Written;
use crate::archive::versions::Occasion;
use crate::assessment::History;
use crate::criteria::Pack;
use std::rc::Rc;

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
pub type Take = fn(&Project, &Written, &Pack) -> Option<Project>;

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

impl<P: Page> Store<P> {
    /// Puts down the steps of what is left.
    pub(super) fn put_down_steps(&self, open: &Open) {
        if open.is_recalled() {
            self.page().put_down_steps(&open.trail());
        }
    }

    /// The open assessment as it stands.
    pub fn former(&self) -> Option<Former> {
        let now = self.device().now();
        self.of_open(|open| open.former(now))
    }

    /// Keeps the open assessment as it stands as an earlier version.
    pub fn keep_version(&self, occasion: Occasion) {
        if let Some(former) = self.former() {
            self.page().keep_version(former, occasion);
        }
    }

    /// Gives the open assessment the steps it had when it was left, where they lead from what it was opened with.
    pub fn remember(&self, id: &str, leads: impl FnOnce(&Project, &Pack) -> Option<Remembered>) {
        self.recall(id, leads);
        self.tell();
    }
}
