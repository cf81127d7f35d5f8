//! Word documents and texts: a draft of the kit that comes back edited, and a report that was written elsewhere.

use super::assessments::{PACK, is_kept};
use super::told;
use award_kit::archive::Project;
use award_kit::assessment::Identity;
use award_kit::language::Language;
use award_kit::manuscript::{ManuscriptError, read_manuscript, split, taking};
use award_kit::returned::{Reading, read_draft, sides, told as said};
use std::hint::black_box;

fn refused(error: &ManuscriptError) {
    Language::ALL.iter().for_each(|language| told(&error.sentence(*language)));
}

/// A draft taken back by a blank assessment: both sides that merging is given are kept and read as the same, in either reading.
pub fn draft(bytes: &[u8]) {
    let blank = Project::blank(&PACK);
    let draft = match read_draft(&PACK, &blank, bytes) {
        Ok(draft) => draft,
        Err(error) => return refused(&error),
    };
    for reading in [Reading::Agreed, Reading::Proposed] {
        black_box(said(&PACK, &blank, &draft, reading, Language::Zh));
        for side in sides(&PACK, &blank, &draft, reading, "销售部").expect("a blank assessment takes a draft") {
            is_kept(&side);
        }
    }
}

/// A report split by the clauses: every block is in one piece, and what is taken of all of them is kept.
pub fn report(bytes: &[u8]) {
    let manuscript = match read_manuscript(bytes) {
        Ok(manuscript) => manuscript,
        Err(error) => return refused(&error),
    };
    let pieces = split(&PACK, &manuscript);
    let ends: Vec<usize> = pieces.iter().map(|piece| piece.blocks.end).collect();
    let begins: Vec<usize> = pieces.iter().map(|piece| piece.blocks.start).collect();
    assert_eq!(begins, [&[0], &ends[..ends.len() - 1]].concat());
    assert_eq!(ends.last(), Some(&manuscript.blocks.len()));
    let blank = Project::blank(&PACK).assessment;
    let taken = taking(&PACK, &blank, &manuscript, &pieces, &[], Identity::from_bits(7)).apply(&blank);
    is_kept(&Project::new(taken));
}
