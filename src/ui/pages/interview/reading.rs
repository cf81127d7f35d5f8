//! The facts of an item to be read by an assessor beside the text: questions with their answers, and no band made of them, because the
//! assessor's judgement is to be their own.

use super::loading::{Coming, use_interview};
use super::told;
use crate::archive::ScoringCopy;
use crate::criteria::{ItemSlot, Pack};
use crate::ui::kit::use_kit;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct ReadFactsProps {
    pub pack: Rc<Pack>,
    pub copy: Rc<ScoringCopy>,
    pub slot: ItemSlot,
}

/// Nothing where the interview is not at hand. What a copy gives to read never changes, so it is made once for an item.
#[component]
pub fn ReadFacts(props: &ReadFactsProps) -> Html {
    let kit = use_kit();
    let interview = match use_interview() {
        Coming::There(interview) => Some(interview),
        _ => None,
    };
    let rows = {
        let (pack, copy, slot, language) = (props.pack.clone(), props.copy.clone(), props.slot, kit.language);
        use_memo((slot, language, interview.is_some()), move |_| {
            let (interview, read) = (interview?, copy.read.as_ref()?);
            let (teller, outcome) = told(&pack, language, &interview, read, slot)?;
            let row = |(question, given): (&_, &crate::interview::Given)| {
                let value = teller.answer(question, given.said()?);
                Some(html! { <><dt>{ teller.question(question) }</dt><dd>{ value }</dd></> })
            };
            Some(teller.item.questions().zip(&outcome.given).filter_map(row).collect::<Html>())
        })
    };
    let Some(rows) = &*rows else { return Html::default() };
    html! { <details class="sheet"><summary><h2>{ kit.words().interview_title() }</h2></summary><dl class="asked">{ rows.clone() }</dl></details> }
}
