//! The other assessment: taken from a file or from this device, read, and carried to the present criteria.

use crate::archive::{self, Opened, ReadError};
use crate::browser::compared::{self, Compared};
use crate::browser::documents::{self, Given, Made, Request, Undone};
use crate::browser::{files, host, storage, versions};
use crate::comparison::{Brought, brought};
use crate::criteria::{Lineage, Pack};
use crate::language::fill;
use crate::report::say;
use crate::ui::frame::pack_of;
use crate::ui::kit::{Kit, Notice};
use crate::ui::parts::{day_and_time, unlocked};
use crate::ui::shell::storage_words;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::File;
use yew::Callback;

/// Another assessment that was read.
#[derive(PartialEq)]
pub(super) struct Other {
    /// The file's name; empty for one of this device.
    pub file: String,
    pub brought: Brought,
    /// The criteria it was made with.
    pub theirs: Rc<Pack>,
    /// Whether their content has changed since.
    pub changed: bool,
    /// Key and content of the criteria it is read under.
    pub by: String,
}

/// What became of reading one.
pub(super) enum Reading {
    /// Its criteria may be on their way.
    Waiting,
    /// None for the targets, which there is nothing to read of.
    Read(Option<Rc<Other>>),
    Failed(Trouble),
}

/// Why it cannot be compared with.
pub(super) struct Trouble {
    /// The file's name; none where the reason says all.
    pub name: Option<String>,
    pub reason: String,
}

/// Keeps what is compared with, or forgets it.
pub(super) fn keep(kit: &Kit, id: &Rc<str>, what: Option<Compared>) {
    let (kit, id) = (kit.clone(), id.clone());
    spawn_local(async move {
        if let Err(error) = compared::keep(&id, what.as_ref()).await {
            kit.notify.emit(Notice::bad(storage_words(kit.words(), error)));
        }
    });
}

/// Takes a file that was chosen or dropped; of a bundle, the assessment in it.
pub(super) fn take(kit: &Kit, file: File, choose: Callback<Compared>) {
    let kit = kit.clone();
    spawn_local(async move {
        let Some(file) = unlocked(kit.language, &kit.notify, file).await else {
            return;
        };
        let name: Rc<str> = file.name().into();
        let words = kit.words();
        let told = {
            let (kit, name) = (kit.clone(), name.clone());
            move |content: Result<Vec<u8>, String>| match content.and_then(|bytes| text(&kit, &bytes)) {
                Ok(content) => choose.emit(Compared::File { name, content }),
                Err(reason) => kit
                    .notify
                    .emit(Notice::bad(fill(kit.words().compare_refused(), &[("name", &name), ("reason", &reason)]))),
            }
        };
        if files::is_zip(&file).await {
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
                    told(match reply {
                        Ok(Made::Parts(parts)) => first(parts).ok_or_else(|| words.document_failed().to_owned()),
                        Err(Undone::Failed(sentence)) => Err(sentence),
                        _ => Err(words.document_failed().to_owned()),
                    });
                },
            );
        } else {
            told(files::read(&file).await.map_err(|error| say::read_error(kit.language, &error)));
        }
    });
}

fn first(parts: Vec<wasm_bindgen::JsValue>) -> Option<Vec<u8>> {
    Some(parts.into_iter().next()?.dyn_into::<js_sys::Uint8Array>().ok()?.to_vec())
}

/// The text of a file, if it is an assessment's.
fn text(kit: &Kit, bytes: &[u8]) -> Result<Rc<str>, String> {
    let said = |error: ReadError| say::read_error(kit.language, &error);
    archive::open_bytes(bytes).map_err(said)?;
    let content = std::str::from_utf8(bytes).map_err(|_| said(ReadError::NotText))?;
    Ok(content.strip_prefix('\u{feff}').unwrap_or(content).into())
}

/// Reads what is compared with under the present criteria.
pub(super) async fn read(kit: &Kit, id: &str, compared: &Compared, by: String) -> Reading {
    let (file, content) = match compared {
        Compared::Targets => return Reading::Read(None),
        Compared::File { name, content } => (name.to_string(), content.clone()),
        Compared::Version(at) => match versions::content(id, *at).await {
            Ok(Some(content)) => {
                let when = day_and_time(kit.language, *at);
                (fill(kit.words().versions_of(), &[("when", &when)]), content.into())
            }
            Ok(None) => return Reading::Failed(nameless(kit.words().versions_gone().to_owned())),
            Err(error) => return Reading::Failed(nameless(storage_words(kit.words(), error).to_owned())),
        },
        Compared::Device(id) => match storage::load(id).await {
            Ok(Some(stored)) => (String::new(), stored.content.into()),
            Ok(None) => return Reading::Failed(nameless(kit.words().compare_gone().to_owned())),
            Err(error) => return Reading::Failed(nameless(storage_words(kit.words(), error).to_owned())),
        },
    };
    let found = match archive::open(&content) {
        Ok(opened) => under(kit, opened, by).await,
        Err(error) => Err(error),
    };
    match found {
        Ok(other) => Reading::Read(Some(Rc::new(Other { file, ..other }))),
        Err(ReadError::UnknownPack { .. }) if !kit.shelf.is_settled() => {
            kit.shelf.want_all();
            Reading::Waiting
        }
        Err(error) => {
            let reason = say::read_error(kit.language, &error);
            Reading::Failed(Trouble {
                name: Some(file).filter(|file| !file.is_empty()),
                reason,
            })
        }
    }
}

fn nameless(reason: String) -> Trouble {
    Trouble { name: None, reason }
}

async fn under(kit: &Kit, opened: Opened, by: String) -> Result<Other, ReadError> {
    let same = opened.pack().key() == kit.pack.key();
    let theirs = if same { kit.pack.clone() } else { pack_of(&kit.shelf.library(), &opened)? };
    let lineage = if same { Lineage::default() } else { lineage().await };
    Ok(Other {
        file: String::new(),
        changed: opened.criteria_changed(&theirs),
        brought: brought(opened, &kit.pack, &theirs, &lineage, kit.language.tag())?,
        theirs,
        by,
    })
}

/// How ids follow each other, as the host has it.
pub(in crate::ui::pages) async fn lineage() -> Lineage {
    let text = host::text("criteria/lineage.json").await;
    text.and_then(|text| Lineage::read(&text).ok()).unwrap_or_default()
}
