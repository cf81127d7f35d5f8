//! Two states of one assessment made into one, against the state both come from: what only one side changed is taken, and
//! what both changed differently is shown in both versions.
//!
//! Works on the file's JSON, member by member, so that what this version of the kit does not know is merged too and
//! nothing is lost. Also hands a set of items to a department as a file, and takes it back. Pure; knows no text shown.

mod aside;
mod brought;
mod carried;
mod conflict;
mod entries;
mod files;
mod hand_out;
mod join;
mod list;
mod naming;
mod numbers;
mod record;
mod restored;
mod returned;
mod round;
mod separate;
mod three_way;
mod wanted;

pub use aside::{Aside, NOT_PLACED, drop_aside, put_aside, set_aside, use_aside};
pub use brought::{Brought, Matter, matter};
pub use carried::{Carry, OtherCriteria, criteria_named};
pub use conflict::{Choice, Conflict};
pub use files::{Against, merge_files};
pub use hand_out::{HandedOut, PartOf, ask, hand_out, handed_out, note_sent, part_of, take_back};
pub use list::{ListedPart, add_missing_parts, list_part, listed_parts, parts_out, unlist_part};
pub use naming::Unfollowed;
pub use record::joined_records;
pub use restored::restored;
pub use returned::{Before, NotTaken, Returned, recognise, recognise_under, returned_draft};
pub use round::{Round, Settling, Step, round};
pub use wanted::Wanted;

use self::naming::{Naming, Numbers};
use self::separate::Keeps;
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
    /// With our version wherever there is a conflict, and entries where references name numbers.
    held: Value,
    /// The conflicts in the same form.
    open: Vec<Conflict>,
    naming: Naming,
    /// With our version wherever there is a conflict.
    merged: Value,
    minor: u32,
    /// In the order of the file.
    pub conflicts: Vec<Conflict>,
    /// Pointers of what only the other side changed, or added.
    pub taken: Vec<String>,
    /// References whose entry one side took away.
    pub unfollowed: Vec<Unfollowed>,
}

/// Merges two states of an assessment under one pack. `base` is the state both come from; without it everything that
/// differs is a conflict, unless one side is blank, and lists are joined.
///
/// Where both changed nothing in common, the order of the two is irrelevant, and merging one of them again changes
/// nothing. What a part adds gets ids of its own, and so does one of two different things that both sides added under the
/// same id. References follow the entry they name on their side.
pub fn merge(pack: &Pack, base: Option<&Project>, ours: &Project, theirs: &Project) -> Merge {
    let [mut one, mut other] = [ours, theirs].map(|project| members(project, pack));
    let mut base = base.map(|base| members(base, pack));
    base.iter_mut().chain([&mut one, &mut other]).for_each(numbers::write_out);
    for (side, file) in [(ours, &mut one), (theirs, &mut other)] {
        if let Some(part) = handed_out(side) {
            base.iter_mut().chain([file]).for_each(|file| separate::keep_parts_own(&part, file));
        }
    }
    let keeps = match [ours, theirs].map(|side| list::parts_out(side) > 0) {
        [true, false] => Keeps::Ours,
        [false, true] => Keeps::Theirs,
        _ => Keeps::First,
    };
    separate::keep_apart(base.as_ref(), &mut one, &mut other, keeps);
    let naming = Naming::of(base.as_ref(), &one, &other);
    let [was, mine, others] = [base.as_ref().unwrap_or(&one), &one, &other].map(|file| naming.numbers(file));
    let (as_one, as_other) = (one.clone(), other.clone());
    naming.hold(&mut one, &[base.as_ref(), Some(&as_other)]);
    naming.hold(&mut other, &[base.as_ref(), Some(&as_one)]);
    base.iter_mut().for_each(|base| naming.hold(base, &[]));
    numbers::give_way(base.as_ref(), &mut one, &mut other);
    let mut found = three_way::ThreeWay::new(base.is_some());
    let merged = found.objects(base.as_ref(), &one, &other);
    let unfollowed = naming.unfollowed(&merged);
    // Beside a whole, a part says nothing of what the file is.
    let only_ours = part_of(ours).is_some() && part_of(theirs).is_none();
    let (about, other) = if only_ours { (theirs, ours) } else { (ours, theirs) };
    let mut about = about.clone();
    list::join_lists(&mut about, other);
    let mut held = to_value(&about, pack);
    if let Value::Object(whole) = &mut held {
        whole.retain(|member, _| ABOUT_THE_FILE.contains(&member.as_str()) || NOT_MERGED.contains(&member.as_str()));
        whole.extend(merged);
    }
    let told = |value: &Option<Value>, numbers: &Numbers| {
        let mut value = value.clone();
        value.iter_mut().for_each(|value| numbers.tell(value));
        value
    };
    let conflicts = found.conflicts.iter().map(|conflict| Conflict {
        pointer: conflict.pointer.clone(),
        base: told(&conflict.base, &was),
        ours: told(&conflict.ours, &mine),
        theirs: told(&conflict.theirs, &others),
    });
    Merge {
        conflicts: conflicts.collect(),
        merged: told_file(&naming, held.clone()),
        held,
        open: found.conflicts,
        naming,
        minor: ours.minor.max(theirs.minor),
        taken: found.taken,
        unfollowed,
    }
}

/// A merged file as it is written: every entry with a number of its own, and numbers where entries are named.
fn told_file(naming: &Naming, mut held: Value) -> Value {
    if let Value::Object(file) = &mut held {
        numbers::make_distinct(file);
        let numbers = naming.numbers(file);
        for (member, value) in file {
            if !ABOUT_THE_FILE.contains(&member.as_str()) && !NOT_MERGED.contains(&member.as_str()) {
                numbers.tell(value);
            }
        }
    }
    held
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
        let mut value = self.held.clone();
        for (at, conflict) in self.open.iter().enumerate() {
            let (choice, sides) = choose(at);
            let [ours, theirs] = [sides.ours, sides.theirs].map(naming::escaped);
            let (ours, theirs) = (&*ours, &*theirs);
            conflict.settle(choice, Sides { ours, theirs }, &mut value);
        }
        let value = told_file(&self.naming, value);
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
