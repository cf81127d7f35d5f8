//! When something was changed, in running text.

use crate::browser::clock;
use crate::language::{Language, fill};
use crate::report::say;

/// `2016年12月2日 14:05`, `2 December 2016 14:05`; `moment` in milliseconds since 1970.
pub fn day_and_time(language: Language, moment: f64) -> String {
    let (day, time) = clock::day_and_time(moment);
    [&*say::date(language, day), " ", &*time].concat()
}

/// `今天 14:05`, `2 December 2016`; `moment` in milliseconds since 1970.
pub fn moment(language: Language, moment: f64) -> String {
    let (day, time) = clock::day_and_time(moment);
    if day == clock::today() {
        fill(language.words().today_at(), &[("time", &time)])
    } else {
        say::date(language, day)
    }
}
