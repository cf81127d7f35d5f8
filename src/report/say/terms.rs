//! Names: divisions, fields, items, and the words for every choice.

use crate::assessment::{Division, LegalStatus, SelfCheckAnswer, Size};
use crate::criteria::{ItemSlot, Kind, Pack, Rounding, Status};
use crate::eligibility::{Body, SizeClass};
use crate::language::{Language, Words, codes, fill};

/// A division by name: `北京市海淀区`, `Haidian District, Beijing`; with its code where only the province is known.
pub fn region(language: Language, division: Division) -> String {
    let words = language.words();
    let code = division.code();
    let province_code = &code[..2];
    if !words.has_code(&codes::REGION, province_code) {
        return words.by_code(&codes::REGION, &code).to_owned();
    }
    let province = words.by_code(&codes::REGION, province_code);
    if code.ends_with("0000") {
        province.to_owned()
    } else if words.has_code(&codes::REGION, &code) {
        fill(
            words.term_region_in(),
            &[("province", province), ("district", words.by_code(&codes::REGION, &code))],
        )
    } else {
        fill(words.term_region_code(), &[("province", province), ("code", &code)])
    }
}

/// The label of a profile field by its name in the file.
pub fn profile_label(language: Language, key: &str) -> &str {
    language.words().by_code(&codes::PROFILE, key)
}

/// An item as it is cited: `4.1.2 高层领导的作用`.
pub fn item_name(pack: &Pack, language: Language, slot: ItemSlot) -> String {
    let item = pack.item(slot);
    let name = pack.words(language.tag()).item(&item.id);
    fill(language.words().term_numbered(), &[("number", &item.number), ("name", name)])
}

/// The kind of applicant.
pub fn kind(language: Language, kind: Kind) -> &'static str {
    let words = language.words();
    match kind {
        Kind::Manufacturing => words.term_kind_manufacturing(),
        Kind::Service => words.term_kind_service(),
        Kind::PublicWelfare => words.term_kind_public_welfare(),
    }
}

/// Whether the applicant is a legal person.
pub fn legal_status(language: Language, status: LegalStatus) -> &'static str {
    let words = language.words();
    match status {
        LegalStatus::LegalPerson => words.term_legal_status_legal_person(),
        LegalStatus::UnitOfLegalPerson => words.term_legal_status_unit_of_legal_person(),
        LegalStatus::NotLegalPerson => words.term_legal_status_not_legal_person(),
    }
}

/// A size class.
pub fn size_class(language: Language, class: SizeClass) -> &'static str {
    let words = language.words();
    match class {
        SizeClass::Large => words.term_size_large(),
        SizeClass::Medium => words.term_size_medium(),
        SizeClass::Small => words.term_size_small(),
        SizeClass::Micro => words.term_size_micro(),
    }
}

/// A kind of body as the credit code tells it, for the middle of a sentence.
pub fn body(language: Language, body: Body) -> &'static str {
    let words = language.words();
    match body {
        Body::StateOrgan => words.term_body_state_organ(),
        Body::PublicInstitution => words.term_body_public_institution(),
        Body::SocialOrganisation => words.term_body_social_organisation(),
        Body::Enterprise => words.term_body_enterprise(),
        Body::IndividualBusiness => words.term_body_individual_business(),
        Body::Cooperative => words.term_body_cooperative(),
        Body::Other => words.term_body_other(),
    }
}

/// What a figure stands on, in a word.
pub fn status(language: Language, status: Status) -> &'static str {
    let words = language.words();
    match status {
        Status::Published => words.term_status_published(),
        Status::Unverified => words.term_status_unverified(),
        Status::Assumed => words.term_status_assumed(),
    }
}

/// The rounding rule in a few words.
pub fn rounding(language: Language, rounding: Rounding) -> &'static str {
    let words = language.words();
    match rounding {
        Rounding::Exact => words.term_rounding_exact(),
        Rounding::ItemHalfUp => words.term_rounding_item_half_up(),
    }
}

/// How large an action is, where nobody has counted its person-days.
pub fn action_size(words: &Words, size: Size) -> &'static str {
    words.by_code(&codes::ACTION_SIZE, size.word())
}

/// An answer to a self-check.
pub fn self_check(language: Language, answer: SelfCheckAnswer) -> &'static str {
    let words = language.words();
    match answer {
        SelfCheckAnswer::Clear => words.term_self_check_clear(),
        SelfCheckAnswer::Applies => words.term_self_check_applies(),
        SelfCheckAnswer::Unanswered => words.term_self_check_unanswered(),
    }
}

/// What kind of figure a pack's figure is, by its key: `points/leadership.governance` is `条款分值`.
pub fn figure_kind(language: Language, figure: &str) -> &'static str {
    let words = language.words();
    match figure.split('/').next().unwrap_or_default() {
        "total" => words.term_figure_total(),
        "step" => words.term_figure_step(),
        "rounding" => words.term_figure_rounding(),
        "points" => words.term_figure_points(),
        "rubric" => words.term_figure_rubric(),
        "rubric_limit" => words.term_figure_rubric_limit(),
        "maturity" => words.term_figure_maturity(),
        "orientation" => words.term_figure_orientation(),
        "reference" => words.term_figure_reference(),
        "edition" => words.term_figure_edition(),
        "self_check" => words.term_figure_self_check(),
        "size" => words.term_figure_size(),
        "stage" => words.term_figure_stage(),
        "fact" => words.term_figure_fact(),
        "limit" => words.term_figure_limit(),
        "edition_dates" => words.term_figure_edition_dates(),
        "idea" => words.term_figure_idea(),
        "indicator" => words.term_figure_indicator(),
        _ => "",
    }
}
