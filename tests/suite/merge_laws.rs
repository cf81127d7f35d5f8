//! Laws of merging that hold for whatever two people do: which side is ours is irrelevant, merging again changes nothing,
//! parts come back in any order, and what a reference names it goes on naming.

use crate::archive::filled;
use crate::samples::{DEMO, actions, assessments, cases, notes, numbers_of_evidence, register_changes, writing};
use award_kit::archive::{Kept, Project, write};
use award_kit::assessment::{
    Action, EvidenceEntry, Identity, ImprovementAction, ImprovementChange, IncidentChange, ItemChange, NoteChange, OwnIndicator, RegisterChange, UnitChange,
    text,
};
use award_kit::criteria::ItemSlot;
use award_kit::merge::{Choice, Merge, Sides, hand_out, merge, merge_files, take_back};
use proptest::collection::vec;
use proptest::prelude::*;
use std::rc::Rc;

const SIDES: Sides<'_> = Sides { ours: "甲", theirs: "乙" };

fn after(base: &Project, actions: &[Action]) -> Project {
    let assessment = actions.iter().fold(base.assessment.clone(), |before, action| action.apply(&before));
    Project { assessment, ..base.clone() }
}

fn settled(merge: &Merge, choice: Choice) -> Project {
    let choices = vec![choice; merge.conflicts.len()];
    merge.settled(&DEMO, &choices, SIDES).unwrap_or_else(|error| panic!("{error}"))
}

fn written(project: &Project) -> String {
    write(project, &DEMO)
}

/// Anything, with more of what meets in the register.
fn edits() -> impl Strategy<Value = Vec<Action>> {
    vec(prop_oneof![3 => actions(&DEMO), 1 => register_changes().prop_map(Action::Register)], 0..14)
}

