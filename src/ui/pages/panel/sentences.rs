//! Comments of one item on their way to sentences of the panel: groups to use, merge or set aside, and what was made of them.

use super::View;
use super::acts::step;
use super::desk::Desk;
use crate::assessment::{Text, text};
use crate::browser::page;
use crate::criteria::ItemSlot;
use crate::language::fill;
use crate::panel::sentences::{Group, ItemSentences, Outcome, Sentence, Side, Source, comments};
use crate::panel::{ItemReading, PanelAction};
use crate::report::say;
use crate::ui::fields::{Slot, TextField};
use crate::ui::kit::{Kit, Notice};
use yew::prelude::*;

/// The groups of an item whose comments are not dealt with yet.
fn open_groups(kit: &Kit, panel: &crate::panel::Panel, slot: ItemSlot) -> Vec<Group> {
    let rubric = &kit.pack.rubric_of(slot).id;
    let rubric = kit.pack.structure().rubrics.iter().position(|known| known.id == *rubric).unwrap_or(0);
    let groups = comments(panel, slot, &say::cues(&kit.pack, rubric));
    let left = |mut group: Group| {
        group.said.retain(|said| said.outcome == Outcome::Left);
        Some(group).filter(|group| !group.said.is_empty())
    };
    groups.into_iter().filter_map(left).collect()
}

fn sources(group: &Group) -> Vec<Source> {
    group.said.iter().map(|said| said.source.clone()).collect()
}

pub(super) fn sentences(view: &View<'_>, item: &ItemReading) -> Html {
    let words = view.kit.words();
    let (slot, of_item) = (item.item, view.panel.sentences_of(item.item));
    let groups = open_groups(view.kit, view.panel, slot);
    let signed = view.panel.is_signed();
    html! {
        <section class="stack-s sentences" aria-labelledby="sentences"><h3 id="sentences">{ words.workshop_sentences() }</h3>
            { for of_item.kept.iter().enumerate().map(|(at, sentence)| kept(view, slot, &of_item, at, sentence)) }
            if !signed { { for groups.iter().enumerate().map(|(at, group)| offered(view, slot, at, group)) }
                <div class="row"><input class="input grow" id="sentence-own" autocomplete="off" aria-label={words.workshop_sentence_own()} placeholder={words.workshop_sentence_own()} />
                    <button type="button" class="btn quiet" data-act={format!("sentence-strength {}", slot.0)}>{ words.workshop_add_strength() }</button>
                    <button type="button" class="btn quiet" data-act={format!("sentence-opportunity {}", slot.0)}>{ words.workshop_add_opportunity() }</button>
                    <button type="button" class="btn quiet" data-act={format!("visit-add {}", slot.0)}>{ words.workshop_visit_add() }</button></div> }
            { for of_item.aside.iter().enumerate().map(|(at, aside)| html! {
                <p class="small muted"><span class="tag">{ words.workshop_aside() }</span>{ " " }{ fill(words.workshop_aside_told(), &[("text", &aside.source.text), ("reason", &aside.reason)]) }
                    if !signed { <button type="button" class="btn quiet" data-act={format!("aside-back {}.{at}", slot.0)}>{ words.workshop_take_back() }</button> }</p> }) }
        </section>
    }
}

fn side_tag(view: &View<'_>, side: Side) -> Html {
    let (class, sign) = match side {
        Side::Strength => ("tag g", "＋ "),
        Side::Opportunity => ("tag w", "－ "),
    };
    html! { <span {class}><span aria-hidden="true">{ sign }</span>{ say::side(view.kit.language, side) }</span> }
}

/// A sentence of the panel, which can be worded anew.
fn kept(view: &View<'_>, slot: ItemSlot, of_item: &ItemSentences, at: usize, sentence: &Sentence) -> Html {
    let words = view.kit.words();
    let (kit, desk, before) = (view.kit.clone(), view.desk.clone(), of_item.clone());
    let write = Callback::from(move |written: Text| {
        let mut after = before.clone();
        if let Some(sentence) = after.kept.get_mut(at).filter(|_| !written.trim().is_empty()) {
            sentence.text = written;
            step(&kit, &desk, &PanelAction::Sentences(slot, after));
        }
    });
    let place = format!("sentence-{}-{at}-{}", slot.0, of_item.kept.len());
    let from = if sentence.from.is_empty() {
        words.workshop_sentence_raised().to_owned()
    } else if view.held.anonymous {
        fill(words.workshop_sentence_count(), &[("n", &sentence.from.len().to_string())])
    } else {
        let mut names: Vec<&str> = sentence.from.iter().map(|source| &*source.assessor).collect();
        names.sort_unstable();
        names.dedup();
        names.join(words.list_separator())
    };
    html! {
        <div class="row kept">{ side_tag(view, sentence.side) }<div class="grow"><TextField key={place.clone()} id={place.clone()} label={words.workshop_sentence()} slot={Slot::Other(AttrValue::from(place.clone()), write)} value={sentence.text.clone()} lines={2} /></div>
            <small>{ from }</small>if !view.panel.is_signed() { <button type="button" class="btn quiet" data-act={format!("sentence-back {}.{at}", slot.0)}>{ words.workshop_take_back() }</button> }</div>
    }
}

