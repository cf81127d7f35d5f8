//! Trainees side by side, and the certificate of a record.

use super::training::{case, rated};
use crate::samples::{BEIJING, cases, day};
use award_kit::archive::{KeptTraining, ScoringCopy, fingerprint, write_training};
use award_kit::assessment::{ItemChange, text};
use award_kit::criteria::Kind;
use award_kit::date::Date;
use award_kit::language::Language;
use award_kit::panel::{ItemOffset, SheetChange, TrainingEntry, TrainingGroup, TrainingRecord, training_groups, training_result};
use award_kit::report::{Block, certificate};
use proptest::collection::vec;
use proptest::prelude::*;

fn entry(case: &str, date: Option<Date>, ratings: &[(&str, u8)]) -> TrainingEntry {
    let item = |(item, own): &(&str, u8)| ItemOffset {
        item: text(item),
        reference: 50,
        own: *own,
        step: 5,
        same_band: *own >= 50,
        ..ItemOffset::default()
    };
    TrainingEntry {
        case: text(case),
        title: text(["title of ", case].concat()),
        date,
        items: ratings.iter().map(item).collect(),
    }
}

fn record(trainee: &str, entries: Vec<TrainingEntry>) -> TrainingRecord {
    TrainingRecord {
        trainee: text(trainee),
        entries,
    }
}

/// The numbers of the documentation: three trainees off by +10, −15 and 0 points.
#[test]
fn deviations_stand_side_by_side_with_shifts_and_where_the_group_diverges() {
    let all = [
        record("Wang", vec![entry("k", None, &[("a", 60), ("b", 60), ("c", 50)])]),
        record("Li", vec![entry("k", None, &[("a", 35), ("b", 65), ("d", 45)])]),
        record("Zhao", vec![entry("k", None, &[("a", 50), ("b", 70), ("c", 55)])]),
    ];
    let [group] = &training_groups(&all, 20)[..] else { panic!("one case") };
    let names: Vec<&str> = group.trainees.iter().map(|trainee| &*trainee.name).collect();
    assert_eq!(names, ["Li", "Wang", "Zhao"]);
    let ids: Vec<&str> = group.items.iter().map(|item| &*item.item).collect();
    assert_eq!(ids, ["a", "b", "c", "d"]);
    let a = &group.items[0];
    assert_eq!(
        (&a.offsets[..], a.spread, a.reference),
        (&[Some(-15), Some(10), Some(0)][..], Some(25), Some(50))
    );
    assert!((a.mean + 5.0 / 3.0).abs() < 1e-12);
    let shifts: Vec<Option<f64>> = group.trainees.iter().map(|trainee| trainee.accuracy.map(|found| found.bias)).collect();
    assert_eq!(shifts[1], Some(20.0 / 3.0));
    assert!(shifts[0].is_some_and(|shift| (shift + 5.0 / 3.0).abs() < 1e-12));
    // One trainee alone neither diverges nor agrees.
    assert_eq!((group.items[3].spread, &group.items[3].offsets[..]), (None, &[Some(-5), None, None][..]));
    assert_eq!((&group.diverging[..], &group.off_together[..]), (&[0][..], &[1][..]));
    let diverging = |tolerance: u8| training_groups(&all, tolerance)[0].diverging.clone();
    assert_eq!((diverging(25), diverging(4)), (vec![], vec![0, 1, 2]));
}

#[test]
fn the_last_attempt_counts_and_two_files_of_one_trainee_are_one() {
    let first = entry("k", Some(day("2016-05-01")), &[("a", 80)]);
    let second = entry("k", Some(day("2016-06-01")), &[("a", 55)]);
    let other = entry("other", None, &[("a", 50)]);
    let records = [
        record("Li", vec![second.clone(), other.clone()]),
        record(" Li ", vec![first.clone()]),
        record("Wang", vec![first.clone()]),
    ];
    let groups = training_groups(&records, 20);
    assert_eq!(
        groups.iter().map(|group| (&*group.case, group.trainees.len())).collect::<Vec<_>>(),
        [("k", 2), ("other", 1)]
    );
    let li = &groups[0].trainees[0];
    assert_eq!((&*li.name, li.attempts, li.date), ("Li", 2, Some(day("2016-06-01"))));
    assert_eq!(groups[0].items[0].offsets, [Some(5), Some(30)]);
    assert!(training_groups(&[], 20).is_empty());
}

