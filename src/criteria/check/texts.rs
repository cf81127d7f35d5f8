//! Texts: in every language one for each thing of the pack that is shown, none for anything else, and all of them plain.

use super::{Report, plain};
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
        if !is_tag(language) {
            report.add(FaultCode::MalformedId, "", language, "zh, en, zh-hant");
        }
        for id in &required {
            // What is no text was found when it was read.
            let missing = words.get(id).is_none_or(|text| text.as_str().is_some_and(|text| text.trim().is_empty()));
            if missing {
                report.add(FaultCode::TextMissing, "", id, language);
            }
        }
        for (id, text) in words.as_object().into_iter().flatten() {
            if !known.contains(id.as_str()) {
                report.add(FaultCode::TextUnknown, &json::push("", id), id, "");
            }
            if let Some(found) = text.as_str().and_then(plain::offence) {
                report.add(FaultCode::TextNotPlain, &json::push("", id), &found, "");
            }
        }
    }
}

/// Whether a language tag looks like one (BCP 47, at most 35 characters): letters and digits in parts that hyphens join.
fn is_tag(tag: &str) -> bool {
    tag.len() <= 35
        && tag
            .split('-')
            .all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}
