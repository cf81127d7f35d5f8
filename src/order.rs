//! Lists brought into order by one copy of the sorting code: the standard library's is several kilobytes of module for
//! every kind of list.
//!
//! Equal elements stay in the order they had. Where many values are sorted again and again (the statistics), the standard
//! library's own sorting is the right one.

use std::cmp::Ordering;

/// Sorts by a comparison.
pub fn sort_by<T>(list: &mut Vec<T>, mut compare: impl FnMut(&T, &T) -> Ordering) {
    let order = order(list.len(), &mut |one, other| compare(&list[one], &list[other]));
    let mut taken: Vec<Option<T>> = list.drain(..).map(Some).collect();
    list.extend(order.into_iter().filter_map(|at| taken[at].take()));
}

/// Sorts by a key, which is asked for with every comparison.
pub fn sort_by_key<T, K: Ord>(list: &mut Vec<T>, mut key: impl FnMut(&T) -> K) {
    sort_by(list, |one, other| key(one).cmp(&key(other)));
}

/// Sorts by the elements' own order.
pub fn sort<T: Ord>(list: &mut Vec<T>) {
    sort_by(list, T::cmp);
}

/// The places of a list in order; the one instance of the standard library's sorting.
fn order(length: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..length).collect();
    order.sort_by(|&one, &other| compare(one, other));
    order
}
