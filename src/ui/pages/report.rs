//! Last time's report as a start: a document or pasted text is taken apart by the worker, each piece is shown with the place it would go to, and what is chosen is
//! taken over as one step of undo.

use crate::archive::{self, versions::Occasion};
use crate::browser::chance::bits;
use crate::browser::documents::{self, Given, Made, Request, Ticket, Undone};
use crate::browser::{files, page};
use crate::criteria::{Pack, write_pack_file};
use crate::json;
use crate::language::fill;
use crate::report::say;
use crate::ui::fields::{Entry, options};
use crate::ui::kit::{Kit, Notice, use_kit};
use crate::ui::parts::{file_target, on_button};
use serde_json::Value;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

const ACCEPTED: &str = ".docx,.txt,.md";

/// What the worker has taken apart.
#[derive(PartialEq)]
struct Report {
    name: String,
    given: Given,
    /// As the task `split` tells it.
    told: Value,
    /// The id of the place of each piece; empty for what is not taken.
    places: Vec<String>,
}

#[derive(Clone, PartialEq, Default)]
enum Stage {
    #[default]
    Idle,
    Waiting(Ticket),
    Shown(Rc<Report>),
}

#[component]
pub fn ReportPage() -> Html {
    let kit = use_kit();
    let words = kit.words();
    let stage = use_state(Stage::default);
    let pasted = use_node_ref();
    let target = {
        let (kit, stage) = (kit.clone(), stage.clone());
        file_target("report-file", ACCEPTED, move |file| {
            let (kit, stage) = (kit.clone(), stage.clone());
            spawn_local(async move {
                let name = file.name();
                match files::read(&file).await {
                    Ok(bytes) => read(&kit, &stage, name, Given::Bytes(bytes)),
                    Err(error) => refuse(&kit, &name, &say::read_error(kit.language, &error)),
                }
            });
        })
    };
    let onclick = on_button("data-report", {
        let (kit, stage, pasted) = (kit.clone(), stage.clone(), pasted.clone());
        move |act| match (&*act, &*stage) {
            ("choose", _) => page::click("report-file"),
            ("paste", _) => {
                let text = pasted.cast::<HtmlTextAreaElement>().map(|field| field.value()).unwrap_or_default();
                read(&kit, &stage, kit.words().start_pasted().to_owned(), Given::Text(text));
            }
            ("cancel", Stage::Waiting(ticket)) => documents::cancel(*ticket),
            ("take", Stage::Shown(report)) => take(&kit, &stage, report),
            _ => {}
        }
    });
    let onchange = {
        let stage = stage.clone();
        Callback::from(move |event: Event| {
            let (Some(list), Stage::Shown(report)) = (event.target_dyn_into::<HtmlSelectElement>(), &*stage) else {
                return;
            };
            let at = list.get_attribute("data-piece").and_then(|at| at.parse::<usize>().ok());
            let Some(at) = at.filter(|at| *at < report.places.len()) else { return };
            let mut places = report.places.clone();
            places[at] = list.value();
            let (name, given, told) = (report.name.clone(), report.given.clone(), report.told.clone());
            stage.set(Stage::Shown(Rc::new(Report { name, given, told, places })));
        })
    };
    let state = match &*stage {
        Stage::Idle => Html::default(),
        Stage::Waiting(_) => {
            html! { <div class="row" role="status"><span>{ words.start_reading() }</span><button type="button" class="btn" data-report="cancel">{ words.import_cancel() }</button></div> }
        }
        Stage::Shown(report) => shown(&kit, report),
    };
    html! {
        <main class="page wide" key="report" ondragover={target.over} ondrop={target.drop} {onclick} {onchange}><div class="stack">
            <div class="stack-s"><h1>{ words.start_title() }</h1><p class="small">{ words.start_intro() }</p></div>
            <section class="sheet stack-s" aria-label={words.start_source()}>
                <div class="row">{ target.input }<button type="button" class="btn" data-report="choose">{ words.start_choose() }</button>
                    <span class="small muted">{ words.import_drop() }</span></div>
                <label class="small" for="report-text">{ words.start_paste_label() }</label>
                <textarea class="input" id="report-text" rows="3" ref={pasted} />
                <div class="row"><button type="button" class="btn" data-report="paste">{ words.start_paste() }</button></div>
            </section>
            { state }
        </div></main>
    }
}

