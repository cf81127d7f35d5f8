//! The items of sections one after the other, chosen together: reports follow the order of the criteria, so what a section is most like is weighed against what comes
//! before and behind it. The best way through all of them is found exactly (Viterbi 1967).

/// What a step over items costs, on the scale of natural logarithms of likeness: a way back, any further item of it, and an item that is left out on the way forward.
const BACK: f64 = 1.2;
const FURTHER_BACK: f64 = 0.05;
const LEFT_OUT: f64 = 0.08;
/// The least likeness, so that nothing is quite impossible.
const LEAST: f64 = 1e-3;

fn cost(from: usize, to: usize) -> f64 {
    let apart = from.abs_diff(to) as f64;
    match from.cmp(&to) {
        std::cmp::Ordering::Greater => BACK + FURTHER_BACK * apart,
        std::cmp::Ordering::Equal => 0.0,
        std::cmp::Ordering::Less => LEFT_OUT * (apart - 1.0),
    }
}

/// The place of the item of each section, by the likeness of the section to each item; an item that a section cannot be has none.
pub(super) fn best(sections: &[Vec<Option<f64>>]) -> Vec<usize> {
    let mut ways: Vec<Vec<(f64, usize)>> = Vec::new();
    for likeness in sections {
        let before = ways.last().map_or([].as_slice(), Vec::as_slice);
        let reached = likeness.iter().enumerate().map(|(item, likeness)| {
            let Some(likeness) = likeness else { return (f64::NEG_INFINITY, 0) };
            // Of two that are equal the first one in the order of the criteria.
            let from = before.iter().enumerate().rev().map(|(from, (so_far, _))| (so_far - cost(from, item), from));
            let (so_far, from) = from.max_by(|(one, _), (other, _)| one.total_cmp(other)).unwrap_or((0.0, 0));
            (so_far + likeness.max(LEAST).ln(), from)
        });
        ways.push(reached.collect());
    }
    let last = ways
        .last()
        .and_then(|last| (0..last.len()).rev().max_by(|one, other| last[*one].0.total_cmp(&last[*other].0)));
    let mut found: Vec<usize> = last.into_iter().collect();
    for way in ways.iter().skip(1).rev() {
        if let Some((_, from)) = found.last().and_then(|item| way.get(*item)) {
            found.push(*from);
        }
    }
    found.reverse();
    found
}

#[cfg(test)]
mod tests {
    use super::best;

    #[test]
    fn a_section_between_two_others_is_what_stands_between_them() {
        let all = |likeness: [f64; 4]| likeness.map(Some).to_vec();
        // By itself the second would be the last item, which then would be gone back from.
        let sections = [all([0.5, 0.1, 0.1, 0.1]), all([0.1, 0.25, 0.1, 0.3]), all([0.1, 0.1, 0.5, 0.1])];
        assert_eq!(best(&sections), [0, 1, 2]);
        // Where the words are clear, the order does not matter.
        assert_eq!(best(&[all([0.01, 0.01, 0.9, 0.01]), all([0.9, 0.01, 0.01, 0.01])]), [2, 0]);
        assert_eq!(best(&[vec![None, None, None, Some(0.0)], all([0.4, 0.1, 0.1, 0.3])]), [3, 3]);
        assert_eq!(best(&[]), Vec::<usize>::new());
    }
}
