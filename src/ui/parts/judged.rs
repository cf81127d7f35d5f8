//! The panel of the open assessment, as the worker is given it for the workbook.

use crate::archive::open_panel;
use crate::browser::documents::Given;
use crate::browser::panels::{self, KeptPanel, Kind};
use crate::criteria::Pack;
use crate::ui::kit::Kit;

/// No panel, as the worker is given it.
pub(super) fn no_panel() -> [Given; 2] {
    [Given::Text(String::new()), Given::Text(String::new())]
}

/// The record of the panel, and whether assessors stand there by letter; empty where there is no panel, or none that can be read
/// under the present criteria, of which the panel's own page tells.
pub(super) async fn panel_given(kit: &Kit) -> [Given; 2] {
    match kit.store.snapshot() {
        Some(snapshot) => panel_of(&snapshot.id, &kit.pack).await,
        None => no_panel(),
    }
}

/// The same of any assessment of this device.
pub(super) async fn panel_of(id: &str, pack: &Pack) -> [Given; 2] {
    let Ok(Some(stored)) = panels::load(Kind::Panel, id).await else {
        return no_panel();
    };
    let Some(kept) = KeptPanel::read(&stored.content) else { return no_panel() };
    let read = open_panel(kept.record.as_bytes()).and_then(|opened| opened.with_pack(pack));
    if read.is_err() {
        return no_panel();
    }
    let anonymous = if kept.anonymous { "anonymous" } else { "" };
    [Given::Text(kept.record), Given::Text(anonymous.to_owned())]
}
