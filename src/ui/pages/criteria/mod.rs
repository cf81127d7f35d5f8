//! The criteria that are there: what each is, where it comes from, and what was refused and why.

mod import;
mod pack;

pub use import::{import_pack, take_pack};
pub use pack::PackPage;

use crate::archive::Project;
use crate::browser::packs::{self, KeptPack};
use crate::browser::page;
use crate::criteria::{Draft, Held, INDEX_FILE, Library, Origin, Refused};
use crate::language::{Words, fill};
use crate::report::say;
use crate::ui::kit::{Kit, Notice, use_kit};
use crate::ui::pages::adapt::begin;
use crate::ui::parts::{download_pack, file_target, moment, on_button};
use crate::ui::route::Route;
use crate::ui::shell::storage_words;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

#[component]
pub fn CriteriaPage() -> Html {
    let kit = use_kit();
    let words = kit.words();
    let drafts = use_state(Vec::<KeptPack>::new);
    {
        let (shelf, drafts) = (kit.shelf.clone(), drafts.setter());
        use_effect_with((), move |()| {
            shelf.want_all();
            spawn_local(async move {
                let kept = packs::list().await.unwrap_or_default();
                drafts.set(kept.into_iter().filter(|kept| kept.draft.is_some()).collect());
            });
        });
    }
    let target = {
        let kit = kit.clone();
        file_target("pack-file", ".json,application/json", move |file| import_pack(&kit, file))
    };
    let act = {
        let kit = kit.clone();
        let drafts = drafts.clone();
        on_button("data-act", move |act| {
            let Some((act, key)) = act.split_once(' ') else { return };
            if act == "discard" {
                discard(&kit, key, drafts.clone());
                return;
            }
            let held = kit.library.held().iter().find(|held| held.pack.key() == key);
            if let Some(held) = held {
                perform(&kit, act, held);
            }
        })
    };
    html! {
        <main class="page wide" key="criteria" ondragover={target.over.clone()} ondrop={target.drop.clone()}>
            <div class="stack" onclick={act}>
                <div class="title"><h1>{ words.criteria_title() }</h1>
                    <span class="pts row">{ target.input.clone() }<button type="button" class="btn" onclick={|_| page::click("pack-file")}>{ words.criteria_import() }</button></span></div>
                <p>{ words.criteria_intro() }</p>
                <p><a href={Route::Desk.href()}>{ words.desk_link() }</a></p>
                { refused(&kit, kit.library.refused()) }
                { being_adapted(&kit, &drafts) }
                <section class="sheet stack-s"><h2>{ words.criteria_held() }</h2>
                    <ul class="plain packs">{ for shown(&kit.library).map(|held| entry(&kit, held)) }</ul>
                    if !kit.shelf.is_settled() { <p class="muted" role="status">{ words.criteria_waiting() }</p> }
                    <p class="small muted">{ words.criteria_drop() }</p>
                </section>
            </div>
        </main>
    }
}

/// The packs worth a line, the default one first. One that another replaces is shown only where the two differ.
fn shown(library: &Library) -> impl Iterator<Item = &Held> {
    let default = library.default_pack();
    let is_default = move |held: &&Held| default.is_some_and(|default| Rc::ptr_eq(default, &held.pack));
    let differs = |held: &&Held| {
        let first = library.edition(held.pack.id(), held.pack.edition());
        first.is_none_or(|first| Rc::ptr_eq(first, &held.pack) || first.hash() != held.pack.hash())
    };
    let others = library.held().iter().filter(move |held| !is_default(held) && differs(held));
    library.held().iter().filter(is_default).chain(others)
}

/// Where a pack comes from, in a word.
pub fn origin(words: &Words, origin: Origin) -> &'static str {
    match origin {
        Origin::BuiltIn => words.criteria_origin_built_in(),
        Origin::Host => words.criteria_origin_host(),
        Origin::Device => words.criteria_origin_device(),
    }
}

