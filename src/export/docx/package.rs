//! The finished parts become a file. `docx-rs` has no words for a few things every submission needs – language,
//! repeated header rows, title and author, compression – so they are set here, in parts it has already written.

use super::order::in_order;
use super::table_styles::{FONTS, TABLE_STYLES};
use super::text::escaped;
use super::theme::THEME;
use crate::date::Date;
use crate::export::StyleSet;
use crate::language::Language;
use crate::report::Document;
use docx_rs::XMLDocx;
use std::io::{Cursor, Read, Write};
use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

/// Completes the parts and packs them, with what `docx-rs` does not write itself beside them.
pub(super) fn finish(mut parts: XMLDocx, mut more: Vec<(String, Vec<u8>)>, document: &Document, date: Option<Date>, set: &StyleSet) -> ZipResult<Vec<u8>> {
    complete_styles(&mut parts.styles, document.language, set);
    complete(&mut parts.document);
    replace(&mut parts.settings, "</w:settings>", r#"<w:updateFields w:val="true" /></w:settings>"#);
    parts.font_table = FONTS.as_bytes().to_vec();
    for part in [&mut parts.settings, &mut parts.numberings] {
        *part = in_order(part);
    }
    for part in parts.headers.iter_mut().chain(&mut parts.footers) {
        *part = in_order(part);
    }
    let relation = r#"<Relationship Id="rIdTheme" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme" Target="theme/theme1.xml" /></Relationships>"#;
    replace(&mut parts.document_rels, "</Relationships>", relation);
    let kind = r#"<Override PartName="/word/theme/theme1.xml" ContentType="application/vnd.openxmlformats-officedocument.theme+xml" /></Types>"#;
    replace(&mut parts.content_type, "</Types>", kind);
    more.push(("word/theme/theme1.xml".to_owned(), THEME.as_bytes().to_vec()));
    properties(&mut parts.doc_props.core, document, date);
    let mut stored = Cursor::new(Vec::new());
    parts.pack(&mut stored)?;
    compressed(stored, more)
}

/// Completes what is written of the text.
pub(super) fn complete(document: &mut Vec<u8>) {
    let height = format!(r#"<w:trHeight w:val="{}" w:hRule="atLeast" /></w:trPr>"#, super::tables::HEADER_ROW_HEIGHT);
    let repeated = height.replace("</w:trPr>", "<w:tblHeader /></w:trPr>");
    replace(document, &height, &repeated);
    // With the name of the gallery Word offers to bring the table up to date.
    let gallery = r#"<w:docPartObj><w:docPartGallery w:val="Table of Contents" /><w:docPartUnique /></w:docPartObj>"#;
    let tag = "<w:sdt><w:sdtPr><w:rPr /></w:sdtPr>";
    replace(document, tag, &format!("<w:sdt><w:sdtPr>{gallery}</w:sdtPr>"));
    *document = in_order(document);
}

/// Completes the styles.
pub(super) fn complete_styles(styles: &mut Vec<u8>, language: Language, set: &StyleSet) {
    let told = match language {
        Language::Zh => r#"<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA" />"#,
        Language::En => r#"<w:lang w:val="en-GB" w:eastAsia="zh-CN" w:bidi="ar-SA" />"#,
    };
    replace(styles, "</w:rPr></w:rPrDefault>", &format!("{told}</w:rPr></w:rPrDefault>"));
    let normal = r#"<w:style w:type="paragraph" w:styleId="Normal">"#;
    replace(styles, normal, r#"<w:style w:type="paragraph" w:default="1" w:styleId="Normal">"#);
    replace(styles, "</w:styles>", &[TABLE_STYLES, "</w:styles>"].concat());
    // Two characters, whatever size somebody sets; readers that do not count characters take the width they have now.
    let look = set.of(language);
    let wide = format!(r#"w:firstLine="{}""#, look.first_line());
    replace(styles, &wide, &format!(r#"w:firstLineChars="{}" {wide}"#, look.indent * 100));
    *styles = in_order(styles);
}

/// Title, author and day. Without a draft date the file says nothing about when it was made.
fn properties(core: &mut Vec<u8>, document: &Document, date: Option<Date>) {
    let author = escaped(&document.author);
    for tag in ["dc:creator", "cp:lastModifiedBy"] {
        replace(core, &format!("<{tag}>unknown</{tag}>"), &format!("<{tag}>{author}</{tag}>"));
    }
    for tag in ["created", "modified"] {
        let epoch = format!(r#"<dcterms:{tag} xsi:type="dcterms:W3CDTF">1970-01-01T00:00:00Z</dcterms:{tag}>"#);
        let day = date.map_or_else(String::new, |date| epoch.replace("1970-01-01", &date.to_string()));
        replace(core, &epoch, &day);
    }
    let end = "</cp:coreProperties>";
    let title = escaped(&document.title);
    let tag = match document.language {
        Language::Zh => "zh-CN",
        Language::En => "en-GB",
    };
    replace(core, end, &format!("<dc:title>{title}</dc:title><dc:language>{tag}</dc:language>{end}"));
}

/// Replaces a piece of markup; user text cannot hold one, because its `<` is escaped.
pub(super) fn replace(part: &mut Vec<u8>, from: &str, to: &str) {
    let text = String::from_utf8_lossy(part).replace(from, to);
    *part = text.into_bytes();
}

/// The same entries in the same order, deflated, with the earliest time a zip file can hold (1980-01-01).
fn compressed(stored: Cursor<Vec<u8>>, more: Vec<(String, Vec<u8>)>) -> ZipResult<Vec<u8>> {
    let mut archive = ZipArchive::new(stored)?;
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    for at in 0..archive.len() {
        let mut entry = archive.by_index(at)?;
        if entry.is_dir() {
            continue;
        }
        let mut content = Vec::new();
        entry.read_to_end(&mut content)?;
        writer.start_file(entry.name(), options)?;
        writer.write_all(&content)?;
    }
    for (name, content) in more {
        writer.start_file(name, options)?;
        writer.write_all(&content)?;
    }
    Ok(writer.finish()?.into_inner())
}
