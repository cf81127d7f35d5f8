//! Figures from and to tables: the template workbook, and taking over from a workbook or delimited text.

use super::chance::drawn;
use super::{Call, Failure, files, packs};
use crate::archive::{self, MAX_BYTES, Project};
use crate::assessment::{Action, FigureSlot, Window};
use crate::criteria::{DEFAULT_PACK, Kind, Pack};
use crate::date::Date;
use crate::export;
use crate::import::{Book, Mapping, NewOwn, Plan, Refused, Spot, Step, Table, plan as planned, read_book, years_of};
use crate::indicators::{Measure, Subject};
use crate::language::{Language, codes};
use crate::report::say;
use serde_json::{Value, json};
use std::path::Path;

/// Writes the template of a pack, filled with the figures of an assessment where one is given.
pub(super) fn template(
    file: Option<&Path>,
    pack: Option<&Path>,
    output: &Path,
    years: Option<Window>,
    kind: Option<Kind>,
    call: Call<'_>,
    today: Date,
) -> Result<String, Failure> {
    let language = call.language;
    let (project, pack) = match file {
        Some(file) => files::assessment(file, pack, call)?,
        None => {
            let pack = packs::pack(pack.unwrap_or(Path::new(DEFAULT_PACK)), language)?;
            (Project::blank(&pack), pack)
        }
    };
    let assessment = match kind {
        Some(kind) => Action::Kind(Some(kind)).apply(&project.assessment),
        None => project.assessment,
    };
    let day = assessment.eligibility.application_date.unwrap_or(today).to_string();
    let last = day.get(..4).and_then(|year| year.parse::<i32>().ok()).unwrap_or(2016) - 1;
    let failed = |error: export::ExportError| Failure(error.sentence(language));
    let years = years
        .or_else(|| years_of(&assessment, last))
        .ok_or_else(|| failed(export::ExportError::Unavailable))?;
    let bytes = export::template(&pack, &assessment, language, years).map_err(failed)?;
    files::write(output, file.unwrap_or(Path::new("")), &bytes, call)?;
    Ok(String::new())
}

/// How a table is taken over.
pub(super) struct Asked<'a> {
    pub(super) sheet: Option<&'a str>,
    pub(super) replace: bool,
    /// The units of figures beside which none stands.
    pub(super) units: &'a [String],
    /// Figures are those of the whole organisation, whatever part a title names.
    pub(super) whole: bool,
}

/// Refuses what is no unit.
pub(super) fn known_units(units: &[String], language: Language) -> Result<(), Failure> {
    match units.iter().find(|unit| Measure::read(unit).is_none()) {
        Some(unknown) => Err(Failure::of(language, "unit_unknown", &[("name", unknown)])),
        None => Ok(()),
    }
}

/// Takes figures over, writes the assessment and tells what became of each cell.
pub(super) fn import(file: &Path, pack: Option<&Path>, table: &Path, output: &Path, asked: &Asked<'_>, call: Call<'_>) -> Result<String, Failure> {
    let language = call.language;
    let (sheet, replace) = (asked.sheet, asked.replace);
    known_units(asked.units, language)?;
    let (mut project, pack) = files::assessment(file, pack, call)?;
    let book = read_book(&files::whole(table, MAX_BYTES, language)?).map_err(|error| files::in_file(table, &error.sentence(language), language))?;
    if let Some(name) = sheet
        && book.tables.iter().all(|table| table.name != name)
    {
        let known: Vec<&str> = book.tables.iter().map(|table| table.name.as_str()).collect();
        return Err(Failure::of(
            language,
            "no_sheet",
            &[("name", name), ("known", &known.join(language.words().term_list()))],
        ));
    }
    let is_asked = |table: &Table| sheet.is_none_or(|name| table.name == name);
    let guess = |table: &Table| Mapping {
        whole: asked.whole,
        ..Mapping::guess(table)
    };
    let mut mappings: Vec<Option<Mapping>> = book.tables.iter().map(|table| is_asked(table).then(|| guess(table))).collect();
    let mut plan = planned(&pack, &project.assessment, &book, &mappings);
    if plan.answer_units(&mut mappings, asked.units) {
        plan = planned(&pack, &project.assessment, &book, &mappings);
    }
    if !mappings.iter().flatten().any(Mapping::is_usable) {
        return Err(match plan.unknown.first() {
            Some(row) => Failure::of(language, "table_unread", &[("name", &row.name), ("cell", &book.cell_name(row.spot))]),
            None => Failure::of(language, "table_without_figures", &[]),
        });
    }
    let answer = Told::of(&pack, &project, &book, language).plan(&plan, &mappings, replace);
    project.assessment = plan.action(replace, drawn()).apply(&project.assessment);
    files::write(output, file, archive::write(&project, &pack).as_bytes(), call)?;
    Ok(format!("{answer:#}\n"))
}

/// What would be taken over, where nothing is replaced.
pub(super) fn told(pack: &Pack, project: &Project, book: &Book, plan: &Plan, mappings: &[Option<Mapping>], language: Language) -> Value {
    Told::of(pack, project, book, language).plan(plan, mappings, false)
}

struct Told<'a> {
    pack: &'a Pack,
    book: &'a Book,
    language: Language,
    /// Ids of the own indicators that were there before.
    own: Vec<String>,
}

impl<'a> Told<'a> {
    fn of(pack: &'a Pack, project: &Project, book: &'a Book, language: Language) -> Told<'a> {
        Told {
            pack,
            book,
            language,
            own: project.assessment.figures.own.iter().map(|own| own.id.to_string()).collect(),
        }
    }
}

