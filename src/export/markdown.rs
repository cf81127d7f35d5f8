//! A neutral document as Markdown (CommonMark with the tables of GitHub), for editors and version control.
//!
//! What people wrote never becomes markup: every character that could begin some is escaped, white space at the beginning
//! of a line, which would make it code, goes, and addresses stay text. The only tag is `<br>` between the paragraphs of a
//! cell, for which Markdown has nothing else.

use super::name::address;
use super::plain::{legal, lines};
use crate::report::{Alignment, Block, Caption, Cover, Document, KeyValue, ParagraphStyle, Pins, Table, Weight};

/// The text of the finished file. `missing` stands where a required value was not given.
pub(super) fn write(document: &Document, missing: &str) -> String {
    let mut out = String::new();
    let pins = document.pins();
    for block in &document.blocks {
        match block {
            Block::Section(_) | Block::Written { .. } | Block::Turn(_) => {}
            Block::Cover(content) => cover(content, &mut out),
            Block::Contents { title } => contents(document, title, &mut out),
            // Markdown has no place to lead to inside a table, and its readers search.
            Block::Captions { .. } => {}
            Block::References(pieces) => part(
                &mut out,
                &[&escaped(&pieces.iter().map(|piece| piece.told(document.language)).collect::<String>())],
            ),
            Block::Heading { level, text } => heading(level + 1, text, &mut out),
            Block::Paragraph { style, text } => paragraph(*style, text, &mut out),
            Block::Table(content) => table(document, content, &pins, &mut out),
            Block::Chart(chart) => {
                table(document, &chart.table(), &pins, &mut out);
                part(&mut out, &[&escaped(&chart.description)]);
            }
            Block::KeyValues(pairs) => key_values(pairs, missing, &mut out),
            Block::Lines(pairs) => form_lines(pairs, &mut out),
            Block::PageBreak => part(&mut out, &["---"]),
        }
    }
    out
}

/// One block, with an empty line before it.
fn part(out: &mut String, pieces: &[&str]) {
    // Entries of one list follow each other without an empty line.
    let goes_on = pieces.first() == Some(&"- ") && out.lines().last().is_some_and(|line| line.starts_with("- "));
    if !out.is_empty() && !goes_on {
        out.push('\n');
    }
    for piece in pieces {
        out.push_str(piece);
    }
    out.push('\n');
}

fn heading(level: u8, text: &str, out: &mut String) {
    part(out, &[&"######"[..usize::from(level.min(6))], " ", &escaped(text)]);
}

fn cover(cover: &Cover, out: &mut String) {
    heading(1, &[cover.award.as_str(), " ", &cover.title].concat(), out);
    part(out, &["**", &escaped(&cover.organisation), "**"]);
    for line in &cover.lines {
        part(out, &[&escaped(line)]);
    }
    if let Some(warning) = &cover.warning {
        part(out, &["**", &escaped(warning), "**"]);
    }
    for note in &cover.notes {
        part(out, &["> ", &escaped(note)]);
    }
    form_lines(&cover.form, out);
}

/// Lines of a form; those to be filled in by hand end with a rule.
fn form_lines(pairs: &[KeyValue], out: &mut String) {
    for pair in pairs {
        let value = pair.value.as_deref().map_or_else(|| r"\_".repeat(12), escaped);
        part(out, &["- ", &escaped(&pair.label), ": ", &value]);
    }
}

/// The headings down to the second level.
fn contents(document: &Document, title: &str, out: &mut String) {
    heading(2, title, out);
    let mut list = String::new();
    for block in &document.blocks {
        if let Block::Heading { level, text } = block
            && *level <= 2
        {
            list.push_str(if *level == 1 { "- " } else { "  - " });
            list.push_str(&escaped(text));
            list.push('\n');
        }
    }
    part(out, &[list.trim_end()]);
}

