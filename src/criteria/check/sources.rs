//! Sources: every figure has one, and every entry names a figure and a source of the pack.

use super::{Report, ids};
use crate::criteria::FaultCode;
use crate::criteria::sources::{Sources, figures, is_below};
use crate::criteria::structure::Structure;
use crate::json;

pub(super) fn check(pack: &Structure, sources: &Sources, report: &mut Report<'_>) {
    report.file = "sources.json".into();
    ids::list(&mut sources.sources.iter(), "/sources", report);
    let figures = figures(pack);
    for figure in &figures {
        if sources.of(figure).is_none() {
            report.add(FaultCode::SourceMissing, "/figures", figure, "");
        }
    }
    for (key, attribution) in &sources.figures.0 {
        let pointer = json::push("/figures", key);
        if !figures.iter().any(|figure| is_below(figure, key)) {
            report.add(FaultCode::SourceUnknown, &pointer, key, "");
        }
        if !sources.sources.contains(&attribution.source) {
            report.unknown_id(&json::push(&pointer, "source"), &attribution.source);
        }
    }
}