fn refuse(kit: &Kit, name: &str, reason: &str) {
    let name = say::on_one_line(kit.language, name);
    let sentence = fill(kit.words().import_refused(), &[("name", &name), ("reason", reason)]);
    kit.notify.emit(Notice::bad(sentence));
}

/// Asks the worker with the open assessment as it stands now.
fn ask(kit: &Kit, task: &'static str, given: &Given, more: Vec<Given>, answer: impl FnOnce(Result<String, Option<String>>) + 'static) -> Option<Ticket> {
    let texts = [write_pack_file(&kit.pack), kit.store.content()?].map(Given::Text);
    let request = Request {
        task,
        language: kit.language,
        given: texts.into_iter().chain([given.clone()]).chain(more).collect(),
    };
    let failed = kit.words().start_failed();
    Some(documents::ask(
        request,
        failed,
        |_, _| {},
        move |reply| {
            answer(match reply {
                Ok(Made::Text(text)) => Ok(text),
                Err(Undone::Cancelled) => Err(None),
                Err(Undone::Failed(sentence)) => Err(Some(sentence)),
                Ok(_) => Err(Some(failed.to_owned())),
            });
        },
    ))
}

/// Has a report taken apart; nothing is changed by that.
fn read(kit: &Kit, stage: &UseStateHandle<Stage>, name: String, given: Given) {
    let (setter, of, kept) = (stage.setter(), kit.clone(), given.clone());
    let ticket = ask(kit, "split", &given, Vec::new(), move |answer| {
        let told = answer.map(|text| json::parse(&text).map(|parsed| parsed.value).unwrap_or_default());
        setter.set(match told {
            Ok(told) => {
                // Of a report that bears the titles of the clauses, what only its words place is not chosen beforehand.
                let pieces = || told["pieces"].as_array().into_iter().flatten();
                let is_certain = |piece: &Value| piece["certain"].as_bool().unwrap_or_default();
                let is_titled = pieces().filter(|piece| is_certain(piece)).count() * 2 >= of.pack.items().len();
                let place = |piece: &Value| match piece["place"].as_str() {
                    Some(place) if is_certain(piece) || !is_titled => place.to_owned(),
                    _ => String::new(),
                };
                let places = pieces().map(place).collect();
                Stage::Shown(Rc::new(Report {
                    name,
                    given: kept,
                    told,
                    places,
                }))
            }
            Err(reason) => {
                reason.iter().for_each(|reason| refuse(&of, &name, reason));
                Stage::Idle
            }
        });
    });
    stage.set(ticket.map_or(Stage::Idle, Stage::Waiting));
}

/// Takes over what is chosen. What was written meanwhile is not lost: it is asked for anew then.
fn take(kit: &Kit, stage: &UseStateHandle<Stage>, report: &Rc<Report>) {
    let Some(open) = kit.store.snapshot() else { return };
    let (changes, pack): (u32, Rc<Pack>) = (open.changes, open.pack);
    let places = serde_json::to_string(&report.places).unwrap_or_default();
    let more = vec![Given::Text(places), Given::Text(bits().to_string())];
    let (of, again, before) = (kit.clone(), stage.clone(), report.clone());
    let ticket = ask(kit, "begin", &report.given, more, move |answer| {
        let words = of.words();
        let taken = answer.map(|text| archive::open(&text).and_then(|opened| opened.with_pack(&pack)));
        match taken {
            Ok(_) if of.store.snapshot().is_none_or(|now| now.changes != changes) => take(&of, &again, &before),
            Ok(Ok(project)) => {
                of.store.carry(pack, project, Occasion::Import);
                let n = before.places.iter().filter(|place| !place.is_empty()).count().to_string();
                of.notify.emit(Notice::good(fill(words.start_done(), &[("n", &n)])));
                again.set(Stage::Idle);
            }
            Ok(Err(error)) => {
                refuse(&of, &before.name, &say::read_error(of.language, &error));
                again.set(Stage::Shown(before));
            }
            Err(reason) => {
                reason.iter().for_each(|reason| refuse(&of, &before.name, reason));
                again.set(Stage::Shown(before));
            }
        }
    });
    if let Some(ticket) = ticket {
        stage.set(Stage::Waiting(ticket));
    }
}

