//! Verdicts and totals under several packs, side by side.

use super::Row;
use crate::comparison::Standing;
use crate::eligibility::Verdict;
use crate::language::fill;
use crate::report::say;
use crate::ui::kit::Kit;
use yew::prelude::*;

pub fn table(kit: &Kit, rows: &[Row<'_>]) -> Html {
    let words = kit.words();
    let heads = [
        words.under_pack(),
        words.under_verdict(),
        words.under_total(),
        words.under_unrated(),
        words.under_difference(),
    ];
    html! {
        <section class="sheet"><div class="scroll" tabindex="0" role="group" aria-label={words.under_title()}><table class="facts">
            <thead><tr>{ for heads.iter().map(|head| html! { <th scope="col">{ *head }</th> }) }<th scope="col"><span class="hidden">{ words.column_actions() }</span></th></tr></thead>
            <tbody>{ for rows.iter().enumerate().map(|(at, found)| row(kit, found, at == 0)) }</tbody>
        </table></div></section>
    }
}

fn row(kit: &Kit, Row { pack, standing }: &Row<'_>, own: bool) -> Html {
    let words = kit.words();
    let name = pack.words(kit.language.tag()).short();
    let head = html! { <th scope="row">{ name.to_owned() }if own { { " " }<span class="tag o">{ words.under_own() }</span> }</th> };
    let Some(standing) = standing else {
        return html! { <tr key={pack.key()} aria-busy="true">{ head }<td colspan="5" class="muted">{ words.open_reading() }</td></tr> };
    };
    let eligibility = &standing.eligibility;
    let class = match eligibility.verdict {
        Verdict::Eligible if eligibility.is_outside_window() => "tag w",
        Verdict::Eligible => "tag g",
        Verdict::NotEligible => "tag b",
        Verdict::Undecided => "tag",
    };
    let first = eligibility
        .first_eligible_on
        .map(|day| fill(words.under_first(), &[("date", &say::date(kit.language, day))]));
    let outside = eligibility.is_outside_window().then(|| words.report_eligibility_outside_window().to_owned());
    let total = &standing.score.total;
    let look = fill(words.under_look_at(), &[("name", name)]);
    html! {
        <tr key={pack.key()}>
            { head }
            <td><span {class}>{ say::verdict(kit.language, eligibility.verdict) }</span>{ for first.into_iter().chain(outside).map(|first| html! { <div class="small">{ first }</div> }) }</td>
            <td data-testid={format!("total-{}", pack.id())}>{ format!("{} / {}", total.points, total.max) }</td>
            <td>{ standing.score.unrated.to_string() }</td>
            <td class="small">{ for differences(kit, standing, own).into_iter().map(|told| html! { <div>{ told }</div> }) }</td>
            <td>if !own { <button type="button" class="btn" data-act={format!("look {}", pack.key())} aria-label={look}>{ words.under_look() }</button> }</td>
        </tr>
    }
}

/// What is the same, moved, new and gone, as far as there is any.
fn differences(kit: &Kit, standing: &Standing, own: bool) -> Vec<String> {
    let words = kit.words();
    if own {
        return Vec::new();
    }
    let counts = [
        (words.under_same(), standing.same),
        (words.under_moved(), standing.moved),
        (words.under_new(), standing.new.len()),
        (words.under_gone(), standing.gone.len()),
    ];
    let mut told: Vec<String> = counts
        .iter()
        .filter(|(_, n)| *n > 0)
        .map(|(text, n)| fill(text, &[("n", &n.to_string())]))
        .collect();
    let (new, gone) = (standing.new_conditions.len(), standing.gone_conditions.len());
    if new + gone > 0 {
        told.push(fill(words.under_conditions(), &[("new", &new.to_string()), ("gone", &gone.to_string())]));
    }
    told
}

/// Points of every category under every pack; categories by id, in the order of the packs.
pub fn categories(kit: &Kit, rows: &[Row<'_>]) -> Html {
    let words = kit.words();
    let tag = kit.language.tag();
    let mut ids: Vec<(&str, String)> = Vec::new();
    for Row { pack, .. } in rows {
        for (_, category) in pack.categories() {
            if !ids.iter().any(|(id, _)| *id == category.id) {
                ids.push((&category.id, format!("{} {}", category.number, pack.words(tag).category(&category.id))));
            }
        }
    }
    let cell = |Row { pack, standing }: &Row<'_>, id: &str| {
        let found = pack.categories().find(|(_, category)| category.id == id);
        match (found, standing) {
            (Some((slot, _)), Some(standing)) => {
                let tally = &standing.score.categories[slot.0].tally;
                format!("{} / {}", tally.points, tally.max)
            }
            (Some(_), None) => "…".to_owned(),
            (None, _) => "—".to_owned(),
        }
    };
    html! {
        <details class="sheet"><summary><h2>{ words.under_categories() }</h2></summary>
            <div class="scroll" tabindex="0" role="group" aria-label={words.under_categories()}><table>
                <thead><tr><th scope="col">{ words.under_category() }</th>{ for rows.iter().map(|Row { pack, .. }| html! { <th scope="col" class="r">{ pack.words(tag).short().to_owned() }</th> }) }</tr></thead>
                <tbody>{ for ids.iter().map(|(id, name)| html! {
                    <tr key={*id}><th scope="row">{ name.clone() }</th>{ for rows.iter().map(|row| html! { <td class="r">{ cell(row, id) }</td> }) }</tr>
                }) }</tbody>
            </table></div></details>
    }
}
