//! Made companies by seed, clean or with one slip each: how many slips are found, and how much is found where nothing is wrong.
//!
//! A company has the indicators of a manufacturer, over three to five years: what is counted is whole, what is computed is computed from
//! unrounded quantities and then rounded as it is typed, targets and benchmarks lie near. A slip counts as found where something is said of
//! the indicator or input it stands in, and of its year if one year is said, that was not said before. The rates are printed and held.

use crate::examiner_verdicts::{Draws, rounded};
use crate::samples::{BEIJING, after};
use award_kit::assessment::{Action, FigureChange, FigureSlot, FigureText, Goal, Quantity, Whose, Window, text};
use award_kit::criteria::{Aim, Formula, Kind};
use award_kit::indicators::{FigureFinding, Subject, evaluate, read_results};
use std::collections::BTreeMap;

const LAST: i32 = 2015;

/// How a quantity comes about: by itself from such a size on (counted or not), as so large a part of another, or as what is left of two.
enum Made {
    Whole(f64, f64),
    Part(&'static str, f64, f64),
}
use Made::{Part, Whole};

/// The inputs of a manufacturer, in an order in which all parts follow their wholes.
const INPUTS: &[(&str, Made)] = &[
    ("revenue", Whole(5_000.0, 300_000.0)),
    ("staff", Part("revenue", 0.01, 0.03)),
    ("average-staff", Part("staff", 0.95, 0.99)),
    ("technical-staff", Part("staff", 0.15, 0.3)),
    ("quality-staff", Part("staff", 0.04, 0.08)),
    ("leavers", Part("average-staff", 0.05, 0.12)),
    ("adopted-suggestions", Part("staff", 0.3, 1.2)),
    ("training-hours", Part("average-staff", 25.0, 60.0)),
    ("payroll", Part("average-staff", 6.0, 12.0)),
    ("training-spend", Part("payroll", 0.01, 0.02)),
    ("benefits", Part("payroll", 0.1, 0.2)),
    ("profit", Part("revenue", 0.05, 0.14)),
    ("net-profit", Part("profit", 0.75, 0.85)),
    ("taxes", Part("revenue", 0.04, 0.08)),
    ("interest", Part("revenue", 0.005, 0.01)),
    ("profit-taxes-interest", Part("revenue", 0.12, 0.2)),
    ("average-assets", Part("revenue", 0.9, 1.4)),
    ("assets", Part("average-assets", 1.02, 1.06)),
    ("liabilities", Part("assets", 0.35, 0.55)),
    ("average-current-assets", Part("average-assets", 0.4, 0.6)),
    ("average-receivables", Part("average-current-assets", 0.2, 0.4)),
    ("average-stock", Part("average-current-assets", 0.2, 0.4)),
    ("average-equity", Part("average-assets", 0.45, 0.6)),
    ("opening-equity", Part("average-equity", 0.93, 0.97)),
    ("closing-equity", Part("average-equity", 1.03, 1.07)),
    ("total-costs", Part("revenue", 0.85, 0.92)),
    ("cost-of-sales", Part("revenue", 0.7, 0.8)),
    ("operating-cash-flow", Part("revenue", 0.07, 0.12)),
    ("value-added", Part("revenue", 0.2, 0.3)),
    ("rd-spend", Part("revenue", 0.03, 0.06)),
    ("it-spend", Part("revenue", 0.005, 0.015)),
    ("new-market-revenue", Part("revenue", 0.05, 0.2)),
    ("gross-output", Part("revenue", 0.98, 1.08)),
    ("new-product-output", Part("gross-output", 0.1, 0.4)),
    ("sales-output", Part("gross-output", 0.94, 0.99)),
    ("failure-costs", Part("gross-output", 0.004, 0.012)),
    ("energy-use", Part("gross-output", 0.05, 0.12)),
    ("own-sales", Part("revenue", 0.85, 0.95)),
    ("market-sales", Part("own-sales", 6.0, 15.0)),
    ("inspected-units", Whole(20_000.0, 400_000.0)),
    ("conforming-units", Part("inspected-units", 0.97, 0.997)),
    ("graded-output", Whole(20_000.0, 400_000.0)),
    ("premium-output", Part("graded-output", 0.5, 0.75)),
    ("first-grade-output", Part("graded-output", 0.1, 0.2)),
    ("checked-batches", Whole(20.0, 90.0)),
    ("passed-batches", Part("checked-batches", 0.95, 1.0)),
    ("delivered-units", Whole(20_000.0, 400_000.0)),
    ("early-failures", Part("delivered-units", 0.001, 0.01)),
    ("customers", Whole(80.0, 900.0)),
    ("repeat-customers", Part("customers", 0.75, 0.92)),
    ("served-volume", Whole(50_000.0, 900_000.0)),
    ("complaints", Part("served-volume", 0.0005, 0.004)),
    ("complaints-on-time", Part("complaints", 0.9, 0.99)),
    ("brand-surveyed", Whole(500.0, 3_000.0)),
    ("brand-aware", Part("brand-surveyed", 0.25, 0.7)),
    ("completed-results", Whole(8.0, 25.0)),
    ("applied-results", Part("completed-results", 0.6, 0.95)),
    ("equipment", Whole(80.0, 900.0)),
    ("sound-equipment", Part("equipment", 0.93, 0.99)),
    ("delivered-lots", Whole(300.0, 3_000.0)),
    ("accepted-lots", Part("delivered-lots", 0.95, 0.99)),
    ("submitted-units", Whole(20_000.0, 400_000.0)),
    ("first-time-accepted", Part("submitted-units", 0.9, 0.98)),
    ("orders", Whole(300.0, 3_000.0)),
    ("orders-on-time", Part("orders", 0.92, 0.99)),
    ("goals-set", Whole(12.0, 30.0)),
    ("goals-met", Part("goals-set", 0.8, 1.0)),
    ("injured", Part("average-staff", 0.0, 0.003)),
    ("emission-tests", Whole(20.0, 60.0)),
    ("compliant-tests", Part("emission-tests", 0.97, 1.0)),
];

/// What is reported, surveyed or ranked: from, to, digits counted, and how the years go.
const REPORTED: &[(&str, f64, f64, f64)] = &[
    ("key-performance", 80.0, 95.0, 1.03),
    ("customer-satisfaction", 78.0, 90.0, 1.01),
    ("sector-rank", 2.0, 15.0, 0.9),
    ("exports", 150.0, 5_000.0, 1.1),
    ("brand-value", 0.8, 30.0, 1.1),
    ("adverse-reports", 0.0, 3.0, 0.8),
    ("employee-satisfaction", 74.0, 86.0, 1.015),
    ("invention-patents", 2.0, 40.0, 1.2),
    ("standards-led", 0.0, 4.0, 1.2),
    ("development-time", 60.0, 240.0, 0.94),
    ("improvement-benefit", 80.0, 900.0, 1.1),
];

/// A company: what was typed, by id and year.
#[derive(Clone)]
struct Company {
    years: Vec<i32>,
    inputs: BTreeMap<&'static str, BTreeMap<i32, f64>>,
    values: BTreeMap<&'static str, BTreeMap<i32, f64>>,
    targets: BTreeMap<&'static str, f64>,
    benchmarks: BTreeMap<&'static str, BTreeMap<i32, f64>>,
    staff: u64,
    revenue: u64,
}

fn decimals(id: &str) -> i32 {
    BEIJING.indicator(BEIJING.indicator_slot(id).expect("an indicator")).decimals.into()
}

fn is_counted(id: &str) -> bool {
    let unit = &BEIJING.input(BEIJING.input_slot(id).expect("an input")).unit;
    !["10k-yuan", "tce", "hours", "minutes", "percent", "characteristic"].contains(&unit.as_str())
}

/// A series that goes its way with some noise, from the year before the first on.
fn course(draws: &mut Draws, years: &[i32], start: f64, drift: f64, noise: f64) -> BTreeMap<i32, f64> {
    let mut level = start;
    let all = std::iter::once(years[0] - 1).chain(years.iter().copied());
    all.map(|year| {
        let value = level * (1.0 + noise * draws.normal());
        level *= drift;
        (year, value)
    })
    .collect()
}

/// A clean company. `fewer`: typed with one decimal fewer than the indicators show. `typed`: whether the inputs are typed, too.
fn company(seed: u64, fewer: bool) -> Company {
    let draws = &mut Draws(seed);
    let count = [3, 3, 3, 4, 5][draws.below(5)];
    let years: Vec<i32> = (LAST - count + 1..=LAST).collect();
    let mut exact: BTreeMap<&str, BTreeMap<i32, f64>> = BTreeMap::new();
    for (id, made) in INPUTS {
        let series = match made {
            Whole(low, high) => {
                let (low, high): (f64, f64) = (low.ln(), high.ln());
                let start = draws.between(low, high).exp();
                let drift = draws.between(1.02, 1.15);
                course(draws, &years, start, drift, 0.01)
            }
            Part(whole, low, high) => {
                let start = draws.between(*low, *high);
                // A share of nearly all loses less of it year by year; any other moves by a few per cent.
                let near = *high <= 1.0 && *low >= 0.85;
                let drift = if near { draws.between(0.9, 1.0) } else { draws.between(0.95, 1.05) };
                let left = course(draws, &years, if near { 1.0 - start } else { start }, drift, if near { 0.06 } else { 0.02 });
                let most = if *high <= 1.0 { 1.0 } else { f64::INFINITY };
                let share = |year: &i32| if near { (1.0 - left[year]).min(1.0) } else { left[year].clamp(0.0, most) };
                exact[whole].iter().map(|(year, whole)| (*year, whole * share(year))).collect()
            }
        };
        let series = if is_counted(id) {
            series.into_iter().map(|(year, value)| (year, value.round())).collect()
        } else {
            series
        };
        exact.insert(id, series);
    }
    let mut values: BTreeMap<&str, BTreeMap<i32, f64>> = BTreeMap::new();
    for (_, indicator) in BEIJING.indicators().filter(|(_, one)| Kind::among(Some(Kind::Manufacturing), &one.applies_to)) {
        let id = indicator.id.as_str();
        let of = |id: &str, year: i32| exact.get(id).or_else(|| values.get(id)).and_then(|series| series.get(&year)).copied();
        let all = std::iter::once(years[0] - 1).chain(years.iter().copied());
        let found: BTreeMap<i32, f64> = match &indicator.formula {
            Some(formula) => all.filter_map(|year| Some((year, evaluate(formula, year, &of)?))).collect(),
            None => match REPORTED.iter().find(|(reported, ..)| *reported == id) {
                Some((_, low, high, drift)) => {
                    let start = draws.between(*low, *high);
                    let most = indicator.high.unwrap_or(f64::INFINITY);
                    let series = course(draws, &years, start, *drift, 0.02);
                    series
                        .into_iter()
                        .map(|(year, value)| (year, value.clamp(indicator.low.unwrap_or(0.0), most)))
                        .collect()
                }
                None => continue,
            },
        };
        if !found.is_empty() {
            values.insert(id, found);
        }
    }
    let typed = |id: &str, value: f64| rounded(value, (decimals(id) - i32::from(fewer)).max(0));
    let mut made = Company {
        years: years.clone(),
        inputs: BTreeMap::new(),
        values: BTreeMap::new(),
        targets: BTreeMap::new(),
        benchmarks: BTreeMap::new(),
        staff: exact["staff"][&LAST] as u64,
        revenue: exact["revenue"][&LAST].round() as u64,
    };
    for (id, series) in &values {
        let within: BTreeMap<i32, f64> = series
            .iter()
            .filter(|(year, _)| **year >= years[0])
            .map(|(year, value)| (*year, typed(id, *value)))
            .collect();
        let last = series[&LAST];
        let indicator = BEIJING.indicator(BEIJING.indicator_slot(id).expect("an indicator"));
        // Towards the better, and of what is left where that is little.
        let moved = |draws: &mut Draws, wide: f64| {
            let share = draws.between(-wide / 2.0, wide);
            let share = if indicator.direction == Aim::Lower { -share } else { share };
            match indicator.high.filter(|high| *high == 100.0 && last > 80.0) {
                Some(high) => high - (high - last) * (1.0 - share),
                None => last * (1.0 + share),
            }
        };
        if draws.share() < 0.8 && indicator.direction != Aim::Range {
            made.targets.insert(id, typed(id, moved(draws, 0.15)));
        }
        if draws.share() < 0.4 {
            made.benchmarks.insert(id, BTreeMap::from([(LAST, typed(id, moved(draws, 0.4)))]));
        }
        made.values.insert(id, within);
    }
    for (id, series) in &exact {
        // What goes with others goes in or not as a whole, so that shares can be computed.
        if draws.share() < 0.6 || ["revenue", "staff", "average-staff", "profit", "technical-staff", "gross-output"].contains(id) {
            let first = if *id == "revenue" { years[0] - 1 } else { years[0] };
            let typed = series.iter().filter(|(year, _)| **year >= first).map(|(year, value)| (*year, value.round()));
            made.inputs.insert(id, typed.collect());
        }
    }
    made
}

fn slot(id: &str) -> FigureSlot {
    FigureSlot::Catalogue(BEIJING.indicator_slot(id).expect("an indicator"))
}

fn found(company: &Company) -> Vec<FigureFinding> {
    let first = company.years[0];
    let mut actions = vec![
        Action::Kind(Some(Kind::Manufacturing)),
        Action::Years(Window::new(first, (LAST - first + 1) as u8)),
        Action::Quantity(Quantity::Staff, Some(company.staff)),
        Action::Quantity(Quantity::Revenue, Some(company.revenue)),
    ];
    for (id, series) in &company.inputs {
        let input = BEIJING.input_slot(id).expect("an input");
        actions.extend(series.iter().map(|(year, value)| Action::Input {
            input,
            year: *year,
            value: Some(*value),
        }));
    }
    for (id, series) in &company.values {
        let value = |(year, value): (&i32, &f64)| {
            Action::Figure(
                slot(id),
                FigureChange::Value {
                    year: *year,
                    value: Some(*value),
                },
            )
        };
        actions.extend(series.iter().map(value));
    }
    for (id, target) in &company.targets {
        actions.push(Action::Figure(slot(id), FigureChange::Target(Some(Goal::Value(*target)))));
    }
    for (id, series) in &company.benchmarks {
        actions.push(Action::Figure(slot(id), FigureChange::BenchmarkWhose(Some(Whose::Sector))));
        actions.push(Action::Figure(slot(id), FigureChange::Text(FigureText::BenchmarkName, text("协会平均"))));
        let value = |(year, value): (&i32, &f64)| {
            Action::Figure(
                slot(id),
                FigureChange::BenchmarkValue {
                    year: *year,
                    value: Some(*value),
                },
            )
        };
        actions.extend(series.iter().map(value));
    }
    let found = read_results(&BEIJING, &after(&BEIJING, &actions)).findings;
    // The first year of a growth cannot be known where the year before is not; that is no slip and no doubt of this test.
    found
        .into_iter()
        .filter(|finding| !matches!(finding.doubt.code(), "missing_year" | "too_short"))
        .collect()
}

fn told(findings: &[FigureFinding]) -> String {
    let name = |subject: Subject| match subject {
        Subject::Indicator(FigureSlot::Catalogue(slot)) => BEIJING.indicator(slot).id.clone(),
        Subject::Indicator(FigureSlot::Own(at)) => format!("own {at}"),
        Subject::Input(slot) => BEIJING.input(slot).id.clone(),
    };
    let one = |finding: &FigureFinding| format!("{} {:?} {:?}", name(finding.subject), finding.year, finding.doubt);
    findings.iter().map(one).collect::<Vec<_>>().join("\n  ")
}

const CLEAN: u64 = 250;

#[test]
fn a_clean_company_has_at_most_one_finding_however_many_digits_were_typed() {
    for (what, fewer) in [("with the digits shown", false), ("with one decimal fewer", true)] {
        let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
        let mut all = 0;
        for seed in 0..CLEAN {
            let findings = found(&company(seed, fewer));
            if seed < 12 && !findings.is_empty() {
                println!("{seed}\n  {}", told(&findings));
            }
            all += findings.len();
            for finding in &findings {
                *kinds.entry(finding.doubt.code()).or_default() += 1;
            }
        }
        let each = all as f64 / CLEAN as f64;
        println!("typed {what}: {each:.2} findings a clean company, {kinds:?}");
        assert!(each <= 1.0, "{what}: {each}");
    }
}

/// What is planted: what it stands in, and the year where it is one.
type Planted = (Subject, Option<i32>);
type Plant = fn(&mut Company, &mut Draws) -> Option<Planted>;

fn indicator(id: &str) -> Subject {
    Subject::Indicator(slot(id))
}

fn is_growth(id: &str) -> bool {
    let indicator = BEIJING.indicator(BEIJING.indicator_slot(id).expect("an indicator"));
    matches!(indicator.formula, Some(Formula::Growth { .. } | Formula::Fall { .. }))
}

/// Any indicator with a value other than zero in all years.
fn any(company: &Company, draws: &mut Draws) -> Option<&'static str> {
    let ids: Vec<&'static str> = company
        .values
        .iter()
        .filter(|(_, all)| all.values().all(|value| *value != 0.0))
        .map(|(id, _)| *id)
        .collect();
    Some(ids[draws.below(ids.len())])
}