/// Comments that say nearly the same, with what can be made of them.
fn offered(view: &View<'_>, slot: ItemSlot, at: usize, group: &Group) -> Html {
    let (kit, words) = (view.kit, view.kit.words());
    let rubric = kit.pack.rubric_of(slot);
    let factor = group.factor.and_then(|factor| rubric.factors.get(factor));
    let factor = factor.map(|factor| html! { <span class="tag">{ kit.pack_words().factor(&rubric.id, &factor.id) }</span> });
    let id = format!("sentence-new-{at}");
    html! {
        <div class="offered stack-xs"><div class="row">{ side_tag(view, group.side) }{ for factor }</div>
            <ul class="plain">{ for group.said.iter().map(|said| html! { <li>{ said.source.text.to_string() }if !view.held.anonymous { <small class="muted">{ " " }{ said.source.assessor.to_string() }</small> }</li> }) }</ul>
            <div class="row"><input class="input grow" id={id} autocomplete="off" aria-label={words.workshop_sentence_or_reason()} placeholder={words.workshop_sentence_or_reason()} />
                <button type="button" class="btn" data-act={format!("sentence-use {}.{at}", slot.0)}>{ if group.said.len() > 1 { words.workshop_merge() } else { words.workshop_use() } }</button>
                <button type="button" class="btn quiet" data-act={format!("sentence-aside {}.{at}", slot.0)}>{ words.workshop_set_aside() }</button></div></div>
    }
}

/// Does what a button of a sentence is for: `use`, `aside`, `back`, `strength` or `opportunity`, or `aside-back`, with `item.place`.
pub(super) fn perform(kit: &Kit, desk: &Desk, act: &str, place: &str) {
    let (item, at) = place.split_once('.').unwrap_or((place, "0"));
    let (Ok(item), Ok(at)) = (item.parse::<usize>(), at.parse::<usize>()) else {
        return;
    };
    let (slot, Some(held)) = (ItemSlot(item), desk.held()) else { return };
    let panel = &held.record.panel;
    let before = panel.sentences_of(slot);
    let field = match act {
        "sentence-strength" | "sentence-opportunity" => "sentence-own".to_owned(),
        _ => format!("sentence-new-{at}"),
    };
    let written = page::value(&field).trim().to_owned();
    let group = open_groups(kit, panel, slot).into_iter().nth(at);
    let after = match (act, group) {
        ("sentence-use", Some(group)) => {
            let first = group.said.first().map_or("", |said| &*said.source.text);
            let told = if written.is_empty() { first } else { &written };
            before.with(Sentence {
                side: group.side,
                text: text(told),
                from: sources(&group),
            })
        }
        ("sentence-aside", Some(_)) if written.is_empty() => {
            kit.notify.emit(Notice::bad(kit.words().workshop_aside_reason()));
            page::focus(&field);
            return;
        }
        ("sentence-aside", Some(group)) => before.setting_aside(group.side, &sources(&group), &text(&written)),
        ("sentence-strength" | "sentence-opportunity", _) if !written.is_empty() => before.with(Sentence {
            side: if act == "sentence-strength" { Side::Strength } else { Side::Opportunity },
            text: text(&written),
            from: Vec::new(),
        }),
        ("sentence-back", _) => {
            let mut after = ItemSentences::clone(&before);
            if at < after.kept.len() {
                after.kept.remove(at);
            }
            after
        }
        ("aside-back", _) => {
            let mut after = ItemSentences::clone(&before);
            if at < after.aside.len() {
                after.aside.remove(at);
            }
            after
        }
        _ => return,
    };
    page::take_value(&field);
    step(kit, desk, &PanelAction::Sentences(slot, after));
}
