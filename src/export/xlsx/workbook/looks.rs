//! What cells look like. One ink, one accent; what may be changed has a ground of its own.

use crate::language::Language;
use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, FormatUnderline};

/// What a cell is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    Title,
    /// A remark that belongs to the sheet, not to its table.
    Note,
    /// Said loudly.
    Warning,
    /// A title inside a sheet.
    Section,
    Head,
    Text,
    /// Short text or a figure of a table, in the middle of its column.
    Centre,
    Number,
    /// A cell that may be changed.
    Input,
    Group,
    GroupNumber,
    Total,
    TotalNumber,
    TotalCentre,
    Link,
}

pub(super) const ACCENT: u32 = 0x0B_5A76;
pub(super) const ACCENT_SOFT: u32 = 0xE2_EFF3;
pub(super) const SEAL: u32 = 0xA8_321F;
pub(super) const QUIET: u32 = 0x5F_676E;
pub(super) const LINE: u32 = 0xC9_C6BD;
const INK: u32 = 0x1E_2328;
const WELL: u32 = 0xF0_EFEA;
const INPUT: u32 = 0xFF_F6D6;

/// The fonts of a language, by name, and the height of a line in points.
pub(super) struct Fonts {
    pub body: &'static str,
    pub head: &'static str,
    pub size: f64,
    pub line: f64,
}

impl Fonts {
    /// The height of a row with so many lines, in points; Excel allows 409.
    pub fn height(&self, lines: f64) -> f64 {
        (self.line * lines + 3.0).min(409.0)
    }
    pub fn of(language: Language) -> Fonts {
        match language {
            Language::Zh => Fonts {
                body: "宋体",
                head: "黑体",
                size: 10.0,
                line: 14.5,
            },
            Language::En => Fonts {
                body: "Calibri",
                head: "Calibri",
                size: 10.0,
                line: 13.2,
            },
        }
    }
}

/// The format of a look.
pub(super) fn format(fonts: &Fonts, look: Look) -> Format {
    let base = Format::new()
        .set_font_size(fonts.size)
        .set_font_color(INK)
        .set_align(FormatAlign::VerticalCenter);
    let body = base.clone().set_font_name(fonts.body);
    let head = base.set_font_name(fonts.head).set_bold();
    let framed = |format: Format| format.set_border(FormatBorder::Thin).set_border_color(LINE);
    let total = |format: Format| format.set_background_color(ACCENT_SOFT).set_border_top(FormatBorder::Medium);
    match look {
        Look::Title => head.set_font_size(15).set_font_color(ACCENT),
        Look::Note => body.set_font_color(QUIET).set_text_wrap().set_align(FormatAlign::Top),
        Look::Warning => head.set_font_color(SEAL).set_text_wrap(),
        Look::Section => head.set_font_size(12).set_font_color(ACCENT),
        Look::Head => framed(head).set_background_color(ACCENT_SOFT).set_align(FormatAlign::Center).set_text_wrap(),
        Look::Text => framed(body).set_text_wrap(),
        Look::Centre => framed(body).set_align(FormatAlign::Center).set_text_wrap(),
        Look::Number => framed(body).set_align(FormatAlign::Right),
        Look::Input => framed(body).set_align(FormatAlign::Right).set_background_color(INPUT),
        Look::Group => framed(head).set_background_color(WELL).set_text_wrap(),
        Look::GroupNumber => framed(head).set_background_color(WELL).set_align(FormatAlign::Right),
        Look::Total => total(framed(head)),
        Look::TotalNumber => total(framed(head)).set_align(FormatAlign::Right),
        Look::TotalCentre => total(framed(head)).set_align(FormatAlign::Center),
        Look::Link => body.set_font_color(ACCENT).set_underline(FormatUnderline::Single),
    }
}
