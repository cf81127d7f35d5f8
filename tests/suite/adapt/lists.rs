//! The lists of a pack: what is new, what is taken away and comes back, what changes its place or its rule.

use super::succession::split_governance;
use super::{Case, after, both, draft, points, told};
use crate::samples::{BEIJING, DEMO};
use award_kit::criteria::{Draft, Edit, FaultCode, Listed, Measure, NewThing, Pack, RubricLimit, Rule, SizeBounds, What, Wording, place_kinds};

pub(super) fn new(name: &str, what: What) -> Edit {
    Edit::New(NewThing {
        name: name.into(),
        text: both("新增", "New"),
        what,
    })
}

pub(super) fn new_condition(name: &str, rule: Rule) -> Edit {
    new(
        name,
        What::Condition {
            rule,
            hint: both("附证明", "Attach a certificate"),
            editions: vec!["2016".into()],
        },
    )
}

pub(super) fn take(list: Listed, id: &str) -> Edit {
    Edit::Take { list, id: id.into() }
}

pub(super) fn shift(list: Listed, id: &str, up: bool) -> Edit {
    Edit::Move { list, id: id.into(), up }
}

/// Every list of a pack.
pub(super) fn lists(pack: &Pack) -> Vec<Listed> {
    let structure = pack.structure();
    let mut all = vec![
        Listed::Categories,
        Listed::Conditions,
        Listed::Editions,
        Listed::SelfChecks,
        Listed::Stages,
        Listed::Facts,
        Listed::Limits,
        Listed::Orientations,
        Listed::Ideas,
        Listed::Missing,
        Listed::Sectors,
        Listed::References,
    ];
    for category in &structure.categories {
        all.push(Listed::Items(category.id.clone()));
        all.extend(category.items.iter().map(|item| Listed::Prompts(item.id.clone())));
    }
    all.extend(structure.eligibility.editions.iter().map(|edition| Listed::OfEdition(edition.id.clone())));
    all
}

/// Lower bounds of the size classes by the number of staff.
fn by_staff(large: u64, medium: u64, small: u64) -> SizeBounds {
    SizeBounds {
        measure: Measure::Staff,
        large,
        medium,
        small,
    }
}

