//! The organisation's profile: what the application form and the organisation overview ask for
//! (form of a municipal award, and the topics of GB/Z 19579-2012 Annex B; domain facts 2.3 and 2.4).

use super::code::bare_code;
use super::record::Text;
use super::unit::ControlledUnit;
use crate::criteria::Kind;
use crate::date::Date;
use std::rc::Rc;

/// Whether the applicant is a legal person (Civil Code art. 57).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LegalStatus {
    LegalPerson,
    /// A branch or operating unit of a legal person. A nominee of the second session was one.
    UnitOfLegalPerson,
    NotLegalPerson,
}

/// An administrative division: six digits of GB/T 2260, such as 110000 (Beijing) or 110108 (Haidian).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Division(u32);

impl Division {
    /// Reads exactly six digits of which the first is not 0.
    pub fn parse(code: &str) -> Option<Division> {
        let digits = code.len() == 6 && code.bytes().all(|byte| byte.is_ascii_digit()) && !code.starts_with('0');
        if digits { code.parse().ok().map(Division) } else { None }
    }
    /// The six digits.
    pub fn code(self) -> String {
        format!("{:06}", self.0)
    }
    /// Whether the division lies in another, given by its leading digits: 110108 lies in `11`.
    pub fn lies_in(self, leading: &str) -> bool {
        self.code().starts_with(leading)
    }
    /// The first two digits: the province, 11 for Beijing.
    pub fn province(self) -> u32 {
        self.0 / 10_000
    }
}

/// The measures of the size classification.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Quantity {
    /// Persons.
    Staff,
    /// Revenue of the last year, in 10,000 yuan.
    Revenue,
    /// Total assets, in 10,000 yuan.
    Assets,
}

impl Quantity {
    /// The measure's name in the file.
    pub fn key(self) -> &'static str {
        match self {
            Quantity::Staff => "staff",
            Quantity::Revenue => "revenue",
            Quantity::Assets => "assets",
        }
    }
}

/// Calls a macro with every text field of the profile: name, name in the file, lines.
macro_rules! with_profile_texts {
    ($callback:ident) => {
        $callback! {
            Name name 1,
            CreditCode credit_code 1,
            RegisteredAddress registered_address 1,
            Postcode postcode 1,
            EconomicType economic_type 1,
            Industry industry 1,
            LegalRepresentative legal_representative 1,
            LegalRepresentativePhone legal_representative_phone 1,
            TopManager top_manager 1,
            TopManagerPhone top_manager_phone 1,
            QualityBody quality_body 1,
            QualityHead quality_head 1,
            QualityPhone quality_phone 1,
            StaffManagers staff_managers 1,
            StaffQuality staff_quality 1,
            StaffTechnical staff_technical 1,
            ContactDepartment contact_department 1,
            ContactPerson contact_person 1,
            ContactAddress contact_address 1,
            ContactPostcode contact_postcode 1,
            ContactPhone contact_phone 1,
            ContactMobile contact_mobile 1,
            ContactEmail contact_email 1,
            Certificates certificates 4,
            Honours honours 4,
            Products products 4,
            Customers customers 4,
            Suppliers suppliers 4,
            Competitors competitors 4,
            SupervisionChecks supervision_checks 4,
            Compliance compliance 4,
            Environment environment 8,
            Relationships relationships 8,
            Competition competition 8,
            Challenges challenges 8,
            ImprovementSystem improvement_system 8,
            ModelName model_name 1,
            ModelLogic model_logic 8,
            ModelOperation model_operation 8,
            ModelEffect model_effect 8,
            ModelSpread model_spread 8,
        }
    };
}
#[cfg(feature = "schema")]
pub(crate) use with_profile_texts;

