//! The road in short: the day that comes next with the days left to it, whether one may apply, and the stages.

use super::View;
use crate::browser::clock;
use crate::eligibility::Verdict;
use crate::language::fill;
use crate::overview::{Ahead, Event, ahead};
use crate::report::say;
use crate::ui::route::Route;
use yew::prelude::*;

pub(super) fn road(view: &View<'_>) -> Html {
    let (kit, words) = (view.kit, view.kit.words());
    let days = ahead(&kit.pack, view.assessment, clock::today());
    let id = || view.id.to_owned();
    let eligibility = &view.known.eligibility;
    let class = match eligibility.verdict {
        Verdict::Eligible if eligibility.is_outside_window() => "tag w",
        Verdict::Eligible => "tag g",
        Verdict::NotEligible => "tag b",
        Verdict::Undecided => "tag",
    };
    let rules = kit.pack.edition_rules(eligibility.edition);
    let window = (rules.opens.is_some() || rules.closes.is_some()).then(|| say::window(kit.language, rules.opens, rules.closes));
    let stages = &kit.pack.structure().stages;
    html! {
        <section class="sheet stack-s" aria-labelledby="road">
            <h2 id="road">{ words.overview_road() }</h2>
            if let Some(first) = days.first() { <p class="days"><b>{ left(view, first) }</b>{ " " }<span class="small">{ say::date(kit.language, first.day) }</span></p> }
            else { <p><b>{ words.overview_no_day() }</b></p><p class="small">{ words.overview_no_day_note() }</p> }
            <p class="small"><a href={Route::Eligibility { id: id() }.href()}>{ words.eligibility_title() }</a>{ " " }<span {class}>{ say::verdict(kit.language, eligibility.verdict) }</span></p>
            { for say::verdict_notes(kit.language, eligibility).into_iter().chain(window).map(|told| html! { <p class="small">{ told }</p> }) }
            if !stages.is_empty() { <ol class="stages small">{ for stages.iter().enumerate().map(|(at, stage)| row(view, &days, at, stage)) }</ol> }
            <p class="small"><a href={Route::Road { id: id() }.href()}>{ words.road_title() }</a></p>
        </section>
    }
}

/// The days left to what comes next, in one sentence.
fn left(view: &View<'_>, ahead: &Ahead) -> String {
    let words = view.kit.words();
    let event = match ahead.event {
        Event::Application => words.overview_event_application(),
        Event::Closes => words.overview_event_closes(),
        Event::Stage(at) => view.kit.pack.structure().stages.get(at).map_or("", |stage| view.kit.pack_words().stage(stage)),
    };
    let text = match ahead.days {
        0 => words.overview_today(),
        1.. => words.overview_days(),
        _ => words.overview_over(),
    };
    fill(text, &[("event", event), ("n", &ahead.days.unsigned_abs().to_string())])
}

fn row(view: &View<'_>, days: &[Ahead], at: usize, stage: &str) -> Html {
    let (kit, words) = (view.kit, view.kit.words());
    let Some(record) = view.assessment.road.stages.get(at) else {
        return Html::default();
    };
    let ahead = days.iter().find(|ahead| ahead.event == Event::Stage(at));
    let left = ahead.map(|ahead| {
        let text = match ahead.days {
            0 => words.overview_left_today(),
            1.. => words.overview_left(),
            _ => words.overview_left_over(),
        };
        fill(text, &[("n", &ahead.days.unsigned_abs().to_string())])
    });
    html! {
        <li key={stage.to_owned()}>{ kit.pack_words().stage(stage).to_owned() }{ " " }
            if record.done { <span class="tag g">{ words.road_done() }</span> } else if view.assessment.road.next() == Some(at) { <span class="tag o">{ words.road_next() }</span> }
            { for record.day.map(|day| html! { <>{ " " }<span class="muted">{ say::date(kit.language, day) }</span></> }) }
            { for left.map(|left| html! { <>{ " " }<b>{ left }</b></> }) }</li>
    }
}
