//! The content of a locked file: pieces of 64 KiB, each sealed for itself with its number, and the last one marked, so that
//! none can be changed, moved, doubled or left out (STREAM; Hoang, Reyhanitabar, Rogaway, Vizár 2015).

use chacha20poly1305::aead::AeadInPlace;
use chacha20poly1305::{ChaCha20Poly1305, KeyInit, Nonce};

/// Bytes of a piece before it is sealed; only the last one may have fewer, and only that of an empty file none.
const PIECE: usize = 64 * 1024;
/// Bytes that sealing adds.
const TAG: usize = 16;

/// Puts the sealed content behind what is there.
pub(super) fn seal(locked: &mut Vec<u8>, content: &[u8], key: &[u8; 32]) {
    let cipher = ChaCha20Poly1305::new(key.into());
    let last = content.len().div_ceil(PIECE).max(1) - 1;
    locked.reserve(content.len() + (last + 1) * TAG);
    for number in 0..=last {
        let from = number * PIECE;
        let mut piece = content[from..content.len().min(from + PIECE)].to_vec();
        let sealed = cipher.encrypt_in_place(&nonce(number, number == last), &[], &mut piece);
        sealed.expect("a piece is not too long for the cipher");
        locked.extend_from_slice(&piece);
    }
}

/// The content; none where any of it is not what was sealed.
pub(super) fn open(sealed: &[u8], key: &[u8; 32]) -> Option<Vec<u8>> {
    let cipher = ChaCha20Poly1305::new(key.into());
    let last = sealed.len().div_ceil(PIECE + TAG).checked_sub(1)?;
    let mut content = Vec::with_capacity(sealed.len());
    for number in 0..=last {
        let from = number * (PIECE + TAG);
        let mut piece = sealed[from..sealed.len().min(from + PIECE + TAG)].to_vec();
        cipher.decrypt_in_place(&nonce(number, number == last), &[], &mut piece).ok()?;
        if piece.is_empty() && number > 0 {
            return None;
        }
        content.extend_from_slice(&piece);
    }
    Some(content)
}

/// The number of a piece in eleven bytes, and whether it is the last.
fn nonce(number: usize, last: bool) -> Nonce {
    let mut nonce = [0; 12];
    nonce[3..11].copy_from_slice(&(number as u64).to_be_bytes());
    nonce[11] = u8::from(last);
    nonce.into()
}
