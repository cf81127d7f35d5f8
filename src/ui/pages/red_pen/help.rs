//! What a rule says of itself, and turning it off.

use crate::language::fill;
use crate::red_pen::{RULES, Rule, Said};
use crate::report::say;
use crate::ui::kit::Kit;
use yew::prelude::*;

/// Why an examiner minds, and the two examples.
pub(super) fn help(kit: &Kit, rule: &Rule) -> Html {
    let words = kit.words();
    let example = |title: &'static str, said: Said| {
        let places = say::said(kit.language, said).split('¶').map(|place| html! { <p>{ place.trim() }</p> });
        html! { <><dt>{ title }</dt><dd>{ for places }</dd></> }
    };
    html! {
        <div class="why stack-xs"><p>{ say::said(kit.language, rule.why) }</p>
            <dl class="examples">{ example(words.red_bad(), rule.example.bad) }{ example(words.red_better(), rule.example.better) }</dl></div>
    }
}

/// Id of the field for the reason.
pub(super) fn reason_field(code: &str) -> String {
    ["red-off-", code].concat()
}

/// Asks why a rule is to be turned off.
pub(super) fn turn_off(kit: &Kit, rule: &Rule) -> Html {
    let words = kit.words();
    let id = reason_field(rule.code);
    let name = fill(words.red_off_of(), &[("rule", say::said(kit.language, rule.title))]);
    html! {
        <div class="row"><label for={id.clone()}>{ words.red_reason() }</label><input class="input grow" {id} type="text" autocomplete="off" />
            <button type="button" class="btn" data-red={["off:", rule.code].concat()} aria-label={name}>{ words.red_off() }</button></div>
    }
}

/// All rules, each to be opened.
pub(super) fn all(kit: &Kit) -> Html {
    let words = kit.words();
    let rules = RULES.into_iter().map(|rule| {
        html! {
            <details key={rule.code}><summary>{ say::said(kit.language, rule.title) }</summary>{ help(kit, rule) }</details>
        }
    });
    html! {
        <section class="sheet stack-s" aria-labelledby="red-rules"><h2 id="red-rules">{ words.red_rules() }</h2>
            <p class="small">{ words.red_rules_note() }</p>{ for rules }</section>
    }
}
