//! The second place: what is kept in the browser is also written into a folder of the user's own, with the evidence files and
//! a backup of each day. A file that was changed elsewhere is never overwritten; it is offered for merging.

use crate::archive::versions::Occasion;
use crate::archive::{self, Project};
use crate::assessment::{Assessment, EvidenceFile, ProfileText};
use crate::browser::folder::{self, Folder, Written};
use crate::browser::{attachments, clock, settings};
use crate::export::{named, safe};
use crate::merge::Sides;
use crate::ui::app::{Merging, Part, given, load};
use crate::ui::kit::Kit;
use crate::ui::store::Store;
use gloo::timers::callback::Timeout;
use std::cell::{Cell, RefCell};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;

/// How long the folder waits for more records, in milliseconds: it may be a stick or a network drive.
const REST: u32 = 3_000;
/// The folder of the backups, and that of the evidence files.
const BACKUPS: &str = "backups";
const EVIDENCE: &str = "evidence";

/// How the open assessment stands to the folder.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Second {
    /// Not asked yet.
    #[default]
    Unknown,
    /// None was chosen.
    None,
    /// The browser wants to be asked again, for a folder of that name.
    Closed(String),
    /// Written at a moment, into a file of that name; 0: not yet.
    Written { folder: String, name: String, at: f64 },
    /// The file of that name holds something that was not written here.
    Changed(String),
    /// The folder of that name cannot be written into: it is gone or full.
    Failed(String),
}

thread_local! {
    static STATE: RefCell<(String, Second)> = RefCell::default();
    static TIMER: RefCell<Option<Timeout>> = const { RefCell::new(None) };
    static WRITING: Cell<bool> = const { Cell::new(false) };
}

/// How an assessment stands to the folder, as far as it is known.
pub fn state(id: &str) -> Second {
    STATE.with_borrow(|(of, state)| if of == id { state.clone() } else { Second::Unknown })
}

fn set(store: &Store, id: &str, state: Second) {
    STATE.set((id.to_owned(), state));
    store.redraw();
}

/// Has a record that was kept written into the folder, a moment later.
pub fn saved(store: &Store) {
    let store = store.clone();
    TIMER.set(Some(Timeout::new(REST, move || write_now(&store))));
}

/// Writes the open assessment into the folder, where one was chosen and may be written into.
pub fn write_now(store: &Store) {
    TIMER.set(None);
    if WRITING.replace(true) {
        return saved(store);
    }
    let store = store.clone();
    spawn_local(async move {
        if let (Some(id), Some(project), Some(content)) = (store.id(), store.project(), store.content()) {
            let state = write(&id, &project.assessment, &content).await;
            set(&store, &id, state);
        }
        WRITING.set(false);
    });
}

async fn write(id: &str, assessment: &Assessment, content: &str) -> Second {
    // Where storage is in trouble that is told elsewhere.
    let Ok(Some(folder)) = folder::kept().await else { return Second::None };
    if !folder.is_open().await {
        return Second::Closed(folder.name());
    }
    let Ok(before) = folder::written(id).await else {
        return Second::Failed(folder.name());
    };
    let name = match &before {
        Some(written) => written.name.clone(),
        None => file_name(id, assessment),
    };
    match into(&folder, id, &name, before.as_ref(), assessment, content).await {
        Ok(Some(at)) => Second::Written {
            folder: folder.name(),
            name,
            at,
        },
        Ok(None) => Second::Changed(name),
        Err(_) => Second::Failed(folder.name()),
    }
}

/// When it was written; none where the file there holds something else than what was written last.
async fn into(folder: &Folder, id: &str, name: &str, before: Option<&Written>, assessment: &Assessment, content: &str) -> Result<Option<f64>, JsValue> {
    let there = folder.read(name).await?;
    let known = |there: &String| there == content || before.is_some_and(|before| before.content == *there);
    if there.as_ref().is_some_and(|there| !known(there)) {
        return Ok(None);
    }
    let text = JsValue::from_str(content);
    if there.as_deref() != Some(content) {
        folder.write(name, &text).await?;
    }
    let stem = name.trim_end_matches(".json");
    folder
        .write_in(BACKUPS, &[stem, "-", &clock::today().to_string(), ".json"].concat(), &text)
        .await?;
    for entry in &assessment.evidence.entries {
        if let Some(file) = &entry.file {
            evidence_into(folder, &entry.number, file).await?;
        }
    }
    let at = clock::now();
    let written = Written {
        name: name.to_owned(),
        content: content.to_owned(),
        at,
    };
    folder::note(id, &written).await.map_err(|_| JsValue::NULL)?;
    Ok(Some(at))
}

