//! What a number's format shows: 0.963 as `0.0%` is 96.3%, 483000000 as `0"."0,"万元"` is 48300万元, 96.3 as `0.0\%` is 96.3%. Nothing of
//! the number's digits is lost by that; where the format shows something else than the number, that is a doubt.

use super::super::table::{Cell, Doubt};
use crate::indicators::Measure;

/// One of the parts of a format, for positive, negative and zero, or under a condition.
#[derive(Default)]
struct Section {
    condition: Option<(String, f64)>,
    before: String,
    /// Texts between digits, with the number of digits in front of them.
    between: Vec<(String, usize)>,
    behind: String,
    digits: usize,
    point: bool,
    percents: i32,
    /// Commas behind the last digit, each for three digits that are not shown.
    thousands: i32,
    /// Letters of days and times, in small.
    date: String,
    elapsed: bool,
    general: bool,
}

/// The longest code of a format; spreadsheets take 255 characters.
const LONGEST: usize = 1000;

/// A number under a format's code. `epoch_1904` where days count from 1904.
pub(super) fn shown(number: f64, code: &str, epoch_1904: bool) -> Cell {
    if code.len() > LONGEST {
        return Cell::Doubt(Doubt::Format, number.to_string());
    }
    let sections = sections(code);
    let Some(section) = chosen(&sections, number) else {
        return Cell::Number(number);
    };
    if section.elapsed {
        return Cell::Doubt(Doubt::Format, number.to_string());
    }
    if !section.date.is_empty() {
        return day(number, section, epoch_1904);
    }
    if section.digits == 0 && !section.general {
        return without_digits(number, section);
    }
    let mut power = 2 * section.percents - 3 * section.thousands;
    for (text, before) in &section.between {
        match text.trim() {
            "." | "．" if !section.point => power -= section.digits as i32 - *before as i32,
            "" | "," | "，" | "/" => {}
            _ => return Cell::Doubt(Doubt::Format, number.to_string()),
        }
    }
    let (before, behind) = (section.before.trim(), section.behind.trim());
    if number == 0.0 && before.contains('-') {
        return Cell::text("-");
    }
    let is_negative_part = number < 0.0 && sections.len() > 1;
    let misleading = |text: &str| text.contains(|mark: char| mark.is_ascii_digit());
    let minus = [before, behind].iter().any(|text| text.contains(['-', '−']));
    let figure = shifted(number, power);
    let sign = if section.percents > 0 { "%" } else { "" };
    let written = [before, &figure, behind, sign].concat();
    if misleading(before) || misleading(behind) || (minus && !is_negative_part) {
        return Cell::Doubt(Doubt::Format, written);
    }
    let unit = behind.trim_end_matches(')').trim();
    // `0.0"M"`: thousands or millions, or something else.
    if Measure::read(unit).is_none() && (is_letters(unit) || unit.contains(['元', '万', '亿'])) {
        return Cell::Doubt(Doubt::Format, written);
    }
    let in_front = Measure::read(before.trim_matches(['(', ' ', '-']));
    // `"约"0`, `0"年上半年"`: what is written beside a number is read with it.
    if in_front.is_none() && says_more(before) || Measure::read(unit).is_none() && says_more(unit) {
        return Cell::Text(written);
    }
    if section.percents > 0 || unit == "%" {
        return Cell::Text([figure.as_str(), "%"].concat());
    }
    if Measure::read(unit).is_some() {
        return Cell::Text([figure.as_str(), unit].concat());
    }
    match in_front {
        _ if power != 0 => Cell::Doubt(Doubt::Scaled, figure),
        Some(currency) if currency.is_currency() => Cell::Text(["¥", &figure].concat()),
        Some(unit) if !before.contains(char::is_alphabetic) => Cell::Text([figure.as_str(), &unit.base].concat()),
        Some(_) => Cell::Text([figure.as_str(), before.trim_matches(['(', ' ', '-'])].concat()),
        None => Cell::Number(number),
    }
}

/// Up to three Latin letters, which may be a multiplier.
fn is_letters(unit: &str) -> bool {
    (1..=3).contains(&unit.len()) && unit.chars().all(|mark| mark.is_ascii_alphabetic())
}

