//! Reading an assessment under another pack: every rule has its case.

use crate::archive::filled;
use crate::carrying::{CAPITAL, DEMO_AGAIN, LINEAGE, MERGED, NEXT};
use crate::carrying::{carried, carried_by, named, planned, reopened, there_and_back, variant, with_more};
use crate::samples::{AWKWARD, BEIJING, DEMO, day, percent, slot};
use award_kit::archive::{About, CarryKind, Left, Plan, Project, Proposal, RatingFate};
use award_kit::archive::{carried_from, kept_pointers, open, plan, write};
use award_kit::assessment::{Answer, text};
use award_kit::comparison::standings;
use award_kit::criteria::{Lineage, Pack, built_in, built_in_packs};
use award_kit::language::{Language, codes};
use award_kit::report::say;
use award_kit::scoring::score;
use serde_json::{Value, json};
use std::rc::Rc;

/// A demo-mini assessment in which everything is filled, rated 50, 50 and 10.
fn full() -> Project {
    let mut assessment = filled(&DEMO);
    for (at, value) in [50, 50, 10].into_iter().enumerate() {
        Rc::make_mut(&mut assessment.items[at]).percent = Some(percent(value));
    }
    Project::new(assessment)
}

fn about<'a>(plan: &'a Plan, about: About, id: &str) -> &'a Proposal {
    let mut found = plan.proposals.iter().filter(|proposal| proposal.about == about);
    let named = |proposal: &&Proposal| proposal.from.iter().chain(&proposal.to).any(|known| known == id);
    found.find(named).unwrap_or_else(|| panic!("nothing is said about {id}: {:#?}", plan.proposals))
}

fn file_of(project: &Project, pack: &Pack) -> Value {
    serde_json::from_str(&write(project, pack)).expect("JSON")
}

#[test]
fn the_same_ids_carry_whole_and_nothing_is_said_of_them() {
    let (project, plan) = (full(), planned(&full(), &DEMO, &DEMO_AGAIN, &Lineage::default()));
    assert_eq!(plan.proposals, []);
    assert_eq!(plan.unchanged, ["practice.direction", "practice.improvement", "outcomes.customers"]);
    let there = carried_by(&project, &DEMO, &DEMO_AGAIN, &plan);
    assert_eq!(there.assessment, project.assessment);
    assert_eq!(carried_from(&there), Some(DEMO.reference()));
    assert_eq!(kept_pointers(&there), Vec::<String>::new());
}

#[test]
fn a_renamed_item_takes_everything_with_it_and_what_has_no_place_is_kept_not_counted() {
    let plan = planned(&full(), &DEMO, &NEXT, &LINEAGE);
    let proposal = about(&plan, About::Item, "practice.betterment");
    assert_eq!((proposal.kind, proposal.rating), (CarryKind::Renamed, RatingFate::Carried));
    // Two prompts, a factor and the bands of two factors are gone.
    let left = [
        Left::Prompt("methods".into()),
        Left::Prompt("service".into()),
        Left::Factor("integration".into()),
        Left::Band("deployment".into()),
        Left::Band("integration".into()),
    ];
    assert_eq!(proposal.left, left);
    assert!(proposal.to_check, "the rubric is another one");
    let there = carried_by(&full(), &DEMO, &NEXT, &plan);
    let file = file_of(&there, &NEXT);
    let (old, new) = (
        file_of(&full(), &DEMO)["items"]["practice.improvement"].clone(),
        &file["items"]["practice.betterment"],
    );
    for member in ["percent", "answers", "strengths", "opportunities", "evidence", "bands", "remark"] {
        assert_eq!(new[member], old[member], "{member}");
    }
    assert_eq!(file["items"].get("practice.improvement"), None);
    let kept = kept_pointers(&there);
    assert!(kept.contains(&"/items/practice.betterment/answers/methods".to_owned()), "{kept:?}");
    let record = there.assessment.item(slot(&NEXT, "practice.betterment"));
    assert_eq!(record.bands, [Some(0), None, Some(0), None]);
}

