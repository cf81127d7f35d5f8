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
        reopenings
    }
    SheetFile { file, hash, key, counter, items, scores }
    AgreementFile { percent, reason, note }
    SignatureFile { name, role, date }
    ReopeningFile { reason, date, signatures }
}
