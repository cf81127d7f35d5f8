//! Which paths a Rust file names: `use` trees taken apart, paths in expressions, macros and test modules alike; comments and strings are none.

use proc_macro2::{Delimiter, TokenStream, TokenTree};

use crate::command::Result;

/// A path as it is written, from its first segment on, and the line it stands in. A macro ends in `!`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    pub line: usize,
    pub segments: Vec<String>,
    /// How many `mod name { … }` of the same file stand around it.
    pub inside: usize,
}

impl Named {
    /// Whether the path begins with these segments.
    pub fn begins(&self, with: &[&str]) -> bool {
        self.segments.len() >= with.len() && self.segments.iter().zip(with).all(|(one, other)| one == other)
    }
}

/// All paths of a file, in their order; of a group one for each of its members.
pub fn named(source: &str) -> Result<Vec<Named>> {
    let tokens: TokenStream = source.parse().map_err(|error| format!("is not Rust ({error})"))?;
    let mut found = Vec::new();
    walk(tokens, 0, &mut found);
    Ok(found)
}

fn walk(tokens: TokenStream, inside: usize, found: &mut Vec<Named>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut at = 0;
    while at < tokens.len() {
        match &tokens[at] {
            TokenTree::Ident(_) => at = path(&tokens, at, &[], inside, found),
            TokenTree::Group(group) => {
                let opens = group.delimiter() == Delimiter::Brace && is_module(&tokens[..at]);
                walk(group.stream(), inside + usize::from(opens), found);
                at += 1;
            }
            _ => at += 1,
        }
    }
}

/// Whether what stands before a brace is `mod name`.
fn is_module(before: &[TokenTree]) -> bool {
    matches!(before, [.., TokenTree::Ident(word), TokenTree::Ident(_)] if word == "mod")
}

/// Reads the path that begins at `at`, below what stands before a group; gives the place behind it.
fn path(tokens: &[TokenTree], at: usize, before: &[String], inside: usize, found: &mut Vec<Named>) -> usize {
    let mut segments = before.to_vec();
    let line = tokens[at].span().start().line;
    let mut next = at;
    loop {
        match tokens.get(next) {
            Some(TokenTree::Ident(word)) => segments.push(word.to_string()),
            Some(TokenTree::Group(group)) if next > at && group.delimiter() == Delimiter::Brace => {
                tree(group.stream(), &segments, inside, found);
                return next + 1;
            }
            _ => break,
        }
        next += 1;
        if !is_colons(tokens, next) {
            break;
        }
        next += 2;
    }
    if matches!(tokens.get(next), Some(TokenTree::Punct(mark)) if mark.as_char() == '!')
        && !matches!(tokens.get(next + 1), Some(TokenTree::Punct(mark)) if mark.as_char() == '=')
        && let Some(last) = segments.last_mut()
    {
        last.push('!');
    }
    found.push(Named { line, segments, inside });
    next
}

/// The members of a group in a `use` tree.
fn tree(tokens: TokenStream, before: &[String], inside: usize, found: &mut Vec<Named>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut begins = true;
    let mut at = 0;
    while at < tokens.len() {
        match &tokens[at] {
            TokenTree::Ident(_) if begins => {
                at = path(&tokens, at, before, inside, found);
                begins = false;
                continue;
            }
            TokenTree::Punct(mark) if mark.as_char() == ',' => begins = true,
            _ => {}
        }
        at += 1;
    }
}

fn is_colons(tokens: &[TokenTree], at: usize) -> bool {
    let colon = |token: Option<&TokenTree>| matches!(token, Some(TokenTree::Punct(mark)) if mark.as_char() == ':');
    colon(tokens.get(at)) && colon(tokens.get(at + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(source: &str) -> Vec<String> {
        let found = named(source).unwrap();
        let long = found.iter().filter(|named| named.segments.len() > 1 || named.segments[0].ends_with('!'));
        long.map(|named| format!("{} {}", named.line, named.segments.join("::"))).collect()
    }

    #[test]
    fn paths_are_read_wherever_they_stand() {
        let cases: &[(&str, &[&str])] = &[
            ("use crate::criteria::Pack;", &["1 crate::criteria::Pack"]),
            (
                "use crate::{json, criteria::{self, Pack as Given},\n report::*};",
                &["1 crate::json", "1 crate::criteria::self", "1 crate::criteria::Pack", "2 crate::report"],
            ),
            ("fn a(b: &crate::desk::Line) {}", &["1 crate::desk::Line"]),
            ("html! { <p>{ crate::report::say(1) }</p> }", &["1 html!", "1 crate::report::say"]),
            ("macro_rules! a { () => { $crate::json::set() } }", &["1 macro_rules!", "1 crate::json::set"]),
            ("// crate::ui\n/* crate::ui /* */ */ /// crate::ui\nconst A: &str = \"crate::ui\";", &[]),
            (
                "const A: &str = r#\"crate::ui \" \"#; const B: char = '\"'; use crate::date::Date;",
                &["1 crate::date::Date"],
            ),
            ("#[cfg(test)] mod tests { use super::super::report; }", &["1 super::super::report"]),
            ("let a: Vec::<crate::date::Date> = b;", &["1 crate::date::Date"]),
            ("if a != b { println!(\"\") }", &["1 println!"]),
        ];
        for (source, expected) in cases {
            assert_eq!(told(source), *expected, "{source}");
        }
    }

    #[test]
    fn a_module_in_a_file_is_one_step_further_in() {
        let found = named("use super::a::B; mod tests { use super::super::c::D; fn e() { super::f::g() } }").unwrap();
        let of = |name: &str| {
            found
                .iter()
                .find(|named| named.segments.iter().any(|segment| segment == name))
                .map(|named| named.inside)
        };
        assert_eq!([of("B"), of("D"), of("g")], [Some(0), Some(1), Some(1)]);
    }
}
