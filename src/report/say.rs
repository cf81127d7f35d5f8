//! The core's codes as sentences of one language: the same words on the screen, in the document and on the command
//! line. Pure functions; values that come from a file are shortened and kept on one line.

use crate::archive::{MAX_BYTES, ReadError};
use crate::assessment::{Date, Division, Kind, LegalStatus, SelfCheckAnswer};
use crate::criteria::{ConditionSlot, Fault, FaultCode, ItemSlot, Pack, Rounding, Status};
use crate::eligibility::{Body, CodeFault, Doubt, Elapsed, Outcome, Reason, SizeClass, Verdict};
use crate::findings::Finding;
use crate::language::{Language, fill};
use chrono::Datelike;

/// The longest value of a file that is quoted in a sentence, in characters.
const VALUE: usize = 60;
/// The longest place.
const PLACE: usize = 200;

/// A day in running text: `2016 年 12 月 2 日`, `2 December 2016`.
pub fn date(language: Language, date: Date) -> String {
    language.date(date.year(), date.month(), date.day())
}

/// Full years and months: `2 年 8 个月`, `2 years and 8 months`; the months are left out where there are none.
pub fn elapsed(language: Language, elapsed: Elapsed) -> String {
    let words = language.words();
    let count = |one, many, n: u32| fill(if n == 1 { one } else { many }, &[("n", &n.to_string())]);
    let years = count(words.term_years_one, words.term_years, elapsed.years);
    let months = count(words.term_months_one, words.term_months, elapsed.months);
    match (elapsed.years, elapsed.months) {
        (_, 0) => years,
        (0, _) => months,
        _ => fill(words.term_years_and_months, &[("years", &years), ("months", &months)]),
    }
}

/// Whether a condition is met, in a word.
pub fn outcome(language: Language, outcome: Outcome) -> &'static str {
    language.words().by_code("outcome", outcome.code())
}

/// Whether the organisation may apply, in a few words.
pub fn verdict(language: Language, verdict: Verdict) -> &'static str {
    let code = match verdict {
        Verdict::Undecided => "verdict_undecided",
        other => other.code(),
    };
    language.words().by_code("outcome", code)
}

/// Why a condition is judged as it is, in one sentence.
pub fn reason(language: Language, reason: Reason) -> String {
    let text = language.words().by_code("reason", reason.code());
    match reason {
        Reason::YearsReached { elapsed: passed, reached_on } | Reason::YearsNotReached { elapsed: passed, reached_on } => {
            fill(text, &[("elapsed", &elapsed(language, passed)), ("reached", &date(language, reached_on))])
        }
        _ => text.to_owned(),
    }
}

/// What does not fit together, in one sentence.
pub fn doubt(language: Language, doubt: &Doubt) -> String {
    let text = language.words().by_code("doubt", doubt.code());
    match doubt {
        Doubt::RegistrationInFuture(day)
        | Doubt::RegistrationBefore1900(day)
        | Doubt::RegistrationAfterApplication(day)
        | Doubt::ApplicationBefore1900(day) => fill(text, &[("date", &date(language, *day))]),
        Doubt::Code(CodeFault::Length { found }) => fill(text, &[("found", &found.to_string())]),
        Doubt::Code(CodeFault::Character { place, found }) => fill(text, &[("position", &place.to_string()), ("found", &quoted(language, &found.to_string()))]),
        Doubt::Code(CodeFault::CheckCharacter { expected, found }) => fill(text, &[("expected", &expected.to_string()), ("found", &found.to_string())]),
        Doubt::CodeRegion { code, place } => fill(text, &[("code", &region(language, *code)), ("place", &region(language, *place))]),
        Doubt::CodeKind(kind) => fill(text, &[("body", body(language, *kind))]),
        Doubt::Code(CodeFault::Region) | Doubt::CodeNotLegalPerson => text.to_owned(),
    }
}

