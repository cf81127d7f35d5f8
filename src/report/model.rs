//! The summary of the management model, which some awards ask for: in the working draft below the profile, in the clean submission a
//! part of its own. Where nothing of it is written there is no such part.

use super::document::ParagraphStyle;
use super::draft::Draft;
use super::say;
use crate::assessment::{Field, ProfileText};

/// In the working draft; what is missing of one that was begun says so. `asked` writes all of it though nothing is filled in.
pub(super) fn write(draft: &mut Draft<'_>, asked: bool) {
    if !asked && !draft.assessment.organisation.has_model() {
        return;
    }
    draft.heading(2, draft.words.organisation_model());
    for part in ProfileText::MODEL {
        draft.heading(3, say::profile_label(draft.language, part.key()));
        draft.written(Field::Profile(part));
    }
}

/// What was written of it, each part under its name.
pub(super) fn given(draft: &mut Draft<'_>) {
    for part in ProfileText::MODEL {
        let text = draft.assessment.organisation.text(part).clone();
        if !text.trim().is_empty() {
            draft.heading(2, say::profile_label(draft.language, part.key()));
            draft.paragraphs(ParagraphStyle::Body, &text);
        }
    }
}
