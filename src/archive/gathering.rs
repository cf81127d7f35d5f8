//! Many files at once, gathered for a panel: scoring copies, and assessments in which an assessor worked. A file that
//! cannot be read stops nothing.

use super::envelope::{self, Envelope};
use super::error::ReadError;
use super::fingerprint::fingerprint;
use super::format::FORMAT as ASSESSMENT;
use super::kept::Kept;
use super::read::opened;
use super::scoring::{FORMAT as SCORING, opened_scoring, subject_of};
use crate::assessment::{Text, text};
use crate::criteria::{Pack, PackReference};
use crate::json;
use crate::order;
use crate::panel::{Arrival, Collected, Gathered, Problem, Sheet, Subject, gather};
use std::rc::Rc;

/// A file as it arrives.
#[derive(Debug, Clone, Copy)]
pub struct Dropped<'a> {
    pub name: &'a str,
    pub bytes: &'a [u8],
}

/// A file that cannot be read, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable {
    pub file: Text,
    pub error: ReadError,
}

/// What came of some files.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Gathering {
    pub gathered: Gathered,
    /// In the order of their names.
    pub unreadable: Vec<Unreadable>,
    /// What this version does not know of the scoring copies that count, as it stands in the record of the panel.
    pub kept: Vec<Kept>,
    /// The places of the sheets that came with these files.
    came: Vec<String>,
}

impl Gathering {
    /// What a record of the panel carries along once the sheets are those gathered; `before` is what it carried.
    pub fn carried(&self, before: &[Kept]) -> Vec<Kept> {
        let replaced = |kept: &&Kept| !self.came.iter().any(|sheet| kept.pointer.starts_with(sheet));
        before.iter().filter(replaced).chain(&self.kept).cloned().collect()
    }
}

/// A file that was read, before it is gathered with others.
#[derive(Debug, Clone)]
pub struct Taken {
    file: Text,
    read: Result<(Arrival, Vec<Kept>), ReadError>,
    problems: Vec<Problem>,
}

impl Taken {
    /// The fingerprint of its bytes, where it could be read.
    pub fn hash(&self) -> Option<&Text> {
        self.read.as_ref().ok().map(|(arrival, _)| &arrival.hash)
    }
}

/// Reads one of several files, of which `names` are the names: the longest step of gathering, which a page does file by file.
///
/// An assessment counts as the sheet of an assessor who is named as the file is, without its folders and its ending; with its folders
/// where two assessments would be named alike.
pub fn take_file(pack: &Pack, names: &[&str], file: &Dropped<'_>) -> Taken {
    let alike = names.iter().filter(|other| stem(other) == stem(file.name)).count() > 1;
    let assessor = if alike { without_ending(file.name) } else { stem(file.name) };
    let mut problems = Vec::new();
    Taken {
        file: text(file.name),
        read: arrival(pack, file, assessor, &mut problems),
        problems,
    }
}

