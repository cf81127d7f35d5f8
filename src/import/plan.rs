//! What would be taken over from some tables, before anything changes.

use super::choice;
use super::column::{Column, Meaning};
use super::groups::Groups;
use super::headings::top;
use super::label::place_of;
use super::mapping::Mapping;
use super::own_row::without_unit;
use super::refused::{Reason, Refused};
use super::row::{Asked, Row, Understood};
use super::rows::{Known, NoMatch};
use super::shares::{Planned, shares};
use super::sheet::Sheet;
use super::stated::of_name;
use super::table::{Book, Spot, Table};
use super::unread::unread;
use super::unsaid::{UnitAsked, Unsaid, agrees};
use super::value::Taken;
use crate::assessment::{Action, Assessment, FigureSlot, Identity, OwnIndicator, ProfileText, Window, text};
use crate::criteria::Pack;
use crate::indicators::Subject;
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// The most refused cells that are listed: more are counted, so that a large table takes no memory without end.
const MOST_REFUSED: usize = 20_000;

/// What becomes of a book's cells.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Plan {
    /// Taken over where nothing stood.
    pub taken: Vec<Step>,
    /// Where something else stands now.
    pub conflicts: Vec<Step>,
    /// Cells that say what stands there already.
    pub same: usize,
    /// Indicators of one's own that are added.
    pub own: Vec<NewOwn>,
    /// Rows that would become indicators of one's own, once it is said which way is better; they stand among the unknown as well.
    pub undecided: Vec<NewOwn>,
    /// Rows with figures that are about nothing known.
    pub unknown: Vec<UnknownRow>,
    /// Questions about units; what has no answer is refused.
    pub units: Vec<UnitAsked>,
    /// Tables whose title names a part of the organisation; nothing of them is taken over, unless it [is said](Mapping::whole) that their figures are
    /// those of the whole.
    pub parts: Vec<PartNamed>,
    pub refused: Vec<Refused>,
    /// How many more cells are refused than are listed.
    pub refused_more: usize,
    /// The years asked for afterwards, where they have to be more than now.
    window: Option<Window>,
}

/// One thing taken over.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    pub spot: Spot,
    pub subject: Subject,
    pub column: Column,
    pub value: Taken,
    /// What stood in the cell.
    pub given: String,
    /// The unit that was stated for it elsewhere in the table.
    pub unit: Option<String>,
    /// Whether its figure is another one in the indicator's unit.
    pub converted: bool,
    /// What stands there now.
    pub present: Option<Taken>,
    action: Action,
}

/// A table whose title names a part of the organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartNamed {
    pub table: usize,
    pub title: String,
}

/// An indicator of one's own that is added.
#[derive(Debug, Clone, PartialEq)]
pub struct NewOwn {
    /// Its row, and the column that names it.
    pub spot: Spot,
    pub indicator: Rc<OwnIndicator>,
    /// The decimals that the table states.
    pub decimals: Option<u8>,
}

/// A row that is about nothing known.
#[derive(Debug, Clone, PartialEq)]
pub struct UnknownRow {
    pub spot: Spot,
    /// What names it.
    pub name: String,
    pub reason: NoMatch,
}

impl Plan {
    /// All of it as one step of undo; conflicts are settled for the table where `replace`, else for what stands now. Indicators
    /// of one's own that bring no id get theirs after the identity.
    pub fn action(&self, replace: bool, identity: Identity) -> Action {
        let own = self.own.iter().zip(identity.further());
        let own = own.map(|(own, identity)| Action::AddOwn(identity, own.indicator.clone()));
        let conflicts: &[Step] = if replace { &self.conflicts } else { &[] };
        let steps = self.taken.iter().chain(conflicts).map(|step| step.action.clone());
        let window = self.window.map(|window| Action::Years(Some(window)));
        Action::Several(own.chain(steps).chain(window).collect())
    }
    fn refuse(&mut self, refused: Refused) {
        if self.refused.len() < MOST_REFUSED {
            self.refused.push(refused);
        } else {
            self.refused_more += 1;
        }
    }
    /// Answers the questions about units with those of some units that count the same thing; whether one was answered.
    pub fn answer_units(&self, mappings: &mut [Option<Mapping>], units: &[String]) -> bool {
        let mut answered = false;
        for question in &self.units {
            if let (Some(unit), Some(Some(mapping))) = (question.answered_by(units), mappings.get_mut(question.table)) {
                mapping.units.insert(question.family.clone(), unit.clone());
                answered = true;
            }
        }
        answered
    }
    /// How many cells change something; conflicts count where `replace`.
    pub fn changes(&self, replace: bool) -> usize {
        self.taken.len() + self.own.len() + if replace { self.conflicts.len() } else { 0 }
    }
}

