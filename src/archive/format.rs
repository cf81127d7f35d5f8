//! The shape of an assessment file, format version 1. Every member has a default, so that a file of an older minor
//! version reads.

use crate::assessment::with_profile_texts;
use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

/// What `format` says in every assessment file.
pub(super) const FORMAT: &str = "award-kit.assessment";

/// One assessment, whole.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AssessmentFile {
    /// Always `award-kit.assessment`.
    pub format: String,
    /// Format version, `major.minor`; 1.x is read, a newer major version is refused.
    pub version: String,
    pub pack: PackReference,
    /// True for a worked sample about an organisation that does not exist.
    pub fictional: bool,
    pub organisation: OrganisationFile,
    pub eligibility: EligibilityFile,
    /// The user's own reference line on the total, in whole points.
    pub reference_points: Option<u32>,
    /// By item id of the pack.
    pub items: IndexMap<String, ItemFile>,
}

/// The criteria that judged the assessment.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PackReference {
    pub id: String,
    pub edition: String,
    /// Content hash of the pack, `sha256:` and 64 hexadecimal digits.
    pub hash: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum KindName {
    Manufacturing,
    Service,
    PublicWelfare,
}

#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[expect(clippy::enum_variant_names, reason = "the words of the file")]
pub enum LegalStatusName {
    LegalPerson,
    /// A branch or operating unit of a legal person.
    UnitOfLegalPerson,
    NotLegalPerson,
}

macro_rules! define_organisation_file {
    ($($name:ident $key:ident $lines:literal,)*) => {
        /// The organisation's profile.
        #[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
        #[serde(default)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub struct OrganisationFile {
            pub kind: Option<KindName>,
            /// Date of registration, `YYYY-MM-DD`.
            #[cfg_attr(feature = "schema", schemars(regex(pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$")))]
            pub registration_date: Option<String>,
            /// Place of registration: six digits of GB/T 2260, such as 110000 (Beijing) or 110108 (Haidian district).
            #[cfg_attr(feature = "schema", schemars(regex(pattern = "^[1-9][0-9]{5}$")))]
            pub registration_place: Option<String>,
            pub legal_status: Option<LegalStatusName>,
            /// Id of a size sector of the pack.
            pub sector: Option<String>,
            /// Persons.
            pub staff: Option<u64>,
            /// Revenue of the last year, in 10,000 yuan.
            pub revenue: Option<u64>,
            /// Total assets, in 10,000 yuan.
            pub assets: Option<u64>,
            $(pub $key: String,)*
        }

        impl OrganisationFile {
            /// The text fields, in the order of the form.
            pub(super) fn texts(&self) -> impl Iterator<Item = (crate::assessment::ProfileText, &String)> {
                [$((crate::assessment::ProfileText::$name, &self.$key)),*].into_iter()
            }
            pub(super) fn set_text(&mut self, field: crate::assessment::ProfileText, text: String) {
                match field { $(crate::assessment::ProfileText::$name => self.$key = text),* }
            }
        }
    };
}
with_profile_texts!(define_organisation_file);

/// The answers to the eligibility questions.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct EligibilityFile {
    /// Id of the edition of the rules; the pack's default where missing.
    pub edition: Option<String>,
    /// The day the application is handed in, `YYYY-MM-DD`.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$")))]
    pub application_date: Option<String>,
    /// By condition id of the pack.
    pub answers: IndexMap<String, ConditionFile>,
    /// By self-check id of the pack.
    pub self_checks: IndexMap<String, SelfCheckFile>,
}

#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum AnswerName {
    Met,
    NotMet,
    Undecided,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ConditionFile {
    /// The applicant's answer; counts for declared conditions only.
    pub answer: Option<AnswerName>,
    pub evidence: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum SelfCheckName {
    /// The bar does not apply.
    Clear,
    /// The bar applies.
    Applies,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SelfCheckFile {
    pub answer: Option<SelfCheckName>,
    pub note: String,
}

/// The answers to one item.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ItemFile {
    /// The rating in the pack's steps, 0 to 100; null is *not rated*, which is not 0.
    #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 100)))]
    pub percent: Option<i64>,
    /// By prompt id (empty for the item as a whole), then by factor id.
    pub answers: IndexMap<String, IndexMap<String, String>>,
    pub strengths: String,
    pub opportunities: String,
    /// References to evidence.
    pub evidence: Vec<String>,
    /// Band id by factor id.
    pub bands: IndexMap<String, String>,
    /// Why the rating is what it is.
    pub remark: String,
}
