//! A manuscript from a Word document: what stands in its body, with insertions that are only proposed and without deletions. Text boxes stand before
//! the paragraph they hang on, footnotes behind the one they belong to.

use super::ManuscriptError;
use super::lines::{Line, Notes, Proposal, is_prompt};
use super::marks::Marks;
use super::numbering::Numbering;
use super::styles::{Styles, is_on};
use crate::import::{Apart, Mark, Markup, Parts, Tag};
use crate::manuscript::{Block, Manuscript, Paragraph};
use std::collections::BTreeMap;

pub(super) fn read(parts: &mut Parts<'_>) -> Result<(Manuscript, Vec<Line>, Notes), ManuscriptError> {
    let place = main_part(parts)?;
    let folder = place.rsplit_once('/').map_or("", |(folder, _)| folder).to_owned();
    let body = parts.text(&place)?.ok_or(ManuscriptError::Other)?;
    let mut beside = |name: &str| parts.text(&format!("{folder}/{name}")).map(Option::unwrap_or_default);
    let mut reader = Reader {
        styles: Styles::read(&beside("styles.xml")?),
        numbering: Numbering::read(&beside("numbering.xml")?),
        ..Reader::default()
    };
    for name in ["footnotes.xml", "endnotes.xml"] {
        reader.read_notes(&beside(name)?);
    }
    reader.read(&body);
    let notes = Notes::read(parts, &folder)?;
    Ok((reader.manuscript, reader.lines, notes))
}

/// Where the document's text lies: as the package says, else where every program puts it.
fn main_part(parts: &mut Parts<'_>) -> Result<String, ManuscriptError> {
    let relations = parts.text("_rels/.rels")?.unwrap_or_default();
    let target = Markup::new(&relations).find_map(|mark| match mark {
        Mark::Open(tag) if tag.is("Relationship") && tag.attribute("Type").is_some_and(|kind| kind.ends_with("/officeDocument")) => tag.attribute("Target"),
        _ => None,
    });
    let place = target.map_or_else(|| "word/document.xml".to_owned(), |target| target.trim_start_matches('/').to_owned());
    // A workbook or slides are packed in the same way.
    if place.starts_with("xl/") || place.starts_with("ppt/") || !parts.has(&place) {
        return Err(ManuscriptError::Other);
    }
    Ok(place)
}

/// A paragraph while it is read.
#[derive(Default)]
struct Open {
    text: String,
    style: String,
    outline: Option<u8>,
    list: Option<String>,
    at: Option<usize>,
    /// Characters that are bold, and that are not blank at all.
    bold: usize,
    full: usize,
    notes: Vec<String>,
    line: Line,
    /// Characters of the line that only tell what may be written.
    hints: usize,
    hinted: bool,
    in_own_properties: bool,
}

#[derive(Default)]
struct Row {
    cells: Vec<String>,
    /// How many columns the cell that is read covers.
    wide: usize,
}

#[derive(Default)]
struct Reader {
    manuscript: Manuscript,
    lines: Vec<Line>,
    marks: Marks,
    styles: Styles,
    numbering: Numbering,
    notes: BTreeMap<String, String>,
    paragraphs: Vec<Open>,
    tables: Vec<Vec<Row>>,
    /// Whether the run that is read is bold.
    bold: Option<bool>,
    /// How its characters stand: raised, struck out.
    apart: Apart,
    /// How deep in what is not read: deletions, the older form of a drawing, properties.
    unread: usize,
    /// How deep in the older form of a drawing.
    repeated: usize,
    in_properties: usize,
    contents: usize,
    controls: Vec<bool>,
}

impl Reader {
    fn read_notes(&mut self, xml: &str) {
        let mut open: Option<(String, String)> = None;
        let mut is_text = false;
        for mark in Markup::new(xml) {
            match mark {
                Mark::Open(tag) if tag.is("footnote") || tag.is("endnote") => {
                    // Those with a type are the lines between text and notes.
                    let id = tag.attribute("id").filter(|_| tag.attribute("type").is_none());
                    open = id.map(|id| (format!("{}{id}", tag.name), String::new()));
                }
                Mark::Open(tag) => is_text = tag.name == "t",
                Mark::Text(text) if is_text => {
                    if let Some((_, whole)) = &mut open {
                        whole.push_str(&text);
                    }
                }
                Mark::Close("footnote" | "endnote") => self.notes.extend(open.take()),
                Mark::Close(_) => is_text = false,
                Mark::Text(_) => {}
            }
        }
    }

    fn read(&mut self, xml: &str) {
        let mut is_text = false;
        for mark in Markup::new(xml) {
            match mark {
                Mark::Open(tag) => {
                    is_text = matches!(tag.name, "t" | "delText");
                    self.open(&tag);
                }
                Mark::Text(text) if is_text => self.write(&text),
                Mark::Text(_) => {}
                Mark::Close(name) => {
                    is_text = false;
                    self.close(name);
                }
            }
        }
        while !self.paragraphs.is_empty() {
            self.end_paragraph();
        }
    }

