//! Drafts that were edited in a word processor and come back: taken apart by the worker, laid beside the other files, with what is only
//! proposed in them, the comments, and what belongs nowhere. Comes with the part of merging, when a draft is given.

use super::desk::{Draft, Refused, at_desk};
use crate::archive;
use crate::browser::documents::{self, Given, Made, Request, Undone};
use crate::criteria::write_pack_file;
use crate::json::parse;
use crate::language::{Words, fill};
use crate::merge::{Returned, returned_draft};
use crate::report::say;
use crate::ui::kit::Kit;
use serde_json::Value;
use web_sys::File;
use yew::prelude::*;

/// Has a draft taken apart against the open assessment as it stands now, and lays it on the desk.
pub fn lay(kit: &Kit, id: &str, file: File, redraw: &Callback<()>) {
    let Some(content) = kit.store.content() else { return };
    let name = file.name();
    let whose = name.rsplit_once('.').map_or(&*name, |(stem, _)| stem).to_owned();
    let request = Request {
        task: "return",
        language: kit.language,
        given: vec![
            Given::Text(write_pack_file(&kit.pack)),
            Given::Text(content),
            Given::Blob(file.into()),
            Given::Text(whose),
        ],
    };
    let failed = kit.words().document_failed();
    let (kit, id, redraw) = (kit.clone(), id.to_owned(), redraw.clone());
    documents::ask(
        request,
        failed,
        |_, _| {},
        move |reply| {
            let told = match reply {
                Ok(Made::Text(text)) => readings(&kit, &name, &text).ok_or_else(|| failed.to_owned()),
                Err(Undone::Failed(sentence)) => Err(sentence),
                _ => Err(failed.to_owned()),
            };
            at_desk(&id, |desk| {
                desk.reading = desk.reading.saturating_sub(1);
                let refused = |reason| Refused { file: name.clone(), reason };
                match told.map(|readings| (readings[0].0.repeated(&desk.files), readings)) {
                    Ok((Some(reason), _)) => desk.refused.push(refused(Ok(reason))),
                    Ok((None, readings)) => {
                        desk.files.push(readings[0].0.clone());
                        desk.drafts.push(Draft { readings, at: 0 });
                    }
                    Err(sentence) => desk.refused.push(refused(Err(sentence))),
                }
                desk.version += 1;
            });
            redraw.emit(());
        },
    );
}

fn readings(kit: &Kit, name: &str, text: &str) -> Option<Vec<(Returned, Value)>> {
    let Value::Array(told) = parse(text).ok()?.value else { return None };
    let read = |file: &Value| archive::open(file.as_str()?).ok()?.with_pack(&kit.pack).ok();
    let readings = told.into_iter().map(|mut reading| {
        let (base, theirs) = (read(&reading["base"])?, read(&reading["theirs"])?);
        Some((returned_draft(&kit.pack, name, base, theirs), reading["told"].take()))
    });
    readings.collect::<Option<Vec<_>>>().filter(|readings| !readings.is_empty())
}

/// What is told of a draft beside its changes; nothing of other files.
pub fn told(kit: &Kit, id: &str, file: &str) -> Html {
    let words = kit.words();
    let draft = at_desk(id, |desk| {
        desk.draft(file)
            .map(|draft| (draft.readings[draft.at].1.clone(), draft.at, draft.readings.len()))
    });
    let Some((told, at, readings)) = draft else { return Html::default() };
    let list = |of: &Value, member: &str| of[member].as_array().cloned().unwrap_or_default();
    let count = |number: usize| number.to_string();
    let number = |member: &str| told[member].as_u64().unwrap_or_default().to_string();
    let mut remarks: Vec<(String, Vec<String>)> = Vec::new();
    for change in list(&told, "changes") {
        let said = said(words, &list(&change, "proposals"), &list(&change, "comments"));
        remarks.push((change["name"].as_str().unwrap_or_default().to_owned(), said));
    }
    let strays = list(&told, "not_placed");
    let elsewhere: Vec<Value> = strays.iter().flat_map(|stray| list(stray, "proposals")).collect();
    remarks.push((words.drafts_elsewhere().to_owned(), said(words, &elsewhere, &list(&told, "comments"))));
    remarks.retain(|(_, said)| !said.is_empty());
    let all = remarks.iter().map(|(_, said)| said.len()).sum::<usize>();
    let strays: Vec<Value> = strays
        .into_iter()
        .filter(|stray| stray["text"].as_str().is_some_and(|text| !text.is_empty()))
        .collect();
    let proposed = if at == 0 { words.drafts_proposals() } else { words.drafts_proposals_taken() };
    html! { <>
        if readings > 1 {
            <p>{ fill(proposed, &[("n", &number("proposals"))]) }{ " " }<button type="button" class="btn quiet" data-act={["proposed ", file].concat()} aria-pressed={(at > 0).to_string()}>{ words.drafts_take_proposals() }</button></p>
        }
        if all > 0 {
            <details><summary>{ fill(words.drafts_remarks(), &[("n", &count(all))]) }</summary><ul class="plain stack-xs">{ for remarks.into_iter().map(|(place, said)| html! {
                <li><b>{ place }</b><ul class="plain">{ for said.into_iter().map(|line| html! { <li class="written small">{ line }</li> }) }</ul></li>
            }) }</ul></details>
        }
        if !strays.is_empty() {
            <div class="stack-xs"><h4>{ fill(words.drafts_not_placed(), &[("n", &count(strays.len()))]) }</h4><p class="small">{ words.drafts_not_placed_note() }</p>
                <ul class="plain stack-xs">{ for strays.iter().map(|stray| html! {
                    <li class="stack-xs">{ for stray["near"].as_str().filter(|near| !near.is_empty()).map(|near| html! { <span class="small muted">{ fill(words.drafts_below(), &[("near", &say::on_one_line(kit.language, near))]) }</span> }) }<p class="written">{ stray["text"].as_str().unwrap_or_default().to_owned() }</p></li>
                }) }</ul></div>
        }
        if told["absent"].as_u64() > Some(0) { <p class="small">{ fill(words.drafts_absent(), &[("n", &number("absent"))]) }</p> }
    </> }
}

/// Proposals and comments, a line each.
fn said(words: &Words, proposals: &[Value], comments: &[Value]) -> Vec<String> {
    let line = |text: &str, of: &Value| {
        let told = |member: &str| of[member].as_str().unwrap_or_default().to_owned();
        let written = told("text");
        let written = if written == "\n" { words.drafts_paragraph().to_owned() } else { written };
        fill(text, &[("author", &told("author")), ("text", &written)])
    };
    let proposed = proposals.iter().map(|proposal| match proposal["way"].as_str() {
        Some("insert") => line(words.drafts_insert(), proposal),
        _ => line(words.drafts_delete(), proposal),
    });
    proposed.chain(comments.iter().map(|comment| line(words.drafts_comment(), comment))).collect()
}
