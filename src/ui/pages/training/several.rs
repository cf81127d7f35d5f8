//! Records of several trainees opened together: each is merged with the one kept of its trainee, and one notice tells of all of them.

use super::record::{self, Trouble};
use crate::archive::{ReadError, read_training};
use crate::browser::files;
use crate::language::fill;
use crate::report::say;
use crate::ui::kit::{Kit, Notice};
use crate::ui::parts::unlocked;
use crate::ui::shell::storage_words;
use wasm_bindgen_futures::spawn_local;
use web_sys::File;
use yew::Callback;

/// Takes the files one after the other. Only records: a case leads away from the page, so it is opened on its own.
pub(super) fn take(kit: &Kit, all: Vec<File>, reload: &Callback<()>) {
    let (kit, reload) = (kit.clone(), reload.clone());
    spawn_local(async move {
        let (mut opened, mut added, mut same) = (0_usize, 0_usize, 0_usize);
        let mut refused = Vec::new();
        for file in all {
            // Who does not give the passphrase of one goes on with the others.
            let Some(file) = unlocked(kit.language, &kit.notify, file).await else {
                continue;
            };
            match one(&kit, &file).await {
                Ok((new, known)) => {
                    opened += 1;
                    added += new;
                    same += known;
                }
                Err(sentence) => refused.push(sentence),
            }
        }
        let counts = [opened.to_string(), added.to_string(), same.to_string()];
        let values = [("n", &*counts[0]), ("added", &*counts[1]), ("same", &*counts[2])];
        let told = fill(kit.words().training_records_merged(), &values);
        kit.notify.emit(match refused.is_empty() {
            true => Notice::good(told),
            false => {
                let both = |one: String, other: String| fill(kit.words().interview_sentences(), &[("one", &one), ("other", &other)]);
                Notice::bad(refused.into_iter().fold(told, both))
            }
        });
        reload.emit(());
    });
}

/// One file; how many cases it added and how many were there, or why not.
async fn one(kit: &Kit, file: &File) -> Result<(usize, usize), String> {
    let (words, name) = (kit.words(), file.name());
    let refused = |error: &ReadError| fill(words.not_opened(), &[("name", &name), ("reason", &say::read_error(kit.language, error))]);
    let bytes = files::read(file).await.map_err(|error| refused(&error))?;
    let kept = read_training(&bytes).map_err(|error| match error {
        ReadError::NotTraining => fill(words.training_records_only(), &[("name", &name)]),
        error => refused(&error),
    })?;
    record::add(&kept).await.map_err(|trouble| match trouble {
        Trouble::Storage(error) => storage_words(words, error).to_owned(),
        Trouble::Unreadable(error) => {
            let (shown, reason) = (record::name(kit, &kept.record.trainee), say::read_error(kit.language, &error));
            fill(words.training_record_unreadable(), &[("trainee", &shown), ("reason", &reason)])
        }
    })
}
