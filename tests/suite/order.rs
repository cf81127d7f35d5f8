//! Sorting by places gives what the standard library's own stable sorting gives.

use award_kit::order;
use proptest::prelude::*;

proptest! {
    #[test]
    fn lists_are_sorted_as_the_standard_library_sorts_them(list in prop::collection::vec((0_u8..5, any::<u16>()), 0..60)) {
        let mut expected = list.clone();
        expected.sort_by_key(|&(key, _)| key);
        let mut sorted = list.clone();
        order::sort_by_key(&mut sorted, |&(key, _)| key);
        prop_assert_eq!(&sorted, &expected, "equal keys keep their order");

        expected.sort_by(|one, other| other.cmp(one));
        order::sort_by(&mut sorted, |one, other| other.cmp(one));
        prop_assert_eq!(&sorted, &expected);

        expected.sort();
        order::sort(&mut sorted);
        prop_assert_eq!(sorted, expected);
    }
}
