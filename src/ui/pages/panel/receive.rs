//! Scores in: files chosen or dropped, what is to be said of each, and the assessors whose scores count.

use super::acts::step;
use super::desk::{Desk, Held};
use super::{View, asked};
use crate::archive::{Dropped, Gathering, ReadError, Taken, Unreadable, gather_taken, subject_of, take_file, write};
use crate::assessment::text;
use crate::browser::documents::{self, Given, Made, Request, Undone};
use crate::browser::{clock, files, panels};
use crate::criteria::write_pack_file;
use crate::language::{codes, fill};
use crate::order;
use crate::panel::{Collected, PanelAction, Question, Subject};
use crate::report::say;
use crate::ui::kit::{Kit, Notice};
use crate::ui::parts::{FileTarget, files_target, unlocked};
use crate::ui::shell::storage_words;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Blob, File};
use yew::prelude::*;

/// Id of the input that picks files.
pub(super) const INPUT: &str = "score-files";
/// The most files that are taken at once.
const MOST: usize = 50;

/// The whole page takes files.
pub(super) fn target(kit: &Kit, desk: &Desk) -> FileTarget {
    let (kit, desk) = (kit.clone(), desk.clone());
    files_target(INPUT, ".json,.age,.xlsx,.xls,.ods,.csv,application/json", move |files| take(&kit, &desk, files))
}

fn take(kit: &Kit, desk: &Desk, dropped: Vec<File>) {
    if dropped.is_empty() {
        return;
    }
    if dropped.len() > MOST {
        let n = dropped.len().to_string();
        kit.notify.emit(Notice::bad(fill(kit.words().workshop_too_many(), &[("n", &n)])));
        return;
    }
    let (kit, desk) = (kit.clone(), desk.clone());
    spawn_local(async move {
        let (mut read, mut unreadable) = (Vec::new(), Vec::new());
        for file in dropped {
            let Some(file) = unlocked(kit.language, &kit.notify, file).await else {
                continue;
            };
            match files::read(&file).await {
                Ok(bytes) => read.push((file.name(), bytes, Blob::from(file))),
                Err(error) => unreadable.push((file.name(), error)),
            }
        }
        let is_table = |name: &str| {
            let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
            matches!(ending.as_str(), "xlsx" | "xls" | "ods" | "csv")
        };
        let (tables, read): (Vec<Read>, Vec<Read>) = read.into_iter().partition(|(name, ..)| is_table(name));
        let waiting = Rc::new(RefCell::new(Waiting {
            left: tables.len(),
            read,
            unreadable,
            notes: Vec::new(),
        }));
        if tables.is_empty() {
            return Waiting::gathered(&waiting, &kit, &desk);
        }
        for (name, bytes, _) in tables {
            read_table(&kit, &desk, name, bytes, waiting.clone());
        }
    });
}

/// A file with its name, bytes and content as it came.
type Read = (String, Vec<u8>, Blob);

/// Files of which some are still read as tables.
struct Waiting {
    left: usize,
    read: Vec<Read>,
    unreadable: Vec<(String, ReadError)>,
    /// What is to be said of tables, and whether they count.
    notes: Vec<(bool, String)>,
}

impl Waiting {
    fn gathered(waiting: &RefCell<Waiting>, kit: &Kit, desk: &Desk) {
        let mut waiting = waiting.borrow_mut();
        desk.noted(std::mem::take(&mut waiting.notes));
        gather(kit, desk, std::mem::take(&mut waiting.read), std::mem::take(&mut waiting.unreadable));
    }
}

