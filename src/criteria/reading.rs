//! How `pack.json` and `sources.json` are read into their types. Every member must be there unless it is an option.

use super::sources::{Attribution, Confidence, Sources, Status};
use super::structure::{
    Band, Category, Condition, Edition, EligibilityRules, Fact, Factor, Item, Limit, MaturityBand, Measure, Prompt, ReferenceLine, Rounding, Rubric,
    RubricLimit, Rule, ScoringRules, Sector, SelfCheck, SizeBounds, Structure,
};
use crate::json::{FromJson, Place, from_members};

from_members! {
    Structure { format, version, id, edition, scoring, maturity, orientations, rubrics, categories, eligibility, size, stages, facts, limits }
    ScoringRules { total, step, rounding, reference_lines }
    ReferenceLine { id, points }
    MaturityBand { id, from, to }
    Rubric { id, factors, bands, limits }
    Factor { id, letter }
    Band { id, from, to }
    Category { id, number, points, items }
    Item { id, number, points, rubric, orientations, prompts }
    EligibilityRules { conditions, editions, default, self_checks }
    Condition { id, rule }
    Edition { id, conditions }
    SelfCheck { id, look_back_years }
    Sector { id, bounds }
    SizeBounds { measure, large, medium, small }
    Fact { id, value, unit }
    Limit { id, characters }
    Sources { sources, figures }
    Attribution { source, status, confidence }
}

impl FromJson for Prompt {
    fn from_json(place: Place<'_>) -> Prompt {
        let mut prompt = place.object();
        Prompt {
            id: prompt.member("id"),
            number: prompt.member("number"),
            orientations: prompt.place("orientations").if_there().map(Vec::from_json).unwrap_or_default(),
        }
    }
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

impl FromJson for Rule {
    fn from_json(place: Place<'_>) -> Rule {
        let mut rule = place.object();
        let kinds = ["registered_in", "legal_person", "years_since_registration", "declared"];
        match rule.place("kind").word(&kinds) {
            Some("registered_in") => Rule::RegisteredIn {
                division: rule.member("division"),
            },
            Some("legal_person") => Rule::LegalPerson,
            Some("years_since_registration") => Rule::YearsSinceRegistration { years: rule.member("years") },
            Some(_) => Rule::Declared,
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
    Measure { "staff" Staff, "revenue" Revenue, "assets" Assets, }
    Status { "published" Published, "unverified" Unverified, "assumed" Assumed, }
    Confidence { "high" High, "medium" Medium, "low" Low, }
}
