//! Marks and texts of XML and HTML, one after the other, as far as tables need them. Nothing is an error: what is no mark is text, so that exports
//! of any program can be read. Names come without their prefix.

use std::borrow::Cow;

/// What stands next.
pub(crate) enum Mark<'a> {
    /// A mark begins; one that ends at once is followed by its [`Mark::Close`].
    Open(Tag<'a>),
    Close(&'a str),
    /// Entities are resolved.
    Text(Cow<'a, str>),
}

pub(crate) struct Tag<'a> {
    /// Without its prefix.
    pub(crate) name: &'a str,
    attributes: &'a str,
}

pub(crate) struct Markup<'a> {
    rest: &'a str,
    closing: Option<&'a str>,
}

impl<'a> Markup<'a> {
    pub(crate) fn new(text: &'a str) -> Markup<'a> {
        Markup { rest: text, closing: None }
    }

    /// Takes all before a text, and the text itself.
    fn until(&mut self, end: &str) -> &'a str {
        let rest = self.rest;
        match rest.split_once(end) {
            Some((before, behind)) => {
                self.rest = behind;
                before
            }
            None => {
                self.rest = "";
                rest
            }
        }
    }

    /// Leaves out all before the end of the mark of that name, which has just begun, and tells what that is.
    pub(super) fn leave_out(&mut self, name: &str) -> &'a str {
        let end = ["</", name].concat();
        if self.closing.is_some() {
            return "";
        }
        let rest = self.rest;
        let mut places = rest.match_indices("</").map(|(at, _)| at);
        let is_end = |at: &usize| rest.get(*at..at + end.len()).is_some_and(|mark| mark.eq_ignore_ascii_case(&end));
        let (before, behind) = rest.split_at(places.find(is_end).unwrap_or(rest.len()));
        self.rest = behind;
        before
    }

    /// The attributes up to the end of a mark; a `>` between quotation marks does not end it.
    fn tag(&mut self) -> &'a str {
        let mut quote = None;
        let end = self.rest.bytes().position(|byte| match (quote, byte) {
            (None, b'>') => true,
            (None, b'"' | b'\'') => {
                quote = Some(byte);
                false
            }
            (Some(open), byte) if open == byte => {
                quote = None;
                false
            }
            _ => false,
        });
        match end {
            Some(end) => {
                let (tag, rest) = self.rest.split_at(end);
                self.rest = rest.get(1..).unwrap_or_default();
                tag
            }
            // A quotation mark that is never closed.
            None => self.until(">"),
        }
    }
}

impl<'a> Iterator for Markup<'a> {
    type Item = Mark<'a>;

    fn next(&mut self) -> Option<Mark<'a>> {
        if let Some(name) = self.closing.take() {
            return Some(Mark::Close(name));
        }
        loop {
            if self.rest.is_empty() {
                return None;
            }
            let Some(mark) = self.rest.strip_prefix('<') else {
                let end = self.rest.find('<').unwrap_or(self.rest.len());
                let (text, rest) = self.rest.split_at(end);
                self.rest = rest;
                return Some(Mark::Text(unescaped(text)));
            };
            if let Some(rest) = mark.strip_prefix("!--") {
                self.rest = rest;
                self.until("-->");
            } else if let Some(rest) = mark.strip_prefix("![CDATA[") {
                self.rest = rest;
                return Some(Mark::Text(Cow::Borrowed(self.until("]]>"))));
            } else if mark.starts_with(['!', '?']) {
                self.rest = mark;
                self.tag();
            } else if let Some(rest) = mark.strip_prefix('/') {
                self.rest = rest;
                return Some(Mark::Close(local(self.until(">").trim())));
            } else if mark.starts_with(|first: char| first.is_alphabetic() || first == '_') {
                self.rest = mark;
                let tag = self.tag();
                let (tag, closed) = tag.strip_suffix('/').map_or((tag, false), |tag| (tag, true));
                let end = tag.find(|mark: char| mark.is_whitespace()).unwrap_or(tag.len());
                let (name, attributes) = tag.split_at(end);
                let name = local(name);
                self.closing = closed.then_some(name);
                return Some(Mark::Open(Tag { name, attributes }));
            } else {
                self.rest = mark;
                return Some(Mark::Text(Cow::Borrowed("<")));
            }
        }
    }
}

fn local(name: &str) -> &str {
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}

impl<'a> Tag<'a> {
    pub(crate) fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }
    /// The value of an attribute, whatever its prefix.
    pub(crate) fn attribute(&self, name: &str) -> Option<Cow<'a, str>> {
        let mut rest = self.attributes.trim_start();
        while !rest.is_empty() {
            let end = rest.find(|mark: char| mark == '=' || mark.is_whitespace()).unwrap_or(rest.len());
            let (key, behind) = rest.split_at(end);
            let behind = behind.trim_start();
            let (value, behind) = match behind.strip_prefix('=') {
                Some(value) => value_of(value.trim_start()),
                None => ("", behind),
            };
            if local(key).eq_ignore_ascii_case(name) {
                return Some(unescaped(value));
            }
            // A sign that is no name must not be met again.
            rest = if key.is_empty() { behind.get(1..).unwrap_or_default() } else { behind }.trim_start();
        }
        None
    }
    pub(crate) fn number<N: std::str::FromStr>(&self, name: &str) -> Option<N> {
        self.attribute(name)?.trim().parse().ok()
    }
    /// Whether an attribute says yes.
    pub(crate) fn flag(&self, name: &str) -> bool {
        self.attribute(name).is_some_and(|value| matches!(&*value, "1" | "true" | "on"))
    }
}

fn value_of(text: &str) -> (&str, &str) {
    match text.chars().next() {
        Some(quote @ ('"' | '\'')) => text.get(1..).unwrap_or_default().split_once(quote).unwrap_or((text, "")),
        _ => text.split_at(text.find(char::is_whitespace).unwrap_or(text.len())),
    }
}

/// A text with its entities resolved and line ends as one sign.
fn unescaped(text: &str) -> Cow<'_, str> {
    if !text.contains(['&', '\r']) {
        return Cow::Borrowed(text);
    }
    let mut whole = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['&', '\r']) {
        let (before, behind) = rest.split_at(at);
        whole.push_str(before);
        if let Some(behind) = behind.strip_prefix('\r') {
            whole.push('\n');
            rest = behind.strip_prefix('\n').unwrap_or(behind);
            continue;
        }
        let name = behind.get(1..).and_then(|behind| behind.split_once(';')).filter(|(name, _)| name.len() <= 10);
        match name.and_then(|(name, behind)| Some((entity(name)?, behind))) {
            Some((mark, behind)) => {
                whole.push(mark);
                rest = behind;
            }
            None => {
                whole.push('&');
                rest = behind.get(1..).unwrap_or_default();
            }
        }
    }
    whole.push_str(rest);
    Cow::Owned(whole)
}

fn entity(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "nbsp" => Some('\u{a0}'),
        "yen" => Some('¥'),
        "permil" => Some('‰'),
        "minus" => Some('−'),
        "mdash" => Some('—'),
        "ndash" => Some('–'),
        "hellip" => Some('…'),
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)
        }
    }
}
