//! What the kind of applicant and bonus items change in a score.

use super::terms::kind;
use crate::assessment::Assessment;
use crate::criteria::{NotApplicable, Pack, Rounding};
use crate::language::{Language, fill};
use crate::scoring::{Points, Score};

/// What becomes of the points of items that do not apply, in one sentence.
pub fn not_applicable(language: Language, rule: NotApplicable) -> &'static str {
    let words = language.words();
    match rule {
        NotApplicable::Reduce => words.term_not_applicable_reduce(),
        NotApplicable::RedistributeInCategory => words.term_not_applicable_in_category(),
        NotApplicable::Redistribute => words.term_not_applicable_redistribute(),
    }
}

/// How points are rounded where the maximum is no whole number, in one sentence.
pub fn fractional_maximum(language: Language, rounding: Rounding) -> &'static str {
    let words = language.words();
    match rounding {
        Rounding::Exact => words.term_fractional_exact(),
        Rounding::ItemHalfUp => words.term_fractional_item_half_up(),
    }
}

/// What stands below a score, a sentence each: how many items do not apply and what becomes of their points, how
/// fractional maxima are rounded, that the maximum is smaller than the pack's, and that bonus items stand apart. Empty where
/// everything counts as the pack states it.
pub fn what_counts(pack: &Pack, language: Language, assessment: &Assessment, score: &Score) -> Vec<String> {
    let words = language.words();
    let scoring = &pack.structure().scoring;
    let mut told = Vec::new();
    let absent = score.not_applicable();
    if absent > 0 {
        let kind = assessment.organisation.kind.map_or("", |named| kind(language, named));
        told.push(fill(words.term_not_applicable_count(), &[("kind", kind), ("n", &absent.to_string())]));
        told.push(not_applicable(language, scoring.not_applicable).to_owned());
    }
    if score.has_fractional_maximum() {
        told.push(fractional_maximum(language, scoring.rounding).to_owned());
    }
    if score.total.max < Points::whole(scoring.total) {
        let (max, total) = (score.total.max.to_string(), scoring.total.to_string());
        told.push(fill(words.term_smaller_maximum(), &[("max", &max), ("total", &total)]));
    }
    if score.has_bonus() {
        told.push(words.term_bonus_note().to_owned());
    }
    told
}
