//! Dates, outcomes, verdicts, reasons and doubts.

use super::quoting::quoted;
use super::terms::{body, region};
use crate::date::Date;
use crate::eligibility::{self, CodeFault, Doubt, Elapsed, Eligibility, Outcome, Reason, Verdict};
use crate::language::{Language, codes, fill};
use chrono::Datelike;

/// A day in running text: `2016 年 12 月 2 日`, `2 December 2016`.
pub fn date(language: Language, date: Date) -> String {
    language.date(date.year(), date.month(), date.day())
}

/// Full years and months: `2 年 8 个月`, `2 years and 8 months`; the months are left out where there are none.
pub fn elapsed(language: Language, elapsed: Elapsed) -> String {
    let words = language.words();
    let count = |one, many, n: u32| fill(if n == 1 { one } else { many }, &[("n", &n.to_string())]);
    let years = count(words.term_years_one(), words.term_years(), elapsed.years);
    let months = count(words.term_months_one(), words.term_months(), elapsed.months);
    match (elapsed.years, elapsed.months) {
        (0, 0) => words.term_under_a_month().to_owned(),
        (_, 0) => years,
        (0, _) => months,
        _ => fill(words.term_years_and_months(), &[("years", &years), ("months", &months)]),
    }
}

/// How far back a condition looks: `自 2014 年 12 月 2 日起的 2 年`.
pub fn look_back(language: Language, application: Option<Date>, years: u32) -> String {
    let words = language.words();
    let years_words = elapsed(language, Elapsed { years, months: 0 });
    match application.and_then(|day| eligibility::look_back(day, years)) {
        Some(day) => fill(words.eligibility_look_back_from(), &[("years", &years_words), ("date", &date(language, day))]),
        None => fill(words.eligibility_look_back(), &[("years", &years_words)]),
    }
}

/// Whether a condition is met, in a word.
pub fn outcome(language: Language, outcome: Outcome) -> &'static str {
    language.words().by_code(&codes::OUTCOME, outcome.code())
}

/// Whether the organisation may apply, in a few words.
pub fn verdict(language: Language, verdict: Verdict) -> &'static str {
    let code = match verdict {
        Verdict::Undecided => "verdict_undecided",
        other => other.code(),
    };
    language.words().by_code(&codes::OUTCOME, code)
}

/// Why a condition is judged as it is, in one sentence.
pub fn reason(language: Language, reason: Reason) -> String {
    let text = language.words().by_code(&codes::REASON, reason.code());
    match reason {
        Reason::YearsReached { elapsed: passed, reached_on } | Reason::YearsNotReached { elapsed: passed, reached_on } => {
            fill(text, &[("elapsed", &elapsed(language, passed)), ("reached", &date(language, reached_on))])
        }
        Reason::AppliesBeforeRegistration { reached_on } => fill(text, &[("reached", &date(language, reached_on))]),
        _ => text.to_owned(),
    }
}

/// What stands beside the counts of a verdict: the first day on which the years are reached, and that applications are not taken on the
/// application date or any more on that first day.
pub fn verdict_notes(language: Language, found: &Eligibility) -> Vec<String> {
    let words = language.words();
    let first = found.first_eligible_on.map(|day| {
        let closes = found.closes.filter(|_| found.closes_too_early());
        let text = match closes {
            Some(_) => words.report_eligibility_first_day_after_close(),
            None => words.report_eligibility_first_day(),
        };
        let closes = closes.map(|day| date(language, day)).unwrap_or_default();
        fill(text, &[("date", &date(language, day)), ("closes", &closes)])
    });
    let outside = found.is_outside_window().then(|| words.report_eligibility_outside_window().to_owned());
    first.into_iter().chain(outside).collect()
}

/// What does not fit together, in one sentence.
pub fn doubt(language: Language, doubt: &Doubt) -> String {
    let text = language.words().by_code(&codes::DOUBT, doubt.code());
    match doubt {
        Doubt::RegistrationInFuture(day)
        | Doubt::RegistrationBefore1900(day)
        | Doubt::RegistrationAfterApplication(day)
        | Doubt::ApplicationBefore1900(day) => fill(text, &[("date", &date(language, *day))]),
        Doubt::ApplicationBeforeWindow { opens: day } | Doubt::ApplicationAfterWindow { closes: day } => fill(text, &[("date", &date(language, *day))]),
        Doubt::Code(CodeFault::Length { found }) => fill(text, &[("found", &found.to_string())]),
        Doubt::Code(CodeFault::Character { place, found }) => fill(text, &[("position", &place.to_string()), ("found", &quoted(language, &found.to_string()))]),
        Doubt::Code(CodeFault::Lookalike { place, found, meant }) => fill(
            text,
            &[("position", &place.to_string()), ("found", &found.to_string()), ("meant", &meant.to_string())],
        ),
        Doubt::Code(CodeFault::CheckCharacter { expected, found }) | Doubt::CodeOfXiamen { expected, found } => {
            fill(text, &[("expected", &expected.to_string()), ("found", &found.to_string())])
        }
        Doubt::CodeRegion { code, place } => fill(text, &[("code", &region(language, *code)), ("place", &region(language, *place))]),
        Doubt::CodeKind(kind) => fill(text, &[("body", body(language, *kind))]),
        Doubt::Code(CodeFault::Region) | Doubt::CodeNotLegalPerson => text.to_owned(),
    }
}
