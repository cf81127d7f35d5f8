//! The name of a page in the window's title.

use crate::language::fill;
use crate::ui::kit::Kit;
use crate::ui::route::Route;

/// None where the page has no name of its own, or is not there.
pub fn title(route: &Route, kit: &Kit) -> Option<String> {
    let words = kit.words();
    let title = match route {
        Route::Home | Route::NotFound => return None,
        Route::Settings => words.settings_title(),
        Route::Overview { .. } => words.overview_title(),
        Route::Organisation { .. } => words.organisation_title(),
        Route::Eligibility { .. } => words.eligibility_title(),
        Route::Interview { .. } => words.interview_title(),
        Route::Item { item, .. } => {
            let slot = kit.pack.item_slot(item)?;
            return Some([&kit.pack.item(slot).number, " ", kit.pack_words().item(item)].concat());
        }
        Route::Result { .. } => words.result_title(),
        Route::RedPen { .. } => words.red_title(),
        Route::Criteria => words.criteria_title(),
        Route::Desk => words.desk_title(),
        Route::Pack { pack } => match kit.library.by_key(pack) {
            Some(pack) => pack.words(kit.language.tag()).short(),
            None => words.criteria_title(),
        },
        Route::Adapt { .. } => words.adapt_title(),
        Route::Indicators { .. } => words.grid_title(),
        Route::Figures { .. } => words.figures_title(),
        Route::Departments { .. } => words.departments_title(),
        Route::Road { .. } => words.road_title(),
        Route::Report { .. } => words.start_title(),
        Route::Improvement { .. } | Route::ImprovementAction { .. } => words.improvement_title(),
        Route::Evidence { .. } => words.register_title(),
        Route::EvidenceEntry { number, .. } => return Some(fill(words.register_details(), &[("number", number)])),
        Route::Draft { .. } => words.draft_title(),
        Route::Compare { .. } => words.compare_title(),
        Route::Versions { .. } | Route::Version { .. } => words.versions_title(),
        Route::Next { .. } => words.next_title(),
        Route::Under { .. } => words.under_title(),
        Route::Panel { .. } => words.panel_title(),
        Route::Room { .. } => words.room_title(),
        Route::ScoringCopies => words.scoring_list_title(),
        Route::Scoring { .. } | Route::ScoringItem { .. } => words.scoring_title(),
        Route::Training => words.training_title(),
        Route::TrainingRun { .. } | Route::TrainingItem { .. } => words.training_scoring_title(),
        Route::TrainingResult { .. } => words.training_result_title(),
    };
    Some(title.to_owned())
}
