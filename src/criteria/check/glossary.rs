//! The glossary beside the packs (`criteria/glossary.json`): terms with an id of their own, in both languages.

use super::{Report, check_header, element, ids};
use crate::criteria::FaultCode;
use crate::criteria::content::read_text;
use crate::criteria::fault::Fault;
use crate::criteria::glossary::Term;
use crate::json::from_members;

const FILE: &str = "glossary.json";

struct Glossary {
    format: String,
    version: String,
    terms: Vec<Term>,
}

from_members! { Glossary { format, version, terms } }

/// Everything amiss in a glossary's text.
pub fn check_glossary(text: &str) -> Vec<Fault> {
    let mut faults = Vec::new();
    let Some(glossary) = read_text::<Glossary>(FILE, text, &mut faults) else {
        return faults;
    };
    let mut report = Report {
        file: FILE.into(),
        faults: &mut faults,
    };
    check_header(&glossary.format, "award-kit.glossary", &glossary.version, &mut report);
    ids::list(&mut glossary.terms.iter().map(|term| &term.id), "/terms", &mut report);
    for (at, term) in glossary.terms.iter().enumerate() {
        for (member, text) in [("/zh", &term.zh), ("/en", &term.en)] {
            let pointer = element("/terms", at, member);
            if text.trim().is_empty() {
                report.add(FaultCode::TextMissing, &pointer, &term.id, "");
            }
            report.plain(&pointer, text);
        }
    }
    faults
}
