//! One item opened: who rated what, what was written side by side, and the agreement.

use super::View;
use super::acts::step;
use super::overview::standing;
use crate::assessment::{ItemRecord, Text};
use crate::language::fill;
use crate::panel::{Comment, ItemReading, PanelAction};
use crate::report::say;
use crate::ui::fields::{Slot, TextField};
use crate::ui::parts::{Rated, ladder_of};
use std::rc::Rc;
use yew::prelude::*;

pub(super) fn discussion(view: &View<'_>, item: &ItemReading) -> Html {
    let words = view.kit.words();
    html! {
        <div class="stack discussion">
            <div class="two">
                { ratings(view, item) }
                <div class="stack-s">{ if view.panel.opened { agreement(view, item) } else { html! { <p class="small">{ words.workshop_open_note() }</p> } } }</div>
            </div>
            { comments(view, item) }
            { super::sentences::sentences(view, item) }
        </div>
    }
}

fn ratings(view: &View<'_>, item: &ItemReading) -> Html {
    let (kit, words) = (view.kit, view.kit.words());
    let rubric = kit.pack.rubric_of(item.item);
    html! {
        <table class="slim"><thead><tr><th scope="col">{ words.workshop_member() }</th><th scope="col" class="r">{ words.workshop_column_rating() }</th><th scope="col">{ words.workshop_column_confidence() }</th></tr></thead>
            <tbody>{ for item.ratings.iter().map(|rating| {
                let band = &rubric.bands[rating.band];
                let confidence = rating.confidence.map_or(words.none(), |confidence| say::confidence(kit.language, confidence));
                html! { <tr><td>{ view.name(rating.assessor) }</td><td class="r"><b>{ rating.percent.to_string() }</b>{ " " }<small>{ kit.language.band(band.from, band.to) }</small></td><td>{ confidence }</td></tr> }
            }) }</tbody></table>
    }
}

/// One of the texts of a comment.
type Part = fn(&Comment) -> &Text;

/// What assessors wrote, beside each other.
fn comments(view: &View<'_>, item: &ItemReading) -> Html {
    let words = view.kit.words();
    if item.comments.is_empty() {
        return html! { <p class="small muted">{ words.workshop_no_words() }</p> };
    }
    let parts: [(&str, Part); 3] = [
        (words.item_strengths(), |comment| &comment.strengths),
        (words.item_opportunities(), |comment| &comment.opportunities),
        (words.item_remark(), |comment| &comment.remark),
    ];
    html! {
        <table class="comments"><thead><tr><th scope="col">{ words.workshop_member() }</th>{ for parts.iter().map(|(label, _)| html! { <th scope="col">{ *label }</th> }) }</tr></thead>
            <tbody>{ for item.comments.iter().map(|comment| html! {
                <tr><th scope="row">{ view.name(comment.assessor) }</th>{ for parts.iter().map(|(_, part)| html! { <td class="written">{ part(comment).to_string() }</td> }) }</tr> }) }</tbody></table>
    }
}

/// The start, the ladder, the reason and the note.
fn agreement(view: &View<'_>, item: &ItemReading) -> Html {
    let (kit, words, slot) = (view.kit, view.kit.words(), item.item);
    let agreement = view.panel.agreement(slot);
    let mut record = ItemRecord::blank(&kit.pack, slot);
    record.percent = agreement.percent;
    let present: Rated = {
        let desk = view.desk.clone();
        Rc::new(move || desk.held()?.record.panel.agreement(slot).percent)
    };
    let rate = {
        let (kit, desk) = (kit.clone(), view.desk.clone());
        Callback::from(move |percent| step(&kit, &desk, &PanelAction::Agree(slot, percent)))
    };
    html! {
        <>
            <div class="row"><b data-testid="standing" role="status">{ standing(kit, item) }</b>
                { for item.proposal.map(|percent| html! { <button type="button" class="btn" data-act={format!("median {}", slot.0)} disabled={view.panel.is_signed()}>{ fill(words.workshop_take_median(), &[("percent", &percent.to_string())]) }</button> }) }</div>
            { ladder_of(kit, slot, &record, present, rate) }
            { field(view, "reason", words.workshop_reason(), &agreement.reason, item, PanelAction::Reason) }
            { field(view, "note", words.workshop_note(), &agreement.note, item, PanelAction::Note) }
        </>
    }
}

fn field(
    view: &View<'_>,
    id: &'static str,
    label: &'static str,
    value: &Text,
    item: &ItemReading,
    action: fn(crate::criteria::ItemSlot, Text) -> PanelAction,
) -> Html {
    let (kit, desk, slot) = (view.kit.clone(), view.desk.clone(), item.item);
    let write = Callback::from(move |text: Text| step(&kit, &desk, &action(slot, text)));
    let place = format!("{id}-{}", slot.0);
    html! { <div class="field"><label for={id}>{ label }</label><TextField key={place.clone()} {id} slot={Slot::Other(AttrValue::from(place.clone()), write)} value={value.clone()} lines={2} /></div> }
}
