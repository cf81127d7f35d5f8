//! The records of the older workbooks, of Excel 97 and 95: what cells hold and how it is shown, hidden rows and columns, joined cells, and whether a
//! password is needed.

use super::super::table::{Book, Cell};
use super::apart::Apart;
use super::biff_text::{RichText, font};
use super::cells::{Cells, Joined};
use super::format::{built_in, shown};
use super::{MOST_CELLS, MOST_STRINGS, TableError};
use encoding_rs::{Encoding, GB18030, WINDOWS_1252};
use std::collections::BTreeMap;

/// What all sheets share.
struct Shared {
    /// Excel 97 and later: texts say themselves how wide their letters are.
    own_width: bool,
    encoding: &'static Encoding,
    epoch_1904: bool,
    codes: BTreeMap<usize, String>,
    /// How the characters of each font stand. There is no font 4.
    fonts: Vec<Apart>,
    /// The font and the format's number of each style.
    styles: Vec<(usize, usize)>,
    strings: Vec<RichText>,
    /// The name of each sheet that is shown and holds a table, by where it begins.
    sheets: BTreeMap<usize, String>,
    /// The names of those that are not shown.
    hidden: Vec<String>,
}

fn half(bytes: &[u8], at: usize) -> Option<usize> {
    Some(usize::from(u16::from_le_bytes([*bytes.get(at)?, *bytes.get(at + 1)?])))
}

fn whole(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

fn float(bytes: &[u8], at: usize) -> Option<f64> {
    Some(f64::from_le_bytes(bytes.get(at..at + 8)?.try_into().ok()?))
}

/// The records: where each begins, its kind and what it holds.
fn records(stream: &[u8]) -> impl Iterator<Item = (usize, usize, &[u8])> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let (begin, kind, length) = (at, half(stream, at)?, half(stream, at + 2)?);
        at += 4 + length;
        Some((begin, kind, stream.get(begin + 4..at)?))
    })
}

/// Reads the workbook's stream.
pub(super) fn read(stream: &[u8]) -> Result<Book, TableError> {
    let mut shared = Shared {
        own_width: true,
        encoding: WINDOWS_1252,
        epoch_1904: false,
        codes: BTreeMap::new(),
        fonts: Vec::new(),
        styles: Vec::new(),
        strings: Vec::new(),
        sheets: BTreeMap::new(),
        hidden: Vec::new(),
    };
    let mut book = Book::default();
    let mut left = MOST_CELLS;
    let mut open: Option<Sheet> = None;
    // Charts within a sheet are streams of their own.
    let mut depth = 0_usize;
    let mut texts: Option<Vec<&[u8]>> = None;
    for (begin, kind, record) in records(stream) {
        if kind != CONTINUE
            && let Some(parts) = texts.take()
        {
            shared.strings = strings(parts)?;
        }
        match kind {
            BEGIN => {
                depth += 1;
                if let (1, Some(name)) = (depth, shared.sheets.get(&begin)) {
                    open = Some(Sheet {
                        cells: Cells::new(name, left),
                        formula: None,
                    });
                } else if begin == 0 {
                    shared.own_width = half(record, 0) == Some(0x600);
                }
            }
            END => {
                depth = depth.saturating_sub(1);
                if depth == 0
                    && let Some(sheet) = open.take()
                {
                    let (table, rest) = sheet.cells.finish()?;
                    left = rest;
                    book.tables.push(table);
                }
            }
            // A password, whichever way it is made.
            0x2f => return Err(TableError::Encrypted),
            _ if depth > 1 => {}
            _ => match &mut open {
                Some(sheet) => sheet.record(kind, record, &shared)?,
                None if kind == 0xfc => texts = Some(vec![record]),
                None if kind == CONTINUE => texts.iter_mut().for_each(|parts| parts.push(record)),
                None => shared.record(kind, record),
            },
        }
    }
    if book.tables.is_empty() && shared.sheets.is_empty() {
        return Err(TableError::Unreadable);
    }
    book.hidden = shared.hidden;
    Ok(book)
}

const BEGIN: usize = 0x809;
const END: usize = 0x0a;
const CONTINUE: usize = 0x3c;

impl Shared {
    fn record(&mut self, kind: usize, record: &[u8]) {
        match kind {
            0x22 => self.epoch_1904 = half(record, 0) == Some(1),
            0x42 if half(record, 0) == Some(936) => self.encoding = GB18030,
            // A sheet: where it begins, whether it is shown, whether it is one of cells.
            0x85 => {
                let (visible, of_cells) = (record.get(4) == Some(&0), record.get(5) == Some(&0));
                match (whole(record, 0), record.get(6..).and_then(|name| self.text(name, false))) {
                    (Some(begin), Some(name)) if visible && of_cells => drop(self.sheets.insert(begin as usize, name)),
                    (Some(_), Some(name)) if of_cells => self.hidden.push(name),
                    _ => {}
                }
            }
            0x41e => {
                if let (Some(id), Some(code)) = (half(record, 0), record.get(2..).and_then(|code| self.text(code, self.own_width))) {
                    self.codes.insert(id, code);
                }
            }
            0x31 => self.fonts.push(font(record)),
            0xe0 => self.styles.extend(half(record, 0).zip(half(record, 2))),
            _ => {}
        }
    }

