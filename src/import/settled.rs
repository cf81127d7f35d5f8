//! Which of the units that a table states counts for a figure, and where that has to be asked.

use super::fold::narrow;
use super::scale::is_of_other_points;
use crate::indicators::Measure;

/// What is stated about the unit of a figure, from all places of the table that do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Stated {
    Nothing,
    Unit(String),
    /// Two or more that do not agree, as they are written.
    Two(Vec<String>),
}

/// Settles what counts. `near` are the units stated for the row or the column alone, `captions` those for the whole table, which count where
/// they are of the kind of the indicator's own unit. Where nothing is stated nearer, money of another currency, or money over something
/// (`元` over `万元/人`) in other powers of ten, is another unit, and so is a multiplier that is not read; a list whose share is another one than the
/// indicator's, and a multiplier alone over people or pieces, say nothing certain: all of them are asked for.
pub(super) fn settled(near: &[String], captions: &[String], own: &[&str]) -> Stated {
    let own: Vec<Measure> = own.iter().filter_map(|unit| Measure::read(unit)).collect();
    // `收入（年）` is one of a year; where times are measured it is their unit.
    let of_time = own.iter().any(|own| matches!(own.base.as_str(), "天" | "小时" | "分钟" | "秒"));
    let near: Vec<&String> = near.iter().filter(|unit| of_time || *unit != "年").collect();
    let fits = |measure: &Measure| {
        let money = own.iter().any(|own| own.base == "元");
        own.iter().any(|own| own.is_of(measure)) || (money && (measure.base.is_empty() || measure.is_currency()))
    };
    let read: Vec<(&String, Measure)> = captions.iter().filter_map(|unit| Some((unit, Measure::read(unit)?))).collect();
    let unread = captions.iter().find(|unit| {
        let is_of_points = is_of_other_points(unit);
        Measure::read(unit).is_none() && own.iter().any(|own| if is_of_points { own.base == "分" } else { is_counted(own) })
    });
    if near.is_empty()
        && let Some(unit) = unread
        && !read.iter().any(|(_, measure)| fits(measure))
    {
        return Stated::Unit(unit.clone());
    }
    if near.is_empty()
        && let Some(doubtful) = doubtful(&read, &own)
    {
        return doubtful;
    }
    let fitting = read.iter().filter(|(_, measure)| fits(measure)).map(|(unit, _)| *unit);
    let all: Vec<&String> = near.into_iter().chain(fitting).collect();
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
        Stated::Two(different(all.into_iter().cloned()))
    }
}

/// Units without those that stand there already.
pub(super) fn different(units: impl Iterator<Item = String>) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for unit in units {
        if !all.contains(&unit) {
            all.push(unit);
        }
    }
    all
}

/// What the captions of a table say of a unit that is near to theirs and not of their kind.
fn doubtful(captions: &[(&String, Measure)], own: &[Measure]) -> Option<Stated> {
    if captions.iter().any(|(_, measure)| own.iter().any(|own| own == measure)) {
        return None;
    }
    let is_money = |base: &str| MONEY.contains(&base);
    let over = |base: &str| base.split_once('/').map(|(over, _)| over.to_owned());
    let foreign = |measure: &Measure| is_money(&measure.base) && own.iter().any(|own| is_money(&own.base) && !own.is_of(measure));
    // Either of them over something that the other is not.
    let of_something = |measure: &Measure| {
        let is_over = |one: &Measure, other: &Measure| over(&one.base).as_deref() == Some(other.base.as_str()) && is_money(&other.base);
        let near = |own: &Measure| own.power != measure.power && (is_over(own, measure) || is_over(measure, own));
        own.iter().any(near)
    };
    if let Some((unit, _)) = captions.iter().find(|(_, measure)| foreign(measure) || of_something(measure)) {
        return Some(Stated::Unit((*unit).clone()));
    }
    let other_share = captions
        .iter()
        .any(|(_, measure)| measure.is_share() && own.iter().any(|own| own.is_share() && own != measure));
    let is_list = captions.iter().any(|(_, measure)| !measure.is_share());
    let alone = captions.iter().any(|(_, measure)| measure.base.is_empty());
    let of_pieces = || own.iter().any(|own| is_counted(own) && !is_money(&own.base));
    let units = || different(captions.iter().map(|(unit, _)| (*unit).clone()));
    ((other_share && is_list) || (alone && of_pieces())).then(|| Stated::Two(units()))
}

/// Whether a multiplier in a caption can be meant for it: money, people and pieces; not shares, scores, times and what is over something.
fn is_counted(own: &Measure) -> bool {
    !own.is_share() && !own.base.contains('/') && !matches!(own.base.as_str(), "分" | "倍" | "小时" | "分钟" | "秒" | "天" | "位" | "百分点")
}

/// The bases that are money.
const MONEY: &[&str] = &["元", "美元", "欧元", "港元", "日元", "英镑"];
