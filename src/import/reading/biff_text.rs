//! Texts of the older workbooks, whose characters may be of several fonts: those that stand apart are no part of a figure.

use super::super::table::Cell;
use super::apart::Apart;
use encoding_rs::Encoding;

/// A text, and the fonts of its characters where they are not all the cell's own: from which byte on which.
#[derive(Debug, Default)]
pub(super) struct RichText {
    whole: String,
    fonts: Vec<(usize, usize)>,
}

impl RichText {
    /// Of units of UTF-16, by which places are told.
    pub(super) fn of_units(units: &[u16], runs: &[(usize, usize)]) -> RichText {
        RichText::of(units, runs, String::from_utf16_lossy)
    }
    /// Of bytes in an encoding.
    pub(super) fn of_bytes(bytes: &[u8], encoding: &'static Encoding, runs: &[(usize, usize)]) -> RichText {
        RichText::of(bytes, runs, |bytes| encoding.decode(bytes).0.into_owned())
    }

    fn of<T>(units: &[T], runs: &[(usize, usize)], read: impl Fn(&[T]) -> String) -> RichText {
        let mut text = RichText::default();
        let mut at = 0;
        for (start, font) in runs.iter().filter(|(start, _)| *start < units.len()) {
            text.whole.push_str(&read(units.get(at..*start).unwrap_or_default()));
            text.fonts.push((text.whole.len(), *font));
            at = at.max(*start);
        }
        text.whole.push_str(&read(units.get(at..).unwrap_or_default()));
        text
    }

    /// What a cell shows of it, whose own characters stand so.
    pub(super) fn cell(&self, own: Apart, font: impl Fn(usize) -> Apart) -> Cell {
        if self.fonts.is_empty() {
            return own.whole(Cell::text(&self.whole));
        }
        let starts = std::iter::once((0, own)).chain(self.fonts.iter().map(|(start, of)| (*start, font(*of))));
        let ends = self.fonts.iter().map(|(start, _)| *start).chain([self.whole.len()]);
        let pieces = starts
            .zip(ends)
            .map(|((start, apart), end)| apart.beside(self.whole.get(start..end).unwrap_or_default()));
        Cell::text(&pieces.collect::<String>())
    }
}

/// How the characters of a font stand, by its record.
pub(super) fn font(record: &[u8]) -> Apart {
    let bit = |at: usize, bit: u8| record.get(at).is_some_and(|byte| byte & bit != 0);
    Apart {
        raised: record.get(8..10) == Some(&[1, 0]),
        struck: bit(2, 8),
        hidden: false,
    }
}
