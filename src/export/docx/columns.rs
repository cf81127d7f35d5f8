//! How wide the columns of a table are: by their shares, but none narrower than the longest word in it, because a word processor
//! breaks a word that does not fit wherever the cell ends.

use crate::report::Table as Grid;

/// Margins left and right of a cell's text together, in twentieths of a point: the word processors' own.
const MARGINS: usize = 216;
/// Width of a Latin character in hundredths of the size of the text, with what bold letters and wide ones need more.
const LATIN: usize = 60;

/// No word is given more than this part of the text's width, so that an address or a hash leaves room for the rest.
const LARGEST: usize = 3;

/// Widths of a grid's columns that fill `text`, in twentieths of a point. `size` is that of the text in half points.
pub(super) fn columns(grid: &Grid, text: usize, size: usize) -> Vec<usize> {
    let shares: Vec<u32> = grid.columns.iter().map(|column| column.width).collect();
    let least = |at: usize| {
        let cells = grid.rows.iter().filter_map(|row| row.cells.get(at)).map(String::as_str);
        let longest = cells.chain([grid.columns[at].title.as_str()]).map(longest_word).max().unwrap_or(0);
        (longest * size * LATIN / 10 + MARGINS).min(text / LARGEST)
    };
    let least: Vec<usize> = (0..shares.len()).map(least).collect();
    fitted(by_share(&shares, text), &least)
}

/// Shares of the text's width; the last column takes what rounding leaves.
pub(super) fn by_share(shares: &[u32], text: usize) -> Vec<usize> {
    let whole = shares.iter().map(|&share| share as usize).sum::<usize>().max(1);
    let mut widths: Vec<usize> = shares.iter().map(|&share| text * share as usize / whole).collect();
    let used: usize = widths.iter().sum();
    if let Some(last) = widths.last_mut() {
        *last += text - used;
    }
    widths
}

/// What columns that are too narrow lack is taken from those that have more than they need, in proportion to what they have more.
/// Where all of them together need more than there is, each gets its share of that.
fn fitted(widths: Vec<usize>, least: &[usize]) -> Vec<usize> {
    let lacking: usize = widths.iter().zip(least).map(|(width, least)| least.saturating_sub(*width)).sum();
    let spare: usize = widths.iter().zip(least).map(|(width, least)| width.saturating_sub(*least)).sum();
    if lacking == 0 {
        return widths;
    }
    let whole: usize = widths.iter().sum();
    if lacking > spare {
        return by_share(&least.iter().map(|&least| least as u32).collect::<Vec<u32>>(), whole);
    }
    let give = |(&width, &least): (&usize, &usize)| match width.checked_sub(least) {
        None => least,
        Some(more) => width - more * lacking / spare,
    };
    let mut fitted: Vec<usize> = widths.iter().zip(least).map(give).collect();
    // What rounding left over, from the widest.
    let over = fitted.iter().sum::<usize>() - whole;
    if let Some(widest) = fitted.iter_mut().max() {
        *widest -= over;
    }
    fitted
}

/// Characters of the longest run that no line may end in: letters and digits with what stands between them, up to a blank, a hyphen
/// or a character of another script, behind each of which a line may end.
fn longest_word(text: &str) -> usize {
    let ends = |character: char| character.is_whitespace() || matches!(character, '-' | '–' | '/') || character >= '\u{2e80}';
    text.split(ends).map(|word| word.chars().count()).max().unwrap_or(0)
}
