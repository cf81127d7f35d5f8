//! The addresses of the pages, behind the `#`, so that the same files work at any path.

use crate::criteria::{ItemSlot, Pack};
use yew_router::prelude::*;

/// Every page has an address; an assessment's pages carry its id.
#[derive(Debug, Clone, PartialEq, Routable)]
pub enum Route {
    #[at("/")]
    Home,
    #[at("/settings")]
    Settings,
    #[at("/criteria")]
    Criteria,
    #[at("/criteria/:pack")]
    Pack { pack: String },
    #[at("/adapt/:draft")]
    Adapt { draft: String },
    #[at("/scoring")]
    ScoringCopies,
    #[at("/scoring/:key")]
    Scoring { key: String },
    #[at("/scoring/:key/:item")]
    ScoringItem { key: String, item: String },
    #[at("/training")]
    Training,
    #[at("/training/:run")]
    TrainingRun { run: String },
    #[at("/training/:run/result")]
    TrainingResult { run: String },
    #[at("/training/:run/item/:item")]
    TrainingItem { run: String, item: String },
    #[at("/:id/organisation")]
    Organisation { id: String },
    #[at("/:id/eligibility")]
    Eligibility { id: String },
    #[at("/:id/item/:item")]
    Item { id: String, item: String },
    #[at("/:id/indicators/:item")]
    Indicators { id: String, item: String },
    #[at("/:id/figures")]
    Figures { id: String },
    #[at("/:id/evidence")]
    Evidence { id: String },
    #[at("/:id/evidence/:number")]
    EvidenceEntry { id: String, number: String },
    #[at("/:id/departments")]
    Departments { id: String },
    #[at("/:id/improvement")]
    Improvement { id: String },
    #[at("/:id/improvement/:action")]
    ImprovementAction { id: String, action: String },
    #[at("/:id/result")]
    Result { id: String },
    #[at("/:id/compare")]
    Compare { id: String },
    #[at("/:id/next")]
    Next { id: String },
    #[at("/:id/under")]
    Under { id: String },
    #[at("/:id/panel")]
    Panel { id: String },
    #[at("/:id/panel/room")]
    Room { id: String },
    #[at("/:id/road")]
    Road { id: String },
    #[at("/:id/draft")]
    Draft { id: String },
    #[not_found]
    #[at("/404")]
    NotFound,
}

impl Route {
    /// The assessment a page belongs to.
    pub fn assessment(&self) -> Option<&str> {
        match self {
            Route::Organisation { id }
            | Route::Eligibility { id }
            | Route::Item { id, .. }
            | Route::Indicators { id, .. }
            | Route::Figures { id }
            | Route::Evidence { id }
            | Route::EvidenceEntry { id, .. }
            | Route::Departments { id }
            | Route::Improvement { id }
            | Route::ImprovementAction { id, .. }
            | Route::Result { id }
            | Route::Compare { id }
            | Route::Next { id }
            | Route::Under { id }
            | Route::Panel { id }
            | Route::Room { id }
            | Route::Road { id }
            | Route::Draft { id } => Some(id),
            Route::ScoringCopies | Route::Scoring { .. } | Route::ScoringItem { .. } => None,
            Route::Training | Route::TrainingRun { .. } | Route::TrainingResult { .. } | Route::TrainingItem { .. } => None,
            Route::Home | Route::Settings | Route::Criteria | Route::Pack { .. } | Route::Adapt { .. } | Route::NotFound => None,
        }
    }

    /// Whether its page is one of the further ones, which are a module of their own: all but those an application is
    /// written with day by day.
    pub fn is_further(&self) -> bool {
        !matches!(
            self,
            Route::Home
                | Route::Settings
                | Route::Organisation { .. }
                | Route::Eligibility { .. }
                | Route::Item { .. }
                | Route::Result { .. }
                | Route::NotFound
        )
    }

    /// Whether its page is one of an assessor.
    pub fn is_of_scoring(&self) -> bool {
        matches!(self, Route::ScoringCopies | Route::Scoring { .. } | Route::ScoringItem { .. })
    }

    /// Whether its page speaks of all criteria that are there.
    pub fn is_of_criteria(&self) -> bool {
        matches!(
            self,
            Route::Criteria | Route::Pack { .. } | Route::Adapt { .. } | Route::Under { .. } | Route::Compare { .. }
        )
    }

    /// The address for a link. The browser follows it by itself; the router hears of it.
    pub fn href(&self) -> String {
        format!("#{}", self.to_path())
    }

    /// The figures of a results item.
    pub fn indicators(id: &str, pack: &Pack, slot: ItemSlot) -> Route {
        Route::Indicators {
            id: id.to_owned(),
            item: pack.item(slot).id.clone(),
        }
    }

    /// The page of the evidence register, with the entry of a number beside it.
    pub fn evidence(id: &str, number: &str) -> Route {
        Route::EvidenceEntry {
            id: id.to_owned(),
            number: number.to_owned(),
        }
    }

    /// The improvement plan with one action beside it.
    pub fn improvement(id: &str, action: &str) -> Route {
        Route::ImprovementAction {
            id: id.to_owned(),
            action: action.to_owned(),
        }
    }

    /// The page of an item.
    pub fn item(id: &str, pack: &Pack, slot: ItemSlot) -> Route {
        Route::Item {
            id: id.to_owned(),
            item: pack.item(slot).id.clone(),
        }
    }
}
