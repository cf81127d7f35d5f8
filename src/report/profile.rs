//! Part 1: the organisation's profile. Of the basic data only what was filled in is shown, and what the submission
//! needs and lacks; of the overview every topic.

use super::document::{KeyValue, ParagraphStyle};
use super::draft::{Draft, grouped};
use super::say;
use crate::assessment::ProfileText;
use crate::eligibility::size_class;

pub(super) fn write(draft: &mut Draft<'_>) {
    let words = draft.words;
    draft.heading(1, words.report_profile);
    draft.heading(2, words.report_profile_basic);
    let pairs = basic_data(draft);
    draft.key_values(pairs);
    draft.heading(2, words.report_profile_overview);
    for topic in ProfileText::OVERVIEW {
        draft.heading(3, say::profile_label(draft.language, topic.key()));
        let text = draft.assessment.organisation.text(topic).clone();
        if text.trim().is_empty() {
            draft.missing();
        } else {
            draft.paragraphs(ParagraphStyle::Body, &text);
        }
    }
}

/// In the order of a government form: who it is, how it is registered, how large it is, then everything else.
fn basic_data(draft: &Draft<'_>) -> Vec<KeyValue> {
    let language = draft.language;
    let organisation = &draft.assessment.organisation;
    let mut pairs = Vec::new();
    let mut add = |label: &str, value: Option<String>, required: bool| {
        if value.is_some() || required {
            pairs.push(KeyValue {
                label: label.to_owned(),
                value,
            });
        }
    };
    let label = |key| say::profile_label(language, key);
    let text = |field: ProfileText| Some(organisation.text(field).trim()).filter(|text| !text.is_empty()).map(str::to_owned);

    for field in [ProfileText::Name, ProfileText::CreditCode] {
        add(label(field.key()), text(field), true);
    }
    add(label("kind"), organisation.kind.map(|kind| say::kind(language, kind).to_owned()), true);
    let registered = organisation.registration_date.map(|date| say::date(language, date));
    add(label("registration_date"), registered, true);
    let place = organisation.registration_place.map(|place| say::region(language, place));
    add(label("registration_place"), place, true);
    let status = organisation.legal_status.map(|status| say::legal_status(language, status).to_owned());
    add(label("legal_status"), status, true);

    let sector = organisation.sector.as_deref();
    let sector = sector.and_then(|id| draft.pack.structure().size.iter().find(|sector| sector.id == id));
    add(label("sector"), sector.map(|sector| draft.pack_words.sector(&sector.id).to_owned()), false);
    add(label("staff"), organisation.staff.map(grouped), false);
    add(label("revenue"), organisation.revenue.map(grouped), false);
    add(label("assets"), organisation.assets.map(grouped), false);
    let class = sector.and_then(|sector| size_class(sector, organisation));
    add(
        draft.words.report_profile_size_class,
        class.map(|class| say::size_class(language, class).to_owned()),
        false,
    );

    let first = [ProfileText::Name, ProfileText::CreditCode];
    let rest = ProfileText::ALL
        .iter()
        .filter(|field| !first.contains(field) && !ProfileText::OVERVIEW.contains(field));
    for &field in rest {
        add(label(field.key()), text(field), false);
    }
    pairs
}
