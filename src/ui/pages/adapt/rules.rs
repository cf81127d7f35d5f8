//! Scoring rules, thresholds, conditions for applying, limits and the facts of the award.

use super::field::{day, number, tick};
use super::points::choice;
use crate::criteria::{Condition, Draft, NotApplicable, Rounding, Rule};
use crate::language::fill;
use crate::report::say;
use crate::ui::kit::Kit;
use yew::prelude::*;

pub fn scoring(kit: &Kit, draft: &Draft) -> Html {
    let words = kit.words();
    let structure = draft.structure();
    let rules = &structure.scoring;
    let own = draft.view().words(kit.language.tag());
    let steps: Vec<(String, String)> = [1, 2, 4, 5, 10, 20, 25, 50].iter().map(|step| (step.to_string(), step.to_string())).collect();
    let roundings: Vec<(String, String)> = Rounding::ALL
        .iter()
        .map(|rule| (rule.word().to_owned(), say::rounding(kit.language, *rule).to_owned()))
        .collect();
    let sharing: Vec<(String, String)> = NotApplicable::ALL
        .iter()
        .map(|rule| (rule.word().to_owned(), sharing_rule(kit, *rule).to_owned()))
        .collect();
    let bands = structure
        .maturity
        .iter()
        .skip(1)
        .map(|band| (format!("maturity/{}", band.id), own.maturity(&band.id), band.from.to_string()));
    let lines = rules
        .reference_lines
        .iter()
        .map(|line| (format!("reference/{}", line.id), own.reference(&line.id), line.points.to_string()));
    html! {
        <details class="sheet"><summary><h2>{ words.adapt_scoring() }</h2></summary><div class="stack-s">
            <div class="form">
                <div class="field"><label aria-hidden="true">{ words.adapt_total() }</label>{ number("total".into(), &rules.total.to_string(), words.adapt_total().into()) }</div>
                { choice(words.adapt_step(), "step", &rules.step.to_string(), &steps) }
                { choice(words.adapt_rounding(), "rounding", rules.rounding.word(), &roundings) }
                { choice(words.criteria_not_applicable(), "not_applicable", rules.not_applicable.word(), &sharing) }
            </div>
            { figures(words.adapt_maturity(), bands) }
            { figures(words.adapt_reference(), lines) }
        </div></details>
    }
}

/// What becomes of the points of items that do not apply, in a few words.
fn sharing_rule(kit: &Kit, rule: NotApplicable) -> &'static str {
    match rule {
        NotApplicable::Reduce => kit.words().criteria_not_applicable_reduce(),
        NotApplicable::RedistributeInCategory => kit.words().criteria_not_applicable_in_category(),
        NotApplicable::Redistribute => kit.words().criteria_not_applicable_all(),
    }
}

/// A list of figures with a number each: name of the edit, label, value.
fn figures<'a>(title: &'static str, rows: impl Iterator<Item = (String, &'a str, String)>) -> Html {
    html! {
        <div class="stack-xs"><h3>{ title }</h3><ul class="plain figures">{ for rows.map(|(name, label, value)| html! {
            <li key={name.clone()}><span>{ label.to_owned() }</span>{ number(name, &value, label.to_owned()) }</li>
        }) }</ul></div>
    }
}

pub fn rules(kit: &Kit, draft: &Draft) -> Html {
    let words = kit.words();
    let eligibility = &draft.structure().eligibility;
    let own = draft.view().words(kit.language.tag());
    let editions: Vec<(String, String)> = eligibility
        .editions
        .iter()
        .map(|edition| (edition.id.clone(), own.edition(&edition.id).to_owned()))
        .collect();
    let checks = eligibility.self_checks.iter().map(|check| {
        let years = check.look_back_years.map_or_else(String::new, |years| years.to_string());
        (format!("self_check/{}", check.id), own.self_check(&check.id), years)
    });
    html! {
        <details class="sheet"><summary><h2>{ words.adapt_rules() }</h2></summary><div class="stack-s">
            { choice(words.adapt_default_edition(), "default_edition", &eligibility.default, &editions) }
            <div class="scroll" tabindex="0" role="group" aria-label={words.adapt_rules()}><table class="edit">
                <thead><tr><th scope="col">{ words.adapt_condition() }</th><th scope="col">{ words.adapt_years() }</th>
                    { for editions.iter().map(|(_, name)| html! { <th scope="col">{ name.clone() }</th> }) }</tr></thead>
                <tbody>{ for eligibility.conditions.iter().map(|condition| condition_row(kit, draft, condition)) }
                    { for ["opens", "closes"].into_iter().map(|which| dates_row(kit, draft, which)) }</tbody>
            </table></div>
            { figures(words.adapt_self_checks(), checks) }
        </div></details>
    }
}

fn condition_row(kit: &Kit, draft: &Draft, condition: &Condition) -> Html {
    let words = kit.words();
    let own = draft.view().words(kit.language.tag());
    let name = own.condition(&condition.id);
    let years = match condition.rule {
        Rule::YearsSinceRegistration { years } | Rule::FreeOf { years } => number(
            format!("rule/{}", condition.id),
            &years.to_string(),
            fill(words.adapt_years_of(), &[("name", name)]),
        ),
        Rule::RegisteredIn { .. } | Rule::LegalPerson | Rule::Declared => Html::default(),
    };
    html! {
        <tr key={condition.id.clone()}><th scope="row">{ name.to_owned() }</th><td>{ years }</td>
            { for draft.structure().eligibility.editions.iter().map(|edition| {
                let label = fill(words.adapt_condition_in(), &[("edition", own.edition(&edition.id)), ("condition", name)]);
                html! { <td>{ tick(format!("edition/{}/{}", edition.id, condition.id), edition.conditions.contains(&condition.id), label) }</td> }
            }) }</tr>
    }
}

fn dates_row(kit: &Kit, draft: &Draft, which: &'static str) -> Html {
    let words = kit.words();
    let own = draft.view().words(kit.language.tag());
    let (title, label) = if which == "opens" {
        (words.adapt_opens(), words.adapt_opens_of())
    } else {
        (words.adapt_closes(), words.adapt_closes_of())
    };
    html! {
        <tr key={which}><th scope="row" colspan="2">{ title }</th>
            { for draft.structure().eligibility.editions.iter().map(|edition| {
                let value = if which == "opens" { edition.opens } else { edition.closes };
                let label = fill(label, &[("name", own.edition(&edition.id))]);
                html! { <td>{ day(format!("dates/{}/{which}", edition.id), value, label) }</td> }
            }) }</tr>
    }
}

pub fn facts(kit: &Kit, draft: &Draft) -> Html {
    let words = kit.words();
    let structure = draft.structure();
    let own = draft.view().words(kit.language.tag());
    let limits = structure
        .limits
        .iter()
        .map(|limit| (format!("limit/{}", limit.id), own.limit(&limit.id), limit.characters.to_string()));
    let facts = structure.facts.iter().map(|fact| {
        let value = fact.value.map_or_else(String::new, |value| value.to_string());
        (format!("fact/{}", fact.id), own.fact(&fact.id), value)
    });
    html! {
        <details class="sheet"><summary><h2>{ words.adapt_limits() }{ words.list_separator() }{ words.term_figure_fact() }</h2></summary><div class="stack-s">
            { figures(words.adapt_limits(), limits) }{ figures(words.adapt_facts(), facts) }</div></details>
    }
}
