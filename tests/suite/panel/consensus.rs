//! The session: scores locked, the median as the start, a reason for what differs, and the ratings in the assessment.

use super::people::{judged, panel, panel as panel_of};
use crate::samples::{DEMO, cases, day, percent};
use award_kit::archive::{PanelRecord, open_panel, write_panel};
use award_kit::assessment::text;
use award_kit::criteria::ItemSlot;
use award_kit::language::{Language, codes};
use award_kit::panel::{Panel, PanelAction, Refused, Signature, Standing, Treatment, Why, agreed_ratings, read_panel};
use award_kit::report::{minute, say};
use award_kit::scoring::{Points, score};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

fn done(mut panel: Panel, actions: &[PanelAction]) -> Panel {
    for action in actions {
        panel = action.apply(&DEMO, &panel).unwrap_or_else(|refused| panic!("{action:?}: {refused:?}"));
    }
    panel
}

/// Three assessors: the first item within 20 points, the second outside, the third rated by one alone.
fn three() -> Panel {
    panel(&[&[Some(45), Some(30), None], &[Some(50), Some(70), Some(40)], &[Some(65), Some(55), None]])
}

const SIGNED: fn() -> PanelAction = || {
    PanelAction::Sign(Signature {
        name: text("王"),
        ..Signature::default()
    })
};

#[test]
fn items_are_ordered_by_disagreement_and_counted_by_what_is_to_be_done() {
    let reading = read_panel(&DEMO, &three());
    assert_eq!(reading.by_disagreement, [1, 0, 2]);
    assert_eq!((reading.to_discuss, reading.rated_items, reading.agreed_items), (1, 3, 0));
    assert_eq!(read_panel(&DEMO, &panel(&[])).items[0].treatment, Treatment::Unrated);
}

/// A panel that has agreed on everything, in open consensus.
fn agreed() -> Panel {
    done(
        three(),
        &[
            PanelAction::Open,
            PanelAction::TakeProposals,
            PanelAction::Agree(ItemSlot(1), Some(percent(55))),
            PanelAction::Agree(ItemSlot(2), Some(percent(40))),
        ],
    )
}

fn back(reason: &str) -> PanelAction {
    PanelAction::Reopen {
        reason: text(reason),
        date: Some(day("2016-12-05")),
    }
}

#[test]
fn a_session_goes_back_step_by_step_and_only_with_a_reason() {
    assert_eq!(back("迟到一份评分").refused(&DEMO, &three()), Some(Refused::NotOpen));
    assert_eq!(back(" ").refused(&DEMO, &agreed()), Some(Refused::NoReason));
    let signed = done(agreed(), &[SIGNED()]);
    let change = PanelAction::Agree(ItemSlot(1), Some(percent(50)));
    assert_eq!(change.refused(&DEMO, &signed), Some(Refused::Signed));

    // The signed minute becomes open consensus: scores stay locked, what was agreed stays, the signature is set aside.
    let open = done(signed, &[back("现场核查有新发现")]);
    assert!(open.opened && !open.is_signed());
    assert_eq!(PanelAction::Tolerance(5).refused(&DEMO, &open), Some(Refused::Locked));
    assert_eq!(open.agreements, agreed().agreements);
    let changed = done(open, &[change, SIGNED()]);

    // Once more, and from there back to the scores.
    let scores = done(changed, &[back("再议"), back("迟到一份评分"), PanelAction::Tolerance(5)]);
    assert!(!scores.opened);
    assert_eq!(scores.agreement(ItemSlot(1)).percent, Some(percent(50)));
    let told: Vec<(&str, bool, usize)> = scores
        .reopenings
        .iter()
        .map(|reopening| (&*reopening.reason, reopening.unlocked_scores(), reopening.signatures.len()))
        .collect();
    assert_eq!(told, [("现场核查有新发现", false, 1), ("再议", false, 1), ("迟到一份评分", true, 0)]);
}

