//! One line of the desk: what a received file holds, in a form that other programs read. The names and their order are a promise
//! (docs/desk.md); what comes later comes behind.

use crate::criteria::Kind;
use crate::json::{FromJson, Place, ToJson, from_members, to_members};
use serde_json::Value;

/// Version of the lines, `major.minor`: the major one changes where a name goes or means something else.
#[cfg(feature = "documents")]
const VERSION: &str = "1.0";

/// How far a file could be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "snake_case"))]
pub enum State {
    Read,
    /// Read, but something in it is not what was packed.
    Altered,
    #[default]
    Unreadable,
}

impl State {
    /// All of them.
    pub const ALL: [State; 3] = [State::Read, State::Altered, State::Unreadable];

    /// The word in files, and the code looked up for words.
    pub const fn code(self) -> &'static str {
        match self {
            State::Read => "read",
            State::Altered => "altered",
            State::Unreadable => "unreadable",
        }
    }
}

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "snake_case"))]
pub enum Given {
    Assessment,
    Bundle,
    /// A Word document that shows a receipt; nothing else of it is read.
    Document,
}

impl Given {
    /// All of them.
    pub const ALL: [Given; 3] = [Given::Assessment, Given::Bundle, Given::Document];

    /// The word in files.
    pub const fn code(self) -> &'static str {
        match self {
            Given::Assessment => "assessment",
            Given::Bundle => "bundle",
            Given::Document => "document",
        }
    }
}

macro_rules! by_code {
    ($($type:ident)*) => {
        $(impl ToJson for $type {
            fn to_json(&self) -> Value {
                Value::String(self.code().to_owned())
            }
        }
        impl FromJson for $type {
            fn from_json(place: Place<'_>) -> $type {
                place.choice(&$type::ALL.map(|one| (one.code(), one)))
            }
        })*
    };
}

by_code! { State Given }

/// One received file.
#[derive(Debug, Clone, Default, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(default))]
pub struct Line {
    /// Version of this form, `major.minor`; within a major version columns are only added, at the end.
    pub version: String,
    /// Name of the file, with the folders below the one that was read, parted by strokes.
    pub file: String,
    /// SHA-256 of the file as it was received.
    pub sha256: String,
    /// `read`; `altered`: read, but something in it is not what was packed; `unreadable`.
    pub state: State,
    /// Code of why it could not be read; empty otherwise.
    pub problem: String,
    /// The same in one sentence of the language asked for.
    pub problem_text: String,
    /// `assessment`, `bundle` or `document`; null where that is not known.
    pub given: Option<Given>,
    /// Whether the file was locked with a passphrase.
    pub locked: bool,
    /// Name of the organisation.
    pub organisation: String,
    /// Unified social credit code, without blanks.
    pub credit_code: String,
    /// Whether the code has its length and its check character; null without one.
    pub credit_code_fits: Option<bool>,
    /// `manufacturing`, `service` or `public_welfare`; null where nothing is chosen.
    pub kind: Option<Kind>,
    /// Id of the criteria pack.
    pub pack: String,
    /// Edition of the pack.
    pub pack_edition: String,
    /// Content hash of the criteria the file was made with.
    pub pack_hash: String,
    /// Whether the criteria here have another content than those; points and verdict are by the ones here.
    pub pack_differs: Option<bool>,
    /// Id of the edition of the conditions.
    pub conditions: String,
    /// Application date, `YYYY-MM-DD`.
    pub application_date: Option<String>,
    /// `eligible`, `not_eligible` or `undecided`.
    pub verdict: String,
    /// Conditions that are not met or not decided.
    pub reasons: Vec<ReasonLine>,
    /// The first day on which the organisation may apply, where time alone is missing.
    pub first_eligible_on: Option<String>,
    /// What is missing or contradictory, counted in groups: all that one item lacks is one.
    pub missing: Option<usize>,
    /// Parts that have a limit.
    pub lengths: Vec<LengthLine>,
    /// Points earned; items that are not rated count nothing.
    pub total: Option<f64>,
    /// Points possible for this kind of applicant.
    pub total_max: Option<f64>,
    /// The most the total can become when items that are not rated are; the least is `total`.
    pub total_high: Option<f64>,
    /// Items that count and are not rated.
    pub unrated: Option<usize>,
    /// Points by category, in the order of the criteria.
    pub categories: Vec<CategoryLine>,
    /// Findings that speak against the application or contradict each other.
    pub serious: Option<usize>,
    /// Findings that something is not there yet.
    pub lacking: Option<usize>,
    /// Findings somebody has to look at.
    pub doubts: Option<usize>,
    /// Entries of the evidence register.
    pub evidence_entries: Option<usize>,
    /// Files the register names, each content once.
    pub evidence_files: Option<usize>,
    /// How many of them are in the bundle, as they were packed.
    pub evidence_present: Option<usize>,
    /// Receipt of the content, made anew; of a document the one it shows.
    pub receipt: String,
    /// Receipt that the bundle says was packed; empty where it says none.
    pub receipt_given: String,
    /// What differs from what was packed.
    pub altered: Vec<AlteredLine>,
    /// Files in the bundle that it does not list. Nothing of them is read.
    pub unlisted: Vec<String>,
    /// Other files with the same credit code.
    pub same_code: Vec<String>,
    /// Other files with the same receipt: the same content.
    pub same_receipt: Vec<String>,
    /// Passages that a draft of another credit code has too, by file.
    pub shared: Vec<SharedLine>,
}

