//! The assessment beside another one: an earlier file, one of this device, another organisation's, or its own targets. What
//! was gained and lost, by category and item, and what was written, measured and planned differently.
//!
//! Nothing here changes an assessment. What is compared with is kept beside it and is there again when the page is come back
//! to.

mod categories;
mod choosing;
mod document;
mod figures;
mod item;
mod items;
mod other;
mod told;
mod wording;

pub(super) use other::lineage;

use crate::archive::versions::Occasion;
use crate::assessment::Assessment;
use crate::browser::compared::{self, Compared};
use crate::browser::page;
use crate::browser::storage::{self, Card};
use crate::browser::versions::{self, Version};
use crate::comparison::{Difference, difference};
use crate::criteria::ItemSlot;
use crate::language::fill;
use crate::merge::restored;
use crate::report::say;
use crate::scoring::{Assumption, assumed};
use crate::ui::kit::{Kit, Notice, use_kit};
use crate::ui::parts::{file_target, on_button};
use choosing::Choices;
use items::Listing;
use other::{Other, Reading, Trouble};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// Id of the input that picks the file.
const INPUT: &str = "compare-file";

/// What the parts of the page are made from.
struct View<'a> {
    kit: &'a Kit,
    assessment: &'a Assessment,
    id: &'a str,
    /// Whether an item of the other one may take the place of this one's.
    restorable: bool,
    /// The other one; none where the targets are what is compared with.
    other: Option<&'a Other>,
    before: &'a Assessment,
    after: &'a Assessment,
    found: &'a Difference,
}

impl View<'_> {
    /// The names of the two sides and of what lies between them.
    fn heads(&self) -> [&'static str; 3] {
        say::sides(self.kit.language, self.other.is_none())
    }
}

/// What is compared with, and what is to be.
#[derive(Clone, PartialEq, Default)]
struct Chosen {
    /// Read before; shown until another one is read.
    shown: Option<(Compared, Option<Rc<Other>>)>,
    /// To be read. What the user has just chosen is kept once it is read.
    wanted: Option<(Compared, bool)>,
    /// Why what was kept cannot be shown.
    trouble: Option<String>,
}

#[derive(Properties, PartialEq)]
pub struct ComparePageProps {
    pub id: Rc<str>,
    pub assessment: Rc<Assessment>,
}

#[component]
pub fn ComparePage(props: &ComparePageProps) -> Html {
    let kit = use_kit();
    let words = kit.words();
    let chosen = use_state(Chosen::default);
    let cards = use_state(Vec::<Card>::new);
    let former = use_state(Vec::<Version>::new);
    let listing = use_state(Listing::default);
    {
        let (chosen, cards, former, id) = (chosen.setter(), cards.setter(), former.setter(), props.id.clone());
        use_effect_with((), move |()| {
            spawn_local(async move {
                let all = storage::list().await.unwrap_or_default();
                cards.set(all.into_iter().filter(|card| *card.id != *id).collect());
                former.set(versions::list(&id).await.unwrap_or_default());
                if let Ok(Some(kept)) = compared::load(&id).await {
                    chosen.set(Chosen {
                        wanted: Some((kept, false)),
                        ..Chosen::default()
                    });
                }
            });
        });
    }
    use_reading(&kit, &props.id, &chosen);
    let choose = {
        let (chosen, current) = (chosen.setter(), (*chosen).clone());
        Callback::from(move |wanted: Compared| {
            chosen.set(Chosen {
                wanted: Some((wanted, true)),
                ..current.clone()
            });
        })
    };
    let target = {
        let (kit, choose) = (kit.clone(), choose.clone());
        file_target(INPUT, ".json,.zip,.age,application/json,application/zip", move |file| {
            other::take(&kit, file, choose.clone());
        })
    };
    let onclick = {
        let (kit, id, setter, choose, listing) = (kit.clone(), props.id.clone(), chosen.setter(), choose.clone(), listing.clone());
        let shown = chosen.shown.clone();
        on_button("data-act", move |act| match &*act {
            "pick" => page::click(INPUT),
            "targets" => choose.emit(Compared::Targets),
            "stop" => {
                setter.set(Chosen::default());
                other::keep(&kit, &id, None);
            }
            "print" => page::print(),
            "word" | "tracked" => document::download(&kit, &shown, act == "tracked"),
            "open" => listing.set(Listing {
                open: !listing.open,
                ..(*listing).clone()
            }),
            _ => {
                let slot = act.strip_prefix("take ").and_then(|item| kit.pack.item_slot(item));
                if let (Some(slot), Some((_, Some(other)))) = (slot, &shown) {
                    take(&kit, other, slot);
                }
            }
        })
    };
    let body = match &chosen.shown {
        Some((Compared::Targets, _)) if props.assessment.improvement.targets.iter().all(Option::is_none) => Html::default(),
        Some((Compared::Targets, _)) => {
            let after = assumed(&kit.pack, &props.assessment, Assumption::Targets);
            compared_with(&kit, props, None, &props.assessment, &after, &listing)
        }
        Some((_, Some(other))) => compared_with(&kit, props, Some(other), &other.brought.project.assessment, &props.assessment, &listing),
        _ => Html::default(),
    };
    html! {
        <main class="page wide compare" key="compare" ondragover={target.over} ondrop={target.drop}><div class="stack" {onclick}>
            <div class="stack-xs"><h1>{ words.compare_title() }</h1><p>{ words.compare_intro() }</p></div>
            { target.input }
            { choosing::choosing(&kit, props, &chosen, &Choices { cards: &cards, former: &former }, &choose) }
            { body }
        </div></main>
    }
}