#[test]
fn a_split_item_gives_its_texts_to_each_and_its_rating_to_none() {
    let plan = planned(&full(), &DEMO, &NEXT, &LINEAGE);
    let proposal = about(&plan, About::Item, "practice.direction");
    assert_eq!((proposal.kind, proposal.rating), (CarryKind::Split, RatingFate::Split));
    assert_eq!((proposal.ratings.as_slice(), proposal.to.len()), (&[50][..], 2));
    // `goals` and `duty` have a place in one part or the other.
    assert_eq!(proposal.left, [Left::Factor("integration".into())]);
    let there = carried_by(&full(), &DEMO, &NEXT, &plan);
    for id in ["practice.aims", "practice.duties"] {
        let record = there.assessment.item(slot(&NEXT, id));
        assert_eq!((record.percent, record.bands.iter().flatten().count()), (None, 0), "{id}");
        assert_eq!((&*record.strengths, record.evidence.len()), ("优势 strengths", 2), "{id}");
    }
    let set_down = file_of(&there, &NEXT)["carried"][0]["originals"].clone();
    assert_eq!(set_down["/items/practice.direction/percent"], 50);
}

#[test]
fn merged_items_stand_one_after_the_other_under_their_names_and_keep_a_rating_they_share() {
    let plan = planned(&full(), &DEMO, &MERGED, &LINEAGE);
    let proposal = about(&plan, About::Item, "practice.whole");
    assert_eq!((proposal.kind, proposal.rating), (CarryKind::Merged, RatingFate::Carried));
    let there = carried_by(&full(), &DEMO, &MERGED, &plan);
    let whole = there.assessment.item(slot(&MERGED, "practice.whole"));
    let words = DEMO.words("zh");
    let joined = [
        format!("1.1 {}\n1.1 0 A：\n方法“稳定”，展开到各部门。", words.item("practice.direction")),
        format!("1.2 {}\n1.2 0 A：\n方法“稳定”，展开到各部门。", words.item("practice.improvement")),
    ];
    assert_eq!(**whole.answer(0, 0), joined.join("\n\n"));
    assert_eq!(&*whole.strengths, "优势 strengths", "what is equal stands once");
    assert_eq!((whole.evidence.len(), whole.percent.map(|percent| percent.value())), (2, Some(50)));

    let mut differing = full();
    Rc::make_mut(&mut differing.assessment.items[1]).percent = Some(percent(75));
    let plan = planned(&differing, &DEMO, &MERGED, &LINEAGE);
    assert_eq!(about(&plan, About::Item, "practice.whole").rating, RatingFate::Differ);
    assert_eq!(about(&plan, About::Item, "practice.whole").ratings, [50, 75]);
    let there = carried_by(&differing, &DEMO, &MERGED, &plan);
    assert_eq!(there.assessment.item(slot(&MERGED, "practice.whole")).percent, None);
}

#[test]
fn headings_are_in_the_language_asked_for() {
    let plan = plan(&full(), &DEMO, &MERGED, &LINEAGE, "en").expect("a plan");
    let there = carried_by(&full(), &DEMO, &MERGED, &plan);
    let whole = there.assessment.item(slot(&MERGED, "practice.whole"));
    assert!(
        whole
            .answer(0, 0)
            .starts_with(&format!("1.1 {}\n", DEMO.words("en").item("practice.direction")))
    );
}

