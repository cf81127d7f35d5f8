//! Reading and writing files for the command line. A file that is too large is refused before it is read.

use super::{Call, Failure, packs};
use crate::archive::{MAX_BYTES, Project, ReadError, as_utf8, open_bytes};
use crate::criteria::{Pack, built_in};
use crate::export::bundle::{BundleError, MAX_BUNDLE_BYTES, Unbundled, is_bundle, read_bundle};
use crate::language::{Language, codes, fill};
use crate::lock;
use crate::report::say;
use std::cell::RefCell;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

/// An assessment with its pack: the one given, else the built-in one the file names.
pub(super) fn assessment(file: &Path, pack_path: Option<&Path>, call: Call<'_>) -> Result<(Project, Pack), Failure> {
    let language = call.language;
    let refused = |error: &ReadError| in_file(file, &say::read_error(language, error), language);
    let opened = open_bytes(&bytes(file, call)?).map_err(|error| refused(&error))?;
    let pack = match pack_path {
        Some(path) => packs::pack(path, language)?,
        None => {
            let reference = opened.pack();
            let values = [("id", reference.id.as_str()), ("edition", reference.edition.as_str())];
            built_in(&reference.id).ok_or_else(|| in_file(file, &Failure::of(language, "pack_not_built_in", &values).0, language))?
        }
    };
    let project = opened.with_pack(&pack).map_err(|error| refused(&error))?;
    Ok((project, pack))
}

/// Writes a file whole or not at all, and never over the file it was made from. Under a name that ends in `.age` it is locked.
pub(super) fn write(output: &Path, source: &Path, content: &[u8], call: Call<'_>) -> Result<(), Failure> {
    let language = call.language;
    let locked = call.locked(output, content)?;
    let content = locked.as_deref().unwrap_or(content);
    if let (Ok(output), Ok(source)) = (output.canonicalize(), source.canonicalize())
        && output == source
    {
        return Err(Failure::of(language, "same_file", &[("file", &output.display().to_string())]));
    }
    put(output, content, language)
}

/// Writes a file whole or not at all.
pub(super) fn put(output: &Path, content: &[u8], language: Language) -> Result<(), Failure> {
    let failed = |error: &std::io::Error| unwritable(output, error, language);
    let mut name = output.file_name().unwrap_or_default().to_owned();
    name.push(".part");
    let part: PathBuf = output.with_file_name(name);
    fs::write(&part, content).and_then(|()| fs::rename(&part, output)).map_err(|error| {
        let _ = fs::remove_file(&part);
        failed(&error)
    })
}

/// Why a file or folder cannot be written.
pub(super) fn unwritable(output: &Path, error: &std::io::Error, language: Language) -> Failure {
    let (file, detail) = (output.display().to_string(), because(error, language));
    Failure::of(language, "cannot_write", &[("file", &file), ("detail", &detail)])
}

/// What a file holds, after it was opened where it is locked.
pub(super) enum Content {
    Bundle(Unbundled),
    Bytes(Vec<u8>),
}

impl Content {
    /// The assessment's file.
    pub fn assessment(self) -> Vec<u8> {
        match self {
            Content::Bundle(bundle) => bundle.project,
            Content::Bytes(bytes) => bytes,
        }
    }
}

/// What an assessment's file or a bundle holds.
pub(super) fn content(file: &Path, call: Call<'_>) -> Result<Content, Failure> {
    let language = call.language;
    let start = start(file);
    let bytes = match (lock::is_locked(&start), is_bundle(&start)) {
        (true, _) => call.opened(file, &whole(file, MAX_BUNDLE_BYTES, language)?)?,
        (false, true) => whole(file, MAX_BUNDLE_BYTES, language)?,
        (false, false) => whole(file, MAX_BYTES, language)?,
    };
    if is_bundle(&bytes) {
        let read = read_bundle(&bytes).map_err(|error| in_file(file, &error.sentence(language), language))?;
        if let Some(told) = read.told(language) {
            call.notes.borrow_mut().insert(in_file(file, &told, language).0);
        }
        return Ok(Content::Bundle(read));
    }
    if let Some(decoded) = as_utf8(&bytes) {
        return Ok(Content::Bytes(decoded));
    }
    if bytes.len() as u64 > MAX_BYTES {
        let error = ReadError::TooLarge { bytes: bytes.len() as u64 };
        return Err(in_file(file, &say::read_error(language, &error), language));
    }
    Ok(Content::Bytes(bytes))
}