/// What a newer kit noted of every entry.
fn with_notes(mut project: Project, note: &str) -> Project {
    let assessment = &project.assessment;
    let actions = assessment.improvement.actions.iter().map(|action| ("/actions", action.id.clone()));
    let own = assessment.figures.own.iter().map(|own| ("/own_indicators", own.id.clone()));
    let incidents = assessment.road.incidents.iter().map(|incident| ("/incidents", incident.id.clone()));
    let units = assessment.organisation.units.iter().map(|unit| ("/units", unit.id.clone()));
    let evidence = assessment.evidence.entries.iter().map(|entry| ("/evidence", entry.key.clone()));
    let notes = assessment.notes.entries.iter().map(|note| ("/notes", note.id.clone()));
    let all: Vec<Kept> = actions
        .chain(own)
        .chain(incidents)
        .chain(units)
        .chain(evidence)
        .chain(notes)
        .enumerate()
        .map(|(at, (member, id))| Kept {
            pointer: [award_kit::json::push(member, &id).as_str(), "/later"].concat(),
            value: format!("{note} {at}").into(),
        })
        .collect();
    project.kept.extend(all);
    project
}

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn whichever_side_is_ours_the_same_choices_give_the_same_file(base in assessments(&DEMO), one in edits(), other in edits(), based in any::<bool>()) {
        let base = Project::new(base);
        let (one, other) = (after(&base, &one), after(&base, &other));
        let known = based.then_some(&base);
        let (there, back) = (merge(&DEMO, known, &one, &other), merge(&DEMO, known, &other, &one));
        prop_assert_eq!(there.conflicts.len(), back.conflicts.len());
        for (choice, mirrored) in [(Choice::Ours, Choice::Theirs), (Choice::Theirs, Choice::Ours)] {
            prop_assert_eq!(written(&settled(&there, choice)), written(&settled(&back, mirrored)));
        }
    }

    #[test]
    fn merging_again_what_was_merged_changes_nothing(base in assessments(&DEMO), one in edits(), other in edits(), based in any::<bool>()) {
        let base = Project::new(base);
        let (one, other) = (after(&base, &one), after(&base, &other));
        let known = based.then_some(&base);
        let joined = settled(&merge(&DEMO, known, &one, &other), Choice::Both);
        for again in [&joined, &other] {
            let found = settled(&merge(&DEMO, known, &joined, again), Choice::Both);
            prop_assert_eq!(written(&found), written(&joined));
        }
    }

    #[test]
    fn what_a_newer_kit_noted_of_an_entry_stays_with_it(base in assessments(&DEMO), one in edits(), other in edits()) {
        let base = Project::new(base);
        let (one, other) = (with_notes(after(&base, &one), "甲注"), with_notes(after(&base, &other), "乙注"));
        for (ours, theirs) in [(&one, &other), (&other, &one)] {
            let found = merge(&DEMO, None, ours, theirs);
            let result = written(&settled(&found, Choice::Both));
            for kept in one.kept.iter().chain(&other.kept) {
                prop_assert!(result.contains(&kept.value.to_string()), "{:?} is lost", kept);
            }
        }
    }

    #[test]
    fn parts_that_add_entries_come_back_in_any_order(base in vec(additions(), 0..8), added in vec(vec(prop_oneof![additions(), own_item()], 0..6), 3), order in Just([0_usize, 1, 2]).prop_shuffle()) {
        let base: Vec<Action> = base.iter().enumerate().map(|(of, action)| in_item(action, 9, of)).collect();
        let whole = after(&Project::new(filled(&DEMO)), &base);
        let parts: Vec<Project> = added.iter().enumerate().map(|(at, actions)| {
            let here = actions.iter().enumerate().map(|(of, action)| in_item(action, at, of));
            let (texts, new): (Vec<Action>, Vec<Action>) = here.partition(|action| matches!(action, Action::Item(..)));
            let part = after(&hand_out(&DEMO, &whole, "部门", &[ItemSlot(at)]), &new);
            // What names nothing where it is written may name anything elsewhere.
            let register = part.assessment.evidence.clone();
            let named: Vec<Action> = texts.into_iter().filter(|action| match action {
                Action::Item(_, ItemChange::Remark(words) | ItemChange::AddEvidence(words)) => !register.named_in(words).is_empty(),
                _ => true,
            }).collect();
            after(&part, &named)
        }).collect();
        let taken = |order: [usize; 3]| order.iter().fold(whole.clone(), |whole, at| {
            let found = take_back(&DEMO, &whole, &parts[*at]).expect("a base").expect("handed out");
            assert_eq!(found.conflicts, []);
            settled(&found, Choice::Both)
        });
        let first = taken([0, 1, 2]);
        prop_assert_eq!(written(&taken(order)), written(&first));
        // Each once more, in any order.
        let again = order.iter().fold(first.clone(), |whole, at| {
            let found = take_back(&DEMO, &whole, &parts[*at]).expect("a base").expect("handed out");
            settled(&found, Choice::Both)
        });
        prop_assert_eq!(written(&again), written(&first));
        let entries: usize = added.iter().flatten().filter(|action| matches!(action, Action::Register(_))).count();
        prop_assert_eq!(first.assessment.evidence.entries.len(), whole.assessment.evidence.entries.len() + entries);
    }

    #[test]
    fn a_part_empties_nothing_whatever_is_named_as_the_common_state(part in edits(), given in 0..4_usize) {
        let whole = Project::new(filled(&DEMO));
        let out = hand_out(&DEMO, &whole, "部门", &[ItemSlot(1)]);
        let back: Vec<Action> = part.into_iter().filter(|action| matches!(action, Action::Item(ItemSlot(1), _))).collect();
        let back = after(&out, &back);
        let given = [None, Some(&whole), Some(&out), Some(&back)][given];
        for (ours, theirs) in [(&whole, &back), (&back, &whole)] {
            let (found, _) = merge_files(&DEMO, given, ours, theirs).expect("a base");
            let result = settled(&found, Choice::Both).assessment;
            prop_assert_eq!(&result.items[0], &whole.assessment.items[0]);
            prop_assert_eq!(&result.items[2], &whole.assessment.items[2]);
            prop_assert_eq!(&result.items[1], &back.assessment.items[1]);
        }
    }

    #[test]
    fn what_a_reference_names_it_goes_on_naming(numbers in vec((0..5_usize, 1..9_u32), 0..8), named in vec((0..5_usize, 0..3_usize, any::<bool>()), 0..8), based in any::<bool>()) {
        let title = |at: usize| format!("文件{}", ["甲", "乙", "丙", "丁", "戊"][at]);
        let entry = |at: usize| Action::Register(RegisterChange::Add(Identity::from_bits(at as u64), Rc::new(EvidenceEntry { title: text(title(at)), ..EvidenceEntry::default() })));
        let base = after(&Project::blank(&DEMO), &(0..5).map(entry).collect::<Vec<Action>>());
        let one = after(&base, &numbers.iter().map(|(at, number)| Action::Register(RegisterChange::Renumber(*at, text(format!("E{number:02}"))))).collect::<Vec<Action>>());
        let refers = named.iter().map(|(entry, item, in_text)| {
            let words = text(format!("见 E{:02}（{}）", entry + 1, title(*entry)));
            let change = if *in_text { ItemChange::Strengths(words) } else { ItemChange::AddEvidence(words) };
            Action::Item(ItemSlot(*item), change)
        });
        let other = after(&base, &refers.collect::<Vec<Action>>());
        for (ours, theirs) in [(&one, &other), (&other, &one)] {
            let result = settled(&merge(&DEMO, based.then_some(&base), ours, theirs), Choice::Both).assessment;
            for item in &result.items {
                for words in item.evidence.iter().chain([&item.strengths]).filter(|words| !words.is_empty()) {
                    let told = result.evidence.named_in(words);
                    prop_assert_eq!(told.len(), 1, "{}", words);
                    let title = &result.evidence.entries[told[0]].title;
                    prop_assert!(words.contains(&**title), "{} names {}", words, title);
                }
            }
        }
    }
}

