//! Copying and changing a pack, in one sitting from its name to the files of a new session: names, conditions, items, scoring,
//! figures, worked cases and texts, every change listed against the original, checked while it is typed, kept on this device
//! by itself.

mod cases;
mod changes;
mod difference;
mod edits;
mod field;
mod forms;
mod item;
mod keeper;
mod lists;
mod names;
mod new_case;
mod points;
mod publish;
mod rubrics;
mod rules;
mod steps;
mod succession;
mod texts;
mod top;

use crate::browser::storage::StorageError;
use crate::browser::{host, page};
use crate::criteria::{Draft, Edit, Pack, Wording};
use crate::export::Target;
use crate::json;
use crate::language::{Language, fill};
use crate::ui::kit::{Kit, Notice, use_kit};
use crate::ui::parts::{download_pack, on_button, on_value};
use crate::ui::route::Route;
use crate::ui::shell::storage_words;
use crate::worked;
use keeper::Keeper;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlInputElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct AdaptPageProps {
    /// Under what the draft is kept on this device.
    pub address: AttrValue,
}

/// A draft of a pack, kept on this device; tells its key.
pub async fn begin(pack: &Pack) -> Result<String, StorageError> {
    let citation: Vec<(&str, &str)> = Language::ALL
        .iter()
        .map(|language| (language.tag(), language.words().adapt_citation()))
        .collect();
    keeper::keep_new(&with_cases_of_host(Draft::of(pack, &Wording::new(&citation))).await).await
}

/// The draft with the worked cases that lie beside its original on the host, where it knows of none.
async fn with_cases_of_host(draft: Draft) -> Draft {
    if !draft.knows_no_cases() {
        return draft;
    }
    let text = host::text(&["criteria/", draft.original().id(), "/", worked::FILE].concat()).await;
    let readable = text.filter(|text| worked::read_cases(text).is_ok());
    let parsed = readable.and_then(|text| json::parse(&text).ok());
    parsed.map_or(draft.clone(), |parsed| draft.with_cases(&parsed.value))
}

#[component]
pub fn AdaptPage(props: &AdaptPageProps) -> Html {
    let kit = use_kit();
    let words = kit.words();
    let redraw = use_force_update();
    let keeper = {
        let address = props.address.to_string();
        let redraw = redraw.clone();
        use_memo((), move |()| Keeper::open(address, Callback::from(move |()| redraw.force_update())))
    };
    let group = use_state(|| "item".to_owned());
    let chosen = use_state(String::new);
    {
        let keeper = keeper.clone();
        use_effect_with((), move |()| {
            let hidden = {
                let keeper = keeper.clone();
                page::on_hidden(move || keeper.save())
            };
            move || {
                drop(hidden);
                keeper.save();
            }
        });
    }
    let change = |settle: bool| {
        let (keeper, redraw) = (keeper.clone(), redraw.clone());
        move |event: web_sys::Event| {
            let Some(target) = event.target() else { return };
            let element: &web_sys::Element = target.unchecked_ref();
            let Some(name) = element.get_attribute("data-edit") else { return };
            let input: &HtmlInputElement = target.unchecked_ref();
            if field::is_being_typed(&name, &input.value()) {
                return;
            }
            keeper.make(|draft| edits::edit(draft, &name, &input.value(), input.checked()));
            if settle {
                // What is no value goes back to what it was.
                redraw.force_update();
            }
        }
    };
    let oninput = {
        let change = change(false);
        Callback::from(move |event: InputEvent| change(event.into()))
    };
    let onchange = {
        let change = change(true);
        Callback::from(move |event: Event| change(event))
    };
    let onclick = {
        let (keeper, kit) = (keeper.clone(), kit.clone());
        on_button("data-edit", move |name| press(&kit, &keeper, &name))
    };
    let choose = {
        let group = group.setter();
        on_value(move |name| group.set(name))
    };
    let choose_item = {
        let chosen = chosen.setter();
        on_value(move |id| chosen.set(id))
    };
    let Some(draft) = keeper.draft() else {
        let text = if keeper.is_missing() { words.adapt_not_there() } else { words.open_reading() };
        return html! { <main class="page wide"><section class="sheet stack-s"><h1>{ text }</h1><p><a href={Route::Criteria.href()}>{ words.criteria_back() }</a></p></section></main> };
    };
    let (found, pack) = match draft.check() {
        Ok(pack) => (Vec::new(), Some(pack)),
        Err(found) => (found, None),
    };
    let broken = pack.as_ref().map(|pack| changes::broken_cases(&kit, pack, draft.cases()));
    html! {
        <main class="page wide adapt" key="adapt"><div class="stack" {oninput} {onchange} {onclick}>
            { top::head(&kit, &draft, &keeper, found.len()) }
            { changes::faults(&kit, &found) }
            { for broken }
            { steps::steps(&kit) }
            { top::identity(&kit, &draft) }
            { rules::rules(&kit, &draft) }
            { rules::self_checks(&kit, &draft) }
            { points::points(&kit, &draft) }
            { item::item(&kit, &draft, &chosen, choose_item) }
            { rules::scoring(&kit, &draft) }
            { rules::facts(&kit, &draft) }
            { cases::cases(&kit, &draft, pack.as_ref()) }
            { texts::texts(&kit, &draft, &group, choose) }
            { changes::changes(&kit, &draft) }
            { publish::section(&kit, &draft) }
        </div></main>
    }
}

