//! The words of a pack: which text ids the structure demands, and how the rest of the kit asks for them.

use super::sources::Sources;
use super::structure::Structure;
use std::collections::BTreeMap;

/// The words of one pack in one language. Each method answers with the text, which the checker has seen to be there.
#[derive(Debug, Clone, Copy)]
pub struct Words<'a> {
    pub(super) texts: &'a BTreeMap<String, String>,
}

impl<'a> Words<'a> {
    fn get(self, id: String) -> &'a str {
        self.texts.get(&id).map_or("", String::as_str)
    }
    /// Full name of the award these criteria judge.
    pub fn name(self) -> &'a str {
        self.get("pack.name".into())
    }
    /// Short name for narrow places.
    pub fn short(self) -> &'a str {
        self.get("pack.short".into())
    }
    pub fn edition_name(self) -> &'a str {
        self.get("pack.edition".into())
    }
    /// What the points are, or what they stand in for.
    pub fn points_note(self) -> &'a str {
        self.get("pack.points_note".into())
    }
    /// What the draft submission is not.
    pub fn disclaimer(self) -> &'a str {
        self.get("pack.disclaimer".into())
    }
    pub fn category(self, category: &str) -> &'a str {
        self.get(format!("category.{category}"))
    }
    pub fn item(self, item: &str) -> &'a str {
        self.get(format!("item.{item}"))
    }
    pub fn prompt(self, item: &str, prompt: &str) -> &'a str {
        self.get(format!("prompt.{item}.{prompt}"))
    }
    /// Short name of a sub-clause.
    pub fn prompt_name(self, item: &str, prompt: &str) -> &'a str {
        self.get(format!("prompt.{item}.{prompt}.name"))
    }
    pub fn rubric(self, rubric: &str) -> &'a str {
        self.get(format!("rubric.{rubric}"))
    }
    pub fn factor(self, rubric: &str, factor: &str) -> &'a str {
        self.get(format!("factor.{rubric}.{factor}"))
    }
    /// What to write into an empty answer.
    pub fn factor_hint(self, rubric: &str, factor: &str) -> &'a str {
        self.get(format!("factor.{rubric}.{factor}.hint"))
    }
    /// What a band means for a factor.
    pub fn band(self, rubric: &str, band: &str, factor: &str) -> &'a str {
        self.get(format!("band.{rubric}.{band}.{factor}"))
    }
    pub fn maturity(self, band: &str) -> &'a str {
        self.get(format!("maturity.{band}"))
    }
    pub fn orientation(self, orientation: &str) -> &'a str {
        self.get(format!("orientation.{orientation}"))
    }
    pub fn reference(self, line: &str) -> &'a str {
        self.get(format!("reference.{line}"))
    }
    pub fn edition(self, edition: &str) -> &'a str {
        self.get(format!("edition.{edition}"))
    }
    pub fn condition(self, condition: &str) -> &'a str {
        self.get(format!("condition.{condition}"))
    }
    pub fn condition_hint(self, condition: &str) -> &'a str {
        self.get(format!("condition.{condition}.hint"))
    }
    pub fn self_check(self, check: &str) -> &'a str {
        self.get(format!("self_check.{check}"))
    }
    pub fn sector(self, sector: &str) -> &'a str {
        self.get(format!("sector.{sector}"))
    }
    pub fn stage(self, stage: &str) -> &'a str {
        self.get(format!("stage.{stage}"))
    }
    pub fn stage_note(self, stage: &str) -> &'a str {
        self.get(format!("stage.{stage}.note"))
    }
    pub fn fact(self, fact: &str) -> &'a str {
        self.get(format!("fact.{fact}"))
    }
    pub fn unit(self, unit: &str) -> &'a str {
        self.get(format!("unit.{unit}"))
    }
    pub fn limit(self, limit: &str) -> &'a str {
        self.get(format!("limit.{limit}"))
    }
    /// A source as it is cited.
    pub fn source(self, source: &str) -> &'a str {
        self.get(format!("source.{source}"))
    }
}

/// Every text id a pack must have in every language.
pub(super) fn required(pack: &Structure, sources: &Sources) -> Vec<String> {
    let mut ids: Vec<String> = ["name", "short", "edition", "points_note", "disclaimer"]
        .iter()
        .map(|id| format!("pack.{id}"))
        .collect();
    for category in &pack.categories {
        ids.push(format!("category.{}", category.id));
        for item in &category.items {
            ids.push(format!("item.{}", item.id));
            for prompt in &item.prompts {
                ids.push(format!("prompt.{}.{}", item.id, prompt.id));
                if prompt.number.is_some() {
                    ids.push(format!("prompt.{}.{}.name", item.id, prompt.id));
                }
            }
        }
    }
    for rubric in &pack.rubrics {
        ids.push(format!("rubric.{}", rubric.id));
        for factor in &rubric.factors {
            ids.push(format!("factor.{}.{}", rubric.id, factor.id));
            ids.push(format!("factor.{}.{}.hint", rubric.id, factor.id));
            ids.extend(rubric.bands.iter().map(|band| format!("band.{}.{}.{}", rubric.id, band.id, factor.id)));
        }
    }
    ids.extend(pack.maturity.iter().map(|band| format!("maturity.{}", band.id)));
    ids.extend(pack.orientations.iter().map(|id| format!("orientation.{id}")));
    ids.extend(pack.scoring.reference_lines.iter().map(|line| format!("reference.{}", line.id)));
    ids.extend(pack.eligibility.editions.iter().map(|edition| format!("edition.{}", edition.id)));
    for condition in &pack.eligibility.conditions {
        ids.push(format!("condition.{}", condition.id));
        ids.push(format!("condition.{}.hint", condition.id));
    }
    ids.extend(pack.eligibility.self_checks.iter().map(|check| format!("self_check.{}", check.id)));
    ids.extend(pack.size.iter().map(|sector| format!("sector.{}", sector.id)));
    for stage in &pack.stages {
        ids.push(format!("stage.{stage}"));
        ids.push(format!("stage.{stage}.note"));
    }
    ids.extend(pack.facts.iter().map(|fact| format!("fact.{}", fact.id)));
    let mut units: Vec<String> = Vec::new();
    for fact in &pack.facts {
        let unit = format!("unit.{}", fact.unit);
        if !units.contains(&unit) {
            units.push(unit);
        }
    }
    ids.append(&mut units);
    ids.extend(pack.limits.iter().map(|limit| format!("limit.{}", limit.id)));
    ids.extend(sources.sources.iter().map(|source| format!("source.{source}")));
    ids
}
