//! What a rule marks with: it takes the places of a passage as they are read and keeps them as they were written.

use super::hit::{Elsewhere, Hit, Value};
use super::passage::Passage;
use super::rule::Rule;
use std::ops::Range;

/// The hits of one rule as they are found.
pub(super) struct Marks<'a> {
    pub rule: &'static Rule,
    pub hits: &'a mut Vec<Hit>,
}

impl Marks<'_> {
    /// Marks a place of a passage.
    pub fn mark(&mut self, passage: &Passage, range: Range<usize>, values: Vec<(&'static str, Value)>) {
        self.hit(passage, range, values, None);
    }

    /// Marks a place that another contradicts.
    pub fn contradicted(&mut self, passage: &Passage, range: Range<usize>, values: Vec<(&'static str, Value)>, by: Elsewhere) {
        self.hit(passage, range, values, Some(by));
    }

    fn hit(&mut self, passage: &Passage, range: Range<usize>, values: Vec<(&'static str, Value)>, elsewhere: Option<Elsewhere>) {
        self.hits.push(Hit {
            rule: self.rule,
            place: passage.place,
            range: passage.written(range),
            values,
            elsewhere,
        });
    }
}

/// What was written at a place, for a sentence.
pub(super) fn quote(passage: &Passage, range: Range<usize>) -> Value {
    Value::Words(passage.cased[range].trim().to_owned())
}
