//! A manuscript from plain text: a line is a paragraph, a line of `#` and a title is a heading as in Markdown, lines of several cells with tabs or
//! strokes between them are a table.

use crate::manuscript::{Block, Manuscript, Paragraph};

pub(super) fn read(text: &str) -> Manuscript {
    let mut manuscript = Manuscript::default();
    let mut rows: Vec<Vec<String>> = Vec::new();
    for line in text.trim_start_matches('\u{feff}').split(['\n', '\r', '\u{2028}', '\u{2029}', '\u{c}']) {
        if let Some(cells) = cells(line) {
            // The line below the headings of a table in Markdown.
            if !cells.iter().all(|cell| cell.chars().all(|mark| "-: ".contains(mark))) {
                rows.push(cells);
            }
            continue;
        }
        end(&mut manuscript, &mut rows);
        let marks = line.chars().take_while(|mark| *mark == '#').count();
        let title = line.get(marks..).unwrap_or_default();
        let is_heading = (1..=9).contains(&marks) && title.starts_with(' ');
        manuscript.push(Block::Paragraph(Paragraph {
            text: if is_heading { title } else { line }.trim().to_owned(),
            level: u8::try_from(marks).ok().filter(|_| is_heading),
            bold: false,
        }));
    }
    end(&mut manuscript, &mut rows);
    manuscript
}

/// The cells of a line that is a row: between tabs, or between strokes where it begins and ends with one.
fn cells(line: &str) -> Option<Vec<String>> {
    let line = line.trim_end();
    let inner = line.trim_start().strip_prefix('|').and_then(|inner| inner.strip_suffix('|'));
    let pieces: Vec<&str> = match inner {
        Some(inner) => inner.split('|').collect(),
        None => line.split('\t').collect(),
    };
    // One tab at the start only moves a paragraph in.
    let full = pieces.iter().filter(|piece| !piece.trim().is_empty()).count();
    (pieces.len() > 1 && (full > 1 || inner.is_some())).then(|| pieces.iter().map(|piece| piece.trim().to_owned()).collect())
}

/// Puts the rows read so far down: several are a table, one is a line.
fn end(manuscript: &mut Manuscript, rows: &mut Vec<Vec<String>>) {
    match rows.len() {
        0 => {}
        1 => {
            let text = rows.remove(0).join("\t");
            manuscript.push(Block::Paragraph(Paragraph { text, ..Paragraph::default() }));
        }
        _ => manuscript.push(Block::Table(std::mem::take(rows))),
    }
}
