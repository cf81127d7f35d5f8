//! Every text of the pack, side by side in the kit's languages, one group at a time.

use super::field::lines;
use crate::criteria::Draft;
use crate::language::Language;
use crate::ui::kit::Kit;
use serde_json::{Map, Value};
use yew::prelude::*;

/// The groups of texts: the first part of a text's id.
const GROUPS: [&str; 22] = [
    LACKING,
    "pack",
    "category",
    "item",
    "prompt",
    "rubric",
    "factor",
    "band",
    "maturity",
    "orientation",
    "reference",
    "edition",
    "condition",
    "self_check",
    "stage",
    "fact",
    "limit",
    "idea",
    "missing",
    "sector",
    "unit",
    "source",
];

/// The group of texts that are new, changed, or lack one of the languages.
const LACKING: &str = "lacking";

/// Texts of one group; `group` is the one chosen.
pub fn texts(kit: &Kit, draft: &Draft, group: &str, choose: Callback<Event>) -> Html {
    let words = kit.words();
    let all = texts_of(draft, "zh");
    // A text stays in sight while it is being written.
    let is_own = |id: &str| {
        let text = |language: &Language| written(draft, language.tag(), id);
        Language::ALL
            .iter()
            .any(|language| text(language).trim().is_empty() || text(language) != before(draft, language.tag(), id))
    };
    let is_shown = |id: &str| if group == LACKING { is_own(id) } else { id.split('.').next() == Some(group) };
    let ids = all.into_iter().flat_map(Map::keys).filter(|id| is_shown(id));
    html! {
        <details class="sheet" id="step-texts"><summary><h2>{ words.adapt_texts() }</h2></summary><div class="stack-s"><p class="small">{ words.adapt_texts_places() }</p>
            <div class="row"><label for="text-group">{ words.adapt_texts_group() }</label>
                <select class="input short" id="text-group" onchange={choose}>{ for GROUPS.iter().map(|name| html! { <option value={*name} selected={*name == group}>{ if *name == LACKING { words.adapt_texts_lacking() } else { name } }</option> }) }</select></div>
            <div class="scroll" tabindex="0" role="group" aria-label={words.adapt_texts()}><table class="edit texts">
                <thead><tr><th scope="col">{ words.adapt_id() }</th><th scope="col">{ words.adapt_text_zh() }</th><th scope="col">{ words.adapt_text_en() }</th></tr></thead>
                <tbody>{ for ids.map(|id| html! {
                    <tr key={id.clone()}><th scope="row" class="small">{ id.clone() }</th>
                        { for Language::ALL.iter().map(|language| html! { <td>{ text(draft, *language, id) }</td> }) }</tr>
                }) }</tbody>
            </table></div>
        </div></details>
    }
}

fn texts_of<'a>(draft: &'a Draft, language: &str) -> Option<&'a Map<String, Value>> {
    draft.view().texts.iter().find(|(tag, _)| tag == language)?.1.as_object()
}

/// How many texts a language lacks, by its name; those that lack none are left out.
pub fn lacking(draft: &Draft) -> Vec<(Language, usize)> {
    let counts = Language::ALL.iter().map(|language| {
        let texts = texts_of(draft, language.tag()).into_iter().flat_map(Map::values);
        let count = texts.filter(|text| text.as_str().is_some_and(|text| text.trim().is_empty())).count();
        (*language, count)
    });
    counts.filter(|(_, count)| *count > 0).collect()
}

/// A text of the original as it is written.
fn before<'a>(draft: &'a Draft, tag: &str, id: &str) -> &'a str {
    let texts = draft.original().content().texts.iter().find(|(known, _)| known == tag);
    texts.and_then(|(_, texts)| texts.get(id)).and_then(Value::as_str).unwrap_or_default()
}

/// A text as it is written, with its places in braces.
pub fn written<'a>(draft: &'a Draft, tag: &str, id: &str) -> &'a str {
    texts_of(draft, tag).and_then(|texts| texts.get(id)).and_then(Value::as_str).unwrap_or_default()
}

fn text(draft: &Draft, language: Language, id: &str) -> Html {
    let tag = language.tag();
    lines(
        format!("text/{tag}/{id}"),
        written(draft, tag, id),
        format!("{} {id}", language.words().language_name()),
        tag,
    )
}
