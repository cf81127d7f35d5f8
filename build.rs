//! Makes the words of every language into one Rust type, so that a text missing in one language fails the build.
//!
//! `src/language/<tag>/*.json` are flat objects, key → text. A key of a group in [`CODE_GROUPS`] is looked up by its
//! code (`reason.years_reached`); every other key becomes a function of `Words` (`home.title` → `home_title()`).

use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::Path;
use std::{env, fs};

/// Groups whose texts are asked for by a code of the core.
const CODE_GROUPS: &[&str] = &[
    "fault",
    "error",
    "reason",
    "doubt",
    "finding",
    "profile",
    "region",
    "outcome",
    "carry",
    "place",
    "figure",
    "hint",
    "evidence_kind",
    "confidentiality",
    "action_size",
    "progress",
    "occasion",
    "target",
    "style",
    "variant",
    "prepare",
    "incident",
    "sheet_column",
    "manuscript",
    "refused",
    "gathered",
    "session",
    "not_taken",
    "matter",
    "next_step",
    "next_why",
    "item_state",
    "weight",
    "plain_fact",
    "altered",
    "receipt_part",
    "desk_state",
    "desk_wanted",
    "card_fault",
];

/// Set while building, English stands with accents and a third longer, for development alone: a text that is plain is not translatable, and
/// a place in which a longer one does not fit is too narrow. `tests/e2e/support/words.ts` does the same.
const PSEUDO: &str = "AWARD_KIT_PSEUDO";

fn main() {
    println!("cargo::rerun-if-changed=src/language");
    println!("cargo::rerun-if-env-changed={PSEUDO}");
    let root = Path::new("src/language");
    let mut tags: Vec<String> = entries(root).into_iter().filter(|name| root.join(name).is_dir()).collect();
    // Chinese first: the audience, and the language of last resort.
    tags.sort_by_key(|tag| (tag != "zh", tag.clone()));
    let mut languages: Vec<(String, BTreeMap<String, String>)> = tags.into_iter().map(|tag| (tag.clone(), texts(&root.join(tag)))).collect();
    compare(&languages);
    if env::var_os(PSEUDO).is_some() {
        let english = languages.iter_mut().filter(|(tag, _)| tag == "en");
        english.for_each(|(_, words)| words.iter_mut().for_each(|(key, text)| *text = pseudo(key, text)));
    }
    let target = Path::new(&env::var("OUT_DIR").expect("cargo sets OUT_DIR")).join("words.rs");
    fs::write(target, source(&languages)).expect("the output folder can be written");
}

