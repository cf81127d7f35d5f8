//! The paragraphs of a Word document to the letter, each with what is only proposed told apart, and with the mark of the control or bookmark
//! it stands in; and the comments beside them. What a mark means is for others (`returned`).

use super::ManuscriptError;
use crate::import::{Mark as Markings, Markup, Parts, Tag};

/// The marks of the kit's places begin like that; in the title of a control they stand behind that sign.
const OWN: &str = "_AK_";
const TITLED: char = '#';
/// What a document of the kit says of itself, by the name of its elements.
const RECORD: &str = "urn:award-kit:draft";
/// Parts in which that may lie, as programs number them anew.
const RECORDS: usize = 20;

/// One paragraph, blank ones too.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Line {
    /// As it stands while nothing that is proposed is taken, and as it stands with all of it.
    pub texts: [String; 2],
    /// What is proposed for its end: with an insertion or without a deletion the next line is a line of its own.
    pub end: Option<Proposal>,
    pub mark: Option<Mark>,
    /// The table, row and cell it stands in, counted from 1.
    pub cell: Option<(usize, usize, usize)>,
    /// By its style.
    pub is_heading: bool,
    /// Only tells what may be written.
    pub is_hint: bool,
    pub proposals: Vec<Proposal>,
    /// Ids of comments that begin here.
    pub comments: Vec<String>,
}

/// The control or bookmark of the kit a line stands in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    pub name: String,
    /// Tells two with one name apart.
    pub serial: usize,
    pub is_control: bool,
}

/// Whether something is to come or to go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    In,
    Out,
}

/// A change that is only proposed (tracked).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    pub way: Way,
    pub author: String,
    /// As the document says it.
    pub date: String,
    pub text: String,
}

impl Proposal {
    pub(super) fn of(tag: &Tag<'_>) -> Option<Proposal> {
        let way = if matches!(tag.name, "ins" | "moveTo") { Way::In } else { Way::Out };
        let said = |name: &str| tag.attribute(name).unwrap_or_default().into_owned();
        let (author, date, text) = (said("author"), said("date"), String::new());
        Some(Proposal { way, author, date, text })
    }
}

/// A comment.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Note {
    pub id: String,
    pub author: String,
    pub date: String,
    pub text: String,
}

/// What stands beside the text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Notes {
    pub comments: Vec<Note>,
    /// What the kit put down when the document went out, as attributes by name.
    pub record: Vec<(String, String)>,
}

impl Notes {
    pub(super) fn read(parts: &mut Parts<'_>, folder: &str) -> Result<Notes, ManuscriptError> {
        let comments = parts.text(&format!("{folder}/comments.xml"))?.unwrap_or_default();
        let mut notes = Notes {
            comments: comments_of(&comments),
            record: Vec::new(),
        };
        for at in 0..=RECORDS {
            let Some(part) = parts.text(&format!("customXml/item{at}.xml"))? else {
                continue;
            };
            if part.contains(RECORD) {
                notes.record = record_of(&part);
                break;
            }
        }
        Ok(notes)
    }
}

fn comments_of(xml: &str) -> Vec<Note> {
    let mut found: Vec<Note> = Vec::new();
    let (mut is_text, mut is_open) = (false, false);
    for mark in Markup::new(xml) {
        match mark {
            Markings::Open(tag) if tag.is("comment") => {
                let said = |name: &str| tag.attribute(name).unwrap_or_default().into_owned();
                found.push(Note {
                    id: said("id"),
                    author: said("author"),
                    date: said("date"),
                    text: String::new(),
                });
                is_open = true;
            }
            Markings::Open(tag) => {
                is_text = tag.name == "t";
                if let Some(note) = found.last_mut().filter(|note| tag.name == "p" && is_open && !note.text.is_empty()) {
                    note.text.push('\n');
                }
            }
            Markings::Text(text) if is_text && is_open => found.iter_mut().last().into_iter().for_each(|note| note.text.push_str(&text)),
            Markings::Text(_) => {}
            Markings::Close(name) => {
                is_text = false;
                is_open &= name != "comment";
            }
        }
    }
    found
}

fn record_of(xml: &str) -> Vec<(String, String)> {
    let names = ["places", "words", "pack"];
    let tag = Markup::new(xml).find_map(|mark| match mark {
        Markings::Open(tag) if tag.is("draft") => Some(tag),
        _ => None,
    });
    let said = |name: &str| Some((name.to_owned(), tag.as_ref()?.attribute(name)?.into_owned()));
    names.into_iter().filter_map(said).collect()
}

/// Whether a title ends with the letters the kit sets there.
fn is_titled(title: &str) -> bool {
    let letters = title.rsplit_once(TITLED).map_or("", |(_, letters)| letters);
    letters.len() == 16 && letters.bytes().all(|letter| letter.is_ascii_hexdigit())
}

