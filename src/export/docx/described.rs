//! What `docx-rs` has no words for in a table: which row and column name the others, and what it is called for those who do
//! not see it (`w:tblLook`, `w:tblCaption`, `w:tblDescription`).

use super::text::attribute;

/// The longest description Word shows whole.
const LONGEST: usize = 255;
const END: &str = "</w:tblPr>";

/// What is said of a table.
pub(super) struct Described {
    pub caption: String,
    pub description: String,
    /// What names the cells.
    pub heads: Heads,
}

/// What names the cells of a table.
#[derive(Clone, Copy)]
pub(super) enum Heads {
    /// The first row names the columns.
    Row,
    /// The first column names the rows.
    Column,
    /// Nothing: it only puts things side by side.
    None,
}

impl Heads {
    /// The attributes, with the sum of their bits as older readers want it (ECMA-376 part 1, 17.4.55).
    fn look(self) -> &'static str {
        match self {
            Heads::Row => r#"<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="0" />"#,
            Heads::Column => r#"<w:tblLook w:val="0080" w:firstRow="0" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="0" w:noVBand="0" />"#,
            Heads::None => r#"<w:tblLook w:val="0000" w:firstRow="0" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="0" />"#,
        }
    }
}

/// Completes the properties of the tables, which stand in the document in the order they were written.
pub(super) fn describe(document: &mut Vec<u8>, tables: &[Described]) {
    let text = String::from_utf8_lossy(document);
    let mut out = String::with_capacity(text.len() + tables.len() * 400);
    let mut rest = text.as_ref();
    for table in tables {
        let Some((before, after)) = rest.split_once(END) else { break };
        let short = |text: &str| attribute(&text.chars().take(LONGEST).collect::<String>());
        out.push_str(before);
        out.push_str(table.heads.look());
        out.push_str(&format!(
            r#"<w:tblCaption w:val="{}" /><w:tblDescription w:val="{}" />"#,
            short(&table.caption),
            short(&table.description)
        ));
        out.push_str(END);
        rest = after;
    }
    out.push_str(rest);
    *document = out.into_bytes();
}