fn compared_with(
    kit: &Kit,
    props: &ComparePageProps,
    other: Option<&Other>,
    before: &Assessment,
    after: &Assessment,
    listing: &UseStateHandle<Listing>,
) -> Html {
    let theirs = other.map(|other| &other.brought.project.assessment.organisation);
    let view = View {
        restorable: theirs.is_some_and(|theirs| theirs.is_same_as(&props.assessment.organisation) != Some(false)),
        kit,
        assessment: &props.assessment,
        id: &props.id,
        other,
        before,
        after,
        found: &difference(&kit.pack, before, after),
    };
    html! { <>{ told::told(&view) }{ categories::categories(&view) }{ items::items(&view, listing) }</> }
}

/// Puts one item of the other one into this one's place, as one step of undo.
fn take(kit: &Kit, other: &Other, slot: ItemSlot) {
    let Some(now) = kit.store.project() else { return };
    let item = say::item_name(&kit.pack, kit.language, slot);
    let project = restored(&kit.pack, &now, &other.brought.project, slot);
    kit.store.carry(kit.pack.clone(), project, Occasion::Restore);
    kit.notify.emit(Notice::good(fill(kit.words().versions_taken(), &[("item", &item)])));
}

/// Reads what is wanted; again when the criteria change or more of them have come. What the user chose and cannot be read
/// is told in one sentence, and what was shown stays.
#[hook]
fn use_reading(kit: &Kit, id: &Rc<str>, chosen: &UseStateHandle<Chosen>) {
    let (kit, id, state) = (kit.clone(), id.clone(), chosen.clone());
    // Under other criteria what is shown is read again.
    let shown = chosen.shown.as_ref().map(|(compared, _)| (compared.clone(), false));
    let wanted = chosen.wanted.clone().or(shown);
    let by = [kit.pack.key(), kit.pack.hash().to_owned()].concat();
    use_effect_with((wanted, by, kit.library.clone()), move |(wanted, by, _)| {
        let Some((compared, fresh)) = wanted.clone() else { return };
        let current = state
            .shown
            .as_ref()
            .is_some_and(|(shown, other)| *shown == compared && other.as_ref().is_none_or(|other| other.by == *by));
        if state.wanted.is_none() && current {
            return;
        }
        let by = by.clone();
        spawn_local(async move {
            match other::read(&kit, &id, &compared, by).await {
                Reading::Waiting => {}
                Reading::Read(other) => {
                    if fresh {
                        other::keep(&kit, &id, Some(compared.clone()));
                    }
                    state.set(Chosen {
                        shown: Some((compared, other)),
                        ..Chosen::default()
                    });
                }
                Reading::Failed(Trouble { name, reason }) => {
                    let words = kit.words();
                    let sentence = match name {
                        Some(name) => fill(words.compare_refused(), &[("name", &name), ("reason", &reason)]),
                        None => reason,
                    };
                    if fresh {
                        kit.notify.emit(Notice::bad(sentence));
                        state.set(Chosen {
                            shown: state.shown.clone(),
                            ..Chosen::default()
                        });
                    } else {
                        state.set(Chosen {
                            trouble: Some(sentence),
                            ..Chosen::default()
                        });
                    }
                }
            }
        });
    });
}
