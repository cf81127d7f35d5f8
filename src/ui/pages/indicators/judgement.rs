//! What is judged of an indicator, in a few words, and what does not fit.

use super::View;
use crate::assessment::FigureSlot;
use crate::indicators::{Evidence, FigureFinding, IndicatorReading, Judgement, Standing, Subject};
use crate::report::say;
use yew::prelude::*;

/// What does not fit in the figures of an indicator.
pub fn of_indicator<'a>(view: &'a View<'_>, slot: FigureSlot) -> Vec<&'a FigureFinding> {
    let all = view.results.findings.iter();
    all.filter(|finding| finding.subject == Subject::Indicator(slot)).collect()
}

/// Findings, each in its sentence.
pub fn sentences<'a>(view: &View<'_>, findings: impl Iterator<Item = &'a FigureFinding>) -> Html {
    let say = |finding| say::figure_finding(&view.kit.pack, view.assessment, view.kit.language, finding);
    findings.map(|finding| html! { <div class="small problem">{ say(finding) }</div> }).collect()
}

/// Where it goes, how it stands, and what does not fit.
pub fn judgement(view: &View<'_>, reading: &IndicatorReading, findings: &[&FigureFinding]) -> Html {
    html! {
        <><div class="tags">{ for tags(view, reading).into_iter().map(|(class, text)| html! { <span {class}>{ text }</span> }) }</div>
            { sentences(view, findings.iter().copied()) }</>
    }
}

fn tags(view: &View<'_>, reading: &IndicatorReading) -> Vec<(&'static str, &'static str)> {
    let words = view.kit.words();
    let Some(statistics) = &reading.statistics else {
        return vec![("tag", words.grid_no_figure())];
    };
    if reading.direction.is_none() {
        return vec![("tag", words.grid_neutral())];
    }
    let firm = statistics.trend.evidence == Evidence::Firm;
    let course = match statistics.trend.judgement {
        Judgement::Improving if firm => ("tag g", words.grid_improving()),
        Judgement::Improving => ("tag g", words.grid_improving_weak()),
        Judgement::Worsening if firm => ("tag b", words.grid_worsening()),
        Judgement::Worsening => ("tag b", words.grid_worsening_weak()),
        Judgement::Flat => ("tag", words.grid_flat()),
        Judgement::Mixed => ("tag w", words.grid_mixed()),
        Judgement::TooShort => ("tag", words.grid_too_short()),
    };
    let standing = statistics.comparison.as_ref().map(|comparison| match comparison.latest {
        Standing::Leads => ("tag g", words.grid_leads()),
        Standing::Level => ("tag", words.grid_level()),
        Standing::Behind => ("tag w", words.grid_behind()),
    });
    let target = statistics.target.map(|level| {
        if level.met {
            ("tag g", words.grid_target_met())
        } else {
            ("tag w", words.grid_target_missed())
        }
    });
    std::iter::once(course).chain(standing).chain(target).collect()
}
