//! A neutral document as one HTML page that needs nothing else: to be read in a browser and printed, or saved as PDF, on
//! A4 with page breaks, repeated header rows and page numbers.
//!
//! What people wrote is text everywhere: in elements, in attributes and in the style sheet. There is no script. The page is
//! well-formed XML as well, so that readers of both kinds take it.

mod chart;
mod style;
mod text;

pub use chart::drawn as drawn_chart;

use super::plain::lines;
use crate::export::name::address;
use crate::language::Language;
use crate::report::{
    Alignment, Block, CaptionKind, Chart, Cover, Document, KeyValue, Orientation, ParagraphStyle, Piece, Pins, Span, Table, Weight, row_place,
};
use text::escaped;

/// The text of the finished page. `missing` stands where a required value was not given.
pub(super) fn write(document: &Document, missing: &str) -> String {
    let mut out = String::from("<!DOCTYPE html>\n");
    let tag = if document.language == Language::Zh {
        "zh-CN"
    } else {
        document.language.tag()
    };
    add(&mut out, &["<html lang=\"", tag, "\">\n<head>\n<meta charset=\"utf-8\"/>\n"]);
    out.push_str("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n");
    // Nothing is loaded and nothing is run, whatever the text says.
    out.push_str("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\"/>\n");
    add(&mut out, &["<title>", &escaped(&document.title), "</title>\n<style>\n"]);
    out.push_str(&style::sheet(document));
    out.push_str("</style>\n</head>\n<body>\n<main>\n");
    let pins = document.pins();
    let mut headings = 0;
    let mut in_list = false;
    for block in &document.blocks {
        let is_entry = matches!(
            block,
            Block::Paragraph {
                style: ParagraphStyle::Entry,
                ..
            }
        );
        if in_list != is_entry {
            out.push_str(if is_entry { "<ul>\n" } else { "</ul>\n" });
            in_list = is_entry;
        }
        match block {
            Block::Section(_) | Block::Written { .. } => {}
            Block::Turn(Orientation::Landscape) => out.push_str(
                "<div class=\"wide\">
",
            ),
            Block::Turn(Orientation::Portrait) => out.push_str(
                "</div>
",
            ),
            Block::Cover(content) => cover(content, &mut out),
            Block::Contents { title } => contents(document, title, &mut out),
            Block::Captions { kind, title } => captions(document, *kind, title, &mut out),
            Block::References(pieces) => references(document, pieces, &mut out),
            Block::Heading { level, text } => {
                headings += 1;
                let level = (level + 1).min(6).to_string();
                let id = headings.to_string();
                add(&mut out, &["<h", &level, " id=\"h", &id, "\">", &escaped(text), "</h", &level, ">\n"]);
            }
            Block::Paragraph { style, text } => paragraph(*style, text, &pins, &mut out),
            Block::Table(content) => table(document, content, &pins, &mut out),
            Block::Chart(content) => figure(document, content, &mut out),
            Block::KeyValues(pairs) => key_values(pairs, missing, &mut out),
            Block::Lines(pairs) => form_lines(pairs, &mut out),
            Block::PageBreak => out.push_str("<hr/>\n"),
        }
    }
    if in_list {
        out.push_str("</ul>\n");
    }
    if !document.mark.is_empty() {
        // Not every browser prints what stands in the margins.
        add(&mut out, &["<footer class=\"note\">", &escaped(&document.mark), "</footer>\n"]);
    }
    out.push_str("</main>\n</body>\n</html>\n");
    out
}

fn add(out: &mut String, pieces: &[&str]) {
    for piece in pieces {
        out.push_str(piece);
    }
}

