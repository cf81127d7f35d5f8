//! A Word document that was handed in beside an assessment: which receipt it shows, and whether what it says is what the assessment
//! holds. Word processors write the same text in many ways, so that a document is compared by its letters and figures, paragraph by
//! paragraph and row by row, and not by its bytes.

use crate::assessment::Assessment;
use crate::criteria::Pack;
use crate::desk::{Given, Line, State};
use crate::language::Language;
use crate::manuscript::{self, ManuscriptError, read_lines};
use crate::receipt::Receipt;
use crate::report::{Block, Document, Options, ParagraphStyle, clean_submission};
use std::collections::{BTreeMap, BTreeSet};

/// From how many letters on a line of the document that the assessment does not hold is told: shorter ones are numbers of pages and
/// names of parts.
const SHORTEST: usize = 8;

/// How a document stands to an assessment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compared {
    /// The language it was written in.
    pub language: Language,
    /// What the assessment holds and the document does not, with the heading it belongs to.
    pub missing: Vec<(String, String)>,
    /// What the document holds and the assessment does not.
    pub added: Vec<String>,
}

/// Whether a Word document shows a receipt, and which; none for any other file.
pub(super) fn receipt_of(bytes: &[u8]) -> Option<Option<Receipt>> {
    let (lines, _) = read_lines(bytes).ok()?;
    Some(shown(&lines))
}

/// The line of a document that shows a receipt.
pub(super) fn line(file: &str, receipt: Receipt) -> Line {
    let mut line = Line::unreadable(file, "", String::new());
    line.state = State::Read;
    line.given = Some(Given::Document);
    line.receipt = receipt.to_string();
    line
}

fn shown(lines: &[manuscript::Line]) -> Option<Receipt> {
    lines.iter().find_map(|line| Receipt::find(&line.texts[1]))
}

/// Holds a Word document against the clean submission of an assessment, in the language in which more of it is there.
pub fn compared(pack: &Pack, assessment: &Assessment, bytes: &[u8]) -> Result<Compared, ManuscriptError> {
    let (lines, _) = read_lines(bytes)?;
    let found = Found::of(&lines);
    let sides = Language::ALL.iter().map(|language| {
        let document = clean_submission(pack, assessment, *language, &Options::default());
        Compared {
            language: *language,
            missing: missing(&document, &found),
            added: added(&document, &found),
        }
    });
    let nearest = sides.min_by_key(|compared| compared.missing.len() + compared.added.len());
    nearest.ok_or(ManuscriptError::Empty)
}

/// What a document holds: its paragraphs and the rows of its tables.
struct Found {
    /// The lines of each, a paragraph's one or those of all cells of a row.
    pieces: Vec<Vec<String>>,
    /// All of them by their letters.
    letters: BTreeSet<String>,
}

impl Found {
    fn of(lines: &[manuscript::Line]) -> Found {
        let mut pieces: Vec<Vec<String>> = Vec::new();
        let mut rows: BTreeMap<(usize, usize), usize> = BTreeMap::new();
        for line in lines {
            let text = line.texts[1].clone();
            let row = line.cell.map(|(table, row, _)| (table, row));
            match row.and_then(|row| rows.get(&row).copied()) {
                Some(at) => pieces[at].push(text),
                None => {
                    rows.extend(row.map(|row| (row, pieces.len())));
                    pieces.push(vec![text]);
                }
            }
        }
        Found {
            letters: pieces.iter().map(|piece| letters(&piece.concat())).collect(),
            pieces,
        }
    }
}

/// Letters and figures of a text, of one width and case.
fn letters(text: &str) -> String {
    let narrow = crate::typed::narrow(text);
    narrow.chars().filter(|sign| sign.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The texts and rows of a document that are not found.
fn missing(document: &Document, found: &Found) -> Vec<(String, String)> {
    let mut heading = String::new();
    let mut missing = Vec::new();
    let mut hold = |heading: &str, text: &str| {
        let letters = letters(text);
        if !letters.is_empty() && !found.letters.contains(&letters) {
            missing.push((heading.to_owned(), text.split_whitespace().collect::<Vec<&str>>().join(" ")));
        }
    };
    for block in &document.blocks {
        match block {
            Block::Heading { text, .. } => heading.clone_from(text),
            Block::Paragraph {
                style: ParagraphStyle::Body,
                text,
            } => hold(&heading, text),
            Block::KeyValues(pairs) => {
                for pair in pairs {
                    hold(&heading, &[pair.label.as_str(), pair.value.as_deref().unwrap_or_default()].join(" "));
                }
            }
            Block::Table(table) => {
                for row in &table.rows {
                    hold(&heading, &row.cells.join(" "));
                }
            }
            _ => {}
        }
    }
    missing
}

/// What is found and stands nowhere in a document. A row is told where one of its lines does not; charts lie beside each other in rows,
/// with captions that do not follow each other in the text.
fn added(document: &Document, found: &Found) -> Vec<String> {
    let whole = letters(&document.plain_text());
    let is_strange = |line: &String| {
        let letters = letters(line);
        // A word processor counts the pages of contents anew.
        let of_contents = letters.trim_end_matches(|sign: char| sign.is_ascii_digit());
        letters.chars().count() >= SHORTEST && !whole.contains(&letters) && !whole.contains(of_contents)
    };
    let strange = found.pieces.iter().filter(|piece| piece.iter().any(is_strange));
    strange.map(|piece| piece.join(" ").trim().to_owned()).collect()
}
