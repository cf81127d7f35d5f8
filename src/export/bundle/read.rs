//! Unpacking, with everything checked against the manifest.

use super::error::BundleError;
use super::manifest::{BundleManifest, FORMAT, NAME};
use super::write::VersionPart;
use super::{is_safe_path, sha256};
use crate::archive;
use crate::json::{self, Absent};
use crate::language::{Language, fill};
use crate::report::say;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// The largest bundle that is opened, in bytes, packed and unpacked.
pub const MAX_BUNDLE_BYTES: u64 = 500_000_000;
/// How many documents that differ are named.
const NAMED: usize = 5;
/// The largest manifest, in bytes.
const MAX_MANIFEST: u64 = 10_000_000;

/// What a bundle holds, besides its documents, which can be made again.
#[derive(Debug, Clone, PartialEq)]
pub struct Unbundled {
    /// The assessment's own file.
    pub project: Vec<u8>,
    /// Every evidence file once, in the order of the manifest.
    pub files: Vec<BundledFile>,
    /// Names of documents that are not those that were packed, or are gone, in the order of the manifest. They hold nothing that is
    /// not in the assessment.
    pub differing: Vec<String>,
    /// Earlier versions of the assessment, in the order of the manifest.
    pub versions: Vec<VersionPart>,
}

/// One evidence file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BundledFile {
    /// Its name in the bundle.
    pub name: String,
    pub sha256: String,
    pub bytes: Vec<u8>,
}

/// A bundle with everything in it that does not fit its manifest.
#[derive(Debug, Clone, PartialEq)]
pub struct Inspected {
    /// What can be read of it: the assessment as it lies there, evidence files and versions that are those that were packed.
    pub bundle: Unbundled,
    /// Listed files that are not those that were packed, or are gone.
    pub altered: Vec<Altered>,
    /// Names of files that are not listed. Nothing of them is read.
    pub unlisted: Vec<String>,
    /// The receipt of the assessment that was packed, as the manifest gives it.
    pub receipt: Option<String>,
}

/// A listed file that is not what the manifest says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Altered {
    pub name: String,
    pub of: Listed,
    /// It is gone; otherwise it is another one.
    pub missing: bool,
}

/// What a listed file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Listed {
    Assessment,
    Document,
    Evidence,
    Version,
}

impl Unbundled {
    /// One sentence of what differs from what was packed; none where nothing does.
    pub fn told(&self, language: Language) -> Option<String> {
        let names: Vec<String> = self.differing.iter().take(NAMED).map(|name| say::on_one_line(language, name)).collect();
        let more = if self.differing.len() > NAMED { "…" } else { "" };
        let names = [names.join(language.words().term_list()).as_str(), more].concat();
        let told = || fill(language.words().register_bundle_differs(), &[("names", &names)]);
        (!self.differing.is_empty()).then(told)
    }
}

