//! The stylesheets beside the code: each is linked by the page, in lines that can be read, and what is said of narrow
//! windows is not said of paper.

use std::fs;
use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn sheets() -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut waiting: Vec<PathBuf> = vec![root().join("src/ui")];
    while let Some(path) = waiting.pop() {
        if path.is_dir() {
            waiting.extend(fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
        } else if path.extension().is_some_and(|ending| ending == "css") {
            let name = path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/");
            found.push((name, fs::read_to_string(&path).unwrap()));
        }
    }
    assert!(!found.is_empty());
    found
}

#[test]
fn every_stylesheet_is_linked_by_the_page_once() {
    let page = fs::read_to_string(root().join("index.html")).unwrap();
    for (name, _) in sheets() {
        assert_eq!(page.matches(&format!("rel=\"css\" href=\"{name}\"")).count(), 1, "{name}");
    }
    assert_eq!(page.matches("rel=\"css\"").count(), sheets().len(), "a link without a file");
}

#[test]
fn every_stylesheet_comes_with_a_part_that_there_is_or_at_once() {
    let page = fs::read_to_string(root().join("index.html")).unwrap();
    let parts = fs::read_to_string(root().join("src/ui/app/parts.rs")).unwrap();
    for name in page.split("data-part=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
        assert!(parts.contains(&format!(": {name} gives ")), "{name} is no part");
    }
}

#[test]
fn no_line_is_longer_than_140_characters_and_narrow_windows_are_windows() {
    for (name, content) in sheets() {
        for (at, line) in content.lines().enumerate() {
            let place = format!("{name}:{}: {line}", at + 1);
            assert!(line.chars().count() <= 140, "{place}");
            let media = line.strip_prefix("@media ").unwrap_or_default();
            assert!(!media.contains("width") || media.starts_with("screen and "), "{place}");
        }
    }
}
