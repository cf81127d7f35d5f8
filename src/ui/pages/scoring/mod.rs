//! An assessor's page: the answers of one item to read, and the own judgement of it. Nobody else's scores are here.
//!
//! A case of the training is scored on the same page; once it is finished, its result stands there.

mod desk;
mod frame;
mod judging;
mod list;

pub(super) use desk::{Desk, Held};
pub use list::ScoringList;

use crate::archive::ScoringCopy;
use crate::browser::files;
use crate::browser::panels::Kind;
use crate::browser::training::Place;
use crate::criteria::ItemSlot;
use crate::export::safe;
use crate::language::fill;
use crate::report::{item_document, profile_document, say};
use crate::ui::keeping::use_kept;
use crate::ui::kit::{Kit, Notice, use_kit};
use crate::ui::pages::{ReadFacts, training};
use crate::ui::parts::{on_button, preview};
use frame::{head, items, neighbours, waiting};
use yew::prelude::*;

/// What a copy is for, and what of it is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum For {
    /// Scored for a panel.
    #[default]
    Panel,
    /// Scored for training.
    Training,
    /// What came of the training.
    Result,
}

#[derive(Properties, PartialEq)]
pub struct ScoringPageProps {
    /// Under what the copy is kept on this device: the hash of its file, or the id of a case.
    pub address: AttrValue,
    #[prop_or_default]
    pub what: For,
    /// Id of the item shown; the first that is not rated yet where there is none.
    #[prop_or_default]
    pub item: Option<AttrValue>,
}

/// What the parts of the page are made from.
struct View<'a> {
    /// With the criteria of the copy.
    kit: &'a Kit,
    desk: &'a Desk,
    copy: &'a ScoringCopy,
    slot: ItemSlot,
    address: &'a str,
    /// The copy is a case of the training.
    training: bool,
}

#[component]
pub fn ScoringPage(props: &ScoringPageProps) -> Html {
    let kit = use_kit();
    let redraw = use_force_update();
    let desk = {
        let (address, redraw) = (props.address.to_string(), redraw.clone());
        let (kind, key) = match props.what {
            For::Panel => (Kind::Scoring, address),
            For::Training | For::Result => (Kind::Training, Place::Run(address).key()),
        };
        use_memo((), move |()| Desk::open(kind, key, Callback::from(move |()| redraw.force_update())))
    };
    {
        let desk = Desk::clone(&desk);
        use_kept(move || desk.keeping());
    }
    let ready = desk.held();
    // Criteria may come after the copy.
    {
        let (desk, kit) = (desk.clone(), kit.clone());
        use_effect(move || desk.settle(&kit));
    }
    // What the page began with stays, also once it is rated.
    let began = use_mut_ref(|| None::<ItemSlot>);
    let slot = ready.as_ref().and_then(|held| shown(held, props.item.as_deref(), *began.borrow()));
    *began.borrow_mut() = slot;
    let answers = {
        let held = ready.clone();
        use_memo((kit.language, slot, ready.is_some()), move |&(language, slot, _)| {
            let (held, slot) = (held?, slot?);
            let read = held.copy.read.as_ref()?;
            Some(preview(&item_document(&held.pack, read, language, slot), language.words().report_not_filled()))
        })
    };
    let profile = {
        let held = ready.clone();
        use_memo((kit.language, ready.is_some()), move |&(language, _)| {
            let held = held?;
            let document = profile_document(&held.pack, held.copy.read.as_ref()?, language);
            Some(preview(&document, language.words().report_not_filled()))
        })
    };
    let finished = ready.as_ref().is_some_and(Held::is_finished);
    let result = {
        let (held, kit) = (ready.clone(), kit.clone());
        use_memo((kit.language, finished, props.what), move |&(_, finished, what)| {
            let shown = finished && what == For::Result;
            held.filter(|_| shown).map(|held| training::result(&kit, &held))
        })
    };
    let (Some(held), Some(slot)) = (ready, slot) else {
        return waiting(&kit, &desk.state(), props.what);
    };
    match (&*result, props.what, finished) {
        (Some(result), ..) => return result.clone(),
        (None, For::Result, _) => return training::ending(&kit, &desk, &held, &props.address),
        (None, For::Training, true) => return training::finished(&kit, &props.address),
        _ => {}
    }
    let kit = Kit {
        pack: held.pack.clone(),
        ..kit
    };
    let view = View {
        kit: &kit,
        desk: &desk,
        copy: &held.copy,
        slot,
        address: &props.address,
        training: props.what == For::Training,
    };
    let has_facts = held.copy.read.as_ref().is_some_and(|read| !read.item(slot).facts.is_empty());
    let words = kit.words();
    let onclick = {
        let (kit, desk) = (kit.clone(), desk.clone());
        on_button("data-act", move |_| hand_back(&kit, &desk))
    };
    html! {
        <main class="page" key="scoring" {onclick}>
            { head(&view) }
            <div class="stack">
                <section class="sheet stack-s" aria-labelledby="item">
                    <h2 id="item">{ say::item_name(&kit.pack, kit.language, slot) }</h2>
                    { judging::prompts(&view) }
                </section>
                if let Some(answers) = &*answers {
                    <section class="stack-s reading" aria-labelledby="answers"><h2 id="answers">{ words.scoring_answers() }</h2>{ answers.clone() }</section>
                    // Asked of the host only where there is something to tell.
                    if has_facts { <ReadFacts key={slot.0} pack={held.pack.clone()} copy={held.copy.clone()} {slot} /> }
                } else {
                    <p class="told">{ words.scoring_returned() }</p>
                }
                { judging::remarks(&view) }
                { neighbours(&view) }
                if let Some(profile) = &*profile { <details class="reading"><summary>{ words.organisation_title() }</summary>{ profile.clone() }</details> }
            </div>
            <aside class="aside">
                { judging::rating(&view) }
                { items(&view) }
            </aside>
        </main>
    }
}

/// The item of the address, else the one shown before, else the first that is not rated yet, else the first.
fn shown(held: &Held, item: Option<&str>, before: Option<ItemSlot>) -> Option<ItemSlot> {
    let sheet = &held.copy.sheet;
    let named = item.and_then(|item| held.pack.item_slot(item)).filter(|slot| sheet.assigned.contains(slot));
    let unrated = || sheet.assigned.iter().copied().find(|slot| sheet.judgement(*slot).percent.is_none());
    named.or(before).or_else(unrated).or_else(|| sheet.assigned.first().copied())
}

/// Offers the small file that goes back to the facilitator.
fn hand_back(kit: &Kit, desk: &Desk) {
    let Some((held, content)) = desk.hand_back() else { return };
    let (words, sheet) = (kit.words(), &held.copy.sheet);
    let (organisation, assessor) = (safe(&sheet.subject.organisation), safe(&sheet.assessor));
    let values = [
        ("organisation", &*organisation),
        ("assessor", &*assessor),
        ("counter", &*sheet.counter.to_string()),
    ];
    let name = fill(words.scoring_file(), &values);
    kit.notify.emit(match files::download(content.as_bytes(), &name, "application/json") {
        Ok(()) => Notice::good(fill(words.scoring_handed_back(), &[("name", &name)])),
        Err(_) => Notice::bad(words.file_not_saved()),
    });
}
