//! Earlier versions of an assessment that are kept whole: on what occasion one is, and which are let go of as time passes.
//!
//! What is thinned is a list of versions of one assessment; whoever keeps them says of each the day and whether a person
//! has named it. Knows neither the clock nor where they lie.

use crate::date::Date;
use crate::json::{from_members, to_members};
use chrono::{Datelike, Days};

/// For how many days before today one version of each day is kept.
const MONTH: u64 = 30;

/// On what occasion a version was kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Occasion {
    /// As it stood when a day's work ended.
    DayEnd,
    /// A person asked for it.
    Asked,
    /// It was handed out, or a document was made of it.
    Sent,
    /// Before it went over to other criteria.
    Carry,
    /// Before files were merged into it.
    Merge,
    /// Before figures were taken from a table.
    Import,
    /// Before an earlier version was restored.
    Restore,
}

impl Occasion {
    pub const ALL: [Occasion; 7] = [
        Occasion::DayEnd,
        Occasion::Asked,
        Occasion::Sent,
        Occasion::Carry,
        Occasion::Merge,
        Occasion::Import,
        Occasion::Restore,
    ];

    /// How it is written where versions are kept.
    pub fn word(self) -> &'static str {
        match self {
            Occasion::DayEnd => "day_end",
            Occasion::Asked => "asked",
            Occasion::Sent => "sent",
            Occasion::Carry => "carry",
            Occasion::Merge => "merge",
            Occasion::Import => "import",
            Occasion::Restore => "restore",
        }
    }

    /// None for a word this kit does not know.
    pub fn of(word: &str) -> Option<Occasion> {
        Occasion::ALL.into_iter().find(|occasion| occasion.word() == word)
    }
}

/// What is told of a version beside its content: what a list shows without reading it, and what a bundle says of it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Version {
    /// The moment whose state it holds, in milliseconds since 1970. Names it among the versions of its assessment.
    pub at: f64,
    /// An [`Occasion`] by its word.
    pub occasion: String,
    /// As a person named it; empty where nobody did.
    pub name: String,
    /// Id of the criteria.
    pub pack: String,
    /// Points as they are printed.
    pub points: String,
    pub rated: u32,
    pub items: u32,
    /// Hashes of the evidence files it names, so that they are kept as long as it is.
    pub files: Vec<String>,
}

from_members! { Version { at, occasion, name, pack, points, rated, items, files } }
to_members! { Version { at, occasion, name, pack, points, rated, items, files } }

/// The first moment that is not a version's any more: the year 10000, in milliseconds since 1970.
const END: f64 = 253_402_300_800_000.0;

impl Version {
    /// None for a word this kit does not know.
    pub fn occasion(&self) -> Option<Occasion> {
        Occasion::of(&self.occasion)
    }

    /// Whether it names a moment: a whole number of milliseconds from 1970 to the year 9999. One that comes from elsewhere may not.
    pub fn is_dated(&self) -> bool {
        (0.0..END).contains(&self.at) && self.at.fract() == 0.0
    }
}

/// What thinning asks of a version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dated {
    /// The day whose state it holds.
    pub day: Date,
    /// Whether a person gave it a name.
    pub named: bool,
}

/// How far apart versions of a day are kept.
#[derive(PartialEq, Eq)]
enum Span {
    /// Every one.
    Each(usize),
    Day(Date),
    /// Year and number of the week (ISO 8601: from Monday to Sunday).
    Week(i32, u32),
}

impl Span {
    fn of(at: usize, version: Dated, today: Date) -> Span {
        let month_ago = today.checked_sub_days(Days::new(MONTH)).unwrap_or(today);
        match version.day {
            day if version.named || day >= today => Span::Each(at),
            day if day >= month_ago => Span::Day(day),
            day => Span::Week(day.iso_week().year(), day.iso_week().week()),
        }
    }
}

/// The positions of the versions that are let go of today. `versions` are in the order in which they were kept.
///
/// Kept are all of today, the last one of each of the 30 days before, the last one of each week (Monday to Sunday) before
/// that, and whatever has a name. Of 09:00, 12:00 and 18:00 of yesterday 18:00 stays; a month later it stays only if
/// nothing was kept on a later day of that week. Thinning every day comes to the same as thinning once on the last one.
pub fn thinned(versions: &[Dated], today: Date) -> Vec<usize> {
    let spans: Vec<Span> = versions.iter().enumerate().map(|(at, version)| Span::of(at, *version, today)).collect();
    (0..spans.len()).filter(|&at| spans[at + 1..].contains(&spans[at])).collect()
}
