//! The shape of a scoring copy. Every member has a default; members are written in the order in which they stand here.

#[cfg(feature = "schema")]
use crate::archive::AssessmentFile;
use crate::criteria::{Kind, PackReference};
use crate::json::{ById, FromJson, Place, ToJson, from_members, to_members};
use crate::panel::Confidence;
use serde_json::Value;

/// One assessor's scoring copy.
#[derive(Debug, Clone, Default, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(default))]
pub struct ScoringFile {
    /// Always `award-kit.scoring`.
    pub format: String,
    /// Format version, `major.minor`; 1.x is read, a newer major version is refused.
    pub version: String,
    pub pack: PackReference,
    /// The assessment that is judged.
    pub assessment: SubjectFile,
    /// Name or alias.
    pub assessor: String,
    /// How often it was handed back; of two of one assessor the higher one counts.
    pub counter: u32,
    /// Ids of the items asked for.
    pub items: Vec<String>,
    /// By item id: what the assessor said. Only what was said stands here.
    pub scores: ById<JudgementFile>,
    /// What there is to read: an assessment file without judgements; null in a copy that was handed back.
    #[cfg_attr(feature = "schema", schemars(with = "Option<AssessmentFile>"))]
    pub answers: AsItIs,
}

/// Which assessment is judged.
#[derive(Debug, Clone, Default, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(default))]
pub struct SubjectFile {
    /// The same while only ratings change.
    pub key: String,
    /// Whose it is, for people.
    pub organisation: String,
    pub credit_code: String,
    pub kind: Option<Kind>,
}

/// What one assessor said of one item.
#[derive(Debug, Clone, Default, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(default))]
pub struct JudgementFile {
    /// The rating in the pack's steps, 0 to 100; null is *not rated*, which is not 0.
    #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 100)))]
    pub percent: Option<i64>,
    /// Band id by factor id.
    pub bands: ById<String>,
    pub strengths: String,
    pub opportunities: String,
    pub remark: String,
    /// How sure the assessor is.
    pub confidence: Option<Confidence>,
}

/// JSON that is read by somebody else.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AsItIs(pub Value);

impl FromJson for AsItIs {
    fn from_json(place: Place<'_>) -> AsItIs {
        AsItIs(place.as_it_is())
    }
}

impl ToJson for AsItIs {
    fn to_json(&self) -> Value {
        self.0.clone()
    }
}

impl FromJson for Confidence {
    fn from_json(place: Place<'_>) -> Confidence {
        place.choice(&Confidence::ALL.map(|confidence| (confidence.word(), confidence)))
    }
}

impl ToJson for Confidence {
    fn to_json(&self) -> Value {
        Value::String(self.word().into())
    }
}

#[cfg(feature = "schema")]
crate::json::serialize_as_written!(AsItIs);
#[cfg(feature = "schema")]
crate::json::serialize_as_written!(Confidence);

macro_rules! members {
    ($($type:ident $members:tt)*) => {
        from_members! { $($type $members)* }
        to_members! { $($type $members)* }
    };
}

members! {
    ScoringFile { format, version, pack, assessment, assessor, counter, items, scores, answers }
    SubjectFile { key, organisation, credit_code, kind }
    JudgementFile { percent, bands, strengths, opportunities, remark, confidence }
}
