//! The rail: the journey from top to bottom, each line with its state. On narrow screens it is a menu.

use super::missing::{Missing, Missings};
use super::top::language_switch;
use crate::assessment::Assessment;
use crate::browser::page;
use crate::criteria::{ItemSlot, Pack};
use crate::language::fill;
use crate::merge::PartOf;
use crate::scoring::{CategoryScore, Maximum, Score, score};
use crate::ui::app::{Part, given, use_part_when_idle};
use crate::ui::kit::{Kit, use_kit};
use crate::ui::parts::{key_of, ring};
use crate::ui::route::Route;
use crate::ui::screen::use_screen;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct RailProps {
    pub assessment: Rc<Assessment>,
    pub id: Rc<str>,
    pub route: Route,
    /// Whose part it is, where it was handed out: the journey is that of its items then.
    pub part: Option<Rc<PartOf>>,
    /// How many parts of it are out.
    pub out: usize,
    /// What is to be said of its backups.
    pub mark: String,
}

impl RailProps {
    fn is_own(&self, pack: &Pack, slot: ItemSlot) -> bool {
        self.part.as_ref().is_none_or(|part| part.items.contains(&pack.item(slot).id))
    }
}

#[component]
pub fn Rail(props: &RailProps) -> Html {
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
    // Escape closes it from wherever the focus is in it, and leads back to the button.
    let onkeydown = {
        let open = open.clone();
        Callback::from(move |event: KeyboardEvent| {
            if *open && key_of(&event).is_some_and(|key| key == "Escape") {
                open.set(false);
                page::focus("menu");
            }
        })
    };
    let screen = use_screen();
    let id = props.id.to_string();
    let score = score(&kit.pack, &props.assessment);
    // What is missing is counted by a part of its own, which nobody who writes has to wait for.
    use_part_when_idle(Part::Findings);
    let Missing { profile, eligibility, draft } = match given::<Missings>(Part::Findings) {
        Some(missings) => (missings.of)(&kit, &props.assessment),
        None => Missing::default(),
    };
    let here = match &props.route {
        Route::Item { item, .. } | Route::Interview { item, .. } => kit.pack.item_slot(item),
        _ => None,
    };
    let whole = props.part.is_none();
    let line = |route: Route, label: &str, end: String| line(&props.route, route, label, end);
    html! {
        <>
            <button type="button" class="menu" id="menu" aria-expanded={open.to_string()} aria-controls="journey" onclick={toggle} onkeydown={&onkeydown}>{ words.rail_menu() }</button>
            <nav id="journey" class={classes!("rail", open.then_some("open"))} aria-label={words.rail_label()} {onkeydown}>
                { line(Route::Overview { id: id.clone() }, words.overview_title(), String::new()) }
                <div class="part">{ words.rail_prepare() }</div>
                { line(Route::Organisation { id: id.clone() }, words.organisation_title(), profile) }
                if whole { { line(Route::Eligibility { id: id.clone() }, words.eligibility_title(), eligibility) } }
                <div class="part">{ words.rail_assess() }</div>
                { for score.categories.iter().map(|category_score| category(&kit, props, &score, category_score, here)) }
                { for kit.pack.results_items().find(|slot| props.is_own(&kit.pack, *slot)).map(|first| {
                    let route = Route::indicators(&id, &kit.pack, first);
                    let here = matches!(props.route, Route::Indicators { .. } | Route::Figures { .. });
                    html! { <a href={route.href()} class={classes!("line", here.then_some("here"))} aria-current={here.then_some("page")}><span>{ words.grid_title() }</span></a> }
                }) }
                { line(Route::Evidence { id: id.clone() }, words.register_title(), count(props.assessment.evidence.entries.len())) }
                if whole {
                    { line(Route::Departments { id: id.clone() }, words.departments_title(), match props.out { 0 => String::new(), n => fill(words.departments_rail(), &[("n", &n.to_string())]) }) }
                    <div class="part">{ words.rail_conclude() }</div>
                    { line(Route::Result { id: id.clone() }, words.result_title(), String::new()) }
                }
                { line(Route::Improvement { id: id.clone() }, words.improvement_title(), count(props.assessment.improvement.actions.len())) }
                if whole {
                    { line(Route::Compare { id: id.clone() }, words.compare_title(), String::new()) }
                    { line(Route::Under { id: id.clone() }, words.under_title(), String::new()) }
                    { line(Route::Panel { id: id.clone() }, words.panel_title(), String::new()) }
                    <div class="part">{ words.rail_apply() }</div>
                    { line(Route::RedPen { id: id.clone() }, words.red_title(), String::new()) }
                    { line(Route::Draft { id: id.clone() }, words.draft_title(), draft) }
                    { line(Route::Road { id: id.clone() }, words.road_title(), road(&props.assessment)) }
                }
                <div class="part">{ words.rail_kit() }</div>
                { line(Route::Versions { id: id.clone() }, words.versions_title(), props.mark.clone()) }
                { line(Route::Home, words.nav_home(), String::new()) }
                { line(Route::Pack { pack: kit.pack.key() }, words.criteria_title(), kit.pack_words().short().to_owned()) }
                { line(Route::Settings, words.settings_title(), String::new()) }
                <div class="line tongue">{ language_switch(&screen) }</div>
            </nav>
        </>
    }
}

