//! The shape of the record of a panel. Every member has a default; members are written in the order in which they stand
//! here.

use crate::archive::scoring::{JudgementFile, SubjectFile};
use crate::criteria::PackReference;
use crate::json::{ById, from_members, to_members};

/// A panel, whole.
#[derive(Debug, Clone, Default, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(default))]
pub struct PanelFile {
    /// Always `award-kit.panel`.
    pub format: String,
    /// Format version, `major.minor`; 1.x is read, a newer major version is refused.
    pub version: String,
    pub pack: PackReference,
    /// The assessment that is judged.
    pub assessment: SubjectFile,
    /// The range up to which ratings need no discussion, in percentage points; the reference where missing.
    #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 100)))]
    pub tolerance: Option<u32>,
    /// Consensus is open: the scores are locked.
    pub opened: bool,
    /// The scores, by assessor.
    pub scores: ById<SheetFile>,
    /// By item id: what was agreed.
    pub consensus: ById<AgreementFile>,
    /// Members of the panel who were not there.
    pub absent: Vec<String>,
    pub facilitator: String,
    pub place: String,
    /// The day of the session, `YYYY-MM-DD`.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$")))]
    pub date: Option<String>,
    pub remark: String,
    pub signatures: Vec<SignatureFile>,
    /// The times the session went a step back; since 1.1, and absent where there are none.
    pub reopenings: Vec<ReopeningFile>,
    /// By item id: what became of the assessors' comments; since 1.2, as all that follows, and absent where there is nothing.
    pub sentences: ById<SentencesFile>,
    /// Key themes across items.
    pub themes: Vec<ThemeFile>,
    /// What is to be verified on site.
    pub visits: Vec<VisitFile>,
}

/// What became of the comments on one item.
#[derive(Debug, Clone, Default, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(default))]
pub struct SentencesFile {
    /// The panel's sentences, in their order.
    pub kept: Vec<SentenceFile>,
    /// Comments that are not used.
    pub aside: Vec<AsideFile>,
}

/// A sentence of the panel.
#[derive(Debug, Clone, Default, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(default))]
pub struct SentenceFile {
    /// `strength` or `opportunity`.
    pub side: String,
    pub text: String,
    /// The comments it was made of.
    pub from: Vec<SourceFile>,
}

/// A sentence an assessor wrote.
#[derive(Debug, Clone, Default, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(default))]
pub struct SourceFile {
    pub assessor: String,
    pub text: String,
}

/// A comment that is not used.
#[derive(Debug, Clone, Default, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(default))]
pub struct AsideFile {
    /// `strength` or `opportunity`.
    pub side: String,
    pub assessor: String,
    pub text: String,
    pub reason: String,
}

/// A key theme.
#[derive(Debug, Clone, Default, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(default))]
pub struct ThemeFile {
    /// `strength` or `opportunity`.
    pub side: String,
    pub text: String,
    /// Ids of the items it was seen in.
    pub items: Vec<String>,
}

/// Something to be verified on site.
#[derive(Debug, Clone, Default, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(default))]
pub struct VisitFile {
    /// Id of the item.
    pub item: String,
    pub question: String,
    /// Who asks.
    pub who: String,
    /// Where.
    pub place: String,
    pub evidence: String,
}

/// A step back in the session.
#[derive(Debug, Clone, Default, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(default))]
pub struct ReopeningFile {
    pub reason: String,
    #[cfg_attr(feature = "schema", schemars(regex(pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$")))]
    pub date: Option<String>,
    /// The signatures that stood until then; empty where the scores were unlocked.
    pub signatures: Vec<SignatureFile>,
}

/// The scores of one assessor, as they were handed in.
#[derive(Debug, Clone, Default, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(default))]
pub struct SheetFile {
    /// Name of the file they came in.
    pub file: String,
    /// Its content hash, `sha256:` and 64 hexadecimal digits.
    pub hash: String,
    /// Key of the assessment it was handed out for.
    pub key: String,
    pub counter: u32,
    /// Ids of the items asked for.
    pub items: Vec<String>,
    /// By item id.
    pub scores: ById<JudgementFile>,
}

/// What was agreed on one item.
#[derive(Debug, Clone, Default, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(default))]
pub struct AgreementFile {
    #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 100)))]
    pub percent: Option<i64>,
    /// Why it is not the median.
    pub reason: String,
    pub note: String,
}

/// A name under the minute.
#[derive(Debug, Clone, Default, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(default))]
pub struct SignatureFile {
    pub name: String,
    pub role: String,
    #[cfg_attr(feature = "schema", schemars(regex(pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$")))]
    pub date: Option<String>,
}

macro_rules! members {
    ($($type:ident $members:tt)*) => {
        from_members! { $($type $members)* }
        to_members! { $($type $members)* }
    };
}

members! {
    PanelFile {
        format, version, pack, assessment, tolerance, opened, scores, consensus, absent, facilitator, place, date, remark, signatures,
        reopenings, sentences, themes, visits
    }
    SheetFile { file, hash, key, counter, items, scores }
    AgreementFile { percent, reason, note }
    SignatureFile { name, role, date }
    ReopeningFile { reason, date, signatures }
    SentencesFile { kept, aside }
    SentenceFile { side, text, from }
    SourceFile { assessor, text }
    AsideFile { side, assessor, text, reason }
    ThemeFile { side, text, items }
    VisitFile { item, question, who, place, evidence }
}