/// Has a table read as scoring copies; when it is the last one, everything is gathered.
fn read_table(kit: &Kit, desk: &Desk, name: String, bytes: Vec<u8>, waiting: Rc<RefCell<Waiting>>) {
    let Some(content) = kit.store.content() else { return };
    let parts = js_sys::Array::of1(&js_sys::Uint8Array::from(bytes.as_slice()));
    let Ok(blob) = Blob::new_with_u8_array_sequence(&parts) else { return };
    let mut given: Vec<Given> = [write_pack_file(&kit.pack), content, name.clone()].map(Given::Text).into();
    given.push(Given::Blob(blob));
    let request = Request {
        task: "ratings",
        language: kit.language,
        given,
    };
    let (kit, desk, failure) = (kit.clone(), desk.clone(), kit.words().document_failed());
    documents::ask(
        request,
        failure,
        |_, _| {},
        move |reply| {
            {
                let mut waiting = waiting.borrow_mut();
                match reply {
                    Ok(Made::Text(told)) => take_table(&told, &mut waiting),
                    Err(Undone::Failed(sentence)) => {
                        let text = kit.words().by_code(&codes::GATHERED, "unreadable");
                        waiting.notes.push((false, fill(text, &[("file", &name), ("sentence", &sentence)])));
                    }
                    _ => {}
                }
                waiting.left -= 1;
                if waiting.left > 0 {
                    return;
                }
            }
            Waiting::gathered(&waiting, &kit, &desk);
        },
    );
}

/// The copies of a table among the files, and what is to be said of it.
fn take_table(told: &str, waiting: &mut Waiting) {
    let Ok(parsed) = crate::json::parse(told) else { return };
    let text = |value: &serde_json::Value, name: &str| value.get(name).and_then(|text| text.as_str()).unwrap_or_default().to_owned();
    for file in parsed.value.get("files").and_then(|files| files.as_array()).into_iter().flatten() {
        waiting.read.extend(file_of(text(file, "name"), text(file, "content").into_bytes()));
    }
    for sentence in parsed.value.get("refused").and_then(|refused| refused.as_array()).into_iter().flatten() {
        waiting.notes.push((true, sentence.as_str().unwrap_or_default().to_owned()));
    }
}

fn file_of(name: String, bytes: Vec<u8>) -> Option<Read> {
    let parts = js_sys::Array::of1(&js_sys::Uint8Array::from(bytes.as_slice()));
    let blob = Blob::new_with_u8_array_sequence(&parts).ok()?;
    Some((name, bytes, blob))
}

/// Takes a scoring copy that was made here; whether it could be.
pub(super) fn take_bytes(kit: &Kit, desk: &Desk, name: String, bytes: Vec<u8>) -> bool {
    let Some(file) = file_of(name, bytes) else { return false };
    desk.noted(Vec::new());
    gather(kit, desk, vec![file], Vec::new());
    true
}

/// The ratings of the open assessment as the scores of the facilitator.
pub(super) fn take_own(kit: &Kit, desk: &Desk) {
    let (Some(project), Some(held)) = (kit.store.project(), desk.held()) else {
        return;
    };
    let facilitator = held.record.panel.facilitator.trim().replace(['/', '\\'], " ");
    let name = if facilitator.is_empty() {
        kit.words().workshop_own_name()
    } else {
        &facilitator
    };
    let bytes = write(&project, &kit.pack).into_bytes();
    take_bytes(kit, desk, [name, ".json"].concat(), bytes);
}

/// Reads what came file by file, so that the page answers meanwhile, and gathers it.
fn gather(kit: &Kit, desk: &Desk, read: Vec<Read>, unreadable: Vec<(String, ReadError)>) {
    let (kit, desk) = (kit.clone(), desk.clone());
    spawn_local(async move {
        let names: Vec<&str> = read.iter().map(|(name, ..)| name.as_str()).collect();
        let mut taken = Vec::new();
        for (name, bytes, _) in &read {
            taken.push(take_file(&kit.pack, &names, &Dropped { name, bytes }));
            clock::breath().await;
        }
        // What changes on the page meanwhile is gathered with.
        loop {
            let Some(counted) = count(&kit, &desk, &read, &taken, &unreadable) else {
                return;
            };
            clock::breath().await;
            if desk.held().is_some_and(|held| Rc::ptr_eq(&held, &counted.held)) {
                return put(&kit, &desk, counted);
            }
        }
    });
}

