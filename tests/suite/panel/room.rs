//! The keys of the room, the order of its items, and its minutes.

use super::people::panel;
use crate::samples::{DEMO, cases, percent};
use award_kit::assessment::text;
use award_kit::criteria::ItemSlot;
use award_kit::panel::room::{Course, Deed, Digits, Hand, Mark, Plan, Showing, Writing, agenda, is_key_slip, places, sequence};
use award_kit::panel::{Panel, PanelAction, Standing, Why, read_panel};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

/// The second item is to be discussed, then the first.
fn open() -> Panel {
    let rows: [&[Option<u8>]; 3] = [
        &[Some(45), Some(30), Some(40)],
        &[Some(50), Some(70), Some(40)],
        &[Some(65), Some(55), Some(40)],
    ];
    PanelAction::Open.apply(&DEMO, &panel(&rows)).expect("it opens")
}

/// Presses keys one after the other, a second apart but for digits, and does what they ask for; gives what each came to.
fn press(panel: &mut Panel, hand: &mut Hand, keys: &[&str]) -> Vec<Deed> {
    let mut deeds = Vec::new();
    for (at, key) in keys.iter().enumerate() {
        deeds.push(press_at(panel, hand, key, 10_000.0 + 100.0 * at as f64));
    }
    deeds
}

fn press_at(panel: &mut Panel, hand: &mut Hand, key: &str, now: f64) -> Deed {
    let reading = read_panel(&DEMO, panel);
    let deed = hand.press(&DEMO, panel, &reading, key, now);
    if let Deed::Acts(actions) = &deed {
        for action in actions {
            *panel = action.apply(&DEMO, panel).expect("a step in turn");
        }
    }
    deed
}

#[test]
fn digits_make_a_percentage_and_after_a_rest_they_begin_anew() {
    for (typed, expected) in [
        (&[(5, 0.0), (0, 400.0)][..], 50),
        (&[(5, 0.0), (0, 2500.0)], 0),
        (&[(5, 0.0), (0, 1499.0)], 50),
        (&[(1, 0.0), (0, 200.0), (0, 400.0)], 100),
        (&[(3, 0.0), (7, 100.0)], 35),
        (&[(3, 0.0), (8, 100.0)], 40),
        (&[(9, 0.0), (9, 100.0), (4, 200.0)], 5),
    ] {
        let mut digits = Digits::default();
        let mut found = None;
        for (digit, now) in typed {
            found = digits.type_one(*digit, 50_000.0 + now, 5);
        }
        assert_eq!(found, Some(percent(expected)), "{typed:?}");
    }
    let mut digits = Digits::default();
    digits.type_one(7, 1000.0, 5);
    assert_eq!((digits.pending(1400.0), digits.pending(3000.0)), ("7", ""));
}

#[test]
fn a_percentage_outside_the_range_opens_no_field_and_the_keys_after_it_are_commands() {
    let (mut panel, mut hand) = (open(), Hand::default());
    let deeds = press(&mut panel, &mut hand, &["9", "5", "Enter", "n", "p"]);
    assert!(!deeds.iter().any(|deed| matches!(deed, Deed::Write(_))), "{deeds:?}");
    assert_eq!(panel.standing(&DEMO, ItemSlot(1)), Standing::ReasonNeeded(percent(95), Why::OutsideRange));
    assert_eq!(panel.agreement(ItemSlot(1)).reason, text(""));
    assert_eq!(hand.at, 0);
    // Only its own key opens the field.
    assert_eq!(press(&mut panel, &mut hand, &["r"]), [Deed::Write(Writing::Reason)]);
    assert_eq!(press(&mut panel, &mut hand, &["m"]), [Deed::Write(Writing::Note)]);
}

#[test]
fn a_key_that_went_into_the_field_all_the_same_is_no_reason() {
    for (typed, slip) in [
        ("r", true),
        ("n", true),
        ("rn", true),
        (" N ", true),
        ("5", true),
        ("新证", false),
        ("no", false),
        ("nnn", false),
        ("", false),
    ] {
        assert_eq!(is_key_slip(typed), slip, "{typed:?}");
    }
    let panel = open();
    let panel = PanelAction::Agree(ItemSlot(1), Some(percent(95))).apply(&DEMO, &panel).expect("agreed");
    let reason = |panel: &Panel, told: &str| PanelAction::Reason(ItemSlot(1), text(told)).apply(&DEMO, panel).expect("written");
    assert!(matches!(reason(&panel, "r").standing(&DEMO, ItemSlot(1)), Standing::ReasonNeeded(..)));
    assert_eq!(reason(&panel, "附件中有证据").standing(&DEMO, ItemSlot(1)), Standing::Agreed(percent(95)));
    let told = award_kit::report::minute(&DEMO, &reason(&panel, "rn"), award_kit::language::Language::En, false).plain_text();
    assert!(told.contains(award_kit::language::Language::En.words().minute_no_reasons()), "{told}");
}

