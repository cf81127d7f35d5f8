//! The bundle: handed to the worker with the evidence files of this device, and taken apart by it.

use super::backup::{Told, Watch};
use super::judged::{no_panel, panel_given, panel_of};
use super::lock::save_locked;
use super::offered::offer;
use crate::assessment::Assessment;
use crate::browser::documents::{self, Given, Made, Request, Undone};
use crate::browser::storage::StorageError;
use crate::browser::versions::{self, Version};
use crate::browser::{attachments, clock};
use crate::criteria::{Pack, write_pack_file};
use crate::export::{STYLE_NAMES, Target, Variant, file_name};
use crate::json::{self, Absent, ToJson};
use crate::language::{Language, fill};
use crate::ui::kit::{Kit, Notice};
use crate::ui::shell::storage_words;
use std::future::ready;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Blob, File};
use yew::Callback;

/// An assessment of which a bundle is made.
pub struct Bundled {
    pub pack: Rc<Pack>,
    pub content: String,
    pub assessment: Rc<Assessment>,
}

impl Bundled {
    fn open(kit: &Kit) -> Option<Bundled> {
        Some(Bundled {
            pack: kit.pack.clone(),
            content: kit.store.content()?,
            assessment: kit.store.snapshot()?.assessment,
        })
    }

    fn name(&self, language: Language) -> String {
        file_name(&self.assessment, Target::Zip, Variant::Draft, language, Some(clock::today()))
    }
}

/// Has the bundle of the open assessment made and offers it, with its earlier versions where they are wanted, and locked where there is a
/// passphrase.
pub fn download_bundle(kit: &Kit, told: Told, with_versions: bool, passphrase: Option<String>, watch: Watch) {
    if let (Some(bundled), Some(id)) = (Bundled::open(kit), kit.store.id()) {
        let (name, kit_of_panel) = (bundled.name(told.language), kit.clone());
        let beside = async move {
            let versions = if with_versions { kept_versions(&id).await? } else { Vec::new() };
            Ok((panel_given(&kit_of_panel).await, versions))
        };
        let making = Making {
            language: kit.language,
            notify: kit.notify.clone(),
            told,
            name,
            passphrase,
            watch,
        };
        make(bundled, making, beside);
    }
}

/// Has the bundle of a department's part, which has no panel, made and offers it under a name.
pub fn download_part(kit: &Kit, language: Language, name: &str, watch: Watch) {
    if let Some(bundled) = Bundled::open(kit) {
        let making = Making {
            language: kit.language,
            notify: kit.notify.clone(),
            told: plain(language),
            name: name.to_owned(),
            passphrase: None,
            watch,
        };
        make(bundled, making, ready(Ok((no_panel(), Vec::new()))));
    }
}

/// Has the bundle of any assessment of this device made as its backup, with its evidence files, and offers it.
pub fn back_up(language: Language, notify: &Callback<Notice>, id: String, bundled: Bundled, passphrase: Option<String>) {
    let (name, pack) = (bundled.name(language), bundled.pack.clone());
    let beside = async move { Ok((panel_of(&id, &pack).await, Vec::new())) };
    let making = Making {
        language,
        notify: notify.clone(),
        told: plain(language),
        name,
        passphrase,
        watch: Watch::nobody(),
    };
    make(bundled, making, beside);
}

fn plain(language: Language) -> Told {
    Told {
        language,
        section: None,
        variant: Variant::Draft,
        minutes: None,
        style: STYLE_NAMES[0],
    }
}

/// How a bundle is made: the language of what is said, how its documents are told, under which name, and who watches.
struct Making {
    language: Language,
    notify: Callback<Notice>,
    told: Told,
    name: String,
    passphrase: Option<String>,
    watch: Watch,
}

/// The record of the panel, and the earlier versions with their files.
type Beside = ([Given; 2], Vec<(Version, String)>);

/// The earlier versions of an assessment, the earliest first. One whose content cannot be read any more stays behind.
async fn kept_versions(id: &str) -> Result<Vec<(Version, String)>, StorageError> {
    let mut kept = Vec::new();
    for version in versions::list(id).await?.into_iter().rev() {
        if let Some(content) = versions::content(id, version.at).await? {
            kept.push((version, content));
        }
    }
    Ok(kept)
}

