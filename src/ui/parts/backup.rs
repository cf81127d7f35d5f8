//! Saving the open assessment as a file, and asking the worker for its document.

use super::bundle::{Bundled, back_up};
use super::judged::{no_panel, panel_given};
use super::lock::save_locked;
use super::offered::offer;
use crate::assessment::Assessment;
use crate::browser::documents::{self, Given, Made, Reply, Request, Ticket, Undone};
use crate::browser::{backups, clock};
use crate::criteria::{Pack, write_pack_file};
use crate::export::{Target, Variant, file_name};
use crate::language::Language;
use crate::report::Section;
use crate::ui::kit::{Kit, Notice};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::Callback;

/// Saves the ordinary backup of the open assessment: the bundle where it has evidence files, because its own file does not hold those,
/// else its file. What reminds of the next one is told.
pub fn back_up_open(kit: &Kit) {
    let (Some(open), Some(content)) = (kit.store.snapshot(), kit.store.content()) else {
        return;
    };
    if !has_files(&open.assessment) {
        return download_backup(kit);
    }
    let bundled = Bundled {
        pack: kit.pack.clone(),
        content,
        assessment: open.assessment.clone(),
    };
    backups::note(&open.id);
    kit.store.redraw();
    back_up(kit.language, &kit.notify, open.id.to_string(), bundled, None);
}

/// Whether there are evidence files, which an assessment's own file only names.
pub fn has_files(assessment: &Assessment) -> bool {
    assessment.evidence.entries.iter().any(|entry| entry.file.is_some())
}

/// Saves the open assessment as a file that can be opened again, without its evidence files.
pub fn download_backup(kit: &Kit) {
    if let (Some(content), Some(project)) = (kit.store.content(), kit.store.project()) {
        let name = file_name(&project.assessment, Target::Json, Variant::Draft, kit.language, Some(clock::today()));
        offer(kit.language, &kit.notify, content.as_bytes(), &name, Target::Json);
        kit.store.id().iter().for_each(|id| backups::note(id));
        kit.store.redraw();
    }
}

/// The same, locked with a passphrase.
pub fn lock_backup(kit: &Kit, passphrase: String) {
    if let (Some(content), Some(project)) = (kit.store.content(), kit.store.project()) {
        let name = file_name(&project.assessment, Target::Json, Variant::Draft, kit.language, Some(clock::today()));
        save_locked(kit.language, &kit.notify, Given::Text(content), &name, passphrase);
    }
}

/// Who is told of a document that is being made.
#[derive(Debug, Clone)]
pub struct Watch {
    /// That it was asked for, with what it can be taken back by.
    pub begun: Callback<Ticket>,
    /// How much is done, of how much.
    pub progress: Callback<(Ticket, (u32, u32))>,
    /// That it is over, in whatever way.
    pub done: Callback<()>,
}

impl Watch {
    /// Nobody is told.
    pub fn nobody() -> Watch {
        Watch {
            begun: Callback::noop(),
            progress: Callback::noop(),
            done: Callback::noop(),
        }
    }

    /// Asks for something and watches over it; `answer` is told first.
    pub(super) fn ask(self, request: Request, failure: &'static str, answer: impl FnOnce(Reply) + 'static) {
        let Watch { begun, progress, done } = self;
        let own = Rc::new(Cell::new(None::<Ticket>));
        let known = own.clone();
        let tell = move |made, all| {
            if let Some(ticket) = known.get() {
                progress.emit((ticket, (made, all)));
            }
        };
        let over = move |reply| {
            answer(reply);
            done.emit(());
        };
        let ticket = documents::ask(request, failure, tell, over);
        own.set(Some(ticket));
        begun.emit(ticket);
    }
}

/// How a document is wanted.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Told {
    pub language: Language,
    /// One part alone; none for all of it.
    pub section: Option<Section>,
    pub variant: Variant,
    /// Minutes of the meeting an outline is for; none for the default.
    pub minutes: Option<u32>,
    /// The name of a style set.
    pub style: &'static str,
}

impl Told {
    /// Which document, and how it looks, as the worker is given it.
    pub(super) fn given(&self) -> [Given; 2] {
        [self.variant.name(), self.style].map(|text| Given::Text(text.to_owned()))
    }
}

/// Has a document of the open assessment made, whole or one part of it, and offers it.
pub fn download_document(kit: &Kit, target: Target, told: Told, watch: Watch) {
    let (Some(content), Some(project)) = (kit.store.content(), kit.store.project()) else {
        return;
    };
    let texts = [
        write_pack_file(&kit.pack),
        content,
        target.name().to_owned(),
        clock::written(),
        told.section.map_or("", Section::name).to_owned(),
    ];
    let mut given: Vec<Given> = texts.map(Given::Text).into();
    let kit = kit.clone();
    spawn_local(async move {
        given.extend(if matches!(target, Target::Xlsx | Target::Feedback) {
            panel_given(&kit).await
        } else {
            no_panel()
        });
        given.extend(told.given());
        given.push(Given::Text(told.minutes.map_or_else(String::new, |minutes| minutes.to_string())));
        let request = Request {
            task: "export",
            language: told.language,
            given,
        };
        ask_for(kit, request, target, told.variant, &project.assessment, watch);
    });
}

/// Has an agency's template filled and offers it; what is to be said of it is said.
pub fn fill_template(kit: &Kit, language: Language, file: web_sys::File, watch: Watch) {
    let (Some(content), Some(project)) = (kit.store.content(), kit.store.project()) else {
        return;
    };
    let mut given: Vec<Given> = [write_pack_file(&kit.pack), content, clock::written()].map(Given::Text).into();
    given.push(Given::Blob(file.into()));
    let request = Request { task: "fill", language, given };
    ask_for(kit.clone(), request, Target::Docx, Variant::Submission, &project.assessment, watch);
}

fn ask_for(kit: Kit, request: Request, target: Target, variant: Variant, assessment: &Assessment, watch: Watch) {
    let (name, failure) = (
        file_name(assessment, target, variant, request.language, Some(clock::today())),
        kit.words().document_failed(),
    );
    let answer = move |reply| match reply {
        Ok(Made::Bytes(bytes)) => offer(kit.language, &kit.notify, &bytes, &name, target),
        Err(Undone::Cancelled) => {}
        Err(Undone::Failed(sentence)) => kit.notify.emit(Notice::bad(sentence)),
        Ok(Made::Parts(parts)) => {
            let mut parts = parts.into_iter().map(|part| js_sys::Uint8Array::new(&part).to_vec());
            offer(kit.language, &kit.notify, &parts.next().unwrap_or_default(), &name, target);
            let told = parts.next().and_then(|told| String::from_utf8(told).ok()).unwrap_or_default();
            if !told.is_empty() {
                kit.notify.emit(Notice::bad(told));
            }
        }
        Ok(Made::Text(_)) => kit.notify.emit(Notice::bad(failure)),
    };
    watch.ask(request, failure, answer);
}

/// Saves a pack as one file that can be imported elsewhere.
pub fn download_pack(kit: &Kit, pack: &Pack) {
    let name = [pack.id(), ".pack.json"].concat();
    offer(kit.language, &kit.notify, write_pack_file(pack).as_bytes(), &name, Target::Json);
}
