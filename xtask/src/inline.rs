//! Writes into the page what its first paint would wait for, and allows each piece by its hash in the page's policy.

use std::fs;
use std::path::Path;

use crate::command::Result;
use crate::page::{self, Kind};
use crate::project;

/// Puts the files the page waits for into it, in the place of what loads them.
pub fn write_in(dist: &Path, page: &Path) -> Result {
    let html = project::read(page)?;
    let mut written = String::new();
    let mut end = 0;
    for found in page::blocking(&html) {
        let path = dist.join(&found.file);
        let content = project::read(&path)?.replace("\r\n", "\n");
        let content = content.trim();
        let tag = found.kind.tag();
        if holds_markup(content, found.kind) {
            return Err(format!("{} cannot be written into the page: it holds markup.", path.display()));
        }
        written.push_str(&html[end..found.place.start]);
        written.push_str(&format!("<{tag}>{content}"));
        // The end of the script stands in the page already.
        if found.kind == Kind::Style {
            written.push_str("</style>");
        }
        end = found.place.end;
        fs::remove_file(&path).map_err(|error| format!("{} could not be removed ({error}).", path.display()))?;
    }
    written.push_str(&html[end..]);
    project::write(page, written)
}

/// Whether what would stand in an element of this kind would end it, or begin a comment.
pub fn holds_markup(content: &str, kind: Kind) -> bool {
    content.to_ascii_lowercase().contains(&format!("</{}", kind.tag())) || content.contains("<!--")
}

/// Names in the policy what is written into the page. To be done once nothing in it changes any more.
pub fn allow(page: &Path) -> Result {
    project::write(page, allowed(project::read(page)?))
}

/// The page with the sources of what is written into it in its policy.
pub fn allowed(mut html: String) -> String {
    for (kind, content) in page::written(&html) {
        let source = page::source_of(&content);
        let directive = format!("{} ", kind.directive());
        if !page::allows(&html, kind, &source) {
            html = html.replacen(&directive, &format!("{directive}{source} "), 1);
        }
    }
    html
}
