//! A panel without names: every output is looked through for what could lead back to a person.

use super::people::{copy_of, judged, rated, with_words};
use crate::samples::{DEMO, percent};
use award_kit::archive::{Project, subject_of};
use award_kit::assessment::{Text, text};
use award_kit::criteria::ItemSlot;
use award_kit::export::{Options, PanelShown, Target, export};
use award_kit::language::Language;
use award_kit::panel::sentences::{Aside, ItemSentences, Sentence, Side, Source};
use award_kit::panel::{Arrival, Panel, PanelAction, read_panel, read_shown};
use award_kit::report::{minute, say};
use std::rc::Rc;

/// An assessor: name, file, ratings.
type Person<'a> = (&'a str, &'a str, [Option<u8>; 3]);

/// Hashes that order the letters against the order in which the people stand here.
fn hash(at: usize) -> Text {
    text(format!("sha256:f00d5eed{}", 9 - at))
}

fn panel_of(people: &[Person<'_>]) -> Panel {
    let sheets = people.iter().enumerate().map(|(at, (name, file, ratings))| {
        let copy = with_words(rated(copy_of(&judged(), name), ratings), &format!("意见 {at}"));
        Arrival {
            file: text(file),
            hash: hash(at),
            sheet: Rc::new(copy.sheet),
        }
    });
    let begun = PanelAction::Sheets(sheets.collect())
        .apply(&DEMO, &Panel::new(&DEMO, subject_of(&DEMO, &judged())))
        .expect("a panel");
    let source = |name: &str, at: usize| Source {
        assessor: text(name),
        text: text(format!("强：意见 {at}")),
    };
    let sentences = ItemSentences {
        kept: vec![Sentence {
            side: Side::Strength,
            text: text("过程有文件"),
            from: vec![source(people[0].0, 0)],
        }],
        aside: vec![Aside {
            side: Side::Strength,
            source: source(people[1].0, 1),
            reason: text("与证据不符"),
        }],
    };
    let steps = [
        PanelAction::Open,
        PanelAction::TakeProposals,
        PanelAction::Agree(ItemSlot(1), Some(percent(55))),
        PanelAction::Sentences(ItemSlot(0), sentences),
    ];
    steps.iter().fold(begun, |panel, step| step.apply(&DEMO, &panel).expect("a step"))
}

const SAME: [[Option<u8>; 3]; 3] = [[Some(45), Some(30), Some(40)], [Some(50), Some(70), Some(45)], [Some(65), Some(55), Some(60)]];
/// The second left half-way.
const LEFT: [[Option<u8>; 3]; 3] = [[Some(45), Some(30), Some(40)], [Some(50), None, None], [Some(65), Some(55), Some(60)]];

fn people<'a>(names: &[&'a str; 3], files: &[&'a str; 3], ratings: &[[Option<u8>; 3]; 3]) -> Vec<Person<'a>> {
    (0..3).map(|at| (names[at], files[at], ratings[at])).collect()
}

/// Everything that leaves: what the page draws, the minute, the workbook, in both languages.
fn outputs(panel: &Panel) -> Vec<(String, Vec<u8>)> {
    let mut all = Vec::new();
    for language in Language::ALL {
        let tag = language.tag();
        all.push((format!("minute.{tag}"), minute(&DEMO, panel, *language, true).plain_text().into_bytes()));
        let shown = PanelShown { panel, anonymous: true };
        let options = Options::new(*language).with_panel(Some(shown));
        let workbook = export(&Project::new(judged()), &DEMO, Target::Xlsx, &options).expect("a workbook");
        all.push((format!("workbook.{tag}"), workbook));
        let reading = read_shown(&DEMO, panel, true);
        let page: Vec<String> = reading
            .items
            .iter()
            .flat_map(|item| &item.ratings)
            .map(|rating| say::rating(*language, &reading, rating, true, " "))
            .chain(reading.assessors.iter().map(|assessor| say::assessor(*language, assessor, true)))
            .collect();
        all.push((format!("page.{tag}"), [page.join("\n"), format!("{reading:?}")].concat().into_bytes()));
    }
    all
}

/// The text of an output; of a workbook that of all its parts.
fn told(name: &str, bytes: &[u8]) -> String {
    if !name.starts_with("workbook") {
        return String::from_utf8_lossy(bytes).into_owned();
    }
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes.to_vec())).expect("a zip file");
    let names: Vec<String> = archive.file_names().map(String::from).collect();
    let mut all = String::new();
    for name in names {
        let mut part = Vec::new();
        std::io::Read::read_to_end(&mut archive.by_name(&name).expect("a part"), &mut part).expect("bytes");
        all += &String::from_utf8_lossy(&part);
    }
    all
}