#[test]
fn what_was_agreed_is_undone_and_what_is_put_off_comes_last() {
    let (mut panel, mut hand) = (open(), Hand::default());
    press(&mut panel, &mut hand, &["5", "5", "Enter", "6", "0", "Enter", "u"]);
    assert_eq!(panel.agreement(ItemSlot(1)).percent, Some(percent(55)));
    press(&mut panel, &mut hand, &["u", "u"]);
    assert_eq!(panel.agreement(ItemSlot(1)).percent, None);
    let order = |hand: &Hand| sequence(&read_panel(&DEMO, &open()), &hand.later);
    assert_eq!(order(&hand), [1, 0, 2]);
    press(&mut panel, &mut hand, &["l"]);
    assert_eq!(order(&hand), [0, 2, 1]);
    assert_eq!(hand.item(&read_panel(&DEMO, &panel)).map(|item| item.item), Some(ItemSlot(0)));
}

#[test]
fn the_list_leads_to_an_item_and_the_card_goes_with_any_key() {
    let (mut panel, mut hand) = (open(), Hand::default());
    press(&mut panel, &mut hand, &["j"]);
    assert_eq!(hand.showing, Showing::List(0));
    press(&mut panel, &mut hand, &["ArrowDown", "ArrowDown", "ArrowDown", "Enter"]);
    assert_eq!((hand.showing, hand.at), (Showing::Item, 2));
    press(&mut panel, &mut hand, &["h"]);
    assert_eq!(hand.showing, Showing::Keys);
    press(&mut panel, &mut hand, &["7"]);
    assert_eq!((hand.showing, hand.percent), (Showing::Item, None));
    assert_eq!(press(&mut panel, &mut hand, &["Escape"]), [Deed::Leave]);
}

#[test]
fn minutes_are_shared_out_by_weight_and_spread_and_add_up() {
    let panel = open();
    let reading = read_panel(&DEMO, &panel);
    for (plan, work) in [
        (
            Plan {
                minutes: 90,
                pause: 0,
                every: 0,
            },
            90,
        ),
        (
            Plan {
                minutes: 240,
                pause: 10,
                every: 80,
            },
            220,
        ),
        (
            Plan {
                minutes: 2,
                pause: 0,
                every: 0,
            },
            2,
        ),
        (Plan::default(), 0),
    ] {
        let agenda = agenda(plan, &reading, panel.tolerance);
        assert_eq!(agenda.minutes.iter().sum::<u32>(), work, "{plan:?}");
        assert_eq!(agenda.is_set(), work > 0);
    }
    let minutes = agenda(
        Plan {
            minutes: 90,
            pause: 0,
            every: 0,
        },
        &reading,
        panel.tolerance,
    )
    .minutes;
    assert!(minutes[1] > minutes[0] && minutes[0] > minutes[2] && minutes[2] >= 1, "{minutes:?}");
}

#[test]
fn the_clock_says_how_far_behind_the_session_is() {
    let (mut panel, mut hand) = (open(), Hand::default());
    let agenda = award_kit::panel::room::Agenda {
        minutes: vec![10, 10, 5],
        ..Default::default()
    };
    let minute = 60_000.0;
    let behind = |panel: &Panel, hand: &Hand, now: f64| {
        let reading = read_panel(&DEMO, panel);
        let slot = hand.item(&reading).expect("an item").item;
        let (worked, own) = hand.seconds(slot, now);
        agenda.behind(&reading, slot, worked, own)
    };
    press_at(&mut panel, &mut hand, "t", 0.0);
    assert_eq!(behind(&panel, &hand, 8.0 * minute), 0);
    assert_eq!(behind(&panel, &hand, 14.0 * minute), 240);
    press_at(&mut panel, &mut hand, "Enter", 14.0 * minute);
    press_at(&mut panel, &mut hand, "n", 14.0 * minute);
    assert_eq!(behind(&panel, &hand, 17.0 * minute), 240);
    // A break is nobody's time.
    press_at(&mut panel, &mut hand, "b", 17.0 * minute);
    press_at(&mut panel, &mut hand, "b", 27.0 * minute);
    assert_eq!(behind(&panel, &hand, 28.0 * minute), 240);
}

