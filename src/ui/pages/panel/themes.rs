//! Key themes across items: proposed from what recurs, worded by people; and what is to be verified on site.

use super::View;
use super::acts::step;
use super::desk::Desk;
use crate::assessment::{Text, text};
use crate::browser::page;
use crate::criteria::ItemSlot;
use crate::language::fill;
use crate::panel::sentences::{Proposal, Side, Theme, Visit, left, proposals};
use crate::panel::{Panel, PanelAction};
use crate::report::say;
use crate::ui::fields::{Slot, TextField};
use crate::ui::kit::Kit;
use yew::prelude::*;

/// So many proposals are offered.
const OFFERED: usize = 8;

fn proposed(kit: &Kit, panel: &Panel) -> Vec<Proposal> {
    let known = |proposal: &Proposal| panel.themes.iter().any(|theme| theme.side == proposal.side && theme.items == proposal.items);
    let all = proposals(&kit.pack, panel, &|rubric| say::cues(&kit.pack, rubric));
    all.into_iter().filter(|proposal| !known(proposal)).take(OFFERED).collect()
}

pub(super) fn themes(view: &View<'_>) -> Html {
    let (kit, words, panel) = (view.kit, view.kit.words(), view.panel);
    if view.reading.assessors.is_empty() {
        return Html::default();
    }
    let left = left(&kit.pack, panel);
    let told = match left {
        0 => words.minute_comments_done().to_owned(),
        n => fill(words.minute_comments_left(), &[("n", &n.to_string())]),
    };
    let signed = panel.is_signed();
    html! {
        <section class="sheet stack-s" aria-labelledby="themes"><h2 id="themes">{ words.workshop_themes() }</h2><p class="small" data-testid="comments-left">{ told }</p>
            { for panel.themes.iter().enumerate().map(|(at, theme)| kept(view, at, theme)) }
            if !signed {
                <div class="row"><button type="button" class="btn quiet" data-act="themes" aria-expanded={view.themes.to_string()}>{ words.workshop_themes_offered() }</button></div>
                if view.themes { <ul class="plain stack-xs">{ for proposed(kit, panel).iter().enumerate().map(|(at, proposal)| html! {
                    <li class="row"><span class="grow">{ say::recurring(&kit.pack, kit.language, proposal) }</span><button type="button" class="btn quiet" data-act={format!("theme-take {at}")}>{ words.workshop_use() }</button></li> }) }</ul> }
                <div class="row"><input class="input grow" id="theme-new" autocomplete="off" aria-label={words.workshop_theme_own()} placeholder={words.workshop_theme_own()} />
                    <button type="button" class="btn quiet" data-act="theme-strength">{ words.workshop_add_strength() }</button>
                    <button type="button" class="btn quiet" data-act="theme-opportunity">{ words.workshop_add_opportunity() }</button></div>
            }
            { visits(view) }
        </section>
    }
}

fn kept(view: &View<'_>, at: usize, theme: &Theme) -> Html {
    let (kit, words) = (view.kit, view.kit.words());
    let (into, desk) = (kit.clone(), view.desk.clone());
    let write = Callback::from(move |written: Text| {
        let Some(held) = desk.held() else { return };
        let mut themes = held.record.panel.themes.clone();
        if let Some(theme) = themes.get_mut(at).filter(|_| !written.trim().is_empty()) {
            theme.text = written;
            step(&into, &desk, &PanelAction::Themes(themes));
        }
    });
    let place = format!("theme-{at}-{}", view.panel.themes.len());
    html! {
        <div class="row"><span class="tag">{ say::side(kit.language, theme.side) }</span><div class="grow"><TextField key={place.clone()} id={place.clone()} label={words.workshop_theme()} slot={Slot::Other(AttrValue::from(place.clone()), write)} value={theme.text.clone()} lines={2} /></div>
            <small>{ say::numbers(&kit.pack, kit.language, &theme.items) }</small>if !view.panel.is_signed() { <button type="button" class="btn quiet" data-act={format!("theme-remove {at}")}>{ words.workshop_remove() }</button> }</div>
    }
}