/// Plans the tables of a book that have a mapping; `mappings` stand in the order of its tables. Of one whose mapping is not
/// [usable](Mapping::is_usable), nothing is taken over, and it is told where figures stand beside names that are known.
pub fn plan(pack: &Pack, assessment: &Assessment, book: &Book, mappings: &[Option<Mapping>]) -> Plan {
    let mut planner = Planner {
        pack,
        assessment,
        known: Known::new(pack, assessment),
        planned: Planned::new(),
        contested: BTreeSet::new(),
        years: BTreeMap::new(),
        unsaid: Vec::new(),
        of_part: false,
        heard: false,
        plan: Plan::default(),
    };
    for (at, table) in book.tables.iter().enumerate() {
        let Some(mapping) = mappings.get(at).and_then(Option::as_ref) else { continue };
        planner.heard = false;
        let below = if mapping.is_usable() { mapping.heading + 1..table.rows.len() } else { 0..0 };
        let sheet = Sheet::new(table, mapping);
        let title = sheet.title_of_part(assessment.organisation.text(ProfileText::Name));
        planner.of_part = title.is_some() && !mapping.whole;
        let mut groups = Groups::of(table, mapping);
        let mut name = String::new();
        for at_row in below {
            let spot = Spot {
                table: at,
                row: at_row,
                column: 0,
            };
            let group = groups.row(at_row, &planner.known);
            if group.is_title {
                name.clear();
                continue;
            }
            let mut row = Row {
                sheet: &sheet,
                spot,
                name: None,
                group: &group,
            };
            let own = row.text(Meaning::Name);
            if !own.is_empty() {
                name = own;
            } else if row.column(Meaning::Kind).is_some() {
                row.name = Some(&name);
            }
            planner.row(&row);
        }
        planner.tell_unread(at, table, mapping);
        let is_asked = planner.heard || mapping.whole;
        planner
            .plan
            .parts
            .extend(title.filter(|_| is_asked).map(|title| PartNamed { table: at, title }));
    }
    planner.ask_for_units(mappings);
    planner.ask_for_shares();
    planner.ask_for_other_years();
    planner.widen();
    planner.plan
}

struct Planner<'a> {
    pack: &'a Pack,
    assessment: &'a Assessment,
    known: Known,
    /// What was planned so far and where it stood, so that a second word on the same thing is seen.
    planned: Planned,
    /// What stands in several places with different values: none of them is taken.
    contested: BTreeSet<(Subject, Column)>,
    /// The years under which targets and the like stood; that of the latest counts.
    years: BTreeMap<(Subject, Column), i32>,
    /// Figures beside which no unit stands.
    unsaid: Vec<Unsaid>,
    /// The title of the table at hand names a part of the organisation.
    of_part: bool,
    /// Something was said of the table at hand.
    heard: bool,
    plan: Plan,
}

