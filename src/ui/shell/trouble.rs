//! What a failure of storage means, in words.

use crate::browser::storage::StorageError;
use crate::language::Words;

/// What a failure of storage means and what to do now.
pub fn storage_words(words: &Words, error: StorageError) -> &'static str {
    match error {
        StorageError::Blocked => words.storage_blocked(),
        StorageError::Silent => words.storage_silent(),
        StorageError::Held => words.storage_held(),
        StorageError::Outdated => words.storage_outdated(),
        StorageError::Broken => words.storage_broken(),
        StorageError::Gone => words.storage_gone(),
        StorageError::Full => words.storage_full(),
        StorageError::Newer => words.storage_newer(),
        StorageError::Failed => words.storage_failed(),
    }
}
