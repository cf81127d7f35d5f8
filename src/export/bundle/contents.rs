//! What of an assessment goes into its bundle: every document this build can make, and the files of the register;
//! where they are wanted its earlier versions, with the files only those name.

use super::write::{BundleContents, EvidencePart, NamedBytes, VersionPart, evidence_names, write_named};
use crate::archive::Project;
use crate::criteria::Pack;
use crate::export::{ExportError, Options, Target, export, file_name};
use crate::receipt::receipt;

/// The bundle of a project. `file` gives the bytes of a SHA-256 where they are at hand; `progress` hears how much is done, of how
/// much. `versions` are the earlier versions that go with it.
pub fn bundle(
    project: &Project,
    pack: &Pack,
    options: &Options<'_>,
    file: &mut dyn FnMut(&str) -> Option<Vec<u8>>,
    versions: Vec<VersionPart>,
    progress: &mut dyn FnMut(u32, u32),
) -> Result<Vec<u8>, ExportError> {
    let entries = &project.assessment.evidence.entries;
    let evidence = entries.iter().filter_map(|entry| {
        let named = entry.file.as_ref()?;
        Some(EvidencePart {
            number: String::from(&*entry.number),
            file: String::from(&*named.name),
            sha256: String::from(&*named.sha256),
            bytes: file(&named.sha256),
        })
    });
    // Where each file will lie is known before the documents are made, which lead there.
    let mut evidence: Vec<EvidencePart> = evidence.collect();
    for hash in versions.iter().flat_map(|part| &part.version.files) {
        if evidence.iter().all(|part| part.sha256 != *hash)
            && let Some(bytes) = file(hash)
        {
            evidence.push(EvidencePart {
                number: String::new(),
                file: hash.chars().take(16).collect(),
                sha256: hash.clone(),
                bytes: Some(bytes),
            });
        }
    }
    let names = evidence_names(&evidence);
    let mut of_parts = names.iter().cloned();
    let files = entries.iter().map(|entry| entry.file.as_ref().and_then(|_| of_parts.next().flatten()));
    let files: Vec<Option<String>> = files.collect();
    let options = &options.with_files(&files);
    let targets: Vec<Target> = Target::ALL.into_iter().filter(|target| *target != Target::Zip).collect();
    let of = targets.len() as u32 + 1;
    let mut made = Vec::new();
    for (done, target) in targets.iter().enumerate() {
        progress(done as u32, of);
        let bytes = match export(project, pack, *target, options) {
            // Nothing to tell is no reason to give up the rest.
            Err(ExportError::NoDays) => continue,
            made => made?,
        };
        let named = NamedBytes {
            name: file_name(&project.assessment, *target, options.variant, options.language, options.draft_date),
            bytes,
        };
        made.push((*target, named));
    }
    progress(of - 1, of);
    let (own, documents): (Vec<_>, Vec<_>) = made.into_iter().partition(|(target, _)| *target == Target::Json);
    let Some((_, own)) = own.into_iter().next() else {
        return Err(ExportError::Unavailable);
    };
    let contents = BundleContents {
        project: own,
        documents: documents.into_iter().map(|(_, document)| document).collect(),
        evidence,
        versions,
        receipt: Some(receipt(pack, &project.assessment).to_string()),
    };
    write_named(&contents, &names)
}
