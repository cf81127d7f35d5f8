//! The samples: their interviews say what their texts say, and come to the bands their assessors chose, or one beside them.

use super::{FOLDER_DAY, interview, judged, sample};
use crate::samples::BEIJING;
use award_kit::assessment::Fact;
use award_kit::criteria::QuestionKind;
use award_kit::indicators::read_results;
use award_kit::interview::{Given, evaluate, told_by_figures};
use award_kit::language::Language;
use award_kit::scoring::band_of;

const SAMPLES: [&str; 3] = ["manufacturing", "service", "public-welfare"];

/// Factors that come out more than one band away, and why: none at present.
const FARTHER: [(&str, &str, &str); 0] = [];

#[test]
fn the_interviews_of_the_samples_land_within_one_band_of_their_ratings() {
    let interview = interview();
    let mut beside = Vec::new();
    for name in SAMPLES {
        let assessment = sample(name, Language::Zh);
        let results = read_results(&BEIJING, &assessment);
        for (slot, about) in BEIJING.items() {
            let item = interview.of(&BEIJING, slot).expect("an interview");
            let record = assessment.item(slot);
            let figures = told_by_figures(&assessment, &results, slot);
            let outcome = evaluate(item, &record.facts, figures.as_ref(), judged(FOLDER_DAY), 5);
            for (question, given) in item.questions().zip(&outcome.given) {
                assert!(given.said().is_some(), "{name} {} {}: {given:?}", about.id, question.id);
            }
            for factor in &outcome.factors {
                let id = &item.rubric.factors[factor.factor].id;
                let chosen = record.bands[factor.factor].expect("a band is chosen");
                assert_eq!(factor.low, factor.high, "{name} {} {id}", about.id);
                if factor.low.abs_diff(chosen) > 1 {
                    beside.push(format!("{name} {} {id}: chosen {chosen}, found {}", about.id, factor.low));
                }
            }
            let (low, high) = outcome.range.expect("a range");
            let rated = band_of(item.rubric, record.percent.expect("a rating"));
            let (low, high) = (band_of(item.rubric, low), band_of(item.rubric, high));
            if rated + 1 < low || rated > high + 1 {
                beside.push(format!("{name} {}: rated in band {rated}, range from {low} to {high}", about.id));
            }
        }
    }
    let wanted: Vec<String> = FARTHER.iter().map(|(sample, item, factor)| format!("{sample} {item} {factor}")).collect();
    assert_eq!(beside, wanted);
}

/// Both languages tell the same facts; only names of departments are in the language.
#[test]
fn the_samples_answer_alike_in_both_languages() {
    let interview = interview();
    for name in SAMPLES {
        let [zh, en] = [Language::Zh, Language::En].map(|language| sample(name, language));
        for (slot, about) in BEIJING.items() {
            let item = interview.of(&BEIJING, slot).expect("an interview");
            for question in item.questions() {
                let [one, other] = [&zh, &en].map(|assessment| assessment.item(slot).facts.get(&question.id).cloned());
                match (question.kind, &one, &other) {
                    (QuestionKind::Names, Some(Fact::Words(one)), Some(Fact::Words(other))) => assert_eq!(one.len(), other.len(), "{name} {}", about.id),
                    _ => assert_eq!(one, other, "{name} {} {}", about.id, question.id),
                }
            }
        }
    }
}

/// What a sample's figures tell is mostly not told a second time; where a text tells more than its figures do, a person has answered.
#[test]
fn the_samples_leave_to_the_figures_what_these_tell() {
    let interview = interview();
    let [mut by_figures, mut own] = [0, 0];
    for name in SAMPLES {
        let assessment = sample(name, Language::Zh);
        let results = read_results(&BEIJING, &assessment);
        for slot in BEIJING.results_items() {
            let item = interview.of(&BEIJING, slot).expect("an interview");
            let Some(figures) = told_by_figures(&assessment, &results, slot) else {
                continue;
            };
            let outcome = evaluate(item, &assessment.item(slot).facts, Some(&figures), judged(FOLDER_DAY), 5);
            for (question, given) in item.questions().zip(&outcome.given).filter(|(question, _)| question.figures.is_some()) {
                match given {
                    Given::ByFigures(_) => by_figures += 1,
                    Given::Answered(_) => own += 1,
                    other => panic!("{name} {} {}: {other:?}", item.asked.item, question.id),
                }
            }
        }
    }
    assert!(by_figures > 4 * own, "{by_figures} by figures, {own} by hand");
}
