//! The table of contents, so that every word processor numbers its pages: for Word it is a field that is brought up to date when
//! the file is opened or when the reader asks for it; LibreOffice leaves such a field as it finds it, but counts the pages of
//! references that stand outside of one.
//!
//! The field's beginning and end are therefore an alternative (ECMA-376 part 3) that asks for markup Word has known since 2013
//! and LibreOffice does not ask for. Whoever does not take it sees a list of links with page references, which is what it is.

use super::package::replace;

const BEGIN: &str = r#"<w:fldChar w:fldCharType="begin" w:dirty="true" />"#;
const END: &str = r#"<w:fldChar w:fldCharType="end" w:dirty="false" />"#;
const ALTERNATIVE: (&str, &str) = (
    r#"<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"><mc:Choice Requires="w15">"#,
    "</mc:Choice><mc:Fallback /></mc:AlternateContent>",
);

/// Puts the beginning and the end of the field apart from the entries between them. Nothing happens where there is no field.
pub(super) fn numbered_everywhere(document: &mut Vec<u8>) {
    let text = String::from_utf8_lossy(document);
    let Some((_, field)) = text.split_once(BEGIN) else { return };
    let Some((code, _)) = field.split_once("</w:r>") else { return };
    let begin = [BEGIN, code, "</w:r>"].concat();
    let close = "</w:r></w:p></w:sdtContent>";
    replace(document, &begin, &[ALTERNATIVE.0, BEGIN, code, ALTERNATIVE.1, "</w:r>"].concat());
    replace(document, &[END, close].concat(), &[ALTERNATIVE.0, END, ALTERNATIVE.1, close].concat());
}
