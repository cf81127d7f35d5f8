//! What is to be said of files that come back from departments.

use super::file_place::item;
use super::judgement::date;
use super::quoting::{on_one_line, quoted};
use super::trouble::read_error;
use crate::criteria::Pack;
use crate::date::Date;
use crate::language::{Language, codes, fill};
use crate::merge::{Before, Brought, Matter, NotTaken};

/// Why a file is not taken in, in one sentence that names it.
pub fn not_taken(language: Language, file: &str, reason: &NotTaken) -> String {
    let words = language.words();
    let told = match reason {
        NotTaken::Unreadable(error) => read_error(language, error),
        NotTaken::OtherEdition { edition } => fill(words.by_code(&codes::NOT_TAKEN, reason.code()), &[("edition", &quoted(language, edition))]),
        NotTaken::OtherPack { id } => fill(words.by_code(&codes::NOT_TAKEN, reason.code()), &[("id", &quoted(language, id))]),
        NotTaken::OtherOrganisation { name } => {
            let name = if name.trim().is_empty() { words.unnamed_organisation() } else { name };
            fill(words.by_code(&codes::NOT_TAKEN, reason.code()), &[("name", &quoted(language, name))])
        }
        NotTaken::Repeated { file } => fill(words.by_code(&codes::NOT_TAKEN, reason.code()), &[("other", &on_one_line(language, file))]),
    };
    fill(words.departments_not_taken(), &[("name", &on_one_line(language, file)), ("reason", &told)])
}

/// How a part stands to what was taken in of it before; none where nothing was.
pub fn taken_before(language: Language, before: Before) -> Option<String> {
    let words = language.words();
    let (text, day): (&str, Option<Date>) = match before {
        Before::Nothing => return None,
        Before::Same(day) => (words.departments_before_same(), day),
        Before::Earlier(day) => (words.departments_before_earlier(), day),
        Before::Other(day) => (words.departments_before_other(), day),
    };
    let day = day.map_or_else(String::new, |day| date(language, day));
    Some(fill(text, &[("date", &day)]))
}

/// What a file brings, counted: `2 项条款：文字 5 处，指标数据 3 处`; nothing where it brings nothing.
pub fn brought(language: Language, brought: &Brought) -> Option<String> {
    let words = language.words();
    if brought.is_nothing() {
        return None;
    }
    let counts = Matter::ALL.into_iter().zip(brought.counts).filter(|(_, n)| *n > 0);
    let told: Vec<String> = counts
        .map(|(matter, n)| fill(words.by_code(&codes::MATTER, matter.code()), &[("n", &n.to_string())]))
        .collect();
    let told = told.join(words.term_list());
    Some(match brought.items.len() {
        0 => told,
        n => fill(words.departments_in_items(), &[("n", &n.to_string()), ("what", &told)]),
    })
}

/// Items by number and name, as a list in a sentence.
pub fn items_named(pack: &Pack, language: Language, ids: &[String]) -> String {
    let names: Vec<String> = ids.iter().map(|id| item(pack, language, id)).collect();
    names.join(language.words().term_list())
}
