//! A list of the pack that can be added to, taken from and put in another order, with a field a line where it has one.

use super::field::number;
use super::forms;
use super::names::word;
use crate::criteria::{Draft, Listed, Words};
use crate::language::fill;
use crate::ui::kit::Kit;
use yew::prelude::*;

/// One line of a list: id, name, and the field for its figure: the edit it makes and its value.
pub struct Line {
    pub id: String,
    pub name: String,
    pub figure: Option<(String, String)>,
}

/// A list with its heading, lines, what was taken out of it, and the form for something new.
pub fn listed(kit: &Kit, draft: &Draft, list: &Listed, title: &'static str, lines: Vec<Line>) -> Html {
    let last = lines.len().saturating_sub(1);
    html! {
        <div class="stack-xs" data-testid={word(list)}><h3>{ title }</h3>
            <ul class="plain figures">{ for lines.iter().enumerate().map(|(at, line)| html! {
                <li key={line.id.clone()}><span>{ line.name.clone() }</span>
                    { for line.figure.iter().map(|(edit, value)| number(edit.clone(), value, line.name.clone())) }
                    { buttons(kit, list, &line.id, &line.name, (at == 0, at == last)) }</li>
            }) }</ul>
            { gone(kit, draft, list) }
            { forms::form(kit, draft, list) }
        </div>
    }
}

/// The buttons of a line: up, down, take out; `ends` says whether it is the first and the last.
pub fn buttons(kit: &Kit, list: &Listed, id: &str, name: &str, ends: (bool, bool)) -> Html {
    let words = kit.words();
    let place = [&word(list), "/", id].concat();
    let button = |edit: &str, text: &'static str, label: &str, disabled: bool| {
        let label = fill(label, &[("name", name)]);
        html! { <button type="button" class="btn quiet" data-edit={[edit, "/", &place].concat()} aria-label={label} {disabled}>{ text }</button> }
    };
    html! {
        <span class="moves">{ button("up", "↑", words.adapt_up_of(), ends.0) }{ button("down", "↓", words.adapt_down_of(), ends.1) }
            { button("take", words.adapt_retire(), words.adapt_take_of(), false) }</span>
    }
}

/// What the original has in a list and the draft has no more, each with a button that brings it back.
pub fn gone(kit: &Kit, draft: &Draft, list: &Listed) -> Html {
    let words = kit.words();
    let gone = draft.gone(list);
    if gone.is_empty() {
        return Html::default();
    }
    let own = draft.original().words(kit.language.tag());
    html! {
        <p class="small">{ words.adapt_gone() }{ words.colon() }{ for gone.iter().map(|id| {
            let name = name_in(own, list, id);
            let label = fill(words.adapt_back_of(), &[("name", name)]);
            html! { <span key={id.clone()}>{ name.to_owned() }{ " " }<button type="button" class="btn quiet" data-edit={["back/", &word(list), "/", id].concat()} aria-label={label}>{ words.adapt_restore() }</button>{ " " }</span> }
        }) }</p>
    }
}

/// The name of something in a list.
pub fn name_in<'a>(words: Words<'a>, list: &Listed, id: &str) -> &'a str {
    match list {
        Listed::Categories => words.category(id),
        Listed::Items(_) => words.item(id),
        Listed::Prompts(item) => words.prompt(item, id),
        Listed::Conditions | Listed::OfEdition(_) => words.condition(id),
        Listed::Editions => words.edition(id),
        Listed::SelfChecks => words.self_check(id),
        Listed::Stages => words.stage(id),
        Listed::Facts => words.fact(id),
        Listed::Limits => words.limit(id),
        Listed::Orientations => words.orientation(id),
        Listed::Ideas => words.idea(id),
        Listed::Missing => words.missing(id),
        Listed::Sectors => words.sector(id),
        Listed::References => words.reference(id),
    }
}

/// The lines of a list without figures.
pub fn named<'a>(kit: &Kit, draft: &'a Draft, list: &Listed, ids: impl Iterator<Item = &'a String>) -> Vec<Line> {
    let own = draft.view().words(kit.language.tag());
    ids.map(|id| Line {
        id: id.clone(),
        name: name_in(own, list, id).to_owned(),
        figure: None,
    })
    .collect()
}
