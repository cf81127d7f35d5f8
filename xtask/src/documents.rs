//! What the documents name is there: every path in backticks or in a link, and every command of the project's two programs.
//!
//! A path is matched from the project's folder where it begins with one of its folders, and otherwise as the end of a path, so that
//! `ui/route.rs` and `frame/` are understood; a module is named without its ending. `*` and `<name>` stand for anything in a segment,
//! `{a,b}` for one or the other, `file.rs::name` for a function of that file. What is made by a build or stands for a reader's own file
//! is in [`NOT_HERE`].

use std::collections::BTreeSet;

use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};

use crate::USAGE;
use crate::command::{Result, say};
use crate::programs::{Program, kit, strange, usage};
use crate::project;
use crate::tree::{alternatives, ends_with, matches, walk};

/// Files and folders that are read; of a folder every `.md` below it.
const DOCUMENTS: [&str; 9] = [
    "README.md",
    "README.zh.md",
    "ARCHITECTURE.md",
    "CONTRIBUTING.md",
    "DESIGN.md",
    "PROMISES.md",
    "docs",
    "criteria",
    "fuzz/README.md",
];
/// Beginnings of what documents rightly name although it is not in the tree, and why.
const NOT_HERE: [(&str, &str); 6] = [
    ("dist/", "made by `cargo xtask dist`"),
    ("target/", "made by cargo"),
    ("fuzz/corpus/", "made by a round of fuzzing"),
    ("parts.js", "made by `cargo xtask dist`"),
    ("sample.json", "a reader's own file"),
    ("criteria/beijing-2026", "a pack an authority might make"),
];
/// What files of the tree end in, where a name alone is taken for one.
const ENDINGS: [&str; 10] = ["rs", "md", "json", "toml", "ts", "mjs", "js", "css", "html", "spec.ts"];

/// What the tree holds and what the programs know.
struct Known {
    /// Files and folders, from the project's folder on, with `/` between.
    tree: BTreeSet<String>,
    kit: Program,
    xtask: Program,
}

/// Reads every document; says each offence with file and line.
pub fn check() -> Result {
    let root = project::root();
    let mut tree = BTreeSet::new();
    walk(&root, "", &mut tree)?;
    let known = Known {
        kit: kit(&project::read(&root.join("src/command/arguments.rs"))?)?,
        xtask: usage(USAGE),
        tree,
    };
    let is_read = |name: &str| DOCUMENTS.iter().any(|document| name == *document || name.starts_with(&format!("{document}/")));
    let mut offences = Vec::new();
    for name in known.tree.iter().filter(|name| name.ends_with(".md") && is_read(name)) {
        offences.extend(of_document(name, &project::read(&root.join(name))?, &known));
    }
    if offences.is_empty() {
        return Ok(());
    }
    offences.iter().for_each(|offence| say(offence));
    Err(format!(
        "{} names in documents lead nowhere; see above. xtask/src/documents.rs says how they are read.",
        offences.len()
    ))
}

fn of_document(name: &str, text: &str, known: &Known) -> Vec<String> {
    let mut offences = Vec::new();
    let mut in_block = false;
    for (event, place) in Parser::new_ext(text, Options::ENABLE_TABLES).into_offset_iter() {
        let line = 1 + text[..place.start].matches('\n').count();
        let mut tell = |line: usize, why: String| offences.push(format!("{name}:{line}: {why}"));
        match event {
            Event::Code(code) => {
                if path_of(&code, known).is_some_and(|path| !is_there(&path, known)) {
                    tell(line, format!("`{code}` is not in the tree"));
                }
                strange(&code, &known.kit, &known.xtask).into_iter().for_each(|why| tell(line, why));
            }
            Event::Start(Tag::CodeBlock(_)) => in_block = true,
            Event::End(TagEnd::CodeBlock) => in_block = false,
            Event::Text(lines) if in_block => {
                for (at, text) in lines.lines().enumerate() {
                    strange(text, &known.kit, &known.xtask).into_iter().for_each(|why| tell(line + at, why));
                }
            }
            Event::Start(Tag::Link { link_type, dest_url, .. }) if link_type != LinkType::Autolink => {
                let path = dest_url.split('#').next().unwrap_or_default();
                if !path.is_empty() && !path.contains(':') && !known.tree.contains(&beside(name, path)) {
                    tell(line, format!("the link to {path} leads nowhere"));
                }
            }
            _ => {}
        }
    }
    offences
}

/// A relative address, from the project's folder on.
fn beside(document: &str, path: &str) -> String {
    let mut folders: Vec<&str> = document.split('/').collect();
    folders.pop();
    for step in path.trim_end_matches('/').split('/') {
        match step {
            ".." => drop(folders.pop()),
            "." => {}
            step => folders.push(step),
        }
    }
    folders.join("/")
}