fn entry(kit: &Kit, held: &Held) -> Html {
    let words = kit.words();
    let pack = &held.pack;
    let text = pack.words(kit.language.tag());
    let key = pack.key();
    let structure = pack.structure();
    let size = fill(
        words.criteria_size(),
        &[
            ("categories", &structure.categories.len().to_string()),
            ("items", &pack.items().len().to_string()),
            ("points", &structure.scoring.total.to_string()),
        ],
    );
    let first = kit.library.edition(pack.id(), pack.edition());
    let hidden = kit.library.is_hidden(held).then(|| {
        let by = kit.library.held().iter().find(|held| first.is_some_and(|first| Rc::ptr_eq(first, &held.pack)));
        fill(words.criteria_hidden(), &[("origin", by.map_or("", |by| origin(words, by.origin)))])
    });
    // A pack of the host takes the place of the one that came with the page; a press that has begun must end on the same button.
    let place = if hidden.is_some() { format!("{key} {:?}", held.origin) } else { key.clone() };
    let is_default = hidden.is_none() && kit.library.default_pack().is_some_and(|default| default.hash() == pack.hash());
    let name = text.short().to_owned();
    let button = |act: &str, label: &'static str, named: &str, class: &'static str| {
        html! { <button type="button" {class} data-act={format!("{act} {key}")} aria-label={fill(named, &[("name", &name)])}>{ label }</button> }
    };
    html! {
        <li class="stack-xs" key={place}>
            <div class="told">
                if hidden.is_none() { <a href={Route::Pack { pack: key.clone() }.href()}><b>{ name.clone() }</b></a> } else { <b class="muted">{ name.clone() }</b> }
                <span class="tags"><span class="tag">{ origin(words, held.origin) }</span>
                    if is_default { <span class="tag o">{ words.criteria_default() }</span> }
                    if structure.adapted.is_some() { <span class="tag w">{ words.adapt_tag() }</span> }
                    { for hidden.iter().map(|hidden| html! { <span class="tag">{ hidden.clone() }</span> }) }</span>
            </div>
            <p class="small">{ format!("{} · {size}", text.name()) }</p>
            <p class="small">{ text.points_note().to_owned() }</p>
            <p class="small muted">{ format!("{} · {}", pack.id(), pack.edition()) }</p>
            <details class="small muted"><summary>{ words.criteria_hash() }</summary><span data-testid={format!("hash-{}", pack.id())}>{ pack.hash().to_owned() }</span></details>
            if hidden.is_none() {
                <div class="row">
                    { button("start", words.criteria_start(), words.criteria_start_of(), "btn") }
                    { button("adapt", words.criteria_adapt(), words.criteria_adapt_of(), "btn") }
                    { button("export", words.criteria_export(), words.criteria_export_of(), "btn quiet") }
                    if held.origin == Origin::Device { { button("remove", words.criteria_remove(), words.criteria_remove_of(), "btn quiet") } }
                </div>
            }
        </li>
    }
}

fn refused(kit: &Kit, refused: &[Refused]) -> Html {
    let words = kit.words();
    if refused.is_empty() {
        return Html::default();
    }
    html! {
        <section class="sheet stack-s verdict bad" aria-labelledby="refused"><h2 id="refused">{ words.criteria_refused() }</h2>
            { for refused.iter().map(|refused| {
                let is_index = refused.origin == Origin::Host && refused.name == INDEX_FILE;
                let sentence = match refused.origin {
                    Origin::Device => words.criteria_refused_device(),
                    _ if is_index => words.criteria_refused_index(),
                    _ => words.criteria_refused_host(),
                };
                html! {
                    <div class="stack-xs" key={refused.name.clone()}>
                        <p><b>{ fill(sentence, &[("name", &refused.name)]) }</b>{ " " }{ fill(words.criteria_faults(), &[("n", &refused.faults.len().to_string())]) }</p>
                        <ul class="faults">{ for refused.faults.iter().map(|fault| html! { <li>{ say::fault(kit.language, fault) }</li> }) }</ul>
                    </div>
                }
            }) }
        </section>
    }
}

