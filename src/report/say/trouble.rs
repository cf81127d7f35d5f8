//! What is missing, contradictory, wrong with a pack or the matter with a file.

use super::evidence::evidence_finding;
use super::field_place::field_place;
use super::judgement::{date, doubt};
use super::quoting::{PLACE, quoted, shortened};
use super::terms::{item_name, profile_label};
use crate::archive::{MAX_BYTES, ReadError};
use crate::criteria::{ConditionSlot, Fault, FaultCode, ItemSlot, Pack};
use crate::findings::{Finding, ProfileDoubt};
use crate::language::{Language, codes, fill, grouped};
use crate::receipt::Slip;

/// What is missing or contradictory, in one sentence that names the place.
pub fn finding(pack: &Pack, language: Language, finding: &Finding) -> String {
    let text = language.words().by_code(&codes::FINDING, finding.code());
    let words = pack.words(language.tag());
    let item = |slot: ItemSlot| item_name(pack, language, slot);
    let condition = |slot: ConditionSlot| words.condition(&pack.condition(slot).id);
    match finding {
        Finding::Doubt(found) => doubt(language, found),
        Finding::Evidence(found) => evidence_finding(pack, language, found),
        Finding::ProfileDoubtful(doubt) => profile_doubt(language, *doubt),
        Finding::UnitIncomplete { unit, name } => fill(text, &[("unit", &unit_name(language, *unit, name))]),
        Finding::ProfileMissing(part) => fill(text, &[("field", profile_label(language, part.key()))]),
        Finding::ConditionNotMet(slot) | Finding::ConditionUndecided(slot) => fill(text, &[("condition", condition(*slot))]),
        Finding::SelfCheckApplies(slot) => fill(text, &[("check", words.self_check(&pack.self_check(*slot).id))]),
        Finding::ItemUnanswered(slot) | Finding::ItemUnrated(slot) | Finding::ResultsWithoutFigures(slot) => fill(text, &[("item", &item(*slot))]),
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
        Finding::FiguresDoubtful(slot, count) => fill(text, &[("item", &slot.map_or_else(String::new, &item)), ("n", &count.to_string())]),
        Finding::ActionLate { action, title, due } => fill(text, &[("action", &action_name(language, *action, title)), ("due", &date(language, *due))]),
        Finding::ActionWithoutOwner { action, title } => fill(text, &[("action", &action_name(language, *action, title))]),
        Finding::Undecided { field, name, whose } => {
            let whose: Vec<&str> = whose.iter().map(|whose| &**whose).collect();
            let (place, count) = (field_place(pack, language, *field, name), whose.len().to_string());
            fill(text, &[("place", &place), ("n", &count), ("whose", &whose.join(language.words().term_list()))])
        }
        Finding::TooLong(length) => {
            let limit = pack.structure().limits.get(length.limit).map_or("", |limit| words.limit(&limit.id));
            let (written, allowed) = (length.written.to_string(), length.allowed.to_string());
            fill(text, &[("limit", limit), ("written", &written), ("allowed", &allowed)])
        }
    }
}

/// Why a typed receipt is none, in one sentence.
pub fn receipt_slip(language: Language, slip: &Slip) -> String {
    let (position, found) = match slip {
        Slip::Length { found } => (String::new(), found.to_string()),
        Slip::Character { place, found } => (place.to_string(), quoted(language, &found.to_string())),
        Slip::Check => (String::new(), String::new()),
    };
    fill(
        language.words().by_code(&codes::ERROR, slip.code()),
        &[("position", &position), ("found", &found)],
    )
}

/// What is doubtful about a field of the profile, in one sentence that names it.
pub fn profile_doubt(language: Language, doubt: ProfileDoubt) -> String {
    let text = language.words().by_code(&codes::FINDING, doubt.code());
    let field = |key| profile_label(language, key);
    match doubt {
        ProfileDoubt::Postcode(name) | ProfileDoubt::Mobile(name) | ProfileDoubt::Email(name) => fill(text, &[("field", field(name.key()))]),
        ProfileDoubt::Quantity(quantity, value) => fill(text, &[("field", field(quantity.key())), ("value", &grouped(value))]),
    }
}

/// An action by its whole title, or by its number where it has none: `第 3 项（未命名）`.
pub fn action_title(language: Language, at: usize, title: &str) -> String {
    if title.trim().is_empty() {
        fill(language.words().improvement_unnamed(), &[("n", &(at + 1).to_string())])
    } else {
        title.trim().to_owned()
    }
}

/// The same for the middle of a sentence.
pub fn action_name(language: Language, at: usize, title: &str) -> String {
    quoted(language, &action_title(language, at, title))
}

