//! Scoring rules, conditions for applying and their editions, self-checks, stages, the facts of the award and lengths.

use super::field::{day, line, list, number, tick};
use super::forms::{form, kinds_of_rules};
use super::lists::{Line, buttons, gone, listed, named};
use super::points::choice;
use super::rubrics;
use crate::criteria::{Condition, Draft, Listed, NotApplicable, Rounding, Rule};
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
    let lines = rules.reference_lines.iter().map(|line| Line {
        id: line.id.clone(),
        name: own.reference(&line.id).to_owned(),
        figure: Some((format!("reference/{}", line.id), line.points.to_string())),
    });
    html! {
        <details class="sheet" id="step-scoring"><summary><h2>{ words.adapt_scoring() }</h2></summary><div class="stack-s">
            <div class="form">
                <div class="field"><label aria-hidden="true">{ words.adapt_total() }</label>{ number("total".into(), &rules.total.to_string(), words.adapt_total().into()) }</div>
                { choice(words.adapt_step(), "step", &rules.step.to_string(), &steps) }
                { choice(words.adapt_rounding(), "rounding", rules.rounding.word(), &roundings) }
                { choice(words.criteria_not_applicable(), "not_applicable", rules.not_applicable.word(), &sharing) }
            </div>
            { figures(words.adapt_maturity(), bands) }
            { listed(kit, draft, &Listed::References, words.adapt_reference(), lines.collect()) }
            { rubrics::rubrics(kit, draft) }
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
pub(super) fn figures<'a>(title: &'static str, rows: impl Iterator<Item = (String, &'a str, String)>) -> Html {
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
    let last = eligibility.conditions.len().saturating_sub(1);
    let heads = [words.adapt_condition(), words.adapt_rule(), words.adapt_rule_value()];
    html! {
        <details class="sheet" id="step-rules"><summary><h2>{ words.adapt_rules() }</h2></summary><div class="stack-s">
            { choice(words.adapt_default_edition(), "default_edition", &eligibility.default, &editions) }
            { listed(kit, draft, &Listed::Editions, words.adapt_editions(), named(kit, draft, &Listed::Editions, eligibility.editions.iter().map(|edition| &edition.id))) }
            <div class="scroll" tabindex="0" role="group" aria-label={words.adapt_rules()}><table class="edit">
                <thead><tr>{ for heads.iter().map(|head| html! { <th scope="col">{ *head }</th> }) }
                    { for editions.iter().map(|(_, name)| html! { <th scope="col">{ name.clone() }</th> }) }<th scope="col"><span class="hidden">{ words.column_actions() }</span></th></tr></thead>
                <tbody>{ for eligibility.conditions.iter().enumerate().map(|(at, condition)| condition_row(kit, draft, condition, (at == 0, at == last))) }
                    { for ["opens", "closes"].into_iter().map(|which| dates_row(kit, draft, which)) }</tbody>
            </table></div>
            { gone(kit, draft, &Listed::Conditions) }
            { form(kit, draft, &Listed::Conditions) }
        </div></details>
    }
}

pub fn self_checks(kit: &Kit, draft: &Draft) -> Html {
    let words = kit.words();
    let own = draft.view().words(kit.language.tag());
    let lines = draft.structure().eligibility.self_checks.iter().map(|check| Line {
        id: check.id.clone(),
        name: own.self_check(&check.id).to_owned(),
        figure: Some((
            format!("self_check/{}", check.id),
            check.look_back_years.map_or_else(String::new, |years| years.to_string()),
        )),
    });
    html! {
        <details class="sheet" id="step-checks"><summary><h2>{ words.adapt_self_checks_title() }</h2></summary><div class="stack-s">
            { listed(kit, draft, &Listed::SelfChecks, words.adapt_self_checks(), lines.collect()) }</div></details>
    }
}

fn condition_row(kit: &Kit, draft: &Draft, condition: &Condition, ends: (bool, bool)) -> Html {
    let words = kit.words();
    let own = draft.view().words(kit.language.tag());
    let id = &condition.id;
    let name = own.condition(id);
    let label = |text: &str| fill(text, &[("name", name)]);
    let (kind, value) = match &condition.rule {
        Rule::Declared => ("declared", Html::default()),
        Rule::LegalPerson => ("legal_person", Html::default()),
        Rule::RegisteredIn { division } => ("registered_in", line(format!("division/{id}"), division, label(words.adapt_division_of()))),
        Rule::YearsSinceRegistration { years } => ("years_since_registration", years_field(id, *years, label(words.adapt_years_of()))),
        Rule::FreeOf { years } => ("free_of", years_field(id, *years, label(words.adapt_years_of()))),
    };
    html! {
        <tr key={id.clone()}><th scope="row">{ name.to_owned() }</th>
            <td>{ list(&format!("kind/{id}"), kind, &kinds_of_rules(kit), label(words.adapt_rule_of())) }</td><td>{ value }</td>
            { for draft.structure().eligibility.editions.iter().map(|edition| {
                let label = fill(words.adapt_condition_in(), &[("edition", own.edition(&edition.id)), ("condition", name)]);
                html! { <td>{ tick(format!("edition/{}/{id}", edition.id), edition.conditions.contains(id), label) }</td> }
            }) }<td>{ buttons(kit, &Listed::Conditions, id, name, ends) }</td></tr>
    }
}

fn years_field(condition: &str, years: u32, label: String) -> Html {
    number(["rule/", condition].concat(), &years.to_string(), label)
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
        <tr key={which}><th scope="row" colspan="3">{ title }</th>
            { for draft.structure().eligibility.editions.iter().map(|edition| {
                let value = if which == "opens" { edition.opens } else { edition.closes };
                let label = fill(label, &[("name", own.edition(&edition.id))]);
                html! { <td>{ day(format!("dates/{}/{which}", edition.id), value, label) }</td> }
            }) }<td></td></tr>
    }
}

