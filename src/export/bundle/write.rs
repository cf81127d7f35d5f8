//! Packing.

use super::manifest::{BundleManifest, FORMAT, ListedDocument, ListedEvidence, ListedVersion, MissingEvidence, NAME, VERSION, WITH_RECEIPT};
use super::names::Names;
use super::sha256;
use crate::archive::versions::Version;
use crate::export::ExportError;
use crate::json::ToJson;
use std::io::{Cursor, Write};
use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// Endings of files that are worth compressing; the others are compressed already, or nobody knows.
const PLAIN: [&str; 9] = ["json", "md", "csv", "html", "ics", "txt", "xml", "svg", "log"];

/// A file under a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedBytes {
    pub name: String,
    pub bytes: Vec<u8>,
}

/// The file of an entry of the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EvidencePart {
    pub number: String,
    /// What the file is called, however that may be.
    pub file: String,
    /// What the entry says its content is.
    pub sha256: String,
    /// None where it is not at hand.
    pub bytes: Option<Vec<u8>>,
}

/// An earlier version of the assessment: what is told of it, and its file.
#[derive(Debug, Clone, PartialEq)]
pub struct VersionPart {
    pub version: Version,
    pub content: Vec<u8>,
}

/// What goes into a bundle.
#[derive(Debug, Clone, PartialEq)]
pub struct BundleContents {
    pub project: NamedBytes,
    pub documents: Vec<NamedBytes>,
    pub evidence: Vec<EvidencePart>,
    pub versions: Vec<VersionPart>,
    /// The receipt of the assessment, where it is known.
    pub receipt: Option<String>,
}

/// By part: the name its file gets in a bundle, the same for the same content; none where it is not at hand. Bytes that are not what
/// the entry says count as not at hand. Documents lie at the top of a bundle, so that no name depends on theirs.
pub(super) fn evidence_names(parts: &[EvidencePart]) -> Vec<Option<String>> {
    let mut names = Names::default();
    let mut given: Vec<(&str, String)> = Vec::new();
    let named = parts.iter().map(|part| {
        if let Some((_, name)) = given.iter().find(|(sha256, _)| *sha256 == part.sha256) {
            return Some(name.clone());
        }
        part.bytes.as_deref().filter(|bytes| sha256(bytes) == part.sha256)?;
        let name = names.give("evidence", &part.number, &part.file);
        given.push((&part.sha256, name.clone()));
        Some(name)
    });
    named.collect()
}

/// The bytes of a bundle. Names are made safe.
pub fn write_bundle(contents: &BundleContents) -> Result<Vec<u8>, ExportError> {
    write_named(contents, &evidence_names(&contents.evidence))
}

/// The same under names that were given before.
pub(super) fn write_named(contents: &BundleContents, evidence: &[Option<String>]) -> Result<Vec<u8>, ExportError> {
    let mut names = Names::default();
    names.give("", "", NAME);
    let mut files: Vec<(String, &[u8])> = Vec::new();
    let mut listed = |file: &NamedBytes| ListedDocument {
        name: names.give("", "", &file.name),
        size: file.bytes.len() as u64,
        sha256: sha256(&file.bytes),
    };
    let project = listed(&contents.project);
    let documents: Vec<ListedDocument> = contents.documents.iter().map(&mut listed).collect();
    files.push((project.name.clone(), &contents.project.bytes));
    files.extend(
        documents
            .iter()
            .zip(&contents.documents)
            .map(|(listed, file)| (listed.name.clone(), file.bytes.as_slice())),
    );
    let mut manifest = BundleManifest {
        format: FORMAT.into(),
        version: if contents.receipt.is_some() { WITH_RECEIPT } else { VERSION }.into(),
        project,
        documents,
        receipt: contents.receipt.clone(),
        ..BundleManifest::default()
    };
    for (part, name) in contents.evidence.iter().zip(evidence) {
        let Some(name) = name else {
            manifest.missing.push(MissingEvidence {
                number: part.number.clone(),
                file: part.file.clone(),
                sha256: part.sha256.clone(),
            });
            continue;
        };
        let packed = manifest.evidence.iter().find(|packed| packed.name == *name).map(|packed| packed.size);
        let size = match (packed, part.bytes.as_deref()) {
            (Some(size), _) => size,
            (None, bytes) => {
                let bytes = bytes.unwrap_or_default();
                files.push((name.clone(), bytes));
                bytes.len() as u64
            }
        };
        manifest.evidence.push(ListedEvidence {
            number: part.number.clone(),
            file: part.file.clone(),
            name: name.clone(),
            size,
            sha256: part.sha256.clone(),
        });
    }
    for VersionPart { version, content } in &contents.versions {
        let name = names.give("versions", "", &format!("{:.0}.json", version.at));
        files.push((name.clone(), content));
        manifest.versions.push(ListedVersion {
            name,
            size: content.len() as u64,
            sha256: sha256(content),
            version: version.clone(),
        });
    }
    let manifest = format!("{:#}\n", manifest.to_json());
    files.insert(0, (NAME.into(), manifest.as_bytes()));
    packed(&files)
}

/// A zip of files under their names.
pub(in crate::export) fn packed(files: &[(String, &[u8])]) -> Result<Vec<u8>, ExportError> {
    zipped(files).map_err(|error| ExportError::Failed { detail: error.to_string() })
}

/// Every entry with the earliest time a zip file can hold (1980-01-01).
fn zipped(files: &[(String, &[u8])]) -> ZipResult<Vec<u8>> {
    let room = files.iter().map(|(name, bytes)| bytes.len() + 2 * name.len() + 200).sum();
    let mut writer = ZipWriter::new(Cursor::new(Vec::with_capacity(room)));
    for (name, bytes) in files {
        let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
        let method = if PLAIN.contains(&ending) {
            CompressionMethod::Deflated
        } else {
            CompressionMethod::Stored
        };
        let options = SimpleFileOptions::default()
            .compression_method(method)
            .last_modified_time(DateTime::default())
            .unix_permissions(0o644);
        writer.start_file(name.as_str(), options)?;
        writer.write_all(bytes)?;
    }
    Ok(writer.finish()?.into_inner())
}