#[test]
fn new_and_gone_sub_clauses_of_the_same_item_are_told() {
    let other = variant(&DEMO, |pack| {
        named(pack, "demo-mini", "other");
        pack["categories"][0]["items"][0]["prompts"][1] = json!({ "id": "risk", "number": "1.1.2" });
    });
    let plan = planned(&Project::blank(&DEMO), &DEMO, &other, &LINEAGE);
    let proposal = about(&plan, About::Item, "practice.direction");
    assert_eq!(
        (proposal.kind, &proposal.new_prompts, &proposal.gone_prompts),
        (CarryKind::Changed, &vec!["risk".to_owned()], &vec!["duty".to_owned()])
    );
    assert_eq!(
        say::proposal_details(&DEMO, &other, Language::En, proposal)[1],
        "Sub-clause “1.1.2 〔prompt.practice.direction.risk.name〕” is new."
    );
    let plan = planned(&full(), &DEMO, &other, &LINEAGE);
    let proposal = about(&plan, About::Item, "practice.direction");
    assert_eq!((&proposal.left, &proposal.gone_prompts), (&vec![Left::Prompt("duty".into())], &Vec::new()));
    there_and_back(&full(), &DEMO, &other, &LINEAGE, &plan);
}

#[test]
fn under_a_pack_of_the_same_content_a_file_stays_as_it_is() {
    let plan = planned(&full(), &DEMO, &DEMO, &LINEAGE);
    assert_eq!((plan.proposals.len(), plan.unchanged.len()), (0, 3));
    assert_eq!(carried_by(&full(), &DEMO, &DEMO, &plan), full());
}

#[test]
fn a_retired_item_is_kept_at_its_place_but_not_counted() {
    let plan = planned(&full(), &DEMO, &MERGED, &LINEAGE);
    let proposal = about(&plan, About::Item, "outcomes.customers");
    assert_eq!((proposal.kind, proposal.rating), (CarryKind::Retired, RatingFate::Kept));
    assert_eq!(proposal.note.as_ref().map(|note| note.text("en")), Some("A note."));
    assert_eq!(about(&plan, About::Item, "outcomes.brand").kind, CarryKind::New);
    let there = carried_by(&full(), &DEMO, &MERGED, &plan);
    assert_eq!(score(&MERGED, &there.assessment).items.len(), 2);
    assert_eq!(
        file_of(&there, &MERGED)["items"]["outcomes.customers"],
        file_of(&full(), &DEMO)["items"]["outcomes.customers"]
    );
    // Nothing is kept of an item that was never answered, and it is still said to be gone.
    let blank = Project::blank(&DEMO);
    let plan = planned(&blank, &DEMO, &MERGED, &LINEAGE);
    assert_eq!(about(&plan, About::Item, "outcomes.customers").kind, CarryKind::Retired);
    assert_eq!(
        file_of(&carried_by(&blank, &DEMO, &MERGED, &plan), &MERGED)["items"].get("outcomes.customers"),
        None
    );
}

#[test]
fn a_rating_that_is_no_step_of_the_new_pack_is_set_down_and_never_rounded() {
    let mut project = full();
    Rc::make_mut(&mut project.assessment.items[1]).percent = Some(percent(45));
    let plan = planned(&project, &DEMO, &NEXT, &LINEAGE);
    assert_eq!(about(&plan, About::Item, "practice.betterment").rating, RatingFate::NotAStep);
    let mut there = carried_by(&project, &DEMO, &NEXT, &plan);
    let betterment = slot(&NEXT, "practice.betterment");
    assert_eq!(there.assessment.item(betterment).percent, None);
    assert!(kept_pointers(&there).contains(&"/carried/0/originals/~1items~1practice.improvement~1percent".to_owned()));
    // A text is written under the new edition; the rating still comes back, and so does the text.
    Rc::make_mut(&mut there.assessment.items[betterment.0]).remark = text("新写的");
    let back = carried(&there, &NEXT, &DEMO, &LINEAGE);
    assert_eq!(back.assessment.items[1].percent, Some(percent(45)));
    assert_eq!(&*back.assessment.items[1].remark, "新写的");
    // Rated under the new edition, the new rating goes back and the old one is kept.
    Rc::make_mut(&mut there.assessment.items[betterment.0]).percent = Some(percent(60));
    let back = carried(&there, &NEXT, &DEMO, &LINEAGE);
    assert_eq!(back.assessment.items[1].percent, Some(percent(60)));
    assert!(write(&back, &DEMO).contains("\"/items/practice.improvement/percent\": 45"));
}

