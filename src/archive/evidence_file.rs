//! The evidence register of an assessment file: a member of its own, which came with version 1.2 and is written only
//! where there is an entry.

use crate::assessment::{Confidentiality, EvidenceKind};
use crate::json::{ById, FromJson, Object, Part, Place, ToJson, from_members, set, to_members};
use serde_json::{Map, Value};

/// The register.
#[derive(Debug, Clone, Default, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(default))]
pub struct RegisterFile {
    /// Entries by key, which never changes. In the order they were added.
    pub evidence: ById<EntryFile>,
}

/// One piece of evidence.
#[derive(Debug, Clone, Default, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(default))]
pub struct EntryFile {
    /// What references name it by, where that is no longer its key. 1 to 20 letters, digits, hyphens, full stops and
    /// underscores, with at least one letter; no two entries have the same.
    pub number: Option<String>,
    pub title: String,
    pub kind: EvidenceKind,
    /// The day it was issued or completed, `YYYY-MM-DD`.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$")))]
    pub date: Option<String>,
    /// The last day it is valid on, `YYYY-MM-DD`; null where it does not expire.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$")))]
    pub valid_until: Option<String>,
    /// Who keeps it.
    pub owner: String,
    pub confidentiality: Confidentiality,
    /// Where it lies, in words.
    pub place: String,
    pub file: Option<AttachedFile>,
}

/// The file of an entry. Its bytes are not part of the assessment file.
#[derive(Debug, Clone, Default, PartialEq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(default))]
pub struct AttachedFile {
    pub name: String,
    /// In bytes.
    pub size: u64,
    /// Empty where it is not known.
    pub media_type: String,
    /// 64 hexadecimal digits in lower case.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = "^[0-9a-f]{64}$")))]
    pub sha256: String,
}

macro_rules! members {
    ($($type:ident $members:tt)*) => {
        from_members! { $($type $members)* }
        to_members! { $($type $members)* }
    };
}

members! {
    EntryFile { number, title, kind, date, valid_until, owner, confidentiality, place, file }
    AttachedFile { name, size, media_type, sha256 }
}

impl Part for RegisterFile {
    fn read_members(object: &mut Object<'_>) -> RegisterFile {
        RegisterFile {
            evidence: object.member("evidence"),
        }
    }
    fn write_members(&self, object: &mut Map<String, Value>) {
        if !self.evidence.0.is_empty() {
            set(object, "evidence", self.evidence.to_json());
        }
    }
}

/// The default where nothing stands there.
impl FromJson for EvidenceKind {
    fn from_json(place: Place<'_>) -> EvidenceKind {
        let among = |place: Place<'_>| {
            let words: Vec<(&str, EvidenceKind)> = EvidenceKind::ALL.iter().map(|kind| (kind.word(), *kind)).collect();
            place.choice(&words)
        };
        place.if_any().map(among).unwrap_or_default()
    }
}

impl ToJson for EvidenceKind {
    fn to_json(&self) -> Value {
        Value::String(self.word().into())
    }
}

impl FromJson for Confidentiality {
    fn from_json(place: Place<'_>) -> Confidentiality {
        let words = Confidentiality::ALL.map(|known| (known.word(), known));
        place.if_any().map(|place| place.choice(&words)).unwrap_or_default()
    }
}

impl ToJson for Confidentiality {
    fn to_json(&self) -> Value {
        Value::String(self.word().into())
    }
}

#[cfg(feature = "schema")]
crate::json::serialize_as_written!(EvidenceKind);
#[cfg(feature = "schema")]
crate::json::serialize_as_written!(Confidentiality);
#[cfg(feature = "schema")]
impl serde::Serialize for RegisterFile {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Map::new();
        self.write_members(&mut object);
        serde::Serialize::serialize(&object, serializer)
    }
}
