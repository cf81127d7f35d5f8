//! An assessor's page: the answers of one item to read, and the own judgement of it. Nobody else's scores are here.

mod desk;
mod judging;
mod list;

pub use list::ScoringList;

use crate::archive::ScoringCopy;
use crate::browser::files;
use crate::criteria::ItemSlot;
use crate::export::safe;
use crate::language::fill;
use crate::report::{Options, Section, item_document, say, submission};
use crate::ui::keeping::use_kept;
use crate::ui::kit::{Kit, Notice, use_kit};
use crate::ui::parts::{on_button, preview};
use crate::ui::route::Route;
use crate::ui::shell::storage_words;
use desk::{Desk, Held, State};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct ScoringPageProps {
    /// Under what the copy is kept on this device.
    pub address: AttrValue,
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
}

#[component]
pub fn ScoringPage(props: &ScoringPageProps) -> Html {
    let kit = use_kit();
    let redraw = use_force_update();
    let desk = {
        let (address, redraw) = (props.address.to_string(), redraw.clone());
        use_memo((), move |()| Desk::open(address, Callback::from(move |()| redraw.force_update())))
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
            let told = Options {
                draft_date: None,
                section: Some(Section::Profile),
            };
            let document = submission(&held.pack, held.copy.read.as_ref()?, language, &told);
            Some(preview(&document, language.words().report_not_filled()))
        })
    };
    let (Some(held), Some(slot)) = (ready, slot) else {
        return waiting(&kit, &desk.state());
    };
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
    };
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

fn waiting(kit: &Kit, state: &State) -> Html {
    let words = kit.words();
    let (text, detail) = match state {
        State::Reading => return html! { <main class="page wide" aria-busy="true"><p class="muted">{ words.open_reading() }</p></main> },
        State::Missing => (words.scoring_missing(), None),
        State::Failed(error) => (storage_words(words, *error), None),
        State::Unreadable(error) => (words.open_unreadable(), Some(say::read_error(kit.language, error))),
        State::Ready(_) => (words.scoring_list_empty(), None),
    };
    html! {
        <main class="page wide"><section class="sheet stack-s"><h1>{ text }</h1>{ for detail.map(|detail| html! { <p>{ detail }</p> }) }
            <p><a href={Route::ScoringCopies.href()}>{ words.scoring_list_title() }</a></p></section></main>
    }
}

fn head(view: &View<'_>) -> Html {
    let words = view.kit.words();
    let sheet = &view.copy.sheet;
    let values = [("assessor", &*sheet.assessor), ("organisation", &*sheet.subject.organisation)];
    let counts = [("rated", &*sheet.rated().to_string()), ("assigned", &*sheet.assigned.len().to_string())];
    html! {
        <div class="stack-xs lead">
            <p class="crumbs"><a href={Route::ScoringCopies.href()}>{ words.scoring_list_title() }</a></p>
            <div class="title"><h1>{ words.scoring_title() }</h1>
                <span class="pts row"><span data-testid="progress">{ fill(words.scoring_progress(), &counts) }</span>
                    <button type="button" class="btn main" data-act="back">{ words.scoring_hand_back() }</button></span></div>
            <p>{ fill(words.scoring_of(), &values) }</p>
            <div class="told"><span class="small">{ words.scoring_blind() }</span>{ for view.desk.keeping().map(|keeping| keeping.told(view.kit)) }</div>
        </div>
    }
}

fn address(view: &View<'_>, slot: ItemSlot) -> String {
    let (key, item) = (view.address.to_owned(), view.kit.pack.item(slot).id.clone());
    Route::ScoringItem { key, item }.href()
}

fn items(view: &View<'_>) -> Html {
    let words = view.kit.words();
    let sheet = &view.copy.sheet;
    html! {
        <nav class="sheet stack-s" aria-labelledby="items"><h2 id="items">{ words.scoring_items() }</h2><ul class="jumps">{ for sheet.assigned.iter().map(|slot| {
            let percent = sheet.judgement(*slot).percent.map_or_else(|| words.not_rated_short().to_owned(), |percent| percent.to_string());
            html! { <li><a href={address(view, *slot)} aria-current={(*slot == view.slot).then_some("true")}>{ say::item_name(&view.kit.pack, view.kit.language, *slot) }</a>{ " " }<small>{ percent }</small></li> }
        }) }</ul></nav>
    }
}

fn neighbours(view: &View<'_>) -> Html {
    let words = view.kit.words();
    let assigned = &view.copy.sheet.assigned;
    let at = assigned.iter().position(|slot| *slot == view.slot).unwrap_or(0);
    let before = at.checked_sub(1).and_then(|at| assigned.get(at));
    html! {
        <nav class="row" aria-label={words.item_neighbours()}>
            { for before.map(|slot| html! { <a class="btn" href={address(view, *slot)}>{ words.scoring_previous() }</a> }) }
            { for assigned.get(at + 1).map(|slot| html! { <a class="btn main" href={address(view, *slot)}>{ words.scoring_next() }</a> }) }
        </nav>
    }
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
