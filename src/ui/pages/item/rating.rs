//! The rating: the ladder, the words of the chosen band, the suggestion with its reason, and the sum.

use super::View;
use crate::assessment::Field;
use crate::criteria::Rounding;
use crate::language::fill;
use crate::report::say;
use crate::scoring::{Points, Suggestion, band_of, suggest};
use crate::ui::fields::TextField;
use crate::ui::noting::About;
use crate::ui::parts::{ladder, note_mark, source_note};
use yew::prelude::*;

pub(super) fn rating(view: &View<'_>) -> Html {
    let words = view.kit.words();
    let told = match view.maximum.points() {
        None => words.term_not_applicable().to_owned(),
        Some(_) => view.record.percent.map_or_else(|| words.not_rated().to_owned(), |percent| percent.to_string()),
    };
    html! {
        <section class="sheet stack-s" aria-labelledby="rating">
            <div class="title"><h2 id="rating">{ words.item_rating() }</h2><span class="pts"><b data-testid="percent">{ told }</b></span></div>
            { view.maximum.points().map_or_else(|| not_offered(view), |max| instrument(view, max)) }
            <div class="field"><div class="head"><h3><label for="remark">{ words.item_remark() }</label></h3>{ note_mark(view.kit, About::Text(Field::Remark(view.slot))) }</div>
                <TextField key="remark" id="remark" slot={Field::Remark(view.slot)} value={view.record.remark.clone()} lines={2} hint={words.item_remark_hint()} /></div>
        </section>
    }
}

/// What stands in place of the ladder where the item does not apply; jumps to the ladder lead here.
fn not_offered(view: &View<'_>) -> Html {
    let (kit, words) = (view.kit, view.kit.words());
    let kept = view
        .record
        .percent
        .map(|percent| fill(words.item_kept_rating(), &[("percent", &percent.to_string())]));
    html! {
        <>
            <p class="why" id="ladder" tabindex="-1">{ words.report_evaluation_not_for_kind() }{ " " }{ say::not_applicable(kit.language, kit.pack.structure().scoring.not_applicable) }</p>
            { for kept.map(|kept| html! { <p class="small">{ kept }</p> }) }
        </>
    }
}

/// The ladder, the words of the chosen band, the suggestion and the sum.
fn instrument(view: &View<'_>, max: Points) -> Html {
    let kit = view.kit;
    let words = kit.words();
    let text = kit.pack_words();
    let rubric = kit.pack.rubric_of(view.slot);
    let scoring = &kit.pack.structure().scoring;
    let suggestion = suggest(rubric, &view.record.bands, scoring.step);
    let percent = view.record.percent;
    let sum = percent.map(|percent| {
        let earned = Points::earned(max, percent, scoring.rounding).to_string();
        let rule = match (scoring.rounding, max.is_whole()) {
            (Rounding::Exact, true) => words.rounding_exact_short(),
            (Rounding::Exact, false) => words.rounding_hundredths_short(),
            (Rounding::ItemHalfUp, true) => words.rounding_half_up_short(),
            (Rounding::ItemHalfUp, false) => words.rounding_full_short(),
        };
        fill(
            words.rating_sum(),
            &[
                ("max", &max.to_string()),
                ("percent", &percent.to_string()),
                ("points", &earned),
                ("rule", rule),
            ],
        )
    });
    html! {
        <>
            { ladder(kit, view.slot, view.record) }
            // `if`, not `for`: a changing number of children would draw the ladder anew and take the focus from it.
            if let Some(percent) = percent {
                <div class="words">{ for rubric.factors.iter().map(|factor| html! {
                    <div><b>{ text.factor(&rubric.id, &factor.id).to_owned() }</b><span>{ text.band(&rubric.id, &rubric.bands[band_of(rubric, percent)].id, &factor.id).to_owned() }</span></div> }) }</div>
            }
            <p class="why" aria-live="polite">{ why(view, suggestion.as_ref()) }</p>
            if let Some(sum) = sum { <p class="small">{ sum }</p> }
        </>
    }
}

/// Why the suggestion is what it is, and how the rating stands to it.
fn why(view: &View<'_>, suggestion: Option<&Suggestion>) -> String {
    let kit = view.kit;
    let words = kit.words();
    let text = kit.pack_words();
    let rubric = kit.pack.rubric_of(view.slot);
    let Some(suggestion) = suggestion else {
        return words.suggestion_none().to_owned();
    };
    let names = |factors: &[usize]| {
        factors
            .iter()
            .map(|&at| text.factor(&rubric.id, &rubric.factors[at].id))
            .collect::<Vec<&str>>()
            .join(words.list_separator())
    };
    let base = &rubric.bands[suggestion.base];
    let range = if suggestion.low == suggestion.high {
        suggestion.low.to_string()
    } else {
        kit.language.percents(suggestion.low.value(), suggestion.high.value())
    };
    let mut told = fill(
        words.suggestion_base(),
        &[("range", &range), ("from", &base.from.to_string()), ("to", &base.to.to_string())],
    );
    if !suggestion.below.is_empty() {
        told += &fill(words.suggestion_below(), &[("factors", &names(&suggestion.below))]);
    }
    if !suggestion.above.is_empty() {
        told += &fill(words.suggestion_above(), &[("factors", &names(&suggestion.above))]);
    }
    if let Some(factor) = suggestion.limited_by {
        told += &fill(words.suggestion_limited(), &[("factor", &names(&[factor]))]);
    }
    told += words.suggestion_end();
    if let Some(percent) = view.record.percent {
        let place = if percent > suggestion.high {
            words.suggestion_higher()
        } else if percent < suggestion.low {
            words.suggestion_lower()
        } else {
            words.suggestion_within()
        };
        told += &fill(place, &[("percent", &percent.to_string())]);
    }
    told
}

/// The whole rubric, to be read when wanted.
pub(super) fn rubric(view: &View<'_>) -> Html {
    let kit = view.kit;
    let text = kit.pack_words();
    let rubric = kit.pack.rubric_of(view.slot);
    html! {
        <details class="sheet rubric"><summary>{ kit.words().rubric_title() }</summary>
            { for rubric.bands.iter().rev().map(|band| html! {
                <div class="stack-xs" key={band.id.clone()}><h3>{ kit.language.band(band.from, band.to) }</h3>
                    <dl>{ for rubric.factors.iter().map(|factor| html! { <><dt>{ text.factor(&rubric.id, &factor.id).to_owned() }</dt><dd>{ text.band(&rubric.id, &band.id, &factor.id).to_owned() }</dd></> }) }</dl>
                    { source_note(kit, &format!("rubric/{}/{}", rubric.id, band.id)) }</div>
            }) }
        </details>
    }
}
