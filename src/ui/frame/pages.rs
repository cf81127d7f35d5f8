//! Which page is drawn by what, part by part.

use super::WORKSPACE;
use crate::ui::app::Pages;
use crate::ui::kit::Kit;
use crate::ui::pages::{
    AdaptPage, ComparePage, CriteriaPage, DepartmentsPage, DeskPage, DraftPage, EvidencePage, FactsLacking, For, IndicatorsPage, InterviewPage,
    ItemDistribution, ItemMarks, ItemPage, NextPage, OverviewPage, PackPage, PanelPage, RedPenPage, ReportPage, SampleItem, ScoringList, ScoringPage,
    SettingsPage, TrainingPage, UnderPage, VersionPage, VersionsPage, eligibility_page, figures_page, improvement_page, organisation_page, red_pen_line,
    result_page, road_page,
};
use crate::ui::route::Route;
use crate::ui::store::Snapshot;
use crate::ui::way_back::days_without;
use crate::ui::way_back::folder::state as second;
use yew::prelude::*;

/// The page of an item, which lies in the part of the frame.
pub(super) fn item_page(item: &str, open: &Snapshot, kit: &Kit) -> Option<Html> {
    let slot = kit.pack.item_slot(item)?;
    let (kind, record) = (open.assessment.organisation.kind, open.assessment.item(slot).clone());
    let (register, notes) = (open.assessment.evidence.clone(), open.assessment.notes.clone());
    let actions = open.assessment.improvement.of_item(item).count();
    Some(html! { <ItemPage key={item.to_owned()} {kind} {slot} {record} {register} {notes} {actions} id={open.id.clone()} /> })
}

pub static APPLICATION: Pages = Pages {
    draw: application,
    frame: &WORKSPACE,
};

fn application(route: &Route, open: Option<&Snapshot>, kit: &Kit) -> Option<Html> {
    if *route == Route::Settings {
        return Some(html! { <SettingsPage /> });
    }
    let open = open?;
    Some(match route {
        Route::Organisation { .. } => organisation_page(kit, &open.assessment.organisation, &open.id),
        Route::Eligibility { .. } => eligibility_page(kit, &open.assessment, &open.id),
        Route::Result { .. } => result_page(kit, &open.assessment, &open.id),
        Route::Overview { .. } => {
            html! { <OverviewPage key={&*open.id} id={open.id.clone()} assessment={open.assessment.clone()} part={open.part.clone()} changes={open.changes} /> }
        }
        _ => return None,
    })
}

pub static FIGURES: Pages = Pages {
    draw: figures,
    frame: &WORKSPACE,
};

fn figures(route: &Route, open: Option<&Snapshot>, kit: &Kit) -> Option<Html> {
    let open = open?;
    let (assessment, id) = (&open.assessment, &open.id);
    Some(match route {
        Route::Indicators { item, .. } => {
            let item = kit.pack.item_slot(item)?;
            html! { <IndicatorsPage key={item.0} assessment={assessment.clone()} id={id.clone()} {item} /> }
        }
        Route::Figures { .. } => figures_page(kit, assessment, id),
        _ => return None,
    })
}

pub static WORK: Pages = Pages { draw: work, frame: &WORKSPACE };

fn work(route: &Route, open: Option<&Snapshot>, kit: &Kit) -> Option<Html> {
    let open = open?;
    let (assessment, id) = (&open.assessment, &open.id);
    Some(match route {
        Route::Evidence { .. } => html! { <EvidencePage assessment={assessment.clone()} id={id.clone()} /> },
        Route::EvidenceEntry { number, .. } => {
            html! { <EvidencePage assessment={assessment.clone()} id={id.clone()} number={Some(AttrValue::from(number.clone()))} /> }
        }
        Route::Improvement { .. } => improvement_page(kit, assessment, id, None),
        Route::ImprovementAction { action, .. } => improvement_page(kit, assessment, id, Some(action)),
        Route::Next { .. } => html! { <NextPage key={&**id} assessment={assessment.clone()} id={id.clone()} /> },
        Route::Road { .. } => road_page(kit, assessment, id),
        Route::Report { .. } => html! { <ReportPage key={&**id} /> },
        _ => return None,
    })
}

pub static DEPARTMENTS: Pages = Pages {
    draw: departments,
    frame: &WORKSPACE,
};

fn departments(_: &Route, open: Option<&Snapshot>, _: &Kit) -> Option<Html> {
    let open = open?;
    Some(html! { <DepartmentsPage assessment={open.assessment.clone()} id={open.id.clone()} changes={open.changes} /> })
}

pub static DRAFT: Pages = Pages {
    draw: draft,
    frame: &WORKSPACE,
};

fn draft(_: &Route, open: Option<&Snapshot>, _: &Kit) -> Option<Html> {
    let open = open?;
    Some(html! { <DraftPage assessment={open.assessment.clone()} id={open.id.clone()} /> })
}

pub static HELPS: Pages = Pages {
    draw: helps,
    frame: &WORKSPACE,
};

