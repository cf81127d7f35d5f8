//! What others wrote and the page is made of: `licences.txt`, a line a package with its version, its licence and where it comes from, and
//! below them the texts of the licences, which go along with the code. Cargo says what is in; the texts lie in the packages.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use crate::command::{Result, answer};
use crate::index::Program;
use crate::wasm_target::TARGET;
use crate::{project, tools};

pub const FILE: &str = "licences.txt";
/// Between the columns of a line; the page reads it.
const BETWEEN: &str = " — ";

/// What a licence may be for the page to carry the code: those that ask for no more than their text.
const KNOWN: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    "MIT-0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// A package the page is made of.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Package {
    name: String,
    version: String,
    licence: String,
    home: String,
}

/// Lays the list into the page's folder.
pub fn write(programs: &[&Program], dist: &Path) -> Result {
    let mut packages = BTreeSet::new();
    for program in programs {
        packages.extend(packages_of(program)?);
    }
    packages.extend(standard_library());
    let strange: Vec<String> = packages.iter().filter(|package| !is_known(&package.licence)).map(Package::line).collect();
    if !strange.is_empty() {
        return Err(format!(
            "The page may not carry code under any licence; see whether these may be in it, and name them in xtask/src/licences.rs: {}.",
            strange.join("; ")
        ));
    }
    project::write(&dist.join(FILE), told(&packages))
}

fn packages_of(program: &Program) -> Result<Vec<Package>> {
    let arguments = [
        "tree",
        "--locked",
        "--package",
        "award-kit",
        "--no-default-features",
        "--features",
        &program.features,
        "--target",
        TARGET,
        "--edges",
        "normal,no-proc-macro",
        "--prefix",
        "none",
        "--format",
        "{p}|{l}|{r}",
    ];
    let told = answer(tools::cargo().get_program(), &arguments).ok_or_else(|| format!("cargo {} failed.", arguments.join(" ")))?;
    let packages = told.lines().skip(1).filter_map(Package::read);
    Ok(packages.collect())
}

/// What every program holds of the compiler's own.
fn standard_library() -> Option<Package> {
    let told = answer("rustc", &["--version"])?;
    Some(Package {
        name: "std".to_owned(),
        version: told.split_whitespace().nth(1)?.to_owned(),
        licence: "MIT OR Apache-2.0".to_owned(),
        home: "https://github.com/rust-lang/rust".to_owned(),
    })
}

impl Package {
    /// A line of cargo's: `yew v0.22.0 (*)|MIT OR Apache-2.0|https://…`.
    fn read(line: &str) -> Option<Package> {
        let mut columns = line.split('|');
        let mut named = columns.next()?.split(' ');
        Some(Package {
            name: named.next()?.to_owned(),
            version: named.next()?.strip_prefix('v')?.to_owned(),
            // An old way to write a choice.
            licence: columns.next()?.replace('/', " OR "),
            home: columns.next()?.trim_end_matches(" (*)").to_owned(),
        })
    }

    fn line(&self) -> String {
        [&[self.name.as_str(), &self.version].join(" "), &self.licence, &self.home]
            .map(String::as_str)
            .join(BETWEEN)
    }
}

/// Whether one may choose a licence that is known: each of those that hold together, one of those there is a choice of.
fn is_known(licence: &str) -> bool {
    let one = |licence: &str| KNOWN.contains(&licence.trim_matches(|mark| matches!(mark, '(' | ')' | ' ')));
    licence.split(" AND ").all(|choice| choice.split(" OR ").any(one))
}

/// The lines, and below them each text once with the packages it goes with.
fn told(packages: &BTreeSet<Package>) -> String {
    let mut texts: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for package in packages {
        for text in folder_of(package).map(|folder| texts_in(&folder)).unwrap_or_default() {
            texts.entry(text).or_default().push(&package.name);
        }
    }
    let lines: Vec<String> = packages.iter().map(Package::line).collect();
    let texts: Vec<String> = texts.iter().map(|(text, of)| format!("{}\n\n{text}", of.join(", "))).collect();
    format!("{}\n\n{}\n", lines.join("\n"), texts.join("\n\n----\n\n"))
}

/// Where cargo has unpacked it.
fn folder_of(package: &Package) -> Option<PathBuf> {
    let sources = fs::read_dir(tools::cargo_home().join("registry/src")).ok()?;
    let name = format!("{}-{}", package.name, package.version);
    sources.flatten().map(|source| source.path().join(&name)).find(|folder| folder.is_dir())
}

/// The texts of its licence; of a choice the shortest one, MIT where it is among them.
fn texts_in(folder: &Path) -> Vec<String> {
    let is_text = |name: &str| {
        ["LICENSE", "LICENCE", "COPYING", "UNLICENSE"]
            .iter()
            .any(|start| name.to_uppercase().starts_with(start))
    };
    let mut names: Vec<String> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| is_text(name))
        .collect();
    names.sort();
    if let Some(mit) = names.iter().find(|name| name.to_uppercase().contains("MIT")).cloned() {
        names = vec![mit];
    }
    let texts = names.iter().filter_map(|name| fs::read_to_string(folder.join(name)).ok());
    texts.map(|text| text.replace("\r\n", "\n").trim().to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_package_is_read_and_told() {
        let package = Package::read("yew v0.22.1|MIT/Apache-2.0|https://github.com/yewstack/yew (*)").expect("a package");
        assert_eq!(package.line(), "yew 0.22.1 — MIT OR Apache-2.0 — https://github.com/yewstack/yew");
        assert!(Package::read("").is_none());
    }

    #[test]
    fn a_licence_that_asks_for_more_than_its_text_is_not_carried() {
        for licence in ["MIT", "MIT OR Apache-2.0", "(MIT OR Apache-2.0) AND Unicode-3.0", "GPL-3.0 OR MIT"] {
            assert!(is_known(licence), "{licence}");
        }
        for licence in ["", "GPL-3.0", "MIT AND GPL-3.0", "LGPL-2.1 OR MPL-2.0"] {
            assert!(!is_known(licence), "{licence}");
        }
    }
}
