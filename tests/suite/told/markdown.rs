//! A document of cases as Markdown. A second-level heading is a case; below it stand prose, fenced blocks with what is given and one
//! `expected` block, or a table whose rows are cases and whose columns in bold are what is expected. What stands in front of the first
//! heading holds for every case of the file.

use std::ops::Range;

/// A fenced block: its kind is the first word behind the fence, `note` the rest of that line.
#[derive(Debug, Clone)]
pub struct Block {
    pub kind: String,
    pub note: String,
    /// Of its first line, from 0.
    pub at: usize,
    pub lines: Vec<String>,
}

/// A table of cases. Lines count from 0.
#[derive(Debug, Clone)]
pub struct Rows {
    pub at: usize,
    pub columns: Vec<Column>,
    /// The line of a row, and its cells.
    pub rows: Vec<(usize, Vec<String>)>,
}

#[derive(Debug, Clone)]
pub struct Column {
    pub name: String,
    /// In bold: what is expected.
    pub expected: bool,
}

#[derive(Debug, Clone, Default)]
pub struct Case {
    pub title: String,
    /// Of its heading, from 0.
    pub at: usize,
    /// Whether it has a word beside its blocks and tables.
    pub prose: bool,
    pub blocks: Vec<Block>,
    pub tables: Vec<Rows>,
}

#[derive(Debug, Clone, Default)]
pub struct Document {
    /// What holds for every case.
    pub before: Case,
    pub cases: Vec<Case>,
}

/// Something that is not understood, with its line from 0.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrong {
    pub at: usize,
    pub what: String,
}

impl Wrong {
    pub fn at(at: usize, what: impl Into<String>) -> Wrong {
        Wrong { at, what: what.into() }
    }
}

const FENCE: &str = "```";

/// The cells of a row of a table, with `\|` for a stroke that parts nothing; of one that begins with none, nothing is read.
pub fn cells(line: &str) -> Option<Vec<String>> {
    let inner = line.trim().strip_prefix('|')?;
    let inner = inner.strip_suffix('|').unwrap_or(inner);
    let masked = inner.replace("\\|", "\u{0}");
    Some(masked.split('|').map(|cell| cell.trim().replace('\u{0}', "|")).collect())
}

/// A row of a table out of its cells.
pub fn row(cells: &[String]) -> String {
    let cells: Vec<String> = cells.iter().map(|cell| cell.replace('|', "\\|")).collect();
    ["| ", &cells.join(" | "), " |"].concat()
}

/// Whether it is the line between heading and rows.
pub fn is_rule(cells: &[String]) -> bool {
    cells.iter().all(|cell| !cell.is_empty() && cell.chars().all(|sign| matches!(sign, '-' | ':')))
}

/// Reads a document.
pub fn read(content: &str) -> Result<Document, Wrong> {
    let lines: Vec<&str> = content.lines().collect();
    let mut document = Document::default();
    let mut at = 0;
    while at < lines.len() {
        let line = lines[at];
        let case = document.cases.last_mut().unwrap_or(&mut document.before);
        if let Some(title) = line.strip_prefix("## ") {
            document.cases.push(Case {
                title: title.trim().to_owned(),
                at,
                ..Case::default()
            });
        } else if let Some(info) = line.strip_prefix(FENCE) {
            let length = lines[at + 1..].iter().position(|line| line.trim_end() == FENCE);
            let length = length.ok_or_else(|| Wrong::at(at, "the block is never closed"))?;
            let (kind, note) = info.trim().split_once(' ').unwrap_or((info.trim(), ""));
            case.blocks.push(Block {
                kind: kind.to_owned(),
                note: note.trim().to_owned(),
                at: at + 1,
                lines: lines[at + 1..=at + length].iter().map(|line| (*line).to_owned()).collect(),
            });
            at += length + 1;
        } else if let Some(heads) = cells(line) {
            let end = lines[at..]
                .iter()
                .position(|line| cells(line).is_none())
                .map_or(lines.len(), |length| at + length);
            case.tables.push(rows(&lines, heads, at..end)?);
            at = end - 1;
        } else if !line.trim().is_empty() {
            case.prose = true;
        }
        at += 1;
    }
    Ok(document)
}

fn rows(lines: &[&str], heads: Vec<String>, range: Range<usize>) -> Result<Rows, Wrong> {
    let columns: Vec<Column> = heads
        .into_iter()
        .map(|head| {
            let bold = head.strip_prefix("**").and_then(|head| head.strip_suffix("**"));
            Column {
                expected: bold.is_some(),
                name: bold.unwrap_or(&head).to_owned(),
            }
        })
        .collect();
    let mut rows = Vec::new();
    for at in range.clone().skip(1) {
        let found = cells(lines[at]).unwrap_or_default();
        if at == range.start + 1 && is_rule(&found) {
            continue;
        }
        if found.len() != columns.len() {
            return Err(Wrong::at(at, format!("the row has {} cells, its table {} columns", found.len(), columns.len())));
        }
        rows.push((at, found));
    }
    Ok(Rows {
        at: range.start,
        columns,
        rows,
    })
}
