//! The values charts keep of the cells they are drawn from, so that previews and readers that do not calculate draw them. The
//! crate fills them from cells that hold numbers, not from formulas.

use super::book::Place;
use std::collections::BTreeMap;

const CACHE: (&str, &str) = ("</c:f><c:numCache>", "</c:numCache>");
const COUNT: &str = r#"<c:ptCount val=""#;

/// A chart's part with what formulas came to in its empty places.
pub(super) fn filled(part: &str, results: &BTreeMap<Place, f64>) -> String {
    let mut out = String::with_capacity(part.len() + 500);
    let mut rest = part;
    while let Some((before, (cache, after))) = rest.split_once(CACHE.0).and_then(|(before, inner)| Some((before, inner.split_once(CACHE.1)?))) {
        let (_, reference) = before.rsplit_once("<c:f>").unwrap_or_default();
        let cells = cells(reference).unwrap_or_default();
        let head = cache.find("<c:pt ").unwrap_or(cache.len());
        let count: usize = number_after(&cache[..head], COUNT).unwrap_or_default();
        out.push_str(before);
        out.push_str(CACHE.0);
        out.push_str(&cache[..head]);
        for at in 0..count {
            let open = format!(r#"<c:pt idx="{at}">"#);
            let kept = cache.split_once(&open).and_then(|(_, point)| point.split_once("</c:pt>"));
            match (kept, cells.get(at).and_then(|place| results.get(place))) {
                (Some((point, _)), _) => out.push_str(&[&open, point, "</c:pt>"].concat()),
                (None, Some(value)) => out.push_str(&format!("{open}<c:v>{value}</c:v></c:pt>")),
                (None, None) => {}
            }
        }
        out.push_str(CACHE.1);
        rest = after;
    }
    out.push_str(rest);
    out
}

/// The cells of `'Sheet 1'!$B$2:$D$2` in order; none where it is no such range.
fn cells(reference: &str) -> Option<Vec<Place>> {
    let (sheet, range) = reference.rsplit_once('!')?;
    let sheet = sheet.trim_matches('\'').replace("''", "'");
    let (first, last) = range.split_once(':').unwrap_or((range, range));
    let (from, to) = (place(first)?, place(last)?);
    let rows = (from.0..=to.0).flat_map(|row| (from.1..=to.1).map(move |col| (row, col)));
    Some(rows.map(|(row, col)| (sheet.clone(), row, col)).collect())
}

/// Row and column of `$B$2`, from 0 on.
fn place(cell: &str) -> Option<(u32, u16)> {
    let (letters, row) = cell.strip_prefix('$')?.split_once('$')?;
    let col = letters.bytes().try_fold(0_u16, |col, letter| {
        letter
            .is_ascii_uppercase()
            .then(|| col.checked_mul(26)?.checked_add(u16::from(letter - b'A') + 1))
            .flatten()
    })?;
    Some((row.parse::<u32>().ok()?.checked_sub(1)?, col.checked_sub(1)?))
}

fn number_after(text: &str, mark: &str) -> Option<usize> {
    text.split_once(mark)?.1.split('"').next()?.parse().ok()
}
