//! Figures in running text: which of the table a sentence speaks of, of which year, and whether it says the same.

mod before;
mod context;
mod grammar;
mod names;
mod row;
mod table;
mod unit;
mod value;

pub(super) use table::Figures;

use super::report::Report;
use crate::assessment::{Assessment, Field};
use crate::criteria::Pack;
use crate::indicators::Subject;
use std::ops::Range;

/// What a figure in a text is said of.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum What {
    /// A figure of the table, by its position among [`Figures`].
    Known(usize),
    /// What the text calls it, with the unit it is given in.
    Called(String),
}

/// A figure as a text states it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Stated {
    /// Position of the passage.
    pub passage: usize,
    /// The number and the sign behind it.
    pub range: Range<usize>,
    pub what: What,
    pub year: i32,
    /// The year is written; else it follows from the number standing in a row of as many as years are asked for, and `row` tells which.
    pub dated: bool,
    pub row: usize,
    /// In the unit of the table, or as it is written.
    pub value: f64,
    /// Half of the last digit written, in the same unit.
    pub room: f64,
}

/// A figure of a text beside that of the table.
#[derive(Debug, Clone, PartialEq)]
pub struct Compared {
    pub place: Field,
    /// Where the number stands, in bytes of the text.
    pub range: Range<usize>,
    pub subject: Subject,
    pub year: i32,
    /// In the unit of the table.
    pub stated: f64,
    pub table: f64,
    /// The year is written with it; else it stands in a row of as many numbers as years are asked for.
    pub dated: bool,
    /// Rounded as it is written they are the same.
    pub agrees: bool,
}

/// All figures of the texts that the table has too, in the order of the texts. Of a row of numbers without years nothing is taken
/// unless one of them agrees: it may be a row of something else.
pub fn compared(pack: &Pack, assessment: &Assessment) -> Vec<Compared> {
    let report = Report::of(pack, assessment);
    let all = report.figures.compared(&report.stated);
    let told = all.into_iter().map(|(stated, subject, table, agrees)| Compared {
        place: report.passages[stated.passage].place,
        range: report.passages[stated.passage].written(stated.range.clone()),
        subject,
        year: stated.year,
        stated: stated.value,
        table,
        dated: stated.dated,
        agrees,
    });
    told.collect()
}
