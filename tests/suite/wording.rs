//! What differs in the wording of two texts, in pieces a reader can follow.

use crate::samples::{AWKWARD, cases};
use award_kit::comparison::{Piece, is_rewritten, wording};
use proptest::prelude::*;

/// `每[-年-][+季度+]评审一次`.
fn told(before: &str, after: &str) -> String {
    let pieces = wording(before, after);
    let marked = pieces.iter().map(|piece| match piece {
        Piece::Same(text) => text.clone(),
        Piece::Gone(text) => format!("[-{text}-]"),
        Piece::New(text) => format!("[+{text}+]"),
    });
    marked.collect()
}

#[test]
fn ideographs_are_compared_one_by_one_and_words_and_numbers_whole() {
    let cases = [
        ("每年评审一次", "每季度评审一次", "每[-年-][+季度+]评审一次"),
        ("合格率达98.5%", "合格率达98.7%", "合格率达[-98.5-][+98.7+]%"),
        ("Reviewed each year.", "Reviewed each quarter.", "Reviewed each [-year-][+quarter+]."),
        ("营收1,200 万元", "营收1,350 万元", "营收[-1,200-][+1,350+] 万元"),
        ("通过ISO9001认证", "通过ISO14001认证", "通过[-ISO9001-][+ISO14001+]认证"),
        ("甲\n乙", "甲\n丙\n乙", "甲\n[+丙\n+]乙"),
        ("", "新写的话", "[+新写的话+]"),
        ("删去的话", "", "[-删去的话-]"),
        ("不变", "不变", "不变"),
        ("", "", ""),
        // An accent is no change of its own, nor is the colour of a hand.
        ("cafe", "cafe\u{301}", "[-cafe-][+cafe\u{301}+]"),
        ("好👍", "好👍🏽", "好[-👍-][+👍🏽+]"),
    ];
    for (before, after, expected) in cases {
        assert_eq!(told(before, after), expected, "{before} → {after}");
    }
}

#[test]
fn what_happens_to_stay_between_two_larger_changes_belongs_to_them() {
    // The one character 量 stays in both, which tells nobody anything.
    assert_eq!(told("质量方针由总部制定", "计量标准由总部制定"), "[-质量方针-][+计量标准+]由总部制定");
    // What is longer than the changes around it stands.
    assert_eq!(told("甲方每年评审一次乙", "丙方每年评审一次丁"), "[-甲-][+丙+]方每年评审一次[-乙-][+丁+]");
}

#[test]
fn two_long_texts_that_have_nothing_in_common_are_compared_as_well() {
    let text = |seed: u32| -> String {
        let letter = |at: u32| char::from_u32(0x4e00 + (at * 7919 + seed * 104_729) % 20_000).unwrap_or('一');
        (0..20_000).map(letter).collect()
    };
    let (before, after) = (text(1), text(2));
    let pieces = wording(&before, &after);
    assert_eq!(side(&pieces, true), before);
    assert_eq!(side(&pieces, false), after);
}

#[test]
fn texts_of_which_hardly_anything_stands_are_rewritten() {
    let cases = [
        ("每年评审一次", "每季度评审一次", false),
        ("旧的说法甲乙丙丁", "全然不同的新句子", true),
        ("", "新写", false),
        ("不变", "不变", false),
    ];
    for (before, after, expected) in cases {
        assert_eq!(is_rewritten(&wording(before, after)), expected, "{before} → {after}");
    }
}

/// One of the texts, put together again.
fn side(pieces: &[Piece], before: bool) -> String {
    let text = |piece: &Piece| match piece {
        Piece::Same(text) => text.clone(),
        Piece::Gone(text) if before => text.clone(),
        Piece::New(text) if !before => text.clone(),
        _ => String::new(),
    };
    pieces.iter().map(text).collect()
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn the_pieces_are_both_texts(before in "[质量管理ab1.,\u{301} \n]{0,40}", after in "[质量管理ab1.,\u{301} \n]{0,40}") {
        let pieces = wording(&before, &after);
        prop_assert_eq!(side(&pieces, true), before.clone());
        prop_assert_eq!(side(&pieces, false), after.clone());
        prop_assert_eq!(before == after, pieces.iter().all(|piece| matches!(piece, Piece::Same(_))));
    }

    #[test]
    fn awkward_texts_come_back_whole(one in 0..AWKWARD.len(), other in 0..AWKWARD.len()) {
        let pieces = wording(AWKWARD[one], AWKWARD[other]);
        prop_assert_eq!(side(&pieces, true), AWKWARD[one]);
        prop_assert_eq!(side(&pieces, false), AWKWARD[other]);
    }
}
