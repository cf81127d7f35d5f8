//! What is rarely needed of merging: what two windows wrote made into one, and what comes back from before an assessment went
//! over to other criteria, and drafts that come back from a word processor. A part that comes when it has happened.

use super::app::Merging;
use super::frame::WORKSPACE;
use super::pages::{draft_told, lay_draft};
use crate::archive::carry_as_proposed;
use crate::merge::joined_records;
use crate::saving::join;

pub static MERGING: Merging = Merging {
    carry: carry_as_proposed,
    join,
    records: joined_records,
    lay_draft,
    draft_told,
    frame: &WORKSPACE,
};
