//! What a bundle says it holds: `manifest.json`.

use crate::archive::versions::Version;
use crate::json::{from_members, to_members};

/// Where it lies in the bundle.
pub(super) const NAME: &str = "manifest.json";
/// What `format` says in every manifest.
pub(super) const FORMAT: &str = "award-kit.bundle";
pub(super) const VERSION: &str = "1.0";
/// The version of one with a receipt.
pub(super) const WITH_RECEIPT: &str = "1.1";

/// Everything in a bundle but the manifest itself.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct BundleManifest {
    /// Always `award-kit.bundle`.
    pub format: String,
    /// `major.minor`; 1.x is read.
    pub version: String,
    /// The assessment's own file.
    pub project: ListedDocument,
    pub documents: Vec<ListedDocument>,
    pub evidence: Vec<ListedEvidence>,
    /// Evidence files the register names that were not at hand.
    pub missing: Vec<MissingEvidence>,
    /// Earlier versions of the assessment, where they were wanted.
    pub versions: Vec<ListedVersion>,
    /// The receipt of the assessment that was packed; came with version 1.1.
    pub receipt: Option<String>,
}

/// A file of the bundle.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ListedDocument {
    /// Its name in the bundle.
    pub name: String,
    /// In bytes.
    pub size: u64,
    /// 64 hexadecimal digits in lower case.
    pub sha256: String,
}

/// The file of an entry of the evidence register. Entries with the same content share one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ListedEvidence {
    /// The entry's number.
    pub number: String,
    /// What the file was called.
    pub file: String,
    /// Its name in the bundle.
    pub name: String,
    pub size: u64,
    pub sha256: String,
}

/// A file that is not in the bundle.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MissingEvidence {
    pub number: String,
    pub file: String,
    pub sha256: String,
}

/// An earlier version of the assessment.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ListedVersion {
    /// Its name in the bundle.
    pub name: String,
    pub size: u64,
    pub sha256: String,
    /// What is told of it. The evidence files it names lie in the bundle too, as far as they were at hand.
    pub version: Version,
}

macro_rules! members {
    ($($type:ident $members:tt)*) => {
        from_members! { $($type $members)* }
        to_members! { $($type $members)* }
    };
}

members! {
    BundleManifest { format, version, project, documents, evidence, missing, versions, receipt }
    ListedDocument { name, size, sha256 }
    ListedEvidence { number, file, name, size, sha256 }
    ListedVersion { name, size, sha256, version }
    MissingEvidence { number, file, sha256 }
}
