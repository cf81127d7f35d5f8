//! Which drafts hold the same passage: pairs of paragraphs that have enough hashes in common.

use super::shingles::Shingles;
use crate::desk::SharedLine;

/// Hashes that two paragraphs must have in common: about 64 ideographs, or 190 Latin letters.
const LEAST: usize = 4;
/// A hash that stands in more drafts than this is held against the first of them alone, so that what all applicants copied from one
/// place does not become a line for every pair.
const EACH_WITH_EACH: usize = 8;

/// A draft as it is held against the others.
pub(super) struct Held<'a> {
    pub file: &'a str,
    /// What drafts of one applicant have alike; two of the same are not held against each other. Empty is nobody's.
    pub applicant: &'a str,
    pub shingles: &'a Shingles,
}

/// Where a hash stands: draft and paragraph.
type Spot = (u16, u16);

/// For each draft what it shares with others, in their order.
pub(super) fn shared(drafts: &[Held<'_>]) -> Vec<Vec<SharedLine>> {
    let mut all: Vec<(u64, Spot)> = Vec::with_capacity(drafts.iter().map(|draft| draft.shingles.hashes.len()).sum());
    for (draft, at) in drafts.iter().zip(0_u16..) {
        all.extend(draft.shingles.hashes.iter().map(|(hash, paragraph)| (*hash, (at, *paragraph))));
    }
    all.sort_unstable();
    let mut pairs: Vec<(Spot, Spot)> = Vec::new();
    for group in all.chunk_by(|(one, _), (other, _)| one == other).filter(|group| group.len() > 1) {
        let of = |at: usize| group[at].1;
        let mut ends: Vec<u16> = group.iter().map(|(_, spot)| spot.0).collect();
        ends.dedup();
        let first = ends[0];
        for other in 1..group.len() {
            for one in 0..other {
                let (one, other) = (of(one), of(other));
                if ends.len() > EACH_WITH_EACH && one.0 != first {
                    break;
                }
                if one.0 != other.0 && !is_one_applicant(drafts, one, other) {
                    pairs.push((one, other));
                }
            }
        }
    }
    pairs.sort_unstable();
    let mut found: Vec<Vec<SharedLine>> = drafts.iter().map(|_| Vec::new()).collect();
    for of_two in pairs.chunk_by(|before, after| (before.0.0, before.1.0) == (after.0.0, after.1.0)) {
        if let Some((characters, one, other)) = passages(drafts, of_two) {
            for (here, there) in [(one, other), (other, one)] {
                found[usize::from(here.0)].push(line(drafts, characters, here, there));
            }
        }
    }
    found
}

fn is_one_applicant(drafts: &[Held<'_>], one: Spot, other: Spot) -> bool {
    let of = |spot: Spot| drafts[usize::from(spot.0)].applicant;
    !of(one).is_empty() && of(one) == of(other)
}

/// What two drafts share: about how many letters, and the pair of paragraphs with most of them; none where no pair has enough.
fn passages(drafts: &[Held<'_>], of_two: &[(Spot, Spot)]) -> Option<(usize, Spot, Spot)> {
    let stride = |spot: Spot| drafts[usize::from(spot.0)].shingles.paragraphs[usize::from(spot.1)].stride as usize;
    let enough = of_two.chunk_by(|before, after| before == after).filter(|same| same.len() >= LEAST);
    let mut best: Option<(usize, Spot, Spot)> = None;
    let mut characters = 0;
    for same in enough {
        let (one, other) = same[0];
        characters += same.len() * stride(one);
        if best.is_none_or(|(count, ..)| same.len() > count) {
            best = Some((same.len(), one, other));
        }
    }
    best.map(|(_, one, other)| (characters / 10 * 10, one, other))
}

fn line(drafts: &[Held<'_>], characters: usize, here: Spot, there: Spot) -> SharedLine {
    let paragraph = |spot: Spot| &drafts[usize::from(spot.0)].shingles.paragraphs[usize::from(spot.1)];
    SharedLine {
        file: drafts[usize::from(there.0)].file.to_owned(),
        characters,
        here: paragraph(here).place.clone(),
        there: paragraph(there).place.clone(),
        opening: paragraph(here).opening.clone(),
    }
}
