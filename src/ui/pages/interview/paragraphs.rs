//! The beginnings of paragraphs, to be put where nothing is written, or after what is written.

use super::View;
use crate::assessment::{Action, ItemChange, text};
use crate::language::fill;
use crate::report::skeleton;
use crate::ui::kit::Notice;
use crate::ui::parts::on_button;
use yew::prelude::*;

/// The scope they go into: the item as a whole.
const WHOLE: usize = 0;

pub(super) fn paragraphs(view: &View<'_>) -> Html {
    let words = view.kit.words();
    let rubric = view.teller.item.rubric;
    let written: Vec<(usize, String)> = view
        .teller
        .item
        .factors()
        .map(|(at, rules)| (at, skeleton(view.teller, view.outcome, rules)))
        .filter(|(_, paragraph)| !paragraph.is_empty())
        .collect();
    if written.is_empty() {
        return Html::default();
    }
    let name = |at: usize| view.kit.pack_words().factor(&rubric.id, &rubric.factors[at].id).to_owned();
    let put = {
        let (store, notify, slot, all) = (view.kit.store.clone(), view.kit.notify.clone(), view.slot, written.clone());
        let names: Vec<String> = (0..rubric.factors.len()).map(name).collect();
        on_button("data-factor", move |factor| {
            let Some((at, paragraph)) = all.iter().find(|(at, _)| at.to_string() == factor) else {
                return;
            };
            let Some(open) = store.snapshot() else { return };
            // What stands there now, whatever was drawn.
            let before = open.assessment.item(slot).answer(WHOLE, *at).trim_end().to_owned();
            let gap = if before.is_empty() { "" } else { "\n\n" };
            store.dispatch(Action::Item(
                slot,
                ItemChange::Answer {
                    scope: WHOLE,
                    factor: *at,
                    text: text([&before, gap, paragraph].concat()),
                },
            ));
            notify.emit(Notice::good(fill(words.interview_inserted(), &[("factor", &names[*at])])));
        })
    };
    let one = |(at, paragraph): &(usize, String)| {
        let empty = view.record.answer(WHOLE, *at).trim().is_empty();
        let (label, of) = match empty {
            true => (words.interview_insert(), words.interview_insert_of()),
            false => (words.interview_append(), words.interview_append_of()),
        };
        let factor = name(*at);
        html! {
            <div class="stack-xs" key={*at}>
                <h3>{ factor.clone() }</h3>
                <p class="paragraph">{ paragraph.clone() }</p>
                <div class="row"><button type="button" class="btn" data-factor={at.to_string()} aria-label={fill(of, &[("factor", &factor)])}>{ label }</button></div>
            </div>
        }
    };
    html! {
        <section class="sheet stack-s" aria-labelledby="paragraphs" onclick={put}>
            <h2 id="paragraphs">{ words.interview_paragraphs() }</h2>
            <p class="small">{ words.interview_paragraphs_lead() }</p>
            { for written.iter().map(one) }
        </section>
    }
}
