//! The content hash of a pack: what an assessment records so that it can say which criteria judged it.

use super::content::{PackContent, text_file};
use serde_json::Value;
use sha2::{Digest, Sha256};

/// `sha256:` and the hexadecimal SHA-256 (FIPS 180-4) of the files, each as its name, a line feed, its JSON without
/// white space and a line feed; so spacing in the files does not matter and order does.
pub(super) fn content_hash(content: &PackContent) -> String {
    let mut hash = Sha256::new();
    let mut add = |name: &str, content: &Value| hash.update([name, "\n", &content.to_string(), "\n"].concat());
    add("pack.json", &content.structure);
    add("sources.json", &content.sources);
    for (language, texts) in &content.texts {
        add(&text_file(language), texts);
    }
    let mut written = String::from("sha256:");
    for byte in hash.finalize() {
        for digit in [byte >> 4, byte & 15] {
            written.extend(char::from_digit(digit.into(), 16));
        }
    }
    written
}
