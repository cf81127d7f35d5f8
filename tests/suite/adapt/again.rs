//! What goes, comes back, and goes or comes again on another way: nothing stands twice, and nothing names what is gone.

use super::lists::{new, shift, take};
use super::succession::{merge_customers, part, split_governance};
use super::{after, both, draft, new_item};
use crate::samples::{BEIJING, DEMO};
use award_kit::criteria::{Draft, Edit, Fault, Listed, Pack, Rule, SuccessionKind, What};

fn back(list: Listed, id: &str) -> Edit {
    Edit::BringBack { list, id: id.into() }
}

fn split(item: &str, names: [&str; 2]) -> Edit {
    Edit::Split {
        item: item.into(),
        parts: names.map(|name| part(name, "4.1.9", 15, &[], &[])).into(),
        note: both("拆分", "Split"),
    }
}

fn merge(items: &[&str], name: &str) -> Edit {
    Edit::Merge {
        items: items.iter().map(|item| (*item).to_owned()).collect(),
        into: part(name, "4.1.9", 30, &[], &[]),
        note: both("合并", "Merged"),
    }
}

/// Histories that lead back to the original by another way than undoing; along the way nothing is a fault either.
fn ways_back() -> Vec<(&'static str, &'static Pack, Vec<Edit>)> {
    let improvement = "practice.improvement";
    let practice = Listed::Items("practice".into());
    let edition = |id: &str| Listed::OfEdition(id.into());
    vec![
        (
            "an orientation is taken out, an item that had its tag goes and comes, the orientation comes back",
            &*DEMO,
            vec![
                take(Listed::Orientations, "innovation"),
                take(practice.clone(), improvement),
                back(practice, improvement),
                back(Listed::Orientations, "innovation"),
            ],
        ),
        (
            "an item goes, the orientation it was tagged with goes, the item comes back before the orientation",
            &*BEIJING,
            vec![
                Edit::Retire("leadership.social-responsibility".into()),
                take(Listed::Orientations, "social-responsibility"),
                Edit::Restore("leadership.social-responsibility".into()),
                back(Listed::Orientations, "social-responsibility"),
            ],
        ),
        (
            "a prompt goes, its orientation goes, both come back",
            &*BEIJING,
            vec![
                take(Listed::Prompts("leadership.senior-leaders".into()), "quality-duty"),
                take(Listed::Orientations, "brand"),
                back(Listed::Prompts("leadership.senior-leaders".into()), "quality-duty"),
                back(Listed::Orientations, "brand"),
            ],
        ),
        (
            "an edition goes, one of its conditions goes, the edition comes back before the condition",
            &*BEIJING,
            vec![
                take(Listed::Editions, "2014"),
                take(Listed::Conditions, "legal-personality"),
                back(Listed::Editions, "2014"),
                back(Listed::Conditions, "legal-personality"),
            ],
        ),
        (
            "an edition asks for a condition no more, the condition goes, comes back to the edition first",
            &*BEIJING,
            vec![
                take(edition("2014"), "legal-personality"),
                take(Listed::Conditions, "legal-personality"),
                back(edition("2014"), "legal-personality"),
                back(Listed::Conditions, "legal-personality"),
            ],
        ),
    ]
}

#[test]
fn what_comes_back_in_another_order_than_it_went_stands_once_and_names_nothing_that_is_gone() {
    for (what, pack, edits) in ways_back() {
        let begin = draft(pack);
        let mut draft = begin.clone();
        for edit in &edits {
            draft = draft.apply(edit);
            // Points are short while an item is away; everything else holds.
            let whole = draft.apply(&Edit::Total(draft.sum().points));
            let faults: Vec<Fault> = whole.check().err().unwrap_or_default();
            assert!(faults.is_empty(), "{what}: {edit:?}: {faults:?}");
        }
        assert_eq!(draft.write(), begin.write(), "{what}");
    }
}

/// The lineage a draft tells.
fn told(draft: &Draft) -> Vec<(SuccessionKind, String, String)> {
    let entries = draft.succession();
    entries.iter().map(|entry| (entry.kind, entry.from.join(" "), entry.to.join(" "))).collect()
}