/// A condition that is not met or not decided.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(default))]
pub struct ReasonLine {
    /// Id of the condition.
    pub condition: String,
    /// `not_met` or `undecided`.
    pub outcome: String,
    /// Code of the reason.
    pub reason: String,
    /// The reason in one sentence.
    pub text: String,
}

/// The length of a part that has a limit.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(default))]
pub struct LengthLine {
    /// Id of the limit.
    pub limit: String,
    /// In 字数.
    pub written: usize,
    /// In 字数.
    pub allowed: usize,
}

/// Points of one category.
#[derive(Debug, Clone, Default, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(default))]
pub struct CategoryLine {
    /// Id of the category.
    pub id: String,
    /// As it is printed.
    pub number: String,
    /// Points earned.
    pub points: f64,
    /// Points possible.
    pub max: f64,
}

/// Something that is not what was packed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(default))]
pub struct AlteredLine {
    /// Name in the bundle.
    pub name: String,
    /// `assessment`, `document`, `evidence` or `version`; `receipt` where the content does not give the receipt that was packed.
    pub of: String,
    /// Whether it is gone, and not another one.
    pub missing: bool,
    /// With `receipt`: the parts of the content that are others: `organisation`, `conditions`, `answers`, `ratings`, `figures`.
    pub parts: Vec<String>,
    /// The same in one sentence.
    pub text: String,
}

/// What a draft shares with another one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(default))]
pub struct SharedLine {
    /// The other file.
    pub file: String,
    /// About how many letters and ideographs stand in both.
    pub characters: usize,
    /// Where most of it stands in this draft.
    pub here: String,
    /// Where it stands in the other.
    pub there: String,
    /// How the paragraph begins in this draft.
    pub opening: String,
}

macro_rules! members {
    ($($type:ident $members:tt)*) => {
        from_members! { $($type $members)* }
        to_members! { $($type $members)* }
    };
}

members! {
    Line {
        version, file, sha256, state, problem, problem_text, given, locked, organisation, credit_code, credit_code_fits, kind, pack,
        pack_edition, pack_hash, pack_differs, conditions, application_date, verdict, reasons, first_eligible_on, missing, lengths,
        total, total_max, total_high, unrated, categories, serious, lacking, doubts, evidence_entries, evidence_files,
        evidence_present, receipt, receipt_given, altered, unlisted, same_code, same_receipt, shared
    }
    ReasonLine { condition, outcome, reason, text }
    LengthLine { limit, written, allowed }
    CategoryLine { id, number, points, max }
    AlteredLine { name, of, missing, parts, text }
    SharedLine { file, characters, here, there, opening }
}

impl AsRef<Line> for Line {
    fn as_ref(&self) -> &Line {
        self
    }
}

impl Line {
    /// A line of a file that could not be read, with the code and the sentence that says why.
    #[cfg(feature = "documents")]
    pub(crate) fn unreadable(file: &str, problem: &str, text: String) -> Line {
        Line {
            version: VERSION.to_owned(),
            file: file.to_owned(),
            problem: problem.to_owned(),
            problem_text: text,
            ..Line::default()
        }
    }

    /// Whether a part is longer than it may be.
    pub fn is_too_long(&self) -> bool {
        self.lengths.iter().any(|length| length.written > length.allowed)
    }
}
