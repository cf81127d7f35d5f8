//! One row of a table: each of its cells understood, or refused with a reason.

use super::choice;
use super::column::{Column, Meaning};
use super::dated::dated;
use super::fold::narrow;
use super::groups::Group;
use super::heading::{kind, year};
use super::refused::{Reason, Refused};
use super::scale::is_scale;
use super::settled::{Stated, different, settled};
use super::sheet::Sheet;
use super::stated::{alone, bracketed, of_name};
use super::table::{Cell, Doubt, Spot};
use super::unsaid::family;
use super::value::Taken;
use crate::assessment::{Goal, text};
use crate::indicators::{Measure, Refusal, Series, is_share_beside, read_number, read_number_in};

/// The least rate in ‰, % or ppm that is taken for one where the unit was answered for a whole table.
const LEAST_RATE: f64 = 0.01;

/// The least end of a target range of shares of one, as `0.5~0.6`; below it both are small rates.
const LEAST_SHARE: f64 = 0.3;

/// A row under the meaning of its columns.
pub(super) struct Row<'a> {
    pub(super) sheet: &'a Sheet<'a>,
    /// Table and row; the column is that of the cell at hand.
    pub(super) spot: Spot,
    /// What names it where its own cell is blank, because rows of several kinds stand under one name.
    pub(super) name: Option<&'a str>,
    /// What is said of the group of rows it stands in.
    pub(super) group: &'a Group,
}

/// A cell understood: where, what it is about, what it says, and how a figure was read.
pub(super) struct Understood {
    pub(super) spot: Spot,
    pub(super) column: Column,
    pub(super) value: Taken,
    pub(super) unit: Option<String>,
    pub(super) converted: bool,
    /// The family of its unit, where none is stated anywhere and it is written in several scales.
    pub(super) unsaid: Option<String>,
    /// The year it stands under, where its meaning has none.
    pub(super) of_year: Option<i32>,
}

/// What is known of the indicator that a row is about.
pub(super) struct Asked<'a> {
    /// The names of its unit.
    pub(super) units: &'a [&'a str],
    /// Units stated beside its name.
    pub(super) named: Vec<String>,
}

/// A figure in the indicator's unit.
struct Figure {
    value: f64,
    /// The unit that was stated for it elsewhere.
    unit: Option<String>,
    converted: bool,
    /// The family of its unit, where none is stated anywhere.
    unsaid: Option<String>,
}

