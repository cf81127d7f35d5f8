//! The worked samples: one for each kind of applicant, the same facts in both languages, plainly fictional.

use award_kit::archive::{Project, open, open_bytes, write};
use award_kit::assessment::{ImprovementAction, ImprovementPlan, ProfileText, Progress, Referrer, UnitText, links, text};
use award_kit::criteria::{Kind, Pack, built_in, built_in_packs};
use award_kit::date::parse_date;
use award_kit::eligibility::{Verdict, judge};
use award_kit::findings::{Place, claims, findings};
use award_kit::language::Language;
use award_kit::scoring::{Assumption, score, what_if};

fn sample(kind: Kind, language: Language) -> (Pack, Project) {
    let name = kind.word().replace('_', "-");
    let path = format!("{}/assets/samples/{name}.{}.json", env!("CARGO_MANIFEST_DIR"), language.tag());
    let opened = open_bytes(&std::fs::read(path).expect("the sample is there")).expect("the sample opens");
    let pack = built_in(&opened.pack().id).expect("its pack is built in");
    let project = opened.with_pack(&pack).expect("it fits its pack");
    (pack, project)
}

#[test]
fn every_kind_has_a_sample_of_its_kind_that_is_fictional_rated_in_full_and_eligible() {
    let today = parse_date("2026-01-01").expect("a day");
    for kind in Kind::ALL {
        for language in Language::ALL {
            let (pack, project) = sample(kind, *language);
            let assessment = &project.assessment;
            assert_eq!(assessment.organisation.kind, Some(kind));
            assert!(assessment.fictional);
            let name = assessment.organisation.text(ProfileText::Name);
            assert!(name.contains("虚构") || name.contains("fictional"), "{name}");
            assert!(project.kept.is_empty(), "{:?}", project.kept);
            assert_eq!(score(&pack, assessment).unrated, 0);
            let record = &assessment.eligibility;
            let eligibility = judge(&pack, assessment, record.edition, record.application_date, today);
            assert_eq!(eligibility.verdict, Verdict::Eligible);
            assert!(findings(&pack, assessment, &eligibility).len() < 4);
        }
    }
}

/// What is shown of it beside the same item of an assessment under whichever criteria.
#[test]
fn an_item_of_a_sample_reads_alone_under_its_own_criteria_and_under_those_that_share_its_items() {
    for kind in Kind::ALL {
        let (own, project) = sample(kind, Language::Zh);
        let content = write(&project, &own);
        for pack in built_in_packs() {
            let id = pack.id();
            for (slot, item) in pack.items() {
                let alone = open(&content).expect("it opens").item_alone(&pack, slot);
                let Some(same) = own.item_slot(&item.id) else {
                    assert_eq!(alone, None, "{id} {}", item.id);
                    continue;
                };
                let (alone, same) = (alone.expect("the sample has all items"), project.assessment.item(same));
                if id == own.id() {
                    assert_eq!(alone, **same, "{}", item.id);
                } else if pack.rubric_of(slot).id == own.rubric_of(own.item_slot(&item.id).expect("it has it")).id {
                    assert_eq!(alone.answer(0, 0), same.answer(0, 0), "{id} {}", item.id);
                }
            }
        }
    }
}

#[test]
fn both_languages_of_a_sample_have_the_same_ratings_bands_answers_and_figures() {
    for kind in Kind::ALL {
        let [(pack, zh), (_, en)] = [Language::Zh, Language::En].map(|language| sample(kind, language));
        for (slot, item) in pack.items() {
            let (zh, en) = (zh.assessment.item(slot), en.assessment.item(slot));
            assert_eq!(
                (zh.percent, &zh.bands, zh.evidence.len()),
                (en.percent, &en.bands, en.evidence.len()),
                "{}",
                item.id
            );
            for scope in 0..zh.scopes() {
                assert_eq!(zh.scope_is_empty(scope), en.scope_is_empty(scope), "{} {scope}", item.id);
            }
        }
        let facts = |assessment: &award_kit::assessment::Assessment| {
            let entries = assessment.evidence.entries.iter();
            let facts = entries.map(|entry| (entry.number.clone(), entry.kind, entry.date, entry.valid_until, entry.confidentiality));
            facts.collect::<Vec<_>>()
        };
        assert_eq!(facts(&zh.assessment), facts(&en.assessment), "{kind:?}");
        assert_eq!(links(&zh.assessment), links(&en.assessment), "{kind:?}");
        assert_eq!(zh.assessment.organisation.registration_date, en.assessment.organisation.registration_date);
        assert_eq!(zh.assessment.organisation.revenue, en.assessment.organisation.revenue);
        let [zh_plan, en_plan] = [&zh, &en].map(|project| &project.assessment.improvement);
        assert_eq!(zh_plan.targets, en_plan.targets);
        let plain = |plan: &ImprovementPlan| -> Vec<ImprovementAction> { plan.actions.iter().map(|action| without_texts(action)).collect() };
        assert_eq!(plain(zh_plan), plain(en_plan));
        assert_eq!(zh.assessment.eligibility.application_date, en.assessment.eligibility.application_date);
    }
}