#[test]
fn changes_made_to_one_part_of_a_split_go_back_beside_the_other() {
    let there = carried(&full(), &DEMO, &NEXT, &LINEAGE);
    let mut changed = there.clone();
    Rc::make_mut(&mut changed.assessment.items[slot(&NEXT, "practice.aims").0]).strengths = text("新的优势");
    let back = carried(&changed, &NEXT, &DEMO, &LINEAGE);
    let direction = &back.assessment.items[0];
    let words = NEXT.words("zh");
    let number = |id: &str| NEXT.item(slot(&NEXT, id)).number.clone();
    let (aims, duties) = ("practice.aims", "practice.duties");
    let expected = format!(
        "{} {}\n新的优势\n\n{} {}\n优势 strengths",
        number(aims),
        words.item(aims),
        number(duties),
        words.item(duties)
    );
    assert_eq!(*direction.strengths, expected);
    assert_eq!(direction.percent, Some(percent(50)), "nothing was rated since");
    assert_eq!(
        direction.answers().collect::<Vec<_>>(),
        full().assessment.items[0].answers().collect::<Vec<_>>()
    );
}

#[test]
fn what_is_declined_is_kept_at_its_old_place_and_comes_back() {
    let mut plan = planned(&full(), &DEMO, &NEXT, &LINEAGE);
    for proposal in &mut plan.proposals {
        proposal.accepted = proposal.about != About::Item || !proposal.declinable;
    }
    let there = there_and_back(&full(), &DEMO, &NEXT, &LINEAGE, &plan);
    let file = file_of(&there, &NEXT);
    assert_eq!(file["items"]["practice.direction"], file_of(&full(), &DEMO)["items"]["practice.direction"]);
    assert_eq!(file["items"]["practice.aims"]["strengths"], "");
    assert_eq!(file["carried"][0]["declined"][0], "/items/practice.direction");
    assert!(
        score(&NEXT, &there.assessment)
            .items
            .iter()
            .all(|item| item.percent.is_none() || item.item == slot(&NEXT, "outcomes.customers"))
    );
}

#[test]
fn kept_answers_come_alive_under_a_pack_that_knows_their_id() {
    let more = [
        ("/items/practice.novelty", json!({ "percent": 20, "remark": "早先写的" })),
        ("/items/no.where", json!({ "remark": "无处" })),
    ];
    let project = with_more(&full(), &DEMO, &more);
    let plan = planned(&project, &DEMO, &NEXT, &LINEAGE);
    let proposal = about(&plan, About::Item, "practice.novelty");
    assert_eq!(
        (proposal.kind, proposal.rating, proposal.written),
        (CarryKind::Revived, RatingFate::Carried, true)
    );
    let there = there_and_back(&project, &DEMO, &NEXT, &LINEAGE, &plan);
    assert_eq!(there.assessment.item(slot(&NEXT, "practice.novelty")).percent, Some(percent(20)));
    assert!(kept_pointers(&there).contains(&"/items/no.where".to_owned()));
}

