//! What tables and figures are called, and how a text refers to them: `表 4-3　得分表`, `见图 4-3`.
//!
//! A number is given where the table is written (`draft`), so that a text before or behind it can name it, and no writer of
//! any format counts.

use crate::language::{Language, fill};

/// What is numbered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum CaptionKind {
    Table,
    Figure,
}

/// The name a table or figure goes by: its kind and number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Label {
    pub kind: CaptionKind,
    /// The part it stands in, from 1 on; none where the document is not divided into parts.
    pub chapter: Option<u32>,
    /// From 1 on within its kind and part, in reading order.
    pub number: u32,
}

impl Label {
    /// What stands before the running number: `表 4-`, `Table 4-`, `表 `.
    pub fn before(self, language: Language) -> String {
        let (before, _) = self.kind.pattern(language);
        match self.chapter {
            Some(chapter) => [before, &chapter.to_string(), "-"].concat(),
            None => before.to_owned(),
        }
    }
    /// As a text refers to it: `图 4-3`, `Figure 4-3`.
    pub fn told(self, language: Language) -> String {
        [self.before(language), self.number.to_string()].concat()
    }
    /// A name that is the same in every language, for places links lead to: `table-4-3`, `figure-2`.
    pub fn place(self) -> String {
        let kind = match self.kind {
            CaptionKind::Table => "table",
            CaptionKind::Figure => "figure",
        };
        let chapter = self.chapter.map_or_else(String::new, |chapter| format!("-{chapter}"));
        format!("{kind}{chapter}-{}", self.number)
    }
}

impl CaptionKind {
    /// What stands before and after the number in a caption, `{text}` not filled in.
    fn pattern(self, language: Language) -> (&'static str, &'static str) {
        let words = language.words();
        let pattern = match self {
            CaptionKind::Table => words.report_caption_table(),
            CaptionKind::Figure => words.report_caption_figure(),
        };
        pattern.split_once("{number}").unwrap_or(("", pattern))
    }
}

/// What a table or a chart holds, under its label.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Caption {
    pub label: Label,
    pub text: String,
}

impl Caption {
    /// What stands after the number: `　得分表`, `. Scores`.
    pub fn after(&self, language: Language) -> String {
        let (_, after) = self.label.kind.pattern(language);
        fill(after, &[("text", &self.text)])
    }
    /// The caption as it is read: `表 4-3　得分表`, `Table 4-3. Scores`.
    pub fn told(&self, language: Language) -> String {
        [self.label.told(language), self.after(language)].concat()
    }
}

/// A piece of a sentence of the kit's own that refers to tables and figures; nothing that was typed stands in one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    Text(String),
    To(Label),
}

impl Piece {
    /// The piece as it is read.
    pub fn told(&self, language: Language) -> String {
        match self {
            Piece::Text(text) => text.clone(),
            Piece::To(label) => label.told(language),
        }
    }
    /// A text with labels in its places: `数据见{data}。` is a text, a label and a text.
    pub(super) fn of(text: &str, labels: &[(&str, Label)]) -> Vec<Piece> {
        let mut pieces = Vec::new();
        let mut rest = text;
        while let Some((before, (name, after))) = rest.split_once('{').and_then(|(before, inner)| Some((before, inner.split_once('}')?))) {
            pieces.push(Piece::Text(before.to_owned()));
            pieces.extend(labels.iter().find(|(known, _)| *known == name).map(|(_, label)| Piece::To(*label)));
            rest = after;
        }
        pieces.push(Piece::Text(rest.to_owned()));
        pieces
    }
}
