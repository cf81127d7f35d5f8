//! The evidence register: what proves the answers, each entry with a number that references name it by.
//!
//! References stay what they are: texts of items, conditions and indicators. A number that stands in one is a link to
//! its entry ([`links`]), so files without a register, joined texts and documents read on as they are.
//! Sentences name entries in the same way, and shorter in brackets ([`mention`] says which).
//! Knows nothing of how a file is kept; an entry names it by its content's SHA-256.

mod bracketed;
mod change;
mod content_hash;
mod entry;
mod links;
mod mention;
mod number;

pub(crate) use bracketed::means;
pub use change::{EntryText, RegisterChange};
pub use content_hash::{hexadecimal, sha256};
pub use entry::{Confidentiality, EvidenceEntry, EvidenceFile, EvidenceKind};
pub(crate) use links::texts;
pub use links::{Links, Reference, Referrer, entries_from_references, links, reference};
pub(crate) use mention::{Manner, NumberIndex};
pub use number::{LONGEST_NUMBER, is_evidence_number};

use super::record::{Text, text};
use std::rc::Rc;

/// All entries, in the order they were added.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct EvidenceRegister {
    pub entries: Vec<Rc<EvidenceEntry>>,
}

impl EvidenceRegister {
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
    /// The position of the entry of a number.
    pub fn position(&self, number: &str) -> Option<usize> {
        self.entries.iter().position(|entry| *entry.number == *number)
    }
    /// Whether an entry may have that number: it is one, and no other entry has it.
    pub fn is_free(&self, number: &str) -> bool {
        is_evidence_number(number) && self.position(number).is_none()
    }
    /// The number the next entry gets: after `E-09` it is `E-10`, in an empty register `E01`.
    pub fn next_number(&self) -> Text {
        let last = self
            .entries
            .iter()
            .rev()
            .map(|entry| number::split(&entry.number))
            .find(|(_, digits)| !digits.is_empty());
        let (prefix, width) = last.map_or(("E", 2), |(prefix, digits)| (prefix, digits.len()));
        let of_prefix = self
            .entries
            .iter()
            .map(|entry| number::split(&entry.number))
            .filter(|(known, _)| *known == prefix);
        let highest = of_prefix.filter_map(|(_, digits)| digits.parse::<u64>().ok()).max().unwrap_or(0);
        let mut count = highest.saturating_add(1);
        loop {
            let number = number::join(prefix, count, width);
            if self.is_free(&number) {
                return text(number);
            }
            if !is_evidence_number(&number) {
                return self.other_number();
            }
            count += 1;
        }
    }
    /// A number of the plain form, where the last one cannot be counted on.
    fn other_number(&self) -> Text {
        let mut count = self.entries.len() as u64 + 1;
        loop {
            let number = number::join("E", count, 2);
            if self.is_free(&number) {
                return text(number);
            }
            count += 1;
        }
    }
    /// The positions of the entries a text names, each once, in its order.
    pub fn named_in(&self, content: &str) -> Vec<usize> {
        let mut named = Vec::new();
        for entry in mention::NumberIndex::of(self)
            .mentions(content, Manner::Reference)
            .into_iter()
            .filter_map(|mention| mention.entry)
        {
            if !named.contains(&entry) {
                named.push(entry);
            }
        }
        named
    }
}
