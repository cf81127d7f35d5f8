//! Reads the built `index.html`: the addresses in it, what holds up its first paint, and whatever its strict
//! Content-Security-Policy would block.

use std::ops::Range;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use html5gum::emitters::default::DefaultEmitter;
use html5gum::{StartTag, Token, Tokenizer};
use sha2::{Digest, Sha256};

/// A tag with its attributes, where it stands in the page.
pub struct Tag {
    pub name: String,
    attributes: Vec<(String, String)>,
    pub place: Range<usize>,
}

impl Tag {
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

/// What can be written into the page itself, if the policy allows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Script,
    Style,
}

impl Kind {
    pub fn tag(self) -> &'static str {
        match self {
            Self::Script => "script",
            Self::Style => "style",
        }
    }

    /// The directive of the policy that allows it.
    pub fn directive(self) -> &'static str {
        match self {
            Self::Script => "script-src",
            Self::Style => "style-src",
        }
    }
}

/// A file the page waits for before it paints anything.
#[derive(Debug, PartialEq)]
pub struct Blocking {
    pub kind: Kind,
    /// Its name beside the page.
    pub file: String,
    /// Where its tag stands in the page.
    pub place: Range<usize>,
}

/// The type of a script that is none but holds something for the others.
pub const DATA: &str = "text/plain";

/// Attributes whose value the browser loads or goes to.
const ADDRESSES: &[&str] = &["href", "src", "srcset", "action", "formaction", "poster", "data"];

/// What the page loads by itself: the addresses of its scripts, images and links, without the leading `./`.
pub fn loaded(html: &str) -> Vec<String> {
    let tags = tags(html);
    let attributes = tags.iter().filter(|tag| tag.name != "a").flat_map(|tag| &tag.attributes);
    attributes
        .filter(|(name, _)| ["href", "src"].contains(&name.as_str()))
        .map(|(_, value)| value.trim_start_matches("./").to_owned())
        .collect()
}

/// The file that the page names in a `<meta>`, for later.
pub fn named(html: &str, meta: &str) -> Option<String> {
    tokens(html)
        .find_map(|token| match token {
            Token::StartTag(tag) if &**tag.name == b"meta" && value(&tag, "name").as_deref() == Some(meta) => value(&tag, "content"),
            _ => None,
        })
        .map(|address| address.trim_start_matches("./").to_owned())
}

/// Stylesheets, and scripts that are neither modules nor wait by themselves.
pub fn blocking(html: &str) -> Vec<Blocking> {
    let mut found = Vec::new();
    for token in tokens(html) {
        let Token::StartTag(tag) = token else { continue };
        let is_style = &**tag.name == b"link" && value(&tag, "rel").as_deref() == Some("stylesheet");
        let is_script = &**tag.name == b"script" && ["type", "async", "defer"].iter().all(|name| value(&tag, name).is_none());
        let (kind, address) = match (is_style, is_script) {
            (true, _) => (Kind::Style, value(&tag, "href")),
            (_, true) => (Kind::Script, value(&tag, "src")),
            _ => continue,
        };
        found.extend(address.map(|address| Blocking {
            kind,
            file: address.trim_start_matches("./").to_owned(),
            place: tag.span.start..tag.span.end,
        }));
    }
    found
}

/// The scripts and styles that are written into the page itself.
pub fn written(html: &str) -> Vec<(Kind, String)> {
    let mut found: Vec<(Kind, String)> = Vec::new();
    let mut is_open = false;
    for token in tokens(html) {
        match token {
            Token::StartTag(tag) => {
                let kind = match &**tag.name {
                    b"style" => Kind::Style,
                    b"script" if value(&tag, "src").is_none() && value(&tag, "type").is_none_or(|of| of != DATA) => Kind::Script,
                    _ => continue,
                };
                found.push((kind, String::new()));
                is_open = true;
            }
            Token::String(text) if is_open => {
                if let Some((_, content)) = found.last_mut() {
                    content.push_str(&String::from_utf8_lossy(&text));
                }
            }
            Token::EndTag(_) => is_open = false,
            _ => {}
        }
    }
    found
}

/// How the policy names a script or style that may stand in the page.
pub fn source_of(content: &str) -> String {
    format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(content)))
}

/// Whether the policy of the page allows what this kind of element may hold.
pub fn allows(html: &str, kind: Kind, source: &str) -> bool {
    policy(html)
        .split(';')
        .map(|directive| directive.split_ascii_whitespace().collect::<Vec<_>>())
        .any(|words| words.first() == Some(&kind.directive()) && words.contains(&source))
}

/// Every reason why this page would break under its own policy or away from the root of a server.
pub fn faults(html: &str) -> Vec<String> {
    faults_but(html, |address| (!is_relative(address)).then_some("is not a relative address (\"./…\")"))
}

/// The same with another rule for addresses, which says what is wrong with one.
pub fn faults_but(html: &str, wrong: impl Fn(&str) -> Option<&'static str>) -> Vec<String> {
    let mut faults = Vec::new();
    for Tag { name: tag, attributes, .. } in tags(html) {
        for (name, value) in attributes {
            if name == "style" {
                faults.push(format!("<{tag}> has a style attribute"));
            } else if name.starts_with("on") {
                faults.push(format!("<{tag}> has the inline handler {name}"));
            } else if let Some(wrong) = wrong(&value).filter(|_| ADDRESSES.contains(&name.as_str())) {
                faults.push(format!("<{tag} {name}=\"{value}\"> {wrong}"));
            }
        }
    }
    let policy = policy(html);
    if policy.is_empty() {
        faults.push("there is no Content-Security-Policy".to_owned());
    }
    if policy.contains("'unsafe-inline'") || policy.contains("'unsafe-eval'") {
        faults.push("the Content-Security-Policy allows what is unsafe".to_owned());
    }
    for (kind, content) in written(html) {
        if !allows(html, kind, &source_of(&content)) {
            faults.push(format!(
                "there is a <{}> that the Content-Security-Policy does not allow by its hash",
                kind.tag()
            ));
        }
    }
    faults
}

