//! A template as the parts it is packed of, read with care: it comes from outside, and what is made of it is handed in. One that
//! could run something, or fetch something from elsewhere when it is opened, is refused.

use super::scan::{Scanned, scan};
use crate::export::StyleSet;
use crate::export::style_set::Page;
use crate::language::{Language, codes, fill};
use std::io::{Cursor, Read, Write};
use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

/// The most bytes of a template, packed and unpacked, and the most parts.
const MOST_PACKED: usize = 10_000_000;
const MOST_UNPACKED: u64 = 50_000_000;
const MOST_PARTS: usize = 2_000;
const WORD: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main""#;
const TYPES: &str = "[Content_Types].xml";
const MAIN: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

/// Why a template was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TemplateError {
    /// No Word document (.docx, .dotx), or a broken one.
    Unreadable,
    TooLarge,
    /// It holds macros, or other things that run.
    Active,
    /// It fetches something from elsewhere.
    External,
}

impl TemplateError {
    /// Every code, for tests and for documentation.
    pub const CODES: [&'static str; 4] = ["template_unreadable", "template_too_large", "template_active", "template_external"];

    /// The code looked up for words.
    pub fn code(self) -> &'static str {
        match self {
            TemplateError::Unreadable => "template_unreadable",
            TemplateError::TooLarge => "template_too_large",
            TemplateError::Active => "template_active",
            TemplateError::External => "template_external",
        }
    }
    /// The error in one sentence.
    pub fn sentence(self, language: Language) -> String {
        let megabytes = (MOST_PACKED / 1_000_000).to_string();
        fill(language.words().by_code(&codes::ERROR, self.code()), &[("size", &megabytes)])
    }
}

/// The parts by name, in their order.
pub struct Package {
    parts: Vec<(String, Vec<u8>)>,
    main: String,
}

impl Package {
    pub fn open(bytes: &[u8]) -> Result<Package, TemplateError> {
        if bytes.len() > MOST_PACKED {
            return Err(TemplateError::TooLarge);
        }
        let unreadable = |_| TemplateError::Unreadable;
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(unreadable)?;
        if archive.len() > MOST_PARTS {
            return Err(TemplateError::TooLarge);
        }
        let mut left = MOST_UNPACKED;
        let mut parts: Vec<(String, Vec<u8>)> = Vec::new();
        for at in 0..archive.len() {
            let entry = archive.by_index(at).map_err(unreadable)?;
            if entry.is_dir() {
                continue;
            }
            let name = entry.name().to_owned();
            let mut content = Vec::new();
            let read = entry.take(left + 1).read_to_end(&mut content).map_err(|_| TemplateError::Unreadable)?;
            left = left.checked_sub(read as u64).ok_or(TemplateError::TooLarge)?;
            if parts.iter().any(|(known, _)| known.eq_ignore_ascii_case(&name)) {
                return Err(TemplateError::Unreadable);
            }
            parts.push((name, content));
        }
        let mut package = Package { parts, main: String::new() };
        package.check()?;
        Ok(package)
    }

    /// Finds the document, and refuses what is none or what is more than one.
    fn check(&mut self) -> Result<(), TemplateError> {
        for (name, content) in &self.parts {
            let name = name.to_ascii_lowercase();
            let runs = name.ends_with("vbaproject.bin") || name.contains("activex") || name.contains("embeddings/") && name.ends_with(".bin");
            if runs {
                return Err(TemplateError::Active);
            }
            if name.ends_with(".xml") || name.ends_with(".rels") {
                let text = std::str::from_utf8(content).map_err(|_| TemplateError::Unreadable)?;
                if text.contains("<!DOCTYPE") || text.contains("<!ENTITY") {
                    return Err(TemplateError::Unreadable);
                }
                if name.ends_with(".rels") {
                    relations(text)?;
                } else {
                    fields(text)?;
                }
            }
        }
        let types = self.text(TYPES).ok_or(TemplateError::Unreadable)?;
        if types.contains("macroEnabled") {
            return Err(TemplateError::Active);
        }
        let root = self.text("_rels/.rels").ok_or(TemplateError::Unreadable)?;
        let document = root.split('<').find(|tag| tag.contains("/relationships/officeDocument\""));
        let target = document.and_then(|tag| value(tag, "Target")).ok_or(TemplateError::Unreadable)?;
        let main = target.trim_start_matches('/').to_owned();
        let text = self.text(&main).ok_or(TemplateError::Unreadable)?;
        if main != "word/document.xml" || !text.contains(WORD) || !text.contains("<w:body>") {
            return Err(TemplateError::Unreadable);
        }
        self.main = main;
        // A template of Word's own kind (.dotx) becomes a document.
        let types = self
            .text(TYPES)
            .unwrap_or_default()
            .replace("wordprocessingml.template.main+xml", "wordprocessingml.document.main+xml");
        if !types.contains(MAIN) {
            return Err(TemplateError::Unreadable);
        }
        self.set(TYPES, types);
        Ok(())
    }

