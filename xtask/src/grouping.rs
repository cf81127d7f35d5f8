//! Which pieces of the program go into one file. The splitter makes a piece for every combination of parts that share
//! something, which a dozen parts turn into hundreds of tiny ones.

/// What another file costs whoever loads a part, in bytes before compression: a request, and what every module repeats.
const FILE: i64 = 14_000;
/// As how many parts one counts that is waited for before anything can be written.
const WAITED_FOR: i64 = 100;
/// About what every module repeats, the types above all; in one file it weighs once, however many pieces that is made of.
const REPEATED: usize = 1_000;

/// One file: the parts that load it, as bits, and the pieces it is made of, as their places in the list.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    pub parts: u64,
    pub pieces: Vec<usize>,
    size: i64,
}

impl Group {
    /// What loading all parts one by one would cost more if both were one file: each part loads all of it, but a file less.
    fn price_with(&self, other: &Self, waited_for: u64) -> i64 {
        let together = self.parts | other.parts;
        let count = |parts: u64| i64::from(parts.count_ones()) + i64::from((parts & waited_for).count_ones()) * WAITED_FOR;
        let more = |group: &Self| group.size * count(together & !group.parts);
        more(self) + more(other) - FILE * count(self.parts & other.parts)
    }
}

/// Joins pieces, given with the parts that need them and their size, as long as that makes loading cheaper; `waited_for` are the parts
/// that come before all others.
pub fn group(pieces: &[(u64, usize)], waited_for: u64) -> Vec<Group> {
    let mut groups: Vec<Group> = pieces
        .iter()
        .enumerate()
        .map(|(place, &(parts, size))| Group {
            parts,
            pieces: vec![place],
            size: i64::try_from(size.saturating_sub(REPEATED)).unwrap_or(i64::MAX / 64),
        })
        .collect();
    while let Some((first, second)) = best_pair(&groups, waited_for) {
        // The second one stands behind the first, which therefore keeps its place.
        let other = groups.remove(second);
        let group = &mut groups[first];
        group.parts |= other.parts;
        group.size += other.size;
        group.pieces.extend(other.pieces);
        group.pieces.sort_unstable();
    }
    groups
}

/// The pair that gains most by being one file; none when no pair gains.
fn best_pair(groups: &[Group], waited_for: u64) -> Option<(usize, usize)> {
    let pairs = (0..groups.len()).flat_map(|first| (first + 1..groups.len()).map(move |second| (first, second)));
    pairs
        .map(|(first, second)| (groups[first].price_with(&groups[second], waited_for), first, second))
        .filter(|&(price, ..)| price < 0)
        .min()
        .map(|(_, first, second)| (first, second))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made_of(pieces: &[(u64, usize)]) -> Vec<(u64, Vec<usize>)> {
        group(pieces, 0b1000).into_iter().map(|group| (group.parts, group.pieces)).collect()
    }

    #[test]
    fn a_tiny_piece_goes_where_it_is_loaded_anyway() {
        let expected = [(0b111, vec![0, 1]), (0b001, vec![2])];
        assert_eq!(made_of(&[(0b111, 50_000), (0b011, 500), (0b001, 90_000)]), expected);
    }

    #[test]
    fn a_large_piece_is_not_put_upon_a_part_that_does_not_need_it() {
        let pieces = [(0b111, 50_000), (0b011, 30_000), (0b001, 90_000), (0b100, 90_000)];
        let expected: Vec<(u64, Vec<usize>)> = pieces.iter().enumerate().map(|(place, &(parts, _))| (parts, vec![place])).collect();
        assert_eq!(made_of(&pieces), expected);
    }

    #[test]
    fn what_nearly_everybody_needs_is_not_put_upon_what_is_waited_for() {
        let expected = [(0b1111, vec![0]), (0b0111, vec![1])];
        assert_eq!(made_of(&[(0b1111, 50_000), (0b0111, 20_000)]), expected);
        // Its own way in is no file of its own.
        assert_eq!(made_of(&[(0b1111, 50_000), (0b1000, 1_300)]), [(0b1111, vec![0, 1])]);
    }

    #[test]
    fn pieces_of_parts_that_have_nothing_in_common_stay_apart() {
        assert_eq!(made_of(&[(0b01, 10), (0b10, 10)]), [(0b01, vec![0]), (0b10, vec![1])]);
    }
}
