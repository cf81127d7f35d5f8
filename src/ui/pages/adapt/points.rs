//! Categories and items with their points: numbers, names, kinds of applicant, bonus, order, retired and new items.

use super::edits;
use super::field::{kinds, line, list, number, tick};
use super::forms::wording;
use super::lists::{listed, named};
use crate::criteria::{Category, Draft, Edit, Item, Listed, NewItem, NewPrompt};
use crate::language::fill;
use crate::ui::kit::Kit;
use yew::prelude::*;

/// Ids of the inputs for a new item.
pub const NEW: [&str; 9] = [
    "new-category",
    "new-name",
    "new-number",
    "new-points",
    "new-zh",
    "new-en",
    "new-prompt-zh",
    "new-prompt-en",
    "new-bonus",
];

pub fn points(kit: &Kit, draft: &Draft) -> Html {
    let words = kit.words();
    let structure = draft.structure();
    html! {
        <details class="sheet" open=true id="step-points"><summary><h2>{ words.adapt_points() }</h2></summary><div class="stack-s">
            { sum(kit, draft) }
            <p class="small">{ words.adapt_applies_note() }</p>
            { for structure.categories.iter().map(|category| category_table(kit, draft, category)) }
            { retired(kit, draft) }
            { new_item(kit, draft) }
            { listed(kit, draft, &Listed::Categories, words.adapt_categories(), named(kit, draft, &Listed::Categories, structure.categories.iter().map(|category| &category.id))) }
        </div></details>
    }
}

/// How the points add up, as they are typed.
fn sum(kit: &Kit, draft: &Draft) -> Html {
    let words = kit.words();
    let sum = draft.sum();
    let class = if sum.points == sum.total { "tag g" } else { "tag b" };
    let text = fill(words.adapt_sum(), &[("points", &sum.points.to_string()), ("total", &sum.total.to_string())]);
    html! {
        <p class="sum" role="status"><span {class} data-testid="sum">{ text }</span>
            if sum.bonus > 0 { { " " }<span class="tag">{ fill(words.adapt_sum_bonus(), &[("bonus", &sum.bonus.to_string())]) }</span> }</p>
    }
}

fn category_table(kit: &Kit, draft: &Draft, category: &Category) -> Html {
    let words = kit.words();
    let own = draft.view().words(kit.language.tag());
    let title = format!("{} {}", category.number, own.category(&category.id));
    html! {
        <div class="stack-xs" key={category.id.clone()}><h3>{ title.clone() }{ " " }<small>{ fill(words.criteria_points_value(), &[("n", &category.points.to_string())]) }</small></h3>
            <div class="scroll" tabindex="0" role="group" aria-label={title}><table class="edit">
                <thead><tr><th scope="col">{ words.adapt_number() }</th><th scope="col">{ words.adapt_name_zh() }</th><th scope="col">{ words.adapt_name_en() }</th><th scope="col">{ words.adapt_points_head() }</th>
                    <th scope="col">{ words.adapt_bonus() }</th><th scope="col">{ words.adapt_applies() }</th><th scope="col"><span class="hidden">{ words.column_actions() }</span></th></tr></thead>
                <tbody>{ for category.items.iter().enumerate().map(|(at, item)| item_row(kit, draft, item, moves(kit, category, at))) }</tbody>
            </table></div></div>
    }
}

/// The buttons that move an item within its category.
fn moves(kit: &Kit, category: &Category, at: usize) -> Html {
    let words = kit.words();
    let number = &category.items[at].number;
    let place = ["/items:", &category.id, "/", &category.items[at].id].concat();
    let button = |edit: &str, text: &'static str, label: &str, disabled: bool| {
        let label = fill(label, &[("name", number)]);
        html! { <button type="button" class="btn quiet" data-edit={[edit, &place].concat()} aria-label={label} {disabled}>{ text }</button> }
    };
    html! { <>{ button("up", "↑", words.adapt_up_of(), at == 0) }{ button("down", "↓", words.adapt_down_of(), at + 1 == category.items.len()) }</> }
}

