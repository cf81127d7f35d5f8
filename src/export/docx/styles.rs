//! The named styles of the document, so that a reader changes the look in one place. What they look like, the style set says.

use super::pages::text_width;
use super::tables::SMALLER;
use crate::export::style_set::{Face, StyleSet, Type};
use crate::language::Language;
use crate::report::Orientation;
use docx_rs::{
    AlignmentType, BorderType, LineSpacing, LineSpacingType, ParagraphBorder, ParagraphBorderPosition, ParagraphBorders, RunFonts, SpecialIndentType, Style,
    StyleType, Styles, Tab, TabLeaderType, TabValueType,
};

const GREY: &str = "595959";
const WARNING: &str = "9C2A00";

/// All styles of a document in a language.
pub(super) fn styles(set: &StyleSet, language: Language) -> Styles {
    let look = set.of(language);
    let mut styles = Styles::new().default_fonts(fonts(look.text)).default_size(look.size);
    for style in cover(look)
        .into_iter()
        .chain(headings(look, text_width(set, Orientation::Portrait)))
        .chain(paragraphs(look))
        .chain(tables(look))
        .chain(furniture())
    {
        styles = styles.add_style(style);
    }
    styles
}

fn fonts(face: Face) -> RunFonts {
    RunFonts::new().ascii(face.latin).hi_ansi(face.latin).east_asia(face.east_asia).cs(face.latin)
}

/// A style in the font of headings.
fn heavy(style: Style, look: &Type) -> Style {
    let style = style.fonts(fonts(look.headings));
    if look.bold { style.bold() } else { style }
}

fn paragraph(id: &str, name: &str) -> Style {
    Style::new(id, StyleType::Paragraph).name(name).based_on("Normal")
}

/// Space before and after in twentieths of a point; lines in 240ths of a line.
fn spacing(before: u32, after: u32, line: i32) -> LineSpacing {
    LineSpacing::new().before(before).after(after).line(line).line_rule(LineSpacingType::Auto)
}

/// The same for lines of the text, whose distance may be exact.
fn lines(look: &Type, before: u32, after: u32, line: i32) -> LineSpacing {
    match look.exact {
        Some(points) => LineSpacing::new()
            .before(before)
            .after(after)
            .line(points as i32 * 20)
            .line_rule(LineSpacingType::Exact),
        None => spacing(before, after, line),
    }
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

fn cover(look: &Type) -> Vec<Style> {
    let centred = |id: &str, name: &str, size: usize, before: u32, after: u32| {
        paragraph(id, name)
            .size(size)
            .align(AlignmentType::Center)
            .line_spacing(spacing(before, after, 300))
    };
    vec![
        centred("CoverAward", "Cover Award", look.award_size, 1500, 360).fonts(fonts(look.title)),
        heavy(centred("Title", "Title", look.title_size, 0, 720), look).fonts(fonts(look.title)),
        centred("CoverOrganisation", "Cover Organisation", 32, 600, 600).fonts(fonts(look.headings)),
        centred("CoverLine", "Cover Line", 24, 0, 120),
        paragraph("FormRoom", "Form Room").line_spacing(spacing(600, 0, 240)),
        paragraph("FormText", "Form Text").size(28).line_spacing(spacing(60, 40, 240)),
        box_of(centred("CoverNote", "Cover Note", 21, 400, 0), "808080").indent(Some(400), None, Some(400), None),
        heavy(box_of(centred("CoverWarning", "Cover Warning", 24, 400, 0), WARNING), look)
            .indent(Some(400), None, Some(400), None)
            .color(WARNING),
    ]
}

fn headings(look: &Type, text_width: usize) -> Vec<Style> {
    let sizes = look.heading_sizes;
    let space: [(u32, u32); 4] = [(240, 240), (360, 160), (320, 120), (240, 80)];
    let mut styles: Vec<Style> = (0..4)
        .map(|level| {
            let style = paragraph(&format!("Heading{}", level + 1), &format!("heading {}", level + 1));
            let mut style =
                heavy(style, look)
                    .next("BodyText")
                    .size(sizes[level])
                    .outline_lvl(level)
                    .line_spacing(lines(look, space[level].0, space[level].1, 300));
            style.paragraph_property = style.paragraph_property.keep_next(true).keep_lines(true);
            style
        })
        .collect();
    styles.push(
        heavy(paragraph("ContentsTitle", "Contents Title"), look)
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
        style.paragraph_property = style
            .paragraph_property
            .add_tab(Tab::new().val(TabValueType::Right).leader(TabLeaderType::Dot).pos(text_width));
        styles.push(if level == 0 { heavy(style, look) } else { style });
    }
    styles
}

fn paragraphs(look: &Type) -> Vec<Style> {
    let body = paragraph("BodyText", "Body Text").align(AlignmentType::Both);
    let body = match look.first_line() {
        0 => body,
        wide => body.indent(None, Some(SpecialIndentType::FirstLine(wide as i32)), None, None),
    };
    let body = body.line_spacing(lines(look, 0, look.after, look.line));
    let label = paragraph("Label", "Label").next("BodyText").line_spacing(lines(look, 120, 40, 300));
    let label = if look.labels == look.text { label } else { label.fonts(fonts(look.labels)) };
    let mut label = if look.bold_labels { label.bold() } else { label };
    label.paragraph_property = label.paragraph_property.keep_next(true);
    vec![
        body,
        label,
        paragraph("Entry", "List Entry")
            .indent(Some(480), Some(SpecialIndentType::Hanging(240)), None, None)
            .line_spacing(lines(look, 0, 40, 300)),
        paragraph("Note", "Note").size(21).color(GREY).line_spacing(spacing(80, 80, 288)),
        paragraph("Missing", "Missing").color(WARNING).bold().line_spacing(spacing(40, 80, 300)),
    ]
}

fn tables(look: &Type) -> Vec<Style> {
    let size = look.table_size;
    let small = size - SMALLER;
    let caption = |id: &str, name: &str, before: u32, after: u32| {
        paragraph(id, name)
            .next("BodyText")
            .fonts(fonts(look.headings))
            .size(size)
            .align(AlignmentType::Center)
            .line_spacing(spacing(before, after, 264))
    };
    vec![
        caption("Caption", "caption", 160, 60),
        caption("FigureCaption", "Figure Caption", 40, 120),
        paragraph("Chart", "Chart").align(AlignmentType::Center).line_spacing(spacing(60, 0, 240)),
        paragraph("TableTextSmall", "Table Text Small").size(small).line_spacing(spacing(10, 10, 240)),
        heavy(paragraph("TableHeadingSmall", "Table Heading Small"), look)
            .size(small)
            .line_spacing(spacing(10, 10, 240)),
        paragraph("TableText", "Table Text").size(size).line_spacing(spacing(10, 10, 240)),
        heavy(paragraph("TableHeading", "Table Heading"), look)
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