fn paragraph(style: ParagraphStyle, text: &str, out: &mut String) {
    let text = escaped(text);
    match style {
        ParagraphStyle::Body => part(out, &[&text]),
        ParagraphStyle::Title | ParagraphStyle::Label => part(out, &["**", &text, "**"]),
        ParagraphStyle::Entry => part(out, &["- ", &text]),
        ParagraphStyle::Note => part(out, &["> ", &text]),
        ParagraphStyle::Missing => part(out, &["*", &text, "*"]),
    }
}

fn caption(document: &Document, caption: &Caption, out: &mut String) {
    part(out, &["**", &escaped(&caption.told(document.language)), "**"]);
}

fn table(document: &Document, table: &Table, pins: &Pins<'_>, out: &mut String) {
    caption(document, &table.caption, out);
    let titles: Vec<String> = table.columns.iter().map(|column| cell(&column.title, false)).collect();
    let rules = table.columns.iter().map(|column| match column.alignment {
        Alignment::Start => ":--",
        Alignment::Centre => ":-:",
        Alignment::End => "--:",
    });
    let mut rows = vec![row(&titles), row(&rules.map(String::from).collect::<Vec<String>>())];
    rows.extend(table.rows.iter().enumerate().map(|(at, content)| {
        let mut cells: Vec<String> = content.cells.iter().map(|text| cell(text, content.weight != Weight::Plain)).collect();
        // The number of an entry leads to its file where that lies beside the text.
        if let (Some(file), Some(number)) = (pins.file(at).filter(|_| table.entries), cells.first_mut()) {
            *number = ["[", number, "](", &address(file), ")"].concat();
        }
        row(&cells)
    }));
    part(out, &[&rows.join("\n")]);
}

fn key_values(pairs: &[KeyValue], missing: &str, out: &mut String) {
    let mut rows = vec!["| | |".to_owned(), "| :-- | :-- |".to_owned()];
    rows.extend(pairs.iter().map(|pair| {
        let value = pair
            .value
            .as_deref()
            .map_or_else(|| ["*", &escaped(missing), "*"].concat(), |value| cell(value, false));
        row(&[cell(&pair.label, true), value])
    }));
    part(out, &[&rows.join("\n")]);
}

fn row(cells: &[String]) -> String {
    ["| ", &cells.join(" | "), " |"].concat()
}

fn cell(text: &str, bold: bool) -> String {
    let paragraphs: Vec<String> = lines(text).into_iter().map(escaped).collect();
    let text = paragraphs.join("<br>");
    if bold && !text.is_empty() { ["**", &text, "**"].concat() } else { text }
}

/// A text that is nothing but text: one line, without white space around it.
fn escaped(text: &str) -> String {
    let text: String = text
        .chars()
        .map(|character| {
            if matches!(character, '\n' | '\r' | '\u{2028}' | '\u{2029}') {
                ' '
            } else {
                legal(character)
            }
        })
        .collect();
    let text = text.trim();
    let mut out = String::with_capacity(text.len());
    let characters: Vec<char> = text.chars().collect();
    let digits = characters.iter().take_while(|character| character.is_ascii_digit()).count();
    for (at, &character) in characters.iter().enumerate() {
        let next = characters.get(at + 1).copied();
        let markup = match character {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '|' | '~' | '$' | '@' => true,
            // At the beginning of a line: headings, lists, rules, underlines of headings.
            '#' | '+' | '-' | '=' => at == 0,
            '.' | ')' if at > 0 && at == digits => next.is_none_or(char::is_whitespace),
            '.' => follows_www(&characters[..at]),
            // Addresses and names of pictures; a colon before a space is punctuation.
            ':' => next.is_some_and(|next| !next.is_whitespace()),
            '!' => next == Some('['),
            _ => false,
        };
        if markup {
            out.push('\\');
        }
        out.push(character);
    }
    out
}

fn follows_www(before: &[char]) -> bool {
    matches!(before, [.., w, o, rld] if [w, o, rld].iter().all(|character| character.eq_ignore_ascii_case(&'w')))
}
