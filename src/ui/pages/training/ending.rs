//! Before a case is finished: what is not rated, what finishing means; and what is told of one that is.

use super::record::{self, Trouble};
use crate::archive::{KeptTraining, open};
use crate::assessment::Assessment;
use crate::browser::{clock, page};
use crate::criteria::ItemSlot;
use crate::language::fill;
use crate::panel::{TrainingRecord, TrainingResult, training_result};
use crate::report::say;
use crate::ui::kit::{Kit, Notice};
use crate::ui::pages::scoring::{Desk, Held};
use crate::ui::parts::on_button;
use crate::ui::route::Route;
use crate::ui::shell::storage_words;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// A case against its reference; none where it has none that can be read.
pub(super) fn compared(held: &Held) -> Option<(TrainingResult, Assessment)> {
    let case = held.case.as_ref()?;
    let reference = open(&case.reference).and_then(|opened| opened.with_pack(&held.pack)).ok()?.assessment;
    Some((training_result(&held.pack, &reference, &held.copy.sheet), reference))
}

/// The page between scoring and result.
pub fn ending(kit: &Kit, desk: &Desk, held: &Held, run: &str) -> Html {
    let words = kit.words();
    let sheet = &held.copy.sheet;
    let (rated, all) = (sheet.rated(), sheet.assigned.len());
    let open: Vec<ItemSlot> = sheet.assigned.iter().copied().filter(|slot| sheet.judgement(*slot).percent.is_none()).collect();
    let onclick = {
        let (kit, desk) = (kit.clone(), desk.clone());
        on_button("data-act", move |_| finish(&kit, &desk))
    };
    let counts = [("n", &*open.len().to_string()), ("all", &*all.to_string())];
    let address = |slot: ItemSlot| {
        let (run, item) = (run.to_owned(), held.pack.item(slot).id.clone());
        Route::TrainingItem { run, item }.href()
    };
    html! {
        <main class="page wide" key="ending" {onclick}><div class="stack">
            { head(kit, held, words.training_finish_title(), desk) }
            <section class="sheet stack-s" aria-labelledby="unrated"><h2 id="unrated">{ fill(words.scoring_progress(), &[("rated", &rated.to_string()), ("assigned", &all.to_string())]) }</h2>
                if rated == 0 { <p>{ words.training_nothing_rated() }</p> } else if open.is_empty() { <p>{ fill(words.training_rated_all(), &[("n", &all.to_string())]) }</p> } else {
                    <p>{ fill(words.training_unrated(), &counts) }</p>
                    <ul class="list">{ for open.iter().map(|slot| html! { <li><a href={address(*slot)}>{ say::item_name(&held.pack, kit.language, *slot) }</a></li> }) }</ul>
                }
                <p class="small">{ words.training_finish_note() }</p>
                <div class="row"><a class="btn" href={Route::TrainingRun { run: run.to_owned() }.href()}>{ words.training_back_to_scoring() }</a>
                    if rated > 0 { <button type="button" class="btn main" data-act="finish">{ words.training_finish_now() }</button> }</div>
            </section>
        </div></main>
    }
}

/// The way back, the title, whose case it is, and whether everything is kept.
fn head(kit: &Kit, held: &Held, title: &'static str, desk: &Desk) -> Html {
    html! {
        <div class="stack-xs">
            <p class="crumbs"><a href={Route::Training.href()}>{ kit.words().training_title() }</a></p>
            <h1>{ title }</h1><p>{ whose(kit, held) }</p>
            <div class="told">{ for desk.keeping().map(|keeping| keeping.told(kit)) }</div>
        </div>
    }
}

/// The trainee and the organisation of the case.
pub(super) fn whose(kit: &Kit, held: &Held) -> String {
    let sheet = &held.copy.sheet;
    let values = [("trainee", &*sheet.assessor), ("organisation", &*sheet.subject.organisation)];
    fill(kit.words().training_run(), &values)
}

/// Notes the result in the trainee's record, and then shows it.
fn finish(kit: &Kit, desk: &Desk) {
    let Some(held) = desk.held() else { return };
    let Some((result, _)) = compared(&held) else {
        return kit.notify.emit(Notice::bad(kit.words().training_missing()));
    };
    let day = clock::today();
    let record = KeptTraining::new(TrainingRecord {
        trainee: held.copy.sheet.assessor.clone(),
        entries: vec![result.entry(&held.pack, Some(day))],
    });
    let (kit, desk) = (kit.clone(), desk.clone());
    spawn_local(async move {
        match record::add(&record).await {
            Ok(_) => {
                desk.finish(day);
                page::scroll_to_top();
            }
            Err(Trouble::Storage(error)) => kit.notify.emit(Notice::bad(storage_words(kit.words(), error))),
            Err(Trouble::Unreadable(error)) => {
                let shown = record::name(&kit, &record.record.trainee);
                let reason = say::read_error(kit.language, &error);
                let text = fill(kit.words().training_record_unreadable(), &[("trainee", &shown), ("reason", &reason)]);
                kit.notify.emit(Notice::bad(text));
            }
        }
    });
}

/// What stands on the scoring page of a case that is finished.
pub fn finished(kit: &Kit, run: &str) -> Html {
    let words = kit.words();
    html! {
        <main class="page wide"><section class="sheet stack-s"><h1>{ words.training_finished_here() }</h1>
            <div class="row"><a class="btn main" href={Route::TrainingResult { run: run.to_owned() }.href()}>{ words.training_see() }</a>
                <a class="btn" href={Route::Training.href()}>{ words.training_title() }</a></div></section></main>
    }
}
