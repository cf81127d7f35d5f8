//! Why a file cannot be opened. Nothing is changed by a file that cannot.

use std::fmt;

/// An operational error of reading; words for the codes are in `language/`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReadError {
    Empty,
    /// Larger than [`MAX_BYTES`](super::MAX_BYTES).
    TooLarge {
        bytes: u64,
    },
    /// Of more than [`MAX_VALUES`](super::MAX_VALUES) values, or of more assessors than a panel has.
    TooMany {
        limit: usize,
    },
    /// Its content cannot be had: a folder, a file that was moved, or one that lies only in the cloud.
    NoContent,
    /// Not UTF-8.
    NotText,
    /// Line and column count from 1.
    NotJson {
        line: usize,
        column: usize,
    },
    /// JSON, but not an assessment of this kit.
    NotAssessment,
    /// JSON, but neither a scoring copy nor an assessment of this kit.
    NotScoring,
    /// JSON, but not the record of a panel.
    NotPanel,
    /// JSON, but not a trainee's record.
    NotTraining,
    /// Written by a kit with a newer major version of the format.
    NewerVersion {
        version: String,
    },
    /// Made with criteria this kit does not have.
    UnknownPack {
        id: String,
        edition: String,
    },
    /// A member stands twice.
    Repeated {
        pointer: String,
    },
    /// A value is of another kind than the format asks for.
    WrongKind {
        pointer: String,
    },
    /// A value of the right kind that cannot be.
    BadValue {
        pointer: String,
        value: String,
    },
}

impl ReadError {
    /// Every code, for tests and for documentation.
    pub const CODES: [&'static str; 15] = [
        "empty",
        "too_large",
        "too_many",
        "no_content",
        "not_text",
        "not_json",
        "not_assessment",
        "not_scoring",
        "not_panel",
        "not_training",
        "newer_version",
        "unknown_pack",
        "repeated",
        "wrong_kind",
        "bad_value",
    ];

    /// The code looked up for words.
    pub fn code(&self) -> &'static str {
        match self {
            ReadError::Empty => "empty",
            ReadError::TooLarge { .. } => "too_large",
            ReadError::TooMany { .. } => "too_many",
            ReadError::NoContent => "no_content",
            ReadError::NotText => "not_text",
            ReadError::NotJson { .. } => "not_json",
            ReadError::NotAssessment => "not_assessment",
            ReadError::NotScoring => "not_scoring",
            ReadError::NotPanel => "not_panel",
            ReadError::NotTraining => "not_training",
            ReadError::NewerVersion { .. } => "newer_version",
            ReadError::UnknownPack { .. } => "unknown_pack",
            ReadError::Repeated { .. } => "repeated",
            ReadError::WrongKind { .. } => "wrong_kind",
            ReadError::BadValue { .. } => "bad_value",
        }
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {self:?}", self.code())
    }
}

impl std::error::Error for ReadError {}
