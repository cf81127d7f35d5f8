//! The files of a pack: as text before anything is known about them, and as JSON once they are read.

use super::check::{code_point, is_id};
use super::fault::{Fault, FaultCode};
use super::pack::{MAX_BYTES, read};
use super::texts::Words;
use crate::json::{self, FromJson, SlipKind};
use serde_json::{Map, Value};

/// The most slips of one file that are told; nobody mends more of them one by one.
const MOST_SLIPS: usize = 10;

/// So many characters that could not be read come from another encoding; fewer may stand in a text.
const UNREADABLE: usize = 4;

/// The text of a pack's files, before anything is known about them.
#[derive(Debug, Clone, Copy)]
pub struct PackFiles<'a> {
    /// `pack.json`
    pub structure: &'a str,
    /// `sources.json`
    pub sources: &'a str,
    /// Language tag and `text.<tag>.json`.
    pub texts: &'a [(&'a str, &'a str)],
}

/// What a pack's files hold, as JSON. Whole: a base has been laid under it.
#[derive(Debug, Clone, PartialEq)]
pub struct PackContent {
    /// `pack.json`
    pub structure: Value,
    /// `sources.json`
    pub sources: Value,
    /// By language tag: `text.<tag>.json`.
    pub texts: Vec<(String, Value)>,
    /// `cases.json`, the worked cases that travel with the pack; null where it has none. They say what the rules come to and
    /// are no rule themselves, so they are no part of the content hash; what is in them is read by [`crate::worked`].
    pub cases: Value,
}

/// A look at what a pack's files hold, be the pack checked or still being changed.
#[derive(Debug, Clone, Copy)]
pub struct PackView<'a> {
    /// `pack.json`
    pub structure: &'a Value,
    /// `sources.json`
    pub sources: &'a Value,
    /// By language tag: `text.<tag>.json`.
    pub texts: &'a [(String, Value)],
    /// By language and id, the texts with figures filled in ([`super::places`]).
    pub(super) filled: &'a Value,
    /// `cases.json`; null where there are none.
    pub cases: &'a Value,
}

impl PackFiles<'_> {
    /// The files as JSON, without texts that are not JSON; none where structure or sources are not. What is amiss is noted.
    pub(super) fn parse(&self, faults: &mut Vec<Fault>) -> Option<PackContent> {
        let structure = parse("pack.json", self.structure, faults);
        let sources = parse("sources.json", self.sources, faults);
        let mut texts = Vec::new();
        for (language, text) in self.texts {
            if let Some(value) = parse(&text_file(language), text, faults) {
                texts.push((String::from(*language), value));
            }
        }
        Some(PackContent {
            structure: structure?,
            sources: sources?,
            texts,
            cases: Value::Null,
        })
    }

    /// Id of the pack that has to be there before this one, as far as its text tells: safe as the name of a folder.
    pub fn base(&self) -> Option<String> {
        let parsed = json::parse(self.structure).ok()?;
        let id = parsed.value.get("base")?.as_str()?;
        is_id(id).then(|| id.to_owned())
    }
}

impl PackContent {
    /// A look at it, with texts as they are written.
    pub fn view(&self) -> PackView<'_> {
        PackView {
            structure: &self.structure,
            sources: &self.sources,
            texts: &self.texts,
            filled: &Value::Null,
            cases: &self.cases,
        }
    }
    /// The texts of a language.
    pub(super) fn texts_of(&self, language: &str) -> Option<&Map<String, Value>> {
        self.texts.iter().find(|(tag, _)| tag == language)?.1.as_object()
    }
}

impl<'a> PackView<'a> {
    /// The words in a language; in the pack's first language where it lacks that one. A text that is not there is empty.
    pub fn words(self, language: &str) -> Words<'a> {
        let found = self.texts.iter().find(|(tag, _)| tag == language).or_else(|| self.texts.first());
        Words {
            texts: found.map(|(_, texts)| texts),
            filled: found.and_then(|(tag, _)| self.filled.get(tag)),
        }
    }

    /// What it shows, as a value of its own.
    pub fn to_content(self) -> PackContent {
        PackContent {
            structure: self.structure.clone(),
            sources: self.sources.clone(),
            texts: self.texts.to_vec(),
            cases: self.cases.clone(),
        }
    }
}

