//! Made companies of manufacturers by seed: quantities that go their way with some noise, what is computed from them, what is typed of both.

use crate::examiner_verdicts::{Draws, rounded};
use crate::samples::BEIJING;
use award_kit::assessment::FigureSlot;
use award_kit::criteria::{Aim, Kind};
use award_kit::indicators::evaluate;
use std::collections::BTreeMap;

pub const LAST: i32 = 2015;

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
pub struct Company {
    pub years: Vec<i32>,
    pub inputs: BTreeMap<&'static str, BTreeMap<i32, f64>>,
    pub values: BTreeMap<&'static str, BTreeMap<i32, f64>>,
    pub targets: BTreeMap<&'static str, f64>,
    pub benchmarks: BTreeMap<&'static str, BTreeMap<i32, f64>>,
    pub staff: u64,
    pub revenue: u64,
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
pub fn company(seed: u64, fewer: bool) -> Company {
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

pub fn slot(id: &str) -> FigureSlot {
    FigureSlot::Catalogue(BEIJING.indicator_slot(id).expect("an indicator"))
}

/// Indicators of manufacturers that no made company has, and why.
const WITHOUT: &[(&str, &str)] = &[
    (
        "net-promoter-score",
        "from two shares of one survey, which drawn by themselves could be more than all of it",
    ),
    ("oee", "from three rates in per cent; what is made are quantities and parts of them"),
    ("cpk", "from limits and a mean in a unit of their own"),
    ("audit-correction-rate", "from a handful of findings a year"),
    ("conduct-training-rate", "its part of the staff is not made"),
];

#[test]
fn a_made_company_has_every_indicator_of_a_manufacturer_but_those_named() {
    let made = company(1, false);
    let of_manufacturers = BEIJING
        .indicators()
        .map(|(_, one)| one)
        .filter(|one| Kind::among(Some(Kind::Manufacturing), &one.applies_to));
    let missing: Vec<&str> = of_manufacturers.map(|one| one.id.as_str()).filter(|id| !made.values.contains_key(id)).collect();
    let named: Vec<&str> = WITHOUT.iter().map(|(id, _)| *id).collect();
    assert_eq!(missing, named, "INPUTS and REPORTED have no row for it");
}
