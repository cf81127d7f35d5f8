//! The passphrase of a call: read from a file, never given as an argument, which other users of the machine could read.

use super::{Call, Failure, files};
use crate::language::Language;
use crate::lock::{self, LockError};
use std::cell::Cell;
use std::path::Path;

/// The longest file a passphrase is read from, in bytes.
const LONGEST: usize = 10_000;

pub(super) struct Passphrase {
    text: String,
    /// Whether a file was opened with it.
    used: Cell<bool>,
}

impl Passphrase {
    /// Reads it: UTF-8, where a mark before it and one line end after it are not part of it.
    pub fn read(file: &Path, language: Language) -> Result<Passphrase, Failure> {
        let bytes = files::whole(file, crate::archive::MAX_BYTES, language)?;
        let text = std::str::from_utf8(&bytes).ok().filter(|text| text.len() <= LONGEST);
        let text = text.map(|text| text.strip_prefix('\u{feff}').unwrap_or(text));
        let text = text.map(|text| text.strip_suffix('\n').map_or(text, |text| text.strip_suffix('\r').unwrap_or(text)));
        match text.filter(|text| !text.is_empty()) {
            Some(text) => Ok(Passphrase {
                text: text.to_owned(),
                used: Cell::new(false),
            }),
            None => Err(Failure::of(language, "passphrase_file", &[("file", &file.display().to_string())])),
        }
    }
}

impl Passphrase {
    /// The whole of it, and where it has several lines each of them: several files may have come with one each.
    pub fn each(&self) -> Vec<&str> {
        let lines = self.text.lines().filter(|line| !line.is_empty() && *line != self.text);
        std::iter::once(self.text.as_str()).chain(lines).collect()
    }

    /// Notes that a file was opened with it, or tried.
    pub fn was_used(&self) {
        self.used.set(true);
    }
}

impl Call<'_> {
    /// The content of a locked file.
    pub fn opened(&self, file: &Path, locked: &[u8]) -> Result<Vec<u8>, Failure> {
        let said = |error: LockError| files::in_file(file, &error.sentence(self.language), self.language);
        let Some(passphrase) = self.passphrase else {
            return Err(Failure::of(self.language, "passphrase_missing", &[("file", &file.display().to_string())]));
        };
        passphrase.used.set(true);
        lock::unlock(locked, &passphrase.text).map_err(said)
    }

    /// What is written under a name that asks for a locked file; none under any other. A passphrase that nothing was opened with is
    /// meant for what is written, so that no file is left open by a slip in its name.
    pub fn locked(&self, output: &Path, content: &[u8]) -> Result<Option<Vec<u8>>, Failure> {
        let asked = output.to_string_lossy().to_lowercase().ends_with(lock::ENDING);
        let failed = |code| Failure::of(self.language, code, &[("file", &output.display().to_string())]);
        match self.passphrase {
            None if asked => Err(failed("passphrase_missing")),
            None => Ok(None),
            Some(passphrase) if asked => {
                let mut seed = [0; lock::SEED];
                getrandom::fill(&mut seed).map_err(|_| failed("no_randomness"))?;
                Ok(Some(lock::lock(content, &passphrase.text, &seed)))
            }
            Some(passphrase) if passphrase.used.get() => Ok(None),
            Some(_) => Err(failed("passphrase_unused")),
        }
    }
}
