//! Last time's report as a start: what a document holds, and where each piece of it belongs.

use super::answers::text;
use super::chance::drawn;
use super::{Call, Failure, files, packs, tables};
use crate::archive::{self, MAX_BYTES, Project};
use crate::assessment::{Action, ItemChange, ProfileText};
use crate::criteria::{DEFAULT_PACK, Pack};
use crate::import::{Book, Cell, Mapping, Table, plan};
use crate::manuscript::{Block, Certainty, Manuscript, Piece, Place, read_manuscript, split};
use serde_json::{Value, json};
use std::path::Path;

/// Takes a report apart: `pieces` in reading order, each with `place` (the id of an item, `overview` or null), `number` and `name` of the place,
/// `certain`, `heading`, `characters`, `tables` (a count), `taken` (whether it stands in the new file) and its `text`; `figures` as `import` tells them;
/// `characters` of all, and `contents`, the lines of tables of contents that were left out. Where a place is named an assessment is written with what is certain,
/// and with `likely` also what is only likely.
pub(super) fn split_report(report: &Path, pack: Option<&Path>, output: Option<&Path>, likely: bool, call: Call<'_>) -> Result<String, Failure> {
    let language = call.language;
    let pack = packs::pack(pack.unwrap_or(Path::new(DEFAULT_PACK)), language)?;
    let bytes = files::whole(report, MAX_BYTES, language)?;
    let manuscript = read_manuscript(&bytes).map_err(|error| files::in_file(report, &error.sentence(language), language))?;
    let pieces = split(&pack, &manuscript);
    let is_taken = |piece: &Piece| piece.place != Place::Nowhere && (likely || piece.certainty == Certainty::Certain);
    let mut project = Project::blank(&pack);
    let book = book(&manuscript);
    let mappings: Vec<Option<Mapping>> = book.tables.iter().map(|table| Some(Mapping::guess(table)).filter(Mapping::is_usable)).collect();
    let figures = plan(&pack, &project.assessment, &book, &mappings);
    let told_figures = tables::told(&pack, &project, &book, &figures, &mappings, language);
    if let Some(output) = output {
        let texts = taken(&pack, &manuscript, pieces.iter().filter(|piece| is_taken(piece)));
        let actions = texts.into_iter().chain([figures.action(false, drawn())]).collect();
        project.assessment = Action::Several(actions).apply(&project.assessment);
        files::write(output, report, archive::write(&project, &pack).as_bytes(), call)?;
    }
    let told = pieces.iter().map(|piece| {
        let (place, number, name) = match piece.place {
            Place::Item(slot) => {
                let item = pack.item(slot);
                (Some(item.id.as_str()), item.number.as_str(), pack.words(language.tag()).item(&item.id))
            }
            Place::Overview => (Some("overview"), "", language.words().organisation_overview()),
            Place::Nowhere => (None, "", ""),
        };
        let written = manuscript.blocks[piece.blocks.clone()].iter();
        json!({
            "place": place,
            "number": number,
            "name": name,
            "certain": piece.certainty == Certainty::Certain,
            "heading": piece.heading,
            "characters": written.clone().map(|block| block.text().chars().count()).sum::<usize>(),
            "tables": written.filter(|block| matches!(block, Block::Table(_))).count(),
            "taken": output.is_some() && is_taken(piece),
            "text": piece.text(&manuscript),
        })
    });
    Ok(text(json!({
        "pack": pack.reference().key(),
        "pieces": told.collect::<Vec<Value>>(),
        "figures": told_figures,
        "characters": manuscript.blocks.iter().map(|block| block.text().chars().count()).sum::<usize>(),
        "contents": manuscript.contents,
    })))
}

/// The tables as those of a workbook, with the short lines above each, which may state its unit.
fn book(manuscript: &Manuscript) -> Book {
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
    Book { tables }.arranged()
}

/// The texts as changes of a blank assessment: of an item into its first factor, of the overview into its first topic. Which sentence is about which factor is for
/// whoever reads it.
fn taken<'a>(pack: &Pack, manuscript: &Manuscript, pieces: impl Iterator<Item = &'a Piece>) -> Vec<Action> {
    let mut texts: Vec<(Place, String)> = Vec::new();
    for piece in pieces {
        let text = piece.text(manuscript);
        if text.trim().is_empty() {
            continue;
        }
        match texts.iter_mut().find(|(place, _)| *place == piece.place) {
            Some((_, whole)) => *whole = [whole, "\n", &text].concat(),
            None => texts.push((piece.place, text)),
        }
    }
    let action = |(place, text): (Place, String)| match place {
        Place::Item(slot) if !pack.rubric_of(slot).factors.is_empty() => Some(Action::Item(
            slot,
            ItemChange::Answer {
                scope: 0,
                factor: 0,
                text: text.into(),
            },
        )),
        Place::Overview => Some(Action::Profile(ProfileText::OVERVIEW[0], text.into())),
        _ => None,
    };
    texts.into_iter().filter_map(action).collect()
}