fn shown(kit: &Kit, report: &Report) -> Html {
    let words = kit.words();
    let pieces: Vec<&Value> = report.told["pieces"].as_array().into_iter().flatten().collect();
    let number = |value: &Value| value.as_u64().unwrap_or_default();
    let characters: u64 = pieces.iter().map(|piece| number(&piece["characters"])).sum();
    let likely = pieces.iter().filter(|piece| !piece["certain"].as_bool().unwrap_or_default()).count();
    let found = [
        ("n", &*pieces.len().to_string()),
        ("characters", &characters.to_string()),
        ("likely", &likely.to_string()),
    ];
    let figures = ["figures", "conflicts", "refused"].map(|key| number(&report.told[key]));
    let told_figures = [
        ("n", &*figures[0].to_string()),
        ("conflicts", &figures[1].to_string()),
        ("refused", &figures[2].to_string()),
    ];
    let taken = report.places.iter().filter(|place| !place.is_empty()).count();
    let title = fill(words.start_report(), &[("name", &say::on_one_line(kit.language, &report.name))]);
    html! {
        <section class="sheet stack" aria-labelledby="pieces">
            <div class="stack-s"><h2 id="pieces">{ title.clone() }</h2><p>{ fill(words.start_found(), &found) }</p>
                if figures.iter().any(|count| *count > 0) { <p>{ fill(words.start_figures(), &told_figures) }</p> }
                <p class="small muted">{ words.start_first_factor() }</p></div>
            <div class="scroll" tabindex="0" role="group" aria-label={title}><table class="pieces"><thead><tr><th scope="col">{ words.start_piece() }</th><th scope="col">{ words.start_place() }</th><th scope="col">{ words.start_why() }</th></tr></thead>
                <tbody>{ for pieces.iter().enumerate().map(|(at, piece)| row(kit, report, at, piece)) }</tbody></table></div>
            <div class="row"><button type="button" class="btn main" data-report="take" disabled={taken == 0 && figures[0] == 0}>{ fill(words.start_take(), &[("n", &taken.to_string())]) }</button></div>
        </section>
    }
}

fn row(kit: &Kit, report: &Report, at: usize, piece: &Value) -> Html {
    let words = kit.words();
    let heading = piece["heading"].as_str().unwrap_or_else(|| words.start_untitled()).to_owned();
    let text = piece["text"].as_str().unwrap_or_default().to_owned();
    let characters = piece["characters"].as_u64().unwrap_or_default().to_string();
    let is_certain = piece["certain"].as_bool().unwrap_or_default();
    let chosen = report.places[at].as_str();
    let entry = |value: &str, label: String| Entry {
        value: value.to_owned(),
        label,
        chosen: value == chosen,
    };
    let texts = kit.pack.words(kit.language.tag());
    let items = kit
        .pack
        .items()
        .map(|(_, item)| entry(&item.id, [&item.number, " ", texts.item(&item.id)].concat()));
    let none = [
        entry("", words.start_nowhere().to_owned()),
        entry("overview", words.organisation_overview().to_owned()),
    ];
    let label = fill(words.start_place_of(), &[("heading", &heading)]);
    let why = match piece["name"].as_str().unwrap_or_default() {
        _ if is_certain => words.start_certain().to_owned(),
        "" => words.start_unknown().to_owned(),
        place => fill(words.start_likely(), &[("place", place)]),
    };
    html! {
        <tr key={at}><th scope="row"><details><summary>{ say::on_one_line(kit.language, &heading) }{ " · " }{ fill(words.start_characters(), &[("n", &characters)]) }</summary><p class="small written">{ text }</p></details></th>
            <td><select class="input" data-piece={at.to_string()} aria-label={label}>{ options(none.into_iter().chain(items)) }</select></td>
            <td>{ why }</td></tr>
    }
}