#[test]
fn no_name_covers_another_and_each_stays_on_the_page() {
    let marks: Vec<Mark> = [0.0, 45.0, 50.0, 50.0, 55.0, 100.0].map(|at| Mark { at, width: 12.0 }).into();
    let found = places(&marks, 0.0, 100.0);
    let told: Vec<(f64, usize)> = found.iter().map(|place| (place.middle, place.row)).collect();
    assert_eq!(told, [(6.0, 0), (45.0, 0), (50.0, 1), (50.0, 2), (55.0, 3), (94.0, 0)]);
}

const KEYS: [&str; 21] = [
    "s",
    "n",
    "p",
    "ArrowUp",
    "ArrowDown",
    "Enter",
    "u",
    "l",
    "j",
    "h",
    "t",
    "b",
    "f",
    "Escape",
    "0",
    "5",
    "9",
    "x",
    "Tab",
    "Home",
    "?",
];

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn no_key_but_its_own_opens_a_field_or_writes_a_word(keys in vec(select(&KEYS[..]), 0..40)) {
        let (mut panel, mut hand) = (open(), Hand::default());
        let deeds = press(&mut panel, &mut hand, &keys);
        prop_assert!(!deeds.iter().any(|deed| matches!(deed, Deed::Write(_))));
        for agreement in &panel.agreements {
            prop_assert!(agreement.reason.is_empty() && agreement.note.is_empty());
        }
    }
}

/// A moment like those of a device's clock, in milliseconds.
const TEN: f64 = 1_795_000_000_000.0;
const MINUTE: f64 = 60_000.0;

/// The hand of a session in which the clock was started at ten, the first item put off after three minutes and the next left after two
/// more.
fn after_five_minutes(panel: &mut Panel) -> Hand {
    let mut hand = Hand::default();
    press_at(panel, &mut hand, "t", TEN);
    press_at(panel, &mut hand, "l", TEN + 3.0 * MINUTE);
    press_at(panel, &mut hand, "n", TEN + 5.0 * MINUTE);
    hand
}

#[test]
fn who_opens_the_room_again_goes_on_where_the_session_stands() {
    let mut panel = open();
    let hand = after_five_minutes(&mut panel);
    let reading = read_panel(&DEMO, &panel);
    let course = Course::of(&hand, &DEMO, &reading);
    let again = course.hand(&DEMO, &reading, TEN + 6.0 * MINUTE);
    assert_eq!((again.at, &again.later, again.since), (hand.at, &hand.later, hand.since));
    for (slot, _) in DEMO.items() {
        assert_eq!(again.seconds(slot, TEN + 6.0 * MINUTE), hand.seconds(slot, TEN + 6.0 * MINUTE), "{slot:?}");
    }
    assert_eq!(Course::of(&again, &DEMO, &reading), course);
    // Also a break.
    let mut hand = again;
    press_at(&mut panel, &mut hand, "b", TEN + 7.0 * MINUTE);
    let course = Course::of(&hand, &DEMO, &reading);
    assert_eq!(course.hand(&DEMO, &reading, TEN + 20.0 * MINUTE).pause, Some(TEN + 7.0 * MINUTE));
}

#[test]
fn a_clock_that_was_left_running_stands_and_what_it_ran_counts_for_nothing() {
    let mut panel = open();
    let hand = after_five_minutes(&mut panel);
    let reading = read_panel(&DEMO, &panel);
    let course = Course::of(&hand, &DEMO, &reading);
    let slot = hand.item(&reading).expect("an item").item;
    for (opened, runs, worked) in [
        (5.0 + 1.0, true, 360),
        (5.0 + 239.0, true, 14_640),
        (5.0 + 240.0, false, 300),
        (20.0 * 60.0, false, 300),
        // A device whose clock was put back.
        (-30.0, false, 300),
    ] {
        let now = TEN + opened * MINUTE;
        let again = course.hand(&DEMO, &reading, now);
        assert_eq!(
            (again.since.is_some(), again.seconds(slot, now).0),
            (runs, worked),
            "opened after {opened} minutes"
        );
    }
}

#[test]
fn a_course_of_other_criteria_begins_at_the_first_item_with_what_it_knows() {
    let panel = open();
    let reading = read_panel(&DEMO, &panel);
    let known = DEMO.item(ItemSlot(1)).id.clone();
    let course = Course {
        item: "no.such".into(),
        later: vec!["gone.away".into(), known.clone()],
        worked: vec![("gone.away".into(), 5000.0), (known, 7000.0)],
        ..Course::default()
    };
    let hand = course.hand(&DEMO, &reading, TEN);
    assert_eq!((hand.at, hand.later.clone()), (0, vec![ItemSlot(1)]));
    assert_eq!(hand.seconds(ItemSlot(1), TEN), (7, 7));
    assert_eq!(Course::default().hand(&DEMO, &reading, TEN), Hand::default());
}
