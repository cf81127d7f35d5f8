//! The ratings of one item as dots, the consensus as their mark. The figures stand beside it in words.

use super::View;
use crate::assessment::Percent;
use crate::criteria::Pack;
use crate::language::fill;
use crate::panel::ItemReading;
use crate::report::say;
use crate::ui::charts::{Dots, draw_dots};
use yew::prelude::*;

/// The drawing with its text alternative.
pub(super) fn dots(view: &View<'_>, item: &ItemReading) -> Html {
    let label = told(view, item);
    draw(&view.kit.pack, item, label)
}

/// Ratings, median, range and consensus in one sentence.
fn told(view: &View<'_>, item: &ItemReading) -> String {
    let words = view.kit.words();
    let name = view.item_name(item.item);
    let Some(spread) = item.spread else {
        return fill(words.workshop_dots_none(), &[("item", &name)]);
    };
    let ratings: Vec<String> = item
        .ratings
        .iter()
        .map(|rating| say::rating(view.kit.language, view.reading, rating, view.held.anonymous, " "))
        .collect();
    let ratings = ratings.join(words.list_separator());
    let (median, range) = (number(spread.median), spread.range().to_string());
    let values = [("item", name.as_str()), ("ratings", &ratings), ("median", &median), ("range", &range)];
    let agreed = item.standing.percent();
    let agreed = agreed.map(|percent| fill(words.workshop_dots_agreed(), &[("percent", &percent.to_string())]));
    fill(words.workshop_dots(), &values) + &agreed.unwrap_or_default()
}

/// A number to a tenth, without a tenth where it is whole.
pub(super) fn number(value: f64) -> String {
    let text = format!("{value:.1}");
    text.strip_suffix(".0").map(str::to_owned).unwrap_or(text)
}

pub(super) fn draw(pack: &Pack, item: &ItemReading, label: String) -> Html {
    draw_dots(&Dots {
        rubric: pack.rubric_of(item.item),
        ratings: &item.ratings.iter().map(|rating| rating.percent.value()).collect::<Vec<u8>>(),
        mark: item.standing.percent().map(Percent::value),
        label,
    })
}
