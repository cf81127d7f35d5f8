//! What is rarely needed of merging: what two windows wrote made into one, and what comes back from before an assessment went
//! over to other criteria. A part that comes when it has happened.

use super::app::Merging;
use super::frame::WORKSPACE;
use crate::archive::{Project, carry_as_proposed};
use crate::criteria::Pack;
use crate::merge::{Sides, joined_records, merge};

pub static MERGING: Merging = Merging {
    carry: carry_as_proposed,
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
