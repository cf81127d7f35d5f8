//! The training cases that ship: whole, graded, and each reference following from its bands and its facts.

use super::training::{KINDS, case, rated};
use crate::samples::day;
use award_kit::archive::ScoringCopy;
use award_kit::assessment::{Fact, ProfileText};
use award_kit::criteria::{Kind, QuestionKind, interview_built_in};
use award_kit::indicators::read_results;
use award_kit::interview::{evaluate, told_by_figures};
use award_kit::language::Language;
use award_kit::scoring::{band_of, suggest};
use std::collections::BTreeSet;

#[test]
fn a_case_of_manufacturing_and_one_of_a_service_ship_plainly_fictional_and_of_varying_maturity() {
    for kind in KINDS {
        for language in Language::ALL {
            let (pack, project) = case(kind, *language);
            let assessment = &project.assessment;
            let name = assessment.organisation.text(ProfileText::Name);
            assert!(assessment.fictional && (name.contains("虚构") || name.contains("fictional")), "{name}");
            assert_eq!((assessment.organisation.kind, &project.kept), (Some(kind), &Vec::new()));
            let items = rated(&pack, &project);
            assert_eq!(items.len(), 23, "{name}");
            let bands = items
                .iter()
                .filter_map(|slot| Some(band_of(pack.rubric_of(*slot), assessment.item(*slot).percent?)));
            let bands: BTreeSet<usize> = bands.collect();
            assert!(bands.len() >= 4, "{name}: {bands:?}");
            let rubrics: BTreeSet<&str> = items.iter().map(|slot| pack.item(*slot).rubric.as_str()).collect();
            assert_eq!(rubrics.len(), 2, "{name}");
        }
    }
}

#[test]
fn every_reference_has_answers_bands_and_a_reason_and_is_near_what_its_bands_suggest() {
    for kind in KINDS {
        for language in Language::ALL {
            let (pack, project) = case(kind, *language);
            for slot in rated(&pack, &project) {
                let (record, id) = (project.assessment.item(slot), &pack.item(slot).id);
                assert!(record.answers().filter(|answer| !answer.is_empty()).count() >= 4, "{id}");
                assert!(record.remark.contains('%') && record.remark.chars().count() > 40, "{id}");
                assert!(!record.strengths.is_empty() && !record.opportunities.is_empty(), "{id}");
                let (percent, suggestion) = (
                    record.percent.expect("a reference"),
                    suggest(pack.rubric_of(slot), &record.bands, 5).expect("all bands"),
                );
                let near = suggestion.low.moved(-1, 5)..=suggestion.high.moved(1, 5);
                assert!(near.contains(&percent), "{id}: {percent}, suggested {} to {}", suggestion.low, suggestion.high);
            }
        }
    }
}

#[test]
fn both_languages_of_a_case_hold_the_same_ratings_bands_and_answered_factors() {
    for kind in KINDS {
        let [(pack, zh), (_, en)] = [Language::Zh, Language::En].map(|language| case(kind, language));
        for (slot, item) in pack.items() {
            let (zh, en) = (zh.assessment.item(slot), en.assessment.item(slot));
            assert_eq!((zh.percent, &zh.bands), (en.percent, &en.bands), "{}", item.id);
            for scope in 0..zh.scopes() {
                for factor in 0..zh.bands.len() {
                    assert_eq!(zh.answer(scope, factor).is_empty(), en.answer(scope, factor).is_empty(), "{}", item.id);
                    // The same facts: every number of one stands in the other.
                    let percents = |text: &str| text.matches('%').count();
                    assert_eq!(percents(zh.answer(scope, factor)), percents(en.answer(scope, factor)), "{}", item.id);
                }
            }
        }
        assert_eq!(zh.assessment.organisation.registration_date, en.assessment.organisation.registration_date);
        assert_eq!(zh.assessment.organisation.revenue, en.assessment.organisation.revenue);
    }
}

/// Factors whose facts come to another band than the reference, always one beside it: a case of four years where the rule asks for five, no
/// third way of splitting the results, one comparison where the assessor saw a beginning.
const BESIDE: [(Kind, &str, &str); 4] = [
    (Kind::Manufacturing, "results.products", "trend"),
    (Kind::Service, "results.customers", "trend"),
    (Kind::Service, "results.customers", "integration"),
    (Kind::Service, "results.processes", "comparison"),
];

#[test]
fn the_facts_of_every_reference_answer_all_questions_and_come_to_its_bands() {
    let interview = interview_built_in().expect("the kit's own interview");
    let mut beside = Vec::new();
    for kind in KINDS {
        for language in Language::ALL {
            let (pack, project) = case(kind, *language);
            let assessment = &project.assessment;
            let on = assessment.eligibility.application_date.expect("the day the facts are judged by");
            assert_eq!(on, day("2016-12-02"));
            let results = read_results(&pack, assessment);
            for (slot, about) in pack.items() {
                let (item, record) = (interview.of(&pack, slot).expect("an interview"), assessment.item(slot));
                let outcome = evaluate(item, &record.facts, told_by_figures(assessment, &results, slot).as_ref(), on, 5);
                for (question, given) in item.questions().zip(&outcome.given) {
                    assert!(given.said().is_some(), "{kind:?} {} {}: {given:?}", about.id, question.id);
                }
                for factor in &outcome.factors {
                    let id = &item.rubric.factors[factor.factor].id;
                    let reference = record.bands[factor.factor].expect("a band");
                    assert!(factor.low == factor.high && factor.low.abs_diff(reference) <= 1, "{kind:?} {} {id}", about.id);
                    if factor.low != reference {
                        beside.push((kind, about.id.clone(), id.clone()));
                    }
                }
            }
        }
    }
    beside.dedup();
    let wanted: Vec<(Kind, String, String)> = BESIDE.iter().map(|(kind, item, factor)| (*kind, (*item).into(), (*factor).into())).collect();
    let sorted = |all: Vec<(Kind, String, String)>| all.into_iter().map(|one| format!("{one:?}")).collect::<BTreeSet<String>>();
    assert_eq!(sorted(beside), sorted(wanted));
}