    pub fn text(&self, name: &str) -> Option<&str> {
        let (_, content) = self.parts.iter().find(|(known, _)| known == name)?;
        std::str::from_utf8(content).ok()
    }

    /// Replaces a part, or adds it.
    pub fn set(&mut self, name: &str, text: String) {
        match self.parts.iter_mut().find(|(known, _)| known == name) {
            Some((_, content)) => *content = text.into_bytes(),
            None => self.parts.push((name.to_owned(), text.into_bytes())),
        }
    }

    pub fn document(&self) -> &str {
        self.text(&self.main).unwrap_or_default()
    }

    pub fn styles(&self) -> &str {
        self.text("word/styles.xml").unwrap_or_default()
    }

    /// The document, its headers and its footers, each with what was found in it.
    pub fn scanned(&self) -> Result<Vec<(String, Scanned)>, TemplateError> {
        let mut all = vec![(self.main.clone(), scan(self.document(), true)?)];
        for (name, content) in &self.parts {
            let beside = name.starts_with("word/header") || name.starts_with("word/footer");
            if beside && name.ends_with(".xml") {
                let text = std::str::from_utf8(content).map_err(|_| TemplateError::Unreadable)?;
                all.push((name.clone(), scan(text, false)?));
            }
        }
        Ok(all)
    }

    /// The look of a set on the template's pages: what is as wide as the text goes by its last section.
    pub fn page(&self, set: &StyleSet) -> StyleSet {
        let section = self.document().rsplit_once("<w:sectPr").map_or("", |(_, section)| section);
        let number = |tag: &str, name: &str| -> Option<u32> {
            let (_, found) = section.split_once(tag)?;
            value(found.split('>').next()?, name)?.parse().ok()
        };
        let sides = (number("<w:pgSz", "w:w"), number("<w:pgMar", "w:left"), number("<w:pgMar", "w:right"));
        let (left, right) = match sides {
            // The writer counts from the width of A4.
            (Some(wide), Some(left), Some(right)) if wide > left + right + 2_000 => (0, 11_906_u32.saturating_sub(wide - left - right)),
            _ => (set.page.left, set.page.right),
        };
        StyleSet {
            page: Page {
                left,
                right,
                ..set.page.clone()
            },
            ..set.clone()
        }
    }

