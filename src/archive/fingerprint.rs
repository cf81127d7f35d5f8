//! The hash of what a file holds.

use sha2::{Digest, Sha256};

/// `sha256:` and the hexadecimal SHA-256 (FIPS 180-4) of some bytes.
pub fn fingerprint(bytes: &[u8]) -> String {
    let mut written = String::from("sha256:");
    for byte in Sha256::digest(bytes) {
        for digit in [byte >> 4, byte & 15] {
            written.extend(char::from_digit(digit.into(), 16));
        }
    }
    written
}