/// Which marks are open while a document is read.
#[derive(Debug, Default)]
pub(super) struct Marks {
    /// Tables that have begun so far.
    pub(super) tables: usize,
    serial: usize,
    /// The controls around what is read, innermost last; none for those that are not the kit's.
    controls: Vec<(Option<Mark>, bool)>,
    /// The id of the bookmark that is open, and its mark; the kit's never lie in each other.
    bookmark: Option<(String, Mark)>,
    /// A bookmark has begun in the line that is read.
    begun: bool,
    /// One that had begun before has ended in it, before any text.
    ended: bool,
    proposed: Vec<Proposal>,
    comments: Vec<String>,
}

impl Marks {
    pub(super) fn propose(&mut self, proposal: Option<Proposal>) {
        self.proposed.extend(proposal);
    }

    pub(super) fn proposed(&mut self) {
        self.proposed.pop();
    }

    pub(super) fn control(&mut self) {
        self.controls.push((None, false));
    }

    pub(super) fn end_control(&mut self) {
        self.controls.pop();
    }

    /// Whether the innermost control of the kit says that nothing is written in it.
    pub(super) fn is_hint(&self) -> bool {
        self.controls.iter().rev().find(|(mark, _)| mark.is_some()).is_some_and(|(_, hint)| *hint)
    }

    /// A line begins.
    pub(super) fn begin(&mut self, line: &mut Line) {
        (self.begun, self.ended) = (false, false);
        let control = self.controls.iter().rev().find_map(|(mark, _)| mark.clone());
        line.mark = control.or_else(|| self.bookmark.as_ref().map(|(_, mark)| mark.clone()));
        line.comments.append(&mut self.comments);
    }

    /// A line ends. A bookmark that ends at the beginning of a line with text has ended with the one before.
    pub(super) fn end(&mut self, line: &mut Line) {
        let is_bookmark = line.mark.as_ref().is_some_and(|mark| !mark.is_control);
        if self.ended && is_bookmark && line.texts.iter().any(|text| !text.is_empty()) {
            line.mark = None;
        }
        self.ended = false;
    }

    /// Text of a line: of all that is proposed around it, a deletion takes it out of what is proposed, an insertion out of what stands.
    pub(super) fn write(&mut self, line: &mut Line, text: &str) {
        let is = |way: Way| self.proposed.iter().any(|proposal| proposal.way == way);
        let stands = [!is(Way::In), !is(Way::Out)];
        for (whole, stands) in line.texts.iter_mut().zip(stands) {
            if stands {
                whole.push_str(text);
            }
        }
        let Some(proposal) = self.proposed.last() else { return };
        match line.proposals.last_mut() {
            Some(last) if (last.way, &last.author, &last.date) == (proposal.way, &proposal.author, &proposal.date) => last.text.push_str(text),
            _ => line.proposals.push(Proposal {
                text: text.to_owned(),
                ..proposal.clone()
            }),
        }
    }

    /// A mark of a place, or of a comment, in a line or between two.
    pub(super) fn meet(&mut self, tag: &Tag<'_>, line: Option<&mut Line>) {
        let said = |name: &str| tag.attribute(name).unwrap_or_default().into_owned();
        let mut mark = |name: String, is_control: bool| {
            self.serial += 1;
            let serial = self.serial;
            name.starts_with(OWN).then_some(Mark { name, serial, is_control })
        };
        match tag.name {
            "bookmarkStart" => {
                let Some(mark) = mark(said("name"), false) else { return };
                if let Some(line) = line.filter(|line| line.mark.as_ref().is_none_or(|mark| !mark.is_control)) {
                    line.mark = Some(mark.clone());
                    (self.begun, self.ended) = (true, false);
                }
                self.bookmark = Some((said("id"), mark));
            }
            "bookmarkEnd" if self.bookmark.as_ref().is_some_and(|(id, _)| *id == said("id")) => {
                self.bookmark = None;
                self.ended = !self.begun && line.is_some_and(|line| line.texts.iter().all(String::is_empty));
            }
            "tag" | "alias" => {
                let is_named = self.controls.last().is_some_and(|(control, _)| control.is_some());
                let title = (tag.name == "alias" && !is_named).then(|| said("val")).filter(|title| is_titled(title));
                let name = if tag.name == "tag" { said("val") } else { String::new() };
                let Some(mark) = mark(name, true).or_else(|| {
                    let (serial, is_control) = (self.serial, true);
                    title.map(|name| Mark { name, serial, is_control })
                }) else {
                    return;
                };
                if let Some((control, _)) = self.controls.last_mut() {
                    *control = Some(mark.clone());
                }
                if let Some(line) = line {
                    line.mark = Some(mark);
                }
            }
            "showingPlcHdr" => self.controls.iter_mut().last().into_iter().for_each(|(_, hint)| *hint = true),
            "commentRangeStart" | "commentReference" => match line {
                Some(line) if !line.comments.contains(&said("id")) => line.comments.push(said("id")),
                Some(_) => {}
                None => self.comments.push(said("id")),
            },
            _ => {}
        }
    }
}
