//! Who applies: the facts an application form asks for, as far as they were filled in, and the organisation profile, topic by
//! topic.

use crate::assessment::ProfileText;
use crate::eligibility::size_class;
use crate::language::grouped;
use crate::report::document::{KeyValue, ParagraphStyle};
use crate::report::draft::{Draft, pair};
use crate::report::{form, say};

pub(super) fn write(draft: &mut Draft<'_>) {
    let words = draft.words;
    let facts = facts(draft);
    let contact = texts(draft, |key| key.starts_with("contact_"));
    let more = texts(draft, |key| {
        let prose = [
            "certificates",
            "honours",
            "products",
            "customers",
            "suppliers",
            "competitors",
            "supervision_checks",
            "compliance",
        ];
        prose.contains(&key)
    });
    let groups = [
        (words.report_form_basic(), facts),
        (words.report_form_contact(), contact),
        (words.clean_more(), more),
    ];
    for (title, pairs) in groups {
        if !pairs.is_empty() {
            draft.heading(2, title);
            draft.key_values(pairs);
        }
    }
    form::given_figures(draft);
}

/// The profile; topics without a text do not stand in it.
pub(super) fn profile(draft: &mut Draft<'_>) {
    for topic in ProfileText::OVERVIEW {
        let text = draft.assessment.organisation.text(topic).clone();
        if !text.trim().is_empty() {
            draft.heading(2, say::profile_label(draft.language, topic.key()));
            draft.paragraphs(ParagraphStyle::Body, &text);
        }
    }
}

/// The texts of the profile whose name in the file is asked for, those that were written.
fn texts(draft: &Draft<'_>, asked: impl Fn(&str) -> bool) -> Vec<KeyValue> {
    let fields = ProfileText::ALL.iter().filter(|field| asked(field.key()));
    let pairs = fields.map(|&field| pair(say::profile_label(draft.language, field.key()), draft.assessment.organisation.text(field)));
    pairs.filter(|pair| pair.value.is_some()).collect()
}

/// Name and registration, who answers for it, how large it is.
fn facts(draft: &Draft<'_>) -> Vec<KeyValue> {
    let (language, organisation) = (draft.language, &draft.assessment.organisation);
    let told = |key, value: Option<String>| pair(say::profile_label(language, key), &value.unwrap_or_default());
    let mut pairs = texts(draft, |key| matches!(key, "name" | "credit_code"));
    pairs.extend([
        told("kind", organisation.kind.map(|kind| say::kind(language, kind).to_owned())),
        told("registration_date", organisation.registration_date.map(|date| say::date(language, date))),
        told("registration_place", organisation.registration_place.map(|place| say::region(language, place))),
        told(
            "legal_status",
            organisation.legal_status.map(|status| say::legal_status(language, status).to_owned()),
        ),
    ]);
    pairs.extend(texts(draft, |key| {
        let asked = ["registered_address", "postcode", "economic_type", "industry"];
        asked.contains(&key) || ["legal_representative", "top_manager", "quality_"].iter().any(|start| key.starts_with(start))
    }));
    let sector = organisation.sector.as_deref();
    let sector = sector.and_then(|id| draft.pack.structure().size.iter().find(|sector| sector.id == id));
    let class = sector.and_then(|sector| size_class(sector, organisation));
    pairs.push(pair(draft.words.clean_size(), class.map_or("", |class| say::size_class(language, class))));
    pairs.push(told("staff", organisation.staff.map(grouped)));
    pairs.extend(texts(draft, |key| key.starts_with("staff_")));
    pairs.push(told("revenue", organisation.revenue.map(grouped)));
    pairs.push(told("assets", organisation.assets.map(grouped)));
    pairs.retain(|pair| pair.value.is_some());
    pairs
}
