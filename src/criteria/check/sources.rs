//! Sources: every figure has one, and every entry names a figure and a source of the pack.

use super::{Report, ids};
use crate::criteria::FaultCode;
use crate::criteria::sources::{Sources, accounted, figures, groups};
use crate::criteria::structure::Structure;
use crate::json;
use std::collections::BTreeSet;

pub(super) fn check(pack: &Structure, sources: &Sources, report: &mut Report<'_>) {
    report.file = "sources.json".into();
    let listed = ids::list(&mut sources.sources.iter(), "/sources", report);
    let figures = figures(pack);
    let mut keys = BTreeSet::new();
    for (key, _) in &sources.figures.0 {
        keys.insert(key.as_str());
    }
    for figure in &figures {
        if !groups(figure).any(|key| keys.contains(key)) {
            report.add(FaultCode::SourceMissing, "/figures", figure, "");
        }
    }
    let accounted = accounted(&figures);
    for (key, attribution) in &sources.figures.0 {
        let pointer = json::push("/figures", key);
        if !accounted.contains(key.as_str()) {
            report.add(FaultCode::SourceUnknown, &pointer, key, "");
        }
        if !listed.contains(attribution.source.as_str()) {
            report.unknown_id(&json::push(&pointer, "source"), &attribution.source);
        }
    }
}