#[test]
fn references_that_differ_are_not_made_one() {
    let mut changed = entry("k", None, &[("a", 60)]);
    changed.items[0].reference = 55;
    let groups = training_groups(&[record("Li", vec![entry("k", None, &[("a", 60)])]), record("Wang", vec![changed])], 20);
    assert_eq!(
        (groups[0].items[0].reference, &groups[0].items[0].offsets[..]),
        (None, &[Some(10), Some(5)][..])
    );
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn the_order_of_the_files_is_irrelevant(given in vec((0..3_usize, 0..2_usize, 0..3_u32, vec(0..=20_u8, 1..4)), 0..8)) {
        let names = ["Li", "Wang", "Zhao"];
        let records: Vec<TrainingRecord> = given.iter().map(|(name, case, month, ratings)| {
            let ratings: Vec<(&str, u8)> = ["a", "b", "c"].into_iter().zip(ratings.iter().map(|own| own * 5)).collect();
            let date = (*month > 0).then(|| day(&format!("2016-0{month}-01")));
            record(names[*name], vec![entry(["k", "l"][*case], date, &ratings)])
        }).collect();
        let turned: Vec<TrainingRecord> = records.iter().rev().cloned().collect();
        let one: Vec<TrainingGroup> = training_groups(&records, 20);
        prop_assert_eq!(&training_groups(&turned, 20), &one);
        for group in &one {
            prop_assert!(group.items.iter().all(|item| item.offsets.len() == group.trainees.len()));
            prop_assert!(group.diverging.iter().all(|at| group.items[*at].spread > Some(20)));
        }
    }
}

/// The record of somebody who did both cases, the first of them twice.
fn practised() -> KeptTraining {
    let mut entries = Vec::new();
    for (kind, off, date) in [
        (Kind::Manufacturing, [3, -1], "2016-05-01"),
        (Kind::Manufacturing, [1, 0], "2016-05-20"),
        (Kind::Service, [0, -2], "2016-05-10"),
    ] {
        let (pack, project) = case(kind, Language::Zh);
        let mut sheet = ScoringCopy::for_trainee(&pack, &project, "Li", &[]).sheet;
        for (at, slot) in rated(&pack, &project).into_iter().enumerate() {
            let rating = project.assessment.item(slot).percent.map(|percent| percent.moved(off[at % 2], 5));
            sheet = sheet.changed(slot, &SheetChange::Item(ItemChange::Percent(rating)));
        }
        entries.push(training_result(&pack, &project.assessment, &sheet).entry(&pack, Some(day(date))));
    }
    KeptTraining::new(record("Li", entries))
}

#[test]
fn a_certificate_says_first_and_on_every_page_that_it_is_the_kits_own_record() {
    let kept = practised();
    for language in Language::ALL {
        let words = language.words();
        let document = certificate(&BEIJING, &kept, *language);
        let [
            Block::Heading { level: 1, text: title },
            Block::Paragraph { text: mark, .. },
            Block::Paragraph { text: own, .. },
            ..,
        ] = &document.blocks[..]
        else {
            panic!("{:?}", &document.blocks[..3])
        };
        let wanted = [words.certificate_title(), words.certificate_mark(), words.certificate_own()];
        assert_eq!([title.as_str(), mark.as_str(), own.as_str()], wanted);
        let loud = if *language == Language::Zh {
            "非官方证书"
        } else {
            "ot an official certificate"
        };
        assert!(document.header.contains(loud) && mark.contains(loud), "{}", document.header);
        assert!(document.header.contains("Li"), "{}", document.header);
        // The record can be told by its hash.
        let text = document.plain_text();
        assert!(text.contains(&fingerprint(write_training(&kept).as_bytes())), "{text}");
        let rows: Vec<usize> = document
            .blocks
            .iter()
            .filter_map(|block| match block {
                Block::Table(table) => Some(table.rows.len()),
                _ => None,
            })
            .collect();
        // Three attempts with all of them together; then the last one at each of two cases.
        assert_eq!(rows, [4, 23, 23]);
        assert!(document.blocks.iter().any(|block| matches!(block, Block::Lines(lines) if lines.len() == 3)));
    }
}

#[test]
fn a_certificate_of_nothing_says_so() {
    for language in Language::ALL {
        let words = language.words();
        let document = certificate(&BEIJING, &KeptTraining::new(TrainingRecord::default()), *language);
        let text = document.plain_text();
        assert!(text.contains(words.certificate_none()) && text.contains(words.certificate_own()), "{text}");
        assert!(text.contains(words.training_trainee_unnamed()), "{text}");
    }
}
