//! The tasks of the desk: some received files read, all of them held against each other, the result saved, one of them opened.
//!
//! Criteria are asked for with every batch and read once: the worker keeps them by their keys, which hold their content hash.

use super::{Arguments, Progress};
use crate::criteria::{Pack, read_pack_file};
use crate::date::{Date, parse_date};
use crate::desk::Line;
use crate::export::{desk_page, desk_workbook};
use crate::json::{self, Absent, FromJson, ToJson};
use crate::language::Language;
use crate::received::{Desk, Draft, Shingles, gathered};
use std::cell::RefCell;

/// Lines in one list, so that no reader of them is busy for long.
const TOGETHER: usize = 20;

thread_local! {
    /// The criteria that were asked for last, and their keys.
    static PACKS: RefCell<(Vec<String>, Vec<Pack>)> = const { RefCell::new((Vec::new(), Vec::new())) };
}

/// Today, passphrases, keys of the criteria, the criteria, names of the files, the files.
pub(super) fn read(language: Language, arguments: &Arguments, progress: Progress<'_>) -> Result<Vec<Vec<u8>>, String> {
    let today = parse_date(arguments.text(0)).unwrap_or(Date::MAX);
    let (passphrases, keys) = (list::<String>(arguments.content(1)), list::<String>(arguments.content(2)));
    let names = 3 + keys.len();
    let files = list::<String>(arguments.content(names));
    let of = files.len() as u32;
    PACKS.with_borrow_mut(|known| {
        if known.0 != keys {
            // Criteria with faults are no criteria; the page they come from says so.
            let pack = |at: usize| read_pack_file("", std::str::from_utf8(arguments.content(at)).ok()?).ok();
            *known = (keys, (3..names).filter_map(pack).collect());
        }
        let passphrases: Vec<&str> = passphrases.iter().map(String::as_str).collect();
        let desk = Desk {
            packs: &known.1,
            passphrases: &passphrases,
            today,
            language,
        };
        let mut parts = Vec::new();
        for ((name, at), done) in files.iter().zip(names + 1..).zip(0..) {
            progress(done, of);
            let draft = desk.read(name, arguments.content(at));
            parts.push(draft.line.to_json().to_string().into_bytes());
            parts.push(draft.shingles.to_bytes());
        }
        Ok(parts)
    })
}

/// For each file its line and what it is held against others by.
pub(super) fn gather(arguments: &Arguments) -> Vec<Vec<u8>> {
    let drafts = (0..arguments.0.len() / 2).filter_map(|at| {
        let line = one::<Line>(arguments.content(2 * at))?;
        let shingles = Shingles::from_bytes(arguments.content(2 * at + 1)).unwrap_or_default();
        Some(Draft { line, shingles })
    });
    let lines = gathered(drafts.collect());
    let list = |lines: &[Line]| {
        let all: Vec<serde_json::Value> = lines.iter().map(ToJson::to_json).collect();
        serde_json::Value::Array(all).to_string().into_bytes()
    };
    lines.chunks(TOGETHER).map(list).collect()
}

/// What is made, then the lists of lines.
pub(super) fn save(language: Language, arguments: &Arguments) -> Result<Vec<u8>, String> {
    let lines: Vec<Line> = (1..arguments.0.len()).flat_map(|at| list::<Line>(arguments.content(at))).collect();
    match arguments.text(0) {
        "html" => Ok(desk_page(&lines, language)),
        _ => desk_workbook(&lines, language).map_err(|error| error.sentence(language)),
    }
}

/// Passphrases, and a file.
pub(super) fn open(language: Language, arguments: &Arguments) -> Result<Vec<Vec<u8>>, String> {
    let passphrases = list::<String>(arguments.content(0));
    let passphrases: Vec<&str> = passphrases.iter().map(String::as_str).collect();
    let desk = Desk {
        packs: &[],
        passphrases: &passphrases,
        today: Date::MAX,
        language,
    };
    let content = desk.content_of(arguments.content(1));
    content
        .map(|content| vec![content])
        .ok_or_else(|| language.words().desk_not_opened().to_owned())
}

fn one<T: FromJson>(bytes: &[u8]) -> Option<T> {
    let parsed = json::parse(std::str::from_utf8(bytes).ok()?).ok()?;
    json::typed(&parsed.value, Absent::Default).content
}

fn list<T: FromJson>(bytes: &[u8]) -> Vec<T> {
    one::<Vec<T>>(bytes).unwrap_or_default()
}
