//! What has come in: every file of a folder read into a line, beside each other, and told as JSON, lines, a table or a workbook.

use super::answers::text;
use super::arguments::LinesAs;
use super::{Call, Failure, files, packs};
use crate::criteria::{BUILT_IN, Pack, built_in};
use crate::date::Date;
use crate::desk::{Line, Summary};
use crate::export::bundle::MAX_BUNDLE_BYTES;
use crate::export::{ExportError, desk_csv, desk_lines, desk_page, desk_workbook};
use crate::json::ToJson;
use crate::received::{Desk, Draft, MOST_FILES, gathered};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// How deep folders in the folder are looked into.
const DEPTH: u32 = 8;

/// Reads the files; `output` is where the workbook goes, or the list to print where its name ends in `.html`.
pub(super) fn desk(paths: &[PathBuf], pack: Option<&Path>, output: Option<&Path>, to: LinesAs, call: Call<'_>, today: Date) -> Result<String, Failure> {
    let language = call.language;
    let received = received(paths, output, call)?;
    let packs = criteria(pack, call)?;
    let passphrases = call.passphrases();
    let desk = Desk {
        packs: &packs,
        passphrases: &passphrases,
        today,
        language,
    };
    let lines = gathered(read(&desk, &received));
    if lines.iter().any(|line| line.locked) {
        call.passphrase_was_used();
    }
    if let Some(output) = output {
        let is_page = output.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("html"));
        let bytes = match is_page {
            true => desk_page(&lines, language),
            false => desk_workbook(&lines, language).map_err(|error: ExportError| Failure(error.sentence(language)))?,
        };
        files::write(output, Path::new(""), &bytes, call)?;
    }
    Ok(match to {
        LinesAs::Json => told(&lines),
        LinesAs::Jsonl => desk_lines(&lines),
        LinesAs::Csv => desk_csv(&lines),
    })
}

fn told(lines: &[Line]) -> String {
    let summary = Summary::of(lines);
    text(json!({
        "files": summary.files,
        "unreadable": summary.unreadable,
        "altered": summary.altered,
        "repeated_codes": summary.repeated_codes,
        "sharing": summary.sharing,
        "lines": lines.iter().map(ToJson::to_json).collect::<Vec<Value>>(),
    }))
}

/// The criteria at hand: those that are asked for before the built-in ones.
pub(super) fn criteria(pack: Option<&Path>, call: Call<'_>) -> Result<Vec<Pack>, Failure> {
    let asked = pack.map(|path| packs::pack(path, call.language)).transpose()?;
    Ok(asked.into_iter().chain(BUILT_IN.iter().filter_map(|known| built_in(known.id))).collect())
}

/// A file that has come in: where it lies, and what it is called on the desk.
pub(super) struct Received {
    pub path: PathBuf,
    pub name: String,
}

/// The files at some paths, of folders all that lie in them; not those whose names begin with a full stop, and not the workbook that is
/// written.
pub(super) fn received(paths: &[PathBuf], output: Option<&Path>, call: Call<'_>) -> Result<Vec<Received>, Failure> {
    let language = call.language;
    let mut found = Vec::new();
    for path in paths {
        match path.is_dir() {
            true => list(path, "", DEPTH, &mut found, call)?,
            false => found.push(Received {
                path: path.clone(),
                name: path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
            }),
        }
    }
    let mut known = BTreeSet::new();
    let written = output.and_then(|output| output.canonicalize().ok());
    found.retain(|received| {
        let real = received.path.canonicalize().unwrap_or_else(|_| received.path.clone());
        Some(&real) != written.as_ref() && known.insert(real)
    });
    let folder = paths.first().map(|path| path.display().to_string()).unwrap_or_default();
    match found.len() {
        0 => Err(Failure::of(language, "desk_empty", &[("file", &folder)])),
        1..=MOST_FILES => Ok(found),
        _ => Err(Failure::of(language, "desk_too_many", &[("file", &folder), ("most", &MOST_FILES.to_string())])),
    }
}

/// The files of a folder and of folders in it; links are not followed.
fn list(folder: &Path, before: &str, depth: u32, found: &mut Vec<Received>, call: Call<'_>) -> Result<(), Failure> {
    let failed = |error: std::io::Error| files::unreadable(folder, &error, call.language);
    for entry in fs::read_dir(folder).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with('.') {
            continue;
        }
        let kind = entry.file_type().map_err(failed)?;
        let name = [before, &name].concat();
        if kind.is_file() {
            found.push(Received { path: entry.path(), name });
        } else if kind.is_dir() && depth > 0 {
            list(&entry.path(), &[&name, "/"].concat(), depth - 1, found, call)?;
        }
    }
    Ok(())
}

/// Reads all files, as many at once as the machine has processors. What is given is in no order that matters.
fn read(desk: &Desk<'_>, received: &[Received]) -> Vec<Draft> {
    let next = AtomicUsize::new(0);
    let drafts = Mutex::new(Vec::with_capacity(received.len()));
    let work = || {
        while let Some(one) = received.get(next.fetch_add(1, Ordering::Relaxed)) {
            let draft = one_file(desk, one);
            if let Ok(mut drafts) = drafts.lock() {
                drafts.push(draft);
            }
        }
    };
    let workers = thread::available_parallelism().map_or(1, NonZero::get).min(received.len());
    thread::scope(|scope| {
        for _ in 1..workers {
            scope.spawn(work);
        }
        work();
    });
    drafts.into_inner().unwrap_or_default()
}

fn one_file(desk: &Desk<'_>, received: &Received) -> Draft {
    let most = match files::is_bundle_or_locked(&received.path) {
        true => MAX_BUNDLE_BYTES,
        false => crate::archive::MAX_BYTES,
    };
    match files::whole(&received.path, most, desk.language) {
        Ok(bytes) => desk.read(&received.name, &bytes),
        Err(Failure(sentence)) => Desk::absent(&received.name, "cannot_read", sentence),
    }
}

impl Call<'_> {
    /// The passphrases of the call: all of its file, and where that has several lines each of them.
    pub(super) fn passphrases(&self) -> Vec<&str> {
        self.passphrase.map(|known| known.each()).unwrap_or_default()
    }

    /// Notes that a locked file was read, so that what is written need not be locked.
    pub(super) fn passphrase_was_used(&self) {
        if let Some(passphrase) = self.passphrase {
            passphrase.was_used();
        }
    }
}
