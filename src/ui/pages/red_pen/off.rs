//! The rules that are turned off, with the reason given, to be turned on again.

use crate::assessment::Assessment;
use crate::language::fill;
use crate::red_pen::rule;
use crate::report::say;
use crate::ui::kit::Kit;
use yew::prelude::*;

/// Nothing where none is turned off. A rule of a newer kit is named by its code.
pub(super) fn off(kit: &Kit, assessment: &Assessment) -> Html {
    let words = kit.words();
    if assessment.rules_off.is_empty() {
        return Html::default();
    }
    let lines = assessment.rules_off.iter().map(|(code, reason)| {
        let title = match rule(code) {
            Some(rule) => say::said(kit.language, rule.title).to_owned(),
            None => say::on_one_line(kit.language, code),
        };
        let name = fill(words.red_on_of(), &[("rule", &title)]);
        html! {
            <li key={code.to_string()} class="stack-xs"><b>{ title }</b>
                <div class="inline small"><span>{ fill(words.red_off_told(), &[("reason", &say::on_one_line(kit.language, reason))]) }</span>
                    <button type="button" class="btn" data-red={["on:", code].concat()} aria-label={name}>{ words.red_on() }</button></div></li>
        }
    });
    html! {
        <section class="sheet stack-s" aria-labelledby="red-off"><h2 id="red-off">{ words.red_off_title() }</h2><ul class="plain red">{ for lines }</ul></section>
    }
}
