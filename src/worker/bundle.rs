//! The tasks `bundle` and `unbundle`: a submission as one zip with its evidence files, and back.

use super::{Arguments, Progress};
use crate::archive::versions::Version;
use crate::export::bundle::{VersionPart, read_bundle, sha256};
use crate::export::{Options, PanelShown, StyleSet, Variant};
use crate::json::{self, Absent, ToJson};
use crate::language::Language;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Criteria as one file, assessment file, day, record of the panel, `anonymous`, variant, style, a JSON list of what is told of the
/// earlier versions that go with it, their files in its order, then the bytes of evidence files in any order.
pub(super) fn bundle(language: Language, arguments: &Arguments, progress: Progress<'_>) -> Result<Vec<u8>, String> {
    let pack = arguments.pack(0, language)?;
    let project = arguments.project(1, &pack, language)?;
    let record = arguments.panel(3, &pack, language)?;
    let shown = record.as_ref().map(|record| PanelShown {
        panel: &record.panel,
        anonymous: arguments.is_anonymous(4),
    });
    let (day, moment) = arguments.written(2);
    let options = Options::new(language)
        .dated(day)
        .at(moment)
        .told_as(Variant::from_name(arguments.text(5)).unwrap_or_default())
        .in_style(StyleSet::from_name(arguments.text(6)).unwrap_or(StyleSet::PLAIN))
        .with_panel(shown);
    let told: Vec<Version> =
        json::parse(arguments.text(7)).map_or_else(|_| Vec::new(), |parsed| json::typed(&parsed.value, Absent::Default).content.unwrap_or_default());
    let after = 8 + told.len();
    let versions = told.into_iter().zip(8..).map(|(version, at)| VersionPart {
        version,
        content: arguments.content(at).to_vec(),
    });
    let files = (after..arguments.0.len()).map(|at| arguments.bytes(at));
    let files: BTreeMap<String, &[u8]> = files.map(|bytes| (sha256(bytes), bytes)).collect();
    let mut file = |hash: &str| files.get(hash).map(|bytes| bytes.to_vec());
    crate::export::bundle::bundle(&project, &pack, &options, &mut file, versions.collect(), progress).map_err(|error| error.sentence(language))
}

/// The bytes of a bundle; gives the assessment's file, `{hashes, told, versions}` as JSON (of the evidence files; one sentence or null of what
/// differs from what was packed; what is told of the earlier versions), those files, and those of the versions.
pub(super) fn unbundle(language: Language, arguments: &Arguments) -> Result<Vec<Vec<u8>>, String> {
    let bundle = read_bundle(arguments.bytes(0)).map_err(|error| error.sentence(language))?;
    let hashes: Vec<Value> = bundle.files.iter().map(|file| json!(file.sha256)).collect();
    let versions: Vec<Value> = bundle.versions.iter().map(|part| part.version.to_json()).collect();
    let list = json!({ "hashes": hashes, "told": bundle.told(language), "versions": versions });
    let mut parts = vec![bundle.project, list.to_string().into_bytes()];
    parts.extend(bundle.files.into_iter().map(|file| file.bytes));
    parts.extend(bundle.versions.into_iter().map(|part| part.content));
    Ok(parts)
}