/// What is missing or contradictory, in one sentence that names the place.
pub fn finding(pack: &Pack, language: Language, finding: &Finding) -> String {
    let text = language.words().by_code("finding", finding.code());
    let words = pack.words(language.tag());
    let item = |slot: ItemSlot| item_name(pack, language, slot);
    let condition = |slot: ConditionSlot| words.condition(&pack.condition(slot).id);
    match finding {
        Finding::Doubt(found) => doubt(language, found),
        Finding::ProfileMissing(part) => fill(text, &[("field", profile_label(language, part.key()))]),
        Finding::ConditionNotMet(slot) | Finding::ConditionUndecided(slot) => fill(text, &[("condition", condition(*slot))]),
        Finding::ItemUnanswered(slot) | Finding::ItemUnrated(slot) => fill(text, &[("item", &item(*slot))]),
        Finding::FactorUnanswered(slot, factor) => {
            let rubric = pack.rubric_of(*slot);
            let factor = rubric.factors.get(*factor).map_or("", |factor| words.factor(&rubric.id, &factor.id));
            fill(text, &[("item", &item(*slot)), ("factor", factor)])
        }
        Finding::RatedWithoutAnswer(slot, percent) | Finding::RatedWithoutEvidence(slot, percent) => {
            fill(text, &[("item", &item(*slot)), ("percent", &percent.to_string())])
        }
        Finding::RatedAboveSuggestion { item: slot, percent, high } => {
            fill(text, &[("item", &item(*slot)), ("percent", &percent.to_string()), ("high", &high.to_string())])
        }
        Finding::TooLong(length) => {
            let limit = pack.structure().limits.get(length.limit).map_or("", |limit| words.limit(&limit.id));
            let (written, allowed) = (length.written.to_string(), length.allowed.to_string());
            fill(text, &[("limit", limit), ("written", &written), ("allowed", &allowed)])
        }
    }
}

/// Why a file cannot be opened, in one sentence that names the place and what became of the present work.
pub fn read_error(language: Language, error: &ReadError) -> String {
    let words = language.words();
    let say = |code: &str, values: &[(&str, &str)]| fill(words.by_code("error", code), values);
    let code = error.code();
    match error {
        ReadError::Empty | ReadError::NotText | ReadError::NotAssessment => say(code, &[]),
        ReadError::TooLarge { bytes } => say(code, &[("size", &megabytes(*bytes)), ("limit", &megabytes(MAX_BYTES))]),
        ReadError::NotJson { line, column } => say(code, &[("line", &line.to_string()), ("column", &column.to_string())]),
        ReadError::NewerVersion { version } => say(code, &[("version", &quoted(language, version))]),
        ReadError::UnknownPack { id, edition } => say(code, &[("id", &quoted(language, id)), ("edition", &quoted(language, edition))]),
        ReadError::Repeated { pointer } | ReadError::WrongKind { pointer } => say(code, &[("pointer", &place(language, pointer))]),
        ReadError::BadValue { pointer, value } => {
            let code = match pointer.rsplit('/').next() {
                Some("percent") => "bad_percent",
                Some("registration_date" | "application_date") => "bad_date",
                Some("registration_place") => "bad_place",
                _ => code,
            };
            say(code, &[("pointer", &place(language, pointer)), ("value", &quoted(language, value))])
        }
    }
}

/// What is wrong with a pack, in one sentence that names file and place.
pub fn fault(language: Language, fault: &Fault) -> String {
    let text = language.words().by_code("fault", fault.code.name());
    let (line, column) = match fault.code {
        FaultCode::NotJson => fault.given.split_once(':').unwrap_or_default(),
        _ => Default::default(),
    };
    fill(
        text,
        &[
            ("file", &quoted(language, &fault.file)),
            ("pointer", &place(language, &fault.pointer)),
            ("given", &quoted(language, &fault.given)),
            ("wanted", &quoted(language, &fault.wanted)),
            ("line", line),
            ("column", column),
        ],
    )
}

/// A division by name: `北京市海淀区`, `Haidian District, Beijing`; with its code where only the province is known.
pub fn region(language: Language, division: Division) -> String {
    let words = language.words();
    let code = division.code();
    let province_code = &code[..2];
    if !words.has_code("region", province_code) {
        return words.by_code("region", &code).to_owned();
    }
    let province = words.by_code("region", province_code);
    if code.ends_with("0000") {
        province.to_owned()
    } else if words.has_code("region", &code) {
        fill(words.term_region_in, &[("province", province), ("district", words.by_code("region", &code))])
    } else {
        fill(words.term_region_code, &[("province", province), ("code", &code)])
    }
}

/// The label of a profile field by its name in the file.
pub fn profile_label<'a>(language: Language, key: &'a str) -> &'a str {
    language.words().by_code("profile", key)
}

/// An item as it is cited: `4.1.2 高层领导的作用`.
pub fn item_name(pack: &Pack, language: Language, slot: ItemSlot) -> String {
    let item = pack.item(slot);
    let name = pack.words(language.tag()).item(&item.id);
    fill(language.words().term_numbered, &[("number", &item.number), ("name", name)])
}

/// The kind of applicant.
pub fn kind(language: Language, kind: Kind) -> &'static str {
    let words = language.words();
    match kind {
        Kind::Manufacturing => words.term_kind_manufacturing,
        Kind::Service => words.term_kind_service,
        Kind::PublicWelfare => words.term_kind_public_welfare,
    }
}

