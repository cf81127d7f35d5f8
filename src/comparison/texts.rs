//! Texts that differ.

use crate::assessment::{ItemRecord, Organisation, ProfileText, Text};

/// A text before and after; empty where nothing is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextDifference {
    pub place: TextPlace,
    pub before: Text,
    pub after: Text,
}

/// Where a text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextPlace {
    Profile(ProfileText),
    /// Scope 0 is the item as a whole.
    Answer {
        scope: usize,
        factor: usize,
    },
    Strengths,
    Opportunities,
    Remark,
}

fn compared(place: TextPlace, before: &Text, after: &Text) -> Option<TextDifference> {
    (before != after).then(|| TextDifference {
        place,
        before: before.clone(),
        after: after.clone(),
    })
}

pub(super) fn profile_texts(before: &Organisation, after: &Organisation) -> Vec<TextDifference> {
    let fields = ProfileText::ALL.iter();
    fields
        .filter_map(|field| compared(TextPlace::Profile(*field), before.text(*field), after.text(*field)))
        .collect()
}

pub(super) fn item_texts(before: &ItemRecord, after: &ItemRecord) -> Vec<TextDifference> {
    let mut all = Vec::new();
    for scope in 0..before.scopes() {
        for factor in 0..before.bands.len() {
            let place = TextPlace::Answer { scope, factor };
            all.extend(compared(place, before.answer(scope, factor), after.answer(scope, factor)));
        }
    }
    let fields = [
        (TextPlace::Strengths, &before.strengths, &after.strengths),
        (TextPlace::Opportunities, &before.opportunities, &after.opportunities),
        (TextPlace::Remark, &before.remark, &after.remark),
    ];
    all.extend(fields.into_iter().filter_map(|(place, before, after)| compared(place, before, after)));
    all
}