/// What came of files, before the panel has it.
struct Counted {
    /// The panel it was gathered for.
    held: Rc<Held>,
    subject: Subject,
    gathering: Gathering,
    questions: Vec<Question>,
    /// Those that count or are asked about, by their fingerprints.
    received: Vec<(String, Blob)>,
}

fn count(kit: &Kit, desk: &Desk, read: &[Read], taken: &[Taken], unreadable: &[(String, ReadError)]) -> Option<Counted> {
    let (held, open) = (desk.held()?, kit.store.snapshot()?);
    let panel = &held.record.panel;
    if let Some(refused) = PanelAction::Sheets(Vec::new()).refused(&kit.pack, panel) {
        kit.notify.emit(Notice::bad(say::refused(kit.language, refused)));
        return None;
    }
    let subject = subject_of(&kit.pack, &open.assessment);
    let mut gathering = gather_taken(&kit.pack, Some(&subject), &panel.sheets, taken.to_vec());
    gathering.unreadable.extend(unreadable.iter().map(|(name, error)| Unreadable {
        file: text(name),
        error: error.clone(),
    }));
    let listed: Vec<&str> = held.members.iter().map(|member| member.name.as_str()).collect();
    let questions = gathering.gathered.ask(&listed, &panel.sheets);
    let asked: Vec<&Collected> = questions.iter().flat_map(|question| question.choices()).collect();
    let is_there = |name: &str, hash: &str| {
        let mut all = gathering.gathered.sheets.iter().chain(asked.iter().copied());
        all.any(|sheet| *sheet.file == *name && *sheet.hash == *hash)
    };
    let received = read.iter().zip(taken).filter_map(|((name, _, blob), taken)| {
        let hash = taken.hash().filter(|hash| is_there(name, hash))?;
        Some((hash.to_string(), blob.clone()))
    });
    let received = received.collect();
    Some(Counted {
        held,
        subject,
        gathering,
        questions,
        received,
    })
}

/// Gives the panel what was gathered for it, and says what came of it.
fn put(kit: &Kit, desk: &Desk, counted: Counted) {
    let Counted {
        subject,
        gathering,
        questions,
        received,
        ..
    } = counted;
    let sheets = gathering.gathered.sheets.clone();
    let problems = gathering.gathered.problems.len() + gathering.unreadable.len();
    let values = [
        ("n", sheets.len().to_string()),
        ("problems", problems.to_string()),
        ("asked", questions.len().to_string()),
    ];
    let values = values.each_ref().map(|(key, value)| (*key, value.as_str()));
    let told = if questions.is_empty() {
        kit.words().workshop_received()
    } else {
        kit.words().workshop_received_asked()
    };
    kit.notify.emit(Notice::good(fill(told, &values)));
    desk.ask(questions);
    desk.change(|held| {
        held.record.panel.subject = subject;
        held.record.kept = gathering.carried(&held.record.kept);
    });
    step(kit, desk, &PanelAction::Sheets(sheets));
    desk.gathered(gathering);
    let (kit, id) = (kit.clone(), desk.id().to_owned());
    spawn_local(async move {
        if let Err(error) = panels::keep_received(&id, &received).await {
            kit.notify.emit(Notice::bad(storage_words(kit.words(), error)));
        }
    });
}

pub(super) fn receive(view: &View<'_>) -> Html {
    let words = view.kit.words();
    let own = view.held.record.panel.facilitator.trim();
    let own = if own.is_empty() { words.workshop_own_name() } else { own };
    html! {
        <section class="sheet stack-s" aria-labelledby="receive">
            <h2 id="receive">{ words.workshop_receive() }</h2><p class="small">{ words.workshop_receive_note() }</p>
            { asked::questions(view) }
            { problems(view) }
            if !view.reading.assessors.is_empty() { { assessors(view) } }
            if view.panel.opened { <p class="told">{ words.workshop_opened() }</p> } else {
                <div class="row"><button type="button" class="btn" data-act="pick">{ words.workshop_receive_pick() }</button>
                    <button type="button" class="btn quiet" data-act="own">{ words.workshop_take_own() }</button>
                    <span class="small">{ fill(words.workshop_take_own_note(), &[("name", own)]) }</span></div>
            }
        </section>
    }
}

