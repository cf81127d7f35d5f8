//! What differs between two assessments, in words: totals, gains with their sign, what makes them hard to compare, and where a
//! text stands.

use super::terms::kind;
use super::terms::profile_label;
use crate::assessment::Assessment;
use crate::comparison::{Difference, TextPlace};
use crate::criteria::{ItemSlot, Pack};
use crate::language::{Language, fill};
use crate::scoring::{ItemScore, Maximum, Points};

/// Hundredths of a point with their sign: `+12.5`, `−3`, `0`.
pub fn gained(hundredths: i64) -> String {
    let points = Points::of_hundredths(hundredths.unsigned_abs()).to_string();
    match hundredths {
        0 => points,
        1.. => ["+", &points].concat(),
        _ => ["−", &points].concat(),
    }
}

/// Where a text of an item or of the profile stands: `4.1.2a 沟通：方法`, `优势`.
pub fn text_place(pack: &Pack, language: Language, item: Option<ItemSlot>, place: TextPlace) -> String {
    let (words, text) = (language.words(), pack.words(language.tag()));
    match (place, item) {
        (TextPlace::Profile(field), _) => profile_label(language, field.key()).to_owned(),
        (TextPlace::Strengths, _) => words.item_strengths().to_owned(),
        (TextPlace::Opportunities, _) => words.item_opportunities().to_owned(),
        (TextPlace::Remark, _) => words.item_remark().to_owned(),
        (TextPlace::Answer { .. }, None) => String::new(),
        (TextPlace::Answer { scope, factor }, Some(slot)) => {
            let (item, rubric) = (pack.item(slot), pack.rubric_of(slot));
            let factor = rubric.factors.get(factor).map_or("", |factor| text.factor(&rubric.id, &factor.id));
            let Some(prompt) = scope.checked_sub(1).and_then(|at| item.prompts.get(at)) else {
                return factor.to_owned();
            };
            let whole = match &prompt.number {
                Some(number) => fill(words.term_numbered(), &[("number", number), ("name", text.prompt_name(&item.id, &prompt.id))]),
                None => text.prompt(&item.id, &prompt.id).to_owned(),
            };
            fill(words.term_within(), &[("whole", &whole), ("part", factor)])
        }
    }
}

/// The names of the two sides and of what lies between them; `targets` where an assessment stands beside its own targets.
pub fn sides(language: Language, targets: bool) -> [&'static str; 3] {
    let words = language.words();
    if targets {
        [words.improvement_now(), words.improvement_target(), words.compare_gap()]
    } else {
        [words.compare_other(), words.compare_this(), words.compare_gained()]
    }
}

/// Both totals in a line.
pub fn totals(language: Language, found: &Difference) -> String {
    let words = language.words();
    let total = &found.total;
    let values = [
        ("before", total.before.points.to_string()),
        ("after", total.after.points.to_string()),
        ("max", total.after.max.to_string()),
        ("before_max", total.before.max.to_string()),
        ("after_max", total.after.max.to_string()),
        ("gained", gained(total.gained())),
    ];
    let same = total.before.max == total.after.max;
    let text = if same { words.compare_total_told() } else { words.compare_total_maxima() };
    fill(text, &values.each_ref().map(|(key, value)| (*key, value.as_str())))
}

/// What was gained and what was lost, in a sentence.
pub fn gains(language: Language, found: &Difference, targets: bool) -> String {
    let words = language.words();
    let ((gain, more), (loss, less)) = found.gained_and_lost();
    let (text, values) = if targets {
        let values = [
            ("after", found.total.after.points.to_string()),
            ("gained", Points::of_hundredths(gain.unsigned_abs()).to_string()),
            ("n", more.to_string()),
            ("", String::new()),
        ];
        (words.compare_gap_told(), values)
    } else {
        let values = [
            ("more", more.to_string()),
            ("gained", gained(gain)),
            ("less", less.to_string()),
            ("lost", gained(-loss)),
        ];
        (words.compare_parts_told(), values)
    };
    fill(text, &values.each_ref().map(|(key, value)| (*key, value.as_str())))
}

/// What makes the two hard to compare, a sentence each: other kinds of organisation, items that are not rated.
pub fn reservations(language: Language, before: &Assessment, after: &Assessment, found: &Difference, targets: bool) -> Vec<String> {
    let words = language.words();
    let mut all = Vec::new();
    if let (Some(before), Some(after)) = (before.organisation.kind, after.organisation.kind)
        && before != after
    {
        all.push(fill(
            words.compare_kinds(),
            &[("before", kind(language, before)), ("after", kind(language, after))],
        ));
    }
    let open = |score: &ItemScore| matches!(score.maximum, Maximum::Counted(_)) && score.percent.is_none();
    let other = found.items.iter().filter(|item| !targets && open(&item.before)).count();
    let this = found.items.iter().filter(|item| open(&item.after)).count();
    let counts = [(words.compare_unrated_other(), other), (words.compare_unrated_this(), this)];
    all.extend(counts.iter().filter(|(_, n)| *n > 0).map(|(text, n)| fill(text, &[("n", &n.to_string())])));
    all
}