/// Whether bytes begin as a zip does.
pub fn is_bundle(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

type Zip<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// Unpacks a bundle. The assessment, its earlier versions and the evidence files must be there with their size and hash; a document that is not is told; files
/// that are not listed are left alone. A bundle that
/// was packed anew by another program is read as well: inside one or two folders, with strokes of the other kind, or with names in
/// another encoding, because then a file is known by what it holds.
pub fn read_bundle(bytes: &[u8]) -> Result<Unbundled, BundleError> {
    let mut refuse = |of: Listed, error: BundleError| match of {
        Listed::Document => Ok(()),
        _ => Err(error),
    };
    unpacked(bytes, &mut refuse).map(|inspected| inspected.bundle)
}

/// The same for whoever wants to know everything that does not fit, and all that can be read nevertheless.
pub fn inspect_bundle(bytes: &[u8]) -> Result<Inspected, BundleError> {
    let mut altered = Vec::new();
    let mut note = |of: Listed, error: BundleError| {
        let (name, missing) = match error {
            BundleError::Changed { name } => (name, false),
            BundleError::Missing { name } => (name, true),
            other => return Err(other),
        };
        altered.push(Altered { name, of, missing });
        Ok(())
    };
    let inspected = unpacked(bytes, &mut note)?;
    Ok(Inspected { altered, ..inspected })
}

/// What becomes of a listed file that is not what the manifest says.
type Refuse<'a> = &'a mut dyn FnMut(Listed, BundleError) -> Result<(), BundleError>;

fn unpacked(bytes: &[u8], refuse: Refuse<'_>) -> Result<Inspected, BundleError> {
    if bytes.len() as u64 > MAX_BUNDLE_BYTES {
        return Err(BundleError::TooLarge);
    }
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| BundleError::NotZip)?;
    let names: Vec<String> = (0..zip.len()).map(|at| plain(zip.name_for_index(at).unwrap_or_default())).collect();
    for name in &names {
        if !is_safe_path(name.strip_suffix('/').unwrap_or(name)) {
            return Err(BundleError::UnsafeName { name: name.clone() });
        }
    }
    let (folder, manifest) = manifest(&mut zip, &names)?;
    let own = [folder.as_str(), NAME].concat();
    let mut packed = Packed {
        zip,
        used: names.iter().map(|name| *name == own || name.ends_with('/')).collect(),
        names,
        folder,
        by_hash: None,
    };
    let documents = manifest.documents.iter().map(|listed| (&listed.name, listed.size, &listed.sha256));
    let evidence = manifest.evidence.iter().map(|listed| (&listed.name, listed.size, &listed.sha256));
    let versions = manifest.versions.iter().map(|listed| (&listed.name, listed.size, &listed.sha256));
    let project = &manifest.project;
    let all: BTreeSet<(&String, u64, &String)> = documents
        .chain(evidence.clone())
        .chain(versions)
        .chain([(&project.name, project.size, &project.sha256)])
        .collect();
    if let Some((name, ..)) = all.iter().find(|(name, ..)| !is_safe_path(name)) {
        return Err(BundleError::UnsafeName { name: (*name).clone() });
    }
    let total = all.iter().try_fold(0_u64, |sum, (_, size, _)| sum.checked_add(*size));
    if total.is_none_or(|total| total > MAX_BUNDLE_BYTES) || project.size > archive::MAX_BYTES {
        return Err(BundleError::TooLarge);
    }
    let text = match packed.listed(&project.name, project.size, &project.sha256) {
        Ok(text) => text,
        Err(error) => {
            refuse(Listed::Assessment, error.clone())?;
            packed.named(&project.name, archive::MAX_BYTES).ok_or(error)?
        }
    };
    let mut differing = Vec::new();
    for listed in &manifest.documents {
        if let Err(error) = packed.listed(&listed.name, listed.size, &listed.sha256) {
            refuse(Listed::Document, error)?;
            differing.push(listed.name.clone());
        }
    }
    let mut files: Vec<BundledFile> = Vec::new();
    for (name, size, hash) in evidence {
        if files.iter().any(|known| known.sha256 == *hash && known.name == *name) {
            continue;
        }
        match packed.listed(name, size, hash) {
            Ok(bytes) => files.push(BundledFile {
                name: name.clone(),
                sha256: hash.clone(),
                bytes,
            }),
            Err(error) => refuse(Listed::Evidence, error)?,
        }
    }
    let mut versions = Vec::new();
    for listed in &manifest.versions {
        if listed.size > archive::MAX_BYTES {
            return Err(BundleError::TooLarge);
        }
        match packed.listed(&listed.name, listed.size, &listed.sha256) {
            Ok(content) => versions.push(VersionPart {
                version: listed.version.clone(),
                content,
            }),
            Err(error) => refuse(Listed::Version, error)?,
        }
    }
    Ok(Inspected {
        altered: Vec::new(),
        unlisted: packed.unlisted(),
        receipt: manifest.receipt,
        bundle: Unbundled {
            project: text,
            files,
            differing,
            versions,
        },
    })
}

