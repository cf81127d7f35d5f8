//! Scores in: files chosen or dropped, what is to be said of each, and the assessors whose scores count.

use super::View;
use super::acts::step;
use super::desk::Desk;
use crate::archive::{Dropped, ReadError, Unreadable, gather_files, subject_of, write};
use crate::assessment::text;
use crate::browser::{files, panels};
use crate::language::fill;
use crate::order;
use crate::panel::PanelAction;
use crate::report::say;
use crate::ui::kit::{Kit, Notice};
use crate::ui::parts::{FileTarget, files_target, unlocked};
use crate::ui::shell::storage_words;
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
    files_target(INPUT, ".json,.age,application/json", move |files| take(&kit, &desk, files))
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
        gather(&kit, &desk, read, unreadable);
    });
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
    let parts = js_sys::Array::of1(&js_sys::Uint8Array::from(bytes.as_slice()));
    let Ok(blob) = Blob::new_with_u8_array_sequence(&parts) else { return };
    gather(kit, desk, vec![([name, ".json"].concat(), bytes, blob)], Vec::new());
}

fn gather(kit: &Kit, desk: &Desk, read: Vec<(String, Vec<u8>, Blob)>, unreadable: Vec<(String, ReadError)>) {
    let (Some(held), Some(open)) = (desk.held(), kit.store.snapshot()) else {
        return;
    };
    let panel = &held.record.panel;
    if let Some(refused) = PanelAction::Sheets(Vec::new()).refused(&kit.pack, panel) {
        kit.notify.emit(Notice::bad(say::refused(kit.language, refused)));
        return;
    }
    let subject = subject_of(&kit.pack, &open.assessment);
    let dropped: Vec<Dropped<'_>> = read.iter().map(|(name, bytes, _)| Dropped { name, bytes }).collect();
    let mut gathering = gather_files(&kit.pack, Some(&subject), &panel.sheets, &dropped);
    gathering
        .unreadable
        .extend(unreadable.into_iter().map(|(name, error)| Unreadable { file: text(name), error }));
    let sheets = gathering.gathered.sheets.clone();
    let counted: Vec<(String, Blob)> = read
        .iter()
        .filter_map(|(name, bytes, blob)| {
            let sheet = sheets
                .iter()
                .find(|sheet| *sheet.file == **name && *sheet.hash == *crate::archive::fingerprint(bytes))?;
            Some((sheet.hash.to_string(), blob.clone()))
        })
        .collect();
    let problems = gathering.gathered.problems.len() + gathering.unreadable.len();
    let values = [("n", sheets.len().to_string()), ("problems", problems.to_string())];
    let values = values.each_ref().map(|(key, value)| (*key, value.as_str()));
    kit.notify.emit(Notice::good(fill(kit.words().workshop_received(), &values)));
    desk.change(|held| {
        held.record.panel.subject = subject;
        held.record.kept = gathering.carried(&held.record.kept);
    });
    step(kit, desk, &PanelAction::Sheets(sheets));
    desk.gathered(gathering);
    let (kit, id) = (kit.clone(), desk.id().to_owned());
    spawn_local(async move {
        if let Err(error) = panels::keep_received(&id, &counted).await {
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
    let mut all: Vec<(bool, String)> = unread.chain(said).collect();
    if all.is_empty() {
        return Html::default();
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
