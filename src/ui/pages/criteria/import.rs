//! A pack that arrives as a file: checked, then kept on this device; one clear sentence where it is not.

use crate::archive::ReadError;
use crate::browser::files;
use crate::criteria::{is_pack_file, read_kept_pack};
use crate::language::fill;
use crate::report::say;
use crate::ui::kit::{Kit, Notice};
use crate::ui::shell::storage_words;
use wasm_bindgen_futures::spawn_local;
use web_sys::File;

/// Reads a file as a pack and keeps it on this device. Nothing that is there is changed by a file that is not one.
pub fn import_pack(kit: &Kit, file: File) {
    let kit = kit.clone();
    spawn_local(async move {
        let name = file.name();
        let notice = match files::read(&file).await {
            Err(error) => refusal(&kit, &name, 1, &say::read_error(kit.language, &error)),
            Ok(bytes) => take(&kit, &name, &bytes).await,
        };
        kit.notify.emit(notice);
    });
}

/// Takes the bytes of a file that says of itself that it is a pack; none where it does not.
pub async fn take_pack(kit: &Kit, name: &str, bytes: &[u8]) -> Option<Notice> {
    let text = std::str::from_utf8(bytes).ok()?;
    if is_pack_file(text.strip_prefix('\u{feff}').unwrap_or(text)) {
        Some(take(kit, name, bytes).await)
    } else {
        None
    }
}

async fn take(kit: &Kit, name: &str, bytes: &[u8]) -> Notice {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return refusal(kit, name, 1, &say::read_error(kit.language, &ReadError::NotText));
    };
    match read_kept_pack(name, text.strip_prefix('\u{feff}').unwrap_or(text)) {
        Err(faults) => {
            let first = faults.first().map_or_else(String::new, |fault| say::fault(kit.language, fault));
            refusal(kit, name, faults.len(), &first)
        }
        Ok(pack) => match kit.shelf.keep(&pack).await {
            Err(error) => Notice::bad(fill(kit.words().criteria_not_kept(), &[("reason", storage_words(kit.words(), error))])),
            Ok(()) => {
                let short = pack.words(kit.language.tag()).short();
                Notice::good(fill(kit.words().criteria_imported(), &[("name", short), ("hash", &pack.hash()[..19])]))
            }
        },
    }
}

fn refusal(kit: &Kit, name: &str, faults: usize, reason: &str) -> Notice {
    let text = if faults == 1 {
        kit.words().criteria_not_imported()
    } else {
        kit.words().criteria_not_imported_more()
    };
    Notice::bad(fill(text, &[("file", name), ("n", &faults.to_string()), ("reason", reason)]))
}