/// Edits of lists, and every place they touch with its old and new value.
pub(super) fn cases() -> Vec<Case> {
    let conditions = "registered, legal-personality, three-years, capital-positioning, lawful-policy, management-system, ahead-of-peers, \
         leading-results, social-responsibility";
    let moved = "registered, legal-personality, three-years, capital-positioning, management-system, lawful-policy, ahead-of-peers, \
         leading-results, social-responsibility";
    vec![
        (
            "a condition more",
            vec![new_condition("Zero carbon", Rule::FreeOf { years: 3 })],
            vec![
                ("rule/zero-carbon", "", "free_of 3"),
                ("edition/2016/zero-carbon", "off", "on"),
                ("text/zh/condition.zero-carbon", "", "新增"),
                ("text/zh/condition.zero-carbon.hint", "", "附证明"),
                ("text/en/condition.zero-carbon", "", "New"),
                ("text/en/condition.zero-carbon.hint", "", "Attach a certificate"),
            ],
        ),
        (
            "a condition judged by another rule",
            vec![Edit::Rule {
                condition: "legal-personality".into(),
                rule: Rule::Declared,
            }],
            vec![("rule/legal-personality", "legal_person", "declared")],
        ),
        (
            "a condition less",
            vec![take(Listed::Conditions, "legal-personality")],
            vec![
                ("rule/legal-personality", "legal_person", ""),
                ("edition/2014/legal-personality", "on", "off"),
                ("edition/2016/legal-personality", "on", "off"),
            ],
        ),
        (
            "conditions in another order",
            vec![shift(Listed::Conditions, "management-system", true)],
            vec![("order/eligibility/conditions", conditions, moved)],
        ),
        (
            "an edition more, with the conditions of another one, in force",
            vec![
                new(
                    "2027",
                    What::Edition {
                        like: Some("session-3".into()),
                    },
                ),
                Edit::DefaultEdition("2027".into()),
            ],
            vec![
                ("default_edition", "2016", "2027"),
                ("edition/2027", "", "on"),
                ("edition/2027/registered", "off", "on"),
                ("edition/2027/lawful-policy", "off", "on"),
                ("edition/2027/management-system", "off", "on"),
                ("edition/2027/leading-results", "off", "on"),
                ("edition/2027/social-responsibility", "off", "on"),
                ("text/zh/edition.2027", "", "新增"),
                ("text/en/edition.2027", "", "New"),
            ],
        ),
        (
            "a self-check more and one less",
            vec![new("Data leak", What::SelfCheck { years: Some(3) }), take(Listed::SelfChecks, "export")],
            vec![
                ("self_check/export", "3", ""),
                ("self_check/data-leak", "", "3"),
                ("text/zh/self_check.data-leak", "", "新增"),
                ("text/en/self_check.data-leak", "", "New"),
            ],
        ),
        (
            "a stage more, a fact more, a limit more",
            vec![
                new(
                    "Defence",
                    What::Stage {
                        note: both("现场陈述", "In person"),
                    },
                ),
                new(
                    "Group units",
                    What::Fact {
                        value: Some(1),
                        unit: "organisations".into(),
                    },
                ),
                new("Summary", What::Limit { characters: 2000 }),
            ],
            vec![
                ("stage/defence", "", "on"),
                ("fact/group-units", "", "1"),
                ("unit/group-units", "", "organisations"),
                ("limit/summary", "", "2000"),
                ("text/zh/stage.defence", "", "新增"),
                ("text/zh/stage.defence.note", "", "现场陈述"),
                ("text/zh/fact.group-units", "", "新增"),
                ("text/zh/limit.summary", "", "新增"),
                ("text/en/stage.defence", "", "New"),
                ("text/en/stage.defence.note", "", "In person"),
                ("text/en/fact.group-units", "", "New"),
                ("text/en/limit.summary", "", "New"),
            ],
        ),
        (
            "stages, facts and open questions less",
            vec![
                take(Listed::Stages, "public-notice"),
                take(Listed::Facts, "fee"),
                take(Listed::Missing, "weights"),
                take(Listed::Limits, "profile"),
            ],
            vec![
                ("stage/public-notice", "on", ""),
                ("fact/fee", "0", ""),
                ("limit/profile", "3000", ""),
                ("missing/weights", "on", ""),
            ],
        ),
        (
            "an orientation more, and tags",
            vec![
                new("Green", What::Orientation),
                Edit::Tags {
                    item: "leadership.governance".into(),
                    prompt: None,
                    orientations: vec!["green".into()],
                },
                Edit::Tags {
                    item: "leadership.governance".into(),
                    prompt: Some("governance-system".into()),
                    orientations: vec!["green".into(), "brand".into()],
                },
            ],
            vec![
                ("orientation/green", "", "on"),
                ("tags/leadership.governance", "", "green"),
                ("tags/leadership.governance/governance-system", "", "brand, green"),
                ("text/zh/orientation.green", "", "新增"),
                ("text/en/orientation.green", "", "New"),
            ],
        ),
        (
            "an idea and an open question more",
            vec![
                new(
                    "Long view",
                    What::Idea {
                        note: both("着眼长远", "Look far ahead"),
                    },
                ),
                new("Fee of 2027", What::Missing),
            ],
            vec![
                ("idea/long-view", "", "on"),
                ("missing/fee-of-2027", "", "on"),
                ("text/zh/idea.long-view", "", "新增"),
                ("text/zh/idea.long-view.note", "", "着眼长远"),
                ("text/zh/missing.fee-of-2027", "", "新增"),
                ("text/en/idea.long-view", "", "New"),
                ("text/en/idea.long-view.note", "", "Look far ahead"),
                ("text/en/missing.fee-of-2027", "", "New"),
            ],
        ),
        (
            "a category more, with an item",
            vec![
                new("Data", What::Category { number: "4.8".into() }),
                super::new_item("data", "Assets", 30, false),
                points("results.finance", 50),
            ],
            vec![
                ("category/results", "400", "370"),
                ("points/results.finance", "80", "50"),
                ("category/data", "", "30"),
                ("number/data", "", "4.8"),
                ("item/data.assets", "", "on"),
                ("number/data.assets", "", "9.9"),
                ("points/data.assets", "", "30"),
                ("judged_by/data.assets", "", "process"),
                ("prompt/data.assets/data", "", "on"),
                ("number/data.assets/data", "", "9.9.1"),
                ("text/zh/category.data", "", "新增"),
                ("text/zh/item.data.assets", "", "数字化"),
                ("text/zh/prompt.data.assets.data.name", "", "名称"),
                ("text/zh/prompt.data.assets.data", "", "说明做法。"),
                ("text/en/category.data", "", "New"),
                ("text/en/item.data.assets", "", "Digital quality"),
                ("text/en/prompt.data.assets.data.name", "", "Name"),
                ("text/en/prompt.data.assets.data", "", "State what is done."),
            ],
        ),
        (
            "items and prompts in another order, by another rubric and number",
            vec![
                shift(Listed::Items("leadership".into()), "leadership.governance", false),
                shift(Listed::Prompts("leadership.governance".into()), "leader-evaluation", true),
                Edit::PromptNumber {
                    item: "leadership.governance".into(),
                    prompt: "leader-evaluation".into(),
                    number: Some("4.1.3.9".into()),
                },
                Edit::JudgedBy {
                    item: "measurement.innovation".into(),
                    rubric: "results".into(),
                },
            ],
            vec![
                ("number/leadership.governance/leader-evaluation", "b", "4.1.3.9"),
                (
                    "order/categories/leadership/items/leadership.governance/prompts",
                    "governance-system, leader-evaluation, council",
                    "leader-evaluation, governance-system, council",
                ),
                (
                    "order/categories/leadership/items",
                    "leadership.senior-leaders, leadership.governance, leadership.social-responsibility",
                    "leadership.senior-leaders, leadership.social-responsibility, leadership.governance",
                ),
                ("judged_by/measurement.innovation", "process", "results"),
            ],
        ),
        (
            "limits of a rubric",
            vec![
                Edit::RubricLimit {
                    rubric: "results".into(),
                    factor: "trend".into(),
                    limit: None,
                },
                Edit::RubricLimit {
                    rubric: "process".into(),
                    factor: "deployment".into(),
                    limit: Some(RubricLimit::Ceiling {
                        factor: "deployment".into(),
                        below: "50-65".into(),
                        band: "50-65".into(),
                    }),
                },
            ],
            vec![
                ("rubric_limit/process/deployment", "own_band deployment", "ceiling deployment 50-65 50-65"),
                ("rubric_limit/results/trend", "ceiling trend 30-45 30-45", ""),
            ],
        ),
        (
            "bounds of a size class",
            vec![Edit::SizeBounds {
                sector: "industry".into(),
                bounds: by_staff(1200, 300, 20),
            }],
            vec![(
                "size/industry",
                "staff 1000 300 20, revenue 40000 2000 300",
                "staff 1200 300 20, revenue 40000 2000 300",
            )],
        ),
        (
            "a sector more, and another measure of one",
            vec![
                new(
                    "Space",
                    What::Sector {
                        bounds: vec![by_staff(3, 2, 1)],
                    },
                ),
                Edit::SizeBounds {
                    sector: "agriculture".into(),
                    bounds: by_staff(300, 100, 10),
                },
            ],
            vec![
                ("size/agriculture", "revenue 20000 500 50", "revenue 20000 500 50, staff 300 100 10"),
                ("size/space", "", "staff 3 2 1"),
                ("text/zh/sector.space", "", "新增"),
                ("text/en/sector.space", "", "New"),
            ],
        ),
        (
            "an item split",
            vec![split_governance()],
            [
                vec![
                    ("item/leadership.governance", "on", ""),
                    ("points/leadership.governance", "30", ""),
                    ("item/leadership.governing", "", "on"),
                    ("number/leadership.governing", "", "4.1.3"),
                    ("points/leadership.governing", "", "20"),
                    ("judged_by/leadership.governing", "", "process"),
                    ("prompt/leadership.governing/governance-system", "", "on"),
                    ("number/leadership.governing/governance-system", "", "a"),
                    ("prompt/leadership.governing/council", "", "on"),
                    ("applies_to/leadership.governing/council", "", "public_welfare"),
                    ("item/leadership.appraisal", "", "on"),
                    ("number/leadership.appraisal", "", "4.1.4"),
                    ("points/leadership.appraisal", "", "10"),
                    ("judged_by/leadership.appraisal", "", "process"),
                    ("prompt/leadership.appraisal/leader-evaluation", "", "on"),
                    ("number/leadership.appraisal/leader-evaluation", "", "b"),
                ],
                split_texts("zh", "拆分后的条款"),
                split_texts("en", "A part"),
            ]
            .concat(),
        ),
    ]
}