    fn write(&mut self, text: &str) {
        let Some(open) = self.paragraphs.last_mut().filter(|_| self.in_properties == 0 && self.repeated == 0) else {
            return;
        };
        self.marks.write(&mut open.line, text);
        open.hints += if open.hinted { text.len() } else { 0 };
        if self.unread > 0 {
            return;
        }
        let full = text.chars().filter(|mark| !mark.is_whitespace()).count();
        open.full += full;
        if self.bold.unwrap_or_else(|| self.styles.is_bold(&open.style)) {
            open.bold += full;
        }
        // In a cell a raised or struck out figure is no part of the one beside it.
        match open.line.cell {
            Some(_) => open.text.push_str(&self.apart.shown(text)),
            None => open.text.push_str(text),
        }
    }

    fn open(&mut self, tag: &Tag<'_>) {
        let value = || tag.attribute("val").map(|value| value.into_owned());
        match tag.name {
            "ins" | "moveTo" | "del" | "moveFrom" if self.in_properties > 0 => {
                let mark = self.paragraphs.last_mut().filter(|open| open.in_own_properties);
                mark.into_iter().for_each(|open| open.line.end = Proposal::of(tag));
            }
            "ins" | "moveTo" => self.marks.propose(Proposal::of(tag)),
            "del" | "moveFrom" => {
                self.unread += 1;
                self.marks.propose(Proposal::of(tag));
            }
            "Fallback" => {
                self.unread += 1;
                self.repeated += 1;
            }
            "pPr" => {
                self.in_properties += 1;
                self.paragraphs.iter_mut().last().into_iter().for_each(|open| open.in_own_properties = true);
            }
            "tblPr" | "trPr" | "tcPr" | "sectPr" | "sdtPr" => self.in_properties += 1,
            "p" => {
                let (mut open, row) = (
                    Open::default(),
                    self.tables.last().and_then(|table| Some((table.len(), table.last()?.cells.len()))),
                );
                open.line.cell = row.map(|(row, cell)| (self.marks.tables, row, cell));
                self.marks.begin(&mut open.line);
                self.paragraphs.push(open);
            }
            "r" => {
                self.bold = None;
                self.apart = Apart::default();
                self.paragraphs.iter_mut().last().into_iter().for_each(|open| open.hinted = false);
            }
            "rStyle" => {
                let is_hint = value().is_some_and(|style| self.styles.is_hint(&style));
                self.paragraphs.iter_mut().last().into_iter().for_each(|open| open.hinted = is_hint);
            }
            "b" if self.in_properties == 0 => self.bold = Some(is_on(value().as_deref())),
            "vertAlign" | "strike" | "dstrike" | "vanish" if self.in_properties == 0 => self.apart.read(tag.name, value().as_deref()),
            "tab" if self.in_properties == 0 => self.write("\t"),
            "br" | "cr" if tag.attribute("type").is_none_or(|kind| kind == "textWrapping") => self.write("\n"),
            "noBreakHyphen" => self.write("\u{2011}"),
            "softHyphen" => self.write("\u{ad}"),
            "sym" => {
                let sign = tag
                    .attribute("char")
                    .and_then(|code| u32::from_str_radix(&code, 16).ok())
                    .and_then(char::from_u32);
                sign.into_iter().for_each(|sign| self.write(sign.encode_utf8(&mut [0; 4])));
            }
            "bookmarkStart" | "bookmarkEnd" | "commentRangeStart" | "commentReference" => {
                self.marks.meet(tag, self.paragraphs.last_mut().map(|open| &mut open.line));
            }
            "footnoteReference" | "endnoteReference" => {
                let note = tag
                    .attribute("id")
                    .and_then(|id| self.notes.get(&format!("{}{id}", tag.name.trim_end_matches("Reference"))));
                if let (Some(note), Some(open)) = (note, self.paragraphs.last_mut()) {
                    open.notes.push(note.trim().to_owned());
                }
            }
            "sdt" => {
                self.controls.push(false);
                self.marks.control();
            }
            "tag" | "alias" | "showingPlcHdr" if self.in_properties > 0 => self.marks.meet(tag, self.paragraphs.last_mut().map(|open| &mut open.line)),
            "docPartGallery" if value().is_some_and(|kind| kind == "Table of Contents") => {
                if let Some(control) = self.controls.last_mut().filter(|control| !**control) {
                    *control = true;
                    self.contents += 1;
                }
            }
            "tbl" => {
                self.marks.tables += 1;
                self.tables.push(Vec::new());
            }
            "tr" => self.table(|table| table.push(Row::default())),
            "tc" => self.row(|row| {
                row.cells.push(String::new());
                row.wide = 1;
            }),
            "gridSpan" => {
                // As wide as any table of Word may be.
                let wide = tag.number("val").unwrap_or(1).clamp(1, 63);
                self.row(|row| row.wide = wide);
            }
            _ => self.open_property(tag, value),
        }
    }

