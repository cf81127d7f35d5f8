//! How a pack is named by what was made with it.

use super::Pack;
use crate::json::{from_members, to_members};

/// The criteria something was made with.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(default))]
pub struct PackReference {
    pub id: String,
    pub edition: String,
    /// Content hash of the pack, `sha256:` and 64 hexadecimal digits.
    pub hash: String,
}

impl PackReference {
    /// Id and edition in one word: `beijing-2016@2016`.
    pub fn key(&self) -> String {
        [self.id.as_str(), "@", &self.edition].concat()
    }

    /// Whether a pack of this id and edition has another content by now. A reference without a hash does not tell.
    pub fn has_changed(&self, pack: &Pack) -> bool {
        !self.hash.is_empty() && self.hash != pack.hash()
    }
}

from_members! { PackReference { id, edition, hash } }
to_members! { PackReference { id, edition, hash } }
