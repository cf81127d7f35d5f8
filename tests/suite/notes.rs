//! Notes: written at an answer, a figure or an item, settled, kept in the file, merged, handed out and taken back, and printed nowhere;
//! and what is wanted of a part that is handed out.

use crate::archive::filled;
use crate::carrying::{LINEAGE, MERGED, NEXT, carried, planned, there_and_back};
use crate::panel::people::copy_of;
use crate::samples::{BEIJING, DEMO, NATIONAL, NEW, cases, day, notes};
use award_kit::archive::{Project, ReadError, carry_as_proposed, open, open_bytes, to_value, write, write_scoring};
use award_kit::assessment::{Action, Assessment, Field, FigureSlot, History, Identity, Note, NoteChange, NotePlace, OwnIndicator, text};
use award_kit::criteria::{IndicatorSlot, ItemSlot, Lineage, Pack};
use award_kit::export::{ExportError, Options, Target, Variant, export};
use award_kit::language::Language;
use award_kit::merge::{
    Before, Choice, Merge, OtherCriteria, Sides, Wanted, ask, hand_out, handed_out, list_part, listed_parts, merge, note_sent, part_of, recognise_under,
    take_back,
};
use award_kit::report::say;
use proptest::prelude::*;
use serde_json::{Value, json};
use std::rc::Rc;

const SIDES: Sides<'_> = Sides {
    ours: "总部", theirs: "部门"
};

fn after(base: &Project, actions: &[Action]) -> Project {
    let assessment = actions.iter().fold(base.assessment.clone(), |before, action| action.apply(&before));
    Project { assessment, ..base.clone() }
}

fn note(place: NotePlace, words: &str) -> Note {
    Note {
        id: text(""),
        place,
        author: text("李工"),
        day: Some(day("2026-11-30")),
        text: text(words),
        done: false,
    }
}

fn add(place: NotePlace, words: &str) -> Action {
    Action::Note(NoteChange::Add(NEW, Rc::new(note(place, words))))
}

fn item(id: &str) -> NotePlace {
    NotePlace::Item(text(id))
}

fn own(id: &str, item: &str, name: &str) -> Action {
    let own = OwnIndicator {
        id: text(id),
        item: text(item),
        name: text(name),
        ..OwnIndicator::default()
    };
    Action::AddOwn(NEW, Rc::new(own))
}

fn told(project: &Project) -> Vec<(&str, bool)> {
    project.assessment.notes.entries.iter().map(|note| (&*note.text, note.done)).collect()
}

fn reopened(pack: &Pack, content: &str) -> Project {
    let project = open(content)
        .and_then(|opened| opened.with_pack(pack))
        .unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(write(&project, pack), content);
    project
}

fn settled(pack: &Pack, found: &Merge, choice: Choice) -> Project {
    let choices = vec![choice; found.conflicts.len()];
    found.settled(pack, &choices, SIDES).unwrap_or_else(|error| panic!("{error}"))
}

