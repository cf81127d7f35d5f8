//! The pages, one file each.

mod draft;
mod eligibility;
mod home;
mod item;
mod organisation;
mod result;
mod settings;

pub use draft::DraftPage;
pub use eligibility::EligibilityPage;
pub use home::HomePage;
pub use item::ItemPage;
pub use organisation::OrganisationPage;
pub use result::ResultPage;
pub use settings::SettingsPage;
