//! What tells assessments apart.

use crate::archive::Project;
use crate::archive::fingerprint::fingerprint;
use crate::archive::write::to_value;
use crate::assessment::Assessment;
use crate::criteria::Pack;
use crate::json::ToJson;
use crate::panel::{Subject, blind};
use serde_json::Value;

/// The assessment's key: the hash of all that an assessor gets to read ([`blind`]), as it stands in the file, with id and
/// edition of the criteria. It stays the same while only ratings, bands, strengths, opportunities and remarks change, and
/// whatever this kit does not understand; a word of an answer changes it.
pub fn assessment_key(pack: &Pack, assessment: &Assessment) -> String {
    let mut file = to_value(&Project::new(blind(pack, assessment)), pack);
    if let Value::Object(members) = &mut file {
        members.insert("version".into(), Value::Null);
        members.insert("pack".into(), pack.key().to_json());
    }
    fingerprint(file.to_string().as_bytes())
}

/// The assessment as a subject of judgement.
pub fn subject_of(pack: &Pack, assessment: &Assessment) -> Subject {
    Subject::of(assessment, assessment_key(pack, assessment))
}