#[test]
fn a_step_back_stands_in_the_minute_and_in_the_record() {
    let panel = done(agreed(), &[SIGNED(), back("现场核查有新发现"), SIGNED()]);
    for language in Language::ALL {
        let told = minute(&DEMO, &panel, *language, false).plain_text();
        for held in [
            "现场核查有新发现",
            language.words().minute_reopened_consensus(),
            language.words().minute_reopenings(),
        ] {
            assert!(told.contains(held), "{held}");
        }
        assert!(
            !minute(&DEMO, &agreed(), *language, false)
                .plain_text()
                .contains(language.words().minute_reopenings())
        );
    }
    let record = PanelRecord::new(panel);
    let written = write_panel(&record, &DEMO);
    assert!(written.contains("\"version\": \"1.1\""));
    let read = open_panel(written.as_bytes()).and_then(|opened| opened.with_pack(&DEMO)).expect("it reads");
    assert_eq!(read, record);
    assert_eq!(write_panel(&read, &DEMO), written);
    // Without one the record is as it was before.
    let before = write_panel(&PanelRecord::new(agreed()), &DEMO);
    assert!(before.contains("\"version\": \"1.0\"") && !before.contains("reopenings"));
}

#[test]
fn the_start_of_the_total_is_that_of_the_medians_and_the_interval_holds_it() {
    let reading = read_panel(&DEMO, &three());
    let medians = [50, 55, 40].map(|rating| Some(percent(rating)));
    let mut assessment = judged();
    for (item, rating) in assessment.items.iter_mut().zip(medians) {
        std::rc::Rc::make_mut(item).percent = rating;
    }
    assert_eq!(reading.start, score(&DEMO, &assessment).total);
    let (low, high) = reading.interval.expect("ratings");
    assert!(low <= reading.start.points && reading.start.points <= high);
    let distribution = reading.distribution.expect("ratings");
    let extreme = |pick: fn(&[u8]) -> u8| {
        let rows: [&[u8]; 3] = [&[45, 50, 65], &[30, 70, 55], &[40]];
        let points = DEMO.items().zip(rows).map(|((_, item), row)| u64::from(item.points) * u64::from(pick(row)));
        Points::of_hundredths(points.sum())
    };
    assert_eq!(distribution.lowest, extreme(|row| row.iter().copied().min().unwrap_or(0)));
    assert_eq!(distribution.highest, extreme(|row| row.iter().copied().max().unwrap_or(0)));
}

#[test]
fn assessors_are_named_or_lettered_and_their_shift_is_said() {
    let reading = read_panel(&DEMO, &three());
    let letters: Vec<&str> = reading.assessors.iter().map(|assessor| assessor.letter.as_str()).collect();
    assert_eq!(letters, ["A", "B", "C"]);
    let third = &reading.assessors[2];
    let shift = third.shift.expect("items shared");
    assert_eq!((shift.mean, shift.items), ((17.5 + 5.0) / 2.0, 2));
    assert_eq!(say::shift(Language::Zh, &third.name, &shift), "评审员 3平均偏高 11.2 个百分点");
    assert_eq!(say::shift(Language::En, "C", &shift), "C is lenient by 11.2 percentage points on average");
    assert_eq!(say::assessor(Language::En, third, true), "Assessor C");
}

#[test]
fn consensus_locks_the_scores_and_the_tolerance() {
    let opened = done(three(), &[PanelAction::Open]);
    let locked = [PanelAction::Sheets(Vec::new()), PanelAction::Tolerance(30), PanelAction::Open];
    for action in locked {
        assert_eq!(action.apply(&DEMO, &opened), Err(Refused::Locked));
    }
    assert_eq!(PanelAction::Open.apply(&DEMO, &panel(&[])), Err(Refused::NoScores));
    assert_eq!(PanelAction::Open.apply(&DEMO, &panel(&[&[None; 3]])), Err(Refused::NoScores));
    assert_eq!(PanelAction::Tolerance(101).apply(&DEMO, &three()), Err(Refused::Unusable));
    for action in [PanelAction::Agree(ItemSlot(0), None), PanelAction::TakeProposals, SIGNED()] {
        assert_eq!(action.apply(&DEMO, &three()), Err(Refused::NotOpen));
    }
}