/// What a department adds; the names it draws are set where it does.
fn additions() -> impl Strategy<Value = Action> {
    let drawn = Identity::from_bits(0);
    let entry = (numbers_of_evidence(), writing(), any::<bool>()).prop_map(|(number, title, counted)| EvidenceEntry {
        key: if counted { number.clone() } else { text("") },
        number,
        title,
        ..EvidenceEntry::default()
    });
    let action = (prop_oneof![Just(""), Just("action-1"), Just("action-2")], writing()).prop_map(|(id, title)| ImprovementAction {
        id: text(id),
        title,
        ..ImprovementAction::default()
    });
    let own = (prop_oneof![Just(""), Just("own-1"), Just("own-2")], writing()).prop_map(|(id, name)| OwnIndicator {
        id: text(id),
        name,
        ..OwnIndicator::default()
    });
    prop_oneof![
        3 => entry.prop_map(move |entry| Action::Register(RegisterChange::Add(drawn, Rc::new(entry)))),
        2 => action.prop_map(move |action| Action::Improve(ImprovementChange::Add(drawn, Rc::new(action)))),
        2 => own.prop_map(move |own| Action::AddOwn(drawn, Rc::new(own))),
        1 => Just(Action::Incident(IncidentChange::Add(drawn, None))),
        1 => Just(Action::Unit(UnitChange::Add(drawn))),
        2 => notes(&DEMO).prop_map(move |note| Action::Note(NoteChange::Add(drawn, Rc::new(note)))),
    ]
}

fn own_item() -> impl Strategy<Value = Action> {
    (0..9_u32, any::<bool>()).prop_map(|(number, in_text)| {
        let words = text(format!("见 E{number:02}"));
        Action::Item(ItemSlot(0), if in_text { ItemChange::Remark(words) } else { ItemChange::AddEvidence(words) })
    })
}

/// As a department of its own does it: what it adds has names that no other one draws.
fn in_item(action: &Action, item: usize, at: usize) -> Action {
    let drawn = Identity::from_bits((item * 100 + at) as u64);
    match action {
        Action::AddOwn(_, own) => Action::AddOwn(drawn, own.clone()),
        Action::Register(RegisterChange::Add(_, entry)) => Action::Register(RegisterChange::Add(drawn, entry.clone())),
        Action::Improve(ImprovementChange::Add(_, action)) => Action::Improve(ImprovementChange::Add(drawn, action.clone())),
        Action::Incident(IncidentChange::Add(_, day)) => Action::Incident(IncidentChange::Add(drawn, *day)),
        Action::Unit(UnitChange::Add(_)) => Action::Unit(UnitChange::Add(drawn)),
        Action::Note(NoteChange::Add(_, note)) => Action::Note(NoteChange::Add(drawn, note.clone())),
        Action::Item(_, change) => Action::Item(ItemSlot(item), change.clone()),
        other => other.clone(),
    }
}
