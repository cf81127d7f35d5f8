//! The cases of this device: being scored, or finished.

use super::Stored;
use crate::archive::{ReadError, open_scoring};
use crate::browser::page;
use crate::browser::panels::{self, Kind};
use crate::browser::training::{KeptRun, Place};
use crate::date::parse_date;
use crate::language::fill;
use crate::report::say;
use crate::ui::kit::{Kit, Notice};
use crate::ui::route::Route;
use crate::ui::shell::storage_words;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// One case as the list shows it.
pub(super) struct Run {
    id: String,
    pub trainee: String,
    name: String,
    finished: bool,
    /// How far it is, or why it cannot be read.
    state: String,
}

/// What is kept, begun last first.
pub(super) fn kept_runs(kit: &Kit, stored: &Stored) -> Vec<Run> {
    let runs = stored.iter().filter_map(|(key, content)| match Place::of(key)? {
        Place::Run(id) => Some(run(kit, id, content)),
        Place::Record(_) => None,
    });
    let mut runs: Vec<Run> = runs.collect();
    runs.reverse();
    runs
}

fn run(kit: &Kit, id: String, content: &str) -> Run {
    let words = kit.words();
    let run = KeptRun::read(content).unwrap_or_default();
    let finished = parse_date(&run.finished);
    let read = open_scoring(run.copy.as_bytes()).and_then(|opened| {
        let reference = opened.pack().clone();
        let pack = kit.library.edition(&reference.id, &reference.edition);
        opened.with_pack(pack.ok_or(ReadError::UnknownPack {
            id: reference.id,
            edition: reference.edition,
        })?)
    });
    match read {
        Ok(copy) => {
            let sheet = &copy.sheet;
            let counts = [sheet.rated().to_string(), sheet.assigned.len().to_string()];
            let day = finished.map(|day| say::date(kit.language, day)).unwrap_or_default();
            let text = if finished.is_some() {
                words.training_state_finished()
            } else {
                words.training_state_open()
            };
            let values = [("trainee", &*sheet.assessor), ("organisation", &*sheet.subject.organisation)];
            Run {
                id,
                trainee: sheet.assessor.to_string(),
                name: fill(words.training_run(), &values),
                finished: finished.is_some(),
                state: fill(text, &[("date", &day), ("rated", &counts[0]), ("assigned", &counts[1])]),
            }
        }
        Err(error) => Run {
            name: id.clone(),
            id,
            trainee: String::new(),
            finished: finished.is_some(),
            state: say::read_error(kit.language, &error),
        },
    }
}

pub(super) fn list(kit: &Kit, runs: &[Run]) -> Html {
    let words = kit.words();
    html! {
        <section class="sheet stack-s" aria-labelledby="runs"><h2 id="runs">{ words.training_runs() }</h2>
            if runs.is_empty() { <p>{ words.training_runs_none() }</p> } else {
                <ul class="figures plain runs">{ for runs.iter().map(|run| line(kit, run)) }</ul>
            }
        </section>
    }
}

fn line(kit: &Kit, run: &Run) -> Html {
    let words = kit.words();
    let id = run.id.clone();
    let (href, label, label_of) = if run.finished {
        (Route::TrainingResult { run: id }.href(), words.training_see(), words.training_see_of())
    } else {
        (Route::TrainingRun { run: id }.href(), words.training_continue(), words.training_continue_of())
    };
    let of = |text: &str| fill(text, &[("name", &run.name)]);
    html! {
        <li key={run.id.clone()}><span><b>{ run.name.clone() }</b>{ " " }<small>{ run.state.clone() }</small></span>
            <span class="row"><a class="btn" {href} aria-label={of(label_of)}>{ label }</a>
                if run.finished { <button type="button" class="btn quiet" data-act={["again ", &run.id].concat()} aria-label={of(words.training_again_of())}>{ words.training_again() }</button> }
                <button type="button" class="btn quiet" data-act={["remove ", &run.id].concat()} aria-label={of(words.training_remove_of())}>{ words.training_remove() }</button></span></li>
    }
}

/// Removes a case after asking; the record stays.
pub(super) fn remove(kit: &Kit, place: Place, content: Option<String>, reload: &Callback<()>) {
    let (Place::Run(id), Some(content)) = (&place, content) else { return };
    let name = run(kit, id.clone(), &content).name;
    if !page::confirm(&fill(kit.words().training_remove_question(), &[("name", &name)])) {
        return;
    }
    let (kit, reload, key) = (kit.clone(), reload.clone(), place.key());
    spawn_local(async move {
        if let Err(error) = panels::remove(Kind::Training, &key).await {
            kit.notify.emit(Notice::bad(storage_words(kit.words(), error)));
        }
        reload.emit(());
    });
}
