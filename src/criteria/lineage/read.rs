//! Reading `lineage.json`; everything amiss is collected.

use super::{FILE, Lineage, LineageStep, Note, PackName, Succession, SuccessionKind};
use crate::criteria::content::parse;
use crate::criteria::fault::{Fault, FaultCode};
use crate::criteria::pack::{LANGUAGES, read};
use crate::json::{FromJson, Place, from_members};

const FORMAT: &str = "award-kit.lineage";

/// The whole file.
struct LineageFile {
    format: String,
    version: String,
    steps: Vec<LineageStep>,
}

from_members! {
    LineageFile { format, version, steps }
    LineageStep { from, to, items, conditions }
    Succession { kind, from, to, note }
}

impl FromJson for SuccessionKind {
    fn from_json(place: Place<'_>) -> SuccessionKind {
        let all = [SuccessionKind::Renamed, SuccessionKind::Split, SuccessionKind::Merged, SuccessionKind::Retired];
        place.choice(&all.map(|kind| (kind.word(), kind)))
    }
}

/// Two texts: id and edition. That there are two is checked afterwards.
impl FromJson for PackName {
    fn from_json(place: Place<'_>) -> PackName {
        let mut texts = place.list().map(String::from_json);
        PackName {
            id: texts.next().unwrap_or_default(),
            edition: texts.next().unwrap_or_default(),
        }
    }
}

impl FromJson for Note {
    fn from_json(place: Place<'_>) -> Note {
        Note(FromJson::from_json(place))
    }
}

impl Lineage {
    /// Reads and checks the text of `lineage.json`; all faults are collected.
    pub fn read(text: &str) -> Result<Lineage, Vec<Fault>> {
        let mut faults = Vec::new();
        let Some(value) = parse(FILE, text, &mut faults) else { return Err(faults) };
        let Some(file) = read::<LineageFile>(FILE, &value, &mut faults) else {
            return Err(faults);
        };
        let mut report = Report {
            faults: &mut faults,
            file: FILE,
        };
        if file.format != FORMAT {
            report.add(FaultCode::UnknownFormat, "/format", &file.format, FORMAT);
        }
        if file.version.split('.').next() != Some("1") {
            report.add(FaultCode::UnknownFormat, "/version", &file.version, "1.0");
        }
        for (at, step) in file.steps.iter().enumerate() {
            let pointer = format!("/steps/{at}");
            for (name, side) in [(&step.from, "/from"), (&step.to, "/to")] {
                if name.id.is_empty() || name.edition.is_empty() {
                    report.add(FaultCode::UnusableRule, &[&pointer, side].concat(), &name.id, "[\"id\", \"edition\"]");
                }
            }
            let again = file.steps[..at].iter().any(|before| before.from == step.from && before.to == step.to);
            if again || step.from == step.to {
                let given = [&step.from.id, " ", &step.from.edition, " – ", &step.to.id, " ", &step.to.edition].concat();
                report.add(FaultCode::DuplicateId, &pointer, &given, "");
            }
            report.check_entries(&step.items, &[&pointer, "/items"].concat());
            report.check_entries(&step.conditions, &[&pointer, "/conditions"].concat());
        }
        if faults.is_empty() { Ok(Lineage { steps: file.steps }) } else { Err(faults) }
    }
}

/// The number of ids fits the kind, an id stands once on each side, and every note is there; for entries in a list of
/// another file.
pub(in crate::criteria) fn check_entries(entries: &[Succession], list: &str, file: &str, faults: &mut Vec<Fault>) {
    Report { faults, file }.check_entries(entries, list);
}

struct Report<'a> {
    faults: &'a mut Vec<Fault>,
    file: &'a str,
}

impl Report<'_> {
    fn add(&mut self, code: FaultCode, pointer: &str, given: &str, wanted: &str) {
        let fault = Fault::new(code, self.file, pointer);
        self.faults.push(Fault {
            given: given.to_owned(),
            wanted: wanted.to_owned(),
            ..fault
        });
    }

    /// The number of ids fits the kind, an id stands once on each side of a step, and every note is there.
    fn check_entries(&mut self, entries: &[Succession], list: &str) {
        let mut seen: [Vec<&str>; 2] = Default::default();
        for (at, entry) in entries.iter().enumerate() {
            let pointer = format!("{list}/{at}");
            let (from, to) = match entry.kind {
                SuccessionKind::Renamed => (Count::One, Count::One),
                SuccessionKind::Split => (Count::One, Count::Several),
                SuccessionKind::Merged => (Count::Several, Count::One),
                SuccessionKind::Retired => (Count::Any, Count::None),
            };
            for (side, (ids, count, name)) in [(&entry.from, from, "from"), (&entry.to, to, "to")].into_iter().enumerate() {
                let pointer = format!("{pointer}/{name}");
                if !count.fits(ids.len()) {
                    self.add(FaultCode::UnusableRule, &pointer, &format!("{ids:?}"), count.form());
                }
                for (at, id) in ids.iter().enumerate() {
                    if !well_formed(id) {
                        self.add(FaultCode::MalformedId, &format!("{pointer}/{at}"), id, "a-z 0-9 - .");
                    }
                    if seen[side].contains(&id.as_str()) {
                        self.add(FaultCode::DuplicateId, &format!("{pointer}/{at}"), id, "");
                    }
                    seen[side].push(id);
                }
            }
            for language in LANGUAGES {
                if entry.note.0.get(language).is_none() {
                    let place = format!("{pointer}/note/{language}");
                    self.add(FaultCode::TextMissing, &place, &place, "");
                }
            }
            for (language, text) in &entry.note.0.0 {
                if text.trim().is_empty() {
                    let place = format!("{pointer}/note/{language}");
                    self.add(FaultCode::TextMissing, &place, &place, "");
                }
            }
        }
    }
}

/// How many ids a side of an entry has.
#[derive(Clone, Copy)]
enum Count {
    None,
    One,
    Several,
    Any,
}

impl Count {
    fn fits(self, ids: usize) -> bool {
        match self {
            Count::None => ids == 0,
            Count::One => ids == 1,
            Count::Several => ids > 1,
            Count::Any => ids > 0,
        }
    }
    /// What should stand there.
    fn form(self) -> &'static str {
        match self {
            Count::None => "[]",
            Count::One => "[\"…\"]",
            Count::Several => "[\"…\", \"…\"]",
            Count::Any => "[\"…\", …]",
        }
    }
}

fn well_formed(id: &str) -> bool {
    !id.is_empty()
        && id
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-' || byte == b'.')
}