#[test]
fn a_percentage_away_from_the_median_or_outside_the_range_counts_only_with_a_reason() {
    let opened = done(three(), &[PanelAction::Open]);
    // Ratings of the first item: 45, 50 and 65.
    let table = [
        (45, None),
        (50, None),
        (55, None),
        (60, Some(Why::FarFromMedian)),
        (65, Some(Why::FarFromMedian)),
        (70, Some(Why::OutsideRange)),
        (40, Some(Why::OutsideRange)),
        (0, Some(Why::OutsideRange)),
    ];
    for (rating, why) in table {
        let agreed = done(opened.clone(), &[PanelAction::Agree(ItemSlot(0), Some(percent(rating)))]);
        let expected = why.map_or(Standing::Agreed(percent(rating)), |why| Standing::ReasonNeeded(percent(rating), why));
        assert_eq!(agreed.standing(&DEMO, ItemSlot(0)), expected, "{rating}");
        assert_eq!(agreed_ratings(&DEMO, &agreed, &judged()).is_some(), why.is_none(), "{rating}");
        let blank = done(agreed.clone(), &[PanelAction::Reason(ItemSlot(0), text(" \n"))]);
        assert_eq!(blank.standing(&DEMO, ItemSlot(0)), expected, "{rating}");
        let reasoned = done(agreed, &[PanelAction::Reason(ItemSlot(0), text("查证"))]);
        assert_eq!(reasoned.standing(&DEMO, ItemSlot(0)), Standing::Agreed(percent(rating)));
    }
}

#[test]
fn an_item_nobody_rated_needs_a_reason_too() {
    let opened = done(
        panel(&[&[Some(50), None, None]]),
        &[PanelAction::Open, PanelAction::Agree(ItemSlot(1), Some(percent(50)))],
    );
    let standing = opened.standing(&DEMO, ItemSlot(1));
    assert_eq!(standing, Standing::ReasonNeeded(percent(50), Why::NobodyRated));
}

#[test]
fn proposals_are_taken_where_the_ratings_lie_within_the_tolerance_and_nothing_is_agreed() {
    let agreed = PanelAction::Agree(ItemSlot(0), Some(percent(55)));
    let taken = done(three(), &[PanelAction::Open, agreed, PanelAction::TakeProposals]);
    let standing = |item| taken.standing(&DEMO, ItemSlot(item)).percent();
    assert_eq!([standing(0), standing(1), standing(2)], [Some(percent(55)), None, Some(percent(40))]);
}

#[test]
fn the_minute_is_signed_once_everything_is_agreed_and_then_stands() {
    let open = done(three(), &[PanelAction::Open, PanelAction::TakeProposals]);
    assert_eq!(SIGNED().apply(&DEMO, &open), Err(Refused::NotAllAgreed));
    let needs = done(open, &[PanelAction::Agree(ItemSlot(1), Some(percent(70)))]);
    assert_eq!(SIGNED().apply(&DEMO, &needs), Err(Refused::NotAllAgreed));
    let signed = done(needs, &[PanelAction::Reason(ItemSlot(1), text("补充证据")), SIGNED(), SIGNED()]);
    for action in [
        PanelAction::Agree(ItemSlot(1), None),
        PanelAction::Note(ItemSlot(1), text("后补")),
        PanelAction::Place(text("别处")),
    ] {
        assert_eq!(action.apply(&DEMO, &signed), Err(Refused::Signed));
    }
    let nameless = PanelAction::Sign(Signature::default());
    assert_eq!(nameless.apply(&DEMO, &signed), Err(Refused::Unusable));
    let withdrawn = done(signed, &[PanelAction::Unsign(0), PanelAction::Unsign(0)]);
    assert!(PanelAction::Note(ItemSlot(1), text("后补")).apply(&DEMO, &withdrawn).is_ok());
}

#[test]
fn the_consensus_becomes_the_ratings_of_the_assessment_in_one_step() {
    let panel = done(
        three(),
        &[
            PanelAction::Open,
            PanelAction::TakeProposals,
            PanelAction::Agree(ItemSlot(1), Some(percent(70))),
            PanelAction::Reason(ItemSlot(1), text("补充证据")),
        ],
    );
    let reading = read_panel(&DEMO, &panel);
    let action = agreed_ratings(&DEMO, &panel, &judged()).expect("ratings differ");
    let after = action.apply(&judged());
    let ratings: Vec<_> = after.items.iter().map(|item| item.percent.map(|percent| percent.value())).collect();
    assert_eq!(ratings, [Some(50), Some(70), Some(40)]);
    assert_eq!(score(&DEMO, &after).total, reading.agreed);
    assert_eq!(agreed_ratings(&DEMO, &panel, &after), None);
    assert_eq!(after.items[0].remark, judged().items[0].remark);
}