/// Whether the applicant is a legal person.
pub fn legal_status(language: Language, status: LegalStatus) -> &'static str {
    let words = language.words();
    match status {
        LegalStatus::LegalPerson => words.term_legal_status_legal_person,
        LegalStatus::UnitOfLegalPerson => words.term_legal_status_unit_of_legal_person,
        LegalStatus::NotLegalPerson => words.term_legal_status_not_legal_person,
    }
}

/// A size class.
pub fn size_class(language: Language, class: SizeClass) -> &'static str {
    let words = language.words();
    match class {
        SizeClass::Large => words.term_size_large,
        SizeClass::Medium => words.term_size_medium,
        SizeClass::Small => words.term_size_small,
        SizeClass::Micro => words.term_size_micro,
    }
}

/// A kind of body as the credit code tells it, for the middle of a sentence.
pub fn body(language: Language, body: Body) -> &'static str {
    let words = language.words();
    match body {
        Body::StateOrgan => words.term_body_state_organ,
        Body::PublicInstitution => words.term_body_public_institution,
        Body::SocialOrganisation => words.term_body_social_organisation,
        Body::Enterprise => words.term_body_enterprise,
        Body::IndividualBusiness => words.term_body_individual_business,
        Body::Cooperative => words.term_body_cooperative,
        Body::Other => words.term_body_other,
    }
}

/// What a figure stands on, in a word.
pub fn status(language: Language, status: Status) -> &'static str {
    let words = language.words();
    match status {
        Status::Published => words.term_status_published,
        Status::Unverified => words.term_status_unverified,
        Status::Assumed => words.term_status_assumed,
    }
}

/// The rounding rule in a few words.
pub fn rounding(language: Language, rounding: Rounding) -> &'static str {
    let words = language.words();
    match rounding {
        Rounding::Exact => words.term_rounding_exact,
        Rounding::ItemHalfUp => words.term_rounding_item_half_up,
    }
}

/// An answer to a self-check.
pub fn self_check(language: Language, answer: SelfCheckAnswer) -> &'static str {
    let words = language.words();
    match answer {
        SelfCheckAnswer::Clear => words.term_self_check_clear,
        SelfCheckAnswer::Applies => words.term_self_check_applies,
        SelfCheckAnswer::Unanswered => words.term_self_check_unanswered,
    }
}

/// What kind of figure a pack's figure is, by its key: `points/leadership.governance` is `条款分值`.
pub fn figure_kind(language: Language, figure: &str) -> &'static str {
    let words = language.words();
    match figure.split('/').next().unwrap_or_default() {
        "total" => words.term_figure_total,
        "step" => words.term_figure_step,
        "rounding" => words.term_figure_rounding,
        "points" => words.term_figure_points,
        "rubric" => words.term_figure_rubric,
        "rubric_limit" => words.term_figure_rubric_limit,
        "maturity" => words.term_figure_maturity,
        "orientation" => words.term_figure_orientation,
        "reference" => words.term_figure_reference,
        "edition" => words.term_figure_edition,
        "self_check" => words.term_figure_self_check,
        "size" => words.term_figure_size,
        "stage" => words.term_figure_stage,
        "fact" => words.term_figure_fact,
        "limit" => words.term_figure_limit,
        _ => "",
    }
}

/// A JSON pointer as it is quoted; the top level has a name.
fn place(language: Language, pointer: &str) -> String {
    if pointer.is_empty() {
        language.words().term_root.to_owned()
    } else {
        shortened(language, pointer, PLACE)
    }
}

/// A value of a file for the middle of a sentence.
fn quoted(language: Language, value: &str) -> String {
    shortened(language, value, VALUE)
}

/// A name or message of any origin on one line, shortened where it is very long.
pub fn on_one_line(language: Language, text: &str) -> String {
    shortened(language, text, PLACE)
}

/// A text on one line, without what steers the line, and at most so many characters long.
fn shortened(language: Language, text: &str, most: usize) -> String {
    let mut characters = text
        .chars()
        .map(|character| if steers(character) { char::REPLACEMENT_CHARACTER } else { character });
    let start: String = characters.by_ref().take(most).collect();
    match characters.next() {
        Some(_) => fill(language.words().term_shortened, &[("text", &start)]),
        None => start,
    }
}

/// Control characters, and the invisible ones that change the direction or the end of a line.
fn steers(character: char) -> bool {
    character.is_control() || matches!(character, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// Bytes in megabytes with one decimal place: 20 000 000 are `20.0`.
fn megabytes(bytes: u64) -> String {
    let tenths = bytes.div_ceil(100_000);
    format!("{}.{}", tenths / 10, tenths % 10)
}