    /// A text with its length in front, of one byte or two.
    fn text(&self, bytes: &[u8], long: bool) -> Option<String> {
        let (length, rest) = if long {
            (half(bytes, 0)?, bytes.get(2..)?)
        } else {
            (usize::from(*bytes.first()?), bytes.get(1..)?)
        };
        if !self.own_width {
            return Some(self.encoding.decode(rest.get(..length.min(rest.len()))?).0.into_owned());
        }
        let (flags, rest) = rest.split_first()?;
        if flags & 1 == 0 {
            return Some(rest.iter().take(length).map(|byte| char::from(*byte)).collect());
        }
        let units: Vec<u16> = rest.chunks_exact(2).take(length).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect();
        Some(String::from_utf16_lossy(&units))
    }

    /// A text of several fonts: behind its letters, from which of them on which font counts.
    fn rich(&self, bytes: &[u8]) -> Option<RichText> {
        let length = half(bytes, 0)?;
        if !self.own_width {
            let (text, rest) = bytes.get(2..)?.split_at_checked(length)?;
            let runs = rest.get(1..).unwrap_or_default().chunks_exact(2);
            let runs: Vec<(usize, usize)> = runs.map(|run| (run[0].into(), run[1].into())).collect();
            return Some(RichText::of_bytes(text, self.encoding, &runs));
        }
        let wide = usize::from(bytes.get(2)? & 1);
        let (text, rest) = bytes.get(3..)?.split_at_checked(length << wide)?;
        let units: Vec<u16> = match wide {
            0 => text.iter().copied().map(u16::from).collect(),
            _ => text.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect(),
        };
        let runs = rest.get(2..).unwrap_or_default().chunks_exact(4);
        let runs: Vec<(usize, usize)> = runs.filter_map(|run| Some((half(run, 0)?, half(run, 2)?))).collect();
        Some(RichText::of_units(&units, &runs))
    }

    /// How the characters of a style stand.
    fn apart(&self, style: usize) -> Apart {
        self.styles.get(style).map_or_else(Apart::default, |(font, _)| self.of_font(*font))
    }

    fn of_font(&self, font: usize) -> Apart {
        let at = if font > 4 { font - 1 } else { font };
        self.fonts.get(at).copied().filter(|_| font != 4).unwrap_or_default()
    }

    fn shown(&self, text: &RichText, style: usize) -> Cell {
        text.cell(self.apart(style), |font| self.of_font(font))
    }

    fn number(&self, number: f64, style: usize) -> Cell {
        let id = self.styles.get(style).map_or(0, |(_, format)| *format);
        let code = self.codes.get(&id).map_or_else(|| built_in(u32::try_from(id).unwrap_or(0)), String::as_str);
        self.apart(style).whole(shown(number, code, self.epoch_1904))
    }
}

struct Sheet {
    cells: Cells,
    /// The formula whose result is a text that follows.
    formula: Option<(usize, usize, usize)>,
}

impl Sheet {
    fn record(&mut self, kind: usize, record: &[u8], shared: &Shared) -> Result<(), TableError> {
        let (Some(first), Some(second)) = (half(record, 0), half(record, 2)) else {
            return Ok(());
        };
        let style = half(record, 4).unwrap_or(0);
        let content = match kind {
            // Row: its heights and flags.
            0x208 => {
                if half(record, 12).unwrap_or(0) & 0x20 != 0 || half(record, 6) == Some(0) {
                    self.cells.hide_row(first);
                }
                None
            }
            // Columns from one to another.
            0x7d => {
                if half(record, 8).unwrap_or(0) & 1 != 0 || half(record, 4) == Some(0) {
                    self.cells.hide_columns(first, second);
                }
                None
            }
            0xe5 => return self.joined(record, first),
            0x203 => float(record, 6).map(|number| shared.number(number, style)),
            0x27e => whole(record, 6).map(|number| shared.number(short(number), style)),
            0xbd => {
                for at in 0..record.len().saturating_sub(6) / 6 {
                    if let (Some(style), Some(number)) = (half(record, 4 + at * 6), whole(record, 6 + at * 6)) {
                        self.cells.put(first, second + at, shared.number(short(number), style))?;
                    }
                }
                None
            }
            0xfd => whole(record, 6)
                .and_then(|at| shared.strings.get(at as usize))
                .map(|text| shared.shown(text, style)),
            0xd6 => record.get(6..).and_then(|text| shared.rich(text)).map(|text| shared.shown(&text, style)),
            0x204 => record
                .get(6..)
                .and_then(|text| shared.text(text, true))
                .map(|text| shared.apart(style).whole(Cell::text(&text))),
            0x205 => record.get(6..8).map(known),
            0x06 => match record.get(6..14) {
                Some([0, .., 0xff, 0xff]) => {
                    self.formula = Some((first, second, style));
                    None
                }
                Some([kind @ 1..=3, _, value, .., 0xff, 0xff]) => (*kind < 3).then(|| known(&[*value, kind - 1])),
                _ => float(record, 6).map(|number| shared.number(number, style)),
            },
            // The text of the formula before.
            0x207 => {
                if let (Some((row, column, style)), Some(text)) = (self.formula.take(), shared.text(record, true)) {
                    self.cells.put(row, column, shared.apart(style).whole(Cell::text(&text)))?;
                }
                None
            }
            _ => None,
        };
        content.map_or(Ok(()), |cell| self.cells.put(first, second, cell))
    }

