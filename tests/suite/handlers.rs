//! Rules for the handlers of the page that hold for all of them, read from its source.

use std::fs;
use std::path::{Path, PathBuf};

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        match path.is_dir() {
            true => sources(&path, found),
            false if path.extension().is_some_and(|ending| ending == "rs") => found.push(path),
            false => {}
        }
    }
}

/// A key that an input method has is nobody else's, and whether it has it is decided in one place.
#[test]
fn every_handler_of_keys_asks_whose_the_key_is() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/ui");
    let mut found = Vec::new();
    sources(&root, &mut found);
    assert!(found.len() > 100, "{}", found.len());
    let decider = root.join("parts/events.rs");
    let mut asked = 0;
    for path in &found {
        let text = fs::read_to_string(path).expect("a source");
        let handles = text.contains("KeyboardEvent") && (text.contains("keydown") || text.contains("fn down("));
        if *path == decider {
            continue;
        }
        for forbidden in [".key()", ".code()", "key_code()", "KeyboardEvent::is_composing"] {
            let lines: Vec<&str> = text.lines().filter(|line| line.contains(forbidden)).collect();
            let of_keys = lines
                .iter()
                .any(|line| line.contains("event.key()") || line.contains("key.key()") || forbidden != ".key()" && handles);
            assert!(!of_keys, "{} reads a key by itself: {lines:?}", path.display());
        }
        if handles && text.contains("key_of(") {
            asked += 1;
        } else {
            assert!(
                !text.contains("\"keydown\""),
                "{} listens to keys and does not ask whose they are",
                path.display()
            );
        }
    }
    assert!(asked >= 5, "{asked}");
}