impl Row<'_> {
    fn at(&self, column: usize) -> Spot {
        Spot { column, ..self.spot }
    }
    pub(super) fn cell(&self, column: usize) -> &Cell {
        self.sheet.table.cell(self.spot.row, column)
    }
    /// The cell, or for what does not hold figures the one that was joined with it.
    fn reaching(&self, column: usize, meaning: Meaning) -> &Cell {
        if meaning.is_figure() {
            self.cell(column)
        } else {
            self.sheet.table.reaching(self.spot.row, column)
        }
    }
    /// The year that the row tells itself.
    pub(super) fn own_year(&self) -> Option<i32> {
        year(&self.text(Meaning::Year))
    }
    pub(super) fn columns(&self) -> impl Iterator<Item = (usize, Column)> + '_ {
        self.sheet.mapping.columns.iter().copied().enumerate()
    }
    /// The first column of a meaning whose cell is not blank.
    pub(super) fn column(&self, meaning: Meaning) -> Option<usize> {
        let mut columns = self.columns().filter(|(_, column)| column.meaning == meaning);
        columns.find(|(at, _)| !self.reaching(*at, meaning).is_empty()).map(|(at, _)| at)
    }
    /// The column of what names it; none where that is blank.
    pub(super) fn named_at(&self) -> Option<usize> {
        [Meaning::Name, Meaning::Number, Meaning::Id]
            .into_iter()
            .find_map(|meaning| self.column(meaning))
    }
    /// The text of a meaning; empty where it is blank.
    pub(super) fn text(&self, meaning: Meaning) -> String {
        let own = self.column(meaning).map_or_else(String::new, |at| self.reaching(at, meaning).shown());
        match self.name {
            Some(name) if own.is_empty() && meaning == Meaning::Name => name.to_owned(),
            _ if own.is_empty() && meaning == Meaning::Year => self.group.year.clone(),
            _ if own.is_empty() && meaning == Meaning::Kind => self.group.kind.clone(),
            _ => own,
        }
    }
    /// The number of a meaning, for the definition of an indicator.
    pub(super) fn number(&self, meaning: Meaning) -> Result<Option<f64>, Refused> {
        let asked = Asked { units: &[], named: Vec::new() };
        match self.column(meaning) {
            Some(at) => Ok(self.figure(at, Column::plain(meaning), &asked)?.map(|figure| figure.value)),
            None => Ok(None),
        }
    }
    /// Whether a number stands where a figure is looked for.
    pub(super) fn has_figure(&self) -> bool {
        let mut figures = self.columns().filter(|(_, column)| column.meaning.is_entered() && column.meaning.is_figure());
        figures.any(|(at, _)| super::headings::is_figure(self.cell(at)) || matches!(self.cell(at), Cell::Number(_)))
    }
    /// Whether brackets beside a name tell a year, and figures of the row stand under another one: `收入（2013年）` below 2014. A price basis is none.
    pub(super) fn is_of_another_year(&self, name: &str) -> bool {
        let inside = bracketed(name).0.into_iter().filter(|inside| !inside.contains('价'));
        let told: Vec<i32> = inside.flat_map(|inside| dated(&inside).years).collect();
        let of_row = self.sheet.mapping.is_by_year().then(|| self.own_year()).flatten();
        let under = |(at, column): (usize, Column)| {
            let is_value = column.meaning == Meaning::Value && !self.cell(at).is_empty();
            is_value && column.year.or(of_row).or(self.sheet.year).is_none_or(|year| !told.contains(&year))
        };
        !told.is_empty() && self.columns().any(under)
    }
    /// Whether what names the row is struck out.
    fn is_named_no_longer(&self) -> bool {
        let mut names = self.columns().filter(|(_, column)| column.meaning.names());
        names.any(|(at, column)| matches!(self.reaching(at, column.meaning), Cell::Doubt(Doubt::Struck, _)))
    }
    pub(super) fn is_hidden(&self) -> bool {
        self.sheet.table.hidden_rows.contains(&self.spot.row)
    }
    /// Whether something that is entered stands here.
    pub(super) fn says_something(&self) -> bool {
        let mut entered = self.columns().filter(|(_, column)| column.meaning.is_entered());
        entered.any(|(at, _)| !self.cell(at).is_empty() && !is_dash(self.cell(at)))
    }
    /// Whether something that defines an indicator stands here.
    pub(super) fn defines(&self) -> bool {
        let mut defining = self.columns().filter(|(_, column)| column.meaning.defines());
        defining.any(|(at, _)| !self.cell(at).is_empty())
    }
    pub(super) fn refused(&self, at: usize, column: Column, reason: Reason) -> Refused {
        Refused {
            spot: self.at(at),
            column,
            text: self.given(at),
            reason,
            subject: None,
            units: Vec::new(),
        }
    }
    /// The same for units that do not agree.
    fn two_units(&self, at: usize, column: Column, units: Vec<String>) -> Refused {
        Refused {
            units,
            ..self.refused(at, column, Reason::TwoUnits)
        }
    }
    /// Whether a column that is not taken over tells this row apart from another one of the table, so that each is of something else.
    pub(super) fn is_told_apart(&self, other: Spot) -> bool {
        let table = self.sheet.table;
        let text = |row: usize, at: usize| match table.reaching(row, at) {
            Cell::Text(text) if !super::headings::is_figure(table.reaching(row, at)) => Some(text.trim().to_owned()),
            _ => None,
        };
        let differs = |at: usize| text(self.spot.row, at).zip(text(other.row, at)).is_some_and(|(one, other)| one != other);
        let mut skipped = self.columns().filter(|(_, column)| *column == Column::SKIP);
        other.table == self.spot.table && other.row != self.spot.row && skipped.any(|(at, _)| differs(at))
    }
    /// What stands in a cell.
    pub(super) fn given(&self, at: usize) -> String {
        let meaning = self.sheet.mapping.columns.get(at).map_or(Meaning::Skip, |column| column.meaning);
        self.reaching(at, meaning).shown()
    }

    /// Every cell that says something, in the order of the columns.
    pub(super) fn cells(&self, asked: &Asked<'_>) -> Vec<Result<Understood, Refused>> {
        let mut all = Vec::new();
        for (at, column) in self.columns() {
            if column.meaning.is_entered() && !self.reaching(at, column.meaning).is_empty() {
                all.extend(self.understood(at, column, asked).transpose());
            }
        }
        all
    }

    /// What a column means in this row, and its year; none where the row is of a kind that has no such thing.
    fn meant(&self, at: usize, column: Column) -> Result<Option<Column>, Refused> {
        let mut meant = column;
        let told = self.text(Meaning::Kind);
        if column.meaning == Meaning::Value && !told.is_empty() {
            let kind = kind(&told).ok_or_else(|| self.refused(at, column, Reason::Choice))?;
            if matches!(kind, Meaning::Target | Meaning::Projected) {
                // There is one target: that of the last year.
                let last = self
                    .columns()
                    .filter(|(at, column)| column.meaning == Meaning::Value && !self.cell(*at).is_empty())
                    .max_by_key(|(_, column)| column.year);
                return Ok(last.filter(|(last, _)| *last == at).map(|_| Column::plain(kind)));
            }
            meant.meaning = kind;
        }
        if meant.meaning.has_year() && meant.year.is_none() {
            meant.year = Some(
                self.sheet
                    .year_of(at, meant.meaning, self.own_year(), self.group.section.year)
                    .ok_or_else(|| self.refused(at, column, Reason::NoYear))?,
            );
        }
        // A title that tells another year than the heading, which may be another table's; a group may have the year of another column in its name.
        let section = &self.group.section;
        let meant_year = meant.year.map(|year| year + self.sheet.years_before(at));
        let contradicts = meant.meaning.has_year() && section.year.is_some() && meant_year != section.year;
        if contradicts && (section.is_of_year || self.columns().all(|(_, column)| column.year != section.year)) {
            return Err(self.refused(at, column, Reason::NoYear));
        }
        Ok(Some(meant))
    }

    /// The year of the row, of the column's heading, or of the title.
    fn year_at(&self, at: usize) -> Option<i32> {
        let of_row = self.sheet.mapping.is_by_year().then(|| self.own_year()).flatten();
        let of_heading = self.sheet.years.get(at).copied().flatten();
        let year = of_row.or(of_heading).or(self.group.section.year).or(self.sheet.year);
        year.map(|year| year - self.sheet.years_before(at))
    }

    /// None where the cell says that there is nothing, or where another cell tells it with this one.
    fn understood(&self, at: usize, column: Column, asked: &Asked<'_>) -> Result<Option<Understood>, Refused> {
        let refused = |reason| self.refused(at, column, reason);
        let cell = self.reaching(at, column.meaning);
        let shown = cell.shown();
        if column.meaning.is_figure() && is_dash(cell) {
            return Ok(None);
        }
        if self.sheet.table.is_hidden(self.spot.row, at) {
            return Err(refused(Reason::Hidden));
        }
        if self.is_named_no_longer() {
            return Err(refused(Reason::Doubt(Doubt::Struck)));
        }
        if let Cell::Doubt(doubt, _) = cell
            && (*doubt == Doubt::NoResult || !column.meaning.is_figure())
        {
            return Err(refused(Reason::Doubt(*doubt)));
        }
        let Some(column) = self.meant(at, column)? else { return Ok(None) };
        if column.meaning.is_figure() && self.reaches_over_others(at) {
            return Err(refused(Reason::Joined));
        }
        if column.meaning.is_figure() && self.sheet.is_of_part(at, column.meaning, &self.group.section) {
            return Err(refused(Reason::Part));
        }
        let (mut unit, mut converted, mut unsaid) = (None, false, None);
        let mut number = || {
            let figure = self.figure(at, column, asked)?;
            Ok(figure.map(|figure| {
                (unit, converted, unsaid) = (figure.unit, figure.converted, figure.unsaid);
                figure.value
            }))
        };
        let choice = |taken: Option<Taken>| taken.map(Some).ok_or_else(|| refused(Reason::Choice));
        let taken = match column.meaning {
            Meaning::Value | Meaning::Benchmark | Meaning::Projected => number()?.map(Taken::Number),
            Meaning::Target => match range(&shown) {
                Some((low, high)) => {
                    let goal;
                    (goal, unsaid) = self.goal(at, column, &low, &high, asked)?;
                    Some(Taken::Goal(goal))
                }
                None => number()?.map(|value| Taken::Goal(Goal::Value(value))),
            },
            Meaning::TargetLow | Meaning::TargetHigh => return self.target_range(at, column, asked),
            Meaning::Rank => self.rank(at, column)?,
            // Told with the rank.
            Meaning::RankOf if self.column(Meaning::Rank).is_some() => None,
            Meaning::RankOf => return Err(refused(Reason::Rank)),
            Meaning::Whose => choice(choice::whose(&shown).map(Taken::Whose))?,
            Meaning::Origins => choice(choice::origins(&shown).map(Taken::Origins))?,
            Meaning::Computed => choice(choice::yes(&shown).map(Taken::Computed))?,
            _ => Some(Taken::Text(text(shown.clone()))),
        };
        Ok(taken.map(|value| Understood {
            spot: self.at(at),
            column,
            value,
            unit,
            converted,
            unsaid,
            of_year: self.year_at(at),
        }))
    }

    /// Whether a cell was joined with one of another year, or of another name below.
    fn reaches_over_others(&self, at: usize) -> bool {
        let table = self.sheet.table;
        let right = *table.cell(self.spot.row, at + 1) == Cell::Joined { up: 0, left: 1 };
        let below = *table.cell(self.spot.row + 1, at) == Cell::Joined { up: 1, left: 0 };
        let is_entered = |at: usize| self.sheet.mapping.columns.get(at).is_some_and(|column| column.meaning.is_entered());
        let mut names = self.columns().filter(|(_, column)| column.meaning.names());
        (right && is_entered(at + 1)) || (below && names.any(|(name, _)| !table.cell(self.spot.row + 1, name).is_empty()))
    }

    /// The unit that counts for a cell's figure, where one is stated besides the cell.
    fn stated(&self, at: usize, asked: &Asked<'_>) -> Stated {
        let row = self.text(Meaning::Unit);
        let mut near: Vec<String> = Vec::new();
        if !row.trim().is_empty() && read_number(&row, &[]) != Err(Refusal::NoValue) {
            let own = asked.units.iter().any(|unit| same_unit(unit, &row));
            let within = if own || is_scale(&row) || Measure::read(&row).is_some() {
                Vec::new()
            } else {
                of_name(&row)
            };
            // As it is written, also where it is not known: it is another one then.
            near.extend(if within.is_empty() { vec![row.trim().to_owned()] } else { within });
        }
        near.extend(self.units_alone());
        near.extend(self.sheet.units_of(&self.text(Meaning::Name)).cloned());
        near.extend(asked.named.iter().cloned());
        near.extend(self.sheet.of_columns.get(at).into_iter().flatten().cloned());
        // An indicator without a unit of its own has nothing to convert to.
        if asked.units.is_empty() {
            Stated::Nothing
        } else {
            let of = |unit: &str| Measure::read(unit).map(|measure| (measure.power, measure.base));
            let is_own = |unit: &String| asked.units.iter().any(|own| of(own) == of(unit));
            let asked_for = &self.group.section.units_asked;
            if !asked_for.iter().all(is_own) {
                let own = asked.units.first().map(|unit| (*unit).to_owned());
                return Stated::Two(different(near.into_iter().chain(asked_for.iter().cloned()).chain(own)));
            }
            let captions = if self.group.section.units.is_empty() {
                &self.sheet.captions
            } else {
                &self.group.section.units
            };
            settled(&near, captions, asked.units)
        }
    }

    /// The unit that counts. Where none is stated and the indicator is written in several scales, what was answered for the sheet, and the family of
    /// the unit.
    fn counting(&self, at: usize, asked: &Asked<'_>) -> (Stated, Option<String>) {
        let family = || family(asked.units);
        match self.stated(at, asked) {
            Stated::Nothing => {
                let family = family();
                let answer = family.as_ref().and_then(|family| self.sheet.mapping.units.get(family));
                (answer.map_or(Stated::Nothing, |unit| Stated::Unit(unit.clone())), family)
            }
            stated => (stated, None),
        }
    }

    /// Units that are all that stands in columns of them.
    pub(super) fn units_alone(&self) -> impl Iterator<Item = String> + '_ {
        self.sheet.unit_columns.iter().filter_map(|at| match self.cell(*at) {
            // A cell of figures is none: `000`.
            Cell::Text(text) => alone(text).filter(|unit| Measure::read(unit).is_some() && read_number(unit, &[]).is_err()),
            _ => None,
        })
    }

    /// Whether another figure of the row shows that one is meant as a share of one.
    fn is_among_percents(&self, at: usize, value: f64, units: &[&str]) -> bool {
        let others = self.columns().filter(|(other, column)| *other != at && column.meaning.is_figure());
        let mut read = others.filter_map(|(other, _)| match self.cell(other) {
            Cell::Number(number) => Some((*number, false)),
            Cell::Text(text) => read_number(text, units).ok().map(|reading| (reading.value, reading.share.is_some())),
            _ => None,
        });
        read.any(|(other, signed)| is_share_beside(value, other, signed))
    }

    /// The figure of a cell in the indicator's unit; none where a dash says that there is none.
    fn figure(&self, at: usize, column: Column, asked: &Asked<'_>) -> Result<Option<Figure>, Refused> {
        let refused = |reason| self.refused(at, column, reason);
        let units = asked.units;
        let (stated, unsaid) = self.counting(at, asked);
        let text = match self.cell(at) {
            Cell::Empty | Cell::Joined { .. } => return Ok(None),
            Cell::Number(number) if !number.is_finite() || number.abs() > Series::LIMIT => {
                return Err(refused(Reason::Number(Refusal::TooLarge)));
            }
            Cell::Number(number) => number.to_string(),
            Cell::Doubt(Doubt::Scaled, text) if matches!(stated, Stated::Unit(_)) => text.clone(),
            Cell::Doubt(doubt, _) => return Err(refused(Reason::Doubt(*doubt))),
            Cell::Text(text) if column.meaning == Meaning::Target => bound(text).to_owned(),
            Cell::Text(text) => text.clone(),
        };
        // What stands behind the figure itself counts before all else.
        let itself = read_number(&text, units);
        let own = itself.is_ok_and(|reading| reading.unit || reading.share.is_some() || reading.multiplier);
        let (reading, unit) = match stated {
            _ if own => (itself, None),
            Stated::Nothing => (itself, None),
            Stated::Two(units) => return Err(self.two_units(at, column, units)),
            Stated::Unit(unit) => (read_number_in(&text, units, &unit), Some(unit)),
        };
        let reading = match reading {
            Ok(reading) => reading,
            Err(Refusal::Empty | Refusal::NoValue) => return Ok(None),
            Err(refusal) => return Err(refused(Reason::Number(refusal))),
        };
        let is_share = units.iter().any(|unit| Measure::read(unit).is_some_and(|measure| measure.is_share()));
        // As it is held, and nothing tells whether it was meant as it is shown.
        let bare = !own && (unit.is_none() || (!self.sheet.table.percents_seen && matches!(self.cell(at), Cell::Number(_))));
        let doubtful = bare || (!own && self.is_among_percents(at, reading.value, units));
        let unsaid = unsaid.filter(|_| !own && reading.value != 0.0);
        let most = match (&unsaid, &unit) {
            (None, _) => 1.0,
            // The answer is that of the whole table: a rate of less than a hundredth is rather a share of one among them.
            (Some(_), Some(_)) => LEAST_RATE * 10_f64.powi(reading.power),
            (Some(_), None) => 0.0,
        };
        // Said to be a fraction of one, which it cannot be.
        let of_one = unit
            .as_deref()
            .and_then(Measure::read)
            .is_some_and(|measure| measure.is_share() && measure.power == 0);
        if of_one && !own {
            let beyond = reading.value.abs() > 10_f64.powi(reading.power);
            return if beyond {
                Err(refused(Reason::Number(Refusal::OtherUnit)))
            } else {
                Ok(Some(Figure {
                    value: reading.value,
                    converted: true,
                    unit,
                    unsaid,
                }))
            };
        }
        if is_share && (doubtful || unsaid.is_some()) && reading.value != 0.0 && reading.value.abs() <= most {
            return Err(refused(Reason::Share));
        }
        Ok(Some(Figure {
            value: reading.value,
            converted: reading.power != 0,
            unit,
            unsaid,
        }))
    }

    fn goal(&self, at: usize, column: Column, low: &str, high: &str, asked: &Asked<'_>) -> Result<(Goal, Option<String>), Refused> {
        let (stated, unsaid) = match self.counting(at, asked) {
            (Stated::Nothing, unsaid) => (String::new(), unsaid),
            (Stated::Unit(unit), unsaid) => (unit, unsaid),
            (Stated::Two(units), _) => return Err(self.two_units(at, column, units)),
        };
        let refused = |reason| self.refused(at, column, reason);
        let read = |text: &str, unit: &str| read_number_in(text, asked.units, unit).map_err(|_| refused(Reason::Range));
        let says = |text: &str| read_number(text, asked.units).is_ok_and(|reading| reading.unit || reading.share.is_some() || reading.multiplier);
        // `95–98%`, `4~5亿元`: the unit behind the range counts for both ends.
        let itself = says(high);
        let of_low = if says(low) || !itself { stated.as_str() } else { unit_behind(high) };
        let (low, high) = (read(low, of_low)?, read(high, &stated)?);
        let goal = Goal::within(low.value, high.value).ok_or_else(|| refused(Reason::Range))?;
        // `0.95~0.98`
        let is_percent = asked
            .units
            .iter()
            .any(|unit| Measure::read(unit).is_some_and(|measure| measure.is_share() && measure.power == -2));
        if is_percent && !itself && [low.value, high.value].iter().all(|end| (LEAST_SHARE..=1.0).contains(end)) {
            return Err(refused(Reason::Share));
        }
        Ok((goal, unsaid.filter(|_| !itself)))
    }

    /// Both ends of a target range are told at the lower one.
    fn target_range(&self, at: usize, column: Column, asked: &Asked<'_>) -> Result<Option<Understood>, Refused> {
        let refused = || self.refused(at, column, Reason::Range);
        let (Some(low), Some(high)) = (self.column(Meaning::TargetLow), self.column(Meaning::TargetHigh)) else {
            return Err(refused());
        };
        if self.column(Meaning::Target).is_some() {
            return Err(self.refused(at, column, Reason::Twice));
        }
        if column.meaning == Meaning::TargetHigh {
            return Ok(None);
        }
        let ends = (self.figure(low, column, asked)?, self.figure(high, column, asked)?);
        let (Some(low), Some(high)) = ends else { return Err(refused()) };
        let goal = Goal::within(low.value, high.value).ok_or_else(refused)?;
        Ok(Some(Understood {
            spot: self.at(at),
            column: Column::plain(Meaning::Target),
            value: Taken::Goal(goal),
            converted: low.converted || high.converted,
            unit: low.unit,
            unsaid: low.unsaid.or(high.unsaid),
            of_year: self.year_at(at),
        }))
    }

    /// `3` with 40 in the column of how many, or `3/40`.
    fn rank(&self, at: usize, column: Column) -> Result<Option<Taken>, Refused> {
        let refused = || self.refused(at, column, Reason::Rank);
        let shown: String = narrow(&self.cell(at).shown()).collect();
        let (place, of) = match shown.split_once('/') {
            Some((place, of)) => (place.to_owned(), of.to_owned()),
            None => (shown, self.text(Meaning::RankOf)),
        };
        if is_dash(self.cell(at)) {
            return Ok(None);
        }
        let whole = |text: &str| narrow(text).collect::<String>().trim().parse::<u32>().map_err(|_| refused());
        Ok(Some(Taken::Rank(whole(&place)?, whole(&of)?)))
    }
}