/// The texts of the parts of governance: their own names, and what was said of its prompts.
fn split_texts(language: &'static str, name: &'static str) -> Vec<(&'static str, &'static str, &'static str)> {
    let old = "leadership.governance";
    let words = BEIJING.words(language);
    let prompts: [(&str, &str, bool); 3] = [
        ("governing", "governance-system", true),
        ("governing", "council", false),
        ("appraisal", "leader-evaluation", true),
    ];
    let mut all = Vec::new();
    for part in ["governing", "appraisal"] {
        all.push((format!("item.leadership.{part}"), name));
        for (_, prompt, named) in prompts.iter().filter(|(of, _, _)| *of == part) {
            let id = format!("prompt.leadership.{part}.{prompt}");
            all.push((id.clone(), words.prompt(old, prompt)));
            if *named {
                all.push((format!("{id}.name"), words.prompt_name(old, prompt)));
            }
        }
    }
    let told = |(id, text): (String, &'static str)| (&*format!("text/{language}/{id}").leak(), "", text);
    all.into_iter().map(told).collect()
}

#[test]
fn what_is_taken_out_of_a_list_comes_back_as_it_was() {
    for pack in [&*BEIJING, &*DEMO] {
        let begin = draft(pack);
        let mut count = 0;
        for list in lists(pack) {
            let empty = Draft::gone(&begin, &list);
            assert!(empty.is_empty(), "{list:?}: {empty:?}");
            for id in ids(pack, &list) {
                if list == Listed::Editions && id == pack.structure().eligibility.default {
                    continue;
                }
                let taken = begin.apply(&take(list.clone(), &id));
                assert_eq!(taken.gone(&list), [id.as_str()], "{list:?}");
                assert!(!taken.changes().is_empty(), "{list:?} {id}: taken away without a word");
                let back = taken.apply(&Edit::BringBack {
                    list: list.clone(),
                    id: id.clone(),
                });
                assert_eq!(back.write(), begin.write(), "{list:?} {id}");
                count += 1;
            }
        }
        assert!(count > 15, "{count}");
    }
}

#[test]
fn moving_up_and_down_again_leaves_everything_as_it_was() {
    for pack in [&*BEIJING, &*DEMO] {
        let begin = draft(pack);
        for list in lists(pack) {
            let ids = ids(pack, &list);
            for (at, id) in ids.iter().enumerate() {
                let up = begin.apply(&shift(list.clone(), id, true));
                assert_eq!(up == begin, at == 0, "{list:?} {id}");
                assert_eq!(up.apply(&shift(list.clone(), id, false)) == begin, at > 0 || ids.len() == 1, "{list:?} {id}");
                if at > 0 && up.check().is_ok() {
                    assert_eq!(up.changes().len(), 1, "{list:?} {id}: {:?}", told(&up.changes()));
                }
            }
        }
    }
}

/// The ids of a list of a pack.
pub(super) fn ids(pack: &Pack, list: &Listed) -> Vec<String> {
    let structure = pack.structure();
    let rules = &structure.eligibility;
    let items = || structure.categories.iter().flat_map(|category| &category.items);
    match list {
        Listed::Categories => structure.categories.iter().map(|category| category.id.clone()).collect(),
        Listed::Items(id) => items()
            .filter(|item| item.id.starts_with(&format!("{id}.")))
            .map(|item| item.id.clone())
            .collect(),
        Listed::Prompts(id) => items()
            .filter(|item| item.id == *id)
            .flat_map(|item| &item.prompts)
            .map(|prompt| prompt.id.clone())
            .collect(),
        Listed::Conditions => rules.conditions.iter().map(|condition| condition.id.clone()).collect(),
        Listed::Editions => rules.editions.iter().map(|edition| edition.id.clone()).collect(),
        Listed::OfEdition(id) => rules
            .editions
            .iter()
            .filter(|edition| edition.id == *id)
            .flat_map(|edition| edition.conditions.clone())
            .collect(),
        Listed::SelfChecks => rules.self_checks.iter().map(|check| check.id.clone()).collect(),
        Listed::Stages => structure.stages.clone(),
        Listed::Facts => structure.facts.iter().map(|fact| fact.id.clone()).collect(),
        Listed::Limits => structure.limits.iter().map(|limit| limit.id.clone()).collect(),
        Listed::Orientations => structure.orientations.clone(),
        Listed::Ideas => structure.ideas.clone(),
        Listed::Missing => structure.missing.clone(),
        Listed::Sectors => structure.size.iter().map(|sector| sector.id.clone()).collect(),
        Listed::References => structure.scoring.reference_lines.iter().map(|line| line.id.clone()).collect(),
    }
}

#[test]
fn an_id_of_the_original_is_not_used_again_for_something_else() {
    let taken = after(
        &BEIJING,
        &[take(Listed::Conditions, "three-years"), new_condition("Three years", Rule::Declared)],
    );
    let conditions = &taken.structure().eligibility.conditions;
    assert!(conditions.iter().any(|condition| condition.id == "three-years-2"), "{conditions:?}");
}

#[test]
fn what_is_written_in_one_language_first_is_missing_in_the_other() {
    let mut thing = NewThing {
        name: "Green".into(),
        text: Wording::new(&[("zh", "绿色发展")]),
        what: What::Orientation,
    };
    let only = after(&BEIJING, &[Edit::New(thing.clone())]);
    assert_eq!(only.view().words("zh").orientation("green"), "绿色发展");
    assert_eq!(only.view().words("en").orientation("green"), "", "nothing is copied");
    let faults = only.check().expect_err("one language is missing");
    assert_eq!(faults.len(), 1, "{faults:?}");
    assert_eq!((faults[0].code, faults[0].file.as_str()), (FaultCode::TextMissing, "text.en.json"));
    thing.text.set("en", "Green development");
    assert!(after(&BEIJING, &[Edit::New(thing)]).check().is_ok());
}

/// What only an editor of the files changes, and why.
const BY_FILES_ALONE: &[&str] = &[
    // The format itself, and the catalogue of figures, which hangs together by formulas.
    "version",
    "input",
    "indicator",
    "identity",
    // A rubric has its factors, by which every answer is kept.
    "factor",
    // What follows from other edits: an unknown table of points ends with the first points that are known.
    "points_unknown",
    "cited",
    "retired",
    // A third language is a third file.
    "language",
    "other",
];

#[test]
fn every_place_of_a_pack_is_reached_by_an_edit() {
    let all = super::beijing_cases();
    let reached: Vec<&str> = all
        .iter()
        .flat_map(|(_, _, places)| places)
        .map(|(place, _, _)| place.split('/').next().unwrap_or_default())
        .collect();
    let mut missing: Vec<&str> = place_kinds().filter(|kind| !reached.contains(kind) && !BY_FILES_ALONE.contains(kind)).collect();
    missing.dedup();
    assert_eq!(missing, ["area"], "an area goes along when an item is split");
}
