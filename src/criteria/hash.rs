//! The content hash of a pack: what an assessment records so that it can say which criteria judged it.

use serde_json::Value;
use sha2::{Digest, Sha256};

/// `sha256:` and the hexadecimal SHA-256 (FIPS 180-4) of the files, each as its name, a line feed, its JSON without
/// white space and a line feed; so spacing in the files does not matter and order does.
pub(super) struct ContentHash(Sha256);

impl ContentHash {
    pub(super) fn new() -> ContentHash {
        ContentHash(Sha256::new())
    }
    pub(super) fn add(&mut self, name: &str, content: &Value) {
        self.0.update([name, "\n", &content.to_string(), "\n"].concat());
    }
    pub(super) fn finish(self) -> String {
        let mut hash = String::from("sha256:");
        for byte in self.0.finalize() {
            for digit in [byte >> 4, byte & 15] {
                hash.extend(char::from_digit(digit.into(), 16));
            }
        }
        hash
    }
}
