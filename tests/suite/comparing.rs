//! What an assessment is compared with: another file, whatever criteria it was made with; actions; and what might be.

use crate::archive::filled;
use crate::carrying::{LINEAGE, NEXT};
use crate::samples::{BEIJING, DEMO, NEW, assessments, cases, percent, rated, ratings};
use award_kit::archive::{Project, open, write};
use award_kit::assessment::{
    Action, ActionChange, Assessment, FigureChange, FigureSlot, ImprovementAction, ImprovementChange, ItemChange, Organisation, Percent, ProfileText, Progress,
    text,
};
use award_kit::comparison::{brought, difference, next_points};
use award_kit::criteria::{IndicatorSlot, ItemSlot};
use award_kit::language::Language;
use award_kit::report::{Compared, comparison};
use award_kit::scoring::{Assumption, Points, assumed, score, supposed, what_if};
use proptest::prelude::*;
use std::rc::Rc;

fn after(before: &Assessment, actions: &[Action]) -> Assessment {
    actions.iter().fold(before.clone(), |before, action| action.apply(&before))
}

#[test]
fn a_file_of_other_criteria_is_carried_and_says_what_it_was_worth() {
    let project = Project::new(filled(&DEMO));
    let file = open(&write(&project, &DEMO)).expect("opens");
    let found = brought(file, &NEXT, &DEMO, &LINEAGE, "zh").expect("is brought");
    let carried = found.carried.expect("was carried");
    assert_eq!(carried.own, score(&DEMO, &project.assessment).total);
    assert!(!carried.plan.proposals.is_empty());
    assert_eq!(found.project.assessment.items.len(), NEXT.items().len());

    let file = open(&write(&project, &DEMO)).expect("opens");
    let found = brought(file, &DEMO, &DEMO, &LINEAGE, "zh").expect("is brought");
    assert!(found.carried.is_none());
    assert_eq!(found.project, project);
}

#[test]
fn an_organisation_is_known_by_its_code_and_else_by_its_name() {
    let of = |code: &str, name: &str| {
        let mut organisation = Organisation::default();
        organisation.set_text(ProfileText::CreditCode, text(code));
        organisation.set_text(ProfileText::Name, text(name));
        organisation
    };
    let cases = [
        (("91110108MA00XXXX0X", "甲"), ("91110108ma00xxxx0x ", "改名后的甲"), Some(true)),
        (("91110108MA00XXXX0X", "甲"), ("91110108MA00YYYY0Y", "甲"), Some(false)),
        (("", "甲"), ("91110108MA00XXXX0X", " 甲"), Some(true)),
        (("", "甲"), ("", "乙"), Some(false)),
        (("91110108MA00XXXX0X", ""), ("", "乙"), None),
        (("", ""), ("", ""), None),
    ];
    for ((code, name), (other_code, other_name), expected) in cases {
        assert_eq!(of(code, name).is_same_as(&of(other_code, other_name)), expected, "{code} {name}");
    }
}

#[test]
fn actions_are_compared_by_title_and_item_whatever_their_numbers() {
    let action = |title: &str, item: &str| {
        Action::Improve(ImprovementChange::Add(
            NEW,
            Rc::new(ImprovementAction {
                title: text(title),
                item: text(item),
                ..ImprovementAction::default()
            }),
        ))
    };
    let item = &BEIJING.item(ItemSlot(2)).id;
    let blank = Assessment::blank(&BEIJING);
    let before = after(&blank, &[action("甲", item), action("乙", ""), action("丙", item)]);
    let done = |at| Action::Improve(ImprovementChange::Change(at, ActionChange::Progress(Progress::Done)));
    let later = after(&blank, &[action("丁", item), action("丙", item), action("甲", item), done(2)]);
    let found = difference(&BEIJING, &before, &later);
    let told: Vec<_> = found
        .actions
        .iter()
        .map(|found| (&*found.title, found.item, found.before, found.after))
        .collect();
    assert_eq!(
        told,
        [
            ("丁", Some(ItemSlot(2)), None, Some(Progress::Open)),
            ("甲", Some(ItemSlot(2)), Some(Progress::Open), Some(Progress::Done)),
            ("乙", None, Some(Progress::Open), None),
        ]
    );
    assert!(found.touches(&found.items[2]) && !found.touches(&found.items[3]));
}

#[test]
fn a_figure_touches_the_item_it_belongs_to() {
    let blank = Assessment::blank(&BEIJING);
    let value = FigureChange::Value { year: 2015, value: Some(1.0) };
    let later = after(&blank, &[Action::Figure(FigureSlot::Catalogue(IndicatorSlot(0)), value)]);
    let found = difference(&BEIJING, &blank, &later);
    let touched: Vec<&str> = found
        .items
        .iter()
        .filter(|item| found.touches(item))
        .map(|item| BEIJING.item(item.item).id.as_str())
        .collect();
    assert_eq!(touched, [BEIJING.indicator(IndicatorSlot(0)).item.as_str()]);
}

