//! What is said to be missing: it falls as work is done, and never rises by it.

use crate::samples::{BEIJING, DEMO, after, assessments, cases, percent};
use award_kit::assessment::{Action, Assessment, ItemChange, text};
use award_kit::criteria::{ItemSlot, Kind, Pack};
use award_kit::date::Date;
use award_kit::eligibility::judge;
use award_kit::findings::{Finding, findings, grouped};
use proptest::prelude::*;

fn found(pack: &Pack, assessment: &Assessment) -> Vec<Finding> {
    findings(pack, assessment, &judge(pack, assessment, pack.default_edition(), None, Date::MAX))
}

fn count(pack: &Pack, assessment: &Assessment) -> usize {
    grouped(&found(pack, assessment)).len()
}

#[test]
fn an_empty_item_is_told_once() {
    let found = found(&BEIJING, &Assessment::blank(&BEIJING));
    let codes = |slot: ItemSlot| {
        grouped(&found)
            .into_iter()
            .find(|group| group.item == Some(slot))
            .map(|group| group.findings.iter().map(|finding| finding.code()).collect::<Vec<_>>())
    };
    for (slot, _) in BEIJING.items() {
        assert_eq!(codes(slot), Some(vec!["item_unanswered"]), "{slot:?}");
    }
}

#[test]
fn rating_an_empty_form_item_by_item_never_raises_the_count() {
    let mut assessment = Assessment::blank(&BEIJING);
    let mut before = count(&BEIJING, &assessment);
    for (slot, _) in BEIJING.items() {
        for value in [0, 50, 100] {
            assessment = Action::Item(slot, ItemChange::Percent(Some(percent(value)))).apply(&assessment);
            let after = count(&BEIJING, &assessment);
            assert!(after <= before, "{slot:?} at {value} %: {before} became {after}");
            before = after;
        }
    }
}

proptest! {
    #![proptest_config(cases(96))]

    /// Whoever rates an item that counts, or writes into it, never raises what is missing.
    #[test]
    fn work_on_an_item_never_raises_the_count(assessment in assessments(&DEMO), item in 0..3_usize, step in 0..=20_u8, factor in 0..4_usize, written in "[a-z]{0,3}") {
        let slot = ItemSlot(item);
        let content = DEMO.item(slot);
        prop_assume!(Kind::among(assessment.organisation.kind, &content.applies_to) && !content.bonus);
        let before = count(&DEMO, &assessment);
        let rated = Action::Item(slot, ItemChange::Percent(Some(percent(step * 5)))).apply(&assessment);
        let unrated = assessment.item(slot).percent.is_none();
        prop_assert!(!unrated || count(&DEMO, &rated) <= before);
        let unanswered = assessment.item(slot).is_unanswered();
        let answered = Action::Item(slot, ItemChange::Answer { scope: 0, factor, text: text(written) }).apply(&assessment);
        prop_assert!(!unanswered || count(&DEMO, &answered) <= before);
    }
}

#[test]
fn what_one_item_lacks_is_one_group_with_its_figures() {
    let slot = BEIJING.results_items().next().expect("a results item");
    let assessment = after(&BEIJING, &[Action::Item(slot, ItemChange::Percent(Some(percent(80))))]);
    let found = found(&BEIJING, &assessment);
    let groups = grouped(&found);
    let group = groups.iter().find(|group| group.item == Some(slot)).expect("a group");
    let codes: Vec<&str> = group.findings.iter().map(|finding| finding.code()).collect();
    assert_eq!(codes, ["rated_without_answer", "results_without_figures", "rated_high_without_evidence"]);
    assert_eq!(groups.iter().map(|group| group.findings.len()).sum::<usize>(), found.len());
}
