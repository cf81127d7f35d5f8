//! Where a table states units in its texts: in brackets, behind `单位：` or `unit:`, behind a stroke, or as a text of its own. Which of
//! them counts for a figure, [`Stated`](super::settled::Stated) decides.

use super::dated::dated;
use super::fold::narrow;
use super::scale::{is_of_other_points, is_scale, is_scale_of_money};
use crate::indicators::Measure;

/// The most words of a unit in a caption.
const MOST_WORDS: usize = 6;

/// Brackets of every kind in which units stand.
const BRACKETS: [(char, char); 10] = [
    ('(', ')'),
    ('[', ']'),
    ('{', '}'),
    ('【', '】'),
    ('〔', '〕'),
    ('《', '》'),
    ('「', '」'),
    ('『', '』'),
    ('〖', '〗'),
    ('<', '>'),
];

/// The texts in brackets, and what stands outside of them.
pub(super) fn bracketed(text: &str) -> (Vec<String>, String) {
    let (mut inside, mut outside) = (Vec::new(), String::new());
    let mut open: Vec<(char, String)> = Vec::new();
    for mark in narrow(text) {
        if open.last().is_some_and(|(close, _)| *close == mark) {
            inside.extend(open.pop().map(|(_, text)| text));
        } else if let Some((_, close)) = BRACKETS.iter().find(|(start, _)| *start == mark) {
            open.push((*close, String::new()));
        } else {
            open.last_mut().map_or(&mut outside, |(_, text)| text).push(mark);
        }
    }
    // A bracket that is never closed: `收入（万元`
    inside.extend(open.into_iter().map(|(_, text)| text));
    (inside, outside)
}

/// A text that stands alone, or alone in brackets.
pub(super) fn alone(text: &str) -> Option<String> {
    let (mut inside, outside) = bracketed(text);
    match (outside.trim(), inside.len()) {
        ("", 1) => inside.pop(),
        (alone, 0) => Some(alone.to_owned()),
        _ => None,
    }
}

/// What stands before a last piece in brackets, where there is one: `Revenue` of `Revenue (10,000 yuan)`.
pub(super) fn without_last_bracket(text: &str) -> Option<&str> {
    let text = text.trim();
    let last = narrow(text).last()?;
    let (open, _) = BRACKETS.iter().find(|(_, close)| *close == last)?;
    let is_open = |mark: char| narrow(mark.encode_utf8(&mut [0; 4])).next() == Some(*open);
    let before = text.get(..text.rfind(is_open)?)?.trim();
    (!before.is_empty()).then_some(before)
}

/// The units of a list such as `万元、%`; those it does not know are left out.
fn units(text: &str) -> Vec<String> {
    let text = text.trim();
    if Measure::read(text).is_some() {
        return vec![text.to_owned()];
    }
    let parts = text.split(['、', ',', ';', '|', '和', '及', '或', '，', '；']).map(str::trim);
    // The thousands of a number are no unit of their own.
    let found: Vec<String> = parts.filter(|part| is_unit(part)).map(str::to_owned).collect();
    if !found.is_empty() || text.len() > 60 {
        return found;
    }
    // `万元/%`: nothing is counted by a share, so that it is a list as well.
    let parts: Vec<&str> = text.split('/').map(str::trim).collect();
    let read: Option<Vec<Measure>> = parts.iter().map(|part| Measure::read(part)).collect();
    let is_list = read.is_some_and(|read| read.len() > 1 && read.iter().any(Measure::is_share));
    if is_list {
        parts.into_iter().map(str::to_owned).collect()
    } else {
        Vec::new()
    }
}

/// Whether a text is a unit that can stand alone among others, and not the end of a number such as `000`.
fn is_unit(text: &str) -> bool {
    Measure::read(text).is_some() && !text.bytes().all(|byte| byte.is_ascii_digit())
}

/// What follows a word such as `单位：` or `in `, as far as it may be units.
fn named(text: &str) -> Vec<String> {
    let lower = narrow(text).collect::<String>().to_lowercase();
    let mut found = by_which(&lower);
    for word in [
        "单位",
        "均为",
        "币种",
        "金额",
        "currency",
        "unit of measure",
        "currency unit",
        "units",
        "unit",
        "expressed in",
        "amounts in",
        "figures in",
        "scale",
        "multiplier",
        "in ",
    ] {
        for (at, _) in lower.match_indices(word) {
            // `in ` is a word of its own.
            let before = lower.get(..at).and_then(|before| before.chars().next_back());
            if word.is_ascii() && before.is_some_and(char::is_alphanumeric) {
                continue;
            }
            let rest = lower.get(at + word.len()..).unwrap_or_default();
            let beside = |mark: char| !mark.is_alphanumeric() && !"¥$€£%‰‱'×*^".contains(mark);
            let rest = rest.trim_start_matches(|mark: char| beside(mark) || matches!(mark, '为' | '是' | '均' | '以' | '按'));
            let end = rest.find([')', ']', '】', '〕', '\n', ';', '。']).unwrap_or(rest.len());
            let rest = rest.get(..end).unwrap_or_default();
            // `亿元（人均除外）`, `亿元  2014年12月31日`, `rmb thousands unless otherwise stated`
            let words = rest.match_indices(char::is_whitespace).filter_map(|(at, _)| rest.get(..at));
            let words: Vec<&str> = words.take(MOST_WORDS).collect();
            let shorter: Vec<&str> = [rest, rest.split('(').next().unwrap_or_default()]
                .into_iter()
                .chain(words.into_iter().rev())
                .collect();
            let units = shorter
                .iter()
                .map(|text| units(text.trim_end_matches('.')))
                .find(|units| !units.is_empty())
                .or_else(|| shorter.iter().find(|text| is_scale(text)).map(|text| vec![text.trim().to_owned()]))
                .unwrap_or_default();
            found.extend(units);
        }
        if !found.is_empty() {
            break;
        }
    }
    found
}

