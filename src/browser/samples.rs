//! The worked samples, one for each kind of applicant, and the reference cases of the training, fetched from beside the
//! page when asked for.

use super::host;
use crate::criteria::Kind;
use crate::language::Language;

/// The text of the sample of a kind in a language; none where it cannot be fetched.
pub async fn worked(kind: Kind, language: Language) -> Option<String> {
    host::text(&["samples/", &kind.word().replace('_', "-"), ".", language.tag(), ".json"].concat()).await
}

/// The text of the reference case of a kind in a language; none where it cannot be fetched. There are cases of
/// manufacturing and of a service.
pub async fn reference_case(kind: Kind, language: Language) -> Option<String> {
    host::text(&["training/", &kind.word().replace('_', "-"), ".", language.tag(), ".json"].concat()).await
}
