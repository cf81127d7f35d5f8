//! What a failure of storage means, in words.

use crate::browser::storage::StorageError;
use crate::language::Words;

/// What a failure of storage means and what to do now.
pub fn storage_words(words: &Words, error: StorageError) -> &'static str {
    match error {
        StorageError::Blocked => words.storage_blocked(),
        StorageError::Full => words.storage_full(),
        StorageError::Newer => words.storage_newer(),
        StorageError::Failed => words.storage_failed(),
    }
}