    pub fn add_styles(&mut self, styles: &str) {
        let with = match self.styles() {
            "" => format!(r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:styles {WORD}>{styles}</w:styles>"#),
            known => known.replacen("</w:styles>", &[styles, "</w:styles>"].concat(), 1),
        };
        self.set("word/styles.xml", with);
    }

    /// Adds the parts of charts, under names no template uses, and what names them.
    pub fn add_charts(&mut self, made: Vec<(String, Vec<u8>)>, count: usize) {
        if count == 0 {
            return;
        }
        let renamed = |text: &str| {
            text.replace("charts/chart", "charts/submission")
                .replace("embeddings/chart", "embeddings/submission")
        };
        for (name, content) in made {
            let content = if name.ends_with(".rels") {
                renamed(&String::from_utf8_lossy(&content)).into_bytes()
            } else {
                content
            };
            self.parts.push((renamed(&name.replace("_rels/chart", "_rels/submission")), content));
        }
        let mut types = String::new();
        let mut relations = String::new();
        for number in 1..=count {
            types.push_str(&format!(
                r#"<Override PartName="/word/charts/submission{number}.xml" ContentType="application/vnd.openxmlformats-officedocument.drawingml.chart+xml"/>"#
            ));
            relations.push_str(&format!(
                r#"<Relationship Id="rIdChart{number}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/chart" Target="charts/submission{number}.xml"/>"#
            ));
        }
        let known = self.text(TYPES).unwrap_or_default().to_owned();
        // Defaults stand before what is named one by one.
        let sheet = r#"<Default Extension="xlsx" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"/>"#;
        let known = match known.split_once("<Default ").filter(|_| !known.contains(r#"Extension="xlsx""#)) {
            Some((before, after)) => [before, sheet, "<Default ", after].concat(),
            None => known,
        };
        self.set(TYPES, known.replacen("</Types>", &[&types, "</Types>"].concat(), 1));
        let place = "word/_rels/document.xml.rels";
        let known = self.text(place).map_or_else(
            || r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>"#.to_owned(),
            str::to_owned,
        );
        self.set(place, known.replacen("</Relationships>", &[&relations, "</Relationships>"].concat(), 1));
    }

    /// The file, with fixed times.
    pub fn pack(self) -> ZipResult<Vec<u8>> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::default())
            .unix_permissions(0o644);
        for (name, content) in self.parts {
            writer.start_file(name, options)?;
            writer.write_all(&content)?;
        }
        Ok(writer.finish()?.into_inner())
    }
}

/// Refuses relations that run or fetch something; a link that is only followed when somebody clicks is neither.
fn relations(text: &str) -> Result<(), TemplateError> {
    // What is written in a roundabout way is written to be overlooked.
    if text.contains("&#") {
        return Err(TemplateError::Unreadable);
    }
    for tag in text.split('<') {
        let name = tag.split([' ', '\t', '\r', '\n', '/', '>']).next().unwrap_or_default();
        if name.rsplit(':').next() != Some("Relationship") {
            continue;
        }
        let kind = value(tag, "Type").unwrap_or_default();
        let kind = kind.rsplit('/').next().unwrap_or_default();
        if matches!(kind, "vbaProject" | "control" | "oleObject" | "activeXControlBinary") {
            return Err(TemplateError::Active);
        }
        let elsewhere = value(tag, "TargetMode").is_some_and(|mode| mode.eq_ignore_ascii_case("External"));
        if elsewhere && kind != "hyperlink" || matches!(kind, "aFChunk" | "subDocument") {
            return Err(TemplateError::External);
        }
    }
    Ok(())
}

/// Refuses fields that bring something from elsewhere when they are brought up to date, however their code is split.
fn fields(text: &str) -> Result<(), TemplateError> {
    let mut codes = String::new();
    for piece in text.split("<w:instrText").skip(1) {
        codes.push_str(piece.split_once('>').map_or("", |(_, code)| code.split('<').next().unwrap_or_default()));
    }
    for piece in text.split("<w:fldSimple").skip(1) {
        codes.push_str(value(piece.split('>').next().unwrap_or_default(), "w:instr").unwrap_or_default());
    }
    let codes = codes.to_uppercase();
    let fetches = ["DDEAUTO", "DDE ", "INCLUDETEXT", "INCLUDEPICTURE", "IMPORT "]
        .iter()
        .any(|name| codes.contains(name));
    if fetches { Err(TemplateError::External) } else { Ok(()) }
}

/// The value of an attribute of a tag.
pub(super) fn value<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let mut rest = tag;
    loop {
        let (before, after) = rest.split_once(name)?;
        let begins = before.is_empty() || before.ends_with(|character: char| character.is_ascii_whitespace());
        let quoted = after.trim_start().strip_prefix('=').map(str::trim_start);
        if let Some(quoted) = quoted.filter(|_| begins) {
            let quote = quoted.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
            return quoted[1..].split(quote).next();
        }
        rest = after;
    }
}