fn item_row(kit: &Kit, draft: &Draft, item: &Item, moves: Html) -> Html {
    let words = kit.words();
    let id = &item.id;
    let name = draft.view().words(kit.language.tag()).item(id).to_owned();
    let text = |language: &str| draft.view().words(language).item(id).to_owned();
    let label = |text: &str| fill(text, &[("name", &name)]);
    html! {
        <tr key={id.clone()}>
            <td>{ line(format!("number/{id}"), &item.number, label(words.adapt_number_of())) }</td>
            <td>{ line(format!("text/zh/item.{id}"), &text("zh"), label(words.adapt_name_zh_of())) }</td>
            <td>{ line(format!("text/en/item.{id}"), &text("en"), label(words.adapt_name_en_of())) }</td>
            <td>{ number(format!("points/{id}"), &item.points.to_string(), label(words.adapt_points_of())) }</td>
            <td>{ tick(format!("bonus/{id}"), item.bonus, label(words.adapt_bonus_of())) }</td>
            <td>{ kinds(kit, id, &name, &item.applies_to) }</td>
            <td class="moves">{ moves }<button type="button" class="btn quiet" data-edit={format!("retire/{id}")} aria-label={label(words.adapt_retire_of())}>{ words.adapt_retire() }</button></td>
        </tr>
    }
}

/// Items of the original that were taken away.
fn retired(kit: &Kit, draft: &Draft) -> Html {
    let words = kit.words();
    let own = draft.original().words(kit.language.tag());
    let gone: Vec<&String> = draft.structure().retired.iter().filter(|id| draft.original().item_slot(id).is_some()).collect();
    if gone.is_empty() {
        return Html::default();
    }
    html! {
        <div class="stack-xs"><h3>{ words.adapt_retired() }</h3><ul class="plain">{ for gone.into_iter().map(|id| {
            let label = fill(words.adapt_restore_of(), &[("name", own.item(id))]);
            html! { <li key={id.clone()}>{ own.item(id).to_owned() }{ " " }<button type="button" class="btn quiet" data-edit={format!("restore/{id}")} aria-label={label}>{ words.adapt_restore() }</button></li> }
        }) }</ul></div>
    }
}

/// The form for a new item; it is read only when its button is pressed.
fn new_item(kit: &Kit, draft: &Draft) -> Html {
    let words = kit.words();
    let own = draft.view().words(kit.language.tag());
    let categories = draft.structure().categories.iter();
    let entries: Vec<(String, String)> = categories
        .map(|category| (category.id.clone(), own.category(&category.id).to_owned()))
        .collect();
    let field = |at: usize, label: &'static str| html! { <div class="field"><label for={NEW[at]}>{ label }</label><input class="input" type="text" autocomplete="off" id={NEW[at]} /></div> };
    html! {
        <details><summary><h3>{ words.adapt_new_item() }</h3></summary><div class="form">
            <div class="field"><label for={NEW[0]}>{ words.adapt_new_category() }</label>
                <select class="input short" id={NEW[0]}>{ for entries.iter().enumerate().map(|(at, (id, name))| html! { <option value={id.clone()} selected={at == 0}>{ name.clone() }</option> }) }</select></div>
            { field(1, words.adapt_new_name()) }{ field(2, words.adapt_number()) }{ field(3, words.adapt_points_head()) }
            { field(4, words.adapt_name_zh()) }{ field(5, words.adapt_name_en()) }{ field(6, words.adapt_new_prompt_zh()) }{ field(7, words.adapt_new_prompt_en()) }
            <div class="field"><label class="kind"><input type="checkbox" id={NEW[8]} />{ words.adapt_bonus() }</label></div>
            <div class="broad"><button type="button" class="btn" data-edit="new">{ words.adapt_new_add() }</button></div>
        </div></details>
    }
}

/// The new item as its form says; none where something is missing. `value` tells what stands in an input.
pub fn new_item_edit(draft: &Draft, value: &dyn Fn(&str) -> String, bonus: bool) -> Option<Edit> {
    let [category, name, number, points, zh, en, prompt_zh, prompt_en] = std::array::from_fn(|at| value(NEW[at]).trim().to_owned());
    let rubric = draft.structure().categories.iter().find(|known| known.id == category);
    let rubric = rubric.and_then(|category| category.items.first()).map(|item| item.rubric.clone());
    let rubric = rubric.or_else(|| draft.structure().rubrics.first().map(|rubric| rubric.id.clone()))?;
    let (text, prompt) = (wording(&zh, &en), wording(&prompt_zh, &prompt_en));
    if number.is_empty() || text.is_blank() || prompt.is_blank() {
        return None;
    }
    Some(Edit::NewItem(NewItem {
        category,
        name: if name.is_empty() { en.clone() } else { name },
        number,
        points: edits::number(&points)?,
        rubric,
        bonus,
        applies_to: Vec::new(),
        text,
        prompt: NewPrompt {
            name: "whole".into(),
            numbered: None,
            text: prompt,
        },
    }))
}

/// A choice among rules, with its label.
pub fn choice(label: &'static str, name: &str, chosen: &str, entries: &[(String, String)]) -> Html {
    html! { <div class="field"><label aria-hidden="true">{ label }</label>{ list(name, chosen, entries, label.to_owned()) }</div> }
}
