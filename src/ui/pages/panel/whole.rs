//! The panel as a whole: how far it agrees, who is harsh or lenient, and the total with its interval.

use super::View;
use crate::language::fill;
use crate::order;
use crate::panel::COVERAGE;
use crate::report::say;
use yew::prelude::*;

pub(super) fn whole(view: &View<'_>) -> Html {
    html! { <div class="two">{ agreement(view) }{ total(view) }</div> }
}

fn agreement(view: &View<'_>) -> Html {
    let (kit, words, reading) = (view.kit, view.kit.words(), view.reading);
    let alpha = reading.alpha.as_ref().map(|alpha| {
        let value = format!("{:.2}", alpha.value);
        fill(words.workshop_alpha(), &[("value", &value), ("meaning", say::agreement(kit.language, alpha))])
    });
    let correlation = reading.correlation.as_ref().map(|found| {
        let (single, average) = (format!("{:.2}", found.single), format!("{:.2}", found.average));
        fill(words.workshop_correlation(), &[("single", &single), ("average", &average)])
    });
    let meaning = reading
        .correlation
        .as_ref()
        .map(|found| fill(words.panel_correlation_meaning(), &[("items", &found.items.to_string())]));
    html! {
        <section class="sheet stack-s" aria-labelledby="whole"><h2 id="whole">{ words.workshop_whole() }</h2>
            <p data-testid="alpha">{ alpha.unwrap_or_else(|| words.workshop_alpha_none().to_owned()) }</p>
            <p>{ correlation.unwrap_or_else(|| words.workshop_correlation_none().to_owned()) }</p>
            { for reading.correlation_of_all.iter().map(|found| html! { <p>{ say::correlation_of_all(kit.language, found) }</p> }) }
            { for say::reconciled(kit.language, reading).map(|told| html! { <p class="small" data-testid="reconciled">{ told }</p> }) }
            { for extremes(view).into_iter().map(|told| html! { <p class="small">{ told }</p> }) }
            <details><summary>{ words.workshop_meaning() }</summary><div class="stack-xs small"><p>{ words.panel_alpha_meaning() }</p>{ for meaning.map(|meaning| html! { <p>{ meaning }</p> }) }if reading.correlation_of_all.is_some() { <p>{ words.panel_correlation_of_all_meaning() }</p> }</div></details>
        </section>
    }
}

/// Who is the most lenient and who the most harsh; all of them stand with the files.
fn extremes(view: &View<'_>) -> Vec<String> {
    let shifts = view.reading.assessors.iter().enumerate();
    let mut shifts: Vec<_> = shifts.filter_map(|(at, assessor)| Some((at, assessor.shift?))).collect();
    order::sort_by(&mut shifts, |(_, one), (_, other)| other.mean.total_cmp(&one.mean));
    let ends = [
        shifts.first().filter(|(_, shift)| shift.mean >= 0.05),
        shifts.last().filter(|(_, shift)| shift.mean <= -0.05),
    ];
    let said = ends
        .into_iter()
        .flatten()
        .map(|(at, shift)| say::shift(view.kit.language, &view.name(*at), shift));
    said.collect()
}

fn total(view: &View<'_>) -> Html {
    let (words, reading) = (view.kit.words(), view.reading);
    let coverage = format!("{:.0}", COVERAGE * 100.0);
    let interval = reading.interval.map(|(low, high)| {
        let (low, high) = (low.to_string(), high.to_string());
        fill(words.workshop_total_interval(), &[("low", &low), ("high", &high), ("coverage", &coverage)])
    });
    let now = [("points", reading.current.points.to_string()), ("max", reading.current.max.to_string())];
    let now = now.each_ref().map(|(key, value)| (*key, value.as_str()));
    let counts = [
        ("n", reading.agreed_items.to_string()),
        ("all", reading.items.len().to_string()),
        ("discuss", reading.to_discuss.to_string()),
    ];
    let start = say::start(view.kit.language, reading, view.kit.pack.structure().scoring.step);
    let counts = counts.each_ref().map(|(key, value)| (*key, value.as_str()));
    html! {
        <section class="sheet stack-s" aria-labelledby="consensus-total"><h2 id="consensus-total">{ words.workshop_total() }</h2>
            <p data-testid="consensus-total"><b>{ fill(words.workshop_total_now(), &now) }</b></p>
            <p data-testid="start">{ fill(words.workshop_total_start(), &[("points", &start)]) }{ " " }{ interval.unwrap_or_default() }</p>
            <p class="small">{ fill(words.workshop_agreed_count(), &counts) }{ " " }{ fill(words.workshop_tolerance_is(), &[("points", &view.panel.tolerance.to_string())]) }</p>
            { for view.own_total().map(|told| html! { <p class="small muted">{ told }</p> }) }
            <details><summary>{ words.workshop_meaning() }</summary><p class="small">{ fill(words.panel_interval_meaning(), &[("coverage", &coverage)]) }</p></details>
        </section>
    }
}