fn one_year(company: &mut Company, draws: &mut Draws, change: impl Fn(f64) -> f64) -> Option<Planted> {
    let id = any(company, draws)?;
    let year = company.years[draws.below(company.years.len())];
    let value = company.values.get_mut(id)?.get_mut(&year)?;
    let changed = change(*value);
    if changed == *value {
        return None;
    }
    *value = changed;
    Some((indicator(id), Some(year)))
}

fn all_years(company: &mut Company, draws: &mut Draws, factor: f64) -> Option<Planted> {
    let id = any(company, draws).filter(|id| !is_growth(id))?;
    company.values.get_mut(id)?.values_mut().for_each(|value| *value = rounded(*value * factor, 8));
    Some((indicator(id), None))
}

/// Two neighbouring digits that differ exchanged.
fn swapped(value: f64, draws: &mut Draws) -> f64 {
    let mut digits: Vec<char> = value.to_string().chars().collect();
    let places: Vec<usize> = (1..digits.len())
        .filter(|at| digits[*at] != digits[at - 1] && digits[*at].is_ascii_digit() && digits[at - 1].is_ascii_digit())
        .collect();
    if places.is_empty() {
        return value;
    }
    let at = places[draws.below(places.len().min(2))];
    digits.swap(at, at - 1);
    digits.into_iter().collect::<String>().parse().expect("a number")
}

