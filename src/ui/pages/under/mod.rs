//! One assessment under other criteria: verdicts and totals side by side, and item by item what changing to one of them
//! does, before it is done.

mod plan;
mod reckoned;
mod standings;

use crate::archive::versions::Occasion;
use crate::archive::{self, Plan, Project, plan as plan_of};
use crate::assessment::Assessment;
use crate::browser::{clock, host, page};
use crate::comparison::{Standing, standing};
use crate::criteria::{Library, Lineage, Pack};
use crate::language::fill;
use crate::ui::kit::{Kit, Notice, use_kit};
use crate::ui::parts::{on_button, on_value};
use crate::ui::route::Route;
use reckoned::use_reckoned;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// Other criteria being looked at, and what going over to them would do to these answers.
#[derive(Clone)]
struct Chosen {
    to: Rc<Pack>,
    plan: Plan,
    assessment: Rc<Assessment>,
}

#[derive(Properties, PartialEq)]
pub struct UnderPageProps {
    pub id: Rc<str>,
    pub assessment: Rc<Assessment>,
}

#[component]
pub fn UnderPage(props: &UnderPageProps) -> Html {
    let kit = use_kit();
    let words = kit.words();
    // How ids follow each other; none while it is being read.
    let lineage = use_state(|| None::<Rc<Lineage>>);
    let chosen = use_state(|| None::<Chosen>);
    {
        let lineage = lineage.setter();
        use_effect_with((), move |()| {
            spawn_local(async move {
                let text = host::text("criteria/lineage.json").await;
                lineage.set(Some(Rc::new(text.and_then(|text| Lineage::read(&text).ok()).unwrap_or_default())));
            });
        });
    }
    let others = others(&kit.library, &kit.pack);
    let reckoned = use_reckoned(&kit, &props.assessment, lineage.as_ref(), &others);
    let back = html! { <p class="crumbs"><a href={Route::Result { id: props.id.to_string() }.href()}>{ words.under_back() }</a></p> };
    let Some((lineage, project)) = lineage.as_ref().zip(project_of(&kit, &props.assessment)) else {
        return html! { <main class="page wide" aria-busy="true"><div class="stack-s">{ back }<h1>{ words.under_title() }</h1><p class="muted">{ words.open_reading() }</p></div></main> };
    };
    // A plan is one for the answers it was made for.
    let planned = chosen.as_ref().filter(|chosen| chosen.assessment == props.assessment);
    let own = standing(&project, &kit.pack, clock::today());
    let others_shown = others.iter().map(|other| Row {
        pack: other,
        standing: reckoned.of(other),
    });
    let rows: Vec<Row<'_>> = std::iter::once(Row {
        pack: &kit.pack,
        standing: Some(&own),
    })
    .chain(others_shown)
    .collect();
    let onclick = {
        let (chosen, planned, kit, lineage, assessment) = (chosen.setter(), planned.cloned(), kit.clone(), lineage.clone(), props.assessment.clone());
        let others = others.clone();
        on_button("data-act", move |act| {
            let Some(project) = project_of(&kit, &assessment) else { return };
            match act.split_once(' ') {
                Some(("look", key)) => {
                    let to = others.iter().find(|pack| pack.key() == key);
                    if let Some(to) = to
                        && let Ok(plan) = plan_of(&project, &kit.pack, to, &lineage, kit.language.tag())
                    {
                        let (to, assessment) = (to.clone(), assessment.clone());
                        chosen.set(Some(Chosen { to, plan, assessment }));
                        page::show("plan");
                    }
                }
                _ => {
                    let Some(Chosen { to, plan, .. }) = &planned else { return };
                    if let Ok(project) = archive::carry(&project, &kit.pack, to, plan) {
                        let name = to.words(kit.language.tag()).short();
                        kit.store.carry(to.clone(), project, Occasion::Carry);
                        kit.notify.emit(Notice::good(fill(kit.words().under_carried(), &[("name", name)])));
                        page::scroll_to_top();
                    }
                }
            }
        })
    };
    let onchange = {
        let (chosen, planned) = (chosen.setter(), planned.cloned());
        on_value(move |at| {
            if let (Some(mut changed), Ok(at)) = (planned.clone(), at.parse::<usize>()) {
                if let Some(proposal) = changed.plan.proposals.get_mut(at) {
                    proposal.accepted = !proposal.accepted;
                }
                chosen.set(Some(changed));
            }
        })
    };
    html! {
        <main class="page wide" key="under"><div class="stack" {onclick} {onchange}>
            <div class="stack-xs">{ back }<h1>{ words.under_title() }</h1><p>{ words.under_intro() }</p></div>
            { standings::table(&kit, &rows) }
            { standings::categories(&kit, &rows) }
            <div id="plan" tabindex="-1">{ for planned.map(|planned| plan::plan(&kit, &kit.pack, &planned.to, &planned.plan)) }</div>
        </div></main>
    }
}

/// One pack, and how the assessment stands under it; none while that is being reckoned.
struct Row<'a> {
    pack: &'a Pack,
    standing: Option<&'a Standing>,
}

/// The project of what is drawn; none where the store has gone on from it and another drawing is on its way.
fn project_of(kit: &Kit, drawn: &Rc<Assessment>) -> Option<Project> {
    let open = kit.store.snapshot()?;
    let is_drawn = Rc::ptr_eq(&open.pack, &kit.pack) && Rc::ptr_eq(&open.assessment, drawn);
    kit.store.project().filter(|_| is_drawn)
}

/// The packs to compare with: of each id and edition the one that goes first, without the assessment's own. A new session of its award
/// stands before the others.
fn others(library: &Library, own: &Pack) -> Vec<Rc<Pack>> {
    let mut others: Vec<Rc<Pack>> = Vec::new();
    for held in library.held().iter().filter(|held| !library.is_hidden(held)) {
        if held.pack.key() != own.key() && !others.iter().any(|other| other.key() == held.pack.key()) {
            others.push(held.pack.clone());
        }
    }
    if let Some(newer) = library.newer_session(own)
        && let Some(at) = others.iter().position(|other| other.key() == newer.key())
    {
        others[..=at].rotate_right(1);
    }
    others
}
