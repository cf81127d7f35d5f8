//! Training: a trainee's ratings against their references, and the record.

use crate::samples::{cases, day, percent};
use award_kit::archive::{KeptTraining, Project, ReadError, ScoringCopy, open_bytes, read_training, write_training};
use award_kit::assessment::{ItemChange, text};
use award_kit::criteria::{ItemSlot, Kind, Pack, built_in};
use award_kit::language::Language;
use award_kit::panel::{ItemOffset, SheetChange, TrainingEntry, TrainingRecord, TrainingResult, accuracy, training_result};
use proptest::collection::vec;
use proptest::prelude::*;

pub fn case(kind: Kind, language: Language) -> (Pack, Project) {
    let path = format!("{}/assets/training/{}.{}.json", env!("CARGO_MANIFEST_DIR"), kind.word(), language.tag());
    let opened = open_bytes(&std::fs::read(path).expect("the case is there")).expect("the case opens");
    let pack = built_in(&opened.pack().id).expect("its pack is built in");
    let project = opened.with_pack(&pack).expect("it fits its pack");
    (pack, project)
}

pub const KINDS: [Kind; 2] = [Kind::Manufacturing, Kind::Service];

/// Items with a reference.
pub fn rated(pack: &Pack, project: &Project) -> Vec<ItemSlot> {
    pack.items()
        .map(|(slot, _)| slot)
        .filter(|slot| project.assessment.item(*slot).percent.is_some())
        .collect()
}

/// A trainee's copy of the case, with these distances from the references in turn.
fn trained(off: &[i32]) -> (Pack, TrainingResult) {
    let (pack, project) = case(Kind::Manufacturing, Language::Zh);
    let mut copy = ScoringCopy::for_trainee(&pack, &project, "学员", &[]);
    for (at, slot) in rated(&pack, &project).into_iter().enumerate() {
        assert!(copy.sheet.judgement(slot).is_blank());
        let rating = project.assessment.item(slot).percent.map(|percent| percent.moved(off[at % off.len()], 5));
        copy.sheet = copy.sheet.changed(slot, &SheetChange::Item(ItemChange::Percent(rating)));
    }
    let result = training_result(&pack, &project.assessment, &copy.sheet);
    (pack, result)
}

#[test]
fn a_trainee_sees_bias_consistency_and_how_many_ratings_were_near() {
    let (_, exact) = trained(&[0]);
    let all = exact.accuracy.expect("ratings");
    assert_eq!(
        (all.bias, all.consistency, all.within_step, all.within_band),
        (0.0, Some(0.0), all.compared, all.compared)
    );
    assert_eq!(all.compared, exact.items.len());
    let (_, lenient) = trained(&[2]);
    let all = lenient.accuracy.expect("ratings");
    assert_eq!((all.bias, all.consistency, all.within_step), (10.0, Some(0.0), 0));
    assert!(lenient.items.iter().all(|item| item.offset == Some(10) && !item.reason.is_empty()));
}

#[test]
fn worked_numbers_of_the_documentation() {
    let offset = |off: i16| ItemOffset {
        reference: 50,
        own: (50 + off) as u8,
        step: 5,
        same_band: off >= 0,
        ..ItemOffset::default()
    };
    let all = accuracy(&[5, -10, 0, 5].map(offset)).expect("items");
    assert_eq!((all.compared, all.bias, all.within_step, all.within_band), (4, 0.0, 3, 3));
    assert!(all.consistency.is_some_and(|consistency| (consistency - 50_f64.sqrt()).abs() < 1e-12));
    assert_eq!(accuracy(&[]), None);
    assert_eq!(accuracy(&[offset(5)]).and_then(|one| one.consistency), None);
}

#[test]
fn bands_are_compared_factor_by_factor() {
    let (pack, project) = case(Kind::Service, Language::En);
    let mut copy = ScoringCopy::for_assessor(&pack, &project, "trainee", &[]);
    for slot in rated(&pack, &project) {
        for (factor, band) in project.assessment.item(slot).bands.iter().enumerate() {
            // One band too high for deployment, one too low for learning where there is room, the others right.
            let own = band.map(|band| match factor {
                1 => (band + 1).min(5),
                2 => band.saturating_sub(1),
                _ => band,
            });
            copy.sheet = copy.sheet.changed(slot, &SheetChange::Item(ItemChange::Band { factor, band: own }));
        }
    }
    let result = training_result(&pack, &project.assessment, &copy.sheet);
    let mean = |factor: usize| {
        result
            .factors
            .iter()
            .find(|found| (found.rubric, found.factor) == (0, factor))
            .map(|found| found.mean)
    };
    // Of 17 items one is deployed without weak areas, and one learns nothing.
    let moved = 16.0 / 17.0;
    assert_eq!([mean(0), mean(1), mean(2), mean(3)], [Some(0.0), Some(moved), Some(-moved), Some(0.0)]);
    assert_eq!((result.factors.len(), result.accuracy), (8, None));
}

