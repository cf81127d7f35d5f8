//! Part 7: the list of evidence: the register with the places that name each entry, the references that
//! name none, and what is claimed without evidence.

mod claims;
mod references;
mod register;

pub(super) use register::told;

use super::document::{Block, Orientation, ParagraphStyle};
use super::draft::Draft;
use crate::assessment::{Links, links};

pub(super) fn write(draft: &mut Draft<'_>) {
    let words = draft.words;
    let links = links(draft.assessment);
    let registered = register::rows(draft, &links);
    let others = references::rows(draft, &links);
    let wide = !registered.is_empty();
    if wide {
        draft.blocks.push(Block::Turn(Orientation::Landscape));
    }
    draft.heading(1, words.report_evidence());
    if registered.is_empty() && others.is_empty() {
        draft.paragraphs(ParagraphStyle::Missing, words.report_evidence_none());
        claims::write(draft);
        return;
    }
    draft.paragraphs(ParagraphStyle::Note, words.report_evidence_note());
    let caption = if registered.is_empty() {
        words.report_evidence_caption()
    } else {
        words.report_evidence_unregistered()
    };
    register::write(draft, registered);
    references::write(draft, caption, others);
    if wide {
        draft.blocks.push(Block::Turn(Orientation::Portrait));
    }
    claims::write(draft);
}

/// References that name no entry of the register, as a table; nothing where there are none.
pub(super) fn unregistered(draft: &mut Draft<'_>, caption: &str, links: &Links) {
    let rows = references::rows(draft, links);
    references::write(draft, caption, rows);
}