#[test]
fn every_code_of_a_session_has_words() {
    for language in Language::ALL {
        let words = language.words();
        let codes = Refused::ALL.iter().map(|refused| refused.code()).chain(Why::ALL.iter().map(|why| why.code()));
        let codes = codes.chain([
            "discuss",
            "propose",
            "single",
            "unrated",
            "low",
            "medium",
            "high",
            "reliable",
            "tentative",
            "weak",
            "uniform",
        ]);
        for code in codes {
            assert!(words.has_code(&codes::SESSION, code), "{code}");
        }
        for code in award_kit::panel::Problem::CODES {
            assert!(words.has_code(&codes::GATHERED, code), "{code}");
        }
    }
}

#[test]
fn the_minute_tells_who_what_and_why() {
    let panel = done(
        three(),
        &[
            PanelAction::Date(Some(day("2016-12-02"))),
            PanelAction::Facilitator(text("王主持")),
            PanelAction::Absent(vec![text("赵缺席")]),
            PanelAction::Open,
            PanelAction::TakeProposals,
            PanelAction::Agree(ItemSlot(1), Some(percent(70))),
        ],
    );
    let before = minute(&DEMO, &panel, Language::Zh, false).plain_text();
    for told in [
        "王主持",
        "赵缺席",
        "2016年12月2日",
        "20 个百分点",
        "评审员 2\u{a0}70%",
        "需讨论",
        "尚未签字。",
        "2 / 3",
    ] {
        assert!(before.contains(told), "{told}: {before}");
    }
    let panel = done(panel, &[PanelAction::Reason(ItemSlot(1), text("补充证据后上调")), SIGNED()]);
    let after = minute(&DEMO, &panel, Language::Zh, false).plain_text();
    assert!(after.contains("补充证据后上调") && after.contains("3 / 3") && !after.contains("尚未签字"));
    let total = read_panel(&DEMO, &panel).agreed;
    assert!(after.contains(&format!("{} / {}", total.points, total.max)));
    let anonymous = minute(&DEMO, &panel, Language::En, true).plain_text();
    // The third item was rated by one alone: a letter would tell who that was.
    assert!(!anonymous.contains("Assessor A") && !anonymous.contains("评审员 1"), "{anonymous}");
    assert!(!anonymous.contains('{'), "{anonymous}");
    let all: [&[Option<u8>]; 2] = [&[Some(45), Some(30), Some(40)], &[Some(50), Some(70), Some(40)]];
    let lettered = minute(&DEMO, &panel_of(&all), Language::En, true).plain_text();
    assert!(lettered.contains("Assessor A\u{a0}45%"), "{lettered}");
    // A day that is not filled in says so.
    assert!(lettered.contains(Language::En.words().report_not_filled()));
}

#[test]
fn the_start_says_what_rounding_the_medians_does_to_it() {
    // Medians of 47.5, 50 and 42.5 become 50, 50 and 45.
    let rows: [&[Option<u8>]; 2] = [&[Some(45), Some(30), Some(40)], &[Some(50), Some(70), Some(45)]];
    let reading = read_panel(&DEMO, &panel_of(&rows));
    let exact: f64 = reading
        .items
        .iter()
        .filter(|item| matches!(item.maximum, award_kit::scoring::Maximum::Counted(_)))
        .map(|item| item.maximum.points().unwrap_or_default().to_f64() * item.spread.map_or(0.0, |spread| spread.median) / 100.0)
        .sum();
    assert!((reading.start_plain.to_f64() - exact).abs() < 0.005 && reading.start_plain < reading.start.points);
    for language in Language::ALL {
        let said = say::start(*language, &reading, 5);
        assert!(
            said.contains(&reading.start.points.to_string()) && said.contains(&reading.start_plain.to_string()),
            "{said}"
        );
        let told = minute(&DEMO, &panel_of(&rows), *language, false).plain_text();
        assert!(told.contains(&said), "{told}");
    }
    // Where no median is rounded there is nothing to say.
    let even = read_panel(&DEMO, &panel_of(&[&[Some(45), Some(50), Some(60)]]));
    assert_eq!(even.start_plain, even.start.points);
    assert!(!say::start(Language::En, &even, 5).contains('('));
}

