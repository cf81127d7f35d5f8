//! The named styles of the document, so that a reader changes the look in one place.
//!
//! Chinese: SimSun (宋体) for text, 12 points, justified, with a first-line indent of two characters and one and a half lines,
//! as in submissions to Chinese authorities, and SimHei (黑体) for headings, which is heavy by itself and never bold on top. English: Times New Roman and Arial, 11 points.

use super::pages::text_width;
use crate::report::Orientation;
use docx_rs::{
    AlignmentType, BorderType, LineSpacing, LineSpacingType, ParagraphBorder, ParagraphBorderPosition, ParagraphBorders, RunFonts, SpecialIndentType, Style,
    StyleType, Styles, Tab, TabLeaderType, TabValueType,
};

const GREY: &str = "595959";
const WARNING: &str = "9C2A00";

/// All styles of a document in Chinese or English.
pub(super) fn styles(chinese: bool) -> Styles {
    let size = if chinese { 24 } else { 22 };
    let mut styles = Styles::new().default_fonts(text_fonts()).default_size(size);
    for style in cover(chinese)
        .into_iter()
        .chain(headings(chinese))
        .chain(paragraphs(chinese))
        .chain(tables(chinese))
        .chain(furniture())
    {
        styles = styles.add_style(style);
    }
    styles
}

fn text_fonts() -> RunFonts {
    RunFonts::new()
        .ascii("Times New Roman")
        .hi_ansi("Times New Roman")
        .east_asia("SimSun")
        .cs("Times New Roman")
}

fn heading_fonts() -> RunFonts {
    RunFonts::new().ascii("Arial").hi_ansi("Arial").east_asia("SimHei").cs("Arial")
}

/// A style in the font of headings: bold in English, not in Chinese.
fn heavy(style: Style, chinese: bool) -> Style {
    let style = style.fonts(heading_fonts());
    if chinese { style } else { style.bold() }
}

fn paragraph(id: &str, name: &str) -> Style {
    Style::new(id, StyleType::Paragraph).name(name).based_on("Normal")
}

/// Space before and after in twentieths of a point; lines in 240ths of a line.
fn spacing(before: u32, after: u32, line: i32) -> LineSpacing {
    LineSpacing::new().before(before).after(after).line(line).line_rule(LineSpacingType::Auto)
}

fn box_of(style: Style, colour: &str) -> Style {
    let border = |position| ParagraphBorder::new(position).val(BorderType::Single).size(8).space(8).color(colour);
    let mut style = style;
    let borders = ParagraphBorders::with_empty()
        .set(border(ParagraphBorderPosition::Top))
        .set(border(ParagraphBorderPosition::Bottom))
        .set(border(ParagraphBorderPosition::Left))
        .set(border(ParagraphBorderPosition::Right));
    style.paragraph_property = style.paragraph_property.set_borders(borders);
    style
}

fn cover(chinese: bool) -> Vec<Style> {
    let centred = |id: &str, name: &str, size: usize, before: u32, after: u32| {
        paragraph(id, name)
            .size(size)
            .align(AlignmentType::Center)
            .line_spacing(spacing(before, after, 300))
    };
    let award = if chinese { 36 } else { 32 };
    let title = if chinese { 52 } else { 44 };
    vec![
        centred("CoverAward", "Cover Award", award, 2400, 360).fonts(heading_fonts()),
        heavy(centred("Title", "Title", title, 0, 1200), chinese),
        centred("CoverOrganisation", "Cover Organisation", 32, 600, 600).fonts(heading_fonts()),
        centred("CoverLine", "Cover Line", 24, 0, 120),
        box_of(centred("CoverNote", "Cover Note", 21, 900, 0), "808080").indent(Some(400), None, Some(400), None),
        heavy(box_of(centred("CoverWarning", "Cover Warning", 24, 900, 0), WARNING), chinese)
            .indent(Some(400), None, Some(400), None)
            .color(WARNING),
    ]
}

