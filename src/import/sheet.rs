//! A table under its mapping, with what its texts say for all of its rows: units in headings and captions, and the year of a title.

use super::bodies::is_title_of_part;
use super::column::{Column, Meaning};
use super::fold::{fold, narrow};
use super::heading::heading;
use super::heading_words::says_whole_year;
use super::headings::{headings, top};
use super::mapping::Mapping;
use super::section::Section;
use super::stated::{bracketed, of_caption, of_name};
use super::table::{Cell, Table};
use super::titled::{Titled, only_year};
use std::collections::BTreeSet;

pub(super) struct Sheet<'a> {
    pub(super) table: &'a Table,
    pub(super) mapping: &'a Mapping,
    /// The units stated in each column's heading.
    pub(super) of_columns: Vec<Vec<String>>,
    /// Columns that may hold units and are nothing else: without a heading, below the names where years run down, or one beside each year.
    pub(super) unit_columns: Vec<usize>,
    /// The units stated for the whole table.
    pub(super) captions: Vec<String>,
    /// Notes that name rows, folded, with the units they state for those alone: `注：主营业务收入单位为亿元`.
    of_rows: Vec<(String, Vec<String>)>,
    /// The year of values whose headings tell none.
    pub(super) year: Option<i32>,
    /// The title says that the table is of a part of the year.
    of_part: bool,
    /// It says that it is of a plan, or of others.
    of_another: bool,
    /// Columns for a plan or for others are told apart.
    tells_plans: bool,
    tells_others: bool,
    /// Years of which the title says that the table is of a part of them.
    parts: Vec<i32>,
    /// The year each column's heading tells, also where its meaning has none.
    pub(super) years: Vec<Option<i32>>,
    /// The latest year of values among what the headings say, whatever was corrected.
    latest: Option<i32>,
    /// Columns whose heading tells no year and says that the year before is meant: `上年实际`.
    of_year_before: Vec<bool>,
    /// The titles of the table, and the sheet's name.
    titles: Vec<String>,
    /// Columns whose heading says itself that the year's own figure is meant, and not a plan or that of others.
    sure: Vec<bool>,
    /// Columns whose heading says itself that the whole year is meant: `实际` does not.
    whole_year: Vec<bool>,
}

