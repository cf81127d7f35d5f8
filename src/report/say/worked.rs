//! Worked cases of a pack that come to something else than they say.

use super::judgement::date;
use super::quoting::quoted;
use crate::date::Date;
use crate::language::{Language, fill};
use crate::worked::Broken;

/// Which case is broken and what it comes to, in one sentence.
pub fn broken_case(language: Language, broken: &Broken) -> String {
    let words = language.words();
    let day = |day: Option<Date>| day.map_or_else(|| words.case_no_years().to_owned(), |day| date(language, day));
    match broken {
        Broken::Years {
            case,
            registered,
            wanted,
            found,
        } => {
            let values = [day(Some(*registered)), day(*wanted), day(*found)];
            let [registered, wanted, found] = values.each_ref().map(String::as_str);
            let values = [("n", &*case.to_string()), ("registered", registered), ("wanted", wanted), ("found", found)];
            fill(words.case_years(), &values)
        }
        Broken::Total { case, wanted, found } => fill(
            words.case_total(),
            &[("n", &case.to_string()), ("wanted", &wanted.to_string()), ("found", &found.to_string())],
        ),
        Broken::Unknown { totals, case, what } => {
            let text = if *totals { words.case_unknown_total() } else { words.case_unknown_years() };
            fill(text, &[("n", &case.to_string()), ("what", &quoted(language, what))])
        }
    }
}
