//! The sections of a WebAssembly module, as far as the names of its functions can be left out.

use crate::command::Result;

/// What begins every module: the magic word and the version.
const BEGINNING: usize = 8;
const CUSTOM: u8 = 0;
const NAMES: &[u8] = b"\x04name";

/// The module without the names of its functions, which nobody reads in a release page.
pub fn without_names(module: &[u8]) -> Result<Vec<u8>> {
    let cut = || "A module ends in the middle of a section; build the page again.".to_owned();
    let mut kept = module.get(..BEGINNING).ok_or_else(cut)?.to_vec();
    let mut start = BEGINNING;
    while let Some(&kind) = module.get(start) {
        let (length, content) = number(module, start + 1).ok_or_else(cut)?;
        let section = module.get(content..content + length).ok_or_else(cut)?;
        let end = content + length;
        if kind != CUSTOM || !section.starts_with(NAMES) {
            kept.extend_from_slice(&module[start..end]);
        }
        start = end;
    }
    Ok(kept)
}

/// The number in LEB128 at `start`, and where it ends.
fn number(bytes: &[u8], start: usize) -> Option<(usize, usize)> {
    let mut value = 0;
    for (place, &byte) in bytes.get(start..)?.iter().take(5).enumerate() {
        value |= usize::from(byte & 0x7f) << (7 * place);
        if byte < 0x80 {
            return Some((value, start + place + 1));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A type section with a two-byte length, names, and another custom section.
    fn module() -> Vec<u8> {
        [b"\0asm\x01\0\0\0".as_slice(), b"\x01\x81\0\0", b"\0\x07\x04name\x07\0", b"\0\x03\x02ab"].concat()
    }

    #[test]
    fn only_the_names_go() {
        let expected = [b"\0asm\x01\0\0\0".as_slice(), b"\x01\x81\0\0", b"\0\x03\x02ab"].concat();
        assert_eq!(without_names(&module()).unwrap(), expected);
    }

    #[test]
    fn a_module_that_was_cut_off_is_refused() {
        let module = module();
        assert!(without_names(&module[..module.len() - 1]).is_err());
        assert!(without_names(&module[..4]).is_err());
    }
}
