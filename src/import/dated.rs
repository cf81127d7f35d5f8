//! Years as they stand in headings: `2014年`, `14年`, `FY14`, `二〇一五年`, `2014-12-31`; and days and months, which are less than a year: `201406`,
//! `2014_06`, `二〇一四年六月`.

use super::fold::narrow;

/// What a text says of years.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Dated {
    /// Those from 1900 to 2100, in the order they stand in.
    pub(super) years: Vec<i32>,
    /// A month or day stands beside one, and it is not the last of the year.
    pub(super) part: bool,
    /// Those years, each with the month.
    pub(super) months: Vec<(i32, i32)>,
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
                // `20141231`, `201406`
                let together = || number(marks.get(at + 4..at + 6)?).filter(|_| digits > 4);
                let is_last = day == Some((12, Some(31))) || (digits == 8 && marks.get(at + 4..at + 8) == Some(&['1', '2', '3', '1']));
                let month = day.map(|(month, _)| month).or_else(together).filter(|_| !is_last);
                found.part |= month.is_some();
                found.months.extend(month.map(|month| (year, month)));
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

/// The month and day behind a year, and where they end: `-12-31`, `年12月31日`, `.6`, `M06`, `年六月`.
fn day(marks: &[char], from: usize) -> (Option<(i32, Option<i32>)>, usize) {
    let part = |from: usize, most: i32| {
        let mark = marks.get(from).filter(|mark| matches!(mark, '-' | '/' | '.' | '_' | 'M' | 'm' | '年' | '月'))?;
        let spaces = marks.get(from + 1..)?.iter().take_while(|mark| mark.is_whitespace()).count();
        let start = from + 1 + spaces;
        let digits = marks.get(start..)?.iter().take_while(|mark| mark.is_ascii_digit()).count();
        let (value, end) = match digits {
            0 => of_words(marks, start)?,
            digits => (number(marks.get(start..start + digits)?)?, start + digits),
        };
        // `2014年12家`: a number, not a month; nor the second of two columns, `2014_2`.
        let named = match mark {
            '_' => digits == 2,
            '年' => matches!(marks.get(end), Some('月' | '-' | '/' | '.' | '~' | '至' | '—')),
            _ => true,
        };
        (named && digits <= 2 && (1..=most).contains(&value)).then_some((value, end))
    };
    let Some((month, end)) = part(from, 12) else { return (None, from) };
    match part(end, 31) {
        Some((day, end)) => (Some((month, Some(day))), end + usize::from(marks.get(end) == Some(&'日'))),
        None => (Some((month, None)), end),
    }
}

/// `六`, `十一`, `二十三` before `月` or `日`, and where it ends.
pub(super) fn of_words(marks: &[char], start: usize) -> Option<(i32, usize)> {
    let length = marks.get(start..)?.iter().take_while(|mark| figure(**mark).is_some() || **mark == '十').count();
    let (end, written) = (start + length, marks.get(start..start + length)?);
    if !matches!(marks.get(end), Some('月' | '日')) {
        return None;
    }
    let value = match written.iter().position(|mark| *mark == '十') {
        Some(ten) => {
            let tens = if ten == 0 { Some(1) } else { figure(*written.first()?) };
            tens? * 10 + written.get(ten + 1).map_or(Some(0), |mark| figure(*mark))?
        }
        None => figure(*written.first()?).filter(|_| length == 1)?,
    };
    Some((value, end))
}

/// The text with `全年` for its first to its twelfth month: `1-12月`, `1月至12月`.
pub(super) fn with_whole_years(text: &str) -> String {
    let mut whole = text.to_owned();
    while let Some(behind) = whole.find("12月") {
        let before = whole.get(..behind).unwrap_or_default();
        let marked = before.trim_end().strip_suffix(['-', '~', '～', '—', '–', '至', '到', '－']);
        let first = marked.map(|before| before.trim_end().trim_end_matches('月'));
        let start = first.and_then(|before| before.strip_suffix("01").or_else(|| before.strip_suffix('1')));
        match start {
            Some(start) if !start.ends_with(|mark: char| mark.is_ascii_digit()) => {
                whole = [start, "全年", whole.get(behind + "12月".len()..).unwrap_or_default()].concat();
            }
            _ => break,
        }
    }
    whole
}
