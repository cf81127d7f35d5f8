//! What figures say under their pack: formulas, coverage, hints, and the laws they keep. Worked cases stand in `tests/cases/figures.md`.

use crate::samples::{BEIJING, NEW, after, cases, slot};
use award_kit::archive::open;
use award_kit::assessment::{Action, Assessment, FigureChange, FigureSlot, Goal, OwnChange, OwnIndicator, text};
use award_kit::criteria::{Aim, Formula, Kind, Pack};
use award_kit::indicators::{HintReason, Results, evaluate, read_results};
use award_kit::language::Language;
use award_kit::report::say;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use std::collections::BTreeSet;
use std::rc::Rc;

fn catalogue(id: &str) -> FigureSlot {
    FigureSlot::Catalogue(BEIJING.indicator_slot(id).unwrap_or_else(|| panic!("{id} is an indicator")))
}

fn typed(id: &str, all: &[f64]) -> Vec<Action> {
    let slot = catalogue(id);
    let value = |(year, value): (i32, &f64)| Action::Figure(slot, FigureChange::Value { year, value: Some(*value) });
    (2011..).zip(all).map(value).collect()
}

fn change(id: &str, change: FigureChange) -> Vec<Action> {
    vec![Action::Figure(catalogue(id), change)]
}

fn read(actions: &[Vec<Action>]) -> Results {
    read_results(&BEIJING, &after(&BEIJING, actions.iter().flatten()))
}

#[test]
fn formulas_give_their_worked_numbers() {
    let value = |id: &str, year: i32| match (id, year) {
        ("made", 2015) => Some(10_000.0),
        ("good", 2015) => Some(9_850.0),
        ("loss", 2014) => Some(-50.0),
        ("loss", 2015) => Some(-40.0),
        ("zero", _) => Some(0.0),
        ("mean", _) => Some(10.02),
        ("sigma", _) => Some(0.01),
        ("lower", _) => Some(9.95),
        ("upper", _) => Some(10.05),
        ("a", _) => Some(90.0),
        ("b", _) => Some(95.0),
        ("c", _) => Some(98.0),
        _ => None,
    };
    let name = |id: &str| id.to_owned();
    let share = |part: &str, whole: &str| Formula::Share {
        part: name(part),
        whole: name(whole),
        per: 100,
    };
    let capability = |sigma: &str| Formula::Capability {
        mean: name("mean"),
        sigma: name(sigma),
        lower: name("lower"),
        upper: name("upper"),
    };
    let cases = [
        (share("good", "made"), Some(98.5)),
        (share("good", "zero"), None),
        (share("good", "missing"), None),
        (Formula::Growth { of: name("loss") }, Some(20.0)),
        (Formula::Fall { of: name("loss") }, Some(-20.0)),
        (Formula::Growth { of: name("made") }, None),
        (Formula::Growth { of: name("zero") }, None),
        (
            Formula::Difference {
                plus: name("made"),
                minus: name("good"),
            },
            Some(150.0),
        ),
        (
            Formula::Sum {
                of: vec![name("made"), name("good")],
            },
            Some(19_850.0),
        ),
        (
            Formula::Sum {
                of: vec![name("made"), name("missing")],
            },
            None,
        ),
        (
            Formula::Product {
                of: vec![name("a"), name("b"), name("c")],
                per: 10_000,
            },
            Some(83.79),
        ),
        (capability("sigma"), Some(1.0)),
        (capability("zero"), None),
    ];
    for (formula, wanted) in cases {
        let found = evaluate(&formula, 2015, &value);
        let close = match (found, wanted) {
            (Some(found), Some(wanted)) => (found - wanted).abs() < 1e-9,
            (found, wanted) => found == wanted,
        };
        assert!(close, "{formula:?}: {found:?} instead of {wanted:?}");
    }
}

#[test]
fn every_finding_and_reason_is_said_in_both_languages_with_nothing_left_open() {
    let sample = sample("zh");
    let results = read_results(&BEIJING, &sample);
    for language in Language::ALL {
        let findings = results
            .findings
            .iter()
            .map(|finding| say::figure_finding(&BEIJING, &sample, *language, finding));
        let hints = results.items.iter().filter_map(|item| item.hint.as_ref());
        let reasons = hints.flat_map(|hint| &hint.factors).map(|factor| say::hint(*language, factor.reason));
        for said in findings.chain(reasons) {
            assert!(!said.contains(['{', '}']) && said.len() > 10, "{said}");
        }
    }
}

fn sample(language: &str) -> Assessment {
    sample_of("manufacturing", language)
}