#[test]
fn conditions_carry_with_their_answers_and_say_what_must_be_checked() {
    let plan = planned(&full(), &DEMO, &NEXT, &LINEAGE);
    let renamed = about(&plan, About::Condition, "five-years");
    assert_eq!(
        (renamed.kind, renamed.rating, renamed.to_check),
        (CarryKind::Renamed, RatingFate::Carried, true)
    );
    assert_eq!(about(&plan, About::Condition, "system-lived").kind, CarryKind::Split);
    assert_eq!(about(&plan, About::Condition, "no-breach").kind, CarryKind::New);
    assert!(
        !plan.proposals.iter().any(|proposal| proposal.from == ["registered"]),
        "nothing has changed there"
    );
    let edition = about(&plan, About::Edition, "later");
    assert_eq!(
        (edition.from.as_slice(), edition.to.as_slice()),
        (&["demo".to_owned()][..], &["later".to_owned()][..])
    );
    let there = carried_by(&full(), &DEMO, &NEXT, &plan);
    let conditions = &there.assessment.eligibility.conditions;
    assert_eq!((conditions[1].answer, &*conditions[1].evidence), (Answer::NotMet, "E-1"));
    assert_eq!((conditions[2].answer, &*conditions[2].evidence), (Answer::Undecided, "E-2"));
    // The same id, but another rule: declared instead of counted.
    let plan = planned(&full(), &DEMO, &MERGED, &LINEAGE);
    let changed = about(&plan, About::Condition, "three-years");
    assert_eq!((changed.kind, changed.to_check), (CarryKind::Changed, true));
    assert_eq!(about(&plan, About::SelfCheck, "accident").kind, CarryKind::Changed, "it looks back further");
}

/// A condition that is read off the profile has no answer to carry, and another figure in its rule is told all the same.
#[test]
fn another_rule_of_a_condition_that_nobody_answers_is_told() {
    let five = variant(&BEIJING, |pack| {
        named(pack, "beijing-2027", "2027");
        pack["eligibility"]["conditions"][2]["rule"]["years"] = json!(5);
    });
    let mut project = Project::blank(&BEIJING);
    let plan = planned(&project, &BEIJING, &five, &LINEAGE);
    let changed = about(&plan, About::Condition, "three-years");
    assert_eq!((changed.kind, changed.to_check, changed.declinable), (CarryKind::Changed, false, false));
    let says = |language: Language| say::proposal_details(&BEIJING, &five, language, changed);
    assert_eq!(says(Language::Zh), ["判定规则由“登记满 3 年”改为“登记满 5 年”，按新规则判定。"]);
    assert_eq!(
        says(Language::En),
        ["The rule changes from “Registered for 3 years” to “Registered for 5 years”; the new one applies."]
    );
    assert_eq!(plan.proposals.iter().filter(|proposal| proposal.about == About::Condition).count(), 1);
    // Where the edition in force does not ask for it, it is no news.
    let third = BEIJING.edition_slot("session-3").expect("an edition without it");
    Rc::make_mut(&mut project.assessment.eligibility).edition = third;
    let plan = planned(&project, &BEIJING, &five, &LINEAGE);
    assert!(
        plan.proposals.iter().all(|proposal| proposal.about != About::Condition),
        "{:#?}",
        plan.proposals
    );
}

#[test]
fn what_becomes_an_id_that_has_answers_of_its_own_is_joined_to_them() {
    let mut project = Project::blank(&BEIJING);
    let eligibility = Rc::make_mut(&mut project.assessment.eligibility);
    let condition = |id: &str| BEIJING.condition_slot(id).expect("a condition").0;
    eligibility.conditions[condition("capital-positioning")].evidence = text("定位");
    let plan = planned(&project, &BEIJING, &CAPITAL, &LINEAGE);
    assert!(!about(&plan, About::Condition, "capital-positioning").joins);
    let eligibility = Rc::make_mut(&mut project.assessment.eligibility);
    eligibility.conditions[condition("lawful-policy")].evidence = text("合法");
    let plan = planned(&project, &BEIJING, &CAPITAL, &LINEAGE);
    assert!(about(&plan, About::Condition, "capital-positioning").joins);
    let there = there_and_back(&project, &BEIJING, &CAPITAL, &LINEAGE, &plan);
    let words = BEIJING.words("zh");
    let expected = format!("{}\n合法\n\n{}\n定位", words.condition("lawful-policy"), words.condition("capital-positioning"));
    assert_eq!(
        *there.assessment.eligibility.conditions[CAPITAL.condition_slot("lawful-policy").expect("it").0].evidence,
        expected
    );
}

