//! Why something could not be kept or read.

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StorageError {
    /// The browser does not let this page keep anything.
    Blocked,
    /// The browser's storage does not answer, or waits for a window of an earlier version of this page to be closed.
    Silent,
    /// A later version of this page has renewed the database; this one cannot use it.
    Outdated,
    /// The browser's own storage is in trouble; what lies there may still be whole.
    Broken,
    /// There is no room left.
    Full,
    /// Another window has saved since.
    Newer,
    /// What was kept is no longer there: deleted in another window, cleared by the user, or lost by the browser.
    Gone,
    Failed,
}

impl StorageError {
    pub const ALL: [StorageError; 8] = [
        StorageError::Blocked,
        StorageError::Silent,
        StorageError::Outdated,
        StorageError::Broken,
        StorageError::Full,
        StorageError::Newer,
        StorageError::Gone,
        StorageError::Failed,
    ];
}
