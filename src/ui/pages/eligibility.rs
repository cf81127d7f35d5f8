//! May we apply: one edition's conditions with their answers, reasons and sources, and the verdict beside them.

use super::organisation::{legal_status_choice, place_field};
use crate::assessment::{Action, Answer, Assessment, Field, Referrer, SelfCheckAnswer, reference};
use crate::browser::{clock, page};
use crate::criteria::{EditionSlot, Rule, SelfCheckSlot};
use crate::eligibility::{ConditionResult, Eligibility, Outcome, Verdict, judge};
use crate::language::fill;
use crate::report::say;
use crate::ui::fields::{Choose, DateSlot, Entry, TextField, choice, date_field, options, select};
use crate::ui::kit::Kit;
use crate::ui::parts::{cite, cited, source_note};
use yew::prelude::*;

pub fn eligibility_page(kit: &Kit, assessment: &Assessment, id: &str) -> Html {
    let words = kit.words();
    let record = &assessment.eligibility;
    let eligibility = judge(&kit.pack, assessment, record.edition, record.application_date, clock::today());
    html! {
        <main class="page" key="eligibility">
            <div class="stack-s lead">
                <h1>{ words.eligibility_title() }</h1>
                <div class="row">
                    <label for="edition">{ words.eligibility_edition() }</label>{ edition_field(kit, record.edition) }
                    <label for="application-date">{ words.eligibility_date() }</label>
                    { date_field(kit, "application-date".to_owned(), record.application_date, DateSlot::Application, None) }
                    if record.application_date.is_none() { { proposal(kit, record.edition) } }
                </div>
                { window(kit, record.edition) }
            </div>
            <div class="stack">
                <section class="sheet" aria-labelledby="conditions">
                    <h2 id="conditions" class="hidden">{ words.eligibility_conditions() }</h2>
                    if eligibility.conditions.is_empty() { <p>{ words.eligibility_none() }</p> }
                    { for eligibility.conditions.iter().map(|condition| condition_row(kit, assessment, id, condition)) }
                </section>
                if !record.self_checks.is_empty() { <section class="sheet stack-s" aria-labelledby="self-checks">
                    <h2 id="self-checks">{ words.self_check_title() }</h2>
                    <p class="small">{ words.self_check_intro() }</p>
                    { source_note(kit, "self_check") }
                    { for (0..record.self_checks.len()).map(|at| self_check_row(kit, assessment, SelfCheckSlot(at))) }
                </section> }
            </div>
            <aside class="aside first">
                { judgement(kit, &eligibility) }
                { facts(kit) }
            </aside>
        </main>
    }
}

fn edition_field(kit: &Kit, edition: EditionSlot) -> Html {
    let editions = kit.pack.structure().eligibility.editions.iter().enumerate().map(|(at, content)| Entry {
        value: at.to_string(),
        label: kit.pack_words().edition(&content.id).to_owned(),
        chosen: edition == EditionSlot(at),
    });
    let store = kit.store.clone();
    select("edition".to_owned(), "short", None, options(editions), move |at| {
        if let Ok(at) = at.parse() {
            store.dispatch(Action::Edition(EditionSlot(at)));
        }
    })
}

/// When applications are taken under the edition, where that is known.
fn window(kit: &Kit, edition: EditionSlot) -> Html {
    let edition = kit.pack.edition_rules(edition);
    if edition.opens.is_none() && edition.closes.is_none() {
        return Html::default();
    }
    html! { <p class="small">{ say::window(kit.language, edition.opens, edition.closes) }{ " " }{ source_note(kit, &format!("edition_dates/{}", edition.id)) }</p> }
}

/// A day that is proposed as the application date where there is none: today, or the closing day of applications that are over by then.
fn proposal(kit: &Kit, edition: EditionSlot) -> Html {
    let (words, today) = (kit.words(), clock::today());
    let over = kit.pack.edition_rules(edition).closes.filter(|closes| *closes < today);
    let text = if over.is_some() {
        words.eligibility_propose_closing()
    } else {
        words.eligibility_propose_today()
    };
    let day = over.unwrap_or(today);
    let store = kit.store.clone();
    let onclick = Callback::from(move |_: MouseEvent| {
        store.dispatch(Action::ApplicationDate(Some(day)));
        page::focus("application-date");
    });
    html! { <button type="button" class="btn" {onclick}>{ fill(text, &[("date", &say::date(kit.language, day))]) }</button> }
}

