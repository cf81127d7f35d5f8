//! What is done with a note, whoever wrote it and when, and where it leads.

use crate::assessment::{Action, Assessment, Note, NoteChange, NotePlace};
use crate::browser::page;
use crate::criteria::ItemSlot;
use crate::findings::Place;
use crate::indicators::{Cell, CellColumn, CellRow};
use crate::language::fill;
use crate::report::say;
use crate::ui::kit::Kit;
use crate::ui::parts::place_route;
use crate::ui::route::Route;

/// Makes a change of the note of an id as it stands in the store; nothing where it is gone.
pub(super) fn changed(kit: &Kit, id: &str, change: impl FnOnce(usize, &Note) -> NoteChange) {
    let Some(open) = kit.store.snapshot() else { return };
    let mut notes = open.assessment.notes.entries.iter().enumerate();
    if let Some((at, note)) = notes.find(|(_, note)| *note.id == *id) {
        kit.store.dispatch(Action::Note(change(at, note)));
    }
}

/// What a button asks for: `settle note-…` settles it or opens it again, `remove note-…` takes it away.
pub fn perform(kit: &Kit, act: &str) {
    match act.split_once(' ') {
        Some(("settle", id)) => changed(kit, id, |at, note| NoteChange::Done(at, !note.done)),
        Some(("remove", id)) if page::confirm(kit.words().notes_remove_question()) => changed(kit, id, |at, _| NoteChange::Remove(at)),
        _ => {}
    }
}

/// Who wrote it and when.
pub fn by(kit: &Kit, note: &Note) -> String {
    let author = match note.author.trim() {
        "" => kit.words().notes_unsigned().to_owned(),
        author => say::on_one_line(kit.language, author),
    };
    match note.day {
        Some(day) => fill(kit.words().notes_by(), &[("author", &author), ("date", &say::date(kit.language, day))]),
        None => author,
    }
}

/// The page on which the place of a note is, and the field that is meant there; none where the criteria do not have it.
pub fn goal(kit: &Kit, assessment: &Assessment, id: &str, place: &NotePlace) -> Option<(Route, String)> {
    let pack = &kit.pack;
    let item = |item: &str| pack.item_slot(item);
    let on_page = |slot: ItemSlot, field: &str| Some((Route::item(id, pack, slot), field.to_owned()));
    match place {
        NotePlace::Item(of) => on_page(item(of)?, ""),
        NotePlace::Strengths(of) => on_page(item(of)?, "strengths"),
        NotePlace::Opportunities(of) => on_page(item(of)?, "opportunities"),
        NotePlace::Remark(of) => on_page(item(of)?, "remark"),
        NotePlace::Answer { item: of, prompt, factor } => {
            let slot = item(of)?;
            let known = pack.item(slot).prompts.iter().position(|known| *known.id == **prompt);
            let scope = known.map_or(0, |at| at + 1);
            on_page(slot, &["answer-", &scope.to_string(), "-", factor].concat())
        }
        NotePlace::Figure { year, .. } => {
            let slot = place.indicator(pack, assessment)?;
            let cell = year.map(|year| Cell::new(CellRow::Figure(slot), CellColumn::Year(year)).name());
            Some((place_route(kit, assessment, id, Place::Figure(slot)), cell.unwrap_or_default()))
        }
    }
}
