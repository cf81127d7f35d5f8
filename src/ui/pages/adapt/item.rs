//! One item at a time: its rubric, orientations and prompts.

use super::field::{kinds_of, line, lines, list, tick};
use super::forms::wording;
use super::lists::{buttons, gone};
use super::succession::{Form, merge, split};
use super::texts;
use crate::criteria::{Draft, Edit, Item, Listed, NewPrompt, Prompt};
use crate::language::{Language, fill};
use crate::ui::kit::Kit;
use yew::prelude::*;

pub fn item(kit: &Kit, draft: &Draft, chosen: &str, choose: Callback<Event>) -> Html {
    let words = kit.words();
    let own = draft.view().words(kit.language.tag());
    let mut items = draft.structure().categories.iter().flat_map(|category| &category.items);
    let Some(item) = items.clone().find(|item| item.id == chosen).or_else(|| items.next()) else {
        return Html::default();
    };
    let all = draft.structure().categories.iter().flat_map(|category| &category.items);
    let prompts = Listed::Prompts(item.id.clone());
    let last = item.prompts.len().saturating_sub(1);
    let name = own.item(&item.id);
    let rubrics: Vec<(String, String)> = draft
        .structure()
        .rubrics
        .iter()
        .map(|rubric| (rubric.id.clone(), own.rubric(&rubric.id).to_owned()))
        .collect();
    html! {
        <details class="sheet" id="step-item"><summary><h2>{ words.adapt_item_title() }</h2></summary><div class="stack-s" key={item.id.clone()}>
            <div class="form">
                <div class="field"><label for="item-chosen">{ words.adapt_item_chosen() }</label>
                    <select class="input" id="item-chosen" onchange={choose}>{ for all.map(|known| html! {
                        <option value={known.id.clone()} selected={known.id == item.id}>{ [&known.number, " ", own.item(&known.id)].concat() }</option>
                    }) }</select></div>
                <div class="field"><label aria-hidden="true">{ words.adapt_judged_by() }</label>{ list(&["judged/", &item.id].concat(), &item.rubric, &rubrics, words.adapt_judged_by().into()) }</div>
                <div class="broad">{ tags(kit, draft, &format!("tag/{}", item.id), name, &item.orientations) }</div>
            </div>
            <h3>{ words.adapt_prompts() }</h3>
            { for item.prompts.iter().enumerate().map(|(at, prompt)| prompt_row(kit, draft, item, prompt, buttons(kit, &prompts, &prompt.id, prompt_name(kit, draft, item, prompt), (at == 0, at == last)))) }
            { gone(kit, draft, &prompts) }
            { new_prompt(kit, item) }
            { split(kit, draft, item) }
            { merge(kit, draft, item) }
        </div></details>
    }
}

/// A prompt by its name, or by what it says where it has none.
pub(super) fn prompt_name<'a>(kit: &Kit, draft: &'a Draft, item: &Item, prompt: &Prompt) -> &'a str {
    let own = draft.view().words(kit.language.tag());
    match own.prompt_name(&item.id, &prompt.id) {
        "" => own.prompt(&item.id, &prompt.id),
        name => name,
    }
}

/// Boxes for the orientations something is tagged with.
fn tags(kit: &Kit, draft: &Draft, edit: &str, name: &str, chosen: &[String]) -> Html {
    let words = kit.words();
    let own = draft.view().words(kit.language.tag());
    let all = draft.structure().orientations.iter();
    let boxes = all.map(|id| {
        let text = own.orientation(id);
        let label = fill(words.adapt_tag_of(), &[("tag", text), ("name", name)]);
        html! { <label class="kind">{ tick(format!("{edit}/{id}"), chosen.contains(id), label) }<small aria-hidden="true">{ text.to_owned() }</small></label> }
    });
    boxes.collect()
}

fn prompt_row(kit: &Kit, draft: &Draft, item: &Item, prompt: &Prompt, moves: Html) -> Html {
    let words = kit.words();
    let name = prompt_name(kit, draft, item, prompt).to_owned();
    let label = |text: &str| fill(text, &[("name", &name)]);
    let place = [&item.id, "/", &prompt.id].concat();
    let text = |language: Language| {
        let id = ["prompt.", &item.id, ".", &prompt.id].concat();
        let tag = language.tag();
        let written = |id: &str| texts::written(draft, tag, id).to_owned();
        let named = [&id, ".name"].concat();
        html! {
            <div class="field">
                if prompt.number.is_some() { { line(["text/", tag, "/", &named].concat(), &written(&named), [language.words().language_name(), " ", &named].concat()) } }
                { lines(["text/", tag, "/", &id].concat(), &written(&id), [language.words().language_name(), " ", &id].concat(), tag) }
            </div>
        }
    };
    html! {
        <div class="stack-xs" key={prompt.id.clone()}>
            <div class="row">{ line(format!("prompt_number/{place}"), prompt.number.as_deref().unwrap_or_default(), label(words.adapt_number_of())) }
                { kinds_of(kit, &format!("prompt_applies/{place}"), &name, &prompt.applies_to) }{ tags(kit, draft, &format!("prompt_tag/{place}"), &name, &prompt.orientations) }{ moves }</div>
            <div class="form">{ for Language::ALL.iter().map(|language| text(*language)) }</div>
        </div>
    }
}

/// An input of a form that is read when its button is pressed.
pub(super) fn field(id: &str, label: &str) -> Html {
    html! { <div class="field"><label for={id.to_owned()}>{ label.to_owned() }</label><input class="input" type="text" autocomplete="off" id={id.to_owned()} /></div> }
}

fn new_prompt(kit: &Kit, item: &Item) -> Html {
    let words = kit.words();
    html! {
        <details><summary>{ words.adapt_new_prompt() }</summary><div class="form">
            { field("prompt-number", words.adapt_prompt_number()) }{ field("prompt-name", words.adapt_new_name()) }
            { field("prompt-name-zh", words.adapt_name_zh()) }{ field("prompt-name-en", words.adapt_name_en()) }
            { field("prompt-zh", words.adapt_new_prompt_zh()) }{ field("prompt-en", words.adapt_new_prompt_en()) }
            <div class="broad"><button type="button" class="btn" data-edit={["add-prompt/", &item.id].concat()}>{ words.adapt_new_prompt_add() }</button></div>
        </div></details>
    }
}

/// A new prompt as its form says.
pub fn prompt_edit(id: &str, form: &Form<'_>) -> Option<Edit> {
    let text = wording(&form.get("prompt-zh"), &form.get("prompt-en"));
    if text.is_blank() {
        return None;
    }
    let number = form.get("prompt-number");
    let name = wording(&form.get("prompt-name-zh"), &form.get("prompt-name-en"));
    let from = [form.get("prompt-name"), form.get("prompt-name-en")].into_iter().find(|name| !name.is_empty());
    Some(Edit::NewPrompt {
        item: id.to_owned(),
        prompt: NewPrompt {
            name: from.unwrap_or_default(),
            numbered: (!number.is_empty()).then_some((number, name)),
            text,
        },
    })
}
