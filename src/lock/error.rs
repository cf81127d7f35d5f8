//! Why a locked file cannot be opened. Nothing is changed by one that cannot.

use crate::language::{Language, codes, fill};
use std::fmt;

/// An operational error of opening a locked file; words for the codes are in `language/`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LockError {
    /// Another passphrase. Damage to the few bytes the passphrase is tried on looks the same.
    WrongPassphrase,
    /// Locked with a key, and not with a passphrase.
    NotByPassphrase,
    /// Asks for more than [`MOST_WORK`](super::MOST_WORK).
    TooMuchWork { work: u8 },
    /// A version of the format that is not known.
    UnknownVersion,
    /// Cut off or changed.
    Damaged,
}

impl LockError {
    /// Every code, for tests and for documentation.
    pub const CODES: [&'static str; 5] = ["lock_passphrase", "lock_key", "lock_work", "lock_version", "lock_damaged"];

    /// The code looked up for words.
    pub fn code(&self) -> &'static str {
        match self {
            LockError::WrongPassphrase => "lock_passphrase",
            LockError::NotByPassphrase => "lock_key",
            LockError::TooMuchWork { .. } => "lock_work",
            LockError::UnknownVersion => "lock_version",
            LockError::Damaged => "lock_damaged",
        }
    }

    /// The error in one sentence.
    pub fn sentence(&self, language: Language) -> String {
        let work = match self {
            LockError::TooMuchWork { work } => work.to_string(),
            _ => String::new(),
        };
        let values = [("work", work.as_str()), ("most", &super::MOST_WORK.to_string())];
        fill(language.words().by_code(&codes::ERROR, self.code()), &values)
    }
}

impl fmt::Display for LockError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {self:?}", self.code())
    }
}

impl std::error::Error for LockError {}
