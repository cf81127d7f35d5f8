//! The pen the parts of the submission are written with: pack, assessment and language at hand, blocks in order.

use super::caption::{Caption, CaptionKind, Label, Piece};
use super::chart::Chart;
use super::document::{Alignment, Block, Column, KeyValue, ParagraphStyle, Row, Table};
use super::say;
use super::written::{Written, place_of, text_of};
use crate::assessment::{Assessment, Field};
use crate::criteria::{ItemSlot, Pack, Words as PackWords};
use crate::indicators::{Results, read_results};
use crate::language::{Language, Words, fill};

/// A document being written.
pub(super) struct Draft<'a> {
    pub pack: &'a Pack,
    pub assessment: &'a Assessment,
    pub language: Language,
    pub words: &'static Words,
    pub pack_words: PackWords<'a>,
    /// What the figures say.
    pub results: Results,
    pub blocks: Vec<Block>,
    /// The part that is being written, where tables and figures are numbered part by part.
    pub chapter: Option<u32>,
    tables: u32,
    figures: u32,
}

impl<'a> Draft<'a> {
    pub fn new(pack: &'a Pack, assessment: &'a Assessment, language: Language) -> Draft<'a> {
        Draft {
            pack,
            assessment,
            language,
            words: language.words(),
            pack_words: pack.words(language.tag()),
            results: read_results(pack, assessment),
            blocks: Vec::new(),
            chapter: None,
            tables: 0,
            figures: 0,
        }
    }

    pub fn heading(&mut self, level: u8, text: impl Into<String>) {
        if let Some(chapter) = self.chapter.as_mut().filter(|_| level == 1) {
            *chapter += 1;
            (self.tables, self.figures) = (0, 0);
        }
        self.blocks.push(Block::Heading { level, text: text.into() });
    }

    /// The caption of the next table or figure.
    fn caption(&mut self, kind: CaptionKind, text: &str) -> Caption {
        let last = match kind {
            CaptionKind::Table => &mut self.tables,
            CaptionKind::Figure => &mut self.figures,
        };
        *last += 1;
        let (chapter, number) = (self.chapter, *last);
        Caption {
            label: Label { kind, chapter, number },
            text: one_line(text),
        }
    }

    /// How many tables and figures are numbered.
    pub fn counted(&self) -> (u32, u32) {
        (self.tables, self.figures)
    }

    /// Goes on numbering behind so many.
    pub fn count_from(&mut self, (tables, figures): (u32, u32)) {
        (self.tables, self.figures) = (tables, figures);
    }

    /// The next figure's caption; the figure goes into [`Draft::chart`].
    pub fn figure(&mut self, text: &str) -> Caption {
        self.caption(CaptionKind::Figure, text)
    }

    pub fn chart(&mut self, chart: Chart) {
        self.blocks.push(Block::Chart(chart));
    }

    /// A sentence with labels in its places, to be put where it belongs.
    pub fn pieces(text: &str, labels: &[(&str, Label)]) -> Block {
        Block::References(Piece::of(text, labels))
    }

    /// A sentence with labels in its places.
    pub fn references(&mut self, text: &str, labels: &[(&str, Label)]) {
        self.blocks.push(Draft::pieces(text, labels));
    }

    /// One paragraph for every line of the text that is not empty.
    pub fn paragraphs(&mut self, style: ParagraphStyle, text: &str) {
        let lines = text
            .split(['\n', '\r', '\u{2028}', '\u{2029}'])
            .map(str::trim_end)
            .filter(|line| !line.trim().is_empty());
        self.blocks.extend(lines.map(|line| Block::Paragraph { style, text: line.to_owned() }));
    }

    /// A text somebody typed, or that it is missing.
    pub fn written(&mut self, field: Field) {
        let written = written(self.pack, self.assessment, self.language, field);
        let (at, text) = (self.blocks.len(), written.text.clone());
        let (covers, label) = (0, None);
        self.blocks.push(Block::Written { written, covers, label });
        if text.trim().is_empty() {
            self.missing();
        } else {
            self.paragraphs(ParagraphStyle::Body, &text);
        }
        let shown = self.blocks.len() - at - 1;
        if let Some(Block::Written { covers, .. }) = self.blocks.get_mut(at) {
            *covers = shown;
        }
    }

    /// A text under its label; nothing where the text is empty.
    pub fn labelled(&mut self, label: &str, style: ParagraphStyle, text: &str) {
        if !text.trim().is_empty() {
            self.paragraphs(ParagraphStyle::Label, label);
            self.paragraphs(style, text);
        }
    }

    /// What somebody typed under its label; where it is empty nothing but the place to write it.
    pub fn asked(&mut self, label: &str, field: Field) {
        let written = written(self.pack, self.assessment, self.language, field);
        if written.text.trim().is_empty() {
            let (covers, label) = (0, Some(label.to_owned()));
            self.blocks.push(Block::Written { written, covers, label });
        } else {
            self.paragraphs(ParagraphStyle::Label, label);
            self.written(field);
        }
    }

    pub fn missing(&mut self) {
        self.paragraphs(ParagraphStyle::Missing, self.words.report_not_filled());
    }

    /// A table; nothing where it has no rows.
    pub fn table(&mut self, caption: &str, columns: &[(&str, u32, Alignment)], rows: Vec<Row>) {
        let columns = columns.iter().map(|&(title, width, alignment)| (title.to_owned(), width, alignment));
        self.table_of(caption, columns.collect(), rows);
    }

    /// The table of the register, a row for every entry in their order.
    pub fn table_of_entries(&mut self, caption: &str, columns: &[(&str, u32, Alignment)], rows: Vec<Row>) {
        self.table(caption, columns, rows);
        if let Some(Block::Table(table)) = self.blocks.last_mut() {
            table.entries = true;
        }
    }

    /// The same, with titles made for this table.
    pub fn table_of(&mut self, caption: &str, columns: Vec<(String, u32, Alignment)>, rows: Vec<Row>) {
        if rows.is_empty() {
            return;
        }
        let columns = columns.into_iter().map(|(title, width, alignment)| Column { title, width, alignment });
        let caption = self.caption(CaptionKind::Table, caption);
        self.blocks.push(Block::Table(Table {
            caption,
            entries: false,
            columns: columns.collect(),
            rows,
        }));
    }

    /// Labels with their values; nothing where there are none.
    pub fn key_values(&mut self, pairs: Vec<KeyValue>) {
        if !pairs.is_empty() {
            self.blocks.push(Block::KeyValues(pairs));
        }
    }

    /// Source of a figure with its status in brackets; empty where the pack names none.
    pub fn source_and_status(&self, figure: &str) -> String {
        self.pack.attribution(figure).map_or_else(String::new, |attribution| {
            let source = self.pack_words.source(&attribution.source);
            fill(
                self.words.report_status(),
                &[("text", source), ("status", say::status(self.language, attribution.status))],
            )
        })
    }

    /// The status of a figure in a word; empty where the pack names none.
    pub fn status(&self, figure: &str) -> &'static str {
        self.pack
            .attribution(figure)
            .map_or("", |attribution| say::status(self.language, attribution.status))
    }
}

