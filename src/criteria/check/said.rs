//! What texts say of figures: a place in braces must stand for a figure of the pack, and a figure that is written out must
//! be the one the kit computes with.
//!
//! A sentence may say other figures too ("5 years, 3 of them in the province"); it is refused only where the figure it is
//! about is not among them.

use super::Report;
use crate::criteria::FaultCode;
use crate::criteria::places::{look_back, names, shown, stands, years};
use crate::criteria::structure::Structure;
use crate::json;
use serde_json::Value;

/// A text of the pack, beside the others of its language, in the file that the report names.
pub(super) fn check(pack: &Structure, texts: &Value, id: &str, text: &str, report: &mut Report<'_>) {
    let pointer = json::push("", id);
    for place in names(text) {
        if !stands(pack, id, place) {
            report.add(FaultCode::TextPlace, &pointer, &["{", place, "}"].concat(), "");
        }
    }
    let mut parts = id.split('.');
    let (group, own) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    let (said, place, figure): (Reading, &str, Option<u32>) = match group {
        "condition" => (years_said, "{years}", years(pack, own)),
        "self_check" => (years_said, "{years}", look_back(pack, own)),
        "reference" => {
            let line = pack.scoring.reference_lines.iter().find(|line| line.id == own);
            (points_said, "{points}", line.map(|line| line.points))
        }
        "pack" if matches!(own, "short" | "edition") => (calendar_years, "{edition}", calendar_year(&pack.edition)),
        _ => return,
    };
    let Some(figure) = figure else { return };
    let said = said(&shown(pack, texts, id, text));
    if let Some(first) = said.first()
        && !said.contains(&figure)
    {
        let wanted = [place, " = ", &figure.to_string()].concat();
        report.add(FaultCode::TextFigure, &pointer, &first.to_string(), &wanted);
    }
}

/// The figures of one kind that a text says.
type Reading = fn(&str) -> Vec<u32>;

/// The durations in years that a text says: `3 年`, `三年`, `3 full years`, `three years`.
fn years_said(text: &str) -> Vec<u32> {
    let follows = |rest: &str| {
        let rest = rest.trim_start_matches([' ', '-', '\u{a0}']);
        let rest = rest.strip_prefix(['周', '整', '个']).unwrap_or(rest);
        if let Some(behind) = rest.strip_prefix('年') {
            return !behind.starts_with(['度', '代', '版', '第', '至', '—']);
        }
        let rest = ["full ", "whole ", "consecutive "]
            .iter()
            .find_map(|word| rest.strip_prefix(word))
            .unwrap_or(rest);
        rest.starts_with("year")
    };
    // What is longer is a year of the calendar.
    numbers(text, &follows).into_iter().filter(|number| *number < 100).collect()
}

/// The points that a text says: `600 分`, `600 points`.
fn points_said(text: &str) -> Vec<u32> {
    let follows = |rest: &str| {
        let rest = rest.trim_start_matches([' ', '-', '\u{a0}']);
        rest.strip_prefix('分').is_some_and(|behind| !behind.starts_with(['之', '钟', '条'])) || rest.starts_with("point")
    };
    numbers(text, &follows)
}

/// The years of the calendar that a text says.
fn calendar_years(text: &str) -> Vec<u32> {
    numbers(text, &|_| true).into_iter().filter(|number| (1900..2100).contains(number)).collect()
}

/// An edition that is a year of the calendar.
fn calendar_year(edition: &str) -> Option<u32> {
    edition.parse().ok().filter(|year| edition.len() == 4 && (1900..2100).contains(year))
}

/// The numbers in a text whose rest `follows` accepts, in figures of either width or in words up to twelve.
fn numbers(text: &str, follows: &dyn Fn(&str) -> bool) -> Vec<u32> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(first) = text[at..].chars().next() {
        let (width, number) = number_at(&text[at..], text[..at].chars().next_back());
        if let Some(number) = number.filter(|_| follows(&text[at + width..])) {
            found.push(number);
        }
        at += width.max(first.len_utf8());
    }
    found
}

/// The number that a text begins with and how long it is, in bytes; a word is one only where no letter stands before it.
fn number_at(text: &str, before: Option<char>) -> (usize, Option<u32>) {
    let (mut width, mut number) = (0, None::<u32>);
    for character in text.chars() {
        let digit = match character {
            '０'..='９' => Some(character as u32 - '０' as u32),
            ',' | '，' if number.is_some() && text[width + character.len_utf8()..].starts_with(|next: char| next.is_ascii_digit()) => None,
            other => match other.to_digit(10) {
                Some(digit) => Some(digit),
                None => break,
            },
        };
        if let Some(digit) = digit {
            number = Some(number.unwrap_or(0).saturating_mul(10).saturating_add(digit));
        }
        width += character.len_utf8();
    }
    if number.is_some() {
        return (width, number);
    }
    const CHINESE: [(&str, u32); 12] = [
        ("十二", 12),
        ("十", 10),
        ("一", 1),
        ("二", 2),
        ("两", 2),
        ("三", 3),
        ("四", 4),
        ("五", 5),
        ("六", 6),
        ("七", 7),
        ("八", 8),
        ("九", 9),
    ];
    if let Some((word, number)) = CHINESE.iter().find(|(word, _)| text.starts_with(word)) {
        return (word.len(), Some(*number));
    }
    const ENGLISH: [&str; 12] = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    ];
    let word = text.find(|character: char| !character.is_ascii_alphabetic()).unwrap_or(text.len());
    if word == 0 || before.is_some_and(char::is_alphanumeric) {
        return (0, None);
    }
    let number = ENGLISH.iter().position(|known| known.eq_ignore_ascii_case(&text[..word]));
    (word, number.and_then(|at| u32::try_from(at + 1).ok()))
}
