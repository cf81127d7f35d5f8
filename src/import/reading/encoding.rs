//! The encoding of a text: UTF-8 and UTF-16 with or without a mark, and GB 18030, which Chinese spreadsheets write.

use super::TableError;
use encoding_rs::{Encoding, GB18030, UTF_16BE, UTF_16LE};

/// The text of some bytes, without a byte-order mark.
pub(crate) fn decoded(bytes: &[u8]) -> Result<String, TableError> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return with(encoding, bytes.get(mark..).unwrap_or_default());
    }
    if let Some(encoding) = unmarked_utf16(bytes) {
        return with(encoding, bytes);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(text.to_owned()),
        Err(_) => with(GB18030, bytes),
    }
}

fn with(encoding: &'static Encoding, bytes: &[u8]) -> Result<String, TableError> {
    let text = encoding
        .decode_without_bom_handling_and_without_replacement(bytes)
        .ok_or(TableError::Encoding)?;
    // No spreadsheet writes these; what holds them is no text.
    if text.contains('\0') {
        return Err(TableError::Encoding);
    }
    Ok(text.into_owned())
}

/// Tabs, line ends and figures of UTF-16 have a zero beside them, which no other text has.
fn unmarked_utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..bytes.len().min(4000))?;
    let zeros = |first: usize| head.iter().skip(first).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    match (bytes.len() % 2, even > odd, even.max(odd) * 20 > head.len()) {
        (0, false, true) => Some(UTF_16LE),
        (0, true, true) => Some(UTF_16BE),
        _ => None,
    }
}
