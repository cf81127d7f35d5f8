//! What the worked sample says to the same item, to be read beside one's own: fetched once it is unfolded, of the applicant's kind, and
//! put nowhere.

use crate::archive::open;
use crate::assessment::ItemRecord;
use crate::browser::samples;
use crate::criteria::{ItemSlot, Kind};
use crate::language::fill;
use crate::ui::kit::{Kit, use_kit};
use wasm_bindgen_futures::spawn_local;
use web_sys::Element;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct SampleItemProps {
    pub slot: ItemSlot,
    /// The kind of applicant; none while it is not known.
    pub kind: Option<Kind>,
}

/// Where it stands.
#[derive(Clone, PartialEq)]
enum Coming {
    NotAsked,
    Waiting,
    Missing,
    /// Whose it is, and what it says; none where it says nothing.
    There(String, Option<ItemRecord>),
}

#[component]
pub fn SampleItem(props: &SampleItemProps) -> Html {
    let kit = use_kit();
    let words = kit.words();
    let coming = use_state(|| Coming::NotAsked);
    let ontoggle = {
        let (kit, coming, slot, kind) = (kit.clone(), coming.clone(), props.slot, props.kind.unwrap_or(Kind::ALL[0]));
        Callback::from(move |event: Event| {
            let unfolded = event.target_unchecked_into::<Element>().has_attribute("open");
            if unfolded && matches!(*coming, Coming::NotAsked | Coming::Missing) {
                coming.set(Coming::Waiting);
                let (kit, setter) = (kit.clone(), coming.setter());
                spawn_local(async move { setter.set(fetched(&kit, slot, kind).await) });
            }
        })
    };
    let content = match &*coming {
        Coming::NotAsked | Coming::Waiting => html! { <p class="small">{ words.open_reading() }</p> },
        Coming::Missing => html! { <p class="small" role="alert">{ words.sample_missing() }</p> },
        Coming::There(name, None) => html! { <p class="small">{ fill(words.item_sample_nothing(), &[("name", name)]) }</p> },
        Coming::There(name, Some(record)) => said(&kit, props.slot, name, record),
    };
    html! {
        <section class="sheet stack-s" aria-labelledby="sample-item"><h2 id="sample-item">{ words.item_sample() }</h2>
            <details {ontoggle}><summary>{ words.item_sample_open() }</summary><div class="stack-s">{ content }</div></details></section>
    }
}

async fn fetched(kit: &Kit, slot: ItemSlot, kind: Kind) -> Coming {
    let Some(file) = samples::worked(kind, kit.language).await.and_then(|text| open(&text).ok()) else {
        return Coming::Missing;
    };
    let name = file.organisation_name().to_owned();
    Coming::There(name, file.item_alone(&kit.pack, slot).filter(|record| !record.is_unanswered()))
}

/// Its texts in the order of the fields beside them, and its rating.
fn said(kit: &Kit, slot: ItemSlot, name: &str, record: &ItemRecord) -> Html {
    let (words, text) = (kit.words(), kit.pack_words());
    let (item, rubric) = (kit.pack.item(slot), kit.pack.rubric_of(slot));
    let part = |heading: &str, written: &str| html! { <><dt>{ heading.to_owned() }</dt><dd>{ written.to_owned() }</dd></> };
    let answers = (0..record.scopes()).flat_map(|scope| (0..rubric.factors.len()).map(move |factor| (scope, factor)));
    let answers = answers
        .filter(|&(scope, factor)| !record.answer(scope, factor).trim().is_empty())
        .map(|(scope, factor)| {
            let of = text.factor(&rubric.id, &rubric.factors[factor].id);
            let heading = match scope.checked_sub(1).and_then(|at| item.prompts.get(at)) {
                Some(prompt) => [text.prompt_name(&item.id, &prompt.id), " · ", of].concat(),
                None => of.to_owned(),
            };
            part(&heading, record.answer(scope, factor))
        });
    let remarks = [
        (words.item_strengths(), &record.strengths),
        (words.item_opportunities(), &record.opportunities),
        (words.item_remark(), &record.remark),
    ];
    let remarks = remarks.into_iter().filter(|(_, written)| !written.trim().is_empty());
    let rated = record
        .percent
        .map(|percent| fill(words.item_sample_rated(), &[("percent", &percent.to_string())]));
    html! {
        <><p class="small">{ fill(words.item_sample_note(), &[("name", name)]) }{ for rated }</p>
            <dl class="examples">{ for answers }{ for remarks.map(|(heading, written)| part(heading, written)) }</dl></>
    }
}
