//! A locked file written as text, which is how it is put into mails: base64 in lines between a first and a last one. Read,
//! never written.

use super::ARMORED;
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;

const END: &str = "-----END AGE ENCRYPTED FILE-----";
/// Characters of a line; the last one may have fewer.
const LINE: usize = 64;

/// The file itself; none where it is not whole. White space may stand around it, and lines end in either way.
pub(super) fn take_off(text: &[u8]) -> Option<Vec<u8>> {
    let text = text.trim_ascii().strip_prefix(ARMORED)?;
    let lines = std::str::from_utf8(text).ok()?.strip_suffix(END)?;
    let lines: Vec<&str> = lines.strip_prefix('\r').unwrap_or(lines).strip_prefix('\n')?.lines().collect();
    let (last, whole) = lines.split_last()?;
    let fits = whole.iter().all(|line| line.len() == LINE) && (1..=LINE).contains(&last.len());
    fits.then(|| BASE64.decode(lines.concat()).ok())?
}