/// The manifest and the folder it lies in: none, or one with a slash at its end.
fn manifest(zip: &mut Zip<'_>, names: &[String]) -> Result<(String, BundleManifest), BundleError> {
    let here = |name: &&String| {
        *name == NAME
            || name
                .strip_suffix(NAME)
                .is_some_and(|folder| (1..=2).contains(&folder.matches('/').count()) && folder.ends_with('/'))
    };
    let shortest = names.iter().enumerate().filter(|(_, name)| here(name)).min_by_key(|(_, name)| name.len());
    let (at, name) = shortest.ok_or(BundleError::NoManifest)?;
    let folder = name.strip_suffix(NAME).unwrap_or_default().to_owned();
    let bytes = content(zip, at, MAX_MANIFEST).ok_or(BundleError::NotZip)?;
    let bad = |detail: &str| BundleError::BadManifest { detail: detail.to_owned() };
    let text = std::str::from_utf8(&bytes).map_err(|_| bad(NAME))?;
    // A mark that some editors put in front.
    let text = text.trim_start_matches('\u{feff}');
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
    if let Some(at) = manifest.versions.iter().position(|listed| !listed.version.is_dated()) {
        return Err(bad(&["/versions/", &at.to_string(), "/version/at"].concat()));
    }
    if !manifest.version.starts_with("1.") {
        return Err(bad(&manifest.version));
    }
    Ok((folder, manifest))
}

/// A name with the strokes of this kit.
fn plain(name: &str) -> String {
    name.replace('\\', "/")
}

struct Packed<'a> {
    zip: Zip<'a>,
    /// Of the entries, in their order.
    names: Vec<String>,
    /// By entry: whether something is listed for it, or nothing needs to be.
    used: Vec<bool>,
    folder: String,
    /// Entries by their hash, once names did not lead to what is listed.
    by_hash: Option<BTreeMap<String, usize>>,
}

impl Packed<'_> {
    /// A file that is listed, when it is what the manifest says: under its name, or else wherever its content lies.
    fn listed(&mut self, name: &str, size: u64, hash: &str) -> Result<Vec<u8>, BundleError> {
        let named = self.position(name);
        if let Some(bytes) = named.and_then(|at| self.content(at, size, hash)) {
            return Ok(bytes);
        }
        if self.by_hash.is_none() {
            self.by_hash = Some(self.hashes());
        }
        let elsewhere = self.by_hash.as_ref().and_then(|known| known.get(hash).copied());
        if let Some((at, bytes)) = elsewhere.and_then(|at| Some((at, self.content(at, size, hash)?))) {
            self.used[at] = true;
            return Ok(bytes);
        }
        let name = name.to_owned();
        Err(if named.is_some() {
            BundleError::Changed { name }
        } else {
            BundleError::Missing { name }
        })
    }

    /// The entry of a listed name.
    fn position(&mut self, name: &str) -> Option<usize> {
        let path = [self.folder.as_str(), name].concat();
        let named = self.names.iter().position(|known| *known == path)?;
        self.used[named] = true;
        Some(named)
    }

    /// What lies under a name, whatever it is.
    fn named(&mut self, name: &str, most: u64) -> Option<Vec<u8>> {
        let at = self.position(name)?;
        content(&mut self.zip, at, most)
    }

    /// Names of entries for which nothing is listed.
    fn unlisted(&self) -> Vec<String> {
        let names = self.names.iter().zip(&self.used);
        names.filter(|(_, used)| !**used).map(|(name, _)| name.clone()).collect()
    }

    fn content(&mut self, at: usize, size: u64, hash: &str) -> Option<Vec<u8>> {
        content(&mut self.zip, at, size).filter(|bytes| bytes.len() as u64 == size && sha256(bytes) == hash)
    }

    /// Every entry by its hash, as far as a bundle may be large.
    fn hashes(&mut self) -> BTreeMap<String, usize> {
        let mut left = MAX_BUNDLE_BYTES;
        let mut known = BTreeMap::new();
        for at in 0..self.names.len() {
            let Some(bytes) = content(&mut self.zip, at, left) else { continue };
            left -= bytes.len() as u64;
            known.entry(sha256(&bytes)).or_insert(at);
        }
        known
    }
}

/// The bytes of an entry; none where it cannot be unpacked or is larger than `most`, whatever it says of itself.
fn content(zip: &mut Zip<'_>, at: usize, most: u64) -> Option<Vec<u8>> {
    let entry = zip.by_index(at).ok()?;
    let mut bytes = Vec::new();
    entry.take(most.saturating_add(1)).read_to_end(&mut bytes).ok()?;
    (bytes.len() as u64 <= most).then_some(bytes)
}
