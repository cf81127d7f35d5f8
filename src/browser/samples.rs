//! The worked samples, fetched from beside the page when asked for.

use super::host;
use crate::language::Language;

/// The text of the manufacturing sample in a language; none where it cannot be fetched.
pub async fn manufacturing(language: Language) -> Option<String> {
    host::text(&["samples/manufacturing.", language.tag(), ".json"].concat()).await
}
