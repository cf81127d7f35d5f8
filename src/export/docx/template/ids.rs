//! Numbers that must differ from those the template gave: of bookmarks and of drawings. And ids of paragraphs, which belong to a
//! namespace the template need not know, go.

use super::package::value;

/// The markup with its numbers moved beyond the template's.
pub fn apart(markup: &str, template: &str) -> String {
    let bookmarks = highest(template, "<w:bookmarkStart ", "w:id") + 1;
    let drawings = highest(template, "<wp:docPr ", "id") + 1;
    let mut out = String::with_capacity(markup.len());
    for (at, piece) in markup.split('<').enumerate() {
        if at > 0 {
            out.push('<');
        }
        let (tag, text) = piece.split_once('>').map_or((piece, None), |(tag, text)| (tag, Some(text)));
        let moved = if tag.starts_with("w:bookmark") {
            moved(tag, "w:id", bookmarks)
        } else if tag.starts_with("wp:docPr ") {
            moved(tag, "id", drawings)
        } else if tag.starts_with("w:p ") {
            without(tag, " w14:paraId=\"")
        } else {
            tag.to_owned()
        };
        out.push_str(&moved);
        if let Some(text) = text {
            out.push('>');
            out.push_str(text);
        }
    }
    out
}

fn highest(xml: &str, tag: &str, name: &str) -> u64 {
    let numbers = xml.split(tag).skip(1).filter_map(|rest| value(rest.split('>').next()?, name)?.parse().ok());
    // A number nobody could count beyond would be of no use; Word's own end at 2^31.
    numbers.filter(|number: &u64| *number < 1_000_000_000).max().unwrap_or_default()
}

fn moved(tag: &str, name: &str, by: u64) -> String {
    match value(tag, name).and_then(|known| Some((known, known.parse::<u64>().ok()?))) {
        Some((known, number)) => {
            let (old, new) = (format!(r#" {name}="{known}""#), format!(r#" {name}="{}""#, number + by));
            tag.replacen(&old, &new, 1)
        }
        None => tag.to_owned(),
    }
}

/// A tag without an attribute, given up to its opening quotation mark.
pub fn without(tag: &str, attribute: &str) -> String {
    match tag.split_once(attribute).and_then(|(before, rest)| Some((before, rest.split_once('"')?.1))) {
        Some((before, after)) => [before, after].concat(),
        None => tag.to_owned(),
    }
}
