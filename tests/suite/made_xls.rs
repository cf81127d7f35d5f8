//! Workbooks of Excel 97 (BIFF8) and 95 made record by record for the tests of import, so that they can hold what no program of today
//! writes.

use crate::import_workbooks::compound;

/// One sheet: its name, whether it is hidden (1) or very hidden (2), its kind (0 cells, 1 macros, 2 a chart), and its records.
pub struct Sheet {
    pub name: &'static str,
    pub hidden: u8,
    pub kind: u8,
    pub records: Vec<u8>,
}

/// A sheet of cells that is shown.
pub fn sheet(records: Vec<Vec<u8>>) -> Sheet {
    Sheet {
        name: "S",
        hidden: 0,
        kind: 0,
        records: records.concat(),
    }
}

pub fn record(kind: u16, content: &[u8]) -> Vec<u8> {
    [&kind.to_le_bytes(), &(content.len() as u16).to_le_bytes(), content].concat()
}

/// A record of a cell: row, column, style, content.
pub fn cell(kind: u16, row: u16, column: u16, style: u16, content: &[u8]) -> Vec<u8> {
    let place: Vec<u8> = [row, column, style].into_iter().flat_map(u16::to_le_bytes).collect();
    record(kind, &[&place, content].concat())
}

pub fn number(row: u16, column: u16, style: u16, number: f64) -> Vec<u8> {
    cell(0x203, row, column, style, &number.to_le_bytes())
}

/// A text in its cell, two bytes a letter.
pub fn label(row: u16, column: u16, text: &str) -> Vec<u8> {
    cell(
        0x204,
        row,
        column,
        0,
        &[&(text.encode_utf16().count() as u16).to_le_bytes(), &[1][..], &wide(text)].concat(),
    )
}

/// A whole number in four bytes, in hundredths where `hundredths` is.
pub fn short(whole: i32, hundredths: bool) -> [u8; 4] {
    ((whole << 2) | 2 | i32::from(hundredths)).to_le_bytes()
}

/// A number with a point in four bytes: what its upper half says.
pub fn upper(number: f64, hundredths: bool) -> [u8; 4] {
    (((number.to_bits() >> 32) as u32 & !3) | u32::from(hundredths)).to_le_bytes()
}

pub fn wide(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

/// A format's code under a number, and the style that names it.
pub fn format(id: u16, code: &str) -> Vec<u8> {
    let code = [&id.to_le_bytes(), &(code.encode_utf16().count() as u16).to_le_bytes(), &[1][..], &wide(code)].concat();
    [record(0x41e, &code), style(id)].concat()
}

pub fn style(format: u16) -> Vec<u8> {
    let mut content = vec![0; 20];
    content[2..4].copy_from_slice(&format.to_le_bytes());
    record(0xe0, &content)
}

/// The stream of a workbook: the first style is 0; `globals` are further records of it, such as formats and texts.
pub fn stream(version: u16, globals: &[u8], sheets: &[Sheet]) -> Vec<u8> {
    let begin = |kind: u16| {
        let content: Vec<u8> = [version, kind, 0, 0, 0, 0, 0, 0].into_iter().flat_map(u16::to_le_bytes).collect();
        record(0x809, &content)
    };
    let bound = |at: u32, sheet: &Sheet| {
        let name = match version {
            0x600 => [&[sheet.name.encode_utf16().count() as u8, 1][..], &wide(sheet.name)].concat(),
            _ => [&[sheet.name.len() as u8][..], sheet.name.as_bytes()].concat(),
        };
        record(0x85, &[&at.to_le_bytes(), &[sheet.hidden, sheet.kind][..], &name].concat())
    };
    let head = [begin(5), style(0), globals.to_vec()].concat();
    let lengths: usize = sheets.iter().map(|sheet| bound(0, sheet).len()).sum();
    let mut at = head.len() + lengths + 4;
    let (mut bounds, mut contents) = (Vec::new(), Vec::new());
    for sheet in sheets {
        let kind = [0x10, 0x40, 0x20][usize::from(sheet.kind)];
        let content = [begin(kind), sheet.records.clone(), record(0x0a, &[])].concat();
        bounds.extend(bound(at as u32, sheet));
        at += content.len();
        contents.extend(content);
    }
    [head, bounds, record(0x0a, &[]), contents].concat()
}

const LAST: u32 = 0xffff_fffe;
const TAKEN: u32 = 0xffff_fffd;

fn padded(bytes: &[u8], to: usize) -> Vec<u8> {
    let mut padded = bytes.to_vec();
    padded.resize(bytes.len().div_ceil(to).max(1) * to, 0);
    padded
}

/// The stream in a file, by its name there.
pub fn file(name: &str, stream: &[u8]) -> Vec<u8> {
    let mut content = padded(stream, 512);
    content.resize(content.len().max(4096), 0);
    let sectors = content.len() as u32 / 512;
    let next: Vec<u32> = [TAKEN, LAST].into_iter().chain(3..2 + sectors).chain([LAST]).collect();
    compound(&next, &[("Root Entry", 5, LAST, 0), (name, 2, 2, content.len() as u32)], &content)
}

/// The same where small streams lie together in blocks of 64 bytes.
pub fn small_file(name: &str, stream: &[u8]) -> Vec<u8> {
    let content = padded(stream, 512);
    let (sectors, blocks) = (content.len() as u32 / 512, stream.len().div_ceil(64) as u32);
    assert!(blocks <= 128 && stream.len() < 4096);
    let chain: Vec<u8> = (1..blocks).chain([LAST]).flat_map(u32::to_le_bytes).collect();
    let next: Vec<u32> = [TAKEN, LAST].into_iter().chain(3..2 + sectors).chain([LAST, LAST]).collect();
    let entries = [("Root Entry", 5, 2, content.len() as u32), (name, 2, 0, stream.len() as u32)];
    let mut file = compound(&next, &entries, &[content, padded(&chain, 512)].concat());
    file[60..64].copy_from_slice(&(2 + sectors).to_le_bytes());
    file[64..68].copy_from_slice(&1_u32.to_le_bytes());
    file
}
