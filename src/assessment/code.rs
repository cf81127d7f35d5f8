//! The unified social credit code as it is copied: with spaces, full-width, with hyphens, with marks that nobody sees.

use super::record::Text;
use crate::typed::narrow;
use std::rc::Rc;

/// Characters of a code (GB 32100-2015).
const LENGTH: usize = 18;

/// The characters of a code without what parts them, small letters as capitals: `9135 0100-m000 100y 43` is `91350100M000100Y43`.
pub fn bare_code(written: &str) -> String {
    let parts = |mark: &char| mark.is_whitespace() || matches!(mark, '-' | '_' | '.' | '·' | '\'');
    narrow(written)
        .chars()
        .filter(|mark| !parts(mark))
        .map(|mark| mark.to_ascii_uppercase())
        .collect()
}

/// A text as the code it is; one of another length is still being written, or is none, and stays as it stands.
pub fn kept_code(written: Text) -> Text {
    let bare = bare_code(&written);
    let is_code = bare.len() == LENGTH && bare.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if is_code && *bare != *written { Rc::from(bare) } else { written }
}
