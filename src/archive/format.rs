//! The shape of an assessment file, format version 1. Every member has a default, so that a file of an older minor
//! version reads. Members are written in the order in which they stand here.

use super::evidence_file::RegisterFile;
use super::facts::FactsFile;
use super::figures_file::FiguresFile;
use super::improvement_file::ImprovementFile;
use super::notes::NotesFile;
#[cfg(feature = "schema")]
use super::profile_texts::ProfileTextMembers;
use super::profile_texts::ProfileTexts;
use super::road::RoadFile;
use super::rules_off::RulesOffFile;
use super::units::UnitsFile;
#[cfg(feature = "schema")]
use super::words::{AnswerName, LegalStatusName, SelfCheckName};
use crate::assessment::{Answer, LegalStatus, SelfCheckAnswer};
use crate::criteria::{Kind, PackReference};
use crate::json::{ById, from_members, to_members};

/// What `format` says in every assessment file.
pub(super) const FORMAT: &str = "award-kit.assessment";

/// One assessment, whole.
#[derive(Debug, Clone, Default, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(default))]
pub struct AssessmentFile {
    /// Always `award-kit.assessment`.
    pub format: String,
    /// Format version, `major.minor`; 1.x is read, a newer major version is refused.
    pub version: String,
    /// The criteria that judged the assessment.
    pub pack: PackReference,
    /// True for a worked sample about an organisation that does not exist.
    pub fictional: bool,
    pub organisation: OrganisationFile,
    pub eligibility: EligibilityFile,
    /// The user's own reference line on the total, in whole points.
    pub reference_points: Option<u32>,
    /// By item id of the pack.
    pub items: ById<ItemFile>,
    /// Members of their own; absent where there are none.
    #[cfg_attr(feature = "schema", schemars(flatten))]
    pub figures: FiguresFile,
    /// A member of its own; absent where the register is empty.
    #[cfg_attr(feature = "schema", schemars(flatten))]
    pub register: RegisterFile,
    /// Members of their own; absent where there are none.
    #[cfg_attr(feature = "schema", schemars(flatten))]
    pub improvement: ImprovementFile,
    /// A member of its own; absent where nothing was noted.
    #[cfg_attr(feature = "schema", schemars(flatten))]
    pub road: RoadFile,
    /// A member of its own; absent where there are none.
    #[cfg_attr(feature = "schema", schemars(flatten))]
    pub units: UnitsFile,
    /// A member of its own; absent where there are none.
    #[cfg_attr(feature = "schema", schemars(flatten))]
    pub rules_off: RulesOffFile,
    /// A member of its own; absent where there are none.
    #[cfg_attr(feature = "schema", schemars(flatten))]
    pub notes: NotesFile,
}

/// The organisation's profile.
#[derive(Debug, Clone, Default, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(default))]
pub struct OrganisationFile {
    pub kind: Option<Kind>,
    /// Date of registration, `YYYY-MM-DD`.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$")))]
    pub registration_date: Option<String>,
    /// Place of registration: six digits of GB/T 2260, such as 110000 (Beijing) or 110108 (Haidian district).
    #[cfg_attr(feature = "schema", schemars(regex(pattern = "^[1-9][0-9]{5}$")))]
    pub registration_place: Option<String>,
    #[cfg_attr(feature = "schema", schemars(with = "Option<LegalStatusName>"))]
    pub legal_status: Option<LegalStatus>,
    /// Id of a size sector of the pack.
    pub sector: Option<String>,
    /// Persons.
    pub staff: Option<u64>,
    /// Revenue of the last year, in 10,000 yuan.
    pub revenue: Option<u64>,
    /// Total assets, in 10,000 yuan.
    pub assets: Option<u64>,
    /// Members of their own.
    #[cfg_attr(feature = "schema", schemars(flatten, with = "ProfileTextMembers"))]
    pub texts: ProfileTexts,
}

/// The answers to the eligibility questions.
#[derive(Debug, Clone, Default, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(default))]
pub struct EligibilityFile {
    /// Id of the edition of the rules; the pack's default where missing.
    pub edition: Option<String>,
    /// The day the application is handed in, `YYYY-MM-DD`.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$")))]
    pub application_date: Option<String>,
    /// By condition id of the pack.
    pub answers: ById<ConditionFile>,
    /// By self-check id of the pack.
    pub self_checks: ById<SelfCheckFile>,
}

#[derive(Debug, Clone, Default, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(default))]
pub struct ConditionFile {
    /// The applicant's answer; counts for declared conditions only.
    #[cfg_attr(feature = "schema", schemars(with = "Option<AnswerName>"))]
    pub answer: Option<Answer>,
    pub evidence: String,
}

#[derive(Debug, Clone, Default, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(default))]
pub struct SelfCheckFile {
    #[cfg_attr(feature = "schema", schemars(with = "Option<SelfCheckName>"))]
    pub answer: Option<SelfCheckAnswer>,
    pub note: String,
}

/// The answers to one item.
#[derive(Debug, Clone, Default, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(default))]
pub struct ItemFile {
    /// The rating in the pack's steps, 0 to 100; null is *not rated*, which is not 0.
    #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 100)))]
    pub percent: Option<i64>,
    /// By prompt id (empty for the item as a whole), then by factor id.
    pub answers: ById<ById<String>>,
    pub strengths: String,
    pub opportunities: String,
    /// References to evidence.
    pub evidence: Vec<String>,
    /// Band id by factor id.
    pub bands: ById<String>,
    /// Why the rating is what it is.
    pub remark: String,
    /// A member of its own; absent where nothing was answered.
    #[cfg_attr(feature = "schema", schemars(flatten))]
    pub facts: FactsFile,
}

/// Reads and writes types by the same list of members.
macro_rules! members {
    ($($type:ident $members:tt)*) => {
        from_members! { $($type $members)* }
        to_members! { $($type $members)* }
    };
}

members! {
    AssessmentFile { format, version, pack, fictional, organisation, eligibility, reference_points, items, ..figures, ..register, ..improvement, ..road, ..units, ..rules_off, ..notes }
    OrganisationFile { kind, registration_date, registration_place, legal_status, sector, staff, revenue, assets, ..texts }
    EligibilityFile { edition, application_date, answers, self_checks }
    ConditionFile { answer, evidence }
    SelfCheckFile { answer, note }
    ItemFile { percent, answers, strengths, opportunities, evidence, bands, remark, ..facts }
}
