//! Figures from and to tables: the template workbook, and taking over from a workbook or delimited text.

use super::chance::drawn;
use super::{Call, Failure, files, packs};
use crate::archive::{self, MAX_BYTES, Project};
use crate::assessment::{Action, FigureSlot, Window};
use crate::criteria::{DEFAULT_PACK, Kind, Pack};
use crate::date::Date;
use crate::export;
use crate::import::{Book, Mapping, Plan, Refused, Spot, Step, Table, plan, read_book, years_of};
use crate::indicators::Subject;
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

/// Takes figures over, writes the assessment and tells what became of each cell.
pub(super) fn import(
    file: &Path,
    pack: Option<&Path>,
    table: &Path,
    output: &Path,
    sheet: Option<&str>,
    replace: bool,
    call: Call<'_>,
) -> Result<String, Failure> {
    let language = call.language;
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
    let mappings: Vec<Option<Mapping>> = book.tables.iter().map(|table| is_asked(table).then(|| Mapping::guess(table))).collect();
    let plan = plan(&pack, &project.assessment, &book, &mappings);
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
    /// code and a sentence; `refused_more` are not listed.
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
        let added = plan
            .own
            .iter()
            .map(|own| json!({ "sheet": self.sheet(own.spot.table), "row": own.spot.row + 1, "id": &*own.indicator.id, "name": &*own.indicator.name }));
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
            "unknown": unknown.collect::<Vec<Value>>(),
            "refused": plan.refused.iter().map(|refused| self.refused(refused)).collect::<Vec<Value>>(),
            "refused_more": plan.refused_more,
        })
    }

    fn step(&self, plan: &Plan, step: &Step) -> Value {
        let id = match step.subject {
            Subject::Input(slot) => self.pack.input(slot).id.clone(),
            Subject::Indicator(FigureSlot::Catalogue(slot)) => self.pack.indicator(slot).id.clone(),
            Subject::Indicator(FigureSlot::Own(at)) => {
                let new = || plan.own.get(at.checked_sub(self.own.len())?).map(|own| own.indicator.id.to_string());
                self.own.get(at).cloned().or_else(new).unwrap_or_default()
            }
        };
        json!({
            "sheet": self.sheet(step.spot.table),
            "cell": self.book.cell_name(step.spot),
            "id": id,
            "what": step.column.code(),
            "given": say::on_one_line(self.language, &step.given),
            "unit": step.unit,
            "converted": step.converted,
            "value": say::taken(self.language, &step.value),
            "present": step.present.as_ref().map(|present| say::taken(self.language, present)),
        })
    }

    fn refused(&self, refused: &Refused) -> Value {
        json!({
            "sheet": self.sheet(refused.spot.table),
            "cell": self.book.cell_name(refused.spot),
            "what": refused.column.code(),
            "given": say::on_one_line(self.language, &refused.text),
            "reason": refused.reason.code(),
            "text": self.language.words().by_code(&codes::REFUSED, refused.reason.code()),
        })
    }

    fn sheet(&self, at: usize) -> &str {
        self.book.tables.get(at).map_or("", |table| &table.name)
    }
}
