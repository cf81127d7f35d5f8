//! Civil-law reckoning of years (Civil Code arts. 201, 202, 204): a period of years ends on the corresponding day of
//! the last month, and where that month has no such day, on its last day.

use crate::date::Date;
use chrono::{Datelike, Months};

/// The day on which `years` full years from `start` are reached: 2013-03-18 and 3 years give 2016-03-18,
/// 2012-02-29 and 3 years give 2015-02-28. None beyond the calendar.
pub fn anniversary(start: Date, years: u32) -> Option<Date> {
    start.checked_add_months(Months::new(years.checked_mul(12)?))
}

/// The first day of the `years` years before `end`: 2 years before 2020-12-31 begin on 2018-12-31; before 2016-02-29
/// they begin on 2014-02-28. None beyond the calendar.
pub fn look_back(end: Date, years: u32) -> Option<Date> {
    end.checked_sub_months(Months::new(years.checked_mul(12)?))
}

/// Full years and months between two days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Elapsed {
    pub years: u32,
    /// 0 to 11.
    pub months: u32,
}

/// Full years and months from `start` to `end`; zero where `end` comes first.
/// 2014-03-18 to 2016-12-02 are 2 years and 8 months.
pub fn elapsed(start: Date, end: Date) -> Elapsed {
    let months = (end.year() - start.year()) * 12 + end.month() as i32 - start.month() as i32;
    let mut months = u32::try_from(months).unwrap_or(0);
    while months > 0 && start.checked_add_months(Months::new(months)).is_none_or(|day| day > end) {
        months -= 1;
    }
    Elapsed {
        years: months / 12,
        months: months % 12,
    }
}