/// What of an action is the same in every language.
fn without_texts(action: &ImprovementAction) -> ImprovementAction {
    let written = |content: &str| text(if content.is_empty() { "" } else { "…" });
    ImprovementAction {
        title: written(&action.title),
        owner: written(&action.owner),
        note: written(&action.note),
        ..action.clone()
    }
}

#[test]
fn every_sample_has_a_plan_with_every_kind_of_progress_and_nothing_amiss_in_it() {
    for kind in Kind::ALL {
        let (pack, project) = sample(kind, Language::Zh);
        let plan = &project.assessment.improvement;
        for progress in Progress::ALL {
            assert!(plan.actions.iter().any(|action| action.progress == progress), "{kind:?} {progress:?}");
        }
        assert!(plan.actions.iter().all(|action| pack.item_slot(&action.item).is_some()), "{kind:?}");
        assert!(plan.targets.iter().any(Option::is_some), "{kind:?}");
        for (slot, item) in pack.items().filter(|(slot, _)| plan.target(*slot).is_some()) {
            assert!(plan.target(slot) > project.assessment.item(slot).percent, "{kind:?} {}", item.id);
        }
        let now = score(&pack, &project.assessment).total.points;
        assert!(what_if(&pack, &project.assessment, Assumption::Actions).total.points > now);
        let record = &project.assessment.eligibility;
        let today = parse_date("2026-01-01").expect("a day");
        let eligibility = judge(&pack, &project.assessment, record.edition, record.application_date, today);
        let found = findings(&pack, &project.assessment, &eligibility);
        assert!(!found.iter().any(|finding| matches!(finding.place(), Place::Action(_))), "{found:?}");
    }
}

#[test]
fn what_is_asked_of_a_kind_alone_is_answered_in_its_sample() {
    for kind in [Kind::Service, Kind::PublicWelfare] {
        let (pack, project) = sample(kind, Language::Zh);
        let mut asked = 0;
        for (slot, item) in pack.items() {
            for (at, prompt) in item.prompts.iter().enumerate().filter(|(_, prompt)| prompt.applies_to == [kind]) {
                asked += 1;
                assert!(!project.assessment.item(slot).scope_is_empty(at + 1), "{} {}", item.id, prompt.id);
            }
        }
        assert!(asked > 3, "{kind:?}: {asked}");
    }
}

#[test]
fn the_register_of_every_sample_holds_every_number_that_is_referred_to() {
    for (kind, entries) in [(Kind::Manufacturing, 42), (Kind::Service, 42), (Kind::PublicWelfare, 39)] {
        for language in Language::ALL {
            let (_, project) = sample(kind, *language);
            let links = links(&project.assessment);
            assert_eq!(links.of_entry.len(), entries);
            assert!(links.of_entry.iter().all(|places| !places.is_empty()), "{kind:?}");
            assert!(links.references.iter().all(|reference| reference.missing.is_empty()), "{kind:?}");
            for (entry, places) in project.assessment.evidence.entries.iter().zip(&links.of_entry) {
                for place in places {
                    if let Referrer::Item(slot, at) = place {
                        let reference = &project.assessment.item(*slot).evidence[*at];
                        assert_eq!(**reference, *format!("{} {}", entry.number, entry.title));
                    }
                }
            }
        }
    }
}

#[test]
fn every_sample_has_a_management_model_and_its_controlled_units_which_are_invented_too() {
    for (kind, units) in [(Kind::Manufacturing, 3), (Kind::Service, 3), (Kind::PublicWelfare, 1)] {
        let [zh, en] = [Language::Zh, Language::En].map(|language| sample(kind, language).1.assessment.organisation.clone());
        for organisation in [&zh, &en] {
            assert!(ProfileText::MODEL.iter().all(|part| !organisation.text(*part).trim().is_empty()), "{kind:?}");
            assert_eq!(organisation.units.len(), units, "{kind:?}");
            for unit in &organisation.units {
                assert!(unit.name.contains("虚构") || unit.name.contains("fictional"), "{}", unit.name);
                let told = [UnitText::Relation, UnitText::Activity].map(|field| !unit.text(field).is_empty());
                assert!(told == [true, true] && unit.in_scope.is_some(), "{}", unit.name);
            }
        }
        let paragraphs = |part: ProfileText| [&zh, &en].map(|organisation| organisation.text(part).lines().count());
        assert!(ProfileText::MODEL.iter().map(|part| paragraphs(*part)).all(|[zh, en]| zh == en), "{kind:?}");
        let facts = |organisation: &award_kit::assessment::Organisation| -> Vec<(String, Option<bool>, bool)> {
            let units = organisation.units.iter();
            units.map(|unit| (unit.id.to_string(), unit.in_scope, unit.employees.is_empty())).collect()
        };
        assert_eq!(facts(&zh), facts(&en), "{kind:?}");
    }
}

/// What an answer claims names its evidence, as an applicant's should; what is left shows what the list of claims looks like.
#[test]
fn few_claims_of_a_sample_name_no_evidence() {
    for kind in Kind::ALL {
        for language in Language::ALL {
            let (pack, project) = sample(kind, *language);
            let left: Vec<String> = claims(&pack, &project.assessment).into_iter().flat_map(|claims| claims.sentences).collect();
            assert!((1..=15).contains(&left.len()), "{kind:?} {language:?}: {left:#?}");
        }
    }
}
