//! Who may import whom: the tables "The rooms of `src/`" in ARCHITECTURE.md are read and held against every path in `src/`.
//!
//! A room imports what its row names, no more and no less, and a row names only rooms above it, so that there are no circles. The heading a row
//! stands under says in which hall the room is, and what the rooms of that hall must not know.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use crate::command::{Result, say};
use crate::paths::{Named, named};
use crate::project;
use crate::room_table::{DOCUMENT, Hall, Room, rooms};

/// What the rooms of some halls must not know, as the beginnings of paths.
struct Unknown {
    to: fn(&Room) -> bool,
    paths: &'static [&'static str],
    why: &'static str,
}

const UNKNOWN: [Unknown; 5] = [
    Unknown {
        to: |room| room.hall != Hall::Around || room.name == "command",
        paths: &["web_sys", "js_sys", "wasm_bindgen", "wasm_bindgen_futures", "wasm_split_helpers", "gloo", "yew"],
        why: "only the page and the worker's module know the browser; what is asked of it is asked in browser/, what is drawn stands in ui/",
    },
    Unknown {
        to: |room| !["browser", "bin"].contains(&room.name.as_str()),
        paths: &[
            "std::time",
            "SystemTime",
            "Instant",
            "chrono::Local",
            "chrono::Utc::now",
            "Utc::now",
            "Local::now",
        ],
        why: "no room reads the clock but browser/ and bin/; today is an argument",
    },
    Unknown {
        to: |room| room.hall != Hall::Around,
        paths: &["std::fs", "std::env", "std::process", "std::net", "std::thread", "std::os", "getrandom"],
        why: "the core and what tells reach no files, no system and no chance; bytes are an argument",
    },
    Unknown {
        to: |room| room.name != "bin",
        paths: &[
            "print!",
            "println!",
            "eprint!",
            "eprintln!",
            "dbg!",
            "std::io::stdout",
            "std::io::stderr",
            "std::process::exit",
        ],
        why: "rooms give values; bin/ prints them",
    },
    Unknown {
        to: |room| room.name == "ui",
        paths: &[
            "js_sys::Date",
            "web_sys::Storage",
            "web_sys::Worker",
            "web_sys::BroadcastChannel",
            "web_sys::Request",
            "web_sys::IdbDatabase",
            "local_storage",
            "session_storage",
            "indexed_db",
            "fetch_with_str",
            "fetch_with_request",
        ],
        why: "a screen asks browser/ for storage, clock, workers and what is fetched",
    },
];

/// Holds every file of `src/` against the tables; says each offence with file and line.
pub fn check() -> Result {
    let root = project::root();
    let rooms = rooms(&project::read(&root.join(DOCUMENT))?)?;
    let mut checked = Checked::new(&rooms);
    for (file, source) in sources(&root.join("src"))? {
        checked.file(&file, &source);
    }
    let offences = checked.offences();
    if offences.is_empty() {
        return Ok(());
    }
    offences.iter().for_each(|offence| say(offence));
    Err(format!("{} offences against the tables of rooms in {DOCUMENT}; see above.", offences.len()))
}

/// The Rust files below a folder, by their paths in it, in order.
pub fn sources(folder: &Path) -> Result<BTreeMap<String, String>> {
    let mut found = BTreeMap::new();
    let mut open = vec![folder.to_owned()];
    while let Some(next) = open.pop() {
        let entries = fs::read_dir(&next).map_err(|error| format!("{} could not be read ({error}).", next.display()))?;
        for path in entries.flatten().map(|entry| entry.path()) {
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let name = path.strip_prefix(folder).unwrap_or(&path).to_string_lossy().replace('\\', "/");
                found.insert(name, project::read(&path)?);
            }
        }
    }
    Ok(found)
}

/// What was seen of the files so far.
struct Checked<'a> {
    rooms: &'a [Room],
    offences: Vec<String>,
    /// Who imports whom.
    made: BTreeSet<(String, String)>,
    seen: BTreeSet<String>,
}