/// A controlled unit by its name, or by its number where it has none, for the middle of a sentence.
pub fn unit_name(language: Language, at: usize, name: &str) -> String {
    match name.trim() {
        "" => fill(language.words().units_unnamed(), &[("n", &(at + 1).to_string())]),
        name => quoted(language, name),
    }
}

/// Why a file cannot be opened, in one sentence that names the place and what became of the present work.
pub fn read_error(language: Language, error: &ReadError) -> String {
    let words = language.words();
    let say = |code: &str, values: &[(&str, &str)]| fill(words.by_code(&codes::ERROR, code), values);
    let code = error.code();
    match error {
        ReadError::Empty
        | ReadError::NoContent
        | ReadError::NotText
        | ReadError::NotAssessment
        | ReadError::NotScoring
        | ReadError::NotPanel
        | ReadError::NotTraining => say(code, &[]),
        ReadError::TooLarge { bytes } => say(code, &[("size", &megabytes(*bytes)), ("limit", &megabytes(MAX_BYTES))]),
        ReadError::TooMany { limit } => say(code, &[("limit", &limit.to_string())]),
        ReadError::NotJson { line, column } => say(code, &[("line", &line.to_string()), ("column", &column.to_string())]),
        ReadError::NewerVersion { version } => say(code, &[("version", &quoted(language, version))]),
        ReadError::UnknownPack { id, edition } => say(code, &[("id", &quoted(language, id)), ("edition", &quoted(language, edition))]),
        ReadError::Repeated { pointer } | ReadError::WrongKind { pointer } => say(code, &[("pointer", &place(language, pointer))]),
        ReadError::BadValue { pointer, value } => {
            let code = match pointer.rsplit('/').next() {
                Some("percent") => "bad_percent",
                Some("registration_date" | "application_date" | "start" | "due" | "day" | "date" | "valid_until") => "bad_date",
                Some("registration_place") => "bad_place",
                Some("number") if pointer.starts_with("/evidence/") => "bad_evidence_number",
                _ => code,
            };
            say(code, &[("pointer", &place(language, pointer)), ("value", &quoted(language, value))])
        }
    }
}

/// What is wrong with a pack, in one sentence that names file and place.
pub fn fault(language: Language, fault: &Fault) -> String {
    if fault.code == FaultCode::NotJson {
        return not_json(language, fault);
    }
    let text = language.words().by_code(&codes::FAULT, fault.code.name());
    let (mut place_wanted, mut wanted) = ("", quoted(language, &fault.wanted));
    match fault.code {
        FaultCode::WrongKind => wanted = kind_wanted(language, &fault.wanted),
        // The place that is filled in, and the figure: `{years} = 3`.
        FaultCode::TextFigure => {
            if let Some((place, figure)) = fault.wanted.split_once(" = ") {
                (place_wanted, wanted) = (place, figure.to_owned());
            }
        }
        _ => {}
    }
    fill(
        text,
        &[
            ("file", &quoted(language, &fault.file)),
            ("pointer", &place(language, &fault.pointer)),
            ("given", &quoted(language, &fault.given)),
            ("wanted", &wanted),
            ("place", place_wanted),
        ],
    )
}

/// Why a file is no JSON, and from where on.
fn not_json(language: Language, fault: &Fault) -> String {
    let mut why = fault.wanted.split(' ');
    let code = ["not_json", why.next().unwrap_or_default()].join("_");
    let text = language.words().by_code(&codes::FAULT, code.trim_end_matches('_'));
    let (line, column) = fault.given.split_once(':').unwrap_or_default();
    let (sign, meant) = (why.next().unwrap_or_default(), why.next().unwrap_or_default());
    let values = [
        ("file", &*quoted(language, &fault.file)),
        ("line", line),
        ("column", column),
        ("sign", sign),
        ("meant", meant),
    ];
    fill(text, &values)
}

/// What kind of value a format asks for: a range of numbers in words, everything else as it is written.
fn kind_wanted(language: Language, wanted: &str) -> String {
    let by_code = |code| language.words().by_code(&codes::FAULT, code);
    match wanted.strip_prefix("0–") {
        Some(most) if most.len() >= 10 => by_code("wanted_whole").to_owned(),
        Some(most) => fill(by_code("wanted_whole_to"), &[("most", most)]),
        None => quoted(language, wanted),
    }
}

/// A JSON pointer as it is quoted; the top level has a name.
fn place(language: Language, pointer: &str) -> String {
    if pointer.is_empty() {
        language.words().term_root().to_owned()
    } else {
        shortened(language, pointer, PLACE)
    }
}

/// Bytes in megabytes with one decimal place: 20 000 000 are `20.0`.
fn megabytes(bytes: u64) -> String {
    let tenths = bytes.div_ceil(100_000);
    format!("{}.{}", tenths / 10, tenths % 10)
}
