//! Charts as Word draws them itself (DrawingML): a part with the cached values, the workbook behind it so that it can be
//! edited, and the drawing in the text that points to it.

mod part;
mod sheet;

use super::body::{Placed, chart_mark};
use super::package::replace;
use super::text::attribute;
use crate::report::Chart;
use docx_rs::XMLDocx;

/// English metric units of a millimetre.
const EMU: u32 = 36_000;
/// The longest description Word reads out without cutting it.
const LONGEST: usize = 1000;

/// Puts the drawings at their places, names the parts in the package's lists, and gives the parts by name.
pub fn place(parts: &mut XMLDocx, charts: &[Placed<'_>]) -> Result<Vec<(String, Vec<u8>)>, String> {
    if charts.is_empty() {
        return Ok(Vec::new());
    }
    parts.document = with_drawings(&parts.document, charts);
    let mut made = Vec::with_capacity(charts.len() * 3);
    let (mut types, mut relations) = (String::new(), String::new());
    for (number, placed) in (1..).zip(charts) {
        types.push_str(&format!(
            r#"<Override PartName="/word/charts/chart{number}.xml" ContentType="application/vnd.openxmlformats-officedocument.drawingml.chart+xml" />"#
        ));
        relations.push_str(&format!(
            r#"<Relationship Id="rIdChart{number}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/chart" Target="charts/chart{number}.xml" />"#
        ));
        made.push((format!("word/charts/chart{number}.xml"), part::write(placed.chart).into_bytes()));
        made.push((
            format!("word/charts/_rels/chart{number}.xml.rels"),
            format!(
                r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/package" Target="../embeddings/chart{number}.xlsx" /></Relationships>"#
            )
            .into_bytes(),
        ));
        made.push((format!("word/embeddings/chart{number}.xlsx"), sheet::write(placed.chart)?));
    }
    let sheets = r#"<Default Extension="xlsx" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" />"#;
    replace(&mut parts.content_type, "</Types>", &[sheets, &types, "</Types>"].concat());
    replace(&mut parts.document_rels, "</Relationships>", &[&relations, "</Relationships>"].concat());
    Ok(made)
}

/// Every mark becomes a drawing; the marks stand in the order of the charts, so one pass finds them all.
fn with_drawings(document: &[u8], charts: &[Placed<'_>]) -> Vec<u8> {
    let text = String::from_utf8_lossy(document);
    let mut out = String::with_capacity(text.len() + charts.len() * 900);
    let mut rest = text.as_ref();
    for (number, placed) in (1..).zip(charts) {
        let mark = chart_mark(number);
        let Some((before, after)) = rest.split_once(mark.as_str()) else { continue };
        out.push_str(before);
        out.push_str(&drawing(number, placed));
        rest = after;
    }
    out.push_str(rest);
    out.into_bytes()
}

fn drawing(number: usize, placed: &Placed<'_>) -> String {
    let (width, height) = (placed.width * EMU, placed.height * EMU);
    let description: String = described(placed.chart).chars().take(LONGEST).collect();
    let (description, id) = (attribute(&description), 1000 + number);
    format!(
        concat!(
            r#"<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">"#,
            r#"<wp:extent cx="{width}" cy="{height}" /><wp:docPr id="{id}" name="Chart {number}" descr="{description}" /><wp:cNvGraphicFramePr />"#,
            r#"<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">"#,
            r#"<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rIdChart{number}" />"#,
            r#"</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"#
        ),
        width = width,
        height = height,
        id = id,
        number = number,
        description = description,
    )
}

fn described(chart: &Chart) -> &str {
    if chart.description.is_empty() {
        &chart.caption.text
    } else {
        &chart.description
    }
}
