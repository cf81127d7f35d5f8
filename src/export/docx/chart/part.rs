//! The part of one chart: DrawingML with the cached values (ECMA-376, 21.2). Lines differ in their dashes and markers,
//! so that they can be told apart without colour. The order of the elements is the schema's.

use crate::export::docx::text::{attribute, escaped};
use crate::report::{Chart, ChartSeries, ChartShape, SeriesRole};

const HEAD: &str = concat!(
    r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
    r#"<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">"#,
    r#"<c:date1904 val="0"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>"#,
);
const TAIL: &str = concat!(
    r#"</c:plotArea>{legend}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>"#,
    r#"<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln><a:noFill/></a:ln></c:spPr>"#,
    r#"{text}"#,
    r#"<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>"#,
);
const TEXT: &str = r#"<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="800"><a:solidFill><a:srgbClr val="262626"/></a:solidFill><a:latin typeface="Arial"/><a:ea typeface="SimSun"/></a:defRPr></a:pPr><a:endParaRPr lang="en-US"/></a:p></c:txPr>"#;
const LEGEND: &str = r#"<c:legend><c:legendPos val="b"/><c:overlay val="0"/>{text}</c:legend>"#;
const GRID: &str = r#"<c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="D9D9D9"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>"#;

/// How a series looks.
struct Look {
    colour: &'static str,
    dash: &'static str,
    marker: &'static str,
    /// In English metric units.
    width: u32,
}

fn look(role: SeriesRole) -> Look {
    let (colour, dash, marker, width) = match role {
        SeriesRole::Own => ("0B5A76", "solid", "circle", 25_400),
        SeriesRole::Target => ("7D5100", "sysDash", "none", 15_875),
        SeriesRole::Benchmark => ("595959", "dash", "diamond", 15_875),
        SeriesRole::Projection => ("0B5A76", "sysDot", "square", 19_050),
    };
    Look { colour, dash, marker, width }
}

/// The whole part.
pub fn write(chart: &Chart) -> String {
    let mut out = String::with_capacity(6000);
    out.push_str(HEAD);
    let open = match chart.shape {
        ChartShape::Lines => r#"<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>"#,
        ChartShape::Radar => r#"<c:radarChart><c:radarStyle val="marker"/><c:varyColors val="0"/>"#,
        ChartShape::Bars => r#"<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>"#,
    };
    out.push_str(open);
    for (at, one) in chart.series.iter().enumerate() {
        series(&mut out, chart, at, one);
    }
    out.push_str(match chart.shape {
        ChartShape::Lines => r#"<c:marker val="1"/><c:axId val="1"/><c:axId val="2"/></c:lineChart>"#,
        ChartShape::Radar => r#"<c:axId val="1"/><c:axId val="2"/></c:radarChart>"#,
        ChartShape::Bars => r#"<c:gapWidth val="60"/><c:axId val="1"/><c:axId val="2"/></c:barChart>"#,
    });
    axes(&mut out, chart);
    let legend = if chart.series.len() > 1 { LEGEND } else { "" };
    out.push_str(&TAIL.replace("{legend}", legend));
    out.replace("{text}", TEXT)
}

