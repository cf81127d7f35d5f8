//! The feedback report: key themes, then strengths and opportunities of every item with factor and evidence, the band in
//! words, and why the item matters. It states what is, and prescribes nothing (domain facts 4.7).

mod item;
pub(super) mod observations;
pub(super) mod themes;

use super::document::{Block, Document};
use super::draft::Draft;
use super::frame::Frame;
use super::submission::Options;
use crate::assessment::Assessment;
use crate::criteria::Pack;
use crate::language::Language;
use crate::panel::Panel;
use crate::scoring::score;

/// Writes the feedback report of an assessment. The same assessment, language and options give the same document; a part
/// of the submission that the options name is none of this report's.
pub fn feedback(pack: &Pack, assessment: &Assessment, language: Language, options: &Options) -> Document {
    feedback_of_panel(pack, assessment, language, options, None)
}

/// The same, with the key themes a panel named before those that are counted.
pub fn feedback_of_panel(pack: &Pack, assessment: &Assessment, language: Language, options: &Options, panel: Option<&Panel>) -> Document {
    let score = score(pack, assessment);
    let mut draft = Draft::new(pack, assessment, language);
    let words = draft.words;
    let frame = Frame {
        title: words.feedback_title(),
        header: words.feedback_header(),
        header_dated: words.feedback_header_dated(),
        notes: vec![words.feedback_note().to_owned()],
    };
    frame.begin(&mut draft, options.draft_date);
    draft.blocks.push(Block::PageBreak);
    themes::write(&mut draft, &score, panel);
    draft.blocks.push(Block::PageBreak);
    draft.heading(1, words.feedback_items());
    for (slot, _) in pack.items() {
        item::write(&mut draft, &score, slot);
    }
    frame.finish(draft, options.draft_date)
}
