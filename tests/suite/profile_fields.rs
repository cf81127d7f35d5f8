//! The profile: figures as people write them, and what in its fields is probably a slip.

use crate::samples::{BEIJING, after};
use award_kit::assessment::{Action, Assessment, Organisation, ProfileText, Quantity, text};
use award_kit::date::Date;
use award_kit::eligibility::judge;
use award_kit::findings::{Finding, ProfileDoubt, findings, quantity_doubt, text_doubt};
use award_kit::indicators::{Refusal, read_quantity};

const QUANTITIES: [Quantity; 3] = [Quantity::Staff, Quantity::Revenue, Quantity::Assets];

#[test]
fn figures_of_the_profile_are_read_in_any_usual_form() {
    // What is written, of what, the value, whether decimals were cut.
    let table = [
        ("86012", Quantity::Revenue, 86_012, false),
        ("86,012", Quantity::Revenue, 86_012, false),
        ("86，012", Quantity::Assets, 86_012, false),
        ("86 012", Quantity::Assets, 86_012, false),
        ("86,012.35", Quantity::Revenue, 86_012, true),
        ("39999.99", Quantity::Revenue, 39_999, true),
        ("86,012.00", Quantity::Revenue, 86_012, false),
        ("７２３００", Quantity::Revenue, 72_300, false),
        ("8.6亿", Quantity::Revenue, 86_000, false),
        ("8.6亿元", Quantity::Assets, 86_000, false),
        ("8.6 亿元", Quantity::Assets, 86_000, false),
        ("72300万元", Quantity::Revenue, 72_300, false),
        ("860120000元", Quantity::Revenue, 86_012, false),
        ("860123500元", Quantity::Revenue, 86_012, true),
        ("1.2万", Quantity::Staff, 12_000, false),
        ("1.2万人", Quantity::Staff, 12_000, false),
        ("860人", Quantity::Staff, 860, false),
        ("８６０　人", Quantity::Staff, 860, false),
        ("0", Quantity::Staff, 0, false),
    ];
    for (written, quantity, value, cut) in table {
        let read = read_quantity(written, quantity).unwrap_or_else(|refusal| panic!("{written}: {refusal:?}"));
        let read = read.unwrap_or_else(|| panic!("{written} is a figure"));
        assert_eq!((read.value, read.cut), (value, cut), "{written}");
    }
    let converted = |written| read_quantity(written, Quantity::Staff).is_ok_and(|read| read.is_some_and(|read| read.converted));
    for (written, expected) in [("860", false), ("1,860", false), ("８６０人", false), ("1.2万", true)] {
        assert_eq!(converted(written), expected, "{written}");
    }
}

#[test]
fn what_is_no_figure_of_the_profile_is_refused_or_says_that_there_is_none() {
    for quantity in QUANTITIES {
        for none in ["", "  ", "—", "无", "N/A", "/"] {
            assert_eq!(read_quantity(none, quantity), Ok(None), "{none:?}");
        }
        for wrong in ["many", "-3", "(5)", "2016-12-02", "12%", "1,23", "12 34", "99999999999999999999999", "8.6亿吨"] {
            assert!(read_quantity(wrong, quantity).is_err(), "{wrong}");
        }
    }
    assert_eq!(read_quantity("1.2万", Quantity::Revenue), Err(Refusal::AmbiguousMultiplier));
    assert!(read_quantity("12.5", Quantity::Staff).is_err(), "half a person");
}

fn with(field: ProfileText, written: &str) -> Organisation {
    (*after(&BEIJING, &[Action::Profile(field, text(written))]).organisation).clone()
}

#[test]
fn forms_that_are_probably_slips_are_doubts() {
    let fits: [(ProfileText, &[&str]); 3] = [
        (ProfileText::Postcode, &["", "100008", "１０００２８", "100 008", "100008、100010"]),
        (
            ProfileText::ContactMobile,
            &[
                "13800000000",
                "138 0000 0000",
                "138-0000-0000",
                "+86 13800000000",
                "(0086)13800000000",
                "１３８００００００００",
                "13800000000；13900000000",
            ],
        ),
        (
            ProfileText::ContactEmail,
            &["a@example.com", " a.b-c@mail.example.cn ", "质量部@例子.公司", "a@example.com; b@example.com"],
        ),
    ];
    for (field, texts) in fits {
        for written in texts {
            assert_eq!(text_doubt(&with(field, written), field), None, "{written}");
        }
    }
    let doubtful: [(ProfileText, &[&str]); 4] = [
        (ProfileText::Postcode, &["10008", "1000080", "10000B", "100008、10010"]),
        (ProfileText::ContactPostcode, &["北京"]),
        (
            ProfileText::ContactMobile,
            &["1380000000", "010-68000000", "23800000000", "138O0000000", "8613800000000 0"],
        ),
        (
            ProfileText::ContactEmail,
            &[
                "a",
                "a@b",
                "@example.com",
                "a@",
                "a@@example.com",
                "a b@example.com",
                "a＠example.com",
                "a@example。com",
                "a@.com",
                "a@example.",
                "a@example..com",
            ],
        ),
    ];
    for (field, texts) in doubtful {
        for written in texts {
            assert!(text_doubt(&with(field, written), field).is_some(), "{written}");
        }
    }
}

#[test]
fn figures_larger_than_any_are_doubts_and_so_are_yuan_written_for_ten_thousands() {
    let organisation = |staff, revenue, assets| {
        let mut organisation = Organisation::default();
        for (quantity, value) in QUANTITIES.into_iter().zip([staff, revenue, assets]) {
            organisation.set_quantity(quantity, value);
        }
        organisation
    };
    let doubtful = |organisation: &Organisation| QUANTITIES.map(|quantity| quantity_doubt(organisation, quantity).is_some());
    assert_eq!(doubtful(&organisation(Some(860), Some(61_200), Some(74_800))), [false; 3]);
    // 612 million yuan and 748 million yuan, written in yuan.
    assert_eq!(doubtful(&organisation(Some(860), Some(612_000_000), Some(748_000_000))), [false, true, false]);
    assert_eq!(doubtful(&organisation(Some(86), Some(612_000_000), Some(748_000_000))), [false, true, true]);
    assert_eq!(doubtful(&organisation(Some(5_000_001), None, None)), [true, false, false]);
    assert_eq!(doubtful(&organisation(Some(0), Some(1_000_000_001), None)), [false, true, false]);
    assert_eq!(doubtful(&Organisation::default()), [false; 3]);
}

#[test]
fn doubts_of_the_profile_are_findings_and_none_in_a_fictional_sample() {
    let written = [
        Action::Profile(ProfileText::ContactMobile, text("12345")),
        Action::Quantity(Quantity::Staff, Some(6_000_000)),
    ];
    let assessment = after(&BEIJING, &written);
    let found = |assessment: &Assessment| -> Vec<ProfileDoubt> {
        let eligibility = judge(&BEIJING, assessment, BEIJING.default_edition(), None, Date::MAX);
        let found = findings(&BEIJING, assessment, &eligibility);
        found
            .iter()
            .filter_map(|finding| if let Finding::ProfileDoubtful(doubt) = finding { Some(*doubt) } else { None })
            .collect()
    };
    let expected = [
        ProfileDoubt::Mobile(ProfileText::ContactMobile),
        ProfileDoubt::Quantity(Quantity::Staff, 6_000_000),
    ];
    assert_eq!(found(&assessment), expected);
    let mut sample = assessment;
    sample.fictional = true;
    assert!(found(&sample).is_empty());
}
