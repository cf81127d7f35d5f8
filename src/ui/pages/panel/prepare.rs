//! Before the session: who is asked for which items, the tolerance, day, place and facilitator.

use super::View;
use super::acts::step;
use super::room::Shared;
use crate::assessment::Text;
use crate::browser::panels::KeptMember;
use crate::date::parse_date;
use crate::language::fill;
use crate::panel::PanelAction;
use crate::panel::room::Plan;
use crate::report::say;
use crate::ui::fields::{KeptInput, Slot, TextField, Written, number_field};
use crate::ui::kit::use_kit;
use crate::ui::parts::{key_of, on_value};
use yew::prelude::*;

pub(super) fn prepare(view: &View<'_>) -> Html {
    let (words, members) = (view.kit.words(), &view.held.members);
    let submit = {
        let (kit, desk) = (view.kit.clone(), view.desk.clone());
        Callback::from(move |event: KeyboardEvent| {
            if key_of(&event).as_deref() == Some("Enter") {
                super::acts::add_member(&kit, &desk);
            }
        })
    };
    html! {
        <section class="sheet stack" aria-labelledby="prepare">
            <div class="stack-s"><h2 id="prepare">{ words.workshop_prepare() }</h2><p class="small">{ words.workshop_prepare_note() }</p></div>
            if view.held.anonymous && !view.panel.sheets.is_empty() { <p class="muted">{ words.workshop_unnamed() }</p> } else if members.is_empty() { <p class="muted">{ words.workshop_nobody() }</p> } else { { table(view) } }
            <div class="row"><input class="input grow" id="member-new" autocomplete="off" placeholder={words.workshop_member_new()} aria-label={words.workshop_member_new()} onkeydown={submit} />
                <button type="button" class="btn" data-act="member-add">{ words.workshop_member_add() }</button>
                if members.len() > 1 && !view.held.anonymous { <button type="button" class="btn" data-act="copy-all">{ fill(words.workshop_copy_all(), &[("n", &members.len().to_string())]) }</button> }</div>
            { session(view) }
        </section>
    }
}

fn table(view: &View<'_>) -> Html {
    let words = view.kit.words();
    html! {
        <div class="scroll" tabindex="0" role="group" aria-label={words.workshop_prepare()}><table>
            <thead><tr><th scope="col">{ words.workshop_member() }</th><th scope="col">{ words.workshop_asked() }</th><th scope="col">{ words.workshop_column_state() }</th><th scope="col"><span class="hidden">{ words.column_actions() }</span></th></tr></thead>
            <tbody>{ for view.held.members.iter().enumerate().map(|(at, member)| {
                let back = view.panel.sheets.iter().any(|sheet| *sheet.sheet.assessor == *member.name);
                html! {
                    <tr key={member.name.clone()}>
                        <td><b>{ member.name.clone() }</b></td><td><Asked {at} member={member.clone()} desk={Shared(view.desk.clone())} /></td>
                        <td>{ if back { html! { <span class="tag g">{ words.workshop_back() }</span> } } else { html! { <span class="tag">{ words.workshop_waiting() }</span> } } }</td>
                        <td class="r acts"><button type="button" class="btn quiet" data-act={format!("copy {at}")} aria-label={fill(words.workshop_copy_of(), &[("name", &member.name)])}>{ words.workshop_copy() }</button>
                            <button type="button" class="btn quiet" data-act={format!("rating-sheet {at}")} aria-label={fill(words.workshop_sheet_of(), &[("name", &member.name)])}>{ words.workshop_sheet() }</button>
                            <button type="button" class="btn quiet" data-act={format!("worksheet {at}")} aria-label={fill(words.workshop_paper_of(), &[("name", &member.name)])}>{ words.workshop_paper() }</button>
                            <button type="button" class="btn quiet" data-act={format!("member-remove {at}")} aria-label={fill(words.workshop_member_remove(), &[("name", &member.name)])}>{ words.workshop_remove() }</button></td>
                    </tr>
                }
            }) }</tbody></table></div>
    }
}

#[derive(Properties, PartialEq)]
struct AskedProps {
    at: usize,
    member: KeptMember,
    desk: Shared,
}

