//! The plain facts of one item: the questions in one list, and beside them what the answers come to. It proposes; nothing is rated, banded or
//! written by itself.

mod lacking;
mod loading;
mod paragraphs;
mod questions;
mod reading;
mod result;

pub use lacking::FactsLacking;
pub use loading::{Coming, use_interview};
pub use reading::ReadFacts;

use crate::assessment::{Assessment, ItemRecord};
use crate::browser::clock;
use crate::criteria::{Interview, ItemSlot, Pack};
use crate::date::Date;
use crate::indicators::read_results;
use crate::interview::{Outcome, evaluate, told_by_figures};
use crate::language::{Language, fill};
use crate::report::say::{self, InterviewTeller};
use crate::ui::kit::{Kit, use_kit};
use crate::ui::route::Route;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct InterviewPageProps {
    pub assessment: Rc<Assessment>,
    pub id: Rc<str>,
    pub slot: ItemSlot,
}

/// What the parts of the page are made from.
struct View<'a> {
    kit: &'a Kit,
    slot: ItemSlot,
    record: &'a ItemRecord,
    teller: InterviewTeller<'a>,
    outcome: &'a Outcome<'a>,
}

/// The day by which years and months are counted: that of the application, or today.
fn counted_to(assessment: &Assessment) -> Date {
    assessment.eligibility.application_date.unwrap_or_else(clock::today)
}

/// What the answers of an item come to, with who tells of it; none where there is no interview for it.
fn told<'a>(
    pack: &'a Pack,
    language: Language,
    interview: &'a Interview,
    assessment: &Assessment,
    slot: ItemSlot,
) -> Option<(InterviewTeller<'a>, Outcome<'a>)> {
    let item = interview.of(pack, slot)?;
    let on = counted_to(assessment);
    // Only results items have figures.
    let figures = match pack.item(slot).areas.is_empty() {
        true => None,
        false => told_by_figures(assessment, &read_results(pack, assessment), slot),
    };
    let outcome = evaluate(item, &assessment.item(slot).facts, figures.as_ref(), on, pack.structure().scoring.step);
    Some((InterviewTeller { item, language, on }, outcome))
}

#[component]
pub fn InterviewPage(props: &InterviewPageProps) -> Html {
    let kit = use_kit();
    let words = kit.words();
    let coming = use_interview();
    let name = say::item_name(&kit.pack, kit.language, props.slot);
    let head = html! {
        <div class="stack-xs">
            <p class="crumbs"><a href={Route::item(&props.id, &kit.pack, props.slot).href()}>{ words.interview_back() }</a></p>
            <h1>{ fill(words.interview_of(), &[("item", &name)]) }</h1>
        </div>
    };
    let alone = |content: Html| html! { <main class="page wide" key="interview"><div class="stack">{ head.clone() }<section class="sheet stack-s">{ content }</section></div></main> };
    let interview = match coming {
        Coming::There(interview) => interview,
        Coming::Waiting => return alone(html! { <p aria-busy="true">{ words.criteria_waiting() }</p> }),
        Coming::Missing(again) => {
            return alone(
                html! { <><p role="alert">{ words.interview_unavailable() }</p><div class="row"><button type="button" class="btn" onclick={again}>{ words.interview_again() }</button></div></> },
            );
        }
    };
    let Some((teller, outcome)) = told(&kit.pack, kit.language, &interview, &props.assessment, props.slot) else {
        return alone(html! { <p>{ words.interview_not_asked() }</p> });
    };
    let view = View {
        kit: &kit,
        slot: props.slot,
        record: props.assessment.item(props.slot),
        teller,
        outcome: &outcome,
    };
    let on = fill(words.interview_on(), &[("date", &say::date(kit.language, teller.on))]);
    html! {
        <main class="page" key="interview">
            <div class="stack">
                { head }
                <p class="small">{ words.interview_lead() }{ " " }{ on }</p>
                { questions::questions(&view) }
                { paragraphs::paragraphs(&view) }
            </div>
            <aside class="aside">{ result::result(&view) }</aside>
        </main>
    }
}