/// A label with its value; none where that is empty.
pub(super) fn pair(label: &str, value: &str) -> KeyValue {
    KeyValue {
        label: label.to_owned(),
        value: Some(value.trim()).filter(|value| !value.is_empty()).map(str::to_owned),
        written: None,
    }
}

/// A place in words, as [`say::file_place`] has it for the whole file.
fn name(pack: &Pack, language: Language, field: Field) -> String {
    let words = language.words();
    let of_item = |item: ItemSlot, rest: &str| [&say::item_name(pack, language, item), " · ", rest].concat();
    match field {
        Field::Profile(text) => [words.organisation_title(), " · ", say::profile_label(language, text.key())].concat(),
        Field::Answer { item, scope, factor } => {
            let (rubric, texts) = (pack.rubric_of(item), pack.words(language.tag()));
            let factor = rubric.factors.get(factor).map_or("", |factor| texts.factor(&rubric.id, &factor.id));
            match scope.checked_sub(1).and_then(|at| pack.item(item).prompts.get(at)) {
                Some(prompt) => of_item(item, &[texts.prompt_name(&pack.item(item).id, &prompt.id), " · ", factor].concat()),
                None => of_item(item, factor),
            }
        }
        Field::Strengths(item) => of_item(item, words.item_strengths()),
        Field::Opportunities(item) => of_item(item, words.item_opportunities()),
        _ => String::new(),
    }
}

/// A text somebody typed, with its place.
pub(super) fn written(pack: &Pack, assessment: &Assessment, language: Language, field: Field) -> Written {
    let place = place_of(pack, field).unwrap_or_default();
    Written {
        name: name(pack, language, field),
        place,
        text: text_of(assessment, field),
        before: None,
    }
}

/// A text as one line: white space of any kind becomes single spaces.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<&str>>().join(" ")
}