fn sample_of(kind: &str, language: &str) -> Assessment {
    let path = format!("{}/assets/samples/{kind}.{language}.json", env!("CARGO_MANIFEST_DIR"));
    let content = std::fs::read_to_string(path).expect("the sample");
    let project = open(&content).expect("a file").with_pack(&BEIJING).expect("under its pack");
    assert!(project.kept.is_empty(), "{:?}", project.kept);
    project.assessment
}

#[test]
fn the_samples_of_the_other_kinds_have_figures_and_only_lack_years() {
    for (kind, least, codes) in [("service", 35, &[][..]), ("public-welfare", 20, &["missing_year", "too_short"])] {
        for language in ["zh", "en"] {
            let results = read_results(&BEIJING, &sample_of(kind, language));
            let with_figure = results.indicators.iter().filter(|reading| reading.has_figure());
            assert!(
                with_figure.clone().count() >= least && with_figure.clone().all(|reading| reading.applies),
                "{kind}"
            );
            let found: BTreeSet<&str> = results.findings.iter().map(|finding| finding.doubt.code()).collect();
            assert!(found.iter().eq(codes), "{kind}: {found:?}");
        }
    }
}

#[test]
fn the_sample_has_three_slips_and_no_other_doubts() {
    for language in ["zh", "en"] {
        let assessment = sample(language);
        let results = read_results(&BEIJING, &assessment);
        let with_figure = results.indicators.iter().filter(|reading| reading.has_figure()).count();
        assert!(with_figure >= 40, "{with_figure}");
        let found: Vec<_> = results
            .findings
            .iter()
            .map(|finding| (finding.subject, finding.doubt.code(), finding.year))
            .collect();
        let subject = |id| award_kit::indicators::Subject::Indicator(catalogue(id));
        let slips = [
            (subject("early-failure-rate"), "unit_slip", Some(2015)),
            (subject("quality-staff-share"), "broken_identity", Some(2015)),
            (subject("technology-transfer"), "impossible_value", Some(2014)),
        ];
        assert_eq!(found, slips);
        assert!(results.items.iter().all(|item| item.hint.is_some()));
    }
}

#[test]
fn coverage_counts_the_areas_that_have_an_indicator_for_the_applicants_kind() {
    let areas = |kind: Option<Kind>| {
        let results = read(&[vec![Action::Kind(kind)]]);
        let item = results
            .items
            .iter()
            .find(|item| item.item == slot(&BEIJING, "results.products"))
            .expect("an item");
        let areas = &BEIJING.item(item.item).areas;
        item.areas.iter().map(|area| areas[area.area].clone()).collect::<Vec<String>>()
    };
    assert_eq!(areas(None).len(), 6);
    assert_eq!(areas(Some(Kind::Manufacturing)), ["conformity", "performance", "new-products"]);
    assert!(areas(Some(Kind::PublicWelfare)).contains(&"programmes".to_owned()));
    let own = OwnIndicator {
        item: text("results.products"),
        area: text("programmes"),
        ..OwnIndicator::default()
    };
    let actions = [Action::Kind(Some(Kind::Manufacturing)), Action::AddOwn(NEW, Rc::new(own))];
    let results = read_results(&BEIJING, &after(&BEIJING, &actions));
    assert_eq!(results.items[0].areas.len(), 4, "an indicator of one's own makes its area count");
}

#[test]
fn hints_follow_the_figures_and_say_nothing_without_them() {
    let item = slot(&BEIJING, "results.leadership");
    let hint = |actions: &[Vec<Action>]| {
        let results = read(actions);
        results.items.iter().find(|found| found.item == item).expect("an item").hint.clone()
    };
    assert_eq!(hint(&[]), None);
    let kind = vec![Action::Kind(Some(Kind::Manufacturing))];
    let goals = [kind, typed("goal-achievement", &[75.0, 83.0, 91.0, 93.0, 95.0])].concat();
    let one = hint(std::slice::from_ref(&goals)).expect("a hint");
    let bands: Vec<Option<usize>> = one.factors.iter().map(|factor| factor.band).collect();
    assert_eq!(bands, [None, Some(1), Some(0), Some(1)], "one of six areas, nothing to measure its level by");
    assert_eq!(one.factors[0].reason, HintReason::LevelUnmeasured { areas: 6 });
    assert_eq!(one.range, None);
    let target = change("goal-achievement", FigureChange::Target(Some(Goal::Value(90.0))));
    let better = hint(&[goals.clone(), target]).expect("a hint");
    assert_eq!(better.factors[0].reason, HintReason::Level { good: 1, areas: 6 });
    assert_eq!(better.range.map(|(low, high)| (low.value(), high.value())), Some((5, 10)));
    let worse = [goals, typed("injury-rate", &[1.0, 2.0, 3.0, 4.0, 5.0])].concat();
    let HintReason::Trend { improving, worsening, .. } = hint(&[worse]).expect("a hint").factors[1].reason else {
        panic!("a trend")
    };
    assert_eq!((improving, worsening), (1, 1));
}

