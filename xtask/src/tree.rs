//! The files and folders of the project, and whether a name in a document fits one of them.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::command::Result;

/// Folders that are not walked.
const SKIPPED: [&str; 4] = [".git", "target", "dist", "node_modules"];

/// Every file and folder below one, from there on, with `/` between.
pub fn walk(folder: &Path, within: &str, found: &mut BTreeSet<String>) -> Result {
    let entries = fs::read_dir(folder).map_err(|error| format!("{} could not be read ({error}).", folder.display()))?;
    for entry in entries.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if SKIPPED.contains(&name.as_str()) {
            continue;
        }
        let name = format!("{within}{name}");
        if entry.path().is_dir() {
            walk(&entry.path(), &format!("{name}/"), found)?;
        }
        found.insert(name);
    }
    Ok(())
}

/// `a/{b,c}.rs` as `a/b.rs` and `a/c.rs`.
pub fn alternatives(path: &str) -> Vec<String> {
    let Some((before, rest)) = path.split_once('{') else {
        return vec![path.to_owned()];
    };
    let Some((among, after)) = rest.split_once('}') else {
        return vec![path.to_owned()];
    };
    among.split(',').flat_map(|one| alternatives(&format!("{before}{one}{after}"))).collect()
}

/// Whether the last segments of a path are these.
pub fn ends_with(path: &str, wanted: &str) -> bool {
    let steps = wanted.split('/').count();
    let have = path.split('/').count();
    // `**` may be any number of segments.
    let from = if wanted.contains("**") { 0 } else { have.saturating_sub(steps) };
    have >= steps.min(have) && (from..have).any(|from| matches(&path.split('/').skip(from).collect::<Vec<_>>().join("/"), wanted))
}

pub fn matches(path: &str, wanted: &str) -> bool {
    match (wanted.split_once('/'), path.split_once('/')) {
        (Some(("**", rest)), Some((_, deeper))) => matches(path, rest) || matches(deeper, wanted),
        (Some(("**", rest)), None) => matches(path, rest),
        (Some((one, rest)), Some((first, deeper))) => segment(first, one) && matches(deeper, rest),
        (None, None) => segment(path, wanted),
        _ => false,
    }
}

/// Whether a name fits a segment with `*` or `<name>` in it.
fn segment(name: &str, wanted: &str) -> bool {
    let mut parts = Vec::new();
    let mut rest = wanted;
    while let Some(at) = rest.find(['*', '<']) {
        parts.push(&rest[..at]);
        let end = if rest[at..].starts_with('<') {
            rest[at..].find('>').map_or(rest.len(), |end| at + end + 1)
        } else {
            at + 1
        };
        rest = &rest[end..];
    }
    parts.push(rest);
    let (first, last) = (parts[0], parts[parts.len() - 1]);
    if parts.len() == 1 {
        return name == wanted;
    }
    let Some(mut inner) = name.strip_prefix(first).and_then(|name| name.strip_suffix(last)) else {
        return false;
    };
    parts[1..parts.len() - 1].iter().all(|part| match inner.find(part) {
        Some(at) => {
            inner = &inner[at + part.len()..];
            true
        }
        None => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_fit_as_they_are_written() {
        let cases = [
            ("src/ui/route.rs", "ui/route.rs", true),
            ("src/ui/route.rs", "i/route.rs", false),
            ("src/language/zh/a.json", "language/<tag>/*.json", true),
            ("src/language/a.json", "language/<tag>/*.json", false),
            ("criteria/a/b/c.json", "criteria/**/*.json", true),
            ("criteria/c.json", "criteria/**/*.json", true),
            ("docs/red-pen.zh.md", "docs/red-pen*.md", true),
            ("docs/desk.md", "docs/red-pen*.md", false),
        ];
        for (path, wanted, fits) in cases {
            assert_eq!(ends_with(path, wanted), fits, "{path} {wanted}");
        }
        assert_eq!(alternatives("a/{b,c}/d.{rs,md}"), ["a/b/d.rs", "a/b/d.md", "a/c/d.rs", "a/c/d.md"]);
    }
}