fn cover(cover: &Cover, out: &mut String) {
    out.push_str("<header>\n");
    add(
        out,
        &["<p class=\"award\">", &escaped(&cover.award), "</p>\n<h1>", &escaped(&cover.title), "</h1>\n"],
    );
    add(out, &["<p class=\"organisation\">", &escaped(&cover.organisation), "</p>\n"]);
    for line in &cover.lines {
        add(out, &["<p>", &escaped(line), "</p>\n"]);
    }
    if let Some(warning) = &cover.warning {
        add(out, &["<p class=\"warning\">", &escaped(warning), "</p>\n"]);
    }
    for note in &cover.notes {
        add(out, &["<p class=\"note\">", &escaped(note), "</p>\n"]);
    }
    form_lines(&cover.form, out);
    out.push_str("</header>\n");
}

/// Lines of a form, with room to write where there is no value; nothing where there are none.
fn form_lines(pairs: &[KeyValue], out: &mut String) {
    if pairs.is_empty() {
        return;
    }
    out.push_str("<dl class=\"form\">\n");
    for pair in pairs {
        let value = pair.value.as_deref().map_or_else(|| "&#160;".to_owned(), broken);
        add(out, &["<dt>", &escaped(&pair.label), "</dt><dd>", &value, "</dd>\n"]);
    }
    out.push_str("</dl>\n");
}

/// Headings down to the second level, each a link to its place.
fn contents(document: &Document, title: &str, out: &mut String) {
    add(
        out,
        &[
            "<nav aria-labelledby=\"contents\">\n<p class=\"label\" id=\"contents\">",
            &escaped(title),
            "</p>\n<ol>\n",
        ],
    );
    let headings = document.blocks.iter().filter_map(|block| match block {
        Block::Heading { level, text } => Some((*level, text)),
        _ => None,
    });
    for (at, (level, text)) in headings.enumerate().filter(|(_, (level, _))| *level <= 2) {
        let (level, id) = (level.to_string(), (at + 1).to_string());
        add(
            out,
            &["<li class=\"level-", &level, "\"><a href=\"#h", &id, "\">", &escaped(text), "</a></li>\n"],
        );
    }
    out.push_str("</ol>\n</nav>\n");
}

/// The tables or figures, each a link to its place; nothing where there are none.
fn captions(document: &Document, kind: CaptionKind, title: &str, out: &mut String) {
    if document.captions(kind).next().is_none() {
        return;
    }
    let id = match kind {
        CaptionKind::Table => "tables",
        CaptionKind::Figure => "figures",
    };
    add(
        out,
        &[
            "<nav aria-labelledby=\"",
            id,
            "\">\n<p class=\"label\" id=\"",
            id,
            "\">",
            &escaped(title),
            "</p>\n<ol>\n",
        ],
    );
    for caption in document.captions(kind) {
        let (place, told) = (caption.label.place(), escaped(&caption.told(document.language)));
        add(out, &["<li><a href=\"#", &place, "\">", &told, "</a></li>\n"]);
    }
    out.push_str("</ol>\n</nav>\n");
}

fn references(document: &Document, pieces: &[Piece], out: &mut String) {
    out.push_str("<p>");
    for piece in pieces {
        let told = escaped(&piece.told(document.language));
        match piece {
            Piece::Text(_) => out.push_str(&told),
            Piece::To(label) => add(out, &["<a href=\"#", &label.place(), "\">", &told, "</a>"]),
        }
    }
    out.push_str("</p>\n");
}

fn paragraph(style: ParagraphStyle, text: &str, pins: &Pins<'_>, out: &mut String) {
    let (before, after) = match style {
        ParagraphStyle::Body => ("<p>", "</p>\n"),
        ParagraphStyle::Title => ("<p class=\"title\">", "</p>\n"),
        ParagraphStyle::Label => ("<p class=\"label\">", "</p>\n"),
        ParagraphStyle::Entry => ("<li>", "</li>\n"),
        ParagraphStyle::Note => ("<p class=\"note\">", "</p>\n"),
        ParagraphStyle::Missing => ("<p class=\"missing\">", "</p>\n"),
    };
    let text = match style {
        ParagraphStyle::Body | ParagraphStyle::Entry => pinned(text, pins),
        _ => escaped(text),
    };
    add(out, &[before, &text, after]);
}

