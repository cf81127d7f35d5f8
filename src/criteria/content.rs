//! The files of a pack: as text before anything is known about them, and as JSON once they are read.

use super::check::is_id;
use super::fault::{Fault, FaultCode};
use super::pack::{MAX_BYTES, read};
use super::texts::Words;
use crate::json::{self, FromJson};
use serde_json::{Map, Value};

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
    /// A look at it.
    pub fn view(&self) -> PackView<'_> {
        PackView {
            structure: &self.structure,
            sources: &self.sources,
            texts: &self.texts,
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
        }
    }

    /// What it shows, as a value of its own.
    pub fn to_content(self) -> PackContent {
        PackContent {
            structure: self.structure.clone(),
            sources: self.sources.clone(),
            texts: self.texts.to_vec(),
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
    match json::parse(text) {
        Ok(parsed) => {
            for pointer in parsed.repeated {
                faults.push(Fault::new(FaultCode::RepeatedField, file, &pointer));
            }
            Some(parsed.value)
        }
        Err(at) => {
            let mut fault = Fault::new(FaultCode::NotJson, file, "");
            fault.given = [at.line.to_string(), at.column.to_string()].join(":");
            faults.push(fault);
            None
        }
    }
}

/// The text of a file as its type; none where it cannot be read.
pub(super) fn read_text<T: FromJson>(file: &str, text: &str, faults: &mut Vec<Fault>) -> Option<T> {
    let value = parse(file, text, faults)?;
    read(file, &value, faults)
}
