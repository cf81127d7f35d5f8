//! One action with its fields.

use super::View;
use crate::assessment::{Action, ActionChange, ActionText, Field, ImprovementAction, ImprovementChange, Progress, Size, text};
use crate::language::{codes, fill};
use crate::order;
use crate::report::say;
use crate::ui::fields::{DateSlot, Entry, TextField, date_field, number_field, options, select};
use yew::prelude::*;

/// The most person-days a field takes.
const MOST_DAYS: u64 = 100_000;

pub(super) fn form(view: &View<'_>) -> Html {
    let (kit, words) = (view.kit, view.kit.words());
    let Some((at, action)) = view.chosen.and_then(|at| Some((at, view.assessment.improvement.actions.get(at)?))) else {
        return html! { <section class="sheet"><p class="small">{ words.improvement_choose() }</p></section> };
    };
    let written = |field: ActionText, id: &'static str, label: &'static str, lines: u8, value: &crate::assessment::Text| {
        html! { <div class="field"><label for={id}>{ label }</label><TextField key={id} {id} slot={Field::Improvement(at, field)} value={value.clone()} {lines} /></div> }
    };
    let labelled = |id: &'static str, label: &'static str, field: Html| html! { <div class="field"><label for={id}>{ label }</label>{ field }</div> };
    let day = |id: &'static str, value, slot| date_field(kit, id.to_owned(), value, slot, None);
    html! {
        <section class="sheet stack" key={action.id.to_string()} aria-labelledby="action">
            <h2 id="action">{ say::action_name(kit.language, at, &action.title) }</h2>
            <div class="form one">
                { written(ActionText::Title, "action-title", words.improvement_action(), 2, &action.title) }
                { labelled("action-item", words.report_improvement_item(), item(view, at, action)) }
                { written(ActionText::Owner, "action-owner", words.improvement_owner(), 1, &action.owner) }
                { labelled("action-start", words.improvement_start(), day("action-start", action.start, DateSlot::ActionStart(at))) }
                { labelled("action-due", words.improvement_due(), day("action-due", action.due, DateSlot::ActionDue(at))) }
                { labelled("action-progress", words.improvement_progress(), progress(view, at, action)) }
                { labelled("action-gain", words.improvement_gain(), gain(view, at, action)) }
                { labelled("action-days", words.improvement_days(), days(view, at, action)) }
                { labelled("action-size", words.improvement_size(), size(view, at, action)) }
                { written(ActionText::Note, "action-note", words.improvement_note(), 3, &action.note) }
            </div>
            <div class="row"><button type="button" class="btn danger" data-act="remove">{ words.improvement_remove() }</button></div>
        </section>
    }
}

fn change(view: &View<'_>, at: usize, id: &str, entries: impl Iterator<Item = Entry>, read: impl Fn(String) -> Option<ActionChange> + 'static) -> Html {
    let store = view.kit.store.clone();
    select(id.to_owned(), "", None, options(entries), move |chosen| {
        if let Some(change) = read(chosen) {
            store.dispatch(Action::Improve(ImprovementChange::Change(at, change)));
        }
    })
}

fn none(label: &str, chosen: bool) -> Entry {
    Entry {
        value: String::new(),
        label: label.to_owned(),
        chosen,
    }
}

fn item(view: &View<'_>, at: usize, action: &ImprovementAction) -> Html {
    let kit = view.kit;
    let known = kit.pack.item_slot(&action.item);
    let items = kit.pack.items().map(|(slot, item)| Entry {
        value: item.id.clone(),
        label: say::item_name(&kit.pack, kit.language, slot),
        chosen: known == Some(slot),
    });
    let entries = std::iter::once(none(kit.words().improvement_no_item(), known.is_none())).chain(items);
    change(view, at, "action-item", entries, |id| Some(ActionChange::Item(text(id))))
}

fn progress(view: &View<'_>, at: usize, action: &ImprovementAction) -> Html {
    let entries = Progress::ALL.into_iter().map(|known| Entry {
        value: known.word().to_owned(),
        label: view.kit.words().by_code(&codes::PROGRESS, known.word()).to_owned(),
        chosen: known == action.progress,
    });
    change(view, at, "action-progress", entries, |word| {
        Progress::ALL.into_iter().find(|known| known.word() == word).map(ActionChange::Progress)
    })
}

/// The gain in the pack's steps; one that stands in other steps is a choice of its own.
fn gain(view: &View<'_>, at: usize, action: &ImprovementAction) -> Html {
    let step = view.kit.pack.structure().scoring.step.max(1);
    let mut gains: Vec<u8> = (step..=100).step_by(step.into()).collect();
    gains.extend(action.gain.filter(|gain| !gains.contains(gain)));
    order::sort(&mut gains);
    let steps = gains.into_iter().map(|gain| Entry {
        value: gain.to_string(),
        label: ["+", &gain.to_string()].concat(),
        chosen: action.gain == Some(gain),
    });
    let entries = std::iter::once(none(view.kit.words().improvement_gain_unknown(), action.gain.is_none())).chain(steps);
    change(view, at, "action-gain", entries, |gain| Some(ActionChange::Gain(gain.parse().ok())))
}

fn size(view: &View<'_>, at: usize, action: &ImprovementAction) -> Html {
    let words = view.kit.words();
    let sizes = Size::ALL.into_iter().map(|known| Entry {
        value: known.word().to_owned(),
        label: fill(
            words.improvement_size_of(),
            &[("size", say::action_size(words, known)), ("n", &known.days().to_string())],
        ),
        chosen: action.size == Some(known),
    });
    let entries = std::iter::once(none(words.improvement_size_unknown(), action.size.is_none())).chain(sizes);
    change(view, at, "action-size", entries, |word| {
        Some(ActionChange::Size(Size::ALL.into_iter().find(|known| known.word() == word)))
    })
}

fn days(view: &View<'_>, at: usize, action: &ImprovementAction) -> Html {
    let store = view.kit.store.clone();
    let refusal = fill(view.kit.words().improvement_days_refused(), &[("most", &MOST_DAYS.to_string())]);
    number_field(
        view.kit,
        "action-days".to_owned(),
        action.days.map(u64::from),
        MOST_DAYS,
        refusal,
        move |days| {
            let days = days.and_then(|days| u32::try_from(days).ok());
            store.dispatch(Action::Improve(ImprovementChange::Change(at, ActionChange::Days(days))));
        },
    )
}