/// Drafts on this device.
fn being_adapted(kit: &Kit, drafts: &[KeptPack]) -> Html {
    let words = kit.words();
    let drafts: Vec<(&KeptPack, Draft)> = drafts.iter().filter_map(|kept| Some((kept, Draft::read(kept.draft.as_ref()?).ok()?))).collect();
    if drafts.is_empty() {
        return Html::default();
    }
    html! {
        <section class="sheet stack-s"><h2>{ words.criteria_drafts() }</h2><ul class="plain packs">{ for drafts.iter().map(|(kept, draft)| {
            let tag = kit.language.tag();
            let name = draft.view().words(tag).short().to_owned();
            let about = fill(words.criteria_draft_of(), &[("name", draft.original().words(tag).short()), ("modified", &moment(kit.language, kept.modified))]);
            let named = |text: &str| fill(text, &[("name", &name)]);
            html! {
                <li class="stack-xs" key={kept.key.clone()}><b>{ name.clone() }</b><p class="small">{ about }</p>
                    <div class="row"><a class="btn" href={Route::Adapt { draft: kept.key.clone() }.href()} aria-label={named(words.criteria_continue_of())}>{ words.criteria_continue() }</a>
                        <button type="button" class="btn quiet" data-act={format!("discard {}", kept.key)} aria-label={named(words.criteria_discard_of())}>{ words.criteria_discard() }</button></div></li>
            }
        }) }</ul></section>
    }
}

/// Takes a draft away, once the user has agreed.
fn discard(kit: &Kit, key: &str, drafts: UseStateHandle<Vec<KeptPack>>) {
    let words = kit.words();
    let Some(draft) = drafts
        .iter()
        .find(|kept| kept.key == key)
        .and_then(|kept| Draft::read(kept.draft.as_ref()?).ok())
    else {
        return;
    };
    let name = draft.view().words(kit.language.tag()).short().to_owned();
    if !page::confirm(&fill(words.criteria_discard_question(), &[("name", &name)])) {
        return;
    }
    let (kit, key) = (kit.clone(), key.to_owned());
    spawn_local(async move {
        match packs::remove(&key).await {
            Ok(()) => {
                drafts.set(drafts.iter().filter(|kept| kept.key != key).cloned().collect());
                kit.notify.emit(Notice::good(fill(words.criteria_discarded(), &[("name", &name)])));
            }
            Err(error) => kit.notify.emit(Notice::bad(storage_words(words, error))),
        }
    });
}

fn perform(kit: &Kit, act: &str, held: &Held) {
    let pack = held.pack.clone();
    let name = pack.words(kit.language.tag()).short().to_owned();
    let words = kit.words();
    match act {
        "start" => {
            let id = kit.store.add(pack.clone(), Project::blank(&pack));
            // The app that opens it reads what is kept.
            kit.store
                .when_idle(Callback::from(move |()| page::go(&Route::Organisation { id: id.clone() }.href())));
        }
        "export" => download_pack(kit, &pack),
        "adapt" => {
            let kit = kit.clone();
            spawn_local(async move {
                match begin(&pack).await {
                    Ok(draft) => page::go(&Route::Adapt { draft }.href()),
                    Err(error) => kit.notify.emit(Notice::bad(storage_words(words, error))),
                }
            });
        }
        "remove" if page::confirm(&fill(words.criteria_remove_question(), &[("name", &name)])) => {
            let kit = kit.clone();
            spawn_local(async move {
                match kit.shelf.remove(&pack.reference()).await {
                    Ok(()) => kit.notify.emit(Notice::good(fill(words.criteria_removed(), &[("name", &name)]))),
                    Err(error) => kit.notify.emit(Notice::bad(storage_words(words, error))),
                }
            });
        }
        _ => {}
    }
}
