//! Two states of one assessment made into one, against the state both come from: what only one side changed is taken, and
//! what both changed differently is shown in both versions.
//!
//! Works on the file's JSON, member by member, so that what this version of the kit does not know is merged too and
//! nothing is lost. Also hands a set of items to a department as a file, and takes it back. Pure; knows no text shown.

mod aside;
mod brought;
mod conflict;
mod hand_out;
mod join;
mod list;
mod numbers;
mod returned;
mod round;
mod separate;
mod three_way;

pub use aside::{Aside, drop_aside, set_aside, use_aside};
pub use brought::{Brought, Matter, matter};
pub use conflict::{Choice, Conflict};
pub use hand_out::{HandedOut, PartOf, hand_out, handed_out, note_sent, part_of, take_back};
pub use list::{ListedPart, add_missing_parts, list_part, listed_parts, parts_out, unlist_part};
pub use returned::{Before, NotTaken, Returned, recognise};
pub use round::{Round, Settling, Step, round};

use crate::archive::{Project, ReadError, from_value, to_value};
use crate::criteria::Pack;
use serde_json::{Map, Value};

/// Members that tell what the file is; the writer makes them anew.
const ABOUT_THE_FILE: [&str; 3] = ["format", "version", "pack"];

/// Members that tell where a file has been: ours stay as they are.
const NOT_MERGED: [&str; 2] = [hand_out::MEMBER, list::MEMBER];

/// What a file holds, without what it says about itself.
fn members(project: &Project, pack: &Pack) -> Map<String, Value> {
    let Value::Object(mut members) = to_value(project, pack) else {
        return Map::new();
    };
    members.retain(|member, _| !ABOUT_THE_FILE.contains(&member.as_str()) && !NOT_MERGED.contains(&member.as_str()));
    members
}

/// Two states merged, with what is left to choose.
#[derive(Debug, Clone, PartialEq)]
pub struct Merge {
    /// With our version wherever there is a conflict.
    merged: Value,
    minor: u32,
    /// In the order of the file.
    pub conflicts: Vec<Conflict>,
    /// Pointers of what only the other side changed, or added.
    pub taken: Vec<String>,
}

/// Merges two states of an assessment under one pack. `base` is the state both come from; without it everything that
/// differs is a conflict, unless one side is blank, and lists are joined.
///
/// Where both changed nothing in common, the order of the two is irrelevant, and merging one of them again changes
/// nothing. New own indicators, evidence and actions that were given the same id on both sides are kept apart: the one
/// whose name comes first keeps it.
pub fn merge(pack: &Pack, base: Option<&Project>, ours: &Project, theirs: &Project) -> Merge {
    let (mut one, mut other) = (ours.clone(), theirs.clone());
    separate::keep_apart(base.map(|base| &base.assessment), &mut one.assessment, &mut other.assessment);
    numbers::keep_unlike(base.map(|base| &base.assessment), &mut one.assessment, &mut other.assessment);
    let numbered = |project: &Project| {
        let mut members = members(project, pack);
        numbers::write_out(&mut members);
        members
    };
    let base = base.map(numbered);
    let mut found = three_way::ThreeWay::new(base.is_some());
    let merged = found.objects(base.as_ref(), &numbered(&one), &numbered(&other));
    list::join_lists(&mut one, theirs);
    let mut value = to_value(&one, pack);
    if let Value::Object(whole) = &mut value {
        whole.retain(|member, _| ABOUT_THE_FILE.contains(&member.as_str()) || NOT_MERGED.contains(&member.as_str()));
        whole.extend(merged);
    }
    Merge {
        merged: value,
        minor: ours.minor.max(theirs.minor),
        conflicts: found.conflicts,
        taken: found.taken,
    }
}

/// Whose the two sides are, as it is written over their texts.
#[derive(Debug, Clone, Copy)]
pub struct Sides<'a> {
    pub ours: &'a str,
    pub theirs: &'a str,
}

impl Merge {
    /// The merged assessment, each conflict settled as chosen; conflicts beyond the choices keep both.
    pub fn settled(&self, pack: &Pack, choices: &[Choice], sides: Sides<'_>) -> Result<Project, ReadError> {
        self.settled_by(pack, &|at| (choices.get(at).copied().unwrap_or(Choice::Both), sides))
    }

    /// The merged assessment, each conflict settled as `choose` says of its position, with whose the two sides are there.
    pub fn settled_by<'a>(&self, pack: &Pack, choose: &dyn Fn(usize) -> (Choice, Sides<'a>)) -> Result<Project, ReadError> {
        let mut value = self.merged.clone();
        for (at, conflict) in self.conflicts.iter().enumerate() {
            let (choice, sides) = choose(at);
            conflict.settle(choice, sides, &mut value);
        }
        numbers::make_distinct(&mut value);
        // The writer raises the version where what the file holds asks for it.
        Ok(Project {
            minor: self.minor,
            ..from_value(value, pack)?
        })
    }

    /// What stands at a place once it is merged, ours where there is a conflict.
    pub fn value(&self, pointer: &str) -> Option<&Value> {
        self.merged.pointer(pointer)
    }

    /// The merged assessment with both versions of every conflict.
    pub fn keeping_both(&self, pack: &Pack, sides: Sides<'_>) -> Result<Project, ReadError> {
        self.settled(pack, &[], sides)
    }
}
