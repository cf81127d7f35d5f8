//! What is found by a query: by names and texts, in both languages, and by the first letters of the pinyin.

use crate::samples::cases;
use award_kit::criteria::built_in_packs;
use award_kit::search::{Entry, Index, Initials, LETTERS};
use encoding_rs::GB18030;
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// Rows 16 to 55 of GB 2312, as a browser decodes them.
static INITIALS: LazyLock<Initials> = LazyLock::new(|| {
    let rows = (0xb0..=0xd7_u8).flat_map(|row| (0xa1..=if row == 0xd7 { 0xf9 } else { 0xfe_u8 }).flat_map(move |place| [row, place]));
    let bytes: Vec<u8> = rows.collect();
    let (list, _, faulty) = GB18030.decode(&bytes);
    assert!(!faulty);
    assert_eq!(list.chars().count(), 3755);
    Initials::of(list.chars())
});

fn entry(name: &str, also: &[&str], text: &str) -> Entry {
    Entry {
        name: name.to_owned(),
        also: also.join(" "),
        text: text.to_owned(),
    }
}

fn entries() -> Vec<Entry> {
    vec![
        entry("高层领导的作用", &["4.1.2", "Role of senior leaders"], ""),
        entry("组织治理", &["4.1.3", "Governance"], "董事会每季度评价一次 ＱＭＳ 的运行"),
        entry("领导", &["4.1", "Leadership"], ""),
        entry("质量目标达成率", &[], "按月统计，见《质量月报》"),
        entry("Quality target met", &[], "Counted monthly, see the Quality Report"),
    ]
}

fn names(query: &str) -> Vec<String> {
    let index = Index::of(entries());
    let name = |at: usize| index.entry(at).expect("an entry").name.clone();
    index.find(query, &INITIALS, 10).into_iter().map(|found| name(found.at)).collect()
}

#[test]
fn names_numbers_texts_and_letters_find() {
    for (query, expected) in [
        ("领导", vec!["领导", "高层领导的作用"]),
        ("4.1.3", vec!["组织治理"]),
        ("４．１．３", vec!["组织治理"]),
        ("4.1", vec!["领导", "高层领导的作用", "组织治理"]),
        ("质量", vec!["质量目标达成率"]),
        ("governance", vec!["组织治理"]),
        ("GOVERN", vec!["组织治理"]),
        ("gcld", vec!["高层领导的作用"]),
        ("ld", vec!["领导", "高层领导的作用"]),
        ("zlmb", vec!["质量目标达成率"]),
        ("dcl", vec!["质量目标达成率"]),
        ("zzzl", vec!["组织治理"]),
        ("qms", vec!["组织治理"]),
        ("月报", vec!["质量目标达成率"]),
        ("质量 月报", vec!["质量目标达成率"]),
        ("report quality", vec!["Quality target met"]),
        ("target", vec!["Quality target met"]),
        ("", vec![]),
        (" 　", vec![]),
        ("xyz", vec![]),
        // One letter would find half of everything by its pinyin.
        ("z", vec![]),
    ] {
        assert_eq!(names(query), expected, "{query}");
    }
}

#[test]
fn what_was_found_in_a_text_is_shown_where_it_stands() {
    let index = Index::of(entries());
    for (query, standing) in [("qms", "ＱＭＳ"), ("季度", "季度"), ("report", "Report"), ("quality report", "Report")] {
        let found = index.find(query, &INITIALS, 1).remove(0);
        let inside = found.inside.expect("found in the text");
        assert_eq!(&index.entry(found.at).expect("an entry").text[inside], standing, "{query}");
    }
    assert_eq!(index.find("领导", &INITIALS, 1)[0].inside, None);
    assert_eq!(index.find("质量", &INITIALS, 1).len(), 1);
}

#[test]
fn letters_are_those_of_the_pinyin() {
    for (text, letters) in [
        ("领导作用", "ldzy"),
        ("战略规划", "zlgh"),
        ("顾客与市场", "gkysc"),
        ("财务资源", "cwzy"),
        ("相关方关系", "xgfgx"),
        ("过程的识别与设计", "gcdsbysj"),
        ("绩效测量", "jxcl"),
        ("长期", "cq"),
        ("增长率", "zzl"),
        ("行业标杆", "hybg"),
        ("会计", "kj"),
        ("会议", "hy"),
    ] {
        let fits = text.chars().zip(letters.bytes()).all(|(sign, letter)| INITIALS.fits(sign, letter));
        assert!(fits && text.chars().count() == letters.len(), "{text}");
    }
    // Every letter begins where the list says it does, and none is empty.
    for (first, letter) in LETTERS {
        assert!(INITIALS.fits(first, letter), "{first}");
    }
}

/// What a decoder cannot give is found by its letters no more; names and texts are as before.
#[test]
fn without_the_list_names_are_found_all_the_same() {
    let none = Initials::of([]);
    let index = Index::of(entries());
    assert_eq!(index.find("gcld", &none, 5), []);
    assert_eq!(index.find("领导", &none, 5).len(), 2);
}

/// Names that cannot be typed by their letters would be missed without anybody knowing why.
#[test]
fn every_character_of_a_name_in_the_packs_has_a_letter() {
    let mut missing = BTreeSet::new();
    for pack in built_in_packs() {
        let words = pack.words("zh");
        let items = pack.items().map(|(slot, _)| words.item(&pack.item(slot).id).to_owned());
        let indicators = pack.indicators().map(|(slot, _)| words.indicator(&pack.indicator(slot).id).to_owned());
        for name in items.chain(indicators) {
            let unknown = |sign: &char| matches!(sign, '\u{4e00}'..='\u{9fff}') && !(b'a'..=b'z').any(|letter| INITIALS.fits(*sign, letter));
            missing.extend(name.chars().filter(unknown));
        }
    }
    assert_eq!(missing, BTreeSet::new());
}

proptest! {
    #![proptest_config(cases(64))]

    /// Whatever is cut out of a text finds it, and where it is said to stand it stands.
    #[test]
    fn what_stands_in_a_text_is_found(text in "[ 　a-zA-Z０-９质量目标，。Ａ-Ｚß]{1,30}", from in 0_usize..30, width in 1_usize..8) {
        let signs: Vec<char> = text.chars().collect();
        let query: String = signs.iter().skip(from).take(width).collect();
        let index = Index::of(vec![entry("", &[], &text)]);
        let found = index.find(&query, &INITIALS, 1);
        prop_assert_eq!(found.is_empty(), query.trim().is_empty());
        if let Some(inside) = found.first().and_then(|found| found.inside.clone()) {
            let lowered = award_kit::typed::narrow(&query).to_lowercase();
            let stands = award_kit::typed::narrow(&text[inside]).to_lowercase();
            prop_assert!(lowered.split_whitespace().any(|word| word == stands), "{}", stands);
        }
    }
}
