//! How a file is kept from others: locked with a passphrase in the open format age, version 1 (age-encryption.org/v1), with
//! its recipient `scrypt`. Whoever has the passphrase opens it with the kit, or with the standard tools `age` and `rage`.
//!
//! Randomness is an argument, so that the same input gives the same bytes. Must not know: what is locked, storage, the browser.
//!
//! The formats' rules: C2SP, `age.md` (file, header, payload), RFC 7914 (scrypt), RFC 5869 (HKDF), RFC 8439 (ChaCha20-Poly1305).

#[cfg(feature = "documents")]
mod armor;
mod error;
#[cfg(feature = "documents")]
mod header;
#[cfg(feature = "documents")]
mod keys;
#[cfg(feature = "documents")]
mod payload;

pub use error::LockError;

#[cfg(feature = "documents")]
use std::borrow::Cow;

/// What stands before every locked file: the first line as far as all versions share it.
const START: &[u8] = b"age-encryption.org/";
/// What stands before one that is written as text, as it is put into mails.
const ARMORED: &[u8] = b"-----BEGIN AGE ENCRYPTED FILE-----";

/// What is added to the name of a file that is locked.
pub const ENDING: &str = ".age";
/// Its media type.
pub const MEDIA_TYPE: &str = "application/octet-stream";
/// How many bytes of a file [`is_locked`] needs.
pub const PEEK: usize = 256;
/// How many random bytes a file is locked with: 16 of its key, 16 of salt and 16 of its content's nonce.
pub const SEED: usize = 48;

/// The work a passphrase costs in files of the kit: 2 to this power rounds of scrypt, each of 1 KiB, all of which are held in
/// memory at once: 2^17 are 128 MiB. The least that OWASP asks for passwords with r = 8 and p = 1; fixed, because a
/// figure found by timing would differ from machine to machine.
pub const WORK: u8 = 17;
/// The most work a file may ask for when it is opened: 2^18 are 256 MiB, what `age` writes.
pub const MOST_WORK: u8 = 18;

/// Whether a file is locked, by its first [`PEEK`] bytes. White space may stand before the one that is text.
pub fn is_locked(start: &[u8]) -> bool {
    start.starts_with(START) || start.trim_ascii_start().starts_with(ARMORED)
}

/// Locks a file. The seed must be random and is used once.
#[cfg(feature = "documents")]
pub fn lock(content: &[u8], passphrase: &str, seed: &[u8; SEED]) -> Vec<u8> {
    let (key, salt, nonce) = (keys::part(seed, 0), keys::part(seed, 16), keys::part(seed, 32));
    let mut locked = header::write(&key, &salt, passphrase, WORK);
    locked.extend_from_slice(&nonce);
    payload::seal(&mut locked, content, &keys::payload(&key, &nonce));
    locked
}

/// Opens a locked file. Nothing of its content is given where any of it is not what was locked.
#[cfg(feature = "documents")]
pub fn unlock(locked: &[u8], passphrase: &str) -> Result<Vec<u8>, LockError> {
    let locked = match locked.starts_with(START) {
        true => Cow::Borrowed(locked),
        false => Cow::Owned(armor::take_off(locked).ok_or(LockError::Damaged)?),
    };
    let header = header::read(&locked)?;
    if header.work > MOST_WORK {
        return Err(LockError::TooMuchWork { work: header.work });
    }
    let key = header.key(passphrase)?;
    let (nonce, content) = header.rest.split_first_chunk().ok_or(LockError::Damaged)?;
    payload::open(content, &keys::payload(&key, nonce)).ok_or(LockError::Damaged)
}
