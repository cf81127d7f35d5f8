//! Consensus opened, signed off, taken over into the assessment, and its minute.

use super::View;
use super::acts::step;
use super::prepare::text_field;
use crate::assessment::text;
use crate::language::{Language, fill};
use crate::panel::{PanelAction, Signature};
use crate::report::say;
use crate::ui::fields::{Entry, options, select};
use crate::ui::parts::on_value;
use yew::prelude::*;

pub(super) fn consensus(view: &View<'_>) -> Html {
    let words = view.kit.words();
    html! {
        <section class="sheet stack-s" aria-labelledby="consensus"><h2 id="consensus">{ words.workshop_consensus() }</h2>
            if view.panel.opened {
                <p class="told"><span class="tag o">{ words.workshop_opened() }</span>if view.panel.is_signed() { <span class="tag g">{ words.workshop_signed() }</span> }</p>
                if !view.panel.is_signed() { <div class="row"><button type="button" class="btn" data-act="proposals">{ words.workshop_take_proposals() }</button></div> }
                { reopen(view) }
            } else {
                <p class="small">{ words.workshop_open_note() }</p>
                <div class="row"><button type="button" class="btn main" data-act="open">{ words.workshop_open() }</button></div>
            }
        </section>
    }
}

/// The way back, for which a reason is asked.
fn reopen(view: &View<'_>) -> Html {
    let words = view.kit.words();
    let (button, note) = if view.panel.is_signed() {
        (words.workshop_reopen_signed(), words.workshop_reopen_signed_note())
    } else {
        (words.workshop_reopen_scores(), words.workshop_reopen_scores_note())
    };
    html! {
        <details><summary>{ words.workshop_reopen_title() }</summary><div class="stack-xs"><p class="small">{ note }</p>
            <div class="field"><label for="reopen-reason">{ words.workshop_reopen_reason() }</label><input class="input" id="reopen-reason" autocomplete="off" /></div>
            <div class="row"><button type="button" class="btn" data-act="reopen">{ button }</button></div></div></details>
    }
}

pub(super) fn closing(view: &View<'_>) -> Html {
    if view.reading.assessors.is_empty() {
        return Html::default();
    }
    let (words, panel) = (view.kit.words(), view.panel);
    html! {
        <section class="sheet stack" aria-labelledby="closing"><h2 id="closing">{ words.workshop_closing() }</h2>
            <div class="form one">{ absent(view) }{ text_field(view, "panel-remark", words.workshop_remark(), &panel.remark, 2, PanelAction::Remark) }</div>
            if panel.is_signed() { <ul class="figures plain">{ for panel.signatures.iter().enumerate().map(|(at, signature)| signed(view, at, signature)) }</ul> }
            <div class="form">
                <div class="field"><label for="sign-name">{ words.workshop_sign_name() }</label><input class="input" id="sign-name" autocomplete="off" /></div>
                <div class="field"><label for="sign-role">{ words.workshop_sign_role() }</label><input class="input" id="sign-role" autocomplete="off" /></div>
            </div>
            <div class="row"><button type="button" class="btn main" data-act="sign">{ words.workshop_sign() }</button>
                <button type="button" class="btn" data-act="take-over">{ words.workshop_take_over() }</button></div>
            <div class="row"><label for="minute-language" class="small">{ words.workshop_minute_language() }</label>{ language(view) }
                <label class="row small"><input type="checkbox" id="minute-anonymous" checked={view.held.anonymous} />{ words.workshop_minute_anonymous() }</label>
                <button type="button" class="btn" data-act="minute">{ words.workshop_minute() }</button>
                <button type="button" class="btn quiet" data-act="record">{ words.workshop_save_record() }</button></div>
        </section>
    }
}

fn signed(view: &View<'_>, at: usize, signature: &Signature) -> Html {
    let (kit, words) = (view.kit, view.kit.words());
    let role = if signature.role.trim().is_empty() {
        String::new()
    } else {
        [words.list_separator(), &*signature.role].concat()
    };
    let date = signature.date.map_or_else(|| words.none().to_owned(), |date| say::date(kit.language, date));
    let told = fill(words.workshop_signed_by(), &[("name", &*signature.name), ("role", &role), ("date", &date)]);
    html! {
        <li><span>{ told }</span><button type="button" class="btn quiet" data-act={format!("unsign {at}")} aria-label={fill(words.workshop_unsign(), &[("name", &*signature.name)])}>{ words.workshop_unsign_short() }</button></li>
    }
}

/// Names of those who were not there, in one field.
fn absent(view: &View<'_>) -> Html {
    let words = view.kit.words();
    let (kit, desk) = (view.kit.clone(), view.desk.clone());
    let onchange = on_value(move |written| {
        let names = written.split(['、', '，', ',', ';', '；', '\n']).map(str::trim).filter(|name| !name.is_empty());
        step(&kit, &desk, &PanelAction::Absent(names.map(text).collect()));
    });
    let value = view.panel.absent.join(words.list_separator());
    html! { <div class="field"><label for="absent">{ words.workshop_absent() }</label><input class="input" id="absent" autocomplete="off" {value} {onchange} /></div> }
}

fn language(view: &View<'_>) -> Html {
    let entries = Language::ALL.iter().map(|language| Entry {
        value: language.tag().to_owned(),
        label: language.words().language_name().to_owned(),
        chosen: *language == view.kit.language,
    });
    select("minute-language".to_owned(), "short", None, options(entries), |_| {})
}
