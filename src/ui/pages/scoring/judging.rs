//! The own judgement of one item: ladder, bands by factor, strengths, opportunities, remark, confidence.

use super::View;
use crate::assessment::{ItemChange, ItemRecord, Text};
use crate::criteria::Kind;
use crate::panel::{Confidence, SheetChange};
use crate::report::say;
use crate::scoring::band_of;
use crate::ui::fields::{Slot, TextField};
use crate::ui::parts::{Rated, band_list, ladder_of, on_value};
use std::rc::Rc;
use yew::prelude::*;

pub(super) fn prompts(view: &View<'_>) -> Html {
    let text = view.kit.pack_words();
    let item = view.kit.pack.item(view.slot);
    let meant = item
        .prompts
        .iter()
        .filter(|prompt| Kind::among(view.copy.sheet.subject.kind, &prompt.applies_to));
    html! {
        <ol class="prompts">{ for meant.map(|prompt| html! {
            <li key={prompt.id.clone()}><b aria-hidden="true">{ "·" }</b><span>{ text.prompt(&item.id, &prompt.id).to_owned() }</span></li> }) }</ol>
    }
}

/// The judgement as the ladder reads it.
fn record(view: &View<'_>) -> ItemRecord {
    let judgement = view.copy.sheet.judgement(view.slot);
    let mut record = ItemRecord::blank(&view.kit.pack, view.slot);
    record.percent = judgement.percent;
    record.bands.clone_from(&judgement.bands);
    record
}

pub(super) fn rating(view: &View<'_>) -> Html {
    let (kit, words, slot) = (view.kit, view.kit.words(), view.slot);
    let text = kit.pack_words();
    let rubric = kit.pack.rubric_of(slot);
    let record = record(view);
    let present: Rated = {
        let desk = view.desk.clone();
        Rc::new(move || desk.judgement(slot)?.percent)
    };
    let rate = {
        let desk = view.desk.clone();
        Callback::from(move |percent| desk.change(slot, &SheetChange::Item(ItemChange::Percent(percent))))
    };
    let told = record.percent.map_or_else(|| words.not_rated().to_owned(), |percent| percent.to_string());
    html! {
        <section class="sheet stack-s" aria-labelledby="rating">
            <div class="title"><h2 id="rating">{ words.item_rating() }</h2><span class="pts"><b data-testid="percent">{ told }</b></span></div>
            { ladder_of(kit, slot, &record, present, rate) }
            if let Some(percent) = record.percent {
                <div class="words">{ for rubric.factors.iter().map(|factor| html! {
                    <div><b>{ text.factor(&rubric.id, &factor.id).to_owned() }</b><span>{ text.band(&rubric.id, &rubric.bands[band_of(rubric, percent)].id, &factor.id).to_owned() }</span></div> }) }</div>
            }
            { confidence(view) }
            <details><summary>{ words.scoring_bands() }</summary><div class="stack-s">{ for (0..rubric.factors.len()).map(|factor| band(view, &record, factor)) }</div></details>
            { field(view, "remark", words.item_remark(), words.item_remark_hint(), &view.copy.sheet.judgement(slot).remark, ItemChange::Remark) }
        </section>
    }
}

fn confidence(view: &View<'_>) -> Html {
    let (kit, words, slot) = (view.kit, view.kit.words(), view.slot);
    let chosen = view.copy.sheet.judgement(slot).confidence;
    let desk = view.desk.clone();
    let onchange = on_value(move |word| {
        let confidence = Confidence::ALL.into_iter().find(|known| known.word() == word);
        desk.change(slot, &SheetChange::Confidence(confidence));
    });
    let all = std::iter::once(None).chain(Confidence::ALL.map(Some));
    html! {
        <fieldset class="choice titled slim" {onchange}><legend>{ words.scoring_confidence() }</legend>{ for all.map(|known| {
            let (value, label) = known.map_or(("", words.scoring_confidence_none()), |known| (known.word(), say::confidence(kit.language, known)));
            html! { <label><input type="radio" name="confidence" {value} checked={chosen == known} /><span>{ label }</span></label> }
        }) }</fieldset>
    }
}

/// The band of one factor.
fn band(view: &View<'_>, record: &ItemRecord, factor: usize) -> Html {
    let (kit, slot, desk) = (view.kit, view.slot, view.desk.clone());
    let rubric = kit.pack.rubric_of(slot);
    let content = &rubric.factors[factor];
    let list = band_list(kit, slot, factor, record.bands[factor], move |band| {
        desk.change(slot, &SheetChange::Item(ItemChange::Band { factor, band }));
    });
    let name = kit.pack_words().factor(&rubric.id, &content.id).to_owned();
    html! { <div class="field" key={content.id.clone()}><label aria-hidden="true">{ name }</label>{ list }</div> }
}

pub(super) fn remarks(view: &View<'_>) -> Html {
    let words = view.kit.words();
    let judgement = view.copy.sheet.judgement(view.slot);
    html! {
        <section class="sheet"><div class="two">
            { field(view, "strengths", words.item_strengths(), words.item_strengths_hint(), &judgement.strengths, ItemChange::Strengths) }
            { field(view, "opportunities", words.item_opportunities(), words.item_opportunities_hint(), &judgement.opportunities, ItemChange::Opportunities) }
        </div></section>
    }
}

fn field(view: &View<'_>, id: &'static str, label: &'static str, hint: &'static str, value: &Text, change: fn(Text) -> ItemChange) -> Html {
    let (desk, slot) = (view.desk.clone(), view.slot);
    let write = Callback::from(move |text: Text| desk.change(slot, &SheetChange::Item(change(text))));
    let place = Slot::Other(AttrValue::from(format!("{id}-{}", slot.0)), write);
    html! { <div class="field"><h3><label for={id}>{ label }</label></h3><TextField key={format!("{id}-{}", slot.0)} {id} slot={place} value={value.clone()} lines={3} {hint} /></div> }
}