/// A text whose references lead to the rows of the register.
fn pinned(text: &str, pins: &Pins<'_>) -> String {
    let mut out = String::new();
    for span in pins.spans(text) {
        match span {
            Span::Text(text) => out.push_str(&escaped(text)),
            Span::Entry(text, entry) => add(&mut out, &["<a href=\"#", &row_place(entry), "\">", &escaped(text), "</a>"]),
        }
    }
    out
}

fn figure(document: &Document, content: &Chart, out: &mut String) {
    add(out, &["<figure id=\"", &content.caption.label.place(), "\">\n"]);
    out.push_str(&chart::drawn(content));
    out.push_str("<table class=\"data\">\n");
    rows(&content.table(), None, out);
    out.push_str("</table>\n");
    add(
        out,
        &["<figcaption>", &escaped(&content.caption.told(document.language)), "</figcaption>\n</figure>\n"],
    );
}

fn table(document: &Document, table: &Table, pins: &Pins<'_>, out: &mut String) {
    add(
        out,
        &[
            "<table id=\"",
            &table.caption.label.place(),
            "\">\n<caption>",
            &escaped(&table.caption.told(document.language)),
            "</caption>\n",
        ],
    );
    let whole: u32 = table.columns.iter().map(|column| column.width).sum();
    out.push_str("<colgroup>");
    for column in &table.columns {
        let percent = (column.width * 100 / whole.max(1)).to_string();
        add(out, &["<col style=\"width:", &percent, "%\"/>"]);
    }
    out.push_str("</colgroup>\n");
    rows(table, table.entries.then_some(pins), out);
    out.push_str("</table>\n");
}

/// Header and rows; of the evidence register each with a name of its own, and a link to its file where that lies beside the page.
fn rows(table: &Table, entries: Option<&Pins<'_>>, out: &mut String) {
    let class = |at: usize| match table.columns.get(at).map(|column| column.alignment) {
        Some(Alignment::End) => " class=\"r\"",
        Some(Alignment::Centre) => " class=\"c\"",
        _ => "",
    };
    out.push_str("<thead><tr>");
    for (at, column) in table.columns.iter().enumerate() {
        add(out, &["<th scope=\"col\"", class(at), ">", &escaped(&column.title), "</th>"]);
    }
    out.push_str("</tr></thead>\n<tbody>\n");
    for (entry, row) in table.rows.iter().enumerate() {
        out.push_str(match row.weight {
            Weight::Plain if entries.is_some() => "<tr",
            Weight::Plain => "<tr>",
            Weight::Group => "<tr class=\"group\">",
            Weight::Total => "<tr class=\"total\">",
        });
        if entries.is_some() {
            add(out, &[" id=\"", &row_place(entry), "\">"]);
        }
        let file = entries.and_then(|pins| pins.file(entry));
        for (at, cell) in row.cells.iter().enumerate() {
            let cell = match file.filter(|_| at == 0) {
                Some(file) => ["<a href=\"", &escaped(&address(file)), "\">", &broken(cell), "</a>"].concat(),
                None => broken(cell),
            };
            add(out, &["<td", class(at), ">", &cell, "</td>"]);
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody>\n");
}

fn key_values(pairs: &[KeyValue], missing: &str, out: &mut String) {
    out.push_str("<table class=\"pairs\">\n<tbody>\n");
    for pair in pairs {
        add(out, &["<tr><th scope=\"row\">", &escaped(&pair.label), "</th><td>"]);
        match &pair.value {
            Some(value) => out.push_str(&broken(value)),
            None => add(out, &["<span class=\"missing\">", &escaped(missing), "</span>"]),
        }
        out.push_str("</td></tr>\n");
    }
    out.push_str("</tbody>\n</table>\n");
}

/// The paragraphs of a cell.
fn broken(text: &str) -> String {
    let paragraphs: Vec<String> = lines(text).into_iter().map(escaped).collect();
    paragraphs.join("<br/>")
}
