//! A version read from storage, and the assessment made what it was then.

use crate::archive::versions::Occasion;
use crate::archive::{Project, open};
use crate::browser::versions;
use crate::criteria::Pack;
use crate::language::fill;
use crate::report::say;
use crate::ui::frame::pack_of;
use crate::ui::kit::{Kit, Notice};
use crate::ui::parts::day_and_time;
use crate::ui::shell::storage_words;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;

/// A version with the criteria it was kept under; or why there is none, in a sentence.
pub(super) async fn read(kit: &Kit, id: &str, at: f64) -> Result<(Rc<Pack>, Project), String> {
    let words = kit.words();
    let content = versions::content(id, at).await.map_err(|error| storage_words(words, error).to_owned())?;
    let content = content.ok_or_else(|| words.versions_gone().to_owned())?;
    let under = async {
        let opened = open(&content)?;
        let named = opened.pack();
        // The open assessment's own criteria first: another content of them may have come meanwhile.
        let pack = if named.key() == kit.pack.key() {
            kit.pack.clone()
        } else {
            kit.shelf.bring(&named.id, &named.edition).await;
            pack_of(&kit.shelf.library(), &opened)?
        };
        let project = opened.with_pack(&pack)?;
        Ok((pack, project))
    };
    under.await.map_err(|error| say::read_error(kit.language, &error))
}

/// Makes the open assessment what it was then, as one step of undo.
pub(super) fn restore(kit: &Kit, id: &Rc<str>, at: f64) {
    let (kit, id) = (kit.clone(), id.clone());
    spawn_local(async move {
        let told = match read(&kit, &id, at).await {
            Ok((pack, project)) => {
                kit.store.carry(pack, project, Occasion::Restore);
                Notice::good(fill(kit.words().versions_restored(), &[("when", &day_and_time(kit.language, at))]))
            }
            Err(sentence) => Notice::bad(sentence),
        };
        kit.notify.emit(told);
    });
}
