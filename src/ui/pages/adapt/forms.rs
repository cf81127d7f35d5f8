//! The form for something new in a list: its name in Chinese, in English or in both, what its id is made from, and what its
//! kind asks for. It is read only when its button is pressed. What is written in one language is missing in the other.

use super::edits::number;
use super::names::word;
use crate::criteria::{Draft, Edit, Listed, Measure, NewThing, Rule, SizeBounds, What, Wording};
use crate::report::say;
use crate::ui::kit::Kit;
use yew::prelude::*;

/// The id of a field of a form.
fn id(list: &Listed, field: &str) -> String {
    ["new-", &word(list).replace([':', '.'], "-"), "-", field].concat()
}

/// Values of fields by their ids.
type Value<'a> = &'a dyn Fn(&str) -> String;

/// The form of a list; nothing where the page adds in another way.
pub fn form(kit: &Kit, draft: &Draft, list: &Listed) -> Html {
    let words = kit.words();
    let own = draft.view().words(kit.language.tag());
    let field = |name: &str, label: &'static str| {
        let id = id(list, name);
        html! { <div class="field"><label for={id.clone()}>{ label }</label><input class="input" type="text" autocomplete="off" {id} /></div> }
    };
    let choice = |name: &str, label: &'static str, entries: Vec<(String, String)>| {
        let id = id(list, name);
        html! {
            <div class="field"><label for={id.clone()}>{ label }</label>
                <select class="input short" {id}>{ for entries.into_iter().enumerate().map(|(at, (value, text))| html! { <option {value} selected={at == 0}>{ text }</option> }) }</select></div>
        }
    };
    let notes = || html! { <>{ field("more-zh", words.adapt_note_zh()) }{ field("more-en", words.adapt_note_en()) }</> };
    let more = match list {
        Listed::Conditions => {
            let editions = draft.structure().eligibility.editions.iter();
            let all = [(String::new(), words.adapt_all_editions().to_owned())];
            let editions = all
                .into_iter()
                .chain(editions.map(|edition| (edition.id.clone(), own.edition(&edition.id).to_owned())));
            html! {
                <>
                    { choice("kind", words.adapt_rule(), kinds_of_rules(kit)) }{ field("value", words.adapt_rule_value()) }
                    { choice("of", words.adapt_asked_by(), editions.collect()) }{ notes() }
                </>
            }
        }
        Listed::Editions => {
            let editions = draft.structure().eligibility.editions.iter();
            let none = [(String::new(), words.adapt_no_conditions().to_owned())];
            let like = editions.map(|edition| (edition.id.clone(), own.edition(&edition.id).to_owned())).chain(none);
            choice("of", words.adapt_conditions_of(), like.collect())
        }
        Listed::SelfChecks => field("value", words.adapt_years()),
        Listed::Facts => {
            let mut units: Vec<(String, String)> = Vec::new();
            for unit in draft.structure().facts.iter().map(|fact| &fact.unit) {
                if !units.iter().any(|(known, _)| known == unit) {
                    units.push((unit.clone(), own.unit(unit).to_owned()));
                }
            }
            html! { <>{ field("value", words.adapt_value()) }{ choice("of", words.adapt_unit(), units) }</> }
        }
        Listed::Limits => field("value", words.adapt_limits()),
        Listed::References => field("value", words.adapt_points_head()),
        Listed::Categories => field("value", words.adapt_number()),
        Listed::Stages | Listed::Ideas => notes(),
        Listed::Orientations | Listed::Missing => Html::default(),
        Listed::Sectors => {
            let new = [(String::new(), words.adapt_new_sector().to_owned())];
            let sectors = draft
                .structure()
                .size
                .iter()
                .map(|sector| (sector.id.clone(), own.sector(&sector.id).to_owned()));
            let measures = Measure::ALL.map(|measure| (measure.word().to_owned(), say::measure(kit.language, measure).to_owned()));
            html! {
                <>
                    { choice("to", words.adapt_sector(), new.into_iter().chain(sectors).collect()) }{ choice("of", words.adapt_measure(), measures.to_vec()) }
                    { field("large", words.adapt_size_large()) }{ field("medium", words.adapt_size_medium()) }{ field("small", words.adapt_size_small()) }
                </>
            }
        }
        Listed::Items(_) | Listed::Prompts(_) | Listed::OfEdition(_) => return Html::default(),
    };
    html! {
        <details><summary>{ words.adapt_add() }</summary><div class="form">
            { field("zh", words.adapt_name_zh()) }{ field("en", words.adapt_name_en()) }{ field("name", words.adapt_new_name()) }{ more }
            <div class="broad"><button type="button" class="btn" data-edit={["add/", &word(list)].concat()}>{ words.adapt_add_this() }</button></div>
        </div></details>
    }
}