macro_rules! define_profile_text {
    ($($name:ident $key:ident $lines:literal,)*) => {
        /// The profile's text fields.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum ProfileText { $($name),* }

        impl ProfileText {
            /// All fields, in the order of the form.
            pub const ALL: &'static [ProfileText] = &[$(ProfileText::$name),*];

            /// The field's name in the file.
            pub fn key(self) -> &'static str {
                match self { $(ProfileText::$name => stringify!($key)),* }
            }
            /// Lines the field shows; one means a single-line field.
            pub fn lines(self) -> u8 {
                match self { $(ProfileText::$name => $lines),* }
            }
        }
    };
}
with_profile_texts!(define_profile_text);

impl ProfileText {
    /// The five topics of the organisation overview (GB/Z 19579-2012 Annex B).
    pub const OVERVIEW: [ProfileText; 5] = [
        ProfileText::Environment,
        ProfileText::Relationships,
        ProfileText::Competition,
        ProfileText::Challenges,
        ProfileText::ImprovementSystem,
    ];

    /// The summary of the management model, which some awards ask for: name, logic, how it works, effect and spread (domain
    /// facts 9.1). Written to the file only where something is filled in.
    pub const MODEL: [ProfileText; 5] = [
        ProfileText::ModelName,
        ProfileText::ModelLogic,
        ProfileText::ModelOperation,
        ProfileText::ModelEffect,
        ProfileText::ModelSpread,
    ];

    /// The field of that name in the file.
    pub fn from_key(key: &str) -> Option<ProfileText> {
        ProfileText::ALL.iter().copied().find(|field| field.key() == key)
    }
}

/// The profile of one organisation. Every part may be missing.
#[derive(Debug, Clone, PartialEq)]
pub struct Organisation {
    pub kind: Option<Kind>,
    pub registration_date: Option<Date>,
    pub registration_place: Option<Division>,
    pub legal_status: Option<LegalStatus>,
    /// Id of the size sector in the pack.
    pub sector: Option<Text>,
    /// Persons.
    pub staff: Option<u64>,
    /// In 10,000 yuan.
    pub revenue: Option<u64>,
    /// In 10,000 yuan.
    pub assets: Option<u64>,
    /// Holdings and other bodies under the applicant, in the order they were added.
    pub units: Vec<Rc<ControlledUnit>>,
    texts: Vec<Text>,
}

impl Default for Organisation {
    fn default() -> Self {
        Organisation {
            kind: None,
            registration_date: None,
            registration_place: None,
            legal_status: None,
            sector: None,
            staff: None,
            revenue: None,
            assets: None,
            units: Vec::new(),
            texts: vec![Rc::from(""); ProfileText::ALL.len()],
        }
    }
}

impl Organisation {
    /// A text field; empty where nothing was written.
    pub fn text(&self, field: ProfileText) -> &Text {
        &self.texts[field as usize]
    }
    pub fn set_text(&mut self, field: ProfileText, value: Text) {
        self.texts[field as usize] = value;
    }
    /// Whether anything of the management model is written.
    pub fn has_model(&self) -> bool {
        ProfileText::MODEL.iter().any(|field| !self.text(*field).trim().is_empty())
    }
    /// Whether two are one organisation: by their credit codes, else by their names; none where neither stands in both.
    pub fn is_same_as(&self, other: &Organisation) -> Option<bool> {
        [ProfileText::CreditCode, ProfileText::Name].into_iter().find_map(|field| {
            let [one, other] = [self, other].map(|organisation| match field {
                ProfileText::CreditCode => bare_code(organisation.text(field)),
                _ => organisation.text(field).trim().to_owned(),
            });
            (!one.is_empty() && !other.is_empty()).then(|| one.eq_ignore_ascii_case(&other))
        })
    }
    pub fn quantity(&self, quantity: Quantity) -> Option<u64> {
        match quantity {
            Quantity::Staff => self.staff,
            Quantity::Revenue => self.revenue,
            Quantity::Assets => self.assets,
        }
    }
    pub fn set_quantity(&mut self, quantity: Quantity, value: Option<u64>) {
        match quantity {
            Quantity::Staff => self.staff = value,
            Quantity::Revenue => self.revenue = value,
            Quantity::Assets => self.assets = value,
        }
    }
}
