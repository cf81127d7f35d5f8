//! Part 2: the organisation profile, topic by topic (GB/Z 19579-2012 Annex B); a topic nobody has written on says so.

use super::document::Document;
use super::draft::Draft;
use super::pinned::Pinned;
use super::say;
use crate::assessment::{Assessment, Field, ProfileText};
use crate::criteria::Pack;
use crate::language::Language;

/// The profile alone, to be read beside the items that are judged.
pub fn profile_document(pack: &Pack, assessment: &Assessment, language: Language) -> Document {
    let mut draft = Draft::new(pack, assessment, language);
    write(&mut draft);
    Document {
        title: draft.words.report_profile().to_owned(),
        author: String::new(),
        language,
        header: String::new(),
        footer: String::new(),
        mark: String::new(),
        blocks: draft.blocks,
        pinned: Pinned::default(),
    }
}

pub(super) fn write(draft: &mut Draft<'_>) {
    draft.heading(1, draft.words.report_profile());
    for topic in ProfileText::OVERVIEW {
        draft.heading(2, say::profile_label(draft.language, topic.key()));
        draft.written(Field::Profile(topic));
    }
}
