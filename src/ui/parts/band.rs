//! The list of bands for one factor of an item, with their words.

use crate::criteria::ItemSlot;
use crate::language::fill;
use crate::ui::fields::{Entry, options, select};
use crate::ui::kit::Kit;
use yew::prelude::*;

/// The list; `set` is told the band chosen, as its position in the rubric.
pub fn band_list(kit: &Kit, slot: ItemSlot, factor: usize, chosen: Option<usize>, set: impl Fn(Option<usize>) + 'static) -> Html {
    let text = kit.pack_words();
    let rubric = kit.pack.rubric_of(slot);
    let content = &rubric.factors[factor];
    let none = Entry {
        value: String::new(),
        label: kit.words().item_band_none().to_owned(),
        chosen: chosen.is_none(),
    };
    let bands = rubric.bands.iter().enumerate().rev().map(|(at, band)| Entry {
        value: at.to_string(),
        label: [&kit.language.band(band.from, band.to), "  ", text.band(&rubric.id, &band.id, &content.id)].concat(),
        chosen: chosen == Some(at),
    });
    let label = fill(kit.words().item_band_of(), &[("factor", text.factor(&rubric.id, &content.id))]);
    let entries = options(std::iter::once(none).chain(bands));
    select(["band-", &content.id].concat(), "band", Some(label), entries, move |band| {
        set(band.parse().ok())
    })
}
