//! Reads the built `index.html`: the addresses in it, and whatever a strict Content-Security-Policy would block.

use html5gum::{Token, Tokenizer};

/// One attribute of one tag.
struct Attribute {
    tag: String,
    name: String,
    value: String,
}

/// Attributes whose value the browser loads or goes to.
const ADDRESSES: &[&str] = &["href", "src", "srcset", "action", "formaction", "poster", "data"];

/// What the page loads by itself: the addresses of its scripts, images and links, without the leading `./`.
pub fn loaded(html: &str) -> Vec<String> {
    attributes(html)
        .into_iter()
        .filter(|found| found.tag != "a" && ["href", "src"].contains(&found.name.as_str()))
        .map(|found| found.value.trim_start_matches("./").to_owned())
        .collect()
}

/// Every reason why this page would break under its own policy or away from the root of a server.
pub fn faults(html: &str) -> Vec<String> {
    let mut faults = Vec::new();
    for found in attributes(html) {
        let Attribute { tag, name, value } = &found;
        if name == "style" {
            faults.push(format!("<{tag}> has a style attribute"));
        } else if name.starts_with("on") {
            faults.push(format!("<{tag}> has the inline handler {name}"));
        } else if ADDRESSES.contains(&name.as_str()) && !is_relative(value) {
            faults.push(format!("<{tag} {name}=\"{value}\"> is not a relative address (\"./…\")"));
        }
    }
    if !html.contains("Content-Security-Policy") {
        faults.push("there is no Content-Security-Policy".to_owned());
    }
    faults.extend(inline(html));
    faults
}

fn is_relative(address: &str) -> bool {
    address.starts_with("./") || address.starts_with('#')
}

/// Scripts and styles written into the page itself.
fn inline(html: &str) -> Vec<String> {
    let mut faults = Vec::new();
    let mut open_script = false;
    for Ok(token) in Tokenizer::new(html) {
        match token {
            Token::StartTag(tag) if &**tag.name == b"style" => faults.push("there is a <style> element".to_owned()),
            Token::StartTag(tag) => {
                open_script = &**tag.name == b"script" && !tag.attributes.contains_key(b"src".as_slice());
            }
            Token::String(text) if open_script && !text.trim_ascii().is_empty() => {
                faults.push("there is an inline script".to_owned());
            }
            _ => open_script = false,
        }
    }
    faults
}

fn attributes(html: &str) -> Vec<Attribute> {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let mut found = Vec::new();
    for Ok(token) in Tokenizer::new(html) {
        if let Token::StartTag(tag) = token {
            for (name, value) in &tag.attributes {
                found.push(Attribute {
                    tag: text(&tag.name),
                    name: text(name),
                    value: text(value),
                });
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    const POLICY: &str = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\">";

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
        assert_eq!(faults_of("<script>let a;</script>"), ["there is an inline script"]);
        assert_eq!(faults_of("<style>a{}</style>"), ["there is a <style> element"]);
        assert_eq!(faults_of("<p style=\"color:red\">"), ["<p> has a style attribute"]);
        assert_eq!(faults_of("<p onclick=\"x()\">"), ["<p> has the inline handler onclick"]);
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
