//! A file that was read: its tables, which of them count, what their columns mean, and what becomes of values that differ.

use crate::assessment::Assessment;
use crate::browser::mappings;
use crate::criteria::{Aim, Pack};
use crate::import::{Book, Column, Mapping, Plan, plan};
use std::rc::Rc;

#[derive(Debug, Clone, PartialEq)]
pub struct Picked {
    /// The file's name.
    pub name: String,
    pub book: Rc<Book>,
    /// By table.
    pub sheets: Vec<Sheet>,
    /// Values that are there already are replaced where the table has others.
    pub replace: bool,
}

/// What is known of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    pub mapping: Mapping,
    /// It is taken over.
    pub counts: bool,
    /// The mapping is the one of last time.
    pub remembered: bool,
}

impl Picked {
    pub fn new(name: &str, book: Book) -> Picked {
        let sheet = |table| {
            let guess = Mapping::guess(table);
            let kept = mappings::of(&guess.signature(table)).and_then(|kept| Mapping::remembered(&kept, table, guess.heading));
            // What is no more than the guess needs no word.
            let remembered = kept.as_ref().is_some_and(|kept| *kept != guess);
            let mapping = kept.unwrap_or(guess);
            let counts = mapping.is_usable();
            Sheet { mapping, counts, remembered }
        };
        let mut sheets: Vec<Sheet> = book.tables.iter().map(sheet).collect();
        // Where nothing is known, the first table is shown so that it can be said.
        if sheets.iter().all(|sheet| !sheet.counts)
            && let Some(first) = sheets.first_mut()
        {
            first.counts = true;
        }
        Picked {
            name: name.to_owned(),
            book: Rc::new(book),
            sheets,
            replace: false,
        }
    }

    pub fn plan(&self, pack: &Pack, assessment: &Assessment) -> Plan {
        let mapping = |sheet: &Sheet| (sheet.counts && sheet.mapping.is_usable()).then(|| sheet.mapping.clone());
        let mappings: Vec<Option<Mapping>> = self.sheets.iter().map(mapping).collect();
        plan(pack, assessment, &self.book, &mappings)
    }

    /// After a button: `sheet 1`, `own 1`, `whole 1`, `keep`, `replace`.
    pub fn pressed(&self, act: &str) -> Option<Picked> {
        let mut changed = self.clone();
        match act.split_once(' ') {
            None if act == "keep" || act == "replace" => changed.replace = act == "replace",
            Some(("sheet", at)) => {
                let sheet = changed.sheets.get_mut(at.parse::<usize>().ok()?)?;
                sheet.counts = !sheet.counts;
            }
            Some(("whole", at)) => {
                let sheet = changed.sheets.get_mut(at.parse::<usize>().ok()?)?;
                sheet.mapping.whole = !sheet.mapping.whole;
            }
            Some(("own", at)) => {
                let sheet = changed.sheets.get_mut(at.parse::<usize>().ok()?)?;
                sheet.mapping.add_own = !sheet.mapping.add_own;
            }
            _ => return None,
        }
        Some(changed)
    }

    /// With another meaning of a column.
    pub fn with_column(&self, table: usize, at: usize, column: Column) -> Option<Picked> {
        let mut changed = self.clone();
        *changed.sheets.get_mut(table)?.mapping.columns.get_mut(at)? = column;
        Some(changed)
    }

    /// With the unit of figures beside which none stands; empty takes the answer back.
    pub fn with_unit(&self, table: usize, family: &str, unit: &str) -> Option<Picked> {
        let mut changed = self.clone();
        let units = &mut changed.sheets.get_mut(table)?.mapping.units;
        match unit {
            "" => drop(units.remove(family)),
            unit => drop(units.insert(family.to_owned(), unit.to_owned())),
        }
        Some(changed)
    }

    /// With which way is better for rows of a name that become indicators of one's own.
    pub fn with_direction(&self, table: usize, name: &str, direction: Option<Aim>) -> Option<Picked> {
        let mut changed = self.clone();
        changed.sheets.get_mut(table)?.mapping.decide(name, direction);
        Some(changed)
    }

    /// With the headings in another row; what the columns mean is guessed anew.
    pub fn with_heading(&self, table: usize, row: usize) -> Option<Picked> {
        let mut changed = self.clone();
        let sheet = changed.sheets.get_mut(table)?;
        sheet.mapping = Mapping::with_heading(self.book.tables.get(table)?, row);
        sheet.remembered = false;
        Some(changed)
    }

    /// Keeps what the columns of the tables taken over mean for the next tables of the same shape.
    pub fn remember(&self) {
        for (table, sheet) in self.book.tables.iter().zip(&self.sheets) {
            if sheet.counts && sheet.mapping.is_usable() {
                mappings::remember(&sheet.mapping.signature(table), &sheet.mapping.to_json());
            }
        }
    }
}
