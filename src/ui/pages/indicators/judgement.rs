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

fn tags(view: &View<'_>, reading: &IndicatorReading) -> Vec<(&'static str, String)> {
    let words = view.kit.words();
    let Some(statistics) = &reading.statistics else {
        return vec![("tag", words.grid_no_figure().to_owned())];
    };
    if reading.impossible {
        return vec![("tag w", words.grid_impossible().to_owned())];
    }
    if reading.direction.is_none() {
        return vec![("tag", words.grid_neutral().to_owned())];
    }
    let firm = statistics.trend.evidence == Evidence::Firm;
    let few = statistics.trend.few_years();
    let course = match statistics.trend.judgement {
        Judgement::Improving if firm => ("tag g", words.grid_improving()),
        Judgement::Improving if few => ("tag g", words.grid_improving_weak()),
        Judgement::Improving => ("tag g", words.grid_improving_unsteady()),
        Judgement::Worsening if firm => ("tag b", words.grid_worsening()),
        Judgement::Worsening if few => ("tag b", words.grid_worsening_weak()),
        Judgement::Worsening => ("tag b", words.grid_worsening_unsteady()),
        Judgement::Flat => ("tag", words.grid_flat()),
        Judgement::Mixed => ("tag w", words.grid_mixed()),
        Judgement::TooShort => ("tag", words.grid_too_short()),
    };
    let standing = statistics.comparison.as_ref().map(|comparison| {
        let (class, text) = match comparison.latest {
            Standing::Leads => ("tag g", words.grid_leads()),
            Standing::Level => ("tag", words.grid_level()),
            Standing::Behind => ("tag w", words.grid_behind()),
        };
        (class, say::standing_told(view.kit.language, reading, text))
    });
    let target = statistics.target.map(|level| {
        if level.met {
            ("tag g", words.grid_target_met())
        } else {
            ("tag w", words.grid_target_missed())
        }
    });
    let plain = |(class, text): (&'static str, &str)| (class, text.to_owned());
    std::iter::once(plain(course)).chain(standing).chain(target.map(plain)).collect()
}
