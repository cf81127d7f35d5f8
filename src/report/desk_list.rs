//! The lines of the desk as a list to print: one table, on pages that lie on their side.

use super::caption::{Caption, CaptionKind, Label};
use super::document::{Alignment, Block, Column, Document, Orientation, ParagraphStyle, Row, Table, Weight};
use super::pinned::Pinned;
use super::say;
use crate::assessment::EvidenceRegister;
use crate::desk::{Line, Summary};
use crate::language::{Language, fill};

/// The list of what came in, in the order of the lines.
pub fn desk_list(lines: &[Line], language: Language) -> Document {
    let words = language.words();
    let columns = [
        (words.desk_file(), 13, Alignment::Start),
        (words.desk_organisation(), 16, Alignment::Start),
        (words.desk_credit_code(), 13, Alignment::Start),
        (words.desk_kind(), 7, Alignment::Start),
        (words.desk_verdict(), 8, Alignment::Start),
        (words.desk_missing(), 5, Alignment::End),
        (words.desk_total(), 6, Alignment::End),
        (words.desk_serious(), 5, Alignment::End),
        (words.desk_evidence_files(), 7, Alignment::End),
        (words.desk_told(), 34, Alignment::Start),
    ];
    let columns = columns.map(|(title, width, alignment)| Column {
        title: title.to_owned(),
        width,
        alignment,
    });
    let caption = Caption {
        label: Label {
            kind: CaptionKind::Table,
            chapter: None,
            number: 1,
        },
        text: words.desk_title().to_owned(),
    };
    let paragraph = |text: String| Block::Paragraph {
        style: ParagraphStyle::Body,
        text,
    };
    let heading = Block::Heading {
        level: 1,
        text: words.desk_title().to_owned(),
    };
    let table = Block::Table(Table {
        caption,
        entries: false,
        columns: columns.into(),
        rows: lines.iter().map(|line| row(line, language)).collect(),
    });
    Document {
        title: words.desk_title().to_owned(),
        author: String::new(),
        language,
        header: words.desk_title().to_owned(),
        footer: words.report_page().to_owned(),
        mark: String::new(),
        pinned: Pinned::of(&EvidenceRegister::default()),
        blocks: vec![
            Block::Turn(Orientation::Landscape),
            heading,
            paragraph(say::desk_counts(language, &Summary::of(lines))),
            table,
            paragraph(words.desk_note().to_owned()),
            Block::Turn(Orientation::Portrait),
        ],
    }
}

fn row(line: &Line, language: Language) -> Row {
    let words = language.words();
    let count = |count: Option<usize>| count.map_or_else(String::new, |count| count.to_string());
    let files = match (line.evidence_present, line.evidence_files) {
        (Some(present), Some(named)) => [present.to_string(), named.to_string()].join("/"),
        (_, named) => count(named),
    };
    let named = |text: &str, names: Vec<&str>| {
        let told = || fill(text, &[("names", &names.join(words.term_list()))]);
        (!names.is_empty()).then(told)
    };
    let mut remarks = say::desk_remarks(language, line);
    remarks.extend(named(words.desk_same_code_with(), line.same_code.iter().map(String::as_str).collect()));
    remarks.extend(named(words.desk_same_receipt_with(), line.same_receipt.iter().map(String::as_str).collect()));
    remarks.extend(named(words.desk_shared_with(), line.shared.iter().map(|shared| shared.file.as_str()).collect()));
    Row {
        weight: Weight::Plain,
        cells: vec![
            line.file.clone(),
            line.organisation.clone(),
            say::desk_code(language, line),
            say::desk_kind(language, line).to_owned(),
            say::desk_verdict(language, line).to_owned(),
            count(line.missing),
            line.total.map_or_else(String::new, |total| total.to_string()),
            count(line.serious),
            files,
            remarks.join("\n"),
        ],
    }
}
