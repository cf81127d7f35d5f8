//! A pack's formula for an indicator as a formula of the sheet, with the same order of operations as
//! `indicators::evaluate`: an empty text where an operand is missing or it would be divided by zero.

use crate::criteria::Formula;

/// The formula; none where an operand has no cell. `place` gives an operand's cell of this year, or of the year before.
pub(super) fn expression(formula: &Formula, place: &dyn Fn(&str, bool) -> Option<String>) -> Option<String> {
    let now = |id: &str| place(id, false);
    let (operands, check, value): (Vec<String>, Option<String>, String) = match formula {
        Formula::Share { part, whole, per } => {
            let (part, whole) = (now(part)?, now(whole)?);
            let value = times([&part, "/", &whole].concat(), *per);
            (vec![part, whole.clone()], Some(whole + "<>0"), value)
        }
        Formula::Growth { of } | Formula::Fall { of } => {
            let (this, last) = (now(of)?, place(of, true)?);
            let (more, less) = if matches!(formula, Formula::Growth { .. }) {
                (&this, &last)
            } else {
                (&last, &this)
            };
            let value = ["(", more, "-", less, ")/ABS(", &last, ")*100"].concat();
            let check = [&last, "<>0"].concat();
            (vec![this, last], Some(check), value)
        }
        Formula::Difference { plus, minus } => {
            let (plus, minus) = (now(plus)?, now(minus)?);
            let value = [&plus, "-", &minus].concat();
            (vec![plus, minus], None, value)
        }
        Formula::Sum { of } => {
            let of: Vec<String> = of.iter().map(|id| now(id)).collect::<Option<_>>()?;
            let value = of.join("+");
            (of, None, value)
        }
        Formula::Product { of, per } => {
            let of: Vec<String> = of.iter().map(|id| now(id)).collect::<Option<_>>()?;
            let value = if *per == 1 {
                of.join("*")
            } else {
                [&of.join("*"), "/", &per.to_string()].concat()
            };
            (of, None, value)
        }
        Formula::Capability { mean, sigma, lower, upper } => {
            let (mean, sigma, lower, upper) = (now(mean)?, now(sigma)?, now(lower)?, now(upper)?);
            let value = ["MIN(", &upper, "-", &mean, ",", &mean, "-", &lower, ")/(3*", &sigma, ")"].concat();
            let check = [&sigma, ">0"].concat();
            (vec![mean, sigma, lower, upper], Some(check), value)
        }
    };
    let value = check.map_or(value.clone(), |check| ["IF(", &check, ",", &value, ",\"\")"].concat());
    let count = operands.len().to_string();
    Some(["=IF(COUNT(", &operands.join(","), ")=", &count, ",", &value, ",\"\")"].concat())
}

fn times(quotient: String, per: u32) -> String {
    if per == 1 { quotient } else { [&quotient, "*", &per.to_string()].concat() }
}
