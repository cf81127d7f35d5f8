//! Score cards and what is published of them, in words.

use super::quoting::on_one_line;
use super::terms::{kind, size_class};
use crate::benchmark::{CardFault, Cell, Coarseness, LeftOut, NoCard, Why};
use crate::language::{Language, codes, fill};

/// What is wrong with a card, for the middle of a sentence.
pub fn card_fault(language: Language, fault: &CardFault) -> String {
    let text = language.words().by_code(&codes::CARD_FAULT, fault.code.code());
    fill(
        text,
        &[("at", &on_one_line(language, &fault.at)), ("given", &on_one_line(language, &fault.given))],
    )
}

/// Why an assessment has no card.
pub fn no_card(language: Language, why: NoCard) -> String {
    let words = language.words();
    match why {
        NoCard::Kind => words.benchmark_no_kind().to_owned(),
        NoCard::Unrated(n) => fill(words.benchmark_unrated(), &[("n", &n.to_string())]),
        NoCard::Nothing => words.result_nothing_applies().to_owned(),
    }
}

/// Why a file does not count; `names` are those of all files.
pub fn left_out(language: Language, out: &LeftOut, names: &[&str]) -> String {
    let words = language.words();
    let name = |at: usize| on_one_line(language, names.get(at).copied().unwrap_or_default());
    let file = name(out.at);
    match &out.why {
        Why::Unreadable(fault) | Why::Misfit(fault) => fill(words.benchmark_left_unreadable(), &[("file", &file), ("reason", &card_fault(language, fault))]),
        Why::OtherPack { id, edition } => fill(
            words.benchmark_left_other_pack(),
            &[
                ("file", &file),
                ("id", &on_one_line(language, id)),
                ("edition", &on_one_line(language, edition)),
            ],
        ),
        Why::Repeated(other) => fill(words.benchmark_left_repeated(), &[("file", &file), ("other", &name(*other))]),
    }
}

/// Whom a cell holds.
pub fn cell(language: Language, cell: Cell) -> String {
    let words = language.words();
    match (cell.kind, cell.size) {
        (None, _) => words.benchmark_everybody().to_owned(),
        (Some(known), None) => kind(language, known).to_owned(),
        (Some(known), Some(size)) => fill(
            words.benchmark_of_size(),
            &[("kind", kind(language, known)), ("size", size_class(language, size))],
        ),
    }
}

/// The years of the cards: `2027`, or the first and the last of them.
pub fn years_told(language: Language, (from, to): (u32, u32)) -> String {
    match from == to {
        true => to.to_string(),
        false => [&from.to_string(), language.words().benchmark_years_to(), &to.to_string()].concat(),
    }
}

/// A quartile: `50%`, at the ends `≤20%` and `≥80%`, which stand for all beyond.
pub fn percent_told(value: u8, told: Coarseness) -> String {
    let mark = match value {
        _ if value <= told.end => "≤",
        _ if value >= 100 - told.end => "≥",
        _ => "",
    };
    [mark, &value.to_string(), "%"].concat()
}