/// The path a piece of code names, where it names one.
fn path_of(code: &str, known: &Known) -> Option<String> {
    let path = code.split('#').next().unwrap_or(code);
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || "._-/*<>{},:".contains(letter);
    let is_absolute = path.starts_with(['/', '~', '-', '<', '*', '{']) || path.contains("//") || path.ends_with([':', ',']);
    if path.is_empty() || is_absolute || !path.chars().all(is_plain) || path.replace("::", "").contains(':') {
        return None;
    }
    if NOT_HERE.iter().any(|(beginning, _)| path.starts_with(beginning)) {
        return None;
    }
    let file = path.split("::").next().unwrap_or(path);
    let has_ending = ENDINGS
        .iter()
        .any(|ending| file.strip_suffix(ending).is_some_and(|name| name.len() > 1 && name.ends_with('.')));
    let Some((first, _)) = file.split_once('/') else {
        return has_ending.then(|| path.to_owned());
    };
    let is_folder = |name: &String| known.tree.contains(name);
    let is_ours = is_folder(&first.to_owned()) || is_folder(&format!("src/{first}"));
    (is_ours || has_ending || file.ends_with('/')).then(|| path.to_owned())
}

fn is_there(path: &str, known: &Known) -> bool {
    let (file, function) = match path.split_once("::") {
        Some((file, function)) => (file, Some(function)),
        None => (path, None),
    };
    let root = project::root();
    alternatives(file.trim_end_matches('/')).iter().all(|wanted| {
        let is_rooted = wanted
            .split_once('/')
            .is_some_and(|(first, _)| known.tree.contains(first) && first != "criteria");
        let fits = |found: &&String| {
            let ends = |wanted: &str| match is_rooted {
                true => matches(found, wanted),
                false => ends_with(found, wanted),
            };
            ends(wanted) || ends(&format!("{wanted}.rs"))
        };
        let holds = |found: &String| match function {
            None => true,
            Some(name) => project::read(&root.join(found)).is_ok_and(|source| source.contains(&format!("fn {name}("))),
        };
        known.tree.iter().filter(fits).any(holds)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::programs::tests as programs;

    fn known() -> Known {
        let tree = [
            "src",
            "src/ui",
            "src/ui/route.rs",
            "src/ui/frame",
            "src/language",
            "src/language/zh",
            "src/language/zh/a.json",
            "docs",
            "docs/a.md",
            "docs/guides",
            "docs/guides/b.md",
            "criteria",
            "criteria/mini",
            "criteria/mini/pack.json",
            "xtask",
            "xtask/src",
            "xtask/src/command.rs",
            "README.md",
        ];
        Known {
            tree: tree.map(str::to_owned).into(),
            kit: kit(programs::ARGUMENTS).unwrap(),
            xtask: usage(programs::USED),
        }
    }

    fn offences(text: &str) -> Vec<String> {
        of_document("docs/guides/b.md", text, &known())
    }

    #[test]
    fn the_documents_of_this_tree_name_what_is_there() {
        assert_eq!(check(), Ok(()));
    }

    #[test]
    fn what_is_there_is_no_offence() {
        let sound = [
            "`src/ui/route.rs`, `ui/route.rs`, `ui/route`, `route.rs`, `frame/`, `src/language/<tag>/*.json`, `criteria/**/*.json`, `pack.json`",
            "`docs/{a,guides/b}.md`, `docs/*.md`, `dist/index.html`, `target/`",
            "`xtask/src/command.rs::run`",
            "[a](../a.md#one), [b](#two), [c](https://example.org/x), <https://example.org>, [d](../../README.md)",
            "`application/json`, `text/html`, `award-kit.scoring`, `#/parts`, `/srv/www/`, `a b/c.rs`, `points/leadership.governance`, `file://`",
            "`cargo xtask`, `cargo xtask dist`, `award-kit new`, `award-kit --help`",
            "```console\n$ cargo xtask test web -- --update\n$ cargo xtask serve --port 80 # award-kit nothing\n$ award-kit rating-sheet --passphrase-file a | other --strange\n\
             $ ls /srv/award-kit nothing\n```",
        ];
        for text in sound {
            assert_eq!(offences(text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn each_planted_offence_is_told_with_file_and_line() {
        let planted = [
            ("One\n`src/ui/routes.rs`", "docs/guides/b.md:2: `src/ui/routes.rs` is not in the tree"),
            ("`ui/gone`", "`ui/gone` is not in the tree"),
            ("`nowhere.rs`", "`nowhere.rs` is not"),
            ("`gone/`", "`gone/` is not"),
            ("`docs/{a,c}.md`", "`docs/{a,c}.md` is not"),
            ("`src/language/<tag>/*.toml`", "is not in the tree"),
            ("`src/route.rs`", "`src/route.rs` is not in the tree"),
            ("`xtask/src/command.rs::stroll`", "`xtask/src/command.rs::stroll` is not"),
            ("| a |\n|---|\n| `ui/gone.rs` |", "docs/guides/b.md:3: `ui/gone.rs`"),
            ("[a](a.md)", "the link to a.md leads nowhere"),
            ("`cargo xtask fly`", "`cargo xtask fly` is no command"),
            (
                "Text\n\n```console\n$ one\n$ award-kit fly a.json\n```",
                "docs/guides/b.md:5: `award-kit fly` is no command",
            ),
            ("```\naward-kit score a.json --fast\n```", "`award-kit ` has no option --fast"),
            ("```\ncargo xtask serve --ports 1\n```", "`cargo xtask ` has no option --ports"),
        ];
        for (text, expected) in planted {
            let told = offences(text);
            assert!(told.len() == 1 && told[0].contains(expected), "{text}: {told:?}");
        }
    }
}