/// Whether what a format writes beside a number says more than where its digits are parted.
fn says_more(text: &str) -> bool {
    text.contains(|mark: char| mark.is_alphabetic() || matches!(mark, '≥' | '≤' | '<' | '>' | '≈' | '~' | '±'))
}

/// Words alone: a dash for zero is no value; anything else hides the number.
fn without_digits(number: f64, section: &Section) -> Cell {
    let shown = [section.before.trim(), section.behind.trim()].concat();
    if number == 0.0 && (shown.is_empty() || shown.chars().all(|mark| matches!(mark, '-' | '—' | '–' | '/'))) {
        return Cell::text(&shown);
    }
    Cell::Doubt(Doubt::Format, number.to_string())
}

fn chosen(sections: &[Section], number: f64) -> Option<&Section> {
    let last = sections.len().min(3).checked_sub(1)?;
    let applies = |at: usize, section: &Section| match &section.condition {
        Some((sign, limit)) => match sign.as_str() {
            "<" => number < *limit,
            "<=" => number <= *limit,
            ">" => number > *limit,
            ">=" => number >= *limit,
            "<>" => number != *limit,
            _ => number == *limit,
        },
        None if at == last => true,
        None if at == 0 => number > 0.0 || (last == 1 && number == 0.0),
        None => number < 0.0,
    };
    sections
        .iter()
        .take(3)
        .enumerate()
        .find(|(at, section)| applies(*at, section))
        .map(|(_, section)| section)
}

fn sections(code: &str) -> Vec<Section> {
    let mut all = vec![Section::default()];
    // Excel's own word for a number as it is, and that of WPS and the Chinese Excel.
    let code = code
        .replace("G/通用格式", "\u{1}")
        .replace("General", "\u{1}")
        .replace("GENERAL", "\u{1}")
        .replace("general", "\u{1}");
    let mut marks = code.chars().peekable();
    while let Some(mark) = marks.next() {
        if mark == ';' {
            all.push(Section::default());
            continue;
        }
        let Some(section) = all.last_mut() else { break };
        match mark {
            '\u{1}' => {
                section.general = true;
                section.digit();
            }
            '"' => {
                let text: String = marks.by_ref().take_while(|mark| *mark != '"').collect();
                section.text(&text);
            }
            '\\' | '!' => {
                let text: String = marks.next().into_iter().collect();
                section.text(&text);
            }
            '_' | '*' => {
                marks.next();
            }
            '[' => {
                let inside: String = marks.by_ref().take_while(|mark| *mark != ']').collect();
                section.bracket(&inside);
            }
            '0' | '#' | '?' => section.digit(),
            '.' if section.digits > 0 || matches!(marks.peek(), Some('0' | '#' | '?')) => section.point = true,
            ',' if section.digits > 0 => section.thousands += 1,
            '%' => section.percents += 1,
            'E' | 'e' if section.digits > 0 && matches!(marks.peek(), Some('+' | '-')) => {
                marks.next();
                while matches!(marks.peek(), Some('0' | '#' | '?')) {
                    marks.next();
                }
            }
            'y' | 'Y' | 'm' | 'M' | 'd' | 'D' | 'h' | 'H' | 's' | 'S' | 'e' | 'a' | 'A' | 'g' | 'b' | 'B' => section.date.push(mark.to_ascii_lowercase()),
            '@' => section.general = true,
            _ => section.text(&mark.to_string()),
        }
    }
    for section in &mut all {
        // Letters beside digits are no day.
        if section.digits > 0 && !section.date.contains(['y', 'd', 'h', 's']) {
            section.date.clear();
        }
    }
    all
}

