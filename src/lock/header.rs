//! The header of a locked file: lines of text that name the version, hold the file's key locked by the passphrase, and prove
//! that nobody changed them.
//!
//! ```text
//! age-encryption.org/v1
//! -> scrypt <salt> <work>
//! <the file's key, locked>
//! --- <proof>
//! ```

use super::LockError;
use super::keys::{self, Sixteen, Wrapped};
use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD as BASE64;
use hmac::Mac;

const VERSION: &str = "age-encryption.org/v1";
/// No header of one passphrase is longer, in bytes: its lines are of fixed lengths.
const LONGEST: usize = 4096;

/// A header that was read, and what follows it.
#[derive(Debug)]
pub(super) struct Header<'a> {
    salt: Sixteen,
    /// The power of two of scrypt's rounds.
    pub work: u8,
    wrapped: Wrapped,
    /// What the proof is of.
    proven: &'a [u8],
    proof: [u8; 32],
    /// The nonce and the content.
    pub rest: &'a [u8],
}

pub(super) fn write(key: &Sixteen, salt: &Sixteen, passphrase: &str, work: u8) -> Vec<u8> {
    let wrapped = BASE64.encode(keys::wrap(key, passphrase, salt, work));
    let mut header = format!("{VERSION}\n-> scrypt {} {work}\n{wrapped}\n---", BASE64.encode(salt));
    let proof = keys::proof(key, header.as_bytes()).finalize().into_bytes();
    header.push_str(&format!(" {}\n", BASE64.encode(proof)));
    header.into_bytes()
}

pub(super) fn read(locked: &[u8]) -> Result<Header<'_>, LockError> {
    let mut lines = Lines { of: locked, at: 0 };
    if lines.next() != Some(VERSION) {
        return Err(LockError::UnknownVersion);
    }
    let recipient = lines.next().and_then(|line| line.strip_prefix("-> ")).ok_or(LockError::Damaged)?;
    let words: Vec<&str> = recipient.split(' ').collect();
    if words[0] != "scrypt" {
        return Err(LockError::NotByPassphrase);
    }
    let body = lines.next();
    let begins = lines.at;
    let last = lines.next();
    scrypt_alone(&words, body, last)
        .map(|(salt, work, wrapped, proof)| Header {
            salt,
            work,
            wrapped,
            proven: &locked[..begins + "---".len()],
            proof,
            rest: &locked[lines.at..],
        })
        .ok_or(LockError::Damaged)
}

/// The values of a recipient by passphrase, which stands alone in its header: salt, work, locked key, proof.
fn scrypt_alone(words: &[&str], body: Option<&str>, last: Option<&str>) -> Option<(Sixteen, u8, Wrapped, [u8; 32])> {
    let [_, salt, work] = words else { return None };
    let digits = !work.starts_with('0') && work.bytes().all(|digit| digit.is_ascii_digit());
    let work = digits.then(|| work.parse().ok())??;
    Some((bytes(salt)?, work, bytes(body?)?, bytes(last?.strip_prefix("--- ")?)?))
}

/// So many bytes written as base64 without padding, in their one way.
fn bytes<const N: usize>(written: &str) -> Option<[u8; N]> {
    BASE64.decode(written).ok()?.try_into().ok()
}

impl Header<'_> {
    /// The file's key. Whether it is the header of that key is known only then.
    pub fn key(&self, passphrase: &str) -> Result<Sixteen, LockError> {
        let key = keys::unwrap(&self.wrapped, passphrase, &self.salt, self.work).ok_or(LockError::WrongPassphrase)?;
        let proven = keys::proof(&key, self.proven).verify_slice(&self.proof);
        proven.map(|()| key).map_err(|_| LockError::Damaged)
    }
}

/// The lines of the header, one after the other.
struct Lines<'a> {
    of: &'a [u8],
    at: usize,
}

impl<'a> Lines<'a> {
    fn next(&mut self) -> Option<&'a str> {
        let rest = &self.of[self.at..self.of.len().min(LONGEST).max(self.at)];
        let end = rest.iter().position(|byte| *byte == b'\n')?;
        self.at += end + 1;
        std::str::from_utf8(&rest[..end]).ok()
    }
}