#[test]
fn no_reference_ranks_above_the_band_its_factors_allow_and_every_reason_names_that_band() {
    for kind in KINDS {
        for language in Language::ALL {
            let (pack, project) = case(kind, *language);
            for (slot, about) in pack.items() {
                let (record, rubric) = (project.assessment.item(slot), pack.rubric_of(slot));
                let base = suggest(rubric, &record.bands, 5).expect("all bands").base;
                let rated = band_of(rubric, record.percent.expect("a reference"));
                assert!(rated <= base && rated + 1 >= base, "{kind:?} {}: rated in {rated}, base {base}", about.id);
                let named = language.band(rubric.bands[base].from, rubric.bands[base].to);
                assert!(record.remark.contains(&named), "{kind:?} {}: {named} in {}", about.id, &*record.remark);
            }
        }
    }
}

/// Names of departments are in the language; everything else is one fact.
#[test]
fn both_languages_of_a_case_hold_the_same_facts() {
    let interview = interview_built_in().expect("the kit's own interview");
    for kind in KINDS {
        let [(pack, zh), (_, en)] = [Language::Zh, Language::En].map(|language| case(kind, language));
        for (slot, about) in pack.items() {
            for question in interview.of(&pack, slot).expect("an interview").questions() {
                let [one, other] = [&zh, &en].map(|project| project.assessment.item(slot).facts.get(&question.id).cloned());
                match (question.kind, &one, &other) {
                    (QuestionKind::Names, Some(Fact::Words(one)), Some(Fact::Words(other))) => assert_eq!(one.len(), other.len(), "{}", about.id),
                    _ => assert_eq!(one, other, "{kind:?} {} {}", about.id, question.id),
                }
            }
        }
    }
}

/// What a case is graded by: low and high items in both rubrics, references right at their band's ends and in its middle, limits that hold.
#[test]
fn a_case_is_graded_on_purpose() {
    for kind in KINDS {
        let (pack, project) = case(kind, Language::Zh);
        let (mut limited, mut pulled) = (0, BTreeSet::new());
        for (slot, _) in pack.items() {
            let record = project.assessment.item(slot);
            let found = suggest(pack.rubric_of(slot), &record.bands, 5).expect("all bands");
            limited += usize::from(found.limited_by.is_some());
            pulled.insert((found.below.is_empty(), found.above.is_empty()));
        }
        assert!(limited >= 1, "{kind:?}: a factor holds an item down");
        assert_eq!(pulled.len(), 4, "{kind:?}: {pulled:?}");
        let percents: BTreeSet<_> = rated(&pack, &project).iter().map(|slot| project.assessment.item(*slot).percent).collect();
        assert!(percents.len() >= 9, "{kind:?}: {percents:?}");
    }
}

#[test]
fn a_trainee_gets_no_facts_and_an_assessor_does() {
    let (pack, project) = case(Kind::Service, Language::En);
    let facts = |copy: &ScoringCopy| {
        let read = copy.read.as_ref().expect("something to read");
        pack.items().filter(|(slot, _)| !read.item(*slot).facts.is_empty()).count()
    };
    let assessor = ScoringCopy::for_assessor(&pack, &project, "Li", &[]);
    let trainee = ScoringCopy::for_trainee(&pack, &project, "Li", &[]);
    assert_eq!((facts(&assessor), facts(&trainee)), (23, 0));
    // It is a copy of the same case, with the same answers.
    assert_eq!(assessor.sheet, trainee.sheet);
    for (slot, _) in pack.items() {
        let answers = |copy: &ScoringCopy| copy.read.as_ref().map(|read| read.item(slot).answers().cloned().collect::<Vec<_>>());
        assert_eq!(answers(&assessor), answers(&trainee));
    }
}

/// The figures tell the same in both languages; whose they are compared with is named in each.
#[test]
fn both_languages_of_a_case_hold_the_same_figures() {
    for kind in KINDS {
        let [(pack, zh), (_, en)] = [Language::Zh, Language::En].map(|language| case(kind, language));
        let (zh, en) = (&zh.assessment.figures, &en.assessment.figures);
        assert_eq!(zh.window, en.window);
        assert_eq!(zh.inputs, en.inputs);
        let typed = pack.indicators().filter(|(slot, _)| !zh.indicator(*slot).values.is_empty()).count();
        assert!(typed >= 8, "{kind:?}: {typed}");
        for (slot, about) in pack.indicators() {
            let (one, other) = (zh.indicator(slot), en.indicator(slot));
            assert_eq!(
                (&one.values, &one.target, &one.benchmark.values),
                (&other.values, &other.target, &other.benchmark.values),
                "{}",
                about.id
            );
        }
    }
}