fn is_relative(address: &str) -> bool {
    address.starts_with("./") || address.starts_with('#')
}

fn policy(html: &str) -> String {
    let is_policy = |tag: &StartTag<usize>| value(tag, "http-equiv").is_some_and(|name| name.eq_ignore_ascii_case("Content-Security-Policy"));
    tokens(html)
        .find_map(|token| match token {
            Token::StartTag(tag) if is_policy(&tag) => value(&tag, "content"),
            _ => None,
        })
        .unwrap_or_default()
}

/// The tags of a page that begin something, in their order.
pub fn tags(html: &str) -> Vec<Tag> {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    tokens(html)
        .filter_map(|token| match token {
            Token::StartTag(tag) => Some(Tag {
                name: text(&tag.name),
                attributes: tag.attributes.iter().map(|(name, value)| (text(name), text(value))).collect(),
                place: tag.span.start..tag.span.end,
            }),
            _ => None,
        })
        .collect()
}

fn value(tag: &StartTag<usize>, name: &str) -> Option<String> {
    tag.attributes.get(name.as_bytes()).map(|value| String::from_utf8_lossy(value).into_owned())
}

fn tokens(html: &str) -> impl Iterator<Item = Token<usize>> {
    let mut emitter = DefaultEmitter::new_with_span();
    // What stands in a script or style is no markup.
    emitter.naively_switch_states(true);
    Tokenizer::new_with_emitter(html, emitter).map(|token| {
        let Ok(token) = token;
        token
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const POLICY: &str = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'self'\">";

    fn faults_of(body: &str) -> Vec<String> {
        faults(&format!("<!doctype html><head>{POLICY}</head><body>{body}"))
    }

    #[test]
    fn a_page_of_relative_addresses_has_no_fault() {
        let body = "<link rel=icon href=\"./icon.svg\"><script type=module src=./boot.js></script><a href=\"#/home\">x</a>";
        assert_eq!(faults_of(body), Vec::<String>::new());
    }

    #[test]
    fn inline_script_style_and_handler_are_named() {
        for kind in ["script", "style"] {
            let expected = format!("there is a <{kind}> that the Content-Security-Policy does not allow by its hash");
            assert_eq!(faults_of(&format!("<{kind}>a{{}}</{kind}>")), [expected]);
        }
        assert_eq!(faults_of("<p style=\"color:red\">"), ["<p> has a style attribute"]);
        assert_eq!(faults_of("<p onclick=\"x()\">"), ["<p> has the inline handler onclick"]);
    }

    #[test]
    fn what_the_policy_allows_by_its_hash_may_stand_in_the_page_as_it_is_and_not_otherwise() {
        // The hash is the one of the specification's own example.
        let page = |content: &str| {
            format!(
                "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; \
                 script-src 'self' 'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='\"><script>{content}</script>"
            )
        };
        assert_eq!(faults(&page("alert('Hello, world.');")), Vec::<String>::new());
        assert_eq!(faults(&page("alert('Hello, world!');")).len(), 1);
        assert_eq!(
            faults(&page("alert('Hello, world.');").replace("<script", "<style").replace("</script", "</style")).len(),
            1
        );
    }

    #[test]
    fn a_policy_that_allows_what_is_unsafe_is_refused() {
        for unsafe_word in ["'unsafe-inline'", "'unsafe-eval'"] {
            let page = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"script-src {unsafe_word}\">");
            assert_eq!(faults(&page), ["the Content-Security-Policy allows what is unsafe"]);
        }
    }

    #[test]
    fn what_looks_like_markup_in_a_script_or_style_is_none() {
        let content = "<p style=\"x\">";
        let written_in = |tag| format!("<{tag}>{content}</{tag}>");
        assert_eq!(written(&written_in("script")), [(Kind::Script, content.to_owned())]);
        assert_eq!(written(&written_in("style")), [(Kind::Style, content.to_owned())]);
    }

    #[test]
    fn stylesheets_and_scripts_that_do_not_wait_hold_up_the_first_paint() {
        let html = "<script src=./theme.js></script><link rel=stylesheet href=./kit.css><script type=module src=./app.js></script>\
            <link rel=icon href=./icon.svg><script defer src=./later.js></script>";
        let found: Vec<(Kind, &str)> = [(Kind::Script, "theme.js"), (Kind::Style, "kit.css")].to_vec();
        let blocking = blocking(html);
        assert_eq!(blocking.iter().map(|one| (one.kind, one.file.as_str())).collect::<Vec<_>>(), found);
        assert_eq!(&html[blocking[1].place.clone()], "<link rel=stylesheet href=./kit.css>");
    }

    #[test]
    fn absolute_and_remote_addresses_are_named() {
        for address in ["/app.js", "//host/app.js", "https://host/app.js", "data:,x"] {
            let expected = format!("<script src=\"{address}\"> is not a relative address (\"./…\")");
            assert_eq!(faults_of(&format!("<script src=\"{address}\"></script>")), [expected]);
        }
    }

    #[test]
    fn a_page_without_policy_is_refused() {
        assert_eq!(faults("<p>"), ["there is no Content-Security-Policy"]);
    }
}
