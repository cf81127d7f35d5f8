//! One item at a time: its rubric, orientations and prompts, and splitting it or merging it with others.

use super::field::{kinds_of, line, lines, list, tick};
use super::forms::wording;
use super::lists::{buttons, gone};
use super::{edits, texts};
use crate::criteria::{Draft, Edit, Item, Listed, NewPrompt, Part, Prompt, Wording};
use crate::language::{Language, Words, fill};
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

fn prompt_name<'a>(kit: &Kit, draft: &'a Draft, item: &Item, prompt: &Prompt) -> &'a str {
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

fn field(id: &str, label: &str) -> Html {
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

/// The fields of a part: number, points, names and what its id is made from. What is left open is as it is proposed.
fn part_fields(kit: &Kit, prefix: &str, number: &str, points: u32) -> Html {
    let words = kit.words();
    let id = |name: &str| [prefix, "-", name].concat();
    let given = |name: &str, label: &'static str, placeholder: String| {
        let id = id(name);
        html! { <div class="field"><label for={id.clone()}>{ label }</label><input class="input" type="text" autocomplete="off" {id} {placeholder} /></div> }
    };
    html! {
        <>
            { given("number", words.adapt_number(), number.to_owned()) }{ given("points", words.adapt_points_head(), points.to_string()) }
            { field(&id("zh"), words.adapt_name_zh()) }{ field(&id("en"), words.adapt_name_en()) }{ field(&id("name"), words.adapt_new_name()) }
        </>
    }
}

fn split(kit: &Kit, draft: &Draft, item: &Item) -> Html {
    let words = kit.words();
    let own = draft.view().words(kit.language.tag());
    let half = item.points / 2;
    let to_second = |name: String, id: String| html! { <label class="kind"><input type="checkbox" {id} /><span>{ name }</span></label> };
    html! {
        <details><summary>{ words.adapt_split() }</summary><div class="stack-s"><p class="small">{ words.adapt_split_note() }</p>
            <fieldset class="form"><legend>{ words.adapt_part_first() }</legend>{ part_fields(kit, "part-0", &item.number, item.points - half) }</fieldset>
            <fieldset class="form"><legend>{ words.adapt_part_second() }</legend>{ part_fields(kit, "part-1", "", half) }
                <div class="broad"><p class="small">{ words.adapt_part_takes() }</p>
                    { for item.prompts.iter().map(|prompt| to_second(prompt_name(kit, draft, item, prompt).to_owned(), ["part-prompt-", &prompt.id].concat())) }
                    { for item.areas.iter().map(|area| to_second(own.area(&item.id, area).to_owned(), ["part-area-", area].concat())) }</div></fieldset>
            <p><button type="button" class="btn" data-edit={["split/", &item.id].concat()}>{ words.adapt_split_do() }</button></p></div></details>
    }
}

fn merge(kit: &Kit, draft: &Draft, item: &Item) -> Html {
    let words = kit.words();
    let own = draft.view().words(kit.language.tag());
    let category = item.id.split('.').next().unwrap_or_default();
    let others = draft
        .structure()
        .categories
        .iter()
        .filter(|known| known.id == category)
        .flat_map(|category| &category.items);
    let others: Vec<&Item> = others.filter(|other| other.id != item.id).collect();
    if others.is_empty() {
        return Html::default();
    }
    html! {
        <details><summary>{ words.adapt_merge() }</summary><div class="stack-s"><p class="small">{ words.adapt_merge_note() }</p>
            <div>{ for others.iter().map(|other| html! {
                <label class="kind"><input type="checkbox" id={["merge-", &other.id].concat()} /><span>{ [&other.number, " ", own.item(&other.id)].concat() }</span></label>
            }) }</div>
            <div class="form">{ part_fields(kit, "merged", &item.number, item.points) }</div>
            <p><button type="button" class="btn" data-edit={["merge/", &item.id].concat()}>{ words.adapt_merge_do() }</button></p></div></details>
    }
}

