//! Every text a reader meets, in one language: screens, packs with their terms, samples with the training cases, README with what it leads to.

use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

/// Where a text stands: `screens`, `packs`, `samples` or `readme`.
pub const PLACES: [&str; 4] = ["screens", "packs", "samples", "readme"];

pub struct Spoken {
    pub place: &'static str,
    /// The file and what of it: a key, a pointer, a line.
    pub at: String,
    /// Names of places taken out of it: `{n} 项` is `{} 项`; so are code, addresses and the targets of links in a README.
    pub text: String,
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{folder:?}: {error}"));
    let mut found: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    found.sort();
    found
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{path:?}: {error}"))
}

fn json(path: &Path) -> Value {
    serde_json::from_str(&read(path)).unwrap_or_else(|error| panic!("{path:?}: {error}"))
}

/// What is between two marks is taken out, with the marks or with `left` in its place.
fn without(text: &str, open: &str, close: &str, left: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(start) = rest.find(open) {
        let Some(end) = rest[start + open.len()..].find(close) else { break };
        out += &rest[..start];
        out += left;
        rest = &rest[start + open.len() + end + close.len()..];
    }
    out + rest
}

fn strings(value: &Value, at: &str, take: &mut impl FnMut(&str, &str)) {
    match value {
        Value::String(text) => take(at, text),
        Value::Array(values) => values.iter().for_each(|value| strings(value, at, take)),
        Value::Object(members) => members.iter().for_each(|(name, value)| strings(value, &format!("{at}/{name}"), take)),
        _ => {}
    }
}

/// All of a language, `zh` or `en`. Names of regions and what the default packs repeat are left out.
pub fn spoken(tag: &str) -> Vec<Spoken> {
    let mut all = Vec::new();
    let mut add = |place: &'static str, path: &Path, value: &Value| {
        let name = path.strip_prefix(root()).expect("a file of the project").display().to_string();
        strings(value, "", &mut |at, text| {
            if !at.starts_with("/region.") {
                all.push(Spoken {
                    place,
                    at: format!("{name}{at}"),
                    text: without(text, "{", "}", "{}"),
                });
            }
        });
    };
    for path in files(&root().join("src/language").join(tag)) {
        add("screens", &path, &json(&path));
    }
    for rule in award_kit::red_pen::RULES {
        let text = |said: award_kit::red_pen::Said| Value::String(if tag == "zh" { said.zh } else { said.en }.to_owned());
        let path = root().join("src/red_pen/rules").join([rule.code, ".rs"].concat());
        add("screens", &path, &Value::Array(vec![text(rule.title), text(rule.why), text(rule.told)]));
        // The bad examples are bad on purpose.
        add("samples", &path, &text(rule.example.better));
    }
    for folder in files(&root().join("criteria")).iter().filter(|path| path.is_dir()) {
        let path = folder.join(format!("text.{tag}.json"));
        add("packs", &path, &json(&path));
        let interview = folder.join(format!("interview.{tag}.json"));
        if interview.exists() {
            add("packs", &interview, &json(&interview));
        }
    }
    let glossary = root().join("criteria/glossary.json");
    let terms = json(&glossary)["terms"]
        .as_array()
        .expect("terms")
        .iter()
        .map(|term| term[tag].clone())
        .collect();
    add("packs", &glossary, &terms);
    for folder in ["assets/samples", "assets/training"] {
        for path in files(&root().join(folder)) {
            if path.to_string_lossy().ends_with(&format!(".{tag}.json")) {
                add("samples", &path, &json(&path));
            }
        }
    }
    let told: &[&str] = if tag == "zh" {
        &["README.zh.md", "criteria/README.zh.md"]
    } else {
        &["README.md", "criteria/README.md", "docs/desk.md", "docs/hosting.md"]
    };
    for name in told {
        let text = without(&without(&without(&read(&root().join(name)), "```", "```", ""), "`", "`", "``"), "](", ")", "]");
        all.extend(text.lines().enumerate().map(|(at, line)| Spoken {
            place: "readme",
            at: format!("{name}, about line {}", at + 1),
            text: line.to_owned(),
        }));
    }
    all
}

#[test]
fn every_place_is_read_in_both_languages() {
    for tag in ["zh", "en"] {
        let all = spoken(tag);
        for place in PLACES {
            assert!(all.iter().filter(|text| text.place == place).count() > 50, "{place} in {tag}");
        }
    }
}

#[test]
fn places_code_and_addresses_are_no_words() {
    assert_eq!(without("{n} 项，共 {all} 项", "{", "}", "{}"), "{} 项，共 {} 项");
    assert_eq!(without("见[部署](#部署)。", "](", ")", "]"), "见[部署]。");
}
