//! The workbook behind a chart: labels in the first column, a column for every series. Word opens it when somebody
//! edits the chart's data. It holds the one sheet and nothing else, no styles and no theme (Office Open XML asks for neither):
//! 700 bytes in the document where the workbook of a library takes 5,600.

use crate::export::docx::text::{escaped, legal};
use crate::report::Chart;
use std::io::{Cursor, Write};
use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// The most a cell holds is 32,767 characters; a legend needs far fewer.
const LONGEST: usize = 200;

const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#;
const TYPES: &str = r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>"#;
const WORKBOOK: &str = r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>"#;

/// The bytes of the workbook; always the same for the same chart. Its parts are not compressed, because the document packs
/// the whole of it.
pub fn write(chart: &Chart) -> Result<Vec<u8>, String> {
    pack(&sheet(chart)).map_err(|error| error.to_string())
}

fn pack(sheet: &str) -> ZipResult<Vec<u8>> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let parts = [
        ("[Content_Types].xml", TYPES.to_owned()),
        ("_rels/.rels", relation("officeDocument", "xl/workbook.xml")),
        ("xl/workbook.xml", WORKBOOK.to_owned()),
        ("xl/_rels/workbook.xml.rels", relation("worksheet", "worksheets/sheet1.xml")),
        ("xl/worksheets/sheet1.xml", sheet.to_owned()),
    ];
    for (name, content) in parts {
        writer.start_file(name, options)?;
        writer.write_all(HEAD.as_bytes())?;
        writer.write_all(content.as_bytes())?;
    }
    Ok(writer.finish()?.into_inner())
}

fn relation(kind: &str, target: &str) -> String {
    format!(
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" Target="{target}"/></Relationships>"#
    )
}

fn sheet(chart: &Chart) -> String {
    let mut out = String::from(r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row>"#);
    text(&mut out, "");
    for series in &chart.series {
        text(&mut out, &series.name);
    }
    out.push_str("</row>");
    for (at, label) in chart.labels.iter().enumerate() {
        out.push_str("<row>");
        text(&mut out, label);
        for series in &chart.series {
            match series.values.get(at).copied().flatten() {
                Some(value) => out.push_str(&format!("<c><v>{value}</v></c>")),
                None => out.push_str("<c/>"),
            }
        }
        out.push_str("</row>");
    }
    out.push_str("</sheetData></worksheet>");
    out
}

fn text(out: &mut String, content: &str) {
    let short: String = legal(content).chars().take(LONGEST).collect();
    if short.is_empty() {
        out.push_str("<c/>");
    } else {
        out.push_str(&format!(r#"<c t="inlineStr"><is><t xml:space="preserve">{}</t></is></c>"#, escaped(&short)));
    }
}
