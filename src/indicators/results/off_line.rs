//! One year beside the line of the others: the only one with its sign, two digits exchanged, a reference in its place. What takes three
//! years to see; the statistics of outliers need four.
//!
//! The rules are ours, because no published ones exist. A year is off where it lies from the Theil-Sen line through the others by at least a
//! tenth of their size (or of ten times what is left to the ceiling), and what it may be instead lies at most a fifth as far from it. Where the
//! others do not go steadily themselves, by at most three tenths of their size a year and to within half of that distance from their own line,
//! nothing can be told of one year.

use super::finding::FigureDoubt;
use crate::indicators::Series;
use crate::indicators::theil_sen::theil_sen;
use crate::indicators::tolerance::{at_most, yardstick_of};
use crate::indicators::typed::decimals;

/// From this share of the size of the others on a year is off.
const OFF: f64 = 0.1;
/// Exchanged digits must take a year off by an eighth, and lead back to within a seventh of that: many values have digits to exchange.
const SWAPPED: (f64, f64) = (0.125, 0.15);
/// A value that may stand there by chance, as a target that is reached may, is off by at least a fifth of the value that is expected.
const FAR_OFF: f64 = 0.2;
/// The others move by at most this share of their size a year.
const STEADY: f64 = 0.3;
/// What it may be instead is at most this part as far away.
const RESTORED: f64 = 0.2;
/// How far a value with its sign turned may lie from the others' size, either way: three times.
const ALIKE: f64 = 3.0;

/// A year beside the others.
pub(super) struct Beside {
    value: f64,
    /// What the line through the others says of it.
    line: f64,
    /// The size of the others, how much they move a year, and how far one of them lies from their line.
    size: f64,
    moved: f64,
    scatter: f64,
    /// All values, and the place of this one among them.
    all: Vec<f64>,
    at: usize,
}

impl Beside {
    /// A year of a series of at least three values.
    pub fn of(series: &Series, year: i32) -> Option<Beside> {
        let known = series.known();
        let at = known.iter().position(|(of, _)| *of == year)?;
        let others = series.map(|of, value| (of != year).then_some(value));
        if known.len() < 3 {
            return None;
        }
        let line = theil_sen(&others)?;
        let far = |farthest: f64, &(of, value): &(i32, f64)| farthest.max((value - line.at(of)).abs());
        Some(Beside {
            value: known[at].1,
            line: line.at(year),
            moved: line.slope.abs(),
            scatter: others.known().iter().fold(0.0, far),
            size: yardstick_of(&others),
            all: series.values(),
            at,
        })
    }

    fn distance(&self, value: f64) -> f64 {
        (value - self.line).abs()
    }

    /// Whether the year is off, beside others that go steadily.
    pub fn is_off(&self) -> bool {
        self.is_off_by(OFF)
    }

    /// The same, and far beside the value itself: near a ceiling what is off may still be close.
    pub fn is_far_off(&self) -> bool {
        self.is_off() && at_most(FAR_OFF * self.line.abs(), self.distance(self.value))
    }

    fn is_off_by(&self, share: f64) -> bool {
        let distance = self.distance(self.value);
        self.size > 0.0 && at_most(share * self.size, distance) && at_most(self.moved, STEADY * self.size) && at_most(self.scatter, distance / 2.0)
    }

    /// Whether another value fits where the one that stands there is off.
    pub fn is_restored_by(&self, value: f64) -> bool {
        self.is_off() && at_most(self.distance(value), RESTORED * self.distance(self.value))
    }

    /// The value with two neighbouring digits exchanged, where that fits, and where all years then go one way that did not before.
    ///
    /// 48,300, 45,600, 61,200: 45,600 lies 9,150 below the line through the others, 54,600 only 150.
    pub fn swapped(&self) -> Option<f64> {
        if goes_one_way(&self.all) {
            return None;
        }
        let one_way = |value: &f64| {
            let mut all = self.all.clone();
            all[self.at] = *value;
            goes_one_way(&all)
        };
        let found = exchanges(self.value).into_iter();
        found
            .filter(|value| self.is_off_by(SWAPPED.0) && at_most(self.distance(*value), SWAPPED.1 * self.distance(self.value)) && one_way(value))
            .min_by(|one, other| self.distance(*one).total_cmp(&self.distance(*other)))
    }

    /// The value with its sign turned, where it is the only one with its sign and as large as the others.
    ///
    /// 4930, −5840, 6850: 5840. Not −120, −80, 60, where a loss has ended: all years go one way. Not 4930, −310, 5200, a small loss.
    pub fn turned(&self) -> Option<f64> {
        let others = || self.all.iter().enumerate().filter(|(at, _)| *at != self.at).map(|(_, value)| *value);
        let sizes: Vec<f64> = others().map(f64::abs).collect();
        let usual = crate::indicators::median(&sizes)?;
        let lone = self.value != 0.0 && others().all(|value| value * self.value < 0.0);
        let alike = at_most(self.value.abs(), ALIKE * usual) && at_most(usual, ALIKE * self.value.abs());
        (lone && alike && !goes_one_way(&self.all)).then_some(-self.value)
    }
}

fn goes_one_way(values: &[f64]) -> bool {
    values.windows(2).all(|pair| pair[0] <= pair[1]) || values.windows(2).all(|pair| pair[0] >= pair[1])
}

/// The value with each pair of neighbouring digits exchanged, with as many digits behind the point: of 45.6 it is 54.6 and 46.5.
fn exchanges(value: f64) -> Vec<f64> {
    let behind = decimals(value);
    let written = value.abs().to_string();
    let digits: Vec<char> = written.chars().filter(char::is_ascii_digit).collect();
    let mut all = Vec::new();
    for at in 1..digits.len() {
        if digits[at] == digits[at - 1] || (at == 1 && digits[1] == '0') {
            continue;
        }
        let mut turned = digits.clone();
        turned.swap(at, at - 1);
        let whole: Option<f64> = turned.into_iter().collect::<String>().parse().ok();
        all.extend(whole.map(|whole| whole / 10_f64.powi(behind) * value.signum()));
    }
    all
}

/// A lone sign, or the year that two exchanged digits take farthest from the others.
pub(super) fn one_year_off(series: &Series) -> Option<(i32, FigureDoubt)> {
    let each = || {
        series
            .known()
            .iter()
            .filter_map(|&(year, value)| Some((year, value, Beside::of(series, year)?)))
    };
    let sign = each().find_map(|(year, value, beside)| {
        let corrected = beside.turned()?;
        Some((year, FigureDoubt::LoneSign { value, corrected }))
    });
    sign.or_else(|| {
        if series.counts_few() {
            return None;
        }
        let mut swaps = each().filter_map(|(year, value, beside)| {
            let corrected = beside.swapped()?;
            Some((year, FigureDoubt::SwappedDigits { value, corrected }))
        });
        // Where two years could be it, neither is told.
        let only = swaps.next()?;
        swaps.next().is_none().then_some(only)
    })
}
