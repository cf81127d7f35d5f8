//! What breaks a rule of writing, as far as the characters of a text show it.

pub fn ideograph(mark: char) -> bool {
    matches!(mark, '\u{4e00}'..='\u{9fff}')
}

/// Whether something is so at one of a text's characters.
fn any(text: &str, is_so: impl Fn(&[char], usize) -> bool) -> bool {
    let marks: Vec<char> = text.chars().collect();
    (0..marks.len()).any(|at| is_so(&marks, at))
}

fn before(marks: &[char], at: usize) -> Option<char> {
    at.checked_sub(1).map(|at| marks[at])
}

/// What is before and behind a mark, blanks left out.
fn around(marks: &[char], at: usize) -> (Option<char>, Option<char>) {
    let seen = |mark: &&char| **mark != ' ';
    (marks[..at].iter().rev().find(seen).copied(), marks[at + 1..].iter().find(seen).copied())
}

fn digit(mark: Option<char>) -> bool {
    mark.is_some_and(|mark| mark.is_ascii_digit())
}

/// The digits that end at a place, and what is before them.
fn digits_until(marks: &[char], end: usize) -> (String, Option<char>) {
    let start = marks[..end].iter().rposition(|mark| !mark.is_ascii_digit()).map_or(0, |at| at + 1);
    (marks[start..end].iter().collect(), before(marks, start))
}

fn is_year(digits: &str) -> bool {
    digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"))
}

/// `50–65`, `40~60`, and `50—65` unless it is of years or months: values have `～`.
pub fn chinese_range(text: &str) -> bool {
    any(text, |marks, at| {
        let number = |mark: Option<char>, brace: char| digit(mark) || mark == Some('%') || mark == Some(brace);
        let (left, right) = around(marks, at);
        let between = number(left, '}') && number(right, '{');
        match marks[at] {
            '–' => between,
            '~' => digit(left) && digit(right),
            '—' if between && right == Some('{') => text != "{}—{}" && !text.contains("{}—{} 年"),
            '—' if between => {
                let end = marks[at + 1..]
                    .iter()
                    .position(|mark| !mark.is_ascii_digit())
                    .map_or(marks.len(), |end| at + 1 + end);
                let of = marks[end..].iter().find(|mark| **mark != ' ');
                !is_year(&digits_until(marks, at).0) && !matches!(of, Some('月' | '日' | '年' | '时'))
            }
            _ => false,
        }
    })
}

/// `30～45%`: the sign is at both ends.
pub fn single_percent(text: &str) -> bool {
    any(text, |marks, at| {
        let end = marks[at + 1..]
            .iter()
            .position(|mark| !mark.is_ascii_digit() && *mark != '.')
            .map(|end| at + 1 + end);
        marks[at] == '～' && digit(before(marks, at)) && end.is_some_and(|end| end > at + 1 && marks[end] == '%')
    })
}

/// Where a full date ends that begins at a place: `2016年11月3日`.
fn date_end(marks: &[char], start: usize) -> Option<usize> {
    [('年', 4..=4), ('月', 1..=2), ('日', 1..=2)]
        .into_iter()
        .try_fold(start, |at, (unit, lengths)| {
            let digits = marks[at..].iter().take_while(|mark| mark.is_ascii_digit()).count();
            (lengths.contains(&digits) && marks.get(at + digits) == Some(&unit)).then_some(at + digits + 1)
        })
}

/// Whether a mark and the next one are in a full date, or one of them is right beside it.
fn at_date(marks: &[char], at: usize) -> bool {
    let begins = |start: usize| !digit(before(marks, start));
    (0..=at + 1).any(|start| begins(start) && date_end(marks, start).is_some_and(|end| end > at))
}

/// `近3年`, `GB标准`: a blank is between Chinese and what is not. `〔2017〕213号` is the number of a document, and a full date
/// stands without blanks in it, before it and behind it: `自2016年11月20日起`.
pub fn no_blank(text: &str) -> bool {
    let other = |mark: char| mark.is_ascii_alphanumeric() || mark == '%';
    any(text, |marks, at| {
        let Some(next) = marks.get(at + 1).copied() else { return false };
        let document = marks[at].is_ascii_digit() && digits_until(marks, at + 1).1 == Some('〕');
        let joined = (ideograph(marks[at]) && other(next) && next != '%') || (other(marks[at]) && ideograph(next) && !document);
        joined && !at_date(marks, at)
    })
}

