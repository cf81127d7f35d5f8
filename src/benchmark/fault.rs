//! What can be wrong with a score card or a merged file, and where. Words for the codes are in `language/`.

/// One fault with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CardFault {
    pub code: CardFaultCode,
    /// JSON pointer; of text that is not JSON line and column, counted from 1: `3:12`.
    pub at: String,
    /// What stands there; empty where that goes without saying.
    pub given: String,
}

/// The kinds of faults, a closed list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CardFaultCode {
    /// Larger than such a file can be.
    TooLarge,
    NotJson,
    /// Another file, or one that does not say what it is.
    OtherFile,
    /// Of a newer major version.
    Newer,
    /// A member stands twice.
    Repeated,
    /// A member that does not belong there: a card holds what it is made for and nothing else.
    Unknown,
    /// A member is missing, or of another kind.
    WrongKind,
    /// A value that cannot be.
    BadValue,
}

impl CardFaultCode {
    /// All of them.
    pub const ALL: [CardFaultCode; 8] = [
        CardFaultCode::TooLarge,
        CardFaultCode::NotJson,
        CardFaultCode::OtherFile,
        CardFaultCode::Newer,
        CardFaultCode::Repeated,
        CardFaultCode::Unknown,
        CardFaultCode::WrongKind,
        CardFaultCode::BadValue,
    ];

    /// The code looked up for words.
    pub const fn code(self) -> &'static str {
        match self {
            CardFaultCode::TooLarge => "too_large",
            CardFaultCode::NotJson => "not_json",
            CardFaultCode::OtherFile => "other_file",
            CardFaultCode::Newer => "newer",
            CardFaultCode::Repeated => "repeated",
            CardFaultCode::Unknown => "unknown",
            CardFaultCode::WrongKind => "wrong_kind",
            CardFaultCode::BadValue => "bad_value",
        }
    }
}

impl CardFault {
    pub(super) fn new(code: CardFaultCode, at: impl Into<String>, given: impl Into<String>) -> CardFault {
        let (at, given) = (at.into(), given.into());
        CardFault { code, at, given }
    }
}
