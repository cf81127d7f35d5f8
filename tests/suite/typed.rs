//! What is typed and pasted: whole numbers of any width, and days that a browser's field tells while they are typed.

use award_kit::date::{is_written_out, parse_date};
use award_kit::typed::{narrow, whole};
use proptest::prelude::*;

#[test]
fn whole_numbers_are_read_as_people_write_them_or_not_at_all() {
    let table: [(&str, Option<u64>); 34] = [
        ("120", Some(120)),
        ("１２０", Some(120)),
        ("1,200", Some(1_200)),
        ("1，200", Some(1_200)),
        ("１，２００", Some(1_200)),
        ("1 200", Some(1_200)),
        ("1\u{a0}200", Some(1_200)),
        ("1\u{202f}200\u{202f}300", Some(1_200_300)),
        ("1\u{3000}200", Some(1_200)),
        (" 120\t", Some(120)),
        ("120\u{200b}", Some(120)),
        ("\u{feff}120", Some(120)),
        ("1﹐200", Some(1_200)),
        ("0", Some(0)),
        ("007", Some(7)),
        ("18446744073709551615", Some(u64::MAX)),
        ("18446744073709551616", None),
        ("", None),
        ("  ", None),
        ("1,20", None),
        ("1,2000", None),
        ("0,200", None),
        (",200", None),
        ("200,", None),
        ("1,200 300", None),
        ("1 2", None),
        ("1.0", None),
        ("１．５", None),
        ("-1", None),
        ("+1", None),
        ("12万", None),
        ("十二", None),
        ("1e3", None),
        ("①", None),
    ];
    for (written, expected) in table {
        assert_eq!(whole(written), expected, "{written:?}");
    }
}

#[test]
fn years_that_are_still_being_typed_are_told_from_years() {
    for (written, expected) in [
        ("0002-05-07", false),
        ("0020-05-07", false),
        ("0201-05-07", false),
        ("0999-12-31", false),
        ("1000-01-01", true),
        ("2013-05-07", true),
    ] {
        assert_eq!(parse_date(written).map(is_written_out), Some(expected), "{written}");
    }
}

proptest! {
    #![proptest_config(crate::samples::cases(64))]

    #[test]
    fn any_width_and_grouping_is_the_same_number(number in any::<u64>(), wide in any::<bool>(), mark in proptest::sample::select(vec!["", ",", "，", " ", "\u{a0}"])) {
        let digits = number.to_string();
        let groups: Vec<&str> = digits.as_bytes().rchunks(3).rev().map(|group| std::str::from_utf8(group).expect("figures")).collect();
        let written = groups.join(mark);
        let written = if wide {
            written.chars().map(|mark| if mark.is_ascii_digit() { char::from_u32(mark as u32 + 0xfee0).expect("wide") } else { mark }).collect()
        } else {
            written
        };
        prop_assert_eq!(whole(&written), Some(number), "{}", written);
    }

    #[test]
    fn narrowing_twice_changes_nothing(text in any::<String>()) {
        let once = narrow(&text);
        prop_assert_eq!(narrow(&once), once);
    }
}