impl Planner<'_> {
    fn row(&mut self, row: &Row<'_>) {
        let [id, number, name] = [Meaning::Id, Meaning::Number, Meaning::Name].map(|meaning| row.text(meaning));
        let add_own = row.sheet.mapping.add_own && !row.is_hidden();
        let unknown = |planner: &mut Self, reason| {
            let name = [&name, &number, &id].into_iter().find(|text| !text.is_empty()).cloned().unwrap_or_default();
            planner.heard = true;
            let spot = Spot {
                column: row.named_at().unwrap_or(0),
                ..row.spot
            };
            planner.plan.unknown.push(UnknownRow { spot, name, reason });
        };
        if [&id, &number, &name].iter().all(|text| text.is_empty()) {
            if row.has_figure() {
                unknown(self, NoMatch::Unnamed);
            }
            return;
        }
        let subject = match self.known.find(&id, &number, &name) {
            Ok(subject) => subject,
            Err(NoMatch::Unknown | NoMatch::Part) if add_own && (row.says_something() || row.defines()) => match self.add_own(row, &id, &name) {
                Some(subject) => subject,
                None => return unknown(self, NoMatch::Undecided),
            },
            // A heading between the rows says nothing.
            Err(reason) if row.says_something() => return unknown(self, reason),
            Err(_) => return,
        };
        if !self.known.is_name(&name) && row.is_of_another_year(&name) {
            return unknown(self, NoMatch::Qualified);
        }
        if (row.group.is_of_part || self.of_part) && row.says_something() {
            return unknown(self, NoMatch::Part);
        }
        let units = self.units(subject);
        let units: Vec<&str> = units.iter().map(String::as_str).collect();
        let named = if self.known.is_name(&name) { Vec::new() } else { of_name(&name) };
        for cell in row.cells(&Asked { units: &units, named }) {
            self.heard = true;
            match cell {
                Ok(understood) => self.take(row, subject, understood),
                Err(refused) => self.plan.refuse(refused.of(subject)),
            }
        }
    }

    fn take(&mut self, row: &Row<'_>, subject: Subject, understood: Understood) {
        let Understood {
            spot,
            column,
            value,
            unit,
            converted,
            unsaid,
            of_year,
        } = understood;
        let refused = |reason| row.refused(spot.column, column, reason).of(subject);
        let Some(action) = value.action(subject, column) else {
            return self.plan.refuse(refused(Reason::InputOnlyYears));
        };
        if self.is_computed(subject, column) && row.column(Meaning::Computed).is_none() {
            return self.plan.refuse(refused(Reason::Computed));
        }
        let given = row.given(spot.column);
        if let Some(family) = unsaid {
            let agrees = agrees(self.assessment, subject, column, &value);
            self.unsaid.push(Unsaid { spot, family, agrees });
        }
        let beside = self.beside(subject, column, of_year);
        match self.planned.get(&(subject, column)) {
            Some((before, ..)) if *before == value => return,
            Some(_) if beside == Ordering::Less => return,
            Some(_) if beside == Ordering::Greater => {
                self.let_go(subject, column);
                self.planned.insert((subject, column), (value.clone(), spot, given.clone()))
            }
            Some((_, first, text)) => {
                let (first, text) = (*first, text.clone());
                let reason = if row.is_told_apart(first) { Reason::ToldApart } else { Reason::Twice };
                if self.contested.insert((subject, column)) {
                    self.let_go(subject, column);
                    let first = Refused {
                        spot: first,
                        column,
                        text,
                        reason,
                        subject: Some(subject),
                        units: Vec::new(),
                    };
                    self.plan.refuse(first);
                }
                return self.plan.refuse(refused(reason));
            }
            None => self.planned.insert((subject, column), (value.clone(), spot, given.clone())),
        };
        let present = Taken::present(self.assessment, subject, column);
        let same = present.as_ref().is_some_and(|present| present.is_same(&value));
        if same || (present.is_none() && value == Taken::Computed(false)) {
            self.plan.same += 1;
            return;
        }
        let step = Step {
            spot,
            subject,
            column,
            value,
            given,
            unit,
            converted,
            present,
            action,
        };
        let list = if step.present.is_none() {
            &mut self.plan.taken
        } else {
            &mut self.plan.conflicts
        };
        list.push(step);
    }

    /// Whether what has no year of its own, as a target, stands under an earlier or later year than the one that is planned; notes the later one.
    fn beside(&mut self, subject: Subject, column: Column, of_year: Option<i32>) -> Ordering {
        let (None, Some(year), false) = (column.year, of_year, self.contested.contains(&(subject, column))) else {
            return Ordering::Equal;
        };
        let before = self.years.get(&(subject, column)).copied();
        self.years.insert((subject, column), before.map_or(year, |before| before.max(year)));
        before.map_or(Ordering::Equal, |before| year.cmp(&before))
    }

    /// Tells the names of a table of which nothing came, or that stand above its headings.
    fn tell_unread(&mut self, at: usize, table: &Table, mapping: &Mapping) {
        let rows = if self.heard { 0..top(table, mapping.heading) } else { 0..table.rows.len() };
        for (row, column, name) in unread(table, mapping, &self.known, rows, !self.heard) {
            let (spot, reason) = (Spot { table: at, row, column }, NoMatch::Unread);
            self.plan.unknown.push(UnknownRow { spot, name, reason });
        }
    }

    /// Takes nothing over of a thing.
    fn let_go(&mut self, subject: Subject, column: Column) {
        let other = |step: &Step| step.subject != subject || step.column != column;
        self.plan.taken.retain(other);
        self.plan.conflicts.retain(other);
    }

    /// Takes out figures beside which no unit stands, unless what is entered is as large or it was answered; one question for a table and what is kept in
    /// one unit.
    fn ask_for_units(&mut self, mappings: &[Option<Mapping>]) {
        let mut together: BTreeMap<(usize, String), Vec<Unsaid>> = BTreeMap::new();
        for one in std::mem::take(&mut self.unsaid) {
            together.entry((one.spot.table, one.family.clone())).or_default().push(one);
        }
        let mut refused: BTreeSet<Spot> = BTreeSet::new();
        for ((table, family), all) in together {
            let mapping = mappings.get(table).and_then(Option::as_ref);
            let answer = mapping.and_then(|mapping| mapping.units.get(&family)).cloned();
            let told: BTreeSet<bool> = all.iter().filter_map(|one| one.agrees).collect();
            let is_certain = told == BTreeSet::from([true]);
            if answer.is_none() && is_certain {
                continue;
            }
            let cells: Vec<Spot> = all.iter().map(|one| one.spot).collect();
            if answer.is_none() {
                refused.extend(&cells);
            }
            self.plan.units.push(UnitAsked { table, family, cells, answer });
        }
        if !refused.is_empty() {
            self.take_out(Reason::NoUnit, |step| refused.contains(&step.spot));
        }
    }

    /// Takes out what may be shares of one.
    fn ask_for_shares(&mut self) {
        let asked = shares(self.pack, self.assessment, &self.plan.own, &self.planned);
        if asked.is_empty() {
            return;
        }
        self.take_out(Reason::Share, |step| asked.contains(&(step.subject, step.column)));
    }

    /// Refuses what was planned and is so, for a reason.
    fn take_out(&mut self, reason: Reason, is_so: impl Fn(&Step) -> bool) {
        let mut out: Vec<Step> = self.plan.taken.extract_if(.., |step| is_so(step)).collect();
        out.extend(self.plan.conflicts.extract_if(.., |step| is_so(step)));
        for step in out {
            self.plan.refuse(Refused {
                spot: step.spot,
                column: step.column,
                text: step.given,
                reason,
                subject: Some(step.subject),
                units: Vec::new(),
            });
        }
    }

    /// Whether a value would not be shown, because the indicator is computed.
    fn is_computed(&self, subject: Subject, column: Column) -> bool {
        match subject {
            Subject::Indicator(slot) if column.meaning == Meaning::Value => self.assessment.figures.record(slot).is_some_and(|record| record.computed),
            _ => false,
        }
    }

    /// Takes out targets of a year to come, with which the latest value is not to be compared, and projections of a year that has a value.
    fn ask_for_other_years(&mut self) {
        let mut latest: BTreeMap<Subject, i32> = BTreeMap::new();
        for (subject, column) in self.planned.keys() {
            if let Some(year) = column.year.filter(|_| column.meaning == Meaning::Value) {
                latest.entry(*subject).and_modify(|known| *known = year.max(*known)).or_insert(year);
            }
        }
        let years = std::mem::take(&mut self.years);
        self.take_out(Reason::OtherYear, |step| {
            let told = years.get(&(step.subject, step.column)).zip(latest.get(&step.subject));
            told.is_some_and(|(year, latest)| match step.column.meaning {
                Meaning::Target | Meaning::TargetLow | Meaning::TargetHigh => year > latest,
                Meaning::Projected => year <= latest,
                _ => false,
            })
        });
    }

    /// The row becomes an indicator of one's own; none where nothing says which way is better.
    fn add_own(&mut self, row: &Row<'_>, id: &str, name_in_table: &str) -> Option<Subject> {
        let refuse = |planner: &mut Self, meaning| {
            if let Some(at) = row.column(meaning) {
                let refused = row.refused(at, Column::plain(meaning), Reason::Choice);
                planner.plan.refuse(refused);
            }
        };
        let number = |planner: &mut Self, meaning| {
            row.number(meaning).unwrap_or_else(|refused| {
                planner.plan.refuse(refused);
                None
            })
        };
        let decimals = number(self, Meaning::Decimals);
        let (low, high) = (number(self, Meaning::Low), number(self, Meaning::High));
        let direction = choice::direction(&row.text(Meaning::Direction));
        if direction.is_none() {
            refuse(self, Meaning::Direction);
        }
        // What brings an id or a unit is named as it is written.
        let is_written = !id.trim().is_empty() || row.column(Meaning::Unit).is_some();
        let name = if is_written { name_in_table } else { without_unit(name_in_table) };
        let unit = if id.trim().is_empty() {
            row.own_unit(name_in_table)
        } else {
            row.text(Meaning::Unit)
        };
        let direction = direction.or_else(|| row.sheet.mapping.direction(name));
        let decimals = decimals.map(|decimals| decimals.clamp(0.0, 4.0) as u8);
        let place = place_of(self.pack, &row.text(Meaning::Clause));
        if place.is_none() {
            refuse(self, Meaning::Clause);
        }
        let (item, area) = place.unwrap_or_default();
        let indicator = OwnIndicator {
            id: text(id.trim()),
            name: text(name),
            item: text(item),
            area: text(area),
            unit: text(unit),
            direction: direction.unwrap_or_default(),
            decimals: decimals.unwrap_or(2),
            low,
            high,
            formula: text(row.text(Meaning::Formula)),
            ..OwnIndicator::default()
        };
        let own = NewOwn {
            spot: Spot {
                column: row.named_at().unwrap_or(0),
                ..row.spot
            },
            indicator: Rc::new(indicator),
            decimals,
        };
        if direction.is_none() {
            // There may be a row for each year.
            let is_there = |other: &NewOwn| other.spot.table == own.spot.table && other.indicator.name == own.indicator.name;
            if !self.plan.undecided.iter().any(is_there) {
                self.plan.undecided.push(own);
            }
            return None;
        }
        let at = self.assessment.figures.own.len() + self.plan.own.len();
        self.known.add_own(id.trim(), name, at);
        self.plan.own.push(own);
        Some(Subject::Indicator(FigureSlot::Own(at)))
    }

    /// The names of the unit in all languages.
    fn units(&self, subject: Subject) -> Vec<String> {
        let of_pack = |unit: &str| self.pack.languages().map(|language| self.pack.words(language).unit(unit).to_owned()).collect();
        match subject {
            Subject::Input(slot) => of_pack(&self.pack.input(slot).unit),
            Subject::Indicator(FigureSlot::Catalogue(slot)) => of_pack(&self.pack.indicator(slot).unit),
            Subject::Indicator(FigureSlot::Own(at)) => {
                let there = &self.assessment.figures.own;
                let new = || self.plan.own.get(at.checked_sub(there.len())?).map(|own| &own.indicator);
                let own = there.get(at).or_else(new);
                own.map(|own| own.unit.to_string()).into_iter().collect()
            }
        }
    }

    /// Sees to it that the years taken over are among those asked for, as far as they are not too many.
    fn widen(&mut self) {
        let Some(window) = self.assessment.figures.window else { return };
        let steps = self.plan.taken.iter().chain(&self.plan.conflicts);
        let years = steps.filter(|step| step.column.meaning == Meaning::Value).filter_map(|step| step.column.year);
        let (first, last) = years.fold((window.first(), window.last()), |(first, last), year| (first.min(year), last.max(year)));
        let widened = u8::try_from(last - first + 1).ok().and_then(|count| Window::new(first, count));
        self.plan.window = widened.filter(|widened| *widened != window);
    }
}
