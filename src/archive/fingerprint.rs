//! The hash of what a file holds.

use crate::assessment::sha256;

/// `sha256:` and the hexadecimal SHA-256 (FIPS 180-4) of some bytes.
pub fn fingerprint(bytes: &[u8]) -> String {
    ["sha256:", &sha256(bytes)].concat()
}
