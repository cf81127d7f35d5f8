//! Which module draws which page. The first holds what an application is written with day by day; the further pages are
//! a module of their own, so that their code is no part of the first download.

use crate::criteria::Pack;
use crate::language::fill;
use crate::ui::kit::Kit;
use crate::ui::pages::{
    AdaptPage, ComparePage, CriteriaPage, DepartmentsPage, DraftPage, EvidencePage, For, HomePage, IndicatorsPage, ItemPage, NextPage, PackPage, PanelPage,
    ScoringList, ScoringPage, TrainingPage, UnderPage, eligibility_page, figures_page, improvement_page, organisation_page, result_page, road_page,
    settings_page,
};
use crate::ui::route::Route;
use crate::ui::store::Snapshot;
use yew::prelude::*;

/// The pages of one module.
pub trait Pages: 'static {
    /// Whether this is the module the page begins with, which calls for the other one.
    const FIRST: bool;
    /// A page that belongs to no assessment; none where it is not of this module or not there.
    fn free(route: &Route, kit: &Kit) -> Option<Html>;
    /// A page of the open assessment; none where it is not of this module or not there.
    fn of(route: &Route, open: &Snapshot, kit: &Kit) -> Option<Html>;
    /// The page's name in the window's title.
    fn title(route: &Route, kit: &Kit) -> Option<String>;
}

/// Home, settings, and the way from the profile to the result.
pub struct FirstPages;

impl Pages for FirstPages {
    const FIRST: bool = true;

    fn free(route: &Route, kit: &Kit) -> Option<Html> {
        match route {
            Route::Home => Some(html! { <HomePage /> }),
            Route::Settings => Some(settings_page(kit)),
            _ => None,
        }
    }

    fn of(route: &Route, open: &Snapshot, kit: &Kit) -> Option<Html> {
        Some(match route {
            Route::Organisation { .. } => organisation_page(kit, &open.assessment.organisation),
            Route::Eligibility { .. } => eligibility_page(kit, &open.assessment, &open.id),
            Route::Item { item, .. } => {
                let slot = kit.pack.item_slot(item)?;
                let (kind, record) = (open.assessment.organisation.kind, open.assessment.item(slot).clone());
                let register = open.assessment.evidence.clone();
                let actions = open.assessment.improvement.of_item(item).count();
                html! { <ItemPage key={item.clone()} {kind} {slot} {record} {register} {actions} id={open.id.clone()} /> }
            }
            Route::Result { .. } => result_page(kit, &open.assessment, &open.id),
            _ => return None,
        })
    }

    fn title(route: &Route, kit: &Kit) -> Option<String> {
        let words = kit.words();
        let title = match route {
            Route::Settings => words.settings_title(),
            Route::Organisation { .. } => words.organisation_title(),
            Route::Eligibility { .. } => words.eligibility_title(),
            Route::Item { item, .. } => return item_title(&kit.pack, item, kit),
            Route::Result { .. } => words.result_title(),
            _ => return None,
        };
        Some(title.to_owned())
    }
}

fn item_title(pack: &Pack, item: &str, kit: &Kit) -> Option<String> {
    let slot = pack.item_slot(item)?;
    Some([&pack.item(slot).number, " ", kit.pack_words().item(item)].concat())
}

/// The figures, the evidence, the panel with what assessors do, and everything about criteria.
pub struct FurtherPages;

impl Pages for FurtherPages {
    const FIRST: bool = false;

    fn free(route: &Route, _: &Kit) -> Option<Html> {
        Some(match route {
            Route::Criteria => html! { <CriteriaPage /> },
            Route::Pack { pack } => html! { <PackPage key={pack.clone()} address={pack.clone()} /> },
            Route::ScoringCopies => html! { <ScoringList /> },
            Route::Scoring { key } => html! { <ScoringPage key={key.clone()} address={key.clone()} /> },
            Route::ScoringItem { key, item } => html! { <ScoringPage key={key.clone()} address={key.clone()} item={Some(AttrValue::from(item.clone()))} /> },
            Route::Training => html! { <TrainingPage /> },
            Route::TrainingRun { run } => html! { <ScoringPage key={run.clone()} address={run.clone()} what={For::Training} /> },
            Route::TrainingItem { run, item } => {
                html! { <ScoringPage key={run.clone()} address={run.clone()} what={For::Training} item={Some(AttrValue::from(item.clone()))} /> }
            }
            Route::TrainingResult { run } => html! { <ScoringPage key={run.clone()} address={run.clone()} what={For::Result} /> },
            Route::Adapt { draft } => html! { <AdaptPage key={draft.clone()} address={draft.clone()} /> },
            _ => return None,
        })
    }