/// One note at each kind of place, in an assessment of Beijing's with an own indicator.
fn everywhere() -> (Project, Vec<(NotePlace, Value, &'static str)>) {
    let (first, last) = (&BEIJING.item(ItemSlot(0)).id, &BEIJING.item(ItemSlot(18)).id);
    let prompt = &BEIJING.item(ItemSlot(0)).prompts[0].id;
    let factor = &BEIJING.rubric_of(ItemSlot(0)).factors[1].id;
    let indicator = &BEIJING.indicator(IndicatorSlot(0)).id;
    let figure = |id: &str, own, year| NotePlace::Figure {
        indicator: text(id),
        own,
        year,
    };
    let answer = |prompt: &str| NotePlace::Answer {
        item: text(first),
        prompt: text(prompt),
        factor: text(factor),
    };
    let places = vec![
        (item(first), json!({ "item": first }), " "),
        (answer(prompt), json!({ "item": first, "prompt": prompt, "factor": factor }), " · 展开"),
        (answer(""), json!({ "item": first, "factor": factor }), " · 展开"),
        (NotePlace::Strengths(text(first)), json!({ "item": first, "field": "strengths" }), " · 优势"),
        (
            NotePlace::Opportunities(text(first)),
            json!({ "item": first, "field": "opportunities" }),
            " · 改进机会",
        ),
        (NotePlace::Remark(text(first)), json!({ "item": first, "field": "remark" }), " · "),
        (figure(indicator, false, None), json!({ "indicator": indicator }), ""),
        (
            figure(indicator, false, Some(2015)),
            json!({ "indicator": indicator, "year": 2015 }),
            " · 2015 年",
        ),
        (
            figure("own-1", true, Some(2015)),
            json!({ "own_indicator": "own-1", "year": 2015 }),
            "返修率 · 2015 年",
        ),
        (item("practice.gone"), json!({ "item": "practice.gone" }), "practice.gone"),
    ];
    let notes = places.iter().enumerate().map(|(at, (place, ..))| add(place.clone(), &format!("暗语{at}号")));
    let actions: Vec<Action> = std::iter::once(own("own-1", last, "返修率")).chain(notes).collect();
    (after(&Project::new(filled(&BEIJING)), &actions), places)
}

#[test]
fn a_note_is_written_changed_settled_and_taken_away_and_each_is_a_step() {
    let place = item("practice.direction");
    let start = History::new(Assessment::blank(&DEMO));
    let steps = [
        add(place.clone(), "缺 2015 年的事实"),
        Action::Note(NoteChange::Done(0, true)),
        Action::Note(NoteChange::Remove(0)),
    ];
    let done = steps
        .iter()
        .fold(start.clone(), |history, step| history.after(step).expect("it changes something"));
    assert_eq!(done.present(), start.present());
    let before = done.undone().expect("a step");
    let there = before.present();
    assert_eq!((there.notes.entries.len(), there.notes.open(), &*there.notes.entries[0].author), (1, 0, "李工"));
    assert_eq!(there.notes.at(&place).count(), 1);
    assert_eq!(there.notes.at(&item("outcomes.customers")).count(), 0);
    // Writing on in one note is one step; in another, one more.
    let two = [add(place.clone(), "一"), add(place, "二")];
    let two = two.iter().fold(start, |history, step| history.after(step).expect("it changes something"));
    let write = |at, words: &str| Action::Note(NoteChange::Text(at, text(words)));
    let typed = [write(0, "一甲"), write(0, "一甲乙"), write(1, "二丙")];
    let typed = typed
        .iter()
        .fold(two.clone(), |history, step| history.after(step).expect("it changes something"));
    assert_eq!(
        typed.undone().and_then(|history| history.undone()).map(|history| history.present().clone()),
        Some(two.present().clone())
    );
}

#[test]
fn what_says_nothing_or_is_not_there_changes_nothing() {
    let blank = Assessment::blank(&DEMO);
    for nothing in [
        add(item("practice.direction"), " \n"),
        Action::Note(NoteChange::Remove(0)),
        Action::Note(NoteChange::Done(3, true)),
        Action::Note(NoteChange::Text(0, text("x"))),
    ] {
        assert_eq!(nothing.apply(&blank), blank, "{nothing:?}");
    }
}

#[test]
fn every_place_has_its_members_its_item_and_its_words() {
    let (project, places) = everywhere();
    let file = to_value(&project, &BEIJING);
    assert_eq!(file["version"], json!("1.5"));
    let written: Vec<&Value> = file["notes"].as_object().expect("notes").values().collect();
    assert_eq!(written.len(), places.len());
    for (at, (place, members, words)) in places.iter().enumerate() {
        let mut expected = json!({ "text": format!("暗语{at}号"), "author": "李工", "day": "2026-11-30", "done": false });
        expected.as_object_mut().expect("members").extend(members.as_object().expect("members").clone());
        assert_eq!(written[at], &expected);
        let about = say::note_place(&BEIJING, Language::Zh, &project.assessment, place);
        assert!(about.ends_with(words) || about.contains(words), "{about}");
        let of = place.item(&BEIJING, &project.assessment);
        let expected = match place {
            NotePlace::Figure { own: true, .. } => &BEIJING.item(ItemSlot(18)).id,
            NotePlace::Figure { .. } => &BEIJING.indicator(IndicatorSlot(0)).item,
            NotePlace::Item(id) => &id.to_string(),
            _ => &BEIJING.item(ItemSlot(0)).id,
        };
        assert_eq!(of, Some(expected.as_str()), "{about}");
        for &language in Language::ALL {
            let pointer = format!("/notes/{}", project.assessment.notes.entries[at].id);
            for below in ["", "/text", "/author", "/day", "/done"] {
                let told = say::file_place(&BEIJING, language, &[&pointer, below].concat(), &[&project.assessment]);
                assert!(!told.contains('{') && !told.contains('/') && !told.contains("note-"), "{told}");
            }
        }
    }
    assert_eq!(reopened(&BEIJING, &write(&project, &BEIJING)), project);
}

#[test]
fn the_text_fields_of_an_item_and_its_figures_can_have_notes_and_no_others() {
    let (project, _) = everywhere();
    let place = |field| NotePlace::of(&BEIJING, &project.assessment, field);
    let first = ItemSlot(0);
    let id = text(&BEIJING.item(first).id);
    let answer = |scope| place(Field::Answer { item: first, scope, factor: 0 });
    let factor = text(&BEIJING.rubric_of(first).factors[0].id);
    for (scope, prompt) in [(0, ""), (1, BEIJING.item(first).prompts[0].id.as_str())] {
        let (item, prompt, factor) = (id.clone(), text(prompt), factor.clone());
        assert_eq!(answer(scope), Some(NotePlace::Answer { item, prompt, factor }));
    }
    assert_eq!(place(Field::Strengths(first)), Some(NotePlace::Strengths(id.clone())));
    assert_eq!(place(Field::Opportunities(first)), Some(NotePlace::Opportunities(id.clone())));
    assert_eq!(place(Field::Remark(first)), Some(NotePlace::Remark(id)));
    assert_eq!(place(Field::StageNote(0)), None);
    let figure = |slot, year| NotePlace::figure(&BEIJING, &project.assessment, slot, year);
    for (slot, year) in [(FigureSlot::Catalogue(IndicatorSlot(3)), None), (FigureSlot::Own(0), Some(2014))] {
        let there = figure(slot, year).expect("it is there");
        assert_eq!(there.indicator(&BEIJING, &project.assessment), Some(slot));
    }
    assert_eq!(figure(FigureSlot::Own(1), None), None);
}

#[test]
fn a_file_without_notes_is_what_it_was_and_with_the_last_of_them_the_version_falls_back() {
    let bare = Project::new(filled(&DEMO));
    let written = write(&bare, &DEMO);
    assert!(!written.contains("\"notes\""));
    let with = after(&bare, &[add(item("practice.direction"), "待补充")]);
    let with = reopened(&DEMO, &write(&with, &DEMO));
    assert_eq!(write(&after(&with, &[Action::Note(NoteChange::Remove(0))]), &DEMO), written);
}

#[test]
fn what_a_newer_kit_says_in_notes_stays() {
    let mut file = to_value(&after(&Project::new(filled(&DEMO)), &[add(item("practice.direction"), "甲")]), &DEMO);
    let id = file["notes"].as_object().and_then(|notes| notes.keys().next()).expect("a note").clone();
    file["notes"][&id]["later"] = json!({ "seen": ["乙"] });
    // About something this kit does not know, or about two things at once.
    file["notes"]["note-field"] = json!({ "text": "新栏", "author": "", "day": null, "done": true, "item": "a", "field": "summary" });
    file["notes"]["note-profile"] = json!({ "text": "概述", "author": "", "day": null, "done": false, "profile": "vision" });
    file["notes"]["note-two"] = json!({ "text": "两处", "author": "", "day": null, "done": true, "item": "a", "indicator": "b" });
    let content = format!("{file:#}\n");
    let project = reopened(&DEMO, &content);
    assert_eq!(told(&project), [("甲", false)]);
    // What stood inside a note goes with it; what is not understood stays.
    let less = to_value(&after(&project, &[Action::Note(NoteChange::Remove(0))]), &DEMO);
    let left: Vec<&String> = less["notes"].as_object().expect("notes").keys().collect();
    assert_eq!(left, ["note-field", "note-profile", "note-two"]);
    for (member, value, place) in [
        ("day", json!("gestern"), "/notes/note-profile/day"),
        ("done", json!("yes"), "/notes/note-profile/done"),
        ("text", json!(1), "/notes/note-profile/text"),
    ] {
        let mut bad = file.clone();
        bad["notes"]["note-profile"][member] = value;
        let refused = open(&bad.to_string()).and_then(|opened| opened.with_pack(&DEMO));
        let told = format!("{refused:?}");
        assert!(told.contains(place), "{told}");
    }
}

/// Ours, theirs, the places they meet in, what comes of keeping both.
type Row = (Action, Action, usize, Vec<(&'static str, bool)>);

#[test]
fn what_both_sides_did_to_a_note_is_joined_or_chosen() {
    let base = after(&Project::new(filled(&DEMO)), &[add(item("practice.direction"), "原话")]);
    let write = |words: &str| Action::Note(NoteChange::Text(0, text(words)));
    let (done, gone) = (Action::Note(NoteChange::Done(0, true)), Action::Note(NoteChange::Remove(0)));
    let table: [Row; 5] = [
        (write("改写"), done.clone(), 0, vec![("改写", true)]),
        (done.clone(), done.clone(), 0, vec![("原话", true)]),
        (
            write("总部说"),
            write("部门说"),
            1,
            vec![("【1/2 总部】\n总部说\n\n【2/2 部门】\n部门说", false)],
        ),
        (gone.clone(), write("部门说"), 1, vec![("部门说", false)]),
        (gone.clone(), gone, 0, vec![]),
    ];
    for (one, other, conflicts, expected) in table {
        let (ours, theirs) = (after(&base, &[one]), after(&base, &[other]));
        let found = merge(&DEMO, Some(&base), &ours, &theirs);
        assert_eq!(found.conflicts.len(), conflicts, "{:?}", found.conflicts);
        assert_eq!(told(&settled(&DEMO, &found, Choice::Both)), expected);
    }
}

#[test]
fn a_part_has_the_notes_of_its_items_and_brings_back_what_was_done_with_them() {
    let figure = |id: &str, own| NotePlace::Figure {
        indicator: text(id),
        own,
        year: Some(2015),
    };
    let at = |item: usize| BEIJING.item(ItemSlot(item)).id.clone();
    let of = |item: &str| {
        let found = BEIJING.indicators().find(|(_, indicator)| indicator.item == *item);
        found.map(|(_, indicator)| indicator.id.clone()).expect("an indicator")
    };
    let whole = after(
        &Project::new(filled(&BEIJING)),
        &[
            own("own-a", &at(18), "返修率"),
            own("own-b", &at(17), "准时率"),
            add(item(&at(0)), "不交"),
            add(item(&at(18)), "条款"),
            add(NotePlace::Strengths(text(at(18))), "优势"),
            add(figure(&of(&at(18)), false), "指标"),
            add(figure(&of(&at(17)), false), "不交的指标"),
            add(figure("own-a", true), "自设"),
            add(figure("own-b", true), "不交的自设"),
        ],
    );
    let part = reopened(&BEIJING, &write(&hand_out(&BEIJING, &whole, "质量部", &[ItemSlot(18)]), &BEIJING));
    assert_eq!(told(&part), [("条款", false), ("优势", false), ("指标", false), ("自设", false)]);
    let new = Action::Note(NoteChange::Add(Identity::from_bits(77), Rc::new(note(item(&at(18)), "部门新写"))));
    let back = after(
        &part,
        &[
            Action::Note(NoteChange::Done(0, true)),
            Action::Note(NoteChange::Text(1, text("优势已改"))),
            Action::Note(NoteChange::Remove(2)),
            new,
        ],
    );
    let whole = after(&whole, &[add(item(&at(3)), "总部新写")]);
    let found = take_back(&BEIJING, &whole, &back).expect("a base").expect("handed out");
    assert_eq!(found.conflicts, []);
    let result = settled(&BEIJING, &found, Choice::Both);
    assert_eq!(
        told(&result),
        [
            ("不交", false),
            ("条款", true),
            ("优势已改", false),
            ("不交的指标", false),
            ("自设", false),
            ("部门新写", false),
            ("不交的自设", false),
            ("总部新写", false)
        ]
    );
    let again = take_back(&BEIJING, &result, &back).expect("a base").expect("handed out");
    assert_eq!(write(&settled(&BEIJING, &again, Choice::Both), &BEIJING), write(&result, &BEIJING));
}

#[test]
fn a_note_goes_on_naming_the_own_indicator_that_gets_another_id() {
    let place = |id: &str| NotePlace::Figure {
        indicator: text(id),
        own: true,
        year: None,
    };
    let whole = after(&Project::blank(&DEMO), &[own("own-1", "outcomes.customers", "返修率")]);
    let part = hand_out(&DEMO, &whole, "甲部", &[ItemSlot(0)]);
    // A kit that counts calls it as the whole calls another one.
    let back = after(&part, &[own("own-1", "practice.direction", "会议次数"), add(place("own-1"), "口径待定")]);
    let found = take_back(&DEMO, &whole, &back).expect("a base").expect("handed out");
    let result = settled(&DEMO, &found, Choice::Both).assessment;
    let at = result.notes.entries[0].place.indicator(&DEMO, &result);
    assert_eq!(at, Some(FigureSlot::Own(1)));
    assert_eq!(&*result.figures.own[1].name, "会议次数");
}

#[test]
fn notes_go_where_the_texts_of_their_item_go_and_come_back() {
    let items = ["practice.direction", "practice.improvement", "outcomes.customers"];
    let written: Vec<Action> = items.iter().map(|id| add(NotePlace::Strengths(text(id)), id)).collect();
    let project = after(&Project::new(filled(&DEMO)), &written);
    let places = |project: &Project| -> Vec<String> {
        let notes = &project.assessment.notes.entries;
        notes
            .iter()
            .filter_map(|note| note.place.item(&DEMO, &project.assessment).map(str::to_owned))
            .collect()
    };
    // Split, renamed, the same; merged twice, gone.
    for (to, expected) in [
        (&*NEXT, ["practice.aims", "practice.betterment", "outcomes.customers"]),
        (&*MERGED, ["practice.whole", "practice.whole", "outcomes.customers"]),
    ] {
        let there = there_and_back(&project, &DEMO, to, &LINEAGE, &planned(&project, &DEMO, to, &LINEAGE));
        assert_eq!(places(&there), expected);
        assert_eq!(told(&there).len(), 3);
        // What is done with them meanwhile comes back with them.
        let settled = after(&there, &[Action::Note(NoteChange::Done(1, true))]);
        let back = carried(&settled, to, &DEMO, &LINEAGE);
        assert_eq!(places(&back), items);
        assert_eq!(told(&back)[1], (items[1], true));
    }
    let mut plan = planned(&project, &DEMO, &NEXT, &LINEAGE);
    plan.proposals.iter_mut().for_each(|proposal| proposal.accepted = !proposal.declinable);
    assert_eq!(places(&there_and_back(&project, &DEMO, &NEXT, &LINEAGE, &plan)), items);
}

#[test]
fn no_document_and_no_copy_for_an_assessor_holds_a_note() {
    let (project, _) = everywhere();
    let is_there = |bytes: &[u8]| {
        let inside = zip_entries(bytes).into_iter().chain([bytes.to_vec()]);
        inside.into_iter().any(|part| String::from_utf8_lossy(&part).contains("暗语"))
    };
    assert!(is_there(write(&project, &BEIJING).as_bytes()));
    for &language in Language::ALL {
        for variant in Variant::ALL {
            for target in Target::ALL.into_iter().filter(|target| !matches!(target, Target::Json | Target::Zip)) {
                let options = Options {
                    variant,
                    ..Options::new(language).dated(Some(day("2026-11-30")))
                };
                match export(&project, &BEIJING, target, &options) {
                    Ok(bytes) => assert!(!is_there(&bytes), "{target:?} {variant:?}"),
                    Err(error) => assert_eq!(error, ExportError::NoDays),
                }
            }
        }
    }
    let judged = after(&Project::new(filled(&DEMO)), &[add(item("practice.direction"), "暗语")]);
    assert!(!is_there(write_scoring(&copy_of(&judged.assessment, "甲"), &DEMO).as_bytes()));
}

/// What stands in a zip file; nothing where it is none.
fn zip_entries(bytes: &[u8]) -> Vec<Vec<u8>> {
    let Ok(mut archive) = zip::ZipArchive::new(std::io::Cursor::new(bytes)) else {
        return Vec::new();
    };
    (0..archive.len())
        .map(|at| {
            let mut content = Vec::new();
            let mut entry = archive.by_index(at).expect("an entry");
            std::io::Read::read_to_end(&mut entry, &mut content).expect("its bytes");
            content
        })
        .collect()
}

fn wanted(deadline: &str, instruction: &str) -> Wanted {
    Wanted {
        deadline: (!deadline.is_empty()).then(|| day(deadline)),
        instruction: instruction.to_owned(),
    }
}

#[test]
fn a_part_says_until_when_and_what_is_wanted_and_so_does_the_list() {
    let mut whole = Project::new(filled(&DEMO));
    let bare = hand_out(&DEMO, &whole, "销售部", &[ItemSlot(0)]);
    let key = handed_out(&bare).expect("handed out").key;
    // Asked, and what stands in the file.
    let table = [
        (wanted("", " \n"), wanted("", ""), json!(null), json!(null)),
        (wanted("2026-12-10", ""), wanted("2026-12-10", ""), json!("2026-12-10"), json!(null)),
        (
            wanted("", "补齐近 3 年数据\n"),
            wanted("", "补齐近 3 年数据"),
            json!(null),
            json!("补齐近 3 年数据"),
        ),
        (
            wanted("2026-12-10", "一\n二"),
            wanted("2026-12-10", "一\n二"),
            json!("2026-12-10"),
            json!("一\n二"),
        ),
    ];
    for (asked, kept, deadline, instruction) in table {
        let mut part = bare.clone();
        ask(&mut part, &asked);
        let part = reopened(&DEMO, &write(&part, &DEMO));
        assert_eq!(asked.deadline.is_none() && asked.instruction.trim().is_empty(), part == bare);
        let noted = handed_out(&part).expect("handed out");
        assert_eq!((&noted.wanted, &noted.key), (&kept, &key));
        assert_eq!(part_of(&part).map(|part| part.wanted), Some(kept.clone()));
        list_part(&mut whole, &noted, day("2026-11-30"));
        assert_eq!(listed_parts(&whole)[0].wanted, kept);
        let listed = &to_value(&whole, &DEMO)["departments"][&key];
        assert_eq!((&listed["deadline"], &listed["instruction"]), (&deadline, &instruction));
    }
    // One that was said stays when the part comes back, and what is no day is none.
    let mut part = bare.clone();
    ask(&mut part, &wanted("2026-12-10", "一"));
    ask(&mut whole, &wanted("2026-12-10", "一"));
    assert_eq!(part_of(&whole), None, "a whole is asked for nothing");
    let strange = write(&part, &DEMO).replace("2026-12-10", "soon");
    assert_eq!(part_of(&reopened(&DEMO, &strange)).map(|part| part.wanted), Some(wanted("", "一")));
}

#[test]
fn what_was_wanted_of_a_part_goes_along_to_other_criteria() {
    let national: &Pack = &NATIONAL;
    let (lineage, whole) = (Lineage::built_in(), Project::new(filled(&BEIJING)));
    let mut part = hand_out(&BEIJING, &whole, "甲部", &[ItemSlot(0)]);
    ask(&mut part, &wanted("2026-12-10", "按附件填写"));
    note_sent(&BEIJING, &mut part);
    let mut listed = whole.clone();
    list_part(&mut listed, &handed_out(&part).expect("handed out"), day("2026-11-30"));
    let there = carry_as_proposed(&listed, &BEIJING, national, &lineage, "zh").expect("carried");
    let others = OtherCriteria {
        pack: &|reference| award_kit::criteria::built_in(&reference.id).map(Rc::new),
        lineage: &lineage,
        language: "zh",
        carry: Some(carry_as_proposed),
    };
    let file = write(&part, &BEIJING);
    let returned = recognise_under(national, &others, &there, "甲.json", file.as_bytes(), &[]).expect("it is a part");
    assert_eq!(returned.before(&there), Before::Nothing);
    assert_eq!(returned.part.map(|part| part.wanted), Some(wanted("2026-12-10", "按附件填写")));
}

#[test]
fn the_refusal_of_a_bad_day_names_the_note() {
    let mut file = to_value(&after(&Project::blank(&DEMO), &[add(item("practice.direction"), "甲")]), &DEMO);
    let id = file["notes"].as_object().and_then(|notes| notes.keys().next()).expect("a note").clone();
    file["notes"][&id]["day"] = json!("2026-02-30");
    let refused = open_bytes(file.to_string().as_bytes()).and_then(|opened| opened.with_pack(&DEMO));
    let pointer = format!("/notes/{id}/day");
    assert_eq!(
        refused.err(),
        Some(ReadError::BadValue {
            pointer,
            value: "2026-02-30".into()
        })
    );
}

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn notes_of_two_departments_come_back_in_any_order(given in proptest::collection::vec(notes(&DEMO), 0..4), one in proptest::collection::vec((notes(&DEMO), any::<bool>()), 0..4), other in proptest::collection::vec((notes(&DEMO), any::<bool>()), 0..4)) {
        let at = |item: usize| text(&DEMO.item(ItemSlot(item)).id);
        let written = |bits: u64, item: usize, note: &Note| {
            let note = Note { place: NotePlace::Item(at(item)), ..note.clone() };
            Action::Note(NoteChange::Add(Identity::from_bits(bits), Rc::new(note)))
        };
        let first: Vec<Action> = given.iter().enumerate().map(|(of, note)| written(of as u64, of % 2, note)).collect();
        let whole = after(&Project::new(filled(&DEMO)), &first);
        let parts = [(0, one), (1, other)].map(|(item, added)| {
            let part = hand_out(&DEMO, &whole, "部门", &[ItemSlot(item)]);
            let actions = added.iter().enumerate().flat_map(|(of, (note, done))| {
                [written(1000 * (item as u64 + 1) + of as u64, item, note), Action::Note(NoteChange::Done(of, *done))]
            });
            after(&part, &actions.collect::<Vec<Action>>())
        });
        let taken = |order: [usize; 2]| order.iter().fold(whole.clone(), |whole, at| {
            let found = take_back(&DEMO, &whole, &parts[*at]).expect("a base").expect("handed out");
            assert_eq!(found.conflicts, []);
            settled(&DEMO, &found, Choice::Both)
        });
        let both = taken([0, 1]);
        prop_assert_eq!(write(&taken([1, 0]), &DEMO), write(&both, &DEMO));
        let again = parts.iter().fold(both.clone(), |whole, part| {
            let found = take_back(&DEMO, &whole, part).expect("a base").expect("handed out");
            settled(&DEMO, &found, Choice::Both)
        });
        prop_assert_eq!(write(&again, &DEMO), write(&both, &DEMO));
        for part in &parts {
            for note in &part.assessment.notes.entries {
                prop_assert!(both.assessment.notes.entries.contains(note));
            }
        }
    }
}