/// `以亿元为单位`, `以人民币百万元列示`, `按万元计`
pub(super) fn by_which(text: &str) -> Vec<String> {
    let ends = ["为单位", "为计量单位", "计", "列示", "表示", "填列", "填报"];
    let begins = text.match_indices(['以', '按']).filter_map(|(at, mark)| text.get(at + mark.len()..));
    let until = |rest: &str| {
        ends.iter()
            .filter_map(|end| rest.split_once(end))
            .map(|(unit, _)| unit.trim().to_owned())
            .min_by_key(String::len)
    };
    begins.filter_map(until).filter(|unit| Measure::read(unit).is_some()).collect()
}

/// The units that a caption, a title or a note states.
pub(super) fn of_caption(text: &str) -> Vec<String> {
    let whole = text.trim();
    if Measure::read(whole).is_some_and(|measure| measure.base == "元" || measure.is_share()) {
        return vec![whole.to_owned()];
    }
    let mut found = named(text);
    if found.is_empty() {
        let inside = bracketed(text).0;
        found = inside.iter().flat_map(|inside| units(inside)).collect();
        let scales = inside
            .iter()
            .map(String::as_str)
            .chain([whole])
            .chain(whole.split_whitespace())
            .filter(|text| is_scale_of_money(text) && Measure::read(text).is_none());
        found.extend(scales.map(str::to_owned));
    }
    let inside = bracketed(text).0;
    found.extend(
        inside
            .iter()
            .map(String::as_str)
            .chain([whole])
            .find(|text| is_of_other_points(text))
            .map(str::to_owned),
    );
    // `主要经济指标 亿元`, `项目/亿元`: what is money there is meant for the table.
    if found.is_empty()
        && let Some((_, unit)) = tail(whole)
        && Measure::read(unit).is_some_and(|measure| measure.base == "元")
    {
        found.push(unit.to_owned());
    }
    let mut found: Vec<String> = found.into_iter().map(|unit| of_money(unit, text)).collect();
    found.extend(others_of_money(text, &found));
    found
}

/// Units of money that a caption names besides those that it states, in Chinese: `单位：万元（利润总额为亿元）`. Which of them counts for what has to be
/// asked.
fn others_of_money(text: &str, stated: &[String]) -> Vec<String> {
    let of = |unit: &str| Measure::read(unit).filter(|measure| measure.base == "元");
    let Some(known) = stated.iter().find_map(|unit| of(unit)) else {
        return Vec::new();
    };
    let narrow: String = narrow(text).collect();
    let is_multiplier = |mark: char| "十百千万亿".contains(mark);
    let named = narrow.match_indices('元').filter_map(|(at, mark)| {
        let start = narrow.get(..at)?.trim_end_matches(is_multiplier).len();
        // `万元产值`, `千元/人`, `500元`: of something else.
        let before = narrow.get(..start)?;
        let is_over = narrow.get(at + mark.len()..)?.starts_with(['/', '产', '工', '每']) || before.ends_with(['/', '每', '美', '港', '欧', '日']);
        let is_over = is_over || before.ends_with(|mark: char| mark.is_ascii_digit());
        let unit = narrow.get(start..at + mark.len())?;
        (!is_over && of(unit).is_some_and(|measure| measure != known)).then(|| unit.to_owned())
    });
    named.collect()
}

/// A multiplier alone is one of money where the caption speaks of money: `RMB in millions`.
fn of_money(unit: String, caption: &str) -> String {
    const WORDS: &[&str] = &["rmb", "cny", "人民币", "renminbi", "yuan", "¥", "金额", "amount", "currency", "货币", "币种"];
    let lower = narrow(caption).collect::<String>().to_lowercase();
    let bare = Measure::read(&unit).is_some_and(|measure| measure.base.is_empty());
    match (bare && WORDS.iter().any(|word| lower.contains(word)), unit.is_ascii()) {
        (true, true) => unit + " yuan",
        (true, false) => unit + "元",
        (false, _) => unit,
    }
}

