//! The record and its actions: every change can be undone and redone, and writing on in one field is one step.

use crate::samples::{BEIJING, DEMO, actions, cases, day, percent, slot};
use award_kit::assessment::{Action, Answer, Assessment, Field, History, ItemChange, LegalStatus, Percent, ProfileText, Quantity, SelfCheckAnswer, text};
use award_kit::criteria::Kind;
use award_kit::criteria::{ConditionSlot, EditionSlot, ItemSlot, SelfCheckSlot};
use proptest::collection::vec;
use proptest::prelude::*;
use std::rc::Rc;

fn started() -> History {
    History::new(Assessment::blank(&DEMO))
}

/// The history after actions of which each changes something.
fn done(history: History, actions: &[Action]) -> History {
    actions.iter().fold(history, |history, action| {
        history.after(action).unwrap_or_else(|| panic!("{action:?} changes something"))
    })
}

fn answer(words: &str) -> Action {
    let change = ItemChange::Answer {
        scope: 1,
        factor: 0,
        text: text(words),
    };
    Action::Item(ItemSlot(0), change)
}

fn rate(item: usize, value: u8) -> Action {
    Action::Item(ItemSlot(item), ItemChange::Percent(Some(percent(value))))
}

#[test]
fn a_blank_record_has_the_slots_of_its_pack_and_nothing_in_them() {
    let blank = Assessment::blank(&BEIJING);
    assert_eq!(blank.items.len(), 23);
    assert_eq!(blank.eligibility.edition, BEIJING.default_edition());
    assert_eq!(blank.eligibility.conditions.len(), BEIJING.structure().eligibility.conditions.len());
    assert_eq!(blank.eligibility.self_checks.len(), BEIJING.structure().eligibility.self_checks.len());
    let leaders = blank.item(slot(&BEIJING, "leadership.senior-leaders"));
    assert_eq!((leaders.scopes(), leaders.bands.len()), (7, 4));
    assert!(blank.items.iter().all(|item| item.is_unanswered() && item.percent.is_none()));
    assert!(ProfileText::ALL.iter().all(|field| blank.organisation.text(*field).is_empty()));
}

/// Whether an assessment has been changed in the place meant.
type Changed = fn(&Assessment) -> bool;

#[test]
fn every_action_changes_its_own_place() {
    let item = |change| Action::Item(ItemSlot(2), change);
    let actions: Vec<(Action, Changed)> = vec![
        (Action::Profile(ProfileText::Name, text("北京某厂")), |after| {
            &**after.organisation.text(ProfileText::Name) == "北京某厂"
        }),
        (Action::Kind(Some(Kind::Service)), |after| after.organisation.kind == Some(Kind::Service)),
        (Action::LegalStatus(Some(LegalStatus::LegalPerson)), |after| {
            after.organisation.legal_status == Some(LegalStatus::LegalPerson)
        }),
        (Action::RegistrationDate(Some(day("2010-01-01"))), |after| {
            after.organisation.registration_date == Some(day("2010-01-01"))
        }),
        (Action::RegistrationPlace(award_kit::assessment::Division::parse("110108")), |after| {
            after.organisation.registration_place.is_some_and(|place| place.lies_in("11"))
        }),
        (Action::Sector(Some(text("other"))), |after| {
            after.organisation.sector.as_deref() == Some("other")
        }),
        (Action::Quantity(Quantity::Staff, Some(860)), |after| after.organisation.staff == Some(860)),
        (Action::Quantity(Quantity::Revenue, Some(1)), |after| after.organisation.revenue == Some(1)),
        (Action::Quantity(Quantity::Assets, Some(2)), |after| after.organisation.assets == Some(2)),
        (Action::Edition(EditionSlot(0)), |after| after.eligibility.edition == EditionSlot(0)),
        (Action::ApplicationDate(Some(day("2016-12-02"))), |after| {
            after.eligibility.application_date == Some(day("2016-12-02"))
        }),
        (Action::Condition(ConditionSlot(2), Answer::Met), |after| {
            after.eligibility.conditions[2].answer == Answer::Met
        }),
        (Action::ConditionEvidence(ConditionSlot(2), text("证书")), |after| {
            &*after.eligibility.conditions[2].evidence == "证书"
        }),
        (Action::SelfCheck(SelfCheckSlot(0), SelfCheckAnswer::Clear), |after| {
            after.eligibility.self_checks[0].answer == SelfCheckAnswer::Clear
        }),
        (Action::SelfCheckNote(SelfCheckSlot(0), text("无")), |after| {
            &*after.eligibility.self_checks[0].note == "无"
        }),
        (Action::ReferencePoints(Some(600)), |after| after.reference_points == Some(600)),
        (
            item(ItemChange::Answer {
                scope: 0,
                factor: 3,
                text: text("整合"),
            }),
            |after| &**after.items[2].answer(0, 3) == "整合" && !after.items[2].scope_is_empty(0) && after.items[2].scope_is_empty(1),
        ),
        (item(ItemChange::Strengths(text("强"))), |after| &*after.items[2].strengths == "强"),
        (item(ItemChange::Opportunities(text("弱"))), |after| &*after.items[2].opportunities == "弱"),
        (item(ItemChange::Remark(text("注"))), |after| &*after.items[2].remark == "注"),
        (item(ItemChange::AddEvidence(text("E-1"))), |after| after.items[2].evidence == [text("E-1")]),
        (item(ItemChange::RemoveEvidence(0)), |after| after.items[2].evidence.is_empty()),
        (item(ItemChange::Band { factor: 1, band: Some(1) }), |after| {
            after.items[2].bands == [None, Some(1), None, None]
        }),
        (item(ItemChange::Percent(Some(percent(0)))), |after| {
            after.items[2].percent == Percent::new(0, 5)
        }),
    ];
    let mut assessment = Assessment::blank(&DEMO);
    for (action, changed) in actions {
        assessment = action.apply(&assessment);
        assert!(changed(&assessment), "{action:?}");
    }
}

