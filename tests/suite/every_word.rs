//! All words of a pack, by every accessor there is. The fuzzer reads this file too.

use award_kit::criteria::{Pack, Words};

/// Every text a pack has in a language, asked for as the kit asks.
pub fn every_word<'a>(pack: &'a Pack, words: Words<'a>) -> Vec<&'a str> {
    let structure = pack.structure();
    let mut all = vec![words.name(), words.short(), words.edition_name(), words.points_note(), words.disclaimer()];
    all.extend(pack.categories().map(|(_, category)| words.category(&category.id)));
    for (_, item) in pack.items() {
        all.push(words.item(&item.id));
        for prompt in &item.prompts {
            all.push(words.prompt(&item.id, &prompt.id));
            if prompt.number.is_some() {
                all.push(words.prompt_name(&item.id, &prompt.id));
            }
        }
    }
    for rubric in &structure.rubrics {
        all.push(words.rubric(&rubric.id));
        for factor in &rubric.factors {
            all.push(words.factor(&rubric.id, &factor.id));
            all.push(words.factor_hint(&rubric.id, &factor.id));
            all.extend(rubric.bands.iter().map(|band| words.band(&rubric.id, &band.id, &factor.id)));
        }
    }
    all.extend(structure.maturity.iter().map(|band| words.maturity(&band.id)));
    all.extend(structure.orientations.iter().map(|id| words.orientation(id)));
    all.extend(structure.scoring.reference_lines.iter().map(|line| words.reference(&line.id)));
    all.extend(structure.eligibility.editions.iter().map(|edition| words.edition(&edition.id)));
    for condition in &structure.eligibility.conditions {
        all.extend([words.condition(&condition.id), words.condition_hint(&condition.id)]);
    }
    all.extend(structure.eligibility.self_checks.iter().map(|check| words.self_check(&check.id)));
    all.extend(structure.size.iter().map(|sector| words.sector(&sector.id)));
    for stage in &structure.stages {
        all.extend([words.stage(stage), words.stage_note(stage)]);
    }
    for fact in &structure.facts {
        all.extend([words.fact(&fact.id), words.unit(&fact.unit)]);
    }
    for item in structure.categories.iter().flat_map(|category| &category.items) {
        all.extend(item.areas.iter().map(|area| words.area(&item.id, area)));
    }
    for input in &structure.inputs {
        all.extend([words.input(&input.id), words.unit(&input.unit)]);
    }
    for indicator in &structure.indicators {
        let id = &indicator.id;
        all.extend([words.indicator(id), words.indicator_formula(id), words.unit(&indicator.unit)]);
    }
    all.extend(structure.identities.iter().map(|identity| words.identity(&identity.id)));
    all.extend(structure.limits.iter().map(|limit| words.limit(&limit.id)));
    for idea in &structure.ideas {
        all.extend([words.idea(idea), words.idea_note(idea)]);
    }
    all.extend(structure.missing.iter().map(|question| words.missing(question)));
    all.extend(pack.source_ids().iter().map(|source| words.source(source)));
    all
}
