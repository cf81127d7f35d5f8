//! What of an item's answers has a place in another item.

use super::join::holds;
use super::plan::Left;
use crate::criteria::{Item, Prompt, Rubric};
use serde_json::Value;

/// Whether two rubrics judge by the same factors in the same bands.
pub(super) fn alike(one: &Rubric, other: &Rubric) -> bool {
    one.factors == other.factors && one.bands == other.bands
}

/// Numbered sub-clauses of one item whose id the other does not have.
pub(super) fn only_in(item: &Item, other: &Item) -> Vec<String> {
    let known = |prompt: &&Prompt| prompt.number.is_some() && !other.prompts.iter().any(|other| other.id == prompt.id);
    item.prompts.iter().filter(known).map(|prompt| prompt.id.clone()).collect()
}

/// The parts of an item's answers for which another item, judged by a rubric, has no place.
pub(super) fn left(answers: &Value, item: &Item, rubric: &Rubric) -> Vec<Left> {
    let members = |name: &str| answers.get(name).and_then(Value::as_object).into_iter().flatten();
    let answers = || members("answers").filter(|(_, value)| holds(value));
    let has_prompt = |id: &str| id.is_empty() || item.prompts.iter().any(|prompt| prompt.id == id);
    let has_factor = |id: &str| rubric.factors.iter().any(|factor| factor.id == id);
    let mut left = Vec::new();
    for (prompt, _) in answers().filter(|(prompt, _)| !has_prompt(prompt)) {
        left.push(Left::Prompt(prompt.clone()));
    }
    for (_, by_factor) in answers().filter(|(prompt, _)| has_prompt(prompt)) {
        for (id, text) in by_factor.as_object().into_iter().flatten() {
            let factor = Left::Factor(id.clone());
            if !has_factor(id) && holds(text) && !left.contains(&factor) {
                left.push(factor);
            }
        }
    }
    for (id, band) in members("bands") {
        if !has_factor(id) || !rubric.bands.iter().any(|known| band == known.id.as_str()) {
            left.push(Left::Band(id.clone()));
        }
    }
    left
}
