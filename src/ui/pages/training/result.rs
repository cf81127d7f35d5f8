//! What came of a case: bias, consistency and accuracy in a sentence each, then by factor and item by item.

use super::ending::{compared, whose};
use super::items::reasons;
use super::missed::{MissedRules, Scored};
use crate::language::fill;
use crate::panel::{FactorDeviation, TrainingItem, TrainingResult};
use crate::report::say;
use crate::ui::charts::{Dots, Offset, draw_dots, draw_offset, scale_of};
use crate::ui::kit::Kit;
use crate::ui::pages::scoring::Held;
use crate::ui::route::Route;
use std::rc::Rc;
use yew::prelude::*;

/// The page of a finished case.
pub fn result(kit: &Kit, held: &Held) -> Html {
    let kit = &Kit {
        pack: held.pack.clone(),
        ..kit.clone()
    };
    let words = kit.words();
    let Some((result, reference)) = compared(held) else {
        return html! { <main class="page wide"><section class="sheet"><h1>{ words.training_missing() }</h1></section></main> };
    };
    let scored = Rc::new(Scored {
        pack: held.pack.clone(),
        reference: reference.clone(),
        result: result.clone(),
    });
    let day = held.case.as_ref().and_then(|case| case.finished).map(|day| say::date(kit.language, day));
    html! {
        <main class="page wide" key="result"><div class="stack">
            <div class="stack-xs">
                <p class="crumbs"><a href={Route::Training.href()}>{ words.training_title() }</a></p>
                <h1>{ words.training_result_title() }</h1><p>{ whose(kit, held) }{ for day.map(|day| html! { <>{ " · " }{ day }</> }) }</p>
            </div>
            { overall(kit, &result) }
            { items(kit, &result) }
            <MissedRules {scored} />
            { factors(kit, &result) }
            { reasons(kit, held, &result, &reference) }
            <p><a href={Route::Training.href()}>{ words.training_title() }</a></p>
        </div></main>
    }
}

fn overall(kit: &Kit, result: &TrainingResult) -> Html {
    let words = kit.words();
    let Some(found) = result.accuracy else {
        return html! { <section class="sheet"><p>{ words.training_nothing_rated() }</p></section> };
    };
    let count = |n: usize| fill(words.training_count(), &[("n", &n.to_string()), ("all", &found.compared.to_string())]);
    let step = kit.pack.structure().scoring.step.to_string();
    let within = fill(words.training_within_step_meaning(), &[("step", &step)]);
    let (bias, consistency) = (say::bias(kit.language, found.bias), say::consistency(kit.language, found.consistency));
    let label = fill(
        words.training_course(),
        &[("case", &result.title), ("bias", &bias), ("consistency", &consistency)],
    );
    let scale = scale_of([found.bias.abs() + found.consistency.unwrap_or(0.0)].into_iter());
    let drawn = Offset {
        bias: found.bias,
        spread: found.consistency,
        scale,
        label,
    };
    let figures = [
        (words.training_bias(), bias, words.training_bias_meaning()),
        (words.training_consistency(), consistency, words.training_consistency_meaning()),
        (words.training_within_step(), count(found.within_step), &*within),
        (words.training_within_band(), count(found.within_band), words.training_within_band_meaning()),
    ];
    html! {
        <section class="sheet stack-s" aria-labelledby="overall"><h2 id="overall">{ words.training_overall() }</h2>
            <div class="row">{ draw_offset(&drawn) }<span class="small">{ fill(words.training_column_course(), &[("scale", &scale.to_string())]) }<br />{ words.training_course_legend() }</span></div>
            <dl class="pairs">{ for figures.into_iter().map(|(name, value, meaning)| html! {
                <><dt>{ name }</dt><dd><b>{ value }</b><p class="small">{ meaning.to_owned() }</p></dd></> }) }</dl>
        </section>
    }
}

fn items(kit: &Kit, result: &TrainingResult) -> Html {
    let words = kit.words();
    let heads = [
        ("", words.training_column_item()),
        ("r", words.training_column_offset()),
        ("r", words.training_column_own()),
        ("r", words.training_column_reference()),
        ("", words.training_column_drawing()),
        ("", words.training_column_band()),
    ];
    html! {
        <section class="sheet stack-s" aria-labelledby="items">
            <div class="title"><h2 id="items">{ words.training_items_title() }</h2><span class="pts small">{ words.training_legend() }</span></div>
            <div class="scroll" tabindex="0" role="group" aria-label={words.training_items_title()}><table>
                <thead><tr>{ for heads.iter().map(|(class, head)| html! { <th scope="col" class={*class}>{ *head }</th> }) }</tr></thead>
                <tbody>{ for result.items.iter().map(|item| row(kit, item)) }</tbody></table></div>
        </section>
    }
}

fn row(kit: &Kit, item: &TrainingItem) -> Html {
    let words = kit.words();
    let name = say::item_name(&kit.pack, kit.language, item.item);
    let own = item.own.map_or_else(|| words.not_rated_short().to_owned(), |percent| percent.to_string());
    let text = if item.own.is_some() {
        words.training_dots()
    } else {
        words.training_dots_unrated()
    };
    let label = fill(text, &[("item", &name), ("own", &own), ("reference", &item.reference.to_string())]);
    let rating = item.own.map(|percent| percent.value());
    let drawn = Dots {
        rubric: kit.pack.rubric_of(item.item),
        ratings: rating.as_slice(),
        mark: Some(item.reference.value()),
        label,
    };
    let band = match item.own {
        None => html! { words.none() },
        Some(_) if item.same_band => html! { <span class="tag">{ words.training_same_band() }</span> },
        Some(_) => html! { <span class="tag w">{ words.training_other_band() }</span> },
    };
    html! {
        <tr><td>{ name }</td><td class="r"><b>{ offset(kit, item.offset) }</b></td><td class="r">{ own }</td><td class="r">{ item.reference.to_string() }</td>
            <td>{ draw_dots(&drawn) }</td><td>{ band }</td></tr>
    }
}

/// A deviation with its sign; a dash where there is none.
pub(super) fn offset(kit: &Kit, offset: Option<i16>) -> String {
    offset.map_or_else(|| kit.words().none().to_owned(), |offset| say::signed(offset.into()))
}

fn factors(kit: &Kit, result: &TrainingResult) -> Html {
    let words = kit.words();
    html! {
        <section class="sheet stack-s" aria-labelledby="factors"><h2 id="factors">{ words.training_factors() }</h2>
            if result.factors.is_empty() { <p>{ words.training_factors_none() }</p> } else {
                <p class="small">{ words.training_factors_meaning() }</p>
                <table class="ranked"><thead><tr><th scope="col">{ words.training_column_factor() }</th><th scope="col" class="r">{ words.training_column_compared() }</th><th scope="col" class="r">{ words.training_column_mean() }</th></tr></thead>
                    <tbody>{ for result.factors.iter().map(|factor| factor_row(kit, factor)) }</tbody></table>
            }
        </section>
    }
}

fn factor_row(kit: &Kit, found: &FactorDeviation) -> Html {
    let text = kit.pack_words();
    let rubric = &kit.pack.structure().rubrics[found.rubric];
    let factor = &rubric.factors[found.factor];
    let name = [text.factor(&rubric.id, &factor.id), " · ", text.rubric(&rubric.id)].concat();
    html! { <tr><td>{ name }</td><td class="r">{ found.compared }</td><td class="r"><b>{ say::signed(found.mean) }</b></td></tr> }
}
