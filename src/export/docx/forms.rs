//! Lines of a form: a label, and beside it what is filled in or room for a hand, a signature or a seal, above a rule.

use super::body::Writer;
use super::described::{Described, Heads};
use super::tables::{cell, width};
use crate::export::plain::lines;
use crate::report::KeyValue;
use docx_rs::{BorderType, TableCell, TableCellBorder, TableCellBorderPosition, TableCellBorders, TableRow, VAlignType};

/// Height of a line in twentieths of a point: 12 mm, so that a seal does not cover the next two.
const HEIGHT: f32 = 680.0;
/// Half the width of a character in twentieths of a point, at the size of a cover's line.
const HALF: usize = 145;

impl Writer<'_> {
    /// Nothing where there are none.
    pub fn form_lines(&mut self, pairs: &[KeyValue]) {
        if pairs.is_empty() {
            return;
        }
        let room = self.blank("FormRoom");
        self.add(room);
        let all = self.text_width();
        // As wide as the longest label, and the rest for what is filled in; free room on both sides.
        let longest = pairs.iter().map(|pair| width(&pair.label)).max().unwrap_or_default();
        let label = ((longest + 2) * HALF).clamp(all / 5, all / 2);
        let value = (all * 17 / 20).saturating_sub(label).min(all / 2);
        let before = (all - label - value) / 2;
        let widths = vec![before, label, value, all - before - label - value];
        let rows = pairs.iter().map(|pair| {
            let name = self.paragraph("FormText", &pair.label);
            let mut filled = cell(value).vertical_align(VAlignType::Bottom);
            for line in lines(pair.value.as_deref().unwrap_or_default()) {
                filled = filled.add_paragraph(self.paragraph("FormText", line));
            }
            let rule = TableCellBorder::new(TableCellBorderPosition::Bottom)
                .border_type(BorderType::Single)
                .size(6)
                .color("404040");
            let filled = filled.set_borders(TableCellBorders::with_empty().set(rule));
            let blank = |writer: &mut Self, wide| cell(wide).add_paragraph(writer.blank("FormText"));
            let cells: [TableCell; 4] = [
                blank(self, widths[0]),
                cell(label).vertical_align(VAlignType::Bottom).add_paragraph(name),
                filled,
                blank(self, widths[3]),
            ];
            TableRow::new(cells.into()).cant_split().row_height(HEIGHT)
        });
        let rows = rows.collect();
        let labels: Vec<&str> = pairs.iter().map(|pair| pair.label.as_str()).collect();
        let caption = self.language.words().clean_form_lines().to_owned();
        let said = Described {
            caption,
            description: labels.join(self.language.words().term_list()),
            heads: Heads::None,
        };
        self.finish_table(rows, widths, "LayoutTable", said);
    }
}
