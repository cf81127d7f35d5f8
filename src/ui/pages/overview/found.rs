//! What is found, by what it is about and how much it weighs, with links to where it is mended: a handful, the rest folded.

use super::View;
use crate::findings::{Finding, grouped};
use crate::language::{codes, fill};
use crate::overview::{Heap, Subject, Weight, heaps};
use crate::report::say;
use crate::ui::parts::{place_field, place_route};
use crate::ui::route::Route;
use yew::prelude::*;

/// How many subjects are shown at once.
const FEW: usize = 5;
/// How many findings of one subject are listed here; a register may have hundreds.
const MOST: usize = 12;

pub(super) fn found(view: &View<'_>) -> Html {
    let words = view.kit.words();
    let found = &view.known.found;
    let heaps = heaps(found);
    let heading = match grouped(found).len() {
        0 => words.draft_complete().to_owned(),
        n => fill(words.draft_findings(), &[("n", &n.to_string())]),
    };
    let (few, more) = heaps.split_at(heaps.len().min(FEW));
    let list = |heaps: &[Heap<'_>]| html! { <ul class="plain heaps">{ for heaps.iter().map(|heap| entry(view, heap)) }</ul> };
    html! {
        <section class="sheet stack-s" aria-labelledby="found"><h2 id="found">{ heading }</h2>
            if !few.is_empty() { { list(few) } }
            if !more.is_empty() { <details><summary>{ fill(words.overview_found_more(), &[("n", &more.len().to_string())]) }</summary>{ list(more) }</details> }
        </section>
    }
}

fn subject(view: &View<'_>, subject: Subject) -> String {
    let words = view.kit.words();
    let name = match subject {
        Subject::Item(slot) => return say::item_name(&view.kit.pack, view.kit.language, slot),
        Subject::Profile => words.organisation_title(),
        Subject::Eligibility => words.eligibility_title(),
        Subject::Figures => words.grid_title(),
        Subject::Evidence => words.register_title(),
        Subject::Plan => words.improvement_title(),
        Subject::Road => words.road_title(),
        Subject::Submission => words.draft_title(),
    };
    name.to_owned()
}

fn entry(view: &View<'_>, heap: &Heap<'_>) -> Html {
    let words = view.kit.words();
    let name = subject(view, heap.subject);
    let class = match heap.weight {
        Weight::Serious => "tag b",
        Weight::Missing => "tag w",
        Weight::Doubt => "tag",
    };
    let tag = html! { <span {class}>{ words.by_code(&codes::WEIGHT, heap.weight.code()) }</span> };
    if let [finding] = heap.findings.as_slice() {
        return html! { <li key={name.clone()}>{ tag }{ " " }<b>{ name }</b>{ words.colon() }{ link(view, finding) }</li> };
    }
    let n = heap.findings.len();
    let rest = n.saturating_sub(MOST);
    html! {
        <li key={name.clone()}><details><summary>{ tag }{ " " }{ name }{ " " }<small>{ fill(words.overview_found_times(), &[("n", &n.to_string())]) }</small></summary>
            <ul class="jumps">{ for heap.findings.iter().take(MOST).map(|finding| html! { <li>{ link(view, finding) }</li> }) }
                if rest > 0 { <li><a href={Route::Draft { id: view.id.to_owned() }.href()}>{ fill(words.overview_found_rest(), &[("n", &rest.to_string())]) }</a></li> }</ul></details></li>
    }
}

fn link(view: &View<'_>, finding: &Finding) -> Html {
    let kit = view.kit;
    let address = place_route(kit, view.assessment, view.id, finding.place()).href();
    let field = place_field(kit, finding).unwrap_or_default();
    html! { <a href={address} data-wanted={field}>{ say::finding(&kit.pack, kit.language, finding) }</a> }
}
