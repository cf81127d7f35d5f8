//! What differs from the original: before, now, why, and what it rests on.

use super::field::{line, list};
use crate::criteria::{Change, Draft, Fault, Pack, Status};
use crate::language::fill;
use crate::report::say;
use crate::ui::kit::Kit;
use crate::worked;
use serde_json::Value;
use yew::prelude::*;

pub fn changes(kit: &Kit, draft: &Draft) -> Html {
    let words = kit.words();
    let changes = draft.changes();
    if changes.is_empty() {
        return html! { <section class="sheet stack-s"><h2>{ words.adapt_changes() }</h2><p>{ words.adapt_changes_none() }</p></section> };
    }
    let heads = [
        words.criteria_change_place(),
        words.criteria_change_old(),
        words.criteria_change_new(),
        words.criteria_change_why(),
        words.criteria_change_source(),
        words.adapt_status(),
    ];
    html! {
        <section class="sheet stack-s"><h2>{ words.adapt_changes() }</h2>
            <div class="scroll" tabindex="0" role="group" aria-label={words.adapt_changes()}><table class="edit">
                <thead><tr>{ for heads.iter().map(|head| html! { <th scope="col">{ *head }</th> }) }</tr></thead>
                <tbody>{ for changes.iter().map(|change| row(kit, draft, change)) }</tbody>
            </table></div>
            <p class="row"><button type="button" class="btn" data-edit="docx">{ words.adapt_difference_save() }</button>
                <button type="button" class="btn quiet" data-edit="html">{ words.adapt_difference_page() }</button></p></section>
    }
}

fn row(kit: &Kit, draft: &Draft, change: &Change) -> Html {
    let words = kit.words();
    let place = &change.place;
    let packs = [draft.view(), draft.original().view()];
    let name = say::place(kit.language, place, &packs);
    let label = |text: &str| fill(text, &[("name", &name)]);
    let attribution = draft.attribution(place);
    html! {
        <tr key={place.clone()}><th scope="row">{ name.clone() }</th>
            <td>{ say::place_value(kit.language, place, &change.old, &packs) }</td><td>{ say::place_value(kit.language, place, &change.new, &packs) }</td>
            <td>{ line(format!("why/{place}"), &change.why, label(words.adapt_why_of())) }</td>
            { match attribution {
                Some(attribution) => html! {
                    <>
                        <td>{ line(format!("cite/{place}"), draft.view().words(kit.language.tag()).source(&attribution.source), label(words.adapt_source_of())) }</td>
                        <td>{ list(&format!("status/{place}"), attribution.status.word(), &statuses(kit), label(words.adapt_status_of())) }</td>
                    </>
                },
                None => html! { <td colspan="2"></td> },
            } }</tr>
    }
}

fn statuses(kit: &Kit) -> Vec<(String, String)> {
    Status::ALL
        .iter()
        .map(|status| (status.word().to_owned(), say::status(kit.language, *status).to_owned()))
        .collect()
}

/// The worked cases of the pack that a change has broken; it can be used all the same.
pub fn broken_cases(kit: &Kit, pack: &Pack, cases: &Value) -> Html {
    let broken = worked::run(pack, &worked::cases_of(cases).unwrap_or_default());
    if broken.is_empty() {
        return Html::default();
    }
    html! {
        <section class="sheet stack-s verdict" aria-labelledby="cases"><h2 id="cases">{ kit.words().case_title() }</h2>
            <ul class="faults">{ for broken.iter().map(|broken| html! { <li>{ say::broken_case(kit.language, pack, broken) }</li> }) }</ul></section>
    }
}

/// What is left to mend.
pub fn faults(kit: &Kit, faults: &[Fault]) -> Html {
    if faults.is_empty() {
        return Html::default();
    }
    html! {
        <section class="sheet stack-s verdict bad" aria-labelledby="faults"><h2 id="faults" tabindex="-1">{ kit.words().adapt_faults_title() }</h2>
            <ul class="faults">{ for faults.iter().map(|fault| html! { <li>{ say::fault(kit.language, fault) }</li> }) }</ul></section>
    }
}
