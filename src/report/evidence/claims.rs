//! What is claimed without evidence, item by item, by the first words of each sentence; nothing where there is none.

use crate::findings::claims;
use crate::language::fill;
use crate::report::document::ParagraphStyle;
use crate::report::draft::Draft;
use crate::report::say;

pub fn write(draft: &mut Draft<'_>) {
    let found = claims(draft.pack, draft.assessment);
    if found.is_empty() {
        return;
    }
    let words = draft.words;
    draft.heading(2, words.report_evidence_claims());
    draft.paragraphs(ParagraphStyle::Note, words.report_evidence_claims_note());
    for claims in &found {
        let told = fill(
            words.report_evidence_claims_item(),
            &[
                ("item", &say::item_name(draft.pack, draft.language, claims.item)),
                ("count", &claims.sentences.len().to_string()),
                ("list", &say::claims(draft.language, claims)),
            ],
        );
        draft.paragraphs(ParagraphStyle::Entry, &told);
    }
}
