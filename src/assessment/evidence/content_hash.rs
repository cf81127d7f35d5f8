//! The hash a file is known by.

use sha2::{Digest, Sha256};

/// The SHA-256 (FIPS 180-4) of some bytes as 64 hexadecimal digits in lower case.
pub fn sha256(bytes: &[u8]) -> String {
    hexadecimal(&Sha256::digest(bytes))
}

/// Bytes as hexadecimal digits in lower case: 255, 1 is `ff01`.
pub fn hexadecimal(bytes: &[u8]) -> String {
    let digits = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    digits.filter_map(|digit| char::from_digit(digit.into(), 16)).collect()
}