#[test]
fn an_answer_of_white_space_is_no_answer() {
    let spaces = answer(" \n\u{3000}").apply(&Assessment::blank(&DEMO));
    assert!(spaces.items[0].is_unanswered());
    assert!(!answer("有").apply(&spaces).items[0].is_unanswered());
}

#[test]
fn what_does_not_change_is_shared_with_the_record_before() {
    let before = Assessment::blank(&DEMO);
    let after = rate(1, 50).apply(&before);
    assert!(Rc::ptr_eq(&before.organisation, &after.organisation) && Rc::ptr_eq(&before.eligibility, &after.eligibility));
    let shared: Vec<bool> = before.items.iter().zip(&after.items).map(|(before, after)| Rc::ptr_eq(before, after)).collect();
    assert_eq!(shared, [true, false, true]);
}

#[test]
fn writing_on_in_one_field_is_one_step() {
    let history = done(started(), &[answer("质"), answer("质量"), answer("质量管")]);
    let undone = history.undone().expect("a step");
    assert_eq!(**undone.present(), Assessment::blank(&DEMO));
    assert!(!undone.can_undo() && undone.can_redo());
    assert_eq!(undone.redone().expect("a step").present(), history.present());
}

#[test]
fn writing_on_in_one_cell_of_figures_is_one_step_until_it_is_left() {
    let revenue = |year, value| Action::Input {
        input: BEIJING.input_slot("revenue").expect("an input"),
        year,
        value: Some(value),
    };
    let start = History::new(Assessment::blank(&BEIJING));
    let typed = done(start, &[revenue(2015, 8.0), revenue(2015, 86.0), revenue(2015, 865.0)]);
    assert_eq!(std::iter::successors(typed.undone(), History::undone).count(), 1);
    let elsewhere = done(typed.clone(), &[revenue(2014, 8.0)]);
    assert_eq!(std::iter::successors(elsewhere.undone(), History::undone).count(), 2);
    let mut left = typed;
    left.settle();
    let again = done(left.clone(), &[revenue(2015, 9.0)]);
    assert_eq!(again.undone().expect("a step").present(), left.present());
}

#[test]
fn writing_in_another_field_or_choosing_something_between_begins_a_new_step() {
    let strengths = Action::Item(ItemSlot(0), ItemChange::Strengths(text("强")));
    let elsewhere = Action::Item(
        ItemSlot(0),
        ItemChange::Answer {
            scope: 1,
            factor: 1,
            text: text("展开"),
        },
    );
    for between in [strengths, elsewhere, rate(0, 50), Action::Profile(ProfileText::Name, text("某厂"))] {
        let history = done(started(), &[answer("质"), between.clone(), answer("质量")]);
        let steps = std::iter::successors(history.undone(), History::undone).count();
        assert_eq!(steps, 3, "{between:?}");
    }
}

