//! What does not fit together in the dates and the credit code. A doubt is a finding, never a refusal.

use super::credit_code::{Body, CodeFault, CreditCode};
use crate::assessment::{Assessment, Division, LegalStatus, Organisation, ProfileText, bare_code};
use crate::criteria::{Edition, Kind};
use crate::date::Date;
use chrono::Datelike;

/// Something in the profile that cannot be right or does not fit the rest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Doubt {
    /// The registration date lies after today.
    RegistrationInFuture(Date),
    /// The registration date lies before 1900.
    RegistrationBefore1900(Date),
    /// The registration date lies after the application date.
    RegistrationAfterApplication(Date),
    /// The application date lies before 1900.
    ApplicationBefore1900(Date),
    /// The application date lies before the day on which the edition's applications open.
    ApplicationBeforeWindow {
        opens: Date,
    },
    /// The application date lies after the day on which the edition's applications close.
    ApplicationAfterWindow {
        closes: Date,
    },
    Code(CodeFault),
    /// The check character does not fit, in a code of Xiamen that may be older than 2016: Xiamen gave out codes before the standard
    /// held everywhere, and some of them do not fit it.
    CodeOfXiamen {
        expected: char,
        found: char,
    },
    /// The code was given out in another province than the registration place.
    CodeRegion {
        code: Division,
        place: Division,
    },
    /// The code is an individual business's, the answer says legal person.
    CodeNotLegalPerson,
    /// The code's kind of body does not fit the kind of applicant.
    CodeKind(Body),
}

impl Doubt {
    /// Every code, for tests and for documentation.
    pub const CODES: [&'static str; 15] = [
        "registration_in_future",
        "registration_before_1900",
        "registration_after_application",
        "application_before_1900",
        "application_before_window",
        "application_after_window",
        "credit_code_length",
        "credit_code_character",
        "credit_code_region_digits",
        "credit_code_lookalike",
        "credit_code_check_character",
        "credit_code_xiamen",
        "credit_code_region",
        "credit_code_not_legal_person",
        "credit_code_kind",
    ];

    /// The code printed and looked up for words.
    pub fn code(&self) -> &'static str {
        match self {
            Doubt::RegistrationInFuture(_) => "registration_in_future",
            Doubt::RegistrationBefore1900(_) => "registration_before_1900",
            Doubt::RegistrationAfterApplication(_) => "registration_after_application",
            Doubt::ApplicationBefore1900(_) => "application_before_1900",
            Doubt::ApplicationBeforeWindow { .. } => "application_before_window",
            Doubt::ApplicationAfterWindow { .. } => "application_after_window",
            Doubt::Code(CodeFault::Length { .. }) => "credit_code_length",
            Doubt::Code(CodeFault::Character { .. }) => "credit_code_character",
            Doubt::Code(CodeFault::Region) => "credit_code_region_digits",
            Doubt::Code(CodeFault::CheckCharacter { .. }) => "credit_code_check_character",
            Doubt::Code(CodeFault::Lookalike { .. }) => "credit_code_lookalike",
            Doubt::CodeOfXiamen { .. } => "credit_code_xiamen",
            Doubt::CodeRegion { .. } => "credit_code_region",
            Doubt::CodeNotLegalPerson => "credit_code_not_legal_person",
            Doubt::CodeKind(_) => "credit_code_kind",
        }
    }
    /// Whether the doubt is that the edition takes no applications on the application date.
    pub fn concerns_window(&self) -> bool {
        matches!(self, Doubt::ApplicationBeforeWindow { .. } | Doubt::ApplicationAfterWindow { .. })
    }

    /// Whether the doubt is about the application date alone.
    pub fn concerns_application(&self) -> bool {
        self.concerns_window() || matches!(self, Doubt::ApplicationBefore1900(_))
    }

    /// Whether the doubt is about the credit code; otherwise it is about a date.
    pub fn concerns_code(&self) -> bool {
        matches!(
            self,
            Doubt::Code(_) | Doubt::CodeOfXiamen { .. } | Doubt::CodeRegion { .. } | Doubt::CodeNotLegalPerson | Doubt::CodeKind(_)
        )
    }
}

/// All doubts about the profile's dates and credit code. `today` decides what lies in the future.
pub fn doubts(assessment: &Assessment, application: Option<Date>, today: Date) -> Vec<Doubt> {
    let mut found = Vec::new();
    if let Some(date) = assessment.organisation.registration_date {
        if date > today {
            found.push(Doubt::RegistrationInFuture(date));
        }
        if date.year() < 1900 {
            found.push(Doubt::RegistrationBefore1900(date));
        }
        if application.is_some_and(|application| date > application) {
            found.push(Doubt::RegistrationAfterApplication(date));
        }
    }
    if let Some(date) = application.filter(|date| date.year() < 1900) {
        found.push(Doubt::ApplicationBefore1900(date));
    }
    code_doubts(assessment, &mut found);
    found
}

/// Whether an edition takes no applications on a day. The days at both ends of its window lie within it, and an end nobody knows bounds
/// nothing: of a window to 2016-12-02 that day is within and 2016-12-03 is not.
pub(super) fn window_doubt(edition: &Edition, application: Date) -> Option<Doubt> {
    let early = edition.opens.filter(|opens| application < *opens);
    let late = edition.closes.filter(|closes| application > *closes);
    let early = early.map(|opens| Doubt::ApplicationBeforeWindow { opens });
    early.or(late.map(|closes| Doubt::ApplicationAfterWindow { closes }))
}

/// The credit code of an organisation, or what is wrong with it; none where nothing is written.
pub fn read_code(organisation: &Organisation) -> Option<Result<CreditCode, Doubt>> {
    /// From this year on Xiamen's codes follow the standard.
    const STANDARD_IN_XIAMEN: i32 = 2016;
    let written = organisation.text(ProfileText::CreditCode);
    if written.trim().is_empty() {
        return None;
    }
    let is_of_xiamen = bare_code(written).get(2..6) == Some("3502");
    let may_be_older = organisation.registration_date.is_none_or(|date| date.year() < STANDARD_IN_XIAMEN);
    Some(CreditCode::parse(written).map_err(|fault| match fault {
        CodeFault::CheckCharacter { expected, found } if is_of_xiamen && may_be_older => Doubt::CodeOfXiamen { expected, found },
        fault => Doubt::Code(fault),
    }))
}

fn code_doubts(assessment: &Assessment, found: &mut Vec<Doubt>) {
    let organisation = &assessment.organisation;
    let code = match read_code(organisation) {
        None => return,
        Some(Ok(code)) => code,
        Some(Err(doubt)) => return found.push(doubt),
    };
    /// The national registration authority registers organisations of every province.
    const NATIONAL: u32 = 10;
    if let (Some(region), Some(place)) = (code.region(), organisation.registration_place)
        && region.province() != NATIONAL
        && region.province() != place.province()
    {
        found.push(Doubt::CodeRegion { code: region, place });
    }
    let body = code.body();
    if body == Body::IndividualBusiness && organisation.legal_status == Some(LegalStatus::LegalPerson) {
        found.push(Doubt::CodeNotLegalPerson);
    }
    let business = matches!(body, Body::Enterprise | Body::IndividualBusiness | Body::Cooperative);
    let public = matches!(body, Body::StateOrgan | Body::PublicInstitution | Body::SocialOrganisation);
    let contradicts = match organisation.kind {
        Some(Kind::PublicWelfare) => business,
        Some(Kind::Manufacturing) => public,
        Some(Kind::Service) | None => false,
    };
    if contradicts {
        found.push(Doubt::CodeKind(body));
    }
}
