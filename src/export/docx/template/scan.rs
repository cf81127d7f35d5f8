//! Where the placeholders of a template stand: Word splits what was typed over runs as it likes, so the texts of a paragraph are
//! read together.

use super::package::TemplateError;
use std::ops::Range;

/// The longest name between braces; beyond it, braces are braces.
const LONGEST: usize = 80;

/// The paragraphs of a part that hold placeholders, in their order.
#[derive(Debug)]
pub struct Scanned {
    pub paragraphs: Vec<Paragraph>,
}

#[derive(Debug)]
pub struct Paragraph {
    /// The whole element.
    pub place: Range<usize>,
    pub texts: Vec<TextPlace>,
    pub found: Vec<Found>,
    /// The paragraph is nothing but one placeholder, and parts may stand where it stands.
    pub is_place: bool,
}

/// A `w:t`.
#[derive(Debug, Clone)]
pub struct TextPlace {
    /// Its opening tag, and the text behind it.
    pub tag: Range<usize>,
    pub content: Range<usize>,
    /// The text without entities.
    pub text: String,
}

/// A placeholder, by bytes of the texts put together.
#[derive(Debug)]
pub struct Found {
    pub name: String,
    pub at: Range<usize>,
}

impl Scanned {
    /// The names, each with whether a part can stand there.
    pub fn names(&self) -> impl Iterator<Item = (&str, bool)> {
        let of = |paragraph: &Paragraph| paragraph.is_place;
        self.paragraphs
            .iter()
            .flat_map(move |paragraph| paragraph.found.iter().map(move |found| (found.name.as_str(), of(paragraph))))
    }
}

/// Reads a part. `takes_parts`: whether it may hold parts of the submission, as headers and footers may not.
pub fn scan(xml: &str, takes_parts: bool) -> Result<Scanned, TemplateError> {
    let mut paragraphs = Vec::new();
    let mut open: Vec<&str> = Vec::new();
    let mut within: Vec<Paragraph> = Vec::new();
    let mut at = 0;
    while let Some(start) = xml[at..].find('<').map(|found| at + found) {
        if xml[start..].starts_with("<!--") {
            at = start + xml[start..].find("-->").ok_or(TemplateError::Unreadable)? + 3;
            continue;
        }
        let end = start + tag_end(&xml[start..]).ok_or(TemplateError::Unreadable)?;
        let tag = &xml[start..end];
        at = end;
        if tag.starts_with("<?") || tag.starts_with("<!") {
            continue;
        }
        if let Some(name) = tag.strip_prefix("</") {
            let name = name.trim_end_matches('>').trim_end();
            if open.pop() != Some(name) {
                return Err(TemplateError::Unreadable);
            }
            if name == "w:p"
                && let Some(mut paragraph) = within.pop()
            {
                paragraph.place.end = end;
                paragraph.look();
                if !paragraph.found.is_empty() {
                    paragraphs.push(paragraph);
                }
            }
            continue;
        }
        let name = tag[1..].split([' ', '/', '>', '\t', '\r', '\n']).next().unwrap_or_default();
        if tag.ends_with("/>") {
            continue;
        }
        if name == "w:p" {
            let parent = open.last().copied().unwrap_or_default();
            let stands = matches!(parent, "w:body" | "w:tc" | "w:sdtContent") && within.is_empty();
            within.push(Paragraph {
                place: start..end,
                texts: Vec::new(),
                found: Vec::new(),
                is_place: takes_parts && stands,
            });
        }
        if name == "w:t"
            && let Some(paragraph) = within.last_mut()
        {
            let close = end + xml[end..].find('<').ok_or(TemplateError::Unreadable)?;
            paragraph.texts.push(TextPlace {
                tag: start..end,
                content: end..close,
                text: plain(&xml[end..close]),
            });
        }
        open.push(name);
    }
    if open.is_empty() {
        Ok(Scanned { paragraphs })
    } else {
        Err(TemplateError::Unreadable)
    }
}

impl Paragraph {
    fn look(&mut self) {
        let whole: String = self.texts.iter().map(|text| text.text.as_str()).collect();
        let mut from = 0;
        while let Some(start) = whole[from..].find("{{").map(|found| from + found) {
            let inner = start + 2;
            let Some(length) = whole[inner..].find("}}").filter(|length| *length <= LONGEST) else {
                from = inner;
                continue;
            };
            let end = inner + length + 2;
            self.found.push(Found {
                name: whole[inner..inner + length].trim().to_owned(),
                at: start..end,
            });
            from = end;
        }
        let alone = matches!(self.found.as_slice(), [found] if whole[..found.at.start].trim().is_empty() && whole[found.at.end..].trim().is_empty());
        self.is_place &= alone;
    }
}

/// Where a tag ends; a `>` between quotation marks does not end it.
fn tag_end(tag: &str) -> Option<usize> {
    let mut quote = None;
    for (at, byte) in tag.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return Some(at + 1),
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), byte) if open == byte => quote = None,
            _ => {}
        }
    }
    None
}

/// A text with its entities resolved; those of no kind that is known stay as they are.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        let entity = after.split_once(';').filter(|(name, _)| name.len() <= 8);
        let character = entity.and_then(|(name, _)| match name {
            "amp" => Some('&'),
            "lt" => Some('<'),
            "gt" => Some('>'),
            "quot" => Some('"'),
            "apos" => Some('\''),
            _ => {
                let number = name.strip_prefix('#')?;
                let number = match number.strip_prefix(['x', 'X']) {
                    Some(digits) => u32::from_str_radix(digits, 16).ok(),
                    None => number.parse().ok(),
                };
                char::from_u32(number?)
            }
        });
        match (character, entity) {
            (Some(character), Some((_, behind))) => {
                out.push(character);
                rest = behind;
            }
            _ => {
                out.push('&');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}
