//! A block from the clipboard of a spreadsheet: cells parted by tabs, rows by line ends; a cell that holds a tab, a line end or a
//! quotation mark stands in quotation marks, and its own are doubled, as Excel, WPS and LibreOffice write it.

/// The cells of a pasted text, row by row. A quotation mark that does not open a cell, or is never closed, is a character like
/// any other: `5" pipe` stays what it is.
pub fn pasted(text: &str) -> Vec<Vec<String>> {
    let mut rows = vec![Vec::new()];
    let mut rest = text.strip_suffix("\r\n").or_else(|| text.strip_suffix(['\n', '\r'])).unwrap_or(text);
    loop {
        let (cell, behind) = quoted(rest).unwrap_or_else(|| plain(rest));
        if let Some(row) = rows.last_mut() {
            row.push(cell);
        }
        let mut marks = behind.chars();
        match marks.next() {
            Some('\t') => rest = marks.as_str(),
            Some(mark) => {
                rest = marks.as_str();
                if mark == '\r' {
                    rest = rest.strip_prefix('\n').unwrap_or(rest);
                }
                rows.push(Vec::new());
            }
            None => return rows,
        }
    }
}

fn plain(text: &str) -> (String, &str) {
    let (cell, behind) = text.split_at(text.find(['\t', '\n', '\r']).unwrap_or(text.len()));
    (cell.to_owned(), behind)
}

/// A cell in quotation marks, where one begins here and ends before a tab, a line end or the end.
fn quoted(text: &str) -> Option<(String, &str)> {
    let mut rest = text.strip_prefix('"')?;
    let mut cell = String::new();
    loop {
        let (part, behind) = rest.split_once('"')?;
        cell.push_str(part);
        match behind.strip_prefix('"') {
            Some(more) => {
                cell.push('"');
                rest = more;
            }
            None if behind.is_empty() || behind.starts_with(['\t', '\n', '\r']) => return Some((cell, behind)),
            None => return None,
        }
    }
}
