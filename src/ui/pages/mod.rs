//! The pages, one file each.

mod adapt;
mod criteria;
mod departments;
mod draft;
mod eligibility;
mod evidence;
mod figures;
mod home;
mod improvement;
mod indicators;
mod item;
mod organisation;
mod panel;
mod result;
mod road;
mod scoring;
mod settings;
mod under;

pub use adapt::AdaptPage;
pub use criteria::{CriteriaPage, PackPage};
pub use departments::DepartmentsPage;
pub use draft::DraftPage;
pub use eligibility::eligibility_page;
pub use evidence::EvidencePage;
pub use figures::figures_page;
pub use home::HomePage;
pub use improvement::improvement_page;
pub use indicators::IndicatorsPage;
pub use item::ItemPage;
pub use organisation::organisation_page;
pub use panel::PanelPage;
pub use result::result_page;
pub use road::road_page;
pub use scoring::{ScoringList, ScoringPage};
pub use settings::settings_page;
pub use under::UnderPage;
