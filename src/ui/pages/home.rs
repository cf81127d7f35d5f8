//! Assessments on this device: new, open a file, open the sample; where the data lives and how to back it up.
//!
//! This page is the first download, so that it knows neither criteria nor files: what is asked for here goes to the part
//! that does.

use crate::browser::storage::{self, Card, StorageError};
use crate::browser::{known, page};
use crate::criteria::Kind;
use crate::language::{Words, fill};
use crate::ui::address::{self, CRITERIA, SCORING, SETTINGS, TRAINING};
use crate::ui::app::{Arrival, Arrivals, Part, fetch_ahead, given, load, use_part, workspace};
use crate::ui::parts::{moment, on_button};
use crate::ui::screen::{Notice, Screen, use_screen};
use wasm_bindgen_futures::spawn_local;
use web_sys::{DragEvent, HtmlInputElement};
use yew::prelude::*;

#[component]
pub fn HomePage() -> Html {
    let screen = use_screen();
    let words = screen.words();
    let cards = use_state(|| None::<Result<Vec<Card>, StorageError>>);
    let over = use_state(|| false);
    let reload = {
        let (setter, screen) = (cards.setter(), screen.clone());
        use_callback((), move |(), _| {
            let setter = setter.clone();
            let screen = screen.clone();
            spawn_local(async move {
                let cards = storage::list().await;
                let lost = cards.as_ref().is_ok_and(|cards| known::missing(cards).next().is_some());
                setter.set(Some(cards));
                if lost {
                    arrive(&screen, Arrival::Lost, Callback::noop());
                }
            });
        })
    };
    {
        let (reload, screen) = (reload.clone(), screen.clone());
        use_effect_with((), move |()| {
            // What was just left is saved first, so that the list shows it as it is.
            match workspace() {
                Some(workspace) => (workspace.leave)(reload),
                None => reload.emit(()),
            }
            page::when_idle(move || match given::<Arrivals>(Part::Arrivals) {
                Some(_) => arrive(&screen, Arrival::Nothing, Callback::noop()),
                None => fetch_ahead(Part::Arrivals),
            });
        });
    }
    // Why there is no list is told by the frame, which whoever goes on needs as well.
    use_part(if matches!(*cards, Some(Err(_))) { Part::Assessment } else { Part::First });
    let create = {
        let screen = screen.clone();
        Callback::from(move |_: MouseEvent| arrive(&screen, Arrival::Blank, Callback::noop()))
    };
    let picked = {
        let screen = screen.clone();
        Callback::from(move |event: Event| {
            let input = event.target_unchecked_into::<HtmlInputElement>();
            if let Some(file) = input.files().and_then(|files| files.get(0)) {
                arrive(&screen, Arrival::File(file), Callback::noop());
            }
            input.set_value("");
        })
    };
    let dropped = {
        let (screen, over) = (screen.clone(), over.clone());
        Callback::from(move |event: DragEvent| {
            event.prevent_default();
            over.set(false);
            if let Some(file) = event.data_transfer().and_then(|data| data.files()).and_then(|files| files.get(0)) {
                arrive(&screen, Arrival::File(file), Callback::noop());
            }
        })
    };
    let hover = |value: bool| {
        let over = over.clone();
        Callback::from(move |event: DragEvent| {
            event.prevent_default();
            over.set(value);
        })
    };
    let sample = {
        let screen = screen.clone();
        on_button("data-sample", move |word| {
            if let Some(kind) = Kind::ALL.into_iter().find(|kind| kind.word() == word) {
                arrive(&screen, Arrival::Sample(kind), Callback::noop());
            }
        })
    };
    let samples = [words.home_sample_open(), words.home_sample_service(), words.home_sample_public_welfare()];
    let bin = {
        let (screen, reload) = (screen.clone(), reload.clone());
        move |_: MouseEvent| arrive(&screen, Arrival::Bin, reload.clone())
    };
    let pick = Callback::from(|_: MouseEvent| page::click("file"));
    html! {
        <main class={classes!("page", "wide", over.then_some("drop"))} ondragover={hover(true)} ondragleave={hover(false)} ondrop={dropped}>
            <div class="stack">
                <div class="title"><h1>{ words.home_title() }</h1>
                    <span class="pts row"><input class="hidden" type="file" id="file" tabindex="-1" aria-hidden="true" accept=".json,.zip,.docx,.age,application/json,application/zip" onchange={picked} />
                        <button type="button" class="btn" onclick={pick}>{ words.home_open() }</button>
                        <button type="button" class="btn main" onclick={create}>{ words.home_new() }</button></span></div>
                <section class="sheet">{ match &*cards {
                    None => html! { <p class="muted">{ words.open_reading() }</p> },
                    Some(Err(error)) => {
                        let told = workspace().map_or(words.open_reading(), |workspace| (workspace.trouble)(words, *error));
                        html! { <p role="alert">{ told }</p> }
                    }
                    Some(Ok(cards)) if cards.is_empty() => html! { <div class="stack-s"><h2>{ words.home_empty_title() }</h2><p>{ words.home_empty() }</p></div> },
                    Some(Ok(cards)) => table(&screen, cards, &reload),
                } }</section>
                // What stands below the list comes with it, or the list would push it down; in a place of its own, or the
                // framework would take the element of the list for the last of it.
                <div class="stack">{ for cards.is_some().then(|| html! { <>
                    <p class="small muted">{ words.home_drop() }</p>
                    <p class="small row"><a href={SCORING}>{ words.scoring_list_title() }</a><a href={TRAINING}>{ words.training_title() }</a><button type="button" class="btn quiet" onclick={bin}>{ words.bin_title() }</button></p>
                    <div class="two">
                        <section class="sheet stack-s"><h2>{ words.home_sample_title() }</h2><p class="small">{ words.home_sample() }</p>
                            <div class="row" onclick={sample}>{ for Kind::ALL.into_iter().zip(samples).map(|(kind, label)| html! { <button type="button" class="btn" data-sample={kind.word()}>{ label }</button> }) }</div></section>
                        <section class="sheet stack-s"><h2>{ words.home_data_title() }</h2><p class="small">{ words.home_data() }</p><StorageState />{ offline_state(words) }</section>
                    </div>
                    <section class="sheet stack-s"><h2>{ words.criteria_title() }</h2><p class="small">{ words.home_award() }</p>
                        <p class="small">{ words.home_figures() }</p>
                        <p class="small"><a href={CRITERIA}>{ words.home_criteria() }</a></p></section>
                </> }) }</div>
            </div>
        </main>
    }
}

