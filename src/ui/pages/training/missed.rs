//! Which rule was missed, item by item: what the interview's facts add comes when its files are there.

use crate::assessment::Assessment;
use crate::browser::clock;
use crate::criteria::{Interview, Pack};
use crate::language::fill;
use crate::panel::{Examined, Missed, TrainingResult, missed_rules};
use crate::report::say;
use crate::ui::kit::{Kit, use_kit};
use crate::ui::pages::{Coming, use_interview};
use std::rc::Rc;
use yew::prelude::*;

/// A case that was scored, with its reference.
pub(super) struct Scored {
    pub pack: Rc<Pack>,
    pub reference: Assessment,
    pub result: TrainingResult,
}

#[derive(Properties)]
pub(super) struct MissedRulesProps {
    pub scored: Rc<Scored>,
}

/// What was scored never changes: it is made anew with the page.
impl PartialEq for MissedRulesProps {
    fn eq(&self, other: &MissedRulesProps) -> bool {
        Rc::ptr_eq(&self.scored, &other.scored)
    }
}

#[component]
pub(super) fn MissedRules(props: &MissedRulesProps) -> Html {
    let kit = use_kit();
    let words = kit.words();
    let coming = use_interview();
    let (interview, without) = match &coming {
        Coming::There(interview) => (Some(interview.clone()), false),
        Coming::Waiting => (None, false),
        Coming::Missing(_) => (None, true),
    };
    let points = props.scored.pack.structure().scoring.step;
    let told = {
        let (kit, scored) = (kit.clone(), props.scored.clone());
        use_memo((kit.language, interview.is_some(), without), move |&(_, there, without)| {
            (there || without).then(|| list(&kit, &scored, interview.as_deref(), points))
        })
    };
    html! {
        <section class="sheet stack-s" aria-labelledby="missed"><h2 id="missed">{ words.training_missed_title() }</h2>
            <p class="small">{ fill(words.training_missed_note(), &[("points", &points.to_string())]) }</p>
            if without { <p>{ words.training_missed_no_facts() }</p> }
            { told.as_ref().clone().unwrap_or_else(|| html! { <p class="muted">{ words.open_reading() }</p> }) }
        </section>
    }
}

fn list(kit: &Kit, scored: &Scored, interview: Option<&Interview>, tolerance: u8) -> Html {
    let words = kit.words();
    let on = scored.reference.eligibility.application_date.unwrap_or_else(clock::today);
    let examined = Examined {
        pack: &scored.pack,
        reference: &scored.reference,
        interview,
        on,
        tolerance,
    };
    let found = missed_rules(examined, &scored.result);
    if found.is_empty() {
        return html! { <p>{ fill(words.training_missed_none(), &[("points", &tolerance.to_string())]) }</p> };
    }
    let item = |missed: &Missed<'_>| {
        let about = scored.pack.item(missed.item);
        let name = say::item_name(&scored.pack, kit.language, missed.item);
        let lines = say::missed(&scored.pack, kit.language, on, missed);
        html! {
            <div class="stack-xs" key={about.id.clone()} data-testid={["missed-", &about.id].concat()}>
                <h3>{ name }{ " " }<span class="kind">{ words.training_column_offset() }{ " " }<b>{ say::signed(missed.offset.into()) }</b></span></h3>
                <ul class="list">{ for lines.into_iter().map(|line| html! { <li>{ line }</li> }) }</ul>
            </div>
        }
    };
    html! { <div class="stack-s">{ for found.iter().map(item) }</div> }
}