impl<'a> Checked<'a> {
    fn new(rooms: &'a [Room]) -> Self {
        Checked {
            rooms,
            offences: Vec::new(),
            made: BTreeSet::new(),
            seen: BTreeSet::new(),
        }
    }

    /// Reads a file, named from `src/` on.
    fn file(&mut self, file: &str, source: &str) {
        // What names the rooms is none.
        if file == "lib.rs" {
            return;
        }
        let name = file.split(['/', '.']).next().unwrap_or(file);
        let Some(room) = self.rooms.iter().find(|room| room.name == name) else {
            return self.offences.push(format!("src/{file}: {name} has no row."));
        };
        self.seen.insert(name.to_owned());
        match named(source) {
            Ok(found) => found.iter().for_each(|named| self.path(room, file, named)),
            Err(why) => self.offences.push(format!("src/{file} {why}.")),
        }
    }

    fn path(&mut self, room: &Room, file: &str, named: &Named) {
        let mut offence = |why: String| {
            self.offences
                .push(format!("src/{file}:{}: `{}` in {}: {why}.", named.line, named.segments.join("::"), room.name));
        };
        for unknown in UNKNOWN.iter().filter(|unknown| (unknown.to)(room)) {
            if unknown.paths.iter().any(|path| named.begins(&path.split("::").collect::<Vec<_>>())) {
                offence(unknown.why.to_owned());
            }
        }
        let Some(other) = leads_to(room, file, named) else { return };
        if other == room.name {
            return;
        }
        if !self.rooms.iter().any(|known| known.name == other) {
            return offence(format!("{other} is no room"));
        }
        if !room.imports.contains(other) {
            offence(format!("the table does not let {} import {other}", room.name));
        }
        self.made.insert((room.name.clone(), other.to_owned()));
    }

    /// Every offence, also those of the table itself.
    fn offences(mut self) -> Vec<String> {
        for room in self.rooms {
            if !self.seen.contains(&room.name) {
                self.offences.push(format!("{DOCUMENT}: {} has a row and is not there.", room.name));
            }
            for other in &room.imports {
                if !self.made.contains(&(room.name.clone(), other.clone())) {
                    self.offences
                        .push(format!("{DOCUMENT}: the row of {} names {other}, which it does not import.", room.name));
                }
            }
        }
        self.offences
    }
}