#[test]
fn a_record_over_several_cases_is_kept_byte_for_byte() {
    let mut record = TrainingRecord {
        trainee: text("学员 \"甲\""),
        entries: Vec::new(),
    };
    for (off, date) in [(vec![1, -1, 2], Some(day("2016-05-01"))), (vec![0, 1], None)] {
        let (pack, result) = trained(&off);
        record.entries.push(result.entry(&pack, date));
    }
    let all = record.accuracy().expect("ratings");
    assert_eq!(all.compared, record.entries.iter().map(|entry| entry.items.len()).sum::<usize>());
    let kept = KeptTraining::new(record);
    let written = write_training(&kept);
    let read = read_training(written.as_bytes()).expect("it reads");
    assert_eq!(read, kept);
    assert_eq!(write_training(&read), written);
    assert_eq!(read_training(b"{}").err(), Some(ReadError::NotTraining));
    let bad = written.replacen("\"own\": ", "\"own\": 1", 1);
    assert!(matches!(read_training(bad.as_bytes()), Err(ReadError::BadValue { .. })), "{bad}");
    let newer = written.replacen("\"trainee\"", "\"later\": 1,\n  \"trainee\"", 1);
    let read = read_training(newer.as_bytes()).expect("it reads");
    assert_eq!(read.kept.len(), 1);
    assert!(write_training(&read).contains("\"later\": 1"));
}

#[test]
fn lenient_and_harsh_are_said_to_a_tenth_and_what_is_less_is_level() {
    use award_kit::report::say::{bias, consistency, signed};
    let told = [4.46, -10.0, 0.04, -0.04].map(|deviation| (signed(deviation), bias(Language::En, deviation)));
    let expected = [
        ("+4.5", "Lenient by 4.5 percentage points"),
        ("−10", "Harsh by 10 percentage points"),
        ("0", "Neither lenient nor harsh"),
        ("0", "Neither lenient nor harsh"),
    ];
    assert_eq!(told, expected.map(|(short, long)| (short.to_owned(), long.to_owned())));
    assert_eq!(consistency(Language::Zh, Some(7.07)), "标准差 7.1 个百分点");
    assert_eq!(consistency(Language::En, None), "One item only, so it cannot be computed");
}

/// A record with one entry for each title.
fn record_of(titles: &[&str]) -> TrainingRecord {
    let entry = |title: &&str| TrainingEntry {
        title: text(title),
        ..TrainingEntry::default()
    };
    TrainingRecord {
        trainee: text("Li"),
        entries: titles.iter().map(entry).collect(),
    }
}

#[test]
fn a_record_merged_with_another_gains_its_entries_once_and_loses_none() {
    let (ours, theirs) = (record_of(&["a", "b"]), record_of(&["c", "b", "c"]));
    assert_eq!(ours.merged(&theirs), record_of(&["a", "b", "c"]));
    assert_eq!(theirs.merged(&ours), record_of(&["c", "b", "c", "a"]));
    assert_eq!(ours.merged(&ours), ours);
    assert_eq!(ours.merged(&TrainingRecord::default()), ours);
}

#[test]
fn what_a_newer_kit_noted_of_an_entry_follows_it_into_the_merged_record() {
    let ours = KeptTraining::new(record_of(&["a", "b"]));
    let later = write_training(&KeptTraining::new(record_of(&["c", "b"])))
        .replace("\"title\": \"c\"", "\"title\": \"c\", \"mood\": 1")
        .replace("\"title\": \"b\"", "\"title\": \"b\", \"mood\": 2")
        .replacen("\"trainee\"", "\"later\": 3, \"trainee\"", 1);
    let theirs = read_training(later.as_bytes()).expect("it reads");
    let merged = ours.merged(&theirs);
    assert_eq!(merged.record, record_of(&["a", "b", "c"]));
    let known: Vec<(&str, String)> = merged.kept.iter().map(|kept| (&*kept.pointer, kept.value.to_string())).collect();
    let expected = [("/cases/2/mood", "2"), ("/cases/3/mood", "1"), ("/later", "3")];
    assert_eq!(known, expected.map(|(pointer, value)| (pointer, value.to_owned())));
    let written = write_training(&merged);
    assert_eq!(read_training(written.as_bytes()).expect("it reads"), merged);
    assert_eq!(merged.merged(&theirs), merged);
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn merging_records_twice_or_in_another_order_gives_the_same_entries(ours in vec(0..6_u8, 0..6), theirs in vec(0..6_u8, 0..6)) {
        let record = |titles: &[u8]| {
            let titles: Vec<String> = titles.iter().map(u8::to_string).collect();
            record_of(&titles.iter().map(String::as_str).collect::<Vec<&str>>())
        };
        let (ours, theirs) = (record(&ours), record(&theirs));
        let merged = ours.merged(&theirs);
        prop_assert_eq!(&merged.merged(&theirs), &merged);
        prop_assert_eq!(&merged.entries[..ours.entries.len()], &ours.entries[..]);
        let titles = |record: &TrainingRecord| record.entries.iter().map(|entry| entry.title.to_string()).collect::<std::collections::BTreeSet<String>>();
        prop_assert_eq!(titles(&merged), titles(&theirs.merged(&ours)));
    }

    #[test]
    fn the_order_of_items_is_irrelevant_and_turning_own_and_reference_turns_the_bias(pairs in vec((0..=20_u8, 0..=20_u8), 1..12)) {
        let items: Vec<ItemOffset> = pairs.iter().map(|(reference, own)| ItemOffset {
            reference: percent(reference * 5).value(),
            own: own * 5,
            step: 5,
            ..ItemOffset::default()
        }).collect();
        let turned: Vec<ItemOffset> = items.iter().rev().cloned().collect();
        prop_assert_eq!(accuracy(&items), accuracy(&turned));
        let swapped: Vec<ItemOffset> = items.iter().map(|item| ItemOffset { reference: item.own, own: item.reference, ..item.clone() }).collect();
        let (one, other) = (accuracy(&items).expect("items"), accuracy(&swapped).expect("items"));
        prop_assert_eq!((one.bias, one.consistency, one.within_step), (0.0 - other.bias, other.consistency, other.within_step));
    }
}
