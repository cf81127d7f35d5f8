//! One entry of the register. Kinds after the annexes that municipal awards ask for (domain facts 2.5).

use crate::assessment::record::Text;
use crate::date::Date;

/// One piece of evidence.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct EvidenceEntry {
    /// What the entry is called in files; it stays when the number changes. Those of older kits are the number first given.
    pub key: Text,
    /// What references name it by; no two entries have the same.
    pub number: Text,
    pub title: Text,
    pub kind: EvidenceKind,
    /// The day it was issued or completed.
    pub date: Option<Date>,
    /// The last day it is valid on; none where it does not expire.
    pub valid_until: Option<Date>,
    /// Who keeps it: a department or a person.
    pub owner: Text,
    pub confidentiality: Confidentiality,
    /// Where it lies, in words.
    pub place: Text,
    /// The file itself, by its content.
    pub file: Option<EvidenceFile>,
}

/// A file as an entry names it. The bytes are kept elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EvidenceFile {
    pub name: Text,
    /// In bytes.
    pub size: u64,
    /// Such as `application/pdf`; empty where it is not known.
    pub media_type: Text,
    /// 64 hexadecimal digits in lower case.
    pub sha256: Text,
}

impl EvidenceFile {
    /// Whether a text is a SHA-256 as it is written here.
    pub fn is_sha256(text: &str) -> bool {
        text.len() == 64 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
    }
}

/// Calls a macro with every kind: its name, its word in files, and whether it tells of a period, so that it ages.
macro_rules! with_kinds {
    ($($(#[$about:meta])* $name:ident $word:literal $of_period:literal,)*) => {
        /// What kind of evidence it is.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "snake_case"))]
        pub enum EvidenceKind { $($(#[$about])* $name),* }

        impl EvidenceKind {
            /// All kinds, in the order they are offered in.
            pub const ALL: &'static [EvidenceKind] = &[$(EvidenceKind::$name),*];

            /// The word that stands in files.
            pub const fn word(self) -> &'static str {
                match self { $(EvidenceKind::$name => $word),* }
            }
            /// Whether it tells of a period and says less the longer that is past: an audit does, a licence does not.
            pub const fn of_period(self) -> bool {
                match self { $(EvidenceKind::$name => $of_period),* }
            }
        }
    };
}

with_kinds! {
    /// Registration and licences.
    Registration "registration" false,
    /// Audited statements.
    Audit "audit" true,
    /// Tax certificates.
    Tax "tax" true,
    /// Management-system certificates.
    Certificate "certificate" false,
    /// Reports of tests and of supervision checks.
    TestReport "test_report" true,
    /// Customer surveys, with method and sample.
    CustomerSurvey "customer_survey" true,
    /// Market share or rank, by an association.
    MarketPosition "market_position" true,
    /// Patents, standards, software copyrights.
    IntellectualProperty "intellectual_property" false,
    /// Prizes and honours.
    Honour "honour" false,
    /// Safety and environment.
    Compliance "compliance" true,
    /// Credit reports.
    Credit "credit" true,
    /// Social-responsibility reports.
    SocialResponsibility "social_responsibility" true,
    /// Donations and work for the public good.
    Donation "donation" true,
    /// Staff surveys.
    StaffSurvey "staff_survey" true,
    /// Lists of competitors and customers.
    MarketList "market_list" false,
    /// Rules, minutes, records and whatever else.
    #[default]
    Other "other" false,
}

/// Who may see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "snake_case"))]
pub enum Confidentiality {
    Public,
    /// Inside the organisation, and to assessors.
    #[default]
    Internal,
    Confidential,
}

impl Confidentiality {
    pub const ALL: [Confidentiality; 3] = [Confidentiality::Public, Confidentiality::Internal, Confidentiality::Confidential];

    /// The word that stands in files.
    pub const fn word(self) -> &'static str {
        match self {
            Confidentiality::Public => "public",
            Confidentiality::Internal => "internal",
            Confidentiality::Confidential => "confidential",
        }
    }
}