/// The room a path leads into, if it is one of this crate that can lead out of its own. Programs name the library, as nothing but they can.
fn leads_to<'n>(room: &Room, file: &str, named: &'n Named) -> Option<&'n str> {
    let is_program = ["bin", "main"].contains(&room.name.as_str());
    let segments: Vec<&str> = named.segments.iter().map(String::as_str).collect();
    match segments.as_slice() {
        ["award_kit", other, ..] => Some(*other),
        ["crate", other, ..] if !is_program => Some(*other),
        ["super", ..] if !is_program => {
            let steps = segments.iter().take_while(|segment| **segment == "super").count();
            let depth = file.trim_end_matches(".rs").trim_end_matches("/mod").split('/').count() + named.inside;
            segments.get(steps).copied().filter(|_| steps >= depth)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::room_table::tests::TABLE;

    /// What makes every import the table names.
    const WHOLE: [(&str, &str); 8] = [
        ("lib.rs", "pub mod date;"),
        ("date.rs", "use chrono::NaiveDate;"),
        ("criteria/mod.rs", "use crate::date::Date;"),
        ("language/mod.rs", "use std::fmt;"),
        ("report/mod.rs", "use crate::{criteria, date, language};"),
        ("command/mod.rs", "use std::fs; use crate::{criteria, date, report::say};"),
        ("ui/mod.rs", "use yew::prelude::*; use crate::{criteria, date, language, report};"),
        ("bin/a.rs", "fn main() { println!(); award_kit::ui::mount(); chrono::Local::now(); }"),
    ];

    fn offences(table: &str, planted: &[(&str, &str)]) -> Vec<String> {
        let rooms = rooms(table).unwrap();
        let mut checked = Checked::new(&rooms);
        WHOLE.iter().chain(planted).for_each(|(file, source)| checked.file(file, source));
        checked.offences()
    }

    #[test]
    fn the_rooms_of_this_tree_keep_to_their_tables() {
        assert_eq!(check(), Ok(()));
    }

    #[test]
    fn what_the_table_allows_is_no_offence() {
        assert_eq!(offences(TABLE, &[]), Vec::<String>::new());
    }

    #[test]
    fn each_planted_offence_is_told_with_file_and_line() {
        let cases: &[(&str, &str, &str)] = &[
            (
                "criteria/a.rs",
                "\nuse crate::language::Language;",
                "src/criteria/a.rs:2: `crate::language::Language` in criteria: the table does not let",
            ),
            (
                "criteria/a.rs",
                "use crate::{date, report::{self, say}};",
                "src/criteria/a.rs:1: `crate::report::self`",
            ),
            (
                "criteria/a.rs",
                "#[cfg(test)]\nmod tests {\n use super::super::super::report;\n}",
                "src/criteria/a.rs:3: `super::super::super::report`",
            ),
            (
                "criteria/mod.rs",
                "use super::language::Words;",
                "src/criteria/mod.rs:1: `super::language::Words`",
            ),
            (
                "date.rs",
                "fn a() { web_sys::window() }",
                "only the page and the worker's module know the browser",
            ),
            ("report/a.rs", "use {yew::Html, std::time::Duration};", "`yew::Html` in report"),
            (
                "report/a.rs",
                "use {yew::Html, std::time::Duration};",
                "`std::time::Duration` in report: no room reads the clock",
            ),
            ("ui/a.rs", "fn a() { SystemTime::now() }", "no room reads the clock"),
            ("ui/a.rs", "use web_sys::{Event, Storage};", "`web_sys::Storage` in ui: a screen asks browser/"),
            (
                "ui/a.rs",
                "fn a() { window().local_storage() }",
                "`local_storage` in ui: a screen asks browser/",
            ),
            ("report/a.rs", "use std::fs;", "reach no files"),
            ("command/a.rs", "fn a() {\n println!(\"a\") }", "src/command/a.rs:2: `println!` in command"),
            ("command/a.rs", "use crate::language::Words;", "the table does not let command import language"),
            ("ui/a.rs", "use crate::command::run;", "the table does not let ui import command"),
            ("ui/a.rs", "use crate::nowhere::run;", "nowhere is no room"),
            ("bin/b.rs", "use award_kit::report::say;", "the table does not let bin import report"),
            ("elsewhere/a.rs", "", "src/elsewhere/a.rs: elsewhere has no row."),
            ("criteria/a.rs", "fn a( {", "src/criteria/a.rs is not Rust"),
        ];
        for (file, source, expected) in cases {
            let told = offences(TABLE, &[(file, source)]);
            assert!(told.iter().any(|offence| offence.contains(expected)), "{file} {source}: {told:?}");
        }
    }

    #[test]
    fn comments_texts_and_the_own_room_are_none() {
        let source = "//! crate::report\nuse super::b::C; use crate::criteria::d; const A: &str = \"crate::language\"; pub(in crate::criteria) fn e() {}";
        assert_eq!(offences(TABLE, &[("criteria/a.rs", source)]), Vec::<String>::new());
    }

    #[test]
    fn a_row_that_says_too_much_is_an_offence() {
        let named = TABLE.replace("| how | – |", "| how | date |");
        assert_eq!(
            offences(&named, &[]),
            ["ARCHITECTURE.md: the row of language names date, which it does not import."]
        );
        let more = TABLE.replace("### Words and files", "| `order` | lists | – | – |\n\n### Words and files");
        assert!(offences(&more, &[]).contains(&"ARCHITECTURE.md: order has a row and is not there.".to_owned()));
    }
}
