//! The figures of one indicator by year. A missing year is missing, never zero.

use crate::order;

/// Why figures make no series.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SeriesFault {
    /// Infinite or not a number.
    NotFinite { year: i32 },
    /// Beyond [`Series::LIMIT`] on either side of zero.
    TooLarge { year: i32 },
    /// The year stands twice.
    Repeated { year: i32 },
    /// Not a year from 1 to 9999.
    NotAYear { year: i32 },
    /// From the first year to the last there are more than [`Series::LONGEST`].
    TooLong { years: usize },
}

/// Yearly values: consecutive years, each with a finite value or with none.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Series {
    first: i32,
    years: usize,
    /// Upwards; a missing year does not stand here.
    known: Vec<(i32, f64)>,
    /// The most that is possible, such as 100 %.
    ceiling: Option<f64>,
    /// Whether it counts things, so that a step of one is the smallest there is.
    counts: bool,
}

impl Series {
    /// The most years a series holds: up to 20 the orders of the values can be counted exactly in 64 bits (20! < 2⁶⁴).
    pub const LONGEST: usize = 20;
    /// The largest magnitude of a value, 10¹⁵: beyond it a float no longer holds a figure with one decimal.
    pub const LIMIT: f64 = 1e15;

    /// A series from its first year on: `new(2014, [Some(98.1), None, Some(98.9)])` has no value for 2015.
    pub fn new(first: i32, values: impl IntoIterator<Item = Option<f64>>) -> Result<Series, SeriesFault> {
        let values: Vec<Option<f64>> = values.into_iter().collect();
        let years = values.len();
        if years > Series::LONGEST {
            return Err(SeriesFault::TooLong { years });
        }
        if !(1..=9999).contains(&first) {
            return Err(SeriesFault::NotAYear { year: first });
        }
        let mut known = Vec::with_capacity(years);
        for (year, value) in (first..).zip(values) {
            match value {
                Some(value) if !value.is_finite() => return Err(SeriesFault::NotFinite { year }),
                Some(value) if value.abs() > Series::LIMIT => return Err(SeriesFault::TooLarge { year }),
                // Negative zero becomes zero.
                Some(value) => known.push((year, value + 0.0)),
                None => {}
            }
        }
        Ok(Series {
            first,
            years,
            known,
            ..Series::default()
        })
    }

    /// A series from years and values in any order; years between them that are not given are missing.
    pub fn from_pairs(pairs: &[(i32, Option<f64>)]) -> Result<Series, SeriesFault> {
        let mut sorted = pairs.to_vec();
        order::sort_by_key(&mut sorted, |&(year, _)| year);
        if let Some(pair) = sorted.windows(2).find(|pair| pair[0].0 == pair[1].0) {
            return Err(SeriesFault::Repeated { year: pair[0].0 });
        }
        let (Some(&(first, _)), Some(&(last, _))) = (sorted.first(), sorted.last()) else {
            return Ok(Series::default());
        };
        if let Some(&(year, _)) = sorted.iter().find(|(year, _)| !(1..=9999).contains(year)) {
            return Err(SeriesFault::NotAYear { year });
        }
        let mut given = sorted.iter().peekable();
        Series::new(
            first,
            (first..=last).map(|year| given.next_if(|&&(at, _)| at == year).and_then(|&(_, value)| value)),
        )
    }

    /// The same with the most that is possible: of a share in per cent 100. What is left to it counts near it.
    pub fn below(self, ceiling: Option<f64>) -> Series {
        Series { ceiling, ..self }
    }
    /// The same as one that counts things, where all its values are whole.
    pub fn counting(self, counts: bool) -> Series {
        let counts = counts && self.known.iter().all(|(_, value)| value.fract() == 0.0);
        Series { counts, ..self }
    }
    /// The most that is possible.
    pub fn ceiling(&self) -> Option<f64> {
        self.ceiling
    }
    /// Whether it counts things.
    pub fn is_counting(&self) -> bool {
        self.counts
    }
    /// Whether it counts so few that no power of ten and no sudden step can be told: all below 10, or moving by at most 3. 7, 7, 5, 1 of a
    /// rank; 0, 1, 1, 0, 1 accidents; 12, 11, 14 patents.
    pub(super) fn counts_few(&self) -> bool {
        self.counts && (self.span() <= 3.0 || self.known.iter().all(|(_, value)| value.abs() < 10.0))
    }

    /// The highest value less the lowest; zero without values.
    pub(super) fn span(&self) -> f64 {
        let ends = |(low, high): (f64, f64), &(_, value): &(i32, f64)| (low.min(value), high.max(value));
        let (low, high) = self.known.iter().fold((f64::INFINITY, f64::NEG_INFINITY), ends);
        if self.known.is_empty() { 0.0 } else { high - low }
    }

    /// Every year with its value or none, upwards.
    pub fn years(&self) -> impl Iterator<Item = (i32, Option<f64>)> {
        (self.first..).take(self.years).map(|year| (year, self.at(year)))
    }

    /// The years that have a value, upwards.
    pub fn known(&self) -> &[(i32, f64)] {
        &self.known
    }

    /// The known values in the order of their years.
    pub fn values(&self) -> Vec<f64> {
        self.known.iter().map(|&(_, value)| value).collect()
    }

    /// The value of a year; none where it is missing or outside.
    pub fn at(&self, year: i32) -> Option<f64> {
        self.known.iter().find(|&&(at, _)| at == year).map(|&(_, value)| value)
    }

    /// The first year with a value.
    pub fn start(&self) -> Option<(i32, f64)> {
        self.known.first().copied()
    }

    /// The last year with a value.
    pub fn latest(&self) -> Option<(i32, f64)> {
        self.known.last().copied()
    }

    /// The same years with each known value changed, or dropped.
    pub(super) fn map(&self, change: impl Fn(i32, f64) -> Option<f64>) -> Series {
        let mut known = Vec::with_capacity(self.known.len());
        known.extend(self.known.iter().filter_map(|&(year, value)| Some((year, change(year, value)?))));
        Series { known, ..*self }
    }
}
