//! What one text over a column says: its years, and what the words beside them mean.

use super::column::Meaning;
use super::dated::{dated, with_whole_years};
use super::fold::{fold, narrow};
use super::heading::says_years;
use super::heading_words::{BARELY, CONTAINED, OTHER, OTHER_WHOLLY, OTHER_WORDS, SURELY, WHOLE, WHOLLY};
use super::stated::{beside_year, bracketed, of_name, tail};

/// What a text over a column says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Said {
    /// The figure of the year; the larger, the more surely.
    Figure(u8),
    Means(Meaning),
    /// Less than a year, or no figure of the kind that is taken over.
    Other,
    /// Nothing but years and units, or nothing.
    Nothing,
    Unknown,
}

pub(super) struct Level {
    pub(super) said: Said,
    pub(super) years: Vec<i32>,
    pub(super) text: String,
}

/// The most characters of a heading; more is a text.
const LONGEST: usize = 60;

pub(super) fn level(text: &str) -> Level {
    if text.chars().nth(LONGEST).is_some() {
        return Level {
            said: Said::Unknown,
            years: Vec::new(),
            text: text.chars().take(LONGEST).collect(),
        };
    }
    // The number of a note: `2014年¹`.
    let (inside, outside) = bracketed(text.trim_end_matches(['¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹', '⁰']));
    // What a bracket says counts as well, but where it is the unit.
    let rest = inside.iter().filter(|inside| of_name(&["年(", inside, ")"].concat()).is_empty());
    let whole = rest.fold(outside, |text, inside| text + " " + inside);
    let dated = dated(&with_whole_years(&whole));
    let without = tail(dated.rest.trim()).map_or(dated.rest.as_str(), |(before, _)| before);
    let said = if dated.part { Said::Other } else { said(without, !dated.years.is_empty()) };
    Level {
        said,
        years: dated.years,
        text: text.to_owned(),
    }
}

/// What the words beside the years say.
fn said(text: &str, dated: bool) -> Said {
    let lower = text.to_lowercase();
    let folded = fold(text);
    // Nothing but the year, or with the unit right behind it.
    let all = text.chars().filter(|mark| !mark.is_whitespace() && !matches!(mark, '#' | '年' | '度')).count();
    if folded.is_empty() || beside_year(text).is_some_and(|unit| unit.chars().filter(|mark| !mark.is_whitespace()).count() == all) {
        return if is_change(text) { Said::Other } else { Said::Nothing };
    }
    let words = || lower.split(|mark: char| !mark.is_ascii_alphanumeric());
    let month = || {
        let marks: Vec<char> = lower.chars().collect();
        marks.windows(2).any(|pair| pair[0].is_ascii_digit() && pair[1] == '月')
    };
    // `2014E`, `2014F`: an estimate.
    let estimate = dated && matches!(folded.as_str(), "e" | "f" | "p" | "b");
    let contained = CONTAINED.iter().find(|(_, words)| words.iter().any(|word| folded.contains(word)));
    let named = contained.is_some_and(|(meaning, _)| {
        !matches!(
            meaning,
            Meaning::Value | Meaning::Target | Meaning::Benchmark | Meaning::Projected | Meaning::Rank
        )
    });
    let year_end = ["12月31日", "december31", "31december", "dec31", "31dec"]
        .iter()
        .any(|end| folded.contains(end));
    // `完成%`, `% of target`: a share of what was planned.
    let of_plan = || {
        let narrow: String = narrow(&lower).filter(|mark| !mark.is_whitespace()).collect();
        [
            "完成%",
            "达成%",
            "实现%",
            "执行%",
            "%of",
            "percentof",
            "achieved%",
            "achievement%",
            "completion%",
        ]
        .iter()
        .any(|part| narrow.contains(part))
    };
    let wholly = || !dated && OTHER_WHOLLY.contains(&folded.as_str());
    let other = || {
        wholly() || OTHER.iter().any(|word| folded.contains(word)) || of_plan() || (!year_end && (words().any(|word| OTHER_WORDS.contains(&word)) || month()))
    };
    if !named && (estimate || other()) {
        return Said::Other;
    }
    let figure = figure(&folded);
    if figure.is_some() && is_change(text) {
        return Said::Other;
    }
    match contained {
        Some((Meaning::Value, _)) | None => {}
        Some((meaning, _)) => return Said::Means(*meaning),
    }
    if words().any(|word| matches!(word, "plan" | "planned")) {
        return Said::Means(Meaning::Target);
    }
    let bare = folded.trim_end_matches(['年', '度']);
    // `财务指标`, `key indicators`
    let of_names = ["指标", "科目", "indicator", "indicators"].iter().any(|word| folded.ends_with(word));
    if of_names && contained.is_none() && !dated {
        return Said::Means(Meaning::Name);
    }
    let whole = WHOLE
        .iter()
        .find(|(_, words)| words.iter().any(|word| folded == *word || (dated && bare == *word)));
    match (whole, figure) {
        (None, _) if !dated && contained.is_none() && says_years(text) => Said::Means(Meaning::Year),
        (Some((Meaning::Value, _)), _) => Said::Figure(0),
        (Some((Meaning::Year, _)), _) if dated => Said::Nothing,
        (Some((meaning, _)), _) => Said::Means(*meaning),
        (None, Some(0)) if dated => Said::Nothing,
        (None, Some(surely)) => Said::Figure(surely),
        (None, None) if contained.is_some() && !dated => Said::Figure(2),
        (None, None) => Said::Unknown,
    }
}

/// How surely words mean the year's own figure; none where others stand among them.
fn figure(folded: &str) -> Option<u8> {
    let mut rest = folded.to_owned();
    let mut surely = 0;
    for (strength, words) in [(2, SURELY), (1, WHOLLY), (0, BARELY)] {
        for word in words {
            // One letter is no word within others.
            if rest.contains(word) && (word.len() > 1 || rest == *word) {
                rest = rest.replace(word, "");
                surely = surely.max(strength);
            }
        }
    }
    rest.is_empty().then_some(surely)
}

/// Signs of a change and not of the figure itself: `±%`, `+/-`, `↑`.
fn is_change(text: &str) -> bool {
    let plain: String = text
        .chars()
        .filter(|mark| !mark.is_whitespace())
        .map(|mark| if matches!(mark, '−' | '–' | '—') { '-' } else { mark })
        .collect();
    plain.contains(['±', '↑', '↓', '△', '▲', '▼', '∆']) || plain.contains("+/-") || plain.contains("+-")
}