/// Hands what was asked for to the part that does it; `changed` is told where the list is another one then.
fn arrive(screen: &Screen, arrival: Arrival, changed: Callback<()>) {
    let screen = screen.clone();
    spawn_local(async move {
        match load(Part::Arrivals).await.ok().and_then(|()| given::<Arrivals>(Part::Arrivals)) {
            Some(arrivals) => (arrivals.arrive)(arrival, &screen, changed),
            None => screen.notify.emit(Notice::bad(screen.words().part_missing_note())),
        }
    });
}

fn table(screen: &Screen, cards: &[Card], reload: &Callback<()>) -> Html {
    let words = screen.words();
    let act = {
        let (screen, reload, cards) = (screen.clone(), reload.clone(), cards.to_vec());
        on_button("data-act", move |act| {
            let Some((act, id)) = act.split_once(' ') else { return };
            let Some(card) = cards.iter().find(|card| card.id == id) else { return };
            let name = if card.name.trim().is_empty() {
                screen.words().unnamed_organisation()
            } else {
                &card.name
            };
            let (id, name) = (card.id.clone(), name.to_owned());
            let arrival = match act {
                "backup" => Arrival::Backup(id),
                "more" => Arrival::Manage(id, name),
                _ => Arrival::Erase(id, name),
            };
            arrive(&screen, arrival, reload.clone());
        })
    };
    html! {
        <div class="scroll" tabindex="0" role="group" aria-label={words.home_title()} onclick={act}><table class="cards">
            <thead><tr><th scope="col">{ words.column_organisation() }</th><th scope="col">{ words.column_criteria() }</th><th scope="col" class="r">{ words.column_rated() }</th>
                <th scope="col" class="r">{ words.column_points() }</th><th scope="col">{ words.column_modified() }</th><th scope="col"><span class="hidden">{ words.column_actions() }</span></th></tr></thead>
            <tbody>{ for cards.iter().map(|card| {
                let name = if card.name.trim().is_empty() { words.unnamed_organisation() } else { &card.name };
                let damaged = card.is_damaged().then(|| words.home_damaged().to_owned());
                let criteria = damaged.as_ref().or(card.criteria.get(screen.language.tag())).or(card.criteria.0.first().map(|(_, name)| name)).unwrap_or(&card.pack);
                html! {
                    <tr key={card.id.clone()}>
                        <td><a href={address::overview(&card.id)}><b>{ name.to_owned() }</b></a>{ " " }if card.fictional { <span class="tag">{ words.fictional() }</span> }</td>
                        <td>{ criteria.clone() }</td><td class="r">{ [&card.rated.to_string(), " / ", &card.items.to_string()].concat() }</td>
                        <td class="r">{ if card.rated == 0 { "—".to_owned() } else { card.points.clone() } }</td><td>{ if card.is_damaged() { "—".to_owned() } else { moment(screen.language, card.modified) } }</td>
                        <td class="r acts"><button type="button" class="btn quiet" data-act={["backup ", &card.id].concat()} aria-label={fill(words.backup_of(), &[("name", name)])}>{ words.backup_short() }</button>
                            <button type="button" class="btn quiet" data-act={["more ", &card.id].concat()} aria-label={fill(words.home_more_of(), &[("name", name)])}>{ words.home_more() }</button>
                            <button type="button" class="btn quiet" data-act={["erase ", &card.id].concat()} aria-label={fill(words.erase_of(), &[("name", name)])}>{ words.erase_short() }</button></td>
                    </tr>
                }
            }) }</tbody>
        </table></div>
    }
}

