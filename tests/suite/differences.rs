//! Two assessments compared, and where the next points are cheapest.

use crate::archive::filled;
use crate::samples::{BEIJING, DEMO, NEW, assessments, cases, percent, rated, ratings};
use award_kit::assessment::{Action, Assessment, FigureChange, FigureSlot, ImprovementAction, ImprovementChange, ItemChange, OwnIndicator, ProfileText, text};
use award_kit::comparison::{Change, TextPlace, difference, next_points};
use award_kit::criteria::{IndicatorSlot, ItemSlot};
use award_kit::scoring::{Points, score};
use proptest::prelude::*;
use std::rc::Rc;

fn after(before: &Assessment, actions: &[Action]) -> Assessment {
    actions.iter().fold(before.clone(), |before, action| action.apply(&before))
}

#[test]
fn what_was_gained_lost_and_rewritten_is_told_by_item() {
    let before = filled(&DEMO);
    let change = |item, change| Action::Item(ItemSlot(item), change);
    let answer = ItemChange::Answer {
        scope: 1,
        factor: 0,
        text: text("改写"),
    };
    let later = after(
        &before,
        &[
            change(1, ItemChange::Percent(Some(percent(50)))),
            change(1, answer),
            change(1, ItemChange::Band { factor: 0, band: Some(1) }),
            change(1, ItemChange::AddEvidence(text("E-9"))),
            change(1, ItemChange::RemoveEvidence(0)),
            change(2, ItemChange::Percent(None)),
            change(2, ItemChange::Strengths(text(""))),
            Action::Profile(ProfileText::Name, text("改名")),
        ],
    );
    let found = difference(&DEMO, &before, &later);
    assert!(found.items[0].is_same());
    let item = &found.items[1];
    assert_eq!((item.before.percent, item.after.percent), (before.items[1].percent, Some(percent(50))));
    // 30 points, whole points by the pack's rule: 5 % are 2 and 50 % are 15.
    assert_eq!(item.gained(), 1300);
    assert_eq!(
        item.bands,
        [(
            0,
            Change {
                before: Some(0),
                after: Some(1)
            }
        )]
    );
    assert_eq!(item.texts.len(), 1);
    assert_eq!(
        (item.texts[0].place, &*item.texts[0].after),
        (TextPlace::Answer { scope: 1, factor: 0 }, "改写")
    );
    assert_eq!((&item.evidence_added, &item.evidence_gone), (&vec![text("E-9")], &vec![text("E-1 质量手册")]));
    let gone = &found.items[2];
    assert!(gone.gained() < 0 && gone.after.points.is_none());
    assert_eq!(gone.texts[0].place, TextPlace::Strengths);
    assert_eq!(found.profile.len(), 1);
    assert_eq!(
        (found.profile[0].place, &*found.profile[0].after),
        (TextPlace::Profile(ProfileText::Name), "改名")
    );
    assert_eq!(found.total.gained(), item.gained() + gone.gained());
}

#[test]
fn figures_are_compared_year_by_year() {
    let figure = |year, value| Action::Figure(FigureSlot::Catalogue(IndicatorSlot(3)), FigureChange::Value { year, value });
    let own = |id: &str, name: &str| {
        Action::AddOwn(
            NEW,
            Rc::new(OwnIndicator {
                id: text(id),
                name: text(name),
                ..OwnIndicator::default()
            }),
        )
    };
    let value = FigureChange::Value { year: 2015, value: Some(1.0) };
    let blank = Assessment::blank(&BEIJING);
    let before = after(
        &blank,
        &[
            figure(2014, Some(1.0)),
            figure(2015, Some(2.0)),
            own("a", "旧"),
            Action::Figure(FigureSlot::Own(0), value.clone()),
        ],
    );
    let later = after(
        &blank,
        &[
            figure(2015, Some(3.0)),
            figure(2016, Some(4.0)),
            own("b", "新"),
            Action::Figure(FigureSlot::Own(0), value),
        ],
    );
    let found = difference(&BEIJING, &before, &later).figures;
    let years: Vec<(i32, Option<f64>, Option<f64>)> = found[0].values.iter().map(|year| (year.year, year.before, year.after)).collect();
    assert_eq!(years, [(2014, Some(1.0), None), (2015, Some(2.0), Some(3.0)), (2016, None, Some(4.0))]);
    let own: Vec<(&str, bool)> = found[1..].iter().map(|figure| (&*figure.own, figure.slot.is_some())).collect();
    assert_eq!(own, [("新", true), ("旧", false)]);
    assert!(!found[0].target && !found[0].rank && !found[0].other);
}