#[test]
fn three_years_never_hint_at_sustained_trends() {
    let three = read_results(&BEIJING, &sample("zh"));
    for item in &three.items {
        let trend = item.hint.as_ref().expect("a hint").factors[1];
        assert!(trend.band <= Some(3), "{}: {trend:?}", BEIJING.item(item.item).id);
    }
}

#[test]
fn a_chain_of_formulas_that_doubles_is_computed_at_once() {
    let mut structure = BEIJING.content().clone();
    let place = structure.structure["indicators"][0].clone();
    let mut all = Vec::new();
    for at in 0..200 {
        let mut indicator = place.clone();
        indicator["id"] = format!("i{at}").into();
        let before = if at == 0 { "revenue".to_owned() } else { format!("i{}", at - 1) };
        indicator["formula"] = serde_json::json!({ "kind": "sum", "of": [before, before] });
        all.push(indicator);
    }
    let names: Vec<String> = (0..200).map(|at| format!("indicator.i{at}")).collect();
    structure.structure["indicators"] = all.into();
    structure.structure["identities"] = serde_json::json!([]);
    let inherited = |id: &str| id.starts_with("indicator.") || id.starts_with("identity.");
    for (_, texts) in &mut structure.texts {
        let texts = texts.as_object_mut().expect("texts");
        texts.retain(|id, _| !inherited(id));
        for name in &names {
            texts.insert(name.clone(), "双倍".into());
            texts.insert(format!("{name}.formula"), "双倍。".into());
        }
    }
    let figures = structure.sources["figures"].as_object_mut().expect("figures");
    figures.retain(|key, _| !key.starts_with("indicator/"));
    // Units and sources that nothing needs any more are faults of the pack, not of the figures.
    let faults = match Pack::from_content(structure.clone()) {
        Ok(_) => Vec::new(),
        Err(faults) => faults,
    };
    for fault in faults {
        let id = fault.given.clone();
        structure
            .texts
            .iter_mut()
            .filter_map(|(_, texts)| texts.as_object_mut())
            .for_each(|texts| drop(texts.shift_remove(&id)));
    }
    let Ok(pack) = Pack::from_content(structure) else { panic!("the pack loads") };
    let mut actions: Vec<Action> = (0..200)
        .map(|at| Action::Figure(FigureSlot::Catalogue(award_kit::criteria::IndicatorSlot(at)), FigureChange::Computed(true)))
        .collect();
    let input = pack.input_slot("revenue").expect("an input");
    actions.push(Action::Input {
        input,
        year: 2015,
        value: Some(1.0),
    });
    let results = read_results(&pack, &after(&pack, &actions));
    assert_eq!(results.indicators[9].series.values(), [1024.0]);
}

/// One series with what it is measured by, as an own indicator.
#[derive(Debug, Clone)]
struct Drawn {
    aim: Aim,
    values: Vec<Option<f64>>,
    benchmark: Vec<Option<f64>>,
    target: Option<f64>,
}

fn drawn() -> impl Strategy<Value = Drawn> {
    let value = || option::weighted(0.9, (1..2_000_i32).prop_map(|value| f64::from(value) / 4.0));
    let parts = (select(&[Aim::Higher, Aim::Lower][..]), vec(value(), 5), vec(value(), 5), value());
    parts.prop_map(|(aim, values, benchmark, target)| Drawn {
        aim,
        values,
        benchmark,
        target,
    })
}

/// The drawn indicators entered in this order, with every number changed.
fn entered(all: &[&Drawn], turned: bool, number: &dyn Fn(f64) -> f64) -> Assessment {
    let mut actions = Vec::new();
    let areas = ["strategy", "energy", "environment", "safety", "public-good"];
    for (at, drawn) in all.iter().enumerate() {
        let own = OwnIndicator {
            item: text("results.leadership"),
            area: text(areas[at % areas.len()]),
            ..OwnIndicator::default()
        };
        let aim = match (drawn.aim, turned) {
            (Aim::Higher, true) => Aim::Lower,
            (Aim::Lower, true) => Aim::Higher,
            (aim, _) => aim,
        };
        let slot = FigureSlot::Own(at);
        actions.extend([Action::AddOwn(NEW, Rc::new(own)), Action::Own(at, OwnChange::Direction(aim))]);
        for (year, value) in (2011..).zip(&drawn.values) {
            actions.push(Action::Figure(
                slot,
                FigureChange::Value {
                    year,
                    value: value.map(number),
                },
            ));
        }
        for (year, value) in (2011..).zip(&drawn.benchmark) {
            actions.push(Action::Figure(
                slot,
                FigureChange::BenchmarkValue {
                    year,
                    value: value.map(number),
                },
            ));
        }
        let target = drawn.target.map(|target| Goal::Value(number(target)));
        actions.push(Action::Figure(slot, FigureChange::Target(target)));
    }
    after(&BEIJING, &actions)
}

