//! A rating: a percentage in the steps the pack allows.

use std::fmt;

/// A percentage from 0 to 100 in the pack's steps. *Not rated* is the absence of one, never 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Percent(u8);

impl Percent {
    /// A rating of `value` %, where that lies between 0 and 100 and is a multiple of `step`:
    /// with step 5, 55 is a rating, 47 and 105 are not.
    pub fn new(value: u8, step: u8) -> Option<Percent> {
        (value <= 100 && step > 0 && value.is_multiple_of(step)).then_some(Percent(value))
    }

    /// Whole percent, 0 to 100.
    pub fn value(self) -> u8 {
        self.0
    }

    /// The next rating up (or down) by `steps` steps, kept between 0 and 100: 55 % one step of 5 up is 60 %.
    pub fn moved(self, steps: i32, step: u8) -> Percent {
        let value = i32::from(self.0) + steps * i32::from(step);
        Percent(value.clamp(0, 100) as u8)
    }
}

impl fmt::Display for Percent {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}%", self.0)
    }
}
