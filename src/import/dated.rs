//! Years as they stand in headings: `2014年`, `14年`, `FY14`, `二〇一五年`, `2014-12-31`; and days and months, which are less than a year.

use super::fold::narrow;

/// What a text says of years.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Dated {
    /// Those from 1900 to 2100, in the order they stand in.
    pub(super) years: Vec<i32>,
    /// A month or day stands beside one, and it is not the last of the year.
    pub(super) part: bool,
    /// The rest, narrow, with `#` for each year.
    pub(super) rest: String,
}

/// Characters in front of which a number of years is meant, and behind `年`: `第14年`, `近10年`, `10年期`.
const BEFORE: &[char] = &['第', '近', '前', '过', '满', '每', '约', '逾', '超', '后', '达', '共'];
const BEHIND: &[char] = &['内', '来', '以', '期', '多', '前', '后', '间', '平'];

/// Reads the years of a text.
pub(super) fn dated(text: &str) -> Dated {
    let marks: Vec<char> = narrow(text).collect();
    let mut found = Dated::default();
    let mut at = 0;
    while let Some(mark) = marks.get(at) {
        let run = |is: fn(&char) -> bool| marks.get(at..).unwrap_or_default().iter().take_while(|mark| is(mark)).count();
        let digits = run(char::is_ascii_digit);
        let chinese = run(|mark| figure(*mark).is_some());
        let (length, year) = if digits > 0 {
            (digits, of_digits(&marks, at, digits))
        } else if chinese > 0 {
            (chinese, of_figures(&marks, at, chinese))
        } else {
            (1, None)
        };
        match year {
            Some(year) => {
                let (day, rest) = day(&marks, at + length);
                // `20141231`
                let eight = digits == 8 || digits == 6;
                let is_last = day == Some((12, Some(31))) || (eight && marks.get(at + 4..at + 8) == Some(&['1', '2', '3', '1']));
                found.part |= (day.is_some() || eight) && !is_last;
                found.years.push(year);
                found.rest.push('#');
                at = if is_last { rest } else { at + length };
            }
            None => {
                found.rest.extend(marks.get(at..at + length).unwrap_or(&[*mark]));
                at += length;
            }
        }
    }
    found
}

fn in_range(year: i32) -> Option<i32> {
    (1900..=2100).contains(&year).then_some(year)
}

fn number(marks: &[char]) -> Option<i32> {
    marks.iter().collect::<String>().parse().ok()
}

/// Four figures, six or eight that are a month or day, or two before `年` or behind `FY`.
fn of_digits(marks: &[char], at: usize, length: usize) -> Option<i32> {
    let run = marks.get(at..at + length)?;
    match length {
        4 => in_range(number(run)?),
        6 | 8 => {
            let month = (1..=12).contains(&number(run.get(4..6)?)?);
            let day = run.get(6..8).is_none_or(|day| number(day).is_some_and(|day| (1..=31).contains(&day)));
            in_range(number(run.get(..4)?)?).filter(|_| month && day)
        }
        2 => short(marks, at, length, number(run)?),
        _ => None,
    }
}

fn of_figures(marks: &[char], at: usize, length: usize) -> Option<i32> {
    let year = marks.get(at..at + length)?.iter().try_fold(0, |year, mark| Some(year * 10 + figure(*mark)?))?;
    match length {
        4 => in_range(year),
        2 => short(marks, at, length, year),
        _ => None,
    }
}

/// Two figures that are a year: `14年`, `FY14`, `'14`.
fn short(marks: &[char], at: usize, length: usize, year: i32) -> Option<i32> {
    let before = |back: usize| at.checked_sub(back).and_then(|at| marks.get(at)).copied().unwrap_or(' ');
    let behind = |on: usize| marks.get(at + length + on).copied().unwrap_or(' ');
    let named = behind(0) == '年' && !BEFORE.contains(&before(1)) && !BEHIND.contains(&behind(1));
    let fiscal = before(1).eq_ignore_ascii_case(&'y') && before(2).eq_ignore_ascii_case(&'f');
    let quoted = matches!(before(1), '\'' | '’' | '‘') && !before(2).is_ascii_digit();
    (named || fiscal || quoted).then_some(if year <= 50 { 2000 + year } else { 1900 + year })
}

fn figure(mark: char) -> Option<i32> {
    match mark {
        '〇' | '零' | '○' | '◯' => Some(0),
        _ => "一二三四五六七八九".chars().position(|known| known == mark).map(|at| at as i32 + 1),
    }
}

/// The month and day behind a year, and where they end: `-12-31`, `年12月31日`, `.6`.
fn day(marks: &[char], from: usize) -> (Option<(i32, Option<i32>)>, usize) {
    let part = |from: usize, most: i32| {
        let mark = marks.get(from).filter(|mark| matches!(mark, '-' | '/' | '.' | '年' | '月'))?;
        let spaces = marks.get(from + 1..)?.iter().take_while(|mark| mark.is_whitespace()).count();
        let start = from + 1 + spaces;
        let length = marks.get(start..)?.iter().take_while(|mark| mark.is_ascii_digit()).count();
        let value = number(marks.get(start..start + length)?).filter(|value| (1..=most).contains(value) && length <= 2)?;
        // `2014年12家`: a number, not a month.
        let named = *mark != '年' || matches!(marks.get(start + length), Some('月' | '-' | '/' | '.' | '~' | '至' | '—'));
        named.then_some((value, start + length))
    };
    let Some((month, end)) = part(from, 12) else { return (None, from) };
    match part(end, 31) {
        Some((day, end)) => (Some((month, Some(day))), end + usize::from(marks.get(end) == Some(&'日'))),
        None => (Some((month, None)), end),
    }
}