/// The plain facts of an item and the page of the red pen; of another page's address, what the red pen says there.
fn helps(route: &Route, open: Option<&Snapshot>, kit: &Kit) -> Option<Html> {
    let open = open?;
    let (assessment, id) = (&open.assessment, &open.id);
    Some(match route {
        Route::RedPen { .. } => html! { <RedPenPage assessment={assessment.clone()} id={id.clone()} /> },
        Route::Interview { item, .. } => {
            let slot = kit.pack.item_slot(item)?;
            html! { <InterviewPage key={slot.0} assessment={assessment.clone()} id={id.clone()} {slot} /> }
        }
        Route::Item { item, .. } => {
            let slot = kit.pack.item_slot(item)?;
            // In another language it is another sample.
            let sample = ["sample ", item, " ", kit.language.tag()].concat();
            html! {
                <><ItemMarks key={item.clone()} assessment={assessment.clone()} id={id.clone()} {slot} />
                    <ItemDistribution key={["distribution ", item].concat()} assessment={assessment.clone()} {slot} />
                    <FactsLacking key={["facts ", item].concat()} assessment={assessment.clone()} id={id.clone()} {slot} />
                    if !assessment.fictional { <SampleItem key={sample} {slot} kind={assessment.organisation.kind} /> }</>
            }
        }
        Route::Draft { .. } => red_pen_line(kit, assessment, id),
        _ => return None,
    })
}

pub static COMPARE: Pages = Pages {
    draw: compare,
    frame: &WORKSPACE,
};

fn compare(_: &Route, open: Option<&Snapshot>, _: &Kit) -> Option<Html> {
    let open = open?;
    Some(html! { <ComparePage key={&*open.id} assessment={open.assessment.clone()} id={open.id.clone()} /> })
}

pub static VERSIONS: Pages = Pages {
    draw: versions,
    frame: &WORKSPACE,
};

fn versions(route: &Route, open: Option<&Snapshot>, kit: &Kit) -> Option<Html> {
    let open = open?;
    let key = [&*open.id, kit.pack.hash()].concat();
    Some(match route {
        Route::Versions { .. } => {
            html! { <VersionsPage {key} id={open.id.clone()} assessment={open.assessment.clone()} second={second(&open.id)} overdue={days_without(open)} /> }
        }
        Route::Version { at, .. } => html! { <VersionPage key={at.clone()} id={open.id.clone()} at={at.parse().unwrap_or(0.0)} /> },
        _ => return None,
    })
}

pub static PANEL: Pages = Pages {
    draw: panel,
    frame: &WORKSPACE,
};

fn panel(route: &Route, open: Option<&Snapshot>, kit: &Kit) -> Option<Html> {
    let of_panel = |open: &Snapshot, room: bool| {
        let key = [&*open.id, kit.pack.hash()].concat();
        html! { <PanelPage {key} assessment={open.assessment.clone()} id={open.id.clone()} {room} /> }
    };
    Some(match route {
        Route::Panel { .. } => of_panel(open?, false),
        Route::Room { .. } => of_panel(open?, true),
        _ => return None,
    })
}

pub static SCORING: Pages = Pages {
    draw: scoring,
    frame: &WORKSPACE,
};

fn scoring(route: &Route, _: Option<&Snapshot>, _: &Kit) -> Option<Html> {
    Some(match route {
        Route::ScoringCopies => html! { <ScoringList /> },
        Route::Scoring { key } => html! { <ScoringPage key={key.clone()} address={key.clone()} /> },
        Route::ScoringItem { key, item } => html! { <ScoringPage key={key.clone()} address={key.clone()} item={Some(AttrValue::from(item.clone()))} /> },
        Route::TrainingRun { run } => html! { <ScoringPage key={run.clone()} address={run.clone()} what={For::Training} /> },
        Route::TrainingItem { run, item } => {
            html! { <ScoringPage key={run.clone()} address={run.clone()} what={For::Training} item={Some(AttrValue::from(item.clone()))} /> }
        }
        Route::TrainingResult { run } => html! { <ScoringPage key={run.clone()} address={run.clone()} what={For::Result} /> },
        _ => return None,
    })
}

pub static TRAINING: Pages = Pages {
    draw: training,
    frame: &WORKSPACE,
};

fn training(_: &Route, _: Option<&Snapshot>, _: &Kit) -> Option<Html> {
    Some(html! { <TrainingPage /> })
}

pub static CRITERIA: Pages = Pages {
    draw: criteria,
    frame: &WORKSPACE,
};

fn criteria(route: &Route, open: Option<&Snapshot>, _: &Kit) -> Option<Html> {
    Some(match route {
        Route::Criteria => html! { <CriteriaPage /> },
        Route::Pack { pack } => html! { <PackPage key={pack.clone()} address={pack.clone()} /> },
        Route::Under { .. } => {
            let open = open?;
            html! { <UnderPage key={&*open.id} assessment={open.assessment.clone()} id={open.id.clone()} /> }
        }
        _ => return None,
    })
}

pub static ADAPT: Pages = Pages {
    draw: adapt,
    frame: &WORKSPACE,
};

fn adapt(route: &Route, _: Option<&Snapshot>, _: &Kit) -> Option<Html> {
    let Route::Adapt { draft } = route else { return None };
    Some(html! { <AdaptPage key={draft.clone()} address={draft.clone()} /> })
}

pub static DESK: Pages = Pages { draw: desk, frame: &WORKSPACE };

fn desk(_: &Route, _: Option<&Snapshot>, _: &Kit) -> Option<Html> {
    Some(html! { <DeskPage /> })
}
