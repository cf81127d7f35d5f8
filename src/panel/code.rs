//! An assessor's ratings as a short code that is written on paper, told by telephone or typed: a letter or digit for each rating, by
//! category, with two check signs each, so that a slip is found and told where it is.
//!
//! The signs are those of Crockford's base 32: digits and capitals without I, L, O and U; what looks alike is read as what was meant.
//! A group's check is the sum of (place × value) of its signs modulo 1021, a prime: one sign that is wrong and two that are exchanged
//! always change it.

use super::Sheet;
use crate::assessment::Percent;
use crate::criteria::{CategorySlot, ItemSlot, Pack};
use crate::typed::narrow;

const SIGNS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// The largest prime below 32 × 32.
const CHECK: u32 = 1021;

/// The ratings of a code.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Coded {
    /// By item of the pack; none where it is not rated.
    pub percents: Vec<Option<Percent>>,
    /// By item and factor, as positions in the rubric; empty where the code holds no bands.
    pub bands: Vec<Vec<Option<usize>>>,
}

/// Why a code cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodeFault {
    /// It has another number of groups than the criteria have categories, or than twice that with bands.
    Groups { found: usize, expected: usize },
    /// A group is too long or too short.
    Length { group: usize, found: usize, expected: usize },
    /// A sign that is none.
    Sign { group: usize },
    /// The check does not fit: something in this group is mistyped, or it is of other criteria.
    Check { group: usize },
}

impl CodeFault {
    /// The group it is in, counted from 0; none where it is in the whole.
    pub fn group(self) -> Option<usize> {
        match self {
            CodeFault::Groups { .. } => None,
            CodeFault::Length { group, .. } | CodeFault::Sign { group } | CodeFault::Check { group } => Some(group),
        }
    }
    /// The code looked up for words.
    pub fn code(self) -> &'static str {
        match self {
            CodeFault::Groups { .. } => "code_groups",
            CodeFault::Length { .. } => "code_length",
            CodeFault::Sign { .. } => "code_sign",
            CodeFault::Check { .. } => "code_check",
        }
    }
}

/// The groups of a sheet's code, one for each category; behind them one each with the bands, where one is chosen.
///
/// `0` is not rated, `1` is 0 %, `2` is 5 % and so on with steps of 5: items of 55 %, not rated and 60 % are `C0D`, then two check signs.
pub fn write_code(pack: &Pack, sheet: &Sheet) -> Vec<String> {
    let with_bands = sheet.judgements.iter().any(|judgement| judgement.bands.iter().any(Option::is_some));
    let salt = salt(pack);
    let mut groups = Vec::new();
    for (at, items) in by_category(pack).iter().enumerate() {
        let values = items.iter().flat_map(|item| {
            let percent = sheet.judgement(*item).percent.map_or(0, |percent| 1 + u32::from(percent.value()) / step(pack));
            signs_of(percent, width(pack))
        });
        groups.push(grouped(values.collect(), at, salt));
    }
    if with_bands {
        let count = groups.len();
        for (at, items) in by_category(pack).iter().enumerate() {
            let values = items.iter().flat_map(|item| {
                let (bands, radix) = (&sheet.judgement(*item).bands, radix(pack, *item));
                let whole = bands.iter().fold(0, |sum, band| sum * radix + band.map_or(0, |band| 1 + band as u32));
                signs_of(whole, band_width(pack, *item))
            });
            groups.push(grouped(values.collect(), count + at, salt));
        }
    }
    groups
}

/// Reads a code: groups parted by blanks, hyphens or lines, in capitals or small letters.
pub fn read_code(pack: &Pack, typed: &str) -> Result<Coded, CodeFault> {
    let typed = narrow(typed);
    let groups: Vec<&str> = typed
        .split(|sign: char| sign.is_whitespace() || sign == '-')
        .filter(|group| !group.is_empty())
        .collect();
    let categories = by_category(pack);
    let expected = categories.len();
    if groups.len() != expected && groups.len() != 2 * expected {
        let found = groups.len();
        return Err(CodeFault::Groups { found, expected });
    }
    let salt = salt(pack);
    let mut coded = Coded {
        percents: vec![None; pack.items().len()],
        bands: Vec::new(),
    };
    for (at, items) in categories.iter().enumerate() {
        let widths: Vec<usize> = items.iter().map(|_| width(pack)).collect();
        for (item, value) in items.iter().zip(values(groups[at], at, &widths, salt)?) {
            let percent = value.checked_sub(1).map(|steps| steps * step(pack));
            let percent = percent.map(|percent| u8::try_from(percent).ok().and_then(|percent| Percent::new(percent, step(pack) as u8)));
            coded.percents[item.0] = match percent {
                None => None,
                Some(Some(percent)) => Some(percent),
                Some(None) => return Err(CodeFault::Sign { group: at }),
            };
        }
    }
    if groups.len() > expected {
        coded.bands = pack.items().map(|(slot, _)| vec![None; pack.rubric_of(slot).factors.len()]).collect();
        for (at, items) in categories.iter().enumerate() {
            let group = expected + at;
            let widths: Vec<usize> = items.iter().map(|item| band_width(pack, *item)).collect();
            for (item, mut value) in items.iter().zip(values(groups[group], group, &widths, salt)?) {
                let radix = radix(pack, *item);
                for band in coded.bands[item.0].iter_mut().rev() {
                    *band = (value % radix).checked_sub(1).map(|band| band as usize);
                    value /= radix;
                }
                if value > 0 {
                    return Err(CodeFault::Sign { group });
                }
            }
        }
    }
    Ok(coded)
}