/// `名称, 类别`: marks beside Chinese are full-width, and no blank follows them.
pub fn half_width(text: &str) -> bool {
    any(text, |marks, at| {
        let beside = before(marks, at).is_some_and(ideograph) || marks.get(at + 1).copied().is_some_and(ideograph);
        let full = matches!(marks[at], '，' | '。' | '；' | '：' | '？' | '！' | '、');
        (matches!(marks[at], ',' | ';' | ':' | '?' | '!' | '(' | ')') && beside) || (full && marks.get(at + 1) == Some(&' '))
    })
}

/// Quotation marks other than `“ ”`.
pub fn chinese_quotes(text: &str) -> bool {
    text.contains(['"', '\'', '「', '」', '『', '』'])
}

/// Straight quotation marks, and other apostrophes than `'`.
pub fn english_quotes(text: &str) -> bool {
    text.contains(['"', '’', '‘'])
}

/// One `…` instead of two, or three full stops. A drawing of a scale is none.
pub fn chinese_ellipsis(text: &str) -> bool {
    let single = |marks: &[char], at: usize| marks[at] == '…' && before(marks, at) != Some('…') && marks.get(at + 1) != Some(&'…');
    text.contains("...") || (!text.contains('←') && any(text, single))
}

/// `Saving …`, `...`.
pub fn english_ellipsis(text: &str) -> bool {
    let apart = |marks: &[char], at: usize| marks[at] == '…' && at > 1 && marks[at - 1] == ' ' && marks[at - 2].is_alphabetic();
    text.contains("...") || any(text, apart)
}

/// More than one sentence, and the last one without its end. What a place ends with brings its own.
pub fn open_end(text: &str) -> bool {
    let text = text.trim_end();
    let inside = |marks: &[char], at: usize| {
        let (last, next) = (before(marks, at), marks.get(at + 1));
        marks[at] == '。' && next.is_some() || marks[at] == '.' && last.is_some_and(|mark| mark.is_ascii_lowercase()) && next == Some(&' ')
    };
    !text.ends_with(['。', '？', '！', '：', '）', '…', '”', '}', '.', '?', '!', ':', ')']) && any(text, inside)
}

/// `1999-2006`: ranges have `–`.
pub fn hyphen_range(text: &str) -> bool {
    any(text, |marks, at| {
        let (first, outside) = digits_until(marks, at);
        let end = marks[at + 1..]
            .iter()
            .position(|mark| !mark.is_ascii_digit())
            .map_or(marks.len(), |end| at + 1 + end);
        let last: String = marks[at + 1..end].iter().collect();
        marks[at] == '-' && is_year(&first) && is_year(&last) && outside != Some('-') && !digit(outside)
    })
}

/// `100 %`, `25MB`.
pub fn unit(text: &str) -> bool {
    const UNITS: [&str; 10] = ["mm", "cm", "km", "kg", "kB", "MB", "GB", "ms", "kW", "kWh"];
    any(text, |marks, at| {
        let word: String = marks[at + 1..].iter().take_while(|mark| mark.is_ascii_alphabetic()).collect();
        let apart = marks[at] == ' ' && digit(before(marks, at)) && marks.get(at + 1) == Some(&'%');
        apart || (marks[at].is_ascii_digit() && UNITS.contains(&word.as_str()))
    })
}

/// A blank before a mark that has none: `so , then`. `.docx` is an ending.
pub fn blank_before_mark(text: &str) -> bool {
    any(text, |marks, at| {
        let mark = marks.get(at + 1).copied();
        let alone = marks.get(at + 2).is_none_or(|next| *next == ' ');
        marks[at] == ' ' && before(marks, at).is_some_and(char::is_alphanumeric) && alone && matches!(mark, Some(',' | ';' | ':' | '?' | '!' | '.'))
    })
}
