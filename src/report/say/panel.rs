//! What is said of several assessors: of the files they hand in, of the steps of a session, of their agreement.

use super::quoting::quoted;
use super::trouble::read_error;
use crate::archive::Unreadable;
use crate::language::{Language, codes, fill};
use crate::panel::statistics::{Alpha, Incomplete, Shift, Strength};
use crate::panel::{AssessorReading, Confidence, GivenRating, PanelReading, Problem, Refused, Treatment, Why};

/// What is to be known of a file that was gathered, in one sentence.
pub fn gathered(language: Language, problem: &Problem) -> String {
    let text = language.words().by_code(&codes::GATHERED, problem.code());
    let file = quoted(language, problem.file());
    let say = |values: &[(&str, &str)]| fill(text, &[&[("file", file.as_str())], values].concat());
    match problem {
        Problem::OtherPack { id, .. } => say(&[("id", &quoted(language, id))]),
        Problem::OtherEdition { edition, .. } => say(&[("edition", &quoted(language, edition))]),
        Problem::OtherAssessment { organisation, .. } => say(&[("organisation", &named(language, organisation))]),
        Problem::Superseded { assessor, counted, .. } | Problem::Uncertain { assessor, counted, .. } | Problem::SameAgain { assessor, counted, .. } => {
            say(&[("assessor", &quoted(language, assessor)), ("counted", &quoted(language, counted))])
        }
        Problem::AnswersChanged { assessor, .. } | Problem::NothingRated { assessor, .. } => say(&[("assessor", &quoted(language, assessor))]),
        Problem::HalfDone { assessor, rated, assigned, .. } => say(&[
            ("assessor", &quoted(language, assessor)),
            ("rated", &rated.to_string()),
            ("assigned", &assigned.to_string()),
        ]),
        Problem::CriteriaChanged { .. } => say(&[]),
        Problem::UnknownItems { count, .. } => say(&[("count", &count.to_string())]),
    }
}

/// Why a file could not be read, with its name.
pub fn unreadable(language: Language, unreadable: &Unreadable) -> String {
    let text = language.words().by_code(&codes::GATHERED, "unreadable");
    let file = quoted(language, &unreadable.file);
    fill(text, &[("file", &file), ("sentence", &read_error(language, &unreadable.error))])
}

/// An organisation's name; a dash where there is none.
fn named(language: Language, organisation: &str) -> String {
    if organisation.trim().is_empty() {
        language.words().none().to_owned()
    } else {
        quoted(language, organisation)
    }
}

/// Why a step of the session cannot be taken.
pub fn refused(language: Language, refused: Refused) -> &'static str {
    language.words().by_code(&codes::SESSION, refused.code())
}

/// Why a percentage needs a reason.
pub fn why(language: Language, why: Why) -> &'static str {
    language.words().by_code(&codes::SESSION, why.code())
}

/// How an item is dealt with, in a word or two.
pub fn treatment(language: Language, treatment: Treatment) -> &'static str {
    language.words().by_code(&codes::SESSION, treatment.code())
}

/// How sure an assessor is.
pub fn confidence(language: Language, confidence: Confidence) -> &'static str {
    language.words().by_code(&codes::SESSION, confidence.word())
}

/// What an alpha means, for the middle of a sentence.
pub fn agreement(language: Language, alpha: &Alpha) -> &'static str {
    let code = match alpha.strength() {
        _ if alpha.uniform => "uniform",
        Strength::Reliable => "reliable",
        Strength::Tentative => "tentative",
        Strength::Weak => "weak",
    };
    language.words().by_code(&codes::SESSION, code)
}

/// Who is harsh or lenient, by how much: to a tenth of a point.
pub fn shift(language: Language, assessor: &str, shift: &Shift) -> String {
    let words = language.words();
    let points = format!("{:.1}", shift.mean.abs());
    let text = match shift.mean {
        mean if mean >= 0.05 => words.panel_shift_lenient(),
        mean if mean <= -0.05 => words.panel_shift_harsh(),
        _ => words.panel_shift_level(),
    };
    fill(text, &[("assessor", &quoted(language, assessor)), ("points", &points)])
}

/// An assessor by name, or by letter where names are not shown; as one of them where a letter would be a name.
pub fn assessor(language: Language, assessor: &AssessorReading, anonymous: bool) -> String {
    if !anonymous {
        quoted(language, &assessor.name)
    } else if assessor.letter.is_empty() {
        language.words().minute_assessor().to_owned()
    } else {
        fill(language.words().panel_letter(), &[("letter", &assessor.letter)])
    }
}

/// A rating with who gave it, the two parted by `between`; the rating alone where that is not to be told.
pub fn rating(language: Language, reading: &PanelReading, rating: &GivenRating, anonymous: bool, between: &str) -> String {
    let found = reading.assessors.get(rating.assessor).filter(|_| reading.lettered);
    let percent = rating.percent.to_string();
    match found {
        Some(found) => [&*assessor(language, found, anonymous), between, &percent].concat(),
        None => percent,
    }
}

/// The total that starts from the medians, with what it is before they are put into the pack's steps where that differs.
pub fn start(language: Language, reading: &PanelReading, step: u8) -> String {
    let words = language.words();
    let (points, max) = (reading.start.points.to_string(), reading.start.max.to_string());
    if reading.start_plain == reading.start.points {
        return fill(words.minute_total_of(), &[("points", &points), ("max", &max)]);
    }
    let (step, plain) = (step.to_string(), reading.start_plain.to_string());
    let values = [("points", &*points), ("max", &max), ("step", &step), ("plain", &plain)];
    fill(words.panel_start_rounded(), &values)
}

/// The correlation from all ratings where some are missing: the two values, and on how much they stand.
pub fn correlation_of_all(language: Language, found: &Incomplete) -> String {
    let values = [
        ("single", decimals(found.single, 2)),
        ("average", decimals(found.average, 2)),
        ("ratings", found.ratings.to_string()),
        ("k", decimals(found.per_item, 1)),
    ];
    let values = values.each_ref().map(|(key, value)| (*key, value.as_str()));
    fill(language.words().panel_correlation_of_all(), &values)
}

/// One sentence on what agreement and correlation say together; none where one of them is missing.
pub fn reconciled(language: Language, reading: &PanelReading) -> Option<String> {
    let (alpha, assessors) = (reading.alpha.as_ref()?, reading.assessors.len());
    if reading.correlation.is_none() && reading.correlation_of_all.is_none() {
        return None;
    }
    let words = language.words();
    let text = match alpha.strength() {
        Strength::Weak => words.panel_reconciled_weak(),
        Strength::Tentative => words.panel_reconciled_tentative(),
        Strength::Reliable => words.panel_reconciled_reliable(),
    };
    Some(fill(text, &[("assessors", &assessors.to_string())]))
}

/// A number with so many decimals, never minus nought.
fn decimals(value: f64, places: usize) -> String {
    let told = format!("{value:.places$}");
    match told.strip_prefix('-') {
        Some(nought) if nought.chars().all(|digit| matches!(digit, '0' | '.')) => nought.to_owned(),
        _ => told,
    }
}