/// Every file with something to it, with its reason.
fn problems(view: &View<'_>) -> Html {
    let (kit, words) = (view.kit, view.kit.words());
    let Some(gathering) = view.desk.gathering() else { return Html::default() };
    let unread = gathering.unreadable.iter().map(|unread| (false, say::unreadable(kit.language, unread)));
    let said = gathering.gathered.problems.iter();
    let said = said.map(|problem| (problem.counts(), say::gathered(kit.language, problem)));
    let mut all: Vec<(bool, String)> = unread.chain(said).chain(view.desk.notes()).collect();
    if all.is_empty() {
        return Html::default();
    }
    if view.held.anonymous {
        // Names, files and counts would tell whose letter is whose.
        let not = all.iter().filter(|(counts, _)| !counts).count().to_string();
        let told = fill(words.workshop_problems_unnamed(), &[("n", &all.len().to_string()), ("not", &not)]);
        return html! { <p class="small why">{ told }</p> };
    }
    order::sort_by_key(&mut all, |(counts, _)| *counts);
    html! {
        <div class="stack-xs why"><h3 id="problems">{ words.workshop_problems() }</h3><ul class="plain stack-xs" aria-labelledby="problems">{ for all.into_iter().map(|(counts, sentence)| {
            let (class, label) = if counts { ("tag w", words.workshop_counted()) } else { ("tag b", words.workshop_not_counted()) };
            html! { <li><span {class}>{ label }</span>{ " " }{ sentence }</li> }
        }) }</ul></div>
    }
}

fn assessors(view: &View<'_>) -> Html {
    let (kit, words) = (view.kit, view.kit.words());
    if view.held.anonymous {
        return unnamed(view);
    }
    html! {
        <div class="scroll" tabindex="0" role="group" aria-label={words.workshop_receive()}><table>
            <thead><tr><th scope="col">{ words.workshop_member() }</th><th scope="col">{ words.workshop_asked() }</th><th scope="col">{ words.workshop_column_shift() }</th><th scope="col"><span class="hidden">{ words.column_actions() }</span></th></tr></thead>
            <tbody>{ for view.reading.assessors.iter().enumerate().map(|(at, assessor)| {
                let name = view.name(at);
                let counts = [("rated", &*assessor.rated.to_string()), ("assigned", &*assessor.assigned.to_string())];
                let shift = assessor.shift.map_or_else(|| words.none().to_owned(), |shift| say::shift(kit.language, &name, &shift));
                html! {
                    <tr key={assessor.name.to_string()}><td><b>{ name.clone() }</b></td><td>{ fill(words.workshop_rated_of(), &counts) }</td><td>{ shift }</td>
                        <td class="r acts"><button type="button" class="btn quiet" data-act={format!("as-received {at}")} aria-label={fill(words.workshop_as_received(), &[("name", &name)])}>{ words.workshop_as_received_short() }</button>
                            if !view.panel.opened { <button type="button" class="btn quiet" data-act={format!("take-out {at}")} aria-label={fill(words.workshop_take_out(), &[("name", &name)])}>{ words.workshop_take_out_short() }</button> }</td></tr>
                }
            }) }</tbody></table></div>
    }
}

/// Without names: how assessors lie to each other, and nothing by which one is known.
fn unnamed(view: &View<'_>) -> Html {
    let (kit, words) = (view.kit, view.kit.words());
    let shifts = view.reading.assessors.iter().enumerate().filter_map(|(at, assessor)| {
        let shift = assessor.shift.as_ref()?;
        Some(html! { <li>{ say::shift(kit.language, &view.name(at), shift) }</li> })
    });
    html! { <div class="stack-xs"><p class="small muted">{ words.workshop_unnamed() }</p><ul class="plain small">{ for shifts }</ul></div> }
}
