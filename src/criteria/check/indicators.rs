//! Indicators: ids, areas, bounds, and that formulas and identities name what is there.

use super::ids::{is_id, list};
use super::{FORM, Report, element};
use crate::criteria::FaultCode;
use crate::criteria::indicator::{Identity, IdentityRule, Indicator};
use crate::criteria::structure::Structure;
use std::collections::{BTreeMap, BTreeSet};

/// The most inputs and indicators of a pack together: all of them still compute while somebody types.
const MOST: u64 = 5_000;

/// What a formula may multiply or divide by.
const PER: [u32; 5] = [1, 100, 1_000, 10_000, 1_000_000];

pub(super) fn check(pack: &Structure, report: &mut Report<'_>) {
    let mut places: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (at, category) in pack.categories.iter().enumerate() {
        let items = element("/categories", at, "/items");
        for (at, item) in category.items.iter().enumerate() {
            let areas = list(&mut item.areas.iter(), &element(&items, at, "/areas"), report);
            places.entry(item.id.as_str()).or_default().extend(areas);
        }
    }
    let count = pack.inputs.len() + pack.indicators.len();
    report.within("/indicators", count as u64, 0, MOST);
    let mut known = list(&mut pack.inputs.iter().map(|input| &input.id), "/inputs", report);
    for (at, input) in pack.inputs.iter().enumerate() {
        check_unit(&input.unit, &element("/inputs", at, "/unit"), report);
    }
    list(&mut pack.indicators.iter().map(|indicator| &indicator.id), "/indicators", report);
    for (at, indicator) in pack.indicators.iter().enumerate() {
        let pointer = element("/indicators", at, "");
        if pack.inputs.iter().any(|input| input.id == indicator.id) {
            report.add(FaultCode::DuplicateId, &pointer, &indicator.id, "");
        }
        check_indicator(indicator, &places, &known, &pointer, report);
        // Only what stands before may be named, so that no formula leads back to itself.
        known.insert(&indicator.id);
    }
    list(&mut pack.identities.iter().map(|identity| &identity.id), "/identities", report);
    for (at, identity) in pack.identities.iter().enumerate() {
        check_identity(identity, &known, &element("/identities", at, ""), report);
    }
}

fn check_unit(unit: &str, pointer: &str, report: &mut Report<'_>) {
    if !is_id(unit) {
        report.add(FaultCode::MalformedId, pointer, unit, FORM);
    }
}

fn check_indicator(indicator: &Indicator, places: &BTreeMap<&str, BTreeSet<&str>>, known: &BTreeSet<&str>, pointer: &str, report: &mut Report<'_>) {
    let within = |member: &str| [pointer, member].concat();
    match places.get(indicator.item.as_str()) {
        Some(areas) if areas.contains(indicator.area.as_str()) => {}
        Some(_) => report.unknown_id(&within("/area"), &indicator.area),
        None => report.unknown_id(&within("/item"), &indicator.item),
    }
    check_unit(&indicator.unit, &within("/unit"), report);
    report.within(&within("/decimals"), indicator.decimals.into(), 0, 4);
    if let (Some(low), Some(high)) = (indicator.low, indicator.high)
        && low > high
    {
        report.unusable(&within("/high"), &high.to_string(), &["≥ ", &low.to_string()].concat());
    }
    let Some(formula) = &indicator.formula else { return };
    let formula_at = within("/formula");
    let operands = formula.operands();
    report.not_empty(&[&formula_at, "/of"].concat(), operands.len());
    check_operands(&operands, known, &formula_at, report);
    if let Some(per) = formula.per() {
        check_per(per, &[&formula_at, "/per"].concat(), report);
    }
}

fn check_identity(identity: &Identity, known: &BTreeSet<&str>, pointer: &str, report: &mut Report<'_>) {
    let operands = identity.rule.operands();
    report.not_empty(&[pointer, "/of"].concat(), operands.len());
    check_operands(&operands, known, pointer, report);
    if let IdentityRule::Ratio { per, .. } = identity.rule {
        check_per(per, &[pointer, "/per"].concat(), report);
    }
}

fn check_operands(operands: &[(&str, &str)], known: &BTreeSet<&str>, pointer: &str, report: &mut Report<'_>) {
    for (member, id) in operands {
        if !known.contains(id) {
            report.unknown_id(&[pointer, "/", member].concat(), id);
        }
    }
}

fn check_per(per: u32, pointer: &str, report: &mut Report<'_>) {
    if !PER.contains(&per) {
        report.unusable(pointer, &per.to_string(), "1, 100, 1000, 10000, 1000000");
    }
}