#[test]
fn writing_on_in_a_field_just_undone_or_redone_can_itself_be_undone() {
    let undone = done(started(), &[answer("质")]).undone().expect("a step");
    let again = done(undone.clone(), &[answer("量")]).undone().expect("a step");
    assert_eq!(**again.present(), Assessment::blank(&DEMO));
    let redone = undone.redone().expect("a step");
    let again = done(redone, &[answer("质量")]).undone().expect("a step");
    assert_eq!(&**again.present().items[0].answer(1, 0), "质");
}

#[test]
fn writing_after_an_undo_begins_a_new_step() {
    let history = done(started(), &[answer("质"), rate(0, 50)]).undone().expect("a step");
    let history = done(history, &[answer("质量")]);
    assert_eq!(&**history.undone().expect("a step").present().items[0].answer(1, 0), "质");
}

#[test]
fn choices_are_steps_of_their_own() {
    let history = done(started(), &[rate(0, 50), rate(0, 55), rate(0, 60)]);
    let undone = history.undone().expect("a step");
    assert_eq!(undone.present().items[0].percent, Some(percent(55)));
    assert_eq!(rate(0, 50).field(), None);
    assert_eq!(
        answer("").field(),
        Some(Field::Answer {
            item: ItemSlot(0),
            scope: 1,
            factor: 0
        })
    );
}

#[test]
fn an_action_that_changes_nothing_makes_no_step() {
    let history = done(started(), &[rate(0, 50)]);
    for action in [
        rate(0, 50),
        answer(""),
        Action::Kind(None),
        Action::Item(ItemSlot(0), ItemChange::RemoveEvidence(0)),
        Action::Edition(DEMO.default_edition()),
    ] {
        assert_eq!(history.after(&action), None, "{action:?}");
    }
}

#[test]
fn a_new_action_after_undo_forgets_what_was_undone() {
    let history = done(started(), &[rate(0, 50), rate(0, 55)]).undone().expect("a step");
    assert!(history.can_redo());
    let history = done(history, &[rate(0, 70)]);
    assert!(!history.can_redo() && history.redone().is_none());
    assert_eq!(history.undone().expect("a step").present().items[0].percent, Some(percent(50)));
}

#[test]
fn two_hundred_steps_are_kept() {
    let steps: Vec<Action> = (0..250).map(|step| Action::ReferencePoints(Some(step))).collect();
    let history = done(started(), &steps);
    let back: Vec<History> = std::iter::successors(history.undone(), History::undone).collect();
    assert_eq!(back.len(), 200);
    assert_eq!(back.last().expect("steps").present().reference_points, Some(49));
}

#[test]
fn nothing_done_cannot_be_undone_or_redone() {
    assert!(started().undone().is_none() && started().redone().is_none());
}

proptest! {
    #![proptest_config(cases(96))]

    #[test]
    fn undo_after_any_action_restores_the_earlier_assessment(earlier in vec(actions(&DEMO), 0..12), action in actions(&DEMO)) {
        let before = History::new(crate::samples::after(&DEMO, &earlier));
        if let Some(after) = before.after(&action) {
            let undone = after.undone().expect("a step");
            prop_assert_eq!(undone.present(), before.present());
            let redone = undone.redone().expect("a step");
            prop_assert_eq!(redone.present(), after.present());
        }
    }

    #[test]
    fn undoing_everything_gives_the_first_and_redoing_everything_the_last(all in vec(actions(&DEMO), 0..40)) {
        let first = started();
        let last = all.iter().fold(first.clone(), |history, action| history.after(action).unwrap_or(history));
        prop_assert_eq!(&**last.present(), &crate::samples::after(&DEMO, &all));
        let undone = std::iter::successors(Some(last.clone()), History::undone).last().expect("at least the last");
        prop_assert_eq!(undone.present(), first.present());
        let redone = std::iter::successors(Some(undone), History::redone).last().expect("at least the first");
        prop_assert_eq!(redone.present(), last.present());
    }

    #[test]
    fn what_is_written_into_a_field_is_an_action_of_that_field(action in actions(&DEMO), words in crate::samples::writing()) {
        if let Some(field) = action.field() {
            prop_assert_eq!(field.write(words).field(), Some(field));
        }
    }

    #[test]
    fn an_action_leaves_the_record_before_untouched(earlier in vec(actions(&BEIJING), 0..6), action in actions(&BEIJING)) {
        let before = crate::samples::after(&BEIJING, &earlier);
        let again = crate::samples::after(&BEIJING, &earlier);
        let _ = action.apply(&before);
        prop_assert_eq!(before, again);
    }
}
