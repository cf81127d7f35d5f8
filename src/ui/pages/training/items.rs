//! Item by item: why the reference is what it is, beside what the trainee wrote, the bands of both, and the answers again.

use super::result::offset;
use crate::assessment::{Assessment, Text};
use crate::criteria::Rubric;
use crate::order;
use crate::panel::{TrainingItem, TrainingResult};
use crate::report::{item_document, say};
use crate::ui::kit::Kit;
use crate::ui::pages::scoring::Held;
use crate::ui::parts::preview;
use yew::prelude::*;

pub(super) fn reasons(kit: &Kit, held: &Held, result: &TrainingResult, reference: &Assessment) -> Html {
    let words = kit.words();
    let mut items: Vec<&TrainingItem> = result.items.iter().collect();
    order::sort_by_key(&mut items, |item| item.offset.map_or(1, |offset| -offset.abs()));
    html! {
        <section class="sheet stack-s" aria-labelledby="reasons"><h2 id="reasons">{ words.training_reasons_title() }</h2><p class="small">{ words.training_reasons_note() }</p>
            <div class="stack-s">{ for items.into_iter().map(|item| reason(kit, held, item, reference)) }</div>
        </section>
    }
}

fn reason(kit: &Kit, held: &Held, item: &TrainingItem, reference: &Assessment) -> Html {
    let words = kit.words();
    let (record, judgement) = (reference.item(item.item), held.copy.sheet.judgement(item.item));
    let own = item.own.map_or_else(|| words.not_rated_short().to_owned(), |percent| percent.to_string());
    let percents = [
        (words.training_column_offset(), offset(kit, item.offset)),
        (words.training_column_own(), own),
        (words.training_column_reference(), item.reference.to_string()),
    ];
    let sides = [
        (words.training_reference(), [&record.remark, &record.strengths, &record.opportunities]),
        (words.training_own(), [&judgement.remark, &judgement.strengths, &judgement.opportunities]),
    ];
    let answers = held
        .copy
        .read
        .as_ref()
        .map(|read| preview(&item_document(&held.pack, read, kit.language, item.item), words.report_not_filled()));
    html! {
        <details class="reading" key={item.item.0}>
            <summary>{ say::item_name(&kit.pack, kit.language, item.item) }{ " " }<span class="small">{ for percents.into_iter().map(|(label, value)| html! { <span class="kind">{ label }{ " " }<b>{ value }</b></span> }) }</span></summary>
            <div class="stack-s">
                <table class="ranked"><thead><tr><th scope="col">{ words.training_column_factor() }</th><th scope="col">{ words.training_reference() }</th><th scope="col">{ words.training_own() }</th></tr></thead>
                    <tbody>{ for bands(kit, item) }</tbody></table>
                <div class="two">{ for sides.into_iter().map(|(side, texts)| written(kit, side, texts)) }</div>
                { for answers.map(|answers| html! { <details><summary>{ words.scoring_answers() }</summary>{ answers }</details> }) }
            </div>
        </details>
    }
}

/// Reason, strengths and opportunities of one side.
fn written(kit: &Kit, side: &'static str, texts: [&Text; 3]) -> Html {
    let words = kit.words();
    let labels = [words.item_remark(), words.item_strengths(), words.item_opportunities()];
    let told = |text: &Text| {
        if text.trim().is_empty() { words.none().to_owned() } else { text.to_string() }
    };
    html! {
        <div class="well stack-xs"><h3>{ side }</h3>{ for labels.into_iter().zip(texts).map(|(label, text)| html! {
            <><span class="small">{ label }</span><p class="written">{ told(text) }</p></> }) }</div>
    }
}

/// The bands of both by factor, in their ranges.
fn bands(kit: &Kit, item: &TrainingItem) -> Vec<Html> {
    let rubric: &Rubric = kit.pack.rubric_of(item.item);
    let range = |band: Option<usize>| {
        let band = band.and_then(|band| rubric.bands.get(band));
        band.map_or_else(|| kit.words().none().to_owned(), |band| kit.language.percents(band.from, band.to))
    };
    let rows = rubric.factors.iter().zip(&item.bands).map(|(factor, (reference, own))| {
        let name = kit.pack_words().factor(&rubric.id, &factor.id).to_owned();
        html! { <tr><th scope="row">{ name }</th><td>{ range(*reference) }</td><td>{ range(*own) }</td></tr> }
    });
    rows.collect()
}
