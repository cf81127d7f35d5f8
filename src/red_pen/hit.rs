//! A hit of a rule: where, and what it needs to be told.

use super::rule::Rule;
use crate::assessment::Field;
use crate::indicators::Subject;
use std::ops::Range;

/// What a rule marks.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    pub rule: &'static Rule,
    /// The text it stands in.
    pub place: Field,
    /// Where in the text, in bytes, on the borders of characters.
    pub range: Range<usize>,
    /// What its sentence names.
    pub values: Vec<(&'static str, Value)>,
    /// The other place of a contradiction.
    pub elsewhere: Option<Elsewhere>,
}

/// What a sentence about a hit names.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// As it was written.
    Words(String),
    Count(usize),
    Year(i32),
    /// In the unit of an indicator.
    Number(f64),
    /// The name of a figure of the table.
    Figure(Subject),
    Place(Field),
}

/// Where the other side of a contradiction stands.
#[derive(Debug, Clone, PartialEq)]
pub enum Elsewhere {
    Text(Field, Range<usize>),
    /// A year of the table.
    Table(Subject, i32),
}
