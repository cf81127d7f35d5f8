//! Texts: in every language one for each thing of the pack that is shown, none for anything else, all of them plain, and
//! none with another figure than the pack's.

use super::{Report, plain, said};
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
    // In a pack without a fault so far no id stands twice, so that counting tells whether a text is left over.
    let sound = report.faults.is_empty();
    for (language, words) in texts {
        report.file = text_file(language);
        if !is_tag(language) {
            report.add(FaultCode::MalformedId, "", language, "zh, en, zh-hant");
        }
        let mut found = 0;
        for id in &required {
            let Some(text) = words.get(id) else {
                report.add(FaultCode::TextMissing, "", id, language);
                continue;
            };
            found += 1;
            // What is no text was noted when it was read.
            if text.as_str().is_some_and(|text| text.trim().is_empty()) {
                report.add(FaultCode::TextMissing, "", id, language);
            }
        }
        let there = words.as_object().into_iter().flatten();
        if !sound || found != there.clone().count() {
            report_unknown(&required, &mut there.clone().map(|(id, _)| id), report);
        }
        for (id, text) in there {
            let Some(text) = text.as_str() else { continue };
            if let Some(found) = plain::offence(text) {
                report.add(FaultCode::TextNotPlain, &json::push("", id), &found, "");
            }
            said::check(pack, words, id, text, report);
        }
    }
}

fn report_unknown(required: &[String], there: &mut dyn Iterator<Item = &String>, report: &mut Report<'_>) {
    let mut known = BTreeSet::new();
    for id in required {
        known.insert(id.as_str());
    }
    for id in there {
        if !known.contains(id.as_str()) {
            report.add(FaultCode::TextUnknown, &json::push("", id), id, "");
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