#[test]
fn a_target_profile_is_the_assessment_with_its_targets_reached() {
    let rated = rated(&BEIJING, &[Some(50); 23]);
    let target = |item, value| Action::Improve(ImprovementChange::Target(ItemSlot(item), Some(percent(value))));
    let assessment = after(&rated, &[target(0, 70), target(1, 30)]);
    let found = difference(&BEIJING, &assessment, &assumed(&BEIJING, &assessment, Assumption::Targets));
    // 50 points from 50 to 70 %; a target below the rating costs nothing.
    assert_eq!((found.items[0].gained(), found.items[1].gained()), (1000, 0));
    assert_eq!(found.total.gained(), 1000);
}

#[test]
fn points_for_a_person_day_are_shown_in_hundredths() {
    let rated = rated(&BEIJING, &[Some(50); 23]);
    let action = ImprovementAction {
        item: text(&BEIJING.item(ItemSlot(0)).id),
        days: Some(6),
        ..ImprovementAction::default()
    };
    let assessment = after(&rated, &[Action::Improve(ImprovementChange::Add(NEW, Rc::new(action)))]);
    let first = next_points(&BEIJING, &assessment)[0];
    // 50 points gain 10 in 6 days.
    assert_eq!(first.points_per_day(), Some(Points::of_hundredths(166)));
    assert!(next_points(&BEIJING, &assessment)[1].points_per_day().is_none());
}

#[test]
fn the_document_tells_both_texts_figures_evidence_and_actions() {
    let yearly = ItemChange::Remark(text("每年评审一次，由总部组织。"));
    let before = after(&filled(&DEMO), &[Action::Item(ItemSlot(1), yearly)]);
    let item = &DEMO.item(ItemSlot(1)).id;
    let planned = ImprovementAction {
        title: text("请第三方评审"),
        item: text(item),
        ..ImprovementAction::default()
    };
    let change = |change| Action::Item(ItemSlot(1), change);
    let actions = [
        change(ItemChange::Percent(Some(percent(50)))),
        change(ItemChange::Strengths(text("改写后的说法"))),
        change(ItemChange::Remark(text("每季度评审一次，由总部组织。"))),
        change(ItemChange::AddEvidence(text("E-9 新证据"))),
        Action::Improve(ImprovementChange::Add(NEW, Rc::new(planned))),
        Action::Profile(ProfileText::Name, text("改名")),
    ];
    let later = after(&before, &actions);
    let compared = Compared {
        before: &before,
        after: &later,
        name: "去年.json",
        note: "一句说明。",
    };
    for language in Language::ALL {
        let document = comparison(&DEMO, &compared, *language, None);
        let told = document.plain_text();
        let earlier = before.items[1].strengths.trim();
        for held in [
            "去年.json",
            "一句说明。",
            earlier,
            "改写后的说法",
            "E-9 新证据",
            "请第三方评审",
            "+13",
            "50%",
            "改名",
        ] {
            assert!(told.contains(held), "{held}");
        }
        assert_eq!(comparison(&DEMO, &compared, *language, None), document);
        // Beside its own targets no other name stands.
        let targets = Compared { name: "", ..compared };
        let told = comparison(&DEMO, &targets, *language, None).plain_text();
        assert!(told.contains(language.words().compare_own_targets()) && !told.contains("去年.json"));
    }
}

fn percents() -> impl Strategy<Value = Vec<Option<Percent>>> {
    let choice = (0..=20u8).prop_map(|step| Percent::new(step * 5, 5));
    prop::collection::vec(prop_oneof![Just(None), choice], 23)
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn raising_what_is_supposed_never_lowers_the_total(ratings in ratings(&BEIJING), percents in percents()) {
        let assessment = rated(&BEIJING, &ratings);
        let higher: Vec<Option<Percent>> = percents.iter().zip(&assessment.items).map(|(percent, item)| (*percent).max(item.percent)).collect();
        let (now, then) = (score(&BEIJING, &assessment), score(&BEIJING, &supposed(&assessment, &higher)));
        prop_assert!(then.total.points >= now.total.points);
    }

    #[test]
    fn supposing_nothing_changes_nothing(assessment in assessments(&DEMO)) {
        prop_assert_eq!(&supposed(&assessment, &vec![None; DEMO.items().len()]), &assessment);
        let targets = what_if(&DEMO, &assessment, Assumption::Targets);
        prop_assert!(targets.total.points >= score(&DEMO, &assessment).total.points);
    }
}
