//! A percentage typed digit by digit.

use crate::assessment::Percent;

/// After so many milliseconds without a digit what was typed stands, and the next digit begins anew.
pub const SETTLED: f64 = 1500.0;

/// The digits typed so far.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Digits {
    typed: String,
    at: f64,
}

impl Digits {
    /// One digit more, and the percentage they make in the pack's steps, halves up; digits that make more than 100 begin anew, and so
    /// does one that comes [`SETTLED`] or later: `5` and at once `0` are 50 %, `5` and two seconds later `0` are 0 %.
    pub fn type_one(&mut self, digit: u8, now: f64, step: u8) -> Option<Percent> {
        if now - self.at >= SETTLED {
            self.typed.clear();
        }
        self.at = now;
        let digit = char::from(b'0' + digit % 10);
        self.typed.push(digit);
        if self.value() > 100 {
            self.typed = digit.to_string();
        }
        let step = u16::from(step.max(1));
        Percent::new(((self.value() + step / 2) / step * step).min(100) as u8, step as u8)
    }

    /// What is typed and not settled yet; empty where nothing is.
    pub fn pending(&self, now: f64) -> &str {
        if now - self.at < SETTLED { &self.typed } else { "" }
    }

    fn value(&self) -> u16 {
        self.typed.parse().unwrap_or(u16::MAX)
    }
}
