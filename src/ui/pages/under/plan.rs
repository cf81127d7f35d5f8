//! Item by item what changing to other criteria does, each proposal to be accepted or not.

use crate::archive::{Plan, Proposal};
use crate::criteria::Pack;
use crate::language::fill;
use crate::report::say;
use crate::ui::kit::Kit;
use yew::prelude::*;

pub fn plan(kit: &Kit, from: &Pack, to: &Pack, plan: &Plan) -> Html {
    let words = kit.words();
    let name = to.words(kit.language.tag()).short();
    html! {
        <section class="sheet stack-s"><h2>{ fill(words.under_plan_title(), &[("name", name)]) }</h2>
            <p>{ fill(words.under_plan_same(), &[("n", &plan.unchanged.len().to_string())]) }</p>
            if plan.proposals.is_empty() { <p>{ words.under_plan_nothing() }</p> }
            <ul class="plain packs">{ for plan.proposals.iter().enumerate().map(|(at, proposal)| row(kit, from, to, at, proposal)) }</ul>
            <p class="small">{ words.under_carry_note() }</p>
            <div class="row"><button type="button" class="btn main" data-act="carry">{ words.under_carry() }</button></div>
        </section>
    }
}

fn row(kit: &Kit, from: &Pack, to: &Pack, at: usize, proposal: &Proposal) -> Html {
    let words = kit.words();
    let sentence = say::proposal(from, to, kit.language, proposal);
    let details = say::proposal_details(from, to, kit.language, proposal);
    let label = fill(words.under_accept_of(), &[("what", &sentence)]);
    html! {
        <li class="stack-xs" key={at}>
            <div class="told"><span class="tag">{ say::carry_kind(kit.language, proposal.kind) }</span><span>{ sentence.clone() }</span>
                if proposal.declinable { <label class="kind"><input type="checkbox" value={at.to_string()} checked={proposal.accepted} aria-label={label} /><span aria-hidden="true">{ words.under_accept() }</span></label> }</div>
            { for details.into_iter().map(|detail| html! { <p class="small">{ detail }</p> }) }
        </li>
    }
}
