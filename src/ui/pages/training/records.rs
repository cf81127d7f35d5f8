//! What every trainee has done so far: a line for each case with its place between harsh and lenient, and all of them together.

use super::Stored;
use super::record::name;
use crate::archive::{KeptTraining, ReadError, read_training};
use crate::browser::panels::{self, Kind};
use crate::browser::training::Place;
use crate::browser::{files, page};
use crate::export::safe;
use crate::language::fill;
use crate::order;
use crate::panel::{Accuracy, TrainingEntry};
use crate::report::say;
use crate::ui::charts::{Offset, draw_offset, scale_of};
use crate::ui::kit::{Kit, Notice};
use crate::ui::shell::storage_words;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// A record under the name it is kept by.
pub(super) type Kept = (String, Result<KeptTraining, ReadError>);

/// What is kept, by the names of trainees.
pub(super) fn kept_records(stored: &Stored) -> Vec<Kept> {
    let records = stored.iter().filter_map(|(key, content)| match Place::of(key)? {
        Place::Record(trainee) => Some((trainee, read_training(content.as_bytes()))),
        Place::Run(_) => None,
    });
    records.collect()
}

pub(super) fn section(kit: &Kit, records: &[Kept]) -> Html {
    let words = kit.words();
    html! {
        <section class="sheet stack" aria-labelledby="record">
            <div class="stack-s"><div class="title"><h2 id="record">{ words.training_record() }</h2>
                <span class="pts"><button type="button" class="btn" data-act="open">{ words.training_record_open() }</button></span></div>
                <p class="small">{ if records.is_empty() { words.training_record_none() } else { words.training_record_note() } }</p>
                if !records.is_empty() { { super::certificate::language(kit) } }</div>
            { for records.iter().map(|(trainee, read)| record(kit, trainee, read)) }
            if !records.is_empty() { { meanings(kit, records) } }
        </section>
    }
}

fn record(kit: &Kit, trainee: &str, read: &Result<KeptTraining, ReadError>) -> Html {
    let words = kit.words();
    let shown = name(kit, trainee);
    let of = |text: &str| fill(text, &[("trainee", &shown)]);
    html! {
        <div class="stack-s" key={trainee.to_owned()}>
            <div class="title"><h3>{ of(words.training_record_of()) }</h3>
                <span class="pts row"><button type="button" class="btn" data-act={["save ", trainee].concat()} aria-label={of(words.training_record_save_of())}>{ words.training_record_save() }</button>
                    <button type="button" class="btn" data-act={["certificate ", trainee].concat()} aria-label={of(words.training_certificate_of())}>{ words.training_certificate() }</button>
                    <button type="button" class="btn quiet" data-act={["erase ", trainee].concat()} aria-label={of(words.training_record_erase_of())}>{ words.training_record_erase() }</button></span></div>
            { match read {
                Ok(kept) => table(kit, kept, of(words.training_record_of())),
                Err(error) => html! { <p role="alert">{ fill(words.training_record_unreadable(), &[("trainee", &shown), ("reason", &say::read_error(kit.language, error))]) }</p> },
            } }
        </div>
    }
}

fn table(kit: &Kit, kept: &KeptTraining, label: String) -> Html {
    let words = kit.words();
    let mut entries: Vec<&TrainingEntry> = kept.record.entries.iter().collect();
    order::sort_by_key(&mut entries, |entry| entry.date);
    let all = kept.record.accuracy();
    let figures: Vec<Option<Accuracy>> = entries.iter().map(|entry| entry.accuracy()).chain([all]).collect();
    let scale = scale_of(figures.iter().flatten().map(|found| found.bias.abs() + found.consistency.unwrap_or(0.0)));
    let heads = [
        ("", words.training_column_case().to_owned()),
        ("", fill(words.training_column_course(), &[("scale", &scale.to_string())])),
        ("r", words.training_bias().to_owned()),
        ("r", words.training_column_consistency().to_owned()),
        ("r", words.training_column_compared().to_owned()),
        ("r", words.training_within_step().to_owned()),
        ("r", words.training_within_band().to_owned()),
    ];
    let rows = entries.iter().enumerate().map(|(at, entry)| {
        let attempt = entries[..=at].iter().filter(|before| before.case == entry.case).count();
        let title = html! { <span>{ entry.title.to_string() }if attempt > 1 { { " " }<span class="tag">{ fill(words.training_attempt(), &[("n", &attempt.to_string())]) }</span> }</span> };
        let day = entry.date.map(|day| html! { <small>{ say::date(kit.language, day) }</small> });
        html! { <tr><td><div class="stack-xs">{ title }{ for day }</div></td>{ figures_of(kit, &entry.title, figures[at], scale) }</tr> }
    });
    html! {
        <div class="scroll" tabindex="0" role="group" aria-label={label}><table class="record">
            <thead><tr>{ for heads.into_iter().map(|(class, head)| html! { <th scope="col" {class}>{ head }</th> }) }</tr></thead>
            <tbody>{ for rows }
                if entries.len() > 1 { <tr class="sum"><td><b>{ words.training_record_all() }</b></td>{ figures_of(kit, words.training_record_all(), all, scale) }</tr> }</tbody>
        </table></div>
    }
}