fn make(bundled: Bundled, making: Making, beside: impl Future<Output = Result<Beside, StorageError>> + 'static) {
    let words = making.language.words();
    let Making {
        language,
        notify,
        told,
        name,
        passphrase,
        watch,
    } = making;
    spawn_local(async move {
        let mut given: Vec<Given> = [write_pack_file(&bundled.pack), bundled.content, clock::written()].map(Given::Text).into();
        let failed = |error| {
            notify.emit(Notice::bad(storage_words(words, error)));
            watch.done.emit(());
        };
        let (judged, versions) = match beside.await {
            Ok(beside) => beside,
            Err(error) => return failed(error),
        };
        given.extend(judged);
        given.extend(told.given());
        let (cards, contents): (Vec<Version>, Vec<String>) = versions.into_iter().unzip();
        given.push(Given::Text(cards.to_json().to_string()));
        given.extend(contents.into_iter().map(Given::Text));
        let named = bundled.assessment.evidence.entries.iter().filter_map(|entry| entry.file.as_ref());
        let earlier = cards.iter().flat_map(|version| &version.files).map(|hash| (hash.as_str(), false));
        let mut hashes: Vec<&str> = Vec::new();
        let mut missing = 0;
        for (hash, is_of_now) in named.map(|file| (&*file.sha256, true)).chain(earlier) {
            if hashes.contains(&hash) {
                continue;
            }
            hashes.push(hash);
            match attachments::load(hash).await {
                Ok(Some(blob)) => given.push(Given::Blob(blob)),
                Ok(None) if is_of_now => missing += 1,
                Ok(None) => {}
                Err(error) => return failed(error),
            }
        }
        let failure = words.document_failed();
        let request = Request {
            task: "bundle",
            language: told.language,
            given,
        };
        watch.ask(request, failure, move |reply| match reply {
            Ok(Made::Bytes(bytes)) => {
                match passphrase {
                    Some(passphrase) => save_locked(language, &notify, Given::Bytes(bytes), &name, passphrase),
                    None => offer(language, &notify, &bytes, &name, Target::Zip),
                }
                if missing > 0 {
                    notify.emit(Notice::bad(fill(words.register_bundle_missing(), &[("n", &missing.to_string())])));
                }
            }
            Err(Undone::Cancelled) => {}
            Err(Undone::Failed(sentence)) => notify.emit(Notice::bad(sentence)),
            Ok(_) => notify.emit(Notice::bad(failure)),
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
    /// Earlier versions of the assessment, the earliest first.
    pub versions: Vec<(Version, String)>,
}

impl Brought {
    /// Keeps the earlier versions it brought as those of an assessment of this device.
    pub async fn keep_versions(&self, id: &str) -> Result<(), StorageError> {
        for (version, content) in &self.versions {
            versions::keep(id, version, content).await?;
        }
        Ok(())
    }
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

/// The parts are the assessment's file, what is told of the evidence files and the versions, the ones and the others.
async fn keep(parts: Vec<wasm_bindgen::JsValue>) -> Option<Result<Brought, StorageError>> {
    let mut parts = parts.into_iter();
    let mut bytes = || Some(parts.next()?.dyn_into::<js_sys::Uint8Array>().ok()?.to_vec());
    let (content, list) = (bytes()?, String::from_utf8(bytes()?).ok()?);
    let list = json::parse(&list).ok()?.value;
    let told = list.get("told")?.as_str().unwrap_or_default().to_owned();
    let cards: Vec<Version> = json::typed(list.get("versions")?, Absent::Default).content?;
    let hashes = list.get("hashes")?.as_array()?.iter().filter_map(|hash| hash.as_str().map(str::to_owned));
    let files: Vec<(String, Blob)> = hashes
        .zip(parts.by_ref())
        .filter_map(|(hash, part)| Some((hash, Blob::new_with_u8_array_sequence(&js_sys::Array::of1(&part)).ok()?)))
        .collect();
    let contents = parts.filter_map(|part| String::from_utf8(part.dyn_into::<js_sys::Uint8Array>().ok()?.to_vec()).ok());
    let brought = Brought {
        content,
        files: files.len(),
        told,
        versions: cards.into_iter().zip(contents).collect(),
    };
    Some(attachments::keep(&files).await.map(|()| brought))
}
