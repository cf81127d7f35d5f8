//! Two files merged, whichever of them is a part that was handed out.

use super::hand_out::handed_out;
use super::{Merge, merge};
use crate::archive::{Project, ReadError};
use crate::criteria::Pack;

/// What two files were merged against.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Against {
    /// The state that was given.
    Given,
    /// The state in which the part was handed out.
    Part,
    /// Nobody knows what both come from.
    Nothing,
}

/// Merges two files of one assessment. A part is merged against the state it was handed out in, whatever is given: what it
/// does not hold was not taken away. The given state counts for two wholes, and for two states of one part where it is one
/// as well.
pub fn merge_files(pack: &Pack, given: Option<&Project>, ours: &Project, theirs: &Project) -> Result<(Merge, Against), ReadError> {
    let part = handed_out(theirs).or_else(|| handed_out(ours));
    let key = |project: &Project| handed_out(project).map(|part| part.key);
    let fits = |given: &&Project| part.is_none() || key(ours) == key(theirs) && key(given) == key(ours);
    let (base, against) = match (given.filter(fits), &part) {
        (Some(given), _) => (Some(given.clone()), Against::Given),
        (None, Some(part)) => (Some(part.base(pack)?), Against::Part),
        (None, None) => (None, Against::Nothing),
    };
    Ok((merge(pack, base.as_ref(), ours, theirs), against))
}
