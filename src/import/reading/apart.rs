//! Characters that stand apart from the rest of a text: the raised number of a note, what is struck out. Put beside the figure as if they
//! were of it, `91` and a raised `1` would be 911.

use super::super::struck::{in_brackets, struck};
use super::super::table::{Cell, Doubt};

/// Raised figures as the characters that are raised by themselves, which are part of no number: `1` is `¹`.
fn raised(text: &str) -> String {
    let figures = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let one = |mark: char| mark.to_digit(10).and_then(|figure| figures.get(figure as usize)).copied().unwrap_or(mark);
    text.chars().map(one).collect()
}

/// How the run of characters that is read stands.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Apart {
    pub(crate) raised: bool,
    pub(crate) struck: bool,
    /// It is not shown at all.
    pub(crate) hidden: bool,
}

impl Apart {
    /// The text of a run as it is shown beside others, what is struck out in brackets.
    pub(crate) fn shown(self, text: &str) -> String {
        in_brackets(&self.beside(text))
    }

    /// The text of a run as it stands beside others in a cell, which knows what of it is struck out.
    pub(super) fn beside(self, text: &str) -> String {
        match self {
            Apart { hidden: true, .. } => String::new(),
            Apart { struck: true, .. } => struck(text),
            Apart { raised: true, .. } => raised(text),
            _ => text.to_owned(),
        }
    }

    /// Whether it stands as any other.
    pub(super) fn is_plain(self) -> bool {
        !self.raised && !self.struck && !self.hidden
    }

    /// A cell all of whose characters stand so: what is struck out counts no longer, and a number that is raised alone is the number of a note.
    pub(super) fn whole(self, cell: Cell) -> Cell {
        match cell {
            Cell::Number(_) | Cell::Text(_) if self.struck => Cell::Doubt(Doubt::Struck, cell.shown()),
            Cell::Number(_) | Cell::Text(_) if self.raised => Cell::text(&raised(&cell.shown())),
            cell => cell,
        }
    }

    /// Reads a property of a run of Word or of a newer workbook.
    pub(crate) fn read(&mut self, name: &str, value: Option<&str>) {
        let on = value.is_none_or(|value| !matches!(value, "0" | "false" | "off" | "none"));
        match name {
            "vertAlign" => self.raised = value == Some("superscript"),
            "strike" | "dstrike" => self.struck = on,
            "vanish" => self.hidden = on,
            _ => {}
        }
    }
}