/// What a history is, its edits, and the lineage it comes to.
type Row = (&'static str, Vec<Edit>, Vec<(SuccessionKind, &'static str, &'static str)>);

#[test]
fn an_item_that_is_split_merged_and_brought_back_in_any_order_has_one_lineage() {
    let (governance, leaders) = ("leadership.governance", "leadership.senior-leaders");
    let restore = || Edit::Restore(governance.into());
    let rows: Vec<Row> = vec![
        (
            "split, brought back and split again: the last split counts",
            vec![split(governance, ["One", "Two"]), restore(), split(governance, ["Three", "Four"])],
            vec![(SuccessionKind::Split, governance, "leadership.three leadership.four")],
        ),
        (
            "split, brought back and split again under the same names: the parts get new ids",
            vec![split(governance, ["One", "Two"]), restore(), split(governance, ["One", "Two"])],
            vec![(SuccessionKind::Split, governance, "leadership.one-2 leadership.two-2")],
        ),
        (
            "merged, one brought back and split: the other has become the one they were merged into",
            vec![merge(&[leaders, governance], "Both"), restore(), split(governance, ["One", "Two"])],
            vec![
                (SuccessionKind::Renamed, leaders, "leadership.both"),
                (SuccessionKind::Split, governance, "leadership.one leadership.two"),
            ],
        ),
        (
            "a part merged with the item it was split from",
            vec![split(governance, ["One", "Two"]), restore(), merge(&["leadership.one", governance], "Whole")],
            vec![(SuccessionKind::Split, governance, "leadership.two leadership.whole")],
        ),
        (
            "both parts merged again",
            vec![split(governance, ["One", "Two"]), merge(&["leadership.one", "leadership.two"], "Whole")],
            vec![(SuccessionKind::Renamed, governance, "leadership.whole")],
        ),
        (
            "an item merged with itself stays as it is",
            vec![merge(&[governance, governance], "Whole")],
            vec![],
        ),
        (
            "a part that is gone is not what a new item of its name is",
            vec![
                split(governance, ["One", "Two"]),
                Edit::Retire("leadership.two".into()),
                new_item("leadership", "Two", 15, false),
            ],
            vec![(SuccessionKind::Renamed, governance, "leadership.one")],
        ),
    ];
    for (what, edits, expected) in rows {
        let draft = after(&BEIJING, &edits);
        let expected: Vec<(SuccessionKind, String, String)> = expected.into_iter().map(|(kind, from, to)| (kind, from.into(), to.into())).collect();
        assert_eq!(told(&draft), expected, "{what}");
        let draft = draft.apply(&Edit::Total(draft.sum().points));
        let pack = draft.finish().unwrap_or_else(|faults| panic!("{what}: {faults:?}"));
        let resumed = Draft::resume(&pack, &BEIJING, &super::citation()).expect("made by edits");
        assert_eq!(told(&resumed), told(&draft), "{what}");
    }
}

#[test]
fn an_id_is_not_given_to_something_else_while_the_draft_knows_it() {
    let twice = after(
        &BEIJING,
        &[
            split_governance(),
            Edit::Retire("leadership.appraisal".into()),
            new_item("leadership", "Appraisal", 10, false),
        ],
    );
    assert!(twice.view().item("leadership.appraisal-2").is_some());
    assert!(twice.view().item("leadership.appraisal").is_none());
    let merged = after(&BEIJING, &[merge_customers(), new_item("customers", "Knowledge", 10, false)]);
    assert!(merged.view().item("customers.knowledge-2").is_some(), "the old one is retired");
}

#[test]
fn a_pack_with_new_things_in_another_order_is_taken_up_again_to_the_byte() {
    let line = || Edit::NewReference {
        name: "new".into(),
        points: 0,
        text: both("线", "Line"),
    };
    let draft = after(&DEMO, &[line(), line(), shift(Listed::References, "new", false)]);
    let lines: Vec<&str> = draft.view().ids(&["scoring", "reference_lines"]).collect();
    assert!(lines.ends_with(&["new-2", "new"]), "{lines:?}");
    let pack = draft.finish().unwrap_or_else(|faults| panic!("{faults:?}"));
    let resumed = Draft::resume(&pack, &DEMO, &super::citation()).expect("made by edits");
    assert_eq!(resumed.finish().map(|pack| pack.hash().to_owned()), Ok(pack.hash().to_owned()));
}

#[test]
fn what_is_named_twice_stands_once() {
    let condition = new(
        "Zero carbon",
        What::Condition {
            rule: Rule::Declared,
            hint: both("附证明", "Attach a certificate"),
            editions: ["2016", "2016", "nowhere"].map(String::from).into(),
        },
    );
    let draft = after(&BEIJING, &[condition, shift(Listed::Conditions, "zero-carbon", true)]);
    let asked: Vec<&str> = draft.view().ids(&["eligibility", "editions", "2016", "conditions"]).collect();
    assert_eq!(asked.iter().filter(|id| **id == "zero-carbon").count(), 1, "{asked:?}");
}