/// Lays an evidence file under its number and name. Where something else lies there, an earlier version or what somebody changed,
/// that stays, and the file lies beside it with the beginning of its hash.
async fn evidence_into(folder: &Folder, number: &str, file: &EvidenceFile) -> Result<(), JsValue> {
    let name = safe(&file.name);
    let (stem, ending) = name.rfind('.').map_or((&*name, ""), |dot| name.split_at(dot));
    let hash = file.sha256.get(..8).unwrap_or_default();
    for beside in [&[][..], &["-", hash]] {
        let name = [&[&*safe(number), " ", stem], beside, &[ending]].concat().concat();
        match folder.hash_in(EVIDENCE, &name).await? {
            Some(there) if there != *file.sha256 => {}
            Some(_) => break,
            None => {
                if let Ok(Some(blob)) = attachments::load(&file.sha256).await {
                    folder.write_in(EVIDENCE, &name, &blob).await?;
                }
                break;
            }
        }
    }
    Ok(())
}

/// Of the organisation, with the end of the id, because an organisation may have several assessments.
fn file_name(id: &str, assessment: &Assessment) -> String {
    let name = named(assessment.organisation.text(ProfileText::Name), settings::language());
    [&*name, "-", &id[id.len().saturating_sub(6)..], ".json"].concat()
}

/// Lets the user choose a folder, and writes into it. False where the browser refuses.
pub async fn choose(kit: Kit) -> bool {
    match folder::choose().await {
        folder::Choice::Cancelled => true,
        folder::Choice::Chosen(chosen) if folder::keep(&chosen).await.is_ok() => {
            write_now(&kit.store);
            true
        }
        _ => false,
    }
}

/// Asks for leave again, and writes where it is given.
pub async fn reopen(kit: Kit) {
    if let Ok(Some(folder)) = folder::kept().await
        && folder.ask().await
    {
        write_now(&kit.store);
    }
}

/// Writes into no folder any more.
pub async fn stop(kit: Kit) {
    if folder::forget().await.is_ok()
        && let Some(id) = kit.store.id()
    {
        set(&kit.store, &id, Second::None);
    }
}

/// What a file that was changed elsewhere holds, made into one with what stands here: as one step of undo, with both versions
/// of what both changed. False where the file cannot be read as one of these criteria, or merging cannot be had.
pub async fn merge(kit: Kit) -> bool {
    let found = async {
        let id = kit.store.id()?;
        let folder = folder::kept().await.ok()??;
        let before = folder::written(&id).await.ok()?;
        let Second::Changed(name) = state(&id) else { return None };
        let content = folder.read(&name).await.ok()??;
        load(Part::Merging).await.ok()?;
        let read = |content: &str| -> Option<Project> { archive::open(content).ok()?.with_pack(&kit.pack).ok() };
        let base = before.and_then(|before| read(&before.content));
        let (theirs, own) = (read(&content)?, kit.store.project()?);
        let words = kit.words();
        let sides = Sides {
            ours: words.second_file(),
            theirs: words.second_here(),
        };
        let joined = (given::<Merging>(Part::Merging)?.join)(&kit.pack, base.as_ref(), &theirs, &own, Some(sides))?;
        Some((id, Written { name, content, at: 0.0 }, joined))
    };
    let Some((id, written, joined)) = found.await else { return false };
    // What the file holds is part of what comes of it, so that may take its place.
    if folder::note(&id, &written).await.is_err() {
        return false;
    }
    kit.store.carry(kit.pack.clone(), joined, Occasion::Merge);
    write_now(&kit.store);
    true
}
