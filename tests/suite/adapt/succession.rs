//! Items that are split and merged, with their lineage.

use super::{after, both, draft};
use crate::samples::BEIJING;
use award_kit::criteria::{Draft, Edit, FaultCode, Lineage, Pack, Part, SuccessionKind, read_pack_file, write_pack_file};
use serde_json::Value;

pub(super) fn part(name: &str, number: &str, points: u32, prompts: &[&str], areas: &[&str]) -> Part {
    Part {
        name: name.into(),
        number: number.into(),
        points,
        text: both("拆分后的条款", "A part"),
        prompts: prompts.iter().map(|id| (*id).to_owned()).collect(),
        areas: areas.iter().map(|id| (*id).to_owned()).collect(),
    }
}

/// Splits governance (30 points) into governance of the organisation and the appraisal of its leaders.
pub(super) fn split_governance() -> Edit {
    Edit::Split {
        item: "leadership.governance".into(),
        parts: vec![
            part("Governing", "4.1.3", 20, &["governance-system"], &[]),
            part("Appraisal", "4.1.4", 10, &["leader-evaluation"], &[]),
        ],
        note: both("由 4.1.3 拆分", "Split from 4.1.3"),
    }
}

pub(super) fn merge_customers() -> Edit {
    Edit::Merge {
        items: vec!["customers.knowledge".into(), "customers.relationships".into()],
        into: part("Customers", "4.3.2", 90, &[], &[]),
        note: both("由 4.3.2 和 4.3.3 合并", "Merged from 4.3.2 and 4.3.3"),
    }
}

#[test]
fn split_and_merged_items_are_led_back_to_those_of_last_session() {
    let session = [Edit::PackEdition("2027".into()), both_names("2027"), both_names_en("2027")];
    let draft = session
        .iter()
        .chain(&[split_governance(), merge_customers()])
        .fold(draft(&BEIJING), |draft, edit| draft.apply(edit));
    let pack = draft.finish().unwrap_or_else(|faults| panic!("{faults:#?}"));
    assert_eq!(pack.structure().version, "1.4");
    let pack = read_pack_file("own.pack.json", &write_pack_file(&pack)).expect("what was written can be read");
    let step = Lineage::default().between_packs(&BEIJING, &pack).expect("the pack tells its lineage");
    let told: Vec<(SuccessionKind, Vec<&str>, Vec<&str>)> = step.items.iter().map(|entry| (entry.kind, names(&entry.from), names(&entry.to))).collect();
    assert_eq!(
        told,
        [
            (
                SuccessionKind::Split,
                vec!["leadership.governance"],
                vec!["leadership.governing", "leadership.appraisal"]
            ),
            (
                SuccessionKind::Merged,
                vec!["customers.knowledge", "customers.relationships"],
                vec!["customers.customers"]
            ),
        ]
    );
    assert_eq!(step.items[0].note.text("en"), "Split from 4.1.3");
    let back = Lineage::default().between_packs(&pack, &BEIJING).expect("and back");
    assert_eq!(back.items[0].kind, SuccessionKind::Merged);
    // Through the steps that are written down: from the national pack too.
    let national = award_kit::criteria::built_in("gbt-19580-2012").expect("built in");
    let far = Lineage::built_in().between_packs(&national, &pack).expect("through the original");
    assert_eq!(far.items.len(), 2);
    let resumed = Draft::resume(&pack, &BEIJING, &super::citation()).expect("made by edits");
    assert_eq!(resumed.succession(), draft.succession());
    assert_eq!(resumed.finish().map(|pack| pack.hash().to_owned()), Ok(pack.hash().to_owned()));
}

fn names(ids: &[String]) -> Vec<&str> {
    ids.iter().map(String::as_str).collect()
}

fn both_names(edition: &str) -> Edit {
    Edit::Text {
        language: "zh".into(),
        id: "pack.short".into(),
        text: format!("北京 · {edition} 版"),
    }
}

fn both_names_en(edition: &str) -> Edit {
    Edit::Text {
        language: "en".into(),
        id: "pack.short".into(),
        text: format!("Beijing · {edition}"),
    }
}

