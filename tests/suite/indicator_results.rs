//! What figures say under their pack: values by formula, verification, coverage, hints, and the laws they keep.

use crate::samples::{BEIJING, NEW, after, cases, slot};
use award_kit::archive::open;
use award_kit::assessment::{Action, Assessment, FigureChange, FigureSlot, FigureText, Goal, Origin, OwnChange, OwnIndicator, Quantity, Whose, Window, text};
use award_kit::criteria::{Aim, Formula, Kind, Pack};
use award_kit::indicators::{FigureDoubt, HintReason, IndicatorReading, Results, evaluate, read_results};
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

fn values(id: &str, all: &[Option<f64>]) -> Vec<Action> {
    let slot = catalogue(id);
    let value = |(year, value): (i32, &Option<f64>)| Action::Figure(slot, FigureChange::Value { year, value: *value });
    (2011..).zip(all).map(value).collect()
}

fn typed(id: &str, all: &[f64]) -> Vec<Action> {
    values(id, &all.iter().copied().map(Some).collect::<Vec<_>>())
}

fn input(id: &str, all: &[f64]) -> Vec<Action> {
    let input = BEIJING.input_slot(id).unwrap_or_else(|| panic!("{id} is an input"));
    (2011..)
        .zip(all)
        .map(|(year, value)| Action::Input {
            input,
            year,
            value: Some(*value),
        })
        .collect()
}

fn change(id: &str, change: FigureChange) -> Vec<Action> {
    vec![Action::Figure(catalogue(id), change)]
}

fn target(id: &str, value: f64) -> Vec<Action> {
    change(id, FigureChange::Target(Some(Goal::Value(value))))
}

/// A benchmark with a name.
fn benchmarks(id: &str, all: &[(i32, f64)]) -> Vec<Action> {
    let named = [
        change(id, FigureChange::BenchmarkWhose(Some(Whose::Competitor))),
        change(id, FigureChange::Text(FigureText::BenchmarkName, text("同行 A 公司"))),
    ];
    let value = |(year, value): &(i32, f64)| {
        change(
            id,
            FigureChange::BenchmarkValue {
                year: *year,
                value: Some(*value),
            },
        )
    };
    named.into_iter().chain(all.iter().map(value)).flatten().collect()
}

fn computed(id: &str) -> Vec<Action> {
    change(id, FigureChange::Computed(true))
}

fn read(actions: &[Vec<Action>]) -> Results {
    read_results(&BEIJING, &after(&BEIJING, actions.iter().flatten()))
}

fn reading<'a>(results: &'a Results, id: &str) -> &'a IndicatorReading {
    let slot = catalogue(id);
    results.indicators.iter().find(|reading| reading.slot == slot).expect("every indicator is read")
}

