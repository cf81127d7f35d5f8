//! Why a bundle cannot be opened. Nothing is changed by one that cannot.

use crate::language::{Language, codes, fill};
use crate::report::say;
use std::fmt;

/// An operational error of reading a bundle; words for the codes are in `language/`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BundleError {
    /// Not a zip, or a damaged one.
    NotZip,
    /// Larger than [`MAX_BUNDLE_BYTES`](super::MAX_BUNDLE_BYTES), packed or unpacked.
    TooLarge,
    /// A zip, but not a bundle of this kit.
    NoManifest,
    /// The manifest is not what it must be.
    BadManifest { detail: String },
    /// A name leads out of the bundle, or could on some system.
    UnsafeName { name: String },
    /// The manifest lists a file that is not there.
    Missing { name: String },
    /// A file is not the one that was packed.
    Changed { name: String },
}

impl BundleError {
    /// Every code, for tests and for documentation.
    pub const CODES: [&'static str; 7] = [
        "bundle_not_zip",
        "bundle_too_large",
        "bundle_no_manifest",
        "bundle_bad_manifest",
        "bundle_unsafe_name",
        "bundle_missing",
        "bundle_changed",
    ];

    /// The code looked up for words.
    pub fn code(&self) -> &'static str {
        match self {
            BundleError::NotZip => "bundle_not_zip",
            BundleError::TooLarge => "bundle_too_large",
            BundleError::NoManifest => "bundle_no_manifest",
            BundleError::BadManifest { .. } => "bundle_bad_manifest",
            BundleError::UnsafeName { .. } => "bundle_unsafe_name",
            BundleError::Missing { .. } => "bundle_missing",
            BundleError::Changed { .. } => "bundle_changed",
        }
    }

    /// The error in one sentence.
    pub fn sentence(&self, language: Language) -> String {
        let name = match self {
            BundleError::BadManifest { detail: name } | BundleError::UnsafeName { name } | BundleError::Missing { name } | BundleError::Changed { name } => {
                say::on_one_line(language, name)
            }
            BundleError::NotZip | BundleError::TooLarge | BundleError::NoManifest => String::new(),
        };
        let limit = (super::MAX_BUNDLE_BYTES / 1_000_000).to_string();
        fill(language.words().by_code(&codes::ERROR, self.code()), &[("name", &name), ("limit", &limit)])
    }
}

impl fmt::Display for BundleError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {self:?}", self.code())
    }
}

impl std::error::Error for BundleError {}