impl Section {
    fn digit(&mut self) {
        // What stood behind the digits stands between them.
        if !self.behind.is_empty() {
            self.between.push((std::mem::take(&mut self.behind), self.digits));
        }
        // Commas between digits part thousands, those in front of the point do not.
        if !self.point {
            self.thousands = 0;
        }
        self.digits += 1;
    }
    fn text(&mut self, text: &str) {
        if self.digits == 0 { &mut self.before } else { &mut self.behind }.push_str(text);
    }
    fn bracket(&mut self, inside: &str) {
        let lower = inside.to_lowercase();
        let sign: String = inside.chars().take_while(|mark| matches!(mark, '<' | '>' | '=')).collect();
        if !sign.is_empty() {
            let limit = inside.get(sign.len()..).and_then(|limit| limit.trim().parse().ok());
            self.condition = limit.map(|limit| (sign, limit));
        } else if let Some(currency) = inside.strip_prefix('$') {
            self.text(currency.split('-').next().unwrap_or_default());
        } else if !lower.is_empty() && lower.chars().all(|mark| matches!(mark, 'h' | 'm' | 's')) {
            self.elapsed = true;
        }
    }
}

/// A day as far as it is shown, with what else its format writes: `2014年` where the year alone is, `2014年上半年`.
fn day(number: f64, section: &Section, epoch_1904: bool) -> Cell {
    let letters = section.date.as_str();
    let doubt = || Cell::Doubt(Doubt::Format, number.to_string());
    let days = number.floor() + if epoch_1904 { 1462.0 } else { 0.0 };
    let has = |letter: char| letters.contains(letter);
    let year = has('y') || has('e');
    if !(1.0..=2_958_465.0).contains(&days) || !(year || has('d')) {
        return doubt();
    }
    // Spreadsheets count a 29th of February 1900 that was none.
    let base = if days < 60.0 { 1 } else { 0 };
    let (year_number, month, day) = civil(days as i64 + base - 25_569);
    let shown = match (year, has('m'), has('d')) {
        (true, false, false) => format!("{year_number:04}年"),
        (true, true, false) => format!("{year_number:04}-{month:02}"),
        _ => format!("{year_number:04}-{month:02}-{day:02}"),
    };
    let more = ["年", "月", "日"].iter().fold(section.before.clone(), |text, mark| text.replacen(mark, "", 1));
    let more = if more.contains(char::is_alphanumeric) { more.trim() } else { "" };
    Cell::Text([shown.as_str(), more].concat())
}

/// Year, month and day of a number of days since 1970, by counting years that begin in March.
fn civil(days: i64) -> (i64, i64, i64) {
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let of_era = shifted.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let march = (5 * of_year + 2) / 153;
    let month = if march < 10 { march + 3 } else { march - 9 };
    (year_of_era + era * 400 + i64::from(month <= 2), month, of_year - (153 * march + 2) / 5 + 1)
}

/// A number times a power of ten, digit by digit: 0.963 by 2 is `96.3`, not 96.30000000000001.
pub(super) fn shifted(number: f64, power: i32) -> String {
    let written = number.to_string();
    let (sign, written) = written.strip_prefix('-').map_or(("", written.as_str()), |digits| ("-", digits));
    let (whole, behind) = written.split_once('.').unwrap_or((written, ""));
    let digits = [whole, behind].concat();
    let point = whole.len() as i32 + power;
    let (whole, behind) = if point <= 0 {
        (String::new(), ["0".repeat(point.unsigned_abs() as usize).as_str(), &digits].concat())
    } else {
        let point = point as usize;
        let padded = [digits.as_str(), &"0".repeat(point.saturating_sub(digits.len()))].concat();
        let (whole, behind) = padded.split_at_checked(point).unwrap_or((&padded, ""));
        (whole.to_owned(), behind.to_owned())
    };
    let whole = match whole.trim_start_matches('0') {
        "" => "0",
        whole => whole,
    };
    let behind = behind.trim_end_matches('0');
    [sign, whole, if behind.is_empty() { "" } else { "." }, behind].concat()
}

/// The codes of the formats that a workbook names by number alone.
pub(super) fn built_in(id: u32) -> &'static str {
    match id {
        // Amounts in the currency of whoever opens the file.
        5 | 6 | 42 => "¥#,##0",
        7 | 8 | 44 => "¥#,##0.00",
        9 => "0%",
        10 => "0.00%",
        14..=17 | 27..=31 | 36 | 50..=54 | 57 | 58 => "yyyy-m-d",
        18..=21 | 32..=35 | 45 | 47 | 55 | 56 => "h:mm",
        22 => "yyyy-m-d h:mm",
        46 => "[h]:mm:ss",
        _ => "General",
    }
}