/// The kinds of rules in plain words, by the words of the files.
pub fn kinds_of_rules(kit: &Kit) -> Vec<(String, String)> {
    let words = kit.words();
    let kinds = [
        ("declared", words.criteria_rule_declared()),
        ("free_of", words.adapt_rule_free_of()),
        ("years_since_registration", words.adapt_rule_years()),
        ("registered_in", words.adapt_rule_registered()),
        ("legal_person", words.criteria_rule_legal_person()),
    ];
    kinds.map(|(word, text)| (word.to_owned(), text.to_owned())).to_vec()
}

/// A rule by its word and its value: years, or the leading digits of a place.
pub fn rule(kind: &str, value: &str) -> Option<Rule> {
    Some(match kind {
        "declared" => Rule::Declared,
        "legal_person" => Rule::LegalPerson,
        "registered_in" => Rule::RegisteredIn {
            division: value.trim().to_owned(),
        },
        "years_since_registration" => Rule::YearsSinceRegistration { years: number(value)? },
        "free_of" => Rule::FreeOf { years: number(value)? },
        _ => return None,
    })
}

/// The new thing as a form says; none where something is missing or no value.
pub fn read(draft: &Draft, list: &Listed, value: Value<'_>) -> Option<Edit> {
    let get = |field: &str| value(&id(list, field)).trim().to_owned();
    let text = wording(&get("zh"), &get("en"));
    let sector = get("to");
    if !sector.is_empty() {
        let bounds = bounds(&get)?;
        return Some(Edit::SizeBounds { sector, bounds });
    }
    if text.is_blank() {
        return None;
    }
    let name = match (get("name"), get("en")) {
        (name, en) if name.is_empty() => en,
        (name, _) => name,
    };
    let note = || wording(&get("more-zh"), &get("more-en"));
    let optional = || match get("value").as_str() {
        "" => Some(None),
        written => number(written).map(Some),
    };
    let what = match list {
        Listed::Conditions => {
            let of = get("of");
            let editions = draft.structure().eligibility.editions.iter().map(|edition| edition.id.clone());
            What::Condition {
                rule: rule(&get("kind"), &get("value"))?,
                hint: note(),
                editions: editions.filter(|edition| of.is_empty() || *edition == of).collect(),
            }
        }
        Listed::Editions => What::Edition {
            like: Some(get("of")).filter(|like| !like.is_empty()),
        },
        Listed::SelfChecks => What::SelfCheck { years: optional()? },
        Listed::Stages => What::Stage { note: note() },
        Listed::Facts => What::Fact {
            value: match get("value").as_str() {
                "" => None,
                written => Some(number(written)?),
            },
            unit: get("of"),
        },
        Listed::Limits => What::Limit {
            characters: number(&get("value"))?,
        },
        Listed::References => {
            return Some(Edit::NewReference {
                name,
                points: number(&get("value"))?,
                text,
            });
        }
        Listed::Orientations => What::Orientation,
        Listed::Ideas => What::Idea { note: note() },
        Listed::Missing => What::Missing,
        Listed::Categories => What::Category {
            number: Some(get("value")).filter(|number| !number.is_empty())?,
        },
        Listed::Sectors => What::Sector { bounds: vec![bounds(&get)?] },
        Listed::Items(_) | Listed::Prompts(_) | Listed::OfEdition(_) => return None,
    };
    Some(Edit::New(NewThing { name, text, what }))
}

/// Lower bounds of a size class as the form says.
fn bounds(get: &dyn Fn(&str) -> String) -> Option<SizeBounds> {
    let word = get("of");
    Some(SizeBounds {
        measure: Measure::ALL.into_iter().find(|measure| measure.word() == word)?,
        large: number(&get("large"))?,
        medium: number(&get("medium"))?,
        small: number(&get("small"))?,
    })
}

/// The ids of the fields that are emptied when something was added.
pub fn fields(list: &Listed) -> impl Iterator<Item = String> + '_ {
    let all = ["zh", "en", "name", "value", "more-zh", "more-en", "large", "medium", "small"];
    all.into_iter().map(|field| id(list, field))
}

/// A text in Chinese and English; one that is not written is not there.
pub fn wording(zh: &str, en: &str) -> Wording {
    let mut wording = Wording::default();
    for (tag, text) in [("zh", zh.trim()), ("en", en.trim())] {
        if !text.is_empty() {
            wording.set(tag, text);
        }
    }
    wording
}
