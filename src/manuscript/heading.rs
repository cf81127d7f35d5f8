//! What a heading is, and the numbers that reports put before it: `4.1.2`, `第三章`, `一、`, `（一）`, `1、`, `（1）`, `Chapter 3`.

use super::Paragraph;

/// The most characters of a heading that no style marks as one.
const LONGEST: usize = 60;

/// How a heading is marked. Two of one kind stand equally high.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// By a style, 1 for the highest.
    Level(u8),
    /// 第三章, 第二节, Chapter 3.
    Chapter,
    /// By a number of so many parts: 3 of `4.1.2`.
    Decimal(usize),
    /// 一、
    Chinese,
    /// （一）
    ChineseInBrackets,
    /// （1） or 1）
    InBrackets,
    /// Bold, or the title of a clause.
    Bare,
}

impl Kind {
    /// Whether a heading of this kind ends what one of `other` began: levels and decimals know which is higher, a level is higher than what has none, of all else
    /// only the same kind ends.
    pub(super) fn ends(self, other: Kind) -> bool {
        match (self, other) {
            (Kind::Level(own), Kind::Level(other)) => own <= other,
            (Kind::Decimal(own), Kind::Decimal(other)) => own <= other,
            (Kind::Level(_), _) => true,
            _ => self == other,
        }
    }
}

/// A title taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Heading<'a> {
    pub(super) kind: Kind,
    /// The parts of a decimal number: 4, 1, 2.
    pub(super) number: Vec<u32>,
    /// Without the number.
    pub(super) title: &'a str,
}

/// The paragraph as a heading, where it is one: by its style, or because it is short, ends without a full stop and begins with a number, is bold or is a
/// title that `is_known`.
pub(super) fn heading<'a>(paragraph: &'a Paragraph, is_known: &dyn Fn(&str) -> bool) -> Option<Heading<'a>> {
    let text = paragraph.text.trim();
    let (found, number, title) = numbered(text);
    if let Some(level) = paragraph.level {
        return Some(Heading {
            kind: Kind::Level(level),
            number,
            title,
        });
    }
    let ends = |text: &str| text.ends_with(['。', '；', ';', '，', ',', '：', ':', '！', '!', '？', '?', '…', '.']);
    let is_short = text.chars().count() <= LONGEST && !text.contains(['。', '\n', '\t']) && !ends(text);
    let kind = found.or_else(|| (paragraph.bold || is_known(title)).then_some(Kind::Bare))?;
    (is_short && !title.is_empty()).then_some(Heading { kind, number, title })
}

/// The kind of number before a text, its parts where it is a decimal one, and the text behind it.
fn numbered(text: &str) -> (Option<Kind>, Vec<u32>, &str) {
    let none = (None, Vec::new(), trimmed(text));
    if let Some((kind, rest)) = chapter(text) {
        return (Some(kind), Vec::new(), trimmed(rest));
    }
    let chinese = text.chars().take_while(|mark| is_chinese(*mark)).map(char::len_utf8).sum::<usize>();
    if chinese > 0 {
        let rest = text[chinese..].trim_start();
        return match rest.strip_prefix(['、', '.', '．']) {
            Some(rest) => (Some(Kind::Chinese), Vec::new(), trimmed(rest)),
            None => none,
        };
    }
    if let Some(inner) = text.strip_prefix(['（', '(']) {
        let Some((number, rest)) = inner.split_once(['）', ')']) else { return none };
        let number = number.trim();
        let kind = if !number.is_empty() && number.chars().all(is_chinese) {
            Kind::ChineseInBrackets
        } else if is_small(number) {
            Kind::InBrackets
        } else {
            return none;
        };
        return (Some(kind), Vec::new(), trimmed(rest));
    }
    let end = text.find(|mark: char| !mark.is_ascii_digit() && !".．".contains(mark)).unwrap_or(text.len());
    let (number, rest) = text.split_at(end);
    let parts: Vec<&str> = number.trim_end_matches(['.', '．']).split(['.', '．']).collect();
    if !parts.iter().all(|part| is_small(part)) {
        return none;
    }
    let is_closed = number.ends_with(['.', '．']);
    if parts.len() == 1 && !is_closed {
        return match rest.strip_prefix(['）', ')']) {
            Some(rest) => (Some(Kind::InBrackets), Vec::new(), trimmed(rest)),
            None => match rest.strip_prefix('、') {
                Some(rest) => (Some(Kind::Decimal(1)), parse(&parts), trimmed(rest)),
                None => none,
            },
        };
    }
    // `5.5 万元` is a figure.
    let title = trimmed(rest);
    (Some(Kind::Decimal(parts.len())), parse(&parts), title)
}

fn chapter(text: &str) -> Option<(Kind, &str)> {
    if let Some(rest) = text.strip_prefix('第') {
        let end = rest.find(|mark: char| !is_chinese(mark) && !mark.is_ascii_digit() && mark != ' ')?;
        let rest = rest.get(end..).filter(|_| end > 0)?;
        return Some((Kind::Chapter, rest.strip_prefix(['章', '节', '部', '篇', '编'])?.trim_start_matches('分')));
    }
    let (word, rest) = text.split_once(' ')?;
    if !["chapter", "part", "section"].iter().any(|known| word.eq_ignore_ascii_case(known)) {
        return None;
    }
    let end = rest.find(|mark: char| !mark.is_ascii_alphanumeric()).unwrap_or(rest.len());
    Some((Kind::Chapter, &rest[end..]))
}

fn is_chinese(mark: char) -> bool {
    "一二三四五六七八九十百〇零".contains(mark)
}

/// At most two digits: 2014 is a year.
fn is_small(number: &str) -> bool {
    (1..=2).contains(&number.len()) && number.bytes().all(|digit| digit.is_ascii_digit())
}

fn parse(parts: &[&str]) -> Vec<u32> {
    parts.iter().filter_map(|part| part.parse().ok()).collect()
}

fn trimmed(title: &str) -> &str {
    let is_around = |mark: char| mark.is_whitespace() || "、.．:：-–—".contains(mark);
    let title = title.trim_matches(is_around);
    // Points behind a title: 领导（110 分）.
    let points = title.strip_suffix(['）', ')']).and_then(|inner| inner.rsplit_once(['（', '(']));
    match points {
        Some((before, points)) if !before.is_empty() && points.starts_with(|mark: char| mark.is_ascii_digit()) => before.trim_end_matches(is_around),
        _ => title,
    }
}
