//! What is taken of a manuscript into an assessment: texts behind those that stand there, figures where none stand.

use super::{Block, Manuscript, Piece, Place};
use crate::assessment::{Action, Assessment, Identity, ItemChange, ProfileText};
use crate::criteria::Pack;
use crate::import::{Book, Cell, Mapping, Plan, Table, plan};

/// The tables of a manuscript as those of a workbook, what their columns are taken for, and what would be taken over, or why not. Short lines above a
/// table may state its unit; figures beside which none stands are in that of `units` which counts the same thing.
pub fn figures(pack: &Pack, assessment: &Assessment, manuscript: &Manuscript, units: &[String]) -> (Book, Vec<Option<Mapping>>, Plan) {
    let table = |at: usize| {
        let Block::Table(rows) = &manuscript.blocks[at] else { return None };
        let above = manuscript.blocks[at.saturating_sub(2)..at].iter().map(Block::text);
        Some(Table {
            rows: rows.iter().map(|row| row.iter().map(|cell| Cell::text(cell)).collect()).collect(),
            percents_seen: true,
            above: above.filter(|line| line.chars().count() <= 60).collect(),
            ..Table::default()
        })
    };
    let tables = (0..manuscript.blocks.len()).filter_map(table).collect();
    let book = Book { tables, ..Book::default() }.arranged();
    let mut mappings: Vec<Option<Mapping>> = book.tables.iter().map(|table| Some(Mapping::guess(table))).collect();
    let asked = plan(pack, assessment, &book, &mappings);
    let plan = if asked.answer_units(&mut mappings, units) {
        plan(pack, assessment, &book, &mappings)
    } else {
        asked
    };
    (book, mappings, plan)
}

/// The pieces, each at the place it says, and the figures as one change; pieces without a place are not taken. Texts of an item go into its first factor, those of the
/// overview into its first topic: which sentence is about which factor is for whoever reads it. What is added for figures is known by `drawn`.
pub fn taking<'a>(
    pack: &Pack,
    assessment: &Assessment,
    manuscript: &Manuscript,
    pieces: impl IntoIterator<Item = &'a Piece>,
    units: &[String],
    drawn: Identity,
) -> Action {
    let mut texts: Vec<(Place, String)> = Vec::new();
    for piece in pieces {
        let text = piece.text(manuscript);
        if text.trim().is_empty() {
            continue;
        }
        let before = match piece.place {
            Place::Item(slot) if !pack.rubric_of(slot).factors.is_empty() => assessment.item(slot).answer(0, 0),
            Place::Overview => assessment.organisation.text(ProfileText::OVERVIEW[0]),
            _ => continue,
        };
        let at = texts.iter().position(|(place, _)| *place == piece.place).unwrap_or_else(|| {
            texts.push((piece.place, before.to_string()));
            texts.len() - 1
        });
        let whole = &mut texts[at].1;
        if !whole.is_empty() {
            whole.push('\n');
        }
        whole.push_str(&text);
    }
    let action = |(place, text): (Place, String)| match place {
        Place::Item(slot) => Action::Item(
            slot,
            ItemChange::Answer {
                scope: 0,
                factor: 0,
                text: text.into(),
            },
        ),
        _ => Action::Profile(ProfileText::OVERVIEW[0], text.into()),
    };
    let (_, _, figures) = figures(pack, assessment, manuscript, units);
    Action::Several(texts.into_iter().map(action).chain([figures.action(false, drawn)]).collect())
}