/// What is planted, and the least share that must be found, in per cent.
const PLANTS: &[(&str, Plant, f64)] = &[
    (
        "ten times in one year",
        |company, draws| one_year(company, draws, |value| rounded(value * 10.0, 8)),
        95.0,
    ),
    (
        "a tenth in one year",
        |company, draws| one_year(company, draws, |value| rounded(value / 10.0, 8)),
        95.0,
    ),
    (
        "a hundred times in one year",
        |company, draws| one_year(company, draws, |value| rounded(value * 100.0, 8)),
        95.0,
    ),
    (
        "a hundredth in one year",
        |company, draws| one_year(company, draws, |value| rounded(value / 100.0, 8)),
        95.0,
    ),
    (
        "a thousand times in one year",
        |company, draws| one_year(company, draws, |value| rounded(value * 1e3, 8)),
        95.0,
    ),
    (
        "ten thousand times in one year",
        |company, draws| one_year(company, draws, |value| rounded(value * 1e4, 8)),
        95.0,
    ),
    ("ten times in all years", |company, draws| all_years(company, draws, 10.0), 80.0),
    ("a tenth in all years", |company, draws| all_years(company, draws, 0.1), 80.0),
    ("a hundredth in all years", |company, draws| all_years(company, draws, 0.01), 80.0),
    ("ten thousand times in all years", |company, draws| all_years(company, draws, 1e4), 80.0),
    ("minus for plus in one year", |company, draws| one_year(company, draws, |value| -value), 90.0),
    (
        "two digits exchanged",
        |company, draws| {
            let id = any(company, draws)?;
            let year = company.years[draws.below(company.years.len())];
            let value = company.values.get_mut(id)?.get_mut(&year)?;
            let changed = swapped(*value, draws);
            if changed == *value {
                return None;
            }
            *value = changed;
            Some((indicator(id), Some(year)))
        },
        40.0,
    ),
    (
        "percentages as shares of one",
        |company, draws| {
            let high = |id: &str| BEIJING.indicator(BEIJING.indicator_slot(id).expect("an indicator")).high;
            let ids: Vec<&'static str> = company.values.keys().copied().filter(|id| high(id) == Some(100.0)).collect();
            let id = ids[draws.below(ids.len())];
            let all = company.values.get_mut(id).filter(|all| all.values().all(|value| *value > 30.0))?;
            all.values_mut().for_each(|value| *value = rounded(*value / 100.0, 8));
            Some((indicator(id), None))
        },
        95.0,
    ),
    (
        "benchmark in the place of a value",
        |company, draws| {
            let ids: Vec<&'static str> = company.benchmarks.keys().copied().collect();
            let id = ids[draws.below(ids.len())];
            let benchmark = company.benchmarks[id][&LAST];
            let value = company.values.get_mut(id)?.get_mut(&LAST)?;
            if (benchmark / *value - 1.0).abs() < 0.15 {
                return None;
            }
            *value = benchmark;
            Some((indicator(id), Some(LAST)))
        },
        70.0,
    ),
    (
        "two rows exchanged",
        |company, draws| {
            let (one, other) = (any(company, draws)?, any(company, draws)?);
            let (first, second) = (company.values[one].clone(), company.values[other].clone());
            if one == other || !company.targets.contains_key(one) || !company.targets.contains_key(other) || first[&LAST] / second[&LAST] < 1.2 {
                return None;
            }
            company.values.insert(one, second);
            company.values.insert(other, first);
            Some((indicator(one), None))
        },
        80.0,
    ),
    (
        "profit above revenue",
        |company, draws| {
            let factor = draws.between(1.1, 3.0);
            let revenue = company.inputs["revenue"].clone();
            company
                .inputs
                .get_mut("profit")?
                .iter_mut()
                .for_each(|(year, value)| *value = (revenue[year] * factor).round());
            Some((Subject::Input(BEIJING.input_slot("profit")?), None))
        },
        95.0,
    ),
    (
        "more technical staff than staff",
        |company, draws| {
            let factor = draws.between(1.1, 4.0);
            let staff = company.inputs["staff"].clone();
            company
                .inputs
                .get_mut("technical-staff")?
                .iter_mut()
                .for_each(|(year, value)| *value = (staff[year] * factor).round());
            Some((Subject::Input(BEIJING.input_slot("technical-staff")?), None))
        },
        95.0,
    ),
    (
        "revenue in yuan",
        |company, _| {
            company.inputs.get_mut("revenue")?.values_mut().for_each(|value| *value *= 1e4);
            Some((Subject::Input(BEIJING.input_slot("revenue")?), None))
        },
        95.0,
    ),
    (
        "staff in thousands",
        |company, _| {
            company.inputs.get_mut("staff")?.values_mut().for_each(|value| *value /= 1e3);
            Some((Subject::Input(BEIJING.input_slot("staff")?), None))
        },
        95.0,
    ),
];

