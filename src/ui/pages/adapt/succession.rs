//! Splitting an item and merging it with others: the forms, and what they say.

use super::edits;
use super::forms::wording;
use super::item::{field, prompt_name};
use crate::criteria::{Draft, Edit, Item, Part, Wording};
use crate::language::{Language, Words, codes, fill};
use crate::ui::kit::Kit;
use yew::prelude::*;

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

pub fn split(kit: &Kit, draft: &Draft, item: &Item) -> Html {
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

pub fn merge(kit: &Kit, draft: &Draft, item: &Item) -> Html {
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
    /// What stands in a field.
    pub fn get(&self, id: &str) -> String {
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
            .map(|item| fill(words.term_numbered(), &[("number", &item.number), ("name", own.item(&item.id))]))
            .map(|name| fill(words.by_code(&codes::CARRY, "name"), &[("name", &name)]));
        let names = names.collect::<Vec<String>>().join(words.term_list());
        note.set(language.tag(), &fill(text(words), &[("items", &names)]));
    }
    note
}

fn find<'a>(draft: &'a Draft, id: &str) -> Option<&'a Item> {
    let mut items = draft.structure().categories.iter().flat_map(|category| &category.items);
    items.find(|item| item.id == id)
}