/// The categories a member is asked for, each a box to tick. The longest part of a line, and what changes least of it.
#[component]
fn Asked(AskedProps { at, member, desk }: &AskedProps) -> Html {
    let kit = use_kit();
    let (words, at) = (kit.words(), *at);
    let onchange = {
        let (desk, pack) = (desk.0.clone(), kit.pack.clone());
        on_value(move |id| {
            desk.change(|held| {
                let Some(member) = held.members.get_mut(at) else { return };
                let all: Vec<&String> = pack.categories().map(|(_, category)| &category.id).collect();
                let was = |known: &str| member.categories.is_empty() || member.categories.iter().any(|asked| asked == known);
                let chosen: Vec<String> = all
                    .iter()
                    .filter(|known| was(known) != (***known == id))
                    .map(|known| (*known).clone())
                    .collect();
                member.categories = if chosen.len() == all.len() { Vec::new() } else { chosen };
            });
        })
    };
    let told = match member.categories.len() {
        0 => words.workshop_asked_all().to_owned(),
        n => fill(words.workshop_asked_some(), &[("n", &n.to_string())]),
    };
    html! {
        <details><summary>{ told }</summary><fieldset class="ticks" {onchange}><legend class="hidden">{ fill(words.workshop_asked_of(), &[("name", &member.name)]) }</legend>
            { for kit.pack.categories().map(|(_, category)| {
                let ticked = member.categories.is_empty() || member.categories.contains(&category.id);
                html! { <label class="row"><input type="checkbox" value={category.id.clone()} checked={ticked} />{ format!("{} {}", category.number, kit.pack_words().category(&category.id)) }</label> }
            }) }</fieldset></details>
    }
}

fn session(view: &View<'_>) -> Html {
    let (kit, words, panel) = (view.kit, view.kit.words(), view.panel);
    let tolerance = {
        let (kit, desk) = (kit.clone(), view.desk.clone());
        move |points: Option<u64>| {
            step(
                &kit,
                &desk,
                &PanelAction::Tolerance(points.map_or(crate::panel::REFERENCE_TOLERANCE, |points| points as u8)),
            )
        }
    };
    let date = {
        let (kit, desk) = (kit.clone(), view.desk.clone());
        on_value(move |written| step(&kit, &desk, &PanelAction::Date(parse_date(&written))))
    };
    let refusal = say::refused(kit.language, crate::panel::Refused::Unusable).to_owned();
    html! {
        <div class="form">
            <div class="field"><label for="tolerance">{ words.workshop_tolerance() }</label>
                if panel.opened { <p id="tolerance">{ panel.tolerance }</p> } else { { number_field(kit, "tolerance".to_owned(), Some(panel.tolerance.into()), 100, refusal, tolerance) } }
                <small>{ words.panel_tolerance_source() }</small></div>
            <div class="field"><label for="session-date">{ words.workshop_date() }</label>
                <KeptInput id="session-date" written={Written::Day} value={panel.date.map(|date| date.to_string()).unwrap_or_default()} onchange={date} /></div>
            { minutes(view, "session-minutes", words.workshop_minutes(), view.held.plan.minutes, |plan, minutes| plan.minutes = minutes) }
            { minutes(view, "session-every", words.workshop_every(), view.held.plan.every, |plan, minutes| plan.every = minutes) }
            { minutes(view, "session-pause", words.workshop_pause(), view.held.plan.pause, |plan, minutes| plan.pause = minutes) }
            { text_field(view, "facilitator", words.workshop_facilitator(), &panel.facilitator, 1, PanelAction::Facilitator) }
            { text_field(view, "place", words.workshop_place(), &panel.place, 1, PanelAction::Place) }
        </div>
    }
}

/// A number of minutes of the agenda.
fn minutes(view: &View<'_>, id: &'static str, label: &'static str, value: u32, set: fn(&mut Plan, u32)) -> Html {
    let (kit, desk) = (view.kit, view.desk.clone());
    let write = move |minutes: Option<u64>| desk.change(|held| set(&mut held.plan, minutes.unwrap_or(0) as u32));
    let value = Some(u64::from(value)).filter(|minutes| *minutes > 0);
    let refusal = kit.words().workshop_minutes_refused().to_owned();
    html! { <div class="field"><label for={id}>{ label }</label>{ number_field(kit, id.to_owned(), value, 900, refusal, write) }</div> }
}

/// A text of the panel.
pub(super) fn text_field(
    view: &View<'_>,
    id: &'static str,
    label: &'static str,
    value: &Text,
    lines: u8,
    action: impl Fn(Text) -> PanelAction + 'static,
) -> Html {
    let (kit, desk) = (view.kit.clone(), view.desk.clone());
    let write = Callback::from(move |text: Text| step(&kit, &desk, &action(text)));
    html! { <div class="field"><label for={id}>{ label }</label><TextField key={id} {id} slot={Slot::Other(AttrValue::from(id), write)} value={value.clone()} {lines} /></div> }
}
