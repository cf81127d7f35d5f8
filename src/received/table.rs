//! All lines together: in the order of their files, with what only shows beside the others.

use super::shared::{Held, shared};
use super::shingles::Shingles;
use crate::desk::{Given, Line};
use crate::order;
use std::collections::BTreeMap;

/// The most files that are read at once.
pub const MOST_FILES: usize = 10_000;

/// A file that was read, before it was held against the others.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Draft {
    pub line: Line,
    /// Of its texts; empty where there are none.
    pub shingles: Shingles,
}

/// The lines of all files, the same whatever order they are given in: by name, equal names by content. Of more than [`MOST_FILES`]
/// the rest is not held against the others.
pub fn gathered(mut drafts: Vec<Draft>) -> Vec<Line> {
    order::sort_by(&mut drafts, |one, other| {
        let (one, other) = (&one.line, &other.line);
        one.file.cmp(&other.file).then_with(|| one.sha256.cmp(&other.sha256))
    });
    let of_one_applicant = alike(&drafts, |line| match line.given {
        Some(Given::Document) => "",
        _ => &line.credit_code,
    });
    let of_one_content = alike(&drafts, |line| &line.receipt);
    let held = drafts.iter().take(MOST_FILES).map(|draft| Held {
        file: &draft.line.file,
        applicant: &draft.line.credit_code,
        shingles: &draft.shingles,
    });
    let mut shared = shared(&held.collect::<Vec<Held<'_>>>()).into_iter();
    let found: Vec<_> = of_one_applicant.into_iter().zip(of_one_content).collect();
    let lines = drafts.into_iter().zip(found).map(|(draft, (same_code, same_receipt))| Line {
        same_code,
        same_receipt,
        shared: shared.next().unwrap_or_default(),
        ..draft.line
    });
    lines.collect()
}

/// For each draft the files that have the same of something; empty is nothing.
fn alike(drafts: &[Draft], what: impl Fn(&Line) -> &str) -> Vec<Vec<String>> {
    let mut known: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, draft) in drafts.iter().enumerate() {
        known.entry(what(&draft.line)).or_default().push(at);
    }
    let others = |at: usize| {
        let own = what(&drafts[at].line);
        let same = known.get(own).filter(|_| !own.is_empty()).into_iter().flatten();
        same.filter(|other| **other != at).map(|other| drafts[*other].line.file.clone()).collect()
    };
    (0..drafts.len()).map(others).collect()
}
