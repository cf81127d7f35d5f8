//! Several files taken in at once, one after the other: what each would bring, where it meets what is there or what
//! another of them brought, and what comes of it all. Nothing is changed by finding that out.

use super::brought::Brought;
use super::conflict::{Choice, Conflict};
use super::hand_out::HandedOut;
use super::list::note_return;
use super::returned::{Before, Returned};
use super::three_way::ThreeWay;
use super::{Merge, Sides, members, merge};
use crate::archive::{Project, ReadError};
use crate::criteria::Pack;
use crate::date::Date;
use crate::order;
use serde_json::{Map, Value};

/// What one file would bring.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// The position of its file.
    pub file: usize,
    pub before: Before,
    /// The whole it meets.
    pub whole: Project,
    pub merge: Merge,
    /// For each conflict, the position of the file our version came in with; none where it was there before.
    pub ours_from: Vec<Option<usize>>,
    /// Why what comes of it cannot be read; the file is left out then.
    pub failed: Option<ReadError>,
}

impl Step {
    /// What it changes beyond the conflicts.
    pub fn brings(&self) -> Brought {
        Brought::of(self.merge.taken.iter().map(String::as_str))
    }
}

/// What comes of several files.
#[derive(Debug, Clone, PartialEq)]
pub struct Round {
    /// In the order of the files' names, which they are taken in by.
    pub steps: Vec<Step>,
    pub result: Project,
}

/// What the whole calls its own side, and how conflicts are settled.
pub struct Settling<'a> {
    /// Whose the texts of the whole are, as it is written over them.
    pub ours: &'a str,
    /// What is chosen for a conflict of the file at a position.
    pub choose: &'a dyn Fn(usize, &Conflict) -> Choice,
}

/// Takes in files on a day, in the order of their names, each with what the ones before it have brought.
pub fn round(pack: &Pack, whole: &Project, files: &[Returned], day: Date, settling: &Settling<'_>) -> Round {
    let mut order: Vec<usize> = (0..files.len()).collect();
    order::sort_by(&mut order, |one, other| {
        (&files[*one].file, &files[*one].state).cmp(&(&files[*other].file, &files[*other].state))
    });
    let mut result = whole.clone();
    let mut steps: Vec<Step> = Vec::with_capacity(files.len());
    for at in order {
        let file = &files[at];
        let before = file.before(&result);
        let (base, unreadable) = match file.base(pack, &result) {
            Ok(base) => (base, None),
            Err(error) => (None, Some(error)),
        };
        let merge = merge(pack, base.as_ref(), &result, &file.project);
        let ours_from: Vec<Option<usize>> = merge.conflicts.iter().map(|conflict| came_with(&steps, settling, &conflict.pointer)).collect();
        let sides = |conflict: usize| Sides {
            ours: ours_from[conflict].map_or(settling.ours, |from| files[from].whose()),
            theirs: file.whose(),
        };
        let settled = match unreadable {
            Some(error) => Err(error),
            None => merge.settled_by(pack, &|conflict| ((settling.choose)(at, &merge.conflicts[conflict]), sides(conflict))),
        };
        let met = result.clone();
        let failed = match settled {
            Ok(mut settled) => {
                if let Some(part) = &file.part {
                    note_return(&mut settled, part, day, &file.state, changed(pack, part, &file.project));
                }
                result = settled;
                None
            }
            Err(error) => Some(error),
        };
        steps.push(Step {
            file: at,
            before,
            whole: met,
            merge,
            ours_from,
            failed,
        });
    }
    Round { steps, result }
}

/// The file that brought what stands at a place now.
fn came_with(steps: &[Step], settling: &Settling<'_>, pointer: &str) -> Option<usize> {
    let brought = |step: &&Step| {
        let took = step.merge.conflicts.iter().find(|conflict| conflict.pointer == pointer);
        let chosen = took.is_some_and(|conflict| (settling.choose)(step.file, conflict) == Choice::Theirs);
        step.failed.is_none() && (chosen || step.merge.taken.iter().any(|taken| taken == pointer))
    };
    steps.iter().rev().find(brought).map(|step| step.file)
}

/// By pointer, what a part holds otherwise than it was handed out; null where something was taken away.
fn changed(pack: &Pack, part: &HandedOut, now: &Project) -> Map<String, Value> {
    let Ok(base) = part.base(pack) else { return Map::new() };
    let (base, now) = (members(&base, pack), members(now, pack));
    let mut found = ThreeWay::new(true);
    found.objects(Some(&base), &base, &now);
    let now = Value::Object(now);
    let value = |pointer: String| {
        let value = now.pointer(&pointer).cloned().unwrap_or_default();
        (pointer, value)
    };
    found.taken.into_iter().map(value).collect()
}

impl Returned {
    /// Whose it is: the department, else the file's name without its ending.
    pub fn whose(&self) -> &str {
        match &self.part {
            Some(part) => &part.department,
            None => self.file.rsplit_once('.').map_or(&self.file, |(stem, _)| stem),
        }
    }
}