/// Whether the browser has promised to keep the data, and how much there is.
#[component]
pub fn StorageState() -> Html {
    let words = use_screen().words();
    let state = use_state(|| None::<(f64, bool)>);
    let load = {
        let setter = state.setter();
        use_callback((), move |ask: bool, ()| {
            let setter = setter.clone();
            spawn_local(async move {
                if ask {
                    storage::persist().await;
                }
                setter.set(storage::usage().await);
            });
        })
    };
    {
        let load = load.clone();
        use_effect_with((), move |()| load.emit(false));
    }
    // The place is held by what usually comes, unseen, until the browser has answered.
    let (used, persisted) = state.unwrap_or_default();
    let used = fill(
        words.storage_used(),
        &[("size", &String::from(js_sys::Number::from(used / 1_000_000.0).to_fixed(1).unwrap_or_default()))],
    );
    html! {
        <div class={classes!("row", state.is_none().then_some("awaited"))}>
            if persisted {
                <span class="tag g">{ words.storage_persisted() }</span>
            } else {
                <span class="tag w">{ words.storage_not_persisted() }</span>
                <button type="button" class="btn" onclick={move |_| load.emit(true)}>{ words.storage_persist() }</button>
            }
            <span class="small">{ used }</span>
        </div>
    }
}

/// Whether everything works without a network: what the start script notes at the page's root shows the one or the other.
/// The settings page says why not.
pub fn offline_state(words: &Words) -> Html {
    html! {
        <p class="small row"><span class="tag g whole">{ words.offline_whole() }</span><span class="tag w not-whole">{ words.offline_not_yet() }</span>
            <a class="not-whole" href={SETTINGS}>{ words.offline_why() }</a></p>
    }
}
