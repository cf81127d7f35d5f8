//! Part 1: the application form. Beijing's own form is not public, so the groups follow another city's public form
//! (Changsha, 2020; domain facts 2.3), which the part says of itself and of every award alike. What the record has no field for stands as an
//! empty row that says so.

mod economics;

pub(super) use economics::given_figures;

use super::document::{Alignment, KeyValue, ParagraphStyle, Row, Weight};
use super::draft::{Draft, pair, written};
use super::say;
use super::section::Section;
use crate::assessment::{Field, ProfileText};
use crate::eligibility::size_class;
use crate::language::{fill, grouped};

pub(super) fn write(draft: &mut Draft<'_>) {
    let words = draft.words;
    draft.heading(1, words.report_form());
    let note = fill(words.report_form_note(), &[("award", draft.pack_words.name())]);
    draft.paragraphs(ParagraphStyle::Note, &note);
    group(draft, words.report_form_basic(), basic);
    group(draft, words.report_form_contact(), contact);
    draft.heading(2, words.report_form_certificates());
    texts(draft, &[ProfileText::Certificates], &[]);
    draft.heading(2, words.report_form_honours());
    texts(draft, &[ProfileText::Honours], &[words.report_form_honours_dates()]);
    draft.heading(2, words.report_form_products());
    texts(
        draft,
        &[ProfileText::Products],
        &[words.report_form_prizes(), words.report_form_brands(), words.report_form_licences()],
    );
    economics::write(draft);
    draft.heading(2, words.report_form_markets());
    texts(draft, &[ProfileText::Customers, ProfileText::Suppliers, ProfileText::Competitors], &[]);
    draft.heading(2, words.report_form_compliance());
    let see = |section: Section| fill(words.report_form_see(), &[("part", section.title(words))]);
    draft.key_values(vec![
        text(draft, ProfileText::SupervisionChecks),
        pair(say::profile_label(draft.language, ProfileText::Compliance.key()), &see(Section::Eligibility)),
        pair(words.report_form_compliance_years(), words.report_form_no_field()),
        pair(words.report_form_evaluation(), &see(Section::Evaluation)),
        pair(words.report_form_recommendation(), words.report_form_recommendation_by()),
    ]);
}

fn group(draft: &mut Draft<'_>, title: &str, rows: fn(&Draft<'_>) -> Vec<KeyValue>) {
    draft.heading(2, title);
    let rows = rows(draft);
    draft.key_values(rows);
}

/// Profile texts by their labels, then what the record has no field for.
fn texts(draft: &mut Draft<'_>, fields: &[ProfileText], without: &[&str]) {
    let mut pairs: Vec<KeyValue> = fields.iter().map(|&field| text(draft, field)).collect();
    pairs.extend(without.iter().map(|label| pair(label, draft.words.report_form_no_field())));
    draft.key_values(pairs);
}

fn text(draft: &Draft<'_>, field: ProfileText) -> KeyValue {
    KeyValue {
        written: Some(written(draft.pack, draft.assessment, draft.language, Field::Profile(field))),
        ..pair(say::profile_label(draft.language, field.key()), draft.assessment.organisation.text(field))
    }
}

/// Who it is, how it is registered, who answers for it, how large it is.
fn basic(draft: &Draft<'_>) -> Vec<KeyValue> {
    let (language, words) = (draft.language, draft.words);
    let organisation = &draft.assessment.organisation;
    let label = |key| say::profile_label(language, key);
    let told = |key, value: Option<String>| pair(label(key), &value.unwrap_or_default());
    let text = |field| text(draft, field);

    let mut pairs = vec![text(ProfileText::Name), text(ProfileText::CreditCode)];
    pairs.push(told("kind", organisation.kind.map(|kind| say::kind(language, kind).to_owned())));
    pairs.push(told("registration_date", organisation.registration_date.map(|date| say::date(language, date))));
    pairs.push(told(
        "registration_place",
        organisation.registration_place.map(|place| say::region(language, place)),
    ));
    pairs.push(told(
        "legal_status",
        organisation.legal_status.map(|status| say::legal_status(language, status).to_owned()),
    ));
    pairs.extend(
        [
            ProfileText::RegisteredAddress,
            ProfileText::Postcode,
            ProfileText::EconomicType,
            ProfileText::Industry,
            ProfileText::LegalRepresentative,
            ProfileText::LegalRepresentativePhone,
            ProfileText::TopManager,
            ProfileText::TopManagerPhone,
            ProfileText::QualityBody,
            ProfileText::QualityHead,
            ProfileText::QualityPhone,
        ]
        .map(text),
    );
    pairs.push(pair(words.report_form_quality_fax(), words.report_form_no_field()));

    let sector = organisation.sector.as_deref();
    let sector = sector.and_then(|id| draft.pack.structure().size.iter().find(|sector| sector.id == id));
    pairs.push(told("sector", sector.map(|sector| draft.pack_words.sector(&sector.id).to_owned())));
    let class = sector.and_then(|sector| size_class(sector, organisation));
    let class = class.map(|class| say::size_class(language, class).to_owned());
    pairs.push(pair(words.report_profile_size_class(), &class.unwrap_or_default()));
    pairs.push(told("staff", organisation.staff.map(grouped)));
    pairs.extend([ProfileText::StaffManagers, ProfileText::StaffQuality, ProfileText::StaffTechnical].map(text));
    pairs.push(told("revenue", organisation.revenue.map(grouped)));
    pairs.push(told("assets", organisation.assets.map(grouped)));
    pairs
}

fn contact(draft: &Draft<'_>) -> Vec<KeyValue> {
    let fields = [
        ProfileText::ContactDepartment,
        ProfileText::ContactPerson,
        ProfileText::ContactAddress,
        ProfileText::ContactPostcode,
        ProfileText::ContactPhone,
        ProfileText::ContactMobile,
        ProfileText::ContactEmail,
    ];
    let mut pairs: Vec<KeyValue> = fields.into_iter().map(|field| text(draft, field)).collect();
    pairs.push(pair(draft.words.report_form_contact_fax(), draft.words.report_form_no_field()));
    pairs
}