/// Codes and years.
type Codes = Vec<(&'static str, Option<i32>)>;

/// Codes and years of what was found.
fn found(results: &Results) -> Codes {
    results.findings.iter().map(|finding| (finding.doubt.code(), finding.year)).collect()
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
fn values_are_computed_from_inputs_and_from_computed_indicators() {
    let energy = [input("energy-use", &[820.0, 770.0, 730.0]), input("gross-output", &[10_000.0; 3])];
    let results = read(&[energy.concat(), computed("energy-intensity"), computed("energy-fall")]);
    assert_eq!(reading(&results, "energy-intensity").series.values(), [0.082, 0.077, 0.073]);
    let fall = reading(&results, "energy-fall");
    assert_eq!(fall.series.at(2011), None, "nothing is known of the year before");
    assert!((fall.series.at(2012).expect("a fall") - 6.097_560_975_609_756).abs() < 1e-9);
}

#[test]
fn growth_in_the_first_year_asked_for_uses_the_year_before() {
    let revenue = input("revenue", &[100.0, 110.0, 121.0]);
    let years = vec![Action::Years(Window::new(2012, 2))];
    let results = read(&[revenue, years, computed("main-revenue"), computed("revenue-growth")]);
    let growth = reading(&results, "revenue-growth").series.values();
    assert!(growth.len() == 2 && growth.iter().all(|growth| (growth - 10.0).abs() < 1e-9), "{growth:?}");
}

#[test]
fn verification_finds_what_an_examiner_would_catch() {
    let rise = [90.0, 91.0, 92.0, 93.0, 94.0];
    let id = "customer-loyalty";
    let benchmark = |year, value| change(id, FigureChange::BenchmarkValue { year, value: Some(value) });
    let named = [
        change(id, FigureChange::BenchmarkWhose(Some(Whose::Competitor))),
        change(id, FigureChange::Text(FigureText::BenchmarkName, text("同行 A 公司"))),
    ]
    .concat();
    let origin = |origin| change(id, FigureChange::Origin(origin, true));
    let evidence = change(id, FigureChange::Text(FigureText::Evidence, text("E-1")));
    let ahead = [typed(id, &rise), benchmark(2015, 80.0), named, evidence].concat();
    let gap = [values(id, &[Some(90.0), None, Some(92.0), Some(93.0)])].concat();
    let reason = change(id, FigureChange::Text(FigureText::Gap(2012), text("口径调整")));
    let cases: Vec<(&str, Vec<Vec<Action>>, Codes)> = vec![
        ("nothing", vec![], vec![]),
        ("a clean series", vec![typed(id, &rise)], vec![]),
        ("above 100 %", vec![typed(id, &[90.0, 101.0, 92.0])], vec![("impossible_value", Some(2012))]),
        (
            "below zero",
            vec![typed("invention-patents", &[3.0, -4.0, 5.0])],
            vec![("impossible_value", Some(2012))],
        ),
        (
            "below −100 %",
            vec![typed("donation-growth", &[5.0, 6.0, -100.5, 7.0])],
            vec![("impossible_value", Some(2013))],
        ),
        (
            "beyond all bounds",
            vec![typed("main-revenue", &[1e3, 1e16, 1.1e3, 1.2e3])],
            vec![("impossible_value", Some(2012))],
        ),
        (
            "a year out by ten",
            vec![typed("exports", &[410.0, 4_800.0, 520.0])],
            vec![("unit_slip", Some(2012))],
        ),
        (
            "a year out by 10,000",
            vec![typed("main-revenue", &[5_000.0, 5_200.0, 5.5e7, 5_700.0])],
            vec![("unit_slip", Some(2013))],
        ),
        (
            "a sudden step",
            vec![typed("exports", &[100.0, 102.0, 104.0, 208.0, 212.0])],
            vec![("sudden_step", Some(2014))],
        ),
        ("identical years", vec![typed(id, &[97.4, 97.4, 97.4])], vec![("identical_years", None)]),
        (
            "identical at the end of what is possible",
            vec![typed("emission-compliance", &[100.0; 3])],
            vec![],
        ),
        ("identical counts", vec![typed("sector-rank", &[3.0; 3])], vec![]),
        ("two years", vec![typed(id, &[90.0, 91.0])], vec![("too_short", None)]),
        ("a missing year", vec![gap.clone()], vec![("missing_year", Some(2012))]),
        ("a missing year with a reason", vec![gap, reason], vec![]),
        (
            "ahead on its own word",
            vec![ahead.clone(), origin(Origin::Enterprise)],
            vec![("single_origin", None)],
        ),
        (
            "ahead with a second origin",
            vec![ahead.clone(), origin(Origin::Enterprise), origin(Origin::ThirdParty)],
            vec![],
        ),
        ("ahead by a third party's word", vec![ahead, origin(Origin::ThirdParty)], vec![]),
        (
            "a benchmark without a name",
            vec![typed(id, &rise), benchmark(2015, 95.0)],
            vec![("unnamed_benchmark", None)],
        ),
        (
            "an impossible rank",
            vec![change("sector-rank", FigureChange::Rank(Some((4, 3))))],
            vec![("impossible_rank", None)],
        ),
        (
            "an origin without evidence",
            vec![origin(Origin::Media)],
            vec![("origin_without_evidence", None)],
        ),
        (
            "profit above revenue",
            vec![typed("main-revenue", &[100.0, 110.0, 120.0]), typed("total-profit", &[10.0, 11.0, 121.0])],
            vec![("unit_slip", Some(2013)), ("broken_identity", Some(2013))],
        ),
        (
            "growth that does not match",
            vec![typed("main-revenue", &[1000.0, 1100.0, 1210.0]), typed("revenue-growth", &[9.0, 10.0, 11.4])],
            vec![("broken_identity", Some(2013))],
        ),
        (
            "a fall that does not match",
            vec![typed("energy-intensity", &[0.08, 0.076, 0.0722]), typed("energy-fall", &[4.0, 5.0, 7.5])],
            vec![("broken_identity", Some(2013))],
        ),
        (
            "grades above 100 %",
            vec![typed("premium-rate", &[60.0, 64.0, 68.0]), typed("first-grade-rate", &[30.0, 33.0, 36.0])],
            vec![("broken_identity", Some(2013))],
        ),
        (
            "productivity against value added and staff",
            vec![
                input("value-added", &[8_000.0; 3]),
                input("average-staff", &[400.0; 3]),
                typed("labour-productivity", &[20.0, 20.1, 21.0]),
            ],
            vec![("broken_identity", Some(2012)), ("broken_identity", Some(2013))],
        ),
        (
            "a formula that gives something else",
            vec![input("goals-met", &[9.0]), input("goals-set", &[12.0]), typed("goal-achievement", &[57.0])],
            vec![("too_short", None), ("formula_mismatch", Some(2011))],
        ),
        (
            "another unit in all years",
            vec![typed("exports", &[4_100.0, 4_800.0, 5_200.0]), target("exports", 550.0)],
            vec![("far_from_reference", None)],
        ),
        (
            "percentages as shares of one",
            vec![typed(id, &[0.841, 0.857, 0.872])],
            vec![("share_for_percent", None)],
        ),
        (
            "minus for plus",
            vec![typed("total-profit", &[4_930.0, -5_840.0, 6_850.0])],
            vec![("lone_sign", Some(2012))],
        ),
        ("a loss that has ended", vec![typed("total-profit", &[-120.0, -80.0, 60.0])], vec![]),
        (
            "digits exchanged",
            vec![typed("main-revenue", &[48_300.0, 45_600.0, 61_200.0])],
            vec![("swapped_digits", Some(2012))],
        ),
        (
            "a benchmark in the place of a value",
            vec![typed("market-share", &[8.1, 8.9, 12.8]), benchmarks("market-share", &[(2013, 12.8)])],
            vec![("copied_reference", Some(2013))],
        ),
        (
            "all benchmarks in the place of values",
            vec![typed(id, &[90.2, 91.4, 92.3]), benchmarks(id, &[(2011, 90.2), (2012, 91.4), (2013, 92.3)])],
            vec![("copied_benchmark", None)],
        ),
        (
            "two rows exchanged",
            vec![
                typed(id, &[92.7, 97.0, 98.4]),
                target(id, 84.0),
                typed("complaints-on-time-rate", &[83.0, 84.2, 86.0]),
                target("complaints-on-time-rate", 98.0),
            ],
            vec![("exchanged_rows", None), ("exchanged_rows", None)],
        ),
        (
            "one year of two rows exchanged",
            vec![
                typed("staff-turnover", &[9.6, 43.0, 7.9]),
                typed("training-hours-per-person", &[38.0, 8.4, 47.0]),
            ],
            vec![("exchanged_year", Some(2012)), ("exchanged_year", Some(2012))],
        ),
        (
            "half a patent",
            vec![typed("invention-patents", &[3.0, 3.5, 5.0])],
            vec![("not_whole", Some(2012))],
        ),
        (
            "thousands of persons",
            vec![input("staff", &[0.808, 0.837, 0.86])],
            vec![("not_whole", Some(2011))],
        ),
        ("an average of persons", vec![input("average-staff", &[808.5, 837.0, 860.0])], vec![]),
        (
            "more technical staff than staff",
            vec![input("technical-staff", &[185.0, 198.0, 900.0]), input("staff", &[808.0, 837.0, 860.0])],
            vec![("part_above_whole", Some(2013))],
        ),
        (
            "profit above revenue, as quantities alone",
            vec![
                input("profit", &[49_300.0, 58_400.0, 68_500.0]),
                input("revenue", &[48_300.0, 54_600.0, 61_200.0]),
            ],
            vec![
                ("broken_identity", Some(2011)),
                ("broken_identity", Some(2012)),
                ("broken_identity", Some(2013)),
            ],
        ),
        (
            "revenue in yuan beside the profile",
            vec![
                vec![Action::Quantity(Quantity::Revenue, Some(61_200))],
                input("revenue", &[483e6, 546e6, 612e6]),
            ],
            vec![("unlike_profile", None)],
        ),
        (
            "a profile of this year",
            vec![
                vec![Action::Quantity(Quantity::Revenue, Some(68_000)), Action::Quantity(Quantity::Staff, Some(900))],
                input("revenue", &[48_300.0, 54_600.0, 61_200.0]),
                input("staff", &[808.0, 837.0, 860.0]),
            ],
            vec![],
        ),
        (
            "an input out by ten, told once",
            vec![
                input("revenue", &[48_300.0, 546_000.0, 61_200.0]),
                computed("main-revenue"),
                input("rd-spend", &[2_657.0, 3_167.0, 3_794.0]),
                typed("rd-intensity", &[5.5, 5.8, 6.2]),
            ],
            vec![("unit_slip", Some(2012))],
        ),
        // Nothing is wrong with these.
        ("growth once weak", vec![typed("revenue-growth", &[12.6, 1.3, 14.9])], vec![]),
        ("from the seventh place to the first", vec![typed("sector-rank", &[7.0, 7.0, 5.0, 1.0])], vec![]),
        (
            "an adverse report now and then",
            vec![typed("adverse-reports", &[0.0, 1.0, 1.0, 0.0, 1.0])],
            vec![],
        ),
        ("all of it, although more is possible", vec![typed("key-performance", &[100.0; 3])], vec![]),
        ("the same without decimals", vec![typed("customer-loyalty", &[97.0; 3])], vec![]),
        (
            "a leap that the quantities confirm",
            vec![
                input("rd-spend", &[100.0, 110.0, 1_210.0]),
                input("revenue", &[10_000.0, 10_500.0, 11_000.0]),
                typed("rd-intensity", &[1.0, 1.05, 11.0]),
            ],
            vec![("unit_slip", Some(2013))],
        ),
        (
            "inputs alone",
            vec![input("promoters", &[60.0, 70.0]), input("detractors", &[30.0, 40.0])],
            vec![("broken_identity", Some(2012))],
        ),
    ];
    let mut seen = BTreeSet::new();
    for (what, actions, wanted) in cases {
        seen.extend(wanted.iter().map(|(code, _)| *code));
        assert_eq!(found(&read(&actions)), wanted, "{what}");
    }
    assert_eq!(seen, BTreeSet::from(FigureDoubt::CODES), "every code has a case");
}

#[test]
fn years_that_are_not_asked_for_do_not_count() {
    let id = "customer-loyalty";
    let years = vec![Action::Years(Window::new(2012, 3))];
    let results = read(&[typed(id, &[190.0, 91.0, 92.0, 93.0, 9.0]), years]);
    assert_eq!(found(&results), []);
    assert_eq!(reading(&results, id).series.values(), [91.0, 92.0, 93.0]);
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
fn a_neutral_indicator_without_a_target_range_is_not_judged() {
    let results = read(&[typed("debt-ratio", &[40.0, 50.0, 60.0])]);
    let debt = reading(&results, "debt-ratio");
    assert_eq!((debt.direction, debt.trend(), debt.is_good()), (None, None, None));
    assert!(debt.has_figure() && debt.has_trend());
    let target = change("debt-ratio", FigureChange::Target(Goal::within(40.0, 55.0)));
    let results = read(&[typed("debt-ratio", &[40.0, 50.0, 60.0]), target]);
    assert_eq!(reading(&results, "debt-ratio").is_good(), Some(false));
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

/// Values, target, benchmark of the last year, and whether the level is good, stands up and leads.
#[test]
fn a_soft_target_proves_no_level_and_a_hard_one_counts() {
    type Verdict = (Option<bool>, Option<bool>, Option<bool>);
    type Case = (&'static str, f64, Option<f64>, Option<f64>, Verdict);
    let id = "customer-loyalty";
    let table: [Case; 9] = [
        ("a soft target", 94.0, Some(90.0), Some(96.0), (Some(false), Some(false), Some(false))),
        ("target and benchmark", 94.0, Some(90.0), Some(92.0), (Some(true), Some(true), Some(true))),
        ("a hard target", 94.0, Some(97.0), Some(92.0), (Some(false), Some(true), Some(true))),
        ("a target alone", 94.0, Some(90.0), None, (Some(true), None, None)),
        ("a target missed", 94.0, Some(95.0), None, (Some(false), None, None)),
        ("a benchmark alone", 94.0, None, Some(92.0), (Some(true), Some(true), Some(true))),
        ("behind alone", 94.0, None, Some(96.0), (Some(false), Some(false), Some(false))),
        ("five times as much is lost", 98.9, None, Some(99.8), (Some(false), Some(false), Some(false))),
        ("nothing to measure it by", 94.0, None, None, (None, None, None)),
    ];
    for (what, last, goal, beside, verdict) in table {
        let mut actions = vec![typed(id, &[last - 4.0, last - 2.0, last])];
        actions.extend(goal.map(|goal| target(id, goal)));
        actions.extend(beside.map(|beside| benchmarks(id, &[(2013, beside)])));
        let results = read(&actions);
        let found = reading(&results, id);
        assert_eq!((found.is_good(), found.stands_up(), found.leads()), verdict, "{what}");
    }
}

#[test]
fn a_comparison_of_an_earlier_year_is_named_and_the_course_of_the_gap_is_said() {
    let id = "customer-loyalty";
    // Own from 2011 on, benchmark, and what is said of it.
    type Case = (&'static [f64], &'static [(i32, f64)], [&'static str; 2]);
    let table: [Case; 6] = [
        (&[90.0, 91.0, 92.0], &[(2013, 85.0)], ["领先", "ahead"]),
        (&[90.0, 91.0, 92.0], &[(2011, 85.0)], ["领先（2011 年）", "ahead (2011)"]),
        (
            &[80.0, 84.0, 88.0],
            &[(2011, 90.0), (2012, 91.0), (2013, 92.0)],
            ["领先，差距缩小", "ahead, gap closing"],
        ),
        (
            &[88.0, 86.0, 84.0],
            &[(2011, 90.0), (2012, 91.0), (2013, 92.0)],
            ["领先，差距扩大", "ahead, gap growing"],
        ),
        (
            &[80.0, 84.0, 88.0],
            &[(2011, 75.0), (2012, 76.0), (2013, 77.0)],
            ["领先，优势扩大", "ahead, lead growing"],
        ),
        (
            &[88.0, 86.0, 84.0, 83.0],
            &[(2011, 75.0), (2012, 76.0), (2013, 77.0)],
            ["领先（2013 年），优势缩小", "ahead (2013), lead shrinking"],
        ),
    ];
    for (own, beside, told) in table {
        let results = read(&[typed(id, own), benchmarks(id, beside)]);
        for language in Language::ALL {
            let (ahead, wanted) = if language.tag() == "zh" { ("领先", told[0]) } else { ("ahead", told[1]) };
            assert_eq!(say::standing_told(*language, reading(&results, id), ahead), wanted, "{own:?}");
        }
    }
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