fn figures_of(kit: &Kit, case: &str, found: Option<Accuracy>, scale: f64) -> Html {
    let words = kit.words();
    let Some(found) = found else {
        return html! { <td colspan="6">{ words.training_nothing_rated() }</td> };
    };
    let (bias, consistency) = (say::bias(kit.language, found.bias), say::consistency(kit.language, found.consistency));
    let label = fill(words.training_course(), &[("case", case), ("bias", &bias), ("consistency", &consistency)]);
    let drawn = Offset {
        bias: found.bias,
        spread: found.consistency,
        scale,
        label,
    };
    let of_all = |n: usize| [n.to_string(), " / ".to_owned(), found.compared.to_string()].concat();
    let spread = found.consistency.map_or_else(|| words.none().to_owned(), |spread| format!("{spread:.1}"));
    html! {
        <><td>{ draw_offset(&drawn) }</td><td class="r"><b>{ say::signed(found.bias) }</b></td><td class="r">{ spread }</td><td class="r">{ found.compared }</td>
            <td class="r">{ of_all(found.within_step) }</td><td class="r">{ of_all(found.within_band) }</td></>
    }
}

/// What each figure means, in a sentence.
fn meanings(kit: &Kit, records: &[Kept]) -> Html {
    let words = kit.words();
    let items = records.iter().filter_map(|(_, read)| read.as_ref().ok()).flat_map(|kept| &kept.record.entries);
    let step = items.flat_map(|entry| &entry.items).map(|item| item.step).max().unwrap_or(5);
    html! {
        <details><summary>{ words.training_figures_meaning() }</summary><p class="small">{ words.training_course_legend() }</p>{ explained(kit, step) }</details>
    }
}

/// The figures of an accuracy with their meanings.
pub(super) fn explained(kit: &Kit, step: u8) -> Html {
    let words = kit.words();
    let within = fill(words.training_within_step_meaning(), &[("step", &step.to_string())]);
    let all = [
        (words.training_bias(), words.training_bias_meaning()),
        (words.training_consistency(), words.training_consistency_meaning()),
        (words.training_within_step(), &within),
        (words.training_within_band(), words.training_within_band_meaning()),
    ];
    html! { <ul class="list small">{ for all.into_iter().map(|(name, meaning)| html! { <li><b>{ name }</b>{ words.colon() }{ meaning.to_owned() }</li> }) }</ul> }
}

/// Offers the file of a record as it is kept.
pub(super) fn save(kit: &Kit, trainee: &str, content: Option<String>) {
    let (words, Some(content)) = (kit.words(), content) else { return };
    let file = fill(words.training_record_file(), &[("trainee", &safe(&name(kit, trainee)))]);
    kit.notify.emit(match files::download(content.as_bytes(), &file, "application/json") {
        Ok(()) => Notice::good(fill(words.file_saved(), &[("name", &file)])),
        Err(_) => Notice::bad(words.file_not_saved()),
    });
}

/// Removes a record after asking.
pub(super) fn erase(kit: &Kit, trainee: &str, reload: &Callback<()>) {
    let shown = name(kit, trainee);
    if !page::confirm(&fill(kit.words().training_record_erase_question(), &[("trainee", &shown)])) {
        return;
    }
    let (kit, reload, key) = (kit.clone(), reload.clone(), Place::Record(trainee.to_owned()).key());
    spawn_local(async move {
        let words = kit.words();
        kit.notify.emit(match panels::remove(Kind::Training, &key).await {
            Ok(()) => Notice::good(fill(words.training_record_erased(), &[("trainee", &shown)])),
            Err(error) => Notice::bad(storage_words(words, error)),
        });
        reload.emit(());
    });
}
