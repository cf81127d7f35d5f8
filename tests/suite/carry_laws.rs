//! Laws of carrying: there and back gives the same file byte for byte, and no text is ever lost, whatever the packs, the
//! lineage and the assessment.

use crate::carrying::{CAPITAL, DEMO_AGAIN, LINEAGE, MERGED, NEXT};
use crate::carrying::{assert_nothing_is_dropped, carried, carried_by, lineage, planned, reopened, step, there_and_back, with_more};
use crate::samples::{BEIJING, DEMO, actions, assessments, cases};
use award_kit::archive::{Project, plan, write};
use award_kit::assessment::Action;
use award_kit::criteria::{Lineage, Pack, SuccessionKind};
use award_kit::scoring::score;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::subsequence;
use serde_json::{Value, json};

/// What a file may hold that its pack does not know.
fn extras() -> Vec<(&'static str, Value)> {
    vec![
        ("/version", json!("1.7")),
        ("/version", json!("1.0")),
        ("/panel", json!({ "assessors": [{ "name": "甲" }] })),
        ("/carried", json!({ "not": "ours" })),
        ("/pack/publisher", json!("市质监局")),
        ("/organisation/parent", json!({ "name": "集团" })),
        ("/eligibility/channel", json!("online")),
        ("/items/practice.direction/indicators", json!([{ "id": "I-1" }])),
        ("/items/practice.direction/answers/risk", json!({ "approach": "风险", "novelty": "x" })),
        ("/items/practice.direction/answers/goals/merging", json!("融合")),
        ("/items/practice.direction/bands/approach", json!("50-80")),
        ("/items/practice.improvement/indicators", json!({ "b": 1, "a": [] })),
        (
            "/items/practice.aims",
            json!({ "evidence": ["E-5"], "percent": 55, "answers": { "": { "approach": "旧的" } } }),
        ),
        ("/items/practice.duties", json!({})),
        ("/items/practice.novelty", json!({ "remark": "新", "weighting": { "by": 2 }, "percent": 47 })),
        ("/items/practice.whole", json!({ "strengths": "整体", "bands": { "approach": "odd" } })),
        ("/items/outcomes.brand", json!({ "opportunities": "品牌", "percent": 50, "indicators": [] })),
        ("/items/no.where", json!({ "percent": 1000, "unknown": null })),
        ("/targets/practice.aims", json!(50)),
        ("/targets/practice.duties", json!(40)),
        ("/targets/practice.whole", json!(60)),
        ("/road/on-site", json!({ "note": "现场", "done": true })),
        ("/eligibility/answers/five-years", json!({ "evidence": "旧", "checked": true })),
        ("/eligibility/answers/no-breach", json!({ "answer": "met" })),
        ("/eligibility/answers/sound", json!({ "answer": "not_met", "evidence": "不足" })),
        ("/eligibility/self_checks/export", json!({ "note": "无", "answer": "clear", "proof": false })),
    ]
}

proptest! {
    #![proptest_config(cases(20))]

    #[test]
    fn there_and_back_gives_the_same_file_under_a_newer_edition(assessment in assessments(&DEMO), more in subsequence(extras(), 0..=26)) {
        let project = with_more(&Project::new(assessment), &DEMO, &more);
        for to in [&*NEXT, &*MERGED, &*BEIJING] {
            there_and_back(&project, &DEMO, to, &LINEAGE, &planned(&project, &DEMO, to, &LINEAGE));
        }
    }

    #[test]
    fn there_and_back_gives_the_same_file_under_an_older_edition(assessment in assessments(&NEXT), more in subsequence(extras(), 0..=26)) {
        let more: Vec<(&str, Value)> = more.into_iter().filter(|(_, value)| value.get("percent") != Some(&json!(55)) && value.get("percent") != Some(&json!(47))).collect();
        let project = with_more(&Project::new(assessment), &NEXT, &more);
        for to in [&*DEMO, &*MERGED, &*CAPITAL] {
            there_and_back(&project, &NEXT, to, &LINEAGE, &planned(&project, &NEXT, to, &LINEAGE));
        }
    }

    #[test]
    fn there_and_back_gives_the_same_file_whatever_is_declined(assessment in assessments(&DEMO), more in subsequence(extras(), 0..=26), answers in vec(any::<bool>(), 16)) {
        let project = with_more(&Project::new(assessment), &DEMO, &more);
        for to in [&*NEXT, &*MERGED] {
            let mut plan = planned(&project, &DEMO, to, &LINEAGE);
            for (proposal, accepted) in plan.proposals.iter_mut().zip(&answers) {
                proposal.accepted = *accepted;
            }
            there_and_back(&project, &DEMO, to, &LINEAGE, &plan);
        }
    }
}

proptest! {
    #![proptest_config(cases(8))]

    #[test]
    fn there_and_back_gives_the_same_file_for_beijing(assessment in assessments(&BEIJING)) {
        let project = Project::new(assessment);
        let there = there_and_back(&project, &BEIJING, &CAPITAL, &LINEAGE, &planned(&project, &BEIJING, &CAPITAL, &LINEAGE));
        prop_assert_eq!(score(&CAPITAL, &there.assessment).items.len(), 23);
        there_and_back(&project, &BEIJING, &DEMO, &LINEAGE, &planned(&project, &BEIJING, &DEMO, &LINEAGE));
    }
}

