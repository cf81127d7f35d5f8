//! Earlier versions: which are kept as time passes, an item taken back from one, and the steps of undo that outlive the
//! page.

use crate::samples::{BEIJING, DEMO, actions, assessments};
use award_kit::archive::journal::Written;
use award_kit::archive::steps::{Steps, state, step, stepped};
use award_kit::archive::versions::{Dated, Occasion, thinned};
use award_kit::archive::{Project, write};
use award_kit::assessment::{Action, EvidenceEntry, History, Identity, ItemChange, RegisterChange, text};
use award_kit::criteria::{ItemSlot, Pack};
use award_kit::date::{Date, parse_date};
use award_kit::merge::restored;
use proptest::collection::vec;
use proptest::prelude::*;
use std::rc::Rc;

fn date(written: &str) -> Date {
    parse_date(written).expect("a date")
}

fn kept<'a>(versions: &[(&'a str, bool)], today: &str) -> Vec<&'a str> {
    let dated: Vec<Dated> = versions.iter().map(|(day, named)| Dated { day: date(day), named: *named }).collect();
    let gone = thinned(&dated, date(today));
    let there = versions.iter().enumerate().filter(|(at, _)| !gone.contains(at));
    there.map(|(_, (day, _))| *day).collect()
}

#[test]
fn of_today_all_are_kept_of_a_day_the_last_and_of_a_week_long_ago_the_last() {
    type Case<'a> = (&'a str, &'a [(&'a str, bool)], &'a [&'a str]);
    let cases: [Case<'_>; 5] = [
        ("2016-11-29", &[("2016-11-29", false), ("2016-11-29", false)], &["2016-11-29", "2016-11-29"]),
        (
            "2016-11-29",
            &[("2016-11-28", false), ("2016-11-28", false), ("2016-11-29", false)],
            &["2016-11-28", "2016-11-29"],
        ),
        // 30 days before is still a day of its own; the day before that belongs to its week.
        (
            "2016-11-29",
            &[("2016-10-29", false), ("2016-10-30", false), ("2016-10-31", false)],
            &["2016-10-29", "2016-10-30", "2016-10-31"],
        ),
        (
            "2016-11-29",
            &[("2016-10-24", false), ("2016-10-26", false), ("2016-10-28", false), ("2016-10-17", false)],
            &["2016-10-28", "2016-10-17"],
        ),
        (
            "2016-11-29",
            &[("2016-10-24", true), ("2016-10-26", false), ("2016-10-28", false)],
            &["2016-10-24", "2016-10-28"],
        ),
    ];
    for (today, versions, wanted) in cases {
        assert_eq!(kept(versions, today), wanted, "{today} {versions:?}");
    }
}

fn days() -> impl Strategy<Value = (Vec<Dated>, Date)> {
    let versions = vec((0_u64..120, prop::bool::weighted(0.1)), 0..40);
    (versions, 0_u64..200).prop_map(|(mut versions, later)| {
        versions.sort_unstable();
        let begin = date("2016-06-01");
        let day = |after: u64| begin.checked_add_days(chrono::Days::new(after)).expect("a day");
        let dated = versions.into_iter().map(|(after, named)| Dated { day: day(after), named });
        (dated.collect(), day(120 + later))
    })
}

fn left(versions: &[Dated], today: Date) -> Vec<Dated> {
    let gone = thinned(versions, today);
    let left = versions.iter().enumerate().filter(|(at, _)| !gone.contains(at));
    left.map(|(_, version)| *version).collect()
}

proptest! {
    #[test]
    fn thinning_every_day_comes_to_the_same_as_thinning_once((versions, last) in days()) {
        let mut daily = versions.clone();
        let mut today = date("2016-09-29");
        while today <= last {
            daily = left(&daily, today);
            today = today.succ_opt().expect("a day");
        }
        prop_assert_eq!(daily, left(&versions, last));
    }

    #[test]
    fn no_named_version_and_no_last_one_is_ever_let_go((versions, today) in days()) {
        let left = left(&versions, today);
        let named = |all: &[Dated]| all.iter().filter(|version| version.named).count();
        prop_assert_eq!(named(&left), named(&versions));
        prop_assert_eq!(left.last(), versions.last());
    }
}

#[test]
fn occasions_are_known_by_their_words() {
    for occasion in Occasion::ALL {
        assert_eq!(Occasion::of(occasion.word()), Some(occasion));
    }
    assert_eq!(Occasion::of("later"), None);
}

fn applied(project: &Project, actions: &[Action]) -> Project {
    let assessment = actions.iter().fold(project.assessment.clone(), |before, action| action.apply(&before));
    Project { assessment, ..project.clone() }
}

fn entry(number: &str, title: &str) -> Rc<EvidenceEntry> {
    Rc::new(EvidenceEntry {
        number: text(number),
        title: text(title),
        ..EvidenceEntry::default()
    })
}

