//! The sentence before the tables and figures of an item that says where what stands: `数据见表 4-1，分析见表 4-2，走势见图 4-1 至图 4-6。`

use crate::language::Language;
use crate::report::caption::{Label, Piece};
use crate::report::document::Block;
use crate::report::draft::Draft;

/// Puts the sentence before the blocks from `at` on: the first table holds the data, the last one what they say.
pub fn write(draft: &mut Draft<'_>, at: usize) {
    let words = draft.words;
    let (mut tables, mut figures): (Vec<Label>, Vec<Label>) = (Vec::new(), Vec::new());
    for block in &draft.blocks[at..] {
        match block {
            Block::Table(table) => tables.push(table.caption.label),
            Block::Chart(chart) => figures.push(chart.caption.label),
            _ => {}
        }
    }
    let mut pieces = match tables.as_slice() {
        [data, .., told] => Piece::of(words.report_figures_see_tables(), &[("data", *data), ("analysis", *told)]),
        [data] => Piece::of(words.report_figures_see_table(), &[("data", *data)]),
        [] => return,
    };
    let gap = if draft.language == Language::Zh || figures.is_empty() { "" } else { " " };
    pieces.push(Piece::Text(gap.to_owned()));
    pieces.extend(match figures.as_slice() {
        [first, .., last] => Piece::of(words.report_figures_see_figures(), &[("first", *first), ("last", *last)]),
        [figure] => Piece::of(words.report_figures_see_figure(), &[("figure", *figure)]),
        [] => Vec::new(),
    });
    draft.blocks.insert(at, Block::References(pieces));
}
