//! The table of entries, and what is to be checked.

use super::View;
use crate::findings::{Finding, claims};
use crate::report::say;
use crate::ui::parts::place_route;
use crate::ui::route::Route;
use yew::prelude::*;

pub(super) fn list(view: &View<'_>) -> Html {
    let (kit, words) = (view.kit, view.kit.words());
    let entries = &view.assessment.evidence.entries;
    if entries.is_empty() {
        return html! { <section class="sheet stack-s"><h2>{ words.register_empty_title() }</h2><p>{ words.register_empty() }</p></section> };
    }
    let rows = entries.iter().enumerate().map(|(at, entry)| {
        let here = view.chosen == Some(at);
        let title = if entry.title.trim().is_empty() { words.register_untitled() } else { &entry.title };
        let uses = view.links.of_entry.get(at).map_or(0, Vec::len);
        let checked = view.findings_of(at).next().is_none() && view.is_here(entry);
        html! {
            <tr key={entry.key.to_string()} class={here.then_some("group")}>
                <th scope="row"><a href={Route::evidence(view.id, &entry.number).href()} aria-current={here.then_some("true")}>{ entry.number.to_string() }</a></th>
                <td>{ title.to_owned() }{ " " }if !checked { <span class="tag w">{ words.register_check() }</span> }</td>
                <td>{ say::evidence_kind(kit.language, entry.kind) }</td>
                <td>{ entry.date.map_or_else(String::new, |date| date.to_string()) }</td>
                <td class="r">{ uses.to_string() }</td>
            </tr>
        }
    });
    html! {
        <section class="sheet"><div class="scroll" tabindex="0" role="group" aria-label={words.register_title()}><table class="register">
            <thead><tr><th scope="col">{ words.register_number() }</th><th scope="col">{ words.register_name() }</th><th scope="col">{ words.register_kind() }</th>
                <th scope="col">{ words.register_date() }</th><th scope="col" class="r">{ words.register_uses() }</th></tr></thead>
            <tbody>{ for rows }</tbody>
        </table></div></section>
    }
}

/// What the answers claim without evidence, item by item, each a link to where it can be pinned.
pub(super) fn unpinned(view: &View<'_>) -> Html {
    let (kit, words) = (view.kit, view.kit.words());
    let found = claims(&kit.pack, view.assessment);
    if found.is_empty() {
        return Html::default();
    }
    let items = found.iter().map(|claims| {
        let address = Route::item(view.id, &kit.pack, claims.item).href();
        let count = claims.sentences.len().to_string();
        let name = say::item_name(&kit.pack, kit.language, claims.item);
        html! { <li><a href={address}>{ name }</a>{ " " }<span class="tag">{ count }</span><br /><small>{ say::claims(kit.language, claims) }</small></li> }
    });
    html! {
        <section class="sheet stack-s" aria-labelledby="unpinned"><h2 id="unpinned">{ words.report_evidence_claims() }</h2>
            <p class="small">{ words.report_evidence_claims_note() }</p><ul class="jumps">{ for items }</ul></section>
    }
}

/// Everything that does not fit, each a link to where it can be mended.
pub(super) fn findings(view: &View<'_>) -> Html {
    let kit = view.kit;
    let found = view.findings.iter().map(|found| {
        let address = place_route(kit, view.assessment, view.id, found.place()).href();
        (address, say::finding(&kit.pack, kit.language, &Finding::Evidence(found.clone())))
    });
    let away = view.assessment.evidence.entries.iter().filter(|entry| !view.is_here(entry)).map(|entry| {
        let name = entry.file.as_ref().map_or("", |file| &*file.name);
        let name = say::on_one_line(kit.language, name);
        let told = crate::language::fill(kit.words().register_not_here_note(), &[("number", &entry.number), ("name", &name)]);
        (Route::evidence(view.id, &entry.number).href(), told)
    });
    let all: Vec<(String, String)> = found.chain(away).collect();
    if all.is_empty() {
        return Html::default();
    }
    html! {
        <section class="sheet stack-s" aria-labelledby="to-check"><h2 id="to-check">{ kit.words().register_findings() }</h2>
            <ul class="jumps">{ for all.into_iter().map(|(address, told)| html! { <li><a href={address}>{ told }</a></li> }) }</ul></section>
    }
}
