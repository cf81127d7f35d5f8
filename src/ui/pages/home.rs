//! Assessments on this device: new, open a file, open the sample; where the data lives and how to back it up.

use crate::archive::{self, Project, ReadError};
use crate::assessment::sha256;
use crate::browser::storage::{self, Card, StorageError};
use crate::browser::{attachments, clock, files, page, panels, samples};
use crate::criteria::{Kind, Pack};
use crate::export::{Target, file_name};
use crate::language::fill;
use crate::merge::part_of;
use crate::report::say;
use crate::ui::app::pack_of;
use crate::ui::kit::{Kit, Notice, use_kit};
use crate::ui::pages::criteria::take_pack;
use crate::ui::parts::{moment, on_button, open_bundle};
use crate::ui::route::Route;
use crate::ui::shell::{department, storage_words};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use web_sys::{DragEvent, File, HtmlInputElement};
use yew::prelude::*;

#[component]
pub fn HomePage() -> Html {
    let kit = use_kit();
    let words = kit.words();
    let cards = use_state(|| None::<Result<Vec<Card>, StorageError>>);
    let over = use_state(|| false);
    let reload = {
        let setter = cards.setter();
        use_callback((), move |(), ()| {
            let setter = setter.clone();
            spawn_local(async move { setter.set(Some(storage::list().await)) });
        })
    };
    {
        let (store, reload) = (kit.store.clone(), reload.clone());
        use_effect_with((), move |()| {
            // What was just left is saved first, so that the list shows it as it is.
            store.close();
            store.when_idle(reload.clone());
            store.when_idle(Callback::from(|()| {
                spawn_local(async {
                    // What cannot be cleared away now is another time.
                    let _ = attachments::sweep().await;
                });
            }));
        });
    }
    let create = {
        let kit = kit.clone();
        Callback::from(move |_: MouseEvent| start(&kit, kit.pack.clone(), Project::blank(&kit.pack)))
    };
    let picked = {
        let kit = kit.clone();
        Callback::from(move |event: Event| {
            let input = event.target_unchecked_into::<HtmlInputElement>();
            if let Some(file) = input.files().and_then(|files| files.get(0)) {
                open_file(&kit, file);
            }
            input.set_value("");
        })
    };
    let dropped = {
        let (kit, over) = (kit.clone(), over.clone());
        Callback::from(move |event: DragEvent| {
            event.prevent_default();
            over.set(false);
            if let Some(file) = event.data_transfer().and_then(|data| data.files()).and_then(|files| files.get(0)) {
                open_file(&kit, file);
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
        let kit = kit.clone();
        on_button("data-sample", move |word| {
            if let Some(kind) = Kind::ALL.into_iter().find(|kind| kind.word() == word) {
                open_sample(&kit, kind);
            }
        })
    };
    let samples = [words.home_sample_open(), words.home_sample_service(), words.home_sample_public_welfare()];
    let pick = Callback::from(|_: MouseEvent| page::click("file"));
    html! {
        <main class={classes!("page", "wide", over.then_some("drop"))} ondragover={hover(true)} ondragleave={hover(false)} ondrop={dropped}>
            <div class="stack">
                <div class="title"><h1>{ words.home_title() }</h1>
                    <span class="pts row"><input class="hidden" type="file" id="file" tabindex="-1" aria-hidden="true" accept=".json,.zip,application/json,application/zip" onchange={picked} />
                        <button type="button" class="btn" onclick={pick}>{ words.home_open() }</button>
                        <button type="button" class="btn main" onclick={create}>{ words.home_new() }</button></span></div>
                <section class="sheet">{ match &*cards {
                    None => html! { <p class="muted">{ words.open_reading() }</p> },
                    Some(Err(error)) => html! { <p role="alert">{ storage_words(words, *error) }</p> },
                    Some(Ok(cards)) if cards.is_empty() => html! { <div class="stack-s"><h2>{ words.home_empty_title() }</h2><p>{ words.home_empty() }</p></div> },
                    Some(Ok(cards)) => table(&kit, cards, &reload),
                } }</section>
                <p class="small muted">{ words.home_drop() }</p>
                <p class="small row"><a href={Route::ScoringCopies.href()}>{ words.scoring_list_title() }</a><a href={Route::Training.href()}>{ words.training_title() }</a></p>
                <div class="two">
                    <section class="sheet stack-s"><h2>{ words.home_sample_title() }</h2><p class="small">{ words.home_sample() }</p>
                        <div class="row" onclick={sample}>{ for Kind::ALL.into_iter().zip(samples).map(|(kind, label)| html! { <button type="button" class="btn" data-sample={kind.word()}>{ label }</button> }) }</div></section>
                    <section class="sheet stack-s"><h2>{ words.home_data_title() }</h2><p class="small">{ words.home_data() }</p><StorageState /></section>
                </div>
                <section class="sheet stack-s"><h2>{ kit.pack_words().name().to_owned() }</h2><p class="small">{ words.home_award() }</p>
                    <p class="small">{ kit.pack_words().points_note().to_owned() }</p>
                    <p class="small"><a href={Route::Criteria.href()}>{ words.home_criteria() }</a></p></section>
            </div>
        </main>
    }
}

/// Goes to the profile; in a part that was handed out, to the first of its items.
fn start(kit: &Kit, pack: Rc<Pack>, project: Project) {
    let first = part_of(&project).and_then(|part| part.slots(&pack).first().copied());
    let id = kit.store.add(pack.clone(), project);
    let route = first.map_or_else(|| Route::Organisation { id: id.clone() }, |slot| Route::item(&id, &pack, slot));
    page::go(&route.href());
}

fn open_file(kit: &Kit, file: File) {
    let kit = kit.clone();
    spawn_local(async move {
        let name = file.name();
        if files::is_zip(&file).await {
            let later = kit.clone();
            open_bundle(&kit, file, move |opened| spawn_local(async move { take_bundle(&later, &name, opened).await }));
            return;
        }
        let read = files::read(&file).await;
        if let Ok(bytes) = &read
            && let Some(notice) = take_pack(&kit, &name, bytes).await
        {
            kit.notify.emit(notice);
            return;
        }
        if let Ok(bytes) = &read
            && archive::is_scoring(bytes)
        {
            return take_scoring(&kit, bytes).await;
        }
        let read = match read {
            Ok(bytes) => project(&bytes, &kit).await,
            Err(error) => Err(error),
        };
        match read {
            Ok((pack, project, changed)) => {
                let text = if changed { kit.words().opened_changed() } else { kit.words().opened() };
                let told = match part_of(&project).filter(|_| !changed) {
                    Some(part) => fill(kit.words().part_opened(), &[("name", &name), ("department", &department(&kit, &part))]),
                    None => fill(text, &[("name", &name)]),
                };
                start(&kit, pack, project);
                kit.notify.emit(Notice::good(told));
            }
            Err(error) => {
                let reason = say::read_error(kit.language, &error);
                kit.notify
                    .emit(Notice::bad(fill(kit.words().not_opened(), &[("name", &name), ("reason", &reason)])));
            }
        }
    });
}

/// Keeps a scoring copy, unless it is here already, and goes to its page.
async fn take_scoring(kit: &Kit, bytes: &[u8]) {
    let key = sha256(bytes);
    let content = String::from_utf8_lossy(bytes);
    match panels::save(panels::Kind::Scoring, &key, content.strip_prefix('\u{feff}').unwrap_or(&content), 0).await {
        Err(error) if error != StorageError::Newer => kit.notify.emit(Notice::bad(storage_words(kit.words(), error))),
        _ => page::go(&Route::Scoring { key }.href()),
    }
}

/// Takes over the assessment of a bundle, whose evidence files are kept already.
async fn take_bundle(kit: &Kit, name: &str, opened: Result<(Vec<u8>, usize), String>) {
    let read = match opened {
        Ok((bytes, files)) => match project(&bytes, kit).await {
            Ok(read) => Ok((read, files)),
            Err(error) => Err(say::read_error(kit.language, &error)),
        },
        Err(reason) => Err(reason),
    };
    kit.notify.emit(match read {
        Ok(((pack, project, _), files)) => {
            start(kit, pack, project);
            Notice::good(fill(kit.words().register_bundle_opened(), &[("name", name), ("n", &files.to_string())]))
        }
        Err(reason) => Notice::bad(fill(kit.words().not_opened(), &[("name", name), ("reason", &reason)])),
    });
}

/// Reads an assessment under the criteria it names, which are fetched where they are not there.
async fn project(bytes: &[u8], kit: &Kit) -> Result<(Rc<Pack>, Project, bool), ReadError> {
    let opened = archive::open_bytes(bytes)?;
    kit.shelf.bring(&opened.pack().id, &opened.pack().edition).await;
    let pack = pack_of(&kit.shelf.library(), &opened)?;
    let changed = opened.criteria_changed(&pack);
    let project = opened.with_pack(&pack)?;
    Ok((pack, project, changed))
}

fn open_sample(kit: &Kit, kind: Kind) {
    let kit = kit.clone();
    spawn_local(async move {
        let Some(content) = samples::worked(kind, kit.language).await else {
            return kit.notify.emit(Notice::bad(kit.words().sample_missing()));
        };
        match project(content.as_bytes(), &kit).await {
            Ok((pack, project, _)) => start(&kit, pack, project),
            Err(error) => kit.notify.emit(Notice::bad(say::read_error(kit.language, &error))),
        }
    });
}

fn table(kit: &Kit, cards: &[Card], reload: &Callback<()>) -> Html {
    let words = kit.words();
    let act = {
        let (kit, reload, cards) = (kit.clone(), reload.clone(), cards.to_vec());
        on_button("data-act", move |act| {
            let Some((act, id)) = act.split_once(' ') else { return };
            let Some(card) = cards.iter().find(|card| card.id == id) else { return };
            match act {
                "backup" => backup(&kit, card.clone()),
                _ => erase(&kit, card.clone(), reload.clone()),
            }
        })
    };
    html! {
        <div class="scroll" tabindex="0" role="group" aria-label={words.home_title()} onclick={act}><table class="cards">
            <thead><tr><th scope="col">{ words.column_organisation() }</th><th scope="col">{ words.column_criteria() }</th><th scope="col" class="r">{ words.column_rated() }</th>
                <th scope="col" class="r">{ words.column_points() }</th><th scope="col">{ words.column_modified() }</th><th scope="col"><span class="hidden">{ words.column_actions() }</span></th></tr></thead>
            <tbody>{ for cards.iter().map(|card| {
                let name = if card.name.trim().is_empty() { words.unnamed_organisation() } else { &card.name };
                let criteria = kit.library.pack(&card.pack).map_or(&*card.pack, |pack| pack.words(kit.language.tag()).short());
                html! {
                    <tr key={card.id.clone()}>
                        <td><a href={Route::Organisation { id: card.id.clone() }.href()}><b>{ name.to_owned() }</b></a>{ " " }if card.fictional { <span class="tag">{ words.fictional() }</span> }</td>
                        <td>{ criteria.to_owned() }</td><td class="r">{ format!("{} / {}", card.rated, card.items) }</td>
                        <td class="r">{ if card.rated == 0 { "—".to_owned() } else { card.points.clone() } }</td><td>{ moment(kit, card.modified) }</td>
                        <td class="r acts"><button type="button" class="btn quiet" data-act={format!("backup {}", card.id)} aria-label={fill(words.backup_of(), &[("name", name)])}>{ words.backup_short() }</button>
                            <button type="button" class="btn quiet" data-act={format!("erase {}", card.id)} aria-label={fill(words.erase_of(), &[("name", name)])}>{ words.erase_short() }</button></td>
                    </tr>
                }
            }) }</tbody>
        </table></div>
    }
}

fn backup(kit: &Kit, card: Card) {
    let kit = kit.clone();
    spawn_local(async move {
        let stored = storage::load(&card.id).await;
        let notice = match stored {
            Ok(Some(stored)) => {
                let kept = archive::open(&stored.content).and_then(|opened| {
                    let pack = pack_of(&kit.library, &opened)?;
                    opened.with_pack(&pack)
                });
                let name = match kept {
                    Ok(project) => file_name(&project.assessment, Target::Json, kit.language, Some(clock::today())),
                    // What cannot be read can still be saved.
                    Err(_) => format!("{}.json", card.id),
                };
                match files::download(stored.content.as_bytes(), &name, "application/json") {
                    Ok(()) => Notice::good(fill(kit.words().file_saved(), &[("name", &name)])),
                    Err(_) => Notice::bad(kit.words().file_not_saved()),
                }
            }
            Ok(None) => Notice::bad(kit.words().open_missing()),
            Err(error) => Notice::bad(storage_words(kit.words(), error)),
        };
        kit.notify.emit(notice);
    });
}

fn erase(kit: &Kit, card: Card, reload: Callback<()>) {
    let name = if card.name.trim().is_empty() {
        kit.words().unnamed_organisation().to_owned()
    } else {
        card.name.clone()
    };
    if !page::confirm(&fill(kit.words().erase_question(), &[("name", &name)])) {
        return;
    }
    let kit = kit.clone();
    spawn_local(async move {
        match storage::remove(&card.id).await {
            Ok(()) => kit.notify.emit(Notice::good(fill(kit.words().erased(), &[("name", &name)]))),
            Err(error) => kit.notify.emit(Notice::bad(storage_words(kit.words(), error))),
        }
        reload.emit(());
    });
}

/// Whether the browser has promised to keep the data, and how much there is.
#[component]
pub fn StorageState() -> Html {
    let words = use_kit().words();
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
    let Some((used, persisted)) = *state else { return Html::default() };
    let used = fill(words.storage_used(), &[("size", &format!("{:.1}", used / 1_000_000.0))]);
    html! {
        <div class="row">
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
