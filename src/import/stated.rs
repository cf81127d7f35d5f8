//! Where a table states units in its texts: in brackets, behind `单位：` or `unit:`, behind a stroke, or as a text of its own. Which of
//! them counts for a figure, [`Stated`] decides.

use super::dated::dated;
use super::fold::narrow;
use crate::indicators::Measure;

/// Brackets of every kind in which units stand.
const BRACKETS: [(char, char); 8] = [
    ('(', ')'),
    ('[', ']'),
    ('{', '}'),
    ('【', '】'),
    ('〔', '〕'),
    ('《', '》'),
    ('「', '」'),
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
    parts.filter(|part| Measure::read(part).is_some()).map(str::to_owned).collect()
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
        "in ",
    ] {
        for (at, _) in lower.match_indices(word) {
            // `in ` is a word of its own.
            let before = lower.get(..at).and_then(|before| before.chars().next_back());
            if word.is_ascii() && before.is_some_and(char::is_alphanumeric) {
                continue;
            }
            let rest = lower.get(at + word.len()..).unwrap_or_default();
            let rest = rest.trim_start_matches(|mark: char| mark.is_whitespace() || matches!(mark, ':' | '为' | '是' | '均' | '以' | '按' | '='));
            let end = rest.find([')', ']', '】', '〕', '\n', ';', '。']).unwrap_or(rest.len());
            let rest = rest.get(..end).unwrap_or_default();
            // `亿元（人均除外）`, `亿元  2014年12月31日`
            let shorter = [
                rest,
                rest.split('(').next().unwrap_or_default(),
                rest.split_whitespace().next().unwrap_or_default(),
            ];
            let units = shorter
                .iter()
                .map(|text| units(text.trim_end_matches('.')))
                .find(|units| !units.is_empty())
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
fn by_which(text: &str) -> Vec<String> {
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
        found = bracketed(text).0.iter().flat_map(|inside| units(inside)).collect();
    }
    // `主要经济指标 亿元`, `项目/亿元`: what is money there is meant for the table.
    if found.is_empty()
        && let Some((_, unit)) = tail(whole)
        && Measure::read(unit).is_some_and(|measure| measure.base == "元")
    {
        found.push(unit.to_owned());
    }
    found
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
    let letters = inside.len() <= 2 && inside.chars().all(|mark| mark.is_ascii_lowercase()) && !attached;
    (!inside.is_empty() && (money || over || letters)).then(|| inside.to_owned())
}

/// The unit that is all that stands beside a year, or alone: `#年亿元`, `亿元`.
pub(super) fn beside_year(rest: &str) -> Option<&str> {
    let mut parts = rest.split('#');
    let before = parts.next().map(str::trim);
    let behind = parts.map(|part| part.trim_start_matches(['年', '度']).trim());
    before.into_iter().chain(behind).find(|part| Measure::read(part).is_some())
}

/// A name without the unit behind its last stroke, comma or space, and that unit: `主营业务收入/万元`, `Revenue, RMB million`.
pub(super) fn tail(text: &str) -> Option<(&str, &str)> {
    let marks = ['/', ',', ':', '_', '|', '·', '-', ' ', '，', '：', '、', '；', ';', '—', '–'];
    text.match_indices(marks).find_map(|(at, mark)| {
        let (name, unit) = (text.get(..at)?.trim(), text.get(at + mark.len()..)?.trim());
        (!name.is_empty() && Measure::read(unit).is_some()).then_some((name, unit))
    })
}

/// What is stated about the unit of a figure, from all places of the table that do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Stated {
    Nothing,
    Unit(String),
    /// Two that do not agree.
    Two,
}

/// Settles what counts. `near` are the units stated for the row or the column alone, `captions` those for the whole table, which count where
/// they are of the kind of the indicator's own unit. Where nothing is stated nearer, money of another currency, or money over something
/// (`元` over `万元/人`) in other powers of ten, is another unit, and a list whose share is another one than the indicator's says nothing
/// certain: both are asked for.
pub(super) fn settled(near: &[String], captions: &[String], own: &[&str]) -> Stated {
    let own: Vec<Measure> = own.iter().filter_map(|unit| Measure::read(unit)).collect();
    let fits = |measure: &Measure| {
        let money = own.iter().any(|own| own.base == "元");
        own.iter().any(|own| own.is_of(measure)) || (money && (measure.base.is_empty() || measure.is_currency()))
    };
    let read: Vec<(&String, Measure)> = captions.iter().filter_map(|unit| Some((unit, Measure::read(unit)?))).collect();
    if near.is_empty()
        && let Some(doubtful) = doubtful(&read, &own)
    {
        return doubtful;
    }
    let fitting = read.iter().filter(|(_, measure)| fits(measure)).map(|(unit, _)| *unit);
    let all: Vec<&String> = near.iter().chain(fitting).collect();
    let Some(first) = all.first() else { return Stated::Nothing };
    // `万` and `万元` are one where the figure is money; so are `RMB` and `人民币万元`.
    let of = |unit: &str| Measure::read(unit).map(|measure| (measure.power, measure.base));
    let particular = all
        .iter()
        .find(|unit| Measure::read(unit).is_some_and(|measure| !measure.base.is_empty() && !measure.is_currency()));
    let chosen = particular.unwrap_or(first);
    let agrees = |unit: &&String| match (of(unit), of(chosen)) {
        (Some((power, base)), Some((chosen, _))) if base.is_empty() => power == chosen,
        (Some((_, base)), Some(_)) if base == "¥" => true,
        (None, None) => narrow(unit).eq(narrow(chosen)),
        (one, other) => one == other,
    };
    if all.iter().all(agrees) {
        Stated::Unit((*chosen).clone())
    } else {
        Stated::Two
    }
}

/// What the captions of a table say of a unit that is near to theirs and not of their kind.
fn doubtful(captions: &[(&String, Measure)], own: &[Measure]) -> Option<Stated> {
    if captions.iter().any(|(_, measure)| own.iter().any(|own| own == measure)) {
        return None;
    }
    let is_money = |base: &str| MONEY.contains(&base);
    let over = |base: &str| base.split_once('/').map(|(over, _)| over.to_owned());
    let foreign = |measure: &Measure| is_money(&measure.base) && own.iter().any(|own| is_money(&own.base) && !own.is_of(measure));
    let of_something = |measure: &Measure| {
        let near = |own: &Measure| over(&own.base).as_deref() == Some(measure.base.as_str()) && own.power != measure.power;
        is_money(&measure.base) && own.iter().any(near)
    };
    if let Some((unit, _)) = captions.iter().find(|(_, measure)| foreign(measure) || of_something(measure)) {
        return Some(Stated::Unit((*unit).clone()));
    }
    let other_share = captions
        .iter()
        .any(|(_, measure)| measure.is_share() && own.iter().any(|own| own.is_share() && own != measure));
    let is_list = captions.iter().any(|(_, measure)| !measure.is_share());
    (other_share && is_list).then_some(Stated::Two)
}

/// The bases that are money.
const MONEY: &[&str] = &["元", "美元", "欧元", "港元", "日元", "英镑"];
