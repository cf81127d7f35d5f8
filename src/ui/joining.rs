//! What two windows wrote into one assessment, made into one. A part that comes when it has happened.

use super::app::Joining;
use super::frame::WORKSPACE;
use crate::archive::Project;
use crate::criteria::Pack;
use crate::merge::{Sides, joined_records, merge};

pub static JOINING: Joining = Joining {
    join,
    records: joined_records,
    frame: &WORKSPACE,
};

/// What comes of what was saved elsewhere and what was written here, both going on from `base`; none where both changed the
/// same place, unless `both` versions of it are wanted, under these names, or where what comes of it cannot be read.
fn join(pack: &Pack, base: Option<&Project>, saved: &Project, own: &Project, both: Option<Sides<'_>>) -> Option<Project> {
    let merge = merge(pack, base, saved, own);
    match both {
        None if !merge.conflicts.is_empty() => None,
        sides => merge.keeping_both(pack, sides.unwrap_or(Sides { ours: "", theirs: "" })).ok(),
    }
}
