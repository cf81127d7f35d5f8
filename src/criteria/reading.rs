//! How `pack.json` and `sources.json` are read into their types. Every member must be there unless it is an option.

use super::sources::{Attribution, Confidence, Sources, Status};
use super::structure::{
    Adapted, Band, Category, Change, Condition, Edition, EligibilityRules, Fact, Factor, Item, Limit, MaturityBand, Measure, NotApplicable, Prompt,
    ReferenceLine, Rounding, Rubric, RubricLimit, Rule, ScoringRules, Sector, SelfCheck, SizeBounds, Structure,
};
use crate::date::{Date, parse_date};
use crate::json::{FromJson, Object, Place, from_members};

from_members! {
    Change { place, old, new, why, source }
    ReferenceLine { id, points }
    MaturityBand { id, from, to }
    Rubric { id, factors, bands, limits }
    Factor { id, letter }
    Band { id, from, to }
    Category { id, number, points, items }
    EligibilityRules { conditions, editions, default, self_checks }
    Condition { id, rule }
    SelfCheck { id, look_back_years }
    Sector { id, bounds }
    SizeBounds { measure, large, medium, small }
    Fact { id, value, unit }
    Limit { id, characters }
    Sources { sources, figures }
    Attribution { source, status, confidence }
}

impl FromJson for Structure {
    fn from_json(place: Place<'_>) -> Structure {
        let mut pack = place.object();
        Structure {
            format: pack.member("format"),
            version: pack.member("version"),
            id: pack.member("id"),
            edition: pack.member("edition"),
            adapted: pack.member_or_default("adapted"),
            scoring: pack.member("scoring"),
            maturity: pack.member("maturity"),
            orientations: pack.member("orientations"),
            rubrics: pack.member("rubrics"),
            categories: pack.member("categories"),
            eligibility: pack.member("eligibility"),
            size: pack.member("size"),
            stages: pack.member("stages"),
            facts: pack.member("facts"),
            limits: pack.member("limits"),
            retired: pack.member_or_default("retired"),
            ideas: pack.member_or_default("ideas"),
            missing: pack.member_or_default("missing"),
            inputs: pack.member_or_default("inputs"),
            indicators: pack.member_or_default("indicators"),
            identities: pack.member_or_default("identities"),
        }
    }
}

impl FromJson for Adapted {
    fn from_json(place: Place<'_>) -> Adapted {
        let mut adapted = place.object();
        Adapted {
            from: adapted.member("from"),
            changes: adapted.member("changes"),
            items: adapted.member_or_default("items"),
        }
    }
}

impl FromJson for ScoringRules {
    fn from_json(place: Place<'_>) -> ScoringRules {
        let mut rules = place.object();
        ScoringRules {
            total: rules.member("total"),
            step: rules.member("step"),
            rounding: rules.member("rounding"),
            not_applicable: rules.member_or_default("not_applicable"),
            points_unknown: rules.member_or_default("points_unknown"),
            reference_lines: rules.member("reference_lines"),
        }
    }
}

impl FromJson for Item {
    fn from_json(place: Place<'_>) -> Item {
        let mut item = place.object();
        Item {
            id: item.member("id"),
            number: item.member("number"),
            points: item.member("points"),
            rubric: item.member("rubric"),
            orientations: item.member("orientations"),
            applies_to: item.member_or_default("applies_to"),
            bonus: item.member_or_default("bonus"),
            prompts: item.member("prompts"),
            areas: item.member_or_default("areas"),
        }
    }
}

impl FromJson for Prompt {
    fn from_json(place: Place<'_>) -> Prompt {
        let mut prompt = place.object();
        Prompt {
            id: prompt.member("id"),
            number: prompt.member("number"),
            orientations: prompt.member_or_default("orientations"),
            applies_to: prompt.member_or_default("applies_to"),
        }
    }
}

impl FromJson for Edition {
    fn from_json(place: Place<'_>) -> Edition {
        let mut edition = place.object();
        Edition {
            id: edition.member("id"),
            conditions: edition.member("conditions"),
            opens: date(&mut edition, "opens"),
            closes: date(&mut edition, "closes"),
        }
    }
}

/// A day that may be absent or null.
fn date(object: &mut Object<'_>, name: &'static str) -> Option<Date> {
    object.place(name).if_any()?.read(parse_date, "YYYY-MM-DD")
}

impl FromJson for RubricLimit {
    fn from_json(place: Place<'_>) -> RubricLimit {
        let mut limit = place.object();
        match limit.place("kind").word(&["own_band", "ceiling"]) {
            Some("own_band") => RubricLimit::OwnBand {
                factor: limit.member("factor"),
            },
            Some(_) => RubricLimit::Ceiling {
                factor: limit.member("factor"),
                below: limit.member("below"),
                band: limit.member("band"),
            },
            None => {
                limit.leave();
                RubricLimit::OwnBand { factor: String::new() }
            }
        }
    }
}

type ReadRule = fn(&mut Object<'_>) -> Rule;

/// Every kind of rule by its word, and how it is read: a kind that is not in it is none.
const RULES: [(&str, ReadRule); 5] = [
    ("registered_in", |rule| Rule::RegisteredIn {
        division: rule.member("division"),
    }),
    ("legal_person", |_| Rule::LegalPerson),
    ("years_since_registration", |rule| Rule::YearsSinceRegistration { years: rule.member("years") }),
    ("free_of", |rule| Rule::FreeOf { years: rule.member("years") }),
    ("declared", |_| Rule::Declared),
];

impl FromJson for Rule {
    fn from_json(place: Place<'_>) -> Rule {
        let mut rule = place.object();
        let kind = rule.place("kind").word(&RULES.map(|(word, _)| word));
        match RULES.iter().find(|(word, _)| kind == Some(*word)) {
            Some((_, read)) => read(&mut rule),
            None => {
                rule.leave();
                Rule::Declared
            }
        }
    }
}

/// Reads choices by their words.
macro_rules! from_words {
    ($($type:ident { $($word:literal $variant:ident,)* })*) => {
        $(impl FromJson for $type {
            fn from_json(place: Place<'_>) -> $type {
                place.choice(&[$(($word, $type::$variant)),*])
            }
        })*
    };
}

from_words! {
    Rounding { "exact" Exact, "item_half_up" ItemHalfUp, }
    NotApplicable { "reduce" Reduce, "redistribute_in_category" RedistributeInCategory, "redistribute" Redistribute, }
    Measure { "staff" Staff, "revenue" Revenue, "assets" Assets, }
    Status { "published" Published, "unverified" Unverified, "assumed" Assumed, }
    Confidence { "high" High, "medium" Medium, "low" Low, }
}
