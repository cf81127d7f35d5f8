//! Civil dates as they are written in files and date fields.

/// A civil date of the proleptic Gregorian calendar, without time or zone.
pub type Date = chrono::NaiveDate;

/// Whether a date's year has its four figures: while 2013 is typed into a browser's date field, it has the years 2, 20 and 201.
pub fn is_written_out(date: Date) -> bool {
    use chrono::Datelike;
    date.year() >= 1000
}

/// Reads exactly `YYYY-MM-DD`; none for other forms and for days that do not exist, such as 2015-02-29.
pub fn parse_date(written: &str) -> Option<Date> {
    let bytes = written.as_bytes();
    let shape = bytes.len() == 10
        && bytes
            .iter()
            .enumerate()
            .all(|(at, byte)| if at == 4 || at == 7 { *byte == b'-' } else { byte.is_ascii_digit() });
    if !shape {
        return None;
    }
    Date::from_ymd_opt(written[..4].parse().ok()?, written[5..7].parse().ok()?, written[8..].parse().ok()?)
}