impl Told<'_> {
    /// `sheets` with what their columns were taken for and which are `open` or `left` out, `taken` and `conflicts` with what was `given` in which `unit` and
    /// whether it was `converted` (and whether conflicts were `replaced`), `same` (a count), `added`, `unknown` rows and `refused` cells with a
    /// code and a sentence; `refused_more` are not listed. What has to be said first: the `units` of figures without one, `parts` of the organisation that
    /// titles name, and rows that are `undecided` because nothing says which way is better. `hidden_sheets` are not read.
    fn plan(&self, plan: &Plan, mappings: &[Option<Mapping>], replace: bool) -> Value {
        let sheets = self.book.tables.iter().zip(mappings).enumerate().filter_map(|(at, (table, mapping))| {
            let mapping = mapping.as_ref().filter(|mapping| mapping.is_usable())?;
            let row = mapping.heading;
            let open = mapping
                .open_columns(table)
                .into_iter()
                .map(|column| self.book.cell_name(Spot { table: at, row, column }));
            let left = mapping
                .left_columns(table)
                .into_iter()
                .map(|column| self.book.cell_name(Spot { table: at, row, column }));
            let columns: Vec<String> = mapping.columns.iter().map(|column| column.code()).collect();
            Some(
                json!({ "name": table.name, "heading_row": table.row_in_file(mapping.heading) + 1, "columns": columns, "open": open.collect::<Vec<String>>(), "left": left.collect::<Vec<String>>() }),
            )
        });
        let own = |own: &NewOwn, direction: Option<&str>| {
            let indicator = &own.indicator;
            let row = self.book.in_file(own.spot).row + 1;
            json!({ "sheet": self.sheet(own.spot.table), "row": row, "id": &*indicator.id, "name": &*indicator.name, "unit": &*indicator.unit, "direction": direction })
        };
        let added = plan.own.iter().map(|new| own(new, Some(new.indicator.direction.word())));
        let undecided = plan.undecided.iter().map(|new| own(new, None));
        let english = self.language == Language::En;
        let units = plan.units.iter().map(|asked| {
            let cells: Vec<String> = asked.cells.iter().map(|spot| self.book.cell_name(*spot)).collect();
            json!({ "sheet": self.sheet(asked.table), "cells": cells, "kept_in": asked.kept_in(english), "choices": asked.choices(english), "answer": asked.answer })
        });
        let parts = plan.parts.iter().map(|part| {
            let whole = mappings.get(part.table).and_then(Option::as_ref).is_some_and(|mapping| mapping.whole);
            json!({ "sheet": self.sheet(part.table), "title": part.title, "whole": whole })
        });
        let unknown = plan.unknown.iter().map(|row| {
            let sentence = self.language.words().by_code(&codes::REFUSED, row.reason.code());
            let (row_in_file, cell) = (self.book.in_file(row.spot).row + 1, self.book.cell_name(row.spot));
            json!({ "sheet": self.sheet(row.spot.table), "row": row_in_file, "cell": cell, "name": row.name, "reason": row.reason.code(), "text": sentence })
        });
        let steps = |steps: &[Step]| steps.iter().map(|step| self.step(plan, step)).collect::<Vec<Value>>();
        json!({
            "sheets": sheets.collect::<Vec<Value>>(),
            "taken": steps(&plan.taken),
            "conflicts": steps(&plan.conflicts),
            "replaced": replace,
            "same": plan.same,
            "added": added.collect::<Vec<Value>>(),
            "undecided": undecided.collect::<Vec<Value>>(),
            "units": units.collect::<Vec<Value>>(),
            "parts": parts.collect::<Vec<Value>>(),
            "hidden_sheets": self.book.hidden,
            "unknown": unknown.collect::<Vec<Value>>(),
            "refused": plan.refused.iter().map(|refused| self.refused(plan, refused)).collect::<Vec<Value>>(),
            "refused_more": plan.refused_more,
        })
    }

    fn step(&self, plan: &Plan, step: &Step) -> Value {
        json!({
            "sheet": self.sheet(step.spot.table),
            "cell": self.book.cell_name(step.spot),
            "id": self.id(plan, step.subject),
            "what": step.column.code(),
            "given": say::on_one_line(self.language, &step.given),
            "unit": step.unit,
            "converted": step.converted,
            "value": say::taken(self.language, &step.value),
            "present": step.present.as_ref().map(|present| say::taken(self.language, present)),
        })
    }

    fn id(&self, plan: &Plan, subject: Subject) -> String {
        match subject {
            Subject::Input(slot) => self.pack.input(slot).id.clone(),
            Subject::Indicator(FigureSlot::Catalogue(slot)) => self.pack.indicator(slot).id.clone(),
            Subject::Indicator(FigureSlot::Own(at)) => {
                let new = || plan.own.get(at.checked_sub(self.own.len())?).map(|own| own.indicator.id.to_string());
                self.own.get(at).cloned().or_else(new).unwrap_or_default()
            }
        }
    }

    fn refused(&self, plan: &Plan, refused: &Refused) -> Value {
        json!({
            "sheet": self.sheet(refused.spot.table),
            "cell": self.book.cell_name(refused.spot),
            "id": refused.subject.map(|subject| self.id(plan, subject)),
            "what": refused.column.code(),
            "given": say::on_one_line(self.language, &refused.text),
            "reason": refused.reason.code(),
            "text": say::not_imported(self.language, refused),
        })
    }

    fn sheet(&self, at: usize) -> &str {
        self.book.tables.get(at).map_or("", |table| &table.name)
    }
}