/// An item that refers to two entries of the register.
fn with_references(pack: &Pack) -> Project {
    let add = |id: u64, number: &str, title: &str| Action::Register(RegisterChange::Add(Identity::from_bits(id), entry(number, title)));
    let strengths = ItemChange::Strengths(text("口径见 E-01，E-02 为附件"));
    let refer = |to: &str| Action::Item(ItemSlot(1), ItemChange::AddEvidence(text(to)));
    applied(
        &Project::blank(pack),
        &[
            add(1, "E-01", "手册"),
            add(2, "E-02", "报表"),
            Action::Item(ItemSlot(1), strengths),
            refer("E-01 手册"),
            refer("E-02"),
        ],
    )
}

#[test]
fn an_item_comes_back_and_everything_else_stays() {
    let version = with_references(&BEIJING);
    let other = Action::Item(ItemSlot(2), ItemChange::Strengths(text("后来写的")));
    let spoilt = Action::Item(ItemSlot(1), ItemChange::Strengths(text("写坏了")));
    let now = applied(&version, &[other.clone(), spoilt]);
    let back = restored(&BEIJING, &now, &version, ItemSlot(1));
    assert_eq!(write(&back, &BEIJING), write(&applied(&version, &[other]), &BEIJING));
}

#[test]
fn references_follow_their_entries_when_an_item_comes_back() {
    let version = with_references(&BEIJING);
    let renumber = |at: usize, number: &str| Action::Register(RegisterChange::Renumber(at, text(number)));
    let spoilt = Action::Item(ItemSlot(1), ItemChange::Strengths(text("写坏了")));
    // The two exchange their numbers.
    let now = applied(&version, &[renumber(0, "E-09"), renumber(1, "E-01"), renumber(0, "E-02"), spoilt.clone()]);
    let back = restored(&BEIJING, &now, &version, ItemSlot(1)).assessment;
    assert_eq!(&*back.item(ItemSlot(1)).strengths, "口径见 E-02，E-01 为附件");
    assert_eq!(back.item(ItemSlot(1)).evidence, [text("E-02 手册"), text("E-01")]);
    assert_eq!(back.evidence, now.assessment.evidence, "the register stays as it is");

    // One was taken away since, and its number given to another one.
    let taken = [
        Action::Register(RegisterChange::Remove(0)),
        Action::Register(RegisterChange::Add(Identity::from_bits(3), entry("E-01", "另一份"))),
    ];
    let now = applied(&version, &[&taken[..], &[spoilt]].concat());
    let back = restored(&BEIJING, &now, &version, ItemSlot(1)).assessment;
    let titles: Vec<&str> = back.evidence.entries.iter().map(|entry| &*entry.title).collect();
    assert_eq!(titles, ["报表", "另一份", "手册"]);
    let number = back.evidence.entries[2].number.to_string();
    assert_ne!(number, "E-01");
    assert_eq!(*back.item(ItemSlot(1)).strengths, format!("口径见 {number}，E-02 为附件"));
}

/// The states of a history, with the steps back and forth from the present one.
fn steps_of(history: &History, project: &Project, pack: &Pack) -> Steps {
    let towards = |states: &[Rc<award_kit::assessment::Assessment>]| {
        let mut from = history.present();
        let mut steps = Vec::new();
        for to in states.iter().rev() {
            steps.insert(0, step(from, to, project, pack));
            from = to;
        }
        steps
    };
    let present = Project {
        assessment: history.present().as_ref().clone(),
        ..project.clone()
    };
    Steps {
        from: state(&present, pack),
        back: towards(history.past()),
        forth: towards(history.future()),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn kept_steps_lead_through_the_same_states((begin, actions, undone) in (assessments(&DEMO), vec(actions(&DEMO), 1..12), 0_usize..12)) {
        let project = Project::new(begin.clone());
        let mut history = History::new(begin);
        for action in &actions {
            history = history.after(action).unwrap_or(history);
            history.settle();
        }
        for _ in 0..undone {
            history = history.undone().unwrap_or(history);
        }
        let steps = steps_of(&history, &project, &DEMO);
        prop_assert_eq!(&Steps::read(&steps.write()).expect("steps"), &steps);
        for (kept, states) in [(&steps.back, history.past()), (&steps.forth, history.future())] {
            let mut at = Project { assessment: history.present().as_ref().clone(), ..project.clone() };
            for (step, wanted) in kept.iter().zip(states).rev() {
                at = stepped(&at, step, &DEMO).expect("a state");
                let wanted = Project { assessment: wanted.as_ref().clone(), ..project.clone() };
                prop_assert_eq!(write(&at, &DEMO), write(&wanted, &DEMO));
            }
        }
    }
}

#[test]
fn steps_farthest_away_go_first_where_there_is_no_room() {
    let whole = |n: usize| Written::Whole("x".repeat(n));
    let steps = Steps {
        from: String::new(),
        back: vec![whole(10), whole(30), whole(20)],
        forth: vec![whole(60)],
    };
    let left = steps.shortened(100);
    assert_eq!(left.back, [whole(30), whole(20)]);
    assert_eq!(left.forth, []);
}
