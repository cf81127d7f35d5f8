//! References to evidence: from a text to the row of the register, and from the row to the file where that lies beside the document.

use super::body::Writer;
use super::fields::field;
use super::text::run;
use crate::export::name::address;
use crate::report::{Span, row_place};
use docx_rs::{Hyperlink, HyperlinkType, Paragraph};

/// Bookmarks of rows count from here; those of texts below, changes above.
const FIRST: usize = 4_000_000;

impl Writer<'_> {
    /// A paragraph whose references lead to the rows of what they name.
    pub fn pinned(&mut self, style: &str, text: &str) -> Paragraph {
        let paragraph = self.blank(style);
        self.with_links(paragraph, text)
    }

    /// The paragraph with a text behind what it holds. Links show as the text does: a submission is printed.
    pub fn with_links(&self, paragraph: Paragraph, text: &str) -> Paragraph {
        self.pins.spans(text).into_iter().fold(paragraph, |paragraph, span| match span {
            Span::Text(text) => paragraph.add_run(run(text, self.chinese)),
            Span::Entry(text, entry) => {
                let link = Hyperlink::new(place(entry), HyperlinkType::Anchor).add_run(run(text, self.chinese));
                paragraph.add_hyperlink(link)
            }
        })
    }

    /// The number of an entry in its row: the place that references lead to. A field leads on to the file, because a relation of the
    /// package would be numbered across documents.
    pub fn entry_number(&mut self, style: &str, number: &str, entry: usize) -> Paragraph {
        let id = FIRST + entry;
        let paragraph = self.blank(style).add_bookmark_start(id, place(entry));
        let told = match self.pins.file(entry) {
            Some(file) => field(&format!(r#" HYPERLINK "{}" "#, address(file)), number),
            None => run(number, self.chinese),
        };
        paragraph.add_run(told).add_bookmark_end(id)
    }
}

/// The bookmark of a row; names that begin with a line are not listed among the reader's own.
fn place(entry: usize) -> String {
    ["_", &row_place(entry).replace('-', "_")].concat()
}
