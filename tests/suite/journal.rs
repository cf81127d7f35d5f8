//! The journal: changes put into an earlier file give the later one, and an entry that is not of the record is known.

use crate::archive::filled;
use crate::samples::{BEIJING, DEMO, actions, assessments, cases};
use award_kit::archive::journal::{Bearing, Changes, Entry, Gathered, Mark, Written, changes, gather, replay};
use award_kit::archive::{Kept, Project, open, write};
use award_kit::assessment::{Action, ItemChange, text};
use award_kit::criteria::{ItemSlot, Pack};
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::json;

fn after(base: &Project, actions: &[Action]) -> Project {
    let assessment = actions.iter().fold(base.assessment.clone(), |before, action| action.apply(&before));
    Project { assessment, ..base.clone() }
}

fn replayed(pack: &Pack, before: &Project, changes: &Changes) -> String {
    let content = replay(&write(before, pack), changes).expect("JSON");
    let project = open(&content)
        .and_then(|opened| opened.with_pack(pack))
        .unwrap_or_else(|error| panic!("{error}"));
    write(&project, pack)
}

#[test]
fn one_text_is_one_place_and_small() {
    let before = Project::new(filled(&BEIJING));
    let change = ItemChange::Answer {
        scope: 0,
        factor: 0,
        text: text("新的说法"),
    };
    let later = after(&before, &[Action::Item(ItemSlot(3), change)]);
    let found = changes(&before.assessment, &later, &BEIJING);
    let item = &BEIJING.item(ItemSlot(3)).id;
    assert_eq!(found.keys().collect::<Vec<_>>(), [&format!("/items/{item}"), "/version"]);
    assert_eq!(replayed(&BEIJING, &before, &found), write(&later, &BEIJING));
}

#[test]
fn what_a_newer_version_wrote_inside_a_place_stays() {
    let item = &DEMO.item(ItemSlot(0)).id;
    let kept = [format!("/items/{item}/mood"), "/items/of_another_pack".into(), "/later".into()].map(|pointer| Kept {
        pointer,
        value: json!({ "deep": [1, 2] }),
    });
    let before = Project {
        kept: kept.to_vec(),
        ..Project::new(filled(&DEMO))
    };
    let later = after(&before, &[Action::Item(ItemSlot(0), ItemChange::Strengths(text("快")))]);
    let found = changes(&before.assessment, &later, &DEMO);
    assert_eq!(found[&format!("/items/{item}")]["mood"], json!({ "deep": [1, 2] }));
    assert_eq!(replayed(&DEMO, &before, &found), write(&later, &DEMO));
}

#[test]
fn an_entry_goes_on_is_covered_or_is_a_version_of_its_own() {
    let entry = |writer: &str, base: u32, seq: u32| Entry {
        mark: Mark { writer: writer.into(), seq },
        base,
        written: Written::Whole(String::new()),
    };
    let by = |writer: &str, seq: u32| Mark { writer: writer.into(), seq };
    let table = [
        (entry("a", 7, 41), 7, by("b", 9), Bearing::Continues),
        (entry("a", 7, 41), 7, by("a", 40), Bearing::Continues),
        (entry("a", 7, 41), 8, by("a", 40), Bearing::Continues),
        (entry("a", 7, 39), 8, by("a", 40), Bearing::Covered),
        (entry("a", 7, 40), 8, by("a", 40), Bearing::Covered),
        (entry("a", 7, 41), 8, by("b", 40), Bearing::Diverges),
        (entry("a", 7, 41), 6, by("b", 40), Bearing::Diverges),
        (entry("a", 7, 41), 0, by("", 0), Bearing::Diverges),
        (entry("a", 7, 41), 7, by("", 0), Bearing::Continues),
    ];
    for (entry, revision, by, expected) in table {
        assert_eq!(entry.bearing(revision, &by), expected, "{entry:?} {revision} {by:?}");
    }
}

#[test]
fn of_two_windows_that_went_on_from_one_record_one_continues_and_the_other_is_a_version_of_its_own() {
    let entry = |writer: &str, base: u32, seq: u32, content: &str| Entry {
        mark: Mark { writer: writer.into(), seq },
        base,
        written: Written::Whole(content.into()),
    };
    let by = Mark { writer: "a".into(), seq: 5 };
    let (before, one, two, earlier) = (
        entry("a", 6, 4, "before"),
        entry("b", 7, 3, "one"),
        entry("c", 7, 9, "two"),
        entry("d", 6, 1, "earlier"),
    );
    let found = gather(Some("kept"), 7, &by, vec![before.clone(), one.clone(), two.clone(), earlier.clone()]);
    let expected = Gathered {
        content: Some("one".into()),
        taken: vec![before, one],
        others: vec![two, earlier],
    };
    assert_eq!(found, expected);
    assert_eq!(gather(Some("kept"), 7, &by, Vec::new()), Gathered::default());
    // What was typed into a record that is not there any more is not dropped.
    let changes = Entry {
        written: Written::Changes(Changes::new()),
        ..entry("x", 0, 1, "")
    };
    assert_eq!(gather(None, 0, &Mark::default(), vec![changes.clone()]).others, [changes]);
}

#[test]
fn what_is_no_json_is_not_replayed() {
    assert_eq!(replay("{", &Changes::new()), None);
    let whole = Entry {
        mark: Mark::default(),
        base: 0,
        written: Written::Whole("as it was".into()),
    };
    assert_eq!(whole.replayed(None).as_deref(), Some("as it was"));
    let changes = Entry {
        written: Written::Changes(Changes::new()),
        ..whole
    };
    assert_eq!(
        (changes.replayed(None), changes.replayed(Some("no")), changes.replayed(Some("{}"))),
        (None, None, Some("{}".into()))
    );
}

fn laws(pack: &'static Pack, base: &Project, one: &[Action], other: &[Action]) {
    let middle = after(base, one);
    let later = after(&middle, other);
    let mut found = changes(&base.assessment, &later, pack);
    let written = write(&later, pack);
    assert_eq!(replayed(pack, base, &found), written);
    assert_eq!(replayed(pack, &later, &found), written);
    // With the middle state on its way to the disk, whichever arrived.
    found.extend(changes(&middle.assessment, &later, pack));
    for state in [base, &middle, &later] {
        assert_eq!(replayed(pack, state, &found), written);
    }
    assert_eq!(changes(&later.assessment, &later, pack), Changes::new());
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn changes_put_in_their_places_give_the_later_file(
        base in assessments(&DEMO), one in vec(actions(&DEMO), 0..12), other in vec(actions(&DEMO), 0..12),
    ) {
        laws(&DEMO, &Project::new(base), &one, &other);
    }
}
