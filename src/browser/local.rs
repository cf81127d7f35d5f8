//! Local storage: small texts by key, there at once. Where the browser lets this page keep nothing, nothing is kept.

use web_sys::Storage;

fn storage() -> Option<Storage> {
    gloo::utils::window().local_storage().ok()?
}

/// The text of a key.
pub fn get(key: &str) -> Option<String> {
    storage()?.get_item(key).ok()?
}

/// Keeps a text, if there is room.
pub fn set(key: &str, text: &str) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(key, text);
    }
}

pub fn remove(key: &str) {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(key);
    }
}

/// The keys that begin in one way.
pub fn keys(start: &str) -> Vec<String> {
    let Some(storage) = storage() else { return Vec::new() };
    let mut keys = Vec::new();
    for at in 0..storage.length().unwrap_or(0) {
        if let Ok(Some(key)) = storage.key(at)
            && key.starts_with(start)
        {
            keys.push(key);
        }
    }
    keys
}