#[test]
fn the_next_points_are_those_of_the_next_band_the_cheapest_first() {
    let mut assessment = rated(&BEIJING, &[Some(50); 23]);
    let action = |days, item: usize| {
        let action = ImprovementAction {
            item: text(&BEIJING.item(ItemSlot(item)).id),
            days: Some(days),
            ..ImprovementAction::default()
        };
        Action::Improve(ImprovementChange::Add(NEW, Rc::new(action)))
    };
    assessment = after(
        &assessment,
        &[
            action(30, 0),
            action(8, 2),
            action(2, 2),
            Action::Item(ItemSlot(5), ItemChange::Percent(None)),
            Action::Item(ItemSlot(6), ItemChange::Percent(Some(percent(95)))),
        ],
    );
    let found = next_points(&BEIJING, &assessment);
    assert_eq!(found.len(), 21);
    // 30 points gain 6 in 10 days, 50 points 10 in 30 days.
    assert_eq!([found[0].item, found[1].item], [ItemSlot(2), ItemSlot(0)]);
    assert_eq!((found[0].days, found[0].to, found[0].gain), (Some(10), percent(70), Points::whole(6)));
    let rest: Vec<Points> = found[2..].iter().map(|next| next.gain).collect();
    assert!(rest.iter().rev().is_sorted() && found[2].days.is_none());
}

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn gains_of_items_add_up_and_turn_their_sign_with_the_sides(before in ratings(&BEIJING), later in ratings(&BEIJING)) {
        let (before, later) = (rated(&BEIJING, &before), rated(&BEIJING, &later));
        let found = difference(&BEIJING, &before, &later);
        let back = difference(&BEIJING, &later, &before);
        let total = found.total.gained();
        prop_assert_eq!(found.items.iter().map(award_kit::comparison::ItemDifference::gained).sum::<i64>(), total);
        prop_assert_eq!(found.categories.iter().map(|(_, change)| change.gained()).sum::<i64>(), total);
        prop_assert_eq!(found.rubrics.iter().map(|change| change.gained()).sum::<i64>(), total);
        prop_assert_eq!(back.total.gained(), -total);
        let ((gained, more), (lost, less)) = found.gained_and_lost();
        prop_assert_eq!(gained - lost, total);
        prop_assert_eq!(found.items.iter().filter(|item| item.gained() != 0).count(), more + less);
        prop_assert_eq!(back.gained_and_lost(), ((lost, less), (gained, more)));
    }

    #[test]
    fn an_assessment_does_not_differ_from_itself(assessment in assessments(&DEMO)) {
        let found = difference(&DEMO, &assessment, &assessment);
        prop_assert!(found.items.iter().all(award_kit::comparison::ItemDifference::is_same));
        prop_assert!(found.profile.is_empty() && found.figures.is_empty() && found.total.gained() == 0);
    }

    #[test]
    fn taking_the_first_step_gains_what_it_says(ratings in ratings(&BEIJING)) {
        let assessment = rated(&BEIJING, &ratings);
        if let Some(next) = next_points(&BEIJING, &assessment).first() {
            let later = Action::Item(next.item, ItemChange::Percent(Some(next.to))).apply(&assessment);
            prop_assert_eq!(score(&BEIJING, &later).total.points, score(&BEIJING, &assessment).total.points + next.gain);
        }
    }
}
