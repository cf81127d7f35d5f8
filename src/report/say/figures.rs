//! The figures of a pack, each by the key that its source stands under: what it is and what it says.

use super::judgement::date;
use super::terms::{figure_kind, item_name, rounding};
use crate::criteria::{Measure, Pack, RubricLimit, Rule, SizeBounds};
use crate::date::Date;
use crate::language::{Language, fill, grouped};

/// A scoring band by its id or by its ends: `10%～25%` for `10-25`; an id that names no ends as it is.
pub(super) fn band(language: Language, written: &str) -> String {
    let ends = written
        .split_once(['-', '–'])
        .and_then(|(from, to)| Some((from.parse().ok()?, to.parse().ok()?)));
    match ends {
        Some((from, to)) => language.percents(from, to),
        None => fill(language.words().criteria_rubric_band(), &[("band", written)]),
    }
}

/// What a figure is about, without its kind: `4.1.3 组织治理` for `points/leadership.governance`.
pub fn figure_label(pack: &Pack, language: Language, figure: &str) -> String {
    let words = pack.words(language.tag());
    let mut parts = figure.split('/');
    let kind = parts.next().unwrap_or_default();
    let (id, below) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    let within = |whole: &str, part: &str| fill(language.words().term_within(), &[("whole", whole), ("part", part)]);
    match kind {
        "points" => pack.item_slot(id).map_or_else(|| id.to_owned(), |slot| item_name(pack, language, slot)),
        "rubric" => within(words.rubric(id), &band(language, below)),
        "rubric_limit" => within(words.rubric(id), words.factor(id, below)),
        "maturity" => words.maturity(id).to_owned(),
        "orientation" => words.orientation(id).to_owned(),
        "reference" => words.reference(id).to_owned(),
        "edition" => within(words.edition(id), words.condition(below)),
        "edition_dates" => words.edition(id).to_owned(),
        "self_check" => words.self_check(id).to_owned(),
        "size" => words.sector(id).to_owned(),
        "stage" => words.stage(id).to_owned(),
        "fact" => words.fact(id).to_owned(),
        "limit" => words.limit(id).to_owned(),
        "idea" => words.idea(id).to_owned(),
        "indicator" => words.indicator(id).to_owned(),
        kind => figure_kind(language, kind).to_owned(),
    }
}

/// What a figure says; none where nobody knows it, empty where its label says all.
pub fn figure_value(pack: &Pack, language: Language, figure: &str) -> Option<String> {
    let words = language.words();
    let structure = pack.structure();
    let mut parts = figure.split('/');
    let kind = parts.next().unwrap_or_default();
    let (id, below) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    let number = |text: &str, value: u32| Some(fill(text, &[("n", &value.to_string())]));
    match kind {
        "total" => number(words.criteria_points_value(), structure.scoring.total),
        "step" => number(words.criteria_step_value(), structure.scoring.step.into()),
        "rounding" => Some(rounding(language, structure.scoring.rounding).to_owned()),
        "points" => {
            let item = pack.item(pack.item_slot(id)?);
            let text = if item.bonus {
                words.criteria_bonus_value()
            } else {
                words.criteria_points_value()
            };
            number(text, item.points)
        }
        "rubric_limit" => {
            let rubric = structure.rubrics.iter().find(|rubric| rubric.id == id)?;
            match rubric.limits.iter().find(|limit| limit.factor() == below)? {
                RubricLimit::OwnBand { .. } => Some(words.criteria_own_band().to_owned()),
                RubricLimit::Ceiling { below, band, .. } => Some(fill(words.criteria_ceiling(), &[("below", below), ("band", band)])),
            }
        }
        "maturity" => {
            let band = structure.maturity.iter().find(|band| band.id == id)?;
            let (from, to) = (band.from.to_string(), band.to.to_string());
            Some(fill(words.criteria_range_value(), &[("from", &from), ("to", &to)]))
        }
        "reference" => {
            let line = structure.scoring.reference_lines.iter().find(|line| line.id == id)?;
            number(words.criteria_points_value(), line.points)
        }
        "edition" => Some(rule(language, &pack.condition(pack.condition_slot(below)?).rule)),
        "edition_dates" => {
            let edition = pack.edition_rules(pack.edition_slot(id)?);
            Some(window(language, edition.opens, edition.closes))
        }
        "self_check" => {
            let check = structure.eligibility.self_checks.iter().find(|check| check.id == id)?;
            Some(match check.look_back_years {
                Some(years) => fill(words.criteria_look_back_years(), &[("years", &years.to_string())]),
                None => words.criteria_look_back_now().to_owned(),
            })
        }
        "size" => {
            let sector = structure.size.iter().find(|sector| sector.id == id)?;
            let bounds: Vec<String> = sector.bounds.iter().map(|bounds| size_bounds(language, bounds)).collect();
            Some(bounds.join("\n"))
        }
        "fact" => {
            let fact = structure.facts.iter().find(|fact| fact.id == id)?;
            let unit = pack.words(language.tag()).unit(&fact.unit);
            fact.value
                .map(|value| fill(words.term_quantity(), &[("value", &grouped(value)), ("unit", unit)]))
        }
        "limit" => {
            let limit = structure.limits.iter().find(|limit| limit.id == id)?;
            number(words.criteria_limit_value(), limit.characters)
        }
        _ => Some(String::new()),
    }
}

/// When applications are taken: `申报受理：2014 年 10 月 28 日至 2014 年 11 月 26 日。` An end nobody knows is said to be unknown.
pub fn window(language: Language, opens: Option<Date>, closes: Option<Date>) -> String {
    let words = language.words();
    let day = |day: Option<Date>| day.map(|day| date(language, day)).unwrap_or_default();
    let text = match (opens, closes) {
        (Some(_), Some(_)) => words.eligibility_window(),
        (None, Some(_)) => words.eligibility_window_to(),
        (Some(_), None) => words.eligibility_window_from(),
        (None, None) => words.eligibility_window_unknown(),
    };
    fill(text, &[("opens", &day(opens)), ("closes", &day(closes))])
}

/// How a condition is judged.
pub fn rule(language: Language, rule: &Rule) -> String {
    let words = language.words();
    match rule {
        Rule::RegisteredIn { division } => fill(words.criteria_rule_registered(), &[("division", division)]),
        Rule::LegalPerson => words.criteria_rule_legal_person().to_owned(),
        Rule::YearsSinceRegistration { years } => fill(words.criteria_rule_years(), &[("years", &years.to_string())]),
        Rule::FreeOf { years } => fill(words.criteria_rule_free_of(), &[("years", &years.to_string())]),
        Rule::Declared => words.criteria_rule_declared().to_owned(),
    }
}

/// What a size class is measured by.
pub fn measure(language: Language, measure: Measure) -> &'static str {
    let words = language.words();
    match measure {
        Measure::Staff => words.term_measure_staff(),
        Measure::Revenue => words.term_measure_revenue(),
        Measure::Assets => words.term_measure_assets(),
    }
}

/// Lower bounds of the size classes by one measure.
pub(super) fn size_bounds(language: Language, bounds: &SizeBounds) -> String {
    fill(
        language.words().criteria_bound(),
        &[
            ("measure", measure(language, bounds.measure)),
            ("large", &grouped(bounds.large)),
            ("medium", &grouped(bounds.medium)),
            ("small", &grouped(bounds.small)),
        ],
    )
}
