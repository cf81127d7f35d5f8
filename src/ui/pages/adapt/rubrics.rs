//! The bands of the rubrics and how far single factors hold the suggestion down.

use super::field::list;
use super::rules::figures;
use crate::criteria::{Draft, Factor, Rubric, RubricLimit};
use crate::language::fill;
use crate::report::say;
use crate::ui::kit::Kit;
use yew::prelude::*;

pub fn rubrics(kit: &Kit, draft: &Draft) -> Html {
    draft.structure().rubrics.iter().map(|rubric| one(kit, draft, rubric)).collect()
}

fn one(kit: &Kit, draft: &Draft, rubric: &Rubric) -> Html {
    let words = kit.words();
    let own = draft.view().words(kit.language.tag());
    let name = own.rubric(&rubric.id);
    let bands = rubric.bands.iter().skip(1).map(|band| {
        let label = say::place(kit.language, &["rubric/", &rubric.id, "/", &band.id].concat(), &draft.sides());
        (format!("rubric/{}/{}", rubric.id, band.id), label, band.from.to_string())
    });
    let bands: Vec<(String, String, String)> = bands.collect();
    let fields = bands.iter().map(|(edit, label, value)| (edit.clone(), label.as_str(), value.clone()));
    html! {
        <div class="stack-xs" key={rubric.id.clone()}><h3>{ name.to_owned() }</h3>
            { figures(words.adapt_bands(), fields) }
            <h4>{ words.adapt_rubric_limits() }</h4>
            <ul class="plain figures">{ for rubric.factors.iter().map(|factor| {
                let name = own.factor(&rubric.id, &factor.id);
                let label = fill(words.adapt_limit_of(), &[("name", name)]);
                html! { <li key={factor.id.clone()}><span>{ name.to_owned() }</span>{ list(&format!("rubric_limit/{}/{}", rubric.id, factor.id), &now(rubric, factor), &choices(kit, draft, rubric, factor), label) }</li> }
            }) }</ul></div>
    }
}

/// The limit a factor has, as changes tell it; empty where it has none.
fn now(rubric: &Rubric, factor: &Factor) -> String {
    match rubric.limits.iter().find(|limit| limit.factor() == factor.id) {
        None => String::new(),
        Some(RubricLimit::OwnBand { factor }) => ["own_band ", factor].concat(),
        Some(RubricLimit::Ceiling { factor, below, band }) => ["ceiling", factor, below, band].join(" "),
    }
}

/// What a factor can hold the suggestion down to.
fn choices(kit: &Kit, draft: &Draft, rubric: &Rubric, factor: &Factor) -> Vec<(String, String)> {
    let place = ["rubric_limit/", &rubric.id, "/", &factor.id].concat();
    let mut all = vec![["own_band ", &factor.id].concat()];
    all.extend(rubric.bands.iter().map(|band| ["ceiling", &factor.id, &band.id, &band.id].join(" ")));
    let now = now(rubric, factor);
    if !now.is_empty() && !all.contains(&now) {
        all.push(now);
    }
    let none = [(String::new(), kit.words().adapt_no_limit().to_owned())];
    let said = all.into_iter().map(|value| {
        let text = say::place_value(kit.language, &place, &value, &draft.sides());
        (value, text)
    });
    none.into_iter().chain(said).collect()
}