fn headings(chinese: bool) -> Vec<Style> {
    let sizes: [usize; 4] = if chinese { [36, 32, 28, 24] } else { [32, 28, 24, 22] };
    let space: [(u32, u32); 4] = [(240, 240), (360, 160), (320, 120), (240, 80)];
    let mut styles: Vec<Style> = (0..4)
        .map(|level| {
            let style = paragraph(&format!("Heading{}", level + 1), &format!("heading {}", level + 1));
            let mut style = heavy(style, chinese)
                .next("BodyText")
                .size(sizes[level])
                .outline_lvl(level)
                .line_spacing(spacing(space[level].0, space[level].1, 300));
            style.paragraph_property = style.paragraph_property.keep_next(true).keep_lines(true);
            style
        })
        .collect();
    styles.push(
        heavy(paragraph("ContentsTitle", "Contents Title"), chinese)
            .size(sizes[0])
            .align(AlignmentType::Center)
            .line_spacing(spacing(240, 360, 300)),
    );
    let lists = (0..3).map(|level| (format!("ToC{}", level + 1), format!("toc {}", level + 1), level));
    let lists = lists.chain([("TableofFigures".to_owned(), "table of figures".to_owned(), 1)]);
    for (id, name, level) in lists {
        let indent = if id.starts_with("ToC") { level * 320 } else { 0 };
        let mut style = paragraph(&id, &name)
            .size(21)
            .indent(Some(indent), None, None, None)
            .line_spacing(spacing(if level == 0 { 120 } else { 0 }, 40, 264));
        style.paragraph_property = style.paragraph_property.add_tab(
            Tab::new()
                .val(TabValueType::Right)
                .leader(TabLeaderType::Dot)
                .pos(text_width(Orientation::Portrait)),
        );
        styles.push(if level == 0 { heavy(style, chinese) } else { style });
    }
    styles
}

fn paragraphs(chinese: bool) -> Vec<Style> {
    let body = paragraph("BodyText", "Body Text").align(AlignmentType::Both);
    let body = if chinese {
        body.indent(None, Some(SpecialIndentType::FirstLine(480)), None, None)
            .line_spacing(spacing(0, 60, 336))
    } else {
        body.line_spacing(spacing(0, 120, 288))
    };
    let label = paragraph("Label", "Label").next("BodyText").line_spacing(spacing(120, 40, 300));
    // Quieter than a heading: Hei is bold by itself, and in English the text's own face stands out in bold.
    let mut label = if chinese { label.fonts(heading_fonts()) } else { label.bold() };
    label.paragraph_property = label.paragraph_property.keep_next(true);
    vec![
        body,
        label,
        paragraph("Entry", "List Entry")
            .indent(Some(480), Some(SpecialIndentType::Hanging(240)), None, None)
            .line_spacing(spacing(0, 40, 300)),
        paragraph("Note", "Note").size(21).color(GREY).line_spacing(spacing(80, 80, 288)),
        paragraph("Missing", "Missing").color(WARNING).bold().line_spacing(spacing(40, 80, 300)),
    ]
}

fn tables(chinese: bool) -> Vec<Style> {
    let size = if chinese { 21 } else { 20 };
    let small = size - 3;
    let caption = |id: &str, name: &str, before: u32, after: u32| {
        paragraph(id, name)
            .next("BodyText")
            .fonts(heading_fonts())
            .size(size)
            .align(AlignmentType::Center)
            .line_spacing(spacing(before, after, 264))
    };
    vec![
        caption("Caption", "caption", 160, 60),
        caption("FigureCaption", "Figure Caption", 40, 120),
        paragraph("Chart", "Chart").align(AlignmentType::Center).line_spacing(spacing(60, 0, 240)),
        paragraph("TableTextSmall", "Table Text Small").size(small).line_spacing(spacing(10, 10, 240)),
        heavy(paragraph("TableHeadingSmall", "Table Heading Small"), chinese)
            .size(small)
            .line_spacing(spacing(10, 10, 240)),
        paragraph("TableText", "Table Text").size(size).line_spacing(spacing(10, 10, 240)),
        heavy(paragraph("TableHeading", "Table Heading"), chinese)
            .size(size)
            .line_spacing(spacing(10, 10, 240)),
        paragraph("TableMissing", "Table Missing")
            .size(size)
            .color(WARNING)
            .bold()
            .line_spacing(spacing(10, 10, 240)),
        paragraph("AfterTable", "After Table").size(12).line_spacing(spacing(0, 0, 240)),
    ]
}

fn furniture() -> Vec<Style> {
    vec![
        paragraph("Header", "header")
            .size(18)
            .color(GREY)
            .align(AlignmentType::Center)
            .line_spacing(spacing(0, 0, 240)),
        paragraph("Footer", "footer")
            .size(18)
            .color(GREY)
            .align(AlignmentType::Center)
            .line_spacing(spacing(0, 0, 240)),
    ]
}