/// The name of a file, without the ending of one that is locked.
pub(super) fn name(file: &Path) -> String {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let ends = name.len().saturating_sub(lock::ENDING.len());
    match name.get(ends..) {
        Some(ending) if ending.eq_ignore_ascii_case(lock::ENDING) => name[..ends].to_owned(),
        _ => name.into_owned(),
    }
}

/// Whether a file is locked.
pub(super) fn is_locked(file: &Path) -> bool {
    lock::is_locked(&start(file))
}

/// Whether a file may be as large as a bundle: it is one, or locked.
pub(super) fn is_bundle_or_locked(file: &Path) -> bool {
    let start = start(file);
    lock::is_locked(&start) || is_bundle(&start)
}

/// The first bytes of a file; none where it cannot be read, which whoever reads it all says.
fn start(file: &Path) -> Vec<u8> {
    let mut start = Vec::new();
    let _ = fs::File::open(file).and_then(|opened| opened.take(lock::PEEK as u64).read_to_end(&mut start));
    start
}

/// The bytes of a file that is never locked, which criteria are.
pub(super) fn unlocked(file: &Path, language: Language) -> Result<Vec<u8>, Failure> {
    let notes = RefCell::default();
    let call = Call {
        language,
        passphrase: None,
        notes: &notes,
    };
    bytes(file, call)
}

/// The bytes of a file; of a bundle, those of the assessment in it.
pub(super) fn bytes(file: &Path, call: Call<'_>) -> Result<Vec<u8>, Failure> {
    content(file, call).map(Content::assessment)
}

/// All bytes of a file that is not too large.
pub(super) fn whole(file: &Path, most: u64, language: Language) -> Result<Vec<u8>, Failure> {
    let failed = |error: &std::io::Error| unreadable(file, error, language);
    let about = fs::metadata(file).map_err(|error| failed(&error))?;
    if about.is_dir() {
        return Err(Failure::of(language, "is_folder", &[("file", &file.display().to_string())]));
    }
    if about.len() > most {
        let sentence = match most {
            MAX_BYTES => say::read_error(language, &ReadError::TooLarge { bytes: about.len() }),
            _ => BundleError::TooLarge.sentence(language),
        };
        return Err(in_file(file, &sentence, language));
    }
    fs::read(file).map_err(|error| failed(&error))
}

/// What the system says of a file, in the kit's words.
fn because(error: &std::io::Error, language: Language) -> String {
    use std::io::ErrorKind::{
        InvalidFilename, InvalidInput, IsADirectory, NotADirectory, NotFound, PermissionDenied, QuotaExceeded, ReadOnlyFilesystem, StorageFull,
    };
    let code = match error.kind() {
        PermissionDenied => "io_permission",
        NotFound => "io_missing",
        StorageFull | QuotaExceeded => "io_full",
        ReadOnlyFilesystem => "io_read_only",
        IsADirectory | NotADirectory => "io_folder",
        InvalidFilename | InvalidInput => "io_name",
        _ => "io_other",
    };
    let number = error.raw_os_error().unwrap_or_default().to_string();
    fill(language.words().by_code(&codes::ERROR, code), &[("number", &number)])
}

/// Why a file cannot be read.
pub(super) fn unreadable(file: &Path, error: &std::io::Error, language: Language) -> Failure {
    let (name, detail) = (file.display().to_string(), because(error, language));
    let code = if error.kind() == std::io::ErrorKind::NotFound {
        "no_file"
    } else {
        "cannot_read"
    };
    Failure::of(language, code, &[("file", &name), ("detail", &detail)])
}

/// A sentence with the name of its file before it.
pub(super) fn in_file(file: &Path, sentence: &str, language: Language) -> Failure {
    let name = say::on_one_line(language, &file.display().to_string());
    Failure(fill(
        language.words().by_code(&codes::ERROR, "in_file"),
        &[("file", &name), ("sentence", sentence)],
    ))
}