    fn joined(&mut self, record: &[u8], count: usize) -> Result<(), TableError> {
        for at in 0..count {
            let of = |place: usize| half(record, 2 + at * 8 + place);
            if let (Some(top), Some(bottom), Some(left), Some(right)) = (of(0), of(2), of(4), of(6))
                && bottom >= top
                && right >= left
            {
                self.cells.join(Joined { top, left, bottom, right })?;
            }
        }
        Ok(())
    }
}

/// A number in four bytes: whole or the upper half of one with a point, and perhaps in hundredths.
fn short(number: u32) -> f64 {
    let value = if number & 2 != 0 {
        f64::from(number as i32 >> 2)
    } else {
        f64::from_bits(u64::from(number & !3) << 32)
    };
    if number & 1 != 0 { value / 100.0 } else { value }
}

/// Yes, no, or an error.
fn known(bytes: &[u8]) -> Cell {
    Cell::text(match bytes {
        [1, 0] => "TRUE",
        [_, 0] => "FALSE",
        [0x00, _] => "#NULL!",
        [0x07, _] => "#DIV/0!",
        [0x0f, _] => "#VALUE!",
        [0x17, _] => "#REF!",
        [0x1d, _] => "#NAME?",
        [0x24, _] => "#NUM!",
        [0x2a, _] => "#N/A",
        _ => "#ERROR!",
    })
}

/// The texts that cells name by number. They go on over the borders of records, where letters may change their width.
fn strings(parts: Vec<&[u8]>) -> Result<Vec<RichText>, TableError> {
    let mut bytes = Parts { parts, part: 0, at: 8 };
    let mut all = Vec::new();
    while let Some(text) = bytes.text() {
        if all.len() >= MOST_STRINGS {
            return Err(TableError::TooLarge);
        }
        all.push(text);
    }
    Ok(all)
}

struct Parts<'a> {
    parts: Vec<&'a [u8]>,
    part: usize,
    at: usize,
}

impl Parts<'_> {
    /// The next byte, and whether a further record begins with it.
    fn byte(&mut self) -> Option<(u8, bool)> {
        let mut further = false;
        loop {
            if let Some(byte) = self.parts.get(self.part)?.get(self.at) {
                self.at += 1;
                return Some((*byte, further));
            }
            (self.part, self.at, further) = (self.part + 1, 0, true);
        }
    }
    fn number(&mut self, bytes: u32) -> Option<u32> {
        (0..bytes).try_fold(0, |number, at| Some(number | u32::from(self.byte()?.0) << (8 * at)))
    }
    fn text(&mut self) -> Option<RichText> {
        let length = self.number(2)?;
        let flags = self.byte()?.0;
        let runs = if flags & 8 != 0 { self.number(2)? } else { 0 };
        let spoken = if flags & 4 != 0 { self.number(4)? } else { 0 };
        let mut wide = flags & 1 != 0;
        let mut units = Vec::new();
        for _ in 0..length {
            let (mut low, further) = self.byte()?;
            if further {
                wide = low & 1 != 0;
                low = self.byte()?.0;
            }
            let high = if wide { self.byte()?.0 } else { 0 };
            units.push(u16::from_le_bytes([low, high]));
        }
        let run = |_| Some((self.number(2)? as usize, self.number(2)? as usize));
        let runs: Vec<(usize, usize)> = (0..runs).map(run).collect::<Option<_>>()?;
        for _ in 0..spoken {
            self.byte()?;
        }
        Some(RichText::of_units(&units, &runs))
    }
}
