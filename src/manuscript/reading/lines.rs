//! The paragraphs of a Word document to the letter, each with what is only proposed told apart, and with the mark of the control or bookmark
//! it stands in; and the comments beside them. What a mark means is for others (`returned`).

use super::ManuscriptError;
use crate::import::{Mark as Markings, Markup, Parts, Tag};
use crate::language::Language;

/// What a document of the kit says of itself, by the name of its elements.
const RECORD: &str = "urn:award-kit:draft";
/// Parts in which that may lie, as programs number them anew.
const RECORDS: usize = 20;

/// What Word shows in a control that was emptied.
const PROMPTS: [&str; 4] = [
    "单击或点击此处输入文字。",
    "单击此处输入文字。",
    "Click or tap here to enter text.",
    "Click here to enter text.",
];

/// Whether a text is what Word or the kit shows where nothing is written, in any language. A style alone does not tell: some editors leave it on what is typed.
pub fn is_prompt(text: &str) -> bool {
    let text = text.trim();
    let is_own = |language: &Language| {
        let words = language.words();
        [words.report_not_filled(), words.report_write_here()].contains(&text)
    };
    PROMPTS.contains(&text) || Language::ALL.iter().any(is_own)
}

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
