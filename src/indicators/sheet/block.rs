//! A block of cells as text, the way Excel, WPS and LibreOffice put it on the clipboard: tabs between cells, an end after each line.
//! A cell that holds a tab, a line end, or begins with a quotation mark stands in quotation marks, its own ones doubled.

/// The text of a block; every line ends with CR LF, as Excel writes it.
///
/// `[["1", "a\tb"], ["", "\"x"]]` is `1⇥"a⇥b"␍␊⇥"""x"␍␊`.
pub fn block_text<C: AsRef<str>>(lines: &[Vec<C>]) -> String {
    let mut text = String::new();
    for line in lines {
        for (at, cell) in line.iter().enumerate() {
            if at > 0 {
                text.push('\t');
            }
            put(&mut text, cell.as_ref());
        }
        text.push_str("\r\n");
    }
    text
}

fn put(text: &mut String, cell: &str) {
    if cell.starts_with('"') || cell.contains(['\t', '\n', '\r']) {
        text.push('"');
        text.push_str(&cell.replace('"', "\"\""));
        text.push('"');
    } else {
        text.push_str(cell);
    }
}

/// The cells of a text, line by line. The end of the last line may be missing. A quotation mark that is never closed, or is
/// followed by something else than the end of the cell, is taken as it stands.
pub fn block_cells(text: &str) -> Vec<Vec<String>> {
    let mut lines = vec![Vec::new()];
    let mut rest = text;
    loop {
        let (cell, after) = quoted(rest).unwrap_or_else(|| bare(rest));
        if let Some(line) = lines.last_mut() {
            line.push(cell);
        }
        if let Some(next) = after.strip_prefix('\t') {
            rest = next;
            continue;
        }
        let next = after.strip_prefix("\r\n").or_else(|| after.strip_prefix(['\n', '\r']));
        match next {
            // The end of the last line begins no further one.
            Some("") | None => return lines,
            Some(next) => {
                lines.push(Vec::new());
                rest = next;
            }
        }
    }
}

/// What stands before the end of a cell, and the rest.
fn bare(text: &str) -> (String, &str) {
    let (cell, rest) = text.split_at(text.find(['\t', '\n', '\r']).unwrap_or(text.len()));
    (cell.to_owned(), rest)
}

/// A cell in quotation marks at the start of a text, and what follows it.
fn quoted(text: &str) -> Option<(String, &str)> {
    let mut rest = text.strip_prefix('"')?;
    let mut cell = String::new();
    loop {
        let end = rest.find('"')?;
        let (part, after) = rest.split_at(end);
        cell.push_str(part);
        let after = after.strip_prefix('"')?;
        match after.strip_prefix('"') {
            Some(more) => {
                cell.push('"');
                rest = more;
            }
            None if after.is_empty() || after.starts_with(['\t', '\n', '\r']) => return Some((cell, after)),
            None => return None,
        }
    }
}
