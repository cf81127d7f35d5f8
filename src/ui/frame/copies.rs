//! What other windows have typed and no record holds: kept as assessments of their own, so that nothing typed is lost.

use crate::archive::journal::Entry;
use crate::archive::{Project, open};
use crate::browser::journal;
use crate::ui::app::Copies;
use crate::ui::screen::{Notice, Screen};
use crate::ui::store::keep_beside;
use wasm_bindgen_futures::spawn_local;

/// Keeps each under an id of its own and says so. The journal lets go of what is kept; an entry that cannot be read stays.
pub fn keep_copies(copies: Copies, screen: &Screen) {
    let screen = screen.clone();
    spawn_local(async move {
        let mut kept = 0;
        for entry in &copies.others {
            if let Some(project) = project(&copies, entry)
                && keep_beside(copies.pack.clone(), project, screen.words().open_copy()).await.is_ok()
            {
                journal::take(&copies.id, entry);
                kept += 1;
            }
        }
        if kept > 0 {
            journal::withdraw(&copies.id);
            screen.notify.emit(Notice::good(screen.words().open_copies_kept()));
        }
    });
}

fn project(copies: &Copies, entry: &Entry) -> Option<Project> {
    let content = entry.replayed(copies.record.as_deref())?;
    open(&content).ok()?.with_pack(&copies.pack).ok()
}
