//! One item of the self-evaluation report alone, to be read while it is judged.

use super::document::{Block, Document};
use super::draft::Draft;
use super::pinned::Pinned;
use super::{say, self_evaluation};
use crate::assessment::Assessment;
use crate::criteria::{ItemSlot, Pack};
use crate::language::Language;
use crate::scoring::score;

/// What is told of one item, as it stands in the submission, without its heading; the headings below begin at the first level.
pub fn item_document(pack: &Pack, assessment: &Assessment, language: Language, slot: ItemSlot) -> Document {
    let mut draft = Draft::new(pack, assessment, language);
    self_evaluation::one_item(&mut draft, &score(pack, assessment), slot);
    let mut blocks = draft.blocks;
    if matches!(blocks.first(), Some(Block::Heading { .. })) {
        blocks.remove(0);
    }
    for block in &mut blocks {
        if let Block::Heading { level, .. } = block {
            *level = level.saturating_sub(3).max(1);
        }
    }
    Document {
        title: say::item_name(pack, language, slot),
        author: String::new(),
        language,
        header: String::new(),
        footer: String::new(),
        mark: String::new(),
        blocks,
        pinned: Pinned::default(),
    }
}
