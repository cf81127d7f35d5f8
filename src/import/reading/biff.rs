//! What the older workbooks say of their cells besides their content: formats, hidden rows and columns, joined cells, formulas without a result, and
//! whether a password is needed. Their content itself calamine reads.

use super::cells::Joined;
use super::format::built_in;
use std::collections::{BTreeMap, BTreeSet};

/// A sheet, besides what its cells hold.
#[derive(Default)]
pub(super) struct Look {
    /// The style of each cell that holds a number.
    pub(super) styles: BTreeMap<(usize, usize), usize>,
    pub(super) hidden_rows: BTreeSet<usize>,
    /// From the first to the last.
    pub(super) hidden_columns: Vec<(usize, usize)>,
    pub(super) joined: Vec<Joined>,
}

#[derive(Default)]
pub(super) struct Looks {
    pub(super) encrypted: bool,
    /// The format of each style.
    pub(super) formats: Vec<String>,
    pub(super) epoch_1904: bool,
    /// By name, without their case.
    pub(super) sheets: BTreeMap<String, Look>,
}

fn half(bytes: &[u8], at: usize) -> Option<usize> {
    Some(usize::from(u16::from_le_bytes([*bytes.get(at)?, *bytes.get(at + 1)?])))
}

/// A text with its length in front, of one or two bytes a letter.
fn text(bytes: &[u8], wide_length: bool) -> Option<String> {
    let (length, rest) = if wide_length {
        (half(bytes, 0)?, bytes.get(2..)?)
    } else {
        (usize::from(*bytes.first()?), bytes.get(1..)?)
    };
    let (flags, rest) = rest.split_first()?;
    if flags & 1 == 0 {
        return Some(rest.iter().take(length).map(|byte| char::from(*byte)).collect());
    }
    let units: Vec<u16> = rest.chunks_exact(2).take(length).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect();
    Some(String::from_utf16_lossy(&units))
}

/// Goes through the records of a workbook's stream.
pub(super) fn looks(stream: &[u8]) -> Looks {
    let mut looks = Looks::default();
    let (mut codes, mut of_styles) = (BTreeMap::new(), Vec::new());
    // Where each sheet begins, and its name.
    let mut starts: BTreeMap<usize, String> = BTreeMap::new();
    let mut current: Option<String> = None;
    let mut at = 0;
    while let (Some(kind), Some(length)) = (half(stream, at), half(stream, at + 2)) {
        let Some(record) = stream.get(at + 4..at + 4 + length) else { break };
        if let Some(name) = starts.get(&at) {
            current = Some(name.clone());
        }
        match kind {
            // A password, whichever way it is made.
            0x2f => looks.encrypted = true,
            0x22 => looks.epoch_1904 = half(record, 0) == Some(1),
            0x85 => {
                let start = record.get(..4).and_then(|four| four.try_into().ok()).map(u32::from_le_bytes);
                if let (Some(start), Some(name)) = (start, record.get(6..).and_then(|name| text(name, false))) {
                    starts.insert(start as usize, name.to_lowercase());
                }
            }
            0x41e => {
                if let (Some(id), Some(code)) = (half(record, 0), record.get(2..).and_then(|code| text(code, true))) {
                    codes.insert(id, code);
                }
            }
            0xe0 => of_styles.extend(half(record, 2)),
            _ => {
                if let Some(name) = &current {
                    of_sheet(looks.sheets.entry(name.clone()).or_default(), kind, record);
                }
            }
        }
        at += 4 + length;
    }
    let code = |id: &usize| codes.get(id).cloned().unwrap_or_else(|| built_in(u32::try_from(*id).unwrap_or(0)).to_owned());
    looks.formats = of_styles.iter().map(code).collect();
    looks
}

fn of_sheet(look: &mut Look, kind: usize, record: &[u8]) {
    let (Some(first), Some(second)) = (half(record, 0), half(record, 2)) else {
        return;
    };
    match kind {
        // Row: its heights and flags.
        0x208 => {
            let flags = half(record, 12).unwrap_or(0);
            if flags & 0x20 != 0 || half(record, 6) == Some(0) {
                look.hidden_rows.insert(first);
            }
        }
        // Columns from one to another.
        0x7d => {
            let (width, flags) = (half(record, 4), half(record, 8).unwrap_or(0));
            if flags & 1 != 0 || width == Some(0) {
                look.hidden_columns.push((first, second));
            }
        }
        // A number, a short one, a formula.
        0x203 | 0x27e | 0x06 => {
            if let Some(style) = half(record, 4) {
                look.styles.insert((first, second), style);
            }
        }
        // Several short numbers.
        0xbd => {
            let many = record.len().saturating_sub(6) / 6;
            for at in 0..many {
                if let Some(style) = half(record, 4 + at * 6) {
                    look.styles.insert((first, second + at), style);
                }
            }
        }
        0xe5 => {
            for at in 0..first {
                let of = |place: usize| half(record, 2 + at * 8 + place);
                if let (Some(top), Some(bottom), Some(left), Some(right)) = (of(0), of(2), of(4), of(6))
                    && bottom >= top
                    && right >= left
                {
                    look.joined.push(Joined { top, left, bottom, right });
                }
            }
        }
        _ => {}
    }
}
