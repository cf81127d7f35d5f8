//! Texts: in every language one for each thing of the pack that is shown, and none for anything else.

use super::Report;
use crate::criteria::FaultCode;
use crate::criteria::content::text_file;
use crate::criteria::sources::Sources;
use crate::criteria::structure::Structure;
use crate::criteria::texts::required;
use crate::json;
use serde_json::Value;
use std::collections::BTreeSet;

pub(super) fn check(pack: &Structure, sources: &Sources, texts: &[(String, Value)], report: &mut Report<'_>) {
    let required = required(pack, sources);
    let mut known = BTreeSet::new();
    for id in &required {
        known.insert(id.as_str());
    }
    for (language, words) in texts {
        report.file = text_file(language);
        for id in &required {
            // What is no text was found when it was read.
            let missing = words.get(id).is_none_or(|text| text.as_str().is_some_and(|text| text.trim().is_empty()));
            if missing {
                report.add(FaultCode::TextMissing, "", id, language);
            }
        }
        for id in words.as_object().into_iter().flat_map(serde_json::Map::keys) {
            if !known.contains(id.as_str()) {
                report.add(FaultCode::TextUnknown, &json::push("", id), id, "");
            }
        }
    }
}
