//! Item by item: why the reference is what it is, beside what the trainee wrote, the bands of both, and the answers again.

use super::result::offset;
use crate::assessment::{Assessment, Text};
use crate::criteria::Rubric;
use crate::panel::{TrainingItem, TrainingResult};
use crate::report::{item_document, say};
use crate::ui::kit::Kit;
use crate::ui::pages::scoring::Held;
use crate::ui::parts::preview;
use yew::prelude::*;

pub(super) fn reasons(kit: &Kit, held: &Held, result: &TrainingResult, reference: &Assessment) -> Html {
    let words = kit.words();
    let mut items: Vec<&TrainingItem> = result.items.iter().collect();
    items.sort_by_key(|item| item.offset.map_or(1, |offset| -offset.abs()));
    html! {
        <section class="sheet stack-s" aria-labelledby="reasons"><h2 id="reasons">{ words.training_reasons_title }</h2><p class="small">{ words.training_reasons_note }</p>
            <div class="stack-s">{ for items.into_iter().map(|item| reason(kit, held, item, reference)) }</div>
        </section>
    }
}

fn reason(kit: &Kit, held: &Held, item: &TrainingItem, reference: &Assessment) -> Html {
    let words = kit.words();
    let (record, judgement) = (reference.item(item.item), held.copy.sheet.judgement(item.item));
    let own = item.own.map_or_else(|| words.not_rated_short.to_owned(), |percent| percent.to_string());
    let percents = [
        (words.training_column_reference, item.reference.to_string()),
        (words.training_column_own, own),
        (words.training_column_offset, offset(kit, item.offset)),
    ];
    let texts = [
        (words.item_remark, &record.remark, &judgement.remark),
        (words.item_strengths, &record.strengths, &judgement.strengths),
        (words.item_opportunities, &record.opportunities, &judgement.opportunities),
    ];
    let answers = held.copy.read.as_ref().map(|read| preview(&item_document(&held.pack, read, kit.language, item.item), words.report_not_filled));
    html! {
        <details class="reading" key={item.item.0}>
            <summary>{ say::item_name(&kit.pack, kit.language, item.item) }{ " " }<span class="small">{ for percents.into_iter().map(|(label, value)| html! { <span class="kind">{ label }{ " " }<b>{ value }</b></span> }) }</span></summary>
            <div class="stack-s">
                <div class="scroll" tabindex="0" role="group" aria-label={words.training_reasons_title}><table class="comments">
                    <thead><tr><th scope="col"></th><th scope="col">{ words.training_reference }</th><th scope="col">{ words.training_own }</th></tr></thead>
                    <tbody>{ for bands(kit, item) }{ for texts.into_iter().map(|(label, reference, own)| html! {
                        <tr><th scope="row">{ label }</th><td class="written">{ told(kit, reference) }</td><td class="written">{ told(kit, own) }</td></tr> }) }</tbody></table></div>
                { for answers.map(|answers| html! { <details><summary>{ words.scoring_answers }</summary>{ answers }</details> }) }
            </div>
        </details>
    }
}

fn told(kit: &Kit, text: &Text) -> String {
    if text.trim().is_empty() {
        kit.words().minute_none.to_owned()
    } else {
        text.to_string()
    }
}

/// The bands of both by factor, in their ranges.
fn bands(kit: &Kit, item: &TrainingItem) -> Vec<Html> {
    let rubric: &Rubric = kit.pack.rubric_of(item.item);
    let range = |band: Option<usize>| {
        let band = band.and_then(|band| rubric.bands.get(band));
        band.map_or_else(|| kit.words().minute_none.to_owned(), |band| format!("{}–{}%", band.from, band.to))
    };
    let rows = rubric.factors.iter().zip(&item.bands).map(|(factor, (reference, own))| {
        let name = kit.pack_words().factor(&rubric.id, &factor.id).to_owned();
        html! { <tr><th scope="row">{ name }</th><td>{ range(*reference) }</td><td>{ range(*own) }</td></tr> }
    });
    rows.collect()
}
