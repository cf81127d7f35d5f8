//! Which rule a rating missed: from the bands and facts of the reference, for every rating there can be.

use super::training::{KINDS, case};
use crate::samples::{percent, slot};
use award_kit::archive::{Project, ScoringCopy};
use award_kit::assessment::ItemChange;
use award_kit::criteria::{Interview, Kind, Pack, Requirement, interview_built_in};
use award_kit::date::Date;
use award_kit::language::Language;
use award_kit::panel::{Examined, Missed, MissedRule, Pull, Sheet, SheetChange, missed_rules, training_result};
use award_kit::report::say;
use award_kit::scoring::band_of;

fn interview() -> Interview {
    interview_built_in().expect("the kit's own interview")
}

fn on(project: &Project) -> Date {
    project.assessment.eligibility.application_date.expect("a day")
}

fn examined<'a>(pack: &'a Pack, project: &'a Project, interview: Option<&'a Interview>) -> Examined<'a> {
    Examined {
        pack,
        reference: &project.assessment,
        interview,
        on: on(project),
        tolerance: 5,
    }
}

/// A sheet in which one item is rated, with bands for some factors.
fn rated(pack: &Pack, project: &Project, item: &str, rating: u8, bands: &[(usize, usize)]) -> Sheet {
    let slot = slot(pack, item);
    let mut sheet = ScoringCopy::for_trainee(pack, project, "Li", &[]).sheet;
    sheet = sheet.changed(slot, &SheetChange::Item(ItemChange::Percent(Some(percent(rating)))));
    for (factor, band) in bands {
        let band = Some(*band);
        sheet = sheet.changed(slot, &SheetChange::Item(ItemChange::Band { factor: *factor, band }));
    }
    sheet
}

/// The factors an explanation turns on, each with the questions of the facts that decide.
fn told(missed: &Missed<'_>) -> Vec<(usize, Vec<String>)> {
    let of = |requirement: &Requirement| {
        let mut ids: Vec<String> = requirement.leaves().into_iter().filter_map(|leaf| leaf.question().map(str::to_owned)).collect();
        ids.dedup();
        ids
    };
    missed
        .factors
        .iter()
        .map(|factor| {
            let mut ids: Vec<String> = factor.facts.iter().flat_map(|fact| of(fact.requirement)).collect();
            ids.dedup();
            (factor.factor, ids)
        })
        .collect()
}