#[test]
fn an_edition_of_the_rules_that_was_chosen_stays_where_the_new_pack_has_it() {
    let session_3 = built_in("beijing-session-3").expect("built in");
    let mut project = Project::blank(&BEIJING);
    let edition = |project: &Project, pack: &Pack| pack.edition_rules(project.assessment.eligibility.edition).id.clone();
    assert_eq!(edition(&carried(&project, &BEIJING, &CAPITAL, &LINEAGE), &CAPITAL), "2016");
    Rc::make_mut(&mut project.assessment.eligibility).edition = BEIJING.edition_slot("2014").expect("it");
    assert_eq!(edition(&carried(&project, &BEIJING, &CAPITAL, &LINEAGE), &CAPITAL), "2014");
    let there = there_and_back(&project, &BEIJING, &session_3, &LINEAGE, &planned(&project, &BEIJING, &session_3, &LINEAGE));
    assert_eq!(edition(&there, &session_3), "session-3", "there is no 2014 there");
}

#[test]
fn going_back_is_told_as_going_back() {
    let there = carried(&full(), &DEMO, &MERGED, &LINEAGE);
    let plan = planned(&there, &MERGED, &DEMO, &LINEAGE);
    assert!(plan.returns);
    assert_eq!(about(&plan, About::Item, "practice.whole").kind, CarryKind::Split);
    assert_eq!(about(&plan, About::Item, "practice.whole").rating, RatingFate::Restored);
    assert!(!planned(&there, &MERGED, &NEXT, &LINEAGE).returns);
    let back = carried_by(&there, &MERGED, &DEMO, &plan);
    assert_eq!(carried_from(&back), None, "there is no trace of it");
}

#[test]
fn a_file_opens_under_another_pack_when_both_are_there() {
    let written = write(&full(), &DEMO);
    assert!(open(&written).expect("an assessment").with_pack(&NEXT).is_err());
    let (project, plan) = open(&written)
        .expect("an assessment")
        .with_packs(&DEMO, &NEXT, &LINEAGE, "zh")
        .expect("both are there");
    assert_eq!(write(&project, &NEXT), write(&carried(&full(), &DEMO, &NEXT, &LINEAGE), &NEXT));
    assert_eq!(plan.to, NEXT.reference());
    let wrong = open(&written).expect("an assessment").with_packs(&NEXT, &DEMO, &LINEAGE, "zh");
    assert_eq!(wrong.map(|_| ()).map_err(|error| error.code()), Err("unknown_pack"));
}

#[test]
fn awkward_texts_survive_being_merged() {
    for words in AWKWARD {
        let mut project = full();
        for at in 0..2 {
            Rc::make_mut(&mut project.assessment.items[at]).set_answer(0, 0, text(format!("{at}{words}")));
        }
        there_and_back(&project, &DEMO, &MERGED, &LINEAGE, &planned(&project, &DEMO, &MERGED, &LINEAGE));
    }
}

#[test]
fn an_adapted_pack_takes_the_steps_of_the_one_it_was_made_from() {
    let adapted = variant(&NEXT, |pack| {
        named(pack, "own-pack", "1");
        pack["adapted"] = json!({ "from": { "id": "demo-mini", "edition": "next", "hash": NEXT.hash() }, "changes": [] });
    });
    let plan = planned(&full(), &DEMO, &adapted, &LINEAGE);
    assert_eq!(about(&plan, About::Item, "practice.betterment").kind, CarryKind::Renamed);
    there_and_back(&full(), &DEMO, &adapted, &LINEAGE, &plan);
}

#[test]
fn every_built_in_pack_can_be_read_under_every_other_and_back() {
    let packs = built_in_packs();
    let lineage = Lineage::built_in();
    assert!(packs.len() > 4 && !lineage.steps.is_empty());
    for from in &packs {
        let project = Project::new(filled(from));
        for to in packs.iter().filter(|to| to != &from) {
            there_and_back(&project, from, to, &lineage, &planned(&project, from, to, &lineage));
        }
    }
}