/// The file of a language's texts.
pub(super) fn text_file(language: &str) -> String {
    ["text.", language, ".json"].concat()
}

/// A file as JSON; none where it is not, and that is noted.
pub(super) fn parse(file: &str, text: &str, faults: &mut Vec<Fault>) -> Option<Value> {
    if text.len() > MAX_BYTES {
        faults.push(Fault::new(FaultCode::TooLarge, file, ""));
        return None;
    }
    if let Some((at, encoding)) = other_encoding(text) {
        faults.push(not_json(file, place_of(text, at), &["encoding ", encoding].concat()));
        return None;
    }
    match json::parse(text) {
        Ok(parsed) => {
            for pointer in parsed.repeated {
                faults.push(Fault::new(FaultCode::RepeatedField, file, &pointer));
            }
            Some(parsed.value)
        }
        Err(at) => {
            faults.extend(slips_of(file, text, (at.line, at.column)));
            None
        }
    }
}

/// Why a text is no JSON: what an editor's hand did to it, each with its place; the place where it stops being JSON where
/// that tells nothing.
pub(super) fn slips_of(file: &str, text: &str, stops: (usize, usize)) -> Vec<Fault> {
    let slips = json::mend(text).slips;
    let told = slips
        .iter()
        .take(MOST_SLIPS)
        .map(|slip| not_json(file, (slip.line, slip.column), &word(slip.kind)));
    let told: Vec<Fault> = told.collect();
    if told.is_empty() { vec![not_json(file, stops, "")] } else { told }
}

/// That a file is no JSON, from a line and column on; `why` is a word and the signs it is about.
pub fn not_json(file: &str, (line, column): (usize, usize), why: &str) -> Fault {
    let mut fault = Fault::new(FaultCode::NotJson, file, "");
    fault.given = [line.to_string(), column.to_string()].join(":");
    why.clone_into(&mut fault.wanted);
    fault
}

/// A slip as a word, the sign that stands there, and the sign that is meant.
fn word(kind: SlipKind) -> String {
    let (word, found, meant) = match kind {
        SlipKind::Quote(found) => ("quote", Some(found), None),
        SlipKind::Sign(found, meant) => ("sign", Some(found), Some(meant)),
        SlipKind::Digit(found, meant) => ("digit", Some(found), Some(meant)),
        SlipKind::Space(found) => return ["space ", &code_point(found)].concat(),
        SlipKind::CommaMissing => ("comma_missing", None, None),
        SlipKind::CommaLeft => ("comma_left", None, None),
        SlipKind::Unclosed => ("unclosed", None, None),
        SlipKind::Odd(found) if found.is_control() => return ["odd ", &code_point(found)].concat(),
        SlipKind::Odd(found) => ("odd", Some(found), None),
        SlipKind::Ends => ("ends", None, None),
    };
    let mut told = String::from(word);
    for sign in [found, meant].into_iter().flatten() {
        told.push(' ');
        told.push(sign);
    }
    told
}

/// Where a text that was read as UTF-8 shows that it is none, and what it is instead, as far as that can be told: UTF-16
/// has a zero beside every letter, and of GBK no Chinese character could be read.
fn other_encoding(text: &str) -> Option<(usize, &'static str)> {
    let head = text.get(..200).unwrap_or(text);
    if head.matches('\0').count() * 4 > head.chars().count() {
        return Some((0, "UTF-16"));
    }
    let lost = text.matches('\u{fffd}').take(UNREADABLE).count();
    (lost == UNREADABLE).then(|| (text.find('\u{fffd}').unwrap_or_default(), "GBK"))
}

/// Line and column of a position in a text, counted from 1, the column in characters.
pub fn place_of(text: &str, at: usize) -> (usize, usize) {
    let before = &text[..at];
    let line = before.rsplit('\n').next().unwrap_or_default();
    (before.matches('\n').count() + 1, line.chars().count() + 1)
}

/// The text of a file as its type; none where it cannot be read.
pub(super) fn read_text<T: FromJson>(file: &str, text: &str, faults: &mut Vec<Fault>) -> Option<T> {
    let value = parse(file, text, faults)?;
    read(file, &value, faults)
}
