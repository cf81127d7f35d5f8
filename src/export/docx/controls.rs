//! Texts that somebody typed, each in a content control whose tag says which place of the assessment it is and which text went out, with a
//! bookmark of the same name for editors that drop controls (`report::written`). Lines are paragraphs, as they were typed.
//!
//! `docx-rs` has no tag for a control, so the controls are laid around the paragraphs of a bookmark in the finished part.

use super::body::Writer;
use super::text::{attribute, run};
use crate::report::{Document, Written, carried};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use docx_rs::Paragraph;

/// Bookmarks of texts count from here; those of headings, charts and captions below.
const FIRST: usize = 3_000_000;
const RECORD: &str = "customXml/item1.xml";
/// Properties of the record, which Word wants of each part of its kind (ECMA-376, part 1, 15.2.6): an id of its own and its schema.
const PROPERTIES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="no"?><ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" ds:itemID="{6E1F4C0A-52B7-4D09-9C39-0A7B8D5E21F4}"><ds:schemaRefs><ds:schemaRef ds:uri="urn:award-kit:draft" /></ds:schemaRefs></ds:datastoreItem>"#;
const RELATION_OF_PROPERTIES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXmlProps" Target="itemProps1.xml" /></Relationships>"#;

/// A control around a text.
pub(super) struct Control {
    /// Its tag, and the name of the bookmark.
    mark: String,
    title: String,
    /// Nothing was typed.
    is_empty: bool,
    /// The paragraphs with what changed in them, instead of those that were written.
    changed: Option<String>,
}

impl Writer<'_> {
    /// A text in the body, that of so many blocks; of none, an empty one under the label of what may be written there.
    pub fn text(&mut self, written: &Written, covers: usize, label: Option<&str>) {
        let words = self.language.words();
        if let Some(label) = label {
            let label = self.paragraph("Label", label);
            self.add(label);
        }
        let (style, missing) = match covers {
            0 => ("BodyText", words.report_write_here()),
            _ => ("Missing", words.report_not_filled()),
        };
        let is_empty = carried(&written.text).is_empty();
        for paragraph in self.controlled(written, if is_empty { style } else { "BodyText" }, missing, true) {
            self.add(paragraph);
        }
    }

    /// The paragraphs of a text, with the marks by which they are put into a control; where it is prose, what it names is linked.
    pub fn controlled(&mut self, written: &Written, style: &str, missing: &str, is_prose: bool) -> Vec<Paragraph> {
        let text = carried(&written.text);
        let before = written.before.as_deref().map(carried).filter(|before| *before != text);
        let is_empty = text.is_empty() && before.is_none();
        let mut mark = written.mark();
        let same = self.controls.iter().filter(|known| known.mark.starts_with(&mark)).count();
        if same > 0 {
            mark = format!("{mark}_{same}");
        }
        let id = FIRST + self.controls.len();
        let name = mark.clone();
        let changed = self.changes.as_mut().zip(before).map(|(changes, before)| {
            // A text that went away altogether stood as text, not as what is missing.
            let style = match style {
                "Missing" => "BodyText",
                "TableMissing" => "TableText",
                style => style,
            };
            let marks = [
                format!(r#"<w:bookmarkStart w:id="{id}" w:name="{mark}" />"#),
                format!(r#"<w:bookmarkEnd w:id="{id}" />"#),
            ];
            changes.paragraphs(style, &before, &text, [&marks[0], &marks[1]])
        });
        self.controls.push(Control {
            mark,
            title: written.title(),
            is_empty,
            changed,
        });
        let lines: Vec<&str> = text.split('\n').collect();
        let last = lines.len() - 1;
        let paragraphs = lines.into_iter().enumerate().map(|(at, told)| {
            let mut paragraph = self.blank(style);
            if at == 0 {
                paragraph = paragraph.add_bookmark_start(id, name.clone());
            }
            paragraph = match (is_empty, is_prose) {
                (true, _) => paragraph.add_run(run(missing, self.chinese).style("PlaceholderText")),
                (false, true) => self.with_links(paragraph, told),
                (false, false) => paragraph.add_run(run(told, self.chinese)),
            };
            if at == last { paragraph.add_bookmark_end(id) } else { paragraph }
        });
        paragraphs.collect()
    }
}

/// Lays each control around the paragraphs of its bookmark, which stand in the document in the order they were written.
pub(super) fn place(document: &mut Vec<u8>, controls: &[Control]) {
    let text = String::from_utf8_lossy(document);
    let mut out = String::with_capacity(text.len() + controls.len() * 300);
    let mut rest = text.as_ref();
    for (at, control) in controls.iter().enumerate() {
        let id = FIRST + at;
        let start = rest.find(&format!(r#"w:name="{}""#, control.mark));
        let begins = start.and_then(|start| rest[..start].rfind("<w:p "));
        let Some(begins) = begins else { continue };
        let ends = rest.find(&format!(r#"<w:bookmarkEnd w:id="{id}""#));
        let Some(ends) = ends.and_then(|end| Some(end + rest[end..].find(PARAGRAPH_END)? + PARAGRAPH_END.len())) else {
            continue;
        };
        out.push_str(&rest[..begins]);
        out.push_str(&control.begin(id));
        out.push_str(control.changed.as_deref().unwrap_or(&rest[begins..ends]));
        out.push_str("</w:sdtContent></w:sdt>");
        rest = &rest[ends..];
    }
    out.push_str(rest);
    *document = out.into_bytes();
}

const PARAGRAPH_END: &str = "</w:p>";

impl Control {
    fn begin(&self, id: usize) -> String {
        format!(
            r#"<w:sdt><w:sdtPr><w:alias w:val="{}" /><w:tag w:val="{}" /><w:id w:val="{id}" />{}</w:sdtPr><w:sdtContent>"#,
            attribute(&self.title),
            self.mark,
            if self.is_empty { "<w:showingPlcHdr />" } else { "" },
        )
    }
}

/// What the document says of itself to the kit, in a part of its own that editors carry along: the marks of all places, and the words that are the
/// kit's. None where nobody typed anything into it.
pub(super) fn record(document: &Document, controls: &[Control]) -> Vec<(String, Vec<u8>)> {
    if controls.is_empty() {
        return Vec::new();
    }
    let places: Vec<&str> = controls.iter().map(|control| &*control.mark).collect();
    let words = document.own_words().into_iter().flatten().collect::<Vec<u8>>();
    let part = format!(
        r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><draft xmlns="urn:award-kit:draft" places="{}" words="{}" />"#,
        places.join(" "),
        STANDARD.encode(words)
    );
    vec![
        (RECORD.to_owned(), part.into_bytes()),
        ("customXml/itemProps1.xml".to_owned(), PROPERTIES.into()),
        ("customXml/_rels/item1.xml.rels".to_owned(), RELATION_OF_PROPERTIES.into()),
    ]
}

/// What the package says of the kind of the record's properties.
pub(super) const KIND: &str =
    r#"<Override PartName="/customXml/itemProps1.xml" ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml" /></Types>"#;

/// How the package names the record.
pub(super) fn relation() -> String {
    format!(
        r#"<Relationship Id="rIdDraft" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml" Target="../{RECORD}" /></Relationships>"#
    )
}
