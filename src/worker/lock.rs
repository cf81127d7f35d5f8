//! The tasks `lock` and `unlock`: a file locked with a passphrase, and opened. Both take seconds on purpose.

use super::Arguments;
use crate::language::Language;
use crate::lock;

/// The bytes of a file, the passphrase, and random bytes to lock it with, [`lock::SEED`] of them.
pub(super) fn lock(language: Language, arguments: &Arguments) -> Result<Vec<Vec<u8>>, String> {
    let seed = arguments.bytes(2).try_into();
    let seed = seed.map_err(|_| language.words().lock_failed().to_owned())?;
    Ok(vec![lock::lock(arguments.content(0), arguments.text(1), seed)])
}

/// The bytes of a locked file, and the passphrase.
pub(super) fn unlock(language: Language, arguments: &Arguments) -> Result<Vec<Vec<u8>>, String> {
    let opened = lock::unlock(arguments.bytes(0), arguments.text(1));
    opened.map(|content| vec![content]).map_err(|error| error.sentence(language))
}
