//! Unpacking, with everything checked against the manifest.

use super::error::BundleError;
use super::manifest::{BundleManifest, FORMAT, NAME};
use super::{is_safe_path, sha256};
use crate::archive;
use crate::json::{self, Absent};
use std::collections::BTreeSet;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// The largest bundle that is opened, in bytes, packed and unpacked.
pub const MAX_BUNDLE_BYTES: u64 = 500_000_000;
/// The largest manifest, in bytes.
const MAX_MANIFEST: u64 = 10_000_000;

/// What a bundle holds, besides its documents, which can be made again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unbundled {
    /// The assessment's own file.
    pub project: Vec<u8>,
    /// Every evidence file once, in the order of the manifest.
    pub files: Vec<BundledFile>,
}

/// One evidence file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BundledFile {
    /// Its name in the bundle.
    pub name: String,
    pub sha256: String,
    pub bytes: Vec<u8>,
}

/// Whether bytes begin as a zip does.
pub fn is_bundle(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

type Zip<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// Unpacks a bundle. Every listed file must be there with its size and hash; files that are not listed are left alone. A
/// bundle that was packed anew inside one folder is read as well.
pub fn read_bundle(bytes: &[u8]) -> Result<Unbundled, BundleError> {
    if bytes.len() as u64 > MAX_BUNDLE_BYTES {
        return Err(BundleError::TooLarge);
    }
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| BundleError::NotZip)?;
    let names: Vec<String> = zip.file_names().map(str::to_owned).collect();
    for name in &names {
        if !is_safe_path(name.strip_suffix('/').unwrap_or(name)) {
            return Err(BundleError::UnsafeName { name: name.clone() });
        }
    }
    let (folder, manifest) = manifest(&mut zip, &names)?;
    let documents = manifest.documents.iter().map(|listed| (&listed.name, listed.size, &listed.sha256));
    let evidence = manifest.evidence.iter().map(|listed| (&listed.name, listed.size, &listed.sha256));
    let project = &manifest.project;
    let all: BTreeSet<(&String, u64, &String)> = documents
        .chain(evidence.clone())
        .chain([(&project.name, project.size, &project.sha256)])
        .collect();
    if let Some((name, ..)) = all.iter().find(|(name, ..)| !is_safe_path(name)) {
        return Err(BundleError::UnsafeName { name: (*name).clone() });
    }
    let total = all.iter().try_fold(0_u64, |sum, (_, size, _)| sum.checked_add(*size));
    if total.is_none_or(|total| total > MAX_BUNDLE_BYTES) || project.size > archive::MAX_BYTES {
        return Err(BundleError::TooLarge);
    }
    let mut file = |name: &str, size: u64, hash: &str| listed(&mut zip, &[&folder, name].concat(), name, size, hash);
    let text = file(&project.name, project.size, &project.sha256)?;
    for listed in &manifest.documents {
        file(&listed.name, listed.size, &listed.sha256)?;
    }
    let mut files: Vec<BundledFile> = Vec::new();
    for (name, size, hash) in evidence {
        if files.iter().any(|known| known.sha256 == *hash && known.name == *name) {
            continue;
        }
        files.push(BundledFile {
            name: name.clone(),
            sha256: hash.clone(),
            bytes: file(name, size, hash)?,
        });
    }
    Ok(Unbundled { project: text, files })
}

/// The manifest and the folder it lies in: none, or one with a slash at its end.
fn manifest(zip: &mut Zip<'_>, names: &[String]) -> Result<(String, BundleManifest), BundleError> {
    let here = |name: &&String| {
        *name == NAME
            || name
                .strip_suffix(NAME)
                .is_some_and(|folder| folder.matches('/').count() == 1 && folder.ends_with('/'))
    };
    let shortest = names.iter().filter(here).min_by_key(|name| name.len());
    let name = shortest.ok_or(BundleError::NoManifest)?;
    let folder = name.strip_suffix(NAME).unwrap_or_default().to_owned();
    let bytes = content(zip, name, MAX_MANIFEST).ok_or(BundleError::NotZip)?;
    let bad = |detail: &str| BundleError::BadManifest { detail: detail.to_owned() };
    let text = std::str::from_utf8(&bytes).map_err(|_| bad(NAME))?;
    let parsed = json::parse(text).map_err(|at| bad(&[&at.line.to_string(), ":", &at.column.to_string()].concat()))?;
    if parsed.value.get("format").and_then(|format| format.as_str()) != Some(FORMAT) {
        return Err(BundleError::NoManifest);
    }
    if let Some(pointer) = parsed.repeated.first() {
        return Err(bad(pointer));
    }
    let typed = json::typed::<BundleManifest>(&parsed.value, Absent::Default);
    let first = typed.wrong.first().map_or("", |wrong| wrong.pointer.as_str()).to_owned();
    let manifest = typed.content.ok_or_else(|| bad(&first))?;
    if !manifest.version.starts_with("1.") {
        return Err(bad(&manifest.version));
    }
    Ok((folder, manifest))
}

/// A file that is listed, when it is what the manifest says.
fn listed(zip: &mut Zip<'_>, path: &str, name: &str, size: u64, hash: &str) -> Result<Vec<u8>, BundleError> {
    if zip.index_for_name(path).is_none() {
        return Err(BundleError::Missing { name: name.to_owned() });
    }
    let bytes = content(zip, path, size).filter(|bytes| bytes.len() as u64 == size && sha256(bytes) == hash);
    bytes.ok_or_else(|| BundleError::Changed { name: name.to_owned() })
}

/// The bytes of an entry; none where it cannot be unpacked or is larger than `most`, whatever it says of itself.
fn content(zip: &mut Zip<'_>, path: &str, most: u64) -> Option<Vec<u8>> {
    let entry = zip.by_name(path).ok()?;
    let mut bytes = Vec::new();
    entry.take(most.saturating_add(1)).read_to_end(&mut bytes).ok()?;
    (bytes.len() as u64 <= most).then_some(bytes)
}
