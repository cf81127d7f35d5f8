//! What can be wrong with a pack. Words for the codes are in `language/`.

/// One fault of a pack, with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    pub code: FaultCode,
    /// The file it stands in, such as `text.en.json`.
    pub file: String,
    /// JSON pointer inside that file.
    pub pointer: String,
    /// What stands there.
    pub given: String,
    /// What should stand there; empty where that goes without saying.
    pub wanted: String,
}

impl Fault {
    /// A fault that its place says all about.
    pub fn new(code: FaultCode, file: &str, pointer: &str) -> Fault {
        Fault {
            code,
            file: file.to_owned(),
            pointer: pointer.to_owned(),
            given: String::new(),
            wanted: String::new(),
        }
    }

    /// Faults in the order of the files, as a pack's folder lists them.
    pub fn in_order(faults: Vec<Fault>) -> Vec<Fault> {
        let mut files = ["pack.json", "sources.json", "text.zh.json", "text.en.json"].map(String::from).to_vec();
        for fault in &faults {
            if !files.contains(&fault.file) {
                files.push(fault.file.clone());
            }
        }
        let mut ordered = Vec::with_capacity(faults.len());
        for file in files {
            ordered.extend(faults.iter().filter(|fault| fault.file == file).cloned());
        }
        ordered
    }
}

/// The kinds of pack faults, a closed list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FaultCode {
    /// A file of the pack is not there.
    FileMissing,
    /// A file is not JSON.
    NotJson,
    /// A value is of another kind than the format asks for.
    WrongKind,
    /// A number in quotation marks where the format asks for a number.
    NumberAsText,
    /// A member the format does not know.
    UnknownField,
    /// A member stands twice in one object.
    RepeatedField,
    /// A file larger than [`MAX_BYTES`](super::MAX_BYTES).
    TooLarge,
    /// The pack it builds on is not there or has faults.
    UnknownBase,
    /// Not a pack, or a pack of a format version this kit cannot read.
    UnknownFormat,
    /// An id with other characters than a–z, 0–9, `-` and `.`, or not below its category.
    MalformedId,
    /// Two things of one list share an id.
    DuplicateId,
    /// A reference to an id that is not there.
    UnknownId,
    /// Points that do not add up.
    PointsDoNotAddUp,
    /// A percent step that does not divide 100.
    UnusableStep,
    /// A gap between two bands.
    BandGap,
    /// Two bands that overlap, or a band that ends before it begins.
    BandOverlap,
    /// A rule with a value that cannot be judged by.
    UnusableRule,
    /// A text missing in one language, or empty.
    TextMissing,
    /// A text for something the pack does not have.
    TextUnknown,
    /// A text with markup, an address, or characters that steer the line.
    TextNotPlain,
    /// A place in braces that stands for no figure of the pack, or for one that nobody knows.
    TextPlace,
    /// A text that says another figure than the one the kit computes with.
    TextFigure,
    /// A short name that another pack, or another edition, has already.
    NameTaken,
    /// A figure without source and status.
    SourceMissing,
    /// A source entry that names no figure of the pack.
    SourceUnknown,
}

impl FaultCode {
    /// All codes, for tests and for documentation.
    pub const ALL: [FaultCode; 25] = [
        FaultCode::FileMissing,
        FaultCode::NotJson,
        FaultCode::WrongKind,
        FaultCode::NumberAsText,
        FaultCode::UnknownField,
        FaultCode::RepeatedField,
        FaultCode::TooLarge,
        FaultCode::UnknownBase,
        FaultCode::UnknownFormat,
        FaultCode::MalformedId,
        FaultCode::DuplicateId,
        FaultCode::UnknownId,
        FaultCode::PointsDoNotAddUp,
        FaultCode::UnusableStep,
        FaultCode::BandGap,
        FaultCode::BandOverlap,
        FaultCode::UnusableRule,
        FaultCode::TextMissing,
        FaultCode::TextUnknown,
        FaultCode::TextNotPlain,
        FaultCode::TextPlace,
        FaultCode::TextFigure,
        FaultCode::NameTaken,
        FaultCode::SourceMissing,
        FaultCode::SourceUnknown,
    ];

    /// The code as it is printed: `points_do_not_add_up`.
    pub fn name(self) -> &'static str {
        match self {
            FaultCode::FileMissing => "file_missing",
            FaultCode::NotJson => "not_json",
            FaultCode::WrongKind => "wrong_kind",
            FaultCode::NumberAsText => "number_as_text",
            FaultCode::UnknownField => "unknown_field",
            FaultCode::RepeatedField => "repeated_field",
            FaultCode::TooLarge => "too_large",
            FaultCode::UnknownBase => "unknown_base",
            FaultCode::UnknownFormat => "unknown_format",
            FaultCode::MalformedId => "malformed_id",
            FaultCode::DuplicateId => "duplicate_id",
            FaultCode::UnknownId => "unknown_id",
            FaultCode::PointsDoNotAddUp => "points_do_not_add_up",
            FaultCode::UnusableStep => "unusable_step",
            FaultCode::BandGap => "band_gap",
            FaultCode::BandOverlap => "band_overlap",
            FaultCode::UnusableRule => "unusable_rule",
            FaultCode::TextMissing => "text_missing",
            FaultCode::TextUnknown => "text_unknown",
            FaultCode::TextNotPlain => "text_not_plain",
            FaultCode::TextPlace => "text_place",
            FaultCode::TextFigure => "text_figure",
            FaultCode::NameTaken => "name_taken",
            FaultCode::SourceMissing => "source_missing",
            FaultCode::SourceUnknown => "source_unknown",
        }
    }
}
