//! What is entered for one indicator.

use super::Yearly;
use crate::assessment::record::Text;

/// The figures of one indicator.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct FigureRecord {
    /// Typed values, in the indicator's unit.
    pub values: Yearly<f64>,
    /// Why a year has no value.
    pub gaps: Yearly<Text>,
    /// Computed from its formula instead of typed; the typed values are kept beside.
    pub computed: bool,
    pub target: Option<Goal>,
    pub benchmark: Benchmark,
    /// Rank in the sector, and of how many.
    pub rank: Option<(u32, u32)>,
    pub origins: Origins,
    /// Reference to evidence.
    pub evidence: Text,
    /// What is expected for the year after the last.
    pub projected: Option<f64>,
}

impl FigureRecord {
    /// Whether nothing has been entered.
    pub fn is_blank(&self) -> bool {
        *self == FigureRecord::default()
    }
}

/// What is to be reached.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Goal {
    /// At least, or at most, by the indicator's direction.
    Value(f64),
    /// From low to high, both included; low ≤ high.
    Within { low: f64, high: f64 },
}

impl Goal {
    /// A range; none unless its ends are in order.
    pub fn within(low: f64, high: f64) -> Option<Goal> {
        let goal = Goal::Within { low, high };
        goal.is_sound().then_some(goal)
    }
    /// Whether it is finite, and a range in order.
    pub fn is_sound(self) -> bool {
        match self {
            Goal::Value(value) => value.is_finite(),
            Goal::Within { low, high } => low.is_finite() && high.is_finite() && low <= high,
        }
    }
}

/// What it is compared with.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Benchmark {
    pub whose: Option<Whose>,
    /// Who that is.
    pub name: Text,
    pub values: Yearly<f64>,
}

/// Whose figures the benchmark is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "snake_case"))]
pub enum Whose {
    Competitor,
    /// The sector's best or its average, as the name says.
    Sector,
    /// The best of the world.
    World,
}

impl Whose {
    /// All of them.
    pub const ALL: [Whose; 3] = [Whose::Competitor, Whose::Sector, Whose::World];

    /// The word that stands in files.
    pub const fn word(self) -> &'static str {
        match self {
            Whose::Competitor => "competitor",
            Whose::Sector => "sector",
            Whose::World => "world",
        }
    }
}

/// Where figures come from: the five data origins of the award's 2016 edition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "snake_case"))]
pub enum Origin {
    Enterprise,
    Government,
    Consumers,
    Media,
    ThirdParty,
}

impl Origin {
    /// All five, in the order they are named in.
    pub const ALL: [Origin; 5] = [Origin::Enterprise, Origin::Government, Origin::Consumers, Origin::Media, Origin::ThirdParty];

    /// The word that stands in files.
    pub const fn word(self) -> &'static str {
        match self {
            Origin::Enterprise => "enterprise",
            Origin::Government => "government",
            Origin::Consumers => "consumers",
            Origin::Media => "media",
            Origin::ThirdParty => "third_party",
        }
    }
}

/// A set of origins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Origins(u8);

impl Origins {
    pub fn contains(self, origin: Origin) -> bool {
        self.0 & (1 << origin as u8) != 0
    }
    pub fn set(&mut self, origin: Origin, on: bool) {
        let bit = 1 << origin as u8;
        self.0 = if on { self.0 | bit } else { self.0 & !bit };
    }
    /// Those that are in it, in the order of [`Origin::ALL`].
    pub fn iter(self) -> impl Iterator<Item = Origin> {
        Origin::ALL.into_iter().filter(move |origin| self.contains(*origin))
    }
    pub fn count(self) -> u32 {
        self.0.count_ones()
    }
}

impl FromIterator<Origin> for Origins {
    fn from_iter<I: IntoIterator<Item = Origin>>(all: I) -> Origins {
        let mut origins = Origins::default();
        all.into_iter().for_each(|origin| origins.set(origin, true));
        origins
    }
}