#[test]
fn what_a_carry_does_is_said_in_both_languages() {
    let mut project = full();
    Rc::make_mut(&mut project.assessment.items[1]).percent = Some(percent(45));
    let plan = planned(&project, &DEMO, &NEXT, &LINEAGE);
    let says = |language: Language, id: &str| {
        let proposal = about(&plan, About::Item, id);
        let details = say::proposal_details(&DEMO, &NEXT, language, proposal);
        [vec![say::proposal(&DEMO, &NEXT, language, proposal)], details].concat()
    };
    assert_eq!(
        says(Language::Zh, "practice.betterment"),
        [
            "“1.2 改进”改为“1.2 〔item.practice.betterment〕”，原有内容随之带入。",
            "原得分率 45% 不符合新准则的步长，原样保留在文件中，不计入，也不作取整；须重新评分。",
            "没有对应的分条款或提示“可列出所用方法、参与人数和经核实的收益。”，所填文字保留在文件中，不计入。",
            "没有对应的分条款或提示“服务业组织说明如何缩短顾客的等待时间。”，所填文字保留在文件中，不计入。",
            "没有对应的评价要素“整合”，所填文字保留在文件中，不计入。",
            "评价要素“展开”所选档次在新准则中没有，保留在文件中，不计入。",
            "评价要素“整合”所选档次在新准则中没有，保留在文件中，不计入。",
            "说明：说明。",
        ]
    );
    let english = says(Language::En, "practice.direction");
    assert_eq!(
        english[1],
        "The old rating 50% is not divided; it is kept in the file and not counted, and each part needs a rating."
    );
    for language in Language::ALL {
        for kind in CarryKind::ALL {
            assert!(language.words().has_code(&codes::CARRY, kind.code()), "{kind:?}");
        }
        for fate in RatingFate::ALL.into_iter().filter(|fate| *fate != RatingFate::Unrated) {
            assert!(language.words().has_code(&codes::CARRY, &format!("rating_{}", fate.code())), "{fate:?}");
        }
    }
}

#[test]
fn an_assessment_stands_side_by_side_under_several_packs() {
    let packs = ["beijing-session-3", "tianjin-2020"].map(|id| built_in(id).expect("built in"));
    let project = reopened(include_str!("../../assets/samples/manufacturing.zh.json"), &BEIJING);
    let others: Vec<&Pack> = packs.iter().collect();
    let found = standings(&project, &BEIJING, &others, &Lineage::built_in(), day("2026-01-01")).expect("standings");
    let told: Vec<_> = found
        .iter()
        .map(|found| {
            (
                found.pack.id.as_str(),
                found.eligibility.verdict.code(),
                found.score.total.points.to_string(),
                found.same,
            )
        })
        .collect();
    let expected = [
        ("beijing-2016", "eligible", "542".to_owned(), 23),
        ("beijing-session-3", "undecided", "542".to_owned(), 23),
        ("tianjin-2020", "not_eligible", "542".to_owned(), 23),
    ];
    assert_eq!(told, expected);
    assert_eq!(found[1].gone_conditions, ["legal-personality", "three-years"]);
    assert_eq!(found[2].new_conditions.first().map(String::as_str), Some("registered-tianjin"));
    assert_eq!((found[0].new.len(), found[1].new.len(), found[1].moved), (0, 0, 0));
    // Points change with the pack, and what is gone counts no longer.
    let found = standings(&full(), &DEMO, &[&*NEXT, &*MERGED], &LINEAGE, day("2026-01-01")).expect("standings");
    let totals: Vec<_> = found.iter().map(|found| (found.score.total.points.to_string(), found.score.unrated)).collect();
    assert_eq!(totals, [("38".into(), 0), ("18".into(), 3), ("35".into(), 1)]);
}