/// A button of the page.
fn press(kit: &Kit, keeper: &Keeper, name: &str) {
    match name {
        "undo" => keeper.undo(),
        "redo" => keeper.redo(),
        "use" | "export" | "publish" | "docx" | "html" => finish(kit, keeper, name),
        "new" => {
            let made = keeper
                .draft()
                .and_then(|draft| points::new_item_edit(&draft, &page::value, page::is_ticked(points::NEW[8])));
            match made {
                Some(edit) => {
                    keeper.make(|_| Some(edit.clone()));
                    points::NEW.iter().skip(1).for_each(|id| drop(page::take_value(id)));
                }
                None => kit.notify.emit(Notice::bad(kit.words().adapt_new_incomplete())),
            }
        }
        name => match name.split_once('/') {
            Some(("show", step)) => page::unfold(step),
            Some(("add", list)) => {
                let Some(list) = names::list(list) else { return };
                let made = keeper.draft().and_then(|draft| forms::read(&draft, &list, &page::value));
                add(kit, keeper, made, kit.words().adapt_form_incomplete(), &mut forms::fields(&list));
            }
            Some(("add-case", list)) => {
                let made = keeper.draft().and_then(|draft| new_case::read(&draft, list, &page::value));
                add(
                    kit,
                    keeper,
                    made,
                    kit.words().adapt_case_incomplete(),
                    &mut new_case::TYPED.into_iter().map(str::to_owned),
                );
            }
            Some((what @ ("add-prompt" | "split" | "merge"), id)) => {
                let form = succession::Form {
                    value: &page::value,
                    ticked: &page::is_ticked,
                };
                let made = keeper.draft().and_then(|draft| match what {
                    "split" => succession::split_edit(&draft, id, &form),
                    "merge" => succession::merge_edit(&draft, id, &form),
                    _ => item::prompt_edit(id, &form),
                });
                add(
                    kit,
                    keeper,
                    made,
                    kit.words().adapt_part_incomplete(),
                    &mut succession::TYPED.into_iter().map(str::to_owned),
                );
            }
            _ => keeper.make(|draft| edits::press(draft, name)),
        },
    }
}

/// Makes the edit of a form and empties its fields; says what is missing where it made none.
fn add(kit: &Kit, keeper: &Keeper, made: Option<Edit>, incomplete: &'static str, fields: &mut dyn Iterator<Item = String>) {
    match made {
        Some(edit) => {
            keeper.make(|_| Some(edit));
            fields.for_each(|id| drop(page::take_value(&id)));
        }
        None => kit.notify.emit(Notice::bad(incomplete)),
    }
}

/// Takes the draft as a finished pack into use, or out as a file; tells what is left to mend where it has faults.
fn finish(kit: &Kit, keeper: &Keeper, what: &str) {
    let Some(draft) = keeper.draft() else { return };
    let words = kit.words();
    let pack = match draft.finish() {
        Ok(pack) => pack,
        Err(faults) => {
            kit.notify.emit(Notice::bad(fill(words.adapt_faulty(), &[("n", &faults.len().to_string())])));
            page::show("faults");
            return;
        }
    };
    match what {
        "export" => return download_pack(kit, &pack),
        "publish" => return publish::download(kit, &pack),
        "docx" => return difference::download(kit, &draft, &pack, Target::Docx),
        "html" => return difference::download(kit, &draft, &pack, Target::Html),
        _ => {}
    }
    let kit = kit.clone();
    spawn_local(async move {
        let name = pack.words(kit.language.tag()).short().to_owned();
        kit.notify.emit(match kit.shelf.keep(&pack).await {
            Ok(()) => Notice::good(fill(words.adapt_used(), &[("name", &name), ("hash", &pack.hash()[..19])])),
            Err(error) => Notice::bad(fill(words.criteria_not_kept(), &[("reason", storage_words(words, error))])),
        });
    });
}