/// A number at the end of a line; nothing for none.
fn count(n: usize) -> String {
    if n == 0 { String::new() } else { n.to_string() }
}

/// How many stages are done; nothing while none is.
fn road(assessment: &Assessment) -> String {
    let stages = &assessment.road.stages;
    match stages.iter().filter(|stage| stage.done).count() {
        0 => String::new(),
        done => [done.to_string(), " / ".to_owned(), stages.len().to_string()].concat(),
    }
}

fn line(current: &Route, route: Route, label: &str, end: String) -> Html {
    let here = match (current, &route) {
        (Route::EvidenceEntry { .. }, Route::Evidence { .. })
        | (Route::ImprovementAction { .. } | Route::Next { .. }, Route::Improvement { .. })
        | (Route::Room { .. }, Route::Panel { .. })
        | (Route::Version { .. }, Route::Versions { .. }) => true,
        _ => *current == route,
    };
    html! {
        <a href={route.href()} class={classes!("line", here.then_some("here"))} aria-current={here.then_some("page")}>
            <span>{ label.to_owned() }</span><span class="end">{ end }</span>
        </a>
    }
}

/// A category; opened to its items while one of them is shown.
fn category(kit: &Kit, props: &RailProps, score: &Score, category: &CategoryScore, here: Option<ItemSlot>) -> Html {
    let words = kit.pack_words();
    let slot = category.category;
    let content = kit.pack.category(slot);
    let items: Vec<ItemSlot> = kit.pack.items_of(slot).filter(|slot| props.is_own(&kit.pack, *slot)).collect();
    let open = props.part.is_some() || here.is_some_and(|here| kit.pack.category_of(here) == slot);
    let Some(&first) = items.first() else { return Html::default() };
    let (rated, all) = match props.part {
        None => (category.rated, category.items),
        Some(_) => (items.iter().filter(|slot| score.items[slot.0].percent.is_some()).count(), items.len()),
    };
    let progress = fill(kit.words().rail_progress(), &[("rated", &rated.to_string()), ("items", &all.to_string())]);
    let points = match category.items {
        0 if score.category_applies(&kit.pack, slot) => kit.words().term_bonus().to_owned(),
        0 => kit.words().term_not_applicable().to_owned(),
        _ => category.tally.max.to_string(),
    };
    html! {
        <>
            <a href={Route::item(&props.id, &kit.pack, first).href()} class={classes!("line", open.then_some("open"))}>
                { ring(rated, all) }<span>{ format!("{} {}", content.number, words.category(&content.id)) }</span>
                <span class="end" title={progress.clone()}>{ points }<span class="hidden">{ format!(" {progress}") }</span></span>
            </a>
            if open {
                { for items.iter().map(|&slot| {
                    let item = kit.pack.item(slot);
                    let percent = match (score.items[slot.0].maximum, score.items[slot.0].percent) {
                        (Maximum::NotApplicable, _) => kit.words().term_not_applicable().to_owned(),
                        (_, Some(percent)) => percent.to_string(),
                        (Maximum::Bonus(_), None) => kit.words().term_bonus().to_owned(),
                        (Maximum::Counted(_), None) => kit.words().not_rated_short().to_owned(),
                    };
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
