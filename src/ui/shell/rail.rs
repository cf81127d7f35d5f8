//! The rail: the journey from top to bottom, each line with its state. On narrow screens it is a menu.

use crate::assessment::Assessment;
use crate::browser::clock;
use crate::criteria::{CategorySlot, ItemSlot};
use crate::eligibility::{Outcome, Verdict, judge};
use crate::findings::{Finding, findings};
use crate::language::fill;
use crate::scoring::score;
use crate::ui::kit::{Kit, use_kit};
use crate::ui::parts::Ring;
use crate::ui::route::Route;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct RailProps {
    pub assessment: Rc<Assessment>,
    pub id: Rc<str>,
    pub route: Route,
}

/// Everything the rail shows, so that typing, which changes none of it, draws nothing anew.
#[derive(Clone, PartialEq)]
struct Journey {
    profile_missing: usize,
    eligibility: (Verdict, usize),
    missing: usize,
    categories: Vec<(CategorySlot, usize, usize)>,
    percents: Vec<Option<u8>>,
}

#[component]
pub fn Rail(props: &RailProps) -> Html {
    let kit = use_kit();
    let journey = journey(&kit, &props.assessment);
    html! { <RailLines {journey} id={props.id.clone()} route={props.route.clone()} /> }
}

fn journey(kit: &Kit, assessment: &Assessment) -> Journey {
    let score = score(&kit.pack, assessment);
    let record = &assessment.eligibility;
    let eligibility = judge(&kit.pack, assessment, record.edition, record.application_date, clock::today());
    let found = findings(&kit.pack, assessment, &eligibility);
    Journey {
        profile_missing: found.iter().filter(|finding| matches!(finding, Finding::ProfileMissing(_))).count(),
        eligibility: (eligibility.verdict, eligibility.count(Outcome::Undecided)),
        missing: found.len(),
        categories: score
            .categories
            .iter()
            .map(|category| (category.category, category.rated, category.items))
            .collect(),
        percents: score.items.iter().map(|item| item.percent.map(|percent| percent.value())).collect(),
    }
}

#[derive(Properties, PartialEq)]
struct RailLinesProps {
    journey: Journey,
    id: Rc<str>,
    route: Route,
}

#[component]
fn RailLines(props: &RailLinesProps) -> Html {
    let kit = use_kit();
    let words = kit.words();
    let open = use_state(|| false);
    // Choosing a line closes the menu of narrow screens.
    {
        let open = open.clone();
        use_effect_with(props.route.clone(), move |_| open.set(false));
    }
    let toggle = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    let id = props.id.to_string();
    let journey = &props.journey;
    let profile = match journey.profile_missing {
        0 => words.rail_complete.to_owned(),
        missing => fill(words.rail_missing, &[("n", &missing.to_string())]),
    };
    let eligibility = match journey.eligibility {
        (Verdict::Eligible, _) => words.rail_eligible.to_owned(),
        (Verdict::NotEligible, _) => words.rail_not_eligible.to_owned(),
        (Verdict::Undecided, open) => fill(words.rail_undecided, &[("n", &open.to_string())]),
    };
    let draft = match journey.missing {
        0 => words.rail_complete.to_owned(),
        missing => fill(words.rail_missing, &[("n", &missing.to_string())]),
    };
    let here = match &props.route {
        Route::Item { item, .. } => kit.pack.item_slot(item),
        _ => None,
    };
    let line = |route: Route, label: &str, end: String| line(&props.route, route, label, end);
    html! {
        <>
            <button type="button" class="menu" aria-expanded={open.to_string()} aria-controls="journey" onclick={toggle}>{ words.rail_menu }</button>
            <nav id="journey" class={classes!("rail", open.then_some("open"))} aria-label={words.rail_label}>
                <div class="part">{ words.rail_prepare }</div>
                { line(Route::Organisation { id: id.clone() }, words.organisation_title, profile) }
                { line(Route::Eligibility { id: id.clone() }, words.eligibility_title, eligibility) }
                <div class="part">{ words.rail_assess }</div>
                { for journey.categories.iter().map(|&(category, rated, items)| categories(&kit, props, category, (rated, items), here)) }
                <div class="part">{ words.rail_conclude }</div>
                { line(Route::Result { id: id.clone() }, words.result_title, String::new()) }
                <div class="part">{ words.rail_apply }</div>
                { line(Route::Draft { id: id.clone() }, words.draft_title, draft) }
                <div class="part">{ words.rail_kit }</div>
                { line(Route::Home, words.nav_home, String::new()) }
                { line(Route::Settings, words.settings_title, String::new()) }
            </nav>
        </>
    }
}

fn line(current: &Route, route: Route, label: &str, end: String) -> Html {
    let here = *current == route;
    html! {
        <a href={route.href()} class={classes!("line", here.then_some("here"))} aria-current={here.then_some("page")}>
            <span>{ label.to_owned() }</span><span class="end">{ end }</span>
        </a>
    }
}

/// A category; opened to its items while one of them is shown.
fn categories(kit: &Kit, props: &RailLinesProps, category: CategorySlot, (rated, items): (usize, usize), here: Option<ItemSlot>) -> Html {
    let words = kit.pack_words();
    let content = kit.pack.category(category);
    let open = here.is_some_and(|slot| kit.pack.category_of(slot) == category);
    let Some(first) = kit.pack.items_of(category).next() else {
        return Html::default();
    };
    let progress = fill(kit.words().rail_progress, &[("rated", &rated.to_string()), ("items", &items.to_string())]);
    html! {
        <>
            <a href={Route::item(&props.id, &kit.pack, first).href()} class={classes!("line", open.then_some("open"))}>
                <Ring {rated} {items} /><span>{ format!("{} {}", content.number, words.category(&content.id)) }</span>
                <span class="end" title={progress.clone()}>{ content.points }<span class="hidden">{ format!(" {progress}") }</span></span>
            </a>
            if open {
                { for kit.pack.items_of(category).map(|slot| {
                    let item = kit.pack.item(slot);
                    let percent = props.journey.percents[slot.0].map_or_else(|| kit.words().not_rated_short.to_owned(), |percent| format!("{percent}%"));
                    let here = here == Some(slot);
                    html! {
                        <a href={Route::item(&props.id, &kit.pack, slot).href()} class={classes!("line", "item", here.then_some("here"))} aria-current={here.then_some("page")}>
                            <span>{ format!("{} {}", item.number, words.item(&item.id)) }</span><span class="end">{ percent }</span>
                        </a>
                    }
                }) }
            }
        </>
    }
}