struct Worked {
    kind: Kind,
    item: &'static str,
    own: u8,
    bands: &'static [(usize, usize)],
    rule: MissedRule,
    factors: &'static [(usize, &'static [&'static str])],
}

/// Approach 0, deployment 1, learning 2, integration 3; level 0, trend 1, comparison 2, integration 3. Bands 0 to 5.
const WORKED: &[Worked] = &[
    // A manual taken for mature governance: deployed to two of five places, learning by repair, two connections.
    Worked {
        kind: Kind::Manufacturing,
        item: "leadership.governance",
        own: 55,
        bands: &[],
        rule: MissedRule::Median { base: 2 },
        factors: &[(1, &["places", "practice"]), (2, &["reviewed", "facts", "changed"]), (3, &["serves"])],
    },
    // Three factors in 50–65 and deployment below: it alone holds the item.
    Worked {
        kind: Kind::Manufacturing,
        item: "processes.design",
        own: 60,
        bands: &[],
        rule: MissedRule::Limit { factor: 1, base: 2 },
        factors: &[(1, &["places", "practice"])],
    },
    // The trainee has chosen bands: only what was chosen too high is told.
    Worked {
        kind: Kind::Manufacturing,
        item: "customers.knowledge",
        own: 55,
        bands: &[(0, 3), (1, 3), (2, 2), (3, 3)],
        rule: MissedRule::Median { base: 2 },
        factors: &[(1, &["places", "practice"])],
    },
    // Targets met that lie below the sector: the level of most key requirements is not good.
    Worked {
        kind: Kind::Service,
        item: "results.products",
        own: 60,
        bands: &[],
        rule: MissedRule::Place { base: 3, pull: Pull::Down },
        factors: &[(0, &["good"])],
    },
    // Two years are no trend, and one comparison is none.
    Worked {
        kind: Kind::Manufacturing,
        item: "results.resources",
        own: 40,
        bands: &[],
        rule: MissedRule::Median { base: 1 },
        factors: &[(1, &["years"]), (2, &["compared"])],
    },
    // Results without comparison.
    Worked {
        kind: Kind::Manufacturing,
        item: "results.finance",
        own: 60,
        bands: &[],
        rule: MissedRule::Place { base: 3, pull: Pull::Down },
        factors: &[(2, &["compared", "standing"])],
    },
    // Suggestions of one warehouse.
    Worked {
        kind: Kind::Service,
        item: "measurement.innovation",
        own: 45,
        bands: &[],
        rule: MissedRule::Limit { factor: 1, base: 1 },
        factors: &[(1, &["places"])],
    },
    // Too harsh: what the reference's band asks for and was not seen.
    Worked {
        kind: Kind::Service,
        item: "resources.infrastructure",
        own: 60,
        bands: &[],
        rule: MissedRule::Median { base: 4 },
        factors: &[
            (0, &["method", "since", "matters"]),
            (1, &["places", "practice"]),
            (2, &["reviewed", "facts", "changed"]),
            (3, &["serves"]),
        ],
    },
    // The band was right, and the factor above it pulls up.
    Worked {
        kind: Kind::Manufacturing,
        item: "strategy.development",
        own: 50,
        bands: &[],
        rule: MissedRule::Place { base: 3, pull: Pull::Up },
        factors: &[(3, &["serves"])],
    },
];

#[test]
fn worked_ratings_name_the_rule_and_the_facts() {
    let interview = interview();
    for worked in WORKED {
        let (pack, project) = case(worked.kind, Language::Zh);
        let sheet = rated(&pack, &project, worked.item, worked.own, worked.bands);
        let found = missed_rules(
            examined(&pack, &project, Some(&interview)),
            &training_result(&pack, &project.assessment, &sheet),
        );
        let [missed] = &found[..] else { panic!("{}: {found:?}", worked.item) };
        assert_eq!(missed.rule, Some(worked.rule), "{}", worked.item);
        let wanted: Vec<(usize, Vec<String>)> = worked
            .factors
            .iter()
            .map(|(factor, ids)| (*factor, ids.iter().map(|id| (*id).to_owned()).collect()))
            .collect();
        assert_eq!(told(missed), wanted, "{}", worked.item);
        assert!(missed.factors.iter().all(|factor| factor.chosen != worked.bands.is_empty()), "{}", worked.item);
    }
}

/// Every rating of every item of both cases: what is near needs no word; what is not is explained in the direction in which it is off, by
/// facts that are as they are said to be.
#[test]
fn every_rating_that_is_too_far_off_is_explained_the_way_it_is_off() {
    let interview = interview();
    for kind in KINDS {
        let (pack, project) = case(kind, Language::Zh);
        for own in (0..=100).step_by(5) {
            let mut sheet = ScoringCopy::for_trainee(&pack, &project, "Li", &[]).sheet;
            for (slot, _) in pack.items() {
                sheet = sheet.changed(slot, &SheetChange::Item(ItemChange::Percent(Some(percent(own)))));
            }
            let result = training_result(&pack, &project.assessment, &sheet);
            let found = missed_rules(examined(&pack, &project, Some(&interview)), &result);
            let far = result.items.iter().filter(|item| item.offset.is_some_and(|offset| offset.abs() > 5)).count();
            assert_eq!(found.len(), far);
            assert!(found.windows(2).all(|two| two[0].offset.abs() >= two[1].offset.abs()));
            for missed in &found {
                let id = &pack.item(missed.item).id;
                let lenient = missed.offset > 0;
                let rubric = pack.rubric_of(missed.item);
                let at = band_of(rubric, percent(own));
                assert!(
                    missed.rule.is_some() && !matches!(missed.rule, Some(MissedRule::Departs { .. })),
                    "{id} at {own}"
                );
                let placed = matches!(missed.rule, Some(MissedRule::Place { .. }));
                assert!(placed || !missed.factors.is_empty(), "{id} at {own}: {:?}", missed.rule);
                let (_, outcome) = missed.outcome.as_ref().expect("facts");
                for factor in &missed.factors {
                    assert!(
                        !factor.chosen && factor.own == at && (factor.own > factor.reference) == lenient,
                        "{id} at {own}"
                    );
                    // Where the facts come to the reference's band they always tell something.
                    if outcome.factors[factor.factor].low == factor.reference {
                        assert!(!factor.facts.is_empty(), "{id} at {own}: factor {}", factor.factor);
                    }
                }
            }
        }
    }
}

#[test]
fn without_the_interview_only_the_rubric_speaks() {
    let (pack, project) = case(Kind::Manufacturing, Language::En);
    let sheet = rated(&pack, &project, "processes.design", 60, &[]);
    let found = missed_rules(examined(&pack, &project, None), &training_result(&pack, &project.assessment, &sheet));
    assert_eq!(found[0].rule, Some(MissedRule::Limit { factor: 1, base: 2 }));
    assert!(found[0].outcome.is_none() && told(&found[0]) == [(1, Vec::new())]);
}

#[test]
fn a_reference_beside_its_own_bands_is_said_to_depart_and_one_without_bands_has_no_rule() {
    let (pack, project) = case(Kind::Manufacturing, Language::En);
    let item = slot(&pack, "processes.design");
    let changed = |changes: &[ItemChange]| {
        let mut project = project.clone();
        for change in changes {
            project.assessment = award_kit::assessment::Action::Item(item, change.clone()).apply(&project.assessment);
        }
        project
    };
    let departing = changed(&[ItemChange::Percent(Some(percent(80)))]);
    let open = changed(&[ItemChange::Band { factor: 0, band: None }]);
    for (project, wanted) in [
        (
            departing,
            Some(MissedRule::Departs {
                low: percent(40),
                high: percent(45),
            }),
        ),
        (open, None),
    ] {
        let sheet = rated(&pack, &project, "processes.design", 60, &[]);
        let found = missed_rules(examined(&pack, &project, None), &training_result(&pack, &project.assessment, &sheet));
        assert_eq!(found[0].rule, wanted);
    }
}

#[test]
fn what_was_missed_is_told_in_whole_sentences_of_each_language() {
    let interview = interview();
    for language in Language::ALL {
        for worked in WORKED {
            let (pack, project) = case(worked.kind, *language);
            let sheet = rated(&pack, &project, worked.item, worked.own, worked.bands);
            let result = training_result(&pack, &project.assessment, &sheet);
            let found = missed_rules(examined(&pack, &project, Some(&interview)), &result);
            let told = say::missed(&pack, *language, on(&project), &found[0]);
            assert_eq!(told.len(), 1 + worked.factors.len(), "{told:?}");
            let end = if *language == Language::Zh { '。' } else { '.' };
            for line in &told {
                assert!(line.ends_with(end) && !line.contains(['{', '}']) && !line.contains("。。"), "{line}");
            }
            for (line, (factor, _)) in told[1..].iter().zip(worked.factors) {
                let rubric = pack.rubric_of(found[0].item);
                let name = pack.words(language.tag()).factor(&rubric.id, &rubric.factors[*factor].id);
                assert!(line.contains(name), "{line}: {name}");
            }
        }
    }
    let (pack, project) = case(Kind::Manufacturing, Language::Zh);
    let sheet = rated(&pack, &project, "processes.design", 60, &[]);
    let result = training_result(&pack, &project.assessment, &sheet);
    let found = missed_rules(examined(&pack, &project, Some(&interview)), &result);
    assert_eq!(
        say::missed(&pack, Language::Zh, on(&project), &found[0]),
        [
            "“展开”把条款限制在 30～45 档，其他要素再高也不抬高它。",
            "展开：参考为 30～45 档，低于评分所在的 50～65 档。50～65 档指“展开良好，个别部门进度不一”。案例没有达到：落实的范围不少于 3 项（共 5 项），实为关键过程、其他价值创造过程；执行程度达到“大多执行，个别部门进度不一”，实为部分环节执行，仍处于初期。",
        ]
    );
}
