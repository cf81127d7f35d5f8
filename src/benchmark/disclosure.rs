//! Which parts of a whole may be published, so that no difference of published cells leaves a few.
//!
//! The threshold rule: a cell of fewer than [`LEAST`] cards is not published (as k-anonymity asks it: Samarati and Sweeney 1998). Complementary
//! suppression: whoever takes the published parts from a published whole must not be left with fewer than that, except none; where they
//! would be, the smallest part is withheld too (Willenborg and de Waal, Elements of Statistical Disclosure Control, 2001). A part that is
//! withheld takes what it is divided into along.
//!
//! Why that is enough: cells are nested. What remains of a published whole without its published parts is empty or at least [`LEAST`], and so
//! is every published cell without parts. These remainders are disjoint and every published cell is made of them; so whatever is added and
//! subtracted of published cells is made of them, too.

/// The fewest cards of which anything is told.
pub const LEAST: usize = 5;

/// Which parts of a published whole are published, in their order. `whole` is the number of its cards, `parts` those of its parts, which
/// share none.
///
/// Of 30 with parts of 16, 9 and 5 all are. Of 28 with 16, 9 and 3 the 16 alone: with the nine as well, three would be left of the 28.
pub fn published_parts(whole: usize, parts: &[usize]) -> Vec<bool> {
    let mut published: Vec<bool> = parts.iter().map(|n| *n >= LEAST).collect();
    let told: usize = parts.iter().filter(|n| **n >= LEAST).sum();
    let rest = whole.saturating_sub(told);
    if (1..LEAST).contains(&rest) {
        let smallest = (0..parts.len()).filter(|at| published[*at]).min_by_key(|at| parts[*at]);
        if let Some(at) = smallest {
            published[at] = false;
        }
    }
    published
}
