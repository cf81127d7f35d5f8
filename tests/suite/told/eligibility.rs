//! May we apply: what an organisation says of itself, and the verdict with its reasons.

use super::awards::{award, either, is, names};
use super::given::{Fact, Given};
use super::markdown::Wrong;
use super::run::Told;
use super::size;
use crate::samples::{after, day};
use award_kit::assessment::{Action, Answer, Division, LegalStatus, ProfileText, SelfCheckAnswer, text};
use award_kit::criteria::{ConditionSlot, Pack, Rule, SelfCheckSlot};
use award_kit::eligibility::{Eligibility, Outcome, Reason, judge};
use award_kit::language::Language;
use award_kit::report::say;

/// The day that counts as today where a case names none: behind it a registration lies in the future.
const TODAY: &str = "2026-01-15";

pub fn tell(given: &mut Given) -> Result<Told, Wrong> {
    let pack = award(given)?;
    let mut actions = Vec::new();
    if let Some(fact) = given.take(["registered", "登记日期"]) {
        actions.push(Action::RegistrationDate(Some(fact.day()?)));
    }
    if let Some(fact) = given.take(["place", "登记地"]) {
        let place = Division::parse(&fact.value).ok_or_else(|| fact.wrong("six digits are asked for, such as 110108"))?;
        actions.push(Action::RegistrationPlace(Some(place)));
    }
    if let Some(fact) = given.take(["legal status", "法人资格"]) {
        actions.push(Action::LegalStatus(Some(legal_status(&fact)?)));
    }
    if let Some(fact) = given.take(["credit code", "统一社会信用代码"]) {
        actions.push(Action::Profile(ProfileText::CreditCode, text(&fact.value)));
    }
    let applies = given.take(["applies", "申报日期"]).map(|fact| fact.day()).transpose()?;
    let today = given.take(["today", "今天"]).map(|fact| fact.day()).transpose()?.unwrap_or_else(|| day(TODAY));
    let edition = match given.take(["edition", "届次"]) {
        None => pack.default_edition(),
        Some(fact) => {
            let editions = &pack.structure().eligibility.editions;
            let found = editions
                .iter()
                .find(|edition| is(&fact.value, &edition.id, &names(&pack, |words| words.edition(&edition.id))));
            let slot = found.and_then(|edition| pack.edition_slot(&edition.id));
            slot.ok_or_else(|| fact.wrong("no edition of these criteria"))?
        }
    };
    if let Some(others) = given.take(["other conditions", "其他条件"]) {
        let answer = answer(&others)?;
        actions.extend(conditions(&pack).map(|slot| Action::Condition(slot, answer)));
    }
    actions.extend(answers(&pack, given)?);
    let found = judge(&pack, &after(&pack, &actions), edition, applies, today);
    let mut told = told(&pack, given.language, &found);
    size::tell(&pack, given, &mut told)?;
    Ok(told)
}

fn legal_status(fact: &Fact) -> Result<LegalStatus, Wrong> {
    let all = [
        ("legal_person", LegalStatus::LegalPerson),
        ("unit_of_legal_person", LegalStatus::UnitOfLegalPerson),
        ("not_legal_person", LegalStatus::NotLegalPerson),
    ];
    fact.choice(&all.map(|(id, status)| {
        (
            status,
            vec![id, say::legal_status(Language::En, status), say::legal_status(Language::Zh, status)],
        )
    }))
}

fn answer(fact: &Fact) -> Result<Answer, Wrong> {
    let of = |answer, outcome, id| (answer, vec![id, say::outcome(Language::En, outcome), say::outcome(Language::Zh, outcome)]);
    fact.choice(&[
        of(Answer::Met, Outcome::Met, "met"),
        of(Answer::NotMet, Outcome::NotMet, "not_met"),
        of(Answer::Undecided, Outcome::Undecided, "undecided"),
    ])
}

/// Conditions the applicant answers itself.
fn conditions(pack: &Pack) -> impl Iterator<Item = ConditionSlot> {
    let all = &pack.structure().eligibility.conditions;
    let answered = all
        .iter()
        .enumerate()
        .filter(|(_, condition)| matches!(condition.rule, Rule::Declared | Rule::FreeOf { .. }));
    answered.map(|(at, _)| ConditionSlot(at)).collect::<Vec<_>>().into_iter()
}

/// Answers to conditions and self-checks by their names.
fn answers(pack: &Pack, given: &mut Given) -> Result<Vec<Action>, Wrong> {
    let rules = &pack.structure().eligibility;
    let mut actions = Vec::new();
    for (at, condition) in rules.conditions.iter().enumerate() {
        let called = names(pack, |words| words.condition(&condition.id));
        if let Some(fact) = given.take_where(|name| is(name, &condition.id, &called)) {
            actions.push(Action::Condition(ConditionSlot(at), answer(&fact)?));
        }
    }
    for (at, check) in rules.self_checks.iter().enumerate() {
        let called = names(pack, |words| words.self_check(&check.id));
        if let Some(fact) = given.take_where(|name| is(name, &check.id, &called)) {
            let all = [SelfCheckAnswer::Clear, SelfCheckAnswer::Applies, SelfCheckAnswer::Unanswered];
            let choices = all.map(|answer| (answer, vec![say::self_check(Language::En, answer), say::self_check(Language::Zh, answer)]));
            actions.push(Action::SelfCheck(SelfCheckSlot(at), fact.choice(&choices)?));
        }
    }
    Ok(actions)
}

fn told(pack: &Pack, language: Language, found: &Eligibility) -> Told {
    let mut told = Told::default();
    told.line(either(language, "Verdict", "结论"), say::verdict(language, found.verdict));
    let met = found.count(Outcome::Met).to_string();
    told.line(
        either(language, "Conditions met", "符合的条件"),
        [&met, either(language, " of ", " / "), &found.conditions.len().to_string()].concat(),
    );
    let words = pack.words(language.tag());
    for result in &found.conditions {
        let condition = pack.condition(result.condition);
        told.code(result.reason.code());
        let outcome = say::outcome(language, result.outcome);
        let value = [outcome, either(language, ". ", "。"), &say::reason(language, result.reason)].concat();
        let by_answer = matches!(condition.rule, Rule::Declared | Rule::FreeOf { .. });
        // What the applicant says to be met is counted above.
        if by_answer && result.outcome == Outcome::Met {
            told.also(words.condition(&condition.id), value);
        } else {
            told.line(words.condition(&condition.id), value);
        }
        if let Reason::YearsReached { elapsed, reached_on } | Reason::YearsNotReached { elapsed, reached_on } = result.reason {
            told.also(either(language, "Time passed", "已满"), say::elapsed(language, elapsed));
            told.also(either(language, "Years complete on", "满足年限之日"), reached_on.to_string());
        }
    }
    for note in say::verdict_notes(language, found) {
        told.line(either(language, "Note", "说明"), note);
    }
    for doubt in &found.doubts {
        told.code(doubt.code());
        told.line(either(language, "To check", "请核对"), say::doubt(language, doubt));
    }
    let none = language.words().none();
    if found.doubts.is_empty() {
        told.also(either(language, "To check", "请核对"), none);
    }
    if say::verdict_notes(language, found).is_empty() {
        told.also(either(language, "Note", "说明"), none);
    }
    told
}
