//! A case begun: one that ships, one from a file, or one that was scored before. Files of trainees' records come the same way.

use super::record::{self, Trouble};
use super::{TRAINEE, several};
use crate::archive::{self, ReadError, ScoringCopy, read_training, write_scoring};
use crate::assessment::ProfileText;
use crate::browser::panels::{self, Kind as Store};
use crate::browser::training::{KeptRun, Place};
use crate::browser::{files, journal, page, samples};
use crate::criteria::{ItemSlot, Kind};
use crate::language::fill;
use crate::report::say;
use crate::ui::frame::pack_of;
use crate::ui::kit::{Kit, Notice};
use crate::ui::parts::unlocked;
use crate::ui::route::Route;
use crate::ui::shell::storage_words;
use wasm_bindgen_futures::spawn_local;
use web_sys::File;
use yew::Callback;

/// The trainee's name as it stands in its field; without one the user is told so.
pub(super) fn trainee(kit: &Kit) -> Option<String> {
    let name = page::value(TRAINEE).split_whitespace().collect::<Vec<&str>>().join(" ");
    if name.is_empty() {
        kit.notify.emit(Notice::bad(kit.words().training_trainee_missing()));
        page::focus(TRAINEE);
        return None;
    }
    Some(name)
}

/// Begins the case that ships for a kind of applicant, in the language of the screen.
pub(super) fn shipped(kit: &Kit, kind: &str) {
    let Some(kind) = Kind::ALL.into_iter().find(|known| known.word() == kind) else {
        return;
    };
    let Some(trainee) = trainee(kit) else { return };
    let kit = kit.clone();
    spawn_local(async move {
        match samples::reference_case(kind, kit.language).await {
            Some(content) => begin(&kit, &trainee, content).await,
            None => kit.notify.emit(Notice::bad(kit.words().training_case_missing())),
        }
    });
}

/// Begins a case anew that is kept already.
pub(super) fn again(kit: &Kit, content: Option<String>) {
    let Some(run) = content.and_then(|content| KeptRun::read(&content)) else {
        return;
    };
    let kit = kit.clone();
    spawn_local(async move {
        match archive::open_scoring(run.copy.as_bytes()) {
            Ok(copy) => begin(&kit, copy.assessor(), run.reference).await,
            Err(error) => kit.notify.emit(Notice::bad(say::read_error(kit.language, &error))),
        }
    });
}

/// Takes what was opened: several files as records of trainees, one file as whatever it is.
pub(super) fn take(kit: &Kit, mut files: Vec<File>, reload: &Callback<()>) {
    match files.len() {
        0 => {}
        1 => take_one(kit, files.remove(0), reload),
        _ => several::take(kit, files, reload),
    }
}

/// Takes a file: the record of a trainee is merged with the one here, an assessment becomes a case.
fn take_one(kit: &Kit, file: File, reload: &Callback<()>) {
    let (kit, reload) = (kit.clone(), reload.clone());
    spawn_local(async move {
        let Some(file) = unlocked(kit.language, &kit.notify, file).await else {
            return;
        };
        let (words, name) = (kit.words(), file.name());
        let refused = |error: &ReadError| Notice::bad(fill(words.not_opened(), &[("name", &name), ("reason", &say::read_error(kit.language, error))]));
        let bytes = match files::read(&file).await {
            Ok(bytes) => bytes,
            Err(error) => return kit.notify.emit(refused(&error)),
        };
        match read_training(&bytes) {
            Ok(opened) => {
                let shown = record::name(&kit, &opened.record.trainee);
                kit.notify.emit(match record::add(&opened).await {
                    Ok((added, same)) => {
                        let counts = [added.to_string(), same.to_string()];
                        let values = [("name", &*name), ("trainee", &*shown), ("added", &*counts[0]), ("same", &*counts[1])];
                        Notice::good(fill(words.training_record_merged(), &values))
                    }
                    Err(Trouble::Storage(error)) => Notice::bad(storage_words(words, error)),
                    Err(Trouble::Unreadable(error)) => {
                        let reason = say::read_error(kit.language, &error);
                        Notice::bad(fill(words.training_record_unreadable(), &[("trainee", &shown), ("reason", &reason)]))
                    }
                });
                reload.emit(());
            }
            Err(ReadError::NotTraining) => {
                let Some(trainee) = trainee(&kit) else { return };
                begin(&kit, &trainee, String::from_utf8_lossy(&bytes).into_owned()).await;
            }
            Err(error) => kit.notify.emit(refused(&error)),
        }
    });
}

/// Keeps a copy of the reference without its ratings, and goes to its first item.
async fn begin(kit: &Kit, trainee: &str, reference: String) {
    let made = archive::open_bytes(reference.as_bytes()).and_then(|opened| {
        let pack = pack_of(&kit.shelf.library(), &opened)?;
        let project = opened.with_pack(&pack)?;
        let rated: Vec<ItemSlot> = pack
            .items()
            .map(|(slot, _)| slot)
            .filter(|slot| project.assessment.item(*slot).percent.is_some())
            .collect();
        if rated.is_empty() {
            return Ok(Err(project.assessment.organisation.text(ProfileText::Name).to_string()));
        }
        Ok(Ok(write_scoring(&ScoringCopy::for_trainee(&pack, &project, trainee, &rated), &pack)))
    });
    let copy = match made {
        Ok(Ok(copy)) => copy,
        Ok(Err(name)) => return kit.notify.emit(Notice::bad(fill(kit.words().training_case_unrated(), &[("name", &name)]))),
        Err(error) => return kit.notify.emit(Notice::bad(say::read_error(kit.language, &error))),
    };
    let (id, finished) = (Place::new_id(), String::new());
    let run = KeptRun { reference, copy, finished };
    match panels::save(Store::Training, &Place::Run(id.clone()).key(), &run.write(), 0, &journal::next_mark()).await {
        Ok(_) => page::go(&Route::TrainingRun { run: id }.href()),
        Err(error) => kit.notify.emit(Notice::bad(storage_words(kit.words(), error))),
    }
}