/// Gathers files for the assessment `subject` names, else for the one most of them are of. `before` are sheets that were
/// gathered earlier; they take part as if their files came again. The order of the files is irrelevant.
pub fn gather_files(pack: &Pack, subject: Option<&Subject>, before: &[Collected], files: &[Dropped<'_>]) -> Gathering {
    let names: Vec<&str> = files.iter().map(|file| file.name).collect();
    gather_taken(pack, subject, before, files.iter().map(|file| take_file(pack, &names, file)).collect())
}

/// The same of files that were read ([`take_file`]).
pub fn gather_taken(pack: &Pack, subject: Option<&Subject>, before: &[Collected], files: Vec<Taken>) -> Gathering {
    let mut arrivals = before.to_vec();
    let (mut problems, mut unreadable, mut unknown) = (Vec::new(), Vec::new(), Vec::new());
    for taken in files {
        problems.extend(taken.problems);
        let file = taken.file;
        match taken.read {
            Ok((arrival, kept)) => {
                unknown.push((arrival.file.clone(), arrival.hash.clone(), kept));
                arrivals.push(arrival);
            }
            Err(ReadError::UnknownPack { id, edition }) if id == pack.id() => problems.push(Problem::OtherEdition { file, edition: text(edition) }),
            Err(ReadError::UnknownPack { id, .. }) => problems.push(Problem::OtherPack { file, id: text(id) }),
            Err(error) => unreadable.push(Unreadable { file, error }),
        }
    }
    let mut gathered = gather(subject, &arrivals);
    gathered.problems.extend(problems);
    gathered.settle_problems();
    order::sort_by_key(&mut unreadable, |unreadable| (unreadable.file.clone(), unreadable.error.to_string()));
    let (mut kept, mut came) = (Vec::new(), Vec::new());
    for sheet in &gathered.sheets {
        let Some((.., members)) = unknown.iter().find(|(file, hash, _)| (file, hash) == (&sheet.file, &sheet.hash)) else {
            continue;
        };
        let place = [&json::push("/scores", &sheet.sheet.assessor), "/"].concat();
        kept.extend(members.iter().filter_map(|kept| kept.within(&place)));
        came.push(place);
    }
    Gathering {
        gathered,
        unreadable,
        kept,
        came,
    }
}

/// The criteria a scoring copy or an assessment names.
pub fn pack_named(bytes: &[u8]) -> Result<PackReference, ReadError> {
    let envelope = envelope::parse(envelope::text_of(bytes)?)?;
    match envelope.format() {
        SCORING => Ok(opened_scoring(envelope)?.pack().clone()),
        ASSESSMENT => Ok(opened(envelope)?.pack().clone()),
        _ => Err(ReadError::NotScoring),
    }
}

fn arrival(pack: &Pack, file: &Dropped<'_>, assessor: &str, problems: &mut Vec<Problem>) -> Result<(Arrival, Vec<Kept>), ReadError> {
    let envelope: Envelope = envelope::parse(envelope::text_of(file.bytes)?)?;
    let (sheet, changed, unknown, kept) = match envelope.format() {
        SCORING => {
            let opened = opened_scoring(envelope)?;
            let changed = opened.criteria_changed(pack);
            let copy = opened.with_pack(pack)?;
            let unknown = copy.kept.iter().filter(|kept| is_item(&kept.pointer, "/scores/")).count();
            (copy.sheet, changed, unknown, copy.kept)
        }
        ASSESSMENT => {
            let opened = opened(envelope)?;
            let changed = opened.criteria_changed(pack);
            let project = opened.with_pack(pack)?;
            let subject = subject_of(pack, &project.assessment);
            let unknown = project.kept.iter().filter(|kept| is_item(&kept.pointer, "/items/")).count();
            (Sheet::of_assessment(pack, &project.assessment, subject, assessor), changed, unknown, Vec::new())
        }
        _ => return Err(ReadError::NotScoring),
    };
    let name = text(file.name);
    if changed {
        problems.push(Problem::CriteriaChanged { file: name.clone() });
    }
    if unknown > 0 {
        problems.push(Problem::UnknownItems {
            file: name.clone(),
            count: unknown,
        });
    }
    let arrival = Arrival {
        file: name,
        hash: text(fingerprint(file.bytes)),
        sheet: Rc::new(sheet),
    };
    Ok((arrival, kept))
}

/// Whether a pointer is that of a whole item.
fn is_item(pointer: &str, below: &str) -> bool {
    pointer.strip_prefix(below).is_some_and(|rest| !rest.contains('/'))
}

/// A file's name without its folders and its ending.
fn stem(name: &str) -> &str {
    without_ending(name.rsplit(['/', '\\']).next().unwrap_or(name))
}

fn without_ending(name: &str) -> &str {
    match name.rsplit_once('.') {
        Some((stem, ending)) if !stem.is_empty() && !ending.contains(['/', '\\']) => stem,
        _ => name,
    }
}
