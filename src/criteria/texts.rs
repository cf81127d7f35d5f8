//! The words of a pack: which text ids the structure demands, and how the rest of the kit asks for them.

use super::sources::Sources;
use super::structure::Structure;
use serde_json::Value;
use std::collections::BTreeSet;

/// The words of one pack in one language. Each method answers with the text, which the checker has seen to be there.
#[derive(Debug, Clone, Copy)]
pub struct Words<'a> {
    pub(super) texts: Option<&'a Value>,
    /// Those with figures filled in ([`super::places`]), which go first.
    pub(super) filled: Option<&'a Value>,
}

impl<'a> Words<'a> {
    /// The text of an id given in parts that full stops join.
    fn get(self, id: &[&str]) -> &'a str {
        let id = id.join(".");
        let find = |texts: Option<&'a Value>| texts.and_then(|texts| texts.get(&id));
        let text = find(self.filled).or_else(|| find(self.texts));
        text.and_then(Value::as_str).unwrap_or_default()
    }
    /// Full name of the award these criteria judge.
    pub fn name(self) -> &'a str {
        self.get(&["pack", "name"])
    }
    /// Short name for narrow places.
    pub fn short(self) -> &'a str {
        self.get(&["pack", "short"])
    }
    pub fn edition_name(self) -> &'a str {
        self.get(&["pack", "edition"])
    }
    /// What the points are, or what they stand in for.
    pub fn points_note(self) -> &'a str {
        self.get(&["pack", "points_note"])
    }
    /// What the draft submission is not.
    pub fn disclaimer(self) -> &'a str {
        self.get(&["pack", "disclaimer"])
    }
    pub fn category(self, category: &str) -> &'a str {
        self.get(&["category", category])
    }
    pub fn item(self, item: &str) -> &'a str {
        self.get(&["item", item])
    }
    pub fn prompt(self, item: &str, prompt: &str) -> &'a str {
        self.get(&["prompt", item, prompt])
    }
    /// Short name of a sub-clause.
    pub fn prompt_name(self, item: &str, prompt: &str) -> &'a str {
        self.get(&["prompt", item, prompt, "name"])
    }
    pub fn rubric(self, rubric: &str) -> &'a str {
        self.get(&["rubric", rubric])
    }
    pub fn factor(self, rubric: &str, factor: &str) -> &'a str {
        self.get(&["factor", rubric, factor])
    }
    /// What to write into an empty answer.
    pub fn factor_hint(self, rubric: &str, factor: &str) -> &'a str {
        self.get(&["factor", rubric, factor, "hint"])
    }
    /// What a band means for a factor.
    pub fn band(self, rubric: &str, band: &str, factor: &str) -> &'a str {
        self.get(&["band", rubric, band, factor])
    }
    pub fn maturity(self, band: &str) -> &'a str {
        self.get(&["maturity", band])
    }
    pub fn orientation(self, orientation: &str) -> &'a str {
        self.get(&["orientation", orientation])
    }
    pub fn reference(self, line: &str) -> &'a str {
        self.get(&["reference", line])
    }
    pub fn edition(self, edition: &str) -> &'a str {
        self.get(&["edition", edition])
    }
    pub fn condition(self, condition: &str) -> &'a str {
        self.get(&["condition", condition])
    }
    pub fn condition_hint(self, condition: &str) -> &'a str {
        self.get(&["condition", condition, "hint"])
    }
    pub fn self_check(self, check: &str) -> &'a str {
        self.get(&["self_check", check])
    }
    pub fn sector(self, sector: &str) -> &'a str {
        self.get(&["sector", sector])
    }
    pub fn stage(self, stage: &str) -> &'a str {
        self.get(&["stage", stage])
    }
    pub fn stage_note(self, stage: &str) -> &'a str {
        self.get(&["stage", stage, "note"])
    }
    pub fn fact(self, fact: &str) -> &'a str {
        self.get(&["fact", fact])
    }
    pub fn unit(self, unit: &str) -> &'a str {
        self.get(&["unit", unit])
    }
    pub fn limit(self, limit: &str) -> &'a str {
        self.get(&["limit", limit])
    }
    /// The name of a basic idea.
    pub fn idea(self, idea: &str) -> &'a str {
        self.get(&["idea", idea])
    }
    /// What a basic idea asks for, in one sentence.
    pub fn idea_note(self, idea: &str) -> &'a str {
        self.get(&["idea", idea, "note"])
    }
    /// An open question: what nobody could find.
    pub fn missing(self, question: &str) -> &'a str {
        self.get(&["missing", question])
    }
    /// A key requirement of a results item.
    pub fn area(self, item: &str, area: &str) -> &'a str {
        self.get(&["area", item, area])
    }
    /// The name of a quantity that indicators are computed from.
    pub fn input(self, input: &str) -> &'a str {
        self.get(&["input", input])
    }
    pub fn indicator(self, indicator: &str) -> &'a str {
        self.get(&["indicator", indicator])
    }
    /// An indicator's formula in words.
    pub fn indicator_formula(self, indicator: &str) -> &'a str {
        self.get(&["indicator", indicator, "formula"])
    }
    /// What does not fit together where an identity is broken.
    pub fn identity(self, identity: &str) -> &'a str {
        self.get(&["identity", identity])
    }
    /// A source as it is cited.
    pub fn source(self, source: &str) -> &'a str {
        self.get(&["source", source])
    }
}

