//! What windows that are gone have typed into an assessment and no full record holds: put into it where it goes on from the
//! record, else kept as an assessment of its own, so that nothing typed is lost.

use crate::archive::journal::{Entry, Gathered, gather};
use crate::archive::{Project, open};
use crate::browser::storage::{self, Stored};
use crate::browser::{journal, known, left_behind};
use crate::language::fill;
use crate::ui::app::{Copies, Recovering};
use crate::ui::screen::{Notice, Screen};
use crate::ui::store::keep_beside;
use wasm_bindgen_futures::spawn_local;

/// Gathers it. What the content holds is cut from the journal with the next full record.
pub fn recover(id: String, stored: Option<Stored>) -> Recovering {
    Box::pin(async move {
        let entries = left_behind::entries(&id).await?;
        let (record, revision, by) = match stored {
            Some(stored) => (Some(stored.content), stored.revision, stored.by),
            None => Default::default(),
        };
        let gathered = gather(record.as_deref(), revision, &by, entries);
        gathered.taken.iter().for_each(|entry| journal::take(&id, entry));
        let Gathered { content, others, .. } = gathered;
        Ok((content, others))
    })
}

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

/// Says which assessments are no longer here although nobody has removed them, once: the browser has cleared its storage, or
/// lost it.
pub async fn lost(screen: &Screen) {
    let words = screen.words();
    let Ok(cards) = storage::list().await else { return };
    let ids: Vec<String> = known::missing(&cards).collect();
    let names: Vec<String> = ids.iter().map(|id| known::name(id)).collect();
    let named = names.iter().map(|name| if name.is_empty() { words.unnamed_organisation() } else { name });
    let told = fill(words.home_lost(), &[("names", &named.collect::<Vec<&str>>().join(words.list_separator()))]);
    screen.notify.emit(Notice::bad(told));
    ids.iter().for_each(|id| known::forget(id));
}

fn project(copies: &Copies, entry: &Entry) -> Option<Project> {
    let content = entry.replayed(copies.record.as_deref())?;
    open(&content).ok()?.with_pack(&copies.pack).ok()
}