/// The units in the brackets of a name or heading, beside its year, or behind its last stroke, comma or space.
pub(super) fn of_name(text: &str) -> Vec<String> {
    let (inside, outside) = bracketed(text);
    let rest = dated(&outside).rest;
    // `亿元` below a year, `2014年亿元`
    if let Some(unit) = beside_year(&rest) {
        return vec![unit.to_owned()];
    }
    let mut found: Vec<String> = inside.iter().flat_map(|inside| [named(inside), units(inside)].concat()).collect();
    if found.is_empty() {
        found = named(text);
    }
    if found.is_empty() {
        found.extend(inside.iter().filter_map(|inside| unread(inside, text)));
    }
    if found.is_empty()
        && let Some((_, unit)) = tail(outside.trim())
    {
        found.push(unit.to_owned());
    }
    // `产品合格率‰`
    if found.is_empty() {
        found.extend(outside.trim_end().chars().next_back().filter(|mark| "%‰‱".contains(*mark)).map(String::from));
    }
    found.dedup();
    found
}

/// What stands in a bracket and is a unit, though not one that is known: as it is written, so that the figure is asked for. A price basis
/// beside a unit (`亿元 当年价`) changes nothing about the unit.
fn unread(inside: &str, text: &str) -> Option<String> {
    const BESIDE: &[&str] = &[
        "不含税",
        "含税",
        "税后",
        "税前",
        "当年价",
        "现价",
        "可比价",
        "不变价",
        "合并",
        "口径",
        "约",
        "折合",
    ];
    let inside = inside.trim();
    // `(a) 利润总额`: a letter of a list.
    let first = narrow(text.trim_start()).next();
    let numbers = first.is_some_and(|first| BRACKETS.iter().any(|(open, _)| *open == first));
    if (is_scale(inside) && !numbers) || is_of_other_points(inside) || of_each(inside) {
        return Some(inside.to_owned());
    }
    // `天数`, `次数`: things are counted.
    if let Some(unit) = inside.strip_suffix('数').filter(|unit| Measure::read(unit).is_some()) {
        return Some(unit.to_owned());
    }
    let bare = BESIDE.iter().fold(inside.to_owned(), |text, word| text.replace(word, " "));
    let bare = bare.trim_matches(|mark: char| mark.is_whitespace() || matches!(mark, ',' | '，' | '、' | ':'));
    if bare != inside && Measure::read(bare).is_some() {
        return Some(bare.to_owned());
    }
    if !dated(inside).years.is_empty() {
        return None;
    }
    let lower = inside.to_lowercase();
    let money = ["元", "¥", "￥", "$", "€", "£", "rmb", "cny", "usd", "eur", "hkd"]
        .iter()
        .any(|mark| lower.contains(mark));
    // `元/人·年`, `kg标准煤/万元`; not how it is computed, such as `总产值/人数`.
    let over = inside.contains('/') && inside.split('/').any(|part| Measure::read(part).is_some());
    // `s`, `ms`, `d`; not the plural of `complaint(s)`, and no abbreviation of a name, such as `ROE`.
    let attached = text
        .split_once('(')
        .is_some_and(|(before, _)| before.ends_with(|mark: char| mark.is_ascii_alphabetic()));
    let letters = inside.len() <= 2 && inside.chars().all(|mark| mark.is_ascii_lowercase()) && !attached && !numbers;
    (!inside.is_empty() && (money || over || letters)).then(|| inside.to_owned())
}

/// `每万人`, `per 10,000`, and `年`, which is a unit where times are measured.
fn of_each(inside: &str) -> bool {
    let lower = inside.to_lowercase();
    let of_a_year = ["每年", "per year", "per annum"].contains(&lower.as_str());
    inside == "年" || (!of_a_year && (inside.starts_with('每') || lower.starts_with("per ")))
}

/// The unit that is all that stands beside a year, or alone: `#年亿元`, `亿元`.
pub(super) fn beside_year(rest: &str) -> Option<&str> {
    let mut parts = rest.split('#');
    let before = parts.next().map(str::trim);
    let behind = parts.map(|part| part.trim_start_matches(|mark: char| mark.is_whitespace() || matches!(mark, '年' | '度')).trim());
    before.into_iter().chain(behind).find(|part| Measure::read(part).is_some())
}

/// A name without the unit behind its last stroke, comma or space, and that unit: `主营业务收入/万元`, `Revenue, RMB million`.
pub(super) fn tail(text: &str) -> Option<(&str, &str)> {
    let marks = ['/', ',', ':', '_', '|', '·', '-', ' ', '，', '：', '、', '；', ';', '—', '–'];
    text.match_indices(marks).find_map(|(at, mark)| {
        let (name, unit) = (text.get(..at)?.trim(), text.get(at + mark.len()..)?.trim());
        // `2014 年 度`
        let of_year = unit == "度" && name.ends_with('年');
        // `x10^8 yuan`
        let scaled = name.rsplit(char::is_whitespace).next().is_some_and(is_scale);
        (!name.is_empty() && !of_year && !scaled && is_unit(unit)).then_some((name, unit))
    })
}