pub fn facts(kit: &Kit, draft: &Draft) -> Html {
    let words = kit.words();
    let structure = draft.structure();
    let own = draft.view().words(kit.language.tag());
    let limits = structure.limits.iter().map(|limit| Line {
        id: limit.id.clone(),
        name: own.limit(&limit.id).to_owned(),
        figure: Some((format!("limit/{}", limit.id), limit.characters.to_string())),
    });
    let facts = structure.facts.iter().map(|fact| Line {
        id: fact.id.clone(),
        name: own.fact(&fact.id).to_owned(),
        figure: Some((format!("fact/{}", fact.id), fact.value.map_or_else(String::new, |value| value.to_string()))),
    });
    let plain = |list: Listed, title: &'static str, ids: &[String]| listed(kit, draft, &list, title, named(kit, draft, &list, ids.iter()));
    html! {
        <details class="sheet" id="step-facts"><summary><h2>{ words.adapt_award() }</h2></summary><div class="stack-s">
            { listed(kit, draft, &Listed::Facts, words.adapt_facts(), facts.collect()) }
            { plain(Listed::Stages, words.adapt_stages(), &structure.stages) }
            { listed(kit, draft, &Listed::Limits, words.adapt_limits(), limits.collect()) }
            { sizes(kit, draft) }
            { plain(Listed::Orientations, words.adapt_orientations(), &structure.orientations) }
            { plain(Listed::Ideas, words.adapt_ideas(), &structure.ideas) }
            { plain(Listed::Missing, words.adapt_questions(), &structure.missing) }</div></details>
    }
}

/// Lower bounds of the size classes, a line for each measure of a sector.
fn sizes(kit: &Kit, draft: &Draft) -> Html {
    let words = kit.words();
    let own = draft.view().words(kit.language.tag());
    let heads = [
        words.adapt_sector(),
        words.adapt_measure(),
        words.adapt_size_large(),
        words.adapt_size_medium(),
        words.adapt_size_small(),
    ];
    let sectors = &draft.structure().size;
    let last = sectors.len().saturating_sub(1);
    let rows = sectors.iter().enumerate().flat_map(|(at, sector)| {
        let name = own.sector(&sector.id);
        sector.bounds.iter().enumerate().map(move |(row, bounds)| {
            let measure = say::measure(kit.language, bounds.measure);
            let field = |class: &str, head: &str, value: u64| {
                let label = [name, measure, head].join(" ");
                html! { <td>{ number(format!("bounds/{}/{row}/{class}", sector.id), &value.to_string(), label) }</td> }
            };
            html! {
                <tr key={format!("{}-{row}", sector.id)}><th scope="row">{ name.to_owned() }</th><td>{ measure }</td>
                    { field("large", heads[2], bounds.large) }{ field("medium", heads[3], bounds.medium) }{ field("small", heads[4], bounds.small) }
                    <td>{ if row == 0 { buttons(kit, &Listed::Sectors, &sector.id, name, (at == 0, at == last)) } else { Html::default() } }</td></tr>
            }
        })
    });
    html! {
        <div class="stack-xs"><h3>{ words.adapt_sizes() }</h3>
            <div class="scroll" tabindex="0" role="group" aria-label={words.adapt_sizes()}><table class="edit">
                <thead><tr>{ for heads.iter().map(|head| html! { <th scope="col">{ *head }</th> }) }<th scope="col"><span class="hidden">{ words.column_actions() }</span></th></tr></thead>
                <tbody>{ for rows }</tbody></table></div>
            { gone(kit, draft, &Listed::Sectors) }{ form(kit, draft, &Listed::Sectors) }</div>
    }
}