/// The ids of the fields that are emptied when something was made of them.
pub const TYPED: [&str; 21] = [
    "part-0-number",
    "part-0-points",
    "part-1-number",
    "part-1-points",
    "merged-number",
    "merged-points",
    "prompt-number",
    "prompt-name",
    "prompt-name-zh",
    "prompt-name-en",
    "prompt-zh",
    "prompt-en",
    "part-0-zh",
    "part-0-en",
    "part-0-name",
    "part-1-zh",
    "part-1-en",
    "part-1-name",
    "merged-zh",
    "merged-en",
    "merged-name",
];

/// What a form holds.
pub struct Form<'a> {
    pub value: &'a dyn Fn(&str) -> String,
    pub ticked: &'a dyn Fn(&str) -> bool,
}

impl Form<'_> {
    fn get(&self, id: &str) -> String {
        (self.value)(id).trim().to_owned()
    }

    /// A part as its fields say, with number and points as they are proposed where they are left open; none where
    /// something is missing.
    fn part(&self, prefix: &str, number: &str, points: u32) -> Option<Part> {
        let get = |name: &str| self.get(&[prefix, "-", name].concat());
        let given = |name: &str, proposed: &str| match get(name) {
            text if text.is_empty() => proposed.to_owned(),
            text => text,
        };
        let text = wording(&get("zh"), &get("en"));
        let number = given("number", number);
        if text.is_blank() || number.is_empty() {
            return None;
        }
        let name = Some(get("name")).filter(|name| !name.is_empty()).unwrap_or_else(|| get("en"));
        Some(Part {
            name,
            number,
            points: edits::number(&given("points", &points.to_string()))?,
            text,
            prompts: Vec::new(),
            areas: Vec::new(),
        })
    }
}

/// The split of an item as its form says.
pub fn split_edit(draft: &Draft, id: &str, form: &Form<'_>) -> Option<Edit> {
    let item = find(draft, id)?;
    let half = item.points / 2;
    let mut first = form.part("part-0", &item.number, item.points - half)?;
    let mut second = form.part("part-1", "", half)?;
    for prompt in &item.prompts {
        let to = if (form.ticked)(&["part-prompt-", &prompt.id].concat()) {
            &mut second
        } else {
            &mut first
        };
        to.prompts.push(prompt.id.clone());
    }
    for area in &item.areas {
        let to = if (form.ticked)(&["part-area-", area].concat()) {
            &mut second
        } else {
            &mut first
        };
        to.areas.push(area.clone());
    }
    Some(Edit::Split {
        item: item.id.clone(),
        parts: vec![first, second],
        note: note(draft, &[item], &|words| words.adapt_split_from()),
    })
}

/// The merger of an item with others as its form says.
pub fn merge_edit(draft: &Draft, id: &str, form: &Form<'_>) -> Option<Edit> {
    let all = draft.structure().categories.iter().flat_map(|category| &category.items);
    let items: Vec<&Item> = all.filter(|item| item.id == id || (form.ticked)(&["merge-", &item.id].concat())).collect();
    let chosen = find(draft, id)?;
    if items.len() < 2 {
        return None;
    }
    Some(Edit::Merge {
        items: items.iter().map(|item| item.id.clone()).collect(),
        into: form.part("merged", &chosen.number, items.iter().map(|item| item.points).sum())?,
        note: note(draft, &items, &|words| words.adapt_merged_from()),
    })
}

/// What has changed, in every language of the kit: the numbers and names of the items it came from.
fn note(draft: &Draft, items: &[&Item], text: &dyn Fn(&Words) -> &'static str) -> Wording {
    let mut note = Wording::default();
    for language in Language::ALL {
        let words = language.words();
        let own = draft.view().words(language.tag());
        let names = items
            .iter()
            .map(|item| fill(words.term_numbered(), &[("number", &item.number), ("name", own.item(&item.id))]));
        let names = names.collect::<Vec<String>>().join(words.term_list());
        note.set(language.tag(), &fill(text(words), &[("items", &names)]));
    }
    note
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

fn find<'a>(draft: &'a Draft, id: &str) -> Option<&'a Item> {
    let mut items = draft.structure().categories.iter().flat_map(|category| &category.items);
    items.find(|item| item.id == id)
}
