//! What differs between two assessments, in words: gains with their sign, and where a text stands.

use super::terms::profile_label;
use crate::comparison::TextPlace;
use crate::criteria::{ItemSlot, Pack};
use crate::language::{Language, fill};
use crate::scoring::Points;

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