/// The years in which digits are taken for exchanged. Which digits stand beside each other is a matter of the unit, and where they are
/// told nothing else is said of the year, nor of a step away from it.
fn exchanged(assessment: &Assessment) -> Vec<(FigureSlot, Option<i32>)> {
    let results = read_results(&BEIJING, assessment);
    let exchanged = results.findings.iter().filter(|finding| finding.doubt.code() == "swapped_digits");
    let place = |finding: &award_kit::indicators::FigureFinding| match finding.subject {
        award_kit::indicators::Subject::Indicator(slot) => Some((slot, finding.year)),
        _ => None,
    };
    exchanged.filter_map(place).collect()
}

/// What is judged of each own indicator but from the years on that are `unsure`, without any number.
fn judged_but(assessment: &Assessment, unsure: &[(FigureSlot, Option<i32>)]) -> Vec<String> {
    let results = read_results(&BEIJING, assessment);
    let own = results.indicators.iter().filter(|reading| matches!(reading.slot, FigureSlot::Own(_)));
    own.map(|reading| {
        let subject = award_kit::indicators::Subject::Indicator(reading.slot);
        let findings: Vec<_> = results.findings.iter().filter(|finding| finding.subject == subject).collect();
        let of_any_unit = findings
            .iter()
            .filter(|finding| !unsure.iter().any(|&(slot, from)| slot == reading.slot && finding.year >= from));
        let codes: Vec<_> = of_any_unit.map(|finding| (finding.doubt.code(), finding.year)).collect();
        let statistics = reading.statistics.as_ref();
        let trend = statistics.map(|found| (found.trend.judgement, found.trend.evidence));
        let course = statistics.and_then(|found| found.comparison.as_ref().map(|beside| (beside.first, beside.latest, beside.course)));
        format!(
            "{:?} {:?} {:?} {trend:?} {course:?} {codes:?}",
            reading.is_good(),
            reading.stands_up(),
            reading.leads()
        )
    })
    .collect()
}

fn judged(assessment: &Assessment) -> Vec<String> {
    judged_but(assessment, &[])
}

fn hints(assessment: &Assessment) -> String {
    let results = read_results(&BEIJING, assessment);
    format!("{:?}", results.items.iter().map(|item| &item.hint).collect::<Vec<_>>())
}

proptest! {
    #![proptest_config(cases(96))]

    #[test]
    fn direction_flipped_and_values_negated_give_the_same_judgement(all in vec(drawn(), 1..6)) {
        let all: Vec<&Drawn> = all.iter().collect();
        let (plain, turned) = (entered(&all, false, &|value| value), entered(&all, true, &|value| -value));
        prop_assert_eq!(judged(&plain), judged(&turned));
        prop_assert_eq!(hints(&plain), hints(&turned));
    }

    #[test]
    fn scaling_the_unit_changes_no_verdict(all in vec(drawn(), 1..6), scale in select(&[0.001, 0.1, 7.3, 1e4][..])) {
        let all: Vec<&Drawn> = all.iter().collect();
        let (plain, scaled) = (entered(&all, false, &|value| value), entered(&all, false, &|value| value * scale));
        let unsure = [exchanged(&plain), exchanged(&scaled)].concat();
        prop_assert_eq!(judged_but(&plain, &unsure), judged_but(&scaled, &unsure));
        prop_assert_eq!(hints(&plain), hints(&scaled));
    }

    #[test]
    fn the_order_of_indicators_is_irrelevant(all in vec(drawn(), 5)) {
        // In areas of their own, so that an order is a mere order.
        let forward: Vec<&Drawn> = all.iter().collect();
        let backward: Vec<&Drawn> = all.iter().rev().collect();
        let (one, mut other) = (entered(&forward, false, &|value| value), entered(&backward, false, &|value| value));
        let mut turned = judged(&other);
        turned.reverse();
        prop_assert_eq!(judged(&one), turned);
        // The same indicators in the same areas, entered the other way round.
        other.figures = one.figures.clone();
        Rc::make_mut(&mut other.figures).own.reverse();
        prop_assert_eq!(hints(&one), hints(&other));
    }
}