#[test]
fn agreement_and_correlation_are_reconciled_in_one_sentence() {
    let rows: [&[Option<u8>]; 3] = [&[Some(45), Some(30), Some(40)], &[Some(50), Some(70), Some(40)], &[Some(65), Some(55), None]];
    let reading = read_panel(&DEMO, &panel_of(&rows));
    assert!(reading.correlation_of_all.is_some_and(|found| found.ratings == 8));
    for language in Language::ALL {
        let said = say::reconciled(*language, &reading).expect("both are there");
        let told = minute(&DEMO, &panel_of(&rows), *language, false).plain_text();
        assert!(
            told.contains(&said) && told.contains(language.words().panel_correlation_of_all_meaning()),
            "{told}"
        );
        assert!(!said.contains('{'), "{said}");
    }
    assert_eq!(say::reconciled(Language::En, &read_panel(&DEMO, &panel_of(&[]))), None);
}

#[test]
fn a_minute_of_nothing_can_be_made() {
    let text = minute(&DEMO, &panel(&[]), Language::En, false).plain_text();
    assert!(text.contains("Not signed yet."));
}

fn rows() -> impl Strategy<Value = Vec<Vec<Option<u8>>>> {
    vec(vec(option::of((0..=20_u8).prop_map(|steps| steps * 5)), 3), 1..6)
}

fn actions() -> impl Strategy<Value = PanelAction> {
    let item = (0..3_usize).prop_map(ItemSlot);
    prop_oneof![
        2 => Just(PanelAction::Open),
        8 => (item.clone(), option::of((0..=20_u8).prop_map(|steps| percent(steps * 5)))).prop_map(|(item, rating)| PanelAction::Agree(item, rating)),
        3 => (item.clone(), prop_oneof![Just(""), Just(" "), Just("理由")]).prop_map(|(item, reason)| PanelAction::Reason(item, text(reason))),
        2 => (item, crate::samples::writing()).prop_map(|(item, note)| PanelAction::Note(item, note)),
        2 => Just(PanelAction::TakeProposals),
        1 => any::<u8>().prop_map(PanelAction::Tolerance),
        1 => Just(PanelAction::Sheets(Vec::new())),
        1 => Just(SIGNED()),
        1 => (0..3_usize).prop_map(PanelAction::Unsign),
    ]
}

proptest! {
    #![proptest_config(cases(96))]

    #[test]
    fn consensus_is_never_outside_lowest_and_highest_without_a_reason_and_scores_never_change_once_it_is_open(rows in rows(), actions in vec(actions(), 0..30)) {
        let rows: Vec<&[Option<u8>]> = rows.iter().map(Vec::as_slice).collect();
        let mut panel = panel(&rows);
        for action in actions {
            let before = panel.clone();
            match action.apply(&DEMO, &panel) {
                Ok(after) => panel = after,
                Err(refused) => prop_assert_eq!(action.refused(&DEMO, &before), Some(refused)),
            }
            if before.opened {
                prop_assert!(panel.opened);
                prop_assert_eq!((&panel.sheets, panel.tolerance), (&before.sheets, before.tolerance));
            }
            for (item, _) in DEMO.items() {
                let (Some(agreed), reason) = (panel.standing(&DEMO, item).percent(), &panel.agreement(item).reason) else { continue };
                let inside = panel.spread(item).is_some_and(|spread| (spread.lowest..=spread.highest).contains(&agreed.value()));
                prop_assert!(inside || !reason.trim().is_empty());
            }
            if panel.is_signed() {
                prop_assert!(panel.all_agreed(&DEMO));
            }
        }
        let record = PanelRecord::new(panel);
        let written = write_panel(&record, &DEMO);
        let read = open_panel(written.as_bytes()).and_then(|opened| opened.with_pack(&DEMO));
        prop_assert_eq!(read.as_ref(), Ok(&record));
        prop_assert_eq!(read.map(|read| write_panel(&read, &DEMO)), Ok(written));
    }
}