/// A text of a visit, by its place.
type Part = fn(&mut Visit) -> &mut Text;

fn visits(view: &View<'_>) -> Html {
    let words = view.kit.words();
    if view.panel.visits.is_empty() {
        return html! { <p class="small muted">{ words.workshop_visits_none() }</p> };
    }
    let parts: [(&str, Part); 4] = [
        (words.visits_question(), |visit| &mut visit.question),
        (words.visits_who(), |visit| &mut visit.who),
        (words.visits_place(), |visit| &mut visit.place),
        (words.visits_evidence(), |visit| &mut visit.evidence),
    ];
    let signed = view.panel.is_signed();
    html! {
        <div class="stack-s"><h3 id="visits">{ words.visits_title() }</h3>
            <div class="scroll" tabindex="0" role="group" aria-labelledby="visits"><table class="visits"><thead><tr><th scope="col">{ words.visits_item() }</th>{ for parts.iter().map(|(label, _)| html! { <th scope="col">{ *label }</th> }) }<th scope="col"><span class="hidden">{ words.column_actions() }</span></th></tr></thead>
                <tbody>{ for view.panel.visits.iter().enumerate().map(|(at, visit)| html! {
                    <tr><th scope="row">{ view.kit.pack.item(visit.item).number.clone() }</th>{ for parts.iter().enumerate().map(|(part, (label, of))| html! { <td>{ field(view, at, part, label, visit, *of) }</td> }) }
                        <td>if !signed { <button type="button" class="btn quiet" data-act={format!("visit-remove {at}")}>{ words.workshop_remove() }</button> }</td></tr> }) }</tbody></table></div>
            <div class="row"><button type="button" class="btn" data-act="visits">{ words.workshop_visits_document() }</button></div></div>
    }
}

fn field(view: &View<'_>, at: usize, part: usize, label: &str, visit: &Visit, of: Part) -> Html {
    let (kit, desk) = (view.kit.clone(), view.desk.clone());
    let value = of(&mut visit.clone()).clone();
    let write = Callback::from(move |written: Text| {
        let Some(held) = desk.held() else { return };
        let mut visits = held.record.panel.visits.clone();
        if let Some(visit) = visits.get_mut(at) {
            *of(visit) = written;
            step(&kit, &desk, &PanelAction::Visits(visits));
        }
    });
    let place = format!("visit-{at}-{part}-{}", view.panel.visits.len());
    html! { <TextField key={place.clone()} id={place.clone()} label={label.to_owned()} slot={Slot::Other(AttrValue::from(place.clone()), write)} {value} lines={2} /> }
}

/// Does what a button of a theme or a visit is for.
pub(super) fn perform(kit: &Kit, desk: &Desk, act: &str, at: usize) {
    let Some(held) = desk.held() else { return };
    let panel = &held.record.panel;
    let (mut themes, mut visits) = (panel.themes.clone(), panel.visits.clone());
    let written = page::value("theme-new").trim().to_owned();
    match act {
        "theme-take" => {
            let Some(proposal) = proposed(kit, panel).into_iter().nth(at) else { return };
            themes.push(Theme {
                side: proposal.side,
                text: text(say::recurring(&kit.pack, kit.language, &proposal)),
                items: proposal.items,
            });
        }
        "theme-strength" | "theme-opportunity" if !written.is_empty() => {
            page::take_value("theme-new");
            themes.push(Theme {
                side: if act == "theme-strength" { Side::Strength } else { Side::Opportunity },
                text: text(&written),
                items: Vec::new(),
            });
        }
        "theme-remove" if at < themes.len() => drop(themes.remove(at)),
        "visit-add" => {
            let question = page::take_value("sentence-own").unwrap_or_default();
            visits.push(Visit {
                item: ItemSlot(at),
                question: text(question.trim()),
                who: Text::default(),
                place: Text::default(),
                evidence: Text::default(),
            });
        }
        "visit-remove" if at < visits.len() => drop(visits.remove(at)),
        _ => return,
    }
    let action = if act.starts_with("theme") {
        PanelAction::Themes(themes)
    } else {
        PanelAction::Visits(visits)
    };
    step(kit, desk, &action);
}
