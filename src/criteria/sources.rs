//! Where every figure of a pack comes from, and how sure that is: the shape of `sources.json` and the look-up.

use super::structure::Structure;
use crate::json::{self, ById};
use serde_json::{Map, Value};
use std::collections::BTreeSet;

/// The whole of `sources.json`.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Sources {
    /// Ids of the documents cited; their citations are texts.
    pub sources: Vec<String>,
    /// By figure (`points/leadership.governance`) or group (`points`); the figure's own entry wins.
    pub figures: ById<Attribution>,
}

/// Source and status of a figure or of a group of figures.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Attribution {
    /// Id of the source.
    pub source: String,
    pub status: Status,
    #[cfg_attr(feature = "schema", schemars(default))]
    pub confidence: Option<Confidence>,
}

/// What a figure stands on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "snake_case"))]
pub enum Status {
    /// Seen in a public document.
    Published,
    /// Common professional knowledge, not yet checked against the document.
    Unverified,
    /// Our own choice or inference.
    Assumed,
}

/// How sure the attribution is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "snake_case"))]
pub enum Confidence {
    High,
    Medium,
    Low,
}

impl Sources {
    /// Source and status of a figure: its own entry, else that of the nearest group above it.
    pub fn of(&self, figure: &str) -> Option<&Attribution> {
        groups(figure).find_map(|key| self.figures.get(key))
    }
}

impl Attribution {
    /// As it stands in `sources.json`.
    pub fn to_value(&self) -> Value {
        let mut entry = Map::new();
        json::set(&mut entry, "source", self.source.as_str().into());
        json::set(&mut entry, "status", self.status.word().into());
        if let Some(confidence) = self.confidence {
            json::set(&mut entry, "confidence", confidence.word().into());
        }
        Value::Object(entry)
    }
}

impl Status {
    /// All statuses, the surest first.
    pub const ALL: [Status; 3] = [Status::Published, Status::Unverified, Status::Assumed];

    /// The word that stands in files.
    pub const fn word(self) -> &'static str {
        match self {
            Status::Published => "published",
            Status::Unverified => "unverified",
            Status::Assumed => "assumed",
        }
    }
}

impl Confidence {
    /// The word that stands in files.
    pub const fn word(self) -> &'static str {
        match self {
            Confidence::High => "high",
            Confidence::Medium => "medium",
            Confidence::Low => "low",
        }
    }
}

/// Every figure of a pack, in the order of the pack: the keys `sources.json` must account for.
pub fn figures(pack: &Structure) -> Vec<String> {
    let mut all = Vec::new();
    let mut add = |parts: &[&str]| all.push(parts.join("/"));
    for name in ["total", "step", "rounding"] {
        add(&[name]);
    }
    for item in pack.categories.iter().flat_map(|category| &category.items) {
        add(&["points", &item.id]);
    }
    for rubric in &pack.rubrics {
        for band in &rubric.bands {
            add(&["rubric", &rubric.id, &band.id]);
        }
        for limit in &rubric.limits {
            add(&["rubric_limit", &rubric.id, limit.factor()]);
        }
    }
    for band in &pack.maturity {
        add(&["maturity", &band.id]);
    }
    for id in &pack.orientations {
        add(&["orientation", id]);
    }
    for line in &pack.scoring.reference_lines {
        add(&["reference", &line.id]);
    }
    for edition in &pack.eligibility.editions {
        for condition in &edition.conditions {
            add(&["edition", &edition.id, condition]);
        }
        if edition.opens.is_some() || edition.closes.is_some() {
            add(&["edition_dates", &edition.id]);
        }
    }
    for check in &pack.eligibility.self_checks {
        add(&["self_check", &check.id]);
    }
    for sector in &pack.size {
        add(&["size", &sector.id]);
    }
    for id in &pack.stages {
        add(&["stage", id]);
    }
    for fact in &pack.facts {
        add(&["fact", &fact.id]);
    }
    for limit in &pack.limits {
        add(&["limit", &limit.id]);
    }
    for id in &pack.ideas {
        add(&["idea", id]);
    }
    for indicator in &pack.indicators {
        add(&["indicator", &indicator.id]);
    }
    all
}

/// The keys that can account for a figure, the nearest first: `rubric/process/0-5`, `rubric/process`, `rubric`.
pub(super) fn groups(figure: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(figure), |key| Some(key.rsplit_once('/')?.0))
}

/// Every key that accounts for one of these figures.
pub(super) fn accounted(figures: &[String]) -> BTreeSet<&str> {
    let mut keys = BTreeSet::new();
    for figure in figures {
        for key in groups(figure) {
            keys.insert(key);
        }
    }
    keys
}

/// Whether an entry of `sources.json` accounts for a figure: its own, or that of a group above it.
pub(super) fn is_below(figure: &str, key: &str) -> bool {
    groups(figure).any(|group| group == key)
}