/// A lineage between two packs in which anything becomes anything.
fn any_lineage(from: &'static Pack, to: &'static Pack) -> impl Strategy<Value = Lineage> {
    let ids = |pack: &Pack| {
        let items = pack.items().map(|(_, item)| item.id.clone());
        let conditions = pack.structure().eligibility.conditions.iter().map(|condition| condition.id.clone());
        [items.collect::<Vec<_>>(), conditions.collect::<Vec<_>>()]
    };
    let entries = |from: Vec<String>, to: Vec<String>| {
        let (from, to) = (Just(from).prop_shuffle(), Just(to).prop_shuffle());
        (from, to, vec((0..=3_usize, 0..=3_usize), 0..4)).prop_map(|(from, to, sizes)| {
            let (mut from, mut to) = (from.into_iter(), to.into_iter());
            let entries = sizes.into_iter().filter_map(|(left, right)| {
                let (left, right) = if left > 1 { (left, right.min(1)) } else { (left, right) };
                let from: Vec<String> = from.by_ref().take(left).collect();
                let to: Vec<String> = to.by_ref().take(right).collect();
                let kind = SuccessionKind::of(from.len(), to.len())?;
                Some(json!({ "kind": kind.word(), "from": from, "to": to, "note": { "zh": "说明", "en": "note" } }))
            });
            entries.collect::<Vec<Value>>()
        })
    };
    let ([from_items, from_conditions], [to_items, to_conditions]) = (ids(from), ids(to));
    let one_way = (
        entries(from_items.clone(), to_items.clone()),
        entries(from_conditions.clone(), to_conditions.clone()),
    );
    let other_way = (entries(to_items, from_items), entries(to_conditions, from_conditions));
    (one_way, proptest::option::of(other_way)).prop_map(move |(there, back)| {
        let (here, yonder) = ((from.id(), from.edition()), (to.id(), to.edition()));
        let mut steps = vec![step(here, yonder, &there.0, &there.1)];
        steps.extend(back.map(|back| step(yonder, here, &back.0, &back.1)));
        lineage(&steps)
    })
}

proptest! {
    #![proptest_config(cases(20))]

    #[test]
    fn there_and_back_gives_the_same_file_whatever_the_lineage_says(
        assessment in assessments(&DEMO),
        more in subsequence(extras(), 0..=26),
        lineages in (any_lineage(&DEMO, &NEXT), any_lineage(&DEMO, &MERGED), any_lineage(&DEMO, &DEMO_AGAIN)),
    ) {
        let project = with_more(&Project::new(assessment), &DEMO, &more);
        for (to, lineage) in [(&*NEXT, &lineages.0), (&*MERGED, &lineages.1), (&*DEMO_AGAIN, &lineages.2)] {
            there_and_back(&project, &DEMO, to, lineage, &planned(&project, &DEMO, to, lineage));
        }
    }
}

/// A number of edits under a pack.
fn edits(pack: &'static Pack) -> impl Strategy<Value = Vec<Action>> {
    vec(actions(pack), 0..6)
}

proptest! {
    #![proptest_config(cases(12))]

    #[test]
    fn a_file_that_goes_from_pack_to_pack_and_is_edited_never_loses_a_text(
        start in assessments(&DEMO),
        more in subsequence(extras(), 0..=26),
        way in vec((0..4_usize, edits(&DEMO), edits(&NEXT), edits(&MERGED), edits(&DEMO_AGAIN)), 1..7),
    ) {
        let packs = [&*DEMO, &*NEXT, &*MERGED, &*DEMO_AGAIN];
        let mut at = 0;
        let mut project = with_more(&Project::new(start), &DEMO, &more);
        for (to, demo, next, merged, again) in way {
            if to == at {
                continue;
            }
            for other in (0..packs.len()).filter(|other| *other != at) {
                there_and_back(&project, packs[at], packs[other], &LINEAGE, &planned(&project, packs[at], packs[other], &LINEAGE));
            }
            let before = write(&project, packs[at]);
            project = carried(&project, packs[at], packs[to], &LINEAGE);
            assert_nothing_is_dropped(&before, &write(&project, packs[to]));
            at = to;
            for action in [&demo, &next, &merged, &again][at] {
                project.assessment = action.apply(&project.assessment);
            }
            project = reopened(&write(&project, packs[at]), packs[at]);
        }
    }
}

proptest! {
    #![proptest_config(cases(12))]

    #[test]
    fn no_text_is_lost_either_when_proposals_are_declined_on_the_way(
        start in assessments(&DEMO),
        more in subsequence(extras(), 0..=26),
        way in vec((0..3_usize, vec(any::<bool>(), 16), any::<bool>(), edits(&DEMO), edits(&NEXT), edits(&MERGED)), 1..9),
    ) {
        let packs = [&*DEMO, &*NEXT, &*MERGED];
        let mut at = 0;
        let mut project = with_more(&Project::new(start), &DEMO, &more);
        for (to, answers, chinese, demo, next, merged) in way {
            let language = if chinese { "zh" } else { "en" };
            let mut plan = plan(&project, packs[at], packs[to], &LINEAGE, language).expect("a plan");
            for (proposal, accepted) in plan.proposals.iter_mut().zip(answers) {
                proposal.accepted = accepted;
            }
            let before = write(&project, packs[at]);
            project = carried_by(&project, packs[at], packs[to], &plan);
            assert_nothing_is_dropped(&before, &write(&project, packs[to]));
            at = to;
            for action in [&demo, &next, &merged][at] {
                project.assessment = action.apply(&project.assessment);
            }
            project = reopened(&write(&project, packs[at]), packs[at]);
        }
    }
}