/// What stands behind the figure of a text: `亿元` of `5亿元`.
fn unit_behind(text: &str) -> &str {
    text.trim_start_matches(|mark: char| !mark.is_alphabetic() && !matches!(mark, '%' | '％' | '‰'))
        .trim()
}

/// A dash or stroke, as tables show that there is no value.
fn is_dash(cell: &Cell) -> bool {
    matches!(cell, Cell::Text(text) if read_number(text, &[]) == Err(Refusal::NoValue))
}

fn same_unit(one: &str, other: &str) -> bool {
    narrow(one).collect::<String>().trim() == narrow(other).collect::<String>().trim()
}

/// `95` of `≥95`, as targets are written; which way is better, the indicator says.
fn bound(text: &str) -> &str {
    let is_mark = |mark: char| matches!(mark, '≥' | '≤' | '>' | '<' | '＞' | '＜' | '=') || mark.is_whitespace();
    text.trim_start_matches(is_mark)
}

/// The ends of `95–98`, `95 ~ 98`, `95至98`, `95 to 98`.
fn range(text: &str) -> Option<(String, String)> {
    let narrow: String = narrow(text).collect();
    let marks = [" to ", "至", "到", "~", "～", "—", "–"];
    let (low, high) = marks.iter().find_map(|mark| narrow.split_once(mark))?;
    let has_figure = |text: &str| text.contains(|mark: char| mark.is_ascii_digit());
    (has_figure(low) && has_figure(high)).then(|| (low.trim().to_owned(), high.trim().to_owned()))
}
