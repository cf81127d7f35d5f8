//! Where every figure of a pack comes from, and how sure that is: the shape of `sources.json` and the look-up.

use super::structure::Structure;
use serde::Deserialize;
use std::collections::BTreeMap;

/// The whole of `sources.json`.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Sources {
    /// Ids of the documents cited; their citations are texts.
    pub sources: Vec<String>,
    /// By figure (`points/leadership.governance`) or group (`points`); the figure's own entry wins.
    pub figures: BTreeMap<String, Attribution>,
}

/// Source and status of a figure or of a group of figures.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Attribution {
    /// Id of the source.
    pub source: String,
    pub status: Status,
    #[serde(default)]
    pub confidence: Option<Confidence>,
}

/// What a figure stands on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Seen in a public document.
    Published,
    /// Common professional knowledge, not yet checked against the document.
    Unverified,
    /// Our own choice or inference.
    Assumed,
}

/// How sure the attribution is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    High,
    Medium,
    Low,
}

impl Sources {
    /// Source and status of a figure: its own entry, else that of the nearest group above it.
    pub fn of(&self, figure: &str) -> Option<&Attribution> {
        let mut key = figure;
        loop {
            if let Some(found) = self.figures.get(key) {
                return Some(found);
            }
            key = key.rsplit_once('/')?.0;
        }
    }
}

/// Every figure of a pack, in the order of the pack: the keys `sources.json` must account for.
pub(super) fn figures(pack: &Structure) -> Vec<String> {
    let mut all = vec!["total".to_owned(), "step".to_owned(), "rounding".to_owned()];
    let items = pack.categories.iter().flat_map(|category| &category.items);
    all.extend(items.map(|item| format!("points/{}", item.id)));
    for rubric in &pack.rubrics {
        all.extend(rubric.bands.iter().map(|band| format!("rubric/{}/{}", rubric.id, band.id)));
        all.extend(rubric.limits.iter().map(|limit| format!("rubric_limit/{}/{}", rubric.id, limit.factor())));
    }
    all.extend(pack.maturity.iter().map(|band| format!("maturity/{}", band.id)));
    all.extend(pack.orientations.iter().map(|id| format!("orientation/{id}")));
    all.extend(pack.scoring.reference_lines.iter().map(|line| format!("reference/{}", line.id)));
    for edition in &pack.eligibility.editions {
        all.extend(edition.conditions.iter().map(|condition| format!("edition/{}/{condition}", edition.id)));
    }
    all.extend(pack.eligibility.self_checks.iter().map(|check| format!("self_check/{}", check.id)));
    all.extend(pack.size.iter().map(|sector| format!("size/{}", sector.id)));
    all.extend(pack.stages.iter().map(|id| format!("stage/{id}")));
    all.extend(pack.facts.iter().map(|fact| format!("fact/{}", fact.id)));
    all.extend(pack.limits.iter().map(|limit| format!("limit/{}", limit.id)));
    all
}