/// Every text id a pack must have in every language.
pub(super) fn required(pack: &Structure, sources: &Sources) -> Vec<String> {
    let mut ids = Vec::new();
    let mut add = |parts: &[&str]| ids.push(parts.join("."));
    for id in ["name", "short", "edition", "points_note", "disclaimer"] {
        add(&["pack", id]);
    }
    for category in &pack.categories {
        add(&["category", &category.id]);
        for item in &category.items {
            add(&["item", &item.id]);
            for prompt in &item.prompts {
                add(&["prompt", &item.id, &prompt.id]);
                if prompt.number.is_some() {
                    add(&["prompt", &item.id, &prompt.id, "name"]);
                }
            }
            for area in &item.areas {
                add(&["area", &item.id, area]);
            }
        }
    }
    for rubric in &pack.rubrics {
        add(&["rubric", &rubric.id]);
        for factor in &rubric.factors {
            add(&["factor", &rubric.id, &factor.id]);
            add(&["factor", &rubric.id, &factor.id, "hint"]);
            for band in &rubric.bands {
                add(&["band", &rubric.id, &band.id, &factor.id]);
            }
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
        add(&["edition", &edition.id]);
    }
    for condition in &pack.eligibility.conditions {
        add(&["condition", &condition.id]);
        add(&["condition", &condition.id, "hint"]);
    }
    for check in &pack.eligibility.self_checks {
        add(&["self_check", &check.id]);
    }
    for sector in &pack.size {
        add(&["sector", &sector.id]);
    }
    for id in &pack.stages {
        add(&["stage", id]);
        add(&["stage", id, "note"]);
    }
    for fact in &pack.facts {
        add(&["fact", &fact.id]);
    }
    for input in &pack.inputs {
        add(&["input", &input.id]);
    }
    for indicator in &pack.indicators {
        add(&["indicator", &indicator.id]);
        add(&["indicator", &indicator.id, "formula"]);
    }
    for identity in &pack.identities {
        add(&["identity", &identity.id]);
    }
    let mut units = BTreeSet::new();
    let measured = pack.indicators.iter().map(|indicator| &indicator.unit);
    for unit in pack
        .facts
        .iter()
        .map(|fact| &fact.unit)
        .chain(pack.inputs.iter().map(|input| &input.unit))
        .chain(measured)
    {
        if units.insert(unit.as_str()) {
            add(&["unit", unit]);
        }
    }
    for limit in &pack.limits {
        add(&["limit", &limit.id]);
    }
    for id in &pack.ideas {
        add(&["idea", id]);
        add(&["idea", id, "note"]);
    }
    for id in &pack.missing {
        add(&["missing", id]);
    }
    for source in &sources.sources {
        add(&["source", source]);
    }
    ids
}
