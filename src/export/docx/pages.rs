//! Pages that stand, and pages that lie on their side for wide tables: each stretch of them is a section of the document.

use super::body::Writer;
use crate::export::style_set::StyleSet;
use crate::report::Orientation;
use docx_rs::{PageMargin, PageOrientationType, PageSize, SectionProperty};

/// A4 in twentieths of a point.
const SHORT: u32 = 11906;
const LONG: u32 = 16838;

/// Width of the text between the margins, in twentieths of a point. A page that lies on its side keeps the set's margins left and
/// right, so that what is bound at the left stays free.
pub(super) const fn text_width(set: &StyleSet, orientation: Orientation) -> usize {
    let side = set.page.left + set.page.right;
    match orientation {
        Orientation::Portrait => (SHORT - side) as usize,
        Orientation::Landscape => (LONG - side) as usize,
    }
}

/// `titled`: the first page has no header and no footer.
pub(super) fn section(set: &StyleSet, orientation: Orientation, titled: bool) -> SectionProperty {
    let page = &set.page;
    let size = match orientation {
        Orientation::Portrait => PageSize::new().size(SHORT, LONG),
        Orientation::Landscape => PageSize::new().size(LONG, SHORT).orient(PageOrientationType::Landscape),
    };
    let section = SectionProperty::new().page_size(size).page_margin(PageMargin {
        top: page.top as i32,
        bottom: page.bottom as i32,
        left: page.left as i32,
        right: page.right as i32,
        header: page.header as i32,
        footer: page.footer as i32,
        gutter: 0,
    });
    if titled { section.title_pg() } else { section }
}

impl Writer<'_> {
    /// Width of the text on the pages that are written.
    pub fn text_width(&self) -> usize {
        text_width(self.set, self.orientation)
    }

    /// Ends the pages so far; those that follow lie or stand.
    pub fn turn(&mut self, orientation: Orientation) {
        if orientation == self.orientation {
            return;
        }
        let ended = section(self.set, self.orientation, !self.turned);
        let last = self.blank("AfterTable").section_property(ended);
        self.break_before = false;
        self.add(last);
        (self.orientation, self.turned) = (orientation, true);
    }
}

/// Every section has the header and the footer that `docx-rs` gives the last one.
pub(super) fn with_headers(document: &mut Vec<u8>) {
    let text = String::from_utf8_lossy(document);
    let Some((before, last)) = text.rsplit_once("<w:sectPr>") else { return };
    let (section, _) = last.split_once("</w:sectPr>").unwrap_or((last, ""));
    let references = section.split_inclusive("/>").filter(|element| element.contains("Reference "));
    let references: String = references.collect();
    let earlier = before.replace("<w:sectPr>", &["<w:sectPr>", &references].concat());
    *document = [&earlier, "<w:sectPr>", last].concat().into_bytes();
}