#[test]
fn no_output_holds_a_name_a_file_or_a_hash() {
    for ratings in [SAME, LEFT] {
        let names = ["赵一鸣", "Qian Er", "孙三立"];
        let panel = panel_of(&people(&names, &["赵一鸣-1.json", "qian-er.json", "第三份.json"], &ratings));
        for (name, bytes) in outputs(&panel) {
            let told = told(&name, &bytes);
            for leak in names.iter().chain(&["赵一鸣-1", "qian-er", "第三份", "f00d5eed"]) {
                assert!(!told.contains(leak), "{name} tells {leak}");
            }
        }
        // With names they stand there, so that the search is known to find them.
        assert!(minute(&DEMO, &panel, Language::Zh, false).plain_text().contains("孙三立"));
    }
}

#[test]
fn other_names_and_other_file_names_change_no_byte_of_any_output() {
    for ratings in [SAME, LEFT] {
        let one = panel_of(&people(&["a", "b", "c"], &["1.json", "2.json", "3.json"], &ratings));
        // In another order by name, with other files: whoever knows how the names run learns nothing from how the outputs do.
        let other = panel_of(&people(&["丙", "Z", "甲"], &["x.json", "a.json", "m.json"], &ratings));
        assert_ne!(
            one.sheets.iter().map(|sheet| sheet.hash.clone()).collect::<Vec<Text>>(),
            other.sheets.iter().map(|sheet| sheet.hash.clone()).collect::<Vec<Text>>(),
            "the order by name is another one"
        );
        for ((name, before), (_, after)) in outputs(&one).into_iter().zip(outputs(&other)) {
            assert!(before == after, "{name}: {}\n---\n{}", told(&name, &before), told(&name, &after));
        }
    }
}

#[test]
fn who_left_half_way_has_no_letter_by_which_to_be_known() {
    let panel = panel_of(&people(&["a", "b", "c"], &["1.json", "2.json", "3.json"], &LEFT));
    let reading = read_shown(&DEMO, &panel, true);
    assert!(!reading.lettered && reading.assessors.iter().all(|assessor| assessor.letter.is_empty()));
    assert!(reading.assessors.iter().all(|assessor| (assessor.rated, assessor.assigned) == (0, 0)));
    for item in &reading.items {
        let values: Vec<u8> = item.ratings.iter().map(|rating| rating.percent.value()).collect();
        assert!(values.is_sorted(), "{values:?}");
        let places: Vec<usize> = item.ratings.iter().map(|rating| rating.assessor).collect();
        assert_eq!(places, (0..values.len()).collect::<Vec<usize>>());
    }
    // Whoever of the three it was that left, everything is the same but for what the ratings themselves say.
    let turned = [LEFT[1], LEFT[0], LEFT[2]];
    let other = read_shown(&DEMO, &panel_of(&people(&["a", "b", "c"], &["1.json", "2.json", "3.json"], &turned)), true);
    let ratings = |reading: &award_kit::panel::PanelReading| -> Vec<Vec<u8>> {
        let of_item = |item: &award_kit::panel::ItemReading| item.ratings.iter().map(|rating| rating.percent.value()).collect();
        reading.items.iter().map(of_item).collect()
    };
    assert_eq!(ratings(&reading), ratings(&other));
    assert_eq!(reading.assessors, other.assessors);
}

#[test]
fn where_all_rated_the_same_items_letters_stand_for_one_person_throughout() {
    let panel = panel_of(&people(&["a", "b", "c"], &["1.json", "2.json", "3.json"], &SAME));
    let (named, shown) = (read_panel(&DEMO, &panel), read_shown(&DEMO, &panel, true));
    assert!(shown.lettered);
    let letters: Vec<&str> = shown.assessors.iter().map(|assessor| assessor.letter.as_str()).collect();
    assert_eq!(letters, ["A", "B", "C"]);
    for (with, without) in named.items.iter().zip(&shown.items) {
        for rating in &with.ratings {
            let letter = &named.assessors[rating.assessor].letter;
            let found = without.ratings.iter().find(|other| shown.assessors[other.assessor].letter == *letter);
            assert_eq!(found.map(|found| found.percent), Some(rating.percent));
        }
        assert_eq!(with.spread, without.spread);
    }
}

#[test]
fn a_minute_to_be_signed_on_paper_puts_no_letter_beside_a_signature() {
    let panel = panel_of(&people(&["a", "b", "c"], &["1.json", "2.json", "3.json"], &SAME));
    let words = Language::Zh.words();
    let told = minute(&DEMO, &panel, Language::Zh, true).plain_text();
    let (_, signatures) = told.rsplit_once(words.minute_signatures()).expect("the part of signatures");
    assert!(!signatures.contains("评审员 A") && signatures.contains(words.minute_assessor()), "{signatures}");
}
