//! PROMISES.md: every promise names the tests that hold it, and they are there.

use std::fs;
use std::path::Path;

/// Everything that can be named: sources of tests and of the project's own commands.
fn sources() -> String {
    let mut all = String::new();
    for folder in [
        "tests/suite",
        "tests/suite/panel",
        "tests/suite/simulation",
        "tests/web",
        "tests/e2e",
        "tests/e2e/engines",
        "xtask/src",
    ] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        for entry in fs::read_dir(&folder).unwrap_or_else(|error| panic!("{folder:?}: {error}")) {
            let path = entry.expect("an entry").path();
            if path.extension().is_some_and(|ending| ending == "rs" || ending == "ts") && !path.ends_with("promises.rs") {
                all.push_str(&fs::read_to_string(&path).expect("a source"));
            }
        }
    }
    all
}

/// Whether a name is that of a test function, of a journey or of a command of the project.
fn is_there(name: &str, sources: &str) -> bool {
    let titled = |quote: char| sources.contains(&format!("test({quote}{name}{quote}"));
    let command = name.strip_prefix("cargo xtask ").and_then(|command| command.split_whitespace().next());
    sources.contains(&format!("fn {name}(")) || titled('\'') || titled('`') || command.is_some_and(|command| sources.contains(&format!("[\"{command}\"")))
}

/// The promises by their headings, with what stands under each.
fn promises(text: &str) -> Vec<(&str, &str)> {
    text.split("\n## ")
        .skip(1)
        .map(|promise| promise.split_once('\n').expect("a heading"))
        .collect()
}

/// The names in the list of a promise.
fn named(promise: &str) -> impl Iterator<Item = &str> {
    promise.lines().filter_map(|line| line.strip_prefix("- `")?.strip_suffix('`'))
}

#[test]
fn every_promise_is_numbered_and_names_tests_that_are_there() {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("PROMISES.md")).expect("PROMISES.md");
    let sources = sources();
    let promises = promises(&text);
    assert!(promises.len() >= 8, "{} promises", promises.len());
    for (at, (heading, promise)) in promises.iter().enumerate() {
        assert!(heading.starts_with(&format!("{}. ", at + 1)), "{heading} is number {}", at + 1);
        assert!(named(promise).next().is_some(), "no test holds: {heading}");
        let missing: Vec<&str> = named(promise).filter(|name| !is_there(name, &sources)).collect();
        assert_eq!(missing, [""; 0], "{heading}");
    }
}

#[test]
fn a_test_that_is_not_there_is_seen() {
    let sources = "fn one() {}\ntest('a journey', async () => {});\n[\"torture\", options @ ..]";
    for (name, there) in [
        ("one", true),
        ("on", false),
        ("a journey", true),
        ("a jour", false),
        ("cargo xtask torture kill", true),
        ("cargo xtask burn", false),
    ] {
        assert_eq!(is_there(name, sources), there, "{name}");
    }
}
