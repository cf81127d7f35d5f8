//! What a rule is: what finds its hits, and what it says of itself.

use super::marks::Marks;
use super::passage::Part;
use super::report::Report;
use std::fmt;

/// A text in every language of the kit. One that is left out does not compile; a test sees that none is empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Said {
    pub zh: &'static str,
    pub en: &'static str,
}

/// How much an examiner minds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// A contradiction or a claim nobody can check: it costs trust.
    Heavy,
    /// What is asked is not there: it costs points.
    Medium,
    /// It is hard to read.
    Light,
}

impl Weight {
    /// The heaviest first.
    pub const ALL: [Weight; 3] = [Weight::Heavy, Weight::Medium, Weight::Light];

    /// The word that stands in tables of other programs.
    pub const fn word(self) -> &'static str {
        match self {
            Weight::Heavy => "heavy",
            Weight::Medium => "medium",
            Weight::Light => "light",
        }
    }
}

/// A text that the rule hits and a better one that it does not.
#[derive(Debug, Clone, Copy)]
pub struct Example {
    /// What the texts are an answer to.
    pub part: Part,
    /// Where two places are needed, they are parted by `¶`.
    pub bad: Said,
    pub better: Said,
    /// How often the bad text has to be written for it to be a hit: once, but for what is too long.
    pub times: usize,
    /// What the table holds: id of an indicator, year and value.
    pub figures: &'static [(&'static str, i32, f64)],
}

/// A rule of the red pen.
pub struct Rule {
    /// Stable: it stands in files and in other programs.
    pub code: &'static str,
    pub weight: Weight,
    pub title: Said,
    /// Why an examiner minds.
    pub why: Said,
    /// The sentence of a hit; the names in braces are those of its values.
    pub told: Said,
    pub example: Example,
    pub(super) find: fn(&Report<'_>, &mut Marks<'_>),
}

impl fmt::Debug for Rule {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.code)
    }
}

impl PartialEq for Rule {
    fn eq(&self, other: &Rule) -> bool {
        self.code == other.code
    }
}
