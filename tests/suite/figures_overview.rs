//! All results at a glance, and the figures by the five origins of data.

use crate::samples::{BEIJING, after};
use award_kit::archive::open;
use award_kit::assessment::{Action, FigureChange, FigureSlot, FigureText, Goal, Origin, text};
use award_kit::indicators::{Glance, IndicatorReading, Mark, read_origins, read_results};

fn catalogue(id: &str) -> FigureSlot {
    FigureSlot::Catalogue(BEIJING.indicator_slot(id).expect("an indicator"))
}

fn change(id: &str, change: FigureChange) -> Action {
    Action::Figure(catalogue(id), change)
}

fn typed(id: &str, all: &[f64]) -> Vec<Action> {
    let value = |(year, value): (i32, &f64)| change(id, FigureChange::Value { year, value: Some(*value) });
    (2013..).zip(all).map(value).collect()
}

fn benchmark(id: &str, value: f64) -> Action {
    change(
        id,
        FigureChange::BenchmarkValue {
            year: 2015,
            value: Some(value),
        },
    )
}

fn glance(id: &str, actions: &[Action]) -> Glance {
    let results = read_results(&BEIJING, &after(&BEIJING, actions));
    let one = |reading: &&IndicatorReading| reading.slot == catalogue(id);
    results.indicators.iter().find(one).expect("every indicator is read").glance()
}

#[test]
fn level_trend_and_comparison_are_there_or_missing_and_say_which_way() {
    use Mark::{Even, Good, Missing, Poor, Unclear};
    let id = "customer-loyalty";
    let target = |value| change(id, FigureChange::Target(Some(Goal::Value(value))));
    let rank = |place, of| change(id, FigureChange::Rank(Some((place, of))));
    let rise = || typed(id, &[90.0, 92.0, 94.0]);
    let with = |more: Vec<Action>| [rise(), more].concat();
    for (what, actions, marks) in [
        ("nothing", vec![], (Missing, Missing, Missing)),
        ("a target alone", vec![target(90.0)], (Missing, Missing, Missing)),
        ("three years", rise(), (Missing, Good, Missing)),
        ("the target reached", with(vec![target(90.0)]), (Good, Good, Missing)),
        ("the target missed", with(vec![target(95.0)]), (Poor, Good, Missing)),
        ("ahead", with(vec![benchmark(id, 85.0)]), (Good, Good, Good)),
        ("level with the benchmark", with(vec![benchmark(id, 94.0)]), (Good, Good, Even)),
        (
            "behind, a soft target reached",
            with(vec![target(90.0), benchmark(id, 99.0)]),
            (Poor, Good, Poor),
        ),
        ("ahead, a target reached", with(vec![target(90.0), benchmark(id, 85.0)]), (Good, Good, Good)),
        ("placed in the first quarter", with(vec![rank(2, 40)]), (Good, Good, Good)),
        ("placed in the better half", with(vec![rank(15, 40)]), (Good, Good, Even)),
        ("placed last", with(vec![rank(40, 40)]), (Poor, Good, Poor)),
        ("two years", [typed(id, &[90.0, 92.0]), vec![target(90.0)]].concat(), (Good, Missing, Missing)),
        ("falling", typed(id, &[94.0, 92.0, 88.0]), (Missing, Poor, Missing)),
        ("flat", typed(id, &[94.0, 94.1, 94.0]), (Missing, Even, Missing)),
        ("to and fro", typed(id, &[90.0, 99.0, 92.0]), (Missing, Unclear, Missing)),
    ] {
        let found = glance(id, &actions);
        assert_eq!((found.level, found.trend, found.comparison), marks, "{what}");
    }
    let neutral = [typed("debt-ratio", &[40.0, 50.0, 60.0]), vec![benchmark("debt-ratio", 50.0)]].concat();
    let found = glance("debt-ratio", &neutral);
    assert_eq!((found.level, found.trend, found.comparison), (Missing, Unclear, Unclear));
}

#[test]
fn each_origin_speaks_for_its_indicators_and_claims_on_one_origin_alone_are_told() {
    let claim = |id: &str, origins: &[Origin], evidence: &str| {
        let mut actions = [typed(id, &[90.0, 92.0, 94.0]), vec![benchmark(id, 80.0)]].concat();
        actions.extend(origins.iter().map(|origin| change(id, FigureChange::Origin(*origin, true))));
        actions.push(change(id, FigureChange::Text(FigureText::Evidence, text(evidence))));
        actions
    };
    let actions = [
        claim("customer-loyalty", &[Origin::Enterprise], "E-1"),
        claim("customer-satisfaction", &[Origin::Enterprise, Origin::ThirdParty], " "),
        claim("brand-awareness", &[Origin::Media], ""),
        claim("market-share", &[], "E-2"),
        // No claim: behind the benchmark.
        typed("goal-achievement", &[90.0, 92.0, 94.0]),
        vec![
            benchmark("goal-achievement", 99.0),
            change("goal-achievement", FigureChange::Origin(Origin::Government, true)),
        ],
        // No figure at all.
        vec![change("exports", FigureChange::Origin(Origin::Consumers, true))],
    ]
    .concat();
    let assessment = after(&BEIJING, &actions);
    let results = read_results(&BEIJING, &assessment);
    let found = read_origins(&assessment, &results);
    let ids = |all: &[usize]| {
        let id = |at: &usize| match results.indicators[*at].slot {
            FigureSlot::Catalogue(slot) => BEIJING.indicator(slot).id.as_str(),
            FigureSlot::Own(_) => "own",
        };
        all.iter().map(id).collect::<Vec<&str>>()
    };
    let told: Vec<_> = found
        .origins
        .iter()
        .map(|one| (one.origin, ids(&one.indicators), ids(&one.alone), ids(&one.unproven)))
        .collect();
    let wanted = [
        (
            Origin::Enterprise,
            vec!["customer-satisfaction", "customer-loyalty"],
            vec!["customer-loyalty"],
            vec!["customer-satisfaction"],
        ),
        (Origin::Government, vec!["goal-achievement"], vec![], vec!["goal-achievement"]),
        (Origin::Consumers, vec![], vec![], vec![]),
        (Origin::Media, vec!["brand-awareness"], vec!["brand-awareness"], vec!["brand-awareness"]),
        (Origin::ThirdParty, vec!["customer-satisfaction"], vec![], vec!["customer-satisfaction"]),
    ];
    assert_eq!(told, wanted);
    assert_eq!(ids(&found.unnamed), ["market-share"]);
}

#[test]
fn in_the_sample_every_figure_has_an_origin_or_is_told_to_have_none() {
    let content = std::fs::read_to_string(format!("{}/assets/samples/manufacturing.zh.json", env!("CARGO_MANIFEST_DIR"))).expect("the sample");
    let assessment = open(&content).expect("a file").with_pack(&BEIJING).expect("under its pack").assessment;
    let results = read_results(&BEIJING, &assessment);
    let found = read_origins(&assessment, &results);
    let mut told: Vec<usize> = found.origins.iter().flat_map(|one| one.indicators.clone()).chain(found.unnamed).collect();
    told.sort_unstable();
    told.dedup();
    let with_figure: Vec<usize> = (0..results.indicators.len()).filter(|at| results.indicators[*at].has_figure()).collect();
    assert_eq!(told, with_figure);
}