impl<'a> Sheet<'a> {
    pub(super) fn new(table: &'a Table, mapping: &'a Mapping) -> Sheet<'a> {
        let headings = headings(table, mapping.heading);
        let column = |at: usize| mapping.columns.get(at).copied().unwrap_or(Column::SKIP);
        // `2014（年）` tells the year.
        let of_column = |levels: &Vec<String>| levels.iter().flat_map(|text| of_name(text)).filter(|unit| unit != "年").collect();
        let of_columns = headings.iter().map(of_column).collect();
        // The heading of the names may be joined over them.
        let may_hold_units = |levels: &[String]| {
            let meaning = heading(levels).column.meaning;
            levels.iter().all(|text| text.trim().is_empty()) || matches!(meaning, Meaning::Unit | Meaning::Year) || meaning.names()
        };
        let unit_columns = headings
            .iter()
            .enumerate()
            .filter(|(at, levels)| column(*at) == Column::SKIP && may_hold_units(levels));
        let unit_columns = unit_columns.map(|(at, _)| at).collect();
        let above: Vec<String> = titles(table, mapping.heading);
        let names = headings.iter().enumerate().filter(|(at, _)| column(*at).meaning.names());
        let names = names.flat_map(|(_, levels)| levels.clone());
        // `单位：万元` as a heading of its own, over nothing that is taken over.
        let beside = headings
            .iter()
            .enumerate()
            .filter(|(at, _)| matches!(column(*at).meaning, Meaning::Skip | Meaning::Unit));
        let beside = beside.flat_map(|(_, levels)| levels.clone()).filter(|text| text.contains("单位"));
        let texts = [table.name.clone()].into_iter().chain(above.iter().cloned()).chain(names).chain(beside);
        let (of_rows, of_all) = notes_of_rows(table, mapping);
        let texts = texts.chain(of_all);
        let mut captions: BTreeSet<String> = texts.flat_map(|text| of_caption(&text)).collect();
        if captions.is_empty() {
            captions = table.above.iter().flat_map(|text| of_caption(text)).collect();
        }
        // Titles that were taken off the table, because it was turned or is one of several, say it as well.
        let titles = if above.is_empty() { &table.above } else { &above };
        let told: Vec<Titled> = titles.iter().chain([&table.name]).map(|text| Titled::read(text)).collect();
        let has = |meanings: &[Meaning]| mapping.columns.iter().any(|column| meanings.contains(&column.meaning));
        // Columns for a plan or for others leave the others what they are.
        let tells_plans = has(&[Meaning::Target, Meaning::TargetLow, Meaning::Projected, Meaning::Kind]);
        let tells_others = has(&[Meaning::Benchmark, Meaning::Kind]);
        let of_part = told.iter().any(|told| told.of_part);
        let of_another = told.iter().any(|told| is_of_another(told, tells_plans, tells_others));
        let dated: Vec<i32> = above.iter().chain([&table.name]).filter_map(|text| only_year(text, tells_plans)).collect();
        let year = dated.first().copied().filter(|year| dated.iter().all(|other| other == year));
        let guess = Mapping::with_heading(table, mapping.heading);
        let of_values = guess.columns.iter().filter(|column| column.meaning == Meaning::Value);
        Sheet {
            latest: of_values.filter_map(|column| column.year).max(),
            of_year_before: headings
                .iter()
                .map(|levels| heading(levels).year.is_none() && levels.iter().any(|text| says_year_before(text)))
                .collect(),
            titles: titles.iter().chain([&table.name]).cloned().collect(),
            table,
            mapping,
            of_columns,
            unit_columns,
            captions: captions.into_iter().collect(),
            of_rows,
            year: year.filter(|_| !of_part && !of_another),
            of_part,
            of_another,
            tells_plans,
            tells_others,
            parts: told.iter().flat_map(|told| told.parts_of.iter().copied()).collect(),
            years: headings.iter().map(|levels| heading(levels).year).collect(),
            sure: headings.iter().map(|levels| heading(levels).surely > 0).collect(),
            whole_year: headings.iter().map(|levels| levels.iter().any(|text| says_whole_year(text))).collect(),
        }
    }

    /// Whether the figures of a column may be those of a part of a year, also targets and what others reached; or, of values, those of a plan or
    /// of others: by the title of the table or by what is said of the row.
    pub(super) fn is_of_part(&self, at: usize, meaning: Meaning, section: &Section) -> bool {
        let year = self.mapping.columns.get(at).and_then(|column| column.year);
        let of_year = year.is_some_and(|year| self.parts.contains(&year) || section.titled.parts_of.contains(&year));
        let is = |columns: &[bool]| columns.get(at).copied().unwrap_or(false);
        let of_part = self.of_part || of_year || section.titled.of_part;
        let of_another = self.of_another || is_of_another(&section.titled, self.tells_plans, self.tells_others);
        section.is_of_another || (of_part && !is(&self.whole_year)) || (meaning == Meaning::Value && of_another && !is(&self.sure))
    }

    /// The units that notes state for the row of a name alone.
    pub(super) fn units_of(&self, name: &str) -> impl Iterator<Item = &String> {
        let name = plain_name(name);
        let naming = self
            .of_rows
            .iter()
            .filter(move |(note, _)| name.as_ref().is_some_and(|name| note.contains(name)));
        naming.flat_map(|(_, units)| units)
    }

    /// How many years before the one that counts a column's heading means.
    pub(super) fn years_before(&self, at: usize) -> i32 {
        i32::from(self.of_year_before.get(at).copied().unwrap_or(false) && self.mapping.columns.get(at).is_some_and(|column| column.year.is_none()))
    }

    /// The year of a value under a heading without one: of the row where rows have years, else of the title nearest to it. What the headings and titles
    /// say decides it, so that the correction of one column never moves another; years that are chosen count where nothing else tells one.
    pub(super) fn year_of(&self, at: usize, meaning: Meaning, of_row: Option<i32>, of_section: Option<i32>) -> Option<i32> {
        let before = self.years_before(at);
        if self.mapping.is_by_year() {
            return of_row.map(|year| year - before);
        }
        let chosen = || {
            let of_values = self.mapping.columns.iter().filter(|column| column.meaning == Meaning::Value);
            of_values.filter_map(|column| column.year).max()
        };
        let year = match meaning {
            // Beside columns with years, one without may be anything.
            Meaning::Value if self.latest.is_some() => None,
            Meaning::Value => of_section.or(self.year),
            _ => self.latest.or(of_section).or(self.year).or_else(chosen),
        };
        year.map(|year| year - before)
    }

    /// The title that names a part of the organisation, where one does; what the organisation itself is called is none: `顺义分公司2014年指标`.
    pub(super) fn title_of_part(&self, organisation: &str) -> Option<String> {
        let own: String = narrow(organisation.trim()).collect();
        let names_part = |title: &&String| {
            let title: String = narrow(title).collect();
            let rest = if own.is_empty() { title } else { title.replace(&own, "") };
            is_title_of_part(&rest)
        };
        self.titles.iter().find(names_part).cloned()
    }
}

