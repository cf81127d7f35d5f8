//! The whole submission as one zip: the assessment's own file, the documents, the evidence files, where they are wanted
//! its earlier versions, and a manifest with the size and SHA-256 of each.
//!
//! Same contents, same bytes: times are fixed, the order is that of the manifest. What is read back is checked against the
//! manifest before anything of it is used. Nothing here touches a file system, so no name can lead out of it; names that
//! would are refused all the same.

mod contents;
mod error;
mod manifest;
mod names;
mod read;
mod write;

pub use contents::bundle;
pub use error::BundleError;
pub use manifest::{BundleManifest, ListedDocument, ListedEvidence, ListedVersion, MissingEvidence};
pub use names::is_safe_path;
pub use read::{Altered, BundledFile, Inspected, Listed, MAX_BUNDLE_BYTES, Unbundled, inspect_bundle, is_bundle, read_bundle};
pub(super) use write::packed;
pub use write::{BundleContents, EvidencePart, NamedBytes, VersionPart, write_bundle};

pub use crate::assessment::sha256;
