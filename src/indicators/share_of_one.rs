//! Whether figures of an indicator that ends at 100 may have been written as shares of one: 0.981 for 98.1 %. Import, paste and verification
//! ask the same rule.
//!
//! The bounds are ours. They are asked only of what should be high and cannot be over 100, such as a pass rate: there a figure of at most 1 is
//! nearly the worst there is. A defect rate of 0.3 % is a good one and never doubted, nor are figures that all lie below 0.3: nobody reports so
//! small a success as a share of one.

use super::arithmetic::{median, ratio};
use super::typed::decimals_of;
use crate::assessment::{FigureBook, FigureRecord, FigureSlot, Goal, OwnIndicator};
use crate::criteria::{Aim, Pack};

/// So many times a reference, or so small a part of it, is another unit: who reports an indicator names a target he may reach and a benchmark
/// he can be compared with.
pub(super) const FAR: f64 = 5.0;
/// The id of per cent among the units of packs.
const PERCENT: &str = "percent";
/// The largest of figures that may be shares of one, at least.
const LEAST: f64 = 0.3;

/// How far apart two sizes are, as a factor of at least 1; none across zero.
pub(super) fn apart(one: f64, other: f64) -> Option<f64> {
    let times = ratio(one, other).filter(|times| *times > 0.0)?;
    Some(times.max(1.0 / times))
}

/// Whether all of some figures may be shares of one, of an indicator that is bounded by 100 and should be high. Excused where a reference is as
/// small and the digits are those of the indicator: a market share of 0.8 % with a target of 1 %.
///
/// 0.97, 0.975, 0.98 may be; with a reference of 95, too. 0.8 and 0.9 with a target of 1.2 and one decimal are what they are.
pub fn may_be_shares(figures: &[f64], references: &[f64], decimals: u8) -> bool {
    let small = figures.iter().all(|figure| *figure > 0.0 && *figure <= 1.0);
    let Some(usual) = median(figures).filter(|_| small && figures.iter().any(|figure| *figure >= LEAST)) else {
        return false;
    };
    let near = references.iter().any(|against| apart(usual, *against).is_some_and(|times| times < FAR));
    !near || decimals_of(figures.iter().copied()) > i32::from(decimals)
}

/// Whether a figure between 0.3 and 1, of an indicator in per cent, may be a share of one beside another figure of it that bears the sign of a
/// share, or is about a hundred times as large (98.2 beside 0.988).
pub fn is_share_beside(figure: f64, other: f64, signed: bool) -> bool {
    (LEAST..=1.0).contains(&figure) && ((signed && other > 1.0) || (50.0..=200.0).contains(&(other / figure)))
}

/// A figure that is to be entered for an indicator.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Arriving {
    /// In the indicator's unit.
    pub value: f64,
    /// Of a year of one's own; else a target, a benchmark or a projection.
    pub own: bool,
    /// A sign or unit stands behind the figure itself, or another unit was stated for it: it is what it says.
    pub said: bool,
}

impl Arriving {
    /// Whether it is among those to be asked for, once what arrives may be shares of one.
    pub fn may_be_share(self) -> bool {
        !self.said && self.value > 0.0 && self.value <= 1.0
    }
}

/// Whether what arrives for one indicator may be shares of one: all its own figures, or where there are none all others. What is entered already
/// tells how large they usually are, and so does what says its unit, and a target above 1, which is none of a share.
pub fn arrive_as_shares(arriving: &[Arriving], there: Option<&FigureRecord>, decimals: u8) -> bool {
    let bare = |own: bool| arriving.iter().filter(move |one| !one.said && one.own == own).map(|one| one.value);
    let own: Vec<f64> = bare(true).collect();
    let figures = if own.is_empty() { bare(false).collect() } else { own };
    let telling = arriving.iter().filter(|one| one.said || (!one.own && one.value > 1.0)).map(|one| one.value);
    let references: Vec<f64> = telling.chain(there.into_iter().flat_map(entered)).collect();
    may_be_shares(&figures, &references, decimals)
}

/// Whether what arrives for an indicator in per cent, high or low, is finer than its figures are told, as shares of one are: 0.4733 of a debt ratio
/// with two decimals. 0.47 may be less than half a per cent, and is taken for that. Without decimals, because nothing tells how its figures are written,
/// each figure of at most 1 may be one.
pub fn arrive_finer(arriving: &[Arriving], decimals: Option<u8>) -> bool {
    let own: Vec<f64> = arriving.iter().filter(|one| one.own && !one.said).map(|one| one.value).collect();
    let small = own.iter().all(|figure| *figure > 0.0 && *figure <= 1.0);
    !own.is_empty() && small && decimals.is_none_or(|decimals| decimals_of(own.iter().copied()) > i32::from(decimals))
}

/// The decimals that figures in per cent show which are no shares of one; none where all are of at most 1. 98.86 and 4.5 show two.
pub fn decimals_shown(figures: impl Iterator<Item = f64>) -> Option<u8> {
    let above: Vec<f64> = figures.filter(|figure| figure.abs() > 1.0).collect();
    (!above.is_empty()).then(|| u8::try_from(decimals_of(above.into_iter())).unwrap_or(0))
}

/// How many decimals an indicator in per cent has; none for any other.
pub fn decimals_in_percent(pack: &Pack, book: &FigureBook, slot: FigureSlot) -> Option<u8> {
    match slot {
        FigureSlot::Catalogue(slot) => {
            let indicator = pack.indicator(slot);
            (indicator.unit == PERCENT).then_some(indicator.decimals)
        }
        FigureSlot::Own(at) => {
            let own = book.own.get(at)?;
            is_in_percent(own).then_some(own.decimals)
        }
    }
}

/// Whether an indicator of one's own is in per cent.
pub fn is_in_percent(own: &OwnIndicator) -> bool {
    matches!(own.unit.trim(), "%" | "％")
}

/// Every figure that is entered for an indicator.
fn entered(record: &FigureRecord) -> Vec<f64> {
    let target = match record.target {
        Some(Goal::Value(value)) => Some(value),
        _ => None,
    };
    let values = record.values.iter().chain(record.benchmark.values.iter()).map(|(_, value)| *value);
    values.chain(target).chain(record.projected).collect()
}

/// How many decimals an indicator has that should be high and ends at 100; none for any other.
pub fn percent_decimals(pack: &Pack, book: &FigureBook, slot: FigureSlot) -> Option<u8> {
    match slot {
        FigureSlot::Catalogue(slot) => {
            let indicator = pack.indicator(slot);
            ends_at_hundred(indicator.direction, indicator.high, indicator.decimals)
        }
        FigureSlot::Own(at) => own_percent_decimals(book.own.get(at)?),
    }
}

/// The same of an indicator of one's own.
pub fn own_percent_decimals(own: &OwnIndicator) -> Option<u8> {
    ends_at_hundred(own.direction, own.high, own.decimals)
}

fn ends_at_hundred(aim: Aim, high: Option<f64>, decimals: u8) -> Option<u8> {
    (aim == Aim::Higher && high == Some(100.0)).then_some(decimals)
}