    fn open_property(&mut self, tag: &Tag<'_>, value: impl Fn() -> Option<String>) {
        let Some(open) = self.paragraphs.last_mut().filter(|_| self.in_properties > 0) else {
            return;
        };
        match tag.name {
            "pStyle" => open.style = value().unwrap_or_default(),
            "outlineLvl" => open.outline = tag.number("val"),
            "numId" => open.list = value(),
            "ilvl" => open.at = tag.number("val"),
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "ins" | "moveTo" | "del" | "moveFrom" if self.in_properties > 0 => {}
            "ins" | "moveTo" => self.marks.proposed(),
            "del" | "moveFrom" => {
                self.unread = self.unread.saturating_sub(1);
                self.marks.proposed();
            }
            "Fallback" => {
                self.unread = self.unread.saturating_sub(1);
                self.repeated = self.repeated.saturating_sub(1);
            }
            "pPr" => {
                self.in_properties = self.in_properties.saturating_sub(1);
                self.paragraphs.iter_mut().last().into_iter().for_each(|open| open.in_own_properties = false);
            }
            "tblPr" | "trPr" | "tcPr" | "sectPr" | "sdtPr" => self.in_properties = self.in_properties.saturating_sub(1),
            "p" => self.end_paragraph(),
            "sdt" => {
                self.contents -= usize::from(self.controls.pop() == Some(true));
                self.marks.end_control();
            }
            "tc" => self.row(|row| row.cells.extend((1..row.wide).map(|_| String::new()))),
            "tbl" => {
                let rows = self.tables.pop().unwrap_or_default();
                let rows: Vec<Vec<String>> = rows.into_iter().map(|row| row.cells).collect();
                // A table within a table is text of its cell.
                match self.tables.last_mut().and_then(|table| table.last_mut()).and_then(|row| row.cells.last_mut()) {
                    Some(cell) => add(cell, &Block::Table(rows).text()),
                    None => self.manuscript.push(Block::Table(rows)),
                }
            }
            _ => {}
        }
    }

    fn table(&mut self, change: impl FnOnce(&mut Vec<Row>)) {
        if let Some(table) = self.tables.last_mut() {
            change(table);
        }
    }

    fn row(&mut self, change: impl FnOnce(&mut Row)) {
        if let Some(row) = self.tables.last_mut().and_then(|table| table.last_mut()) {
            change(row);
        }
    }

    /// Hands on a paragraph with all that is said of it, to the letter; whether it only tells what may be written.
    fn line(&mut self, open: &mut Open, number: Option<&str>) -> bool {
        let mut line = std::mem::take(&mut open.line);
        let is_styled = self.marks.is_hint() && open.hints >= line.texts.iter().map(String::len).max().unwrap_or(0);
        line.is_hint = is_styled && line.texts.iter().any(|text| is_prompt(text));
        for text in &mut line.texts {
            if let Some(number) = number.filter(|_| !text.trim().is_empty()) {
                *text = format!("{number} {text}");
            }
            for note in &open.notes {
                add(text, note);
            }
        }
        line.is_heading = open.outline.map_or_else(|| self.styles.level(&open.style).is_some(), |level| level < 9);
        self.marks.end(&mut line);
        let is_hint = line.is_hint;
        self.lines.push(line);
        is_hint
    }

    fn end_paragraph(&mut self) {
        let Some(mut open) = self.paragraphs.pop() else { return };
        if self.repeated > 0 {
            return;
        }
        let (list, at) = self.styles.numbered(&open.style);
        let list = open.list.take().or(list).filter(|list| list != "0");
        let number = list.and_then(|list| self.numbering.next(&list, open.at.or(at).unwrap_or(0)));
        let is_contents = self.contents > 0 || self.styles.is_contents(&open.style);
        let is_hint = !is_contents && self.line(&mut open, number.as_deref());
        // What only tells what may be written is no text.
        if self.unread > 0 || is_hint {
            return;
        }
        if is_contents {
            self.manuscript.contents += usize::from(!open.text.trim().is_empty());
            return;
        }
        let mut text = open.text.trim().to_owned();
        if let Some(number) = number.filter(|_| !text.is_empty()) {
            text = format!("{number} {text}");
        }
        for note in &open.notes {
            add(&mut text, note);
        }
        if let Some(cell) = self.tables.last_mut().and_then(|table| table.last_mut()).and_then(|row| row.cells.last_mut()) {
            add(cell, &text);
            return;
        }
        let outline = open
            .outline
            .map_or_else(|| self.styles.level(&open.style), |level| (level < 9).then_some(level + 1));
        self.manuscript.push(Block::Paragraph(Paragraph {
            text,
            level: outline,
            bold: open.full > 0 && open.bold == open.full,
        }));
    }
}

/// Adds a line that is not blank.
fn add(whole: &mut String, line: &str) {
    if !line.trim().is_empty() {
        if !whole.is_empty() {
            whole.push('\n');
        }
        whole.push_str(line);
    }
}
