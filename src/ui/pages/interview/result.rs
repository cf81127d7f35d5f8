//! What the answers come to: band and reason of each factor, the range, and how the person's rating stands to it. Taking bands over and rating
//! are acts of the person.

use super::View;
use crate::assessment::{Action, ItemChange};
use crate::interview::FactorOutcome;
use crate::ui::kit::Notice;
use crate::ui::parts::ladder;
use yew::prelude::*;

pub(super) fn result(view: &View<'_>) -> Html {
    let words = view.kit.words();
    let rated = view.record.percent.map_or_else(|| words.not_rated().to_owned(), |percent| percent.to_string());
    let range = view.teller.range(view.outcome);
    html! {
        <>
            <section class="sheet stack-s" aria-labelledby="come-to" aria-live="polite">
                <h2 id="come-to">{ words.interview_result() }</h2>
                { for view.outcome.factors.iter().map(|factor| told(view, factor)) }
                if !range.is_empty() { <p><strong data-testid="range">{ range }</strong></p> }
                <p data-testid="difference">{ view.teller.beside(view.outcome, view.record.percent) }</p>
                { take(view) }
            </section>
            <section class="sheet stack-s" aria-labelledby="rating">
                <div class="title"><h2 id="rating">{ words.interview_rate() }</h2><span class="pts"><b data-testid="percent">{ rated }</b></span></div>
                { ladder(view.kit, view.slot, view.record) }
            </section>
        </>
    }
}

fn told(view: &View<'_>, factor: &FactorOutcome<'_>) -> Html {
    let rubric = view.teller.item.rubric;
    let id = &rubric.factors[factor.factor].id;
    let name = view.kit.pack_words().factor(&rubric.id, id);
    html! {
        <div class="stack-xs" key={id.clone()} data-testid={["factor-", id].concat()}>
            <h3>{ view.teller.band(name, factor) }</h3>
            <p class="small">{ view.teller.reason(view.outcome, factor) }</p>
        </div>
    }
}

/// Puts the bands that are sure where the person chooses them; the rating stays as it is.
fn take(view: &View<'_>) -> Html {
    let words = view.kit.words();
    let sure = view.outcome.factors.iter().filter(|factor| factor.low == factor.high);
    let other = sure.filter(|factor| view.record.bands[factor.factor] != Some(factor.low));
    let changes: Vec<Action> = other
        .map(|factor| {
            let (factor, band) = (factor.factor, Some(factor.low));
            Action::Item(view.slot, ItemChange::Band { factor, band })
        })
        .collect();
    let (store, notify) = (view.kit.store.clone(), view.kit.notify.clone());
    let nothing = changes.is_empty();
    let onclick = Callback::from(move |_: MouseEvent| {
        store.dispatch(Action::Several(changes.clone()));
        notify.emit(Notice::good(words.interview_taken()));
    });
    html! { <div class="row"><button type="button" class="btn" disabled={nothing} {onclick}>{ words.interview_take() }</button></div> }
}
