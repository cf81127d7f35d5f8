//! Fields: contents, lists of tables and figures, numbers of captions and references to them. Every field holds its result as
//! plain text, so that what never recounts (previews, converters, WPS until it is asked) shows the same. The one thing left
//! out is page numbers, which nobody knows before the pages are set: Word is asked to bring all fields up to date when it
//! opens the file (`w:updateFields`), and puts them in.

use super::body::{Writer, bookmark};
use super::text::{legal, run};
use crate::report::{Block, Caption, CaptionKind, Document, Label, Piece};
use docx_rs::{FieldCharType, Hyperlink, HyperlinkType, InstrText, Paragraph, Run, StructuredDataTag};

/// Bookmarks of captions count from here; those of headings and charts below.
const FIRST_CAPTION: usize = 2_000_000;

/// An entry of a list: style, text, and the bookmark it leads to.
struct Entry {
    style: String,
    text: String,
    place: String,
}

impl Writer<'_> {
    /// The contents: headings of levels 1 to 3, in the gallery's wrapping, with which Word offers to bring them up to date.
    pub fn contents(&mut self, title: &str, document: &Document) {
        self.title(title);
        let headings = document.blocks.iter().filter_map(|block| match block {
            Block::Heading { level, text } => Some((*level, text)),
            _ => None,
        });
        let entries = headings.zip(1..).filter(|((level, _), _)| *level <= 3).map(|((level, text), at)| Entry {
            style: format!("ToC{level}"),
            text: text.clone(),
            place: bookmark(at),
        });
        let tag = self.list(r#" TOC \o "1-3" \h \z \u "#, entries.collect());
        let tag = tag.into_iter().fold(StructuredDataTag::new(), StructuredDataTag::add_paragraph);
        if !tag.children.is_empty() {
            self.docx = std::mem::take(&mut self.docx).add_structured_data_tag(tag);
        }
    }

    /// The title of a list; nothing where it stands under a heading of somebody else.
    fn title(&mut self, title: &str) {
        if !title.is_empty() {
            let title = self.paragraph("ContentsTitle", title);
            self.add(title);
        }
    }

    /// The list of tables or of figures; nothing where there are none.
    pub fn captions(&mut self, kind: CaptionKind, title: &str, document: &Document) {
        let language = document.language;
        let entries = document.captions(kind).map(|caption| Entry {
            style: "TableofFigures".to_owned(),
            text: caption.told(language),
            place: place(caption.label),
        });
        let entries: Vec<Entry> = entries.collect();
        if entries.is_empty() {
            return;
        }
        self.title(title);
        let code = format!(r#" TOC \h \z \c "{}" "#, self.identifier(kind));
        for paragraph in self.list(&code, entries) {
            self.add(paragraph);
        }
    }

    /// The entries, each a link, with the field's beginning before the first and its end behind the last.
    fn list(&mut self, code: &str, entries: Vec<Entry>) -> Vec<Paragraph> {
        let last = entries.len().saturating_sub(1);
        let entries = entries.into_iter().enumerate().map(|(at, entry)| {
            let mut paragraph = self.blank(&entry.style);
            if at == 0 {
                paragraph = paragraph.add_run(begin(code));
            }
            let text = run(&entry.text, self.chinese);
            paragraph = paragraph.add_hyperlink(Hyperlink::new(entry.place, HyperlinkType::Anchor).add_run(text));
            if at == last { paragraph.add_run(end()) } else { paragraph }
        });
        entries.collect()
    }

    /// The caption with its number as a field, so that Word counts on when something is put in between. Its label is the
    /// place references lead to.
    pub fn caption(&mut self, style: &str, caption: &Caption) -> Paragraph {
        let label = caption.label;
        // Counted anew below every heading of the first level, as the part's number stands before it; said once more at the
        // first one, because LibreOffice does not look at headings.
        let anew = match (label.chapter, label.number) {
            (None, _) => "",
            (Some(_), 1) => r"\s 1 \r 1 ",
            (Some(_), _) => r"\s 1 ",
        };
        let code = format!(r" SEQ {} \* ARABIC {anew}", self.identifier(label.kind));
        self.bookmarked += 1;
        let id = FIRST_CAPTION + self.bookmarked;
        let (before, after) = (
            run(&label.before(self.language), self.chinese),
            run(&caption.after(self.language), self.chinese),
        );
        self.blank(style)
            .add_bookmark_start(id, place(label))
            .add_run(before)
            .add_run(field(&code, &label.number.to_string()))
            .add_bookmark_end(id)
            .add_run(after)
    }

    /// A sentence whose references follow the numbers of what they name.
    pub fn references(&mut self, pieces: &[Piece]) {
        let (chinese, language) = (self.chinese, self.language);
        let pieces = pieces.iter().fold(self.blank("BodyText"), |paragraph, piece| match piece {
            Piece::Text(text) => paragraph.add_run(run(text, chinese)),
            Piece::To(label) => paragraph.add_run(field(&format!(r" REF {} \h ", place(*label)), &label.told(language))),
        });
        self.add(pieces.keep_next(true));
    }

    /// What Word counts tables and figures by, which is also the label it offers for a new caption.
    fn identifier(&self, kind: CaptionKind) -> &'static str {
        match (kind, self.chinese) {
            (CaptionKind::Table, true) => "表",
            (CaptionKind::Table, false) => "Table",
            (CaptionKind::Figure, true) => "图",
            (CaptionKind::Figure, false) => "Figure",
        }
    }
}

/// The bookmark at a caption's label; names that begin with a line are not listed among the reader's own.
fn place(label: Label) -> String {
    ["_Ref_", &label.place().replace('-', "_")].concat()
}

fn begin(code: &str) -> Run {
    Run::new()
        .add_field_char(FieldCharType::Begin, false)
        .add_instr_text(InstrText::Unsupported(code.to_owned()))
        .add_field_char(FieldCharType::Separate, false)
}

fn end() -> Run {
    Run::new().add_field_char(FieldCharType::End, false)
}

pub(super) fn field(code: &str, result: &str) -> Run {
    begin(code).add_text(legal(result)).add_field_char(FieldCharType::End, false)
}
