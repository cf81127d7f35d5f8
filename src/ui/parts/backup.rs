//! Saving the open assessment as a file, and asking the worker for its document.

use crate::browser::documents::{self, Request};
use crate::browser::{clock, files};
use crate::criteria::{Pack, write_pack_file};
use crate::export::{Target, file_name};
use crate::language::Language;
use crate::report::Section;
use crate::ui::kit::{Kit, Notice};
use yew::Callback;

/// Saves the open assessment as a file that can be opened again.
pub fn download_backup(kit: &Kit) {
    if let (Some(content), Some(project)) = (kit.store.content(), kit.store.project()) {
        let name = file_name(&project.assessment, Target::Json, kit.language, Some(clock::today()));
        offer(kit, content.as_bytes(), &name, Target::Json);
    }
}

/// Has a document of the open assessment made, whole or one part of it, and offers it; `done` is told when that is over.
pub fn download_document(kit: &Kit, target: Target, language: Language, section: Option<Section>, done: Callback<()>) {
    let (Some(content), Some(project)) = (kit.store.content(), kit.store.project()) else {
        return;
    };
    let request = Request {
        pack: write_pack_file(&kit.pack),
        content,
        target: target.name(),
        language,
        draft_date: clock::today().to_string(),
        section: section.map_or("", Section::name),
    };
    let kit = kit.clone();
    documents::make(request, kit.words().document_failed, move |reply| {
        match reply {
            Ok(bytes) => offer(&kit, &bytes, &file_name(&project.assessment, target, language, Some(clock::today())), target),
            Err(sentence) => kit.notify.emit(Notice::bad(sentence)),
        }
        done.emit(());
    });
}

/// Saves a pack as one file that can be imported elsewhere.
pub fn download_pack(kit: &Kit, pack: &Pack) {
    let name = [pack.id(), ".pack.json"].concat();
    offer(kit, write_pack_file(pack).as_bytes(), &name, Target::Json);
}

fn offer(kit: &Kit, bytes: &[u8], name: &str, target: Target) {
    let notice = match files::download(bytes, name, target.media_type()) {
        Ok(()) => Notice::good(crate::language::fill(kit.words().file_saved, &[("name", name)])),
        Err(_) => Notice::bad(kit.words().file_not_saved),
    };
    kit.notify.emit(notice);
}
