//! Reads the `data-trunk` links of index.html, which `trunk serve` reads as well: what the page consists of is said there
//! and nowhere else.

use std::collections::BTreeSet;
use std::ops::Range;
use std::path::Path;

use html5gum::emitters::default::DefaultEmitter;
use html5gum::{StartTag, Token, Tokenizer};

use crate::command::Result;
use crate::project;

/// The page as it is written.
pub struct Index {
    html: String,
    links: Vec<(Range<usize>, Link)>,
}

/// One thing the page asks for.
#[derive(Debug, PartialEq)]
pub enum Link {
    /// A file or a folder that is copied as it is.
    Copy(String),
    /// A stylesheet of the first screen, or of the part that is named.
    Style {
        file: String,
        part: Option<String>,
    },
    Program(Program),
}

/// A binary of the package and the features it is built with.
#[derive(Debug, PartialEq)]
pub struct Program {
    pub name: String,
    pub features: String,
    pub is_worker: bool,
}

/// The stylesheet of the first screen, and that of a part.
pub fn style_name(part: Option<&str>) -> String {
    format!("{}.css", part.unwrap_or("kit"))
}

impl Index {
    pub fn read(path: &Path) -> Result<Self> {
        Self::parse(project::read(path)?)
    }

    fn parse(html: String) -> Result<Self> {
        let mut links = Vec::new();
        for Ok(token) in Tokenizer::new_with_emitter(&html, DefaultEmitter::new_with_span()) {
            if let Token::StartTag(tag) = token
                && tag.attributes.contains_key(b"data-trunk".as_slice())
            {
                links.push((tag.span.start..tag.span.end, link(&tag)?));
            }
        }
        Ok(Self { html, links })
    }

    pub fn links(&self) -> impl Iterator<Item = &Link> {
        self.links.iter().map(|(_, link)| link)
    }

    /// The files and folders that are copied.
    pub fn copies(&self) -> impl Iterator<Item = &str> {
        self.links().filter_map(|link| match link {
            Link::Copy(path) => Some(path.as_str()),
            _ => None,
        })
    }

    pub fn programs(&self) -> impl Iterator<Item = &Program> {
        self.links().filter_map(|link| match link {
            Link::Program(program) => Some(program),
            _ => None,
        })
    }

    /// The page as it is served: what is loaded at once stands where its link stood; `start` is the script that starts all.
    pub fn page(&self, start: &str) -> String {
        let mut page = String::new();
        let mut named = BTreeSet::new();
        let mut end = 0;
        for (place, link) in &self.links {
            page.push_str(&self.html[end..place.start]);
            end = place.end;
            match link {
                Link::Style { part, .. } if named.insert(part) => {
                    let style = style_name(part.as_deref());
                    page.push_str(&match part {
                        None => format!("<link rel=\"stylesheet\" href=\"./{style}\">"),
                        Some(part) => format!("<meta name=\"styles-{part}\" content=\"./{style}\">"),
                    });
                }
                Link::Program(Program { name, is_worker: false, .. }) => page.push_str(&format!(
                    "<link rel=\"preload\" href=\"./{name}_bg.wasm\" as=\"fetch\" type=\"application/wasm\" crossorigin=\"anonymous\" fetchpriority=\"low\">\
                     <script type=\"module\" src=\"./{start}\"></script>"
                )),
                _ => {}
            }
        }
        page.push_str(&self.html[end..]);
        // Nothing in the page depends on its indentation.
        let lines: Vec<&str> = page.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        lines.join("\n")
    }
}

fn link(tag: &StartTag<usize>) -> Result<Link> {
    let value = |name: &str| tag.attributes.get(name.as_bytes()).map(|value| String::from_utf8_lossy(value).into_owned());
    let kind = value("rel").unwrap_or_default();
    let needed = |name: &str| value(name).ok_or_else(|| format!("index.html: a data-trunk link of rel=\"{kind}\" has no {name}."));
    Ok(match kind.as_str() {
        "copy-file" | "copy-dir" => Link::Copy(needed("href")?),
        "css" => Link::Style {
            file: needed("href")?,
            part: value("data-part"),
        },
        "rust" => Link::Program(Program {
            name: needed("data-bin")?,
            features: needed("data-cargo-features")?,
            is_worker: value("data-type").as_deref() == Some("worker"),
        }),
        _ => return Err(format!("index.html: no data-trunk link of rel=\"{kind}\" is known to `cargo xtask dist`.")),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const HTML: &str = "<!doctype html>\n<head>\n  <meta charset=\"utf-8\">\n\
        <link data-trunk rel=\"copy-file\" href=\"assets/icon.svg\">\n\
        <link rel=\"icon\" href=\"./icon.svg\">\n\
        <link data-trunk rel=\"css\" href=\"a.css\">\n<link data-trunk rel=\"css\" href=\"b.css\">\n\
        <link data-trunk rel=\"css\" href=\"c.css\" data-part=\"figures\">\n\
        <link data-trunk rel=\"rust\" data-bin=\"app\" data-cargo-features=\"web\">\n\
        <link data-trunk rel=\"rust\" data-bin=\"worker\" data-cargo-features=\"worker\" data-type=\"worker\">\n</head>";

    fn parse(html: &str) -> Result<Index> {
        Index::parse(html.to_owned())
    }

    #[test]
    fn links_are_read_in_their_order() {
        let index = parse(HTML).unwrap();
        let style = |file: &str, part: Option<&str>| Link::Style {
            file: file.to_owned(),
            part: part.map(str::to_owned),
        };
        let program = |name: &str, features: &str, is_worker| {
            Link::Program(Program {
                name: name.to_owned(),
                features: features.to_owned(),
                is_worker,
            })
        };
        let expected = [
            Link::Copy("assets/icon.svg".to_owned()),
            style("a.css", None),
            style("b.css", None),
            style("c.css", Some("figures")),
            program("app", "web", false),
            program("worker", "worker", true),
        ];
        assert_eq!(index.links().collect::<Vec<_>>(), expected.iter().collect::<Vec<_>>());
    }

    #[test]
    fn the_page_loads_at_once_what_the_first_screen_needs_and_names_the_rest() {
        let expected = [
            "<!doctype html>",
            "<head>",
            "<meta charset=\"utf-8\">",
            "<link rel=\"icon\" href=\"./icon.svg\">",
            "<link rel=\"stylesheet\" href=\"./kit.css\">",
            "<meta name=\"styles-figures\" content=\"./figures.css\">",
            "<link rel=\"preload\" href=\"./app_bg.wasm\" as=\"fetch\" type=\"application/wasm\" crossorigin=\"anonymous\" fetchpriority=\"low\">\
             <script type=\"module\" src=\"./app.js\"></script>",
            "</head>",
        ];
        assert_eq!(parse(HTML).unwrap().page("app.js"), expected.join("\n"));
    }

    #[test]
    fn a_link_that_is_not_understood_is_refused() {
        let sentence = parse("<link data-trunk rel=\"tailwind-css\" href=\"a.css\">").err();
        assert!(sentence.is_some_and(|sentence| sentence.contains("tailwind-css")));
        let sentence = parse("<link data-trunk rel=\"rust\" data-bin=\"app\">").err();
        assert!(sentence.is_some_and(|sentence| sentence.contains("data-cargo-features")));
    }
}