fn entries(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .expect("the language folder can be read")
        .map(|entry| entry.expect("a readable entry").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

fn texts(folder: &Path) -> BTreeMap<String, String> {
    let mut all = BTreeMap::new();
    for name in entries(folder).iter().filter(|name| name.ends_with(".json")) {
        let path = folder.join(name);
        let content = fs::read_to_string(&path).expect("a language file can be read");
        let object: Map<String, Value> = serde_json::from_str(&content).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        for (key, value) in object {
            let text = value.as_str().unwrap_or_else(|| panic!("{}: {key} is not a text", path.display()));
            assert!(!text.trim().is_empty(), "{}: {key} is empty", path.display());
            assert!(all.insert(key.clone(), text.to_owned()).is_none(), "{}: {key} stands twice", path.display());
        }
    }
    all
}

/// A text with accents and a third longer, a line at a time. Names in braces stay, and what names files and sheets.
fn pseudo(key: &str, text: &str) -> String {
    const PLAIN: &str = "aceinosuyACEINOSUY";
    const ACCENTED: &str = "àçéîñöšûýÀÇÉÎÑÖŠÛÝ";
    if key.ends_with("file") || key.contains("sheet_") {
        return text.to_owned();
    }
    let line = |line: &str| {
        let mut inside = false;
        let accented = line.chars().map(|mark| {
            inside = (inside || mark == '{') && mark != '}';
            let found = PLAIN.chars().zip(ACCENTED.chars()).find(|(plain, _)| *plain == mark && !inside);
            found.map_or(mark, |(_, accented)| accented)
        });
        let accented: String = accented.collect();
        let longer = (0..line.chars().count().div_ceil(3)).map(|at| if at % 6 == 0 { ' ' } else { 'ẋ' });
        accented + &longer.collect::<String>()
    };
    text.split('\n').map(line).collect::<Vec<String>>().join("\n")
}

/// The names in braces of a text.
fn places(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name).collect()
}

fn compare(languages: &[(String, BTreeMap<String, String>)]) {
    let (first_tag, first) = &languages[0];
    for (tag, words) in &languages[1..] {
        for key in first.keys() {
            assert!(words.contains_key(key), "language {tag}: text {key} is missing");
        }
        for (key, text) in words {
            let other = first.get(key).unwrap_or_else(|| panic!("language {first_tag}: text {key} is missing"));
            assert_eq!(
                places(other),
                places(text),
                "languages {first_tag} and {tag}: text {key} has different places in braces"
            );
        }
    }
}

fn source(languages: &[(String, BTreeMap<String, String>)]) -> String {
    let is_code = |key: &str| CODE_GROUPS.contains(&key.split('.').next().unwrap_or_default());
    let (codes, fields): (Vec<&String>, Vec<&String>) = languages[0].1.keys().partition(|key| is_code(key));
    let variant = |tag: &str| tag[..1].to_uppercase() + &tag[1..];
    let mut out = String::from("/// A language of the kit.\n#[derive(Debug, Clone, Copy, PartialEq, Eq)]\npub enum Language {\n");
    for (tag, _) in languages {
        let _ = writeln!(out, "    {},", variant(tag));
    }
    let list = |each: &dyn Fn(&str) -> String| languages.iter().map(|(tag, _)| each(tag)).collect::<Vec<String>>().join(" ");
    let _ = writeln!(out, "}}\n\nimpl Language {{\n    /// All languages, Chinese first.");
    let _ = writeln!(
        out,
        "    pub const ALL: &'static [Language] = &[{}];",
        list(&|tag| format!("Language::{},", variant(tag)))
    );
    let _ = writeln!(
        out,
        "    /// The tag (BCP 47) of its files.\n    pub const fn tag(self) -> &'static str {{\n        match self {{ {} }}\n    }}",
        list(&|tag| format!("Language::{} => {tag:?},", variant(tag)))
    );
    let _ = writeln!(
        out,
        "    /// Its words.\n    pub const fn words(self) -> &'static Words {{\n        match self {{ {} }}\n    }}\n}}",
        list(&|tag| format!("Language::{0} => &Words {{ language: Language::{0} }},", variant(tag)))
    );
    let in_each = |key: &str| {
        languages
            .iter()
            .map(|(_, words)| format!("{:?}", words[key]))
            .collect::<Vec<String>>()
            .join(", ")
    };
    let all = languages.len();
    // A list a group and a function a text: what a program never asks for is no part of it.
    let _ = writeln!(
        out,
        "\n/// The groups of texts that are asked for by a code.\n#[allow(missing_docs)]\npub mod codes {{"
    );
    for group in CODE_GROUPS {
        let in_group = || codes.iter().filter_map(|key| Some((key, key.strip_prefix(group)?.strip_prefix('.')?)));
        let _ = writeln!(
            out,
            "    pub static {}: [(&str, [&str; {all}]); {}] = [",
            group.to_uppercase(),
            in_group().count()
        );
        for (key, code) in in_group() {
            let _ = writeln!(out, "        ({code:?}, [{}]),", in_each(key));
        }
        let _ = writeln!(out, "    ];");
    }
    let named = |group: &&str| format!("({group:?}, &codes::{}),", group.to_uppercase());
    let lists: String = CODE_GROUPS.iter().map(named).collect();
    let _ = writeln!(
        out,
        "}}\n\n/// The groups by name.\npub const CODES: &[(&str, &CodeTexts)] = &[{lists}];\ntype CodeTexts = [(&'static str, [&'static str; {all}])];"
    );
    let _ = writeln!(out, "\n#[allow(missing_docs)]\nimpl Words {{");
    for key in &fields {
        let name = key.replace(['.', '-'], "_");
        let _ = writeln!(
            out,
            "    pub fn {name}(&self) -> &'static str {{\n        static TEXT: [&str; {all}] = [{}];\n        TEXT[self.language as usize]\n    }}",
            in_each(key)
        );
    }
    let _ = writeln!(out, "}}");
    out
}