const EACH: u64 = 120;

/// Whether something is told that was not, of what was planted: of that year, or of no year, and in inputs of anything that rests on them.
fn is_found(before: &[FigureFinding], after: &[FigureFinding], (subject, year): Planted) -> bool {
    let new = after.iter().filter(|finding| !before.contains(finding));
    let input = matches!(subject, Subject::Input(_));
    new.into_iter()
        .any(|finding| input || finding.subject == subject && (year.is_none() || finding.year.is_none() || finding.year == year))
}

#[test]
fn planted_slips_are_found() {
    let mut short = Vec::new();
    for (at, (what, plant, least)) in PLANTS.iter().enumerate() {
        let (mut hit, mut all, mut missed) = (0, 0, Vec::new());
        for seed in 0..EACH {
            let clean = company(1_000 * (at as u64 + 1) + seed, false);
            let mut changed = clean.clone();
            let Some(planted) = plant(&mut changed, &mut Draws(seed)) else { continue };
            all += 1;
            let (before, after) = (found(&clean), found(&changed));
            if is_found(&before, &after, planted) {
                hit += 1;
            } else {
                let Subject::Indicator(FigureSlot::Catalogue(slot)) = planted.0 else {
                    continue;
                };
                let id = BEIJING.indicator(slot).id.as_str();
                missed.push(format!("{id} {:?} {:?}, was {:?}", planted.1, changed.values[id], clean.values[id]));
            }
        }
        let share = 100.0 * f64::from(hit) / f64::from(all);
        println!("{what}: {share:.0} % of {all} found; missed {:#?}", missed.iter().take(6).collect::<Vec<_>>());
        if share < *least {
            short.push(format!("{what}: {share:.1} % instead of {least}"));
        }
    }
    assert!(short.is_empty(), "{short:#?}");
}
