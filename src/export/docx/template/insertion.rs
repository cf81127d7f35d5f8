//! Values and parts put in the places of their placeholders.

use super::ids::without;
use super::package::Package;
use super::scan::{Paragraph, Scanned};
use crate::export::docx::body::PIECE;
use crate::export::docx::text::escaped;
use crate::report::{Placed, Placing};

/// The markup of a part; empty where nothing was written.
pub type Insertion = String;

/// The written markup part by part, in the order of the names that are parts.
pub fn split(markup: &str, placing: &Placing) -> Vec<Insertion> {
    let body = markup.split_once("<w:body>").map_or("", |(_, body)| body);
    let body = body.rsplit_once("<w:sectPr").map_or(body, |(body, _)| body);
    let mark = format!(r#"<w:pStyle w:val="{PIECE}" />"#);
    // Before each mark the paragraph that holds it begins, and goes on behind it.
    let pieces: Vec<&str> = body.split(mark.as_str()).collect();
    let mut parts = pieces.iter().enumerate().skip(1).map(|(at, piece)| {
        let piece = piece.split_once("</w:p>").map_or("", |(_, piece)| piece);
        match pieces.get(at + 1) {
            Some(_) => piece.rfind("<w:p>").max(piece.rfind("<w:p ")).map_or("", |end| &piece[..end]).to_owned(),
            None => piece.to_owned(),
        }
    });
    let of = |placed: &Placed| match placed {
        Placed::Part(_) => parts.next().unwrap_or_default(),
        _ => String::new(),
    };
    placing.placed.iter().map(of).collect()
}

/// Fills every part of the template. A name more than were found is the whole submission, which goes behind everything.
pub fn insert(package: &mut Package, scanned: &[(String, Scanned)], placing: &Placing, pieces: &[Insertion]) {
    let mut at = 0;
    for (name, found) in scanned {
        let text = package.text(name).unwrap_or_default().to_owned();
        let mut edits: Vec<(std::ops::Range<usize>, String)> = Vec::new();
        for paragraph in &found.paragraphs {
            let range = at..at + paragraph.found.len();
            at = range.end;
            edits.extend(filled(&text, paragraph, &placing.placed[range.clone()], &pieces[range]));
        }
        let mut out = String::with_capacity(text.len());
        let mut from = 0;
        edits.sort_by_key(|(place, _)| place.start);
        for (place, new) in edits {
            // A paragraph in a text box stands within another one, which may be replaced as a whole.
            if place.start < from {
                continue;
            }
            out.push_str(&text[from..place.start]);
            out.push_str(&new);
            from = place.end;
        }
        out.push_str(&text[from..]);
        package.set(name, out);
    }
    if let Some(whole) = pieces.get(at).filter(|whole| !whole.is_empty()) {
        let document = package.document().to_owned();
        let end = document.rfind("</w:body>").unwrap_or(document.len());
        let last = document[..end]
            .rfind("<w:sectPr")
            .filter(|at| !document[*at..end].contains("</w:p>"))
            .unwrap_or(end);
        let (before, after) = document.split_at(last);
        package.set("word/document.xml", [before, whole, after].concat());
    }
}

/// What changes in a paragraph.
fn filled(xml: &str, paragraph: &Paragraph, placed: &[Placed], pieces: &[Insertion]) -> Vec<(std::ops::Range<usize>, String)> {
    let whole = &xml[paragraph.place.clone()];
    // What ends a section, is the aim of a link or holds a picture stays where it is.
    let keeps = ["<w:sectPr", "<w:bookmark", "<w:drawing", "<w:pict", "<w:fldChar"]
        .iter()
        .any(|tag| whole.contains(tag));
    match (placed, paragraph.is_place) {
        ([Placed::Part(_)], true) if !pieces[0].is_empty() => {
            if keeps {
                let mut edits = vec![(paragraph.place.start..paragraph.place.start, pieces[0].clone())];
                edits.extend(texts(paragraph, &[Some("")]));
                return edits;
            }
            return vec![(paragraph.place.clone(), pieces[0].clone())];
        }
        ([Placed::Value(value)], true) if value.contains('\n') && !keeps => {
            let lines = value.lines().filter(|line| !line.trim().is_empty());
            let copies = lines.enumerate().map(|(at, line)| {
                let copy = with(xml, paragraph, texts(paragraph, &[Some(line)]));
                if at == 0 {
                    copy
                } else {
                    without(&without(&copy, " w14:paraId=\""), " w14:textId=\"")
                }
            });
            return vec![(paragraph.place.clone(), copies.collect())];
        }
        _ => {}
    }
    let values: Vec<Option<&str>> = placed
        .iter()
        .map(|placed| match placed {
            Placed::Value(value) => Some(value.as_str()),
            // Where nothing was written, nothing stands; a part in the middle of a line is told and left.
            Placed::Part(range) if range.is_empty() => Some(""),
            Placed::Part(_) | Placed::Misplaced | Placed::Unknown => None,
        })
        .collect();
    texts(paragraph, &values)
}

/// A paragraph with its texts changed.
fn with(xml: &str, paragraph: &Paragraph, edits: Vec<(std::ops::Range<usize>, String)>) -> String {
    let mut out = String::new();
    let mut from = paragraph.place.start;
    for (place, new) in edits {
        out.push_str(&xml[from..place.start]);
        out.push_str(&new);
        from = place.end;
    }
    out.push_str(&xml[from..paragraph.place.end]);
    out
}

/// The texts with values in the places of the placeholders: each in the text its placeholder begins in, so that it has that look.
fn texts(paragraph: &Paragraph, values: &[Option<&str>]) -> Vec<(std::ops::Range<usize>, String)> {
    let mut edits = Vec::new();
    let mut begun = 0;
    for place in &paragraph.texts {
        let range = begun..begun + place.text.len();
        begun = range.end;
        let mut out = String::new();
        let mut from = range.start;
        let mut changed = false;
        for (found, value) in paragraph.found.iter().zip(values) {
            let Some(value) = value else { continue };
            let (start, end) = (found.at.start.max(range.start), found.at.end.min(range.end));
            if start >= end {
                continue;
            }
            changed = true;
            out.push_str(&escaped(&place.text[from - range.start..start - range.start]));
            if found.at.start >= range.start {
                out.push_str(&broken(value));
            }
            from = end;
        }
        if changed {
            out.push_str(&escaped(&place.text[from - range.start..]));
            edits.push((place.tag.start..place.content.end, [r#"<w:t xml:space="preserve">"#, &out].concat()));
        }
    }
    edits
}

/// A value inside of a text: its lines with breaks between them.
fn broken(value: &str) -> String {
    let lines: Vec<String> = value.lines().map(escaped).collect();
    lines.join(r#"</w:t><w:br/><w:t xml:space="preserve">"#)
}
