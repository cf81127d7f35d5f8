//! The bundle: handed to the worker with the evidence files of this device, and taken apart by it.

use super::backup::{Told, Watch, offer};
use super::judged::{no_panel, panel_given};
use super::lock::save_locked;
use crate::browser::documents::{self, Given, Made, Request, Undone};
use crate::browser::{attachments, clock};
use crate::criteria::write_pack_file;
use crate::export::{STYLE_NAMES, Target, Variant, file_name};
use crate::language::{Language, fill};
use crate::ui::kit::{Kit, Notice};
use crate::ui::shell::storage_words;
use std::future::ready;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Blob, File};

/// Has the bundle of the open assessment made and offers it, locked where there is a passphrase.
pub fn download_bundle(kit: &Kit, told: Told, passphrase: Option<String>, watch: Watch) {
    if let Some(project) = kit.store.project() {
        let name = file_name(&project.assessment, Target::Zip, Variant::Draft, told.language, Some(clock::today()));
        let kit_of_panel = kit.clone();
        make(kit, told, &name, async move { panel_given(&kit_of_panel).await }, passphrase, watch);
    }
}

/// Has the bundle of a department's part, which has no panel, made and offers it under a name.
pub fn download_part(kit: &Kit, language: Language, name: &str, watch: Watch) {
    let told = Told {
        language,
        section: None,
        variant: Variant::Draft,
        style: STYLE_NAMES[0],
    };
    make(kit, told, name, ready(no_panel()), None, watch);
}

fn make(kit: &Kit, told: Told, name: &str, judged: impl Future<Output = [Given; 2]> + 'static, passphrase: Option<String>, watch: Watch) {
    let (Some(content), Some(project)) = (kit.store.content(), kit.store.project()) else {
        return;
    };
    let (kit, name) = (kit.clone(), name.to_owned());
    spawn_local(async move {
        let mut given: Vec<Given> = [write_pack_file(&kit.pack), content, clock::written()].map(Given::Text).into();
        given.extend(judged.await);
        given.extend(told.given());
        let mut hashes: Vec<&str> = Vec::new();
        let mut missing = 0;
        for file in project.assessment.evidence.entries.iter().filter_map(|entry| entry.file.as_ref()) {
            if hashes.contains(&&*file.sha256) {
                continue;
            }
            hashes.push(&file.sha256);
            match attachments::load(&file.sha256).await {
                Ok(Some(blob)) => given.push(Given::Blob(blob)),
                Ok(None) => missing += 1,
                Err(error) => {
                    kit.notify.emit(Notice::bad(storage_words(kit.words(), error)));
                    watch.done.emit(());
                    return;
                }
            }
        }
        let failure = kit.words().document_failed();
        let request = Request {
            task: "bundle",
            language: told.language,
            given,
        };
        watch.ask(request, failure, move |reply| match reply {
            Ok(Made::Bytes(bytes)) => {
                match passphrase {
                    Some(passphrase) => save_locked(kit.language, &kit.notify, Given::Bytes(bytes), &name, passphrase),
                    None => offer(&kit, &bytes, &name, Target::Zip),
                }
                if missing > 0 {
                    kit.notify
                        .emit(Notice::bad(fill(kit.words().register_bundle_missing(), &[("n", &missing.to_string())])));
                }
            }
            Err(Undone::Cancelled) => {}
            Err(Undone::Failed(sentence)) => kit.notify.emit(Notice::bad(sentence)),
            Ok(_) => kit.notify.emit(Notice::bad(failure)),
        });
    });
}

/// What a bundle brought, once its evidence files are kept.
pub struct Brought {
    /// The assessment's file.
    pub content: Vec<u8>,
    /// How many evidence files there are.
    pub files: usize,
    /// One sentence of what differs from what was packed; empty where nothing does.
    pub told: String,
}

/// Takes a bundle apart and keeps its evidence files on this device; then tells what it brought, or one sentence why there is nothing.
pub fn open_bundle(kit: &Kit, file: File, opened: impl FnOnce(Result<Brought, String>) + 'static) {
    let words = kit.words();
    let request = Request {
        task: "unbundle",
        language: kit.language,
        given: vec![Given::Blob(file.into())],
    };
    documents::ask(
        request,
        words.document_failed(),
        |_, _| {},
        move |reply| {
            spawn_local(async move {
                opened(match reply {
                    Ok(Made::Parts(parts)) => match keep(parts).await {
                        Some(Ok(content)) => Ok(content),
                        Some(Err(error)) => Err(storage_words(words, error).to_owned()),
                        None => Err(words.document_failed().to_owned()),
                    },
                    Err(Undone::Failed(sentence)) => Err(sentence),
                    _ => Err(words.document_failed().to_owned()),
                });
            });
        },
    );
}

/// The parts are the assessment's file, what is told of the evidence files, and those.
async fn keep(parts: Vec<wasm_bindgen::JsValue>) -> Option<Result<Brought, crate::browser::storage::StorageError>> {
    let mut parts = parts.into_iter();
    let mut bytes = || Some(parts.next()?.dyn_into::<js_sys::Uint8Array>().ok()?.to_vec());
    let (content, list) = (bytes()?, String::from_utf8(bytes()?).ok()?);
    let list = crate::json::parse(&list).ok()?.value;
    let told = list.get("told")?.as_str().unwrap_or_default().to_owned();
    let hashes = list.get("hashes")?.as_array()?.iter().filter_map(|hash| hash.as_str().map(str::to_owned));
    let files: Vec<(String, Blob)> = hashes
        .zip(parts)
        .filter_map(|(hash, part)| Some((hash, Blob::new_with_u8_array_sequence(&js_sys::Array::of1(&part)).ok()?)))
        .collect();
    let brought = Brought {
        content,
        files: files.len(),
        told,
    };
    Some(attachments::keep(&files).await.map(|()| brought))
}
