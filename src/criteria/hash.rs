//! The content hash of a pack: what an assessment records so that it can say which criteria judged it.

use serde_json::Value;
use sha2::{Digest, Sha256};

/// `sha256:` and the hexadecimal SHA-256 (FIPS 180-4) of the files, each as its name, a line feed, its JSON without
/// white space and a line feed; so spacing in the files does not matter and order does.
pub(super) fn content_hash<'a>(files: impl Iterator<Item = (&'a str, &'a Value)>) -> String {
    let mut digest = Sha256::new();
    for (name, value) in files {
        digest.update(format!("{name}\n{value}\n"));
    }
    digest
        .finalize()
        .iter()
        .fold(String::from("sha256:"), |text, byte| text + &format!("{byte:02x}"))
}