fn condition_row(kit: &Kit, assessment: &Assessment, assessment_id: &str, result: &ConditionResult) -> Html {
    let words = kit.words();
    let slot = result.condition;
    let condition = kit.pack.condition(slot);
    let text = kit.pack_words();
    let organisation = &assessment.organisation;
    let record = &assessment.eligibility.conditions[slot.0];
    let name = text.condition(&condition.id).to_owned();
    let id = format!("condition-{}", condition.id);
    let label = |key| Some(say::profile_label(kit.language, key).to_owned());
    let answer = match &condition.rule {
        Rule::Declared | Rule::FreeOf { .. } => {
            let answers = [Answer::Met, Answer::NotMet, Answer::Undecided];
            let actions = answers.map(|answer| Action::Condition(slot, answer));
            yes_no(kit, &id, &name, actions, answers.iter().position(|answer| *answer == record.answer))
        }
        Rule::RegisteredIn { .. } => place_field(kit, &id, organisation.registration_place, label("registration_place")),
        Rule::LegalPerson => legal_status_choice(kit, &id, organisation.legal_status),
        Rule::YearsSinceRegistration { .. } => date_field(kit, id, organisation.registration_date, DateSlot::Registration, label("registration_date")),
    };
    let class = match result.outcome {
        Outcome::Met => "tag g",
        Outcome::NotMet => "tag b",
        Outcome::Undecided => "tag",
    };
    let edition = kit.pack.edition_rules(assessment.eligibility.edition);
    let judged = !matches!(condition.rule, Rule::Declared | Rule::FreeOf { .. });
    let reason = match condition.rule {
        Rule::FreeOf { years } => Some(say::look_back(kit.language, assessment.eligibility.application_date, years)),
        _ => judged.then(|| say::reason(kit.language, result.reason)),
    };
    let broad = judged;
    html! {
        <div class={classes!("cond", broad.then_some("broad"))} key={condition.id.clone()}>
            <div class="stack-xs">
                <h3><span {class} data-testid={format!("outcome-{}", condition.id)}>{ say::outcome(kit.language, result.outcome) }</span> { name.clone() }</h3>
                <p class="small">{ text.condition_hint(&condition.id).to_owned() }</p>
                { for reason.map(|reason| html! { <p class="reason">{ reason }</p> }) }
                { source_note(kit, &format!("edition/{}/{}", edition.id, condition.id)) }
            </div>
            <div class="answer">{ answer }</div>
            <div class="evidence">
                <TextField key={condition.id.clone()} id={format!("evidence-{}", condition.id)} slot={Field::ConditionEvidence(slot)} value={record.evidence.clone()} lines={2}
                    hint={words.eligibility_evidence()} label={fill(words.eligibility_evidence_of(), &[("condition", &name)])} />
                <div class="row">{ cite(kit, assessment, format!("cite-{}", condition.id), fill(words.register_cite_of(), &[("condition", &name)]), Field::ConditionEvidence(slot), &record.evidence) }
                    { cited(kit, &assessment.evidence, assessment_id, reference(&assessment.evidence, Referrer::Condition(slot), &record.evidence).as_ref()) }</div>
            </div>
        </div>
    }
}

fn self_check_row(kit: &Kit, assessment: &Assessment, slot: SelfCheckSlot) -> Html {
    let words = kit.words();
    let check = kit.pack.self_check(slot);
    let record = &assessment.eligibility.self_checks[slot.0];
    let name = kit.pack_words().self_check(&check.id).to_owned();
    // The group's source stands once above the list.
    let own_source = kit.pack.attribution(&format!("self_check/{}", check.id)) != kit.pack.attribution("self_check");
    let answers = [SelfCheckAnswer::Clear, SelfCheckAnswer::Applies, SelfCheckAnswer::Unanswered];
    let actions = answers.map(|answer| Action::SelfCheck(slot, answer));
    let chosen = answers.iter().position(|answer| *answer == record.answer);
    let answer = yes_no(kit, &format!("self-check-{}", check.id), &name, actions, chosen);
    html! {
        <div class="cond slim" key={check.id.clone()}>
            <div class="stack-xs">
                <p>{ name.clone() }</p>
                if own_source { { source_note(kit, &format!("self_check/{}", check.id)) } }
            </div>
            <div class="answer">{ answer }</div>
            if record.answer == SelfCheckAnswer::Applies || !record.note.is_empty() {
                <div class="evidence">
                    <TextField key={check.id.clone()} id={format!("note-{}", check.id)} slot={Field::SelfCheckNote(slot)} value={record.note.clone()} lines={2}
                        hint={words.self_check_note()} label={fill(words.self_check_note_of(), &[("check", &name)])} />
                </div>
            }
        </div>
    }
}