/// The category a group is of, for who has to look at it again.
pub fn group_category(pack: &Pack, group: usize) -> Option<CategorySlot> {
    let count = pack.categories().count();
    pack.categories().nth(group % count.max(1)).map(|(slot, _)| slot)
}

fn by_category(pack: &Pack) -> Vec<Vec<ItemSlot>> {
    let of = |category: CategorySlot| pack.items().map(|(slot, _)| slot).filter(|slot| pack.category_of(*slot) == category).collect();
    pack.categories().map(|(slot, _)| of(slot)).collect()
}

fn step(pack: &Pack) -> u32 {
    u32::from(pack.structure().scoring.step.max(1))
}

/// Signs for a rating: one where 32 signs are enough for every step and for none.
fn width(pack: &Pack) -> usize {
    if 100 / step(pack) + 2 <= 32 { 1 } else { 2 }
}

fn radix(pack: &Pack, item: ItemSlot) -> u32 {
    pack.rubric_of(item).bands.len() as u32 + 1
}

/// Signs for the bands of an item: three for four factors of six bands.
fn band_width(pack: &Pack, item: ItemSlot) -> usize {
    let all = u64::from(radix(pack, item)).saturating_pow(pack.rubric_of(item).factors.len() as u32);
    (1..13).find(|width| 32_u64.saturating_pow(*width) >= all).unwrap_or(13) as usize
}

fn signs_of(value: u32, width: usize) -> Vec<u32> {
    (0..width).rev().map(|place| value >> (5 * place) & 31).collect()
}

/// What ties a code to its criteria: a number below the check's made of their id and edition.
fn salt(pack: &Pack) -> u32 {
    pack.id()
        .bytes()
        .chain(pack.edition().bytes())
        .fold(7, |sum, byte| (sum * 31 + u32::from(byte)) % CHECK)
}

fn check(values: &[u32], group: usize, salt: u32) -> u32 {
    let weighed = (1..).zip(values).map(|(place, value)| place * value % CHECK);
    (weighed.sum::<u32>() + salt + group as u32 * 97) % CHECK
}

fn grouped(values: Vec<u32>, group: usize, salt: u32) -> String {
    let check = check(&values, group, salt);
    let signs = values.into_iter().chain(signs_of(check, 2));
    signs.filter_map(|value| SIGNS.get(value as usize)).map(|sign| char::from(*sign)).collect()
}

/// The numbers of a group whose check fits.
fn values(typed: &str, group: usize, widths: &[usize], salt: u32) -> Result<Vec<u32>, CodeFault> {
    let sign = |sign: char| {
        let meant = match sign.to_ascii_uppercase() {
            'I' | 'L' => '1',
            'O' => '0',
            other => other,
        };
        SIGNS.iter().position(|known| char::from(*known) == meant).map(|at| at as u32)
    };
    let signs: Vec<u32> = typed.chars().map(sign).collect::<Option<Vec<u32>>>().ok_or(CodeFault::Sign { group })?;
    let expected = widths.iter().sum::<usize>() + 2;
    if signs.len() != expected {
        let found = signs.len();
        return Err(CodeFault::Length { group, found, expected });
    }
    let (told, given) = signs.split_at(expected - 2);
    if check(told, group, salt) != given[0] * 32 + given[1] {
        return Err(CodeFault::Check { group });
    }
    let mut rest = told;
    let numbers = widths.iter().map(|width| {
        let (own, after) = rest.split_at(*width);
        rest = after;
        own.iter().fold(0, |sum, sign| sum << 5 | sign)
    });
    Ok(numbers.collect())
}
