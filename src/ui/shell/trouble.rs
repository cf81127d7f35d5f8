//! What a failure of storage means, in words.

use crate::browser::storage::StorageError;
use crate::language::Words;

/// What a failure of storage means and what to do now.
pub fn storage_words(words: &Words, error: StorageError) -> &'static str {
    match error {
        StorageError::Blocked => words.storage_blocked(),
        StorageError::Silent => words.storage_silent(),
        StorageError::Outdated => words.storage_outdated(),
        StorageError::Broken => words.storage_broken(),
        StorageError::Full => words.storage_full(),
        // Of one record: see below.
        StorageError::Newer | StorageError::Gone | StorageError::Failed => words.storage_failed(),
    }
}

/// The same of the record that is being written.
pub fn record_words(words: &Words, error: StorageError) -> &'static str {
    match error {
        StorageError::Newer => words.storage_newer(),
        StorageError::Gone => words.storage_gone(),
        // It is tried again by itself.
        StorageError::Full => words.storage_full_waits(),
        error => storage_words(words, error),
    }
}