/// Whether a heading says that the year before is meant: `上年实际`, `去年同期`, `prior year`.
fn says_year_before(text: &str) -> bool {
    const BEFORE: &[&str] = &[
        "上年",
        "去年",
        "上一年",
        "前一年",
        "上年度",
        "上期",
        "同期",
        "prioryear",
        "previousyear",
        "lastyear",
    ];
    let folded = fold(text);
    let compares = ["比上", "较上", "比去", "较去", "同比", "增", "versus", "vs"]
        .iter()
        .any(|word| folded.contains(word));
    !compares && BEFORE.iter().any(|word| folded.contains(word))
}

/// Whether figures below a title are planned or those of others, as far as columns do not tell that apart.
fn is_of_another(told: &Titled, tells_plans: bool, tells_others: bool) -> bool {
    (told.of_plan && !tells_plans) || (told.of_others && !tells_others)
}

/// The texts above the headings, and numbers that stand alone there: `201406`.
pub(super) fn titles(table: &Table, heading: usize) -> Vec<String> {
    let above = table.rows.iter().take(top(table, heading));
    let said = |row: &Vec<Cell>| {
        let is_alone = row.iter().filter(|cell| !cell.is_empty()).count() == 1;
        let cells = row
            .iter()
            .filter(move |cell| matches!(cell, Cell::Text(_)) || (is_alone && matches!(cell, Cell::Number(_))));
        cells.map(Cell::shown).collect::<Vec<String>>()
    };
    above.flat_map(said).collect()
}

/// The most notes of which it is looked whether they name rows.
const MOST_NOTES: usize = 50;

/// The notes of a table that name some of its rows, folded, with their units; and the others.
fn notes_of_rows(table: &Table, mapping: &Mapping) -> (Vec<(String, Vec<String>)>, Vec<String>) {
    let mut all: Vec<String> = notes(table, mapping.heading).collect();
    let Some(at) = mapping
        .columns
        .iter()
        .position(|column| column.meaning == Meaning::Name)
        .filter(|_| !all.is_empty())
    else {
        return (Vec::new(), all);
    };
    let rows = table.rows.iter().skip(mapping.heading + 1);
    let names: BTreeSet<String> = rows.filter_map(|row| row.get(at)).filter_map(|cell| plain_name(&cell.shown())).collect();
    let further = all.split_off(all.len().min(MOST_NOTES));
    let (naming, mut of_all): (Vec<String>, Vec<String>) = all.into_iter().partition(|note| {
        let folded = fold(note);
        names.iter().any(|name| folded.contains(name) && folded.len() > name.len())
    });
    of_all.extend(further);
    (naming.iter().map(|note| (fold(note), of_caption(note))).collect(), of_all)
}

/// A name without what stands in brackets, folded; none where it is too short to be looked for in a text.
fn plain_name(name: &str) -> Option<String> {
    Some(fold(&bracketed(name).1)).filter(|name| name.chars().count() > 2)
}

/// Texts between or below the rows that may state a unit: alone in their row, with the word itself.
fn notes(table: &Table, heading: usize) -> impl Iterator<Item = String> + '_ {
    let alone = |row: &&Vec<Cell>| row.iter().filter(|cell| !cell.is_empty()).count() == 1;
    let rows = table.rows.iter().skip(heading + 1).filter(alone);
    rows.flatten().filter_map(|cell| match cell {
        Cell::Text(text) if says_unit(text) => Some(text.clone()),
        _ => None,
    })
}

/// Whether a note can state a unit: by the word itself, or of what the amounts are.
fn says_unit(text: &str) -> bool {
    let lower = text.to_lowercase();
    ["单位", "金额", "均为", "币种", "unit", "amounts", "figures", "currency", "rmb"]
        .iter()
        .any(|word| lower.contains(word))
}
