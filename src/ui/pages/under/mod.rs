//! One assessment under other criteria: verdicts and totals side by side, and item by item what changing to one of them
//! does, before it is done.

mod plan;
mod standings;

use crate::archive::{self, Plan, Project, plan as plan_of};
use crate::browser::{clock, host, module, page, storage};
use crate::comparison::standings as standings_of;
use crate::criteria::{Library, Lineage, Pack, write_pack_file};
use crate::language::fill;
use crate::report::say;
use crate::ui::app::pack_of;
use crate::ui::kit::{Kit, use_kit};
use crate::ui::parts::{on_button, on_value};
use crate::ui::route::Route;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct UnderPageProps {
    pub id: AttrValue,
}

/// The assessment as it was read, and how ids follow each other.
#[derive(Clone)]
struct Read {
    pack: Rc<Pack>,
    project: Project,
    lineage: Rc<Lineage>,
}

#[component]
pub fn UnderPage(props: &UnderPageProps) -> Html {
    let kit = use_kit();
    let words = kit.words();
    let read = use_state(|| None::<Result<Read, String>>);
    let chosen = use_state(|| None::<(Rc<Pack>, Plan)>);
    {
        let (read, id, kit) = (read.setter(), props.id.to_string(), kit.clone());
        use_effect_with((kit.library.clone(), props.id.clone()), move |_| {
            spawn_local(async move {
                if let Some(found) = load(&kit, &id).await {
                    read.set(Some(found));
                }
            });
        });
    }
    let back = html! { <p class="crumbs"><a href={Route::Result { id: props.id.to_string() }.href()}>{ words.under_back }</a></p> };
    let found = match &*read {
        Some(Ok(found)) => found,
        Some(Err(reason)) => {
            let text = fill(words.under_unreadable, &[("reason", reason)]);
            return html! { <main class="page wide"><div class="stack-s">{ back }<h1>{ words.under_title }</h1><p role="alert">{ text }</p></div></main> };
        }
        None => {
            return html! { <main class="page wide" aria-busy="true"><div class="stack-s">{ back }<h1>{ words.under_title }</h1><p class="muted">{ words.open_reading }</p></div></main> };
        }
    };
    let others = others(&kit.library, &found.pack);
    let packs: Vec<&Pack> = others.iter().map(Rc::as_ref).collect();
    let Ok(standings) = standings_of(&found.project, &found.pack, &packs, &found.lineage, clock::today()) else {
        return Html::default();
    };
    let onclick = {
        let (chosen, kit, found, id) = (chosen.clone(), kit.clone(), found.clone(), props.id.clone());
        let others = others.clone();
        on_button("data-act", move |act| match act.split_once(' ') {
            Some(("look", key)) => {
                let to = others.iter().find(|pack| pack.key() == key);
                if let Some(to) = to
                    && let Ok(plan) = plan_of(&found.project, &found.pack, to, &found.lineage, kit.language.tag())
                {
                    chosen.set(Some((to.clone(), plan)));
                    page::show("plan");
                }
            }
            _ => carry(&found, &id, chosen.as_ref()),
        })
    };
    let onchange = {
        let chosen = chosen.clone();
        on_value(move |at| {
            if let (Some((to, plan)), Ok(at)) = (chosen.as_ref(), at.parse::<usize>()) {
                let mut plan = plan.clone();
                if let Some(proposal) = plan.proposals.get_mut(at) {
                    proposal.accepted = !proposal.accepted;
                }
                chosen.set(Some((to.clone(), plan)));
            }
        })
    };
    let all: Vec<&Pack> = std::iter::once(&*found.pack).chain(packs).collect();
    html! {
        <main class="page wide" key="under"><div class="stack" {onclick} {onchange}>
            <div class="stack-xs">{ back }<h1>{ words.under_title }</h1><p>{ words.under_intro }</p></div>
            { standings::table(&kit, &all, &standings) }
            { standings::categories(&kit, &all, &standings) }
            <div id="plan" tabindex="-1">{ for chosen.iter().map(|(to, plan)| plan::plan(&kit, &found.pack, to, plan)) }</div>
        </div></main>
    }
}

/// The packs to compare with: of each id and edition the one that goes first, without the assessment's own.
fn others(library: &Library, own: &Pack) -> Vec<Rc<Pack>> {
    let mut others: Vec<Rc<Pack>> = Vec::new();
    for held in library.held().iter().filter(|held| !library.is_hidden(held)) {
        if held.pack.key() != own.key() && !others.iter().any(|other| other.key() == held.pack.key()) {
            others.push(held.pack.clone());
        }
    }
    others
}

/// The assessment from storage; none while its criteria may still be on their way.
async fn load(kit: &Kit, id: &str) -> Option<Result<Read, String>> {
    let library = kit.shelf.library();
    let stored = match storage::load(id).await {
        Ok(Some(stored)) => stored,
        Ok(None) => return Some(Err(kit.words().open_missing.to_owned())),
        Err(error) => return Some(Err(crate::ui::shell::storage_words(kit.words(), error).to_owned())),
    };
    let opened = archive::open(&stored.content).and_then(|opened| Ok((pack_of(&library, &opened)?, opened)));
    let read = opened.and_then(|(pack, opened)| Ok((opened.with_pack(&pack)?, pack)));
    match read {
        Ok((project, pack)) => {
            let text = host::text("criteria/lineage.json").await;
            let lineage = text.and_then(|text| Lineage::read(&text).ok()).unwrap_or_default();
            Some(Ok(Read {
                pack,
                project,
                lineage: Rc::new(lineage),
            }))
        }
        Err(_) if !kit.shelf.is_settled() => None,
        Err(error) => Some(Err(say::read_error(kit.language, &error))),
    }
}

/// Hands the assessment under the chosen criteria to the app that has it open.
fn carry(found: &Read, id: &str, chosen: Option<&(Rc<Pack>, Plan)>) {
    let Some((to, plan)) = chosen else { return };
    if let Ok(project) = archive::carry(&found.project, &found.pack, to, plan) {
        module::tell_carried(id, &write_pack_file(to), &archive::write(&project, to));
    }
}
