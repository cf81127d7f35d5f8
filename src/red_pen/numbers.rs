//! Numbers in running text, and which of them are figures: years, dates, numbers of clauses and parts of names are none.

use std::ops::Range;

/// A number with its digits, commas and point.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Number {
    pub range: Range<usize>,
    pub kind: Kind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Figure,
    Year(i32),
    /// A date, the number of a clause, or part of a name.
    Other,
}

/// The numbers of a part of a text, from left to right.
pub(super) fn numbers(text: &str, part: Range<usize>) -> Vec<Number> {
    let mut found = Vec::new();
    let mut at = part.start;
    while let Some(start) = text[at..part.end].find(|sign: char| sign.is_ascii_digit()).map(|more| at + more) {
        let goes_on = |sign: char| sign.is_ascii_digit() || matches!(sign, ',' | '.');
        let end = text[start..part.end].find(|sign| !goes_on(sign)).map_or(part.end, |more| start + more);
        let end = start + text[start..end].trim_end_matches([',', '.']).len();
        // `81,86,91` is three numbers; `1,200` is one.
        let end = first_of_several(&text[start..end]).map_or(end, |length| start + length);
        found.push(Number {
            kind: kind(text, start..end),
            range: start..end,
        });
        at = end;
    }
    found
}

/// How long the first number is where commas part several.
fn first_of_several(digits: &str) -> Option<usize> {
    let mut groups = digits.split(',');
    let first = groups.next()?;
    let thousands = |group: &str| group.split('.').next().is_some_and(|whole| whole.len() == 3);
    (!groups.all(thousands) || first.len() > 3 && digits.len() > first.len() || first.contains('.')).then_some(first.len())
}

/// The sum a number says; none where it is none, such as `4.2.3`.
pub(super) fn value(digits: &str) -> Option<f64> {
    digits.replace(',', "").parse().ok()
}

/// How many digits stand behind the point.
pub(super) fn decimals(digits: &str) -> i32 {
    digits.split_once('.').map_or(0, |(_, behind)| behind.len() as i32)
}

/// Whether a part of a text holds a figure, also one in words: `百分之十`, `两倍`, `翻番`, `twice`.
pub(super) fn has_figure(text: &str, part: Range<usize>) -> bool {
    const IN_WORDS: [&str; 9] = ["百分之", "翻番", "翻了", "倍", "doubled", "halved", "tripled", "twice", "per cent"];
    let words = &text[part.clone()];
    IN_WORDS.iter().any(|word| words.contains(word)) || numbers(text, part).iter().any(|number| number.kind == Kind::Figure)
}

fn kind(text: &str, range: Range<usize>) -> Kind {
    let digits = &text[range.clone()];
    let (before, after) = (&text[..range.start], &text[range.end..]);
    let next = after.trim_start_matches(' ');
    let of_word = before.ends_with(|sign: char| sign.is_ascii_alphabetic() || sign == '_')
        || before
            .strip_suffix(['-', '/'])
            .is_some_and(|name| name.ends_with(|sign: char| sign.is_ascii_alphanumeric()) && !name.ends_with(|sign: char| sign.is_ascii_digit()));
    let clause = digits.matches('.').count() > 1 || before.ends_with(['（', '(']) && next.starts_with(['）', ')']) && digits.contains('.');
    let ordinal = before.trim_end_matches(' ').ends_with('第') || before.ends_with("no. ");
    if of_word || clause || ordinal {
        return Kind::Other;
    }
    let year = (digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| digits.parse().ok())
        .flatten();
    if let Some(year) = year.filter(|year| (1900..2100).contains(year)) {
        let is_year = next.starts_with('年')
            || after.starts_with(['—', '–', '-', '～', '至', '、'])
            || before.ends_with(['—', '–', '-', '～', '至'])
            || next.is_empty()
            || next.starts_with(|sign: char| sign.is_ascii_punctuation() && sign != '%' || matches!(sign, '，' | '。' | '；' | '）' | '：'))
            || next.starts_with(|sign: char| sign.is_ascii_alphabetic()) && english_year(before);
        if is_year {
            return Kind::Year(year);
        }
    }
    if next.starts_with(['月', '日', '时', '点']) && !next.starts_with("日元") {
        return Kind::Other;
    }
    Kind::Figure
}

/// Whether a number of four digits before an English word is a year: `in 2015 the`, `since 2013`.
fn english_year(before: &str) -> bool {
    const LEADS: [&str; 14] = [
        "in", "since", "of", "from", "by", "until", "and", "to", "during", "end", "for", "the", "before", "after",
    ];
    let word = before.trim_end().rsplit(|sign: char| !sign.is_ascii_alphabetic()).next().unwrap_or_default();
    before.trim().is_empty() || LEADS.contains(&word.to_ascii_lowercase().as_str()) || before.trim_end().ends_with(['.', '。', ','])
}

#[cfg(test)]
mod tests {
    use super::{Kind, has_figure, numbers};

    #[test]
    fn numbers_are_whole_and_of_a_kind() {
        let read = |text: &str| -> String {
            let told = numbers(text, 0..text.len()).into_iter().map(|number| {
                let mark = match number.kind {
                    Kind::Figure => "",
                    Kind::Year(_) => "y",
                    Kind::Other => "o",
                };
                [&text[number.range], mark].concat()
            });
            told.collect::<Vec<String>>().join(" ")
        };
        for (text, expected) in [
            ("2013—2015 年为 81.0%、86.4%", "2013y 2015y 81.0 86.4"),
            ("见 4.2.3，（4.4），E-06，MES2", "4.2.3o 4.4o 06o 2o"),
            ("48,300、54,600 万元", "48,300 54,600"),
            ("2015 年 3 月接待 2015 人次", "2015y 3o 2015"),
            ("in 2015 revenue was 1,200.5", "2015y 1,200.5"),
            ("81,86,91", "81 86 91"),
            ("第 4 版", "4o"),
            ("since 2014, 48 plans", "2014y 48"),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }

    #[test]
    fn years_and_clauses_are_no_figures() {
        for (text, expected) in [
            ("2015 年成效显著，见 4.2.3。", false),
            ("提高两倍", true),
            ("降低百分之十", true),
            ("合格率 98.6%", true),
            ("3 月完成", false),
        ] {
            assert_eq!(has_figure(text, 0..text.len()), expected, "{text}");
        }
    }
}