    fn of(route: &Route, open: &Snapshot, kit: &Kit) -> Option<Html> {
        Some(match route {
            Route::Indicators { item, .. } => {
                let item = kit.pack.item_slot(item)?;
                html! { <IndicatorsPage key={item.0} assessment={open.assessment.clone()} id={open.id.clone()} {item} /> }
            }
            Route::Figures { .. } => figures_page(kit, &open.assessment, &open.id),
            Route::Departments { .. } => html! { <DepartmentsPage assessment={open.assessment.clone()} id={open.id.clone()} changes={open.changes} /> },
            Route::Road { .. } => road_page(kit, &open.assessment, &open.id),
            Route::Improvement { .. } => improvement_page(kit, &open.assessment, &open.id, None),
            Route::ImprovementAction { action, .. } => improvement_page(kit, &open.assessment, &open.id, Some(action)),
            Route::Evidence { .. } => html! { <EvidencePage assessment={open.assessment.clone()} id={open.id.clone()} /> },
            Route::EvidenceEntry { number, .. } => {
                html! { <EvidencePage assessment={open.assessment.clone()} id={open.id.clone()} number={Some(AttrValue::from(number.clone()))} /> }
            }
            Route::Draft { .. } => html! { <DraftPage assessment={open.assessment.clone()} id={open.id.clone()} /> },
            Route::Panel { .. } => {
                html! { <PanelPage key={[&*open.id, kit.pack.hash()].concat()} assessment={open.assessment.clone()} id={open.id.clone()} room=false /> }
            }
            Route::Room { .. } => {
                html! { <PanelPage key={[&*open.id, kit.pack.hash()].concat()} assessment={open.assessment.clone()} id={open.id.clone()} room=true /> }
            }
            Route::Compare { .. } => html! { <ComparePage key={&*open.id} assessment={open.assessment.clone()} id={open.id.clone()} /> },
            Route::Next { .. } => html! { <NextPage key={&*open.id} assessment={open.assessment.clone()} id={open.id.clone()} /> },
            Route::Under { .. } => html! { <UnderPage key={&*open.id} assessment={open.assessment.clone()} id={open.id.clone()} /> },
            _ => return None,
        })
    }

    fn title(route: &Route, kit: &Kit) -> Option<String> {
        let words = kit.words();
        let title = match route {
            Route::Criteria => words.criteria_title(),
            Route::Pack { pack } => match kit.library.by_key(pack) {
                Some(pack) => pack.words(kit.language.tag()).short(),
                None => words.criteria_title(),
            },
            Route::Adapt { .. } => words.adapt_title(),
            Route::Indicators { .. } => words.grid_title(),
            Route::Figures { .. } => words.figures_title(),
            Route::Departments { .. } => words.departments_title(),
            Route::Road { .. } => words.road_title(),
            Route::Improvement { .. } | Route::ImprovementAction { .. } => words.improvement_title(),
            Route::Evidence { .. } => words.register_title(),
            Route::EvidenceEntry { number, .. } => return Some(fill(words.register_details(), &[("number", number)])),
            Route::Draft { .. } => words.draft_title(),
            Route::Compare { .. } => words.compare_title(),
            Route::Next { .. } => words.next_title(),
            Route::Under { .. } => words.under_title(),
            Route::Panel { .. } => words.panel_title(),
            Route::Room { .. } => words.room_title(),
            Route::ScoringCopies => words.scoring_list_title(),
            Route::Scoring { .. } | Route::ScoringItem { .. } => words.scoring_title(),
            Route::Training => words.training_title(),
            Route::TrainingRun { .. } | Route::TrainingItem { .. } => words.training_scoring_title(),
            Route::TrainingResult { .. } => words.training_result_title(),
            _ => return None,
        };
        Some(title.to_owned())
    }
}