#[test]
fn texts_requirements_and_indicators_go_along_with_what_is_split() {
    let pack = &*BEIJING;
    let split = after(
        pack,
        &[Edit::Split {
            item: "results.finance".into(),
            parts: vec![
                part("Growth", "4.7.4", 50, &[], &["scale", "growth"]),
                part("Soundness", "4.7.5", 30, &[], &["profitability", "turnover", "solvency", "spending"]),
            ],
            note: both("拆分", "Split"),
        }],
    );
    let finished = split.finish().unwrap_or_else(|faults| panic!("{faults:#?}"));
    assert_eq!(finished.structure().indicators.len(), pack.structure().indicators.len(), "no indicator is lost");
    for (before, now) in pack.structure().indicators.iter().zip(&finished.structure().indicators) {
        assert_eq!((&before.id, &before.area), (&now.id, &now.area));
        let moved = before.item != now.item;
        assert_eq!(moved, before.item == "results.finance", "{}", before.id);
    }
    let (_, item) = pack.items().find(|(_, item)| item.id == "results.finance").expect("an item");
    for language in ["zh", "en"] {
        for prompt in &item.prompts {
            let words = finished.words(language);
            assert_eq!(words.prompt("results.growth", &prompt.id), pack.words(language).prompt(&item.id, &prompt.id));
        }
        assert_eq!(
            finished.words(language).area("results.soundness", "solvency"),
            pack.words(language).area("results.finance", "solvency")
        );
    }
    let merged = after(pack, &[merge_customers()]);
    let prompts = merged
        .structure()
        .categories
        .iter()
        .flat_map(|category| &category.items)
        .find(|item| item.id == "customers.customers");
    let before = pack
        .items()
        .filter(|(_, item)| item.id.starts_with("customers."))
        .map(|(_, item)| item.prompts.len());
    assert_eq!(prompts.map(|item| item.prompts.len()), Some(before.sum()));
    assert!(merged.check().is_ok(), "{:?}", merged.check());
}

#[test]
fn a_part_that_is_split_or_retired_again_still_leads_to_the_original() {
    let again = Edit::Split {
        item: "leadership.governing".into(),
        parts: vec![part("Boards", "4.1.3", 10, &["governance-system"], &[]), part("Audits", "4.1.4", 10, &[], &[])],
        note: both("再拆分", "Split again"),
    };
    let draft = after(&BEIJING, &[split_governance(), again]);
    let told = |draft: &Draft| {
        let entries = draft.succession();
        entries
            .iter()
            .map(|entry| (entry.kind, entry.from.join(" "), entry.to.join(" ")))
            .collect::<Vec<(SuccessionKind, String, String)>>()
    };
    assert_eq!(
        told(&draft),
        [(
            SuccessionKind::Split,
            "leadership.governance".to_owned(),
            "leadership.appraisal leadership.boards leadership.audits".to_owned()
        )]
    );
    let one = after(&BEIJING, &[split_governance(), Edit::Retire("leadership.appraisal".into())]);
    assert_eq!(
        told(&one),
        [(SuccessionKind::Renamed, "leadership.governance".to_owned(), "leadership.governing".to_owned())]
    );
    let none = after(
        &BEIJING,
        &[
            split_governance(),
            Edit::Retire("leadership.appraisal".into()),
            Edit::Retire("leadership.governing".into()),
            Edit::Restore("leadership.governance".into()),
        ],
    );
    assert_eq!(told(&none), []);
    assert_eq!(none.changes(), []);
}

#[test]
fn a_carried_lineage_that_is_not_sound_is_a_fault() {
    let pack = after(&BEIJING, &[split_governance()]).finish().expect("no fault");
    let with = |pointer: &str, value: Value| {
        let mut content = pack.content().clone();
        *content.structure.pointer_mut(pointer).expect("it is there") = value;
        Pack::from_content(content).expect_err(pointer)
    };
    for (pointer, value, code, place) in [
        (
            "/adapted/items/0/to/0",
            "leadership.nowhere".into(),
            FaultCode::UnknownId,
            "/adapted/items/0/to/0",
        ),
        ("/adapted/items/0/kind", "merged".into(), FaultCode::UnusableRule, "/adapted/items/0/from"),
        ("/adapted/items/0/note/en", "".into(), FaultCode::TextMissing, "/adapted/items/0/note/en"),
    ] {
        let faults = with(pointer, value);
        assert!(
            faults
                .iter()
                .any(|fault| fault.code == code && fault.file == "pack.json" && fault.pointer == place),
            "{pointer}: {faults:?}"
        );
    }
}