fn series(out: &mut String, chart: &Chart, at: usize, one: &ChartSeries) {
    let Look { colour, dash, marker, width } = look(one.role);
    let column = column(at + 1);
    let last = chart.labels.len() + 1;
    out.push_str(&format!(
        r#"<c:ser><c:idx val="{at}"/><c:order val="{at}"/><c:tx><c:strRef><c:f>Sheet1!${column}$1</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>{}</c:v></c:pt></c:strCache></c:strRef></c:tx>"#,
        escaped(&one.name)
    ));
    if chart.shape == ChartShape::Bars {
        out.push_str(&format!(
            r#"<c:spPr><a:solidFill><a:srgbClr val="{colour}"/></a:solidFill></c:spPr><c:invertIfNegative val="0"/>"#
        ));
    } else {
        out.push_str(&format!(
            r#"<c:spPr><a:ln w="{width}" cap="rnd"><a:solidFill><a:srgbClr val="{colour}"/></a:solidFill><a:prstDash val="{dash}"/><a:round/></a:ln></c:spPr>"#
        ));
        out.push_str(&format!(r#"<c:marker><c:symbol val="{marker}"/>"#));
        if marker != "none" {
            out.push_str(&format!(
                r#"<c:size val="6"/><c:spPr><a:solidFill><a:srgbClr val="{colour}"/></a:solidFill><a:ln><a:solidFill><a:srgbClr val="{colour}"/></a:solidFill></a:ln></c:spPr>"#
            ));
        }
        out.push_str("</c:marker>");
    }
    labels(out, chart, one.role);
    out.push_str(&format!(
        r#"<c:cat><c:strRef><c:f>Sheet1!$A$2:$A${last}</c:f><c:strCache><c:ptCount val="{}"/>"#,
        chart.labels.len()
    ));
    for (at, label) in chart.labels.iter().enumerate() {
        out.push_str(&format!(r#"<c:pt idx="{at}"><c:v>{}</c:v></c:pt>"#, escaped(label)));
    }
    out.push_str(&format!(
        r#"</c:strCache></c:strRef></c:cat><c:val><c:numRef><c:f>Sheet1!${column}$2:${column}${last}</c:f><c:numCache><c:formatCode>{}</c:formatCode><c:ptCount val="{}"/>"#,
        attribute(&format_code(chart)),
        chart.labels.len()
    ));
    for (at, value) in one.values.iter().enumerate() {
        if let Some(value) = value {
            out.push_str(&format!(r#"<c:pt idx="{at}"><c:v>{value}</c:v></c:pt>"#));
        }
    }
    out.push_str("</c:numCache></c:numRef></c:val>");
    out.push_str(if chart.shape == ChartShape::Lines {
        r#"<c:smooth val="0"/></c:ser>"#
    } else {
        "</c:ser>"
    });
}

/// Values beside the organisation's own points; the others are read from the table.
fn labels(out: &mut String, chart: &Chart, role: SeriesRole) {
    if role != SeriesRole::Own {
        return;
    }
    let position = match chart.shape {
        ChartShape::Lines => r#"<c:dLblPos val="t"/>"#,
        ChartShape::Bars => r#"<c:dLblPos val="outEnd"/>"#,
        ChartShape::Radar => "",
    };
    out.push_str(&format!(
        r#"<c:dLbls><c:numFmt formatCode="{}" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{{text}}{position}<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>"#,
        attribute(&format_code(chart))
    ));
}

fn axes(out: &mut String, chart: &Chart) {
    let radar = chart.shape == ChartShape::Radar;
    let (grid, scale) = if radar {
        (
            GRID,
            r#"<c:scaling><c:orientation val="minMax"/><c:max val="100"/><c:min val="0"/></c:scaling>"#,
        )
    } else {
        ("", r#"<c:scaling><c:orientation val="minMax"/></c:scaling>"#)
    };
    out.push_str(&format!(
        concat!(
            r#"<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/>{grid}"#,
            r#"<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="out"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>{text}"#,
            r#"<c:crossAx val="2"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>"#,
            r#"<c:valAx><c:axId val="2"/>{scale}<c:delete val="0"/><c:axPos val="l"/>{lines}"#,
            r#"<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="out"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>{text}"#,
            r#"<c:crossAx val="1"/><c:crosses val="autoZero"/><c:crossBetween val="between"/>{unit}</c:valAx>"#
        ),
        text = "{text}",
        grid = grid,
        scale = scale,
        lines = GRID,
        unit = if radar { r#"<c:majorUnit val="20"/>"# } else { "" },
    ));
}

/// How Word writes the values: `0.0`, `#,##0`.
fn format_code(chart: &Chart) -> String {
    match chart.decimals {
        0 => "#,##0".to_owned(),
        digits => format!("#,##0.{}", "0".repeat(digits.into())),
    }
}

/// The name of a column of the workbook behind the chart: 0 is `A`; a chart has no more than 26.
fn column(at: usize) -> char {
    char::from(b'A' + (at % 26) as u8)
}
