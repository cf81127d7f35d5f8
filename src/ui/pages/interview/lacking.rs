//! What the facts of an item still lack, on the page of the item beside what is written there: by factor what the next band asks for and what
//! is open. The questions are fetched when it is unfolded.

use super::loading::{Coming, use_interview};
use super::told;
use crate::assessment::Assessment;
use crate::criteria::ItemSlot;
use crate::ui::kit::use_kit;
use crate::ui::route::Route;
use std::rc::Rc;
use web_sys::Element;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct FactsLackingProps {
    pub assessment: Rc<Assessment>,
    pub id: Rc<str>,
    pub slot: ItemSlot,
}

#[component]
pub fn FactsLacking(props: &FactsLackingProps) -> Html {
    let kit = use_kit();
    let words = kit.words();
    let unfolded = use_state(|| false);
    let ontoggle = {
        let unfolded = unfolded.setter();
        Callback::from(move |event: Event| unfolded.set(event.target_unchecked_into::<Element>().has_attribute("open")))
    };
    html! {
        <section class="sheet stack-s" aria-labelledby="facts-lacking"><h2 id="facts-lacking">{ words.item_lacking() }</h2>
            <details {ontoggle}><summary>{ words.item_lacking_open() }</summary><div class="stack-s">
                if *unfolded { <Lacking assessment={props.assessment.clone()} id={props.id.clone()} slot={props.slot} /> }</div></details></section>
    }
}

#[component]
fn Lacking(FactsLackingProps { assessment, id, slot }: &FactsLackingProps) -> Html {
    let kit = use_kit();
    let words = kit.words();
    let interview = match use_interview() {
        Coming::There(interview) => interview,
        Coming::Waiting => return html! { <p class="small">{ words.open_reading() }</p> },
        Coming::Missing(again) => {
            return html! { <><p class="small" role="alert">{ words.interview_unavailable() }</p><div class="row"><button type="button" class="btn" onclick={again}>{ words.interview_again() }</button></div></> };
        }
    };
    let Some((teller, outcome)) = told(&kit.pack, kit.language, &interview, assessment, *slot) else {
        return html! { <p class="small">{ words.interview_not_asked() }</p> };
    };
    let rubric = teller.item.rubric;
    let leads = html! { <p><a href={Route::interview(id, &kit.pack, *slot).href()}>{ words.interview_title() }</a></p> };
    if outcome.is_blank() {
        return html! { <><p class="small">{ words.item_lacking_blank() }</p>{ leads }</> };
    }
    let factors = outcome.factors.iter().map(|factor| {
        let of = &rubric.factors[factor.factor].id;
        let name = kit.pack_words().factor(&rubric.id, of);
        html! {
            <><dt>{ teller.band(name, factor) }</dt>
                { for teller.lacking(&outcome, factor).into_iter().map(|sentence| html! { <dd>{ sentence }</dd> }) }</>
        }
    });
    html! { <><dl class="examples" data-testid="lacking">{ for factors }</dl>{ leads }</> }
}
