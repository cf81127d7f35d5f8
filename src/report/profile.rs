//! Part 2: the organisation profile, topic by topic (GB/Z 19579-2012 Annex B); a topic nobody has written on says so.

use super::document::ParagraphStyle;
use super::draft::Draft;
use super::say;
use crate::assessment::ProfileText;

pub(super) fn write(draft: &mut Draft<'_>) {
    draft.heading(1, draft.words.report_profile());
    for topic in ProfileText::OVERVIEW {
        draft.heading(2, say::profile_label(draft.language, topic.key()));
        let text = draft.assessment.organisation.text(topic).clone();
        if text.trim().is_empty() {
            draft.missing();
        } else {
            draft.paragraphs(ParagraphStyle::Body, &text);
        }
    }
}