/// Yes, no or open, each with its action.
fn yes_no(kit: &Kit, id: &str, label: &str, actions: [Action; 3], chosen: Option<usize>) -> Html {
    let words = kit.words();
    let looks = [(words.answer_yes(), "good"), (words.answer_no(), "bad"), (words.answer_open(), "")];
    let options = looks.into_iter().zip(actions).map(|((label, tone), action)| Choose { label, action, tone });
    choice(kit, id, label, options.collect(), chosen)
}

/// The verdict: its heading says what was found.
fn judgement(kit: &Kit, eligibility: &Eligibility) -> Html {
    let words = kit.words();
    let (class, tag) = match eligibility.verdict {
        Verdict::Eligible if eligibility.is_outside_window() => ("open", "tag w"),
        Verdict::Eligible => ("good", "tag g"),
        Verdict::NotEligible => ("bad", "tag b"),
        Verdict::Undecided => ("open", "tag w"),
    };
    let open = eligibility.count(Outcome::Undecided).to_string();
    let not_met = eligibility.count(Outcome::NotMet).to_string();
    let heading = match (eligibility.verdict, eligibility.first_eligible_on) {
        (_, Some(day)) if eligibility.closes_too_early() => {
            let closes = eligibility.closes.map(|day| say::date(kit.language, day)).unwrap_or_default();
            fill(words.verdict_from_after_close(), &[("day", &say::date(kit.language, day)), ("closes", &closes)])
        }
        (_, Some(day)) => fill(words.verdict_from(), &[("day", &say::date(kit.language, day))]),
        (Verdict::Eligible, None) if eligibility.is_outside_window() => words.verdict_outside_window().to_owned(),
        (Verdict::Eligible, None) => words.verdict_all_met().to_owned(),
        (Verdict::NotEligible, None) => fill(words.verdict_not_met(), &[("n", &not_met)]),
        (Verdict::Undecided, None) => fill(words.verdict_open(), &[("n", &open)]),
    };
    let counts = fill(
        words.verdict_counts(),
        &[("met", &eligibility.count(Outcome::Met).to_string()), ("not_met", &not_met), ("open", &open)],
    );
    html! {
        <section class={classes!("sheet", "stack-s", "verdict", class)} aria-live="polite">
            <p><span class={tag} data-testid="verdict">{ say::verdict(kit.language, eligibility.verdict) }</span></p>
            <h2>{ heading }</h2>
            <p class="small">{ counts }</p>
            <p class="why">{ words.verdict_reckoning() }</p>
            if !eligibility.doubts.is_empty() {
                <div class="stack-xs"><h3>{ words.doubts_title() }</h3>
                    <ul class="plain">{ for eligibility.doubts.iter().map(|doubt| html! { <li>{ say::doubt(kit.language, doubt) }</li> }) }</ul></div>
            }
            <p class="small muted">{ words.verdict_note() }</p>
        </section>
    }
}

/// The award's own figures, with what nobody knows named as such.
fn facts(kit: &Kit) -> Html {
    let words = kit.words();
    let text = kit.pack_words();
    let structure = kit.pack.structure();
    let rows = structure.facts.iter().map(|fact| {
        let figure = format!("fact/{}", fact.id);
        let value = say::figure_value(&kit.pack, kit.language, &figure).unwrap_or_else(|| words.not_published().to_owned());
        html! { <tr key={fact.id.clone()}><th scope="row">{ text.fact(&fact.id).to_owned() }</th><td class="r">{ value }</td><td>{ source_note(kit, &figure) }</td></tr> }
    });
    let stages = structure.stages.iter().map(|stage| {
        html! {
            <li key={stage.clone()}><b>{ text.stage(stage).to_owned() }</b> <small>{ text.stage_note(stage).to_owned() }</small></li>
        }
    });
    html! {
        <>
            if !structure.facts.is_empty() { <details class="sheet"><summary>{ words.facts_title() }</summary><div class="scroll" tabindex="0" role="group" aria-label={words.facts_title()}><table class="facts"><tbody>{ for rows }</tbody></table></div></details> }
            if !structure.stages.is_empty() { <details class="sheet"><summary>{ words.stages_title() }</summary><ol class="stages">{ for stages }</ol>{ source_note(kit, "stage") }</details> }
        </>
    }
}
